//! Ranges: "10 to 15 percent", "$3-5 million", "June 27-30", "8-9am", "from Jan 5 to 9".
//!
//! One end leaves to the other what it does not say itself: unit, magnitude, month, year, afternoon.
//! Missed: "from 5 percent to 10 percent", which tells two figures more often than one.

use super::score::is_score;
use super::{Atom, Glue, Kind, opens};
use crate::figure::calendar::{Clock, When};
use crate::figure::numeral::{Decimal, Form};
use crate::figure::reader::Reader;
use crate::lexicon::Class;
use crate::rule::Rule;
use std::borrow::Cow;

pub(in crate::figure) static RANGE: Rule = Rule {
    id: "figure.range",
    says: "Two figures with a word or mark of ranges between are one, which leave to each other what one does not say.",
    fires: &["10 to 15 percent of them", "June 27-30", "$3-5 million"],
    spares: &["fell $1.05 to $71.20", "from 5 percent to 10 percent"],
};

pub(in crate::figure) static SCORE: Rule = Rule {
    id: "figure.score",
    says: "A score or vote is one figure without a value.",
    fires: &["They won 3-1 at home."],
    spares: &["They took 3 and 1 at home."],
};

pub(super) fn range(reader: &Reader, left: &Atom, right: &Atom, glue: Glue) -> Option<Atom> {
    let Glue::Range { dash, or } = glue else { return None };
    if left.score || right.score {
        return None;
    }
    let mut joined = right.clone();
    joined.first = left.first;
    if let (Some(from), Some(until)) = (left.when, right.when) {
        if or || left.until.is_some() || right.until.is_some() {
            return None;
        }
        // "Tuesday to 2019" is none, "this May to Oct 2020" is one.
        let alike = from.has_date() == until.has_date() && from.clock.is_some() == until.clock.is_some()
            || from.has_date() && from.clock.is_some() && until.clock.is_some();
        let from = fill(from, until);
        joined.kind = if from.has_time() { Kind::Time } else { Kind::Date };
        joined.when = Some(from);
        joined.until = Some(follow(until, from));
        return alike.then_some(joined);
    }
    if let Some(joined) = half_dated(left, right, or) {
        return Some(joined);
    }
    if left.range.is_some() || right.range.is_some() || left.when.is_some() || right.when.is_some() {
        return None;
    }
    let (low, high) = (left.value?, right.value?);
    // "fell $1.05 to $71.20", "dropped by 9,000 to 210,000": by how much, and to where.
    if reader.lower(left.end) == "to" && high > 4.0 * low && left.scale == right.scale && moves(reader, left)
    {
        return None;
    }
    if matches!(left.form, Form::Vague) || left.kind == Kind::Ordinal && right.kind != Kind::Ordinal {
        return None;
    }
    if let Some(joined) = hours(reader, left, right) {
        return Some(joined);
    }
    // Which of the two says the unit for both.
    let shares = left.kind == Kind::Number
        || left.kind == right.kind && left.unit == right.unit
        || left.kind == Kind::Money && right.kind == Kind::Number
        || left.kind == Kind::Age && right.kind == Kind::Number;
    if !shares {
        return None;
    }
    let both = left.kind == right.kind && left.kind != Kind::Number;
    let between = opens(reader, left, "between")
        || reader.before(left.first, 1) == "of" && reader.before(left.first, 2) == "range";
    // "rose from 5 percent to 10 percent" tells two figures.
    if both && !dash && !between && !or && left.kind != Kind::Money && left.kind != Kind::Age {
        return None;
    }
    if both && left.kind == Kind::Money && !dash && !between && (reader.before(left.first, 1) == "from" || or)
    {
        return None;
    }
    if or && (left.kind != Kind::Number || high <= low || high > low * 3.0 + 1.0) {
        return None;
    }
    if left.kind == Kind::Number && right.kind == Kind::Number {
        let colon = reader.lower(left.end) == ":";
        if colon && !is_score(reader, left, right, dash) {
            return None;
        }
        if is_score(reader, left, right, dash) {
            joined.score = true;
            joined.value = None;
            joined.form = Form::Marked;
            return Some(joined);
        }
        // "it moved 2,000 to 1" and "put two to work" are no ranges.
        if low >= high && right.scale == 0 && !between {
            return None;
        }
    }
    // "$3-5 million": the magnitude is the left one's too.
    let mut low = low;
    if right.scale > 0 && left.scale == 0 && low < 1000.0 {
        low = Decimal { mantissa: low, exponent: right.scale }.value();
        if !matches!(left.form, Form::Plain(_) | Form::Words) {
            low = (low * 1e6).round() / 1e6;
        }
    }
    // "two to three dozen"
    if reader.lower(right.end - 1) == "dozen" && low < 12.0 {
        low *= 12.0;
    }
    if left.kind == Kind::Money && right.kind == Kind::Number || left.kind == Kind::Age {
        joined.kind = left.kind;
        joined.unit = left.unit.clone();
    }
    // "the 18-to-24 age group"
    if joined.kind == Kind::Number && reader.lower(right.end) == "age" && high <= 120.0 {
        joined.kind = Kind::Age;
        joined.unit = Some(Cow::Borrowed("year"));
    }
    // A coin or a hyphened unit scales both: "20 to 30 cents".
    if right.kind == Kind::Money && left.kind == Kind::Number && in_coins(reader, right) {
        low /= 100.0;
    }
    joined.value = None;
    joined.iso = None;
    joined.range = Some(if low <= high { (low, high) } else { (high, low) });
    joined.form = Form::Words;
    Some(joined)
}

/// Whether the figure says how far something has moved.
fn moves(reader: &Reader, left: &Atom) -> bool {
    let before = reader.before(left.first, 1);
    crate::lexicon::is(before, Class::Moves) || before.len() > 5 && before.ends_with("ed")
}

/// "between 0730 and 0930": four digits with a zero before them.
fn hours(reader: &Reader, left: &Atom, right: &Atom) -> Option<Atom> {
    let clock = |atom: &Atom| {
        let value = atom.value.filter(|_| atom.kind == Kind::Number && atom.form == Form::Plain(4))? as u16;
        let clock = Clock {
            hour: (value / 100) as u8,
            minute: Some((value % 100) as u8),
            fixed: true,
            ..Default::default()
        };
        (value < 2400 && value % 100 < 60).then_some(When { clock: Some(clock), ..When::default() })
    };
    let (from, until) = (clock(left)?, clock(right)?);
    if !reader.lower(left.first).starts_with('0') {
        return None;
    }
    let mut joined = Atom::new(left.first, right.end, Kind::Time, Form::Words);
    (joined.when, joined.until) = (Some(from), Some(until));
    Some(joined)
}

/// "8-9am", "June 27-30", "9 to 12 of June", "april 9th through 17th", "2014-16".
fn half_dated(left: &Atom, right: &Atom, or: bool) -> Option<Atom> {
    if or || left.until.is_some() || right.until.is_some() {
        return None;
    }
    let mut joined = right.clone();
    joined.first = left.first;
    let whole = |atom: &Atom| {
        atom.value
            .filter(|v| {
                v.fract() == 0.0
                    && (0.0..=2200.0).contains(v)
                    && matches!(atom.kind, Kind::Number | Kind::Ordinal)
            })
            .map(|v| v as u32)
    };
    match (left.when, right.when, whole(left), whole(right)) {
        (None, Some(until), Some(number), _) if until.clock.is_some() && number <= 24 => {
            let clock = until.clock?;
            let mut from = until;
            let mut start = Clock { hour: number as u8, minute: None, second: None, ..clock };
            // "3-8pm" starts in the afternoon, "11-1pm" in the morning.
            if clock.hour >= 12 && number < 12 && (number as u8) + 12 <= clock.hour {
                start.hour += 12;
            }
            from.clock = Some(start);
            joined.kind = Kind::Time;
            joined.when = Some(from);
            joined.until = Some(until);
            Some(joined)
        }
        (None, Some(until), Some(number), _)
            if until.day.is_some() && until.month.is_some() && (1..=31).contains(&number) =>
        {
            joined.when = Some(When { day: Some(number as u8), weekday: None, ..until });
            joined.until = Some(until);
            Some(joined)
        }
        (Some(from), None, _, Some(number))
            if from.day.is_some()
                && from.month.is_some()
                && (1..=31).contains(&number)
                && from.clock.is_none() =>
        {
            joined.kind = Kind::Date;
            joined.value = None;
            joined.when = Some(from);
            joined.until = Some(When { day: Some(number as u8), weekday: None, ..from });
            Some(joined)
        }
        (Some(from), None, _, Some(number))
            if from.year.is_some()
                && from.month.is_none()
                && !from.decade
                && (matches!(right.form, Form::Plain(2))
                    // "2008-9"
                    || matches!(right.form, Form::Plain(1)) && from.year? % 10 + 1 == number as i32) =>
        {
            let whole = if right.form == Form::Plain(1) { 10 } else { 100 };
            let year = from.year? / whole * whole + number as i32;
            joined.kind = Kind::Date;
            joined.value = None;
            joined.when = Some(from);
            joined.until = Some(When { year: Some(year), ..When::default() });
            (year > from.year?).then_some(joined)
        }
        (Some(from), None, _, Some(number))
            if from.clock.is_some() && number <= 24 && right.kind == Kind::Number =>
        {
            let mut until = from;
            until.clock = Some(Clock { hour: number as u8, minute: None, second: None, ..from.clock? });
            joined.kind = Kind::Time;
            joined.value = None;
            joined.when = Some(from);
            joined.until = Some(until);
            matches!(right.form, Form::Plain(1..=2)).then_some(joined)
        }
        _ => None,
    }
}

/// Whether the amount is counted in a coin.
fn in_coins(reader: &Reader, atom: &Atom) -> bool {
    matches!(reader.lower(atom.end - 1), "cent" | "cents" | "pence" | "p" | "¢")
}

/// What the start of a range leaves to its end: "May to Oct 2020", "3 to 5 p.m. on Friday".
fn fill(from: When, until: When) -> When {
    let mut from = from;
    if from.year.is_none() && from.month.is_some() && until.year.is_some() && until.month.is_some() {
        // "November to February 2017"
        let earlier = from.month > until.month;
        from.year = until.year.map(|year| year - i32::from(earlier));
    }
    if let (Some(start), Some(end)) = (&mut from.clock, until.clock)
        && !start.fixed
        && end.fixed
    {
        if end.hour >= 12 && start.hour < 12 && start.hour + 12 <= end.hour {
            start.hour += 12;
        }
        start.fixed = true;
        start.universal = end.universal;
    }
    from
}

/// What the end of a range leaves to its start: "2 to 4 p.m." after a date, "from Jan 5 to 9".
fn follow(until: When, from: When) -> When {
    if until.has_date() || !from.has_date() {
        return until;
    }
    When { clock: until.clock, part: until.part, ..from }
}
