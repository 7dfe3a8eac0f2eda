//! The place that an organization or a building is named for.
//!
//! The "University of Kentucky" speaks for Kentucky, the "Columbus Metropolitan Library" for a Columbus.
//! Many firms share their name with some small town ("Target", "General Motors"): a town counts only where
//! a word beside it says that the thing is a town's, as "Library" does.

use super::gazetteer::{Candidate, Gazetteer, Kind};
use super::lookup::look_up;
use crate::document::Document;
use crate::lexicon::Class;
use crate::name::Name;

/// How many words of a name are looked at.
const WORDS: usize = 10;
/// How important a country or region is that a name may hold anywhere: "Air France".
const FAMOUS: u8 = 11;
/// How many words the place's own name has at most.
const LONGEST: usize = 3;

/// What the place that `name` holds may be, the longest first; `form` is then as the gazetteer writes it.
pub fn find_namesake(
    document: &Document,
    name: &Name,
    gazetteer: &Gazetteer,
    form: &mut String,
) -> Option<Vec<Candidate>> {
    let (first, last) = (name.first as usize, (name.end as usize).min(name.first as usize + WORDS));
    let is_large = |c: &Candidate| matches!(c.kind, Kind::Region | Kind::Country);
    let is_small = |c: &Candidate| matches!(c.kind, Kind::Town | Kind::Capital | Kind::County);
    for start in first..last {
        // "Kentucky" of "University of Kentucky" and the first words of the "Kentucky State Police".
        let after_of = start > first && matches!(document.lower(start - 1), "of" | "in" | "at");
        for end in (start + 1..=last.min(start + LONGEST)).rev() {
            let whole = start == first && end == name.end as usize;
            if whole || !document.word(start).starts_with(char::is_uppercase) {
                continue;
            }
            let words = document.slice(document.span(start, end));
            let candidates = look_up(gazetteer, words, form);
            let large = |c: &Candidate| is_large(c) && (start == first || after_of || c.importance >= FAMOUS);
            if candidates.iter().any(large) {
                return Some(candidates);
            }
            let of_town = after_of && end == name.end as usize;
            let local = end < last && (document.lower(end) == "'s" || document.is(end, Class::Local));
            if (of_town || start == first && local) && candidates.iter().any(is_small) {
                return Some(candidates);
            }
        }
    }
    None
}
