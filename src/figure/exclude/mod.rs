//! Numbers that are no figures: labels, laws, names of things, telephone numbers, list numbering.
//!
//! "Article 5", "Game 7", "Boeing 737", "Covid-19", "the 600 block of Elm Street", "KY 80", "(555) 010-0199",
//! "1. Do this", "the Six-Day War": told by the word before the number and by what is glued to it. Missed:
//! labels of a kind that no list has, and all but the first of a list of roads.

mod address;
mod label;

use super::numeral::{Form, Numeral};
use super::reader::{Reader, is_dash};
use crate::token::{Case, Gap, TokenKind};
pub(super) use address::is_street;
use address::{is_address, is_road, spaced_telephone, telephone};
use label::{is_filed, is_label, is_part};

/// Whether the numeral is a label, part of a name, or part of a code; and the token to go on from.
pub(super) fn skips(reader: &Reader, numeral: &Numeral) -> Option<usize> {
    let first = numeral.first;
    let end = numeral.end;
    if reader.is_digits(first) {
        if glued_to_name(reader, first) {
            return Some(run_end(reader, end));
        }
        if let Some(end) = telephone(reader, first).or_else(|| spaced_telephone(reader, first)) {
            return Some(end);
        }
        // "case 22-4567", "docket 3:21-cv-00417"
        let code = matches!(reader.lower(end), "-" | "/" | ":") && reader.glued(end) && reader.glued(end + 1);
        if code && first > reader.first && is_filed(reader.stem(first - 1)) {
            return Some(run_end(reader, end + 1));
        }
        // "01524 63333", "section 501(c)(3)"
        if reader.text(first).starts_with('0')
            && reader.text(first).len() >= 5
            && !reader.text(first).contains('.')
        {
            let more = reader.is_digits(end) && reader.gap(end) == Gap::Space;
            return Some(if more { end + 1 } else { run_end(reader, end) });
        }
        if reader.before(first, 1) == "(" && reader.before(first, 2) == ")" && reader.glued(first - 1) {
            return Some(end);
        }
        // "1. The council", "2) Wash": numbering at the start of a line.
        if reader.gap(first) >= Gap::Line
            && matches!(reader.lower(end), "." | ")")
            && reader.glued(end)
            && reader.gap(end + 1) == Gap::Space
            && first == reader.first
            && numeral.plain(1..=2).is_some()
        {
            return Some(end);
        }
    }
    if is_address(reader, numeral) || is_road(reader, numeral) {
        return Some(end);
    }
    if is_war(reader, numeral) {
        return Some(end);
    }
    // "No. 2" where the full stop is a token, emergency calls.
    let number_sign = reader.before(first, 1) == "."
        && reader.before(first, 2) == "no"
        && reader.glued(first - 1)
        && reader.is_digits(first);
    let emergency = numeral.plain(3..=3).is_some_and(|n| n == 911 || n == 999)
        && (matches!(
            reader.before(first, 1),
            "called" | "call" | "calling" | "dialed" | "dialled" | "dial" | "to"
        ) || matches!(
            reader.lower(end),
            "call" | "calls" | "caller" | "callers" | "dispatcher" | "dispatchers" | "operator" | "operators"
        ));
    if number_sign || emergency {
        return Some(end);
    }
    // "9/11" and "24/7" are names.
    if reader.lower(end) == "/" && reader.glued(end) && reader.glued(end + 1) {
        let pair = (reader.text(first), reader.text(end + 1));
        if matches!(pair, ("9", "11") | ("24", "7")) {
            return Some(end + 2);
        }
    }
    // "COP 27"
    if reader.before(first, 1) == "cop"
        && reader.case(first - 1) == Case::Upper
        && numeral.plain(1..=2).is_some()
    {
        return Some(end);
    }
    // "Article 5", "reactors Nos. 3 and 4"
    let second = reader.before(first, 1) == "and" && reader.is_digits(first.wrapping_sub(2));
    let label = if second { first.wrapping_sub(3) } else { first.wrapping_sub(1) };
    // "The troops number 12,000" is a verb.
    let many = numeral.form == Form::Marked && reader.text(first).contains(',');
    if label < first && !many && is_label(reader.stem(label)) && reader.gap(first) <= Gap::Line {
        return Some(run_end(reader, end));
    }
    if reader.is_digits(first)
        && reader.gap(first) == Gap::Space
        && reader.case(first.wrapping_sub(1)).has_capital()
        && (is_part(reader.lower(first.wrapping_sub(1)))
            || reader.lower(first.wrapping_sub(1)) == "year" && numeral.plain(1..=2).is_some())
    {
        return Some(end);
    }
    // "Boeing 737", "Windows 10" where no stage before saw a name: a capital before bare digits, nothing
    // after that they could count.
    let before = first.wrapping_sub(1);
    let bare = numeral.plain(1..=4).is_some();
    if bare
        && first > reader.first
        && reader.gap(first) == Gap::Space
        && reader.case(before).has_capital()
        && reader.kind(before) == TokenKind::Word
        && !reader.starts_sentence(before)
        && reader.lower(before) != "ad"
        && !reader.lex(before).starts
        && matches!(
            reader.lower(end),
            "" | "."
                | ","
                | ")"
                | "'s"
                | "-"
                | "and"
                | "was"
                | "is"
                | "in"
                | "of"
                | "on"
                | "at"
                | "to"
                | "for"
                | "with"
                | "has"
                | "index"
                | "rose"
                | "fell"
                | "gained"
                | "dropped"
                | "climbed"
                | "slipped"
                | "closed"
                | "lost"
        )
        && !(reader.hyphen(end))
        && numeral.plain(4..=4).is_none_or(|y| !(1900..2060).contains(&y))
    {
        return Some(end);
    }
    None
}

/// "the Six-Day War", "the Thirty Years' War"
fn is_war(reader: &Reader, numeral: &Numeral) -> bool {
    let named = reader.case(numeral.first) == Case::Title && !reader.is_digits(numeral.first);
    let mark = |i: usize| matches!(reader.lower(i), "-" | "'" | "’");
    named
        && (numeral.end..numeral.end + 4)
            .take_while(|&i| reader.gap(i) <= Gap::Line && (mark(i) || reader.case(i) == Case::Title))
            .any(|i| matches!(reader.lower(i), "war" | "wars"))
}

/// "COVID-19", "Zolote-4", "F-16", "S&P500", "#1".
pub(super) fn glued_to_name(reader: &Reader, i: usize) -> bool {
    if i == reader.first {
        return false;
    }
    let mark = reader.lower(i - 1);
    if !reader.glued(i) {
        return false;
    }
    if matches!(mark, "#" | "_" | "&" | "№" | "=" | "@") {
        return true;
    }
    // What is left of "PM2.5" and the like, whose start is no figure.
    if matches!(mark, "," | ".")
        && reader.glued(i - 1)
        && reader.kind(i.wrapping_sub(2)) == TokenKind::Word
        && reader.text(i.wrapping_sub(2)).ends_with(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    if reader.kind(i - 1) == TokenKind::Word {
        return !matches!(mark, "rs" | "rs.") && !mark.ends_with('.');
    }
    let word = i.wrapping_sub(2);
    is_dash(mark)
        && mark != "~"
        && reader.glued(i - 1)
        && i >= reader.first + 2
        && reader.kind(word) == TokenKind::Word
        && reader.case(word).has_capital()
        && !matches!(
            reader.lower(word),
            "mid" | "post" | "pre" | "under" | "over" | "late" | "early" | "and" | "to"
        )
        && reader.lex(word).calendar == super::lexicon::Calendar::None
        && !is_unit_like(reader, word)
}

/// "49ers", "4x100", "1MDB": digits with letters after them that are neither a unit nor a plural's.
pub(super) fn runs_on(reader: &Reader, numeral: &Numeral) -> bool {
    let at = numeral.end;
    reader.is_digits(at - 1)
        && reader.glued(at)
        && reader.kind(at) == TokenKind::Word
        && !matches!(reader.lower(at), "s" | "'s" | "x" | "ish" | "plus" | "m")
}

/// "8am-3", "5km-10km": the word before the dash belongs to a number itself.
fn is_unit_like(reader: &Reader, word: usize) -> bool {
    word > reader.first && reader.is_digits(word - 1)
}

/// The end of a run of glued tokens.
fn run_end(reader: &Reader, mut i: usize) -> usize {
    let most = i + 64;
    // A colon ends it, but not in "3:21-cv-00417".
    let goes_on = |i: usize| match reader.lower(i) {
        "." | "," | ")" | "'s" | ";" => false,
        ":" => reader.glued(i + 1),
        _ => true,
    };
    while i < most && reader.glued(i) && goes_on(i) {
        i += 1;
    }
    i
}
