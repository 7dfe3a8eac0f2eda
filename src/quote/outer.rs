//! Attributions of a whole sentence that itself tells what somebody said: "The dam will hold, Orlov
//! said, according to the agency", "The mayor said it was late, Radio Norte reported."
//!
//! The model gives each word one part, so that of two attributions it sees the inner one. Here the end of
//! each sentence is read again: a comma, who reports, and that they do; or its middle, where what follows is not
//! said ("…, he said – although the port …"). Missed: an outer attribution that opens its sentence.

use std::ops::Range;

use super::cue::{self, Form};
use super::frame::Frame;
use super::words::*;
use super::{Quote, compose};
use crate::annotation::Style;
use crate::lexicon;
use crate::span::Span;

/// The source and what follows it has at most so many units.
const LONGEST: usize = 16;

/// So many sources within a sentence are looked at.
const MOST: usize = 8;

/// Content, cue and source, in units.
type Attributed = (Range<usize>, Range<usize>, Range<usize>);

/// The quotes of sentences that end in an attribution which none of `quotes` has.
pub(super) fn outer_quotes(frame: &Frame, quotes: &[Quote]) -> Vec<Quote> {
    let mut taken: Vec<Span> = Vec::new();
    let mut inner: Vec<Span> = Vec::new();
    let mut sources: Vec<Span> = Vec::new();
    for quote in quotes {
        taken.extend(quote.cue.iter().chain(&quote.source));
        if quote.style != Style::Transcript && !quote.cue.is_empty() {
            inner.extend(&quote.content);
            sources.extend(&quote.source);
        }
    }
    taken.sort_unstable();
    inner.sort_unstable();
    sources.sort_unstable();
    let free = |span: Span| {
        let at = taken.partition_point(|s| s.end <= span.start);
        taken.get(at).is_none_or(|s| !s.overlaps(span))
    };
    let mut found = Vec::new();
    for sentence in &frame.sentences {
        let Some((content, cue, source)) = frame.trailing(sentence).or_else(|| frame.attributed(sentence))
        else {
            continue;
        };
        let plain = frame.is(source.start, SUBJECT);
        let Some(quote) = compose(frame, &[content], Some(cue), Some(source)) else { continue };
        let around = quote.content[0];
        let at = inner.partition_point(|s| s.start < around.start);
        // Somebody's words stand inside, or none of it is anybody's: "The bridge is closed, officials said."
        let holds = inner.get(at).is_some_and(|s| s.end <= around.end);
        // "Holm told reporters it was late, **it said**": somebody else's words are told of.
        let named = || {
            let from = sources.partition_point(|s| s.start < around.start);
            let inside = sources[from..].iter().take_while(|s| s.end <= around.end);
            inside.take(MOST).any(|s| is_named(frame, *s))
        };
        let before = inner[..at].last().is_none_or(|s| s.end <= around.start);
        let untouched = before && inner.get(at).is_none_or(|s| s.start >= around.end);
        if (holds && (!plain || named()) || untouched)
            && quote.cue.iter().chain(&quote.source).all(|&span| free(span))
        {
            found.push(quote);
        }
    }
    found
}

/// Whether a source is no pronoun.
fn is_named(frame: &Frame, source: Span) -> bool {
    let word = frame.document.lower(frame.document.token_at(source.start));
    !lexicon::is(word, lexicon::Class::NoName)
}

impl Frame<'_, '_> {
    /// Content, cue and source of a sentence that ends in an attribution.
    fn trailing(&self, sentence: &Range<usize>) -> Option<Attributed> {
        let end = self.before_stop(sentence.clone()).end;
        let low = sentence.start.max(end.saturating_sub(LONGEST));
        let commas = (low..end).rev().filter(|&u| self.lower(u) == "," || self.closes_with_comma(u));
        for comma in commas.take(3) {
            let first = comma + 1;
            let content = sentence.start..if self.lower(comma) == "," { comma } else { comma + 1 };
            if content.len() < 4 {
                continue;
            }
            if self.lower(first) == "according" && self.is(first + 1, TO) {
                let source = first + 2..self.noun_phrase(first + 2, end).max(first + 2);
                let rest = (source.end..end).all(|u| self.lower(u) != "," || self.is(u + 1, CAPITAL));
                return (!source.is_empty() && rest).then_some((content, first..first + 2, source));
            }
            // ", Radio Norte reported", ", the police said on Monday"
            let verb = (first + 1..end.min(first + 9)).find(|&u| self.reports(u))?;
            // "Radio Norte has learned"
            let mut group = verb;
            while group > first + 1 && self.is(group - 1, HAVE | ADVERB) && !self.is(group - 1, NAME) {
                group -= 1;
            }
            let source = first..group;
            // "Sen. Holm (R-S.C.)"
            let named = source
                .clone()
                .all(|u| self.is_nominal(u) || matches!(self.lower(u), "of" | "for" | "(" | ")"));
            let tells = self.cue(verb).is_some_and(|c| c.frame & cue::TELL != 0);
            let hearer = if tells { self.noun_phrase(verb + 1, end) } else { verb + 1 };
            let after = self.skip_adverbs(hearer, end);
            // "…, the court said on March 1 in a case filed by the company"
            let rest = after..end;
            let plain = !rest.clone().any(|u| self.is(u, THAT | QUOTATION | CUE | SUBJECT));
            let closed = rest.is_empty()
                || self.is(after, TIME | PREPOSITION) && rest.len() <= 6
                || self.is(after, TIME | PREPOSITION | PAST) && rest.len() <= LONGEST && plain;
            let pronoun = source.len() == 1 && self.is(first, SUBJECT);
            if (named || pronoun) && closed {
                return Some((content, group..verb + 1, source));
            }
        }
        None
    }

    /// The same where the sentence goes on after it with what is not said: "The ships need a crew, he said – although the
    /// port …", "…, the minister told Radio Norte on Monday without going further".
    fn attributed(&self, sentence: &Range<usize>) -> Option<Attributed> {
        let limit = sentence.end.min(sentence.start + 60);
        for comma in (sentence.start + 4..limit).filter(|&u| self.lower(u) == ",") {
            let first = comma + 1;
            let Some(verb) = (first + 1..sentence.end.min(first + 9)).find(|&u| self.reports(u)) else {
                continue;
            };
            let source = first..verb;
            if !source
                .clone()
                .all(|u| self.is_nominal(u) || self.is(u, SUBJECT) || matches!(self.lower(u), "of" | "for"))
            {
                continue;
            }
            let tells = self.cue(verb).is_some_and(|c| c.frame & cue::TELL != 0);
            let hearer = if tells { self.noun_phrase(verb + 1, sentence.end) } else { verb + 1 };
            let after = self.skip_adverbs(hearer, sentence.end);
            let stops = matches!(
                self.lower(after),
                "—" | "–" | "-" | "although" | "while" | "but" | "without" | "after" | "as"
            );
            let clause = !self.is(sentence.start, PREPOSITION | SUBORDINATOR | ING | TIME);
            if stops && clause && after < sentence.end {
                return Some((sentence.start..comma, verb..verb + 1, source));
            }
        }
        None
    }

    /// A quotation that ends in the comma before its attribution.
    fn closes_with_comma(&self, u: usize) -> bool {
        self.quotation(u).is_some_and(|q| q.end > q.first && self.document.word(q.end as usize - 1) == ",")
    }

    /// "said", "reports": a verb that may follow all that is said.
    fn reports(&self, u: usize) -> bool {
        let finite = |form| matches!(form, Form::Past | Form::Third | Form::Base);
        self.cue(u).is_some_and(|cue| {
            finite(cue.form) && cue.frame & cue::DIRECT != 0 && cue.frame & (cue::ZERO | cue::THAT) != 0
                || matches!(self.lower(u), "reported" | "reports" | "report")
        })
    }
}
