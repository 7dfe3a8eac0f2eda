//! Dates: absolute, partial and relative.
//!
//! "2021-12-16", "June 27, 2023", "the 4th of July", "late 2022", "the early 2000s", "Tuesday night",
//! "last week", "the past three years", "the year". Words such as *late* and *start of* stay
//! outside. A bare four-digit number is a year unless it counts something.
//!
//! Missed: movable feasts, quarters of a fiscal year, "a week ago" as a date.

use super::calendar::When;
use super::lexicon::{Calendar, DayPart, Nth, Number, Period};
use super::numeral::{self, Form, Numeral, plain_digits};
use super::reader::{Reader, is_dash};
use crate::token::{Case, Gap, TokenKind};

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
        _ => from_period(reader, i),
    }?;
    if matches!(reader.lex(i).calendar, Calendar::Month(_)) {
        found.first = with_mid(reader, i);
    }
    Some(found)
}

/// "mid-November", "mid 1989": the word goes with the date, unlike "late" and "early".
fn with_mid(reader: &Reader, i: usize) -> usize {
    if reader.before(i, 1) == "mid" {
        i - 1
    } else if reader.before(i, 2) == "mid" && reader.lower(i - 1) == "-" {
        i - 2
    } else {
        i
    }
}

fn from_month(reader: &Reader, i: usize, month: u8, short: bool) -> Option<Found> {
    let mut when = When { month: Some(month), ..When::default() };
    let mut end = skip_full_stop(reader, i + 1);
    // "Nov/2", "Sep-23-2020", "Jan 5", "May the 5th"
    let mut at = end;
    let mark = matches!(reader.lower(at), "/" | "-") && reader.glued(at) && reader.is_digits(at + 1);
    if mark || reader.lower(at) == "the" {
        at += 1;
    }
    if let Some((day, after)) = day_of_month(reader, at) {
        when.day = Some(day);
        end = after;
    }
    let with_day = when.day.is_some();
    if let Some((year, after)) = year_after(reader, end, with_day) {
        when.year = Some(year);
        end = after;
    }
    if !with_day && when.year.is_none() && !month_alone(reader, i, month, short) {
        return None;
    }
    Some(Found { first: i, end, when })
}

/// Whether a month's name without day and year is one.
fn month_alone(reader: &Reader, i: usize, month: u8, short: bool) -> bool {
    let before = reader.before(i, 1);
    let leads = matches!(
        before,
        "in" | "of"
            | "since"
            | "until"
            | "till"
            | "by"
            | "mid"
            | "late"
            | "early"
            | "last"
            | "next"
            | "this"
            | "previous"
            | "from"
            | "before"
            | "after"
            | "between"
            | "during"
            | "through"
            | "to"
            | "and"
            | "-"
            | "the"
            | "every"
    ) && reader.lower(i + 1) != "'s";
    let modal = matches!(month, 3 | 5) || short;
    if !modal {
        return reader.case(i) != Case::Lower || leads;
    }
    let safe = matches!(
        before,
        "in" | "since" | "until" | "till" | "mid" | "late" | "early" | "last" | "next" | "of" | "during"
    ) || before == "-" && reader.before(i, 2) == "mid"
        || reader.case(i) == Case::Title && leads && !(matches!(before, "the" | "and" | "to"));
    // "May to September", "the May election"
    let range = matches!(reader.lower(i + 1), "to" | "and" | "-" | "–" | "through")
        && matches!(reader.lex(i + 2).calendar, Calendar::Month(_) | Calendar::ShortMonth(_));
    let after_range = matches!(before, "to" | "and" | "-" | "–" | "through")
        && matches!(reader.lex(i.wrapping_sub(2)).calendar, Calendar::Month(_) | Calendar::ShortMonth(_));
    let inside = month == 5 && reader.case(i) == Case::Title && matches!(before, "the" | "a" | "'s");
    safe || range || after_range || inside
}

/// A day of the month: "27", "27th", "twenty-third", "first". Not "27 percent" or "27:30".
fn day_of_month(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    let lex = reader.lex(i);
    if reader.gap(i) == Gap::Block {
        return None;
    }
    if lex.number == Number::Digits {
        let day = plain_digits(reader, i)?;
        let mut end = i + 1;
        if reader.text(i).len() > 2 || !(1..=31).contains(&day) {
            return None;
        }
        if reader.glued(end) {
            match reader.lower(end) {
                "st" | "nd" | "rd" | "th" => end += 1,
                ":" | "%" | "/" | "." if reader.glued(end + 1) && reader.is_digits(end + 1) => return None,
                "%" => return None,
                _ if reader.kind(end) == TokenKind::Word => return None,
                _ => {}
            }
        } else if matches!(reader.lower(end), "percent" | "million" | "billion" | "%") {
            return None;
        }
        return Some((day as u8, end));
    }
    let numeral = match (lex.number, lex.nth) {
        (_, Nth::Ones(_) | Nth::Tens(_)) | (Number::Ones(_) | Number::Tens(_), _) => {
            // "January twenty fourth one thirty": the day ends where the next number starts.
            numeral::parse(reader, i)?
        }
        _ => return None,
    };
    let value = numeral.value?.value();
    let words = matches!(numeral.form, Form::Ordinal | Form::Words) && numeral.first == i;
    (words && (1.0..=31.0).contains(&value) && value.fract() == 0.0).then_some((value as u8, numeral.end))
}

/// A year after a month or day: "2023", ", 2023", "of 2023", "in 2016", "'87".
fn year_after(reader: &Reader, i: usize, with_day: bool) -> Option<(i32, usize)> {
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
    if matches!(reader.text(at), "'" | "’") && reader.glued(at + 1) {
        let year = plain_digits(reader, at + 1).filter(|_| reader.text(at + 1).len() == 2)?;
        return Some((short_year(year), at + 2));
    }
    year_in_words(reader, at)
}

fn short_year(year: u32) -> i32 {
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

fn from_weekday(reader: &Reader, i: usize, weekday: u8) -> Found {
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
            found.when.shift = Some((Period::Week, i32::from(weeks)));
            found.end = at + 2;
        }
    }
    found
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

/// "Mon", "Sun" only beside a date or time.
fn from_short_weekday(reader: &Reader, i: usize, weekday: u8) -> Option<Found> {
    let found = from_weekday(reader, i, weekday);
    let title = reader.case(i) != Case::Lower;
    let near = found.when.day.is_some()
        || found.when.part.is_some()
        || reader.lower(found.end) == "at" && reader.is_digits(found.end + 1)
        || reader.is_digits(found.end)
            && matches!(reader.lower(found.end + 1), "am" | "pm" | "a.m." | "p.m." | ":");
    (title && near).then_some(found)
}

fn from_day(reader: &Reader, i: usize, days: i8) -> Option<Found> {
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
    let shift = Some((Period::Day, i32::from(days)));
    let mut found = Found { first: i, end: i + 1, when: When { shift, ..When::default() } };
    add_part(reader, &mut found);
    Some(found)
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

/// "last week", "this year", "next Tuesday", "the past three years", "the last decade".
fn deictic(reader: &Reader, i: usize, shift: i8) -> Option<Found> {
    let word = reader.lower(i);
    let the = i > reader.first && reader.lower(i - 1) == "the";
    let first = if the { i - 1 } else { i };
    let mut shift = i32::from(shift);
    let mut at = i + 1;
    if let Calendar::Deictic(second) = reader.lex(at).calendar
        && word == "this"
    {
        shift = i32::from(second);
        at += 1;
    }
    if reader.gap(at) == Gap::Block {
        return None;
    }
    let lex = reader.lex(at);
    let from = |when: When, end: usize| Some(Found { first, end, when });
    let shifted = |period: Period| When { shift: Some((period, shift)), ..When::default() };
    match lex.calendar {
        Calendar::Weekday(weekday) => {
            if matches!(word, "following" | "past" | "current") && !the {
                return None;
            }
            let mut found = from_weekday(reader, at, weekday);
            found.first = first;
            if found.when.day.is_none() {
                found.when.shift = Some((Period::Week, shift));
            }
            return Some(found);
        }
        Calendar::Month(month)
            if word != "following" && (reader.case(at) != Case::Lower || month != 5 && month != 3) =>
        {
            let mut found = from_month(reader, at, month, false)?;
            found.first = first;
            if found.when.year.is_none() && found.when.day.is_none() {
                found.when.shift = Some((Period::Year, shift));
            }
            return Some(found);
        }
        Calendar::Season if matches!(word, "last" | "this" | "next" | "past" | "coming") => {
            return from(When { formless: true, ..When::default() }, at + 1);
        }
        Calendar::Part(part) if matches!((word, part), ("this", _) | ("last", DayPart::Night)) => {
            return from(
                When { part: Some(part), shift: Some((Period::Day, shift)), ..When::default() },
                at + 1,
            );
        }
        Calendar::Holiday(month, day) => {
            let found = from_holiday(reader, at, month, day)?;
            return from(When { shift: Some((Period::Year, shift)), ..found.when }, found.end);
        }
        _ => {}
    }
    if reader.is_digits(at)
        && matches!(word, "this" | "next" | "last")
        && let Some(found) = numeric(reader, at, true)
    {
        return Some(Found { first, ..found });
    }
    if let Some(period) = lex.period {
        let counts = match period {
            Period::Second | Period::Minute | Period::Hour | Period::Millisecond => false,
            // "the last day of the trial", "this day"; but "the following day".
            Period::Day => the && matches!(word, "next" | "following" | "previous"),
            _ => {
                !(matches!(
                    reader.lower(at),
                    "seconds" | "years" | "months" | "weeks" | "decades" | "centuries" | "quarters"
                ))
            }
        };
        // "the last week of July"
        if word == "last"
            && period == Period::Week
            && reader.lower(at + 1) == "of"
            && let Calendar::Month(month) = reader.lex(at + 2).calendar
            && let Some(found) = from_month(reader, at + 2, month, false)
        {
            return from(When { formless: true, ..When::default() }, found.end);
        }
        let of = reader.lower(at + 1) == "of" && word == "last";
        if !counts || of || reader.lower(at) == "quarter" && reader.lower(at + 1) == "-" {
            return None;
        }
        let relative = match period {
            Period::Day | Period::Weekend | Period::Fortnight | Period::Quarter | Period::Century => {
                When { formless: true, ..When::default() }
            }
            _ => shifted(period),
        };
        // "this week Monday" and "next year's budget" stay as they are.
        return from(relative, at + 1);
    }
    // "the past three years", "last 12 months", "the next few days"
    if matches!(word, "last" | "past" | "next" | "coming" | "previous" | "following") {
        // "the past two quarters" is no fraction.
        if let Number::Ones(_) = reader.lex(at).number
            && reader.lower(at + 1) == "quarters"
        {
            return from(When { formless: true, ..When::default() }, at + 2);
        }
        let numeral = numeral::parse(reader, at).filter(|n| n.first == at && n.form != Form::Ordinal)?;
        let period = reader.lex(numeral.end).period.filter(|p| *p >= Period::Day)?;
        if period == Period::Second || reader.gap(numeral.end) == Gap::Block {
            return None;
        }
        return from(When { formless: true, ..When::default() }, numeral.end + 1);
    }
    None
}

/// "the year", "the weekend": only where it is the current one.
fn from_period(reader: &Reader, i: usize) -> Option<Found> {
    let period = reader.lex(i).period?;
    if reader.before(i, 1) != "the" || reader.gap(i) == Gap::Block {
        return None;
    }
    let before = reader.before(i, 2);
    let singular = matches!(reader.lower(i), "year" | "month" | "week" | "weekend");
    if !singular {
        return None;
    }
    let since = before == "of"
        && matches!(
            reader.before(i, 3),
            "start" | "beginning" | "end" | "rest" | "middle" | "part" | "half" | "quarter" | "turn"
        )
        || before == "in" && matches!(reader.before(i, 3), "earlier" | "later" | "late" | "early");
    let weekend = period == Period::Weekend
        && matches!(before, "over" | "during" | "on" | "at" | "for" | "of" | "before" | "after");
    // "in the year 2020", "the week of fighting"
    if !(since || weekend) || reader.is_digits(i + 1) || reader.lower(i + 1) == "of" {
        return None;
    }
    let when = match period {
        Period::Weekend => When { formless: true, ..When::default() },
        _ => When { shift: Some((period, 0)), ..When::default() },
    };
    Some(Found { first: i - 1, end: i + 1, when })
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

/// The date that a numeral starts: "27 June 2023", "the 4th of July", "1990s", "2014", "20th century".
pub(super) fn from_numeral(reader: &Reader, i: usize, numeral: &Numeral) -> Option<Found> {
    if let Some(found) = numeric(reader, i, false) {
        return Some(found);
    }
    day_then_month(reader, numeral)
        .or_else(|| counted_periods(reader, numeral))
        .or_else(|| week_of(reader, numeral))
        .or_else(|| decade(reader, numeral))
        .or_else(|| century(reader, numeral))
        .or_else(|| year(reader, numeral))
}

/// "the 10 previous weeks", "the 2 next days"
fn counted_periods(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let deictic = matches!(reader.lower(numeral.end), "past" | "previous" | "next" | "following" | "coming");
    let period = reader.lex(numeral.end + 1).period.filter(|p| *p >= Period::Day)?;
    let when = When { formless: true, ..When::default() };
    let several = reader.lower(numeral.end + 1).ends_with('s');
    (deictic && several && period != Period::Weekend && numeral.form != Form::Ordinal).then_some(Found {
        first: numeral.first,
        end: numeral.end + 2,
        when,
    })
}

/// "the first week of 2021", "the third week of January"
fn week_of(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let ordinal = numeral.value.filter(|_| numeral.form == Form::Ordinal)?.value();
    let at = numeral.end + 2;
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

/// "27 June", "27th of June 2023", "the 15th day of June", "05-Aug-2016", "30 December".
fn day_then_month(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let ordinal = numeral.form == Form::Ordinal;
    let day = if ordinal { numeral.value?.value() } else { f64::from(numeral.plain(1..=2)?) };
    if !(1.0..=31.0).contains(&day) || day.fract() != 0.0 {
        return None;
    }
    let mut at = numeral.end;
    if ordinal && reader.lower(at) == "day" {
        at += 1;
    }
    let joined = reader.hyphen(at) || reader.lower(at) == "/" && reader.glued(at) && reader.glued(at + 1);
    if reader.lower(at) == "of" || joined {
        at += 1;
    }
    if reader.gap(at) == Gap::Block {
        return None;
    }
    let (month, short) = match reader.lex(at).calendar {
        Calendar::Month(month) => (month, false),
        Calendar::ShortMonth(month) => (month, true),
        _ => return None,
    };
    // "13 may have died"
    if reader.case(at) == Case::Lower && (short || matches!(month, 3 | 5)) && !ordinal && !joined {
        return None;
    }
    let mut when = When { month: Some(month), day: Some(day as u8), ..When::default() };
    let mut end = skip_full_stop(reader, at + 1);
    if let Some((year, after)) = year_after(reader, end, true) {
        when.year = Some(year);
        end = after;
    }
    Some(Found { first: numeral.first, end, when })
}

/// "the 1990s", "2000s", "the '90s"
fn decade(reader: &Reader, numeral: &Numeral) -> Option<Found> {
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
    Some(Found { first: if apostrophe { first - 1 } else { first }, end: numeral.end + 1, when })
}

/// "the 20th century", "18th-century"
fn century(reader: &Reader, numeral: &Numeral) -> Option<Found> {
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

/// A bare year.
fn year(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let year = numeral.plain(4..=4)? as i32;
    let first = numeral.first;
    let before = reader.before(first, 1);
    let leads = matches!(
        before,
        "in" | "since"
            | "of"
            | "until"
            | "till"
            | "by"
            | "before"
            | "after"
            | "from"
            | "during"
            | "between"
            | "early"
            | "late"
            | "mid"
            | "year"
            | "circa"
            | "through"
            | "summer"
            | "winter"
            | "spring"
            | "autumn"
            | "fall"
            | "'s"
            | "'"
            | "and"
            | "to"
    );
    let recent = (1900..2060).contains(&year);
    if !(recent || leads && (1200..2200).contains(&year)) {
        return None;
    }
    let end = numeral.end;
    // "2000 troops", "1999 kg", "2,000": what it counts stands after it.
    if super::counted::counts_people_or_things(reader, end) {
        let counted = matches!(
            before,
            "about"
                | "around"
                | "some"
                | "than"
                | "nearly"
                | "almost"
                | "over"
                | "least"
                | "approximately"
                | "roughly"
                | "estimated"
                | "to"
                | "up"
                | "another"
                | "killed"
                | "total"
                | "additional"
                | "with"
                | "for"
                | "has"
                | "had"
                | "were"
        );
        if counted
            || !(recent && (leads || matches!(before, "the" | "a" | "an") || year > 1950 && year % 100 != 0))
        {
            return None;
        }
    }
    if reader.glued(end)
        && (reader.kind(end) == TokenKind::Word || matches!(reader.lower(end), "%" | ":" | "°"))
        && reader.lower(end) != "'s"
    {
        return None;
    }
    if matches!(before, "$" | "£" | "€" | "#") && reader.glued(first) {
        return None;
    }
    let mut when = When { year: Some(year), ..When::default() };
    let mut found = with_mid(reader, first);
    // "in the year 2020", "summer 2020", "2019 q3"
    if before == "year" {
        found = first - 1;
    } else if reader.lex(first.wrapping_sub(1)).calendar == Calendar::Season
        && first > reader.first
        && !(before == "fall" && reader.case(first - 1) == Case::Lower)
    {
        found = first - 1;
        when.formless = true;
    }
    let at = if reader.hyphen(end) { end + 1 } else { end };
    if matches!(reader.lower(at), "q1" | "q2" | "q3" | "q4" | "h1" | "h2") {
        when.formless = true;
        return Some(Found { first: found, end: at + 1, when });
    }
    Some(Found { first: found, end, when })
}

/// Dates in digits: "2021-12-16", "10/1/2018", "23.04.2022", "05-Aug-2016", "2019/aug/01", "20200701".
pub(super) fn numeric(reader: &Reader, i: usize, hinted: bool) -> Option<Found> {
    let text = reader.text(i);
    let found = |end: usize, year: Option<i32>, month: u32, day: u32| {
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
        let when = When { year, month: Some(month as u8), day: Some(day as u8), ..When::default() };
        valid.then_some(Found { first: i, end, when })
    };
    // "23.04.2022", one token.
    if text.bytes().filter(|b| *b == b'.').count() == 2 && text.len() <= 10 && !text.contains(',') {
        let mut parts = text.split('.').map(|part| part.parse::<u32>().ok());
        let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
        let tail = text.rsplit('.').next().map_or(0, str::len);
        let year = if tail == 4 {
            year as i32
        } else if tail == 2 {
            short_year(year)
        } else {
            return None;
        };
        return found(i + 1, Some(year), month, day);
    }
    let first = plain_digits(reader, i)?;
    let length = text.len();
    if length == 8 && (19_000_101..21_000_000).contains(&first) && !reader.glued(i + 1) {
        return found(i + 1, Some((first / 10_000) as i32), first / 100 % 100, first % 100);
    }
    let mark = reader.lower(i + 1);
    let glued = |at: usize| reader.glued(at) && reader.glued(at + 1);
    if !matches!(mark, "-" | "/" | "–") || !glued(i + 1) || length == 3 || length > 4 {
        return None;
    }
    // More parts than a date has: a telephone number.
    let third = reader.lower(i + 3) == mark && glued(i + 3);
    if third {
        let third_value = plain_digits(reader, i + 4);
        let third_length = reader.text(i + 4).len();
        let end = i + 5;
        let more = reader.lower(end) == mark
            && glued(end)
            && mark == "-"
            && reader.text(end + 1).len() != 4
            && !range_follows(reader, end);
        if more || reader.glued(end) && reader.kind(end) == TokenKind::Word && reader.lower(end) != "t" {
            return None;
        }
        // A month by name in the middle or at the end.
        let named = |at: usize| match reader.lex(at).calendar {
            Calendar::Month(month) | Calendar::ShortMonth(month) => Some(u32::from(month)),
            _ => None,
        };
        if let (Some(month), Some(last)) = (named(i + 2), third_value) {
            return match length {
                4 => found(end, Some(first as i32), month, last),
                _ if third_length == 4 => found(end, Some(last as i32), month, first),
                _ => found(end, Some(short_year(last)), month, first),
            };
        }
        let second = plain_digits(reader, i + 2).filter(|_| reader.text(i + 2).len() <= 2)?;
        if let Some(month) = named(i + 4) {
            return found(end, (length == 4).then_some(first as i32), month, second);
        }
        let last = third_value?;
        if length == 4 {
            return found(end, Some(first as i32), second, last).filter(|_| third_length <= 2);
        }
        let year = match third_length {
            4 => last as i32,
            2 if mark == "/" => short_year(last),
            _ => return None,
        };
        // American order unless it cannot be.
        return if first > 12 {
            found(end, Some(year), second, first)
        } else {
            found(end, Some(year), first, second)
        };
    }
    // "10/1" and "22/04" only where something says that it is a date.
    let second = plain_digits(reader, i + 2).filter(|_| reader.text(i + 2).len() <= 2)?;
    if mark != "/"
        || length > 2
        || reader.glued(i + 3) && matches!(reader.kind(i + 3), TokenKind::Word | TokenKind::Number)
        || reader.lower(i + 3) == "/"
    {
        return None;
    }
    let fraction = first < second && matches!(second, 2 | 3 | 4 | 5 | 6 | 8);
    let dated = hinted
        || matches!(
            reader.before(i, 1),
            "on" | "from"
                | "until"
                | "till"
                | "since"
                | "by"
                | "between"
                | "back"
                | "due"
                | "dated"
                | "next"
                | "this"
                | "last"
                | "to"
        )
        || is_dash(reader.before(i, 1))
            && reader.glued(i)
            && i >= reader.first + 4
            && reader.lower(i - 3) == "/"
        || i == reader.first && !fraction;
    if !dated || matches!((first, second), (24, 7) | (9, 11) | (50, 50)) {
        return None;
    }
    // "5/7, 2020"
    let (year, end) = match plain_digits(reader, i + 4).filter(|y| (1900..2200).contains(y)) {
        Some(year) if reader.lower(i + 3) == "," => (Some(year as i32), i + 5),
        _ => (None, i + 3),
    };
    if first > 12 { found(end, year, second, first) } else { found(end, year, first, second) }
}

/// Whether a dash after a date in digits leads to another one: "10-1-2018-10-7-2018".
fn range_follows(reader: &Reader, dash: usize) -> bool {
    is_dash(reader.lower(dash + 2)) && is_dash(reader.lower(dash + 4)) && reader.is_digits(dash + 5)
}

/// "Dec . 31" of texts that are cut into words.
fn skip_full_stop(reader: &Reader, i: usize) -> usize {
    let stop = reader.lower(i) == "."
        && (reader.is_digits(i + 1) && matches!(reader.lex(i - 1).calendar, Calendar::ShortMonth(_)));
    if stop { i + 1 } else { i }
}
