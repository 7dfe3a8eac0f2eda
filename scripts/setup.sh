#!/usr/bin/env bash
# Installs what building and testing need and the machine lacks. Says nothing where all is there.
#
#   scripts/setup.sh          what building needs
#   scripts/setup.sh browser  Chromium and its driver, for the tests in a browser
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PATH"

say() { printf '\033[1m%s\033[0m\n' "$*"; }
fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The version that Cargo.toml pins: the command line tool must be the very same.
wasm_bindgen=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' Cargo.toml)
wasm_pack=0.15.1

install_toolchain() {
    command -v cargo >/dev/null || fail "Rust is missing. Install it from https://rustup.rs and run this again."
    if command -v rustup >/dev/null; then
        local installed
        installed=$(rustup component list --installed)
        for component in rustfmt clippy; do
            grep -q "^$component" <<<"$installed" || rustup component add "$component"
        done
        grep -q '^rust-std-wasm32-unknown-unknown' <<<"$installed" || rustup target add wasm32-unknown-unknown
    elif [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
        fail "This Rust cannot build for wasm32-unknown-unknown and there is no rustup to add it." \
            "Install Rust from https://rustup.rs and run this again."
    fi
}

# install_crate CRATE BINARY VERSION CARGO-OPTION...
install_crate() {
    local crate=$1 binary=$2 version=$3
    shift 3
    [ "$("$binary" --version 2>/dev/null)" = "$binary $version" ] && return
    say "Installing $crate $version into .tools (two minutes on two cores, once)"
    # Built to be used a few times a day: optimised as a release, they would take twice as long to build.
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_DEBUG=0 cargo install "$crate" --version "$version" --root .tools --quiet "$@"
}

check_node() {
    command -v node >/dev/null && command -v npm >/dev/null ||
        fail "Node is missing. Install Node 20 or newer, with npm, from https://nodejs.org and run this again."
    node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' ||
        fail "Node $(node --version) is too old: Node 20 or newer is needed."
}

find_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

install_browser() {
    find_browser >/dev/null && command -v chromedriver >/dev/null && return
    local lines=("Tests in a browser need Chromium and chromedriver of the same version, on the PATH."
        "On Debian: apt-get install chromium chromium-driver")
    command -v apt-get >/dev/null || fail "${lines[@]}"
    [ "$(id -u)" = 0 ] || fail "${lines[@]/apt-get/sudo apt-get}"
    say "Installing chromium and chromium-driver"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null
    command -v chromedriver >/dev/null || fail "${lines[@]}"
}

case ${1:-build} in
build)
    check_node
    install_toolchain
    install_crate wasm-pack wasm-pack "$wasm_pack" --locked
    install_crate wasm-bindgen-cli wasm-bindgen "$wasm_bindgen"
    ;;
browser) install_browser ;;
*) fail "usage: scripts/setup.sh [build|browser]" ;;
esac
