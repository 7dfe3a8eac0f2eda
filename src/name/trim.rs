//! What is certain about the borders of a name, whatever the model says.

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::token::{Gap, TokenKind};

/// Words that never start a name: marks, and what the model takes in from before it.
const NEVER_FIRST: &[&str] =
    &["'s", "'", "’", "-", "–", ".", "\"", "“", "”", "&", "/", "of", "and", "for", "in"];

/// Words that never end one.
const NEVER_LAST: &[&str] =
    &["'s", "'", "’", "-", "–", ".", "\"", "“", "”", "&", "/", "of", "the", "and", "for", "in", "to", "at"];

/// Titles before a person's name, in lower case, without full stop.
const TITLES: &[&str] = &[
    "amb",
    "ambassador",
    "archbishop",
    "assemblyman",
    "attorney",
    "bishop",
    "brig",
    "brigadier",
    "capt",
    "captain",
    "cardinal",
    "chairman",
    "chancellor",
    "chief",
    "cmdr",
    "col",
    "colonel",
    "commander",
    "commissioner",
    "congressman",
    "congresswoman",
    "councillor",
    "councilman",
    "cpl",
    "dame",
    "dean",
    "director",
    "dr",
    "emperor",
    "engr",
    "fr",
    "gen",
    "general",
    "gov",
    "governor",
    "hon",
    "inspector",
    "judge",
    "justice",
    "king",
    "lady",
    "lieutenant",
    "lord",
    "lt",
    "madam",
    "maj",
    "major",
    "mayor",
    "minister",
    "miss",
    "mr",
    "mrs",
    "ms",
    "mx",
    "officer",
    "pastor",
    "pope",
    "pres",
    "president",
    "prime",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "rep",
    "representative",
    "rev",
    "reverend",
    "sen",
    "senator",
    "sergeant",
    "sgt",
    "sheikh",
    "sheriff",
    "sir",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "sultan",
    "supt",
    "vice",
];

/// Takes titles, articles, `'s` and stray marks off the names; drops what is left without a word.
pub(super) fn trim_names(document: &Document, names: &mut Vec<Name>) {
    names.retain_mut(|name| {
        let (mut first, mut end) = (name.first as usize, name.end as usize);
        while first < end && NEVER_LAST.contains(&document.lower(end - 1)) {
            end -= 1;
        }
        while first < end && NEVER_FIRST.contains(&document.lower(first)) {
            first += 1;
        }
        while first + 1 < end && (name.kind == EntityKind::Person && is_title(document, first)) {
            first += 1;
        }
        if first + 1 < end && document.word(first) == "the" {
            first += 1;
        }
        if first >= end {
            return false;
        }
        if name.kind == EntityKind::Place && is_numbered(document, end) {
            end += 2;
        }
        (name.first, name.end) = (first as u32, end as u32);
        name.span = document.span(first, end);
        true
    });
}

/// Whether a number hangs on the name by a hyphen: "Zolote-4".
fn is_numbered(document: &Document, end: usize) -> bool {
    let [hyphen, number, ..] = &document.tokens[end..] else { return false };
    hyphen.gap == Gap::None
        && number.gap == Gap::None
        && document.word(end) == "-"
        && number.kind == TokenKind::Number
        && number.span.len() < 3
}

fn is_title(document: &Document, token: usize) -> bool {
    let word = document.lower(token);
    TITLES.binary_search(&word.strip_suffix('.').unwrap_or(word)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_sorted() {
        assert!(TITLES.is_sorted());
    }
}
