//! Names as they are spelled, and which spellings stand for one thing.

use crate::span::Span;

/// All names that are written with the same words.
pub(super) struct Spelling {
    /// Its words in one form, parted by spaces.
    pub(super) key: String,
    /// The same of a person, before variant spellings were brought together.
    pub(super) bare: String,
    pub(super) class: Class,
    /// How many names.
    pub(super) count: u32,
    /// The first of them.
    pub(super) first: u32,
    /// Where that stands.
    pub(super) span: Span,
    /// Whether its first name is one word in capitals.
    pub(super) capitals: bool,
    pub(super) organizations: u32,
    pub(super) places: u32,
}

impl Spelling {
    /// Whether it names a body, half of the time at least.
    pub(super) fn is_organization(&self) -> bool {
        2 * self.organizations >= self.count && self.organizations > 0
    }

    /// Whether it names a place, half of the time at least.
    pub(super) fn is_place(&self) -> bool {
        2 * self.places >= self.count && self.places > 0
    }

    pub(super) fn words(&self) -> usize {
        self.key.bytes().filter(|&b| b == b' ').count() + 1
    }

    /// The words as they are compared with names of other classes.
    pub(super) fn plain(&self) -> &str {
        if self.class == Class::Person { &self.bare } else { &self.key }
    }
}

/// Names of different classes are never joined by their parts.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Person,
    People,
    Thing,
}

/// Disjoint sets of spellings.
pub(super) struct Sets(Vec<u32>);

impl Sets {
    pub(super) fn new(size: usize) -> Self {
        Self((0..size as u32).collect())
    }

    /// The set that `i` is in.
    pub(super) fn find(&mut self, mut i: u32) -> u32 {
        while self.0[i as usize] != i {
            let above = self.0[self.0[i as usize] as usize];
            self.0[i as usize] = above;
            i = above;
        }
        i
    }

    /// Joins the set of `part` to that of `whole`.
    pub(super) fn join(&mut self, part: u32, whole: u32) {
        let (part, whole) = (self.find(part), self.find(whole));
        self.0[part as usize] = whole;
    }

    /// A new set.
    pub(super) fn add(&mut self) -> u32 {
        self.0.push(self.0.len() as u32);
        self.0.len() as u32 - 1
    }
}
