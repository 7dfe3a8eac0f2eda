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
//! Below, the modules are the stages of the pipeline, whose order is that of `Findings::of` and then [`annotate_with`]; each has one
//! entry function and reads only what the stages before it found.

// What only the trainer asks for is no dead code.
#![cfg_attr(not(feature = "internals"), allow(dead_code, unused_imports))]

pub mod annotation;

mod assemble;
mod hash;
#[cfg(any(test, feature = "internals"))]
pub mod notation;
pub mod points;
#[cfg(feature = "internals")]
pub mod rule;
#[cfg(not(feature = "internals"))]
mod rule;
#[cfg(all(feature = "internals", not(target_arch = "wasm32")))]
pub mod rules;
mod text;

// The stages: private, but open to the trainer and the tests.
#[cfg(feature = "internals")]
pub mod crf;
#[cfg(feature = "internals")]
pub mod document;
#[cfg(feature = "internals")]
pub mod entity;
#[cfg(feature = "internals")]
pub mod figure;
#[cfg(feature = "internals")]
pub mod judge;
#[cfg(feature = "internals")]
pub mod layout;
#[cfg(feature = "internals")]
pub mod lexicon;
#[cfg(feature = "internals")]
pub mod name;
#[cfg(feature = "internals")]
pub mod pipeline;
#[cfg(feature = "internals")]
pub mod place;
#[cfg(all(feature = "internals", not(target_arch = "wasm32")))]
pub mod probe;
#[cfg(feature = "internals")]
pub mod quote;
#[cfg(feature = "internals")]
pub mod review;
#[cfg(feature = "internals")]
pub mod sentence;
#[cfg(feature = "internals")]
pub mod span;
#[cfg(feature = "internals")]
pub mod speaker;
#[cfg(feature = "internals")]
pub mod syntax;
#[cfg(feature = "internals")]
pub mod token;

#[cfg(not(feature = "internals"))]
mod crf;
#[cfg(not(feature = "internals"))]
mod document;
#[cfg(not(feature = "internals"))]
mod entity;
#[cfg(not(feature = "internals"))]
mod figure;
#[cfg(not(feature = "internals"))]
mod judge;
#[cfg(not(feature = "internals"))]
mod layout;
#[cfg(not(feature = "internals"))]
mod lexicon;
#[cfg(not(feature = "internals"))]
mod name;
#[cfg(not(feature = "internals"))]
mod pipeline;
#[cfg(not(feature = "internals"))]
mod place;
#[cfg(not(feature = "internals"))]
mod quote;
#[cfg(not(feature = "internals"))]
mod review;
#[cfg(not(feature = "internals"))]
mod sentence;
#[cfg(not(feature = "internals"))]
mod span;
#[cfg(not(feature = "internals"))]
mod speaker;
#[cfg(not(feature = "internals"))]
mod syntax;
#[cfg(not(feature = "internals"))]
mod token;

#[cfg(all(feature = "arrow", not(target_arch = "wasm32")))]
pub mod table;

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use annotation::*;
pub use figure::{Date, InvalidDate, find_publication_date};
pub use place::Gazetteer;

use document::Document;
use pipeline::Findings;

/// What there is to know beside the text; nothing, by default.
///
/// ```
/// use whosaid::{Date, Options};
///
/// let options = Options::shipped().date("2023-06-29".parse::<Date>()?).stances(true);
/// assert!(options.stances && options.date.is_some());
/// # Ok::<(), whosaid::InvalidDate>(())
/// ```
#[derive(Clone, Copy, Default)]
#[non_exhaustive]
pub struct Options<'a> {
    /// Where places lie. Without it they are found, but have no coordinates.
    pub gazetteer: Option<&'a Gazetteer<'a>>,
    /// The day on which the article was published. With it, dates that are told from that day get a
    /// full ISO form: "Tuesday", "last week". [`find_publication_date`] reads it off most articles.
    pub date: Option<Date>,
    /// Whether stances are listed among the quotes: "wants to leave", "condemned the attack".
    pub stances: bool,
    /// What is known of the layout, from the HTML for example: headline, captions, boxes. It wins over what the lines tell, and
    /// the annotation's `parts` say it back. Positions past the end of the text are cut at it; where two parts lie
    /// over each other, the inner one holds.
    pub parts: &'a [Part],
}

impl<'a> Options<'a> {
    /// The same with a gazetteer of your own.
    pub fn gazetteer(self, gazetteer: &'a Gazetteer<'a>) -> Self {
        Self { gazetteer: Some(gazetteer), ..self }
    }

    /// The same with the day of the article, where it is known.
    pub fn date(self, date: impl Into<Option<Date>>) -> Self {
        Self { date: date.into(), ..self }
    }

    /// The same with stances listed or not.
    pub fn stances(self, stances: bool) -> Self {
        Self { stances, ..self }
    }

    /// The same with what is known of the layout.
    pub fn parts(self, parts: &'a [Part]) -> Self {
        Self { parts, ..self }
    }
}

#[cfg(all(feature = "gazetteer", not(target_arch = "wasm32")))]
impl Options<'static> {
    /// With everything this crate ships, the gazetteer included.
    pub fn shipped() -> Self {
        Self { gazetteer: Some(Gazetteer::shipped()), ..Self::default() }
    }
}

/// Annotates `text` with everything this crate ships, the gazetteer included.
///
/// Any string gives an annotation, in time linear in its length; doubt is an empty list or a
/// missing speaker, never an error.
#[cfg(all(feature = "gazetteer", not(target_arch = "wasm32")))]
pub fn annotate(text: &str) -> Annotation {
    annotate_with(text, &Options::shipped())
}

/// Annotates `text` with what `options` know of it.
///
/// ```
/// use whosaid::{Date, Options, annotate_with};
///
/// let text = "Kaja Kallas resigned on Tuesday.";
/// let found = annotate_with(text, &Options::shipped());
/// assert_eq!(found.figures[0].iso.as_deref(), Some("XXXX-WXX-2"));
///
/// let found = annotate_with(text, &Options::shipped().date("2023-06-29".parse::<Date>()?));
/// assert_eq!(found.figures[0].iso.as_deref(), Some("2023-06-27"));
/// # Ok::<(), whosaid::InvalidDate>(())
/// ```
///
/// Parts that the caller knows:
///
/// ```
/// use whosaid::{Options, Part, PartRole, annotate_with};
///
/// let text = "“We are ready,” Kaja Kallas said.\n\nMarta Sild: “We are not,” the minister said";
/// let related = Part { start: 35, end: 78, role: PartRole::Litter };
/// let found = annotate_with(text, &Options::shipped().parts(&[related]));
/// assert_eq!(found.quotes.len(), 1);
/// assert_eq!(found.parts, [related]);
/// ```
pub fn annotate_with(text: &str, options: &Options) -> Annotation {
    let found = Findings::of(Document::with_parts(text, options.parts));
    let verdicts = found.judge();
    let figures = match cfg!(feature = "figures") {
        true => figure::find_figures(&found.document, &found.names, options.date),
        false => Vec::new(),
    };
    let places = place::resolve_places(&found.document, &found.names, &found.entities, options.gazetteer);
    assemble::assemble(found, &verdicts, figures, places, options.stances)
}
