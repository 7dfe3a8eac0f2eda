//! Scores, votes and ratios: "won 3-1", "a 7-5 vote", "6-4, 7-6", "voted 314 to 117", "odds of 5 to 1".
//!
//! A higher number before a lower one is no range; else words of winning and voting nearby tell.
//! Missed: "the 1-3 record" far from any such word.

use super::Atom;
use crate::figure::numeral::{Form, plain_digits};
use crate::figure::reader::Reader;
use crate::lexicon::Class;

/// A score, vote or ratio: "won 3-1", "a 7-5 vote", "6-4, 7-6", "50-50".
pub(super) fn is_score(reader: &Reader, left: &Atom, right: &Atom, dash: bool) -> bool {
    let odds = !dash
        && matches!(
            reader.lower(right.end),
            "margin" | "ratio" | "odds" | "favorite" | "favourite" | "vote" | "majority" | "shot"
        );
    if !(dash || odds || reader.lower(left.end) == "to" && left.value > right.value)
        || !matches!(left.form, Form::Plain(1..=3) | Form::Words)
        || !matches!(right.form, Form::Plain(1..=3) | Form::Words)
    {
        return false;
    }
    let (Some(low), Some(high)) = (left.value, right.value) else { return false };
    if odds || dash && (low >= high || reader.lower(left.end) == ":" || in_sets(reader, left, right)) {
        return true;
    }
    let telling = |word: &str| crate::lexicon::is(word, Class::ScoreCue);
    // "the vote was 12 to 3", and not "fell from 12 to 3"
    if !dash {
        return reader.before(left.first, 1) != "from"
            && (1..=4).any(|back| telling(reader.before(left.first, back)));
    }
    // "The Suns (28-9) host the Jazz (9-31)."
    let record = reader.before(left.first, 1) == "("
        && reader.glued(left.first)
        && reader.lower(right.end) == ")"
        && reader.case(left.first.wrapping_sub(2)).has_capital()
        && left.form != Form::Words
        && right.form != Form::Words;
    record
        || (1..=4).any(|back| telling(reader.before(left.first, back)))
        || (0..=2).any(|ahead| telling(reader.lower(right.end + ahead)))
}

/// "7-5, 4-6, 6-2": a set beside one that is plainly none of a range.
fn in_sets(reader: &Reader, left: &Atom, right: &Atom) -> bool {
    let falls = |at: usize| {
        let (Some(first), Some(second)) = (plain_digits(reader, at), plain_digits(reader, at + 2)) else {
            return false;
        };
        reader.hyphen(at + 1) && first >= second && first < 100
    };
    reader.lower(right.end) == "," && falls(right.end + 1)
        || reader.before(left.first, 1) == "," && left.first >= reader.first + 4 && falls(left.first - 4)
}
