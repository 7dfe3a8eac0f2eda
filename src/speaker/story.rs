//! The story so far: each mention is resolved among those before it, from start to end.
//!
//! A name is its entity; "he" and "the soldier" take the likeliest of [`super::candidate`]; "a
//! soldier" is someone new, who can be spoken of from then on. Missed: a name behind the sentence of
//! the pronoun that stands for it.

use super::actor::Actors;
use super::lexicon::{Function, Lexicon, Person};
use super::mention::{Mention, Role, What, can_speak};
use super::state::{Candidate, Choice, Interview, Paper, Resolved, Said};
use super::weights::{self, Weighed};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;
use crate::quote::Quote;

/// The headline and the lead: the first blocks.
const OPENING: u32 = 2;

/// All mentions, resolved one after the other.
pub(super) struct Story<'a, 't> {
    pub(super) document: &'a Document<'t>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) names: &'a [Name],
    pub(super) entities: &'a Entities,
    pub(super) quotes: &'a [Quote],
    pub(super) mentions: &'a [Mention],
    pub(super) actors: Actors,
    pub(super) resolved: Vec<Resolved>,
    /// Who said each quote, as far as it is known.
    pub(super) said: Vec<Option<Said>>,
    pub(super) last_speaker: Option<u32>,
    /// Who spoke last, and the sentence where the quote ends.
    pub(super) last_spoke: Option<(u32, u32)>,
    /// The subject of the first sentence of a paragraph, and that paragraph.
    pub(super) topic: Option<(u32, u32)>,
    /// Papers that spoke, and for whom.
    pub(super) papers: Vec<Paper>,
    pub(super) weights: &'a weights::Set,
    /// Room for the candidates of one mention after the other.
    pub(super) scratch: Vec<Candidate>,
    /// What was weighed, where a trainer asks for it.
    pub(super) record: Option<Vec<Choice>>,
    /// An interview whose turns have no labels.
    pub(super) interview: Option<Interview>,
}

impl Story<'_, '_> {
    /// Resolves the mention at `index`; those before it are resolved already.
    pub(super) fn resolve(&mut self, index: usize) {
        let mention = &self.mentions[index];
        let resolved = match &mention.what {
            What::Name(name) => {
                let actor = self.entities.of_name.get(*name as usize).map(|e| e.0);
                Resolved { actor, share: 1.0, ..Resolved::default() }
            }
            What::Pronoun(pronoun) => match pronoun.person {
                Person::One(gender) => self.choose(index, Weighed::One, |story, actor| {
                    let actor = &story.actors.list[actor as usize];
                    actor.kind == EntityKind::Person
                        && !actor.plural
                        && actor.gender.is_none_or(|g| g == gender)
                }),
                Person::It => self.choose(index, Weighed::It, |story, actor| {
                    let actor = &story.actors.list[actor as usize];
                    !actor.plural && !matches!(actor.kind, EntityKind::Person | EntityKind::Group)
                }),
                Person::They => self.choose(index, Weighed::They, |story, actor| {
                    let actor = &story.actors.list[actor as usize];
                    // Of one person too, whose gender nothing tells.
                    let single = actor.kind == EntityKind::Person && actor.gender.is_none();
                    actor.plural
                        || single
                        || matches!(actor.kind, EntityKind::Organization | EntityKind::Group)
                }),
                Person::Relative => self.before(index),
                Person::Me | Person::You | Person::Us => Resolved::default(),
            },
            What::Phrase(phrase) => self.phrase(index, phrase),
        };
        if let Some(actor) = resolved.actor {
            let pronoun = match &mention.what {
                What::Pronoun(pronoun) => Some(pronoun.person),
                _ => None,
            };
            let known = &mut self.actors.list[actor as usize];
            known.times += 1;
            known.opening |= mention.block <= OPENING;
            known.first = known.first.or(Some(mention.clock));
            if let Some(Person::One(gender)) = pronoun
                && resolved.share > 0.8
                // Whose words these are is known only behind them: "“If he is asked …,” she said".
                && !mention.quoted
            {
                known.gender = known.gender.or(Some(gender));
            }
            if pronoun.is_none() {
                known.anchor = Some(index as u32);
            }
            if mention.role == Role::Subject
                && !mention.quoted
                && self.topic.is_none_or(|(block, _)| block != mention.block)
                && self.starts_block(mention)
            {
                self.topic = Some((mention.block, actor));
            }
        }
        self.resolved[index] = resolved;
    }

    /// Whether a mention stands in the first sentence of its paragraph.
    pub(super) fn starts_block(&self, mention: &Mention) -> bool {
        let sentences = &self.document.sentences;
        let before = (mention.sentence as usize).checked_sub(1);
        before.is_none_or(|s| sentences[s].block != mention.block)
    }

    /// "who", "which": what stands right before, or whom that describes: "Ida Holm, a spokeswoman for the
    /// mill who".
    fn before(&self, index: usize) -> Resolved {
        let here = &self.mentions[index];
        let start = here.tokens.0;
        let who = self.document.lower(start as usize) == "who";
        let byte = here.span.start;
        let from = self.entities.described.partition_point(|d| d.span.end + 2 < byte);
        let described = self.entities.described[from..].iter().find(|d| d.span.end <= byte);
        if let Some(described) = described.filter(|_| who) {
            let actor = Some(described.entity.0);
            let antecedent = self.actors.list[described.entity.0 as usize].anchor;
            return Resolved { actor, share: 0.8, antecedent, others: Vec::new() };
        }
        let near = self.mentions[..index]
            .iter()
            .enumerate()
            .rev()
            .take(4)
            .filter(|(_, m)| m.tokens.1 <= start && m.tokens.1 + 4 > start && m.block == here.block);
        let can = |i: &usize| {
            let actor = self.resolved[*i].actor.map(|a| &self.actors.list[a as usize]);
            !who || actor.is_some_and(|a| matches!(a.kind, EntityKind::Person | EntityKind::Group))
        };
        let near = near.map(|(i, _)| i).find(can);
        match near.or_else(|| who.then(|| self.parted(index)).flatten()) {
            Some(i) => Resolved {
                actor: self.resolved[i].actor,
                share: 0.9 * self.resolved[i].share,
                antecedent: Some(i as u32),
                others: Vec::new(),
            },
            None => Resolved::default(),
        }
    }

    /// Whom "who" follows over what is added to the name: "Ida Holm **of the port authority,** who", "Holm **on Monday,** who".
    fn parted(&self, index: usize) -> Option<usize> {
        const APART: u32 = 14;
        let here = &self.mentions[index];
        let before = self.mentions[..index].iter().enumerate().rev().take(8);
        let near =
            before.take_while(|(_, m)| m.sentence == here.sentence && m.tokens.1 + APART > here.tokens.0);
        let mut people = near.filter(|(i, _)| {
            let actor = self.resolved[*i].actor.map(|a| &self.actors.list[a as usize]);
            actor.is_some_and(|a| matches!(a.kind, EntityKind::Person | EntityKind::Group))
        });
        let (i, there) = people.find(|(_, m)| m.role != Role::Owner && m.role != Role::Modifier)?;
        let verb = (there.tokens.1 as usize..here.tokens.0 as usize).any(|t| {
            let word = self.lexicon.word(self.document, t);
            let capital = self.document.words.case(self.document.tokens[t].word).has_capital();
            !capital && (word.verb || matches!(word.function, Function::Auxiliary | Function::Clause))
        });
        (!verb).then_some(i)
    }

    /// Whether a mention can start a quotation run: someone who can speak, outside of quotes.
    pub(super) fn is_speaker(&self, index: usize) -> bool {
        let mention = &self.mentions[index];
        !mention.quoted
            && (mention.role == Role::Subject || mention.source_of.is_some())
            && self.resolved[index].actor.is_some_and(|a| can_speak(self.actors.list[a as usize].kind))
    }
}
