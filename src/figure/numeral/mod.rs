//! Numerals: digits in every grouping, number words, magnitudes and fractions.
//!
//! "100,000", "12 000", "12'000", "12,34,567", "2.5bn", "41 thousand 207", "twenty-three", "a dozen",
//! "half a million", "two-thirds", "one and a half"; "thousands" and "several million" have no
//! value. A numeral only says how much; what it measures is told by [`super::amount`].
//!
//! `digits` and `words` read the two ways to write one, `magnitude` a "million" after digits,
//! `part` fractions and ordinals.
//!
//! "A couple of hundred" is about 200, "scores of" has no value.
//!
//! Missed: Roman numerals, "a pair of".

mod digits;
mod magnitude;
mod part;
mod words;

pub(super) use digits::read_digits;

use super::lexicon::Number;
use super::reader::Reader;
use digits::digits;
use part::ordinal_alone;
pub(super) use part::share;
use words::words;

/// The numeral that starts at token `i`.
pub(super) fn parse(reader: &Reader, i: usize) -> Option<Numeral> {
    let lex = reader.lex(i);
    match lex.number {
        Number::Digits => digits(reader, i),
        Number::None => ordinal_alone(reader, i),
        _ => words(reader, i),
    }
}

/// A decimal number: exact for what people write.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Decimal {
    pub mantissa: f64,
    pub exponent: i32,
}

impl Decimal {
    /// A whole number.
    pub(super) fn whole(value: u64) -> Self {
        Self { mantissa: value as f64, exponent: 0 }
    }
    /// The value; one multiplication or division, so that "2.3 million" is 2300000 exactly.
    pub(super) fn value(self) -> f64 {
        match self.exponent {
            0 => self.mantissa,
            e if e > 0 => self.mantissa * 10f64.powi(e.min(40)),
            e => self.mantissa / 10f64.powi((-e).min(40)),
        }
    }
    /// The number times a power of ten.
    pub(super) fn shifted(self, exponent: i32) -> Self {
        Self { mantissa: self.mantissa, exponent: (self.exponent + exponent).clamp(-40, 40) }
    }
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One run of digits, so many: a year, a day, an hour may be meant.
    Plain(u8),
    /// Digits with marks: "100,000", "2.5".
    Marked,
    /// With a word of magnitude or in words: "2.5bn", "forty".
    Words,
    /// "two-thirds", "a quarter"
    Fraction,
    /// "twenty-third", "100th"
    Ordinal,
    /// "thousands", "several": no value
    Vague,
}

/// A numeral in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    pub first: usize,
    pub end: usize,
    /// What it says; `None` for "thousands" and for more digits than anybody means.
    pub value: Option<Decimal>,
    pub form: Form,
    /// Whether it ends in a magnitude that a range's first number shares: "$3-5 million".
    pub scale: i32,
}

impl Numeral {
    /// The number where it is written as so many digits and nothing else.
    pub(super) fn plain(&self, digits: std::ops::RangeInclusive<u8>) -> Option<u32> {
        match (self.form, self.value) {
            (Form::Plain(length), Some(value)) if digits.contains(&length) => Some(value.value() as u32),
            _ => None,
        }
    }
}

/// A token of up to nine digits and nothing else.
pub(super) fn plain_digits(reader: &Reader, i: usize) -> Option<u32> {
    let text = reader.text(i);
    let plain = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.bytes().fold(0, |n, b| n * 10 + u32::from(b - b'0')))
}
