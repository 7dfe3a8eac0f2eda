//! Where one lives, drives and rings: "10 Downing Street", "the 600 block of Elm Street", "U.S. 54",
//! "(206) 555-1212".
//!
//! Told by the last word of a street's name, by the postal code of a state, and by how many digits stand
//! between which marks. Missed: streets whose last word no list has, and roads told by their number alone.

use crate::figure::counted;
use crate::figure::numeral::Numeral;
use crate::figure::reader::Reader;
use crate::lexicon::Class;
use crate::token::{Case, Gap, TokenKind};

/// "10 Downing Street", "1600 Pennsylvania Avenue", "350 Fifth Avenue"; but not "In 2019 Wall Street fell".
pub(super) fn is_address(reader: &Reader, numeral: &Numeral) -> bool {
    let Some(number) = numeral.plain(1..=5) else { return false };
    // "the 600 block of North Main Street"
    if reader.lower(numeral.end) == "block"
        && (reader.lower(numeral.end + 1) == "of" || reader.case(numeral.end + 1).has_capital())
    {
        return true;
    }
    if (1900..2100).contains(&number) && matches!(reader.before(numeral.first, 1), "in" | "since" | "of" | "")
    {
        return false;
    }
    let part = |i: usize| {
        // "131 West 23rd Street"
        reader.glued(i) && matches!(reader.lower(i), "st" | "nd" | "rd" | "th")
            || reader.gap(i) == Gap::Space
                && (reader.case(i).has_capital() && reader.kind(i) == TokenKind::Word || reader.is_digits(i))
    };
    let words = (numeral.end..numeral.end + 4).take_while(|&i| part(i));
    words.skip(1).any(|i| is_street(reader.stem(i)) && reader.case(i).has_capital())
}

/// "U.S. 54", "KY 80", and the postal code of "Lebanon, PA 17042".
pub(super) fn is_road(reader: &Reader, numeral: &Numeral) -> bool {
    let first = numeral.first;
    let year = numeral.plain(4..=4).is_some_and(|year| (1900..2100).contains(&year));
    first > reader.first
        && numeral.plain(1..=5).is_some()
        && !year
        && reader.gap(first) == Gap::Space
        && reader.case(first - 1) == Case::Upper
        && is_state(reader.lower(first - 1))
        && !counted::counts_people_or_things(reader, numeral.end)
}

/// The postal codes of the states of America that are no words, and the country's.
fn is_state(code: &str) -> bool {
    crate::lexicon::is(code, Class::PostalState)
}

/// The last word of a street's name.
pub(in crate::figure) fn is_street(word: &str) -> bool {
    crate::lexicon::is(word, Class::StreetEnd)
}

/// "020 7946 0958", "0800 555 111", "1300 555 222", "07700 900 461": groups of digits that only a telephone has; and what
/// somebody is told to call: "text 61016", "on 101". The token to go on from.
pub(super) fn spaced_telephone(reader: &Reader, i: usize) -> Option<usize> {
    let group = |at: usize| {
        let text = reader.text(at);
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
    };
    if !group(i) || reader.glued(i) && !matches!(reader.before(i, 1), "(" | "+") {
        return None;
    }
    let called = called(reader, i);
    let text = reader.text(i);
    let (mut end, mut digits, mut groups) = (i + 1, text.len(), 1);
    while groups < 6 {
        // "(02) 5550 1234", "0161-496 0123"
        let bracket =
            usize::from(reader.lower(end) == ")" && reader.glued(end) && reader.before(i, 1) == "(");
        let dash = usize::from(bracket == 0 && reader.hyphen(end));
        let at = end + bracket + dash;
        if !group(at) || dash == 0 && reader.gap(at) != Gap::Space || reader.text(at).len() > 8 {
            break;
        }
        digits += reader.text(at).len();
        groups += 1;
        end = at + 1;
    }
    let zero = text.starts_with('0') && (2..=5).contains(&text.len());
    let service = matches!(text, "1300" | "1800" | "1850" | "1890" | "1900") && groups == 3 && digits == 10;
    // "between 0730-0930" are hours.
    let spaced = (i + 1..end).any(|at| reader.gap(at) == Gap::Space);
    let long = groups > 1
        && spaced
        && (zero && (8..=13).contains(&digits) || service || called && (7..=13).contains(&digits));
    let short = groups == 1
        && called
        && (3..=11).contains(&text.len())
        && !matches!(text.len(), 4 if matches!(&text[..2], "19" | "20"))
        && !(reader.glued(end) && (reader.kind(end) == TokenKind::Word || reader.hyphen(end)))
        && !counted::counts_people_or_things(reader, end)
        && reader.lex(end).period.is_none();
    (long || short).then_some(end)
}

/// Whether somebody is told to call the number: "ring 0161 496 0123", "police on 101", "text HELP to 70070".
fn called(reader: &Reader, i: usize) -> bool {
    let calls = |word: &str| crate::lexicon::is(word, Class::Calls);
    let before = reader.before(i, 1);
    calls(before)
        && !matches!(before, "contact" | "text" | "fax" | "ring" if reader.before(i, 2) == "a" || reader.before(i, 2) == "the")
        || matches!(before, "on" | "to" | "at" | "or" | "is" | ":" | "+" | "(")
            && (2..=9).any(|back| {
                calls(reader.before(i, back))
                    && (1..back).all(|near| !matches!(reader.before(i, near), "." | "?" | "!"))
            })
}

/// "+86 138-2010-2015", "555-1212", "123-12-1234", "(206) 555-1212".
pub(super) fn telephone(reader: &Reader, i: usize) -> Option<usize> {
    let plus = i > reader.first && reader.lower(i - 1) == "+" && reader.glued(i);
    let bracket = i > reader.first
        && reader.lower(i - 1) == "("
        && reader.lower(i + 1) == ")"
        && reader.is_digits(i + 2);
    let zeros = reader.text(i).starts_with("00") && reader.text(i).len() == 3;
    let mut parts = 0;
    let mut at = i;
    let mut digits = 0;
    let mut dashes = 0;
    while reader.is_digits(at) && parts < 8 {
        parts += 1;
        digits += reader.text(at).len();
        let next = at + 1;
        if reader.lower(next) == "-"
            && reader.glued(next)
            && reader.glued(next + 1)
            && reader.is_digits(next + 1)
        {
            dashes += 1;
            at = next + 1;
        } else if (plus || bracket || zeros)
            && (reader.is_digits(next) || reader.lower(next) == ")")
            && reader.gap(next) <= Gap::Space
        {
            at = if reader.is_digits(next) { next } else { next + 1 };
        } else {
            at = next;
            break;
        }
    }
    let dashed = dashes >= 2 && digits >= 8
        || dashes == 1 && parts == 2 && reader.text(i).len() == 3 && reader.text(i + 2).len() == 4;
    let long = (plus || bracket || zeros) && digits >= 7;
    (dashed || long).then_some(at)
}
