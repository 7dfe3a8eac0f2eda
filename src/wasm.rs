//! The wasm door.
use wasm_bindgen::prelude::*;

/// Annotates a text: the contract's value.
#[wasm_bindgen]
pub fn annotate(text: &str) -> JsValue {
    use serde::Serialize;
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    crate::annotate_with(text, None).serialize(&serializer).unwrap_throw()
}
