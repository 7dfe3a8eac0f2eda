//! Quotes whose words name nobody: "“We won.” He smiled. “We did,” she said."
//!
//! The next quote of the paragraph may tell the speaker, or the quote before, which this one carries
//! on, or the subject of the sentence before. Missed: turns of talk that no verb of saying marks.

use super::mention::What;
use super::run::{GAP, LEAST, Run};
use super::state::Said;
use crate::annotation::{EntityKind, Style};
use crate::quote::Quote;

impl Run<'_, '_> {
    /// A direct quote with neither cue nor source.
    pub(super) fn carry_on(&mut self, q: usize, index: usize) {
        if let Some(answer) = self.answered(q) {
            return answer.into_iter().for_each(|said| self.say(q, said));
        }
        let here = self.place(self.quote(q));
        let before = (0..q)
            .rev()
            .take(8)
            .find(|&p| self.quote(p).style != Style::Transcript && self.story.said[p].is_some());
        let carried = before.and_then(|before| {
            let said = self.story.said[before].as_ref()?;
            let there = self.end_place(self.quote(before));
            let same = here.1 == there.1 || here.0.saturating_sub(there.0) <= GAP;
            let other = self.is_introduced(q, index, here, there)
                || self.is_opened_by_another(index, here, there, said.actor)
                || self.speaks_of(q, said.actor);
            (same && !other).then_some((before, there))
        });
        // "He denied it. “Nobody came.”"
        let next = carried.filter(|&(before, there)| {
            here.1 == there.1 && here.0 <= there.0 + 1 && !self.quote(before).source.is_empty()
        });
        let direct = |before: usize| self.quote(before).style == Style::Direct;
        let told = |before: usize| {
            let said = self.story.said[before].as_ref()?;
            Some(Said { certainty: 0.99 * said.certainty, ..said.clone() })
        };
        if let Some((before, _)) = next.filter(|&(before, _)| !direct(before))
            && let Some(said) = self.voice_before(before).or_else(|| told(before))
        {
            return self.say(q, said);
        }
        let carried = carried.filter(|&(before, _)| direct(before)).and_then(|(before, _)| told(before));
        // "“We won.” He smiled. “We did,” she said": the paragraph itself may still tell.
        let end = self.quote(q).content.last().map_or(0, |c| c.end);
        let next = self.story.quotes.get(q + 1).filter(|n| {
            n.style == Style::Direct
                && !n.source.is_empty()
                && n.content.first().is_some_and(|c| c.start >= end)
                // "“It is fair.” **Berg** did not hold back. “It is theft.”": told of the next alone.
                && !self.is_named_between(n, end)
        });
        if let Some(next) = next
            && self.place(next).1 == here.1
        {
            self.waiting.push(q as u32);
            return;
        }
        match carried {
            Some(said) => self.say(q, said),
            None => self.by_subject(q, index, 0.94),
        }
    }

    /// Whether the source of a quote is a name behind `end` and before what it says.
    fn is_named_between(&self, quote: &Quote, end: u32) -> bool {
        let names = self.story.names;
        let (Some(source), Some(content)) = (quote.source.first(), quote.content.first()) else {
            return false;
        };
        let next = names.partition_point(|n| n.span.start < source.start);
        let named = names.get(next).is_some_and(|n| n.span.end <= source.end);
        named && end <= source.start && source.end <= content.start
    }

    /// The person whose words stand between quotation marks before what a body is said to say in the same paragraph: "“We
    /// grow,” Holm says. The fair hopes to travel. **“We want all to come.”**"
    fn voice_before(&self, before: usize) -> Option<Said> {
        let person = |a: u32| self.story.actors.list[a as usize].kind == EntityKind::Person;
        let block = self.place(self.quote(before)).1;
        if person(self.story.said[before].as_ref()?.actor) {
            return None;
        }
        let earlier = (before.saturating_sub(3)..before)
            .rev()
            .find(|&p| self.quote(p).style == Style::Direct && self.end_place(self.quote(p)).1 == block)?;
        let said = self.story.said[earlier].as_ref().filter(|s| person(s.actor))?;
        Some(Said { certainty: 0.85 * said.certainty, ..said.clone() })
    }

    /// Whether someone is spoken of between the quote before, which ends at `there`, and this one, in
    /// its own paragraph: "Novak shook her head. “No.”", "Berg was glum: “No.”"
    fn is_introduced(&self, q: usize, index: usize, here: (u32, u32), there: (u32, u32)) -> bool {
        let story = &self.story;
        let start = self.quote(q).content.first().map_or(0, |c| c.start) as usize;
        let before =
            story.document.text[..start].trim_end_matches(['"', '“', '„', '«', '‘', '\'', ' ', '*', '_']);
        let colon = before.ends_with(':');
        (index.saturating_sub(24)..index).rev().any(|i| {
            let mention = &story.mentions[i];
            let fresh = if colon { mention.sentence == here.0 } else { mention.sentence < here.0 };
            mention.block == here.1
                && (there.1 != here.1 || colon)
                && fresh
                && story.is_speaker(i)
                && story.resolved[i].share > 0.5
                && story.resolved[i]
                    .actor
                    .is_some_and(|a| story.actors.list[a as usize].kind == EntityKind::Person)
        })
    }

    /// Whether the name of another person opens the sentence between the quote before and this one: "“Fire,” Holm said. His
    /// neighbour, **Berg**, was at home. “It was late.”"
    fn is_opened_by_another(&self, index: usize, here: (u32, u32), there: (u32, u32), speaker: u32) -> bool {
        let story = &self.story;
        (index.saturating_sub(12)..index).rev().any(|i| {
            let mention = &story.mentions[i];
            let between = mention.sentence > there.0 && mention.sentence < here.0 && mention.block == here.1;
            between
                && matches!(mention.what, What::Name(_))
                && story.opens_sentence(mention)
                && story.is_speaker(i)
                && story.resolved[i]
                    .actor
                    .is_some_and(|a| a != speaker && story.actors.list[a as usize].kind == EntityKind::Person)
        })
    }

    /// Whether the words of a quote name `actor`: then somebody else says them.
    fn speaks_of(&self, q: usize, actor: u32) -> bool {
        let (names, of_name) = (self.story.names, &self.story.entities.of_name);
        self.quote(q).content.iter().any(|span| {
            let from = names.partition_point(|n| n.span.start < span.start);
            let inside = names[from..].iter().zip(&of_name[from..]).take(40);
            inside.take_while(|(n, _)| n.span.end <= span.end).any(|(_, e)| e.0 == actor)
        })
    }

    /// The subject of the sentence before: "Ruiz was blunt. “No.”"
    pub(super) fn by_subject(&mut self, q: usize, index: usize, certainty: f32) {
        let here = self.place(self.quote(q));
        let found = (index.saturating_sub(24)..index).rev().find(|&i| {
            let there = &self.story.mentions[i];
            here.0.saturating_sub(there.sentence) <= GAP
                && self.story.is_speaker(i)
                && self.story.resolved[i].actor.is_some_and(|a| {
                    self.story.actors.list[a as usize].kind == EntityKind::Person && !self.speaks_of(q, a)
                })
        });
        if let Some(i) = found {
            let resolved = &self.story.resolved[i];
            let said = Said {
                actor: resolved.actor.unwrap_or_default(),
                certainty: certainty * resolved.share,
                others: resolved.others.clone(),
                through: Some(i as u32),
            };
            if said.certainty >= LEAST {
                self.say(q, said);
            }
        } else if let Some(actor) = self.story.last_speaker {
            let near = (0..q).rev().take(3).any(|p| {
                let there = self.end_place(self.quote(p));
                here.0.saturating_sub(there.0) <= GAP
            });
            if near {
                self.say(q, Said { actor, certainty: 0.75, others: Vec::new(), through: None });
            }
        }
    }

    /// Quotes that the next quote of their paragraph tells the speaker of, from the end.
    pub(super) fn settle_waiting(&mut self) {
        while let Some(q) = self.waiting.pop() {
            if let Some(said) = self.story.said[q as usize + 1].clone() {
                let certainty = 0.96 * said.certainty;
                self.say(q as usize, Said { certainty, ..said });
            }
        }
    }
}
