//! The wasm door as JavaScript sees it, in Node.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, ArrayBuffer, JSON, JsString, Object, RangeError, Reflect, TypeError, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::Options;
use whosaid::wasm::{annotate, find_publication_date, load_gazetteer, version};

const TEXT: &str = "“We are ready,” Kaja Kallas told 200 reporters in Tallinn on Tuesday. 🌍 “So are we.”";

fn annotated(text: &JsString) -> JsValue {
    annotate(text, &JsValue::UNDEFINED).expect("a string gives an annotation")
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
    assert!(json(&annotation).starts_with(r#"{"version":2,"parts":["#));
    for key in ["parts", "entities", "mentions", "quotes", "figures"] {
        for found in list(&annotation, key).iter() {
            assert!(is_plain_object(&found), "{key}");
        }
    }
}

#[wasm_bindgen_test]
fn it_is_what_rust_finds() {
    let found = serde_json::to_string(&whosaid::annotate_with(TEXT, &Options::default())).unwrap();
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
        let error = annotate(value.unchecked_ref(), &JsValue::UNDEFINED).unwrap_err();
        assert!(error.is_instance_of::<TypeError>());
        assert_eq!(error.message(), format!("annotate(text): text must be a string, not {kind}"));
    }
}

fn options(date: &JsValue) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &"date".into(), date).expect("a plain object");
    options.into()
}

#[wasm_bindgen_test]
fn a_date_makes_dates_full() {
    let with = |date: &JsValue| json(&annotate(&TEXT.into(), &options(date)).expect("a date"));
    assert!(with(&"2023-06-29".into()).contains(r#""iso":"2023-06-27""#));
    assert_eq!(with(&"2023-06-29T23:00:00Z".into()), with(&"2023-06-29".into()));
    for none in [JsValue::UNDEFINED, JsValue::NULL] {
        assert_eq!(with(&none), json(&annotated(&TEXT.into())));
        assert_eq!(json(&annotate(&TEXT.into(), &none).expect("no options")), json(&annotated(&TEXT.into())));
    }
}

#[wasm_bindgen_test]
fn what_is_no_date_says_what_to_give() {
    let error = |given: &JsValue| annotate(&TEXT.into(), given).expect_err("no date");
    for date in ["", "27 June", "2023-02-30"] {
        let error = error(&options(&date.into()));
        assert!(error.is_instance_of::<RangeError>());
        let message = String::from(error.message());
        assert!(
            message.ends_with("is no date; give the day as YYYY-MM-DD, such as \"2023-06-27\""),
            "{message}"
        );
    }
    let date = error(&options(&js_sys::Date::new_0().into()));
    assert!(date.is_instance_of::<TypeError>());
    assert!(String::from(date.message()).contains("toISOString"));
    for given in [JsValue::from("2023-06-27"), JsValue::from(20230627), Array::new().into()] {
        let error = error(&given);
        assert!(error.is_instance_of::<TypeError>());
        assert!(String::from(error.message()).contains("an object such as { date: \"2023-06-27\" }"));
    }
}

#[wasm_bindgen_test]
fn an_article_says_its_date() {
    let found = find_publication_date(&"KYIV, June 27, 2023 (Reuters) - It rained.".into());
    assert_eq!(found.expect("a string").as_deref(), Some("2023-06-27"));
    assert_eq!(find_publication_date(&TEXT.into()).expect("a string"), None);
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
