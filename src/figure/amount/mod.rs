//! What a numeral measures, told by the words right after it.
//!
//! Percents, money (`price`), durations and ages with their words (`duration`; "aged 7" is told
//! by [`super::age`]), quantities with units (`quantity`); a plain number where nothing fits.

mod duration;
mod price;
mod quantity;

pub(super) use duration::single as single_period;
pub(super) use price::{money_after_sign, money_fused};
pub(super) use quantity::{feet_and_inches, single as single_unit};

use super::lexicon::{Number, Period};
use super::numeral::{Decimal, Form, Numeral};
use super::period::period_name;
use super::reader::Reader;
use super::{money, unit};
use crate::annotation::FigureKind;
use crate::lexicon::Class;
use crate::token::Gap;
use duration::duration;
use price::{million_in_a_letter, price};
use quantity::quantity;
use std::borrow::Cow;

/// What the numeral measures.
pub(super) fn measure(reader: &Reader, numeral: &Numeral) -> Amount {
    let mut numeral = *numeral;
    million_in_a_letter(reader, &mut numeral);
    let joined = reader.hyphen(numeral.end);
    let mut at = if joined { numeral.end + 1 } else { numeral.end };
    // "15-plus years", "200-odd kilometers", "10+ hours"
    if joined && matches!(reader.lower(at), "plus" | "odd") || reader.lower(at) == "+" && reader.glued(at) {
        at += 1;
    }
    if reader.gap(at) != Gap::Block {
        let found = percent(reader, &numeral, at)
            .or_else(|| price(reader, &numeral, at))
            .or_else(|| duration(reader, &numeral, at))
            .or_else(|| quantity(reader, &numeral, at, joined));
        if let Some(found) = found {
            return found;
        }
    }
    Amount::new(FigureKind::Number, numeral.end, numeral.value)
}

/// "millions of dollars", "several million dollars", "hundreds of years", "thousands of tons": no value,
/// but a unit.
pub(super) fn of_many(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    let of = reader.lower(numeral.end) == "of";
    let scaled = matches!(reader.lex(numeral.end - 1).number, Number::Scale(_) | Number::Hundred);
    if numeral.form != Form::Vague || !(of || scaled) {
        return None;
    }
    let at = numeral.end + usize::from(of);
    if reader.gap(at) == Gap::Block {
        return None;
    }
    if let Some((coin, end)) = money::after_number(reader, at) {
        let mut amount = Amount::new(FigureKind::Money, end, None);
        amount.unit = (!coin.code.is_empty()).then_some(Cow::Borrowed(coin.code));
        return Some(amount);
    }
    let (kind, unit, end) = match reader.lex(at).period {
        Some(period) if period != Period::Weekend => (FigureKind::Duration, period_name(period), at + 1),
        _ => {
            let (name, end) = unit::at(reader, at)?;
            (FigureKind::Quantity, name, end)
        }
    };
    let mut amount = Amount::new(kind, end, None);
    amount.unit = Some(Cow::Borrowed(unit));
    Some(amount)
}

/// A numeral with what it measures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    pub kind: FigureKind,
    pub end: usize,
    pub value: Option<f64>,
    pub unit: Option<Cow<'static, str>>,
    pub iso: Option<String>,
    pub period: Option<Period>,
}

impl Amount {
    fn new(kind: FigureKind, end: usize, value: Option<Decimal>) -> Self {
        Self { kind, end, value: value.map(Decimal::value), unit: None, iso: None, period: None }
    }
}

/// What a central bank does by "a quarter point".
fn of_interest(word: &str) -> bool {
    crate::lexicon::is(word, Class::OfInterest)
}

fn percent(reader: &Reader, numeral: &Numeral, i: usize) -> Option<Amount> {
    let points = |at: usize| matches!(reader.lower(at), "point" | "points");
    // "three-tenths of a percentage point", "half a percent"
    let mut i = i;
    if numeral.form == Form::Fraction {
        let at = if reader.lower(i) == "of" { i + 1 } else { i };
        if matches!(reader.lower(at), "a" | "one" | "1")
            && matches!(reader.lower(at + 1), "percent" | "percentage" | "per")
        {
            i = at + 1;
        }
        // "a quarter-point cut"
        let at = if reader.hyphen(i) { i + 1 } else { i };
        if reader.lower(at) == "point" && of_interest(reader.lower(at + 1)) {
            let mut amount = Amount::new(FigureKind::Percent, at + 1, numeral.value);
            amount.unit = Some(Cow::Borrowed("percentage point"));
            return Some(amount);
        }
    }
    let (end, value, unit) = match reader.lower(i) {
        "%" | "％" | "percent" | "pct" | "pc" | "percents" => (i + 1, numeral.value, None),
        "per" if reader.lower(i + 1) == "cent" => (i + 2, numeral.value, None),
        "percentage" => {
            let at = if reader.hyphen(i + 1) { i + 2 } else { i + 1 };
            points(at).then_some((at + 1, numeral.value, Some("percentage point")))?
        }
        "basis" => {
            let at = if reader.hyphen(i + 1) { i + 2 } else { i + 1 };
            points(at).then_some((at + 1, numeral.value.map(|v| v.shifted(-2)), Some("percentage point")))?
        }
        "pp" | "ppt" | "ppts" => (i + 1, numeral.value, Some("percentage point")),
        "bps" => (i + 1, numeral.value.map(|v| v.shifted(-2)), Some("percentage point")),
        _ => return None,
    };
    // "2.5% points"
    let (end, unit) =
        if unit.is_none() && points(end) { (end + 1, Some("percentage point")) } else { (end, unit) };
    let mut amount = Amount::new(FigureKind::Percent, end, value);
    amount.unit = unit.map(Cow::Borrowed);
    Some(amount)
}
