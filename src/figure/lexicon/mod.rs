//! What a word can mean in a figure, looked up once for each word type.
//!
//! One word may play several parts ("second" is an ordinal and a time unit, "pound" money and a
//! weight, "May" a month and a verb); the parsers decide by what stands around it.

mod tables;

pub(super) use tables::{CALENDAR, NUMBERS, ORDINALS, PERIODS};

use super::data::units;
use crate::document::Document;
use crate::token::Case;

/// Looks up every word type of the document.
pub(super) fn classify(document: &Document) -> Vec<Lex> {
    document.words.ids().map(|id| look_up(document.words.lower(id), document.words.case(id))).collect()
}

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

fn look_up(lower: &str, case: Case) -> Lex {
    let mut lex = Lex { case: Some(case), ..Lex::default() };
    let Some(first) = lower.chars().next() else { return lex };
    // "2.5", ".08"
    if first.is_ascii_digit() || first == '.' && lower.as_bytes().get(1).is_some_and(u8::is_ascii_digit) {
        lex.number = Number::Digits;
        lex.starts = true;
        return lex;
    }
    let code = lower.len() == 3 && (case != Case::Lower || super::money::is_lower_code(lower));
    // "RM120mil" is looked at by its letters.
    let plain = first.is_ascii_alphabetic() && !code && !lower.bytes().any(|b| b.is_ascii_digit());
    if lower.len() > 24
        || plain && lower != "fy" && !super::filter::may_matter(lower)
        || matches!(first, ',' | '.' | '-' | '(' | ')' | '"' | ':' | ';')
    {
        return lex;
    }
    // "Dec." and "Dec", "Rs." and "Rs".
    let stem = if lower.len() > 2 { lower.strip_suffix('.').unwrap_or(lower) } else { lower };
    if let Some((_, number)) = find(NUMBERS, stem) {
        lex.number = *number;
    }
    if lower.len() < 7 && case == Case::Upper {
        lex.calendar = business(lower);
    }
    if let Some((_, nth)) = find(ORDINALS, stem) {
        lex.nth = *nth;
    }
    if let Some((_, calendar)) = find(CALENDAR, stem) {
        lex.calendar = *calendar;
    }
    lex.period = find(PERIODS, stem).map(|(_, period)| *period);
    lex.money = money_role(stem, case, first);
    lex.unit = starts_unit(lower);
    lex.starts = lex.number != Number::None
        || lex.nth != Nth::None
        || !matches!(lex.calendar, Calendar::None | Calendar::Part(_) | Calendar::Season)
        || matches!(lex.period, Some(period) if period >= Period::Day)
        || matches!(lower, "hour" | "minute")
        || super::amount::is_measured(lower)
        || matches!(lex.money, Money::Code | Money::Sign | Money::Fused);
    lex
}

/// "Q3", "H1", "FY22", "FY2023"
fn business(lower: &str) -> Calendar {
    match lower {
        "q1" => Calendar::Quarter(1, 3),
        "q2" => Calendar::Quarter(4, 6),
        "q3" => Calendar::Quarter(7, 9),
        "q4" => Calendar::Quarter(10, 12),
        "h1" => Calendar::Quarter(1, 6),
        "h2" => Calendar::Quarter(7, 12),
        "fy" => Calendar::Fiscal(0),
        _ => match (lower.strip_prefix("fy").map(str::parse::<u16>), lower.len()) {
            (Some(Ok(year)), 4) => Calendar::Fiscal(if year < 50 { 2000 + year } else { 1900 + year }),
            (Some(Ok(year @ 1900..2100)), 6) => Calendar::Fiscal(year),
            _ => Calendar::None,
        },
    }
}

fn money_role(stem: &str, case: Case, first: char) -> Money {
    if !first.is_alphabetic() {
        return if super::money::code_of_sign(stem).is_some() { Money::Sign } else { Money::None };
    }
    if super::money::is_noun(stem) {
        return Money::Noun;
    }
    if super::money::code_of(stem, case).is_some() {
        return Money::Code;
    }
    let letters = stem.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    if letters > 0 && letters <= 4 && super::money::code_of_fused(&stem[..letters], case).is_some() {
        return Money::Fused;
    }
    Money::None
}

fn starts_unit(lower: &str) -> bool {
    let at = units::FORMS.partition_point(|(form, _)| *form < lower);
    units::FORMS[at..].first().is_some_and(|(form, _)| form.starts_with(lower))
        || super::unit::is_symbol(lower)
}

/// The entry of a sorted table.
pub(super) fn find<'t, T>(table: &'t [(&'static str, T)], key: &str) -> Option<&'t (&'static str, T)> {
    table.binary_search_by(|(word, _)| (*word).cmp(key)).ok().map(|at| &table[at])
}
