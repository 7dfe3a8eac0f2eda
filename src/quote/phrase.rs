//! Noun phrases, without a tagger: what can be named as the source of a statement.
//!
//! Read forwards, a phrase is a determiner, then words that no list knows for anything else, then
//! phrases with *of* and the like: "the moustachioed soldier", "a spokesman for the ministry". Read
//! backwards from a verb, it reaches to the start of its clause.
//!
//! Missed: phrases whose head looks like a verb in -ed; a subject behind a long relative clause.

use super::frame::Frame;
use super::words::*;
use crate::lexicon;

/// A phrase is no longer than this: a run without punctuation is no phrase.
const LONGEST: usize = 30;

impl Frame<'_, '_> {
    /// Whether the unit at `u` can be the inside of a noun phrase.
    pub(super) fn is_nominal(&self, u: usize) -> bool {
        let class = self.class(u);
        class & NAME != 0
            || class & FUNCTION == 0 && class & (WORD | DETERMINER | POSSESSIVE) != 0
            || class & (FUNCTION | WORD) == 0 && class != 0
            // "US", "May", "Will" in a name
            || class & CAPITAL != 0 && class & (STOP | QUOTATION | CONJUNCTION | SUBJECT | DETERMINER) == 0
                && self.is(u.wrapping_sub(1), CAPITAL) && class & (AUXILIARY | VERB) != 0
            || self.is_joint(u)
    }

    /// A hyphen or another mark inside a phrase.
    fn is_joint(&self, u: usize) -> bool {
        matches!(self.lower(u), "-" | "‐" | "‑" | "&" | "'" | "$" | "€" | "£" | "%" | "#")
            && !self.is(u, STOP)
    }

    /// The end of the noun phrase that starts at `u`; `u` itself where none does.
    pub(super) fn noun_phrase(&self, u: usize, limit: usize) -> usize {
        let limit = limit.min(u + LONGEST);
        let end = self.simple_phrase(u, limit);
        if end == u {
            return u;
        }
        if end == u + 1 && self.is(u, SUBJECT | OBJECT) && !self.is(u, POSSESSIVE) {
            return end;
        }
        let mut end = end;
        let named = self.is(end - 1, CAPITAL | NAME);
        loop {
            let next = match self.lower(end) {
                "of" => self.simple_phrase(end + 1, limit),
                "for" | "at" | "from" | "with" if !named => self.simple_phrase(end + 1, limit),
                "in" | "on" if !named && self.is(end + 1, CAPITAL | NAME) && !self.is(end + 1, TIME) => {
                    self.simple_phrase(end + 1, limit)
                }
                "and" if self.is(end - 1, CAPITAL | NAME) && self.is(end + 1, CAPITAL | NAME) => {
                    self.simple_phrase(end + 1, limit)
                }
                _ => break,
            };
            if next <= end + 1 || self.is(end + 1, TIME) {
                break;
            }
            end = next;
        }
        end
    }

    /// A noun phrase without what follows its head.
    pub(super) fn simple_phrase(&self, u: usize, limit: usize) -> usize {
        if self.is(u, SUBJECT | OBJECT) && !self.is(u, POSSESSIVE | AUXILIARY) {
            return u + 1;
        }
        let mut end = u;
        while end < limit {
            let class = self.class(end);
            if class & DETERMINER != 0 && class & CAPITAL == 0
                || end == u && class & (DETERMINER | POSSESSIVE) != 0
            {
                if end > u && !self.is(end - 1, DETERMINER) && self.lower(end - 1) != "'s" {
                    break;
                }
            } else if class & POSSESSIVE != 0
                && class & (NAME | CAPITAL) == 0
                && self.lower(end) != "'s"
                && !self.is(end - 1, DETERMINER)
            {
                // "told the court | his wife was …"
                break;
            } else if class & TIME != 0 && (end > u || self.is(end + 1, SUBJECT | DETERMINER)) {
                break;
            } else if class & (ADVERB | TO | THAT) != 0 && class & NAME == 0 {
                if class & ADVERB == 0
                    || end == u
                    || !self.is(end - 1, DETERMINER | POSSESSIVE)
                    || !self.is_nominal(end + 1)
                {
                    break;
                }
            } else {
                // "told the agency | Mr Moreno had left"
                if end > u
                    && !self.is(end - 1, CAPITAL | NAME | DETERMINER)
                    && matches!(self.lower(end), "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms.")
                {
                    break;
                }
                // "a man charged": a participle behind its noun is no part of it.
                let participle = class & PAST != 0
                    && end > u
                    && class & (CAPITAL | NAME) == 0
                    && !self.is(end - 1, DETERMINER);
                if !self.is_nominal(end) || participle {
                    break;
                }
            }
            end += 1;
        }
        while end > u
            && (self.is_joint(end - 1)
                || self.is(end - 1, DETERMINER)
                    && end == u + 1
                    && !self.is(u, CAPITAL)
                    // "some of the loan"
                    && self.lower(end) != "of")
        {
            end -= 1;
        }
        end
    }

    /// The start of the noun phrase that ends before `end`; `end` itself where none does.
    pub(super) fn noun_phrase_before(&self, end: usize, low: usize) -> usize {
        let low = low.max(end.saturating_sub(LONGEST));
        if end <= low {
            return end;
        }
        let last = end - 1;
        if self.is(last, SUBJECT) && !self.is(last, POSSESSIVE) {
            return last;
        }
        if self.is(last, RELATIVE) {
            return last;
        }
        let mut start = self.simple_phrase_before(end, low);
        if start == end {
            return end;
        }
        start = self.with_bound(start, low);
        // What stands before: "the head of the agency", "a spokesman for the ministry".
        loop {
            if start <= low + 1 {
                break;
            }
            let link = start - 1;
            if !self.is(link, PREPOSITION)
                && !matches!(self.lower(link), "and" | "or")
                && self.lower(link) != "to"
            {
                break;
            }
            let before = self.simple_phrase_before(link, low);
            if before == link {
                break;
            }
            let at_border = self.starts_clause_at(before, low);
            match self.lower(link) {
                "of" => {}
                "and" | "or"
                    if !at_border && !self.is(before.wrapping_sub(1), PREPOSITION)
                        || self.is(link - 1, PAST) && !self.is(link - 1, CAPITAL) =>
                {
                    break;
                }
                _ if at_border => {}
                "and" if self.is(before.wrapping_sub(1), PREPOSITION) && before > low => {}
                // One more step may reach the border.
                _ if self.is(before.wrapping_sub(1), PREPOSITION) && before > low => {}
                _ => break,
            }
            start = self.with_bound(before, low);
        }
        start
    }

    /// "more than 4 in 10", "about half": the words that bound a count belong to it.
    fn with_bound(&self, mut start: usize, low: usize) -> usize {
        if start > low + 1
            && self.is(start, NUMBER)
            && self.lower(start - 1) == "in"
            && self.is(start - 2, NUMBER)
        {
            start -= 2;
        }
        let counts = self.is(start, NUMBER)
            || matches!(self.lower(start), "half" | "two" | "three" | "four" | "a" | "one");
        if !counts || start <= low {
            return start;
        }
        match self.lower(start - 1) {
            w if lexicon::is(w, lexicon::Class::Roughly) => start - 1,
            "than" | "least" | "most" if start > low + 1 => start - 2,
            _ => start,
        }
    }

    fn simple_phrase_before(&self, end: usize, low: usize) -> usize {
        let mut start = end;
        while start > low {
            let u = start - 1;
            let class = self.class(u);
            if class & (DETERMINER | POSSESSIVE) != 0 && self.lower(u) != "'s" {
                // "all the ministers", "the US": a determiner ends the phrase on its left.
                start = u;
                while start > low && self.is(start - 1, DETERMINER) && !self.is(start - 1, THAT) {
                    start -= 1;
                }
                break;
            }
            if class & TIME != 0
                || class & ADVERB != 0
                    && class & CAPITAL == 0
                    && !(u > low && self.is(u - 1, DETERMINER | POSSESSIVE))
            {
                break;
            }
            if class & SUBJECT != 0 && class & NAME == 0 && start < end {
                break;
            }
            if !self.is_nominal(u) {
                break;
            }
            // A verb form in front of a name starts no phrase: "said Moreno".
            if class & (CUE | PAST) != 0
                && class & (CAPITAL | NAME) == 0
                && start < end
                && self.verbal_here(u, low)
            {
                break;
            }
            start = u;
        }
        // "Yet Moreno said"
        while start < end
            && (self.is_joint(start) || self.is(start, ADVERB) && !self.is(start, NAME | DETERMINER))
        {
            start += 1;
        }
        start
    }

    /// Whether a form that may be a verb is one, to judge by the word before.
    fn verbal_here(&self, u: usize, low: usize) -> bool {
        u > low
            && !self.is_joint(u - 1)
            && !self.is(u - 1, DETERMINER | POSSESSIVE | PREPOSITION)
            && !(self.is(u, ING))
    }

    /// Whether a clause can start at `u`: after punctuation, a conjunction, a quotation.
    pub(super) fn starts_clause_at(&self, u: usize, low: usize) -> bool {
        u <= low || self.is(u - 1, STOP | CONJUNCTION | SUBORDINATOR | QUOTATION | THAT | QUESTION)
    }

    /// Whether a finite verb comes between `from` and the next punctuation: what a clause has.
    pub(super) fn has_verb(&self, from: usize, limit: usize) -> bool {
        (from..limit.min(from + 25))
            .take_while(|&u| !matches!(self.lower(u), "." | ";" | ":" | "!" | "?"))
            .any(|u| {
                self.is(u, AUXILIARY | VERB) && !self.is(u, NAME)
                    || self.is(u, PAST) && u > from && !self.is(u, CAPITAL)
                    || self.cue(u).is_some_and(|c| {
                        c.form == super::cue::Form::Third || c.form == super::cue::Form::Past
                    })
            })
    }
}
