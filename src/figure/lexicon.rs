//! What a word can mean in a figure, looked up once for each word type.
//!
//! One word may play several parts ("second" is an ordinal and a time unit, "pound" money and a
//! weight, "May" a month and a verb); the parsers decide by what stands around it.

use super::data::{currencies, units};
use crate::document::Document;
use crate::token::Case;

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

/// Looks up every word type of the document.
pub(super) fn classify(document: &Document) -> Vec<Lex> {
    document.words.ids().map(|id| look_up(document.words.lower(id), document.words.case(id))).collect()
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
        || plain && !super::filter::may_matter(lower)
        || matches!(first, ',' | '.' | '-' | '(' | ')' | '"' | ':' | ';')
    {
        return lex;
    }
    // "Dec." and "Dec", "Rs." and "Rs".
    let stem = if lower.len() > 2 { lower.strip_suffix('.').unwrap_or(lower) } else { lower };
    if let Some((_, number)) = find(NUMBERS, stem) {
        lex.number = *number;
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
        || matches!(lex.money, Money::Code | Money::Sign | Money::Fused);
    lex
}

fn money_role(stem: &str, case: Case, first: char) -> Money {
    if !first.is_alphabetic() {
        return if find(currencies::SIGNS, stem).is_some() { Money::Sign } else { Money::None };
    }
    if super::money::is_noun(stem) {
        return Money::Noun;
    }
    if super::money::code_of(stem, case).is_some() {
        return Money::Code;
    }
    let letters = stem.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    if letters > 0 && letters <= 4 && super::money::code_of(&stem[..letters], case).is_some() {
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

pub(super) const NUMBERS: &[(&str, Number)] = &[
    ("billion", Number::Scale(9)),
    ("billions", Number::Many),
    ("crore", Number::Scale(7)),
    ("crores", Number::Scale(7)),
    ("dozen", Number::Dozen),
    ("dozens", Number::Many),
    ("eight", Number::Ones(8)),
    ("eighteen", Number::Ones(18)),
    ("eighty", Number::Tens(80)),
    ("eleven", Number::Ones(11)),
    ("few", Number::Several),
    ("fifteen", Number::Ones(15)),
    ("fifty", Number::Tens(50)),
    ("five", Number::Ones(5)),
    ("forty", Number::Tens(40)),
    ("four", Number::Ones(4)),
    ("fourteen", Number::Ones(14)),
    ("half", Number::Half),
    ("hundred", Number::Hundred),
    ("hundreds", Number::Many),
    ("lakh", Number::Scale(5)),
    ("lakhs", Number::Scale(5)),
    ("million", Number::Scale(6)),
    ("millions", Number::Many),
    ("nine", Number::Ones(9)),
    ("nineteen", Number::Ones(19)),
    ("ninety", Number::Tens(90)),
    ("one", Number::Ones(1)),
    ("quadrillion", Number::Scale(15)),
    ("seven", Number::Ones(7)),
    ("seventeen", Number::Ones(17)),
    ("seventy", Number::Tens(70)),
    ("several", Number::Several),
    ("six", Number::Ones(6)),
    ("sixteen", Number::Ones(16)),
    ("sixty", Number::Tens(60)),
    ("ten", Number::Ones(10)),
    ("tens", Number::Many),
    ("thirteen", Number::Ones(13)),
    ("thirty", Number::Tens(30)),
    ("thousand", Number::Scale(3)),
    ("thousands", Number::Many),
    ("three", Number::Ones(3)),
    ("trillion", Number::Scale(12)),
    ("trillions", Number::Many),
    ("twelve", Number::Ones(12)),
    ("twenty", Number::Tens(20)),
    ("two", Number::Ones(2)),
    ("zero", Number::Ones(0)),
    ("¼", Number::Glyph(2500)),
    ("½", Number::Glyph(5000)),
    ("¾", Number::Glyph(7500)),
    ("⅛", Number::Glyph(1250)),
    ("⅜", Number::Glyph(3750)),
    ("⅝", Number::Glyph(6250)),
    ("⅞", Number::Glyph(8750)),
];

pub(super) const ORDINALS: &[(&str, Nth)] = &[
    ("billionth", Nth::Scale(9)),
    ("eighteenth", Nth::Ones(18)),
    ("eighth", Nth::Ones(8)),
    ("eighths", Nth::Parts(8)),
    ("eightieth", Nth::Tens(80)),
    ("eleventh", Nth::Ones(11)),
    ("fifteenth", Nth::Ones(15)),
    ("fifth", Nth::Ones(5)),
    ("fifths", Nth::Parts(5)),
    ("fiftieth", Nth::Tens(50)),
    ("first", Nth::Ones(1)),
    ("fortieth", Nth::Tens(40)),
    ("fourteenth", Nth::Ones(14)),
    ("fourth", Nth::Ones(4)),
    ("fourths", Nth::Parts(4)),
    ("hundredth", Nth::Hundred),
    ("hundredths", Nth::Parts(100)),
    ("millionth", Nth::Scale(6)),
    ("nineteenth", Nth::Ones(19)),
    ("nineth", Nth::Ones(9)),
    ("ninetieth", Nth::Tens(90)),
    ("ninth", Nth::Ones(9)),
    ("ninths", Nth::Parts(9)),
    ("quarter", Nth::Quarter),
    ("quarters", Nth::Parts(4)),
    ("second", Nth::Ones(2)),
    ("seventeenth", Nth::Ones(17)),
    ("seventh", Nth::Ones(7)),
    ("sevenths", Nth::Parts(7)),
    ("seventieth", Nth::Tens(70)),
    ("sixteenth", Nth::Ones(16)),
    ("sixteenths", Nth::Parts(16)),
    ("sixth", Nth::Ones(6)),
    ("sixths", Nth::Parts(6)),
    ("sixtieth", Nth::Tens(60)),
    ("tenth", Nth::Ones(10)),
    ("tenths", Nth::Parts(10)),
    ("third", Nth::Ones(3)),
    ("thirds", Nth::Parts(3)),
    ("thirteenth", Nth::Ones(13)),
    ("thirtieth", Nth::Tens(30)),
    ("thousandth", Nth::Scale(3)),
    ("trillionth", Nth::Scale(12)),
    ("twelfth", Nth::Ones(12)),
    ("twentieth", Nth::Tens(20)),
];

pub(super) const CALENDAR: &[(&str, Calendar)] = &[
    ("afternoon", Calendar::Part(DayPart::Afternoon)),
    ("apr", Calendar::ShortMonth(4)),
    ("april", Calendar::Month(4)),
    ("aug", Calendar::ShortMonth(8)),
    ("august", Calendar::Month(8)),
    ("autumn", Calendar::Season),
    ("christmas", Calendar::Holiday(12, 25)),
    ("coming", Calendar::Deictic(1)),
    ("current", Calendar::Deictic(0)),
    ("dec", Calendar::ShortMonth(12)),
    ("december", Calendar::Month(12)),
    ("evening", Calendar::Part(DayPart::Evening)),
    ("fall", Calendar::Season),
    ("feb", Calendar::ShortMonth(2)),
    ("february", Calendar::Month(2)),
    ("following", Calendar::Deictic(1)),
    ("fri", Calendar::ShortWeekday(5)),
    ("friday", Calendar::Weekday(5)),
    ("halloween", Calendar::Holiday(10, 31)),
    ("jan", Calendar::ShortMonth(1)),
    ("january", Calendar::Month(1)),
    ("jul", Calendar::ShortMonth(7)),
    ("july", Calendar::Month(7)),
    ("jun", Calendar::ShortMonth(6)),
    ("june", Calendar::Month(6)),
    ("last", Calendar::Deictic(-1)),
    ("mar", Calendar::ShortMonth(3)),
    ("march", Calendar::Month(3)),
    ("may", Calendar::Month(5)),
    ("midday", Calendar::Clock(12)),
    ("midnight", Calendar::Clock(0)),
    ("mon", Calendar::ShortWeekday(1)),
    ("monday", Calendar::Weekday(1)),
    ("morning", Calendar::Part(DayPart::Morning)),
    ("next", Calendar::Deictic(1)),
    ("night", Calendar::Part(DayPart::Night)),
    ("noon", Calendar::Clock(12)),
    ("nov", Calendar::ShortMonth(11)),
    ("november", Calendar::Month(11)),
    ("oct", Calendar::ShortMonth(10)),
    ("october", Calendar::Month(10)),
    ("past", Calendar::Deictic(-1)),
    ("previous", Calendar::Deictic(-1)),
    ("sat", Calendar::ShortWeekday(6)),
    ("saturday", Calendar::Weekday(6)),
    ("sep", Calendar::ShortMonth(9)),
    ("sept", Calendar::ShortMonth(9)),
    ("september", Calendar::Month(9)),
    ("spring", Calendar::Season),
    ("summer", Calendar::Season),
    ("sun", Calendar::ShortWeekday(7)),
    ("sunday", Calendar::Weekday(7)),
    ("this", Calendar::Deictic(0)),
    ("thu", Calendar::ShortWeekday(4)),
    ("thurs", Calendar::ShortWeekday(4)),
    ("thursday", Calendar::Weekday(4)),
    ("today", Calendar::Day(0)),
    ("tomorrow", Calendar::Day(1)),
    ("tonight", Calendar::Tonight),
    ("tue", Calendar::ShortWeekday(2)),
    ("tues", Calendar::ShortWeekday(2)),
    ("tuesday", Calendar::Weekday(2)),
    ("upcoming", Calendar::Deictic(1)),
    ("wed", Calendar::ShortWeekday(3)),
    ("wednesday", Calendar::Weekday(3)),
    ("winter", Calendar::Season),
    ("yesterday", Calendar::Day(-1)),
];

pub(super) const PERIODS: &[(&str, Period)] = &[
    ("centuries", Period::Century),
    ("century", Period::Century),
    ("day", Period::Day),
    ("days", Period::Day),
    ("decade", Period::Decade),
    ("decades", Period::Decade),
    ("fortnight", Period::Fortnight),
    ("fortnights", Period::Fortnight),
    ("hour", Period::Hour),
    ("hours", Period::Hour),
    ("hr", Period::Hour),
    ("hrs", Period::Hour),
    ("millisecond", Period::Millisecond),
    ("milliseconds", Period::Millisecond),
    ("min", Period::Minute),
    ("mins", Period::Minute),
    ("minute", Period::Minute),
    ("minutes", Period::Minute),
    ("month", Period::Month),
    ("months", Period::Month),
    ("ms", Period::Millisecond),
    ("quarter", Period::Quarter),
    ("quarters", Period::Quarter),
    ("sec", Period::Second),
    ("second", Period::Second),
    ("seconds", Period::Second),
    ("secs", Period::Second),
    ("week", Period::Week),
    ("weekend", Period::Weekend),
    ("weekends", Period::Weekend),
    ("weeks", Period::Week),
    ("year", Period::Year),
    ("years", Period::Year),
    ("yr", Period::Year),
    ("yrs", Period::Year),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        fn check<T>(table: &[(&str, T)]) {
            for pair in table.windows(2) {
                assert!(pair[0].0 < pair[1].0, "{} {}", pair[0].0, pair[1].0);
            }
        }
        check(NUMBERS);
        check(ORDINALS);
        check(CALENDAR);
        check(PERIODS);
        check(currencies::SIGNS);
        check(currencies::COINS);
        check(currencies::NOUNS);
        check(units::FORMS);
        check(units::SYMBOLS);
    }
}
