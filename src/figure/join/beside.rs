//! A time beside a date, or a date beside a larger one: "10 a.m. on Tuesday", "Saturday at 5", "two
//! weeks before Christmas".
//!
//! Missed: a date and a time with other words between them.

use super::{Atom, Glue, Kind, Tie};
use crate::figure::calendar::{Clock, When};
use crate::figure::lexicon::{DayPart, Period};
use crate::figure::numeral::Form;
use crate::figure::reader::Reader;
use crate::rule::Rule;

pub(in crate::figure) static HOUR: Rule = Rule {
    id: "figure.bare-hour",
    says: "A number behind a day and at is an hour.",
    fires: &["on Saturday at 5."],
    spares: &["on Saturday at 5 towns."],
};

pub(in crate::figure) static AWAY: Rule = Rule {
    id: "figure.away-from-day",
    says: "A duration before or after a day is a day.",
    fires: &["two weeks before Christmas"],
    spares: &["two weeks before the vote"],
};

pub(in crate::figure) static MONTH_OF_YEAR: Rule = Rule {
    id: "figure.month-of-year",
    says: "A month and a year told from today are one date.",
    fires: &["in November last year"],
    spares: &["in November 12 cars"],
};

pub(in crate::figure) static DAY_OF_WEEK: Rule = Rule {
    id: "figure.day-of-week",
    says: "A weekday and a week told from today are one date.",
    fires: &["on Tuesday last week"],
    spares: &["on Tuesday last of all"],
};

pub(in crate::figure) static DATE_TIME: Rule = Rule {
    id: "figure.date-and-time",
    says: "A date and a time beside it are one.",
    fires: &["at 10 a.m. on Tuesday"],
    spares: &["in 2022, 10:30 is late"],
};

/// A time beside a date, or a date beside a larger one.
pub(super) fn beside(reader: &Reader, left: &Atom, right: &Atom, glue: Glue) -> Option<Atom> {
    let Glue::Beside(tie) = glue else { return None };
    let mut joined = left.clone();
    joined.end = right.end;
    let span = reader.span(left.first, right.end);
    let hour = bare_hour(reader, left, right, tie).filter(|_| HOUR.acts(span));
    let day = || away(reader, left, right, tie).filter(|_| AWAY.acts(span));
    if let Some(joined) = hour.or_else(day) {
        return Some(joined);
    }
    let (from, to) = (left.when?, right.when?);
    if let Some(when) = month_of_year(from, to)
        && matches!(tie, Tie::Nothing | Tie::Of)
        && MONTH_OF_YEAR.acts(span)
    {
        joined.when = Some(when);
        return Some(joined);
    }
    let (dates, times) = (from.has_date() && to.has_date(), from.has_time() && to.has_time());
    if tie == Tie::Of {
        return None;
    }
    if let Some(when) = day_of_week(from, to)
        && tie == Tie::Nothing
        && DAY_OF_WEEK.acts(span)
    {
        joined.when = Some(when);
        return Some(joined);
    }
    if dates || times && from.clock.is_some() == to.clock.is_some() {
        return None;
    }
    // "Monday morning at 9": a part of a day and a clock time agree.
    if tie == Tie::Order && !(from.has_date() && to.clock.is_some()) {
        return None;
    }
    if left.until.is_some() && right.until.is_some()
        || from.formless
        || to.formless
        || from.holiday
        || to.holiday
    {
        return None;
    }
    // A bare year and a time are not one: "2022, 10:30".
    let vague = |when: &When| {
        when.has_date()
            && when.day.is_none()
            && when.weekday.is_none()
            && !matches!(when.shift, Some((Period::Day, _)))
    };
    if vague(&from) || vague(&to) || !DATE_TIME.acts(span) {
        return None;
    }
    let mut when = from.joined(to);
    // "Tuesday evening at 8:00"
    if let (Some(part), Some(clock)) = (when.part, &mut when.clock)
        && !clock.fixed
        && (1..12).contains(&clock.hour)
    {
        let afternoon = match part {
            DayPart::Morning => false,
            DayPart::Afternoon | DayPart::Evening => true,
            DayPart::Night => clock.hour > 5,
        };
        clock.hour += if afternoon { 12 } else { 0 };
        clock.fixed = true;
    }
    when.part = when.part.filter(|_| when.clock.is_none());
    joined.kind = Kind::Time;
    joined.when = Some(when);
    joined.until = match (left.until, right.until) {
        (Some(until), None) => Some(until.joined(to)),
        (None, Some(until)) => Some(until.joined(from)),
        _ => None,
    };
    if let Some(until) = &mut joined.until {
        until.part = until.part.filter(|_| until.clock.is_none());
    }
    Some(joined)
}

/// "two weeks before Christmas", "three days from today"
fn away(reader: &Reader, left: &Atom, right: &Atom, tie: Tie) -> Option<Atom> {
    let to = right.when.filter(|when| !when.has_time() && right.until.is_none())?;
    let fixed =
        to.holiday || to.month.is_some() && to.day.is_some() || matches!(to.shift, Some((Period::Day, _)));
    let period = left.period.filter(|_| left.kind == Kind::Duration && tie == Tie::Order && fixed)?;
    let count = left.value.filter(|v| v.fract() == 0.0 && (0.0..10_000.0).contains(v))? as i32;
    let count = match reader.lower(left.end) {
        "before" => -count,
        "after" | "from" => count,
        _ => return None,
    };
    let mut joined = Atom::new(left.first, right.end, Kind::Date, Form::Words);
    joined.when = Some(to.moved(period, count));
    Some(joined)
}

/// "November last year", "June 27 of this year"
fn month_of_year(from: When, to: When) -> Option<When> {
    let year = matches!(to.shift, Some((Period::Year, _))) && When { shift: None, ..to } == When::default();
    let month = from.month.is_some() && from.year.is_none() && from.shift.is_none() && !from.has_time();
    (year && month).then(|| When { told_year: true, ..from.joined(to) })
}

/// "Tuesday last week", "this week Monday"
fn day_of_week(from: When, to: When) -> Option<When> {
    let week = |when: When| {
        matches!(when.shift, Some((Period::Week, _))) && When { shift: None, ..when } == When::default()
    };
    let day = |when: When| {
        when.weekday.is_some() && When { weekday: None, part: None, clock: None, ..when } == When::default()
    };
    (day(from) && week(to) || week(from) && day(to)).then(|| from.joined(to))
}

/// "Saturday at 5"
fn bare_hour(reader: &Reader, left: &Atom, right: &Atom, tie: Tie) -> Option<Atom> {
    let day = left.when.filter(|when| (when.weekday.is_some() || when.day.is_some()) && !when.has_time())?;
    let hour = right.value.filter(|v| (1.0..=24.0).contains(v) && v.fract() == 0.0)?;
    let at = tie == Tie::Preposition && reader.lower(right.first - 1) == "at" && left.until.is_none();
    let bare = right.kind == Kind::Number
        && matches!(right.form, Form::Plain(1..=2))
        && matches!(reader.lower(right.end), "" | "." | "," | ";" | "?" | "and" | "in" | "to" | "for");
    if !at || !bare {
        return None;
    }
    let mut joined = left.clone();
    joined.end = right.end;
    joined.kind = Kind::Time;
    joined.when = Some(When { clock: Some(Clock { hour: hour as u8, ..Default::default() }), ..day });
    Some(joined)
}
