//! How a figure is finished, when its neighbours were looked at.
//!
//! "-5", "minus five percent": the sign is taken last, since a dash before a number may have been a
//! range's; so are the bound ("more than") and what is counted.

use super::atom::Atom;
use super::day::Date;
use super::lexicon::{Calendar, Money, Period};
use super::reader::Reader;
use super::{Figure, bound, counted, join, tense};
use crate::annotation::{Bound, FigureKind};
use crate::span::Span;
use std::borrow::Cow;

impl Atom {
    /// Its words; a full stop that ends the block is not the abbreviation's.
    fn span(&self, reader: &Reader) -> Span {
        let mut span = reader.span(self.first, self.end);
        let last = self.end - 1;
        if self.kind == FigureKind::Time && reader.lower(last) == "est." {
            span.end -= 1;
        }
        if self.end == reader.end
            && matches!(reader.lex(last).calendar, Calendar::ShortMonth(_))
            && reader.lower(last).ends_with('.')
        {
            span.end -= 1;
        }
        span
    }
    /// The figure, with its bound and what it counts.
    pub(super) fn finish(mut self, reader: &Reader, reference: Option<Date>) -> Figure {
        negate(reader, &mut self);
        if let Some(today) = reference {
            if let Some(when) = &mut self.when {
                when.tense = when.tense.or_else(|| tense::read(reader, self.first, self.end));
            }
            if let Some(figure) = self.ago(reader, today) {
                return figure;
            }
        }
        let iso = match (self.when, self.until) {
            (Some(from), Some(until)) => join::interval(from, until, reference),
            (Some(when), None) => when.iso(reference),
            _ => self.iso.take(),
        };
        // "A year ago" is about a year before today.
        let vague =
            self.when.filter(|when| when.ago && when.span.is_some_and(|(period, _)| period >= Period::Month));
        let vague = vague.and(reference).map(|_| Bound::About);
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
                None => bound::find(reader, self.first, self.end, self.kind).or(vague),
            },
            of,
        }
    }
    /// "three days ago", "two weeks from now": the day, where the article's own is known. Of months and years it is about
    /// that day.
    fn ago(&self, reader: &Reader, today: Date) -> Option<Figure> {
        let period = self.period.filter(|_| self.kind == FigureKind::Duration)?;
        let count = match (reader.lower(self.end), reader.lower(self.end + 1)) {
            ("ago", _) => -1,
            ("from", "now") => 1,
            _ => return None,
        };
        if self.range.is_some() {
            return None;
        }
        let periods = self.value.filter(|v| v.fract() == 0.0 && (0.0..10_000.0).contains(v))?;
        let day = today.moved(period, count * periods as i64)?;
        let bound = match bound::find(reader, self.first, self.end, self.kind) {
            None => (period >= Period::Month).then_some(Bound::About),
            Some(Bound::About) => Some(Bound::About),
            // "more than two years ago" is no day.
            Some(_) => return None,
        };
        Some(Figure {
            span: self.span(reader),
            kind: FigureKind::Date,
            value: None,
            low: None,
            high: None,
            unit: None,
            iso: Some(day.to_string()),
            bound,
            of: None,
        })
    }
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
        // "plus or minus 3 points" is no loss of three.
        "minus" => !(reader.before(before, 1) == "or" && reader.before(before, 2) == "plus"),
        "-" | "−" | "–" => {
            reader.glued(atom.first)
                && !reader.glued(before)
                && (reader.is_digits(atom.first) || reader.lex(atom.first).money == Money::Sign)
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
