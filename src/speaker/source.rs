//! Which words of a source say who it is: in "Kremlin spokesman Dmitry Peskov" the name, in
//! "Ukrainian soldiers fighting insurgents" the noun "soldiers", in "Moscow and Kiev" the first.

use super::lexicon::{Function, Lexicon, Person, is_behind_noun, is_when};
use super::mention::{Phrase, Start};
use crate::annotation::{EntityKind, Style};
use crate::document::Document;
use crate::entity::noun::{Class, Noun};
use crate::name::Name;
use crate::quote::Quote;
use crate::token::{Case, Gap, TokenKind};

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
        let end = document.tokens.partition_point(|t| t.span.start < span.end);
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
    fn head(&self, mut first: usize, mut end: usize) -> Option<(Head, usize)> {
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
        let dash = (first + 1..end.min(first + 5))
            .find(|&t| matches!(self.document.word(t), "-" | "--" | "—" | "–"));
        if let Some(dash) = dash.filter(|&d| {
            d + 1 < end
                && self.document.tokens[d].gap != Gap::None
                && (first..d).all(|t| self.document.words.case(self.document.tokens[t].word) == Case::Upper)
        }) {
            first = dash + 1;
        }
        let word = self.lexicon.word(self.document, first);
        // "WHO officials"
        let acronym = self.document.words.case(self.document.tokens[first].word) == Case::Upper
            && self.document.tokens[first].span.len() > 1;
        if !acronym && word.pronoun.is_some_and(|p| !p.possessive || end == first + 1) {
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
        let stop = self.segment_end(first, end);
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
        let name_with = |token: usize| {
            let i = self.names.partition_point(|n| n.end as usize <= token);
            self.names.get(i).filter(|n| n.first as usize <= token).map(|n| (i, n))
        };
        // "the Port of Lima chair Ida Holm"
        if let Some((i, name)) = name_with(end - 1)
            && name.kind == EntityKind::Person
            && (name.first as usize) > head
            && self.is_plain(name.first as usize - 1)
            && let Some(noun) = self.lexicon.word(self.document, name.first as usize - 1).noun
            && noun.class == Class::Person
            && !noun.plural
            && !(first..name.first as usize)
                .any(|t| self.document.word(t) == "," || self.document.lower(t) == "and")
        {
            return Some((Head::Name(i as u32), name.first as usize));
        }
        if let Some((i, name)) = name_with(head) {
            let one = name.kind == EntityKind::Group && self.is_one_of_a_people(first, head);
            if one || name.kind == EntityKind::Group && self.are_some_of_a_people(first, head) {
                let noun = Some(Noun { class: Class::AnyPerson, gender: None, plural: !one });
                let phrase = Phrase { head: head as u32, noun, start: self.start(first, head), name: None };
                return Some((Head::Phrase { first, end: head + 1, phrase }, first));
            }
            return Some((Head::Name(i as u32), name.first as usize));
        }
        // "the Interfax news agency" is Interfax.
        if let Some((i, at)) = self.name_of_outlet(first, head) {
            return Some((Head::Name(i), at));
        }
        // "Three judges - Ida Holm, Paul Berg and Ann Lee -": none of them alone.
        let several = self.lexicon.word(self.document, head).noun.is_some_and(|n| n.plural);
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
            let titled_behind = self.is_title_after_comma(at, first);
            let behind = |t: usize| done.is_none_or(|done| t < done);
            let apposition = (matches!(self.document.lower(at - 1), "," | "named" | "called")
                || titled_behind && !list)
                && behind(at);
            let last = name.end as usize == end
                && self.is_word(at - 1)
                && self.lexicon.word(self.document, at - 1).function == Function::Content
                && self.lexicon.word(self.document, at - 1).noun.is_some();
            // "the Director of Public Prosecutions (NPA) Ida Holm"
            let titled = name.end as usize == end
                && !self.is_possessed(at)
                && (first..at).all(|t| {
                    let verb = self.lexicon.word(self.document, t).verb && !self.is_capital(t);
                    self.document.word(t) != "," && !verb
                })
                && (first..at).any(|t| {
                    let noun = self.lexicon.word(self.document, t).noun;
                    noun.is_some_and(|n| n.class == Class::Person && !n.plural)
                });
            // "one of the largest hospitals in the city, the Holm Hospital"
            let one_of = name.kind == EntityKind::Organization
                && self.document.lower(first) == "one"
                && at >= first + 2
                && self.document.lower(at - 1) == "the"
                && self.document.word(at - 2) == ",";
            if name.kind == EntityKind::Person && !several && (apposition || last || titled) || one_of {
                return Some((Head::Name(i as u32), at));
            }
        }
        let noun = self.lexicon.word(self.document, head).noun;
        // "The envoy, Ida Holm, who has led the talks, urged …": the name behind the source.
        let one = noun.is_some_and(|n| n.class == Class::Person && !n.plural);
        if (one || self.document.lower(first) == "one")
            && let Some((i, at)) = self.apposed_name(end)
        {
            return Some((Head::Name(i), at));
        }
        // "records released by the clerk's office": it is the office that says so.
        if noun.is_some_and(|n| n.class == Class::Document)
            && let Some(by) =
                (head + 1..end.min(head + 4)).find(|&t| matches!(self.document.lower(t), "by" | "from"))
            && by + 1 < end
        {
            return self.head(by + 1, end);
        }
        // "a Holm University poll"
        if noun.is_some_and(|n| n.class == Class::Document)
            && head > first
            && let Some((i, name)) = name_with(head - 1)
            && name.kind == EntityKind::Organization
        {
            return Some((Head::Name(i as u32), name.first as usize));
        }
        // "police reports": it is the police who say so, but "media reports" are nobody's.
        if noun.is_some_and(|n| n.class == Class::Document)
            && head > first
            && let Some(body) = self.lexicon.word(self.document, head - 1).noun
            && !matches!(self.document.lower(head - 1), "media" | "press" | "news")
            && (matches!(body.class, Class::Organization | Class::People) || body.plural)
        {
            let phrase =
                Phrase { head: head as u32 - 1, noun: Some(body), start: Start::Definite, name: None };
            return Some((Head::Phrase { first, end: head, phrase }, first));
        }
        if noun.is_none()
            && let Some((from, person)) = self.missed_name(first, head)
        {
            let phrase = Phrase {
                head: head as u32,
                noun: person,
                start: Start::Bare,
                name: Some((from as u32, stop as u32)),
            };
            return Some((Head::Phrase { first: from, end: stop, phrase }, from));
        }
        let start = self.start(first, head);
        let phrase = Phrase { head: head as u32, noun, start, name: None };
        Some((Head::Phrase { first, end: head + 1, phrase }, first))
    }

    /// Where the first part of a source ends: before a comma, "and", "of", "who".
    fn segment_end(&self, first: usize, end: usize) -> usize {
        let mut name = self.names.partition_point(|n| n.end as usize <= first);
        let mut at = first;
        while at < end {
            // "the Directorate of Resources (DR) chief Ida Holm": an abbreviation in brackets ends nothing.
            if at > first && self.document.word(at) == "(" {
                let close = (at + 1..end.min(at + 5)).find(|&t| self.document.word(t) == ")");
                let goes_on = |c: &usize| {
                    *c + 1 < end
                        && self.is_word(*c + 1)
                        && self.lexicon.word(self.document, *c + 1).function == Function::Content
                        && !is_when(self.document.lower(*c + 1))
                };
                match close.filter(goes_on) {
                    Some(close) => at = close + 1,
                    None => return at,
                }
                continue;
            }
            // "investment and research firm"
            if at > first
                && self.lexicon.word(self.document, at).function == Function::Coordinator
                && at + 2 < end
                && (at - 1..at + 2).all(|t| t == at || self.is_plain(t))
                && (at - 1..at + 2).all(|t| {
                    let noun = self.lexicon.word(self.document, t).noun;
                    noun.is_none_or(|n| {
                        n.class == Class::Document && t > at && t + 1 < end && self.is_plain(t + 1)
                    })
                })
            {
                at += 1;
                continue;
            }
            // "U.S. and Canadian officials"
            if at > first
                && self.lexicon.word(self.document, at).function == Function::Coordinator
                && let Some(noun) = self.shared_noun(at, end)
            {
                at = noun;
                continue;
            }
            if let Some(n) = self.names.get(name).filter(|n| n.first as usize <= at) {
                at = (n.end as usize).max(at + 1);
                name += 1;
                continue;
            }
            let word = self.lexicon.word(self.document, at);
            let relative = word.pronoun.is_some_and(|p| p.person == Person::Relative);
            // "Ukraine last week"
            let when = is_when(self.document.lower(at))
                && at > first
                && self.lexicon.word(self.document, at - 1).function != Function::Definite;
            // "the “lifelong student”", "Three Court of Appeal judges"
            let inside = self.document.tokens[at].kind == TokenKind::Quote
                || self.document.lower(at) == "of" && at > first && at + 1 < end && self.is_title_of(at);
            // " - " stands for a dash.
            let dash = self.document.word(at) == "-"
                && self.document.tokens[at].gap != Gap::None
                && self.document.tokens.get(at + 1).is_some_and(|t| t.gap != Gap::None);
            let stops = at > first
                && !inside
                && (when
                    || dash
                    || matches!(
                        word.function,
                        Function::Preposition
                            | Function::Coordinator
                            | Function::Clause
                            | Function::Auxiliary
                    )
                    || relative && !word.pronoun.is_some_and(|p| p.possessive)
                    || !self.is_word(at) && !matches!(self.document.word(at), "-" | "’" | "'" | "%")
                    || word.verb && self.lexicon.word(self.document, at - 1).noun.is_some());
            if stops {
                return at;
            }
            at += 1;
        }
        end
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
