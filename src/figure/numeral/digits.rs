//! Numbers in digits: "100,000", "12 000", "12'000", "12,34,567", "2½", "3/4", "100th".
//!
//! A mark is a decimal one or one of groups by the digits after it: "5,00" is five, "5,000" five
//! thousand. Marks that fit neither ("1,2,3") make no number.

use super::magnitude::magnitude;
use super::plain_digits;
use super::{Decimal, Form, Numeral};
use crate::figure::lexicon::Number;
use crate::figure::reader::Reader;
use crate::token::{Gap, TokenKind};

/// Digits and what belongs to them.
pub(super) fn digits(reader: &Reader, i: usize) -> Option<Numeral> {
    let text = reader.text(i);
    let mut value = read_digits(text)?;
    let mut form = match text.bytes().all(|b| b.is_ascii_digit()) {
        true => Form::Plain(text.len().min(255) as u8),
        false => Form::Marked,
    };
    let mut first = i;
    // ".08": the mark is a token, and nothing stands right before it.
    if i > reader.first
        && reader.lower(i - 1) == "."
        && reader.glued(i)
        && !reader.glued(i - 1)
        && text.len() < 16
    {
        first = i - 1;
        value = value.map(|v| v.shifted(-(text.len() as i32)));
        form = Form::Marked;
    }
    let mut end = i + 1;
    if matches!(form, Form::Plain(1..=3)) && !text.starts_with('0') {
        end = groups(reader, i, &mut value, &mut form);
    }
    // "2½"
    if let Number::Glyph(part) = reader.lex(end).number
        && reader.glued(end)
        && let Some(whole) = value
        && whole.exponent == 0
    {
        value = Some(Decimal { mantissa: whole.mantissa * 10_000.0 + f64::from(part), exponent: -4 });
        form = Form::Marked;
        end += 1;
    }
    // "100th"
    // "12st" weighs.
    let stone = reader.lower(end) == "st"
        && value.is_some_and(|v| v.value() % 10.0 != 1.0 || v.value() % 100.0 == 11.0);
    if reader.glued(end) && matches!(reader.lower(end), "st" | "nd" | "rd" | "th") && first == i && !stone {
        return Some(Numeral { first, end: end + 1, value, form: Form::Ordinal, scale: 0 });
    }
    // "3/4"
    if reader.lower(end) == "/"
        && reader.glued(end)
        && reader.glued(end + 1)
        && matches!(form, Form::Plain(1..=3))
        && let (Some(part), Some(whole)) = (value, plain_digits(reader, end + 1))
        && matches!(whole, 2 | 3 | 4 | 5 | 6 | 8 | 10 | 16 | 32)
        && part.value() < f64::from(whole)
        && reader.lower(end + 2) != "/"
    {
        let value = Decimal { mantissa: part.value() / f64::from(whole), exponent: 0 };
        return Some(Numeral { first, end: end + 2, value: Some(value), form: Form::Fraction, scale: 0 });
    }
    // "1 1/2"
    if matches!(form, Form::Plain(1..=2))
        && end == i + 1
        && reader.gap(end) == Gap::Space
        && reader.lower(end + 1) == "/"
        && reader.glued(end + 1)
        && reader.glued(end + 2)
        && let (Some(whole), Some(part), Some(of)) =
            (value, plain_digits(reader, end), plain_digits(reader, end + 2))
        && matches!(of, 2 | 3 | 4 | 8 | 16)
        && (1..of).contains(&part)
        && reader.lower(end + 3) != "/"
    {
        let value = Decimal { mantissa: whole.value() + f64::from(part) / f64::from(of), exponent: 0 };
        return Some(Numeral { first, end: end + 3, value: Some(value), form: Form::Marked, scale: 0 });
    }
    let mut numeral = Numeral { first, end, value, form, scale: 0 };
    // "5 and a half grams", "2 and a half million"
    if matches!(form, Form::Plain(1..=3))
        && reader.lower(end) == "and"
        && matches!(reader.lower(end + 1), "a" | "half" | "three" | "two" | "one")
        && !matches!(reader.before(first, 1), "between" | "both")
        && let (Some(whole), Some((part, after, scale))) = (value, super::part::fraction(reader, end + 1))
        && part < 1.0
        && reader.lower(after) != "of"
    {
        let value = Decimal { mantissa: whole.value() + part, exponent: 0 }.shifted(scale);
        return Some(Numeral { first, end: after, value: Some(value), form: Form::Words, scale });
    }
    magnitude(reader, &mut numeral);
    Some(numeral)
}

/// Groups of three digits after spaces or apostrophes: "12 000", "1 414 021 100", "12'000".
fn groups(reader: &Reader, i: usize, value: &mut Option<Decimal>, form: &mut Form) -> usize {
    let mut end = i + 1;
    loop {
        let apostrophe = matches!(reader.text(end), "'" | "’") && reader.glued(end) && reader.glued(end + 1);
        let next = if apostrophe { end + 1 } else { end };
        let text = reader.text(next);
        let group = reader.kind(next) == TokenKind::Number
            && (apostrophe || reader.gap(next) == Gap::Space)
            && text.len() == 3
            && text.bytes().all(|b| b.is_ascii_digit())
            // "in 100 20-minute sessions": not what follows belongs to something else.
            && !(reader.glued(next + 1) && matches!(reader.lower(next + 1), "-" | "–" | ":" | "/" | "th" | "s"));
        if !group || end - i > 12 {
            break;
        }
        *value = value.and_then(|v| {
            let digits = text.bytes().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
            let sum = v.mantissa * 1000.0 + f64::from(digits);
            (sum < 1e18).then_some(Decimal { mantissa: sum, exponent: 0 })
        });
        *form = Form::Marked;
        end = next + 1;
    }
    end
}

/// The value of digits with marks: `None` where the marks make no number, `Some(None)` where there
/// are too many digits to mean one.
pub(in crate::figure) fn read_digits(text: &str) -> Option<Option<Decimal>> {
    if text.len() > 40 {
        return text.bytes().all(|b| b.is_ascii_digit()).then_some(None);
    }
    let commas = text.bytes().filter(|b| *b == b',').count();
    let points = text.bytes().filter(|b| *b == b'.').count();
    let last_point = text.rfind('.');
    let last_comma = text.rfind(',');
    let after = |at: usize| text.len() - at - 1;
    // Which mark, if any, is the decimal one.
    let decimals = match (commas, points) {
        (0, 0) => 0,
        (0, 1) => after(last_point?),
        // "1.234.567" in Europe's way; "23.04.2022" is none.
        (0, _) => grouped(text, '.').then_some(0)?,
        // "5,00" has a decimal comma, "5,000" not.
        (1, 0) if after(last_comma?) != 3 => (after(last_comma?) < 3).then_some(after(last_comma?))?,
        (_, 0) => grouped(text, ',').then_some(0)?,
        (_, 1) if last_point > last_comma => {
            grouped(&text[..last_point?], ',').then_some(())?;
            after(last_point?)
        }
        // "1.234,56"
        (1, _) if last_comma > last_point => {
            grouped(&text[..last_comma?], '.').then_some(())?;
            after(last_comma?)
        }
        _ => return None,
    };
    let digits = text.bytes().filter(u8::is_ascii_digit);
    if digits.clone().count() > 18 {
        return Some(None);
    }
    let mantissa = digits.fold(0u64, |n, b| n * 10 + u64::from(b - b'0'));
    Some(Some(Decimal { mantissa: mantissa as f64, exponent: -(decimals as i32) }))
}

/// Groups of three digits, or India's: two, two, three.
fn grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let first = groups.next().map_or(0, str::len);
    let mut last = 3;
    let even = groups.all(|group| {
        let fits = last == 3 && group.len() == 3 || group.len() == 2 || last == 2 && group.len() == 3;
        last = group.len();
        fits
    });
    (1..=3).contains(&first) && even && last == 3
}
