#!/usr/bin/env bash
# The Python package: builds its wheel and tests what was built, in an environment of its own under .cache/python.
#
#   scripts/python.sh wheel  the wheel, in target/wheels/
#   scripts/python.sh test   all of its tests; exit status 77 where there is no Python to run them
set -euo pipefail
cd "$(dirname "$0")/.."

venv=$PWD/.cache/python
target=${CARGO_TARGET_DIR:-$PWD/target}

say() { printf '\033[1m%s\033[0m\n' "$*"; }
skip() {
    printf 'skipped: %s\n' "$*"
    exit 77
}

# The environment, made anew where what it should hold has changed.
environment() {
    command -v python3 >/dev/null || skip "there is no python3; install Python 3.10 or newer to test the Python package"
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
        skip "$(python3 --version) is too old; install Python 3.10 or newer to test the Python package"
    local wanted
    wanted=$(cat python/tests/requirements*.txt scripts/python.sh | sha256sum)
    [ "$(cat "$venv/.wanted" 2>/dev/null)" = "$wanted" ] && return
    say "Setting up Python in .cache/python"
    python3 -m venv --clear "$venv" ||
        skip "python3 cannot make an environment; on Debian: apt-get install python3-venv"
    install -r python/tests/requirements.txt
    # Engines come as wheels or not at all: not each has one for every Python, and its tests are then skipped.
    install -r python/tests/requirements-engines.txt 2>/dev/null || while read -r engine; do
        [ -z "$engine" ] || install "$engine" || say "no wheel of $engine for $(python3 --version): its tests are skipped"
    done < <(sed 's/#.*//' python/tests/requirements-engines.txt)
    # Spark comes as source, and runs on Java.
    if have_java; then
        "$venv/bin/pip" install --quiet --disable-pip-version-check pyspark==4.1.1 || say "no Spark: its test is skipped"
    fi
    echo "$wanted" >"$venv/.wanted"
}

# Java for Spark, installed where that is ours to do.
have_java() {
    command -v java >/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing default-jre-headless"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq && apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null && return
    fi
    say "no Java: Spark's test is skipped; on Debian: apt-get install default-jre-headless"
    return 1
}

install() { "$venv/bin/pip" install --quiet --disable-pip-version-check --prefer-binary --only-binary :all: "$@"; }

# One wheel for every Python since 3.10. The command line is built with it: they share all but their last step.
build() {
    rm -f "$target"/wheels/whosaid-*.whl python/whosaid/*.so
    "$venv/bin/maturin" build --quiet --manifest-path python/Cargo.toml --out "$target/wheels"
}

case ${1:-} in
wheel)
    environment
    build
    ls "$target"/wheels/whosaid-*.whl
    ;;
test)
    environment
    build
    cargo build --quiet --profile wheel -p whosaid -p whosaid-python --bin whosaid
    "$venv/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps "$target"/wheels/whosaid-*.whl
    # Away from the sources, so that what is tested is what was installed.
    cd python/tests
    ! "$venv/bin/python" -c "import spacy" 2>/dev/null ||
        "$venv/bin/python" -m mypy --strict --ignore-missing-imports -p whosaid
    "$venv/bin/python" -m mypy.stubtest whosaid._whosaid
    WHOSAID=$target/wheel/whosaid "$venv/bin/python" -m pytest -q -rs --doctest-modules --doctest-ignore-import-errors --pyargs whosaid "$PWD"
    ;;
*)
    echo "usage: scripts/python.sh wheel|test" >&2
    exit 2
    ;;
esac
