//! Features as keys of the models.
//!
//! Most are those of one word type at one distance ([`Features::word_keys`]) and are scored once a
//! document; the rest ([`Features::unit_keys`]) are few, since each is looked up for each unit. Which ones are worth it was
//! found by leaving out one after the other: with half of what was tried first the field is a third as large, and as good.

use super::super::words;
use super::{Features, HERE};
use crate::crf::{key, key_pair};

impl Features {
    /// The features of a word type at a distance index.
    pub fn word_keys(&self, word: usize, distance: usize, add: &mut impl FnMut(u32)) {
        let word = &self.words[word];
        let base = 16 + distance as u8 * 8;
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
        let t = here.tag;
        // Neighbours.
        let (b2, b1, a1, a2) = (tag(-2), tag(-1), tag(1), tag(2));
        add(key_pair(100, b2, b1));
        add(key_pair(101, a1, a2));
        add(key_pair(102, mix(t, a1), a2));
        add(key_pair(103, mix(b2, b1), t));
        if b1 != 0 {
            add(key_pair(104, word(u - 1).class, word(u).class));
        }
        if a1 != 0 {
            add(key_pair(105, word(u).class, word(u + 1).class));
        }
        // The noun phrase, and what stands on its sides.
        let (start, end) = (here.phrase.0 as usize, here.phrase.1 as usize);
        let place = u32::from(u == start) | u32::from(u == end) << 1;
        let (low, high) = (sentence.start as usize, sentence.end as usize);
        let behind = (end + 1 < high).then_some(end + 1);
        let before = (start > low).then(|| start - 1);
        let tag_of = |at: Option<usize>| at.map_or(0, |v| self.places[v].tag);
        add(key_pair(110, mix(tag_of(before), tag_of(behind)), place));
        add(key_pair(111, behind.map_or(0, |v| word(v).class), mix(word(end).class, place)));
        // The nearest cue candidates, verbs and quotations.
        let (left, right) = (here.cues.0 as usize, here.cues.1 as usize);
        add(key_pair(120, self.relation(left, u), t));
        add(key_pair(121, self.relation(u, right), t));
        if matches!(u - left, 1..9) {
            add(key_pair(122, word(left).class, mix(t, bucket(u - left))));
        }
        if matches!(u - left, 1..4) {
            add(key_pair(123, word(left).lower, word(u).lower));
        }
        let (left, right) = (here.verbs.0 as usize, here.verbs.1 as usize);
        let (l, r) = (self.relation(left, u), self.relation(u, right));
        add(key_pair(124, l, t));
        add(key_pair(125, mix(l, r), word(left).verb));
        add(key_pair(126, mix(l, r), word(right).verb));
        let (left, right) = (here.quotations.0 as usize, here.quotations.1 as usize);
        let around = mix(self.relation(left, u), self.relation(u, right));
        add(key_pair(127, around, u32::from(sentence.quotations)));
        add(key_pair(128, around, t));
        // Punctuation.
        let (left, right) = (here.stops.0 as usize, here.stops.1 as usize);
        let (before, behind) = (self.places[left].tag, self.places[right].tag);
        add(key_pair(130, before, behind));
        add(key_pair(131, mix(behind, tag_of((right + 1 < high).then_some(right + 1))), t));
        add(key_pair(132, bucket(u - left), mix(before, t)));
        add(key_pair(133, bucket(right - u), mix(behind, t)));
        // The sentence, and the rules.
        add(key_pair(140, word(low).lower, u32::from(here.count == self.places[low].count)));
        add(key(141, hint(-1) << 6 | hint(0) << 3 | hint(1)));
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

pub(in crate::quote) fn mix(first: u32, second: u32) -> u32 {
    first.rotate_left(11).wrapping_mul(0x9E37_79B1) ^ second
}

/// A distance, coarser the greater it is.
pub(in crate::quote) fn bucket(distance: usize) -> u32 {
    match distance {
        0..=3 => distance as u32,
        4..=5 => 4,
        6..=8 => 5,
        9..=14 => 6,
        15..=25 => 7,
        _ => 8,
    }
}
