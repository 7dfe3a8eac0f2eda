//! Quotations by themselves: whether one is a whole utterance, a title or a few borrowed words.

use std::ops::Range;

use super::frame::Frame;
use super::words::*;

impl Frame<'_, '_> {
    /// Whether a quotation is a sentence of its own, to judge by its capital.
    pub(super) fn is_whole(&self, u: usize) -> bool {
        let Some(quotation) = self.quotation(u) else { return false };
        let words = quotation.end - quotation.first;
        let first = &self.document.tokens[quotation.first as usize];
        let capital = self.classes.of(first.word) & CAPITAL != 0;
        let last = self.document.word(quotation.end as usize - 1);
        let stopped = matches!(last, "." | "," | "!" | "?" | "…" | "..." | "—" | "–");
        words > 3 && capital || words > 1 && capital && stopped
    }

    /// Whether the first word of the quotation at `u` has a capital.
    pub(super) fn is_capital_quotation(&self, u: usize) -> bool {
        let first = self.quotation(u).and_then(|q| self.document.tokens.get(q.first as usize));
        first.is_some_and(|t| self.classes.of(t.word) & CAPITAL != 0)
    }

    /// Whether a quotation is a sentence with its own full stop, or stands after a colon.
    pub(super) fn is_utterance(&self, u: usize) -> bool {
        let Some(quotation) = self.quotation(u) else { return false };
        let last = self.document.word(quotation.end as usize - 1);
        let follows_colon = u > 0 && self.lower(u - 1) == ":";
        quotation.end - quotation.first > 4
            && (follows_colon || matches!(last, "." | "!" | "?") && !self.is_title(u))
            || quotation.end - quotation.first > 3 && self.signature_behind(u).is_some()
    }

    /// "titled “…”", "called “…”": the name of a work or a thing.
    fn is_title(&self, u: usize) -> bool {
        u > 0
            && (self.is(u - 1, PREPOSITION | DETERMINER | POSSESSIVE | AUXILIARY)
                || matches!(
                    self.lower(u - 1),
                    "titled" | "called" | "entitled" | "dubbed" | "named" | "headlined"
                ))
    }

    /// Who signs the quotation at `u`: "“…” — Ana Moreno", at the end of a paragraph.
    pub(super) fn signature_behind(&self, u: usize) -> Option<Range<usize>> {
        if !matches!(self.lower(u + 1), "—" | "–" | "―" | "--" | "-") {
            return None;
        }
        let block = |u: usize| self.units.get(u).map(|unit| self.document.block_of(unit.first as usize));
        let here = block(u + 1);
        // The dash may open the next line.
        if here != block(u) && here != block(u).map(|b| b + 1) {
            return None;
        }
        let start = u + 2;
        let end = (start..start + 9).find(|&v| block(v) != here || self.is(v, STOP)).unwrap_or(start);
        let named = end > start && block(start) == here && (start..end).all(|v| self.is(v, NAME | CAPITAL));
        let last = block(end) != here || self.lower(end) == "," || block(end + 1) != here;
        (named && last).then_some(start..end)
    }

    /// Who is named right before the colon that a quotation follows: "Moreno: “…”".
    pub(super) fn label_before(&self, u: usize, low: usize) -> Option<Range<usize>> {
        if u <= low + 1 || self.lower(u - 1) != ":" {
            return None;
        }
        let start = self.noun_phrase_before(u - 1, low);
        let label = start < u - 1 && (self.starts_clause_at(start, low) || self.is(u - 2, NAME));
        // "Moreno was blunt: “…”"
        let subject =
            || self.main_subject(low, u - 1).filter(|s| s.start == low && self.is(low, NAME | SUBJECT));
        if label { Some(start..u - 1) } else { subject() }
    }
}
