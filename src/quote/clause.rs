//! Clauses: whether one starts here, and where it ends.
//!
//! "said **the ships were old and would not sail**, adding that …": a clause has a noun phrase and a
//! finite verb, and ends with its sentence, before a new cue, or before a new main clause.
//!
//! Missed: an afterthought of the writer's behind a comma ("…, a claim he later dropped") is taken in.

use std::ops::Range;

use super::cue::{self, Form};
use super::frame::Frame;
use super::words::*;

/// No clause is longer, in units: a sentence of a million words must not be read again for each cue.
pub(super) const LONGEST: usize = 160;

impl Frame<'_, '_> {
    /// Whether a clause without "that" starts at `u`: a noun phrase, then a verb.
    pub(super) fn starts_clause(&self, u: usize, limit: usize) -> bool {
        if self.is(u, AUXILIARY) && self.is(u, SUBJECT) {
            return true;
        }
        // "said she heard shouting": these stand before a verb, whatever follows.
        if matches!(self.lower(u), "he" | "she" | "they" | "we" | "i")
            && self.is(u + 1, WORD)
            && u + 1 < limit
        {
            return true;
        }
        let end = self.noun_phrase(u, limit);
        if end == u {
            return false;
        }
        let next = self.skip_adverbs(end, limit);
        if next < limit && self.is_finite(next) {
            return true;
        }
        let verb_inside = self.verb_inside(u, end.min(limit), limit).is_some();
        if verb_inside || self.lower(next) == "," && self.is_finite(next + 1) {
            return true;
        }
        // Behind a relative clause or a phrase.
        !self.is(next, STOP) && self.has_verb(next, limit)
    }

    /// A verb that reads like a noun of the phrase `u..end`: "Obama enjoys the work".
    pub(super) fn verb_inside(&self, u: usize, end: usize, limit: usize) -> Option<usize> {
        (u + 1..end).find(|&v| {
            !self.is(v, CAPITAL | NAME)
                && self.is_finite(v)
                && (v + 1 >= limit
                    || self.is(v + 1, DETERMINER | POSSESSIVE | SUBJECT | OBJECT | TO | THAT | ADVERB)
                    || self.is(v + 1, PREPOSITION) && self.lower(v + 1) != "of")
        })
    }

    /// Whether a noun phrase and its finite verb stand at `u`.
    pub(super) fn is_main_clause(&self, u: usize, limit: usize) -> bool {
        let end = self.noun_phrase(u, limit);
        let verb = self.skip_adverbs(end, limit);
        end > u && verb < limit && self.is_finite(verb)
    }

    /// The end of the clause that starts at `from`.
    pub(super) fn clause_end(&self, from: usize, sentence: &Range<usize>, object: bool) -> usize {
        let mut u = from;
        let limit = sentence.end.min(from + LONGEST);
        // A quotation that is a sentence of its own is the whole content.
        if self.is(from, QUOTATION) && self.is_whole(from) {
            return from + 1;
        }
        while u < limit {
            match self.lower(u) {
                "." | "!" | "?" | ";" | "…" if u + 1 >= sentence.end || self.lower(u) == ";" => break,
                "," => {
                    let next = u + 1;
                    if self.is(next, CUE) && self.is(next, ING) {
                        break;
                    }
                    if matches!(self.lower(next), "according" | "but") {
                        break;
                    }
                    // "…, much to their chagrin": an afterthought of the writer's.
                    if self.lower(next) == "much" && self.lower(next + 1) == "to" {
                        break;
                    }
                    if self.attribution_at(next, sentence.end) {
                        break;
                    }
                    if matches!(self.lower(next), "and") && self.is_main_clause(next + 1, sentence.end) {
                        break;
                    }
                }
                "and" | "but" => {
                    let verb = self.skip_adverbs(u + 1, sentence.end);
                    let quoted = self.is(u - 1, QUOTATION) && u - 1 == from;
                    if quoted || self.lower(u) == "but" && self.is(verb, AUXILIARY) && !self.is(verb, SUBJECT)
                    {
                        break;
                    }
                    let says = self.cue(verb).filter(|c| c.form == Form::Past || c.form == Form::Third);
                    let clause = |c: cue::Cue| {
                        c.frame & cue::ZERO != 0
                            && c.frame & cue::HEARER == 0
                            && self.starts_clause(verb + 1, sentence.end)
                    };
                    if says.is_some_and(|c| self.is(verb + 1, THAT | QUOTATION | SUBJECT) || clause(c)) {
                        break;
                    }
                }
                // "urged residents not to panic saying that"
                _ if u > from + 1 && self.is(u, CUE) && self.is(u, ING) && self.is(u + 1, THAT) => break,
                _ if object
                    && self.is(u, QUOTATION)
                    && (self.ends_phrase(u)
                        || self.is(u + 1, STOP)
                        || self.is(u + 1, CONJUNCTION) && !self.is(u + 2, QUOTATION)) =>
                {
                    u += 1;
                    break;
                }
                _ if self.is(u, QUOTATION)
                    && u > from
                    && self.ends_phrase(u)
                    && self.attribution_at(u + 1, sentence.end) =>
                {
                    u += 1;
                    break;
                }
                _ => {}
            }
            u += 1;
        }
        while u > from && self.is(u - 1, STOP) {
            u -= 1;
        }
        u
    }

    /// The content of a relative clause, without the predicate of the sentence around it: "Holm, who said **it was late**,
    /// left", "an official who asked **not to be named** told".
    pub(super) fn within_relative(
        &self,
        content: Range<usize>,
        source: Option<&Range<usize>>,
    ) -> Range<usize> {
        const UNNAMED: &[&str] = &["identified", "named", "quoted"];
        let hidden = ["not", "to", "be"].iter().zip(content.clone()).all(|(word, u)| self.lower(u) == *word);
        if hidden && content.len() > 4 && UNNAMED.contains(&self.lower(content.start + 3)) {
            return content.start..content.start + 4;
        }
        let parted = source.is_some_and(|s| {
            s.end <= content.start && self.is(s.end - 1, RELATIVE) && self.lower(s.end.wrapping_sub(2)) == ","
        });
        if !parted {
            return content;
        }
        let limit = content.end.min(content.start + LONGEST);
        let end = (content.start + 1..limit).find(|&comma| {
            let verb = self.skip_adverbs(comma + 1, limit);
            let predicate = self.is(verb, AUXILIARY | VERB) && !self.is(verb, SUBJECT)
                || self.is(verb, PAST)
                    && !self.is(verb, CUE)
                    && (!self.is(verb + 1, PREPOSITION | STOP)
                        || self.is(verb + 2, DETERMINER | POSSESSIVE | NAME));
            self.lower(comma) == "," && verb < limit && predicate && !self.is(verb, NAME)
        });
        content.start..end.unwrap_or(content.end)
    }

    /// Whether the quotation at `u` ends with a comma inside its marks.
    pub(super) fn ends_phrase(&self, u: usize) -> bool {
        self.quotation(u).is_some_and(|q| q.end > q.first && self.document.word(q.end as usize - 1) == ",")
    }

    /// "Moreno said" and then the end or a comma.
    fn attribution_at(&self, u: usize, limit: usize) -> bool {
        let end = self.noun_phrase(u, limit);
        if end == u || end - u > 8 {
            return false;
        }
        let mut verb = self.skip_adverbs(end, limit);
        if self.is(verb, HAVE) {
            verb = self.skip_adverbs(verb + 1, limit);
        }
        // "police said" reads like a noun phrase.
        (u + 1..end).chain([verb]).any(|verb| {
            self.cue(verb).is_some_and(|c| c.frame & cue::ZERO != 0 && c.form != Form::Ing)
                && !self.is(verb, NAME)
                && (verb + 1 >= limit || self.is(verb + 1, STOP | TIME | PREPOSITION))
        })
    }
}
