//! What the model takes in that is said by nobody, or by somebody else.
//!
//! "“Ready?” she asked, **but nobody moved**", "He ordered the crew to wait **but has been met with laughter**",
//! "He confirmed the deaths **and warned residents to leave**", "…, according to Orlov, and the mayor declared **that it
//! was over**": the part is cut off, or left to what the rules find there. A clause and the quotation behind its colon
//! are two quotes. Sources get all of their noun ("**An email sent to** students stated"). Missed: clauses that could as well be part of what is said.

use std::ops::Range;

use super::clause::LONGEST;
use super::cue::{self, Form};
use super::frame::Frame;
use super::words::*;
use crate::lexicon;

/// The subject of a sentence has at most so many units.
const SUBJECT_UNITS: usize = 16;

impl Frame<'_, '_> {
    /// The content without what is not part of it; then the quotations that are quotes of their own.
    pub(super) fn mended(
        &self,
        content: Vec<Range<usize>>,
        cue: Option<&Range<usize>>,
        source: Option<&Range<usize>>,
    ) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let mut kept: Vec<Range<usize>> = Vec::with_capacity(content.len());
        let mut behind = Vec::new();
        for (i, units) in content.into_iter().enumerate() {
            if i > 0 && (self.is_next_sentence(&kept, &units) || self.is_behind_another(&units, cue, source))
            {
                behind.push(units);
                continue;
            }
            let foreign = i > 0
                && (self.is_aside(&kept, &units)
                    || self.is_anothers(&units, cue)
                    || self.is_when(&units, cue, source));
            if foreign {
                continue;
            }
            let units = self.before_main_clause(self.with_antecedent(units, cue), cue);
            let units = self.before_medium(units, cue);
            let units = self.before_turn(self.before_other_cue(self.infinitive(units), cue));
            let units = self.before_object(units, cue);
            match self.colon_before_quotation(&units) {
                Some(colon) => {
                    behind.push(colon + 1..units.end);
                    kept.push(units.start..colon);
                }
                None => kept.push(units),
            }
        }
        (kept, behind)
    }

    /// "He admitted that it was late. **“Nobody came.”**": a quotation behind a clause without quotation marks.
    fn is_next_sentence(&self, before: &[Range<usize>], units: &Range<usize>) -> bool {
        let clause = !before.is_empty() && !before.iter().cloned().flatten().any(|u| self.is(u, QUOTATION));
        let behind = before
            .last()
            .is_some_and(|range| (range.end..units.start).any(|u| matches!(self.lower(u), "." | "!" | "?")));
        clause && behind && units.len() == 1 && self.is(units.start, QUOTATION) && self.is_whole(units.start)
    }

    /// "“Fire,” Holm said. Berg was at home. **“It was late.”**": a quotation behind a sentence about somebody else.
    fn is_behind_another(
        &self,
        units: &Range<usize>,
        cue: Option<&Range<usize>>,
        source: Option<&Range<usize>>,
    ) -> bool {
        let (Some(cue), Some(source)) = (cue, source) else { return false };
        let quotation = units.len() == 1 && self.is(units.start, QUOTATION) && self.is_whole(units.start);
        let at = self.sentences.partition_point(|s| s.end <= units.start);
        let Some(before) = at.checked_sub(1).map(|i| self.sentences[i].clone()) else { return false };
        let told = before.start >= cue.end.max(source.end) && before.end == units.start && before.len() > 3;
        let known = |u: usize| source.clone().any(|s| self.lower(s) == self.lower(u));
        // "Her colleague, **Ben Foss**, was less keen", "Opposition leader **Rui Pinto** did not hold back"
        let acts = |u: usize| self.is(u, AUXILIARY | PAST | VERB) && !self.is(u, NAME);
        let verb = before.clone().take(SUBJECT_UNITS).find(|&u| acts(u)).unwrap_or(before.start);
        let mut names = (before.start..verb).filter(|&u| self.is(u, NAME));
        let first = names.next();
        let other = first.is_some_and(|u| {
            let phrase = (before.start..u).any(|u| self.is(u, PREPOSITION | SUBORDINATOR));
            !phrase && !known(u) && !names.any(known)
        });
        quotation && told && other
    }

    /// "“Ready?” she asked, **but nobody moved**": the writer's clause behind a quotation.
    fn is_aside(&self, before: &[Range<usize>], units: &Range<usize>) -> bool {
        let quoted = before.iter().all(|range| range.clone().all(|u| self.is(u, QUOTATION | STOP)));
        quoted && !before.is_empty() && matches!(self.lower(units.start), "but" | "and")
    }

    /// "The port will close, the court said **on March 1 in a case filed by Orlov**": when and where it was said.
    fn is_when(
        &self,
        units: &Range<usize>,
        cue: Option<&Range<usize>>,
        source: Option<&Range<usize>>,
    ) -> bool {
        let behind = cue.into_iter().chain(source).any(|part| part.end == units.start);
        behind
            && self.is(units.start, PREPOSITION | TIME)
            && !units.clone().take(LONGEST).any(|u| self.is(u, QUOTATION))
    }

    /// "…, according to Orlov, and the mayor declared **that it was over**": what somebody else is said to say.
    fn is_anothers(&self, units: &Range<usize>, cue: Option<&Range<usize>>) -> bool {
        let Some(verb) = units.start.checked_sub(1) else { return false };
        let own = cue.is_some_and(|cue| cue.contains(&verb));
        let says = self.cue(verb).is_some_and(|c| {
            matches!(c.form, Form::Past | Form::Third) && c.frame & (cue::THAT | cue::ZERO) != 0
        });
        let low = verb.saturating_sub(12);
        let mut group = verb;
        while group > low && self.is(group - 1, ADVERB | AUXILIARY) {
            group -= 1;
        }
        !own && says && self.is(units.start, THAT) && self.noun_phrase_before(group, low) < group
    }

    /// "The park will grow, **which is good**, said Holm": all of the sentence is said.
    fn with_antecedent(&self, units: Range<usize>, cue: Option<&Range<usize>>) -> Range<usize> {
        let which = self.lower(units.start) == "which" && self.lower(units.start.wrapping_sub(1)) == ",";
        if !which || !cue.is_some_and(|c| c.start >= units.end && c.start <= units.end + 8) {
            return units;
        }
        let start = self.sentence_of(units.start).map_or(units.start, |s| s.start);
        let free =
            !(start..units.start).any(|u| self.is(u, QUOTATION | CUE)) && units.start - start < LONGEST;
        if free && start < units.start { start..units.end } else { units }
    }

    /// "While Holm said **it was late**, nobody left": the content in a clause that opens its sentence.
    fn before_main_clause(&self, units: Range<usize>, cue: Option<&Range<usize>>) -> Range<usize> {
        let Some(start) = self.sentence_of(units.start).map(|s| s.start) else { return units };
        let opens = self.is(start, PREPOSITION | SUBORDINATOR) && self.lower(start) != "as"
            || self.is(start + 1, TO) && self.lower(start) == "contrary";
        let near = units.start.saturating_sub(start) <= 14;
        let inside = near
            && cue.is_some_and(|c| {
                c.start > start && c.end <= units.start && (start..c.start).all(|u| self.lower(u) != ",")
            });
        if !opens || !inside || units.len() < 3 {
            return units;
        }
        let limit = units.end.min(units.start + LONGEST);
        let end = (units.start + 1..limit).find_map(|u| {
            let comma = self.lower(u) == ",";
            ((comma || self.ends_phrase(u)) && self.is_main_clause(u + 1, limit)).then_some(if comma {
                u
            } else {
                u + 1
            })
        });
        units.start..end.unwrap_or(units.end)
    }

    /// Content behind its cue without where it was said: "… **in a statement on Monday**".
    fn before_medium(&self, units: Range<usize>, cue: Option<&Range<usize>>) -> Range<usize> {
        let behind = cue.is_some_and(|c| c.end <= units.start);
        if !behind || units.clone().rev().take(LONGEST).any(|u| self.is(u, QUOTATION)) {
            return units;
        }
        let low = units.start.max(units.end.saturating_sub(8)) + 1;
        let medium = (low..units.end).find(|&u| {
            self.lower(u) == "in"
                && self.is(u + 1, DETERMINER)
                && matches!(self.lower(u + 2), "statement" | "interview" | "tweet" | "email" | "speech")
                && self.skip_adverbs(u + 3, units.end) >= units.end
        });
        units.start..medium.filter(|&u| u > units.start + 2).unwrap_or(units.end)
    }

    /// An infinitive without the rest of the writer's sentence: "ordered **to wait**, but has been".
    fn infinitive(&self, units: Range<usize>) -> Range<usize> {
        if !self.is(units.start, TO) {
            return units;
        }
        let limit = units.end.min(units.start + LONGEST);
        let end = (units.start + 2..limit).find(|&u| {
            let verb = self.skip_adverbs(u + 1, limit);
            matches!(self.lower(u), "but" | "and")
                && self.is(verb, HAVE | BE | MODAL)
                && !self.is(verb, SUBJECT)
                && !matches!(self.lower(verb), "be" | "have")
                && verb < limit
        });
        units.start..end.unwrap_or(units.end)
    }

    /// The content before what the same source says by another verb: "confirmed **the deaths** and warned residents to".
    fn before_other_cue(&self, units: Range<usize>, cue: Option<&Range<usize>>) -> Range<usize> {
        let past = cue.is_some_and(|c| {
            c.end <= units.start && self.cue(c.end.wrapping_sub(1)).is_some_and(|c| c.form == Form::Past)
        });
        if !past {
            return units;
        }
        let limit = units.end.min(units.start + LONGEST);
        let end = (units.start + 3..limit).find(|&u| {
            let verb = self.skip_adverbs(u + 1, limit);
            let orders = |c: cue::Cue| {
                let hearer = self.noun_phrase(verb + 1, limit);
                c.form == Form::Past
                    && c.frame & cue::ORDER != 0
                    && hearer > verb + 1
                    && (self.is(hearer, TO) || self.lower(hearer) == "not" && self.is(hearer + 1, TO))
            };
            matches!(self.lower(u), "and" | "but") && self.cue(verb).is_some_and(orders)
        });
        units.start..end.unwrap_or(units.end)
    }

    /// What somebody is called, without those who are: "branded as **“traitors”** the bishops who spoke".
    fn before_object(&self, units: Range<usize>, cue: Option<&Range<usize>>) -> Range<usize> {
        const CALLED: &[&str] =
            &["branded", "called", "denounced", "described", "dismissed", "labeled", "labelled"];
        let calls = cue.is_some_and(|c| {
            c.end <= units.start && c.clone().any(|u| CALLED.binary_search(&self.lower(u)).is_ok())
        });
        let first = units.start + usize::from(self.lower(units.start) == "as");
        let object = self.is(first, QUOTATION)
            && first + 1 < units.end
            && (self.is(first + 1, DETERMINER | POSSESSIVE | STOP)
                || self.is_finite(first + 1) && !self.is(first + 1, CONJUNCTION))
            && !self.is_whole(first);
        // "branded as “traitors”"
        let start = if calls && self.is(first, QUOTATION) { first } else { units.start };
        if calls && object { start..first + 1 } else { start..units.end }
    }

    /// The source with all of its noun: "an official who asked not to be **named** told", "An email sent to **students**
    /// stated".
    pub(super) fn whole_source(&self, units: Range<usize>) -> Range<usize> {
        const UNNAMED: &[&str] = &["identified", "named", "quoted"];
        let low = self
            .sentence_of(units.start)
            .map_or(units.start, |s| s.start.max(units.start.saturating_sub(16)));
        let last = units.end - 1;
        if UNNAMED.contains(&self.lower(last)) && units.len() <= 2 {
            let who = (low..last).rev().find(|&u| matches!(self.lower(u), "who" | "whom"));
            if let Some(who) = who {
                let start = self.noun_phrase_before(who, low);
                return if start < who { start..who } else { units };
            }
        }
        let link = units.start.checked_sub(2).filter(|&u| {
            u > low
                && self.is(u + 1, PREPOSITION | TO)
                && lexicon::is(self.lower(u), lexicon::Class::Published)
        });
        if let Some(done) = link {
            let start = self.noun_phrase_before(done, low);
            if start < done && self.starts_clause_at(start, low) {
                return start..units.end;
            }
        }
        units
    }

    /// The first quotation where another has its own verb of saying: "“Why?” and the camel replied, “Because”".
    fn before_turn(&self, units: Range<usize>) -> Range<usize> {
        if !self.is(units.start, QUOTATION) || !matches!(self.lower(units.start + 1), "and" | "but" | ",") {
            return units;
        }
        let limit = units.end.min(units.start + LONGEST);
        let next = (units.start + 2..limit).find(|&u| self.is(u, QUOTATION));
        let says = next.is_some_and(|next| {
            self.is(next - 1, STOP)
                && self.cue(next - 2).is_some_and(|c| c.frame & cue::DIRECT != 0 && c.form != Form::Ing)
        });
        if says { units.start..units.start + 1 } else { units }
    }

    /// The colon between a clause and a quotation that is a sentence of its own.
    fn colon_before_quotation(&self, units: &Range<usize>) -> Option<usize> {
        let last = units.end.checked_sub(1).filter(|&u| self.is(u, QUOTATION) && self.is_whole(u))?;
        let colon = last.checked_sub(1).filter(|&u| self.lower(u) == ":" && u > units.start + 2)?;
        (!(units.start..colon).any(|u| self.is(u, QUOTATION))).then_some(colon)
    }
}
