//! What a word can mean in a figure, looked up once for each word type.
//!
//! One word may play several parts ("second" is an ordinal and a time unit, "pound" money and a
//! weight, "May" a month and a verb); the parsers decide by what stands around it.

mod tables;

pub(super) use tables::{CALENDAR, NUMBERS, ORDINALS, PERIODS};

use crate::token::Case;

/// Everything that a word can mean in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Lex {
    pub number: Number,
    pub nth: Nth,
    pub calendar: Calendar,
    pub period: Option<Period>,
    pub money: Money,
    /// Whether a unit's name or symbol starts with it.
    pub unit: bool,
    /// Whether a figure can be found from this word.
    pub starts: bool,
    /// An ordinal's ending or a decade's `s`: "th", "s".
    pub case: Option<Case>,
}

/// A numeral word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Number {
    #[default]
    None,
    /// A token that starts with a digit.
    Digits,
    /// one to nineteen, zero
    Ones(u8),
    /// twenty to ninety
    Tens(u8),
    Hundred,
    Dozen,
    /// A power of ten: thousand, million, lakh.
    Scale(u8),
    /// Plurals without a value: hundreds, thousands, dozens.
    Many,
    /// several, few
    Several,
    /// "couple" of "a couple of days"
    Couple,
    Half,
    /// ½ ¼ ¾ and the like, in hundredths of a percent.
    Glyph(u16),
}

/// An ordinal word, which is also a fraction's denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Nth {
    #[default]
    None,
    Ones(u8),
    Tens(u8),
    Hundred,
    Scale(u8),
    /// quarter, half: denominators only
    Quarter,
    /// thirds, eighths: denominators only
    Parts(u8),
}

/// A calendar or clock word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Calendar {
    #[default]
    None,
    /// January is 1.
    Month(u8),
    /// "Jan", "Sept."
    ShortMonth(u8),
    /// Monday is 1.
    Weekday(u8),
    /// "Mon", "Thurs."
    ShortWeekday(u8),
    /// Days from today: yesterday, today, tomorrow.
    Day(i8),
    Tonight,
    /// last, this, next
    Deictic(i8),
    /// morning, afternoon, evening, night
    Part(DayPart),
    /// spring, summer, autumn, winter
    Season,
    /// noon, midnight
    Clock(u8),
    /// Month and day of a holiday.
    Holiday(u8, u8),
    /// A movable feast.
    Feast,
    /// "Q3", "H1": its first and last month, and the year it is written with ("Q22" of "4Q22").
    Quarter(u8, u8),
    /// "FY22": the year; 0 where it stands behind.
    Fiscal(u16),
}

/// A part of a day, as TIMEX writes it after `T`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Period {
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,
}

/// How a word can belong to an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Money {
    #[default]
    None,
    /// dollars, francs, pence
    Noun,
    /// USD; also `Rs`, `RM`
    Code,
    /// `$`, `€`
    Sign,
    /// A code with its digits: `RM120mil`.
    Fused,
}

/// The entry of a sorted table.
pub(super) fn find<'t, T>(table: &'t [(&'static str, T)], key: &str) -> Option<&'t (&'static str, T)> {
    table.binary_search_by(|(word, _)| (*word).cmp(key)).ok().map(|at| &table[at])
}
