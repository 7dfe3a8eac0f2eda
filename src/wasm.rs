//! The wasm door: four functions that JavaScript calls after `await init()`.
//!
//! Nothing is found here. A JavaScript string comes in, the public contract's plain objects go out,
//! and what is wrong with an argument is thrown as a JavaScript error. A JavaScript string may hold
//! half of a surrogate pair, which UTF-8 cannot: on its way in it becomes U+FFFD, one code unit as
//! well, so every position stays true.

use std::cell::OnceCell;
use std::sync::Once;

use js_sys::{ArrayBuffer, Error, JsString, RangeError, Reflect, TypeError, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{Date, Gazetteer, InvalidDate, Options, Part, PartRole};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("annotation.ts");

#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/** What `annotate` may be told beside the text. */
export interface AnnotateOptions {
  /**
   * The day on which the article was published: "2023-06-27", or with a time, as web pages state it.
   * Dates that are told from it ("Tuesday", "last week") then have a full ISO form.
   */
  date?: string | null | undefined;
  /** Whether stances ("wants to leave", "condemned the attack") are listed among the quotes; they are not, by default. */
  stances?: boolean | null | undefined;
  /**
   * What is known of the layout, from the HTML for example. It wins over what the lines tell, and the annotation's `parts` say it
   * back. Nothing is found in litter and credits. Where two lie over each other, the inner one holds.
   */
  parts?: readonly Part[] | null | undefined;
}
"#;

static REPORT_PANICS: Once = Once::new();

thread_local! {
    /// Set once, for the life of the page.
    static GAZETTEER: OnceCell<Gazetteer<'static>> = const { OnceCell::new() };
}

/// Annotates an English text, best a news article: who said what, where, and how much.
///
/// Any string gives an annotation. Places have coordinates once `loadGazetteer` was called. With the
/// article's date in `options`, dates that are told from it are full ones: `{ date: "2023-06-27" }`.
///
/// @throws {TypeError} where `text` is not a string, or `options` not an object with such a `date`, a boolean `stances` and such `parts`
/// @throws {RangeError} where the date is no day of the calendar, written as YYYY-MM-DD, or a part does not lie in the text
#[wasm_bindgen(unchecked_return_type = "Annotation")]
pub fn annotate(
    text: &JsString,
    #[wasm_bindgen(unchecked_optional_param_type = "AnnotateOptions | null")] options: &JsValue,
) -> Result<JsValue, Error> {
    REPORT_PANICS.call_once(report_panics);
    let (text, length) = (text_of(text, "annotate")?, text.length());
    check_options(options)?;
    let (date, stances) = (date_of(options)?, stances_of(options)?);
    let parts = parts_of(options, length)?;
    let annotation = GAZETTEER.with(|gazetteer| {
        crate::annotate_with(&text, &Options { gazetteer: gazetteer.get(), date, stances, parts: &parts })
    });
    let serializer = Serializer::new().serialize_missing_as_null(true);
    // Only a map with keys that are no strings could fail, and there is none.
    Ok(annotation.serialize(&serializer).unwrap_throw())
}

/// The day on which an article was published, where its dateline or byline says it in full: "2023-06-27".
///
/// @throws {TypeError} where `text` is not a string
#[wasm_bindgen(js_name = findPublicationDate)]
pub fn find_publication_date(text: &JsString) -> Result<Option<String>, Error> {
    REPORT_PANICS.call_once(report_panics);
    let text = text_of(text, "findPublicationDate")?;
    Ok(crate::find_publication_date(&text).map(|date| date.to_string()))
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

/// How many quotes the stages up to theirs find, for bench/.
#[cfg(feature = "stages")]
#[wasm_bindgen(js_name = countQuotes)]
pub fn count_quotes(text: &str) -> usize {
    let document = crate::document::Document::new(text);
    crate::quote::find_quotes(&document, &crate::name::find_names(&document)).len()
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

/// The text that a function was given.
fn text_of(text: &JsString, function: &str) -> Result<String, Error> {
    let message = || format!("{function}(text): text must be a string, not {}", kind_of(text));
    text.as_string().ok_or_else(|| TypeError::new(&message()).into())
}

/// Whether the options of `annotate` are an object, or none.
fn check_options(options: &JsValue) -> Result<(), Error> {
    if options.is_undefined() || options.is_null() || options.is_object() && !js_sys::Array::is_array(options)
    {
        return Ok(());
    }
    let message = format!(
        "annotate(text, options): options must be an object such as {{ date: \"2023-06-27\" }}, not {}",
        kind_of(options)
    );
    Err(TypeError::new(&message).into())
}

/// One of the options of `annotate`; `None` where it is not given.
fn option(options: &JsValue, name: &str) -> Result<Option<JsValue>, Error> {
    if options.is_undefined() || options.is_null() {
        return Ok(None);
    }
    let value = Reflect::get(options, &name.into()).map_err(JsCast::unchecked_into::<Error>)?;
    Ok((!value.is_undefined() && !value.is_null()).then_some(value))
}

/// Whether the options of `annotate` ask for stances.
fn stances_of(options: &JsValue) -> Result<bool, Error> {
    let Some(stances) = option(options, "stances")? else { return Ok(false) };
    stances.as_bool().ok_or_else(|| {
        let message = format!(
            "annotate(text, {{ stances }}): stances must be true or false, not {}",
            kind_of(&stances)
        );
        TypeError::new(&message).into()
    })
}

/// The parts in the options of `annotate`, of a text of so many code units.
fn parts_of(options: &JsValue, length: u32) -> Result<Vec<Part>, Error> {
    let Some(parts) = option(options, "parts")? else { return Ok(Vec::new()) };
    let wrong = |message: String| -> Error {
        TypeError::new(&format!("annotate(text, {{ parts }}): {message}")).unchecked_into()
    };
    if !js_sys::Array::is_array(&parts) {
        let kind = kind_of(&parts);
        return Err(wrong(format!(
            "parts must be an array such as [{{ start: 0, end: 12, role: \"headline\" }}], not {kind}"
        )));
    }
    js_sys::Array::from(&parts)
        .iter()
        .enumerate()
        .map(|(i, part)| {
            if !part.is_object() {
                return Err(wrong(format!("parts[{i}] must be an object, not {}", kind_of(&part))));
            }
            let get = |name| option(&part, name).map(Option::unwrap_or_default);
            let unit = |name| {
                let value = get(name)?;
                let number = value.as_f64().filter(|n| n.fract() == 0.0 && (0.0..4294967296.0).contains(n));
                number.map(|n| n as u32).ok_or_else(|| {
                    wrong(format!("parts[{i}].{name} must be a whole number of UTF-16 code units"))
                })
            };
            let (start, end) = (unit("start")?, unit("end")?);
            let role = get("role")?.as_string();
            let named = PartRole::NAMES.iter().find(|(name, _)| Some(*name) == role.as_deref());
            let Some(&(_, role)) = named else {
                let names = PartRole::NAMES.map(|(name, _)| name).join(", ");
                return Err(wrong(format!("parts[{i}].role must be one of {names}")));
            };
            if start > end || end > length {
                let message = format!(
                    "annotate(text, {{ parts }}): parts[{i}] goes from {start} to {end} in a text of {length} code units"
                );
                return Err(RangeError::new(&message).into());
            }
            Ok(Part { start, end, role })
        })
        .collect()
}

/// The date in the options of `annotate`.
fn date_of(options: &JsValue) -> Result<Option<Date>, Error> {
    let Some(date) = option(options, "date")? else { return Ok(None) };
    let words = date.as_string().ok_or_else(|| {
        let hint = if date.is_instance_of::<js_sys::Date>() { "; date.toISOString() gives one" } else { "" };
        let message = format!(
            "annotate(text, {{ date }}): date must be a string such as \"2023-06-27\", not {}{hint}",
            kind_of(&date)
        );
        Error::from(TypeError::new(&message))
    })?;
    let invalid = |error| RangeError::new(&format!("annotate(text, {{ date }}): {error}")).into();
    words.parse().map(Some).map_err(|error: InvalidDate| invalid(error))
}

/// What a value is, in the words of an error message.
fn kind_of(value: &JsValue) -> String {
    match value {
        value if value.is_null() => "null".into(),
        value if js_sys::Array::is_array(value) => "array".into(),
        value => value.js_typeof().as_string().unwrap_or_default(),
    }
}
