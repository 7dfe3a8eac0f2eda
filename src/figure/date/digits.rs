//! Dates in digits: "2021-12-16", "10/1/2018", "23.04.2022", "20200701".
//!
//! Marks and lengths tell dates from telephone numbers, fractions and ranges; day and month stand in
//! American order unless they cannot. "10/1" is a date only where a word before it says so.

use super::Found;
use super::year::short_year;
use crate::figure::calendar::When;
use crate::figure::lexicon::Calendar;
use crate::figure::numeral::plain_digits;
use crate::figure::reader::{Reader, is_dash};
use crate::lexicon::Class;
use crate::token::TokenKind;

/// Dates in digits: "2021-12-16", "10/1/2018", "23.04.2022", "05-Aug-2016", "2019/aug/01", "20200701".
pub(in crate::figure) fn numeric(reader: &Reader, i: usize, hinted: bool) -> Option<Found> {
    let text = reader.text(i);
    let found = |end: usize, year: Option<i32>, month: u32, day: u32| {
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
        let when = When { year, month: Some(month as u8), day: Some(day as u8), ..When::default() };
        valid.then_some(Found { first: i, end, when })
    };
    // "23.04.2022", one token.
    if text.bytes().filter(|b| *b == b'.').count() == 2 && text.len() <= 10 && !text.contains(',') {
        let mut parts = text.split('.').map(|part| part.parse::<u32>().ok());
        let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
        let tail = text.rsplit('.').next().map_or(0, str::len);
        let year = if tail == 4 {
            year as i32
        } else if tail == 2 {
            short_year(year)
        } else {
            return None;
        };
        return found(i + 1, Some(year), month, day);
    }
    let first = plain_digits(reader, i)?;
    let length = text.len();
    if length == 8 && (19_000_101..21_000_000).contains(&first) && !reader.glued(i + 1) {
        return found(i + 1, Some((first / 10_000) as i32), first / 100 % 100, first % 100);
    }
    let mark = reader.lower(i + 1);
    let glued = |at: usize| reader.glued(at) && reader.glued(at + 1);
    if !matches!(mark, "-" | "/" | "–") || !glued(i + 1) || length == 3 || length > 4 {
        return None;
    }
    // More parts than a date has: a telephone number.
    let third = reader.lower(i + 3) == mark && glued(i + 3);
    if third {
        let third_value = plain_digits(reader, i + 4);
        let third_length = reader.text(i + 4).len();
        let end = i + 5;
        let more = reader.lower(end) == mark
            && glued(end)
            && mark == "-"
            && reader.text(end + 1).len() != 4
            && !range_follows(reader, end);
        if more || reader.glued(end) && reader.kind(end) == TokenKind::Word && reader.lower(end) != "t" {
            return None;
        }
        // A month by name in the middle or at the end.
        let named = |at: usize| match reader.lex(at).calendar {
            Calendar::Month(month) | Calendar::ShortMonth(month) => Some(u32::from(month)),
            _ => None,
        };
        if let (Some(month), Some(last)) = (named(i + 2), third_value) {
            return match length {
                4 => found(end, Some(first as i32), month, last),
                _ if third_length == 4 => found(end, Some(last as i32), month, first),
                _ => found(end, Some(short_year(last)), month, first),
            };
        }
        let second = plain_digits(reader, i + 2).filter(|_| reader.text(i + 2).len() <= 2)?;
        if let Some(month) = named(i + 4) {
            return found(end, (length == 4).then_some(first as i32), month, second);
        }
        let last = third_value?;
        if length == 4 {
            return found(end, Some(first as i32), second, last).filter(|_| third_length <= 2);
        }
        let year = match third_length {
            4 => last as i32,
            2 if mark == "/" => short_year(last),
            _ => return None,
        };
        // American order unless it cannot be.
        return if first > 12 {
            found(end, Some(year), second, first)
        } else {
            found(end, Some(year), first, second)
        };
    }
    // "10/1" and "22/04" only where something says that it is a date.
    let second = plain_digits(reader, i + 2).filter(|_| reader.text(i + 2).len() <= 2)?;
    if mark != "/"
        || length > 2
        || reader.glued(i + 3) && matches!(reader.kind(i + 3), TokenKind::Word | TokenKind::Number)
        || reader.lower(i + 3) == "/"
    {
        return None;
    }
    let fraction = first < second && matches!(second, 2 | 3 | 4 | 5 | 6 | 8);
    let dated = hinted
        || reader.before_is(i, 1, Class::DigitsDate)
        || is_dash(reader.before(i, 1))
            && reader.glued(i)
            && i >= reader.first + 4
            && reader.lower(i - 3) == "/"
        || i == reader.first && !fraction;
    if !dated || matches!((first, second), (24, 7) | (9, 11) | (50, 50)) {
        return None;
    }
    // "5/7, 2020"
    let (year, end) = match plain_digits(reader, i + 4).filter(|y| (1900..2200).contains(y)) {
        Some(year) if reader.lower(i + 3) == "," => (Some(year as i32), i + 5),
        _ => (None, i + 3),
    };
    if first > 12 { found(end, year, second, first) } else { found(end, year, first, second) }
}

/// Whether a dash after a date in digits leads to another one: "10-1-2018-10-7-2018".
fn range_follows(reader: &Reader, dash: usize) -> bool {
    is_dash(reader.lower(dash + 2)) && is_dash(reader.lower(dash + 4)) && reader.is_digits(dash + 5)
}
