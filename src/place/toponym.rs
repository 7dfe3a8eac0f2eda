//! A place that the text names: what it may be, and how it stands to others.

use super::cue::Kinds;
use super::gazetteer::Candidate;

/// How many neighbors of one place are kept.
const LINKS: usize = 12;

/// A place that the text names.
#[derive(Default)]
pub struct Toponym {
    /// Its number among the entities; none for a place that only an organization is named for.
    pub entity: Option<usize>,
    /// What it may be.
    pub candidates: Vec<Candidate>,
    /// How often the text names it.
    pub mentions: u32,
    /// What the words beside it say that it is.
    pub cues: Kinds,
    /// The places named beside it, and how they stand to it.
    pub links: Vec<(usize, Link)>,
    /// The place that a building is named for, which no gazetteer holds: "Paris" of "Paris Town Hall".
    pub namesake: Option<usize>,
    /// Whether its name is that of a building: "Marlow Memorial Hospital".
    pub building: bool,
    /// Whether a name of it has several words, which few places share.
    pub long: bool,
}

impl Toponym {
    /// Takes what another name of the same place may stand for: the places that have both names, if there
    /// are any ("New York" and "New York City").
    pub(super) fn join(&mut self, found: Vec<Candidate>) {
        let both = |c: &Candidate| found.iter().any(|f| f.row == c.row);
        if self.candidates.iter().any(both) {
            self.candidates.retain(both);
        } else {
            self.unite(found);
        }
    }

    pub(super) fn unite(&mut self, found: Vec<Candidate>) {
        for candidate in found {
            if self.candidates.iter().all(|c| c.row != candidate.row) {
                self.candidates.push(candidate);
            }
        }
    }

    pub(super) fn link(&mut self, other: usize, link: Link) {
        if self.links.len() < LINKS && !self.links.contains(&(other, link)) {
            self.links.push((other, link));
        }
    }
}

/// How one toponym stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// It may lie in the other.
    Within(Join),
    /// The other may lie in it.
    Around(Join),
    /// Both are members of a list.
    Listed,
    /// They stand close together.
    Beside,
    /// It lies close to the other: "the Cincinnati suburb of Mason", "Kelso near Longview".
    Close,
}

/// What stands between a place and the one that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// "Paris, Texas"
    Comma,
    /// "Paris (Texas)"
    Bracket,
    /// "Paris in north-east Texas"
    In,
}
