//! Headlines that tell who says so before or behind a colon: "Coroner: two died hours apart", "Dam will hold:
//! minister".
//!
//! Missed: headlines that are not the first line, and labels of bodies that no word of [`SPEAKERS`] ends.

use std::ops::Range;

use super::frame::Frame;
use super::statement::{Statement, one};
use super::words::*;
use super::{Quote, compose};
use crate::annotation::{EntityKind, Style};
use crate::lexicon;
use crate::name::Name;

/// A label has at most so many units.
const LABEL: usize = 5;

/// What the first line gives to its label: "Abbas: No peace without Jerusalem".
pub(super) fn headline_quote(frame: &Frame, names: &[Name], quotes: &[Quote]) -> Option<Quote> {
    let sentence = frame.sentences.first()?.clone();
    let colon = sentence.clone().take(LABEL + 1).find(|&u| frame.lower(u) == ":" && u > sentence.start)?;
    let label = sentence.start..colon;
    let content = frame.before_stop(colon + 1..sentence.end);
    let tokens = frame.units[label.start].first..frame.units[colon].first;
    let named = names.first().is_some_and(|name| {
        name.first == tokens.start && name.end == tokens.end && name.kind == EntityKind::Person
    });
    let called = lexicon::is(frame.lower(colon - 1), lexicon::Class::HeadlineSpeaker)
        && label.clone().all(|u| frame.is_nominal(u) && !frame.is(u, DETERMINER | NUMBER));
    let said = content.len() > 2
        && !frame.is(content.start, QUOTATION | QUESTION | DETERMINER)
        && !frame.is(content.start, ING)
        && (content.start + 1..content.end).any(|u| frame.is_finite(u));
    let quote = compose(frame, &[content], None, Some(label)).filter(|_| (named || called) && said)?;
    let around = quote.content[0];
    let free = quotes.iter().all(|q| q.content.iter().chain(&q.source).all(|span| !span.overlaps(around)));
    (free && quote.style != Style::Direct).then_some(quote)
}

impl Frame<'_, '_> {
    /// "Harbour will close for two years: minister", a headline.
    pub(super) fn read_label_behind(&self, sentence: &Range<usize>) -> Option<Statement> {
        let low = sentence.start.max(sentence.end.saturating_sub(5));
        // "Group to bid for chain - paper"
        let dash =
            |u: usize| matches!(self.lower(u), "-" | "–" | "—") && self.is(u, STOP) && u > sentence.start + 3;
        let colon = (low..sentence.end).find(|&u| self.lower(u) == ":" || dash(u))?;
        let speaker = colon + 1..sentence.end;
        let last = sentence.end.checked_sub(1).filter(|&u| u > colon)?;
        let whole = |u: usize| self.units.get(u).map(|unit| self.document.block_of(unit.first as usize));
        let alone = (sentence.start == 0 || whole(sentence.start - 1) != whole(sentence.start))
            && whole(sentence.end) != whole(sentence.start);
        let person = self.is(last, NAME) && speaker.clone().all(|u| self.is(u, NAME))
            || lexicon::is(self.lower(last), lexicon::Class::HeadlineSpeaker);
        let content = sentence.start..colon;
        let said = content.len() == 1 && self.is(content.start, QUOTATION)
            || content.len() > 2
                && content.clone().all(|u| self.cue(u).is_none())
                && (self.has_verb(content.start + 1, colon) || content.clone().any(|u| self.is(u, TO)));
        let nominal = speaker.clone().all(|u| self.is_nominal(u));
        (alone && person && said && nominal).then(|| Statement {
            content: one(content),
            cue: colon..colon,
            source: Some(speaker),
            next: sentence.end,
        })
    }
}
