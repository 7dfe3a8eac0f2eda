//! What a numeral measures, told by the words right after it.
//!
//! Percents, money, durations, ages with their words ("22-year-old", "aged 7" is told by
//! [`super::age`]), quantities with units; a plain number where nothing fits.

use super::calendar::{duration_iso, per_period, period_name};
use super::lexicon::{Number, Period};
use super::numeral::{self, Decimal, Form, Numeral};
use super::reader::Reader;
use super::{counted, money, unit};
use crate::annotation::FigureKind;
use crate::token::{Gap, TokenKind};
use std::borrow::Cow;

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

/// A height in marks: 6'3".
pub(super) fn feet_and_inches(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    let feet = numeral.plain(1..=2)?;
    let mark = numeral.end;
    if !matches!(reader.lower(mark), "'" | "’" | "′") || !reader.glued(mark) || !reader.glued(mark + 1) {
        return None;
    }
    let inches = numeral::plain_digits(reader, mark + 1).filter(|inches| *inches < 12)?;
    let closed = matches!(reader.lower(mark + 2), "\"" | "”" | "″" | "''") && reader.glued(mark + 2);
    let mut amount = Amount::new(FigureKind::Quantity, mark + 2 + usize::from(closed), None);
    amount.value = Some(f64::from(feet) + f64::from(inches) / 12.0);
    amount.unit = Some(Cow::Borrowed("foot"));
    (closed || feet < 8).then_some(amount)
}

/// "millions of dollars", "hundreds of years", "thousands of tons": no value, but a unit.
pub(super) fn of_many(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    if numeral.form != Form::Vague || reader.lower(numeral.end) != "of" {
        return None;
    }
    let at = numeral.end + 1;
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
            .or_else(|| money(reader, &numeral, at))
            .or_else(|| duration(reader, &numeral, at))
            .or_else(|| quantity(reader, &numeral, at, joined));
        if let Some(found) = found {
            return found;
        }
    }
    Amount::new(FigureKind::Number, numeral.end, numeral.value)
}

/// The amount of money whose sign stands at `i`.
pub(super) fn money_after_sign(reader: &Reader, i: usize) -> Option<(usize, Numeral, Amount)> {
    let (mut coin, next) = money::sign_at(reader, i)?;
    if !reader.is_digits(next) || reader.gap(next) > Gap::Space {
        return None;
    }
    let mut first = i;
    if let Some((code, start)) = money::letters_before(reader, i) {
        (coin.code, first) = (code, start);
    }
    let mut numeral = numeral::parse(reader, next)?;
    if numeral.form == Form::Ordinal {
        return None;
    }
    numeral.first = first;
    let letter = reader.text(numeral.end);
    if numeral.scale == 0 && reader.glued(numeral.end) && matches!(letter, "m" | "t") {
        numeral.scale = if letter == "m" { 6 } else { 12 };
        numeral.value = numeral.value.map(|v| v.shifted(numeral.scale));
        numeral.end += 1;
    }
    let mut amount = Amount::new(FigureKind::Money, numeral.end, numeral.value);
    amount.unit = (!coin.code.is_empty()).then_some(Cow::Borrowed(coin.code));
    Some((first, numeral, amount))
}

/// "RM120mil", "USD115.5": letters and digits in one token.
pub(super) fn money_fused(reader: &Reader, i: usize) -> Option<(Numeral, Amount)> {
    let text = reader.lower(i);
    let letters = text.find(|c: char| c.is_ascii_digit())?;
    let code = money::code_of(&text[..letters], reader.case(i))?;
    let rest = &text[letters..];
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits > 15 {
        return None;
    }
    let whole = rest[..digits].bytes().fold(0u64, |n, b| n * 10 + u64::from(b - b'0'));
    let mut value = Decimal::whole(whole);
    let mut end = i + 1;
    let mut tail = &rest[digits..];
    // The decimals are tokens of their own.
    if tail.is_empty()
        && matches!(reader.lower(end), "." | ",")
        && reader.glued(end)
        && reader.glued(end + 1)
        && reader.is_digits(end + 1)
    {
        let part = reader.text(end + 1);
        let short = part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
        if !short {
            return None;
        }
        let shift = 10f64.powi(part.len() as i32);
        let fraction = part.bytes().fold(0.0, |n, b| n * 10.0 + f64::from(b - b'0'));
        let grouped = reader.lower(end) == ",";
        value = Decimal {
            mantissa: value.mantissa * shift + fraction,
            exponent: if grouped { 0 } else { -(part.len() as i32) },
        };
        end += 2;
        if reader.glued(end) && reader.kind(end) == TokenKind::Word {
            tail = reader.lower(end);
        }
    }
    let mut scale = 0;
    let own = !tail.is_empty() && end == i + 1;
    if !tail.is_empty() {
        scale = match tail {
            "m" | "mn" | "mil" | "mln" => 6,
            "b" | "bn" | "bil" => 9,
            "k" => 3,
            "t" | "tn" | "trn" => 12,
            _ => return None,
        };
        end += usize::from(!own);
    } else if let Number::Scale(exponent) = reader.lex(end).number {
        scale = i32::from(exponent);
        end += 1;
    }
    let numeral = Numeral { first: i, end, value: Some(value.shifted(scale)), form: Form::Marked, scale };
    let mut amount = Amount::new(FigureKind::Money, end, numeral.value);
    amount.unit = Some(Cow::Borrowed(code));
    Some((numeral, amount))
}

/// "5m people" are five million; "a 1.8m fence" is measured in meters.
fn million_in_a_letter(reader: &Reader, numeral: &mut Numeral) {
    let i = numeral.end;
    if numeral.scale == 0
        && reader.text(i) == "m"
        && reader.glued(i)
        && !matches!(numeral.form, Form::Words | Form::Fraction | Form::Ordinal)
        && (counted::counts_people_or_things(reader, i + 1) || money::after_number(reader, i + 1).is_some())
        && !matches!(reader.lower(i + 1), "hurdles" | "finals" | "races" | "sprints")
    {
        numeral.value = numeral.value.map(|v| v.shifted(6));
        numeral.scale = 6;
        numeral.end = i + 1;
    }
}

fn percent(reader: &Reader, numeral: &Numeral, i: usize) -> Option<Amount> {
    let points = |at: usize| matches!(reader.lower(at), "point" | "points");
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

fn money(reader: &Reader, numeral: &Numeral, i: usize) -> Option<Amount> {
    if numeral.form == Form::Ordinal {
        return None;
    }
    let (coin, mut end) = money::after_number(reader, i)?;
    let noun = reader.lower(end - 1);
    let value = numeral.value?;
    // "two pounds of butter" weigh; "Kim, 23, won" is a verb.
    let weight = matches!(noun, "pound" | "pounds")
        && (weighs(reader, numeral, i, end) || reader.lower(i) != noun && coin.code != "GBP");
    let verb = noun == "won" && i + 1 == end && value.value() < 100.0;
    let plain =
        matches!(noun, "mark" | "marks" | "sol" | "colon" | "colons" | "soles" | "lei" | "lev" | "kip")
            && value.value() < 2.0;
    if weight || verb || plain {
        return None;
    }
    let mut total = value.shifted(-coin.minor);
    // "75 USD million", "17 USD 25"
    if let Number::Scale(exponent) = reader.lex(end).number
        && numeral.scale == 0
    {
        total = total.shifted(i32::from(exponent));
        end += 1;
    }
    if coin.minor == 0 && numeral.scale == 0 {
        let at = if reader.lower(end) == "and" { end + 1 } else { end };
        if let Some(cents) =
            numeral::parse(reader, at).filter(|n| n.first == at && reader.gap(at) <= Gap::Line)
            && let Some(value) =
                cents.value.map(Decimal::value).filter(|v| (0.0..100.0).contains(v) && v.fract() == 0.0)
            && matches!(cents.form, Form::Plain(1..=2) | Form::Words)
        {
            let coin_after = money::after_number(reader, cents.end);
            let sub = coin_after.is_some_and(|(coin, _)| coin.minor == 2);
            let bare = at == end
                && coin_after.is_none()
                && !counted::counts_people_or_things(reader, cents.end)
                && matches!(reader.lower(cents.end), "" | "." | "," | ";")
                && !matches!(cents.form, Form::Plain(1));
            if sub || bare {
                total = Decimal { mantissa: total.value() * 100.0 + value, exponent: -2 };
                end = if sub { coin_after.map_or(cents.end, |(_, end)| end) } else { cents.end };
            }
        }
    }
    let mut amount = Amount::new(FigureKind::Money, end, Some(total));
    amount.unit = (!coin.code.is_empty()).then_some(Cow::Borrowed(coin.code));
    Some(amount)
}

/// Whether "pounds" is a weight here.
fn weighs(reader: &Reader, numeral: &Numeral, i: usize, end: usize) -> bool {
    let of_goods = reader.lower(end) == "of"
        && reader.kind(end + 1) == TokenKind::Word
        && !matches!(
            reader.lower(end + 1),
            "public"
                | "taxpayer"
                | "taxpayers"
                | "debt"
                | "aid"
                | "investment"
                | "funding"
                | "savings"
                | "government"
                | "his"
                | "her"
                | "the"
                | "their"
        );
    let heavy = matches!(reader.lower(end), "heavier" | "lighter" | "overweight" | "," | "(")
        && (near(reader, numeral.first, "weigh") || near(reader, numeral.first, "lost"));
    of_goods
        || heavy
        || near(reader, numeral.first, "weigh")
        || near(reader, numeral.first, "baby")
        || reader.lower(end) == "per" && matches!(reader.lower(end + 1), "square" | "acre")
        || reader.lower(end) == "("
            && matches!(reader.lower(end + 2), "kg" | "kilograms" | "kilogrammes" | "kilos")
        || reader.hyphen(numeral.end) && i > numeral.end && numeral.value.is_some_and(|v| v.value() < 1000.0)
}

/// Whether a word that starts so stands at most five tokens before.
fn near(reader: &Reader, first: usize, start: &str) -> bool {
    (1..=5).any(|back| reader.before(first, back).starts_with(start))
}

fn duration(reader: &Reader, numeral: &Numeral, i: usize) -> Option<Amount> {
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
    let glued = reader.glued(i) && i == numeral.end;
    let period = match (reader.text(i), glued) {
        ("D", true) => Period::Day,
        ("W", true) => Period::Week,
        ("h" | "H", true) => Period::Hour,
        ("s", true) if matches!(numeral.form, Form::Marked) => Period::Second,
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
            .filter(|n| n.first == at && matches!(n.form, Form::Plain(1..=2) | Form::Words))
        else {
            break;
        };
        let Some(small) = reader.lex(next.end).period.filter(|small| *small < last) else { break };
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
    if let Some(end) = super::age::after_period(reader, amount.end) {
        amount.kind = FigureKind::Age;
        amount.end = end;
        amount.iso = None;
    }
    Some(amount)
}

fn quantity(reader: &Reader, numeral: &Numeral, i: usize, joined: bool) -> Option<Amount> {
    if numeral.form == Form::Ordinal {
        return None;
    }
    let mut i = i;
    // "half a mile", "a quarter of a mile"
    if numeral.form == Form::Fraction {
        let at = if reader.lower(i) == "of" { i + 1 } else { i };
        if matches!(reader.lower(at), "a" | "an") && reader.lex(at + 1).unit {
            i = at + 1;
        }
    }
    let (name, mut end) = unit::at(reader, i)?;
    let mut value = numeral.value.map(Decimal::value);
    let mut unit = Cow::Borrowed(name);
    // "50 yard line", "two-foot", but "first foot" never comes here. A lone degree may be a diploma.
    if name == "degree"
        && reader.lower(i) == "degree"
        && !joined
        && numeral.form == Form::Words
        && value == Some(1.0)
    {
        return None;
    }
    if name == "foot" {
        // "12 ft 2 in", "5 feet and 2 inches", "5-foot-9"
        let at = if reader.lower(end) == "and" || reader.hyphen(end) || reader.lower(end) == "," {
            end + 1
        } else {
            end
        };
        if let Some(rest) =
            numeral::parse(reader, at).filter(|n| n.first == at && reader.gap(at) <= Gap::Space)
            && let Some(inches) = rest.value.map(Decimal::value).filter(|v| (0.0..12.0).contains(v))
        {
            let named = matches!(reader.lower(rest.end), "in" | "inch" | "inches" | "in.");
            let bare = joined && reader.hyphen(end);
            if named || bare {
                value = value.map(|v| v + inches / 12.0);
                end = if named { rest.end + 1 } else { rest.end };
            }
        }
    }
    // "barrels per day", "meters/second", "centimeters per millisecond"
    let at = end + 1;
    if reader.lower(end) == "per" || reader.lower(end) == "/" && reader.glued(end) && reader.glued(at) {
        let second = match reader.lex(at).period {
            Some(period) => Some((period_name(period), at + 1)),
            None => unit::at(reader, at),
        };
        if let Some((per, after)) = second {
            unit = Cow::Owned(format!("{name} per {per}"));
            end = after;
        }
    }
    let mut amount = Amount::new(FigureKind::Quantity, end, None);
    amount.value = value;
    amount.unit = Some(unit);
    Some(amount)
}
