//! Which words of a source say who it is: in "Kremlin spokesman Dmitry Peskov" the name, in
//! "Ukrainian soldiers fighting insurgents" the noun "soldiers", in "Moscow and Kiev" the first.

use super::lexicon::{Function, Lexicon, is_behind_noun};
use super::nominal::{Phrase, Start};
use crate::annotation::{EntityKind, Style};
use crate::document::Document;
use crate::lexicon::noun::{Class, Noun};
use crate::name::Name;
use crate::quote::Quote;
use crate::token::{Case, Gap, TokenKind};

/// What a source says of who it is stands in so many tokens.
const LONGEST: usize = 80;

/// The source of a quote.
pub(super) struct Source {
    /// The index of the quote.
    pub(super) quote: u32,
    pub(super) head: Head,
    /// The token that its mention starts with.
    at: usize,
}

impl Source {
    pub(super) fn start(&self) -> usize {
        self.at
    }
}

/// What a source is.
pub(super) enum Head {
    /// The index of a name.
    Name(u32),
    Pronoun,
    /// A noun phrase from the token `first` up to, not including, `end`.
    Phrase {
        first: usize,
        end: usize,
        phrase: Phrase,
    },
}

/// Reads the source of each quote that has one. Turns are not read: see [`super::label`].
pub(super) fn find_sources(
    document: &Document,
    lexicon: &Lexicon,
    names: &[Name],
    quotes: &[Quote],
) -> Vec<Source> {
    let reader = Reader { document, lexicon, names };
    let mut sources = Vec::new();
    for (q, quote) in quotes.iter().enumerate() {
        let Some(span) = quote.source.first().filter(|_| quote.style != Style::Transcript) else { continue };
        let first = document.token_at(span.start);
        let end = document.tokens.partition_point(|t| t.span.start < span.end).min(first + LONGEST);
        // "Ida Holm Blasts Port Chief: ‘Resign’"
        let next = names.partition_point(|n| (n.first as usize) < first);
        let headline = names.get(next).filter(|n| {
            quote.cue.is_empty()
                && n.kind == EntityKind::Person
                && n.first as usize == first
                && (n.end as usize) + 1 < end
                && document.words.case(document.tokens[n.end as usize].word).has_capital()
        });
        if let Some(name) = headline {
            sources.push(Source { quote: q as u32, head: Head::Name(next as u32), at: name.first as usize });
        } else if let Some((head, at)) = reader.head(first, end) {
            sources.push(Source { quote: q as u32, head, at });
        }
    }
    sources
}

pub(super) struct Reader<'a, 't> {
    pub(super) document: &'a Document<'t>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) names: &'a [Name],
}

impl Reader<'_, '_> {
    /// The head of the source between two tokens, and where its mention starts.
    pub(super) fn head(&self, first: usize, end: usize) -> Option<(Head, usize)> {
        let (first, end) = self.trimmed(first, end)?;
        if self.is_pronoun(first, end) {
            return Some((Head::Pronoun, first));
        }
        if end == first + 1 && self.document.lower(first) == "that"
            || matches!(self.document.lower(first), "neither" | "nobody" | "none" | "whoever")
            || self.document.lower(first) == "no" && self.document.lower(first + 1) == "one"
        {
            return None;
        }
        // "Few spend more than the alliance's recommended share": the owner of what is said.
        if end > first + 4
            && self.lexicon.word(self.document, end - 1).function == Function::Possessive
            && let Some(owner) = (end.saturating_sub(6).max(first + 1)..end - 1)
                .rev()
                .find(|&t| self.lexicon.word(self.document, t).function == Function::Definite)
        {
            return self.head(owner, end - 1);
        }
        // "Ida Holm a spokeswoman for the mill"
        if let Some((i, person)) = self.person_at(first)
            && (person.end as usize) + 1 < end
            && matches!(self.document.lower(person.end as usize), "a" | "an" | "the")
        {
            return Some((Head::Name(i), first));
        }
        let stop = self.segment_end(first, end);
        let head = self.head_noun(first, stop);
        if let Some((i, name)) =
            self.name_with(head).filter(|_| self.person_behind(first, head, end).is_none())
        {
            let one = name.kind == EntityKind::Group && self.is_one_of_a_people(first, head);
            if one || name.kind == EntityKind::Group && self.are_some_of_a_people(first, head) {
                let noun = Some(Noun { class: Class::AnyPerson, gender: None, plural: !one });
                return Some(self.phrase(first, head, noun));
            }
            return Some((Head::Name(i), name.first as usize));
        }
        if let Some((i, at)) = self.name_beside(first, head, stop, end) {
            return Some((Head::Name(i), at));
        }
        let noun = self.lexicon.word(self.document, head).noun;
        if let Some(whose) = self.paper_owner(first, head, end) {
            return whose;
        }
        if noun.is_none()
            && let Some((from, person)) = self.missed_name(first, head)
        {
            let name = Some((from as u32, stop as u32));
            let phrase = Phrase { head: head as u32, noun: person, start: Start::Bare, name };
            return Some((Head::Phrase { first: from, end: stop, phrase }, from));
        }
        Some(self.phrase(first, head, noun))
    }

    /// A source by its noun at `head`.
    pub(super) fn phrase(&self, first: usize, head: usize, noun: Option<Noun>) -> (Head, usize) {
        let phrase = Phrase { head: head as u32, noun, start: self.start(first, head), name: None };
        (Head::Phrase { first, end: head + 1, phrase }, first)
    }

    /// The source without what is no part of it: marks, another spelling in brackets, where it was filed.
    fn trimmed(&self, mut first: usize, mut end: usize) -> Option<(usize, usize)> {
        while first < end && !self.is_word(first) {
            first += 1;
        }
        // "Minister of Ports Ida Holm (王美花)"
        if first + 3 < end
            && self.document.word(end - 1) == ")"
            && let Some(open) = (first + 1..end - 1).rev().take(6).find(|&t| self.document.word(t) == "(")
        {
            end = open;
        }
        if first >= end {
            return None;
        }
        // "LIMA - City commissioners": where it was filed is no part of who says it.
        let upper = |t: usize| self.document.words.case(self.document.tokens[t].word) == Case::Upper;
        let mut dashes = (first + 1..end.min(first + 5))
            .filter(|&t| matches!(self.document.word(t), "-" | "--" | "—" | "–"));
        let dash = dashes
            .next()
            .filter(|&d| d + 1 < end && self.document.tokens[d].gap != Gap::None && (first..d).all(upper));
        Some((dash.map_or(first, |d| d + 1), end))
    }

    /// Whether a source is a pronoun, or whatever a pronoun has a page of: "according to **its** website".
    fn is_pronoun(&self, first: usize, end: usize) -> bool {
        let Some(pronoun) = self.lexicon.word(self.document, first).pronoun else { return false };
        // "WHO officials"
        let acronym = self.document.words.case(self.document.tokens[first].word) == Case::Upper
            && self.document.tokens[first].span.len() > 1;
        // "He Ruolan, an official": a name.
        let named = self.person_at(first).is_some_and(|(_, person)| person.end as usize > first + 1);
        let page = || {
            let word = self.document.lower(end - 1);
            matches!(word, "website" | "site" | "blog" | "webpage" | "account") && end <= first + 4
        };
        !acronym && !named && (!pronoun.possessive || end == first + 1 || page())
    }

    /// The person whose name starts at `first`.
    fn person_at(&self, first: usize) -> Option<(u32, &Name)> {
        let i = self.names.partition_point(|n| (n.first as usize) < first);
        let person = self.names.get(i).filter(|n| n.first as usize == first);
        person.filter(|n| n.kind == EntityKind::Person).map(|n| (i as u32, n))
    }

    /// The name that the token is a part of.
    pub(super) fn name_with(&self, token: usize) -> Option<(u32, &Name)> {
        let i = self.names.partition_point(|n| n.end as usize <= token);
        self.names.get(i).filter(|n| n.first as usize <= token).map(|n| (i as u32, n))
    }

    /// The noun that the first part of a source, up to `stop`, is about.
    fn head_noun(&self, first: usize, stop: usize) -> usize {
        let mut head = stop - 1;
        while head > first && self.document.tokens[head].kind == TokenKind::Quote {
            head -= 1;
        }
        while head > first && self.lexicon.word(self.document, head).function == Function::Possessive {
            head -= 1;
        }
        // "sources familiar with the talks", "a source close to the ministry"
        if self.is_plain(head) && is_behind_noun(self.document.lower(head)) {
            let known = |t: &usize| self.lexicon.word(self.document, *t).noun.is_some();
            let plain = |t: &usize| self.is_plain(*t) || *t == first;
            let back = (first..head).rev().take(3).take_while(plain).find(known);
            head = back.unwrap_or(head);
        }
        head
    }

    fn start(&self, first: usize, head: usize) -> Start {
        let word = self.lexicon.word(self.document, first);
        let owned = word.pronoun.is_some()
            || (first + 1..head)
                .any(|i| self.lexicon.word(self.document, i).function == Function::Possessive);
        match word.function {
            _ if owned => Start::Owned,
            Function::Definite => Start::Definite,
            Function::Indefinite => Start::Indefinite,
            Function::Another => Start::Another,
            _ => Start::Bare,
        }
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        matches!(self.document.tokens[at].kind, TokenKind::Word | TokenKind::Number)
    }
}
