//! Interviews: whose each turn is, and whom `I` and `you` in it mean.

use rustc_hash::FxHashMap;

use super::label::Labelled;
use super::lexicon::Person;
use super::mention::What;
use super::run::Run;
use super::state::Said;
use crate::annotation::{EntityKind, Style};
use crate::layout::Role;
use crate::span::Span;

/// So many names back whoever examines a witness is looked for.
const EXAMINED: usize = 400;
/// A heading that tells it has at most so many bytes.
const HEADING: usize = 80;

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
            Labelled::Answer => match self.interviewee() {
                Some(actor) => (actor, 0.7),
                None => (self.unnamed_actor("a".to_owned(), label), 0.6),
            },
            Labelled::Question => match self.examiner(label) {
                Some(actor) => (actor, 0.8),
                None => (self.unnamed_actor("q".to_owned(), label), 0.6),
            },
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

    /// Who is asked: the person whom questions address, or whom the text names most before the first turn.
    fn interviewee(&mut self) -> Option<u32> {
        if self.asked.is_none() {
            let turns = self.story.quotes.iter().filter(|quote| quote.style == Style::Transcript);
            let start = turns.filter_map(|quote| quote.content.first()).map(|c| c.start).min()?;
            let mut times: FxHashMap<u32, u32> = FxHashMap::default();
            for (i, (name, entity)) in self.story.names.iter().zip(&self.story.entities.of_name).enumerate() {
                let addressed = self.is_addressed(i);
                if name.kind == EntityKind::Person
                    && (addressed || name.span.start < start && !self.is_examiner(i) && !self.is_label(i))
                {
                    *times.entry(entity.0).or_default() += 1 + 4 * u32::from(addressed);
                }
            }
            self.asked = times.into_iter().max_by_key(|&(e, n)| (n, std::cmp::Reverse(e))).map(|(e, _)| e);
        }
        self.asked
    }

    /// "BY MS. RIOS:", "DIRECT EXAMINATION BY MR. HALE": whose the questions are from there on.
    fn examiner(&self, label: Span) -> Option<u32> {
        let before = self.story.names.partition_point(|n| n.span.end <= label.start);
        let by = (0..before).rev().take(EXAMINED).find(|&i| self.is_examiner(i))?;
        self.story.entities.of_name.get(by).map(|e| e.0)
    }

    /// Whether the name at `i` says who asks, on a line above questions and answers.
    fn is_examiner(&self, i: usize) -> bool {
        let (document, name) = (self.story.document, &self.story.names[i]);
        let titled = |t: usize| document.lower(t).len() <= 4 && t > 0 && document.lower(t - 1) == "by";
        let first = name.first as usize;
        let by = first > 0
            && (document.lower(first - 1) == "by" || titled(first - 1) || first > 1 && titled(first - 2));
        let block = &document.layout.blocks[document.block_of(first)];
        by && name.kind == EntityKind::Person
            && block.span.end <= name.span.end + 2
            && block.span.len() <= HEADING
    }

    /// "Where were you, **Ms. Lund**?" in a question: it is put to her.
    fn is_addressed(&self, i: usize) -> bool {
        let (document, name) = (self.story.document, &self.story.names[i]);
        let Role::Turn { label: Some(label), body, .. } = document.role(name.first as usize) else {
            return false;
        };
        let asked = matches!(document.slice(*label).to_lowercase().as_str(), "q" | "question");
        let title = |t: usize| {
            let word = document.word(t);
            word == "." || word.len() <= 4 && word.starts_with(char::is_uppercase)
        };
        let first = name.first as usize;
        let from = (first.saturating_sub(2)..first).rev().find(|&t| !title(t));
        let comma = from.is_some_and(|t| document.word(t) == ",");
        let opens = from.is_none_or(|t| document.tokens[t].span.start < body.start);
        let behind = document.tokens.get(name.end as usize).map(|_| document.word(name.end as usize));
        let ends = matches!(behind, Some("?" | "." | ","));
        asked && body.contains(name.span) && (comma && ends || opens && behind == Some(","))
    }

    /// Whether the name at `i` stands in the label of a turn.
    fn is_label(&self, i: usize) -> bool {
        let name = &self.story.names[i];
        matches!(self.story.document.role(name.first as usize), Role::Turn { body, .. } if name.span.start < body.start)
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
