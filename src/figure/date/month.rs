//! Dates that name a month: "June 27, 2023", "the 15th day of June", "05-Aug-2016", "in May".
//!
//! A month's name is one before a day or year; alone, by the words around it, as "may" and "march"
//! are verbs too. Missed: months in small letters that no such word stands beside.

use super::Found;
use super::year::year_after;
use crate::figure::calendar::When;
use crate::figure::lexicon::{Calendar, Nth, Number, Period};
use crate::figure::numeral::{self, Form, Numeral, plain_digits};
use crate::figure::reader::Reader;
use crate::lexicon::Class;
use crate::token::{Case, Gap, TokenKind};

pub(super) fn from_month(reader: &Reader, i: usize, month: u8, short: bool) -> Option<Found> {
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

/// "27 June", "27th of June 2023", "the 15th day of June", "05-Aug-2016", "30 December".
pub(super) fn day_then_month(reader: &Reader, numeral: &Numeral) -> Option<Found> {
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

/// Whether a month's name without day and year is one.
fn month_alone(reader: &Reader, i: usize, month: u8, short: bool) -> bool {
    let before = reader.before(i, 1);
    let leads = (matches!(before, "-") || crate::lexicon::is(before, Class::LeadsMonth))
        && reader.lower(i + 1) != "'s";
    let modal = matches!(month, 3 | 5) || short;
    if !modal {
        return reader.case(i) != Case::Lower || leads;
    }
    // "the 12 months to March"
    let stretch = before == "to"
        && reader.case(i) == Case::Title
        && reader.lex(i.wrapping_sub(2)).period.is_some_and(|period| period >= Period::Week);
    let safe = stretch
        || crate::lexicon::is(before, Class::SafeMonth)
        || before == "-" && reader.before(i, 2) == "mid"
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
pub(super) fn day_of_month(reader: &Reader, i: usize) -> Option<(u8, usize)> {
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

/// "Dec . 31" of texts that are cut into words.
fn skip_full_stop(reader: &Reader, i: usize) -> usize {
    // "18 Mar. '21"
    let year =
        matches!(reader.text(i + 1), "'" | "’" | "‘") && reader.glued(i + 2) && reader.is_digits(i + 2);
    let stop = reader.lower(i) == "."
        && ((reader.is_digits(i + 1) || year)
            && matches!(reader.lex(i - 1).calendar, Calendar::ShortMonth(_)));
    if stop { i + 1 } else { i }
}
