//! The writer's own sentences, with each quotation in them as one word.
//!
//! "“We go. They stay,” said Moreno." holds two sentences, but one statement about Moreno. A
//! [`Frame`] is the text as [`Unit`]s: a token outside quotation marks, or a whole quotation. What
//! stands inside quotations makes a frame of its own, so that their quotes are found as well.

use std::ops::Range;

use super::cue::Cue;
use super::marks::Quotation;
use super::words::{self, CAPITAL, Class, Classes, NAME, QUOTATION, STOP};
use crate::document::Document;
use crate::name::Name;
use crate::span::Span;
use crate::token::{Case, Gap, TokenKind};

/// Behind these, "'s" stands for *is* or *has*.
const IS_BEFORE: Class = words::SUBJECT | words::THAT | words::QUESTION;

/// A token of the writer's, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Its first token; of a quotation, the opening mark.
    pub first: u32,
    /// One past its last token.
    pub end: u32,
    /// What it can be.
    pub class: Class,
    /// The index of the quotation it stands for, if [`QUOTATION`].
    pub quotation: u32,
}

/// One level of a text, as units and sentences.
pub(super) struct Frame<'d, 't> {
    pub document: &'d Document<'t>,
    pub classes: &'d Classes,
    pub quotations: &'d [Quotation],
    pub units: Vec<Unit>,
    /// Ranges of units.
    pub sentences: Vec<Range<usize>>,
    /// For each sentence, the index of the region that it stands in.
    pub regions: Vec<u32>,
}

impl<'d, 't> Frame<'d, 't> {
    /// Makes the frame of `regions`, ranges of tokens by start. `quotations` are those that
    /// stand in them, by start, none inside another.
    pub(super) fn new(
        document: &'d Document<'t>,
        classes: &'d Classes,
        names: &[Name],
        regions: &[Range<u32>],
        quotations: &'d [Quotation],
    ) -> Self {
        let mut frame = Self {
            document,
            classes,
            quotations,
            units: Vec::with_capacity(regions.iter().map(|r| r.len()).sum()),
            sentences: Vec::new(),
            regions: Vec::new(),
        };
        let mut next_quotation = 0;
        let mut next_name = 0;
        for (index, region) in regions.iter().enumerate() {
            let mut start = frame.units.len();
            let mut sentence = document.sentence_of(region.start as usize);
            let mut at = region.start;
            while at < region.end {
                while quotations.get(next_quotation).is_some_and(|q| q.open < at) {
                    next_quotation += 1;
                }
                let end = match quotations.get(next_quotation) {
                    Some(q) if q.open == at => {
                        let end = q.after.min(region.end).max(at + 1);
                        let unit =
                            Unit { first: at, end, class: QUOTATION, quotation: next_quotation as u32 };
                        frame.units.push(unit);
                        end
                    }
                    _ => {
                        while names.get(next_name).is_some_and(|n| n.end <= at) {
                            next_name += 1;
                        }
                        let named = names.get(next_name).is_some_and(|n| n.first <= at);
                        let before = frame.units.last().map_or(0, |u| u.class);
                        let class = class_at(document, classes, at, named, before);
                        frame.units.push(Unit { first: at, end: at + 1, class, quotation: 0 });
                        at + 1
                    }
                };
                at = end;
                while document.sentences.get(sentence).is_some_and(|s| s.tokens.end < at) {
                    sentence += 1;
                }
                // A full stop before an opening mark ends a sentence, whatever the mark is taken for.
                let before_mark = quotations.get(next_quotation).is_some_and(|q| q.open == at)
                    || quotations.get(next_quotation + 1).is_some_and(|q| q.open == at);
                let full_stop =
                    frame.units.last().is_some_and(|u| u.class & words::STOP != 0 && u.end - u.first == 1)
                        && matches!(document.word(at as usize - 1), "." | "!" | "?");
                let quoted_stop = frame.units.last().is_some_and(|u| u.class & QUOTATION != 0)
                    && at < region.end
                    && at >= 2
                    && [1, 2].iter().any(|b| document.word((at - b) as usize) == ".")
                    && classes.of(document.tokens[at as usize].word) & CAPITAL != 0
                    && !attribution_follows(document, classes, at, region.end);
                let ends = at >= region.end
                    || full_stop && before_mark
                    || quoted_stop
                    || document.sentences.get(sentence).is_some_and(|s| s.tokens.end == at)
                        && !(frame.units.last().is_some_and(|u| u.class & QUOTATION != 0)
                            && attribution_follows(document, classes, at, region.end));
                if ends {
                    frame.sentences.push(start..frame.units.len());
                    frame.regions.push(index as u32);
                    start = frame.units.len();
                }
            }
        }
        frame
    }

    /// The same frame with the classes of words as `classes` has them.
    pub(super) fn seen_by<'c>(&'c self, classes: &'c Classes) -> Frame<'c, 't> {
        let mut units: Vec<Unit> = Vec::with_capacity(self.units.len());
        let mut before = 0;
        for unit in &self.units {
            if unit.class & QUOTATION == 0 {
                let named = unit.class & NAME != 0;
                before = class_at(self.document, classes, unit.first, named, before);
            } else {
                before = unit.class;
            }
            units.push(Unit { class: before, ..*unit });
        }
        let (sentences, regions) = (self.sentences.clone(), self.regions.clone());
        Frame { document: self.document, classes, quotations: self.quotations, units, sentences, regions }
    }

    /// The classes of the unit at `u`; none past the end.
    pub(super) fn class(&self, u: usize) -> Class {
        self.units.get(u).map_or(0, |u| u.class)
    }

    /// Whether the unit at `u` is in one of `classes`.
    pub(super) fn is(&self, u: usize, classes: Class) -> bool {
        self.class(u) & classes != 0
    }

    /// The unit's word in lower case; "" for a quotation.
    pub(super) fn lower(&self, u: usize) -> &str {
        match self.units.get(u) {
            Some(unit) if unit.class & QUOTATION == 0 => self.document.lower(unit.first as usize),
            _ => "",
        }
    }

    /// The verb of saying at `u`.
    pub(super) fn cue(&self, u: usize) -> Option<Cue> {
        if !self.is(u, words::CUE) {
            return None;
        }
        self.classes.cue(self.document.tokens[self.units[u].first as usize].word)
    }

    /// The quotation that the unit at `u` stands for.
    pub(super) fn quotation(&self, u: usize) -> Option<&Quotation> {
        let unit = self.units.get(u)?;
        (unit.class & QUOTATION != 0).then(|| &self.quotations[unit.quotation as usize])
    }

    /// The sentence that the unit at `u` is in, or the next.
    pub(super) fn sentence_of(&self, u: usize) -> Option<&Range<usize>> {
        self.sentences.get(self.sentences.partition_point(|s| s.end <= u))
    }

    /// `units` without the punctuation that ends them.
    pub(super) fn before_stop(&self, mut units: Range<usize>) -> Range<usize> {
        while units.end > units.start && self.is(units.end - 1, STOP) {
            units.end -= 1;
        }
        units
    }

    /// The text of `units`, without quotation marks at its edges. `None` where nothing is left.
    pub(super) fn span(&self, units: Range<usize>) -> Option<Span> {
        if units.is_empty() {
            return None;
        }
        let (mut first, mut end) = (self.units[units.start].first, self.units[units.end - 1].end);
        let mark = |i: u32| self.document.tokens[i as usize].kind == TokenKind::Quote;
        while first < end && mark(first) {
            first += 1;
        }
        while first < end && mark(end - 1) {
            end -= 1;
        }
        (first < end).then(|| self.document.span(first as usize, end as usize))
    }
}

/// What the token at `at` can be where it stands: `named` tells whether it is part of a name, `before` what the unit
/// before it can be.
fn class_at(document: &Document, classes: &Classes, at: u32, named: bool, before: Class) -> Class {
    let token = &document.tokens[at as usize];
    let class = classes.of(token.word);
    // Most tokens are too long to be a mark or an ending, and need no look at their letters.
    let short = token.span.len() <= 4;
    if named {
        // "WHO", "US"
        let capitals = short && document.words.case(token.word) == Case::Upper && token.span.len() > 1;
        let pronouns = words::RELATIVE | words::QUESTION | words::SUBJECT | words::OBJECT;
        return if capitals { (class | NAME) & !pronouns } else { class | NAME };
    }
    if short && matches!(document.lower(at as usize), "-" | "--") && is_spaced(document, at) {
        // " - " stands for a dash.
        return STOP;
    }
    let possessive = short && token.gap == Gap::None && document.lower(at as usize) == "'s";
    if possessive && before & IS_BEFORE != 0 && before & NAME == 0 {
        // "he's", "that's"
        return words::AUXILIARY | words::BE | words::WORD;
    }
    class
}

/// Whether the token at `at` has space on both sides.
fn is_spaced(document: &Document, at: u32) -> bool {
    let gap = |i: u32| document.tokens.get(i as usize).is_none_or(|t| t.gap != crate::token::Gap::None);
    gap(at) && gap(at + 1)
}

/// Whether "Moreno said" follows a quotation that ends like a sentence: "“Why?” Moreno asked."
fn attribution_follows(document: &Document, classes: &Classes, at: u32, end: u32) -> bool {
    let before = document.word(at as usize - 1).trim_end_matches(['"', '”', '\'', '’', '»']);
    let before = if before.is_empty() && at >= 2 { document.word(at as usize - 2) } else { before };
    let asks = matches!(before, "?" | "!");
    let mut i = at;
    while i < end.min(at + 7) {
        let token = &document.tokens[i as usize];
        let class = classes.of(token.word);
        if let Some(cue) = classes.cue(token.word)
            && cue.frame & super::cue::DIRECT != 0
            && cue.frame & super::cue::NOUN == 0
            && i > at
        {
            let next = document.tokens.get(i as usize + 1);
            let stops = i + 1 >= end || next.is_some_and(|t| document.slice(t.span) == ".");
            return class & CAPITAL == 0 && (asks || stops);
        }
        if class & (words::STOP | words::AUXILIARY | words::VERB | words::PAST | words::PREPOSITION) != 0
            || token.kind == TokenKind::Quote
        {
            return false;
        }
        i += 1;
    }
    false
}
