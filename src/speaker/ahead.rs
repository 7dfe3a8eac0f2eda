//! Whom a pronoun stands for that the sentence names only later: "After **his** speech, Holm left".
//!
//! A sentence that opens with a preposition, a subordinate clause or a participle has its subject behind the comma; whoever is
//! named there may be meant before. What pronouns tell of each other, and lists of names, are read here too. Missed: names
//! behind more than [`AHEAD`] mentions, and openings that begin with an adverb.

use super::lexicon::{Function, Person};
use super::mention::{Mention, Role, What};
use super::story::Story;
use crate::annotation::EntityKind;
use crate::token::TokenKind;

/// The name stands at most so many mentions behind the pronoun,
const AHEAD: usize = 16;
/// and so many tokens of title behind the comma.
const TITLE: usize = 5;
/// Subject and object of one clause stand at most so many tokens apart.
const CLAUSE: usize = 12;

impl Story<'_, '_> {
    /// The mention that names a person behind the opening of the sentence in which a pronoun stands, and that person.
    pub(super) fn named_ahead(&self, index: usize) -> Option<(u32, u32)> {
        let here = &self.mentions[index];
        if here.source_of.is_some() || !self.has_opening(here) {
            return None;
        }
        for (i, there) in self.mentions.iter().enumerate().skip(index + 1).take(AHEAD) {
            let start = there.tokens.0 as usize;
            if there.sentence != here.sentence || there.quoted != here.quoted {
                return None;
            }
            // "After his speech, **he** left": the subject is a pronoun too.
            let subject = matches!(&there.what, What::Pronoun(p) if matches!(p.person, Person::One(_)))
                && there.role == Role::Subject;
            if subject && self.document.word(start - 1) == "," {
                return None;
            }
            let What::Name(name) = there.what else { continue };
            let Some(entity) = self.entities.of_name.get(name as usize) else { continue };
            let actor = &self.actors.list[entity.0 as usize];
            if actor.kind != EntityKind::Person || actor.plural {
                continue;
            }
            let lowest = (here.tokens.1 as usize).max(start.saturating_sub(TITLE + 1));
            let title = |t: usize| {
                let word = self.lexicon.word(self.document, t);
                self.document.word(t) != ","
                    && !word.verb
                    && matches!(word.function, Function::Definite | Function::Content)
            };
            let mut comma = start - 1;
            while comma > lowest && title(comma) {
                comma -= 1;
            }
            if comma >= lowest && self.document.word(comma) == "," {
                let What::Pronoun(pronoun) = &here.what else { return None };
                let likely = actor.gender.or(actor.likely).map(Person::One);
                return likely.is_none_or(|g| g == pronoun.person).then_some((i as u32, entity.0));
            }
        }
        None
    }

    /// Whether the sentence of a mention opens with what stands before its subject: "After", "In", "Having".
    fn has_opening(&self, here: &Mention) -> bool {
        let tokens = &self.document.sentences[here.sentence as usize].tokens;
        let mut words = (tokens.start..here.tokens.1).map(|t| t as usize);
        words.find(|&t| self.document.tokens[t].kind == TokenKind::Word).is_some_and(|t| {
            let lower = self.document.lower(t);
            let function = self.lexicon.word(self.document, t).function;
            lower.ends_with("ing")
                || function == Function::Preposition
                || function == Function::Clause
                    && !matches!(lower, "but" | "that" | "so" | "then" | "however" | "yet" | "what" | "how")
        })
    }

    /// Whether what follows a name goes on with its sentence, rather than with more names or what is its own.
    pub(super) fn goes_on(&self, there: &Mention) -> bool {
        let end = there.tokens.1 as usize;
        self.document.tokens.get(end).is_none_or(|_| {
            self.document.word(end) != ","
                && self.document.lower(end) != "and"
                && self.lexicon.word(self.document, end).function != Function::Possessive
        })
    }

    /// The last pronoun of the same gender before a pronoun.
    pub(super) fn thread(&self, index: usize) -> Option<usize> {
        const BACK: usize = 24;
        let here = &self.mentions[index];
        let What::Pronoun(pronoun) = &here.what else { return None };
        (index.saturating_sub(BACK)..index).rev().find(|&i| {
            let there = &self.mentions[i];
            there.quoted == here.quoted
                && matches!(&there.what, What::Pronoun(p) if p.person == pronoun.person)
        })
    }

    /// Whether a mention is one of several names: "**Ida Holm** and Paul Berg", "Berg, **Holm**".
    pub(super) fn is_listed(&self, index: usize) -> bool {
        let here = &self.mentions[index];
        let near = index.saturating_sub(2)..self.mentions.len().min(index + 3);
        near.filter(|&i| i != index && matches!(self.mentions[i].what, What::Name(_))).any(|i| {
            let there = &self.mentions[i];
            let (from, to) = if i < index {
                (there.tokens.1 as usize, here.tokens.0 as usize)
            } else {
                (here.tokens.1 as usize, there.tokens.0 as usize)
            };
            (from + 1..=from + 2).contains(&to)
                && (from..to).all(|t| matches!(self.document.lower(t), "," | "and" | "or"))
        })
    }

    /// Whether no clause begins between two tokens.
    pub(super) fn no_clause(&self, from: u32, to: u32) -> bool {
        let (from, to) = (from as usize, to as usize);
        to >= from
            && to - from <= CLAUSE
            && (from..to).all(|t| {
                let function = self.lexicon.word(self.document, t).function;
                self.document.tokens[t].kind == TokenKind::Word
                    && !matches!(function, Function::Clause | Function::Coordinator)
            })
    }
}
