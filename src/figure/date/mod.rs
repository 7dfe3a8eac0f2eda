//! Dates: absolute, partial and relative.
//!
//! "2021-12-16", "June 27, 2023", "the 4th of July", "late 2022", "the early 2000s", "Tuesday night",
//! "last week", "the past three years", "the year". Words such as *late* and *start of* stay
//! outside. A bare four-digit number is a year unless it counts something.
//!
//! The word or numeral that starts a date tells which sort it is: `month`, `year`, `weekday`,
//! `relative`, or `digits` alone; holidays are read here.
//!
//! "Labor Day" and "Easter" are dates without a form where a word says when; of "summer 2021" only the year has
//! one, "the third quarter of 2022" is its months.
//!
//! Missed: quarters and halves without a year, and fiscal years' own days.

mod digits;
mod month;
mod relative;
mod weekday;
mod year;

pub(super) use digits::numeric;

use super::calendar::When;
use super::lexicon::{Calendar, DayPart, Period};
use super::numeral::{Form, Numeral, plain_digits};
use super::reader::Reader;
use crate::figure::stop::stops;
use crate::lexicon::Class;
use crate::token::{Case, Gap, TokenKind};
use month::{day_then_month, from_month};
use relative::{counted_periods, deictic, from_period, is_told_of};
use weekday::{from_day, from_short_weekday, from_weekday};
use year::{century, decade, era, short_year, with_mid, year};

/// A date and the tokens it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub first: usize,
    pub end: usize,
    pub when: When,
}

/// The date that the word at `i` starts.
pub(super) fn from_word(reader: &Reader, i: usize) -> Option<Found> {
    let mut found = match reader.lex(i).calendar {
        Calendar::Month(month) => from_month(reader, i, month, false),
        Calendar::ShortMonth(month) => from_month(reader, i, month, true),
        Calendar::Weekday(weekday) => Some(from_weekday(reader, i, weekday)),
        Calendar::ShortWeekday(weekday) => from_short_weekday(reader, i, weekday),
        Calendar::Day(days) => from_day(reader, i, days),
        Calendar::Tonight => Some(Found {
            first: i,
            end: i + 1,
            when: When { shift: Some((Period::Day, 0)), part: Some(DayPart::Night), ..When::default() },
        }),
        Calendar::Deictic(shift) => deictic(reader, i, shift),
        Calendar::Holiday(month, day) => from_holiday(reader, i, month, day),
        Calendar::Feast => from_feast(reader, i),
        Calendar::Quarter(first, last) => from_quarter(reader, i, (first, last)),
        Calendar::Fiscal(year) => from_fiscal(reader, i, year),
        _ => from_period(reader, i),
    }?;
    if matches!(reader.lex(i).calendar, Calendar::Month(_)) {
        found.first = with_mid(reader, i);
    }
    Some(found)
}

/// The date that a numeral starts: "27 June 2023", "the 4th of July", "1990s", "2014", "20th century".
pub(super) fn from_numeral(reader: &Reader, i: usize, numeral: &Numeral) -> Option<Found> {
    if let Some(found) = numeric(reader, i, false) {
        return Some(found);
    }
    year_then_month(reader, numeral)
        .or_else(|| quarter_of(reader, numeral))
        .or_else(|| day_then_month(reader, numeral))
        .or_else(|| counted_periods(reader, numeral))
        .or_else(|| week_of(reader, numeral))
        .or_else(|| era(reader, numeral))
        .or_else(|| decade(reader, numeral))
        .or_else(|| century(reader, numeral))
        .or_else(|| year(reader, numeral))
}

fn from_holiday(reader: &Reader, i: usize, month: u8, day: u8) -> Option<Found> {
    let (mut day, mut end) = (day, i + 1);
    match reader.lower(end) {
        "eve" => (day, end) = (day - 1, end + 1),
        "day" => end += 1,
        _ => {}
    }
    // "Christmas trees" are no date.
    let noun = end == i + 1
        && reader.kind(end) == TokenKind::Word
        && reader.gap(end) != Gap::Block
        && !reader.is(end, Class::AfterDay);
    if noun || reader.before(i, 1) == "merry" {
        return None;
    }
    let mut when = When { month: Some(month), day: Some(day), holiday: true, ..When::default() };
    if let Some(year) = plain_digits(reader, end).filter(|y| (1500..2200).contains(y)) {
        when.year = Some(year as i32);
        end += 1;
    }
    Some(Found { first: i, end, when })
}

/// "on Easter Sunday", "at Thanksgiving": not "Easter eggs", "Thanksgiving dinner".
fn from_feast(reader: &Reader, i: usize) -> Option<Found> {
    let day = matches!(reader.lower(i + 1), "sunday" | "monday" | "weekend");
    let noun = reader.kind(i + 1) == TokenKind::Word && !stops(reader.lower(i + 1));
    if reader.case(i) != Case::Title || noun && !day || !is_told_of(reader, i) {
        return None;
    }
    Some(Found { first: i, end: i + 1 + usize::from(day), when: When { formless: true, ..When::default() } })
}

/// "Q1 2018", "H1 of 2021", "Q2'23"
fn from_quarter(reader: &Reader, i: usize, months: (u8, u8)) -> Option<Found> {
    let at = match reader.lower(i + 1) {
        "of" | "," => i + 2,
        "-" | "/" if reader.hyphen(i + 1) || reader.glued(i + 1) && reader.glued(i + 2) => i + 2,
        _ => i + 1,
    };
    let (year, end) = year_at(reader, at)?;
    let when = When { year: Some(year), months: Some(months), ..When::default() };
    Some(Found { first: i, end, when })
}

/// A year of four digits, or of two behind an apostrophe; and the token after it.
fn year_at(reader: &Reader, at: usize) -> Option<(i32, usize)> {
    if reader.gap(at) > Gap::Line {
        return None;
    }
    let apostrophe = matches!(reader.text(at), "'" | "’" | "‘") && reader.glued(at + 1);
    let digits = at + usize::from(apostrophe);
    let year = plain_digits(reader, digits)?;
    match reader.text(digits).len() {
        4 if (1900..2200).contains(&year) => Some((year as i32, digits + 1)),
        2 if apostrophe => Some((short_year(year), digits + 1)),
        _ => None,
    }
}

/// "FY22", "FY 2021", "FY2023-24", "FY19/20"
fn from_fiscal(reader: &Reader, i: usize, year: u16) -> Option<Found> {
    let (year, end) = match year {
        0 => year_at(reader, i + 1)?,
        year => (i32::from(year), i + 1),
    };
    let mark = matches!(reader.lower(end), "-" | "/" | "–") && reader.glued(end) && reader.glued(end + 1);
    let next =
        plain_digits(reader, end + 1).filter(|_| mark).and_then(|next| match reader.text(end + 1).len() {
            2 if next as i32 == (year + 1) % 100 => Some(year + 1),
            4 if next as i32 == year + 1 => Some(year + 1),
            _ => None,
        });
    let when = When { year: Some(year), ends: next, ..When::default() };
    Some(Found { first: i, end: if next.is_some() { end + 2 } else { end }, when })
}

/// "4Q22", "1H 2021", "2019 Q3": a quarter whose number or year stands before its letter.
fn quarter_of(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let at = numeral.end;
    if let Some(year) = numeral.plain(4..=4).filter(|y| (1900..2200).contains(y)) {
        let at = if reader.hyphen(at) { at + 1 } else { at };
        let Calendar::Quarter(first, last) = reader.lex(at).calendar else { return None };
        let when = When { year: Some(year as i32), months: Some((first, last)), ..When::default() };
        return (reader.gap(at) <= Gap::Line).then_some(Found { first: numeral.first, end: at + 1, when });
    }
    let number = numeral.plain(1..=1).filter(|_| reader.glued(at))? as u8;
    let text = reader.text(at);
    let length = match text.as_bytes().first()? {
        b'Q' if (1..=4).contains(&number) => 3,
        b'H' if (1..=2).contains(&number) => 6,
        _ => return None,
    };
    let last = number * length;
    let (year, end) = match &text[1..] {
        "" => year_at(reader, at + 1)?,
        two if two.len() == 2 => (short_year(two.parse().ok()?), at + 1),
        _ => return None,
    };
    let when = When { year: Some(year), months: Some((last + 1 - length, last)), ..When::default() };
    Some(Found { first: numeral.first, end, when })
}

/// "2018 March 18", "2016 October"
fn year_then_month(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let year = numeral.plain(4..=4).filter(|y| (1500..2200).contains(y))?;
    let comma = reader.lower(numeral.end) == ",";
    let at = numeral.end + usize::from(comma);
    let month = match reader.lex(at).calendar {
        Calendar::Month(month) => month,
        Calendar::ShortMonth(month) => month,
        _ => return None,
    };
    if reader.case(at) != Case::Title || reader.gap(at) != Gap::Space {
        return None;
    }
    let day = month::day_of_month(reader, at + 1).filter(|_| reader.gap(at + 1) == Gap::Space);
    let end = day.map_or(at + 1, |(_, end)| end);
    // "in 2018, May 3, 2019" and "in 2016 May said"
    let another = plain_digits(reader, end + usize::from(reader.lower(end) == ",")).is_some_and(|y| y > 1500);
    if another || day.is_none() && (comma || matches!(month, 3..=6 | 8)) {
        return None;
    }
    let when =
        When { year: Some(year as i32), month: Some(month), day: day.map(|(day, _)| day), ..When::default() };
    Some(Found { first: numeral.first, end, when })
}

/// "12/13 June", "24/25 December 1938", "June 12/13": two days that a stroke joins, as the date of the first and the
/// second.
pub(super) fn two_days(reader: &Reader, i: usize) -> Option<(Found, When)> {
    let named = |at: usize| match reader.lex(at).calendar {
        Calendar::Month(month) | Calendar::ShortMonth(month) if reader.case(at) == Case::Title => Some(month),
        _ => None,
    };
    let days = |at: usize| {
        let stroke = reader.lower(at + 1) == "/" && reader.glued(at + 1) && reader.glued(at + 2);
        let day = |at: usize| plain_digits(reader, at).filter(|day| (1..=31).contains(day));
        let (first, last) = (day(at)?, day(at + 2)?);
        (stroke
            && first < last
            && !(reader.glued(at + 3)
                && (reader.kind(at + 3) == TokenKind::Word
                    || reader.is_digits(at + 4)
                    || reader.lower(at + 3) == "%")))
            .then_some((first as u8, last as u8))
    };
    let (month, (first, last), mut end) = match named(i) {
        Some(month) => (month, days(i + 1)?, i + 4),
        None => (named(i + 3)?, days(i)?, i + 4),
    };
    let mut when = When { month: Some(month), day: Some(first), ..When::default() };
    if let Some((year, after)) = year::year_after(reader, end, true) {
        when.year = Some(year);
        end = after;
    }
    Some((Found { first: i, end, when }, When { day: Some(last), ..when }))
}

/// "the first week of 2021", "the third week of January", "the third quarter of 2022"
fn week_of(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let ordinal = numeral.value.filter(|_| numeral.form == Form::Ordinal)?.value();
    let at = numeral.end + 2;
    let length = match reader.lower(numeral.end) {
        "half" => 6,
        "quarter" => 3,
        _ => 0,
    };
    if reader.lower(at - 1) == "of" && length > 0 && (1.0..=12.0 / f64::from(length)).contains(&ordinal) {
        let last = ordinal as u8 * length;
        // A firm's own year has its own quarters.
        let fiscal = matches!(reader.lower(at), "fiscal" | "financial");
        let year = at + usize::from(fiscal) + usize::from(fiscal && reader.lower(at + 1) == "year");
        if let Some(found) = plain_digits(reader, year).filter(|y| (1900..2200).contains(y)) {
            let months = (!fiscal).then_some((last + 1 - length, last));
            let when = When { year: Some(found as i32), months, ..When::default() };
            return Some(Found { first: numeral.first, end: year + 1, when });
        }
    }
    if reader.lower(numeral.end) != "week" || reader.lower(at - 1) != "of" || !(1.0..54.0).contains(&ordinal)
    {
        return None;
    }
    if let Some(year) = plain_digits(reader, at).filter(|y| (1500..2200).contains(y)) {
        let when = When { year: Some(year as i32), week: Some(ordinal as u8), ..When::default() };
        return Some(Found { first: numeral.first, end: at + 1, when });
    }
    let month = match reader.lex(at).calendar {
        Calendar::Month(month) => from_month(reader, at, month, false)?,
        Calendar::ShortMonth(month) => from_month(reader, at, month, true)?,
        _ => return None,
    };
    let when = When { formless: true, ..When::default() };
    month.when.day.is_none().then_some(Found { first: numeral.first, end: month.end, when })
}
