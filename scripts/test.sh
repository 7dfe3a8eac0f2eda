#!/usr/bin/env bash
# Sets up what is missing, runs every test, and closes with how each suite went: the closing lines
# of its runner, then a table.
#
#   scripts/test.sh             all suites
#   scripts/test.sh rust node   some of them
set -uo pipefail
cd "$(dirname "$0")/.."

suites=(format lint types features rust wasm-node wasm-chrome package node page extension firefox python)

format() { cargo fmt --all --check; }
lint() { cargo clippy --workspace --all-targets --quiet -- -D warnings; }
# The page's and the embed's JavaScript, by its JSDoc.
types() { tsc -p www/jsconfig.json; }
# The library with each of its features left out.
features() {
    local some
    for some in '' figures gazetteer figures,gazetteer; do
        cargo check --quiet --lib --no-default-features --features "$some" || return 1
    done
}
rust() { cargo test --workspace --no-fail-fast; }
# The Rust tests of the wasm door, in Node and in a browser.
wasm-node() { wasm-pack test --mode no-install --node -- --test wasm; }
wasm-chrome() { browser && wasm-pack test --mode no-install --headless --chrome -- --test wasm_worker; }
# The npm package: do its entries, types and files fit together?
package() {
    make wasm && publint pkg --strict &&
        attw --pack pkg --profile strict --format ascii --entrypoints . &&
        attw --pack pkg --profile node16 --format ascii --entrypoints . inline gazetteer &&
        attw --pack pkg --profile esm-only --format ascii --entrypoints . inline gazetteer worker element element/class &&
        tsc -p tests/types
}
# The npm package in Node, against the command line.
node() { make wasm && command_line && run_node tests/node; }
# The page in a browser.
page() { browser && make site && command_line && run_node tests/www; }
# The browser extension, loaded unpacked.
extension() { browser && make extension && run_node tests/extension; }
# A little of page and embed in Firefox, where it is installed.
firefox() { make site && run_node tests/firefox; }

# The Python package, against the command line and with the engines that it serves; skipped where there is no Python.
python() { scripts/python.sh test; }

browser() { scripts/setup.sh browser; }
# With the features that the tests of the workspace were built with, so that nothing is built twice.
command_line() { cargo build --quiet --workspace --bin whosaid; }
run_node() {
    local files
    mapfile -t files < <(find "$1" -name '*.test.*js' 2>/dev/null | sort)
    [ ${#files[@]} -gt 0 ] || { echo "no tests in $1" >&2; return 1; }
    command node --test --test-reporter=spec "${files[@]}"
}

if [ $# -gt 0 ]; then
    for suite in "$@"; do
        [[ " ${suites[*]} " == *" $suite "* ]] || { echo "no suite '$suite' among: ${suites[*]}" >&2; exit 2; }
    done
    suites=("$@")
fi

make --silent setup node_modules/.package-lock.json || exit 1

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
results=() seconds=() failed=0 skipped=0
for suite in "${suites[@]}"; do
    printf '\n\033[1m=== %s\033[0m\n' "$suite"
    begin=$SECONDS
    "$suite" 2>&1 | tee "$logs/$suite"
    case $? in
    0) results+=(passed) ;;
    77) results+=(skipped) && skipped=$((skipped + 1)) ;;
    *) results+=(FAILED) && failed=$((failed + 1)) ;;
    esac
    seconds+=($((SECONDS - begin)))
done

printf '\n\033[1m=== summary\033[0m\n'
for suite in "${suites[@]}"; do
    grep -hE '^(test result:|ℹ (tests|pass|fail|skipped) |[0-9]+ (passed|failed)|skipped: )' "$logs/$suite" | sed "s/^/$suite: /"
done
for i in "${!suites[@]}"; do
    printf '%-12s %s  %4d s\n' "${suites[i]}" "${results[i]}" "${seconds[i]}"
done
if [ "$failed" = 0 ]; then
    if [ "$skipped" = 0 ]; then
        echo "all ${#suites[@]} suites passed in $SECONDS s"
    else
        echo "$((${#suites[@]} - skipped)) suites passed in $SECONDS s, $skipped skipped"
    fi
else
    echo "$failed of ${#suites[@]} suites FAILED"
    exit 1
fi
