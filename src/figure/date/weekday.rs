//! Days by name: "Tuesday night", "Friday 14th", "Monday of last week", "yesterday morning".
//!
//! A weekday takes the date and the part of the day that follow it; a short one ("Sun") is a day only
//! beside either. "Today" as a name's part ("USA Today") or for nowadays ("Today, however") is none.

use super::digits::numeric;
use super::month::{day_of_month, from_month};
use super::{Found, from_numeral};
use crate::figure::calendar::When;
use crate::figure::lexicon::{Calendar, Number, Period};
use crate::figure::numeral;
use crate::figure::reader::Reader;
use crate::token::{Case, Gap};

pub(super) fn from_weekday(reader: &Reader, i: usize, weekday: u8) -> Found {
    let mut found = Found { first: i, end: i + 1, when: When { weekday: Some(weekday), ..When::default() } };
    add_part(reader, &mut found);
    if found.when.part.is_some() {
        return found;
    }
    let at = if reader.lower(i + 1) == "," { i + 2 } else { i + 1 };
    let at = if reader.lower(at) == "the" { at + 1 } else { at };
    if let Some(date) = calendar_day(reader, at) {
        found.end = date.end;
        found.when = found.when.joined(date.when);
    } else if at == i + 1
        && let Some((day, end)) = day_of_month(reader, at)
        && (reader.glued(end - 1) || reader.lex(at).number == Number::Digits)
        && reader.lex(end).number == Number::None
        && reader.lex(end).period.is_none()
        && !reader.is_named(end)
        && (end - at > 1 || matches!(reader.lower(end), "at" | "," | "." | ""))
    {
        // "Friday 14th"
        found.when.day = Some(day);
        found.end = end;
    }
    // "Monday of last week", "tuesday of the following week"
    if reader.lower(found.end) == "of" && found.end == i + 1 {
        let at = if reader.lower(i + 2) == "the" { i + 3 } else { i + 2 };
        if let Calendar::Deictic(weeks) = reader.lex(at).calendar
            && reader.lex(at + 1).period == Some(Period::Week)
        {
            found.when.shift = Some((Period::Week, i16::from(weeks)));
            found.end = at + 2;
        }
    }
    found
}

/// "Mon", "Sun" only beside a date or time.
pub(super) fn from_short_weekday(reader: &Reader, i: usize, weekday: u8) -> Option<Found> {
    let found = from_weekday(reader, i, weekday);
    let title = reader.case(i) != Case::Lower;
    let near = found.when.day.is_some()
        || found.when.part.is_some()
        || reader.lower(found.end) == "at" && reader.is_digits(found.end + 1)
        || reader.is_digits(found.end)
            && matches!(reader.lower(found.end + 1), "am" | "pm" | "a.m." | "p.m." | ":");
    (title && near).then_some(found)
}

pub(super) fn from_day(reader: &Reader, i: usize, days: i8) -> Option<Found> {
    // "Today, however, …" means nowadays; "today's world" too.
    if days == 0 && reader.starts_sentence(i) && reader.lower(i + 1) == "," {
        return None;
    }
    // "USA Today", "World today News": part of a title.
    let capital = |at: usize| reader.case(at) == Case::Title && reader.lex(at).calendar == Calendar::None;
    let titled = reader.case(i) == Case::Title && !reader.starts_sentence(i);
    if days == 0
        && i > reader.first
        && capital(i - 1)
        && !reader.starts_sentence(i - 1)
        && (titled || capital(i + 1))
        || days == 0 && i > reader.first && capital(i - 1) && capital(i + 1)
    {
        return None;
    }
    // "the day before yesterday", "the day after tomorrow"
    let further =
        reader.before(i, 2) == "day" && matches!((reader.before(i, 1), days), ("before", -1) | ("after", 1));
    let first = match further {
        true if reader.before(i, 3) == "the" => i - 3,
        true => i - 2,
        false => i,
    };
    let days = if further { 2 * days } else { days };
    let shift = Some((Period::Day, i16::from(days)));
    let mut found = Found { first, end: i + 1, when: When { shift, ..When::default() } };
    add_part(reader, &mut found);
    Some(found)
}

/// A month and day in whatever order, for a weekday before it.
fn calendar_day(reader: &Reader, i: usize) -> Option<Found> {
    let found = match reader.lex(i).calendar {
        Calendar::Month(month) => from_month(reader, i, month, false)?,
        Calendar::ShortMonth(month) => from_month(reader, i, month, true)?,
        _ => numeric(reader, i, true).or_else(|| from_numeral(reader, i, &numeral::parse(reader, i)?))?,
    };
    (found.when.month.is_some() && found.when.day.is_some()).then_some(found)
}

/// "Tuesday night", "yesterday morning".
fn add_part(reader: &Reader, found: &mut Found) {
    // "Sunday early morning"
    let at = found.end + usize::from(matches!(reader.lower(found.end), "early" | "late"));
    if let Calendar::Part(part) = reader.lex(at).calendar
        && reader.gap(at) <= Gap::Line
    {
        found.when.part = Some(part);
        found.end = at + 1;
    }
}
