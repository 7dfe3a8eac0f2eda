//! Names in and beside the noun phrase of a source: "the Interfax news agency", "the envoy, Ida Holm,", "Lin's manager
//! A-jen".
//!
//! What stands for the source is then the name. Missed: names behind relative clauses.

use super::lexicon::Function;
use super::source::Reader;
use crate::annotation::EntityKind;
use crate::entity::noun::{Class, Noun};
use crate::token::{Case, TokenKind};

impl Reader<'_, '_> {
    /// Where capitals at the end of a source begin that a noun before them makes the name of a person:
    /// "Lin's manager A-jen", "Minister of State V Muraleedharan".
    pub(super) fn missed_name(&self, first: usize, head: usize) -> Option<(usize, Option<Noun>)> {
        let capital = |t: usize| {
            let word = self.lexicon.word(self.document, t);
            self.document.words.case(self.document.tokens[t].word) != Case::Lower
                && self.document.tokens[t].kind == TokenKind::Word
                && (word.function == Function::Content
                    || t > first && t < head && self.document.word(t + 1) == "-")
                && word.pronoun.is_none()
                && word.noun.is_none()
        };
        let hyphen = |t: usize| self.document.word(t) == "-";
        let mut from = head + 1;
        while from > first {
            let t = from - 1;
            let joined = t >= first + 2 && hyphen(t - 1) && capital(t - 2);
            if !(capital(t) || joined || hyphen(t) && from <= head) {
                break;
            }
            from -= 1;
        }
        let noun = (first..from).rev().find_map(|t| {
            let noun = self.lexicon.word(self.document, t).noun?;
            (noun.class == Class::Person && !noun.plural).then_some(noun)
        })?;
        let lower = (first..from).any(|t| {
            self.document.words.case(self.document.tokens[t].word) == Case::Lower && self.is_word(t)
        });
        (from <= head && lower).then_some((from, Some(Noun { class: Class::AnyPerson, ..noun })))
    }

    /// Whether the "of" at `at` stands within a body's title: "Court of Appeal", but not "Ida Holm of Norway".
    pub(super) fn is_title_of(&self, at: usize) -> bool {
        let i = self.names.partition_point(|n| (n.end as usize) < at);
        let named = self.names.get(i).is_some_and(|n| n.end as usize == at);
        let noun = self.lexicon.word(self.document, at - 1).noun;
        let body = noun.is_some_and(|n| n.class == Class::Organization);
        !named && body && self.is_capital(at - 1) && self.is_capital(at + 1)
    }

    pub(super) fn is_capital(&self, t: usize) -> bool {
        self.document.words.case(self.document.tokens[t].word).has_capital()
    }

    /// A word of small letters that can be part of a noun phrase.
    pub(super) fn is_plain(&self, t: usize) -> bool {
        let word = self.lexicon.word(self.document, t);
        self.document.words.case(self.document.tokens[t].word) == Case::Lower
            && word.function == Function::Content
            && word.pronoun.is_none()
    }

    /// Whether a preposition right before the token at `at` makes it a part of another phrase: "an aide to Ida Holm".
    pub(super) fn is_possessed(&self, at: usize) -> bool {
        let word = self.lexicon.word(self.document, at - 1);
        matches!(word.function, Function::Preposition | Function::Coordinator | Function::Possessive)
    }

    /// The name of an outlet that stands before what it is: "the Slate website", "the TASS news agency".
    pub(super) fn name_of_outlet(&self, first: usize, head: usize) -> Option<(u32, usize)> {
        const OUTLETS: &[&str] = &[
            "agency",
            "blog",
            "broadcaster",
            "channel",
            "daily",
            "journal",
            "magazine",
            "network",
            "newspaper",
            "outlet",
            "paper",
            "portal",
            "site",
            "station",
            "tabloid",
            "website",
            "weekly",
        ];
        if OUTLETS.binary_search(&self.document.lower(head)).is_err() {
            return None;
        }
        let sort = |t: usize| {
            matches!(
                self.document.lower(t),
                "news" | "tv" | "television" | "radio" | "media" | "wire" | "online" | "business"
            )
        };
        let mut end = head;
        while end > first && sort(end - 1) {
            end -= 1;
        }
        let i = self.names.partition_point(|n| (n.end as usize) < end);
        let name = self.names.get(i).filter(|n| n.end as usize == end && n.first as usize >= first)?;
        let body = matches!(name.kind, EntityKind::Organization | EntityKind::Product | EntityKind::Other);
        body.then_some((i as u32, name.first as usize))
    }

    /// Whether a people's name stands for one person: "the 49-year-old Italian", "a young Iraqi".
    pub(super) fn is_one_of_a_people(&self, first: usize, head: usize) -> bool {
        let word = self.document.lower(head);
        let determiner = self.lexicon.word(self.document, first).function;
        let indefinite = matches!(self.document.lower(first), "a" | "an" | "another" | "one");
        let one =
            word.ends_with("an") || word.ends_with('i') || word.ends_with("er") || word.ends_with("ese");
        let old = (first + 1..head)
            .any(|t| matches!(self.document.lower(t), "old" | "year-old" | "young" | "former"));
        head > first && one && (indefinite || determiner == Function::Definite && old)
    }

    /// Whether a people's name stands for some of them: "many Democrats", "fellow Republicans".
    pub(super) fn are_some_of_a_people(&self, first: usize, head: usize) -> bool {
        head == first + 1
            && self.document.lower(head).ends_with('s')
            && matches!(
                self.document.lower(first),
                "many" | "some" | "several" | "most" | "few" | "fellow" | "two" | "three"
            )
    }

    /// Whether only a title stands between the token `at` and the comma before it: ", Dr Ivanov".
    pub(super) fn is_title_after_comma(&self, at: usize, first: usize) -> bool {
        let comma = (first..at).rev().take(3).find(|&t| !self.is_word(t));
        comma.filter(|&t| self.document.word(t) == ",").is_some_and(|comma| {
            (comma + 1..at).all(|t| self.lexicon.word(self.document, t).function == Function::Content)
        })
    }

    /// The person named between the comma at `comma` and the next.
    pub(super) fn apposed_name(&self, comma: usize) -> Option<(u32, usize)> {
        let word = |at: usize| self.document.tokens.get(at).map(|_| self.document.word(at));
        if word(comma) != Some(",") {
            return None;
        }
        let from = self.names.partition_point(|n| (n.first as usize) <= comma);
        let name = self.names.get(from).filter(|n| n.kind == EntityKind::Person)?;
        let (at, end) = (name.first as usize, name.end as usize);
        let near = at - comma <= 3
            && (comma + 1..at).all(|t| self.is_word(t) && !self.lexicon.word(self.document, t).verb);
        let closed = matches!(word(end), Some("," | "(" | "—" | "–"));
        (near && closed).then_some((from as u32, at))
    }

    /// The people that belong to the places on both sides of the "and" at `at`: "U.S. and Canadian **officials**".
    pub(super) fn shared_noun(&self, at: usize, end: usize) -> Option<usize> {
        let next = self.names.partition_point(|n| n.first as usize <= at);
        let (one, two) = (self.names.get(next.checked_sub(1)?)?, self.names.get(next)?);
        let places = [one, two].iter().all(|n| matches!(n.kind, EntityKind::Place | EntityKind::Group));
        let noun = two.end as usize;
        let people =
            |n: Noun| n.plural && matches!(n.class, Class::Person | Class::People | Class::AnyPerson);
        (places
            && one.end as usize == at
            && two.first as usize == at + 1
            && noun < end
            && self.is_plain(noun)
            && self.lexicon.word(self.document, noun).noun.is_some_and(people))
        .then_some(noun)
    }
}
