//! The units of a frame as the models see them.
//!
//! [`Features::new`] works out in a few passes what stands around each unit: its noun phrase, the nearest words that
//! may be cues, the nearest verbs, quotations and marks, and what the rules took it for. `word` tells what a word is,
//! `keys` makes features of both. What the models know
//! of words they know from a table of their own (`frozen`), so that a word given to a list moves no model.

pub mod frozen;
mod keys;
mod word;

use super::cue::Form;
use super::frame::Frame;
use super::words;
use crate::crf::{key, key_pair};
use crate::layout::Role;
use crate::name::Name;
use crate::name::lexicon::Lexicon;
pub(in crate::quote) use keys::{bucket, mix};
pub use word::Entry;
use word::{Word, describe_words};

/// Changes whenever a feature does: a model goes with one version.
pub const VERSION: u16 = 2;

/// The distances at which words are looked at, from three before to three after.
pub const DISTANCES: usize = 7;

/// The place of distance 0 among them.
const HERE: usize = 3;

/// How likely a cue a word has to be that others look out for.
const LIKELY: u32 = 4;

/// Without a quotation or a verb of saying, a sentence is looked at only for a word so likely a cue.
const GATE: u32 = 5;

/// A unit, with what is worked out for all of them in a few passes.
#[derive(Clone, Copy, Default)]
struct Place {
    word: u32,
    /// What it is, roughly: a part of speech where that is known, a kind of name, a mark.
    tag: u32,
    /// Its noun phrase; both the unit itself where it stands in none.
    phrase: (u32, u32),
    /// The nearest words that may be cues; itself where there is none in the sentence.
    cues: (u32, u32),
    /// The nearest finite verbs, likewise.
    verbs: (u32, u32),
    /// The nearest quotations, likewise.
    quotations: (u32, u32),
    /// The nearest punctuation, or the border of the sentence.
    stops: (u32, u32),
    /// The marks before it in the text, to count those between two units.
    count: u32,
    sentence: u32,
    hint: u8,
}

/// A frame as the model sees it.
pub struct Features {
    words: Vec<Word>,
    places: Vec<Place>,
    sentences: Vec<Sentence>,
    /// For each unit, its tokens, with the marks of a quotation.
    tokens: Vec<(u32, u32)>,
    /// For each unit, whether it is punctuation.
    marks: Vec<bool>,
}

#[derive(Clone, Copy, Default)]
struct Sentence {
    start: u32,
    end: u32,
    /// What its block is.
    role: u32,
    /// Whether it opens its block.
    opens: bool,
    quotations: u8,
    /// Whether anything in it may be part of a quote: if not, it is not looked at.
    open: bool,
}

impl Features {
    /// Prepares a frame. `known` tells the classes of words; `find` how often a word, in lower case, is part of a cue
    /// or a source; `hints` is what the rules took each unit for.
    pub(super) fn new(
        frame: &Frame,
        names: &[Name],
        hints: &[u8],
        known: &Lexicon,
        find: &dyn Fn(&str) -> Entry,
    ) -> Self {
        let document = frame.document;
        let classes = frozen::classes(document);
        let frame = &frame.seen_by(&classes);
        let mut words = describe_words(frame, known, find);
        let pseudo = words.len() as u32;
        words.extend((0..QUOTATIONS).map(Word::quotation));
        let mut places: Vec<Place> = Vec::with_capacity(frame.units.len());
        let mut next_name = 0;
        let mut count = 0;
        for (u, unit) in frame.units.iter().enumerate() {
            let class = unit.class;
            let mut word = document.tokens[unit.first as usize].word.0;
            let tag = if class & words::QUOTATION != 0 {
                let kind = quotation_kind(frame, u);
                word = pseudo + kind;
                2000 + kind
            } else if class & words::NAME != 0 {
                while names.get(next_name).is_some_and(|n| n.end <= unit.first) {
                    next_name += 1;
                }
                1000 + names.get(next_name).map_or(0, |n| n.kind as u32)
            } else if class & words::STOP != 0 {
                words[word as usize].lower | 1 << 31
            } else {
                class | 1 << 30
            };
            count += u32::from(class & words::STOP != 0);
            places.push(Place { word, tag, count, hint: hints[u], ..Place::default() });
        }
        let mut features = Self {
            words,
            places,
            sentences: Vec::with_capacity(frame.sentences.len()),
            tokens: frame.units.iter().map(|u| (u.first, u.end)).collect(),
            marks: frame.units.iter().map(|u| u.class & words::STOP != 0).collect(),
        };
        let mut block = usize::MAX;
        let mut at = 0;
        for range in &frame.sentences {
            let start = document.tokens[frame.units[range.start].first as usize].span.start;
            while document.layout.blocks.get(at).is_some_and(|b| b.span.end <= start) {
                at += 1;
            }
            let role = document.layout.blocks.get(at).map_or(0, |b| match b.role {
                Role::Headline => 1,
                Role::Paragraph => 2,
                Role::Turn { .. } => TURN,
                Role::Aside => 4,
            });
            let quotations =
                frame.units[range.clone()].iter().filter(|u| u.class & words::QUOTATION != 0).count();
            features.sentences.push(Sentence {
                start: range.start as u32,
                end: range.end as u32,
                role,
                opens: block != at,
                quotations: quotations.min(3) as u8,
                open: false,
            });
            block = at;
            features.measure(frame, features.sentences.len() - 1);
        }
        features
    }

    /// A number that stands for all that the field sees of each unit. Where it changes for the same text, the model
    /// sees another text than it was trained for.
    pub fn fingerprint(&self) -> u32 {
        let mut print = 0;
        for u in 0..self.len() {
            let mut add = |next| print = key_pair(0, print, next);
            for (distance, word) in (0..DISTANCES).filter_map(|d| Some((d, self.word_at(u, d)?))) {
                self.word_keys(word, distance, &mut add);
            }
            self.unit_keys(u, &mut add);
            // What the models that link and judge see beside that.
            add(key(0, self.verb(u) << 8 | self.opening(u) << 4 | u32::from(self.is_verb(u))));
            add(key(1, self.role(u) << 1 | u32::from(self.is_open(self.sentence(u)))));
        }
        print
    }

    /// Works out what stands around each unit of a sentence.
    fn measure(&mut self, frame: &Frame, sentence: usize) {
        let range = self.sentences[sentence].start as usize..self.sentences[sentence].end as usize;
        let likely: Vec<(bool, bool, bool, bool)> = range
            .clone()
            .map(|u| {
                let word = &self.words[self.places[u].word as usize];
                let name = frame.is(u, words::NAME);
                let cue = !name && (word.cue >= LIKELY || frame.cue(u).is_some());
                let verb = !name
                    && (frame.is(u, words::AUXILIARY | words::VERB | words::PAST)
                        || frame.cue(u).is_some_and(|c| c.form != Form::Ing));
                (cue, verb, frame.is(u, words::QUOTATION), frame.is(u, words::STOP))
            })
            .collect();
        let first = range.start;
        self.sentences[sentence].open = range.clone().any(|u| {
            let place = &self.places[u];
            let (cue, _, quotation, _) = likely[u - first];
            place.hint != 0
                || quotation
                || cue && (frame.cue(u).is_some() || self.words[place.word as usize].cue >= GATE)
        });
        let mut last = [u32::MAX; 4];
        for u in range.clone() {
            let or = |at: u32, other: u32| if at == u32::MAX { other } else { at };
            let place = &mut self.places[u];
            place.sentence = sentence as u32;
            place.cues.0 = or(last[0], u as u32);
            place.verbs.0 = or(last[1], u as u32);
            place.quotations.0 = or(last[2], u as u32);
            place.stops.0 = or(last[3], first as u32);
            let is = likely[u - first];
            for (at, is) in last.iter_mut().zip([is.0, is.1, is.2, is.3]) {
                if is {
                    *at = u as u32;
                }
            }
        }
        let mut next = [u32::MAX; 4];
        for u in range.clone().rev() {
            let or = |at: u32, other: u32| if at == u32::MAX { other } else { at };
            let place = &mut self.places[u];
            place.cues.1 = or(next[0], u as u32);
            place.verbs.1 = or(next[1], u as u32);
            place.quotations.1 = or(next[2], u as u32);
            place.stops.1 = or(next[3], range.end as u32 - 1);
            let is = likely[u - first];
            for (at, is) in next.iter_mut().zip([is.0, is.1, is.2, is.3]) {
                if is {
                    *at = u as u32;
                }
            }
        }
        let mut start = first;
        while start < range.end {
            let mut end = start;
            while end < range.end && nominal(frame, end) && !(end > start && opens_phrase(frame, end)) {
                end += 1;
            }
            if end == start {
                self.places[start].phrase = (start as u32, start as u32);
                start += 1;
                continue;
            }
            for u in start..end {
                self.places[u].phrase = (start as u32, end as u32 - 1);
            }
            start = end;
        }
    }

    /// The units of each sentence, in order. No part of a quote but a quotation crosses its end.
    pub fn sentences(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        self.sentences.iter().map(|s| s.start as usize..s.end as usize)
    }

    /// Whether a sentence, by its index, may hold a part of a quote.
    pub fn is_open(&self, sentence: usize) -> bool {
        self.sentences[sentence].open
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// How many word types there are.
    pub fn words(&self) -> usize {
        self.words.len()
    }

    /// The tokens of a unit, with the marks of a quotation.
    pub fn tokens(&self, unit: usize) -> std::ops::Range<usize> {
        self.tokens[unit].0 as usize..self.tokens[unit].1 as usize
    }

    /// Whether a unit is punctuation.
    pub fn is_mark(&self, unit: usize) -> bool {
        self.marks[unit]
    }

    /// Whether a unit is a quotation.
    pub fn is_quotation(&self, unit: usize) -> bool {
        (2000..2000 + QUOTATIONS).contains(&self.places[unit].tag)
    }

    /// What the rules took a unit for: 0 for nothing, 1 and 2 for content, 3 and 4 for a source, 5 and 6 for a cue; odd
    /// at its start.
    pub fn hint(&self, unit: usize) -> u8 {
        self.places[unit].hint
    }

    /// The index of the sentence that a unit stands in.
    pub fn sentence(&self, unit: usize) -> usize {
        self.places[unit].sentence as usize
    }

    /// The hash of a unit's word.
    pub(super) fn lower(&self, unit: usize) -> u32 {
        self.words[self.places[unit].word as usize].lower
    }

    /// What a unit is, roughly.
    pub(super) fn tag(&self, unit: usize) -> u32 {
        self.places[unit].tag
    }

    /// What verb of saying a unit is.
    pub(super) fn verb(&self, unit: usize) -> u32 {
        let word = &self.words[self.places[unit].word as usize];
        word.verb << 6 | word.cue << 3 | word.source
    }

    /// The word class of a unit.
    pub(super) fn class(&self, unit: usize) -> u32 {
        self.words[self.places[unit].word as usize].class
    }

    /// Whether a unit can be a finite verb.
    pub(super) fn is_verb(&self, unit: usize) -> bool {
        let word = &self.words[self.places[unit].word as usize];
        let named = (1000..2000).contains(&self.places[unit].tag);
        !named && word.classes & (words::AUXILIARY | words::VERB | words::PAST) != 0
    }

    /// How a content opens: with "that", "to", a question word, a preposition, -ing, a quotation, else.
    pub(super) fn opening(&self, unit: usize) -> u32 {
        let word = &self.words[self.places[unit].word as usize];
        let classes = [
            words::QUOTATION,
            words::THAT,
            words::TO,
            words::QUESTION | words::SUBORDINATOR,
            words::PREPOSITION,
            words::ING,
            words::SUBJECT,
            words::DETERMINER | words::POSSESSIVE,
        ];
        classes.iter().position(|c| word.classes & c != 0).map_or(0, |n| n as u32 + 1)
    }

    /// What its block is.
    pub(super) fn role(&self, unit: usize) -> u32 {
        let sentence = &self.sentences[self.places[unit].sentence as usize];
        sentence.role << 1 | u32::from(sentence.opens)
    }

    /// Whether a unit stands in a turn of an interview.
    pub(super) fn in_turn(&self, unit: usize) -> bool {
        self.sentences[self.places[unit].sentence as usize].role == TURN
    }

    /// Whether the rules took the same units for the same: not at all, in part, to the letter.
    pub(super) fn agreement(&self, part: &super::part::Part) -> u32 {
        let hint = part.kind as u8 * 2 + 1;
        let same = |u: usize| matches!(self.places[u].hint, h if h == hint || h == hint + 1);
        if !part.units().any(same) {
            return 0;
        }
        let starts = self.places[part.first].hint == hint;
        let ends = same(part.end - 1) && self.places.get(part.end).is_none_or(|p| p.hint != hint + 1);
        1 + u32::from(starts) + 2 * u32::from(ends)
    }

    /// What the unit at `unit` is, 0 past the end of its sentence.
    pub(super) fn after(&self, unit: usize) -> u32 {
        let same = unit < self.places.len() && self.sentence(unit) == self.sentence(unit - 1);
        if same { self.tag(unit) } else { 0 }
    }

    /// What the unit before `unit` is, 0 at the start of its sentence.
    pub(super) fn before(&self, unit: usize) -> u32 {
        let same = unit > 0 && self.sentence(unit - 1) == self.sentence(unit);
        if same { self.tag(unit - 1) } else { 0 }
    }

    /// How many marks stand in `first..end`.
    pub(super) fn marks_between(&self, first: usize, end: usize) -> u32 {
        let count = |u: usize| if u == 0 { 0 } else { self.places[u - 1].count };
        count(end) - count(first)
    }

    /// The word type of the unit at a distance index from `unit`.
    pub fn word_at(&self, unit: usize, distance: usize) -> Option<usize> {
        let there = (unit + distance).checked_sub(HERE)?;
        self.places.get(there).map(|p| p.word as usize)
    }
}

/// How many kinds of quotation there are.
const QUOTATIONS: u32 = 40;

/// Whether a quotation is whole, how long it is, how it ends.
fn quotation_kind(frame: &Frame, u: usize) -> u32 {
    let Some(quotation) = frame.quotation(u) else { return 0 };
    let length = match quotation.end.saturating_sub(quotation.first) {
        0..=1 => 0,
        2..=3 => 1,
        4..=8 => 2,
        _ => 3,
    };
    let last =
        if quotation.end > quotation.first { frame.document.word(quotation.end as usize - 1) } else { "" };
    let ends = match last {
        "," => 0,
        "." => 1,
        "?" | "!" => 2,
        "…" | "..." | "—" | "–" | "--" => 3,
        _ => 4,
    };
    ends << 3 | length << 1 | u32::from(frame.is_whole(u))
}

/// The role of a turn of an interview.
const TURN: u32 = 3;

fn nominal(frame: &Frame, u: usize) -> bool {
    frame.is_nominal(u) || frame.is(u, words::DETERMINER | words::POSSESSIVE) && !frame.is(u, words::THAT)
}

fn opens_phrase(frame: &Frame, u: usize) -> bool {
    frame.is(u, words::DETERMINER | words::POSSESSIVE)
        && frame.lower(u) != "'s"
        && !frame.is(u, words::NAME)
        && !frame.is(u - 1, words::DETERMINER)
}
