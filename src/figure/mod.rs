//! Figures: numbers, amounts, dates and measures, each with its value.
//!
//! "Viktor, 56, was one of more than 13,000 people who fled in late 2022; $2.5 billion was pledged on
//! Tuesday" holds an age, a number over 13,000 that counts people, a year, an amount in USD and a
//! weekday (`XXXX-WXX-2`).
//!
//! One forward pass over the tokens. Each word type is looked up once a document
//! (`lexicon`); where a word can start a figure (`start`), a numeral or date is read and the words
//! around it tell what it is: `numeral`, `date`, `time`, `amount`, `age`, `money`, `unit`,
//! `rank`. `join` then makes ranges and dates with times of neighbours, and `bound` and
//! `counted` look at what stands before and after, when a figure is finished (`atom`). Numbers in
//! names, laws, labels and telephone numbers are none (`exclude`).
//!
//! Missed: Roman numerals, the days of movable feasts, hours without a sign of being one, and counts
//! whose noun looks like no plural.

mod age;
mod amount;
mod atom;
mod bound;
mod calendar;
mod classify;
mod counted;
mod currency;
mod data;
mod date;
mod day;
mod exclude;
mod filter;
mod finish;
mod join;
mod lexicon;
mod money;
mod numeral;
mod period;
mod published;
mod rank;
mod reader;
mod start;
mod stop;
mod symbol;
mod tense;
mod time;
mod unit;

#[cfg(test)]
mod tests;

pub use day::{Date, InvalidDate};
pub use published::find_publication_date;

use crate::annotation::{Bound, FigureKind};
use crate::document::Document;
use crate::layout::Role;
use crate::name::Name;
use crate::rule::Rule;
use crate::span::Span;
use atom::Atom;
use reader::Reader;
use start::{Found, find_at};

/// The rules of this stage, in the order in which they act: what is none, then which neighbours are one.
pub static RULES: &[&[&Rule]] = &[exclude::RULES, join::RULES];

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

/// Finds every figure, by start; no two overlap. With the article's day given as `reference`, dates
/// that are told from it get a full ISO form.
pub fn find_figures(document: &Document, names: &[Name], reference: Option<Date>) -> Vec<Figure> {
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
    drop_labels(document, &mut figures);
    figures
}

/// "[00:12:31] WITNESS 10: I left at 3": the label of a turn and the time before it hold no figures.
fn drop_labels(document: &Document, figures: &mut Vec<Figure>) {
    let mut labels = document.layout.blocks.iter().filter_map(|block| match &block.role {
        Role::Turn { body, .. } => Some(Span::new(block.span.start as usize, body.start as usize)),
        _ => None,
    });
    let mut label = labels.next();
    figures.retain(|figure| {
        while label.is_some_and(|l| l.end <= figure.span.start) {
            label = labels.next();
        }
        label.is_none_or(|l| figure.span.end <= l.start)
    });
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
        let Some(mut newer) = self.newer.take() else {
            self.newer = Some(atom);
            return None;
        };
        let Some(joined) = join::join(reader, &newer, &atom) else {
            join::suspended(reader, &mut newer, &atom);
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
