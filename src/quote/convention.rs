//! The edges of a tagged quote, put where the annotation has them.
//!
//! The model learnt from articles whose annotators drew some edges otherwise. Where the meaning of a
//! part is at stake, the edge is moved: who is *urged*, *accused* or *asked* is no part of what is said
//! ("urged the crew **to leave**"), the hearer of *told* belongs to the cue ("**told AFP**"), and no
//! bracket stays open. Auxiliaries in cues ("has said") and appositions in sources ("Moreno, the head
//! of the port") stay as learnt.

use std::ops::Range;

use super::cue;
use super::frame::Frame;
use super::words::*;

/// Which edges are moved: a set, for measuring what each costs.
pub const HEARER: u32 = 1;
/// Who is urged is no content.
pub const ADDRESSEE: u32 = 2;
/// "has said": the auxiliary is no cue.
pub const AUXILIARIES: u32 = 4;
/// "Moreno, the head of the port": the apposition is no source.
pub const APPOSITION: u32 = 8;
/// A quotation in a new paragraph is a quote of its own where the one before was closed.
pub const PARAGRAPHS: u32 = 16;
/// What the rules find and the model does not.
pub const RULES: u32 = 32;

impl Frame<'_, '_> {
    /// Units without punctuation at their edges, but for a bracket that closes one inside.
    pub(super) fn trimmed(&self, mut units: Range<usize>) -> Range<usize> {
        // Of a run of brackets only the last few count: a text of nothing else must not be read again and again.
        let near = |units: &Range<usize>| units.end.saturating_sub(200).max(units.start)..units.end;
        let count = |units: Range<usize>, mark: &str| units.filter(|&u| self.lower(u) == mark).count();
        let mut steps = 0;
        while units.start < units.end && self.is(units.end - 1, STOP) {
            steps += 1;
            if self.lower(units.end - 1) == ")"
                && steps < 4
                && count(near(&units), "(") >= count(near(&units), ")")
            {
                break;
            }
            units.end -= 1;
        }
        while units.start < units.end && self.is(units.start, STOP) && self.lower(units.start) != "(" {
            units.start += 1;
        }
        if !units.is_empty()
            && self.lower(units.end) == ")"
            && count(near(&units), "(") > count(near(&units), ")")
        {
            units.end += 1;
        }
        units
    }

    /// The cue without auxiliaries and adverbs, or with the hearer of *told*.
    pub(super) fn conventional_cue(&self, mut units: Range<usize>, set: u32) -> Range<usize> {
        if set & AUXILIARIES != 0 {
            while units.len() > 1
                && self.is(units.start, AUXILIARY | ADVERB)
                && self.cue(units.start).is_none()
            {
                if self.is(units.start, BE) && !(units.start + 1..units.end).any(|u| self.cue(u).is_some()) {
                    break;
                }
                units.start += 1;
            }
        }
        let last = units.end.wrapping_sub(1);
        let tells = !units.is_empty() && self.cue(last).is_some_and(|c| c.frame & cue::TELL != 0);
        if set & HEARER != 0 && tells {
            let limit = self.units.len().min(last + 12);
            let end = self.noun_phrase(last + 1, limit);
            let hearer = last + 1..end;
            let press = hearer.len() <= 6
                && (matches!(self.lower(end - 1), "reporters" | "journalists")
                    || hearer.clone().all(|u| self.is(u, CAPITAL | NAME) || self.lower(u) == "the"));
            if !hearer.is_empty() && press && !self.is_finite(end) {
                units.end = end;
            }
        }
        units
    }

    /// The content without whom the cue before it is said to.
    pub(super) fn conventional_content(
        &self,
        units: Range<usize>,
        cue: Option<&Range<usize>>,
        set: u32,
    ) -> Range<usize> {
        let Some(cue) = cue.filter(|c| c.end <= units.start && units.start - c.end <= 1 && !c.is_empty())
        else {
            return units;
        };
        let Some(verb) = self.cue(cue.end - 1).filter(|_| set & ADDRESSEE != 0) else { return units };
        if verb.frame & (cue::ORDER | cue::CHARGE) == 0 {
            return units;
        }
        // "appealed to residents **to stay at home**"
        if self.is(units.start, TO) && self.lower(cue.end - 1).starts_with("appeal") {
            let end = self.noun_phrase(units.start + 1, units.end);
            return if self.is(end, TO) && end + 1 < units.end { end..units.end } else { units };
        }
        let end = self.noun_phrase(units.start, units.end);
        let short = self.simple_phrase(units.start, units.end);
        // "urged residents **not to panic**", "urged the public and the media **to wait**"
        let several = if self.lower(end) == "and" { self.noun_phrase(end + 1, units.end) } else { end };
        for at in [end, short, several] {
            if self.lower(at) == "not"
                && self.is(at + 1, TO)
                && at > units.start
                && verb.frame & cue::ORDER != 0
            {
                return at..units.end;
            }
            let opens = match self.lower(at) {
                "to" => verb.frame & cue::ORDER != 0,
                "of" => verb.frame & cue::CHARGE != 0,
                "against" => verb.frame & cue::CHARGE != 0 && self.is(at + 1, ING),
                _ => false,
            };
            if at > units.start && at + 1 < units.end && opens {
                return at..units.end;
            }
        }
        units
    }

    /// "The keeper said nothing about the door": words that are not said.
    pub(super) fn is_silence(&self, cue: Option<&Range<usize>>) -> bool {
        cue.is_some_and(|cue| cue.clone().any(|u| self.lower(u) == "nothing"))
    }

    /// "I think": the writer's own view.
    pub(super) fn is_own_thought(&self, cue: Option<&Range<usize>>, source: Option<&Range<usize>>) -> bool {
        let thinks =
            |cue: &Range<usize>| cue.clone().any(|u| self.cue(u).is_some_and(|c| c.frame & cue::THINK != 0));
        let own = |source: &Range<usize>| {
            source.len() == 1 && matches!(self.lower(source.start), "i" | "we" | "you")
        };
        cue.is_some_and(thinks) && source.is_some_and(own)
    }

    /// Takes off the quotations that stand in a new paragraph, where the one before was closed.
    pub(super) fn split_paragraphs(&self, content: &mut Vec<Range<usize>>, set: u32) -> Vec<Range<usize>> {
        let block = |u: usize| self.document.block_of(self.units[u].first as usize);
        let split = |pair: &[Range<usize>]| {
            let [before, after] = pair else { return false };
            let (Some(last), true) = (before.end.checked_sub(1), after.len() == 1) else { return false };
            // Words outside of quotation marks end with their paragraph.
            let closed = self.quotation(last).is_none_or(|q| !q.runs_on);
            closed && self.is(after.start, QUOTATION) && block(last) != block(after.start)
        };
        match content.windows(2).position(split).filter(|_| set & PARAGRAPHS != 0) {
            Some(at) => content.split_off(at + 1),
            None => Vec::new(),
        }
    }

    /// The source without an apposition.
    pub(super) fn conventional_source(&self, units: Range<usize>, set: u32) -> Range<usize> {
        if set & APPOSITION == 0 {
            return units;
        }
        let Some(comma) = units.clone().find(|&u| matches!(self.lower(u), "," | "—" | "–")) else {
            return units;
        };
        let rest = comma + 1..units.end;
        let names = rest.clone().all(|u| self.is(u, CAPITAL | NAME) && !self.is(u, POSSESSIVE | PREPOSITION));
        let described = self.is(units.start, DETERMINER | POSSESSIVE)
            || (units.start..comma).any(|u| self.lower(u) == "'s");
        let list = self.is(units.start, NAME) && rest.clone().any(|u| self.lower(u) == "and");
        let naming = rest.len() > 1 && matches!(self.lower(rest.start), "also" | "named" | "called");
        if names && described
            || list && rest.clone().any(|u| self.is(u, NAME))
            || naming
            || comma == units.start
        {
            return units;
        }
        units.start..comma
    }
}
