//! Figures: numbers, amounts, dates and measures, each with its value.
//!
//! "Viktor, 56, was one of more than 13,000 people who fled in late 2022; $2.5 billion was pledged on
//! Tuesday" holds an age, a number over 13,000 that counts people, a year, an amount in USD and a
//! weekday (`XXXX-WXX-2`).
//!
//! One forward pass over the tokens. Each word type is looked up once a document
//! ([`lexicon`]); where a word can start a figure, a numeral or date is read and the words around it
//! tell what it is: [`numeral`], [`date`], [`time`], [`amount`], [`age`], [`money`], [`unit`]. [`join`] then
//! makes ranges and dates with times of neighbours, and [`bound`] and [`counted`] look at what stands
//! before and after. Numbers in names, laws, labels and telephone numbers are none ([`exclude`]).
//!
//! Missed: Roman numerals, movable feasts, hours without a sign of being one, and counts whose noun
//! looks like no plural.

mod age;
mod amount;
mod bound;
mod calendar;
mod counted;
mod data;
mod date;
mod exclude;
mod filter;
mod join;
mod lexicon;
mod money;
mod numeral;
mod reader;
mod time;
mod unit;

#[cfg(test)]
mod tests;

pub use calendar::Date;

use crate::annotation::{Bound, FigureKind};
use crate::document::Document;
use crate::name::Name;
use crate::span::Span;
use crate::token::Case;
use amount::Amount;
use calendar::When;
use lexicon::{Calendar, Nth, Number, Period};
use numeral::{Form, Numeral};
use reader::Reader;
use std::borrow::Cow;
use time::Timed;

/// A figure as it stands in the text. The fields mean what [`crate::annotation::Figure`]'s do.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its words, with unit or currency, without bound words.
    pub span: Span,
    /// What sort of figure.
    pub kind: FigureKind,
    /// In plain units.
    pub value: Option<f64>,
    /// The lower end of a range.
    pub low: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// ISO 4217, or the unit's singular English name.
    pub unit: Option<String>,
    /// ISO 8601 as far as the text fixes it.
    pub iso: Option<String>,
    /// On which side of its value it is said to lie.
    pub bound: Option<Bound>,
    /// What it counts.
    pub of: Option<Span>,
}

/// Finds every figure, by start; no two overlap.
pub fn find_figures(document: &Document, names: &[Name]) -> Vec<Figure> {
    find_figures_from(document, names, None)
}

/// Finds every figure; with the article's date given, relative dates get a full ISO form.
pub fn find_figures_from(document: &Document, names: &[Name], reference: Option<Date>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut reader = Reader::new(document, names);
    let mut first = 0;
    while first < document.tokens.len() {
        let end = reader.enter(first);
        let mut waiting = Waiting::default();
        let mut i = first;
        while i < end {
            if !reader.starts(i) {
                i += 1;
                continue;
            }
            let floor = waiting.end().max(first);
            match find_at(&reader, i, floor) {
                Found::Atom(atom) => {
                    i = atom.end.max(i + 1);
                    let done = waiting.push(&reader, atom);
                    figures.extend(done.map(|atom| atom.finish(&reader, reference)));
                }
                Found::Nothing(next) => i = next.max(i + 1),
            }
        }
        let left = [waiting.older.take(), waiting.newer.take()];
        figures.extend(left.into_iter().flatten().map(|atom| atom.finish(&reader, reference)));
        first = end;
    }
    figures
}

/// The last two figures to be, which may still join with the next: "Monday", "8-9am".
#[derive(Default)]
struct Waiting {
    older: Option<Atom>,
    newer: Option<Atom>,
}

impl Waiting {
    /// One past the last token taken.
    fn end(&self) -> usize {
        self.newer.as_ref().map_or(0, |atom| atom.end)
    }

    /// Joins the figure with those that wait, or lets it wait; gives the one that waited too long.
    fn push(&mut self, reader: &Reader, atom: Atom) -> Option<Atom> {
        let Some(newer) = self.newer.take() else {
            self.newer = Some(atom);
            return None;
        };
        let Some(joined) = join::join(reader, &newer, &atom) else {
            self.newer = Some(join::alike(reader, &newer, atom));
            return self.older.replace(newer);
        };
        let both = self.older.as_ref().and_then(|older| join::join(reader, older, &joined));
        if both.is_some() {
            self.older = None;
        }
        self.newer = both.or(Some(joined));
        None
    }
}

/// What stands at a token: a figure to be, or nothing up to a later token.
enum Found {
    Atom(Atom),
    Nothing(usize),
}

/// A figure before its neighbours are looked at.
#[derive(Clone, Debug)]
struct Atom {
    first: usize,
    end: usize,
    kind: FigureKind,
    value: Option<f64>,
    range: Option<(f64, f64)>,
    unit: Option<Cow<'static, str>>,
    /// A duration's.
    iso: Option<String>,
    when: Option<When>,
    /// The end of a range of dates or times.
    until: Option<When>,
    period: Option<Period>,
    form: Form,
    /// The power of ten of its word of magnitude.
    scale: i32,
    /// "3-1": neither a range nor one value.
    score: bool,
}

impl Atom {
    fn new(first: usize, end: usize, kind: FigureKind, form: Form) -> Self {
        Self {
            first,
            end,
            kind,
            value: None,
            range: None,
            unit: None,
            iso: None,
            when: None,
            until: None,
            period: None,
            form,
            scale: 0,
            score: false,
        }
    }

    fn dated(found: date::Found) -> Self {
        let kind = if found.when.has_time() { FigureKind::Time } else { FigureKind::Date };
        let mut atom = Self::new(found.first, found.end, kind, Form::Words);
        atom.when = Some(found.when);
        atom
    }

    fn measured(numeral: &Numeral, amount: Amount) -> Self {
        let mut atom = Self::new(numeral.first, amount.end, amount.kind, numeral.form);
        atom.value = amount.value;
        atom.unit = amount.unit;
        atom.iso = amount.iso;
        atom.period = amount.period;
        atom.scale = numeral.scale;
        atom
    }

    /// Its words; a full stop that ends the block is not the abbreviation's.
    fn span(&self, reader: &Reader) -> Span {
        let mut span = reader.span(self.first, self.end);
        let last = self.end - 1;
        if self.end == reader.end
            && matches!(reader.lex(last).calendar, Calendar::ShortMonth(_))
            && reader.lower(last).ends_with('.')
        {
            span.end -= 1;
        }
        span
    }

    /// The figure, with its bound and what it counts.
    fn finish(mut self, reader: &Reader, reference: Option<Date>) -> Figure {
        negate(reader, &mut self);
        let iso = match (self.when, self.until) {
            (Some(from), Some(until)) => join::interval(from, until, reference),
            (Some(when), None) => when.iso(reference),
            _ => self.iso.take(),
        };
        let of = match self.kind {
            FigureKind::Number if !self.score => counted::find(reader, self.form, self.value, self.end),
            _ => None,
        };
        let finite = |value: &f64| value.is_finite();
        Figure {
            span: self.span(reader),
            kind: self.kind,
            value: self.value.filter(finite),
            low: self.range.map(|(low, _)| low).filter(finite),
            high: self.range.map(|(_, high)| high).filter(finite),
            unit: self.unit.take().map(Cow::into_owned),
            iso,
            bound: match self.range {
                Some(_) => None,
                None => bound::find(reader, self.first, self.end, self.kind),
            },
            of,
        }
    }
}

/// What the word at `i` starts; nothing before the token `floor` belongs to it.
fn find_at(reader: &Reader, i: usize, floor: usize) -> Found {
    let lex = reader.lex(i);
    if lex.money == lexicon::Money::Fused {
        return match amount::money_fused(reader, i) {
            Some((numeral, amount)) => Found::Atom(Atom::measured(&numeral, amount)),
            None => Found::Nothing(i + 1),
        };
    }
    if matches!(lex.money, lexicon::Money::Sign | lexicon::Money::Code)
        && let Some((first, numeral, amount)) = amount::money_after_sign(reader, i)
    {
        let mut atom = Atom::measured(&numeral, amount);
        atom.first = first.max(floor);
        return Found::Atom(atom);
    }
    if lex.calendar != Calendar::None || lex.period.is_some() {
        let found = time::from_word(reader, i).or_else(|| date::from_word(reader, i));
        if let Some(mut found) = found {
            found.first = found.first.max(floor);
            return Found::Atom(Atom::dated(found));
        }
    }
    if lex.number == Number::None && lex.nth == Nth::None {
        return Found::Nothing(i + 1);
    }
    match find_number(reader, i, floor) {
        Some(found) => found,
        None => Found::Nothing(i + 1),
    }
}

/// The figure that the numeral at `i` starts.
fn find_number(reader: &Reader, i: usize, floor: usize) -> Option<Found> {
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
    match time::from_numeral(reader, &numeral) {
        Some(Timed::At(found)) => return Some(Found::Atom(Atom::dated(found))),
        Some(Timed::Lasting(end, seconds)) => {
            let mut atom = Atom::new(numeral.first, end, FigureKind::Duration, Form::Marked);
            atom.value = Some(seconds);
            atom.unit = Some(Cow::Borrowed("second"));
            atom.iso = calendar::duration_iso(seconds, time::RACE_PERIOD);
            return Some(Found::Atom(atom));
        }
        None => {}
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

/// "one to two percent", "one-half": a range or fraction may make a figure of "one".
fn joins_on(reader: &Reader, numeral: &Numeral) -> bool {
    matches!(reader.lower(numeral.end), "to" | "or" | "-" | "–")
        && matches!(reader.lex(numeral.end + 1).number, Number::Ones(_) | Number::Tens(_) | Number::Digits)
}

/// "-5", "minus five percent".
fn negate(reader: &Reader, atom: &mut Atom) {
    let Some(before) = atom.first.checked_sub(1).filter(|&b| b >= reader.first) else { return };
    if atom.value.is_none()
        || matches!(atom.kind, FigureKind::Date | FigureKind::Time | FigureKind::Ordinal | FigureKind::Age)
    {
        return;
    }
    let sign = match reader.lower(before) {
        "minus" => true,
        "-" | "−" | "–" => {
            reader.glued(atom.first)
                && !reader.glued(before)
                && reader.is_digits(atom.first)
                && !reader.is_digits(before.wrapping_sub(1))
                || reader.glued(atom.first) && before == reader.first
        }
        _ => false,
    };
    if sign {
        atom.value = atom.value.map(|value| -value);
        atom.first = before;
    }
}

/// Whether an ordinal ranks something: not "at first", "First, …", "first lady", "who first met".
fn is_ordinal(reader: &Reader, numeral: &Numeral) -> bool {
    let first = numeral.first;
    let before = reader.before(first, 1);
    let next = reader.lower(numeral.end);
    let word = reader.lower(first);
    // "the 13th Amendment"
    if next == "amendment" && reader.case(numeral.end) == Case::Title {
        return false;
    }
    if numeral.end > first + 1 || reader.is_digits(first) {
        return true;
    }
    if matches!(
        (word, next),
        (
            "first",
            "lady"
                | "ladies"
                | "aid"
                | "name"
                | "minister"
                | "nations"
                | "responders"
                | "responder"
                | "cousin"
        )
    ) || matches!((word, next), ("third", "world"))
        || matches!((word, next), ("second", "hand" | "amendment" | "guess"))
        || next == "-"
            && matches!(
                reader.lower(numeral.end + 1),
                "hand" | "guess" | "guessed" | "ever" | "time" | "rate" | "party" | "come" | "aid" | "name"
            )
            && word != "third"
    {
        return false;
    }
    let determined = matches!(
        before,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "'s"
            | "'"
            | "this"
            | "that"
            | "every"
            | "each"
            | "in"
            | "of"
    );
    if determined {
        return !(before == "in" && next == "first");
    }
    if before == "at"
        || word == "second" && reader.lex(first).period.is_some() && matches!(before, "per" | "split")
    {
        return false;
    }
    // "First, …", "… when they first met": an adverb.
    let end = matches!(next, "," | ":" | ";") && reader.starts_sentence(first);
    let verb = next.ends_with("ed")
        || matches!(
            next,
            "of" | "began"
                | "met"
                | "came"
                | "became"
                | "and"
                | "saw"
                | "made"
                | "took"
                | "went"
                | "the"
                | "to"
                | "he"
                | "she"
                | "they"
                | "i"
                | "we"
                | "it"
        );
    let subject = matches!(
        before,
        "was"
            | "were"
            | "is"
            | "are"
            | "be"
            | "been"
            | "being"
            | "who"
            | "he"
            | "she"
            | "they"
            | "it"
            | "we"
            | "i"
            | "you"
            | "had"
            | "has"
            | "have"
            | "when"
            | "which"
            | "and"
            | "but"
            | "to"
            | "put"
            | "not"
    );
    let adverb = matches!(word, "first" | "second" | "third" | "fourth")
        && (end
            || verb && !matches!(next, "the" | "of" | "to" | "and")
            || subject && word == "first"
            || verb && word == "first");
    !adverb
}

/// Whether a fraction is a figure: "half of voters", "a quarter", not "half-brother", "the first half".
fn is_fraction(reader: &Reader, numeral: &Numeral) -> bool {
    if reader.lex(numeral.first).number != Number::Half {
        return true;
    }
    let before = reader.before(numeral.first, 1);
    let next = reader.lower(numeral.end);
    if matches!(
        before,
        "first"
            | "second"
            | "last"
            | "other"
            | "latter"
            | "the"
            | "this"
            | "next"
            | "final"
            | "opening"
            | "better"
    ) && next != "of"
        || before == "first"
        || before == "second"
    {
        return false;
    }
    matches!(next, "of" | "the" | "a" | "its" | "their" | "his" | "her" | "that" | "our")
        || matches!(
            before,
            "by" | "than"
                | "about"
                | "nearly"
                | "almost"
                | "over"
                | "least"
                | "in"
                | "and"
                | "a"
                | "one"
                | "below"
                | "above"
        ) && !reader.hyphen(numeral.end)
}
