//! What the words beside a name say that it is: "Mr. Roth", "Roth, 56,", "the city of Roth", "Judy Law said".
//!
//! Missed: what stands further away, and titles that the lists do not have.

use super::Name;
use super::age::age_after;
use super::head::kind_of_head;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon;
use crate::lexicon::given::gender_of_given;
use crate::lexicon::noun::{Class, noun};
use crate::token::{Case, Gap};

/// What the words beside a name say that it is: "Mr. Roth", "Roth, 56,", "the city of Roth".
pub(super) fn kind_beside(document: &Document, name: &Name) -> Option<EntityKind> {
    let first = name.first as usize;
    let before = |n: usize| first.checked_sub(n).map_or("", |i| document.lower(i));
    match before(1) {
        word if lexicon::is(word, lexicon::Class::CivilTitle) => {
            return Some(EntityKind::Person);
        }
        "of" if lexicon::is(before(2), lexicon::Class::Settled) => {
            return Some(EntityKind::Place);
        }
        _ => {}
    }
    (age_after(document, name).is_some() || is_full_name(document, name) || has_office(document, name))
        .then_some(EntityKind::Person)
}

/// Whether what an organization or a thing of two words is called tells of a person: "Linda Daily, director for", "Judy Law said".
fn has_office(document: &Document, name: &Name) -> bool {
    let (first, end) = (name.first as usize, name.end as usize);
    let thing = matches!(name.kind, EntityKind::Organization | EntityKind::Product | EntityKind::Other);
    let lower = |i: usize| {
        document
            .tokens
            .get(i)
            .is_some_and(|t| document.words.case(t.word) == Case::Lower && t.gap == Gap::Space)
    };
    // "…, director for", "…, a deputy director of"
    let office = || (end + 1..end + 4).take_while(|&i| lower(i)).find_map(|i| noun(document.lower(i)));
    thing
        && end == first + 2
        && is_given(document.lower(first))
        && (is_speaking(document, name)
            || document.word(end) == "," && office().is_some_and(|n| n.class == Class::Person && !n.plural))
}

/// Whether an organization of two words is rather a person, "Rand Paul": a first name that is nothing else,
/// and a word that no body's name ends in.
fn is_full_name(document: &Document, name: &Name) -> bool {
    let (first, last) = (name.first as usize, name.first as usize + 1);
    name.kind == EntityKind::Organization
        && name.end == name.first + 2
        && [first, last].iter().all(|&i| document.words.case(document.tokens[i].word) == Case::Title)
        && is_given(document.lower(first))
        && noun(document.lower(last)).is_none()
        && kind_of_head(document, name).is_none()
}

/// Whether a word is a first name, and no place.
fn is_given(word: &str) -> bool {
    !lexicon::is(word, lexicon::Class::GivenPlace) && gender_of_given(word).is_some()
}

/// Whether a name without an article says something, as one person would.
pub(super) fn is_speaking(document: &Document, name: &Name) -> bool {
    let before = (name.first as usize).checked_sub(1).map_or("", |i| document.lower(i));
    let article = matches!(before, "the" | "some" | "many" | "most" | "all");
    let cue = |i: usize| matches!(document.lower(i), "said" | "says" | "told" | "added" | "asked" | "wrote");
    !article && (cue(name.end as usize) || matches!(before, "said" | "says" | "added"))
}
