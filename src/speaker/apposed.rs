//! Names in and beside the noun phrase of a source: "the Interfax news agency", "the envoy, Ida Holm,", "Lin's manager
//! A-jen".
//!
//! What stands for the source is then the name. Missed: names behind relative clauses.

use super::lexicon::Function;
use super::source::Reader;
use crate::annotation::EntityKind;
use crate::lexicon;
use crate::lexicon::noun::{Class, Noun};
use crate::name::Name;
use crate::token::{Case, TokenKind};

impl Reader<'_, '_> {
    /// The person named at the end of a source, behind what they are: "the Port of Lima chair Ida Holm".
    pub(super) fn person_behind(&self, first: usize, head: usize, end: usize) -> Option<(u32, usize)> {
        let (i, name) = self.name_with(end - 1).filter(|(_, n)| n.kind == EntityKind::Person)?;
        let at = name.first as usize;
        let noun = self.lexicon.word(self.document, at.checked_sub(1)?).noun?;
        let plain = at > head && self.is_plain(at - 1) && !self.is_of_another(first, at);
        let apart = |t: usize| self.document.word(t) == "," || self.document.lower(t) == "and";
        (plain && noun.class == Class::Person && !noun.plural && !(first..at).any(apart)).then_some((i, at))
    }

    /// The name that a source gives beside what it calls whoever speaks, by the noun at `head`: "Germany's Foreign Minister,
    /// **Annalena Baerbock**".
    pub(super) fn name_beside(
        &self,
        first: usize,
        head: usize,
        stop: usize,
        end: usize,
    ) -> Option<(u32, usize)> {
        let found = self.person_behind(first, head, end);
        if let Some(name) = found.or_else(|| self.name_of_outlet(first, head)) {
            return Some(name);
        }
        // "Three judges - Ida Holm, Paul Berg and Ann Lee -": none of them alone.
        let noun = self.lexicon.word(self.document, head).noun;
        let several = noun.is_some_and(|n| n.plural);
        // "The governor, Senator Holm and others": a list, not one who is named twice.
        let list = stop < end
            && self.document.word(stop) == ","
            && (stop..end).any(|t| self.lexicon.word(self.document, t).function == Function::Coordinator);
        // "The women's wing, led by Ida Holm and backed by Ann Lee, Paul Berg …": who did what to it.
        let led = |t: usize| {
            self.document.lower(t) == "by" && t > stop && self.document.lower(t - 1).ends_with("ed")
                || self.document.lower(t) == "led"
        };
        let done = (stop..end).find(|&t| led(t));
        // "Germany's Foreign Minister, Annalena Baerbock"; "Another, also named Viktor".
        let from = self.names.partition_point(|n| (n.first as usize) < stop);
        for (i, name) in self.names.iter().enumerate().skip(from).take_while(|(_, n)| n.end as usize <= end) {
            let at = name.first as usize;
            let behind = done.is_none_or(|done| at < done);
            let apposition = (matches!(self.document.lower(at - 1), "," | "named" | "called")
                || self.is_title_after_comma(at, first) && !list)
                && behind;
            let last = name.end as usize == end
                && self.is_word(at - 1)
                && self.lexicon.word(self.document, at - 1).function == Function::Content
                && self.lexicon.word(self.document, at - 1).noun.is_some();
            let person = name.kind == EntityKind::Person && !several && !self.is_of_another(first, at);
            if person && (apposition || last || self.is_titled(name, first, end))
                || self.is_one_of_many(name, first)
            {
                return Some((i as u32, at));
            }
        }
        // "The envoy, Ida Holm, who has led the talks, urged …": the name behind the source.
        let one = noun.is_some_and(|n| n.class == Class::Person && !n.plural);
        (one || self.document.lower(first) == "one").then(|| self.apposed_name(end))?
    }

    /// Whether all that stands before a name is what they are: "the Director of Public Prosecutions (NPA) Ida Holm".
    fn is_titled(&self, name: &Name, first: usize, end: usize) -> bool {
        let (at, behind) = (name.first as usize, name.end as usize);
        (behind == end || self.document.word(behind) == ",")
            && !self.is_possessed(at)
            && (first..at).all(|t| {
                let verb = self.lexicon.word(self.document, t).verb && !self.is_capital(t);
                self.document.word(t) != "," && !verb
            })
            && (first..at).any(|t| {
                let noun = self.lexicon.word(self.document, t).noun;
                noun.is_some_and(|n| n.class == Class::Person && !n.plural)
            })
    }

    /// Whether the name at `at`, with the title before it, is that of somebody whom the source is beside: "an aide to
    /// **Senator Cole**", "a lawyer for **Mr Cole**".
    fn is_of_another(&self, first: usize, at: usize) -> bool {
        let person = |t: usize| {
            let noun = self.lexicon.word(self.document, t).noun;
            noun.is_some_and(|n| matches!(n.class, Class::Person | Class::AnyPerson))
                || self.document.is(t, lexicon::Class::Address)
        };
        let mut title = at;
        while title > first
            && self.is_word(title - 1)
            && self.lexicon.word(self.document, title - 1).function == Function::Content
        {
            title -= 1;
        }
        let link = title > first + 1
            && self.lexicon.word(self.document, title - 1).function == Function::Preposition
            && self.document.lower(title - 1) != "named";
        // "Minister of Ports Ida Holm": here what stands before the name is no title.
        link && (title..at).any(|t| person(t) && (t + 1 == at || self.is_capital(t)))
            && (first..title).any(person)
    }

    /// "one of the largest hospitals in the city, the **Holm Hospital**"
    fn is_one_of_many(&self, name: &Name, first: usize) -> bool {
        let at = name.first as usize;
        name.kind == EntityKind::Organization
            && self.document.lower(first) == "one"
            && at >= first + 2
            && self.document.lower(at - 1) == "the"
            && self.document.word(at - 2) == ","
    }

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
        if !self.document.is(head, lexicon::Class::Outlet) {
            return None;
        }
        let sort = |t: usize| self.document.is(t, lexicon::Class::Media);
        let mut end = head;
        while end > first && sort(end - 1) {
            end -= 1;
        }
        let i = self.names.partition_point(|n| (n.end as usize) < end);
        let name = self.names.get(i).filter(|n| n.end as usize == end && n.first as usize >= first)?;
        // "The UN agency" is one of many.
        let one = matches!(self.document.lower(name.first as usize), "un" | "u.n." | "eu" | "e.u.");
        let body =
            !one && matches!(name.kind, EntityKind::Organization | EntityKind::Product | EntityKind::Other);
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
            && self.document.is(first, lexicon::Class::SomeOf)
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
    pub(super) fn shared_noun(&self, first: usize, at: usize, end: usize) -> Option<usize> {
        let next = self.names.partition_point(|n| n.first as usize <= at);
        let (one, two) = (self.names.get(next.checked_sub(1)?)?, self.names.get(next)?);
        let places = [one, two].iter().all(|n| matches!(n.kind, EntityKind::Place | EntityKind::Group));
        let noun = two.end as usize;
        // "The former Ferns and Warriors **player**"
        let function = self.lexicon.word(self.document, first).function;
        let one_of_both = matches!(function, Function::Definite | Function::Indefinite);
        let people = |n: Noun| {
            (n.plural || one_of_both) && matches!(n.class, Class::Person | Class::People | Class::AnyPerson)
        };
        ((places || one_of_both)
            && one.end as usize == at
            && two.first as usize == at + 1
            && noun < end
            && self.is_plain(noun)
            && self.lexicon.word(self.document, noun).noun.is_some_and(people))
        .then_some(noun)
    }
}
