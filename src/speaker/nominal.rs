//! Noun phrases as the stage keeps them.

use crate::lexicon::noun::Noun;

/// A noun phrase: "the young soldier".
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its last token.
    pub(super) head: u32,
    pub(super) noun: Option<Noun>,
    pub(super) start: Start,
    /// The words in it that must be a name, though they were not found to be one: "Lin's manager A-jen".
    pub(super) name: Option<(u32, u32)>,
}

/// How a phrase starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// "the soldier"
    Definite,
    /// "a soldier", "two soldiers"
    Indefinite,
    /// "another", "another soldier"
    Another,
    /// "soldiers"
    Bare,
    /// "his soldier", "Ukraine's soldier"
    Owned,
}
