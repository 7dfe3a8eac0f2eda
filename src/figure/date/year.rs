//! Years, decades and centuries: "2014", "summer 2020", "the '90s", "the 20th century".
//!
//! Four digits are a year by the words before them, unless they count what follows: "2000 troops".
//! Missed: years before 1200, and "AD" and "BC".

use super::Found;
use crate::figure::calendar::When;
use crate::figure::counted;
use crate::figure::lexicon::{Calendar, Number};
use crate::figure::numeral::{self, Form, Numeral, plain_digits};
use crate::figure::reader::Reader;
use crate::lexicon::Class;
use crate::token::{Case, Gap, TokenKind};

/// A bare year.
pub(super) fn year(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    if let Some(found) = cut_year(reader, numeral) {
        return Some(found);
    }
    let year = numeral.plain(4..=4)? as i32;
    let first = numeral.first;
    let before = reader.before(first, 1);
    let leads = (matches!(before, "'") || crate::lexicon::is(before, Class::LeadsYear));
    let recent = (1900..2060).contains(&year);
    // "1789 - The first president takes office": a line of a list of dates.
    let heads = first == reader.first && matches!(reader.lower(numeral.end), "-" | "–" | "—" | ":");
    let leads = leads || heads;
    let oldest = if matches!(before, "in" | "since") { 1000 } else { 1200 };
    if !(recent || leads && (oldest..2200).contains(&year)) {
        return None;
    }
    let end = numeral.end;
    // "2000 troops", "1999 kg", "2,000": what it counts stands after it.
    if counted::counts_people_or_things(reader, end) {
        let sum = before == "of" && matches!(reader.before(first, 2), "total" | "number" | "crowd" | "sum");
        let counted = sum || crate::lexicon::is(before, Class::CountsYear);
        if counted
            || !(recent && (leads || matches!(before, "the" | "a" | "an") || year > 1950 && year % 100 != 0))
        {
            return None;
        }
    }
    if reader.glued(end)
        && (reader.kind(end) == TokenKind::Word
            || matches!(reader.lower(end), "%" | "°")
            // "(2022: 13.1p)"
            || reader.lower(end) == ":" && (reader.glued(end + 1) || before != "("))
        && reader.lower(end) != "'s"
    {
        return None;
    }
    if matches!(before, "$" | "£" | "€" | "#") && reader.glued(first) {
        return None;
    }
    let when = When { year: Some(year), ..When::default() };
    let mut found = with_mid(reader, first);
    // "in the year 2020", "summer 2020", "2019 q3": of seasons and of quarters in small letters the year alone has a form.
    let quarter = |word: &str| matches!(word, "q1" | "q2" | "q3" | "q4" | "h1" | "h2");
    let season = reader.lex(first.wrapping_sub(1)).calendar == Calendar::Season
        && first > reader.first
        && !(before == "fall"
            && reader.case(first - 1) == Case::Lower
            && !matches!(reader.before(first, 2), "in" | "by" | "since" | "until" | "during" | "of"));
    if before == "year" || season || quarter(before) && reader.gap(first) == Gap::Space {
        found = first - 1;
    } else if before == "of" && in_season(reader, first) {
        found = first - 2;
    }
    let at = if reader.hyphen(end) { end + 1 } else { end };
    Some(Found { first: found, end: if quarter(reader.lower(at)) { at + 1 } else { end }, when })
}

/// "in '91", "from '91 to '94", "the class of '68"
fn cut_year(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let year = numeral.plain(2..=2)?;
    let mark = numeral.first.wrapping_sub(1);
    let apostrophe = numeral.first > reader.first
        && matches!(reader.text(mark), "'" | "’" | "‘")
        && reader.glued(numeral.first)
        && reader.gap(mark) == Gap::Space;
    let leads = reader.before_is(mark, 1, Class::LeadsShortYear);
    let next = numeral.end;
    let goes_on = reader.glued(next) && (reader.kind(next) == TokenKind::Word || reader.is_digits(next + 1))
        || matches!(reader.text(next), "'" | "’") && reader.glued(next)
        || counted::counts_people_or_things(reader, next);
    let when = When { year: Some(short_year(year)), ..When::default() };
    (apostrophe && leads && !goes_on).then_some(Found { first: mark, end: next, when })
}

/// "the summer of 2021"; "the fall of" may be a town's.
fn in_season(reader: &Reader, first: usize) -> bool {
    let season = first.wrapping_sub(2);
    reader.lex(season).calendar == Calendar::Season
        && (reader.lower(season) != "fall"
            || reader.before(season, 1) == "the"
                && matches!(reader.before(season, 2), "in" | "during" | "by"))
}

/// "79 AD", "AD 79", "500 BC"
pub(super) fn era(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let year = numeral.plain(1..=4)? as i32;
    let name = |i: usize| match (reader.lower(i), reader.case(i)) {
        ("bc" | "bce" | "b.c" | "b.c.", Case::Upper) => Some(false),
        ("ad" | "ce" | "a.d" | "a.d.", Case::Upper) => Some(true),
        _ => None,
    };
    let before = numeral.first.wrapping_sub(1);
    let (first, end, ours) = match (name(numeral.end), name(before)) {
        (Some(ours), _) => (numeral.first, numeral.end + 1, ours),
        (_, Some(true)) if numeral.first > reader.first => (before, numeral.end, true),
        _ => return None,
    };
    let when = When { year: ours.then_some(year), formless: !ours, ..When::default() };
    Some(Found { first, end, when })
}

/// "the 1990s", "2000s", "the '90s"
pub(super) fn decade(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let s = matches!(reader.lower(numeral.end), "s" | "'s");
    let glued = reader.glued(numeral.end);
    if !s || numeral.plain(2..=4).is_none() {
        return None;
    }
    let value = numeral.plain(2..=4)? as i32;
    let Form::Plain(length) = numeral.form else { return None };
    if value % 10 != 0 || length == 3 {
        return None;
    }
    let year = match length {
        4 if (1000..2200).contains(&value) => value,
        2 if value >= 20 || value == 0 => 1900 + value,
        2 if value == 10 => 2010,
        _ => return None,
    };
    // "temperatures in the 80s" and "in his 30s" are none.
    let first = numeral.first;
    let apostrophe =
        first > reader.first && matches!(reader.text(first - 1), "'" | "’" | "‘") && reader.glued(first);
    if length == 2
        && !apostrophe
        && (reader.before(first, 1) != "the" && glued || matches!(year, 1900 | 2010))
    {
        return None;
    }
    let when = When { year: Some(year), decade: true, ..When::default() };
    let first = if apostrophe { first - 1 } else { with_mid(reader, first) };
    Some(Found { first, end: numeral.end + 1, when })
}

/// "the 20th century", "18th-century"
pub(super) fn century(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    if numeral.form != Form::Ordinal {
        return None;
    }
    let at = if reader.hyphen(numeral.end) { numeral.end + 1 } else { numeral.end };
    let century = numeral.value?.value();
    // "20th Century Fox" is a name; "the first century of the club" is not the calendar's.
    if !matches!(reader.lower(at), "century" | "centuries") || reader.case(at) != Case::Lower || century < 3.0
    {
        return None;
    }
    Some(Found { first: numeral.first, end: at + 1, when: When { formless: true, ..When::default() } })
}

/// A year after a month or day: "2023", ", 2023", "of 2023", "in 2016", "'87".
pub(super) fn year_after(reader: &Reader, i: usize, with_day: bool) -> Option<(i32, usize)> {
    let at = match reader.lower(i) {
        "," if with_day => i + 1,
        "," if plain_digits(reader, i + 1).is_some_and(|y| y >= 1500) => i + 1,
        "of" | "in" => i + 1,
        "/" | "-" | "–" if reader.glued(i) && reader.glued(i + 1) => i + 1,
        _ => i,
    };
    if reader.gap(at) == Gap::Block {
        return None;
    }
    if let Some(year) = plain_digits(reader, at) {
        let length = reader.text(at).len();
        if length == 4
            && (1000..=2199).contains(&year)
            && !(reader.glued(at + 1) && matches!(reader.lower(at + 1), ":" | "%"))
        {
            return Some((year as i32, at + 1));
        }
        // "January first 12", "April of 87"
        let close = at == i + 1 && reader.lower(i) == "of"
            || at == i && with_day && !reader.is_digits(i - 1) && !reader.glued(i);
        if length == 2
            && close
            && year >= 10
            && !reader.glued(at + 1)
            && reader.kind(at + 1) != TokenKind::Symbol
        {
            return Some((short_year(year), at + 1));
        }
        return None;
    }
    if matches!(reader.text(at), "'" | "’" | "‘") && reader.glued(at + 1) {
        let year = plain_digits(reader, at + 1).filter(|_| reader.text(at + 1).len() == 2)?;
        return Some((short_year(year), at + 2));
    }
    year_in_words(reader, at)
}

pub(super) fn short_year(year: u32) -> i32 {
    let year = year as i32;
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// "nineteen eighty six", "two thousand and fifteen", "seventeen hundred thirty three".
fn year_in_words(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    if !matches!(reader.lex(i).number, Number::Ones(_) | Number::Tens(20)) {
        return None;
    }
    let first = numeral::parse(reader, i)?;
    let value = first.value?.value();
    if first.form != Form::Words || first.first != i {
        return None;
    }
    if (1000.0..2200.0).contains(&value) {
        return Some((value as i32, first.end));
    }
    if !(15.0..=20.0).contains(&value) || reader.gap(first.end) == Gap::Block {
        return None;
    }
    let rest = numeral::parse(reader, first.end)?;
    let tail = rest.value?.value();
    (rest.form == Form::Words && (10.0..100.0).contains(&tail))
        .then_some(((value * 100.0 + tail) as i32, rest.end))
}

/// "mid-November", "mid 1989": the word goes with the date, unlike "late" and "early".
pub(super) fn with_mid(reader: &Reader, i: usize) -> usize {
    if reader.before(i, 1) == "mid" {
        i - 1
    } else if reader.before(i, 2) == "mid" && reader.lower(i - 1) == "-" {
        i - 2
    } else {
        i
    }
}
