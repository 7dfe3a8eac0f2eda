//! Who says it: the subject of a cue.
//!
//! "Moreno said", "Moreno, 56, who runs the port, said", "said the harbour master", "whose office
//! said", "Moreno left, saying", "Moreno denied it but insisted". A passive has no source unless
//! *by* names one.

use std::ops::Range;

use super::cue::{self, Form};
use super::frame::Frame;
use super::words::*;
use crate::lexicon;
use crate::token::Case;

/// The subject of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Its units, before the verb.
    Before(Range<usize>),
    /// None of its own: it shares that of the verb before, or of the sentence.
    Shared,
    /// "was told"
    Passive,
    /// Nothing that could be one.
    Missing,
}

/// A cue with what stands on its left.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// Where the verb group starts: "has repeatedly said".
    pub group: usize,
    pub subject: Subject,
    /// Where all of this starts: the subject with its appositions.
    pub start: usize,
}

impl Frame<'_, '_> {
    /// Reads what stands before the verb at `verb`, no further back than `low`. `said` tells that
    /// the content follows, so that nothing before the subject is part of it.
    pub(super) fn read_left(&self, verb: usize, form: Form, low: usize, said: bool) -> Left {
        let mut group = verb;
        let mut passive = false;
        while group > low && self.is(group - 1, AUXILIARY | ADVERB) && !self.is(group - 1, SUBJECT | NAME) {
            passive |= form == Form::Past && self.is(group - 1, BE);
            group -= 1;
        }
        // "used to say", "went on to say"
        if form == Form::Base && group > low + 2 && self.is(group - 1, TO) {
            group -= if self.lower(group - 2) == "on" { 3 } else { 2 };
        }
        // "has since said"
        if group > low + 1 && self.lower(group - 1) == "since" && self.is(group - 2, HAVE) {
            group -= 2;
        }
        // "Moreno and Ruiz both said"
        if group > low + 1
            && matches!(self.lower(group - 1), "both" | "all" | "each")
            && self.is_nominal(group - 2)
        {
            group -= 1;
        }
        if group > low && self.is(group - 1, SUBJECT) && self.is(group - 1, AUXILIARY) {
            // "he's", "they'd"
            let subject = Subject::Before(group - 1..group);
            return Left { group, subject, start: group - 1 };
        }
        // "when asked whether", "Asked whether"
        let asked = form == Form::Past
            && (group <= low || matches!(self.lower(group - 1), "when" | "if" | "while" | "once"))
            && group == verb;
        if passive || asked {
            let start = self.noun_phrase_before(group, low);
            return Left { group, subject: Subject::Passive, start };
        }
        let mut end = self.skip_adverbials_before(group, low);
        let missing = |start| Left { group, subject: Subject::Missing, start };
        if end <= low {
            return missing(end);
        }
        let before = end - 1;
        if self.is(before, CONJUNCTION) {
            return Left { group, subject: Subject::Shared, start: before };
        }
        // "(R-Texas)"
        if self.lower(before) == ")" {
            let open = (low..before).rev().take(8).find(|&u| self.lower(u) == "(");
            if let Some(open) = open {
                end = open;
            }
        }
        if self.lower(before) == "," && form != Form::Ing && self.is_inverted(verb) {
            return missing(before);
        }
        if matches!(self.lower(before), "," | "—" | "–") {
            let left = self.behind_apposition(before, low, group, form, said);
            return left.unwrap_or_else(|| missing(before));
        }
        let start = self.noun_phrase_before(end, low);
        if start == end {
            return missing(end);
        }
        if form != Form::Ing
            && let Some(subject) = self.before_relative(start, low)
        {
            return Left { group, start: subject.start, subject: Subject::Before(subject) };
        }
        // "said that members asked": no "that member".
        let complement =
            self.is(start, THAT) && start > low && self.cue(start - 1).is_some() && end > start + 1;
        let start = start + usize::from(complement);
        // "he and the president agreed"
        let start = match start >= low + 2 && self.lower(start - 1) == "and" && self.is(start - 2, SUBJECT) {
            true => start - 2,
            false => start,
        };
        // "(D-Ga.)" belongs to the name, "(56)" does not.
        if end < group && self.lower(end) == "(" && self.is(end + 1, CAPITAL) {
            end = before + 1;
        }
        Left { group, subject: Subject::Before(start..end), start }
    }

    /// A subject with something between commas after it: "Moreno, 56, who runs the port, said".
    /// `comma` is the last of them.
    fn behind_apposition(
        &self,
        comma: usize,
        low: usize,
        group: usize,
        form: Form,
        said: bool,
    ) -> Option<Left> {
        if form == Form::Ing {
            return None;
        }
        let near = low.max(comma.saturating_sub(40));
        let mut first = None;
        for u in (near.max(low + 1)..comma).filter(|&u| self.lower(u) == self.lower(comma)) {
            let start = self.noun_phrase_before(u, low);
            let days = self.is(u - 1, TIME) || matches!(self.lower(u - 1), "week" | "month" | "year");
            if start < u && self.starts_clause_at(start, low) && !days && self.is_apposition(u + 1, comma) {
                first = Some((start, u));
                // "“…,” one fan, Emily, 17, told": what follows the quotation is the subject.
                if said || start > low && self.is(start - 1, QUOTATION) {
                    break;
                }
            }
        }
        let (start, end) = first?;
        // "the minister, Anna Berg, said": the name belongs to the source.
        let inside = end + 1..comma;
        let all_name =
            inside.clone().all(|u| self.is(u, CAPITAL | NAME) && !self.is(u, POSSESSIVE | PREPOSITION));
        let described = self.is(start, DETERMINER | POSSESSIVE)
            || self.lower(start) == "one"
            || (start..end).any(|u| self.lower(u) == "'s");
        // "Another, also named Viktor"
        let after = if self.lower(inside.start) == "also" { inside.start + 1 } else { inside.start };
        let naming = matches!(self.lower(after), "named" | "called")
            && after + 1 < comma
            && (after + 1..comma).all(|u| self.is(u, CAPITAL | NAME));
        let all_name = all_name || naming;
        let end = if all_name && described && !inside.is_empty() { comma } else { end };
        Some(Left { group, subject: Subject::Before(start..end), start })
    }

    /// Whether what stands between two commas can tell more about the noun before: no clause of
    /// its own, but perhaps a relative one.
    fn is_apposition(&self, from: usize, end: usize) -> bool {
        if self.is(from, CUE | CONJUNCTION) && !self.is(from, CAPITAL) {
            return false;
        }
        let relative = self.is(from, RELATIVE) || self.is(from + 1, RELATIVE) || self.lower(from) == "whose";
        let mut open = relative;
        for u in from..end {
            match self.lower(u) {
                "," => open = self.is(u + 1, RELATIVE),
                "who" | "which" | "that" | "whose" | "where" => open = true,
                ";" | ":" => return false,
                _ if self.is(u, QUOTATION) => {}
                _ if !open && self.is(u, AUXILIARY | VERB) && !self.is(u, NAME | CAPITAL) => return false,
                _ if !open && self.is(u, SUBJECT) => return false,
                _ => {}
            }
        }
        true
    }

    /// Whether the verb's subject follows it, and ends the clause: ", said the inspector Ana Ruiz."
    fn is_inverted(&self, verb: usize) -> bool {
        let limit = self.units.len().min(verb + 25);
        let end = self.noun_phrase(verb + 1, limit);
        self.cue(verb).is_some_and(|c| c.frame & cue::ZERO != 0 && c.frame & cue::HEARER == 0)
            && end > verb + 1
            && !self.is(verb + 1, THAT)
            && (verb + 1..end).any(|u| self.is(u, NAME))
            && (end >= limit || matches!(self.lower(end), "." | ","))
            && !self.is_finite(self.skip_adverbs(end, limit))
            && self.verb_inside(verb + 1, end, limit).is_none()
    }

    /// The noun whose relative clause the phrase at `start` is a part of: "**A woman** whose dog was
    /// swept out to sea said".
    fn before_relative(&self, start: usize, low: usize) -> Option<Range<usize>> {
        if self.starts_clause_at(start, low) || self.is(start, RELATIVE | SUBJECT | NAME) {
            return None;
        }
        let near = low.max(start.saturating_sub(25));
        let link = (near..start)
            .rev()
            .take_while(|&u| {
                // "an official who asked not to be named said"
                let asks = matches!(self.lower(u), "asked" | "declined" | "refused" | "requested" | "wished");
                !self.is(u, STOP | QUOTATION | SUBORDINATOR | CUE) || asks
            })
            .find(|&u| matches!(self.lower(u), "who" | "whose" | "which" | "that"))?;
        let verb = (link + 1..start).any(|u| self.is_finite(u));
        let noun = self.noun_phrase_before(link, low);
        (verb && noun < link && self.starts_clause_at(noun, low) && !self.is(noun, CUE | RELATIVE))
            .then_some(noun..link)
    }

    /// Skips "on Tuesday", "last week", "meanwhile" leftwards from `end`.
    fn skip_adverbials_before(&self, mut end: usize, low: usize) -> usize {
        while end > low {
            let u = end - 1;
            if self.is(u, NAME) {
                break;
            }
            if self.is(u, ADVERB) && !self.is(u, CONJUNCTION) {
                end = u;
            } else if matches!(self.lower(u), "today" | "tonight") && u > low {
                // "Vimo Inc. today announced"
                end = u;
            } else if self.is(u, TIME) {
                end = u;
                while end > low
                    && matches!(
                        self.lower(end - 1),
                        "on" | "last" | "late" | "early" | "earlier" | "since" | "this"
                    )
                {
                    end -= 1;
                }
            } else if matches!(
                self.lower(u),
                "week" | "month" | "year" | "night" | "morning" | "afternoon" | "evening"
            ) && u > low
                && (matches!(self.lower(u - 1), "last" | "this" | "earlier")
                    || lexicon::is(self.lower(u - 1), lexicon::Class::Weekday))
            {
                end = u - 1;
                while end > low && matches!(self.lower(end - 1), "earlier" | "late" | "on") {
                    end -= 1;
                }
            } else {
                break;
            }
        }
        end
    }

    /// The subject of the sentence's main clause: its first noun phrase that a verb follows.
    pub(super) fn main_subject(&self, low: usize, before: usize) -> Option<Range<usize>> {
        let mut u = low;
        let mut steps = 0;
        while u < before && steps < 60 {
            steps += 1;
            if self.is(u, PREPOSITION) && !self.is(u, NAME) {
                // "In a tweet Moreno": over the phrase that the preposition opens.
                let end = self.noun_phrase(u + 1, before);
                u = end.max(u + 1);
                continue;
            }
            let end = self.noun_phrase(u, before);
            if end == u {
                u += 1;
                continue;
            }
            let starts = self.starts_clause_at(u, low) || steps < 4;
            if let Some(verb) = self.verb_inside(u, end, before).filter(|_| starts) {
                return Some(u..verb);
            }
            let mut next = self.skip_adverbs(end, before);
            if self.lower(next) == "," {
                // Over an apposition.
                if let Some(second) = (next + 1..before.min(next + 30)).find(|&v| self.lower(v) == ",")
                    && self.is_finite(self.skip_adverbs(second + 1, before))
                {
                    next = second + 1;
                }
            }
            let next = self.skip_adverbs(next, before);
            if starts && self.is_finite(next) && next < before {
                return Some(u..end);
            }
            u = end;
        }
        None
    }

    /// Over adverbs and days.
    pub(super) fn skip_adverbs(&self, mut u: usize, limit: usize) -> usize {
        while u < limit {
            if self.is(u, ADVERB | TIME) && !self.is(u, NAME) {
                u += 1;
                if self.is(u - 1, TIME)
                    && matches!(self.lower(u), "night" | "morning" | "afternoon" | "evening")
                {
                    u += 1;
                }
            } else if matches!(self.lower(u), "on" | "last") && self.is(u + 1, TIME)
                || self.lower(u) == "last" && matches!(self.lower(u + 1), "week" | "month" | "year" | "night")
            {
                u += 2;
            } else {
                break;
            }
        }
        u
    }

    /// Whether the unit at `u` can be the finite verb of a clause.
    pub(super) fn is_finite(&self, u: usize) -> bool {
        if self.is(u, NAME) {
            return false;
        }
        self.is(u, AUXILIARY | VERB)
            || self.is(u, PAST)
            || self.cue(u).is_some_and(|c| c.form != Form::Ing)
            || {
                // "continues", "leads"
                let word = self.lower(u);
                word.len() > 3
                    && word.ends_with('s')
                    && !word.ends_with("ss")
                    && !self.is(u, CAPITAL | PREPOSITION)
            }
    }

    /// "said a former minister, Oleg Moroz": the name belongs to the phrase `from..end`; so do the
    /// other names of a list, "said Moreno, Ruiz and Berg".
    pub(super) fn with_name_behind(&self, from: usize, end: usize, limit: usize) -> usize {
        if end == from || self.lower(end) != "," || !self.is(end + 1, NAME) || end + 1 >= limit {
            return end;
        }
        let name = self.noun_phrase(end + 1, limit);
        let described = self.is(from, DETERMINER | POSSESSIVE) || (from..end).any(|u| self.lower(u) == "'s");
        let all_name = (end + 1..name).all(|u| self.is(u, NAME | CAPITAL));
        let closed = name >= limit || self.is(name, STOP);
        let list = (end + 1..name).any(|u| self.lower(u) == "and") && self.is(from, NAME);
        if described && all_name && closed && !self.is(end - 1, NAME) || list { name } else { end }
    }

    /// Whether the unit at `u` is in capitals: "the IRS rule" is a noun.
    fn is_acronym(&self, u: usize) -> bool {
        let token = &self.document.tokens[self.units[u].first as usize];
        self.is(u, NAME) && self.document.words.case(token.word) == Case::Upper && token.span.len() > 1
    }

    /// Whether a base form has a plural, a pronoun or an auxiliary before it: "officials say".
    pub(super) fn agrees(&self, left: &Left, verb: usize) -> bool {
        if (left.group..verb).any(|u| self.is(u, AUXILIARY | TO)) {
            return true;
        }
        match &left.subject {
            Subject::Before(units) => {
                let last = units.end - 1;
                let word = self.lower(last);
                lexicon::is(word, lexicon::Class::PluralSubject)
                    || word.ends_with('s') && !self.is_acronym(last)
                    || self.is(last, CAPITAL | NAME | NUMBER) && !self.is_acronym(last)
                    || (units.start..last).any(|u| self.lower(u) == "and" || self.is(u, PREPOSITION | TO))
            }
            Subject::Shared => true,
            Subject::Missing => true,
            Subject::Passive => false,
        }
    }
}
