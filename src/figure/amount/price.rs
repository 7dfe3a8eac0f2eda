//! Amounts of money: "$2.5bn", "17 dollars and 25 cents", "RM120mil", "75 USD million".
//!
//! The sign, code or coin stands before, after or in one token with the number. "Pounds" that weigh
//! are no money, nor is the verb "won"; a few bare pounds weigh where the text speaks of no country that pays
//! in them. Missed: weights in British texts without a word of weighing.

use super::Amount;
use crate::annotation::FigureKind;
use crate::figure::currency::{Coin, code_after_sign, code_of_fused};
use crate::figure::lexicon::{Money, Number};
use crate::figure::numeral::{self, Decimal, Form, Numeral};
use crate::figure::reader::Reader;
use crate::figure::{counted, money, unit};
use crate::lexicon::Class;
use crate::token::{Gap, TokenKind};
use std::borrow::Cow;

/// The amount of money whose sign stands at `i`.
pub(in crate::figure) fn money_after_sign(reader: &Reader, i: usize) -> Option<(usize, Numeral, Amount)> {
    let (mut coin, next) = money::sign_at(reader, i)?;
    // "$US5m", as Australia writes it
    if reader.lower(i) == "$" && reader.glued(next) && reader.kind(next) == TokenKind::Word {
        let text = reader.lower(next);
        let code = code_after_sign(&text[..text.find(|c: char| c.is_ascii_digit())?])?;
        let (mut numeral, amount) = fused(reader, next, code)?;
        numeral.first = i;
        return Some((i, numeral, amount));
    }
    if let Some(loss) = in_brackets(reader, i, next, coin) {
        return Some(loss);
    }
    // "Sh. 300", where the full stop is a token.
    let next = match reader.lower(next) {
        "." if reader.glued(next) && reader.gap(next + 1) == Gap::Space && reader.is_digits(next + 1) => {
            next + 1
        }
        _ => next,
    };
    if !reader.is_digits(next) || reader.gap(next) > Gap::Space {
        return None;
    }
    let mut first = i;
    if reader.lower(i) == "$" {
        coin.code = reader.home.dollar;
    }
    if let Some((code, start)) = money::letters_before(reader, i) {
        (coin.code, first) = (code, start);
    }
    let mut numeral = numeral::parse(reader, next)?;
    // "COP 27" is a conference.
    if numeral.form == Form::Ordinal || reader.lower(i) == "cop" && numeral.plain(1..=2).is_some() {
        return None;
    }
    numeral.first = first;
    let letter = reader.text(numeral.end);
    if numeral.scale == 0 && reader.glued(numeral.end) && matches!(letter, "m" | "t") {
        numeral.scale = if letter == "m" { 6 } else { 12 };
        numeral.value = numeral.value.map(|v| v.shifted(numeral.scale));
        numeral.end += 1;
    }
    // "$2 and 50 cents"
    if reader.lower(numeral.end) == "and"
        && numeral.scale == 0
        && let Some(whole) = numeral.value.filter(|v| v.exponent == 0)
        && let Some(cents) = numeral::plain_digits(reader, numeral.end + 1).filter(|cents| *cents < 100)
        && let Some((Coin { minor: 2, .. }, end)) = money::after_number(reader, numeral.end + 2)
    {
        let total = whole.mantissa * 100.0 + f64::from(cents);
        numeral.value = Some(Decimal { mantissa: total, exponent: -2 });
        numeral.end = end;
    }
    // "$500 CAD", "$5 pesos"
    if reader.lower(i) == "$" && first == i && reader.gap(numeral.end) == Gap::Space {
        let lex = reader.lex(numeral.end);
        let named = lex.money == Money::Code && reader.lower(numeral.end).len() == 3
            || lex.money == Money::Noun && reader.lower(numeral.end).starts_with("peso");
        if let Some((other, end)) = money::after_number(reader, numeral.end).filter(|_| named) {
            (coin.code, numeral.end) = (other.code, end);
        }
    }
    let mut amount = Amount::new(FigureKind::Money, numeral.end, numeral.value);
    amount.unit = (!coin.code.is_empty()).then_some(Cow::Borrowed(coin.code));
    Some((first, numeral, amount))
}

/// A loss as accounts print it: "$(0.09)", "($12.4) million", "was ($0.14)".
fn in_brackets(reader: &Reader, i: usize, next: usize, coin: Coin) -> Option<(usize, Numeral, Amount)> {
    let inside = reader.lower(next) == "(" && reader.glued(next) && reader.glued(next + 1);
    let around = reader.before(i, 1) == "(" && reader.glued(i) && i > reader.first;
    let at = if inside { next + 1 } else { next };
    if !(inside || around) || !reader.is_digits(at) {
        return None;
    }
    let mut numeral = numeral::parse(reader, at)?;
    if numeral.form == Form::Ordinal || reader.lower(numeral.end) != ")" || !reader.glued(numeral.end) {
        return None;
    }
    numeral.end += 1;
    let word = numeral.end;
    let scale = match (reader.lex(word).number, reader.text(word), reader.glued(word)) {
        (Number::Scale(exponent), ..) if reader.gap(word) <= Gap::Space => i32::from(exponent),
        (_, "m" | "mn", true) => 6,
        (_, "bn" | "b", true) => 9,
        _ => 0,
    };
    if scale > 0 {
        numeral.value = numeral.value.map(|v| v.shifted(scale));
        (numeral.scale, numeral.end) = (scale, word + 1);
    }
    // "The ticket ($12) sold": a price behind its thing is no loss.
    let told = (matches!(reader.before(i, 2), ":") || reader.before_is(i, 2, Class::LossCue));
    if around && !(told || scale > 0) || reader.lower(word) == "(" {
        return None;
    }
    let first = if around { i - 1 } else { i };
    numeral.first = first;
    let value = numeral.value.map(|v| Decimal { mantissa: -v.mantissa, ..v });
    let mut amount = Amount::new(FigureKind::Money, numeral.end, value);
    let code = if reader.lower(i) == "$" { reader.home.dollar } else { coin.code };
    amount.unit = (!code.is_empty()).then_some(Cow::Borrowed(code));
    Some((first, numeral, amount))
}

/// "RM120mil", "USD115.5": letters and digits in one token.
pub(in crate::figure) fn money_fused(reader: &Reader, i: usize) -> Option<(Numeral, Amount)> {
    let text = reader.lower(i);
    let letters = text.find(|c: char| c.is_ascii_digit())?;
    let (code, doubtful) = code_of_fused(&text[..letters], reader.case(i))?;
    let (numeral, amount) = fused(reader, i, code)?;
    // "N95" is a mask, "N5bn" money.
    let plain = numeral.scale != 0 || numeral.end > i + 1 && reader.lower(i + 1) == ",";
    // "COP27" is a conference.
    let conference = code == "COP" && numeral.value.is_some_and(|v| v.value() < 100.0);
    (plain || !doubtful && !conference).then_some((numeral, amount))
}

fn fused(reader: &Reader, i: usize, code: &'static str) -> Option<(Numeral, Amount)> {
    let text = reader.lower(i);
    let letters = text.find(|c: char| c.is_ascii_digit())?;
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
        // "RM7,856,920": the groups after the first are one token.
        value = numeral::read_digits(&format!("{rest}{}{}", reader.lower(end), reader.text(end + 1)))??;
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
            "cr" => 7,
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

pub(super) fn price(reader: &Reader, numeral: &Numeral, i: usize) -> Option<Amount> {
    if numeral.form == Form::Ordinal {
        return None;
    }
    let (coin, mut end) = money::after_number(reader, i)?;
    let noun = reader.lower(end - 1);
    let value = numeral.value?;
    // "two pounds of butter" weigh; "Kim, 23, won" is a verb.
    let weight = matches!(noun, "pound" | "pounds")
        && coin.code == "GBP"
        && (weighs(reader, numeral, i, end) || !reader.pays_in_pounds && is_bare_weight(reader, numeral));
    // "1080p" is a screen's.
    let lines = noun == "p"
        && matches!(numeral.form, Form::Plain(3..=4))
        && matches!(value.value() as u32, 144 | 240 | 360 | 480 | 576 | 720 | 1080 | 1440 | 2160 | 4320);
    if lines {
        return None;
    }
    let verb = noun == "won" && i + 1 == end && value.value() < 100.0;
    let plain = crate::lexicon::is(noun, Class::PlainCoin) && value.value() < 2.0;
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

/// "5m people" are five million; "a 1.8m fence" is measured in meters.
pub(super) fn million_in_a_letter(reader: &Reader, numeral: &mut Numeral) {
    let i = numeral.end;
    if numeral.scale == 0
        && reader.text(i) == "m"
        && reader.glued(i)
        && !matches!(numeral.form, Form::Words | Form::Fraction | Form::Ordinal)
        && (counted::counts_people_or_things(reader, i + 1)
            || money::after_number(reader, i + 1).is_some()
            || reader.gap(i + 1) == Gap::Space && unit::at(reader, i + 1).is_some()
            || reader.lower(i + 1) == "a" && matches!(reader.lower(i + 2), "year" | "month" | "week"))
        && !matches!(reader.lower(i + 1), "hurdles" | "finals" | "races" | "sprints")
    {
        numeral.value = numeral.value.map(|v| v.shifted(6));
        numeral.scale = 6;
        numeral.end = i + 1;
    }
}

/// Whether "pounds" is a weight here.
fn weighs(reader: &Reader, numeral: &Numeral, i: usize, end: usize) -> bool {
    let of_goods = reader.lower(end) == "of"
        && reader.kind(end + 1) == TokenKind::Word
        && !reader.is(end + 1, Class::NoWeight);
    // "6 feet tall and 130 pounds"
    let described = ["feet", "foot", "tall"].iter().any(|word| near(reader, numeral.first, word));
    // "3 pounds 4 ounces"
    let ounces = reader.is_digits(end) && matches!(reader.lower(end + 1), "ounce" | "ounces" | "oz");
    let heavy = described
        || ounces
        || matches!(reader.lower(end), "heavier" | "lighter" | "overweight" | "," | "(")
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

/// "at 152 pounds", in a text that speaks of no country with such money, and with no price before it.
fn is_bare_weight(reader: &Reader, numeral: &Numeral) -> bool {
    let small = numeral.scale == 0 && numeral.value.is_some_and(|v| v.value() < 1000.0);
    let priced =
        ["cost", "paid", "pay", "worth", "fine", "price", "spen", "earn", "rais", "stole", "fee", "bill"];
    small && !priced.iter().any(|start| near(reader, numeral.first, start))
}

/// Whether a word that starts so stands at most five tokens before.
fn near(reader: &Reader, first: usize, start: &str) -> bool {
    (1..=5).any(|back| reader.before(first, back).starts_with(start))
}
