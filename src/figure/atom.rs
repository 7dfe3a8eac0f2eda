//! A figure before its neighbours are looked at.

use super::amount::Amount;
use super::calendar::When;
use super::date;
use super::lexicon::Period;
use super::numeral::{Form, Numeral};
use crate::annotation::FigureKind;
use std::borrow::Cow;

/// A figure before its neighbours are looked at.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub first: usize,
    pub end: usize,
    pub kind: FigureKind,
    pub value: Option<f64>,
    pub range: Option<(f64, f64)>,
    pub unit: Option<Cow<'static, str>>,
    /// A duration's.
    pub iso: Option<String>,
    pub when: Option<When>,
    /// The end of a range of dates or times.
    pub until: Option<When>,
    pub period: Option<Period>,
    pub form: Form,
    /// The power of ten of its word of magnitude.
    pub scale: i32,
    /// "3-1": neither a range nor one value.
    pub score: bool,
}

impl Atom {
    pub(super) fn new(first: usize, end: usize, kind: FigureKind, form: Form) -> Self {
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
    pub(super) fn dated(found: date::Found) -> Self {
        let kind = if found.when.has_time() { FigureKind::Time } else { FigureKind::Date };
        let mut atom = Self::new(found.first, found.end, kind, Form::Words);
        atom.when = Some(found.when);
        atom
    }
    /// "one in five"
    pub(super) fn new_share(share: &Numeral) -> Self {
        let mut atom = Self::new(share.first, share.end, FigureKind::Number, Form::Words);
        atom.value = share.value.map(|value| value.value());
        atom
    }
    pub(super) fn measured(numeral: &Numeral, amount: Amount) -> Self {
        let mut atom = Self::new(numeral.first, amount.end, amount.kind, numeral.form);
        atom.value = amount.value;
        atom.unit = amount.unit;
        atom.iso = amount.iso;
        atom.period = amount.period;
        atom.scale = numeral.scale;
        atom
    }
}
