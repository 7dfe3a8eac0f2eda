//! Names that are one though they hold others: an election named by its year ("the **2019 United Kingdom general
//! election**", an event), "**Washington, D.C.**", and companies of partners ("**Marks & Spencer**").
//!
//! An election is one only where a year opens it, a name follows, and nothing but the kind of election stands before the
//! noun: "the 2004 vote in Ohio" is no name. A branch in brackets ("**JD(S)**") and initials without full stops ("**H D
//! Moreno**") belong to their name. Missed: elections named by their month alone, or after a comma
//! ("Ontario general election, 1990").

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon::{self, Class};
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&CAPITAL, &PARTNERS, &BRANCH, &INITIALS, &ELECTION];

const ELECTIONS: &[&str] =
    &["by-election", "by-elections", "election", "elections", "plebiscite", "referendum"];

/// A name between year and noun has at most so many tokens.
const LONGEST: usize = 10;

static CAPITAL: Rule = Rule {
    id: "name.washington-dc",
    says: "Washington and D.C. are one place.",
    fires: &["in [Washington|l], [D.C.|l], and [Orm|l]"],
    spares: &["[Washington|l], [Orm|l]"],
};

static PARTNERS: Rule = Rule {
    id: "name.partners",
    says: "Two names joined by & are one body, unless both are full names of people.",
    fires: &["at [Roe|p] & [Sons GmbH|p] in [Orm|l]"],
    spares: &["[Ana Ruiz|p] & [Paulo Roe|p]"],
};

static BRANCH: Rule = Rule {
    id: "name.branch",
    says: "A few letters in brackets that stand close belong to the name.",
    fires: &["the [VP|o](S) of [Orm|l]"],
    spares: &["the [Veltria Post|o] (VP)"],
};

static INITIALS: Rule = Rule {
    id: "name.initials",
    says: "Initials without full stops open the name behind them.",
    fires: &["minister H D [Moreno|p] left"],
    spares: &["I [Moreno|p]"],
};

static ELECTION: Rule = Rule {
    id: "name.election",
    says: "An election is named by its year and its place.",
    fires: &["He lost the 2019 [Veltria|l] general election in [Orm|l]."],
    spares: &["In 2019 [Veltria|l] held an election.", "after the 2004 vote in [Orm|l]"],
};

/// Joins what is one name; names come and stay in order.
pub(super) fn join_wholes(document: &Document, names: &mut Vec<Name>) {
    join_capital(document, names);
    join_partners(document, names);
    join_branches(document, names);
    join_initials(document, names);
    let mut at = 0;
    let mut wholes: Vec<Name> = Vec::new();
    for i in 0..document.tokens.len() {
        if !is_year(document, i) {
            continue;
        }
        while names.get(at).is_some_and(|name| (name.end as usize) <= i + 1) {
            at += 1;
        }
        let Some(name) = names.get(at) else { break };
        // The name after the year, or one that holds the year already.
        if name.first as usize > i + 1 + usize::from(document.mark(i + 1) == "the") {
            continue;
        }
        if let Some(end) = election_end(document, i + 1).filter(|_| ELECTION.acts(name.span)) {
            let month = i > 0 && document.is(i - 1, Class::Month) && document.tokens[i].gap == Gap::Space;
            let first = i - usize::from(month);
            if wholes.last().is_none_or(|last| last.end as usize <= first) {
                let span = document.span(first, end);
                wholes.push(Name { span, first: first as u32, end: end as u32, kind: EntityKind::Event });
            }
        }
    }
    if wholes.is_empty() {
        return;
    }
    let mut next = 0;
    names.retain(|name| {
        while wholes.get(next).is_some_and(|whole| whole.end <= name.first) {
            next += 1;
        }
        wholes.get(next).is_none_or(|whole| name.end <= whole.first)
    });
    names.extend(wholes);
    names.sort_by_key(|name| name.first);
}

/// "Washington" and "D.C." after a comma or none are one place.
fn join_capital(document: &Document, names: &mut Vec<Name>) {
    let district = |i: usize| i < document.tokens.len() && matches!(document.word(i), "D.C." | "DC" | "D.C");
    // Up to where the name before has taken the tokens.
    let mut taken = 0;
    names.retain_mut(|name| {
        if (name.first as usize) < taken {
            return false;
        }
        let end = name.end as usize;
        let comma = usize::from(end < document.tokens.len() && document.word(end) == ",");
        let at = end + comma;
        let joined = document.slice(name.span) == "Washington"
            && district(at)
            && document.tokens[at].gap != Gap::Block
            && document.tokens[end].gap != Gap::Block
            && CAPITAL.acts(name.span);
        if joined {
            taken = at + 1;
            name.end = taken as u32;
            name.span = document.span(name.first as usize, taken);
            name.kind = EntityKind::Place;
        }
        true
    });
}

/// Two names with nothing but "&" between them are one organization, unless both are persons with two names
/// ("Ana Ruiz & Paulo Roe").
fn join_partners(document: &Document, names: &mut Vec<Name>) {
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        let and = |last: &Name| {
            last.end + 1 == name.first
                && document.word(last.end as usize) == "&"
                && document.tokens[last.end as usize].gap == Gap::Space
                && document.tokens[name.first as usize].gap == Gap::Space
        };
        let full = |name: &Name| name.kind == EntityKind::Person && name.end - name.first > 1;
        match kept.last_mut() {
            Some(last) if and(last) && !(full(last) && full(&name)) && PARTNERS.acts(name.span) => {
                last.end = name.end;
                last.span = document.span(last.first as usize, name.end as usize);
                last.kind = EntityKind::Organization;
            }
            _ => kept.push(name),
        }
    }
    *names = kept;
}

/// "JD(S)", "CPI(M)": a few letters in brackets that stand close belong to the name before them.
fn join_branches(document: &Document, names: &mut Vec<Name>) {
    let close = |i: usize| document.tokens.get(i).is_some_and(|t| t.gap == Gap::None);
    let mut taken = 0;
    names.retain_mut(|name| {
        let end = name.end as usize;
        if name.first < taken {
            return false;
        }
        let branch = (end..end + 3).all(close)
            && document.word(end) == "("
            && document.word(end + 2) == ")"
            && document.tokens[end + 1].span.len() <= 4
            && document.words.case(document.tokens[end + 1].word).has_capital()
            && document.words.case(document.tokens[end - 1].word) == Case::Upper
            && BRANCH.acts(name.span);
        if branch {
            name.end = end as u32 + 3;
            name.span = document.span(name.first as usize, end + 3);
            name.kind = EntityKind::Organization;
            taken = name.end;
        }
        true
    });
}

/// "H D Kumaraswamy": initials without full stops open the name behind them.
fn join_initials(document: &Document, names: &mut [Name]) {
    let mut lowest = 0;
    for name in names {
        let mut first = name.first as usize;
        let initial = |i: usize| {
            let word = document.word(i);
            word.len() == 1
                && word.as_bytes()[0].is_ascii_uppercase()
                && document.tokens[i + 1].gap == Gap::Space
        };
        let surname = document.words.case(document.tokens[first].word) == Case::Title;
        while name.kind == EntityKind::Person && surname && first > lowest && initial(first - 1) {
            first -= 1;
        }
        // "Plan A Ivanov": a letter alone may end a phrase or be an article.
        let opens =
            first == lowest || !document.words.case(document.tokens[first.max(1) - 1].word).has_capital();
        let article = matches!(document.word(first), "A" | "I") && first + 1 == name.first as usize;
        if first < name.first as usize && opens && !article && INITIALS.acts(name.span) {
            name.first = first as u32;
            name.span = document.span(first, name.end as usize);
        }
        lowest = name.end as usize;
    }
}

fn is_year(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    document.tokens[i].kind == TokenKind::Number
        && word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && (word.starts_with('1') || word.starts_with("20"))
}

/// One past the election that starts with the year before `first`.
fn election_end(document: &Document, first: usize) -> Option<usize> {
    let end = document.tokens.len().min(first + LONGEST);
    let mut lower = false;
    for i in first..end {
        let token = &document.tokens[i];
        if token.gap == Gap::Block {
            return None;
        }
        let word = document.lower(i);
        if i > first && ELECTIONS.contains(&word) {
            return Some(i + 1);
        }
        let capital = document.words.case(token.word).has_capital();
        if lexicon::is(word, Class::ElectionKind) || word == "by" {
            lower = true;
        } else if !(capital && !lower
            || word == "-"
            || matches!(word, "of" | "the" | "and" | "'s" | "’s") && !lower)
        {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::Marked;

    /// The names of a text with its names written in, after joining, with their kinds.
    fn joined(marked: &str) -> String {
        let read = Marked::read(marked);
        let document = Document::new(&read.text);
        let (mut names, _) = read.found(&document);
        join_wholes(&document, &mut names);
        let shown = names.iter().map(|name| format!("{}/{:?}", document.slice(name.span), name.kind));
        shown.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn joins_what_is_one_name() {
        for (text, expected) in [
            (
                "He lost the 2019 [Veltria|l] general election in [Orm|l].",
                "2019 Veltria general election/Event; Orm/Place",
            ),
            ("the May 1999 [Upper Veltria|l] by-election", "May 1999 Upper Veltria by-election/Event"),
            ("after the 2004 vote in [Orm|l]", "Orm/Place"),
            ("In 2019 [Veltria|l] held an election.", "Veltria/Place"),
            ("in [Washington|l], [D.C.|l], and [Orm|l]", "Washington, D.C./Place; Orm/Place"),
            ("in [Washington|l] DC", "Washington DC/Place"),
            ("[Washington|l], [Orm|l]", "Washington/Place; Orm/Place"),
            ("at [Roe|p] & [Sons GmbH|p] in [Orm|l]", "Roe & Sons GmbH/Organization; Orm/Place"),
            ("the [VP|o](S) of [Orm|l]", "VP(S)/Organization; Orm/Place"),
            ("the [Veltria Post|o] (VP)", "Veltria Post/Organization"),
            ("minister H D [Moreno|p] left", "H D Moreno/Person"),
            ("I [Moreno|p]", "Moreno/Person"),
            ("[Ana Ruiz|p] & [Paulo Roe|p]", "Ana Ruiz/Person; Paulo Roe/Person"),
        ] {
            assert_eq!(joined(text), expected, "{text}");
        }
    }
}
