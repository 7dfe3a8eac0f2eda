//! Fractions and ordinals, which share their words: "two-thirds", "a third of", "the third".
//!
//! "one in five" and "nine out of 10" are fractions too. Missed: "a second" as a half of anything.

use super::{Decimal, Form, Numeral};
use crate::figure::lexicon::{Nth, Number};
use crate::figure::reader::Reader;
use crate::lexicon::Class;
use crate::token::Gap;

/// An ordinal in one word: "third", "twentieth", "trillionth".
pub(super) fn ordinal_alone(reader: &Reader, i: usize) -> Option<Numeral> {
    let value = match reader.lex(i).nth {
        Nth::Ones(n) | Nth::Tens(n) => u64::from(n),
        Nth::Hundred => 100,
        Nth::Scale(exponent) => 10u64.pow(u32::from(exponent)),
        Nth::Quarter => {
            // "a quarter", "a quarter million"
            let before = i.checked_sub(1).filter(|&b| matches!(reader.lower(b), "a" | "one"));
            let (scale, end) = match reader.lex(i + 1).number {
                Number::Scale(exponent) => (i32::from(exponent), i + 2),
                _ if before.is_none() => return None,
                _ => of_a_scale(reader, i + 1).unwrap_or((0, i + 1)),
            };
            let first = before.unwrap_or(i);
            let value = Decimal { mantissa: 25.0, exponent: -2 }.shifted(scale);
            let form = if scale > 0 { Form::Words } else { Form::Fraction };
            return Some(Numeral { first, end, value: Some(value), form, scale });
        }
        Nth::Parts(_) | Nth::None => return None,
    };
    // "a third of", "nearly a third", "up by a fifth", "a hundredth"
    let article = i > reader.first && matches!(reader.lower(i - 1), "a" | "an");
    let share = matches!(
        reader.before(i, 2),
        "about" | "nearly" | "almost" | "roughly" | "around" | "than" | "by" | "least"
    ) && reader.lex(i + 1).period.is_none()
        && !matches!(reader.lower(i + 1), "-" | "party" | "time" | "person" | "man" | "woman");
    if article && (reader.lower(i + 1) == "of" || share || reader.lex(i).nth == Nth::Hundred) && value > 2 {
        let value = Decimal { mantissa: 1.0 / value as f64, exponent: 0 };
        let (scale, end) = of_a_scale(reader, i + 1).unwrap_or((0, i + 1));
        let form = if scale > 0 { Form::Words } else { Form::Fraction };
        return Some(Numeral { first: i - 1, end, value: Some(value.shifted(scale)), form, scale });
    }
    Some(Numeral { first: i, end: i + 1, value: Some(Decimal::whole(value)), form: Form::Ordinal, scale: 0 })
}

/// A fraction: "half", "a half", "a quarter", "two-thirds", "three quarters million". Gives its
/// value, its end, and the exponent of a magnitude after it ("half a million").
pub(super) fn fraction(reader: &Reader, i: usize) -> Option<(f64, usize, i32)> {
    let scale_at = |at: usize| match reader.lex(at).number {
        Number::Scale(exponent) => Some(i32::from(exponent)),
        Number::Hundred => Some(2),
        _ => None,
    };
    let scaled = |value: f64, end: usize| match scale_at(end) {
        Some(scale) => (value, end + 1, scale),
        None => of_a_scale(reader, end).map_or((value, end, 0), |(scale, end)| (value, end, scale)),
    };
    match reader.lex(i).number {
        Number::Half => {
            // "half a million", "half a dozen"
            if matches!(reader.lower(i + 1), "a" | "-") {
                if let Some(scale) = scale_at(i + 2) {
                    return Some((0.5, i + 3, scale));
                }
                if reader.lex(i + 2).number == Number::Dozen {
                    return Some((6.0, i + 3, 0));
                }
            }
            return Some(scaled(0.5, i + 1));
        }
        Number::Glyph(part) => return Some(scaled(f64::from(part) / 10_000.0, i + 1)),
        _ => {}
    }
    let (count, mut at) = match (reader.lower(i), reader.lex(i).number) {
        ("a" | "an", _) => (1.0, i + 1),
        (_, Number::Ones(n @ 1..)) => (f64::from(n), i + 1),
        _ => return None,
    };
    if is_dash_between(reader, at) {
        at += 1;
    } else if reader.gap(at) == Gap::Block {
        return None;
    }
    if reader.lex(at).number == Number::Half && count == 1.0 {
        return Some(scaled(0.5, at + 1));
    }
    let parts = match reader.lex(at).nth {
        Nth::Quarter if count == 1.0 => 4.0,
        Nth::Parts(n) if count > 1.0 => f64::from(n),
        // "one third", "a fifth"; "a second" and "one second" are other things.
        Nth::Ones(n @ 3..) | Nth::Tens(n) if count == 1.0 => f64::from(n),
        Nth::Hundred if count == 1.0 => 100.0,
        _ => return None,
    };
    // "the three quarters to June" and "a third party" are decided by the caller.
    if count >= parts {
        return None;
    }
    Some(scaled(count / parts, at + 1))
}

/// "a quarter of a million": the exponent and the token after it.
fn of_a_scale(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    match (reader.lower(i), reader.lower(i + 1), reader.lex(i + 2).number) {
        ("of", "a", Number::Scale(exponent)) => Some((i32::from(exponent), i + 3)),
        _ => None,
    }
}

/// "one in five", "7 in 10", "nine out of 10": a share as a numeral of its own.
pub(in crate::figure) fn share(reader: &Reader, numeral: &Numeral) -> Option<Numeral> {
    let whole = |numeral: &Numeral| {
        let value = numeral.value?.value();
        let short = matches!(numeral.form, Form::Plain(1..=4) | Form::Marked | Form::Words);
        (short && value.fract() == 0.0 && value >= 1.0).then_some(value)
    };
    let part = whole(numeral)?;
    let end = numeral.end;
    let (at, out_of) = match (reader.lower(end), reader.lower(end + 1)) {
        ("in", _) => (end + 1, false),
        ("out", "of") => (end + 2, true),
        ("-", "in") if reader.hyphen(end) && reader.hyphen(end + 2) => (end + 3, false),
        _ => return None,
    };
    let all = super::parse(reader, at).filter(|all| all.first == at)?;
    let of = whole(&all).filter(|&of| of > part)?;
    // "three in two days", "two in 2019", "four goals in 10 games"
    let round = part == 1.0
        || matches!(of as u64, 10 | 100 | 1000)
        || of <= 10.0 && stands_free(reader, numeral.first);
    let year = matches!(all.form, Form::Plain(4)) && (1900.0..2100.0).contains(&of);
    let next = reader.lex(all.end);
    let measured =
        next.period.is_some() || next.unit && !reader.lower(all.end).is_empty() || reader.hyphen(all.end);
    let played = (matches!(reader.lower(all.end), "%") || reader.is(all.end, Class::Played));
    let other =
        matches!(reader.before(numeral.first, 1), "no" | "the" | "that" | "this" | "at" | "-" | "number");
    if !out_of && (!round || year || other) || measured || played {
        return None;
    }
    let value = Some(Decimal { mantissa: part / of, exponent: 0 });
    Some(Numeral { first: numeral.first, end: all.end, value, form: Form::Words, scale: 0 })
}

/// "Four in five firms", "about two in three voters": with nothing before that the first number counts.
fn stands_free(reader: &Reader, first: usize) -> bool {
    reader.starts_sentence(first)
        || matches!(
            reader.before(first, 1),
            "about" | "nearly" | "almost" | "roughly" | "around" | "least" | "than"
        )
}

/// "two-thirds", and "five - eighths" of texts that are cut into words.
fn is_dash_between(reader: &Reader, i: usize) -> bool {
    reader.lower(i) == "-" && reader.gap(i) <= Gap::Space
}
