//! **whosaid**: who said what, where and how much.
//!
//! [`annotate`] takes any English text, best a news article, and gives every quote with its
//! speaker, every person, organization and place, and every figure with its value.
//!
//! ```
//! let text = "“We are ready,” Kaja Kallas told reporters in Tallinn on Tuesday.";
//! let found = whosaid::annotate(text);
//! let quote = &found.quotes[0];
//! assert_eq!(quote.content[0].of(text), Some("We are ready,"));
//! let speaker = &found.entities[quote.speaker.unwrap() as usize];
//! assert_eq!(speaker.name, "Kaja Kallas");
//! ```
//!
//! The modules are the stages of the pipeline, in the order of [`annotate`]; each has one entry
//! function and reads only what the stages before it found.

pub mod annotation;
mod assemble;
pub mod crf;
pub mod document;
pub mod entity;
pub mod figure;
pub mod layout;
pub mod name;
pub mod place;
pub mod quote;
pub mod sentence;
pub mod span;
pub mod speaker;
pub mod token;

#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use annotation::Annotation;
pub use place::Gazetteer;

use document::Document;

/// Annotates `text` with everything this crate ships, the gazetteer included.
///
/// Any string gives an annotation, in time linear in its length; doubt is an empty list or a
/// missing speaker, never an error.
#[cfg(not(target_arch = "wasm32"))]
pub fn annotate(text: &str) -> Annotation {
    annotate_with(text, Some(Gazetteer::shipped()))
}

/// Annotates `text`; without a gazetteer, places are found but have no coordinates.
pub fn annotate_with(text: &str, gazetteer: Option<&Gazetteer>) -> Annotation {
    let document = Document::new(text);
    let names = name::find_names(&document);
    let entities = entity::group_names(&document, &names);
    let quotes = quote::find_quotes(&document, &names);
    let speakers = speaker::resolve_speakers(&document, &names, &entities, &quotes);
    let figures = figure::find_figures(&document, &names);
    let places = place::resolve_places(&document, &names, &entities, gazetteer);
    assemble::assemble(&document, &names, entities, speakers, &quotes, figures, places)
}
