//! From start to end: mentions and quotes in the order of the text, then what they come to.

use rustc_hash::FxHashMap;

use super::label::{Labelled, Labels};
use super::lexicon::{Function, Person, Pronoun};
use super::mention::What;
use super::story::{Resolved, Story};
use super::{Attribution, Reference, Speakers};
use crate::annotation::{EntityKind, Form, Style};
use crate::entity::label::one_line;
use crate::entity::{Entity, EntityId};
use crate::quote::Quote;
use crate::span::Span;
use crate::token::TokenKind;

/// Below this certainty a quote has no speaker.
const LEAST: f32 = 0.3;
/// A quotation run goes on over at most so many sentences without a quote.
const GAP: u32 = 2;

/// How often a source of this sort that was resolved with this share is right, on development texts
/// read by eye: the shares alone are too sure.
fn certainty(what: &What, resolved: &Resolved) -> f32 {
    let share = resolved.share;
    match what {
        What::Name(_) => 0.95,
        What::Phrase(_) if resolved.antecedent.is_none() => 0.75,
        What::Phrase(_) => 0.4 + 0.5 * share,
        What::Pronoun(pronoun) => match pronoun.person {
            Person::One(_) => 0.45 + 0.47 * share,
            _ => 0.25 + 0.5 * share,
        },
    }
}

/// A quote's speaker while the text is read.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) actor: u32,
    pub(super) certainty: f32,
    pub(super) others: Vec<u32>,
    /// The mention that names the speaker for this quote.
    pub(super) through: Option<u32>,
}

pub(super) struct Run<'a, 't> {
    story: Story<'a, 't>,
    labels: Option<Labels<'a>>,
    /// People known by nothing but their label.
    unnamed: FxHashMap<String, u32>,
    /// Quotes without a source that wait for the next quote of their paragraph.
    waiting: Vec<u32>,
    asked: Option<u32>,
}

impl<'a, 't> Run<'a, 't> {
    /// Reads the whole text. `sources` gives each quote the mention that is its source.
    pub(super) fn new(story: Story<'a, 't>, sources: &[Option<u32>]) -> Self {
        let labels = story
            .quotes
            .iter()
            .any(|q| q.style == Style::Transcript)
            .then(|| Labels::new(story.names, story.entities));
        let mut run = Self { story, labels, unnamed: FxHashMap::default(), waiting: Vec::new(), asked: None };
        let mut by_mention: Vec<(u32, u32)> =
            sources.iter().enumerate().filter_map(|(q, m)| m.map(|m| (m, q as u32))).collect();
        by_mention.sort_unstable();
        let mut without: Vec<(u32, u32)> = (0..run.story.quotes.len() as u32)
            .filter(|&q| sources[q as usize].is_none())
            .filter_map(|q| run.story.quotes[q as usize].content.first().map(|c| (c.start, q)))
            .collect();
        without.sort_unstable();
        let (mut with, mut without) = (by_mention.into_iter().peekable(), without.into_iter().peekable());
        for index in 0..run.story.mentions.len() {
            let start = run.story.mentions[index].span.start;
            while let Some((_, q)) = without.next_if(|(at, _)| *at <= start) {
                run.without_source(q as usize, index);
            }
            run.story.resolve(index);
            while let Some((_, q)) = with.next_if(|(m, _)| *m as usize <= index) {
                run.with_source(q as usize, index);
            }
        }
        let end = run.story.mentions.len();
        for (_, q) in without {
            run.without_source(q as usize, end);
        }
        run.settle_waiting();
        run
    }

    fn quote(&self, q: usize) -> &'a Quote {
        &self.story.quotes[q]
    }

    fn say(&mut self, q: usize, said: Said) {
        let actor = &mut self.story.actors.list[said.actor as usize];
        actor.speaks = true;
        if self.quote(q).style != Style::Transcript {
            self.story.last_speaker = Some(said.actor);
        }
        self.story.said[q] = Some(said);
    }

    fn with_source(&mut self, q: usize, index: usize) {
        let resolved = &self.story.resolved[index];
        let they = matches!(&self.story.mentions[index].what, What::Pronoun(p) if p.person == Person::They);
        if they && let Some(said) = self.together(q) {
            return self.say(q, said);
        }
        let Some(actor) = resolved.actor else { return };
        let certainty = certainty(&self.story.mentions[index].what, resolved);
        let others = resolved.others.clone();
        if certainty >= LEAST {
            self.say(q, Said { actor, certainty, others, through: Some(index as u32) });
        }
    }

    /// "They said": the two who said the quote before together, by the first of them.
    fn together(&self, q: usize) -> Option<Said> {
        let before = q.checked_sub(1)?;
        let source = self.quote(before).source.first()?;
        let two = self.story.document.slice(*source).split_whitespace().any(|w| w == "and");
        let near = self.place(self.quote(q)).0.saturating_sub(self.end_place(self.quote(before)).0) <= GAP;
        let said = self.story.said[before].as_ref().filter(|_| two && near)?;
        Some(Said { certainty: 0.7 * said.certainty, ..said.clone() })
    }

    /// A quote whose words name nobody: a turn, or one that carries on another.
    fn without_source(&mut self, q: usize, index: usize) {
        let quote = self.quote(q);
        match quote.style {
            Style::Transcript => self.turn(q),
            Style::Direct if quote.source.is_empty() && quote.cue.is_empty() => self.carry_on(q, index),
            // "The jury was told that …": by nobody named.
            Style::Direct | Style::Mixed if quote.source.is_empty() && !self.is_passive(quote) => {
                self.by_subject(q, index, 0.5);
            }
            _ => {}
        }
    }

    /// Whether the cue is a passive: "was told".
    fn is_passive(&self, quote: &Quote) -> bool {
        let document = self.story.document;
        quote.cue.first().is_some_and(|cue| {
            let verb = document.token_at(cue.start);
            (verb.saturating_sub(2)..verb)
                .any(|t| matches!(document.lower(t), "was" | "were" | "been" | "is" | "are" | "being" | "be"))
        })
    }

    /// A direct quote with neither cue nor source.
    fn carry_on(&mut self, q: usize, index: usize) {
        let here = self.place(self.quote(q));
        // "“We won.” He smiled. “We did,” she said": the paragraph itself may still tell.
        let next = self.story.quotes.get(q + 1).filter(|n| n.style == Style::Direct && !n.source.is_empty());
        if let Some(next) = next
            && self.place(next).1 == here.1
        {
            self.waiting.push(q as u32);
            return;
        }
        let before = (0..q)
            .rev()
            .take(8)
            .find(|&p| self.quote(p).style != Style::Transcript && self.story.said[p].is_some());
        if let Some(before) = before
            && let Some(said) = &self.story.said[before]
        {
            let there = self.end_place(self.quote(before));
            let same = here.1 == there.1 || here.0.saturating_sub(there.0) <= GAP;
            let other = self.is_introduced(q, index, here, there) || self.speaks_of(q, said.actor);
            if same && !other && self.quote(before).style == Style::Direct {
                let said = Said { certainty: 0.85 * said.certainty, through: said.through, ..said.clone() };
                return self.say(q, said);
            }
        }
        self.by_subject(q, index, 0.6);
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
    fn by_subject(&mut self, q: usize, index: usize, certainty: f32) {
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
                self.say(q, Said { actor, certainty: 0.55, others: Vec::new(), through: None });
            }
        }
    }

    /// Quotes that the next quote of their paragraph tells the speaker of, from the end.
    fn settle_waiting(&mut self) {
        while let Some(q) = self.waiting.pop() {
            if let Some(said) = self.story.said[q as usize + 1].clone() {
                let certainty = 0.9 * said.certainty;
                self.say(q as usize, Said { certainty, ..said });
            }
        }
    }

    /// The sentence and block where a quote starts.
    fn place(&self, quote: &Quote) -> (u32, u32) {
        self.place_of(quote.content.first().map_or(0, |c| c.start))
    }

    fn end_place(&self, quote: &Quote) -> (u32, u32) {
        let end = |spans: &[Span]| spans.last().map_or(0, |s| s.end);
        let last = end(&quote.content).max(end(&quote.source)).max(end(&quote.cue));
        self.place_of(last.saturating_sub(1))
    }

    fn place_of(&self, byte: u32) -> (u32, u32) {
        let document = self.story.document;
        let sentence = document.sentences.partition_point(|s| s.span.end <= byte);
        let block = document.sentences.get(sentence).map_or(0, |s| s.block);
        (sentence as u32, block)
    }

    /// A turn of an interview: its label says who speaks.
    fn turn(&mut self, q: usize) {
        let quote = self.quote(q);
        let Some(&label) = quote.source.first() else {
            if let Some(said) = q.checked_sub(1).and_then(|p| self.story.said[p].clone()) {
                self.say(q, said);
            }
            return;
        };
        let Some(labels) = &self.labels else { return };
        let (actor, certainty) = match labels.read(self.story.document, label) {
            Labelled::Entity(entity) => (entity.0, 0.97),
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

    /// What the reading comes to.
    pub(super) fn finish(mut self) -> Speakers {
        self.address();
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
            if self.story.actors.list[actor as usize].speaks {
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

    /// `I` in a quote or turn is its speaker; `you` in a turn the other one, where two take turns.
    fn address(&mut self) {
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
