//! What the reading comes to: entities without a name, mentions, and who said each quote.

use rustc_hash::FxHashMap;

use super::lexicon::{Function, Person, Pronoun};
use super::mention::{Mention, What, can_speak};
use super::run::Run;
use super::state::Said;
use super::{Attribution, Reference, Speakers};
use crate::annotation::{EntityKind, Form};
use crate::entity::label::one_line;
use crate::entity::{Entity, EntityId};
use crate::lexicon;
use crate::span::Span;
use crate::token::TokenKind;

/// Someone without a name or quote whom the text speaks of so often is a person of the story: "the widow".
const RECURS: u32 = 3;

/// From this certainty on, nobody else is named who could have said a quote;
const SURE: f32 = 0.97;
/// from this on, only those of whom the sentence itself speaks, since it is from one of them that the words may be.
const LIKELY: f32 = 0.93;
/// At most so many others are named where there is doubt, and where there is little.
const ALTERNATIVES: usize = 8;
const FEW: usize = 6;

impl Run<'_, '_> {
    /// What the reading comes to.
    pub(super) fn finish(mut self) -> Speakers {
        self.address();
        self.answer();
        self.own_words();
        self.others_words();
        let named = self.story.entities.list.len() as u32;
        let mut ids: FxHashMap<u32, EntityId> = FxHashMap::default();
        let (mut unnamed, mut recurring) = (Vec::new(), Vec::new());
        let sources: FxHashMap<(u32, u32), u32> = self
            .story
            .mentions
            .iter()
            .filter_map(|m| m.source_of.map(|q| ((m.span.start, m.span.end), q)))
            .collect();
        let places: Vec<u32> = self.story.quotes.iter().map(|quote| self.place(quote).0).collect();
        for actor in named..self.story.actors.list.len() as u32 {
            let known = &self.story.actors.list[actor as usize];
            let recurs = known.times >= RECURS && known.kind != EntityKind::Other;
            if known.speaks || recurs {
                ids.insert(actor, EntityId(named + unnamed.len() as u32));
                unnamed.push(self.entity(actor, &sources));
                recurring.push(recurs);
            }
        }
        let id = |actor: u32| if actor < named { Some(EntityId(actor)) } else { ids.get(&actor).copied() };

        // "A member **of the team**"
        let whole = |mention: &Mention| match mention.what {
            What::Phrase(_) => self.fullest(mention.span, &sources),
            _ => mention.span,
        };
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
            let antecedent = resolved.antecedent.map(|a| whole(&self.story.mentions[a as usize]));
            mentions.push(Reference { span: whole(mention), entity, form, antecedent });
        }
        mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        mentions.dedup_by_key(|m| m.span);

        let attributions = (0..self.story.said.len())
            .map(|q| {
                let said = self.story.said[q].as_ref();
                let certainty = said.map_or(0.0, |s| s.certainty);
                let (others, most) = match certainty {
                    c if c >= SURE => (Vec::new(), 0),
                    c if c >= LIKELY => (self.others(q, &places, false), FEW),
                    _ => (self.others(q, &places, true), ALTERNATIVES),
                };
                Attribution {
                    speaker: said.and_then(|s| id(s.actor)),
                    certainty: (f64::from(certainty) * 100.0).round() / 100.0,
                    alternatives: others.into_iter().filter_map(&id).take(most).collect(),
                }
            })
            .collect();
        Speakers { unnamed, recurring, mentions, attributions }
    }

    /// Who else could have said a quote, likeliest first: the other candidates for its source, who else speaks
    /// or is spoken of in its sentence; with `far`, also those spoken of shortly before, and whom the text names
    /// right after: "a doctor said. Dr. Holm …".
    fn others(&self, q: usize, places: &[u32], far: bool) -> Vec<u32> {
        const BEFORE: usize = 24;
        const BEHIND: usize = 6;
        let said = self.story.said[q].as_ref();
        let quote = self.quote(q);
        let source = quote.source.first();
        let start = source.or(quote.content.first()).map_or(0, |s| s.start);
        let mentions = self.story.mentions;
        let here = mentions.partition_point(|m| m.span.start < start);
        let own = source
            .and_then(|s| (here..mentions.len().min(here + 4)).find(|&i| mentions[i].span.start >= s.start));
        let resolved = own.map(|i| &self.story.resolved[i].others);
        let known = said.map(|s| &s.others).into_iter().chain(resolved).flatten().copied();
        // Who else is said to speak in the same words.
        let around = (q.saturating_sub(2)..(q + 3).min(self.story.said.len())).filter(|&p| p != q);
        let near_quote = |p: &usize| places[*p] == places[q];
        let beside = around.filter(near_quote).filter_map(|p| Some(self.story.said[p].as_ref()?.actor));
        let inside = self.inside(q, places);
        let behind =
            mentions.partition_point(|m| m.span.start < quote.content.last().map_or(0, |s| s.end).max(start));
        let person = |i: &usize| matches!(mentions[*i].what, What::Name(_));
        let before = (here.saturating_sub(BEFORE)..here).rev().filter(|&i| !mentions[i].quoted);
        let near = before.chain((behind..mentions.len().min(behind + BEHIND)).filter(person).take(2));
        let near = near.filter(|_| far).filter_map(|i| self.story.resolved[i].actor);
        let mut others: Vec<u32> = Vec::new();
        for actor in known.chain(beside).chain(inside).chain(near) {
            let speaks = can_speak(self.story.actors.list[actor as usize].kind);
            if speaks && said.is_none_or(|s| s.actor != actor) && !others.contains(&actor) {
                others.push(actor);
            }
        }
        // People and bodies speak more often than places, and than what is but "Israeli".
        others.sort_by_key(|&a| {
            let actor = &self.story.actors.list[a as usize];
            match actor.kind {
                EntityKind::Place => 2,
                EntityKind::Group if actor.named => 1,
                _ => 0,
            }
        });
        others
    }

    /// Whom the sentences of a quote speak of.
    fn inside(&self, q: usize, places: &[u32]) -> impl Iterator<Item = u32> {
        const MOST: usize = 24;
        let mentions = self.story.mentions;
        let sentence = places[q];
        let content = &self.quote(q).content;
        let last = content.last().map_or(sentence, |c| self.place_of(c.end.saturating_sub(1)).0);
        let first = mentions.partition_point(|m| m.sentence < sentence);
        let inside = mentions[first..].iter().take_while(move |m| m.sentence <= last).take(MOST).enumerate();
        inside.filter_map(move |(i, _)| self.story.resolved[first + i].actor)
    }

    /// "I said so at the time", within a quote or turn, is its speaker's.
    fn own_words(&mut self) {
        for mention in self.story.mentions {
            let What::Pronoun(Pronoun { person: person @ (Person::Me | Person::Us), .. }) = &mention.what
            else {
                continue;
            };
            let (Some(q), Some(outer)) = (mention.source_of, mention.speech) else { continue };
            let Some(said) = self.story.said[outer as usize].clone() else { continue };
            if self.story.said[q as usize].is_none() && q != outer {
                let certainty = said.certainty * if *person == Person::Me { 0.9 } else { 0.7 };
                self.story.said[q as usize] = Some(Said { certainty, ..said });
            }
        }
    }

    /// "“She said things were fine,” Vickers said": the "she" is somebody else, the next likely.
    fn others_words(&mut self) {
        for (index, mention) in self.story.mentions.iter().enumerate() {
            let What::Pronoun(Pronoun { person: Person::One(gender), .. }) = mention.what else { continue };
            let (Some(q), Some(outer)) = (mention.source_of, mention.speech) else { continue };
            let (Some(said), Some(speaker)) =
                (&self.story.said[q as usize], self.story.said[outer as usize].as_ref().map(|s| s.actor))
            else {
                continue;
            };
            if q == outer || said.actor != speaker {
                continue;
            }
            let fits = |other: u32| {
                let actor = &self.story.actors.list[other as usize];
                other != speaker
                    && actor.kind == EntityKind::Person
                    && !actor.plural
                    && actor.gender.is_none_or(|g| g == gender)
            };
            let next = said.others.iter().copied().find(|&other| fits(other));
            self.story.said[q as usize] = next.map(|actor| Said {
                actor,
                certainty: 0.7,
                others: said.others.iter().copied().filter(|&o| o != actor).collect(),
                through: said.through,
            });
            if let Some(actor) = next {
                self.story.actors.list[actor as usize].speaks = true;
                self.story.resolved[index].actor = Some(actor);
                self.story.resolved[index].antecedent = self.story.actors.list[actor as usize].anchor;
            }
        }
    }

    /// The phrase with what its source says it is of: "The ministry **of transport in Ottawa**".
    fn fullest(&self, phrase: Span, sources: &FxHashMap<(u32, u32), u32>) -> Span {
        const WORDS: usize = 10;
        let document = self.story.document;
        let source = sources.get(&(phrase.start, phrase.end));
        let end = source.and_then(|q| self.quote(*q as usize).source.first()).map_or(phrase.end, |s| s.end);
        if end <= phrase.end {
            return phrase;
        }
        let from = document.token_at(phrase.end);
        let to = document.tokens.partition_point(|t| t.span.start < end);
        // "The government **in its latest report**" says no more of it.
        let own = matches!(document.lower(from + 1), "its" | "his" | "her" | "their");
        let links = document.is(from, lexicon::Class::Following);
        let word = |t: usize| {
            matches!(document.tokens[t].kind, TokenKind::Word | TokenKind::Number) || document.word(t) == "-"
        };
        let capital = |t: usize| document.words.case(document.tokens[t].word).has_capital();
        let plain = (from..to).all(|t| {
            let known = self.story.lexicon.word(document, t);
            let clause = matches!(known.function, Function::Clause | Function::Auxiliary)
                || known.function == Function::Coordinator
                    && !(capital(t - 1) && t + 1 < to && capital(t + 1));
            word(t) && !clause && known.pronoun.is_none_or(|p| p.possessive && p.person != Person::Relative)
        });
        // "One of the doctors who wrote": "one" alone is no name.
        let head = document.lower(from - 1);
        let vague = lexicon::is(head, lexicon::Class::VagueCount) || matches!(head, "%");
        if links && !own && (plain || vague) && to - from <= WORDS {
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
        Entity { kind: known.kind, name: one_line(words), description: None }
    }
}
