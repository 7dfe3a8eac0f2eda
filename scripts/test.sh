#!/usr/bin/env bash
# Sets up what is missing, runs every test, and closes with a table of how each suite went.
#
#   scripts/test.sh             all suites
#   scripts/test.sh rust node   some of them
set -uo pipefail
cd "$(dirname "$0")/.."

suites=(format lint rust wasm-node wasm-chrome package node page)
names=() results=() seconds=()

format() { cargo fmt --all --check; }
lint() { cargo clippy --workspace --all-targets -- -D warnings; }
rust() { cargo test --workspace --no-fail-fast; }
# The Rust tests of the wasm door, in Node and in a browser.
wasm-node() { wasm-pack test --mode no-install --node -- --test wasm; }
wasm-chrome() { browser && wasm-pack test --mode no-install --headless --chrome -- --test wasm_worker; }
# The npm package: do its entries, types and files fit together?
package() {
    make wasm && publint pkg --strict &&
        attw --pack pkg --profile esm-only --exclude-entrypoints ./whosaid_bg.wasm ./gazetteer.bin &&
        tsc -p tests/types
}
# The npm package in Node, against the command line.
node() { make wasm && cargo build --quiet && run_node tests/node; }
# The page in a browser.
page() { browser && make site && run_node tests/www; }

browser() { scripts/setup.sh browser; }
run_node() {
    local files
    files=$(find "$1" -name '*.test.*js' 2>/dev/null | sort)
    [ -n "$files" ] || { echo "no tests in $1" >&2; return 1; }
    # shellcheck disable=SC2086
    command node --test --test-reporter=spec $files
}

run() {
    local suite=$1 begin=$SECONDS result=passed
    printf '\n\033[1m=== %s\033[0m\n' "$suite"
    "$suite" || result=FAILED
    names+=("$suite") results+=("$result") seconds+=($((SECONDS - begin)))
}

if [ $# -gt 0 ]; then
    for suite in "$@"; do
        [[ " ${suites[*]} " == *" $suite "* ]] || { echo "no suite '$suite': ${suites[*]}" >&2; exit 2; }
    done
    suites=("$@")
fi

make --silent setup node_modules/.package-lock.json || exit 1
for suite in "${suites[@]}"; do run "$suite"; done

printf '\n\033[1m=== summary\033[0m\n'
failed=0
for i in "${!names[@]}"; do
    printf '%-12s %s  %4d s\n' "${names[i]}" "${results[i]}" "${seconds[i]}"
    [ "${results[i]}" = passed ] || failed=$((failed + 1))
done
if [ "$failed" = 0 ]; then
    echo "all ${#names[@]} suites passed in $SECONDS s"
else
    echo "$failed of ${#names[@]} suites FAILED"
    exit 1
fi
