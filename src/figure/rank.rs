//! Ordinals and fractions that are figures: "the third time", "half of voters".
//!
//! Told by the words beside them: not "at first", "First, …", "first lady", "who first met", nor
//! "half-brother" and "the first half". Missed: names of things that no list has ("First Past the
//! Post").

use super::exclude::is_street;
use super::lexicon::Number;
use super::numeral::Numeral;
use super::reader::Reader;
use crate::lexicon::Class;
use crate::token::{Case, TokenKind};

/// Whether an ordinal ranks something: not "at first", "First, …", "first lady", "who first met".
pub(super) fn is_ordinal(reader: &Reader, numeral: &Numeral) -> bool {
    let first = numeral.first;
    let before = reader.before(first, 1);
    let next = reader.lower(numeral.end);
    let word = reader.lower(first);
    // "the 13th Amendment", "Fifth Avenue"
    let century =
        next == "century" && !reader.starts_sentence(first) && reader.case(numeral.end + 1) == Case::Title;
    if reader.case(numeral.end) == Case::Title && (is_numbered(next) || is_street(next) || century) {
        return false;
    }
    if numeral.end > first + 1 || reader.is_digits(first) {
        return true;
    }
    if matches!(
        (word, next),
        (
            "first",
            "lady"
                | "ladies"
                | "aid"
                | "name"
                | "minister"
                | "nations"
                | "responders"
                | "responder"
                | "cousin"
        )
    ) || matches!((word, next), ("third", "world" | "party" | "parties"))
        || word == "third" && next == "-" && reader.lower(numeral.end + 1) == "party"
        || matches!((word, next), ("second", "hand" | "amendment" | "guess"))
        || next == "-" && reader.is(numeral.end + 1, Class::RankedCompound) && word != "third"
    {
        return false;
    }
    // "second to none", "wait a second"
    let idle = word == "second"
        && (next == "to" && reader.lower(numeral.end + 1) == "none"
            || before == "a"
                && matches!(reader.before(first, 2), "wait" | "for" | "just" | "in" | "take" | "than")
                && reader.kind(numeral.end) != TokenKind::Word
                && !reader.hyphen(numeral.end));
    if idle {
        return false;
    }
    let determined = (matches!(before, "'") || crate::lexicon::is(before, Class::Ranks));
    if determined {
        return !(before == "in" && next == "first");
    }
    if before == "at"
        || word == "second" && reader.lex(first).period.is_some() && matches!(before, "per" | "split")
    {
        return false;
    }
    // "First, …", "… when they first met": an adverb.
    let end = matches!(next, "," | ":" | ";") && reader.starts_sentence(first);
    let verb = next.ends_with("ed") || crate::lexicon::is(next, Class::AfterAdverb);
    let subject = crate::lexicon::is(before, Class::BeforeAdverb);
    let adverb = matches!(word, "first" | "second" | "third" | "fourth")
        && (end
            || verb && !matches!(next, "the" | "of" | "to" | "and")
            || subject && word == "first"
            || verb && word == "first");
    !adverb
}

/// What has a number for its name, where it is written with a capital: "the 101st Airborne Division".
fn is_numbered(word: &str) -> bool {
    crate::lexicon::is(word, Class::Numbered)
}

/// Whether a fraction is a figure: "half of voters", "a quarter", not "half-brother", "the first half".
pub(super) fn is_fraction(reader: &Reader, numeral: &Numeral) -> bool {
    if reader.lex(numeral.first).number != Number::Half {
        return true;
    }
    let before = reader.before(numeral.first, 1);
    let next = reader.lower(numeral.end);
    if crate::lexicon::is(before, Class::WhichHalf) && next != "of"
        || crate::lexicon::is(before, Class::WhichSide)
    {
        return false;
    }
    crate::lexicon::is(next, Class::HalfOf)
        || crate::lexicon::is(before, Class::ByHalf) && !reader.hyphen(numeral.end)
}
