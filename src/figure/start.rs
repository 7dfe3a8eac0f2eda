//! What a word or numeral starts: a figure to be, or nothing up to a later token.
//!
//! The readings are tried from the surest to the plainest: money by its sign, dates and times by
//! their words, then for a numeral dates in digits, clock times, ages, amounts with a unit, years,
//! and last a number that stands alone.

use super::atom::Atom;
use super::lexicon::{Calendar, Money, Nth, Number};
use super::numeral::{self, Form, Numeral};
use super::period::duration_iso;
use super::rank::{is_fraction, is_ordinal};
use super::reader::Reader;
use super::time::{self, Timed};
use super::{age, amount, counted, date, exclude};
use crate::annotation::FigureKind;
use std::borrow::Cow;

/// What the word at `i` starts; nothing before the token `floor` belongs to it.
pub(super) fn find_at(reader: &Reader, i: usize, floor: usize) -> Found {
    let lex = reader.lex(i);
    if lex.money == Money::Fused {
        return match amount::money_fused(reader, i) {
            Some((numeral, amount)) => Found::Atom(Atom::measured(&numeral, amount)),
            None => Found::Nothing(i + 1),
        };
    }
    if matches!(lex.money, Money::Sign | Money::Code)
        && let Some((first, numeral, amount)) = amount::money_after_sign(reader, i)
    {
        let mut atom = Atom::measured(&numeral, amount);
        atom.first = first.max(floor);
        return Found::Atom(atom);
    }
    if matches!(lex.calendar, Calendar::Month(_) | Calendar::ShortMonth(_))
        && let Some(atom) = two_days(reader, i)
    {
        return Found::Atom(atom);
    }
    if lex.calendar != Calendar::None || lex.period.is_some() {
        let found = time::from_word(reader, i).or_else(|| date::from_word(reader, i));
        if let Some(mut found) = found {
            found.first = found.first.max(floor);
            return Found::Atom(Atom::dated(found));
        }
    }
    let single = match (lex.period, lex.unit) {
        (Some(_), _) => amount::single_period(reader, i),
        (_, true) => amount::single_unit(reader, i),
        _ => None,
    };
    if let Some((numeral, amount)) = single.filter(|(numeral, _)| numeral.first >= floor) {
        return Found::Atom(Atom::measured(&numeral, amount));
    }
    if lex.number == Number::None && lex.nth == Nth::None {
        return Found::Nothing(i + 1);
    }
    match find_number(reader, i, floor) {
        Some(found) => found,
        None => Found::Nothing(i + 1),
    }
}

/// What stands at a token: a figure to be, or nothing up to a later token.
#[expect(clippy::large_enum_variant, reason = "one at a time, taken apart where it is made")]
pub(super) enum Found {
    Atom(Atom),
    Nothing(usize),
}

/// The figure that the numeral at `i` starts.
fn find_number(reader: &Reader, i: usize, floor: usize) -> Option<Found> {
    if reader.is_digits(i)
        && let Some(atom) = two_days(reader, i)
    {
        return Some(Found::Atom(atom));
    }
    // Dates in digits are no numerals: "23.04.2022", "2021-12-16".
    if reader.is_digits(i)
        && let Some(found) = date::numeric(reader, i, false)
        && !exclude::glued_to_name(reader, i)
    {
        return Some(Found::Atom(Atom::dated(found)));
    }
    let mut numeral = numeral::parse(reader, i)?;
    numeral.first = numeral.first.max(floor);
    if let Some(next) = exclude::skips(reader, &numeral) {
        return Some(Found::Nothing(next));
    }
    if let Some(share) = numeral::share(reader, &numeral) {
        return Some(Found::Atom(Atom::new_share(&share)));
    }
    match time::from_numeral(reader, &numeral) {
        Some(Timed::At(found)) => return Some(Found::Atom(Atom::dated(found))),
        Some(Timed::Lasting(end, seconds)) => {
            let mut atom = Atom::new(numeral.first, end, FigureKind::Duration, Form::Marked);
            atom.value = Some(seconds);
            atom.unit = Some(Cow::Borrowed("second"));
            atom.iso = duration_iso(seconds, time::RACE_PERIOD);
            return Some(Found::Atom(atom));
        }
        None => {}
    }
    if let Some(end) = age::group(reader, &numeral) {
        let mut atom = Atom::new(numeral.first, end, FigureKind::Age, Form::Marked);
        atom.value = numeral.value.map(|v| v.value());
        atom.unit = Some(Cow::Borrowed("year"));
        return Some(Found::Atom(atom));
    }
    if let Some((value, end)) = age::decade(reader, &numeral) {
        let mut atom = Atom::new(numeral.first, end, FigureKind::Age, Form::Marked);
        atom.range = Some((value, value + 9.0));
        atom.unit = Some(Cow::Borrowed("year"));
        return Some(Found::Atom(atom));
    }
    let amount = amount::measure(reader, &numeral);
    if amount.kind == FigureKind::Number
        && let Some(found) = date::from_numeral(reader, i, &numeral)
    {
        let found = date::Found { first: found.first.max(floor), ..found };
        return Some(Found::Atom(Atom::dated(found)));
    }
    if amount.kind != FigureKind::Number && !matches!(numeral.form, Form::Ordinal) {
        let vague =
            numeral.form == Form::Vague && amount.kind != FigureKind::Duration && amount.value.is_none();
        if vague && matches!(reader.lex(i).number, Number::Several) && numeral.end == i + 1 {
            return Some(Found::Nothing(amount.end));
        }
        return Some(Found::Atom(Atom::measured(&numeral, amount)));
    }
    if let Some(amount) =
        amount::feet_and_inches(reader, &numeral).or_else(|| amount::of_many(reader, &numeral))
    {
        return Some(Found::Atom(Atom::measured(&numeral, amount)));
    }
    Some(match numeral.form {
        Form::Ordinal if is_ordinal(reader, &numeral) => {
            let mut amount = amount;
            amount.kind = FigureKind::Ordinal;
            (amount.unit, amount.iso) = (None, None);
            amount.end = numeral.end;
            Found::Atom(Atom::measured(&numeral, amount))
        }
        Form::Ordinal => Found::Nothing(numeral.end),
        Form::Vague if reader.lex(i).number == Number::Several && numeral.end == i + 1 => {
            Found::Nothing(i + 1)
        }
        Form::Fraction if !is_fraction(reader, &numeral) => Found::Nothing(numeral.end),
        Form::Words
            if reader.lower(i) == "one"
                && numeral.end == i + 1
                && !counted::one_counts(reader, &numeral)
                && !joins_on(reader, &numeral) =>
        {
            Found::Nothing(i + 1)
        }
        _ => {
            let end = age::around(reader, &numeral);
            // "49ers", "4x100", "1MDB": digits that start a name or word.
            if end.is_none() && amount.kind == FigureKind::Number && exclude::runs_on(reader, &numeral) {
                return Some(Found::Nothing(numeral.end));
            }
            let mut atom = Atom::measured(&numeral, amount);
            if let Some(end) = end {
                atom.kind = FigureKind::Age;
                atom.end = end;
                atom.unit = Some(Cow::Borrowed("year"));
            }
            Found::Atom(atom)
        }
    })
}

/// "12/13 June", "June 12/13"
fn two_days(reader: &Reader, i: usize) -> Option<Atom> {
    let (found, until) = date::two_days(reader, i)?;
    let mut atom = Atom::dated(found);
    atom.until = Some(until);
    Some(atom)
}

/// "one to two percent", "one-half": a range or fraction may make a figure of "one".
fn joins_on(reader: &Reader, numeral: &Numeral) -> bool {
    matches!(reader.lower(numeral.end), "to" | "or" | "-" | "–")
        && matches!(reader.lex(numeral.end + 1).number, Number::Ones(_) | Number::Tens(_) | Number::Digits)
}
