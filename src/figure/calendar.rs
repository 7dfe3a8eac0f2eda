//! Points of the calendar and clock as far as a text fixes them, and their ISO 8601 form.
//!
//! "Tuesday" is `XXXX-WXX-2`, "June 27" `XXXX-06-27`, "Wednesday night" `XXXX-WXX-3TNI`, "0600 GMT"
//! `T06:00Z`. "last week" has no form of its own; with a reference date it gets one.

use super::day::Date;
use super::lexicon::{DayPart, Period};
use super::tense::Tense;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Clock {
    pub hour: u8,
    pub minute: Option<u8>,
    pub second: Option<u8>,
    /// Whether "a.m.", "p.m.", a zone or 24 hours say which half of the day it is.
    pub fixed: bool,
    /// GMT or UTC.
    pub universal: bool,
}

/// What a text says of a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct When {
    pub year: Option<i32>,
    /// "the 1990s": the year's last digit is open.
    pub decade: bool,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// Monday is 1.
    pub weekday: Option<u8>,
    /// The number of an ISO week: "the first week of 2021".
    pub week: Option<u8>,
    /// The first and last month of a quarter or half of the year: "Q1 2018".
    pub months: Option<(u8, u8)>,
    /// The year in which a season or a firm's year ends: "FY2023-24".
    pub ends: Option<i32>,
    /// Periods from now: "last week" is (week, -1).
    pub shift: Option<(Period, i16)>,
    /// The shifted year is told beside its month: "November last year", and not "last November".
    pub told_year: bool,
    /// So many periods up to now, or from now on: "the past three years" is (year, -3).
    pub span: Option<(Period, i16)>,
    /// "the weekend", without a word that says which.
    pub bare: bool,
    /// The span is the day at its far end: "a year ago" is (year, -1).
    pub ago: bool,
    /// What the words around it tell: "will meet on Tuesday" looks ahead.
    pub tense: Option<Tense>,
    pub part: Option<DayPart>,
    pub clock: Option<Clock>,
    /// Days from the date that it names: "two weeks before Christmas".
    pub offset: i32,
    /// Known by its name: "Christmas".
    pub holiday: bool,
    /// It names a date without an ISO form: "the 19th century", "summer 2020".
    pub formless: bool,
}

/// Days within which a date lies nearest whatever the verb: "postponed to Jan. 12", "will mark Dec. 14".
const NEAR: i64 = 45;

impl When {
    fn is_ahead(&self) -> bool {
        self.tense == Some(Tense::Future)
    }

    /// Whether it says a day, month or year, and not only a time of day.
    pub(super) fn has_date(&self) -> bool {
        self.year.is_some()
            || self.month.is_some()
            || self.day.is_some()
            || self.weekday.is_some()
            || self.shift.is_some()
            || self.span.is_some()
            || self.formless
    }

    /// Whether it says a time of day.
    pub(super) fn has_time(&self) -> bool {
        self.clock.is_some() || self.part.is_some()
    }

    /// The time of one and the date of the other, whichever has it.
    pub(super) fn joined(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            decade: self.decade || other.decade,
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            weekday: self.weekday.or(other.weekday),
            week: self.week.or(other.week),
            months: self.months.or(other.months),
            ends: self.ends.or(other.ends),
            shift: self.shift.or(other.shift),
            told_year: self.told_year || other.told_year,
            span: self.span.or(other.span),
            bare: self.bare || other.bare,
            ago: self.ago || other.ago,
            tense: self.tense.or(other.tense),
            part: self.part.or(other.part),
            clock: self.clock.or(other.clock),
            offset: self.offset + other.offset,
            holiday: self.holiday || other.holiday,
            formless: self.formless || other.formless,
        }
    }

    /// The date so many periods later, as far as it can be told.
    pub(super) fn moved(self, period: Period, count: i32) -> Self {
        let days = match period {
            Period::Day => count,
            Period::Week => 7 * count,
            Period::Fortnight => 14 * count,
            _ => return Self { formless: true, ..Self::default() },
        };
        match (self.year, self.month, self.day, self.shift) {
            (Some(year), Some(month), Some(day), _) => {
                let date = Date { year, month, day }.plus(i64::from(days));
                Self {
                    year: Some(date.year),
                    month: Some(date.month),
                    day: Some(date.day),
                    ..Self::default()
                }
            }
            (None, None, None, Some((Period::Day, shift))) => {
                let days = days.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
                Self { shift: Some((Period::Day, shift.saturating_add(days))), ..Self::default() }
            }
            (None, Some(_), Some(_), None) => Self { offset: days, ..self },
            _ => Self { formless: true, ..Self::default() },
        }
    }

    /// With what only a reference date can tell: "Tuesday" is the last one before it or the day itself,
    /// or the next one where the words look ahead.
    pub(super) fn resolved(mut self, reference: Option<Date>) -> Self {
        let Some(today) = reference else { return self };
        if let Some(day) = self.day_from(today) {
            (self.year, self.month, self.day) = (Some(day.year), Some(day.month), Some(day.day));
            (self.weekday, self.shift, self.span) = (None, None, None);
            return self;
        }
        match self.shift {
            Some((Period::Year, years)) if self.month.is_none() || self.told_year => {
                self.year = Some(today.year + i32::from(years));
                self.shift = None;
            }
            Some((Period::Year, years)) => {
                // "last June", "next March"
                let month = self.month.unwrap_or(1);
                let year = match years {
                    -1 => today.year - i32::from(month >= today.month),
                    0 => today.year,
                    _ => today.year + i32::from(month <= today.month),
                };
                self.year = Some(year);
                self.shift = None;
            }
            Some((Period::Month, months)) => {
                let month = today.year * 12 + i32::from(today.month) - 1 + i32::from(months);
                self.year = Some(month.div_euclid(12));
                self.month = Some(month.rem_euclid(12) as u8 + 1);
                self.shift = None;
            }
            Some((Period::Decade, decades)) => {
                self.year = Some((today.year.div_euclid(10) + i32::from(decades)) * 10);
                self.decade = true;
                self.shift = None;
            }
            None if self.year.is_none() && self.day.is_none() && self.month.is_some() => {
                // "in February": the last one, or the next.
                let month = self.month.unwrap_or(1);
                self.year = Some(match self.is_ahead() {
                    true => today.year + i32::from(month < today.month),
                    false => today.year - i32::from(month > today.month),
                });
            }
            None if self.year.is_none() && self.month.is_some() && self.day.is_some() => {
                // The year in which it lies nearest, unless it were far on the wrong side: "On February 24,
                // Russia invaded".
                let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
                let away = |year: i32| Date { year, month, day }.number() - today.number();
                let near = (today.year - 1..=today.year + 1).min_by_key(|&year| away(year).abs());
                self.year = near.map(|year| match self.tense {
                    Some(Tense::Past) if away(year) > NEAR => year - 1,
                    Some(Tense::Future) if away(year) < -NEAR => year + 1,
                    _ => year,
                });
                self.weekday = None;
            }
            _ => {}
        }
        self
    }

    /// The day that days and weeks are counted to from `today`: "yesterday", "Tuesday", "next Friday".
    fn day_from(&self, today: Date) -> Option<Date> {
        if let Some((Period::Day, days)) = self.shift {
            return Some(today.plus(i64::from(days)));
        }
        if let Some((period, count)) = self.span.filter(|_| self.ago) {
            return today.moved(period, i64::from(count));
        }
        let weekday = self.weekday.filter(|_| self.day.is_none() && self.year.is_none())?;
        let from_today = i64::from(weekday) - today.weekday();
        let days = match self.shift {
            None if self.is_ahead() => from_today.rem_euclid(7),
            None => -(-from_today).rem_euclid(7),
            // "last Tuesday" is the one of last week: newsrooms call a nearer one "Tuesday".
            Some((Period::Week, weeks)) => from_today + 7 * i64::from(weeks),
            _ => return None,
        };
        Some(today.plus(days))
    }

    /// The days of a stretch that only a reference date tells: "this weekend", "the past three years".
    fn stretch(&self, today: Date) -> Option<(Date, Date)> {
        let saturday = today.plus(6 - today.weekday());
        if let Some((period, count)) = self.span.filter(|_| !self.ago) {
            return match count {
                ..0 => Some((today.moved(period, i64::from(count))?, today)),
                _ => Some((today.plus(1), today.plus(1).moved(period, i64::from(count))?)),
            };
        }
        match self.shift? {
            (Period::Weekend, weeks) => {
                // "over the weekend": the one that it is, or the last, or with "will" the next.
                let gone = self.bare && !self.is_ahead() && today < saturday;
                let weeks = weeks - i16::from(gone);
                let first = saturday.plus(7 * i64::from(weeks));
                Some((first, first.plus(1)))
            }
            (Period::Quarter, quarters) => {
                let first = Date { month: (today.month - 1) / 3 * 3 + 1, day: 1, ..today };
                let first = first.moved(Period::Quarter, i64::from(quarters))?;
                Some((first, first.moved(Period::Quarter, 1)?.plus(-1)))
            }
            _ => None,
        }
    }

    /// The ISO 8601 form as far as it is fixed.
    pub(super) fn iso(&self, reference: Option<Date>) -> Option<String> {
        use std::fmt::Write;
        if let Some((from, until)) = reference.and_then(|today| self.stretch(today)) {
            return Some(format!("{from}/{until}"));
        }
        let mut when = self.resolved(reference);
        if when.offset != 0 {
            let (year, month, day) = (when.year?, when.month?, when.day?);
            let date = Date { year, month, day }.plus(i64::from(when.offset));
            when = Self {
                year: Some(date.year),
                month: Some(date.month),
                day: Some(date.day),
                ..Self::default()
            };
        }
        let mut iso = String::with_capacity(16);
        match (when.shift, when.formless || when.span.is_some()) {
            (_, true) => return None,
            (Some((Period::Week, weeks)), _) if reference.is_some() && when.weekday.is_none() => {
                let (year, week) = reference?.plus(7 * i64::from(weeks)).week();
                write!(iso, "{year:04}-W{week:02}").ok()?;
            }
            // "last Tuesday", "next March": what the text itself fixes.
            (Some(_), _) if when.weekday.is_none() && when.month.is_none() => when.clock.map(|_| ())?,
            _ => when.write_date(&mut iso)?,
        }
        if let Some(clock) = when.clock {
            write!(iso, "T{:02}", clock.hour).ok()?;
            if let Some(minute) = clock.minute {
                write!(iso, ":{minute:02}").ok()?;
            }
            if let Some(second) = clock.second {
                write!(iso, ":{second:02}").ok()?;
            }
            if clock.universal {
                if clock.minute.is_none() {
                    iso.push_str(":00");
                }
                iso.push('Z');
            }
        } else if let Some(part) = when.part {
            iso.push_str(match part {
                DayPart::Morning => "TMO",
                DayPart::Afternoon => "TAF",
                DayPart::Evening => "TEV",
                DayPart::Night => "TNI",
            });
        }
        (!iso.is_empty()).then_some(iso)
    }

    fn write_date(&self, iso: &mut String) -> Option<()> {
        use std::fmt::Write;
        if self.decade {
            return write!(iso, "{:03}X", self.year?.div_euclid(10)).ok();
        }
        match (self.year, self.month, self.day, self.weekday) {
            (None, None, None, None) => return Some(()),
            (None, None, _, Some(weekday)) => return write!(iso, "XXXX-WXX-{weekday}").ok(),
            (Some(year), ..) => write!(iso, "{year:04}").ok()?,
            (None, ..) => iso.push_str("XXXX"),
        }
        if let (Some(year), Some((first, last))) = (self.year, self.months) {
            return write!(iso, "-{first:02}/{year:04}-{last:02}").ok();
        }
        if let Some(ends) = self.ends {
            return write!(iso, "/{ends:04}").ok();
        }
        if let (Some(week), None) = (self.week, self.month) {
            return write!(iso, "-W{week:02}").ok();
        }
        match (self.month, self.day) {
            (Some(month), Some(day)) => write!(iso, "-{month:02}-{day:02}").ok(),
            (Some(month), None) => write!(iso, "-{month:02}").ok(),
            (None, Some(day)) => write!(iso, "-XX-{day:02}").ok(),
            (None, None) => Some(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_days_need_a_reference() {
        let thursday = Date { year: 2021, month: 12, day: 16 };
        let iso = |when: When, today| when.iso(today).unwrap_or_default();
        let tuesday = When { weekday: Some(2), ..When::default() };
        assert_eq!(iso(tuesday, None), "XXXX-WXX-2");
        assert_eq!(iso(tuesday, Some(thursday)), "2021-12-14");
        assert_eq!(iso(When { tense: Some(Tense::Future), ..tuesday }, Some(thursday)), "2021-12-21");
        assert_eq!(iso(When { shift: Some((Period::Week, -1)), ..tuesday }, Some(thursday)), "2021-12-07");
        let years = When { span: Some((Period::Year, -3)), ..When::default() };
        assert_eq!(iso(years, None), "");
        assert_eq!(iso(years, Some(thursday)), "2018-12-16/2021-12-16");
        let weekend = When { shift: Some((Period::Weekend, 0)), ..When::default() };
        assert_eq!(iso(weekend, Some(thursday)), "2021-12-18/2021-12-19");
        let quarter = When { shift: Some((Period::Quarter, -1)), ..When::default() };
        assert_eq!(iso(quarter, Some(thursday)), "2021-07-01/2021-09-30");
        let week = When { shift: Some((Period::Week, -1)), ..When::default() };
        assert_eq!(iso(week, None), "");
        assert_eq!(iso(week, Some(thursday)), "2021-W49");
        let month = When { shift: Some((Period::Month, 1)), ..When::default() };
        assert_eq!(iso(month, Some(thursday)), "2022-01");
        let march = When { shift: Some((Period::Year, 1)), month: Some(3), ..When::default() };
        assert_eq!(iso(march, None), "XXXX-03");
        assert_eq!(iso(march, Some(thursday)), "2022-03");
    }
}
