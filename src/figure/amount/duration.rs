//! Durations: "six months", "two and a half hours", "10 days and 20 minutes", "a quarter century".
//!
//! Smaller units that follow are added up. With "old" after it a duration is an age. "An hour" and "a
//! year" are lengths by the words around them. Missed: "a while", "overnight", "for years".

use super::Amount;
use crate::annotation::FigureKind;
use crate::figure::age;
use crate::figure::lexicon::Period;
use crate::figure::numeral::{self, Decimal, Form, Numeral};
use crate::figure::period::{duration_iso, per_period, period_name};
use crate::figure::reader::Reader;
use crate::figure::stop::stops;
use crate::lexicon::Class;
use crate::token::{Gap, TokenKind};
use std::borrow::Cow;

pub(super) fn duration(reader: &Reader, numeral: &Numeral, i: usize) -> Option<Amount> {
    if numeral.form == Form::Ordinal {
        return None;
    }
    let mut i = i;
    // "half an hour", "half a century", "three quarters of an hour", "a quarter century"
    if numeral.form == Form::Fraction {
        if matches!(reader.lower(i), "of") {
            i += 1;
        }
        if matches!(reader.lower(i), "a" | "an") {
            i += 1;
        }
    }
    // "five straight days", "two more years"
    if between(reader.lower(i)) && reader.lex(i + 1).period.is_some() && numeral.form != Form::Fraction {
        i += 1;
    }
    let glued = reader.glued(i) && i == numeral.end;
    let period = match (reader.text(i), glued) {
        // "3D" is no length.
        ("D", true) if numeral.value.is_some_and(|v| v.value() > 4.0) => Period::Day,
        ("W", true) => Period::Week,
        ("h" | "H", true) => Period::Hour,
        ("s", true) if matches!(numeral.form, Form::Marked) => Period::Second,
        // "3m 12s"
        ("m", true) if letter_after(reader, i + 1, "s") => Period::Minute,
        _ => reader.lex(i).period.filter(|p| *p != Period::Weekend)?,
    };
    let singular = matches!(reader.lower(i), "quarter" | "second");
    // "one quarter of", "20 second-hand cars"
    if singular
        && (numeral.value.is_none_or(|v| v.value() != 1.0) && i == numeral.end
            || reader.lower(i + 1) == "of"
            || reader.lower(i) == "quarter")
    {
        return None;
    }
    if period == Period::Day && reader.lower(numeral.first) == "one" && someday(reader, numeral.first, i) {
        return None;
    }
    if matches!(reader.lower(i), "min" | "ms" | "sec" | "mins") && numeral.form == Form::Words {
        return None;
    }
    let mut amount = Amount::new(FigureKind::Duration, i + 1, numeral.value);
    amount.period = Some(period);
    let first_value = amount.value;
    amount.iso = first_value.and_then(|value| duration_iso(value, period));
    let mut value = first_value;
    // "one year and a quarter", "an hour and a half"
    let mut last = period;
    for _ in 0..4 {
        let at = match reader.lower(amount.end) {
            "and" | "," => amount.end + 1,
            _ => amount.end,
        };
        let at = if reader.lower(at) == "and" && at > amount.end { at + 1 } else { at };
        if reader.gap(at) == Gap::Block {
            break;
        }
        if at > amount.end
            && matches!((reader.lower(at), reader.lower(at + 1)), ("a", "half" | "quarter"))
            && reader.lex(at + 2).period.is_none()
        {
            let part = if reader.lower(at + 1) == "half" { 0.5 } else { 0.25 };
            value = value.map(|v| v + part);
            amount.iso = value.and_then(|v| duration_iso(v, period));
            amount.end = at + 2;
            break;
        }
        let Some(next) = numeral::parse(reader, at)
            .filter(|n| n.first == at && matches!(n.form, Form::Plain(1..=2) | Form::Words | Form::Marked))
        else {
            break;
        };
        // "1h 20m", "2h 5m 30s"
        let letter = match reader.text(next.end) {
            "m" if reader.glued(next.end) && last == Period::Hour => Some(Period::Minute),
            "s" if reader.glued(next.end) && last <= Period::Hour => Some(Period::Second),
            _ => None,
        };
        // "1 hr 45"
        let bare = letter.is_none()
            && last == Period::Hour
            && at == amount.end
            && next.plain(2..=2).is_some_and(|minutes| minutes < 60)
            && (matches!(reader.lower(next.end), "" | "." | ";" | ")")
                || matches!(reader.lower(amount.end - 1), "hr" | "hrs" | "h")
                    && matches!(reader.lower(next.end), "," | "and" | "but" | "to" | "in"));
        if bare {
            let Some(minutes) = next.value.map(Decimal::value) else { break };
            value = value.map(|v| v + minutes / 60.0);
            amount.iso = amount.iso.map(|iso| format!("{iso}{}M", minutes as u32));
            amount.end = next.end;
            break;
        }
        let small = letter.or(reader.lex(next.end).period).filter(|small| *small < last);
        let Some(small) = small else { break };
        // "1 minute 43.21 seconds"
        if next.form == Form::Marked && small != Period::Second {
            break;
        }
        let (Some(ratio), Some(part), Some(_)) = (per_period(period, small), next.value, value) else {
            break;
        };
        // "10 days and 20 minutes later" is one; "5 years, 3 months" too; "8 hours, 20 minutes" as well.
        let Some(written) = duration_iso(part.value(), small) else { break };
        value = value.map(|v| v + part.value() / ratio);
        let time = small < Period::Day && last >= Period::Day;
        let tail = written.trim_start_matches('P').trim_start_matches('T');
        amount.iso =
            amount.iso.map(|iso| if time { format!("{iso}T{tail}") } else { format!("{iso}{tail}") });
        amount.end = next.end + 1;
        last = small;
    }
    amount.value = value;
    amount.unit = Some(Cow::Borrowed(period_name(period)));
    // "22-year-old", "three weeks old", "3 years of age"
    if let Some(end) = age::after_period(reader, amount.end) {
        amount.kind = FigureKind::Age;
        amount.end = end;
        amount.iso = None;
    }
    Some(amount)
}

/// Whether a number and a letter for its unit follow: "12s".
fn letter_after(reader: &Reader, i: usize, letter: &str) -> bool {
    reader.is_digits(i)
        && reader.gap(i) <= Gap::Space
        && reader.text(i).len() < 3
        && reader.glued(i + 1)
        && reader.text(i + 1) == letter
}

/// "one day he will return": some day, and no length.
fn someday(reader: &Reader, first: usize, day: usize) -> bool {
    let stands_alone = !reader.hyphen(day - 1) && !measures(reader.before(first, 1));
    let goes_on = reader.lower(day + 1) == "-" || reader.is(day + 1, Class::NoAdjective);
    stands_alone && !goes_on
}

/// "about an hour", "for a year", "a week later", "a year and a half": one of a unit of time, where it is
/// a length and no rate ("twice a week") and no name of a day ("a day of rage").
pub(in crate::figure) fn single(reader: &Reader, i: usize) -> Option<(Numeral, Amount)> {
    let period = reader.lex(i).period?;
    let article = matches!(reader.before(i, 1), "a" | "an") && reader.gap(i) > Gap::None;
    let whole = reader.is(i, Class::WholePeriod);
    if !article || !whole || reader.gap(i) == Gap::Block {
        return None;
    }
    let (next, lead) = (reader.lower(i + 1), reader.before(i, 2));
    let away = matches!(next, "ago" | "later" | "earlier" | "before" | "after")
        || next == "and" && reader.lower(i + 2) == "a" && matches!(reader.lower(i + 3), "half" | "quarter")
        || next == "and" && counts_smaller(reader, i + 2, period);
    let ends = reader.kind(i + 1) != TokenKind::Word || stops(next);
    let told =
        matches!(next, "that" | "when" | "where" | "which" | "who" | "'s") || next == "of" && lead == "in";
    let length = measures(lead) && ends && !told && !reader.hyphen(i + 1);
    if !(length || away && !matches!(lead, "times" | "twice" | "once")) {
        return None;
    }
    let one = Numeral { first: i - 1, end: i, value: Some(Decimal::whole(1)), form: Form::Words, scale: 0 };
    let amount = duration(reader, &one, i).filter(|amount| amount.kind == FigureKind::Duration)?;
    (amount.period == Some(period)).then_some((one, amount))
}

/// "an hour and **five minutes**"
fn counts_smaller(reader: &Reader, i: usize, period: Period) -> bool {
    reader.gap(i) <= Gap::Line
        && numeral::parse(reader, i).is_some_and(|n| {
            n.first == i
                && matches!(n.form, Form::Plain(1..=2) | Form::Words)
                && reader.lex(n.end).period.is_some_and(|small| per_period(period, small).is_some())
        })
}

/// Words before a length of time.
fn measures(word: &str) -> bool {
    crate::lexicon::is(word, Class::Measures)
}

/// A word that may stand between a number and its unit of time.
fn between(word: &str) -> bool {
    crate::lexicon::is(word, Class::OfPeriod)
}
