//! Agreement: what one text calls a place in one paragraph is no person in the next.
//!
//! Names written alike get the kind that most of them have; a full name votes for its surname too
//! ("Annalena **Baerbock**"). An acronym in brackets after a name ("NATO Membership Action Plan
//! (**MAP**)") gets the kind of that name throughout. A few names have the kind that the guideline
//! gives them, whatever the sentence says: "the Kremlin" is an organization, "the West" a place.
//! A person's name is found again in lower case, where it mostly has a capital
//! ("zelenskyy argues").
//!
//! Missed: a text that calls two things by one word, "Washington" the man and the town.

use rustc_hash::FxHashMap;

use super::{KINDS, Name};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::token::{Case, Gap, TokenKind};

/// Names whose kind is settled, as they are written.
const SETTLED: &[(&str, EntityKind)] = &[
    ("EU", EntityKind::Organization),
    ("European Union", EntityKind::Organization),
    ("Kremlin", EntityKind::Organization),
    ("NATO", EntityKind::Organization),
    ("Pentagon", EntityKind::Organization),
    ("Soviet Union", EntityKind::Place),
    ("U.K.", EntityKind::Place),
    ("U.S.", EntityKind::Place),
    ("U.S.A.", EntityKind::Place),
    ("UK", EntityKind::Place),
    ("UN", EntityKind::Organization),
    ("US", EntityKind::Place),
    ("USA", EntityKind::Place),
    ("United Nations", EntityKind::Organization),
    ("United States", EntityKind::Place),
    ("West", EntityKind::Place),
    ("White House", EntityKind::Organization),
];

/// Organizations of one word that is nothing else.
const ALWAYS: &[&str] = &["EU", "Kremlin", "NATO", "Pentagon", "UN"];

/// Votes for each of the [`KINDS`].
type Votes = [u32; KINDS.len()];

/// Gives names written alike the same kind.
pub(super) fn agree(document: &Document, names: &mut [Name]) {
    let mut votes: FxHashMap<&str, Votes> = FxHashMap::default();
    for name in names.iter() {
        let kind = place_of(name.kind);
        votes.entry(document.slice(name.span)).or_default()[kind] += 1;
        if name.kind == EntityKind::Person && name.end - name.first > 1 {
            votes.entry(document.word(name.end as usize - 1)).or_default()[kind] += 1;
        }
    }
    for name in names.iter_mut() {
        if let Some(votes) = votes.get(document.slice(name.span)) {
            let own = votes[place_of(name.kind)];
            // The first of the kinds with most votes.
            let (most, best) = (0..KINDS.len()).rev().map(|k| (votes[k], k)).max().unwrap_or_default();
            if most > own {
                name.kind = KINDS[best];
            }
        }
    }
    let mut acronyms: FxHashMap<&str, EntityKind> = FxHashMap::default();
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
        if let Some(&kind) = acronyms.get(words) {
            name.kind = kind;
        }
        if let Ok(i) = SETTLED.binary_search_by_key(&words, |(settled, _)| settled) {
            name.kind = SETTLED[i].1;
        }
    }
}

/// Adds what the model passed over: persons' names in lower case, "the West", and [`ALWAYS`]. `common` tells whether a token is known as a word in lower case.
pub(super) fn find_again(document: &Document, common: impl Fn(usize) -> bool, names: &mut Vec<Name>) {
    // How often a word ends a person's name, and how often it stands in lower case.
    let mut known: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
    for name in names.iter() {
        let last = name.end as usize - 1;
        if name.kind == EntityKind::Person {
            known.entry(document.lower(last)).or_default().0 += 1;
        }
    }
    for (i, token) in document.tokens.iter().enumerate() {
        if document.words.case(token.word) == Case::Lower
            && let Some((_, lower)) = known.get_mut(document.lower(i))
        {
            *lower += 1;
        }
    }
    let mut added = Vec::new();
    let mut next = 0;
    for i in 0..document.tokens.len() {
        while names.get(next).is_some_and(|name| name.end as usize <= i) {
            next += 1;
        }
        let covered = names.get(next).is_some_and(|name| name.first as usize <= i);
        let token = &document.tokens[i];
        if covered || token.kind != TokenKind::Word || token.span.len() < 2 {
            continue;
        }
        let kind = match document.words.case(token.word) {
            Case::Lower if common(i) || token.span.len() < 4 => None,
            Case::Lower => known
                .get(document.lower(i))
                .filter(|(named, lower)| lower < named)
                .map(|_| EntityKind::Person),
            Case::Title if document.word(i) == "West" && i > 0 && document.lower(i - 1) == "the" => {
                stands_alone(document, i).then_some(EntityKind::Place)
            }
            Case::Title | Case::Upper if ALWAYS.contains(&document.word(i)) => {
                stands_alone(document, i).then_some(EntityKind::Organization)
            }
            _ => None,
        };
        if let Some(kind) = kind {
            added.push(Name { span: token.span, first: i as u32, end: i as u32 + 1, kind });
        }
    }
    if !added.is_empty() {
        names.append(&mut added);
        names.sort_unstable_by_key(|name| name.first);
    }
}

/// Whether no neighbour in the block has a capital but "The".
fn stands_alone(document: &Document, i: usize) -> bool {
    let capital = |j: usize| {
        matches!(document.words.case(document.tokens[j].word), Case::Title | Case::Upper | Case::Mixed)
    };
    let before =
        i == 0 || document.tokens[i].gap == Gap::Block || !capital(i - 1) || document.lower(i - 1) == "the";
    let after = document.tokens.get(i + 1).is_none_or(|t| t.gap == Gap::Block) || !capital(i + 1);
    before && after
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
mod tests {
    use super::*;

    #[test]
    fn settled_names_are_sorted() {
        assert!(SETTLED.is_sorted_by_key(|(name, _)| *name));
    }

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
}
