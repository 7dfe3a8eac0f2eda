//! Quantities with a unit: "six kilometers", "half a mile", "5 feet 9 inches", "barrels per day".
//!
//! Which words are units is told by [`crate::figure::unit`]; here stand heights, whose two numbers
//! are one, and units of two parts. "About a mile" is a quantity, "a mile" alone none.

use super::Amount;
use crate::annotation::FigureKind;
use crate::figure::numeral::{self, Decimal, Form, Numeral};
use crate::figure::period::period_name;
use crate::figure::reader::Reader;
use crate::figure::stop::stops;
use crate::figure::unit;
use crate::lexicon::Class;
use crate::token::{Gap, TokenKind};
use std::borrow::Cow;

pub(super) fn quantity(reader: &Reader, numeral: &Numeral, i: usize, joined: bool) -> Option<Amount> {
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
    let (mut name, mut end) = unit::at(reader, i)?;
    let mut value = numeral.value.map(Decimal::value);
    // "3.2Mt" of coal, "0.5 mb/d"; "500 MT" are metric tons, and "in 2012 Mt Etna" is a mountain.
    if let Some(one) = name.strip_prefix("million ") {
        let tons = reader.text(i) == "MT";
        if reader.text(i) == "Mt" && reader.gap(i) > Gap::None && reader.case(end).has_capital() {
            return None;
        }
        name = one;
        value = value.map(|v| if tons { v } else { v * 1e6 });
    }
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
    if let Some((rest, after)) = smaller(reader, name, end, joined) {
        value = value.map(|v| v + rest);
        end = after;
    }
    // "barrels per day", "meters/second", "centimeters per millisecond"
    let at = end + 1;
    // "barrels a day"; but "two miles a day ago" is no speed.
    let a = matches!(reader.lower(end), "a" | "an")
        && !matches!(reader.lower(at + 1), "ago" | "later" | "earlier" | "after" | "before" | "or" | "and")
        && !reader.lower(at).ends_with('s')
        && reader.lex(at).period.is_some();
    if a || reader.lower(end) == "per" || reader.lower(end) == "/" && reader.glued(end) && reader.glued(at) {
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

/// What a smaller unit adds to a larger one, in the larger one, and the token after it: "12 ft 2 in", "5 feet and 2 inches",
/// "5-foot-9", "12st 4lb", "7lb 8oz".
fn smaller(reader: &Reader, name: &str, end: usize, joined: bool) -> Option<(f64, usize)> {
    let (ratio, words): (f64, &[&str]) = match name {
        "foot" => (12.0, &["in", "inch", "inches", "in.", "ins"]),
        "stone" => (14.0, &["lb", "lbs", "lb.", "lbs.", "pound", "pounds"]),
        "pound" => (16.0, &["oz", "oz.", "ounce", "ounces"]),
        _ => return None,
    };
    let at = match reader.lower(end) {
        "and" | "," => end + 1,
        _ if reader.hyphen(end) => end + 1,
        _ => end,
    };
    let rest = numeral::parse(reader, at).filter(|n| n.first == at && reader.gap(at) <= Gap::Space)?;
    let more = rest.value.map(Decimal::value).filter(|v| (0.0..ratio).contains(v))?;
    // "6-foot-4-inch"
    let hyphened = reader.hyphen(rest.end) && words.contains(&reader.lower(rest.end + 1));
    let named = hyphened || words.contains(&reader.lower(rest.end));
    // "5-foot-9", "5ft 6."
    let short = name == "foot"
        && reader.lower(end - 1) == "ft"
        && at == end
        && matches!(reader.lower(rest.end), "" | "." | "," | ";" | ")" | "and" | "tall");
    let bare = name == "foot" && joined && reader.hyphen(end) || short;
    (named || bare).then(|| (more / ratio, rest.end + usize::from(named) + usize::from(hyphened)))
}

/// "about a mile", "more than an acre", "a foot and a half": one of a unit, where a bound or a half says
/// that it is measured.
pub(in crate::figure) fn single(reader: &Reader, i: usize) -> Option<(Numeral, Amount)> {
    let article = matches!(reader.before(i, 1), "a" | "an") && reader.gap(i) > Gap::None;
    if !article || !is_measured(reader.lower(i)) || reader.gap(i) == Gap::Block {
        return None;
    }
    let half = reader.lower(i + 1) == "and" && reader.lower(i + 2) == "a" && reader.lower(i + 3) == "half";
    let bound = reader.before_is(i, 2, Class::AboutOne);
    let next = reader.lower(i + 1);
    let ends =
        reader.kind(i + 1) != TokenKind::Word || stops(next) || crate::lexicon::is(next, Class::MeasureEnd);
    if !(half || bound && ends && !reader.hyphen(i + 1)) {
        return None;
    }
    let value = Decimal { mantissa: if half { 1.5 } else { 1.0 }, exponent: 0 };
    let one = Numeral { first: i - 1, end: i, value: Some(value), form: Form::Words, scale: 0 };
    let (name, end) = unit::at(reader, i)?;
    let mut amount = Amount::new(FigureKind::Quantity, if half { i + 4 } else { end }, Some(value));
    amount.unit = Some(Cow::Borrowed(name));
    Some((one, amount))
}

/// Units that stand after an article.
fn is_measured(word: &str) -> bool {
    crate::lexicon::is(word, Class::Measured)
}

/// A height in marks: 6'3", 6' 2".
pub(in crate::figure) fn feet_and_inches(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    let feet = numeral.plain(1..=2)?;
    let mark = numeral.end;
    if !matches!(reader.lower(mark), "'" | "’" | "′")
        || !reader.glued(mark)
        || reader.gap(mark + 1) > Gap::Space
    {
        return None;
    }
    let inches = numeral::plain_digits(reader, mark + 1).filter(|inches| *inches < 12)?;
    let closed = matches!(reader.lower(mark + 2), "\"" | "”" | "″" | "''") && reader.glued(mark + 2);
    let mut amount = Amount::new(FigureKind::Quantity, mark + 2 + usize::from(closed), None);
    amount.value = Some(f64::from(feet) + f64::from(inches) / 12.0);
    amount.unit = Some(Cow::Borrowed("foot"));
    // 6' 2"
    (closed || feet < 8 && reader.glued(mark + 1)).then_some(amount)
}
