//! Training of sparse linear-chain conditional random fields.
//!
//! [`train`] maximises the likelihood of the allowed label sequences by FTRL-proximal (McMahan et
//! al. 2013) with an L1 penalty, which leaves most weights at zero. A token may allow several labels:
//! where a corpus does not annotate a kind, what it leaves outside may be of that kind. Weights are
//! shared by all corpora, with others beside them for each corpus (Daumé 2007); [`train::Field::weights`] adds up the
//! shared ones and those of the corpus whose guideline is wanted.

pub mod lattice;
pub mod pack;
mod train;

pub use train::{Options, Weights, train};

/// Consecutive tokens with their allowed labels.
pub struct Sequence<const L: usize = { lattice::LANES }> {
    /// The keys of every token's features, one token after the other.
    pub keys: Vec<u32>,
    /// Where each token's keys end.
    pub ends: Vec<u32>,
    /// For each token, the labels that it may have, as a bit mask.
    pub allowed: Vec<u32>,
    /// For each token, how likely a teacher holds each label; empty where the labels are allowed ones alone.
    pub soft: Vec<lattice::Row<L>>,
    /// Which corpus it is from.
    pub corpus: u8,
    /// How much it counts.
    pub weight: f32,
}

/// The label scheme: which steps can be taken.
pub struct Scheme {
    /// How many labels there are.
    pub labels: usize,
    /// For each label, whether a stretch may start with it.
    pub start: Vec<bool>,
    /// For each label, the labels that may follow it, as a bit mask.
    pub follow: Vec<u32>,
}

impl Scheme {
    /// Any label after any other.
    pub fn free(labels: usize) -> Self {
        Self { labels, start: vec![true; labels], follow: vec![u32::MAX >> (32 - labels); labels] }
    }

    /// Label 0 outside; 1, 3, 5, … the first and 2, 4, 6, … the further tokens of a span.
    pub fn bio(labels: usize) -> Self {
        let follow = |from: usize| {
            (0..labels)
                .filter(|&to| to == 0 || to % 2 == 1 || from > 0 && to == from + from % 2)
                .fold(0, |mask, to| mask | 1 << to)
        };
        Self {
            labels,
            start: (0..labels).map(|to| to == 0 || to % 2 == 1).collect(),
            follow: (0..labels).map(follow).collect(),
        }
    }
}
