//! The wasm door as JavaScript sees it, in Node.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, ArrayBuffer, Error, JSON, JsString, Object, Reflect, TypeError, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::wasm::{annotate, load_gazetteer, version};

const TEXT: &str = "“We are ready,” Kaja Kallas told 200 reporters in Tallinn on Tuesday. 🌍 “So are we.”";

fn annotated(text: &JsString) -> JsValue {
    annotate(text).expect("a string gives an annotation")
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).expect("plain objects").into()
}

fn list(annotation: &JsValue, key: &str) -> Array {
    Reflect::get(annotation, &key.into()).expect("an object").dyn_into().expect("a list")
}

fn is_plain_object(value: &JsValue) -> bool {
    Reflect::get_prototype_of(value.unchecked_ref()).unwrap()
        == Reflect::get_prototype_of(Object::new().as_ref()).unwrap()
}

#[wasm_bindgen_test]
fn an_annotation_is_plain_objects_in_plain_lists() {
    let annotation = annotated(&TEXT.into());
    assert!(is_plain_object(&annotation));
    assert!(json(&annotation).starts_with(r#"{"version":1,"entities":["#));
    for key in ["entities", "mentions", "quotes", "figures"] {
        for found in list(&annotation, key).iter() {
            assert!(is_plain_object(&found), "{key}");
        }
    }
}

#[wasm_bindgen_test]
fn it_is_what_rust_finds() {
    let found = serde_json::to_string(&whosaid::annotate_with(TEXT, None)).unwrap();
    // By way of JavaScript, which writes 1.0 as 1.
    let found = json(&JSON::parse(&found).unwrap());
    assert_eq!(json(&annotated(&TEXT.into())), found);
}

#[wasm_bindgen_test]
fn half_a_surrogate_pair_moves_nothing() {
    for half in [0xD800, 0xDBFF, 0xDC00, 0xDFFF] {
        let broken =
            JsString::from_char_code(&[half]).concat(&TEXT.into()).concat(&JsString::from_char_code(&[half]));
        let whole: JsString = format!("\u{FFFD}{TEXT}\u{FFFD}").as_str().into();
        assert_eq!(broken.length(), whole.length());
        assert_eq!(json(&annotated(&broken)), json(&annotated(&whole)));
    }
}

#[wasm_bindgen_test]
fn what_is_no_string_is_a_type_error() {
    let cases = [
        (JsValue::UNDEFINED, "undefined"),
        (JsValue::NULL, "null"),
        (JsValue::from(3), "number"),
        (Array::new().into(), "array"),
        (Object::new().into(), "object"),
    ];
    for (value, kind) in cases {
        let error: TypeError = annotate(value.unchecked_ref()).unwrap_err();
        let error: Error = error.into();
        assert_eq!(error.message(), format!("annotate(text): text must be a string, not {kind}"));
    }
}

#[wasm_bindgen_test]
fn a_gazetteer_must_be_one() {
    let error = load_gazetteer(&"bytes".into()).unwrap_err();
    assert!(error.is_instance_of::<TypeError>());
    for bytes in [JsValue::from(Uint8Array::new_with_length(7)), ArrayBuffer::new(0).into()] {
        let error = load_gazetteer(&bytes).unwrap_err();
        assert!(!error.is_instance_of::<TypeError>());
        assert!(String::from(error.message()).contains("gazetteer"), "{}", error.message());
    }
}

#[wasm_bindgen_test]
fn the_version_is_the_crates() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
