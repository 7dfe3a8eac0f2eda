//! Agreement: what one text calls a place in one paragraph is no person in the next.
//!
//! Names written alike get the kind that most of them have; a full name votes for its surname too
//! ("Annalena **Baerbock**"), and so does what stands beside a name ("Mr. Roth", "Roth, 56,", "the city
//! of Roth"). A name's head says what it is ("Digital Security **Act**"). An acronym in brackets after a
//! name ("NATO Membership Action Plan (**MAP**)") gets the kind of that name throughout. A few names
//! have the kind that the guideline gives them, whatever the sentence says: "the Kremlin" is an
//! organization, "the West" a place. Two names that were taken for one are parted ("Republican Ana
//! Ruiz").
//!
//! Missed: a text that calls two things by one word, "Washington" the man and the town.

use crate::hash::TextMap;
use crate::lexicon;

use super::beside::{is_speaking, kind_beside};
use super::head::kind_of_head;
use super::known::{SETTLED, SIDES};
use super::{KINDS, Name};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon::given::gender_of_given;
use crate::lexicon::noun::{Class, noun};
use crate::rule::Rule;
use crate::token::{Case, Gap};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[
    &SMALL_END,
    &SIDE_OF,
    &TWO_BODIES,
    &TWO_PEOPLE,
    &SIDE,
    &NOUN_OF,
    &TWO_PLACES,
    &MAJORITY,
    &SURNAME,
    &FULL,
    &HEAD,
    &ACRONYM,
    &IS_SETTLED,
];

/// What the names of a text say of one way of writing.
#[derive(Clone, Copy, Default)]
struct Votes {
    /// For each of the [`KINDS`].
    kinds: [u32; KINDS.len()],
    /// How many people have it as their surname.
    surname: u32,
    /// How many people have it as their first name.
    given: u32,
}

/// What a word beside a name counts for: as much as so many names.
const EVIDENCE: u32 = 3;

static SMALL_END: Rule = Rule {
    id: "name.small-end",
    says: "A small word that ends the name of a body or place belongs to it.",
    fires: &["the [EU|o] council met", "the [Crimean|g] peninsula"],
    spares: &["the [EU|o] meeting", "the [Crimean|g] peninsula of old"],
};

static SIDE_OF: Rule = Rule {
    id: "name.side-of",
    says: "A party and whom it is from are two names.",
    fires: &["[Republican of Iowa|o]"],
    spares: &["[Republican Party|o]"],
};

static TWO_BODIES: Rule = Rule {
    id: "name.two-bodies",
    says: "Two bodies joined by and are two names.",
    fires: &["[Porto University and Harbor Institute|o]"],
    spares: &["[Porto Arts and Harbor Institute|o]"],
};

static TWO_PEOPLE: Rule = Rule {
    id: "name.two-people",
    says: "Two people of the text are two names in a headline.",
    fires: &["[Ana Ruiz Endorses Paulo Roe|p]\n\n[Ana Ruiz|p] met [Paulo Roe|p]."],
    spares: &["[Ana Ruiz Maria Paulo Roe|p] left."],
};

static SIDE: Rule = Rule {
    id: "name.side",
    says: "A party or people before somebody's name is a name of its own.",
    fires: &["[Republican Ana Ruiz|o] spoke."],
    spares: &["[Republican National Committee|o]"],
};

static NOUN_OF: Rule = Rule {
    id: "name.place-noun-of",
    says: "A place and what holds it are two names.",
    fires: &["[Ukrainian peninsula of Crimea|l]"],
    spares: &["[Bay of Fundy|l]"],
};

static TWO_PLACES: Rule = Rule {
    id: "name.two-places",
    says: "Two places joined by and are two names.",
    fires: &["[Wall Street and Main Street|l]"],
    spares: &["[Trinidad and Tobago|l]"],
};

static MAJORITY: Rule = Rule {
    id: "name.majority",
    says: "Names written alike have the kind that most of them have.",
    fires: &["[Roth|l] rose. [Roth|l] fell. [Roth|o] sat."],
    spares: &["[Roth|l] rose. [Roth|o] sat."],
};

static SURNAME: Rule = Rule {
    id: "name.surname",
    says: "A single name that is the surname of somebody in the text is theirs.",
    fires: &["[Ana Roth|p] met [Roth|o]."],
    spares: &["[Ana Roth|p] met [Roe|o]."],
};

static FULL: Rule = Rule {
    id: "name.by-surname",
    says: "Who has a first name, and a surname that is a person's elsewhere, is a person.",
    fires: &["[MARY Roth|o] won. [Roth|p] said so. [Roth|p] left."],
    spares: &["[MARY Roth|o] won. [Roth|l] fell."],
};

static HEAD: Rule = Rule {
    id: "name.head",
    says: "The head of a name says what it is.",
    fires: &["the [Digital Security Act|o]"],
    spares: &["[Veronica Lake|p] left."],
};

static ACRONYM: Rule = Rule {
    id: "name.acronym",
    says: "An acronym in brackets is of the kind of the name before.",
    fires: &["the [Roth Action Plan|x] ([RAP|o])"],
    spares: &["[Ana Ruiz|p] ([ZDF|o])"],
};

static IS_SETTLED: Rule = Rule {
    id: "name.settled",
    says: "Some names are what they are in every text.",
    fires: &["[Kremlin|l] officials"],
    spares: &["[Kelm|l] officials"],
};

/// Gives names written alike the same kind.
pub(super) fn agree(document: &Document, names: &mut Vec<Name>) {
    extend(document, names);
    let votes = count_votes(document, names);
    part(document, &votes, names);
    for name in names.iter_mut() {
        if let Some(votes) = votes.get(document.slice(name.span)) {
            let own = votes.kinds[place_of(name.kind)];
            // The first of the kinds with most votes.
            let (most, best) = (0..KINDS.len()).rev().map(|k| (votes.kinds[k], k)).max().unwrap_or_default();
            if most > own && MAJORITY.acts(name.span) {
                name.kind = KINDS[best];
            }
            // "Gerald Ford" and "Ford", "Gerald"
            let person = match name.kind {
                EntityKind::Organization => votes.surname > 0,
                EntityKind::Product | EntityKind::Event | EntityKind::Other => {
                    votes.surname + votes.given > 0
                }
                // "Monica French … French said"
                EntityKind::Group => votes.surname > 0 && is_speaking(document, name),
                _ => false,
            };
            if person && name.end == name.first + 1 && SURNAME.acts(name.span) {
                name.kind = EntityKind::Person;
            }
        }
        // "MARY Roth … Roth said": whoever is a person by the surname alone.
        if name.end == name.first + 2
            && matches!(name.kind, EntityKind::Organization | EntityKind::Product | EntityKind::Other)
            && gender_of_given(document.lower(name.first as usize)).is_some()
            && votes.get(document.slice(document.tokens[name.end as usize - 1].span)).is_some_and(|surname| {
                let persons = surname.kinds[place_of(EntityKind::Person)];
                persons > 1 && surname.kinds.iter().all(|&other| other <= persons)
            })
            && FULL.acts(name.span)
        {
            name.kind = EntityKind::Person;
        }
        if let Some(kind) = kind_of_head(document, name)
            && kind != name.kind
            && yields(document, name, kind)
            && HEAD.acts(name.span)
        {
            name.kind = kind;
        }
    }
    let mut acronyms: TextMap<&str, EntityKind> = TextMap::default();
    for pair in names.windows(2) {
        let [long, short] = pair else { continue };
        if short.first == long.end + 1
            && short.end - short.first == 1
            && document.word(long.end as usize) == "("
            && abbreviates(document.slice(short.span), document.slice(long.span))
        {
            acronyms.entry(document.slice(short.span)).or_insert(long.kind);
        }
    }
    for name in names.iter_mut() {
        let words = document.slice(name.span);
        if let Some(&kind) = acronyms.get(words)
            && kind != name.kind
            && ACRONYM.acts(name.span)
        {
            name.kind = kind;
        }
        if let Ok(i) = SETTLED.binary_search_by_key(&words, |(settled, _)| settled)
            && SETTLED[i].1 != name.kind
            && IS_SETTLED.acts(name.span)
        {
            name.kind = SETTLED[i].1;
        }
    }
}

/// Takes in the small words that end a name: "EU **council**", "Brookings **institution**", "Crimean
/// **peninsula**".
fn extend(document: &Document, names: &mut [Name]) {
    let limits: Vec<u32> = names.iter().skip(1).map(|n| n.first).chain([u32::MAX]).collect();
    for (name, limit) in names.iter_mut().zip(limits) {
        let mut end = name.end as usize;
        let near =
            |i: usize| (i as u32) < limit && document.tokens.get(i).is_some_and(|t| t.gap <= Gap::Line);
        if !near(end) {
            continue;
        }
        let kind = match name.kind {
            EntityKind::Organization => {
                if near(end + 1) && matches!(document.word(end), "security" | "general" | "human") {
                    end += 1;
                    if near(end + 1) && document.word(end) == "rights" {
                        end += 1;
                    }
                }
                matches!(
                    document.word(end),
                    "assembly" | "commission" | "council" | "institution" | "institute" | "parliament"
                )
                .then_some(EntityKind::Organization)
            }
            EntityKind::Place | EntityKind::Group => (document.word(end) == "peninsula"
                && document.tokens.get(end + 1).is_none_or(|_| document.word(end + 1) != "of"))
            .then_some(EntityKind::Place),
            _ => None,
        };
        if let Some(kind) = kind.filter(|_| SMALL_END.acts(name.span)) {
            let end = end + 1;
            *name = Name { end: end as u32, span: document.span(name.first as usize, end), kind, ..*name };
        }
    }
}

/// What the names of a text say of each way of writing one.
fn count_votes<'t>(document: &Document<'t>, names: &[Name]) -> TextMap<&'t str, Votes> {
    let mut votes: TextMap<&str, Votes> = TextMap::default();
    for name in names {
        let kind = place_of(name.kind);
        let own = votes.entry(document.slice(name.span)).or_default();
        own.kinds[kind] += 1;
        if let Some(kind) = kind_beside(document, name) {
            own.kinds[place_of(kind)] += EVIDENCE;
        }
        if name.kind == EntityKind::Person && name.end - name.first > 1 {
            let surname = votes.entry(document.word(name.end as usize - 1)).or_default();
            surname.kinds[kind] += 1;
            surname.surname += 1;
            votes.entry(document.word(name.first as usize)).or_default().given += 1;
        }
    }
    votes
}

/// Whether a name's kind yields to what its head says.
fn yields(document: &Document, name: &Name, kind: EntityKind) -> bool {
    match name.kind {
        EntityKind::Group => false,
        // "Veronica Lake", but "Henry County"
        EntityKind::Person => {
            matches!(document.lower(name.end as usize - 1), "county" | "township" | "twp" | "twp.")
                || name.end - name.first > 2
                || gender_of_given(document.lower(name.first as usize)).is_none()
        }
        // "Riot Games", "Wall Street"
        EntityKind::Organization => {
            let last = document.lower(name.end as usize - 1);
            !matches!(last, "games" | "bay" | "valley" | "street" | "convention" | "accord" | "framework")
                || kind == EntityKind::Organization
        }
        _ => true,
    }
}

/// The common noun in "Ukrainian peninsula of Crimea".
fn common_noun(document: &Document, first: usize, end: usize) -> Option<usize> {
    (first + 1..end.saturating_sub(2)).find(|&i| {
        document.lower(i + 1) == "of"
            && document.words.case(document.tokens[i].word) == Case::Lower
            && (document.lower(i) == "peninsula"
                || noun(document.lower(i)).is_some_and(|n| n.class == Class::Place))
    })
}

/// Parts two names that were taken for one: "Republican Ana Ruiz", "Maryland and Delaware".
fn part(document: &Document, votes: &TextMap<&str, Votes>, names: &mut Vec<Name>) {
    let is = |first: usize, end: usize, kind: EntityKind| {
        votes.get(document.slice(document.span(first, end))).is_some_and(|v| v.kinds[place_of(kind)] > 0)
    };
    let mut parts: Vec<Name> = Vec::new();
    for name in names.iter_mut().filter(|n| n.end - n.first > 2) {
        let (first, end) = (name.first as usize, name.end as usize);
        let (cut, next, left, right) = match name.kind {
            EntityKind::Person | EntityKind::Organization => {
                // "Republican of Iowa"
                if SIDES.contains(&document.word(first))
                    && document.lower(first + 1) == "of"
                    && SIDE_OF.acts(name.span)
                {
                    parts.push(Name {
                        first: first as u32 + 2,
                        span: document.span(first + 2, end),
                        kind: EntityKind::Place,
                        ..*name
                    });
                    *name = Name {
                        end: first as u32 + 1,
                        span: document.span(first, first + 1),
                        kind: EntityKind::Group,
                        ..*name
                    };
                    continue;
                }
                // "Porto University and Harbor Institute"
                let body = |first: usize, end: usize| {
                    let part = Name { first: first as u32, end: end as u32, ..*name };
                    kind_of_head(document, &part) == Some(EntityKind::Organization)
                };
                let and = (first + 1..end - 1).find(|&i| document.lower(i) == "and");
                if name.kind == EntityKind::Organization
                    && let Some(and) = and.filter(|&and| body(first, and) && body(and + 1, end))
                    && TWO_BODIES.acts(name.span)
                {
                    parts.push(Name { first: and as u32 + 1, span: document.span(and + 1, end), ..*name });
                    *name = Name { end: and as u32, span: document.span(first, and), ..*name };
                    continue;
                }
                // "Ana Ruiz Endorses Paulo Roe"
                if name.kind == EntityKind::Person
                    && end - first > 3
                    && is(first, first + 2, EntityKind::Person)
                    && is(end - 2, end, EntityKind::Person)
                    && TWO_PEOPLE.acts(name.span)
                {
                    let cut = first + 2;
                    parts.push(Name { first: end as u32 - 2, span: document.span(end - 2, end), ..*name });
                    *name = Name { end: cut as u32, span: document.span(first, cut), ..*name };
                    continue;
                }
                let side = SIDES.contains(&document.word(first))
                    || name.kind == EntityKind::Person && is(first, first + 1, EntityKind::Group);
                let person = name.kind == EntityKind::Person || end - first == 3;
                let given = || gender_of_given(document.lower(first + 1)).is_some();
                if !(side && person && given() && SIDE.acts(name.span)) {
                    continue;
                }
                (first + 1, first + 1, EntityKind::Group, EntityKind::Person)
            }
            EntityKind::Place
                if let Some(noun) = common_noun(document, first, end)
                    && NOUN_OF.acts(name.span) =>
            {
                let left = if noun == first + 1 { EntityKind::Group } else { EntityKind::Place };
                (noun, noun + 2, left, EntityKind::Place)
            }
            EntityKind::Place => {
                let Some(and) = (first + 1..end - 1).find(|&i| document.lower(i) == "and") else { continue };
                // "Wall Street and Main Street"
                let place = |first: usize, end: usize| {
                    let part = Name { first: first as u32, end: end as u32, ..*name };
                    kind_of_head(document, &part) == Some(EntityKind::Place)
                        || end - first > 1 && document.is(end - 1, lexicon::Class::RoadEnd)
                };
                let two = place(first, and) && place(and + 1, end);
                let known = is(first, and, EntityKind::Place) || is(and + 1, end, EntityKind::Place);
                if !(two || known) || !TWO_PLACES.acts(name.span) {
                    continue;
                }
                (and, and + 1, EntityKind::Place, EntityKind::Place)
            }
            _ => continue,
        };
        parts.push(Name { first: next as u32, end: end as u32, span: document.span(next, end), kind: right });
        *name = Name { first: first as u32, end: cut as u32, span: document.span(first, cut), kind: left };
    }
    if !parts.is_empty() {
        names.append(&mut parts);
        names.sort_unstable_by_key(|name| name.first);
    }
}

fn place_of(kind: EntityKind) -> usize {
    KINDS.iter().position(|k| *k == kind).unwrap_or(0)
}

/// Whether the letters of `short` are capitals of `long`, in this order, the first the first.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut capitals = long.chars().filter(|c| c.is_uppercase());
    let mut letters = short.chars().filter(|c| c.is_alphabetic());
    letters.next() == long.chars().next() && {
        capitals.next();
        letters.all(|letter| capitals.any(|c| c == letter))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::notation::Marked;

    #[test]
    fn abbreviations() {
        for (short, long, expected) in [
            ("MAP", "Membership Action Plan", true),
            ("NEMA", "National Environment Management Authority", true),
            ("UN", "United Nations", true),
            ("AFP", "Membership Action Plan", false),
            ("PM", "Membership Action Plan", false),
        ] {
            assert_eq!(abbreviates(short, long), expected, "{short} {long}");
        }
    }

    #[test]
    fn names_agree() {
        for (marked, expected) in [
            ("[Ana Roth|p] met [Roth|o]. [Roth|o] left.", "Ana Roth/p; Roth/p; Roth/p"),
            ("[MARY Roth|o] spoke. [Roth|p] left. [Roth|p] sang.", "MARY Roth/p; Roth/p; Roth/p"),
            ("[Ana Roth|p] met Mr. [Roth|o].", "Ana Roth/p; Roth/p"),
            ("[Roth|o], 56, left.", "Roth/p"),
            ("[Roth|p] left the city of [Roth|l].", "Roth/l; Roth/l"),
            ("the [Digital Ports Act|o] ([DPA|o]); the [DPA|o]", "Digital Ports Act/x; DPA/x; DPA/x"),
            (
                "[Roth Tower|p], [Lake Roth|o], [Veronica Lake|p]",
                "Roth Tower/l; Lake Roth/l; Veronica Lake/p",
            ),
            (
                "[Republican Ana Roth|p]; [Democrat Ana Roth|o]",
                "Republican/g; Ana Roth/p; Democrat/g; Ana Roth/p",
            ),
            (
                "[Peru|l]; [Peru and Chile|l]; [Bosnia and Herzegovina|l]",
                "Peru/l; Peru/l; Chile/l; Bosnia and Herzegovina/l",
            ),
            ("the [Kremlin|l], [NATO|l], the [West|o]", "Kremlin/o; NATO/o; West/l"),
            ("the [Republican of Iowa|o]", "Republican/g; Iowa/l"),
            ("the [Ukrainian peninsula of Crimea|l]", "Ukrainian/g; Crimea/l"),
            ("the [EU|o] council, the [UN|o] security council", "EU council/o; UN security council/o"),
            ("the [Crimean|g] peninsula", "Crimean peninsula/l"),
            ("the [EU|o]. council", "EU/o"),
            (
                "[Ana Roth Endorses Eva Roe|p]\n\n[Ana Roth|p] and [Eva Roe|p]",
                "Ana Roth/p; Eva Roe/p; Ana Roth/p; Eva Roe/p",
            ),
            ("[Ana Roth|p] and [Ana|x]; Sen. [Roe|o]; [Ana Roe|o]", "Ana Roth/p; Ana/p; Roe/p; Ana Roe/p"),
            ("[Porto University and Harbor Institute|o]", "Porto University/o; Harbor Institute/o"),
        ] {
            let read = Marked::read(marked);
            let document = Document::new(&read.text);
            let (mut names, _) = read.found(&document);
            agree(&document, &mut names);
            assert_eq!(shown(&document, &names), expected, "{marked}");
        }
    }

    /// Each name with the first letter of its kind.
    pub(in crate::name) fn shown(document: &Document, names: &[Name]) -> String {
        let letter = |kind| match kind {
            EntityKind::Person => 'p',
            EntityKind::Organization => 'o',
            EntityKind::Place => 'l',
            EntityKind::Group => 'g',
            _ => 'x',
        };
        let shown = names.iter().map(|n| format!("{}/{}", document.slice(n.span), letter(n.kind)));
        shown.collect::<Vec<_>>().join("; ")
    }
}
