//! What the whole text says of a name: a company has sales, staff and shares and is an "it" ("**Zentrix** said it would hire
//! 300 people. Its shares rose"), a person is a "she", however like a place the name is ("**Georgia Wells** said she").
//!
//! Evidence is counted for each way of writing a name of one word, wherever it stands, and what is said of it once holds
//! everywhere. Names of two words are persons where the first may be a first name and a pronoun, an age, kin or the surname
//! of somebody else says so. Missed: what only the world knows.

use super::Name;
use super::age::age_after;
use super::calendar::is_trade;
use super::head::kind_of_head;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::hash::{TextMap, TextSet};
use crate::lexicon;
use crate::lexicon::given::gender_of_given;
use crate::lexicon::noun::{Class, noun};
use crate::rule::Rule;

use crate::token::{Case, Gap, TokenKind};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&WIDE, &TOLD, &COMPANY, &COMPANY_PLACE];

/// What counts as enough for a company.
const ENOUGH: i32 = 2;

static WIDE: Rule = Rule {
    id: "name.place-with-surname-and-age",
    says: "A first name taken for a place, with a surname and an age behind, is a person.",
    fires: &["[Sydney|l] Banks, 24, left."],
    spares: &["[Sydney|l] Banks rose."],
};

static TOLD: Rule = Rule {
    id: "name.told-person",
    says: "A pronoun, an age, kin or a surname of the text says that a first name and a surname are a person's.",
    fires: &["[Virginia Wells|l] said she would go.", "[Jordan Pike|l] and his wife [Ana Pike|p] left."],
    spares: &["[Virginia Wells|l] said it would go.", "He lives in [Lincoln Park|l], who left."],
};

static COMPANY: Rule = Rule {
    id: "name.told-company",
    says: "What has shares, staff or sales is a company, though it was taken for a person.",
    fires: &["[Novalune|p] said its sales doubled. [Novalune|p]'s shares rose."],
    spares: &["[Ana Novalune|p] left. [Novalune|p] said sales doubled."],
};

static COMPANY_PLACE: Rule = Rule {
    id: "name.told-company-not-place",
    says: "What has shares or a chief executive is a company, though it was taken for a place or thing.",
    fires: &["Shares of [Ostara|l] fell. [Ostara|l] said its profit fell."],
    spares: &["Rain fell in [Ostara|l]. It was cold."],
};

/// Gives names the kind that the text tells. `country` tells whether tokens name a country.
pub(super) fn tell_natures(document: &Document, country: impl Fn(usize, usize) -> bool, names: &mut [Name]) {
    widen_persons(document, names);
    tell_persons(document, names);
    tell_companies(document, country, names);
}

/// "Sydney Banks, 24,": the surname behind a first name that was taken for a place.
fn widen_persons(document: &Document, names: &mut [Name]) {
    let limits: Vec<u32> = names.iter().skip(1).map(|n| n.first).chain([u32::MAX]).collect();
    for (name, limit) in names.iter_mut().zip(limits) {
        let end = name.end as usize;
        if name.kind != EntityKind::Place
            || name.end != name.first + 1
            || name.end >= limit
            || !may_be_given(document.lower(end - 1))
        {
            continue;
        }
        let surname = document.tokens.get(end).is_some_and(|token| {
            token.gap == Gap::Space
                && token.kind == TokenKind::Word
                && document.words.case(token.word) == Case::Title
        });
        let wide = Name { end: name.end + 1, ..name.clone() };
        if surname && age_after(document, &wide).is_some() && WIDE.acts(name.span) {
            let span = document.span(name.first as usize, end + 1);
            *name = Name { span, kind: EntityKind::Person, ..wide };
        }
    }
}

/// First names, those that are places too, and some that the list of names has not.
fn may_be_given(word: &str) -> bool {
    gender_of_given(word).is_some() || lexicon::is(word, lexicon::Class::GivenPlace)
}

/// "Virginia Wells said she", "Jordan Pike, Israel Pike and Chad Pike"
fn tell_persons(document: &Document, names: &mut [Name]) {
    let mut surnames: TextSet<&str> = TextSet::default();
    for name in names.iter().filter(|n| n.kind == EntityKind::Person && n.end == n.first + 2) {
        surnames.insert(document.lower(name.end as usize - 1));
    }
    let mut told: TextSet<&str> = TextSet::default();
    for i in 0..names.len() {
        let name = &names[i];
        let (first, end) = (name.first as usize, name.end as usize);
        let may = end == first + 2
            && matches!(
                name.kind,
                EntityKind::Place | EntityKind::Organization | EntityKind::Other | EntityKind::Product
            )
            && may_be_given(document.lower(first))
            && (first..end).all(|i| document.words.case(document.tokens[i].word) == Case::Title);
        if !may {
            continue;
        }
        let beside = |other: Option<&Name>, from: u32, to: u32| {
            other.is_some_and(|other| {
                other.kind == EntityKind::Person
                    && other.end - other.first == 2
                    && to == from + 1
                    && matches!(document.lower(from as usize), "and" | ",")
            })
        };
        let before = i.checked_sub(1).map(|at| &names[at]);
        let after = names.get(i + 1);
        let joined = beside(after, name.end, after.map_or(0, |n| n.first))
            && (document.lower(end) == "and" || kind_of_head(document, name).is_none())
            || beside(before, before.map_or(0, |n| n.end), name.first)
                && kind_of_head(document, name).is_none();
        let kin = (first.saturating_sub(3)..first).any(|at| is_kin(document.lower(at)))
            || document.word(end) == ","
                && (end + 1..end + 4)
                    .any(|at| document.tokens.get(at).is_some_and(|_| is_kin(document.lower(at))))
            || document.lower(end) == "and"
                && matches!(document.lower(end + 1), "her" | "his")
                && is_kin(document.lower(end + 2));
        let same = surnames.contains(document.lower(end - 1));
        if same || kin || joined || is_he_or_she(document, end) || age_after(document, name).is_some() {
            told.insert(document.slice(name.span));
        }
    }
    // "in Lincoln Park" is a place all the same.
    let somewhere = |first: u32| {
        first > 0
            && matches!(
                document.lower(first as usize - 1),
                "in" | "at" | "near" | "to" | "from" | "through" | "outside"
            )
    };
    for name in names.iter_mut() {
        if told.contains(document.slice(name.span))
            && !(name.kind == EntityKind::Place && somewhere(name.first))
            && name.kind != EntityKind::Person
            && TOLD.acts(name.span)
        {
            name.kind = EntityKind::Person;
        }
    }
}

fn is_kin(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::CloseKin)
}

/// Whether what stands behind a name says so: "said she", "told police he", ", who", "and her husband", "who said he".
fn is_he_or_she(document: &Document, end: usize) -> bool {
    let lower = |i: usize| document.lower(i);
    let spoke = |word: &str| lexicon::is(word, lexicon::Class::Spoke);
    let he = |word: &str| matches!(word, "he" | "she" | "his" | "her" | "him" | "himself" | "herself");
    if document.word(end) == "," && lower(end + 1) == "who" {
        return true;
    }
    // "said in Virginia that she", "told police on Monday he"
    let stretch = end + 1..(end + 8).min(document.tokens.len());
    spoke(lower(end))
        && stretch
            .take_while(|&i| {
                !matches!(document.word(i), "." | ";" | "\"" | "“" | "”")
                    && document.tokens[i].gap < Gap::Block
            })
            .take_while(|&i| i == end + 1 || !matches!(lower(i - 1), "that") || he(lower(i)))
            .any(|i| he(lower(i)))
}

/// What the text says of names of one word.
#[derive(Clone, Copy, Default)]
pub(super) struct Evidence {
    pub(super) company: i32,
    /// What only a company or body has: shares, a chief executive.
    sure: bool,
    pub(super) person: i32,
}

impl Evidence {
    fn add(&mut self, points: i32, sure: bool) {
        self.company += points;
        self.sure |= sure;
    }
}

/// "Novalune said sales doubled", "Shares of Ostara fell", "Merrick, the drugmaker"
fn tell_companies(document: &Document, country: impl Fn(usize, usize) -> bool, names: &mut [Name]) {
    let mut of_word: TextMap<&str, Evidence> = TextMap::default();
    for name in names.iter() {
        let last = name.end as usize - 1;
        if name.kind == EntityKind::Person && name.end - name.first > 1 {
            of_word.entry(document.word(last)).or_default().person += 9;
            of_word.entry(document.word(name.first as usize)).or_default().person += 9;
        }
        if name.end != name.first + 1
            || !matches!(
                name.kind,
                EntityKind::Person | EntityKind::Place | EntityKind::Other | EntityKind::Product
            )
        {
            continue;
        }
        let found = evidence(document, name);
        let all = of_word.entry(document.word(last)).or_default();
        all.company += found.company;
        all.person += found.person;
        all.sure |= found.sure;
    }
    for name in names.iter_mut().filter(|name| name.end == name.first + 1) {
        let Some(found) = of_word.get(document.word(name.first as usize)) else { continue };
        let company = found.company >= ENOUGH && found.company > 2 * found.person;
        match name.kind {
            EntityKind::Person if company && COMPANY.acts(name.span) => name.kind = EntityKind::Organization,
            EntityKind::Place | EntityKind::Other | EntityKind::Product
                if company
                    && found.sure
                    && !country(name.first as usize, name.end as usize)
                    && !is_where(document, name)
                    && COMPANY_PLACE.acts(name.span) =>
            {
                name.kind = EntityKind::Organization;
            }
            _ => {}
        }
    }
}

/// "in Halden", "north of Halden"
pub(super) fn is_where(document: &Document, name: &Name) -> bool {
    let before = |back: usize| (name.first as usize).checked_sub(back).map_or("", |i| document.lower(i));
    matches!(before(1), "in" | "near" | "around" | "outside" | "across" | "towards" | "toward")
        || before(1) == "of"
            && matches!(before(2), "north" | "south" | "east" | "west" | "city" | "town" | "village")
}

/// What one mention says.
pub(super) fn evidence(document: &Document, name: &Name) -> Evidence {
    let (first, end) = (name.first as usize, name.end as usize);
    let near = |i: usize| document.tokens.get(i).is_some_and(|token| token.gap < Gap::Block);
    let lower = |i: usize| if near(i) { document.lower(i) } else { "" };
    let before = |back: usize| match first.checked_sub(back) {
        Some(at) if document.tokens[at + 1].gap < Gap::Block => document.lower(at),
        _ => "",
    };
    let mut found = Evidence::default();
    // "Vexley's shares", "Kessler's chief executive"
    if matches!(lower(end), "'s" | "’s") {
        let at = end
            + 1
            + usize::from(matches!(
                lower(end + 1),
                "own" | "new" | "former" | "annual" | "quarterly" | "net" | "latest"
            ));
        if is_owned(lower(at)) || lower(at) == "chief" && lower(at + 1) == "executive" {
            found.add(3, true);
        }
    }
    // "Shares of Ostara", "the chief executive of Corvane", "employees at Solvane"
    if matches!(before(1), "of" | "in" | "at" | "by" | "for") {
        let executive =
            before(2) == "executive" && before(3) == "chief" || matches!(before(2), "ceo" | "cfo");
        let share = matches!(before(2), "shares" | "shareholders" | "stock" | "stake" | "investors")
            && matches!(before(1), "of" | "in");
        let staff = matches!(before(2), "employees" | "staff" | "customers" | "workers")
            && matches!(before(1), "of" | "at");
        if executive || share {
            found.add(3, true);
        } else if staff {
            found.add(2, false);
        }
    }
    // "Merrick, the drugmaker", "Orden, a maker of bicycles", "Halden, which employs"
    // "based in California, the supplier" tells of somebody else, and so does "Elkins, W. Va., which".
    let told = name.kind != EntityKind::Place
        || !matches!(before(1), "in" | "of" | "at" | "from" | "to" | "near" | ",");
    if document.word(end) == "," && told {
        let article = matches!(lower(end + 1), "the" | "a" | "an");
        let phrase = (end + 2..end + 7).take_while(|&i| {
            near(i)
                && document.tokens[i].kind == TokenKind::Word
                && !matches!(lower(i), "of" | "who" | "in" | "at" | "and" | "for" | "that")
        });
        let head = phrase.last().filter(|_| article).map_or("", lower);
        if is_trade(head) {
            found.add(3, true);
        }
        if lower(end + 1) == "which" {
            let verb = matches!(
                lower(end + 2),
                "employs" | "makes" | "sells" | "owns" | "operates" | "manufactures" | "produces" | "runs"
            );
            found.add(if verb { 3 } else { 1 }, verb);
        }
        if matches!(lower(end + 1), "who" | "whose") {
            found.person += i32::from(lower(end + 1) == "who") * 3;
            return found;
        }
    }
    // "the drugmaker Merrick"
    if is_trade(before(1))
        && before(2) != "'s"
        && document.words.case(document.tokens[first - 1].word) == Case::Lower
    {
        found.add(2, true);
    }
    let spoke = matches!(
        lower(end),
        "said" | "says" | "added" | "announced" | "expects" | "warned" | "reported" | "confirmed"
    );
    if spoke {
        let mut at = end + 1;
        if lower(at) == "on" {
            at += 2;
        }
        if lower(at) == "that" {
            at += 1;
        }
        match lower(at) {
            // "Corvane said she had": of the woman just named, where it has a chief executive
            "he" | "she" | "his" | "her" => found.person += 1,
            "i" => found.person += 1,
            "its" => found.company += 2,
            "it" => {
                // "it was time", "it would be wrong" speak of nothing.
                let rest: Vec<&str> = (at + 1..at + 14)
                    .take_while(|&i| near(i) && document.word(i) != ".")
                    .map(lower)
                    .collect();
                let acts = rest.iter().take(5).any(|word| is_deed(word));
                let own = rest.iter().any(|word| matches!(*word, "its" | "itself"));
                found.company += 2 * i32::from(acts) + i32::from(own && acts);
            }
            word if is_business_talk(word) || is_business_talk(lower(at + 1)) => found.company += 2,
            _ => {}
        }
        // "Zentrix said …. Its shares rose"
        let sentence = &document.sentences[document.sentence_of(first)];
        let next = sentence.tokens.end as usize;
        if lower(next) == "its" && is_owned(lower(next + 1)) {
            found.add(3, true);
        }
        if matches!(lower(end), "reported" | "announced") && is_business_talk(lower(end + 2)) {
            found.company += 2;
        }
    }
    // "Kessler makes trains", "Tallis posted a loss"
    if matches!(lower(end), "makes" | "employs" | "manufactures") {
        found.company += 2;
    }
    if matches!(lower(end), "posted" | "reported") && (end + 1..end + 5).any(|i| is_business_talk(lower(i))) {
        found.company += 2;
    }
    let title = lexicon::is(before(1), lexicon::Class::PersonTitle)
        || noun(before(1)).is_some_and(|n| n.class == Class::Person && !n.plural);
    found.person += 3 * i32::from(title || age_after(document, name).is_some());
    found
}

/// What a company has.
fn is_owned(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::Owned)
}

/// What a company does, and a person hardly.
fn is_deed(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::Deed)
}

/// What companies speak of.
fn is_business_talk(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::Business)
}
