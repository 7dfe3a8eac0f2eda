//! Who said what.

use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int32Builder, StringBuilder};
use arrow_array::{ArrayRef, Int32Array};
use arrow_schema::ArrowError;

use super::column::{Names, Spans, full, list, sparse};
use super::{Article, Rows as Table};
use crate::annotation::Annotation;

pub(super) struct Rows {
    articles: Vec<u32>,
    quote: Int32Builder,
    style: Names,
    act: Names,
    content: StringBuilder,
    content_spans: Spans,
    cue: StringBuilder,
    cue_spans: Spans,
    source: StringBuilder,
    source_spans: Spans,
    speaker: Int32Builder,
    speaker_name: Names,
    speaker_kind: Names,
    certainty: Float64Builder,
    alternatives: (Vec<usize>, Vec<i32>),
}

impl Rows {
    pub(super) fn new(coded: bool) -> Self {
        Self {
            articles: Vec::new(),
            quote: Int32Builder::new(),
            style: Names::new(coded),
            act: Names::new(coded),
            content: StringBuilder::new(),
            content_spans: Spans::new(None),
            cue: StringBuilder::new(),
            cue_spans: Spans::new(None),
            source: StringBuilder::new(),
            source_spans: Spans::new(None),
            speaker: Int32Builder::new(),
            speaker_name: Names::new(coded),
            speaker_kind: Names::new(coded),
            certainty: Float64Builder::new(),
            alternatives: Default::default(),
        }
    }

    pub(super) fn push(&mut self, row: u32, article: &Article, found: &Annotation) {
        for (i, quote) in found.quotes.iter().enumerate() {
            self.articles.push(row);
            self.quote.append_value(i as i32);
            self.style.push_kind(Some(quote.style));
            self.act.push_kind(Some(quote.act));
            self.content.append_value(article.words.joined(&quote.content));
            self.content_spans.push(article, &quote.content);
            self.cue.append_value(article.words.joined(&quote.cue));
            self.cue_spans.push(article, &quote.cue);
            self.source.append_value(article.words.joined(&quote.source));
            self.source_spans.push(article, &quote.source);
            let speaker = quote.speaker.and_then(|id| found.entities.get(id as usize));
            self.speaker.append_option(speaker.map(|s| s.id as i32));
            self.speaker_name.push(speaker.map(|s| &*s.name));
            self.speaker_kind.push_kind(speaker.map(|s| s.kind));
            self.certainty.append_value(quote.certainty);
            self.alternatives.0.push(quote.alternatives.len());
            self.alternatives.1.extend(quote.alternatives.iter().map(|id| *id as i32));
        }
    }

    pub(super) fn finish(mut self) -> Result<Table, ArrowError> {
        let (lengths, others) = self.alternatives;
        let others: ArrayRef = Arc::new(Int32Array::from(others));
        let columns = vec![
            full("quote", Arc::new(self.quote.finish())),
            full("style", self.style.finish()),
            full("act", self.act.finish()),
            full("content", Arc::new(self.content.finish())),
            full("content_spans", self.content_spans.finish()?),
            full("cue", Arc::new(self.cue.finish())),
            full("cue_spans", self.cue_spans.finish()?),
            full("source", Arc::new(self.source.finish())),
            full("source_spans", self.source_spans.finish()?),
            sparse("speaker", Arc::new(self.speaker.finish())),
            sparse("speaker_name", self.speaker_name.finish()),
            sparse("speaker_kind", self.speaker_kind.finish()),
            full("certainty", Arc::new(self.certainty.finish())),
            full("alternatives", list(lengths, others)?),
        ];
        Ok(Table { articles: self.articles, columns })
    }
}
