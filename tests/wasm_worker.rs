//! The same tests in a browser's worker, which is where the page runs the core.
#![cfg(target_arch = "wasm32")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[path = "wasm.rs"]
mod wasm;
