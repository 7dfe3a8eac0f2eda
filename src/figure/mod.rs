//! Figures: numbers, amounts, dates and measures, each with its value.

use crate::annotation::{Bound, FigureKind};
use crate::document::Document;
use crate::name::Name;
use crate::span::Span;

/// A figure as it stands in the text. The fields mean what [`crate::annotation::Figure`]'s do.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub span: Span,
    pub kind: FigureKind,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub unit: Option<String>,
    pub iso: Option<String>,
    pub bound: Option<Bound>,
    pub of: Option<Span>,
}

/// Finds every figure, by start; no two overlap.
pub fn find_figures(_document: &Document, _names: &[Name]) -> Vec<Figure> {
    Vec::new()
}
