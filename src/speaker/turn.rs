//! Interviews: whose each turn is, and whom `I` and `you` in it mean.

use rustc_hash::FxHashMap;

use super::label::Labelled;
use super::lexicon::Person;
use super::mention::What;
use super::run::Run;
use super::state::Said;
use crate::annotation::{EntityKind, Style};
use crate::span::Span;

impl Run<'_, '_> {
    /// A turn of an interview: its label says who speaks.
    pub(super) fn turn(&mut self, q: usize) {
        let quote = self.quote(q);
        let Some(&label) = quote.source.first() else {
            // A question in bold, or the answer to one.
            let block = quote.content.first().map(|c| {
                let document = self.story.document;
                document.block_of(document.token_at(c.start)) as u32
            });
            let interview = self.story.interview.as_ref();
            if let Some(actor) = block.and_then(|block| interview?.answers(block)) {
                self.say(q, Said { actor, certainty: 0.8, others: Vec::new(), through: None });
            }
            return;
        };
        let Some(labels) = &mut self.labels else { return };
        // "HOLM", where two of that name have spoken: the latest, perhaps.
        if let Some((latest, other)) = labels.surname(self.story.document, label) {
            let others = vec![other.0];
            return self.say(q, Said { actor: latest.0, certainty: 0.7, others, through: None });
        }
        let (actor, certainty) = match labels.read(self.story.document, label) {
            Labelled::Entity(entity) => (entity.0, 0.97),
            Labelled::Shared(entities) => {
                let others = entities[1..].iter().map(|entity| entity.0).collect();
                self.say(q, Said { actor: entities[0].0, certainty: 0.6, others, through: None });
                return;
            }
            Labelled::Unnamed(words) => (self.unnamed_actor(words, label), 0.9),
            Labelled::Answer => match self.interviewee(q) {
                Some(actor) => (actor, 0.7),
                None => (self.unnamed_actor("a".to_owned(), label), 0.6),
            },
            Labelled::Question => (self.unnamed_actor("q".to_owned(), label), 0.6),
        };
        self.say(q, Said { actor, certainty, others: Vec::new(), through: None });
    }

    fn unnamed_actor(&mut self, words: String, label: Span) -> u32 {
        if let Some(&actor) = self.unnamed.get(&words) {
            return actor;
        }
        let actor = self.story.actors.add_labelled(label);
        self.unnamed.insert(words, actor);
        actor
    }

    /// The person whom the text names most before the first turn.
    fn interviewee(&mut self, q: usize) -> Option<u32> {
        if self.asked.is_none() {
            let start = self.quote(q).content.first()?.start;
            let mut times: FxHashMap<u32, u32> = FxHashMap::default();
            for (name, entity) in self.story.names.iter().zip(&self.story.entities.of_name) {
                if name.span.start < start && name.kind == EntityKind::Person {
                    *times.entry(entity.0).or_default() += 1;
                }
            }
            self.asked = times.into_iter().max_by_key(|&(e, n)| (n, std::cmp::Reverse(e))).map(|(e, _)| e);
        }
        self.asked
    }

    /// `I` in a quote or turn is its speaker; `you` in a turn the other one, where two take turns.
    pub(super) fn address(&mut self) {
        let mut turn_speakers: Vec<u32> = Vec::new();
        for (quote, said) in self.story.quotes.iter().zip(&self.story.said) {
            if let Some(said) = said
                && quote.style == Style::Transcript
                && turn_speakers.len() < 3
                && !turn_speakers.contains(&said.actor)
            {
                turn_speakers.push(said.actor);
            }
        }
        for (index, mention) in self.story.mentions.iter().enumerate() {
            let What::Pronoun(pronoun) = &mention.what else { continue };
            let Some(q) = mention.speech else { continue };
            let Some(said) = &self.story.said[q as usize] else { continue };
            let turn = self.story.quotes[q as usize].style == Style::Transcript;
            let actor = match pronoun.person {
                Person::Me => Some(said.actor),
                Person::You if turn && turn_speakers.len() == 2 => {
                    turn_speakers.iter().copied().find(|a| *a != said.actor)
                }
                _ => None,
            };
            if let Some(actor) = actor {
                let resolved = &mut self.story.resolved[index];
                resolved.actor = Some(actor);
                resolved.share = said.certainty;
                resolved.antecedent = if actor == said.actor {
                    said.through
                } else {
                    self.story.actors.list[actor as usize].anchor
                };
            }
        }
    }
}
