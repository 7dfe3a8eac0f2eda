//! Sentences whose verb of saying does not stand between source and content: "“…,” said Moreno", "Said Moreno: “…”",
//! "As Moreno noted, …".

use std::ops::Range;

use super::content::Right;
use super::cue::{self, Form};
use super::frame::Frame;
use super::source::Subject;
use super::statement::{Parts, Reading, one};
use super::words::*;

impl Frame<'_, '_> {
    /// "Said Moreno: “…”"
    pub(super) fn verb_first(&self, reading: &Reading) -> Option<Parts> {
        let Reading { sentence, verb, cue, units, .. } = reading;
        let past = matches!(cue.form, Form::Past | Form::Third);
        if *verb != sentence.start || cue.frame & cue::DIRECT == 0 || !past {
            return None;
        }
        let end = self.noun_phrase(units.end, sentence.end);
        let quotation = (end..sentence.end.min(end + 25)).find(|&u| self.is(u, QUOTATION))?;
        // "Told that the mill had shut, Moreno said: “…”"
        let clause = self.is(units.end, THAT) || (end..quotation).any(|u| self.is(u, CUE));
        (end > units.end && self.is(quotation - 1, STOP) && !clause)
            .then(|| (one(quotation..quotation + 1), Some(units.end..end), quotation + 1))
    }

    /// "“…,” said Moreno", "…, said Moreno."
    pub(super) fn verb_before_source(&self, reading: &Reading) -> Option<Parts> {
        let Reading { sentence, cue, units, left, low, .. } = reading;
        let finite = matches!(cue.form, Form::Past | Form::Third | Form::Base);
        let free = matches!(left.subject, Subject::Missing | Subject::Shared);
        if cue.frame & cue::DIRECT == 0 || !finite || !free {
            return None;
        }
        let said = self.content_before(left.group, sentence.start, *low)?;
        let quoted = self.is(said.end - 1, QUOTATION);
        if !quoted && cue.frame & cue::ZERO == 0 {
            return None;
        }
        let end = self.noun_phrase(units.end, sentence.end);
        let end = self.with_name_behind(units.end, end, sentence.end);
        if !quoted && !self.has_verb(said.start, said.end) {
            // "The bridge, said Moreno, was closed."
            let rest =
                self.resumed(end, sentence, false).filter(|r| end > units.end && self.is_finite(r.start))?;
            return Some((vec![said, rest], Some(units.end..end), end));
        }
        let mut next = self.skip_adverbs(end, sentence.end);
        // "…, today said the events in that country were": the subject of a clause.
        if !quoted && self.is(next, PREPOSITION) && !self.is(end, TIME) {
            next = self.skip_adverbs(self.noun_phrase(next + 1, sentence.end), sentence.end);
        }
        let verb_follows = self.is(next, AUXILIARY | VERB) || !quoted && self.is_finite(next);
        if end == units.end || verb_follows && !self.is(next, NAME) {
            return None;
        }
        let resumed = self.resumed(end, sentence, quoted).filter(|r| self.is(r.start, QUOTATION));
        let content = std::iter::once(said).chain(resumed).collect();
        Some((content, Some(units.end..end), end))
    }

    /// "As Moreno noted, the ships were old", "…, as Moreno noted."
    pub(super) fn as_clause(&self, reading: &Reading) -> Option<(Vec<Range<usize>>, usize)> {
        let Reading { sentence, cue, left, right, hearer, low, .. } = reading;
        let Subject::Before(subject) = &left.subject else { return None };
        let link = subject.start.checked_sub(1).filter(|&link| link >= sentence.start)?;
        if self.lower(link) != "as"
            || cue.frame & (cue::ZERO | cue::THAT) == 0
            || !matches!(right, Right::Nothing)
            || matches!(self.lower(subject.start), "you" | "we" | "i")
        {
            return None;
        }
        let after = self.skip_adverbs(*hearer, sentence.end);
        if link <= *low && self.lower(after) == "," {
            let end = self.clause_end(after + 1, sentence, false);
            return (end > after + 1).then(|| (one(after + 1..end), end));
        }
        let said = self.content_before(link, sentence.start, *low)?;
        Some((vec![said], *hearer))
    }
}
