//! The parts of quotes as the field tags them: spans of units of one kind.

use std::ops::Range;

/// What a tagged span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// What is said.
    Content,
    /// Who says it.
    Source,
    /// What tells so.
    Cue,
}

/// A tagged span, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part {
    /// Its first unit.
    pub first: usize,
    /// One past its last unit.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// Whether it was tagged as standing after its cue.
    pub after: bool,
}

impl Part {
    /// Its units.
    pub fn units(&self) -> Range<usize> {
        self.first..self.end
    }
}

/// The spans that labels stand for, by start.
pub fn parts(labels: &[u8]) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    for (u, &label) in labels.iter().enumerate() {
        let kind = match label {
            1..=4 => Kind::Content,
            5..=8 => Kind::Source,
            9 | 10 => Kind::Cue,
            _ => continue,
        };
        let after = matches!(label, 3 | 4 | 7 | 8);
        match found.last_mut() {
            Some(part) if label % 2 == 0 && part.kind == kind && part.end == u => part.end = u + 1,
            _ => found.push(Part { first: u, end: u + 1, kind, after }),
        }
    }
    found
}
