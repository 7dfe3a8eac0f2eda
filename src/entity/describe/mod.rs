//! What the text calls an entity.
//!
//! Each pattern lies within one sentence:
//! - a title before the name: "Ukrainian President", "Kremlin spokesman", "the EU's new top diplomat"
//! - an apposition after it: "Viktor, 56, a former Soviet army soldier,", "Okello, who was a driver,"
//! - an apposition before it: "Germany's Foreign Minister, Annalena Baerbock,", "the head of the mill,
//!   Tariq Okello,"
//! - a predicate: "Okello is the managing director of the mill"
//! - for bodies, "the aid group Vimo", "Vimo, a maker of clocks,"; for places, "the southern city of
//!   Kherson", "Preston, a suburb of Melbourne,".
//!
//! [`rank`] says how telling each is; the most telling one becomes the description. Missed: what stands
//! in another sentence, and appositions whose head is no noun of [`noun`](super::noun).

mod after;
mod before;
mod rank;
#[cfg(test)]
mod tests;

use std::cell::Cell;

use super::{Described, EntityId};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon;
use crate::lexicon::noun::{Class, lemma, noun};
use crate::name::Name;
use crate::rule::Rule;
use crate::span::Span;
use crate::token::Case;

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&TITLE, &APPOSITION, &PREDICATE, &BODY_BEFORE, &PLACE_OF];

/// A description has at most so many words.
const LONGEST: usize = 16;

/// How a description stands to the name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pattern {
    /// A title or an apposition.
    Beside,
    /// "X is a …"
    Predicate,
}

pub(super) static TITLE: Rule = Rule {
    id: "entity.title",
    says: "The words before a person whose head is a role say who they are.",
    fires: &["Kremlin spokesman [Dmitry Peskov|p] spoke."],
    spares: &["Two friends saw [Dmitry Peskov|p]."],
};

pub(super) static APPOSITION: Rule = Rule {
    id: "entity.apposition",
    says: "A noun phrase between commas behind a name says what it is.",
    fires: &["[Ana Ruiz|p], the head of the mill, spoke."],
    spares: &["[Ana Ruiz|p], the next day, spoke."],
};

pub(super) static PREDICATE: Rule = Rule {
    id: "entity.predicate",
    says: "What somebody is, behind a form of be, says who they are.",
    fires: &["[Okello|p] is the managing director of the mill."],
    spares: &["[Okello|p] is the best of the mill."],
};

pub(super) static BODY_BEFORE: Rule = Rule {
    id: "entity.body-before",
    says: "A noun for a body before a name says what it is.",
    fires: &["the armed group [Vimo|o] left."],
    spares: &["the aid for [Vimo|o] left."],
};

pub(super) static PLACE_OF: Rule = Rule {
    id: "entity.place-of",
    says: "A noun for a place before of and the name says what it is.",
    fires: &["the southern city of [Kelm|l] fell."],
    spares: &["the capital of [Kelm|l] fell."],
};

/// Finds everything that the text calls one of the entities, by start.
pub(super) fn describe(document: &Document, names: &[Name], of_name: &[EntityId]) -> Vec<Described> {
    let known = vec![Cell::new(0); document.words.len()];
    let reader = Reader { document, names, known };
    let mut found: Vec<Described> = Vec::new();
    for (i, (name, &entity)) in names.iter().zip(of_name).enumerate() {
        let sentence = &document.sentences[document.sentence_of(name.first as usize)];
        let (start, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        // "CHICAGO - MAYOR ELLEN BRANDT": the dateline tells nothing of her.
        let start = document.layout.dateline.map_or(start, |line| {
            let behind = document.tokens.partition_point(|t| t.span.start < line.span.end);
            if (start..name.first as usize + 1).contains(&behind) { behind } else { start }
        });
        let name_end = name.end as usize;
        let by = |span: Option<Span>, rule: &'static Rule| span.filter(|&span| rule.acts(span));
        let beside = |span: Option<Span>, rule| by(span, rule).map(|span| (span, Pattern::Beside));
        let predicate = |head: Head| {
            let span = by(reader.predicate(name_end, start, end, head), &PREDICATE);
            span.map(|span| (span, Pattern::Predicate))
        };
        let after = |head: Head| beside(reader.after(name_end, end, head), &APPOSITION);
        let spans = match name.kind {
            EntityKind::Person => {
                [beside(reader.before(i, start), &TITLE), after(Head::Role).or_else(|| predicate(Head::Role))]
            }
            EntityKind::Place => [beside(reader.place(name, start), &PLACE_OF), after(Head::Place)],
            EntityKind::Organization => [
                beside(reader.before_body(i, start), &BODY_BEFORE),
                after(Head::Body).or_else(|| predicate(Head::Body)),
            ],
            _ => [None, None],
        };
        found.extend(spans.into_iter().flatten().map(|(span, pattern)| Described {
            span,
            entity,
            rank: reader.rank(span, pattern, name.kind),
        }));
    }
    // "Ana Ruiz, head of the mill, Tariq Okello, …": words describe one of the two, the nearest before.
    found.sort_by_key(|d| (d.span.start, d.span.end));
    found.dedup_by_key(|d| d.span);
    found
}

/// What the head of a phrase has to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    /// "minister"
    Role,
    /// "agency"
    Body,
    /// "suburb"
    Place,
}

struct Reader<'a, 't> {
    document: &'a Document<'t>,
    names: &'a [Name],
    /// What each word type is, once it was asked for: [`KNOWN`] and the flags.
    known: Vec<Cell<u16>>,
}

const KNOWN: u16 = 1;
const ROLE: u16 = 2;
const MODIFIER: u16 = 4;
const BODY: u16 = 8;
const PLACE: u16 = 16;
const ADDRESS: u16 = 32;
const CLOSER: u16 = 64;
const LINK: u16 = 128;
const VERB: u16 = 256;

impl Reader<'_, '_> {
    /// The lower-case word at `at`, if that lies before `end`.
    fn word(&self, at: usize, end: usize) -> Option<&str> {
        (at < end).then(|| self.document.lower(at))
    }

    fn is(&self, at: usize, flag: u16) -> bool {
        self.flags(at) & flag != 0
    }

    fn is_head(&self, at: usize, head: Head) -> bool {
        match head {
            Head::Role => self.is(at, ROLE) && !self.is(at, ADDRESS),
            Head::Body => self.is(at, BODY),
            Head::Place => self.is(at, PLACE),
        }
    }

    fn case(&self, at: usize) -> Case {
        self.document.words.case(self.document.tokens[at].word)
    }

    /// What the word at `at` is; each word type is looked up once.
    fn flags(&self, at: usize) -> u16 {
        let known = &self.known[self.document.tokens[at].word.0 as usize];
        if known.get() == 0 {
            known.set(KNOWN | flags_of(self.document.lower(at)));
        }
        known.get()
    }
}

fn flags_of(word: &str) -> u16 {
    // "Sen." as "senator"
    let found = noun(word).or_else(|| {
        let whole = lemma(word);
        if whole == word { None } else { noun(whole).filter(|_| !word.trim_end_matches('.').ends_with('s')) }
    });
    let class = found.filter(|n| !n.plural).map(|n| n.class);
    let address = is_address(word);
    let role = matches!(class, Some(Class::Person | Class::AnyPerson)) || address;
    let body =
        class == Some(Class::Organization) || matches!(word, "maker" | "militia" | "airline" | "insurer");
    let modifier = class == Some(Class::Organization) || lexicon::is(word, lexicon::Class::RoleModifier);
    let flag = |is: bool, flag: u16| if is { flag } else { 0 };
    flag(role, ROLE)
        | flag(modifier, MODIFIER)
        | flag(body, BODY)
        | flag(class == Some(Class::Place) || is_place(word), PLACE)
        | flag(address, ADDRESS)
        | flag(is_closer(word), CLOSER)
        | flag(is_link(word), LINK)
        | flag(is_verb(word), VERB)
}

/// A form of address, which alone describes nobody.
fn is_address(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::Address)
}

fn is_place(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::Terrain)
}

/// Words that end a noun phrase, with a clause or adverbial behind them.
fn is_closer(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "(" | ")" | "[" | "]" | "–" | "—" | "--" | "!" | "?" | "…" | "|")
        || word.starts_with("..")
        || lexicon::is(word, lexicon::Class::PhraseEnd)
}

/// What ties one noun phrase to another: "head **of** the mill".
fn is_link(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::PhraseLink)
}

/// Words that no noun phrase has.
fn is_verb(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::NoNoun)
}
