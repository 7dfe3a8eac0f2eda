//! Magnitudes after digits: "2.5bn", "2 million", "10M", "41 thousand 207".
//!
//! Letters are taken where they stand right after the digits. "5m" is left alone, as it may be
//! meters: [`crate::figure::amount`] decides.

use super::part::fraction;
use super::plain_digits;
use super::words::words;
use super::{Decimal, Form, Numeral};
use crate::figure::lexicon::Number;
use crate::figure::reader::Reader;
use crate::token::{Gap, TokenKind};

/// A magnitude after digits: "2.5bn", "2 million", "10M", "41 thousand 207".
pub(super) fn magnitude(reader: &Reader, numeral: &mut Numeral) {
    let mut i = numeral.end;
    let glued = reader.glued(i);
    // "104 off 143b": balls.
    if reader.text(i) == "b" && glued && reader.before(numeral.first, 1) == "off" {
        (numeral.form, numeral.end) = (Form::Marked, i + 1);
        return;
    }
    // "Rs 75L", and "9L a month" where rupees are spoken of.
    if reader.text(i) == "L" && glued && reader.lower(i + 1) != "of" && reader.pays_in_rupees {
        (numeral.form, numeral.scale, numeral.end) = (Form::Words, 5, i + 1);
        numeral.value = numeral.value.map(|v| v.shifted(5));
        return;
    }
    let exponent = if reader.kind(i) == TokenKind::Word
        && let Some(exponent) = short_magnitude(reader.text(i), glued, numeral.form)
    {
        exponent
    } else {
        // "2.5-million"
        let word = if reader.hyphen(i) { i + 1 } else { i };
        match reader.lex(word).number {
            Number::Scale(exponent) => {
                i = word;
                i32::from(exponent)
            }
            Number::Hundred => {
                i = word;
                2
            }
            Number::Dozen => {
                i = word;
                numeral.value = numeral.value.map(|v| Decimal { mantissa: v.mantissa * 12.0, ..v });
                0
            }
            _ => return,
        }
    };
    numeral.form = Form::Words;
    numeral.value = numeral.value.map(|v| v.shifted(exponent));
    numeral.scale = exponent;
    numeral.end = i + 1;
    // "2 hundred thousand", "5 lakh crore"
    let more = match reader.lex(numeral.end).number {
        Number::Scale(more) => Some(i32::from(more)),
        // "Rs 2 lakh cr"
        _ if reader.lower(numeral.end) == "cr" => Some(7),
        _ => None,
    };
    if let Some(more) = more.filter(|_| reader.gap(numeral.end) != Gap::Block) {
        numeral.value = numeral.value.map(|v| v.shifted(more));
        numeral.scale += more;
        numeral.end += 1;
    }
    remainder(reader, numeral);
}

/// What may follow a magnitude: "41 thousand 207", "6 crore and two hundred", "3 million and a quarter".
fn remainder(reader: &Reader, numeral: &mut Numeral) {
    let Some(value) = numeral.value else { return };
    let unit = 10f64.powi(numeral.scale.clamp(0, 30));
    let next = numeral.end;
    if let Some(rest) = plain_digits(reader, next)
        && numeral.scale == 3
        && reader.text(next).len() == 3
        && reader.gap(next) == Gap::Space
    {
        numeral.value = Some(Decimal { mantissa: value.value() + f64::from(rest), exponent: 0 });
        numeral.end = next + 1;
    } else if reader.lower(next) == "and" {
        if let Some((part, end, scale)) = fraction(reader, next + 1) {
            let part = part * if scale > 0 { 10f64.powi(scale) } else { unit };
            numeral.value = Some(Decimal { mantissa: value.value() + part, exponent: 0 });
            numeral.end = end;
        } else if numeral.scale >= 5
            && !matches!(
                reader.lex(next + 1).number,
                Number::Digits | Number::Many | Number::Several | Number::None
            )
            && let Some(rest) = words(reader, next + 1)
            && let Some(rest_value) = rest.value
            && rest_value.value() < unit
            && rest_value.value() >= 100.0
        {
            numeral.value = Some(Decimal { mantissa: value.value() + rest_value.value(), exponent: 0 });
            numeral.end = rest.end;
        }
    }
}

/// Letters for a magnitude. "m" is a million after money and people, a meter elsewhere: not here.
fn short_magnitude(text: &str, glued: bool, form: Form) -> Option<i32> {
    Some(match text {
        "bn" | "Bn" | "BN" | "bln" => 9,
        "tn" | "trn" | "tln" => 12,
        "mn" | "mln" | "mil" | "Mn" => 6,
        // "Rs 950 cr"
        "cr" | "Cr" | "CR" => 7,
        "k" | "K" if glued => 3,
        "M" | "MM" if glued => 6,
        "b" | "B" if glued => 9,
        "T" if glued && form != Form::Plain(4) => 12,
        "k" if form == Form::Marked => 3,
        "M" if form == Form::Marked => 6,
        _ => return None,
    })
}
