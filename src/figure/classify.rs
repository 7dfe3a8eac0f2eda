//! What each word of a text can mean in a figure: the tables of [`super::lexicon`], the currencies and the units asked
//! once for each word type.

use super::currency;
use super::data::units;
use super::filter::may_matter;
use super::lexicon::{CALENDAR, Calendar, Lex, Money, NUMBERS, Nth, Number, ORDINALS, PERIODS, Period, find};
use super::symbol::is_symbol;
use crate::document::Document;
use crate::lexicon::{Class, is};
use crate::token::Case;

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
    let code = lower.len() == 3 && (case != Case::Lower || currency::is_lower_code(lower));
    // "RM120mil" is looked at by its letters.
    let plain = first.is_ascii_alphabetic() && !code && !lower.bytes().any(|b| b.is_ascii_digit());
    if lower.len() > 24
        || plain && lower != "fy" && !may_matter(lower)
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
        || is(lower, Class::Measured)
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
        return if currency::code_of_sign(stem).is_some() { Money::Sign } else { Money::None };
    }
    if currency::is_noun(stem) {
        return Money::Noun;
    }
    if currency::code_of(stem, case).is_some() {
        return Money::Code;
    }
    let letters = stem.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    if letters > 0 && letters <= 4 && currency::code_of_fused(&stem[..letters], case).is_some() {
        return Money::Fused;
    }
    Money::None
}

fn starts_unit(lower: &str) -> bool {
    let at = units::FORMS.partition_point(|(form, _)| *form < lower);
    units::FORMS[at..].first().is_some_and(|(form, _)| form.starts_with(lower)) || is_symbol(lower)
}
