//! Phrases and pronouns in the text, and what a mention does in its clause.
//!
//! "the young soldier" reaches from its determiner to its head, a noun that stands for somebody;
//! "front-line soldiers" has none. The role is read off the word before: a subject stands first or
//! after a comma, an oblique after a preposition. Missed: phrases of more words than seven, and heads
//! that a relative clause parts from their determiner.

use super::{Mention, Phrase, Role, Start, What};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon;
use crate::lexicon::noun::{Class, Noun};
use crate::name::Name;
use crate::span::Span;
use crate::speaker::lexicon::{Function, Lexicon, Person};
use crate::token::{Case, TokenKind};

/// A phrase has at most so many words before its head.
const LONGEST: usize = 7;

/// Someone.
const PERSON: Noun = Noun { class: Class::Person, gender: None, plural: false };

pub(super) struct Finder<'a, 't> {
    pub(super) document: &'a Document<'t>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) names: &'a [Name],
}

impl Finder<'_, '_> {
    /// The phrase whose head stands at `i`, or the pronoun there.
    pub(super) fn phrase_or_pronoun(&self, i: usize, sentence: usize) -> Option<(usize, usize, What)> {
        let word = self.lexicon.word(self.document, i);
        if let Some(pronoun) = word.pronoun {
            let me = pronoun.person == Person::Me;
            let relative = pronoun.person == Person::Relative;
            return (!relative && (!me || self.document.word(i) != "i")).then_some((
                i,
                i + 1,
                What::Pronoun(pronoun),
            ));
        }
        // "those who say", "some who say"
        let alone = matches!(self.document.lower(i), "those" | "some" | "others" | "many" | "one");
        if alone && self.document.tokens.get(i + 1).is_some() && self.document.lower(i + 1) == "who" {
            let phrase = Phrase { head: i as u32, noun: None, start: Start::Indefinite, name: None };
            return Some((i, i + 1, What::Phrase(phrase)));
        }
        // "the shepherd, who": whoever has a "who" is a person.
        let noun = word.noun.or_else(|| self.has_who(i).then_some(PERSON))?;
        if noun.class == Class::Document || !self.ends_phrase(i) {
            return None;
        }
        let start = self.document.sentences[sentence].tokens.start as usize;
        let (first, how) = self.phrase_start(i, start).or_else(|| self.owned_body(i, noun))?;
        let phrase = Phrase { head: i as u32, noun: Some(noun), start: how, name: None };
        Some((first, i + 1, What::Phrase(phrase)))
    }

    /// Whether an unknown noun at `i` is followed by "who".
    fn has_who(&self, i: usize) -> bool {
        let relative = |t: usize| {
            t < self.document.tokens.len()
                && self.lexicon.word(self.document, t).pronoun.is_some_and(|p| p.person == Person::Relative)
                && self.document.lower(t) == "who"
        };
        let comma = self.document.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Punctuation);
        let word = self.lexicon.word(self.document, i);
        word.function == Function::Content
            && (relative(i + 1) || comma && relative(i + 2) && self.document.word(i + 1) == ",")
            && word.pronoun.is_none()
            && self.document.tokens[i].kind == TokenKind::Word
            && self.document.words.case(self.document.tokens[i].word) == Case::Lower
            && !self.document.lower(i).ends_with('s')
    }

    /// Whether a phrase can end at `i`: no other noun follows, nor a name whose title it is.
    fn ends_phrase(&self, i: usize) -> bool {
        let Some(next) = self.document.tokens.get(i + 1) else { return true };
        let word = self.lexicon.word(self.document, i + 1);
        let title = self.document.words.case(next.word) != Case::Lower && next.kind == TokenKind::Word;
        next.kind != TokenKind::Word && self.document.word(i + 1) != "-"
            || word.pronoun.is_some()
            || word.function != Function::Content
            || !title && (word.verb || word.noun.is_none() && is_adverb(self.document.lower(i + 1)))
            || !title && word.noun.is_none() && self.document.lower(i + 1).ends_with('s')
    }

    /// Where the phrase with its head at `i` starts; none where it has no determiner.
    fn phrase_start(&self, i: usize, sentence: usize) -> Option<(usize, Start)> {
        let lowest = sentence.max(i.saturating_sub(LONGEST));
        let mut at = i;
        while at > lowest {
            at -= 1;
            let word = self.lexicon.word(self.document, at);
            let kind = self.document.tokens[at].kind;
            match word.function {
                Function::Definite => return Some((at, Start::Definite)),
                Function::Indefinite => return Some((at, Start::Indefinite)),
                Function::Another => return Some((at, Start::Another)),
                Function::Content => {}
                Function::Possessive => return None,
                _ => break,
            }
            if let Some(pronoun) = word.pronoun {
                return pronoun.possessive.then_some((at, Start::Owned));
            }
            if kind != TokenKind::Word && kind != TokenKind::Number && self.document.word(at) != "-"
                || word.verb
            {
                break;
            }
        }
        // A bare plural: "Soldiers patrol", "for front-line soldiers", "Western leaders".
        let people =
            |n: Noun| n.plural && matches!(n.class, Class::Person | Class::AnyPerson | Class::People);
        if !self.lexicon.word(self.document, i).noun.is_some_and(people) {
            return None;
        }
        let mut at = i;
        while at > lowest {
            let hyphen = at >= lowest + 3 && self.document.word(at - 2) == "-";
            let adjective = self.document.words.case(self.document.tokens[at - 1].word) == Case::Title
                && self.document.tokens[at - 1].kind == TokenKind::Word
                && self.lexicon.word(self.document, at - 1).function == Function::Content;
            at -= match (hyphen, adjective) {
                (true, _) => 3,
                (false, true) => 1,
                (false, false) => break,
            };
        }
        Some((at, Start::Bare))
    }

    /// Where a body's phrase starts that somebody named owns: "**Ida Holm's** campaign".
    fn owned_body(&self, i: usize, noun: Noun) -> Option<(usize, Start)> {
        let body = matches!(noun.class, Class::Organization | Class::People);
        let (name, mark) = self.lexicon.owner(self.document, self.names, i.saturating_sub(3)..i)?;
        let plain = (mark + 1..i).all(|t| {
            let word = self.lexicon.word(self.document, t);
            word.function == Function::Content
                && !word.verb
                && self.document.tokens[t].kind == TokenKind::Word
        });
        (body && plain).then_some((self.names[name].first as usize, Start::Owned))
    }

    #[expect(clippy::too_many_arguments)]
    pub(super) fn mention(
        &self,
        first: usize,
        end: usize,
        what: What,
        sentence: usize,
        clock: u32,
        speech: Option<u32>,
        quoted: bool,
    ) -> Mention {
        let span = match &what {
            What::Name(n) => self.names[*n as usize].span,
            // "he" in "he'd"
            What::Pronoun(_) => {
                let span = self.document.span(first, end);
                let word = self.document.slice(span);
                let stop = word.find(['\'', '’']).unwrap_or(word.len());
                Span::new(span.start as usize, span.start as usize + stop)
            }
            _ => self.document.span(first, end),
        };
        let block = self.document.sentences[sentence].block;
        let role = self.role(first, end, &what, sentence);
        Mention {
            span,
            tokens: (first as u32, end as u32),
            what,
            clock,
            sentence: sentence as u32,
            block,
            role,
            speech,
            quoted,
            source_of: None,
        }
    }

    fn role(&self, first: usize, end: usize, what: &What, sentence: usize) -> Role {
        let lowest = self.document.sentences[sentence].tokens.start as usize;
        if let What::Pronoun(pronoun) = what {
            let word = self.document.lower(first);
            if pronoun.possessive && (word != "her" || self.owns(end)) {
                return Role::Owner;
            }
            let contracted = !pronoun.possessive
                && end < self.document.tokens.len()
                && self.lexicon.word(self.document, end).function == Function::Possessive;
            if contracted || word.contains('\'') {
                return Role::Subject;
            }
            if matches!(word, "he" | "she" | "they" | "i" | "we" | "who") {
                return Role::Subject;
            }
        }
        if end < self.document.tokens.len()
            && self.lexicon.word(self.document, end).function == Function::Possessive
        {
            return Role::Owner;
        }
        // "Obama administration", but "Novak shook her head".
        let person = matches!(what, What::Name(n) if self.names[*n as usize].kind == EntityKind::Person);
        let noun = || self.lexicon.word(self.document, end).noun.is_some();
        if matches!(what, What::Name(_)) && self.modifies(end) && (!person || noun()) {
            return Role::Modifier;
        }
        // Back over the title and determiner.
        let mut at = first;
        let mut steps = 0;
        while at > lowest && steps < LONGEST {
            let word = self.lexicon.word(self.document, at - 1);
            let capital = self.document.words.case(self.document.tokens[at - 1].word) == Case::Title;
            let inside =
                matches!(word.function, Function::Definite | Function::Indefinite | Function::Possessive)
                    || word.function == Function::Content
                        && self.document.tokens[at - 1].kind == TokenKind::Word
                        && (word.noun.is_some() || capital);
            if !inside {
                break;
            }
            at -= 1;
            steps += 1;
        }
        if at <= lowest {
            return Role::Subject;
        }
        let word = self.lexicon.word(self.document, at - 1);
        match word.function {
            Function::Preposition => Role::Oblique,
            Function::Clause | Function::Coordinator => Role::Subject,
            _ if self.document.tokens[at - 1].kind != TokenKind::Word => Role::Subject,
            _ => Role::Object,
        }
    }

    /// Whether what ends before the token at `end` stands before a noun: "NATO membership".
    fn modifies(&self, end: usize) -> bool {
        let Some(next) = self.document.tokens.get(end) else { return false };
        if next.kind != TokenKind::Word || self.document.words.case(next.word) != Case::Lower {
            return false;
        }
        let word = self.lexicon.word(self.document, end);
        let lower = self.document.lower(end);
        word.function == Function::Content
            && word.pronoun.is_none()
            && !word.verb
            && (word.noun.is_some() || !lower.ends_with('s') || lower.ends_with("ss"))
            && !lower.ends_with("ly")
    }

    /// Whether "her" before the token at `end` is a possessive.
    fn owns(&self, end: usize) -> bool {
        self.document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word)
            && matches!(self.lexicon.word(self.document, end).function, Function::Content)
    }
}

/// "The widow **often** came": no part of a noun phrase.
fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") || lexicon::is(word, lexicon::Class::LooseAdverb)
}
