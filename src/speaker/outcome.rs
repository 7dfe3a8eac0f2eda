//! What the reading comes to: entities without a name, mentions, and who said each quote.

use rustc_hash::FxHashMap;

use super::lexicon::{Function, Person, Pronoun};
use super::mention::What;
use super::run::{Run, Said};
use super::{Attribution, Reference, Speakers};
use crate::annotation::{EntityKind, Form};
use crate::entity::label::one_line;
use crate::entity::{Entity, EntityId};
use crate::span::Span;
use crate::token::TokenKind;

/// Someone without a name or quote whom the text speaks of so often is a person of the story: "the widow".
const RECURS: u32 = 3;

impl Run<'_, '_> {
    /// What the reading comes to.
    pub(super) fn finish(mut self) -> Speakers {
        self.address();
        self.answer();
        self.own_words();
        let named = self.story.entities.list.len() as u32;
        let mut ids: FxHashMap<u32, EntityId> = FxHashMap::default();
        let mut unnamed = Vec::new();
        let sources: FxHashMap<(u32, u32), u32> = self
            .story
            .mentions
            .iter()
            .filter_map(|m| m.source_of.map(|q| ((m.span.start, m.span.end), q)))
            .collect();
        for actor in named..self.story.actors.list.len() as u32 {
            let known = &self.story.actors.list[actor as usize];
            let recurs = known.times >= RECURS && known.kind != EntityKind::Other;
            if known.speaks || recurs {
                ids.insert(actor, EntityId(named + unnamed.len() as u32));
                unnamed.push(self.entity(actor, &sources));
            }
        }
        let id = |actor: u32| if actor < named { Some(EntityId(actor)) } else { ids.get(&actor).copied() };

        let mut mentions: Vec<Reference> = Vec::new();
        for (mention, resolved) in self.story.mentions.iter().zip(&self.story.resolved) {
            let form = match mention.what {
                What::Name(_) => continue,
                What::Phrase(_) => Form::Nominal,
                What::Pronoun(_) => Form::Pronoun,
            };
            let Some(actor) = resolved.actor else { continue };
            let Some(entity) = id(actor) else { continue };
            // Nobody speaks of himself as "he" within his own words.
            let own = mention.speech.and_then(|q| self.story.said[q as usize].as_ref());
            let me = matches!(&mention.what, What::Pronoun(p) if p.person == Person::Me || p.person == Person::You);
            if !me && own.is_some_and(|s| s.actor == actor) {
                continue;
            }
            let antecedent = resolved.antecedent.map(|a| self.story.mentions[a as usize].span);
            mentions.push(Reference { span: mention.span, entity, form, antecedent });
        }
        mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        mentions.dedup_by_key(|m| m.span);

        let attributions = self
            .story
            .said
            .iter()
            .map(|said| match said {
                Some(said) => Attribution {
                    speaker: id(said.actor),
                    certainty: (f64::from(said.certainty) * 100.0).round() / 100.0,
                    alternatives: said.others.iter().filter_map(|&a| id(a)).collect(),
                },
                None => Attribution::default(),
            })
            .collect();
        Speakers { unnamed, mentions, attributions }
    }

    /// "I said so at the time", within a quote or turn, is its speaker's.
    fn own_words(&mut self) {
        for mention in self.story.mentions {
            let What::Pronoun(Pronoun { person: Person::Me, .. }) = &mention.what else { continue };
            let (Some(q), Some(outer)) = (mention.source_of, mention.speech) else { continue };
            let Some(said) = self.story.said[outer as usize].clone() else { continue };
            if self.story.said[q as usize].is_none() && q != outer {
                let certainty = 0.9 * said.certainty;
                self.story.said[q as usize] = Some(Said { certainty, ..said });
            }
        }
    }

    /// The phrase with what its source says it is of: "The ministry **of transport in Ottawa**".
    fn fullest(&self, phrase: Span, sources: &FxHashMap<(u32, u32), u32>) -> Span {
        const WORDS: usize = 6;
        let document = self.story.document;
        let from = document.token_at(phrase.end);
        let source = sources.get(&(phrase.start, phrase.end));
        let end = source.and_then(|q| self.quote(*q as usize).source.first()).map_or(phrase.end, |s| s.end);
        if end <= phrase.end || document.tokens.get(from).is_none() {
            return phrase;
        }
        let to = document.tokens.partition_point(|t| t.span.start < end);
        let links = matches!(document.lower(from), "of" | "for" | "at" | "from" | "in");
        let word = |t: usize| {
            matches!(document.tokens[t].kind, TokenKind::Word | TokenKind::Number) || document.word(t) == "-"
        };
        let plain = (from..to).all(|t| {
            let known = self.story.lexicon.word(document, t);
            let clause =
                matches!(known.function, Function::Clause | Function::Coordinator | Function::Auxiliary);
            word(t) && !clause && known.pronoun.is_none_or(|p| p.possessive && p.person != Person::Relative)
        });
        if links && plain && to - from <= WORDS {
            Span::new(phrase.start as usize, end as usize)
        } else {
            phrase
        }
    }

    /// The entity of an actor that has no name.
    fn entity(&self, actor: u32, sources: &FxHashMap<(u32, u32), u32>) -> Entity {
        let known = &self.story.actors.list[actor as usize];
        let document = self.story.document;
        let words = known.phrase.map_or("", |p| document.slice(self.fullest(p, sources)));
        let first = words.split_whitespace().next().unwrap_or("");
        let possessive = matches!(
            first.to_lowercase().as_str(),
            "whose" | "his" | "her" | "its" | "their" | "my" | "our" | "your"
        );
        let rest = words[first.len()..].trim_start();
        let name = if possessive && !rest.is_empty() { rest } else { words };
        Entity { kind: known.kind, name: one_line(name), description: None }
    }
}
