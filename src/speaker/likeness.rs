//! Whether a noun phrase tells what the text calls somebody: "the young soldier", "the commission of university heads".
//!
//! Its noun, the words before it and behind it, and an age are held against those of the phrases, names and
//! descriptions of each candidate. Missed: synonyms, but for the few lemmas of [`crate::lexicon::noun`].

use super::actor::speaks_of_age;
use super::lexicon::Function;
use super::mention::{Mention, Phrase};
use super::phrase::is_generic;
use super::rank::RANKS;
use super::state::Candidate;
use super::story::Story;
use super::weights::Feature;
use crate::annotation::EntityKind;
use crate::lexicon;
use crate::token::{Case, TokenKind};

impl Story<'_, '_> {
    /// What the text calls a candidate against the words of a phrase.
    /// `complement` is what the phrase says it is of, `body` are the words of a body's name within it.
    pub(super) fn compare(
        &self,
        here: &Mention,
        phrase: &Phrase,
        complement: &[u32],
        body: &[u32],
        candidate: &mut Candidate,
    ) {
        let actor = &self.actors.list[candidate.actor as usize];
        let lemma = self.lexicon.word(self.document, phrase.head as usize).lemma;
        let any = is_generic(phrase, self.document.lower(phrase.head as usize));
        let mut set = |feature: Feature, value: bool| {
            candidate.features[feature as usize] = f32::from(u8::from(value));
        };
        // "the Port Board member" is not who was called a "Harbour Council member".
        let another =
            actor.called.len() > actor.heads.len() && body.iter().any(|word| !actor.called.contains(word));
        let same = actor.heads.contains(&lemma) && !another;
        set(Feature::SameNoun, same);
        set(Feature::OtherNoun, !same && !any && !actor.called.is_empty());
        // "the commission **of university heads**" is not the one "on education".
        if complement.iter().any(|lemma| actor.called.contains(lemma)) {
            set(Feature::Modifier, true);
        }
        // "the 28-year-old"
        let head = phrase.head as usize;
        if head >= 4 && self.document.word(head - 1) == "-" && self.document.lower(head - 2) == "year" {
            let years = self.document.word(head - 4).parse().ok();
            set(Feature::OtherNoun, false);
            set(Feature::AgeFits, actor.age.is_some() && actor.age == years);
            set(Feature::AgeConflicts, actor.age.is_some() && actor.age != years);
        }
        for i in here.tokens.0 as usize..phrase.head as usize {
            let word = self.lexicon.word(self.document, i);
            if word.function != Function::Content || self.document.tokens[i].kind != TokenKind::Word {
                continue;
            }
            let capital = self.document.words.case(self.document.tokens[i].word) == Case::Title;
            // "the former minister", "a senior official": they tell nobody apart.
            let vague = self.document.is(i, lexicon::Class::Vague);
            if vague {
                continue;
            }
            // "the vice president" is not the president.
            if RANKS.contains(&self.document.lower(i)) && !actor.called.contains(&word.lemma) {
                set(Feature::OtherModifier, !actor.called.is_empty());
                continue;
            }
            if actor.called.contains(&word.lemma) {
                set(Feature::Modifier, true);
            } else if !actor.called.is_empty()
                && (capital || !actor.named && actor.called.len() > actor.heads.len())
            {
                // "the young soldier" is not the moustachioed one.
                set(Feature::OtherModifier, true);
            }
            if let (Some(young), Some(age)) = (speaks_of_age(word.lemma), actor.age) {
                set(Feature::AgeFits, young == (age < 36));
                set(Feature::AgeConflicts, young != (age < 50));
            }
        }
    }

    /// The words of the first name of a body within a phrase: "the **Port Board** member".
    pub(super) fn body_within(&self, here: &Mention, head: u32) -> Vec<u32> {
        let from = self.names.partition_point(|n| n.end <= here.tokens.0);
        let mut names = self.names[from..].iter().take_while(|n| n.end <= head);
        let body = names.find(|n| {
            n.kind == EntityKind::Organization || n.kind == EntityKind::Group && n.end > n.first + 1
        });
        let words =
            body.map_or(0..0, |n| n.first..n.end).map(|t| self.lexicon.word(self.document, t as usize));
        words.filter(|w| w.function == Function::Content).map(|w| w.lemma).collect()
    }

    /// The words of what a source is of: "the commission **of university heads**".
    pub(super) fn complement(&self, here: &Mention, head: usize) -> Vec<u32> {
        const LONGEST: usize = 9;
        let Some(span) = here.source_of.and_then(|q| self.quotes[q as usize].source.first()) else {
            return Vec::new();
        };
        let end = self.document.tokens.partition_point(|t| t.span.start < span.end);
        if head + 2 >= end || !matches!(self.document.lower(head + 1), "of" | "for" | "at") {
            return Vec::new();
        }
        let words = (head + 2..end.min(head + LONGEST)).take_while(|&t| self.document.word(t) != ",");
        let known = words.map(|t| self.lexicon.word(self.document, t));
        known.filter(|w| w.function == Function::Content && w.pronoun.is_none()).map(|w| w.lemma).collect()
    }
}
