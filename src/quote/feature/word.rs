//! What the models know of a word type, whatever stands around it.

use super::super::frame::Frame;
use super::super::words::{self, Class};
use crate::crf::hash;
use crate::name::lexicon::Lexicon;
use crate::token::{Case, Words};

/// How often a word is part of a cue or a source, in eight steps: 0 is (nearly) never.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// How often it is part of a cue.
    pub cue: u8,
    /// How often it is part of a source.
    pub source: u8,
}

impl Entry {
    /// As the lexicon keeps it.
    pub fn pack(self) -> u16 {
        u16::from(self.cue & 7) | u16::from(self.source & 7) << 3
    }

    /// From what the lexicon keeps.
    pub fn unpack(bits: u16) -> Self {
        Self { cue: (bits & 7) as u8, source: (bits >> 3 & 7) as u8 }
    }
}

/// A word type.
#[derive(Clone, Copy, Default)]
pub(super) struct Word {
    pub lower: u32,
    pub exact: u32,
    pub prefix: u32,
    pub suffixes: [u32; 2],
    /// Words of a class stand in the same surroundings; 0 is none.
    pub class: u32,
    /// The coarse class that it belongs to.
    pub coarse: u32,
    pub cue: u32,
    pub source: u32,
    /// What verb of saying it is.
    pub verb: u32,
    pub classes: Class,
}

impl Word {
    /// A quotation of a kind, which stands for a word.
    pub(super) fn quotation(kind: u32) -> Self {
        let hashed = hash(&[b'"', kind as u8]);
        Self { lower: hashed, exact: hashed, classes: words::QUOTATION, ..Self::default() }
    }
}

/// Describes every word type of a text.
pub(super) fn describe_words(frame: &Frame, known: &Lexicon, find: &dyn Fn(&str) -> Entry) -> Vec<Word> {
    let types: &Words = &frame.document.words;
    types
        .ids()
        .map(|id| {
            let lower = types.lower(id);
            let entry = find(lower);
            let class = known.find(lower.as_bytes()).unwrap_or_default();
            let bytes = lower.as_bytes();
            let length = bytes.len();
            let case = match types.case(id) {
                Case::None => 0,
                Case::Lower => 1,
                Case::Title => 2,
                Case::Upper => 3,
                Case::Mixed => 4,
            };
            let hashed = hash(bytes);
            Word {
                lower: hashed,
                exact: hashed ^ case,
                prefix: hash(&bytes[..length.min(3)]),
                suffixes: [
                    hash(&bytes[length.saturating_sub(2)..]),
                    hash(&bytes[length.saturating_sub(3)..]),
                ],
                class: u32::from(class.wide()),
                coarse: u32::from(known.wide_coarse(class)),
                cue: u32::from(entry.cue),
                source: u32::from(entry.source),
                verb: frame.classes.cue(id).map_or(0, |c| (u32::from(c.frame) << 3) | (c.form as u32 + 1)),
                classes: frame.classes.of(id),
            }
        })
        .collect()
}
