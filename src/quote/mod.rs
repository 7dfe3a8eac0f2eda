//! Quotes: each statement that the text gives to someone, with its cue and its source.

use crate::annotation::Style;
use crate::document::Document;
use crate::name::Name;
use crate::span::Span;

/// A statement that the text gives to someone, as words: who the source is, is for
/// [`crate::speaker`] to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// How the words are given.
    pub style: Style,
    /// The words said, by start; never empty.
    pub content: Vec<Span>,
    /// What tells that they are said.
    pub cue: Vec<Span>,
    /// Who says them, as it stands. Empty where the text does not say it here.
    pub source: Vec<Span>,
}

/// Finds every quote, by first content span.
pub fn find_quotes(_document: &Document, _names: &[Name]) -> Vec<Quote> {
    Vec::new()
}
