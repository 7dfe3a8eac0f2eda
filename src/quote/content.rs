//! Where the words said stand: after the cue, before it, or around it.
//!
//! "Moreno said on Tuesday **that the ships were old**", "**The ships were old**, Moreno said",
//! "**The ships**, Moreno said, **were old**".

use std::ops::Range;

use super::clause::LONGEST;
use super::cue::{self, Cue};
use super::frame::Frame;
use super::words::*;
use crate::lexicon;

/// What follows a cue.
pub(super) enum Right {
    /// The content: a clause, an infinitive, a quotation. `explicit` where a word or mark opens it.
    Content { start: usize, explicit: bool },
    /// The content, a noun phrase with quoted words in it.
    Object(usize),
    /// A colon at the end of the sentence: the next one is the content.
    Next,
    /// Nothing that is said.
    Nothing,
}

impl Frame<'_, '_> {
    /// What follows the cue that ends before `from`; and where the hearer ends.
    /// `passive` tells that the hearer stands before: "the farmers were told".
    pub(super) fn read_right(
        &self,
        from: usize,
        cue: Cue,
        sentence: &Range<usize>,
        passive: bool,
    ) -> (Right, usize) {
        let mut u = from;
        let mut hearer = from;
        let frame = cue.frame;
        let content = |start, explicit| Right::Content { start, explicit };
        let limit = sentence.end.min(from + 25);
        while u < limit {
            let word = self.lower(u);
            if self.is(u, QUOTATION) {
                return (content(u, true), hearer);
            }
            match word {
                ":" => {
                    return match u + 1 < sentence.end {
                        true => (content(u + 1, true), hearer),
                        false => (Right::Next, hearer),
                    };
                }
                "," => {
                    if self.is(u + 1, QUOTATION) && u + 1 < sentence.end {
                        return (content(u + 1, true), hearer);
                    }
                    // "said, on Sunday, that"
                    let close = (u + 1..limit.min(u + 14)).find(|&v| self.lower(v) == ",");
                    return match close.filter(|&v| self.is(v + 1, THAT) && frame & cue::THAT != 0) {
                        Some(close) => (content(close + 1, true), hearer),
                        None => (Right::Nothing, hearer),
                    };
                }
                "—" | "–" => {
                    let close = (u + 1..limit.min(u + 14)).find(|&v| self.lower(v) == word);
                    return match close.filter(|&v| self.is(v + 1, THAT | QUOTATION)) {
                        Some(close) => (content(close + 1, true), hearer),
                        None => (Right::Nothing, hearer),
                    };
                }
                // "told reporters without saying when"
                "without" => return (Right::Nothing, hearer),
                "that" if frame & cue::THAT != 0 && u + 1 < sentence.end => {
                    return (content(u, true), hearer);
                }
                "to" if frame & cue::TO != 0 || frame & cue::ORDER != 0 && (hearer > from || passive) => {
                    let headline = self.is(from - 1, CAPITAL) && self.is(u + 1, CAPITAL);
                    if headline || !self.is(u + 1, DETERMINER | POSSESSIVE | NAME | CAPITAL | OBJECT) {
                        return (content(u, true), hearer);
                    }
                }
                // "urged residents not to panic"
                "not" if frame & cue::ORDER != 0 && (hearer > from || passive) && self.is(u + 1, TO) => {
                    return (content(u, true), hearer);
                }
                "about" | "over" if frame & cue::VOICE != 0 => return (content(u, true), hearer),
                "of" | "against"
                    if frame & cue::CHARGE != 0
                        && (hearer > from || passive || word == "against" && self.is(u + 1, ING)) =>
                {
                    return (content(u, true), hearer);
                }
                "whether" | "if" | "how" | "why" | "what" | "when" | "which" | "where" | "who"
                    if frame & cue::WH != 0 =>
                {
                    return (content(u, true), hearer);
                }
                // "admitted fatally stabbing"
                _ if frame & cue::GERUND != 0
                    && u == from
                    && (self.is(u, ING) || word.ends_with("ly") && self.is(u + 1, ING)) =>
                {
                    return (content(u, true), hearer);
                }
                _ => {}
            }
            if self.is(u, STOP) {
                return (Right::Nothing, hearer);
            }
            if self.is(u, ADVERB | TIME) {
                u = self.skip_adverbs(u, limit).max(u + 1);
                continue;
            }
            let takes_hearer = frame & (cue::HEARER | cue::ORDER | cue::CHARGE) != 0
                && hearer == from
                && u == from
                && !passive;
            if takes_hearer {
                let end = match frame & cue::CHARGE != 0 {
                    true => self.simple_phrase(u, limit),
                    false => self.noun_phrase(u, limit),
                };
                let story = (u..end).any(|v| lexicon::is(self.lower(v), lexicon::Class::Story));
                if story {
                    return (Right::Nothing, hearer);
                }
                if end > u && !(frame & cue::ZERO != 0 && frame & cue::TELL == 0 && self.is_finite(end)) {
                    hearer = end;
                    u = end;
                    continue;
                }
            }
            let loose = frame & cue::LOOSE != 0 && u == from && self.goes_on(u, sentence.end);
            if frame & cue::ZERO != 0 && (loose || self.starts_clause(u, sentence.end)) {
                return (content(u, false), hearer);
            }
            if self.is(u, PREPOSITION | TO) {
                let link = u;
                // "said in 2007 officials knew it"
                let year = self.lower(u) == "in" && self.is(u + 1, NUMBER) && self.lower(u + 1).len() == 4;
                let end = if year { u + 2 } else { self.noun_phrase(u + 1, limit) };
                u = end.max(u + 1);
                // "said on “The Show” that": the name of a programme.
                // "said in the last three months, 95 children had …": the clause starts with when or where.
                let opens = frame & cue::ZERO != 0
                    && link == from
                    && self.lower(u) == ","
                    && self.starts_clause(u + 1, sentence.end)
                    && !(link + 1..u)
                        .any(|v| self.is(v, NAME) || lexicon::is(self.lower(v), lexicon::Class::Medium));
                if opens {
                    return (content(link, false), hearer);
                }
                let programme = end > link + 1 || matches!(self.lower(link), "on" | "in" | "at");
                if programme && u < limit && self.is(u, QUOTATION) && !self.is_utterance(u) {
                    u += 1;
                }
                continue;
            }
            if frame & cue::FACT != 0 {
                // "acknowledged the possibility of …"
                let end = self.noun_phrase(u, limit);
                let fact = (u..end.min(u + 4)).find(|&v| {
                    matches!(
                        self.lower(v),
                        "fact" | "possibility" | "prospect" | "risk" | "need" | "danger" | "chance"
                    )
                });
                if fact.is_some_and(|v| {
                    self.is(v + 1, THAT | TO) || self.lower(v + 1) == "of" || self.lower(v + 1) == "for"
                }) {
                    return (content(u, false), hearer);
                }
            }
            if frame & cue::WORDS != 0 {
                // Quoted words in the object: "announced “a new era” in …".
                let end = self.clause_end(u, sentence, true);
                if (u..end).any(|v| self.is(v, QUOTATION)) {
                    return (Right::Object(u), hearer);
                }
            }
            break;
        }
        (Right::Nothing, hearer)
    }

    /// What is called for: "for the port to open", or anything with quoted words in it.
    pub(super) fn read_demand(&self, from: usize, sentence: &Range<usize>) -> Option<Right> {
        let end = self.noun_phrase(from, sentence.end);
        if end > from && self.is(end, TO) {
            return Some(Right::Content { start: from, explicit: true });
        }
        let end = self.clause_end(from, sentence, true);
        (from..end).any(|u| self.is(u, QUOTATION)).then_some(Right::Object(from))
    }

    /// Whether what follows "said" at `u` is long enough to be a clause, not "said so", "said the same".
    fn goes_on(&self, u: usize, limit: usize) -> bool {
        let bare = lexicon::is(self.lower(u), lexicon::Class::BareObject)
            || self.is(u, PREPOSITION | CONJUNCTION | TO | CUE | SUBORDINATOR | AUXILIARY | VERB)
                && !self.is(u, SUBJECT);
        !bare && !self.is(u, STOP) && (u..limit.min(u + 4)).all(|v| !self.is(v, STOP)) && u + 3 <= limit
    }

    /// Over "concerns", "deep regret" and what leads on; `None` where no such noun stands there.
    pub(super) fn skip_feeling(&self, from: usize, limit: usize) -> Option<usize> {
        let noun =
            (from..limit.min(from + 4)).find(|&u| lexicon::is(self.lower(u), lexicon::Class::Feeling))?;
        (from..noun).all(|u| self.is_nominal(u)).then_some(noun + 1)
    }

    /// What stands before the attribution that starts at `at`: a quotation, or a clause and a comma.
    pub(super) fn content_before(
        &self,
        at: usize,
        sentence_start: usize,
        low: usize,
    ) -> Option<Range<usize>> {
        if at <= low {
            return None;
        }
        let comma = self.lower(at - 1) == ",";
        let end = if comma { at - 1 } else { at };
        if end <= low {
            return None;
        }
        if self.is(end - 1, QUOTATION) {
            let quotation = end - 1;
            let mut start = quotation;
            if !self.is_whole(quotation)
                || quotation > sentence_start && !self.starts_clause_at(quotation, low)
            {
                // "The plan is “dead,” Moreno said."
                start = self.clause_start(quotation, low);
            }
            return Some(start..end);
        }
        if !comma {
            return None;
        }
        let start = self.clause_start(end, low);
        (start < end).then_some(start..end)
    }

    /// Where the content that ends at `end` starts: the sentence's first word that is no link.
    pub(super) fn clause_start(&self, end: usize, low: usize) -> usize {
        let mut start = low.max(end.saturating_sub(LONGEST));
        while start < end
            && (self.is(start, STOP)
                || start > low && self.is(start, CONJUNCTION) && self.is(start - 1, STOP))
        {
            start += 1;
        }
        start
    }

    /// What goes on after an attribution inside: "…," he said, "…".
    pub(super) fn resumed(&self, at: usize, sentence: &Range<usize>, quoted: bool) -> Option<Range<usize>> {
        let at = self.skip_adverbs(at, sentence.end);
        if at >= sentence.end {
            return None;
        }
        if self.is(at, QUOTATION) {
            return Some(at..at + 1);
        }
        if quoted {
            // "…," he said during a visit, "…"
            let next =
                (at..sentence.end.min(at + 25)).find(|&u| self.is(u, QUOTATION) || self.cue(u).is_some());
            return next.filter(|&u| self.is(u, QUOTATION) && self.lower(u - 1) == ",").map(|u| u..u + 1);
        }
        if self.lower(at) != "," || at + 1 >= sentence.end {
            return None;
        }
        let start = at + 1;
        if self.is(start, QUOTATION) {
            return Some(start..start + 1);
        }
        if self.is(start, ING | SUBORDINATOR | RELATIVE) || self.lower(start) == "according" {
            return None;
        }
        if self.is(start, CUE) {
            return None;
        }
        let end = self.clause_end(start, sentence, false);
        (end > start).then_some(start..end)
    }
}
