//! Statements told by a noun: "Moreno's claim that the ships were old", "according to Moreno".
//!
//! A noun of stating or asking tells of a quote where it says whose it is. Missed: nouns whose owner stands behind ("the
//! claim of the minister that") or elsewhere ("won the vote with a promise to").

use std::ops::Range;

use super::frame::Frame;
use super::statement::{Statement, one};
use super::words::*;
use crate::lexicon;

impl Frame<'_, '_> {
    /// "Moreno's claim **that the ships were old**", "his promise **to sail**".
    pub(super) fn read_noun(&self, noun: usize, sentence: &Range<usize>) -> Option<Statement> {
        let stated = lexicon::is(self.lower(noun), lexicon::Class::Stated);
        if stated && matches!(self.lower(noun + 1), "from" | "by") && !self.is(noun, NAME) {
            return self.read_noun_of(noun, sentence);
        }
        let clause = stated && self.is(noun + 1, THAT);
        let act = lexicon::is(self.lower(noun), lexicon::Class::Offered) && self.is(noun + 1, TO);
        if !(clause || act) || self.is(noun, NAME) || noun <= sentence.start {
            return None;
        }
        let owner = noun - 1;
        let source = if matches!(self.lower(owner), "'s" | "'" | "’") {
            let low = sentence.start.max(owner.saturating_sub(8));
            let start = self.noun_phrase_before(owner, low);
            // "The board **disagreed with** Holm's proposal"
            let verb = (start + 1..owner).rev().find(|&u| self.is(u, PREPOSITION) && self.is(u - 1, PAST));
            verb.map_or(start, |u| u + 1)..owner
        } else if matches!(self.lower(owner), "his" | "her" | "their" | "its") {
            owner..noun
        } else {
            return None;
        };
        let mut end = self.clause_end(noun + 1, sentence, false);
        // "Contrary to her claim that it would sail, there were no ships": the sentence itself is behind the comma.
        if self.is(sentence.start, PREPOSITION | SUBORDINATOR | PAST | TO)
            || self.lower(sentence.start + 1) == "to"
        {
            let comma = (noun + 2..end).find(|&u| self.lower(u) == "," || self.ends_phrase(u));
            end = comma.map_or(end, |u| if self.lower(u) == "," { u } else { u + 1 });
        }
        (!source.is_empty() && end > noun + 3).then(|| Statement {
            content: one(noun + 1..end),
            cue: noun..noun + 1,
            source: Some(source),
            next: noun + 1,
        })
    }

    /// "Repeated warnings from his attorney **that it would fail**".
    fn read_noun_of(&self, noun: usize, sentence: &Range<usize>) -> Option<Statement> {
        let first = noun + 2;
        let end = self.noun_phrase(first, sentence.end);
        if end == first || !self.is(end, THAT) {
            return None;
        }
        let limit = self.clause_end(end, sentence, false);
        (limit > end + 3).then(|| Statement {
            content: one(end..limit),
            cue: noun..noun + 1,
            source: Some(first..end),
            next: end,
        })
    }

    /// "According to Moreno, …", "…, according to Moreno".
    pub(super) fn read_according(&self, at: usize, low: usize, sentence: &Range<usize>) -> Option<Statement> {
        let mut end = self.noun_phrase(at + 2, sentence.end);
        if end == at + 2 {
            return None;
        }
        if self.lower(end) == "by" {
            // "a report by the ministry"
            end = self.noun_phrase(end + 1, sentence.end).max(end);
        }
        let after = (end..sentence.end.min(end + 25)).find(|&u| matches!(self.lower(u), "," | ":"));
        let opens = at == sentence.start
            || at == low
            || at <= low + 4 && self.is(at - 1, STOP | CONJUNCTION) && !self.has_verb(low, at);
        let content = if opens {
            let after = after?;
            // "early results of polls conducted for …": all up to the comma names the source.
            end = after;
            let start = after + 1;
            start..self.clause_end(start, sentence, false)
        } else {
            let stop = if self.lower(at - 1) == "," { at - 1 } else { at };
            let start = self.clause_start(stop, low);
            // "…, said Orlov, according to the agency": what Orlov said, and that he did.
            let whole = !self.has_verb(start, stop) && start > sentence.start && stop < at;
            if whole { sentence.start..stop } else { start..stop }
        };
        // "Two bridges, according to Moreno, could fall."
        let rest = (!opens && !self.has_verb(content.start, content.end))
            .then(|| self.resumed(end, sentence, false).filter(|r| self.is_finite(r.start)))
            .flatten();
        (content.start < content.end).then(|| Statement {
            content: std::iter::once(content).chain(rest).collect(),
            cue: at..at + 2,
            source: Some(at + 2..end),
            next: end,
        })
    }
}
