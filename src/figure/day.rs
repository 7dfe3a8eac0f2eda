//! Days of the calendar, as a reader gives the day of an article: "2023-06-27".

use super::lexicon::Period;
use std::fmt;
use std::str::FromStr;

/// A day of the proleptic Gregorian calendar, in the years 1 to 9999.
///
/// Read from ISO 8601; of a date with a time, as web pages state it, the day is taken as it is written.
///
/// ```
/// use whosaid::Date;
///
/// let date: Date = "2023-06-27T22:05:00-05:00".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2023, 6, 27));
/// assert_eq!(date.to_string(), "2023-06-27");
/// assert!("June 27".parse::<Date>().is_err());
/// # Ok::<(), whosaid::InvalidDate>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// What was given is no day of the calendar; it says what to give instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDate(String);

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:?} is no date; give the day as YYYY-MM-DD, such as \"2023-06-27\"", self.0)
    }
}

impl std::error::Error for InvalidDate {}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(words: &str) -> Result<Self, InvalidDate> {
        let words = words.trim();
        let invalid = || InvalidDate(words.chars().take(40).collect());
        let (date, rest) = words.split_at_checked(10).ok_or_else(invalid)?;
        let number = |from: usize, to: usize| -> Option<i32> {
            let digits = date.get(from..to)?;
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let parts = (number(0, 4), number(5, 7), number(8, 10));
        let (Some(year), Some(month), Some(day)) = parts else { return Err(invalid()) };
        let marks = date.as_bytes()[4] == b'-' && date.as_bytes()[7] == b'-';
        let time = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
        Self::new(year, month as u8, day as u8).filter(|_| marks && time).ok_or_else(invalid)
    }
}

impl Date {
    /// The day, where there is such a one: no 30 February.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let date = Self { year, month, day };
        let there = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        (there && Self::from_number(date.number()) == date).then_some(date)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01 (Howard Hinnant's `days_from_civil`).
    pub(crate) fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year - era * 400;
        let month = i64::from(self.month);
        let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    pub(super) fn from_number(days: i64) -> Self {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days - era * 146_097;
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let part = (5 * of_year + 2) / 153;
        let month = if part < 10 { part + 3 } else { part - 9 };
        Self {
            year: (year + era * 400 + i64::from(month <= 2)) as i32,
            month: month as u8,
            day: (of_year - (153 * part + 2) / 5 + 1) as u8,
        }
    }

    /// Monday is 1.
    pub(super) fn weekday(self) -> i64 {
        (self.number() + 3).rem_euclid(7) + 1
    }

    pub(super) fn plus(self, days: i64) -> Self {
        Self::from_number(self.number() + days)
    }

    /// The day so many periods later, the last of the month where that has no such day; `None` for
    /// periods shorter than a day, and past the end of the calendar.
    pub(super) fn moved(self, period: Period, count: i64) -> Option<Self> {
        let months = match period {
            Period::Month => 1,
            Period::Quarter => 3,
            Period::Year => 12,
            Period::Decade => 120,
            Period::Century => 1200,
            _ => {
                let days = match period {
                    Period::Day => 1,
                    Period::Week => 7,
                    Period::Fortnight => 14,
                    _ => return None,
                };
                let date = Self::from_number(self.number().checked_add(count.checked_mul(days)?)?);
                return (1..=9999).contains(&date.year).then_some(date);
            }
        };
        let month = count.checked_mul(months)? + i64::from(self.year) * 12 + i64::from(self.month) - 1;
        let (year, month) = (i32::try_from(month.div_euclid(12)).ok()?, month.rem_euclid(12) as u8 + 1);
        (0..4).find_map(|back| Self::new(year, month, self.day.checked_sub(back)?))
    }

    /// How many ISO weeks a year has.
    pub(super) fn weeks_of(year: i32) -> u8 {
        // 28 December always lies in the last one.
        Self { year, month: 12, day: 28 }.week().1 as u8
    }

    /// The number of its ISO week, and the year that the week belongs to.
    pub(super) fn week(self) -> (i32, i64) {
        let thursday = self.plus(4 - self.weekday());
        let first = Self { year: thursday.year, month: 1, day: 1 };
        (thursday.year, (thursday.number() - first.number()) / 7 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_weeks() {
        let day = Date { year: 2024, month: 12, day: 30 };
        assert_eq!(day.weekday(), 1);
        assert_eq!(day.week(), (2025, 1));
        assert_eq!(day.plus(3), Date { year: 2025, month: 1, day: 2 });
        assert_eq!(Date::from_number(0), Date { year: 1970, month: 1, day: 1 });
        let leap = Date { year: 2024, month: 2, day: 29 };
        assert_eq!(leap.moved(Period::Year, -1), Date::new(2023, 2, 28));
        assert_eq!(leap.moved(Period::Quarter, 3), Date::new(2024, 11, 29));
        assert_eq!(leap.moved(Period::Week, 2), Date::new(2024, 3, 14));
        assert_eq!(leap.moved(Period::Century, i64::MAX), None);
        assert_eq!(leap.moved(Period::Century, 100), None);
        assert_eq!((Date::weeks_of(2016), Date::weeks_of(2020)), (52, 53));
    }

    #[test]
    fn reads_what_pages_state() {
        for words in ["2024-02-29", " 2024-02-29\n", "2024-02-29T10:00:00Z", "2024-02-29 10:00"] {
            assert_eq!(words.parse(), Ok(Date { year: 2024, month: 2, day: 29 }), "{words:?}");
        }
        for words in [
            "",
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "27/06/2023",
            "2023-6-27",
            "20230627",
            "2023-06-2é",
            "2023-06-271",
            "0000-01-01",
        ] {
            let error = words.parse::<Date>().expect_err(words);
            assert!(error.to_string().ends_with("give the day as YYYY-MM-DD, such as \"2023-06-27\""));
        }
    }
}
