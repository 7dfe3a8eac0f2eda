//! Dates: absolute, partial and relative.
//!
//! "2021-12-16", "June 27, 2023", "the 4th of July", "late 2022", "the early 2000s", "Tuesday night",
//! "last week", "the past three years", "the year". Words such as *late* and *start of* stay
//! outside. A bare four-digit number is a year unless it counts something.
//!
//! The word or numeral that starts a date tells which sort it is: `month`, `year`, `weekday`,
//! `relative`, or `digits` alone; holidays are read here.
//!
//! "Labor Day" and "Easter" are dates without a form where a word says when; of "the third quarter of 2022"
//! and "summer 2021" only the year has one.
//!
//! Missed: quarters and halves without a year, and fiscal years' own days.

mod digits;
mod month;
mod relative;
mod weekday;
mod year;

pub(super) use digits::numeric;

use super::calendar::When;
use super::counted;
use super::lexicon::{Calendar, DayPart, Period};
use super::numeral::{Form, Numeral, plain_digits};
use super::reader::Reader;
use crate::token::{Case, Gap, TokenKind};
use month::{day_then_month, from_month};
use relative::{counted_periods, deictic, from_period, is_told_of};
use weekday::{from_day, from_short_weekday, from_weekday};
use year::{century, decade, era, with_mid, year};

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
    day_then_month(reader, numeral)
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
        && !matches!(
            reader.lower(end),
            "in" | "at"
                | "on"
                | "and"
                | "or"
                | "as"
                | "when"
                | "with"
                | "was"
                | "is"
                | "will"
                | "has"
                | "after"
                | "before"
                | "for"
                | "because"
        );
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
    let noun = reader.kind(i + 1) == TokenKind::Word && !counted::stops(reader.lower(i + 1));
    if reader.case(i) != Case::Title || noun && !day || !is_told_of(reader, i) {
        return None;
    }
    Some(Found { first: i, end: i + 1 + usize::from(day), when: When { formless: true, ..When::default() } })
}

/// "the first week of 2021", "the third week of January", "the third quarter of 2022"
fn week_of(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let ordinal = numeral.value.filter(|_| numeral.form == Form::Ordinal)?.value();
    let at = numeral.end + 2;
    let most = match reader.lower(numeral.end) {
        "half" => 2.0,
        "quarter" => 4.0,
        _ => 0.0,
    };
    if reader.lower(at - 1) == "of"
        && (1.0..=most).contains(&ordinal)
        && let Some(year) = plain_digits(reader, at).filter(|y| (1900..2200).contains(y))
    {
        let when = When { year: Some(year as i32), ..When::default() };
        return Some(Found { first: numeral.first, end: at + 1, when });
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
