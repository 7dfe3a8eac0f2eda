//! Dates told from today: "last week", "this year", "the past three years", "the end of the year".
//!
//! The word before a period, weekday, month or season tells how far off it is. What has no form in
//! ISO 8601 is found without a value. "Three days ago" is a duration, and a date where the article's own
//! is known (see [`Atom::finish`](crate::figure::atom::Atom::finish)). Missed: "in three days".

use super::digits::numeric;
use super::month::from_month;
use super::weekday::from_weekday;
use super::{Found, from_holiday};
use crate::figure::calendar::When;
use crate::figure::day::Date;
use crate::figure::lexicon::{Calendar, DayPart, Number, Period};
use crate::figure::numeral::{self, Form, Numeral, plain_digits};
use crate::figure::reader::Reader;
use crate::figure::tense::Tense;
use crate::lexicon::Class;
use crate::token::{Case, Gap};

/// "last week", "this year", "next Tuesday", "the past three years", "the last decade".
pub(super) fn deictic(reader: &Reader, i: usize, shift: i8) -> Option<Found> {
    let word = reader.lower(i);
    let the = i > reader.first && reader.lower(i - 1) == "the";
    let first = if the { i - 1 } else { i };
    // "is expected to last six weeks"
    if word == "last" && reader.before_is(i, 1, Class::LastVerb) {
        return None;
    }
    let mut shift = i16::from(shift);
    let mut at = i + 1;
    if let Calendar::Deictic(second) = reader.lex(at).calendar
        && word == "this"
    {
        shift = i16::from(second);
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
            match word {
                // "this coming Friday" is the first that comes.
                _ if found.when.day.is_some() => {}
                "coming" | "upcoming" => found.when.tense = Some(Tense::Future),
                _ if matches!(reader.lower(i + 1), "coming" | "upcoming") => {
                    found.when.tense = Some(Tense::Future);
                }
                _ => found.when.shift = Some((Period::Week, shift)),
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
        // "the last week of 2016"
        if word == "last"
            && period == Period::Week
            && reader.lower(at + 1) == "of"
            && let Some(year) = plain_digits(reader, at + 2).filter(|y| (1500..2200).contains(y))
        {
            let year = year as i32;
            return from(
                When { year: Some(year), week: Some(Date::weeks_of(year)), ..When::default() },
                at + 3,
            );
        }
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
            Period::Day | Period::Fortnight | Period::Century => When { formless: true, ..When::default() },
            _ => shifted(period),
        };
        // "this week Monday" and "next year's budget" stay as they are.
        return from(relative, at + 1);
    }
    // "the past three years", "last 12 months", "the next few days"
    if matches!(word, "last" | "past" | "next" | "coming" | "previous" | "following") {
        // "the past two quarters" is no fraction.
        if let Number::Ones(count) = reader.lex(at).number
            && reader.lower(at + 1) == "quarters"
        {
            let span = Some((Period::Quarter, i16::from(count) * shift.signum()));
            return from(When { span, ..When::default() }, at + 2);
        }
        let numeral = numeral::parse(reader, at).filter(|n| n.first == at && n.form != Form::Ordinal)?;
        let period = reader.lex(numeral.end).period.filter(|p| *p >= Period::Day)?;
        if period == Period::Second || reader.gap(numeral.end) == Gap::Block {
            return None;
        }
        // "the last two months of the year" are no two before today.
        let of = reader.lower(numeral.end + 1) == "of";
        let when =
            if of { When { formless: true, ..When::default() } } else { counted(&numeral, period, shift) };
        return from(when, numeral.end + 1);
    }
    None
}

/// "the past three years": what the count and the reference date tell together.
fn counted(numeral: &Numeral, period: Period, shift: i16) -> When {
    let count = numeral.value.map(|v| v.value()).filter(|v| v.fract() == 0.0 && (1.0..10_000.0).contains(v));
    match count {
        Some(count) => When { span: Some((period, count as i16 * shift.signum())), ..When::default() },
        None => When { formless: true, ..When::default() },
    }
}

/// "the year", "the weekend": only where it is the current one.
pub(super) fn from_period(reader: &Reader, i: usize) -> Option<Found> {
    let period = reader.lex(i).period?;
    // "a year ago"
    if reader.lower(i + 1) == "ago" && matches!(reader.before(i, 1), "a" | "an") && period >= Period::Day {
        let when = When { span: Some((period, -1)), ago: true, ..When::default() };
        return Some(Found { first: i - 1, end: i + 1, when });
    }
    if let Some(found) = feast(reader, i) {
        return Some(found);
    }
    // "New Year's Eve", "New Year's Day"
    if reader.before(i, 1) == "new"
        && matches!((reader.lower(i), reader.lower(i + 1)), ("year", "'s"))
        && reader.case(i) == Case::Title
    {
        let (month, day) = match reader.lower(i + 2) {
            "eve" => (12, 31),
            "day" => (1, 1),
            _ => return None,
        };
        let when = When { month: Some(month), day: Some(day), holiday: true, ..When::default() };
        return Some(Found { first: i - 1, end: i + 3, when });
    }
    if reader.before(i, 1) != "the" || reader.gap(i) == Gap::Block {
        return None;
    }
    let before = reader.before(i, 2);
    let singular = matches!(reader.lower(i), "year" | "month" | "week" | "weekend");
    if !singular {
        return None;
    }
    let since = before == "of" && reader.before_is(i, 3, Class::PartOfPeriod)
        || before == "in" && matches!(reader.before(i, 3), "earlier" | "later" | "late" | "early");
    let weekend = period == Period::Weekend
        && matches!(before, "over" | "during" | "on" | "at" | "for" | "of" | "before" | "after");
    // "in the year 2020", "the week of fighting"
    if !(since || weekend) || reader.is_digits(i + 1) || reader.lower(i + 1) == "of" {
        return None;
    }
    let when = match period {
        Period::Weekend => When { shift: Some((period, 0)), bare: true, ..When::default() },
        _ => When { shift: Some((period, 0)), ..When::default() },
    };
    Some(Found { first: i - 1, end: i + 1, when })
}

/// Whether the word before says when: "on Labor Day", and not "the history of Labor Day".
pub(super) fn is_told_of(reader: &Reader, first: usize) -> bool {
    reader.before_is(first, 1, Class::ToldOf)
}

/// "Labor Day", "Memorial Day weekend": days that move, or lie elsewhere in every country, and so have no form.
fn feast(reader: &Reader, i: usize) -> Option<Found> {
    let named = reader.before_is(i, 1, Class::NamedDay);
    if i <= reader.first {
        return None;
    }
    let title = reader.case(i) == Case::Title && reader.case(i - 1) == Case::Title;
    if !(named
        && is_told_of(reader, i - 1)
        && title
        && reader.lower(i) == "day"
        && reader.gap(i) == Gap::Space)
    {
        return None;
    }
    let mut end = i + 1 + usize::from(reader.lower(i + 1) == "weekend");
    let mut when = When { formless: true, ..When::default() };
    match reader.before(i, 1) {
        "boxing" => when = When { month: Some(12), day: Some(26), holiday: true, ..When::default() },
        "veterans" => when = When { month: Some(11), day: Some(11), holiday: true, ..When::default() },
        _ => {}
    }
    if let Some(year) = plain_digits(reader, end).filter(|y| (1900..2200).contains(y)) {
        when = When { year: Some(year as i32), formless: false, ..when };
        end += 1;
    }
    Some(Found { first: i - 1, end, when })
}

/// "the 10 previous weeks", "the 2 next days"
pub(super) fn counted_periods(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let deictic = reader.lower(numeral.end);
    let shift = match deictic {
        "past" | "previous" => -1,
        "next" | "following" | "coming" => 1,
        _ => return None,
    };
    let period = reader.lex(numeral.end + 1).period.filter(|p| *p >= Period::Day)?;
    let when = counted(numeral, period, shift);
    let several = reader.lower(numeral.end + 1).ends_with('s');
    (several && period != Period::Weekend && numeral.form != Form::Ordinal).then_some(Found {
        first: numeral.first,
        end: numeral.end + 2,
        when,
    })
}
