//! Days and months that are part of a name: "**Friday Okon** said", "**Monday Eze**, 31", "Mrs **Blessing Friday**",
//! "**August House**, the publisher".
//!
//! A weekday is somebody's name where no word of time leads it and an age, a verb of saying or another name of the person
//! stands by; a month is one before a capitalised word where nothing says when. Missed: names that could be dates as well
//! ("On Sunday Bello spoke").

use super::Name;
use super::head::kind_of_head;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::hash::TextSet;
use crate::lexicon;
use crate::lexicon::noun::{Class, noun};
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&GIVEN_DAY, &SURNAME_DAY, &BRAND_DAY];

fn is_day(word: &str) -> bool {
    lexicon::find(word).any(lexicon::DAYS)
}

fn is_weekday(word: &str) -> bool {
    lexicon::find(word).is(lexicon::Class::Weekday)
}

/// Whether a month is a word or a name as well: "may", "June".
fn is_also_word(word: &str) -> bool {
    lexicon::find(word).is(lexicon::Class::MonthToo)
}

static GIVEN_DAY: Rule = Rule {
    id: "name.day-as-given-name",
    says: "A weekday or month is somebody's first name where no word of time leads it and the person speaks or has an age.",
    fires: &["[Okon|p] left. As Monday Eze, 31, put it, Friday Okon said so."],
    spares: &["On Sunday Okon said so."],
};

static SURNAME_DAY: Rule = Rule {
    id: "name.day-as-surname",
    says: "A day behind a title and a name is a surname.",
    fires: &["Mrs [Blessing|p] Friday, a trader, left."],
    spares: &["[Ana Ruiz|p] left Friday, a trader said."],
};

static BRAND_DAY: Rule = Rule {
    id: "name.day-in-brand",
    says: "A month or day opens a firm's name where what follows tells of a firm.",
    fires: &["April Foods, the publisher, fell."],
    spares: &["April Showers, the song, fell."],
};

/// Takes days and months into the names that they are part of.
pub(super) fn take_days(document: &Document, common: impl Fn(usize) -> bool, names: &mut Vec<Name>) {
    let day: Vec<bool> = document.words.map(|lower, case| case == Case::Title && is_day(lower));
    if !day.contains(&true) {
        return;
    }
    let mut surnames: TextSet<&str> = TextSet::default();
    for name in names.iter().filter(|name| name.kind == EntityKind::Person) {
        surnames.insert(document.lower(name.end as usize - 1));
    }
    let mut added: Vec<Name> = Vec::new();
    for i in 0..document.tokens.len() {
        if !day[document.tokens[i].word.index()] {
            continue;
        }
        let at = names.partition_point(|name| name.end as usize <= i);
        let covered = names.get(at).is_some_and(|name| name.first as usize <= i);
        if covered || added.last().is_some_and(|name: &Name| name.end as usize > i) {
            continue;
        }
        let read = Day { document, names, surnames: &surnames, common: &common, i };
        let given = read.as_given().filter(|name| GIVEN_DAY.acts(name.span));
        let surname = || read.as_surname(at).filter(|name| SURNAME_DAY.acts(name.span));
        let brand = || read.as_brand().filter(|name| BRAND_DAY.acts(name.span));
        if let Some(name) = given.or_else(surname).or_else(brand) {
            added.push(name);
        }
    }
    for name in added {
        let from = names.partition_point(|other| other.end <= name.first);
        let until = from + names[from..].iter().take_while(|other| other.first < name.end).count();
        names.splice(from..until, [name]);
    }
}

/// A day or month at a token that no name holds.
struct Day<'a, 't, F: Fn(usize) -> bool> {
    document: &'a Document<'t>,
    names: &'a [Name],
    surnames: &'a TextSet<&'t str>,
    common: F,
    i: usize,
}

impl<F: Fn(usize) -> bool> Day<'_, '_, F> {
    fn name(&self, first: usize, end: usize, kind: EntityKind) -> Name {
        Name { span: self.document.span(first, end), first: first as u32, end: end as u32, kind }
    }

    fn title(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|token| {
            token.gap == Gap::Space
                && token.kind == TokenKind::Word
                && matches!(self.document.words.case(token.word), Case::Title | Case::Mixed)
        })
    }

    fn lower(&self, i: usize) -> &str {
        self.document.lower(i)
    }

    fn before(&self, back: usize) -> &str {
        match self.i.checked_sub(back) {
            Some(at) if self.document.tokens[at + 1].gap != Gap::Block => self.document.lower(at),
            _ => "",
        }
    }

    /// Whether no word of time leads it.
    fn is_free(&self) -> bool {
        !lexicon::is(self.before(1), lexicon::Class::LeadsDate) && !self.before(1).ends_with("day")
    }

    /// "Friday Okon said", "as Monday Eze, 31,"
    fn as_given(&self) -> Option<Name> {
        let i = self.i;
        if !is_weekday(self.lower(i)) && !is_also_word(self.lower(i))
            || !self.title(i + 1)
            || self.title(i + 2)
        {
            return None;
        }
        let and =
            self.before(1) == "and" && self.document.tokens[i].gap == Gap::Space && self.name_ends(i - 1);
        if !(self.is_free() || and || self.before(1) == "and" && self.before(2) == ",")
            || noun(self.lower(i + 1)).is_some()
            || (self.common)(i + 1)
        {
            return None;
        }
        let end = i + 2;
        let number = |at: usize| {
            self.document.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() < 4)
        };
        let aged = self.document.word(end) == ","
            && number(end + 1)
            && matches!(self.document.word(end + 2), "," | "." | "");
        let spoke = lexicon::is(self.lower(end), lexicon::Class::DidSo);
        // The surname stands in the text by itself, too: "Okon said".
        let known = self.names.iter().any(|name| {
            name.kind == EntityKind::Person
                && name.first as usize != i + 1
                && name.end == name.first + 1
                && self.document.lower(name.first as usize) == self.document.lower(i + 1)
        });
        let opens = self.before(1).is_empty()
            || matches!(
                self.before(1),
                "." | "\"" | "”" | "as" | "," | "and" | ":" | "mr" | "mr." | "mrs" | "mrs."
            );
        let surname = self.surnames.contains(self.document.lower(i + 1));
        // "said May Lin left": a month that is a first name far more often there
        let spoke = spoke || is_also_word(self.lower(i)) && matches!(self.before(1), "said" | "says");
        let surname = surname || is_also_word(self.lower(i)) && matches!(self.before(1), "said" | "says");
        let person = aged || opens && (spoke && (surname || is_weekday(self.lower(i)) || known) || known);
        person.then(|| self.name(i, end, EntityKind::Person))
    }

    fn name_ends(&self, at: usize) -> bool {
        self.names.iter().any(|name| name.end as usize == at && name.kind == EntityKind::Person)
    }

    /// "Mrs Blessing Friday, a trader", and "March said" where Augusta March is named
    fn as_surname(&self, at: usize) -> Option<Name> {
        let i = self.i;
        let speaks =
            matches!(self.lower(i + 1), "said" | "says" | "told" | "added" | "who" | "wrote" | "denied");
        if speaks && self.surnames.contains(self.lower(i)) && self.is_free() {
            return Some(self.name(i, i + 1, EntityKind::Person));
        }
        let gap = self.document.tokens[i].gap == Gap::Space;
        let title = |word: &str| lexicon::is(word, lexicon::Class::FullTitle);
        let ends = matches!(self.document.word(i + 1), "," | "said" | "says" | "told" | "'s" | "who");
        let last = at.checked_sub(1).map(|last| &self.names[last]).filter(|last| last.end as usize == i);
        if let Some(last) = last.filter(|last| gap && last.kind == EntityKind::Person) {
            let titled = last.first > 0 && title(self.document.lower(last.first as usize - 1));
            let first = self.document.lower(last.first as usize);
            let start = last.first as usize + usize::from(title(first));
            return ((titled || title(first)) && ends && last.end - last.first < 3 && start < i)
                .then(|| self.name(start, i + 1, EntityKind::Person));
        }
        let given = gap && self.title(i - usize::from(i > 0)) && title(self.before(2)) && ends;
        given.then(|| self.name(i - 1, i + 1, EntityKind::Person))
    }

    /// "August House, the publisher", "April Foods fell", "the Sunday Ledger said"
    fn as_brand(&self) -> Option<Name> {
        let i = self.i;
        if !self.title(i + 1) {
            return None;
        }
        let mut end = i + 2;
        while end < i + 4 && self.title(end) {
            end += 1;
        }
        let date = is_day(self.lower(i + 1))
            || self.document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number);
        let the = self.before(1) == "the" && !lexicon::is(self.before(2), lexicon::Class::LeadsDate);
        let opens = self.before(1).is_empty()
            || matches!(self.before(1), "." | "\"" | "”" | ":" | "said" | "at" | "for" | "with")
            || the;
        if date || !opens {
            return None;
        }
        let name = self.name(i, end, EntityKind::Organization);
        // "the publisher" behind a comma, or a head of a body's name
        let comma = self.document.word(end) == ",";
        let apposed = (end + 1..end + 5).take(4).find_map(|at| noun(self.document.lower(at)));
        let told = comma
            && matches!(self.lower(end + 1), "the" | "a" | "an" | "which")
            && (self.lower(end + 1) == "which"
                || apposed.is_some_and(|n| n.class == Class::Organization)
                || is_maker(self.document, end + 2));
        let head = kind_of_head(self.document, &name) == Some(EntityKind::Organization)
            || is_business(self.lower(end - 1));
        (told || head).then_some(name)
    }
}

/// "the drugmaker", "a publisher of maps"
pub(super) fn is_maker(document: &Document, at: usize) -> bool {
    (at..at + 3).any(|i| is_trade(document.lower(i)))
}

/// A noun for a firm by its trade.
pub(super) fn is_trade(word: &str) -> bool {
    word.len() > 6
        && (word.ends_with("maker")
            && !matches!(
                word,
                "lawmaker"
                    | "peacemaker"
                    | "filmmaker"
                    | "matchmaker"
                    | "playmaker"
                    | "policymaker"
                    | "troublemaker"
                    | "dressmaker"
            )
            || word.ends_with("builder") && word.len() > 8)
        || lexicon::is(word, lexicon::Class::Trade)
}

/// The last word of a firm's or paper's name.
fn is_business(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::FirmEnd)
}
