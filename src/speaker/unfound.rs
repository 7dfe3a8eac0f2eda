//! Names that the names stage did not find, and people whom the text names later.
//!
//! "Lin's manager A-jen said", "Pavel, 60, a miner": words that must be a name where they stand. "A doctor
//! said … ¶ Dr. Holm told": whoever speaks in the lead is often named in the next paragraph. Missed:
//! someone named later of whom neither a description nor the place in the text tells.

use super::lexicon::Function;
use super::mention::{Mention, Phrase, Role, Start, What};
use super::state::Resolved;
use super::story::Story;
use crate::annotation::EntityKind;
use crate::lexicon::noun::{Class, Noun};
use crate::token::{Case, TokenKind};

/// So many tokens ahead someone may be named who is called the same;
const CALLED: usize = 160;
/// and so many where nothing but the order of the paragraphs tells.
const NEXT: usize = 60;
/// The lead: so many blocks from the start.
const LEAD: u32 = 3;

impl Story<'_, '_> {
    /// A phrase that ends in a name which was not found: that person, or somebody new of that name.
    pub(super) fn missed(&mut self, index: usize, phrase: &Phrase, name: (u32, u32)) -> Resolved {
        let lemma = self.lexicon.word(self.document, phrase.head as usize).lemma;
        if let Some(actor) = self.actors.with_last_word(lemma) {
            let antecedent = self.actors.list[actor as usize].anchor;
            return Resolved { actor: Some(actor), share: 0.8, antecedent, others: Vec::new() };
        }
        let mention = &self.mentions[index];
        let noun = phrase.noun.or(Some(Noun { class: Class::AnyPerson, gender: None, plural: false }));
        let phrase = Phrase { noun, ..phrase.clone() };
        let actor = self.actors.add(self.document, self.lexicon, mention.tokens, &phrase, mention.span);
        self.actors.name(self.document, self.lexicon, actor, (name.0 as usize, name.1 as usize));
        Resolved { actor: Some(actor), share: 0.8, ..Resolved::default() }
    }

    /// The words before an apposition that were not found to be a name: "Pavel, 60, a miner".
    pub(super) fn missed_name(&self, mention: &Mention) -> Option<(usize, usize)> {
        let word = |at: usize| self.document.word(at);
        let comma = |at: usize| Some(at).filter(|&at| word(at) == ",");
        let mut end = comma((mention.tokens.0 as usize).checked_sub(1)?)?;
        if end >= 2 && self.document.tokens[end - 1].kind == TokenKind::Number {
            end = comma(end - 2)?;
        }
        let lowest = self.document.sentences[mention.sentence as usize].tokens.start as usize;
        let capital = |at: usize| {
            self.document.words.case(self.document.tokens[at].word) == Case::Title
                && self.document.tokens[at].kind == TokenKind::Word
                && self.lexicon.word(self.document, at).function == Function::Content
                && self.lexicon.word(self.document, at).pronoun.is_none()
                && self.lexicon.word(self.document, at).noun.is_none()
        };
        let mut first = end;
        while first > lowest && end - first < 3 && capital(first - 1) {
            first -= 1;
        }
        let after = self.names.partition_point(|n| (n.end as usize) <= first);
        let named = self.names.get(after).is_some_and(|n| (n.first as usize) < end);
        // An adverb may open the sentence: "Sadly, a man".
        let adverb = first < end && self.document.lower(end - 1).ends_with("ly");
        (first < end && !named && !adverb).then_some((first, end))
    }

    /// Whether a mention is the first word of its paragraph.
    fn opens_block(&self, mention: &Mention) -> bool {
        let first = self.document.sentences[mention.sentence as usize].tokens.start;
        mention.tokens.0 == first && self.starts_block(mention)
    }

    /// Whom a source without a name turns out to be: the first person named soon after whom the text calls
    /// by the same noun, or, in the lead, the source of the next quote.
    pub(super) fn named_later(&self, index: usize, phrase: &Phrase, lemma: u32) -> Option<Resolved> {
        let here = &self.mentions[index];
        here.source_of.filter(|_| here.speech.is_none() && phrase.start != Start::Another)?;
        let gender = phrase.noun.and_then(|n| n.gender);
        let ahead = self.mentions[index + 1..].iter();
        for there in ahead.take_while(|m| m.tokens.0 as usize <= here.tokens.1 as usize + CALLED) {
            let What::Name(name) = there.what else { continue };
            let entity = self.entities.of_name.get(name as usize)?.0;
            let actor = &self.actors.list[entity as usize];
            let fits = gender.is_none() || actor.gender.is_none() || actor.gender == gender;
            let called = actor.heads.contains(&lemma);
            // Nobody but by such a phrase has spoken of them so far: the headline's "Former doctor".
            let unnamed = actor
                .anchor
                .is_some_and(|a| called && matches!(self.mentions[a as usize].what, What::Phrase(_)));
            if actor.kind != EntityKind::Person || actor.times > 0 && !unnamed || !fits {
                continue;
            }
            let next = here.block < LEAD
                && there.block > here.block
                && there.block <= here.block + 2
                && there.tokens.0 as usize <= here.tokens.1 as usize + NEXT
                && (there.source_of.is_some() || there.role == Role::Subject && self.opens_block(there))
                && phrase.start != Start::Indefinite
                && actor.heads.is_empty();
            if called && there.block > here.block || next {
                let share = if called { 0.8 } else { 0.6 };
                return Some(Resolved { actor: Some(entity), share, ..Resolved::default() });
            }
        }
        None
    }
}
