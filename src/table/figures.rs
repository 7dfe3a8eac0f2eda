//! Numbers, amounts, dates.

use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int32Builder, StringBuilder};
use arrow_schema::ArrowError;

use super::column::{Names, full, sparse};
use super::{Article, Rows as Table};
use crate::annotation::{Annotation, Span};

pub(super) struct Rows {
    articles: Vec<u32>,
    figure: Int32Builder,
    kind: Names,
    text: StringBuilder,
    start: Int32Builder,
    end: Int32Builder,
    value: Float64Builder,
    low: Float64Builder,
    high: Float64Builder,
    unit: Names,
    iso: StringBuilder,
    bound: Names,
    of: StringBuilder,
    of_start: Int32Builder,
    of_end: Int32Builder,
}

impl Rows {
    pub(super) fn new(coded: bool) -> Self {
        Self {
            articles: Vec::new(),
            figure: Int32Builder::new(),
            kind: Names::new(coded),
            text: StringBuilder::new(),
            start: Int32Builder::new(),
            end: Int32Builder::new(),
            value: Float64Builder::new(),
            low: Float64Builder::new(),
            high: Float64Builder::new(),
            unit: Names::new(coded),
            iso: StringBuilder::new(),
            bound: Names::new(coded),
            of: StringBuilder::new(),
            of_start: Int32Builder::new(),
            of_end: Int32Builder::new(),
        }
    }

    pub(super) fn push(&mut self, row: u32, article: &Article, found: &Annotation) {
        let point = |unit: u32| article.points.of(unit) as i32;
        for (i, figure) in found.figures.iter().enumerate() {
            self.articles.push(row);
            self.figure.append_value(i as i32);
            self.kind.push_kind(Some(figure.kind));
            self.text.append_value(article.words.of(Span { start: figure.start, end: figure.end }));
            self.start.append_value(point(figure.start));
            self.end.append_value(point(figure.end));
            self.value.append_option(figure.value);
            self.low.append_option(figure.low);
            self.high.append_option(figure.high);
            self.unit.push(figure.unit.as_deref());
            self.iso.append_option(figure.iso.as_deref());
            self.bound.push_kind(figure.bound);
            self.of.append_option(figure.of.map(|of| article.words.of(of)));
            self.of_start.append_option(figure.of.map(|of| point(of.start)));
            self.of_end.append_option(figure.of.map(|of| point(of.end)));
        }
    }

    pub(super) fn finish(mut self) -> Result<Table, ArrowError> {
        let columns = vec![
            full("figure", Arc::new(self.figure.finish())),
            full("kind", self.kind.finish()),
            full("text", Arc::new(self.text.finish())),
            full("start", Arc::new(self.start.finish())),
            full("end", Arc::new(self.end.finish())),
            sparse("value", Arc::new(self.value.finish())),
            sparse("low", Arc::new(self.low.finish())),
            sparse("high", Arc::new(self.high.finish())),
            sparse("unit", self.unit.finish()),
            sparse("iso", Arc::new(self.iso.finish())),
            sparse("bound", self.bound.finish()),
            sparse("of", Arc::new(self.of.finish())),
            sparse("of_start", Arc::new(self.of_start.finish())),
            sparse("of_end", Arc::new(self.of_end.finish())),
        ];
        Ok(Table { articles: self.articles, columns })
    }
}
