//! The features of a unit, as keys of the model.
//!
//! Most are those of one word type at one distance ([`Features::word_keys`]) and are scored once a
//! document; the rest ([`Features::unit_keys`]) tell of neighbours, of the noun phrase that the unit
//! stands in and what follows it, of the nearest verbs and words that may be cues, of the punctuation
//! around, and of what the rules took the unit for.

use super::cue::Form;
use super::frame::Frame;
use super::words::{self, Class};
use crate::crf::{hash, key, key_pair};
use crate::layout::Role;
use crate::name::Name;
use crate::name::lexicon::Lexicon;
use crate::token::{Case, Words};

/// Changes whenever a feature does: a model goes with one version.
pub const VERSION: u16 = 1;

/// The distances at which words are looked at, from three before to three after.
pub const DISTANCES: usize = 7;

/// The place of distance 0 among them.
const HERE: usize = 3;

/// What the lexicon tells of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Words of a class stand in the same surroundings; 0 is none.
    pub class: u16,
    /// How often it is part of a cue, from 0 (unknown) and 1 (never) to 7.
    pub cue: u8,
    /// How often it is part of a source, likewise.
    pub source: u8,
}

impl Entry {
    /// As the lexicon keeps it.
    pub fn pack(self) -> u16 {
        self.class & 1023 | u16::from(self.cue & 7) << 10 | u16::from(self.source & 7) << 13
    }

    /// From what the lexicon keeps.
    pub fn unpack(bits: u16) -> Self {
        Self { class: bits & 1023, cue: (bits >> 10 & 7) as u8, source: (bits >> 13) as u8 }
    }
}

/// How likely a cue a word has to be that others look out for.
const LIKELY: u8 = 4;

/// Without a quotation or a verb of saying, a sentence is looked at only for a word so likely a cue.
const GATE: u32 = 5;

/// A word type.
#[derive(Clone, Copy, Default)]
struct Word {
    lower: u32,
    exact: u32,
    prefix: u32,
    suffixes: [u32; 2],
    class: u32,
    coarse: u32,
    cue: u32,
    source: u32,
    /// What verb of saying it is.
    verb: u32,
    classes: Class,
}

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
    /// Prepares a frame. `find` looks a word up in lower case; `hints` is what the rules took each
    /// unit for.
    pub(super) fn new(
        frame: &Frame,
        names: &[Name],
        hints: &[u8],
        lexicon: &Lexicon,
        find: &dyn Fn(&str) -> Entry,
    ) -> Self {
        let document = frame.document;
        let mut words = describe_words(frame, lexicon, find);
        let pseudo = words.len() as u32;
        words.extend((0..QUOTATIONS).map(|kind| Word {
            lower: hash(&[b'"', kind as u8]),
            exact: hash(&[b'"', kind as u8]),
            classes: words::QUOTATION,
            ..Word::default()
        }));
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

    /// Works out what stands around each unit of a sentence.
    fn measure(&mut self, frame: &Frame, sentence: usize) {
        let range = self.sentences[sentence].start as usize..self.sentences[sentence].end as usize;
        let likely: Vec<(bool, bool, bool, bool)> = range
            .clone()
            .map(|u| {
                let word = &self.words[self.places[u].word as usize];
                let name = frame.is(u, words::NAME);
                let cue = !name && (word.cue >= u32::from(LIKELY) || frame.cue(u).is_some());
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
    pub(super) fn agreement(&self, part: &super::link::Part) -> u32 {
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

    /// The features of a word type at a distance index.
    pub fn word_keys(&self, word: usize, distance: usize, add: &mut impl FnMut(u32)) {
        let word = &self.words[word];
        let base = 16 + distance as u8 * 12;
        if word.class > 0 {
            add(key(base, word.class));
        }
        add(key_pair(base + 1, word.coarse, word.classes & (words::CAPITAL | words::STOP)));
        match distance {
            HERE => {
                add(key(1, 0));
                add(key(2, word.lower));
                add(key(3, word.exact));
                add(key(4, word.prefix));
                add(key(5, word.suffixes[0]));
                add(key(6, word.suffixes[1]));
                add(key(7, word.cue));
                add(key(8, word.source));
                add(key(9, word.verb));
                add(key(10, word.classes));
            }
            2 | 4 => {
                add(key(base + 2, word.lower));
                add(key(base + 3, word.cue << 3 | word.source));
                add(key(base + 4, word.classes));
                add(key(base + 5, word.verb));
            }
            _ => {
                add(key(base + 2, word.lower));
                add(key(base + 3, word.cue));
            }
        }
    }

    /// The features of a unit beyond those of single words.
    pub fn unit_keys(&self, u: usize, add: &mut impl FnMut(u32)) {
        let here = &self.places[u];
        let sentence = &self.sentences[here.sentence as usize];
        let word = |v: usize| &self.words[self.places[v].word as usize];
        let tag = |distance: isize| {
            let there = u as isize + distance;
            match there >= sentence.start as isize && there < sentence.end as isize {
                true => self.places[there as usize].tag,
                false => 0,
            }
        };
        let hint = |distance: isize| {
            let there = u as isize + distance;
            self.places.get(there as usize).map_or(7, |p| u32::from(p.hint))
        };
        let w = word(u);
        // Neighbours.
        let (b2, b1, t, a1, a2) = (tag(-2), tag(-1), here.tag, tag(1), tag(2));
        add(key_pair(100, b1, t));
        add(key_pair(101, t, a1));
        add(key_pair(102, mix(b1, t), a1));
        add(key_pair(103, b2, b1));
        add(key_pair(104, a1, a2));
        add(key_pair(105, mix(t, a1), a2));
        add(key_pair(106, mix(b2, b1), t));
        add(key(107, t));
        if b1 != 0 {
            add(key_pair(108, word(u - 1).lower, w.lower));
            add(key_pair(109, word(u - 1).class, w.class));
        } else {
            add(key(108, 0));
        }
        if a1 != 0 {
            add(key_pair(110, w.lower, word(u + 1).lower));
            add(key_pair(111, w.class, word(u + 1).class));
        } else {
            add(key(110, 0));
        }
        // The noun phrase, and what stands on its sides.
        let (start, end) = (here.phrase.0 as usize, here.phrase.1 as usize);
        let place = u32::from(u == start) | u32::from(u == end) << 1;
        let (low, high) = (sentence.start as usize, sentence.end as usize);
        let behind = (end + 1 < high).then_some(end + 1);
        let before = (start > low).then(|| start - 1);
        let lower = |at: Option<usize>| at.map_or(0, |v| word(v).lower);
        let tag_of = |at: Option<usize>| at.map_or(0, |v| self.places[v].tag);
        add(key_pair(120, place, lower(behind)));
        add(key_pair(121, place, lower(before)));
        add(key_pair(122, mix(tag_of(before), tag_of(behind)), place));
        add(key_pair(123, place, word(end).lower));
        add(key_pair(124, word(end).source << 3 | behind.map_or(0, |v| word(v).cue), place));
        add(key_pair(125, behind.map_or(0, |v| word(v).class), mix(word(end).class, place)));
        // The nearest cue candidates, verbs and quotations.
        for (side, template) in [(here.cues, 130), (here.verbs, 136)] {
            let (left, right) = (side.0 as usize, side.1 as usize);
            let l = self.relation(left, u);
            let r = self.relation(u, right);
            add(key_pair(template, l, word(left).lower));
            add(key_pair(template + 1, r, word(right).lower));
            add(key_pair(template + 2, l, t));
            add(key_pair(template + 3, r, t));
            add(key_pair(template + 4, mix(l, r), word(left).verb));
            add(key_pair(template + 5, mix(l, r), word(right).verb));
        }
        let (cue, near) = (here.cues.0 as usize, u - here.cues.0 as usize);
        let behind_cue = if near > 0 { word(cue + 1).lower } else { 0 };
        if near > 0 && near < 9 {
            add(key_pair(144, word(cue).lower, t));
            add(key_pair(145, word(cue).class, mix(t, bucket(near))));
            if near < 4 {
                add(key_pair(146, word(cue).lower, w.lower));
            }
        }
        add(key_pair(147, behind_cue, mix(self.relation(cue, u), t)));
        let (left, right) = (here.quotations.0 as usize, here.quotations.1 as usize);
        let around = mix(self.relation(left, u), self.relation(u, right));
        add(key_pair(142, around, u32::from(sentence.quotations)));
        add(key_pair(143, around, t));
        // Punctuation.
        let (left, right) = (here.stops.0 as usize, here.stops.1 as usize);
        let head = if self.marks[left] { (left + 1).min(u) } else { left };
        let next = (right + 1 < high).then_some(right + 1);
        add(key_pair(150, self.places[left].tag, word(head).lower));
        add(key_pair(151, self.places[right].tag, lower(next)));
        add(key_pair(152, self.places[left].tag, self.places[right].tag));
        add(key_pair(153, mix(self.places[right].tag, next.map_or(0, |v| self.places[v].tag)), t));
        add(key_pair(154, bucket(u - left), mix(self.places[left].tag, t)));
        add(key_pair(155, bucket(right - u), mix(self.places[right].tag, t)));
        // The sentence.
        add(key_pair(160, bucket(u - low), u32::from(sentence.opens) << 4 | sentence.role));
        add(key_pair(161, word(low).lower, u32::from(here.count == self.places[low].count)));
        add(key_pair(162, self.places[high - 1].tag, sentence.role));
        // The rules.
        let (h1, h, n1) = (hint(-1), hint(0), hint(1));
        let around = h1 << 6 | h << 3 | n1;
        add(key(170, around));
        add(key_pair(171, h, w.lower));
        add(key_pair(172, around, t));
        add(key_pair(173, h, mix(b1, t)));
        add(key_pair(174, h, mix(t, a1)));
        add(key_pair(175, h1 << 3 | h, w.verb));
    }

    /// How far apart two units are, and how many marks stand between them.
    fn relation(&self, first: usize, second: usize) -> u32 {
        if first == second {
            return 0;
        }
        let stops = self.places[second - 1].count - self.places[first].count;
        bucket(second - first) << 2 | stops.min(3)
    }
}

pub(super) fn mix(first: u32, second: u32) -> u32 {
    first.rotate_left(11).wrapping_mul(0x9E37_79B1) ^ second
}

/// A distance, coarser the greater it is.
pub(super) fn bucket(distance: usize) -> u32 {
    match distance {
        0..=3 => distance as u32,
        4..=5 => 4,
        6..=8 => 5,
        9..=14 => 6,
        15..=25 => 7,
        _ => 8,
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

fn describe_words(frame: &Frame, lexicon: &Lexicon, find: &dyn Fn(&str) -> Entry) -> Vec<Word> {
    let types: &Words = &frame.document.words;
    types
        .ids()
        .map(|id| {
            let lower = types.lower(id);
            let entry = find(lower);
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
                class: u32::from(entry.class),
                coarse: u32::from(lexicon.coarse_of(entry.class)),
                cue: u32::from(entry.cue),
                source: u32::from(entry.source),
                verb: frame.classes.cue(id).map_or(0, |c| u32::from(c.frame) << 3 | c.form as u32 + 1),
                classes: frame.classes.of(id),
            }
        })
        .collect()
}
