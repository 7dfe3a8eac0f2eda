//! Numerals: digits in every grouping, number words, magnitudes and fractions.
//!
//! "100,000", "12 000", "12'000", "12,34,567", "2.5bn", "41 thousand 207", "twenty-three", "a dozen",
//! "half a million", "two-thirds", "one and a half"; "thousands" and "several million" have no
//! value. A numeral only says how much; what it measures is told by [`super::amount`].
//!
//! Missed: Roman numerals, "a couple".

use super::lexicon::{Nth, Number};
use super::reader::Reader;
use crate::token::{Gap, TokenKind};

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

/// Most tokens that one numeral in words may have; a text of "million million …" stays linear.
const LONGEST: usize = 20;

/// The numeral that starts at token `i`.
pub(super) fn parse(reader: &Reader, i: usize) -> Option<Numeral> {
    let lex = reader.lex(i);
    match lex.number {
        Number::Digits => digits(reader, i),
        Number::None => ordinal_alone(reader, i),
        _ => words(reader, i),
    }
}

/// Digits and what belongs to them.
fn digits(reader: &Reader, i: usize) -> Option<Numeral> {
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
    if reader.glued(end) && matches!(reader.lower(end), "st" | "nd" | "rd" | "th") && first == i {
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
    let mut numeral = Numeral { first, end, value, form, scale: 0 };
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

/// A token of up to nine digits and nothing else.
pub(super) fn plain_digits(reader: &Reader, i: usize) -> Option<u32> {
    let text = reader.text(i);
    let plain = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.bytes().fold(0, |n, b| n * 10 + u32::from(b - b'0')))
}

/// The value of digits with marks: `None` where the marks make no number, `Some(None)` where there
/// are too many digits to mean one.
fn read_digits(text: &str) -> Option<Option<Decimal>> {
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

/// A magnitude after digits: "2.5bn", "2 million", "10M", "41 thousand 207".
fn magnitude(reader: &Reader, numeral: &mut Numeral) {
    let mut i = numeral.end;
    let glued = reader.glued(i);
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
    if let Number::Scale(more) = reader.lex(numeral.end).number
        && reader.gap(numeral.end) != Gap::Block
    {
        numeral.value = numeral.value.map(|v| v.shifted(i32::from(more)));
        numeral.scale += i32::from(more);
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
        "k" | "K" if glued => 3,
        "M" | "MM" if glued => 6,
        "b" | "B" if glued => 9,
        "T" if glued && form != Form::Plain(4) => 12,
        "k" if form == Form::Marked => 3,
        "M" if form == Form::Marked => 6,
        _ => return None,
    })
}

/// A run of number words: "one hundred and sixteen", "two dozen", "half a million", "thousands".
fn words(reader: &Reader, i: usize) -> Option<Numeral> {
    let lex = reader.lex(i);
    let article = |first: usize| {
        let before = first.wrapping_sub(1);
        if before < first && matches!(reader.lower(before), "a" | "an") { before } else { first }
    };
    match lex.number {
        Number::Many => return Some(many(reader, i)),
        Number::Several => {
            let mut end = i + 1;
            while matches!(reader.lex(end).number, Number::Hundred | Number::Dozen | Number::Scale(_))
                && end < i + 4
            {
                end += 1;
            }
            return Some(Numeral { first: article(i), end, value: None, form: Form::Vague, scale: 0 });
        }
        Number::Half | Number::Glyph(_) => {
            let (part, end, scale) = fraction(reader, i)?;
            let value = Decimal { mantissa: part, exponent: 0 }.shifted(scale);
            let form = if scale > 0 { Form::Words } else { Form::Fraction };
            return Some(Numeral { first: i, end, value: Some(value), form, scale });
        }
        // "a million"; a bare "million" or "hundred" is none, a bare "dozen" neither.
        Number::Scale(_) | Number::Hundred | Number::Dozen if article(i) == i => {
            return None;
        }
        _ => {}
    }
    // "two thirds", "one-third", "three quarters million"
    if let Number::Ones(1..=15) = lex.number
        && let Some((part, end, scale)) = fraction(reader, i)
    {
        let value = Decimal { mantissa: part, exponent: 0 }.shifted(scale);
        let form = if scale > 0 { Form::Words } else { Form::Fraction };
        return Some(Numeral { first: i, end, value: Some(value), form, scale });
    }
    let mut sum = Sum::default();
    let mut end = i;
    if article(i) < i {
        sum.current = if matches!(lex.number, Number::Ones(_) | Number::Tens(_)) { 0.0 } else { 1.0 };
    }
    let first = if sum.current > 0.0 { article(i) } else { i };
    let mut at = i;
    while at < i + LONGEST && (at == i || reader.gap(at) != Gap::Block) {
        let number = reader.lex(at).number;
        if let Some(nth) = last_ordinal(reader, at, end, &sum, i) {
            return Some(Numeral {
                first,
                end: at + 1,
                value: Some(Decimal { mantissa: nth, exponent: 0 }),
                form: Form::Ordinal,
                scale: 0,
            });
        }
        // "three dozens"
        let number = if at > i && reader.lower(at) == "dozens" { Number::Dozen } else { number };
        if !sum.take(number) {
            break;
        }
        end = at + 1;
        at = end;
        if reader.hyphen(at) && continues(reader.lex(at + 1)) {
            at += 1;
        } else if reader.lower(at) == "and" && reader.gap(at) != Gap::None && sum.takes_and() {
            // "between two hundred and three hundred" has two numerals.
            let rest = reader.lex(at + 1).number;
            let small = matches!(rest, Number::Ones(1..) | Number::Tens(_));
            let between = matches!(reader.before(first, 1), "between" | "both");
            let part = fraction(reader, at + 1);
            if let Some((part, part_end, scale)) = part {
                let part = part * if scale > 0 { 10f64.powi(scale) } else { sum.unit() };
                let value = Decimal { mantissa: sum.total() + part, exponent: 0 };
                return Some(Numeral {
                    first,
                    end: part_end,
                    value: Some(value),
                    form: Form::Words,
                    scale: sum.scale,
                });
            }
            if !small || between || sum.total() < 100.0 {
                break;
            }
            at += 1;
        }
    }
    if end == i {
        return None;
    }
    let mut numeral = Numeral {
        first,
        end,
        value: Some(Decimal { mantissa: sum.total(), exponent: 0 }),
        form: Form::Words,
        scale: sum.scale,
    };
    // "five and a quarter", "one and a half", "one and half"
    if reader.lower(end) == "and"
        && sum.total() < 100.0
        && let Some((part, part_end, 0)) = fraction(reader, end + 1)
    {
        numeral.value = Some(Decimal { mantissa: sum.total() + part, exponent: 0 });
        numeral.end = part_end;
        // "two and a half million"
        if let Number::Scale(exponent) = reader.lex(part_end).number {
            numeral.value = numeral.value.map(|v| v.shifted(i32::from(exponent)));
            numeral.scale = i32::from(exponent);
            numeral.end += 1;
        }
    }
    Some(numeral)
}

/// Whether a word goes on after a hyphen: "twenty-three", "two-hundred", "twenty-third".
fn continues(lex: super::lexicon::Lex) -> bool {
    matches!(
        lex.number,
        Number::Ones(_) | Number::Tens(_) | Number::Hundred | Number::Scale(_) | Number::Dozen
    ) || matches!(lex.nth, Nth::Ones(_) | Nth::Hundred | Nth::Scale(_))
}

/// An ordinal that ends a run of number words: "twenty-first", "two hundredth".
fn last_ordinal(reader: &Reader, at: usize, end: usize, sum: &Sum, first: usize) -> Option<f64> {
    if at == first || sum.total() <= 0.0 || end == first {
        return None;
    }
    let open = |limit: f64| sum.total() % limit == 0.0;
    match reader.lex(at).nth {
        Nth::Ones(n) if n < 10 && open(10.0) && sum.total() >= 20.0 => Some(sum.total() + f64::from(n)),
        Nth::Ones(n) if n >= 10 && open(100.0) => Some(sum.total() + f64::from(n)),
        Nth::Tens(n) if open(100.0) => Some(sum.total() + f64::from(n)),
        Nth::Hundred if sum.total() < 100.0 => Some(sum.total() * 100.0),
        Nth::Scale(exponent) => Some(sum.total() * 10f64.powi(i32::from(exponent))),
        _ => None,
    }
}

/// An ordinal in one word: "third", "twentieth", "trillionth".
fn ordinal_alone(reader: &Reader, i: usize) -> Option<Numeral> {
    let value = match reader.lex(i).nth {
        Nth::Ones(n) | Nth::Tens(n) => u64::from(n),
        Nth::Hundred => 100,
        Nth::Scale(exponent) => 10u64.pow(u32::from(exponent)),
        Nth::Quarter => {
            // "a quarter", "a quarter million"
            let before = i.checked_sub(1).filter(|&b| matches!(reader.lower(b), "a" | "one"));
            let scale = match reader.lex(i + 1).number {
                Number::Scale(exponent) => i32::from(exponent),
                _ if before.is_none() => return None,
                _ => 0,
            };
            let first = before.unwrap_or(i);
            let end = if scale > 0 { i + 2 } else { i + 1 };
            let value = Decimal { mantissa: 25.0, exponent: -2 }.shifted(scale);
            let form = if scale > 0 { Form::Words } else { Form::Fraction };
            return Some(Numeral { first, end, value: Some(value), form, scale });
        }
        Nth::Parts(_) | Nth::None => return None,
    };
    // "a third of", "a fifth", "a hundredth"
    let article = i > reader.first && reader.lower(i - 1) == "a";
    if article && (reader.lower(i + 1) == "of" || reader.lex(i).nth == Nth::Hundred) && value > 2 {
        let value = Decimal { mantissa: 1.0 / value as f64, exponent: 0 };
        return Some(Numeral {
            first: i - 1,
            end: i + 1,
            value: Some(value),
            form: Form::Fraction,
            scale: 0,
        });
    }
    Some(Numeral { first: i, end: i + 1, value: Some(Decimal::whole(value)), form: Form::Ordinal, scale: 0 })
}

/// A fraction: "half", "a half", "a quarter", "two-thirds", "three quarters million". Gives its
/// value, its end, and the exponent of a magnitude after it ("half a million").
fn fraction(reader: &Reader, i: usize) -> Option<(f64, usize, i32)> {
    let scale_at = |at: usize| match reader.lex(at).number {
        Number::Scale(exponent) => Some(i32::from(exponent)),
        Number::Hundred => Some(2),
        _ => None,
    };
    let scaled = |value: f64, end: usize| match scale_at(end) {
        Some(scale) => (value, end + 1, scale),
        None => (value, end, 0),
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

/// "two-thirds", and "five - eighths" of texts that are cut into words.
fn is_dash_between(reader: &Reader, i: usize) -> bool {
    reader.lower(i) == "-" && reader.gap(i) <= Gap::Space
}

/// "thousands", "tens of thousands", "hundreds of millions".
fn many(reader: &Reader, i: usize) -> Numeral {
    let mut end = i + 1;
    while reader.lower(end) == "of" && reader.lex(end + 1).number == Number::Many && end < i + 6 {
        end += 2;
    }
    Numeral { first: i, end, value: None, form: Form::Vague, scale: 0 }
}

/// Number words added up.
#[derive(Default)]
struct Sum {
    done: f64,
    current: f64,
    scale: i32,
    /// The last word, so that "twenty thirty" stops.
    last: u8,
}

impl Sum {
    fn total(&self) -> f64 {
        self.done + self.current
    }

    /// What a fraction after "and" is a fraction of.
    fn unit(&self) -> f64 {
        if self.scale > 2 && self.current == 0.0 { 10f64.powi(self.scale) } else { 1.0 }
    }

    fn takes_and(&self) -> bool {
        self.last >= 3
    }

    /// Adds a word where it can stand there.
    fn take(&mut self, number: Number) -> bool {
        match number {
            Number::Ones(0) if self.last > 0 => return false,
            Number::Ones(n) => {
                let fits = match self.last {
                    1 | 5 => false,
                    2 => n < 10,
                    _ => true,
                };
                if !fits {
                    return false;
                }
                self.current += f64::from(n);
                self.last = 1;
            }
            Number::Tens(n) => {
                if matches!(self.last, 1 | 2) {
                    return false;
                }
                self.current += f64::from(n);
                self.last = 2;
            }
            Number::Hundred => {
                if !(1.0..100.0).contains(&self.current) || self.current.fract() != 0.0 {
                    return false;
                }
                self.current *= 100.0;
                self.last = 3;
            }
            Number::Dozen => {
                if self.current <= 0.0 {
                    return false;
                }
                // "three hundred and two dozen"
                let units = self.current % 100.0;
                let count = if units > 0.0 { units } else { self.current };
                self.current += 11.0 * count;
                self.last = 5;
            }
            Number::Scale(exponent) => {
                let exponent = i32::from(exponent);
                if self.current <= 0.0 || self.done > 0.0 && exponent >= self.scale {
                    return false;
                }
                self.done += self.current * 10f64.powi(exponent);
                self.current = 0.0;
                self.scale = exponent;
                self.last = 4;
            }
            _ => return false,
        }
        true
    }
}
