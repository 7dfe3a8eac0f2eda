//! Numbers in words: "one hundred and sixteen", "two dozen", "half a million", "thousands".
//!
//! Words are added up from left to right for as long as each can follow the one before, so that
//! "twenty thirty" is two numbers.

use super::part::fraction;
use super::{Decimal, Form, Numeral};
use crate::figure::lexicon::{Lex, Nth, Number};
use crate::figure::reader::Reader;
use crate::figure::stop::stops;
use crate::lexicon::Class;
use crate::token::{Gap, TokenKind};

/// Most tokens that one numeral in words may have; a text of "million million …" stays linear.
const LONGEST: usize = 20;

/// A run of number words: "one hundred and sixteen", "two dozen", "half a million", "thousands".
pub(super) fn words(reader: &Reader, i: usize) -> Option<Numeral> {
    let lex = reader.lex(i);
    let article = |first: usize| {
        let before = first.wrapping_sub(1);
        if before < first && matches!(reader.lower(before), "a" | "an") { before } else { first }
    };
    match lex.number {
        Number::Many if reader.lower(i) == "scores" && !scores_count(reader, i) => return None,
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
            // "half a dozen" is a count, no fraction.
            let form = if scale > 0 || part > 1.0 { Form::Words } else { Form::Fraction };
            return Some(Numeral { first: i, end, value: Some(value), form, scale });
        }
        Number::Couple => return couple(reader, i),
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
    // "five and a quarter", "one and a half", "one and half", "two-and-a-half"
    let joined = reader.hyphen(end) && reader.lower(end + 1) == "and" && reader.hyphen(end + 2);
    let at = if joined { end + 3 } else { end + 1 };
    if (joined || reader.lower(end) == "and")
        && sum.total() < 100.0
        && let Some((part, part_end, scale)) = fraction(reader, at)
        && part < 1.0
    {
        // "two and a half million"
        numeral.value = Some(Decimal { mantissa: sum.total() + part, exponent: 0 }.shifted(scale));
        numeral.scale = scale;
        numeral.end = part_end;
    }
    Some(numeral)
}

/// Whether a word goes on after a hyphen: "twenty-three", "two-hundred", "twenty-third".
fn continues(lex: Lex) -> bool {
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

/// "thousands", "tens of thousands", "hundreds of millions".
fn many(reader: &Reader, i: usize) -> Numeral {
    let mut end = i + 1;
    while reader.lower(end) == "of" && reader.lex(end + 1).number == Number::Many && end < i + 6 {
        end += 2;
    }
    Numeral { first: i, end, value: None, form: Form::Vague, scale: 0 }
}

/// "scores of villagers", "scores more"; not a test's.
fn scores_count(reader: &Reader, i: usize) -> bool {
    let before = reader.before(i, 1);
    let free = reader.starts_sentence(i)
        || (matches!(before, "" | "," | ";") || crate::lexicon::is(before, Class::BeforeScores))
        || before.len() > 4 && (before.ends_with("ed") || before.ends_with("ing"));
    let of = reader.lower(i + 1) == "of" && reader.kind(i + 2) == TokenKind::Word;
    free && (of || reader.lower(i + 1) == "more" && reader.lower(i + 2) != "than")
}

/// "a couple of days", "a couple hundred people", "a couple of them".
fn couple(reader: &Reader, i: usize) -> Option<Numeral> {
    let first = i
        .checked_sub(1)
        .filter(|&a| matches!(reader.lower(a), "a" | "another" | "last" | "past" | "next"))?;
    let of = reader.lower(i + 1) == "of";
    let at = if of { i + 2 } else { i + 1 };
    let scale = match reader.lex(at).number {
        Number::Scale(exponent) => i32::from(exponent),
        Number::Hundred => 2,
        Number::Dozen => 0,
        _ if of || reader.lex(at).period.is_some() => -1,
        _ => return None,
    };
    let dozen = reader.lex(at).number == Number::Dozen;
    let value = Decimal::whole(if dozen { 24 } else { 2 }).shifted(scale.max(0));
    // "a couple of the men", "a couple of them"
    let end = match (scale, of) {
        (0.., _) => at + 1,
        (_, true) if reader.kind(at) != TokenKind::Word || stops(reader.lower(at)) => i + 1,
        _ => at,
    };
    let first = if reader.lower(first) == "a" { first } else { i };
    Some(Numeral { first, end, value: Some(value), form: Form::Words, scale: scale.max(0) })
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
