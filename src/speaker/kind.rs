//! What sort of thing a noun stands for, where it may speak: "the soldiers", "another", "the shepherd".
//!
//! By the tables of [`crate::lexicon::noun`], by capitals, or by the ending of the word. Missed: nouns for people
//! that end like things, and things that end like people but for the few listed.

use crate::annotation::EntityKind;
use crate::lexicon;
use crate::lexicon::noun::{Class, Noun};
use crate::token::Case;

/// What a phrase stands for, by its noun; nothing where its head is no word for anyone.
pub(super) fn kind_of(noun: Option<Noun>, case: Case, word: &str) -> Option<(EntityKind, bool)> {
    if let Some(noun) = noun {
        let kind = match noun.class {
            Class::Person | Class::AnyPerson if noun.plural => EntityKind::Group,
            Class::Person | Class::AnyPerson => EntityKind::Person,
            Class::People => EntityKind::Group,
            Class::Organization => EntityKind::Organization,
            Class::Document => EntityKind::Other,
            Class::Place => EntityKind::Place,
        };
        return Some((kind, noun.plural));
    }
    let (capital, acronym) = (case.has_capital(), case == Case::Upper && word.len() > 1);
    match word {
        "%" => Some((EntityKind::Group, true)),
        _ if lexicon::find(word).any(SEVERAL) => Some((EntityKind::Group, true)),
        // "the 28-year-old"
        "another" | "one" | "someone" | "old" => Some((EntityKind::Person, false)),
        _ if is_someone(word) => Some((EntityKind::Person, false)),
        _ if word.strip_suffix('s').is_some_and(is_someone) => Some((EntityKind::Group, true)),
        _ if !capital => None,
        _ if acronym => Some((EntityKind::Organization, false)),
        _ if word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") => {
            Some((EntityKind::Group, true))
        }
        _ => Some((EntityKind::Person, false)),
    }
}

const SEVERAL: lexicon::Classes = lexicon::Classes::of(&[lexicon::Class::Pair, lexicon::Class::Several]);

/// What a noun that no table has stands for, where it is said to speak: "the shepherd", "the camels".
pub(super) fn someone(word: &str) -> (EntityKind, bool) {
    if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        (EntityKind::Group, true)
    } else {
        (EntityKind::Person, false)
    }
}

/// Whether a noun that the tables do not have ends like one for a person: "cosplayer", "loyalist".
fn is_someone(word: &str) -> bool {
    const ENDINGS: &[&str] = &["er", "or", "ist", "ian", "ican", "ant", "ee", "man", "crat"];
    word.len() > 4
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !lexicon::is(word, lexicon::Class::Thing)
}
