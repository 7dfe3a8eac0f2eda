//! The noun phrases and verb groups of a sentence by its units, and which preposition governs a phrase.

use std::ops::Range;

use super::parse::Sentence;
use super::tag::Tag;
use super::{Chunk, Form, Group};
use crate::lexicon::{self, Class};

/// The chunks and groups of a sentence by its units.
pub(super) struct Parts<'p, 's, 't> {
    pub sentence: &'p Sentence<'s, 't>,
    pub chunks: &'p [Chunk],
    pub groups: &'p [Group],
    pub chunk_units: Vec<Range<usize>>,
    pub group_units: Vec<Range<usize>>,
    /// The place of the sentence's first chunk among all.
    pub first_chunk: usize,
    /// For each unit, one more than the place of its chunk and of its group.
    chunk_of: Vec<u32>,
    group_of: Vec<u32>,
    /// For each chunk, the unit of the preposition that governs it.
    governors: Vec<Option<usize>>,
}

impl<'p, 's, 't> Parts<'p, 's, 't> {
    /// The parts of a sentence, of whose chunks the first stands at `first_chunk`.
    pub fn new(
        sentence: &'p Sentence<'s, 't>,
        chunks: &'p [Chunk],
        groups: &'p [Group],
        first_chunk: usize,
    ) -> Self {
        let units = |tokens: &Range<u32>| sentence.unit(tokens.start)..sentence.unit(tokens.end - 1) + 1;
        let mut parts = Self {
            sentence,
            chunks,
            groups,
            chunk_units: chunks.iter().map(|c| units(&c.tokens)).collect(),
            group_units: groups.iter().map(|g| units(&g.tokens)).collect(),
            first_chunk,
            chunk_of: vec![0; sentence.len()],
            group_of: vec![0; sentence.len()],
            governors: Vec::with_capacity(chunks.len()),
        };
        for (index, units) in (1..).zip(&parts.group_units) {
            parts.group_of[units.clone()].fill(index);
        }
        for (index, units) in (1..).zip(&parts.chunk_units) {
            parts.chunk_of[units.clone()].fill(index);
        }
        for chunk in 0..chunks.len() {
            let governor = parts.find_governor(chunk);
            parts.governors.push(governor);
        }
        parts
    }

    /// The chunk that the unit stands in.
    pub fn chunk_at(&self, u: usize) -> Option<usize> {
        self.chunk_of.get(u).and_then(|c| c.checked_sub(1)).map(|c| c as usize)
    }

    /// The group that the unit stands in.
    pub fn group_at(&self, u: usize) -> Option<usize> {
        self.group_of.get(u).and_then(|g| g.checked_sub(1)).map(|g| g as usize)
    }

    /// The preposition that governs a chunk.
    pub fn governor(&self, chunk: usize) -> Option<usize> {
        self.governors.get(chunk).copied().flatten()
    }

    fn find_governor(&self, chunk: usize) -> Option<usize> {
        let sentence = self.sentence;
        let mut before = self.chunk_units[chunk].start.checked_sub(1)?;
        // "about only two"
        while before > 0 && sentence.tag(before) == Some(Tag::Adverb) && self.chunk_at(before).is_none() {
            before -= 1;
        }
        match sentence.tag(before)? {
            Tag::Adposition => Some(before),
            // "of Moreno and Ruiz"
            Tag::Coordinator => {
                let other = before.checked_sub(1).and_then(|u| self.chunk_at(u))?;
                let followed = self
                    .group_at(self.chunk_units[chunk].end)
                    .is_some_and(|g| self.groups[g].form == Form::Finite);
                if followed { None } else { self.governors.get(other).copied().flatten() }
            }
            _ => None,
        }
    }

    /// "Tuesday", "last week"
    pub fn is_time(&self, chunk: usize) -> bool {
        let head = self.sentence.unit(self.chunks[chunk].head);
        let lower = self.sentence.lower(head);
        lexicon::is(lower, Class::Weekday)
            || matches!(lower, "yesterday" | "today" | "tomorrow" | "tonight")
            || matches!(lower, "week" | "month" | "year" | "night" | "morning" | "evening" | "weekend")
                && matches!(
                    self.sentence.lower(self.chunk_units[chunk].start),
                    "last" | "this" | "next" | "that"
                )
    }
}
