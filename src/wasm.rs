//! The wasm door: three functions that JavaScript calls after `await init()`.
//!
//! Nothing is found here. A JavaScript string comes in, the public contract's plain objects go out,
//! and what is wrong with an argument is thrown as a JavaScript error. A JavaScript string may hold
//! half of a surrogate pair, which UTF-8 cannot: on its way in it becomes U+FFFD, one code unit as
//! well, so every position stays true.

use std::cell::OnceCell;
use std::sync::Once;

use js_sys::{ArrayBuffer, Error, JsString, TypeError, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::Gazetteer;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("annotation.ts");

static REPORT_PANICS: Once = Once::new();

thread_local! {
    /// Set once, for the life of the page.
    static GAZETTEER: OnceCell<Gazetteer<'static>> = const { OnceCell::new() };
}

/// Annotates an English text, best a news article: who said what, where, and how much.
///
/// Any string gives an annotation. Places have coordinates once `loadGazetteer` was called.
///
/// @throws {TypeError} where `text` is not a string
#[wasm_bindgen(unchecked_return_type = "Annotation")]
pub fn annotate(text: &JsString) -> Result<JsValue, TypeError> {
    REPORT_PANICS.call_once(report_panics);
    let text = text.as_string().ok_or_else(|| {
        TypeError::new(&format!("annotate(text): text must be a string, not {}", kind_of(text)))
    })?;
    let annotation = GAZETTEER.with(|gazetteer| crate::annotate_with(&text, gazetteer.get()));
    let serializer = Serializer::new().serialize_missing_as_null(true);
    // Only a map with keys that are no strings could fail, and there is none.
    Ok(annotation.serialize(&serializer).unwrap_throw())
}

/// Takes the bytes of `gazetteer.bin`, with which `annotate` gives places their coordinates.
///
/// Called again, it checks the bytes and keeps those it has.
///
/// @throws {TypeError} where `bytes` is neither a Uint8Array nor an ArrayBuffer
/// @throws {Error} where they are not a gazetteer of this version
#[wasm_bindgen(js_name = loadGazetteer)]
pub fn load_gazetteer(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] bytes: &JsValue,
) -> Result<(), Error> {
    let bytes = match bytes.dyn_ref::<ArrayBuffer>() {
        Some(buffer) => Uint8Array::new(buffer).to_vec(),
        None => bytes
            .dyn_ref::<Uint8Array>()
            .ok_or_else(|| {
                let kind = kind_of(bytes);
                let message =
                    format!("loadGazetteer(bytes): bytes must be a Uint8Array or an ArrayBuffer, not {kind}");
                TypeError::new(&message).unchecked_into::<Error>()
            })?
            .to_vec(),
    };
    Gazetteer::from_bytes(&bytes).map_err(|error| Error::new(&format!("loadGazetteer(bytes): {error}")))?;
    GAZETTEER.with(|gazetteer| {
        // Kept for the life of the page, so that its bytes are read where they lie.
        gazetteer.get_or_init(|| Gazetteer::from_bytes(bytes.leak()).expect_throw("checked just now"));
    });
    Ok(())
}

/// How many names there are: tokens, sentences and names alone, for `bench/` to time.
#[cfg(feature = "stages")]
#[wasm_bindgen(js_name = countNames)]
pub fn count_names(text: &str) -> usize {
    crate::name::find_names(&crate::document::Document::new(text)).len()
}

/// The version of whosaid: "0.1.0".
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// A panic would be a bug; it says why and where on the console, as JavaScript sees only "unreachable".
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// What a value is, in the words of an error message.
fn kind_of(value: &JsValue) -> String {
    match value {
        value if value.is_null() => "null".into(),
        value if js_sys::Array::is_array(value) => "array".into(),
        value => value.js_typeof().as_string().unwrap_or_default(),
    }
}
