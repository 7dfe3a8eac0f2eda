//! What the text calls an entity.
//!
//! Four patterns, each within one sentence:
//! - a title before the name: "Ukrainian President", "Kremlin spokesman", "the EU's new top diplomat"
//! - an apposition after it: "Viktor, 56, a former Soviet army soldier,"
//! - an apposition before it: "Germany's Foreign Minister, Annalena Baerbock,"
//! - a predicate: "Okello is the managing director of the mill"
//!
//! and for places "the southern city of Kherson". Missed: what stands in another sentence, and
//! appositions without a noun of [`noun`](super::noun) in them.

use std::cell::Cell;

use super::noun::{Class, lemma, noun};
use super::{Described, EntityId};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::name::Name;
use crate::span::Span;
use crate::token::{Case, TokenKind};

/// A description has at most so many words.
const LONGEST: usize = 16;

/// Finds everything that the text calls one of the entities, by start.
pub(super) fn describe(document: &Document, names: &[Name], of_name: &[EntityId]) -> Vec<Described> {
    let known = vec![Cell::new(0); document.words.len()];
    let reader = Reader { document, names, known };
    let mut found = Vec::new();
    for (i, (name, &entity)) in names.iter().zip(of_name).enumerate() {
        let sentence = &document.sentences[document.sentence_of(name.first as usize)];
        let (start, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        // "CHICAGO - MAYOR ELLEN BRANDT": the dateline tells nothing of her.
        let start = document.layout.dateline.map_or(start, |line| {
            let behind = document.tokens.partition_point(|t| t.span.start < line.span.end);
            if (start..name.first as usize + 1).contains(&behind) { behind } else { start }
        });
        let spans: [Option<Span>; 2] = match name.kind {
            EntityKind::Person => [
                reader.before(i, start),
                reader.after(name.end as usize, end).or_else(|| reader.predicate(name.end as usize, end)),
            ],
            EntityKind::Place => [reader.place(name, start), None],
            EntityKind::Organization => [None, reader.after(name.end as usize, end)],
            _ => [None, None],
        };
        found.extend(spans.into_iter().flatten().map(|span| Described { span, entity }));
    }
    found
}

struct Reader<'a, 't> {
    document: &'a Document<'t>,
    names: &'a [Name],
    /// What each word type is, once it was asked for: [`KNOWN`] and the flags.
    known: Vec<Cell<u8>>,
}

const KNOWN: u8 = 1;
const ROLE: u8 = 2;
const MODIFIER: u8 = 4;
const BODY: u8 = 8;

impl Reader<'_, '_> {
    /// A title or apposition before the name: "Kremlin spokesman Dmitry Peskov".
    fn before(&self, name: usize, start: usize) -> Option<Span> {
        let first = self.names[name].first as usize;
        let comma = first > start && self.document.word(first - 1) == ",";
        let end = if comma { first - 1 } else { first };
        if end <= start || !self.is_role(end - 1) {
            return None;
        }
        // "the minister, Ivan Petrov, said" but not "the minister, Ivan Petrov and …".
        if comma {
            let after = self.names[name].end as usize;
            let closed = after >= self.document.tokens.len()
                || matches!(self.document.word(after), "," | "." | ";" | ")" | "'s" | "’s");
            if !closed {
                return None;
            }
        }
        let mut names = self.names[..name].iter().rev().peekable();
        let mut at = end - 1;
        while at > start && end - at < LONGEST {
            while names.next_if(|n| n.first as usize >= at).is_some() {}
            if let Some(before) = names.peek().filter(|n| n.end as usize == at) {
                // "President Joe Biden, Senator" is a list, not a title.
                let owner = matches!(self.document.lower(at), "'s" | "'");
                if before.kind == EntityKind::Person && !owner || (before.first as usize) < start {
                    break;
                }
                at = before.first as usize;
                continue;
            }
            let word = self.document.lower(at - 1);
            if !(self.is_role(at - 1)
                || self.is_modifier(at - 1)
                || matches!(word, "'s" | "-")
                || self.is_owner(at - 1))
            {
                break;
            }
            at -= 1;
        }
        // "the Guardian's defense editor": the article belongs to the owner.
        let owner = (at..end).any(|i| matches!(self.document.lower(i), "'s"));
        if owner && at > start && self.document.lower(at - 1) == "the" {
            at -= 1;
        }
        while at < end && matches!(self.document.lower(at), "'s" | "-" | "and") {
            at += 1;
        }
        (at < end && (end - at > 1 || !is_address(self.document.lower(at))))
            .then(|| self.document.span(at, end))
    }

    /// "… the ministry's": a small noun that owns the role.
    fn is_owner(&self, at: usize) -> bool {
        at + 1 < self.document.tokens.len()
            && self.document.lower(at + 1) == "'s"
            && noun(self.document.lower(at)).is_some()
    }

    /// An apposition after the name: "Kaja Kallas, the EU's new top diplomat,".
    fn after(&self, name_end: usize, end: usize) -> Option<Span> {
        let mut at = name_end;
        let open = self.word(at, end)?;
        if !matches!(open, "," | "(" | "–" | "—") {
            return None;
        }
        at += 1;
        if self.document.tokens.get(at)?.kind == TokenKind::Number
            && at + 1 < end
            && self.document.word(at + 1) == ","
        {
            at += 2;
        }
        self.noun_phrase(at, end)
    }

    /// A predicate: "Okello is the managing director of the mill".
    fn predicate(&self, name_end: usize, end: usize) -> Option<Span> {
        if !matches!(self.word(name_end, end)?, "is" | "was" | "became") {
            return None;
        }
        matches!(self.document.lower((name_end + 1).min(end - 1)), "a" | "an" | "the")
            .then(|| self.noun_phrase(name_end + 1, end))?
    }

    /// A noun phrase for a person or body, from `at` to the next comma or clause.
    fn noun_phrase(&self, at: usize, end: usize) -> Option<Span> {
        let first = self.word(at, end)?;
        let starts = matches!(first, "a" | "an" | "the" | "his" | "her" | "its" | "their" | "one")
            || self.document.words.case(self.document.tokens[at].word) != Case::Lower
            || self.is_modifier(at)
            || self.is_role(at);
        if !starts || self.document.tokens[at].kind != TokenKind::Word {
            return None;
        }
        let begin = if matches!(first, "a" | "an") { at + 1 } else { at };
        let mut head = None;
        let mut stop = end.min(at + LONGEST + 1);
        for i in at..stop {
            let word = self.document.lower(i);
            let kind = self.document.tokens[i].kind;
            let closes = matches!(kind, TokenKind::Quote)
                || matches!(word, "," | "." | ";" | ":" | "(" | ")" | "–" | "—" | "!" | "?")
                || matches!(
                    word,
                    "who" | "which" | "whose" | "that" | "said" | "says" | "told" | "where" | "when"
                )
                || i > at
                    && matches!(word, "has" | "had" | "is" | "was" | "were" | "are" | "will" | "and" | "but");
            if closes {
                stop = i;
                break;
            }
            if head.is_none() && (self.is_role(i) || self.is_body(i)) {
                head = Some(i);
            }
            // The head has to stand before what only adds to it: "a member of the committee".
            if head.is_none() && matches!(word, "of" | "in" | "at" | "for" | "from" | "to" | "with" | "by") {
                return None;
            }
        }
        head?;
        // "Dr. Rossi, President Ruiz has said": somebody else, who does something.
        let clause = stop < end
            && matches!(
                self.document.lower(stop),
                "said" | "says" | "told" | "has" | "had" | "is" | "was" | "were" | "are" | "will"
            );
        let closed = stop == end || stop < at + LONGEST + 1;
        (closed && begin < stop && !(clause && self.document.word(at - 1) == ","))
            .then(|| self.document.span(begin, stop))
    }

    /// "the southern Ukrainian city of Kherson"
    fn place(&self, name: &Name, start: usize) -> Option<Span> {
        let of = (name.first as usize).checked_sub(1).filter(|&i| i > start)?;
        if self.document.lower(of) != "of" || !is_place(self.document.lower(of - 1)) {
            return None;
        }
        let mut at = of - 1;
        while at > start && of - at < 6 {
            let word = self.document.lower(at - 1);
            let capital = self.document.words.case(self.document.tokens[at - 1].word) == Case::Title;
            let end = word.len();
            let adjective = end > 3
                && (word.ends_with("ern")
                    || word.ends_with("al")
                    || word.ends_with("ed")
                    || word.ends_with("ing"));
            if !(self.is_modifier(at - 1) || adjective || capital && word != "the" && end > 3) {
                break;
            }
            at -= 1;
        }
        Some(self.document.span(at, of))
    }

    fn word(&self, at: usize, end: usize) -> Option<&str> {
        (at < end).then(|| self.document.lower(at))
    }

    fn is_role(&self, at: usize) -> bool {
        self.flags(at) & ROLE != 0
    }

    fn is_modifier(&self, at: usize) -> bool {
        self.flags(at) & MODIFIER != 0
    }

    fn is_body(&self, at: usize) -> bool {
        self.flags(at) & BODY != 0
    }

    /// What the word at `at` is; each word type is looked up once.
    fn flags(&self, at: usize) -> u8 {
        let known = &self.known[self.document.tokens[at].word.0 as usize];
        if known.get() == 0 {
            let word = self.document.lower(at);
            let body = noun(word).is_some_and(|n| matches!(n.class, Class::Organization | Class::Place));
            let flag = |is: bool, flag: u8| if is { flag } else { 0 };
            known.set(
                KNOWN | flag(is_role(word), ROLE) | flag(is_modifier(word), MODIFIER) | flag(body, BODY),
            );
        }
        known.get()
    }
}

/// A noun or title for what one person does or is: "spokesman", "Sen.".
fn is_role(word: &str) -> bool {
    let known = |w| noun(w).is_some_and(|n| matches!(n.class, Class::Person | Class::AnyPerson) && !n.plural);
    known(word)
        || known(lemma(word))
        || matches!(word, "fellow" | "mr." | "minister" | "envoy")
        || is_address(word)
}

/// A form of address, which alone describes nobody.
fn is_address(word: &str) -> bool {
    matches!(word, "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "miss" | "sir" | "dr" | "dr.")
}

fn is_place(word: &str) -> bool {
    noun(word).is_some_and(|n| n.class == Class::Place)
        || matches!(
            word,
            "peninsula" | "port" | "suburb" | "stronghold" | "hamlet" | "settlement" | "borough"
        )
}

/// Words that stand before a role and belong to it.
fn is_modifier(word: &str) -> bool {
    MODIFIERS.binary_search(&word).is_ok()
        || noun(word).is_some_and(|n| n.class == Class::Organization && !n.plural)
}

const MODIFIERS: &[&str] = &[
    "acting",
    "affairs",
    "assistant",
    "associate",
    "attorney",
    "british",
    "budget",
    "business",
    "chief",
    "communications",
    "conservative",
    "defence",
    "defense",
    "democratic",
    "deputy",
    "economic",
    "education",
    "elect",
    "election",
    "energy",
    "environment",
    "ex",
    "executive",
    "external",
    "fellow",
    "finance",
    "financial",
    "first",
    "football",
    "foreign",
    "former",
    "general",
    "global",
    "health",
    "home",
    "honorary",
    "human",
    "independent",
    "information",
    "intelligence",
    "interim",
    "interior",
    "international",
    "joint",
    "junior",
    "justice",
    "labor",
    "labour",
    "lead",
    "leading",
    "legal",
    "liberal",
    "local",
    "longtime",
    "majority",
    "managing",
    "marketing",
    "medical",
    "minority",
    "national",
    "new",
    "newly",
    "opinion",
    "opposition",
    "outgoing",
    "parliamentary",
    "police",
    "policy",
    "political",
    "presidential",
    "press",
    "prime",
    "principal",
    "provincial",
    "public",
    "rebel",
    "regional",
    "relations",
    "republican",
    "research",
    "retired",
    "rights",
    "ruling",
    "science",
    "security",
    "senior",
    "special",
    "sports",
    "state",
    "then",
    "top",
    "trade",
    "transport",
    "treasury",
    "veteran",
    "vice",
    "world",
    "young",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_in_order() {
        assert!(MODIFIERS.windows(2).all(|w| w[0] < w[1]));
    }
}
