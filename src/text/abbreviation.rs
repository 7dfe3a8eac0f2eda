//! Which full stops belong to the word before them, and whether such a word may end a sentence.
//!
//! "Gov. Newsom", "Acme Inc.", "Dec. 5", "No. 10", "(D-Calif.)". A full stop that is no part of a
//! word is left to [`crate::sentence`]. Missed: abbreviations that are not in the tables.

use crate::lexicon::{self, Class};

/// What sort of word keeps its full stop; tells whether a sentence can end with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// A name follows: "Dr.", "St."; no sentence ends here.
    Title,
    /// A number follows: "No.", "Fig.".
    Numbered,
    /// A month or weekday: "Dec.".
    Calendar,
    /// May end a sentence: "Inc.", "Jr.", "etc.", "Calif.".
    Ending,
}

/// What follows the full stop of a word, and what comes before the word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surroundings {
    /// The first character after the full stop and white space, if the block goes on.
    pub next: Option<char>,
    /// Whether it follows the full stop at once.
    pub glued: bool,
    /// Whether the token before is a comma, hyphen or bracket, as before "Calif.".
    pub after_mark: bool,
    /// Whether the token before is a number, as before "ft.".
    pub after_number: bool,
}

/// Degrees, whose dots stand between more than one letter.
const DEGREES: &[&str] =
    &["ph.d.", "ph.d", "b.sc.", "m.sc.", "d.sc.", "d.phil.", "m.phil.", "b.ed.", "m.ed.", "ed.d.", "psy.d."];

/// The longest entry of the tables, in bytes.
const LONGEST: usize = 6;

/// What sort of abbreviation `lower` is, a word in lower case without its full stop.
pub(crate) fn classify(lower: &str) -> Option<Abbreviation> {
    let known = lexicon::find(lower);
    if lower.len() > LONGEST {
        None
    } else if known.is(Class::TitleStop) || matches!(lower, "v" | "vs" | "viz" | "cf" | "et") {
        Some(Abbreviation::Title)
    } else if known.is(Class::EndingStop) || known.is(Class::StateStop) || known.is(Class::DoubtfulState) {
        Some(Abbreviation::Ending)
    } else if known.is(Class::MonthStop) || known.is(Class::CalendarStop) {
        Some(Abbreviation::Calendar)
    } else if known.is(Class::NumberedStop) {
        Some(Abbreviation::Numbered)
    } else if known.is(Class::UnitStop) {
        Some(Abbreviation::Ending)
    } else {
        None
    }
}

/// Whether a word that is followed by a full stop keeps it.
pub(crate) fn keeps_full_stop(word: &str, around: Surroundings) -> bool {
    let mut chars = word.chars();
    let (Some(first), rest) = (chars.next(), chars.as_str()) else { return false };
    if rest.is_empty() && first.is_uppercase() {
        return keeps_as_initial(first, around);
    }
    if word.len() > LONGEST || !first.is_ascii() {
        return false;
    }
    let mut buffer = [0; LONGEST];
    let buffer = &mut buffer[..word.len()];
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(buffer) else { return false };
    let known = lexicon::find(lower);

    let digit = around.next.is_some_and(|c| c.is_ascii_digit());
    if known.is(Class::NumberedStop) && digit {
        return true;
    }
    if first.is_ascii_lowercase() {
        let capital = around.next.is_none_or(char::is_uppercase);
        return known.is(Class::LowerStop)
            || known.is(Class::UnitStop) && around.after_number && !capital && around.next != Some('"');
    }
    known.is(Class::TitleStop) && around.next.is_some()
        || known.is(Class::EndingStop)
        || known.is(Class::MonthStop)
        || known.is(Class::CalendarStop) && (digit || around.next == Some(','))
        || known.is(Class::StateStop) && word.len() > 2
        || (known.is(Class::StateStop) || known.is(Class::DoubtfulState)) && around.after_mark
        || lower == "vs"
}

/// "J. Smith", "George W. Bush", "E. coli". "Plan B." at the end of a block loses its full stop.
fn keeps_as_initial(letter: char, around: Surroundings) -> bool {
    match around.next {
        // "It was I. Then …"
        Some(c) if letter == 'I' && !around.glued => !c.is_alphanumeric() && c == ',',
        Some(c) => c.is_alphabetic() || matches!(c, ',' | '-' | '‑') || c == '(' && !around.glued,
        None => false,
    }
}

/// The length of a degree, "Ph.D.", that `rest` starts with, or 0.
pub(crate) fn degree_length(rest: &str) -> usize {
    DEGREES
        .iter()
        .find(|d| {
            rest.get(..d.len()).is_some_and(|r| r.eq_ignore_ascii_case(d))
                && !rest[d.len()..].starts_with(char::is_alphanumeric)
        })
        .map_or(0, |d| d.len())
}
