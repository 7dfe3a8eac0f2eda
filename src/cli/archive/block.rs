//! Some lines of an archive, annotated: rows of every table, and the lines that are bad.

use std::io;
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Int32Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Counts;
use crate::cli::Asked;
use crate::cli::line::{Article, words_of};
use crate::table::{Builder, Tables};

/// What was found in some lines.
pub(super) struct Block {
    pub(super) articles: RecordBatch,
    pub(super) tables: Tables,
    pub(super) bad: Vec<Bad>,
    pub(super) counts: Counts,
    /// The lines as they were read, for the hash of their part.
    pub(super) lines: Vec<Vec<u8>>,
}

/// A line that could not be annotated.
#[derive(Serialize)]
pub(super) struct Bad {
    /// Its number in the archive, from 1.
    line: u64,
    /// What is wrong with it.
    reason: String,
    /// Itself; bytes that are no UTF-8 as U+FFFD.
    row: String,
}

impl Block {
    /// Annotates lines, the first of which has number `first`.
    pub(super) fn new(first: u64, lines: Vec<Vec<u8>>, asked: Asked) -> io::Result<Self> {
        let (mut rows, mut builder) = (Rows::default(), Builder::new(true));
        let (mut bad, mut counts) = (Vec::new(), Counts::default());
        for (number, line) in (first..).zip(&lines) {
            match Article::read(line, asked) {
                Ok(None) => {}
                Ok(Some(article)) => {
                    let found = article.annotate(asked);
                    builder.push(counts.articles as u32, &article.text, &found);
                    let sizes = [found.quotes.len(), found.entities.len(), found.figures.len()];
                    rows.push(number, &article, rest_of(line), sizes);
                    counts.articles += 1;
                    counts.quotes += sizes[0] as u64;
                }
                Err(reason) => {
                    counts.bad += 1;
                    bad.push(Bad { line: number, reason, row: String::from_utf8_lossy(line).into_owned() });
                }
            }
        }
        let articles = rows.finish()?;
        let tables = builder.finish(articles.column(0)).map_err(io::Error::other)?;
        Ok(Self { articles, tables, bad, counts, lines })
    }
}

/// The schema of the articles' table.
pub(super) fn articles_schema() -> SchemaRef {
    let of = |name: &str, kind: DataType| Field::new(name, kind, name == "date");
    Arc::new(Schema::new(vec![
        of("id", DataType::Utf8),
        of("line", DataType::Int64),
        of("date", DataType::Date32),
        of("characters", DataType::Int32),
        of("quotes", DataType::Int32),
        of("entities", DataType::Int32),
        of("figures", DataType::Int32),
        of("fields", DataType::Utf8),
    ]))
}

/// Rows of the articles' table.
#[derive(Default)]
struct Rows {
    id: StringBuilder,
    line: Int64Builder,
    date: Date32Builder,
    characters: Int32Builder,
    sizes: [Int32Builder; 3],
    fields: StringBuilder,
}

impl Rows {
    fn push(&mut self, number: u64, article: &Article, fields: String, sizes: [usize; 3]) {
        match &article.id {
            Value::String(id) => self.id.append_value(id),
            id => self.id.append_value(id.to_string()),
        }
        self.line.append_value(number as i64);
        self.date.append_option(article.date.map(|date| date.number() as i32));
        self.characters.append_value(article.text.chars().count() as i32);
        self.sizes.iter_mut().zip(sizes).for_each(|(column, size)| column.append_value(size as i32));
        self.fields.append_value(fields);
    }

    fn finish(mut self) -> io::Result<RecordBatch> {
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(self.id.finish()),
            Arc::new(self.line.finish()),
            Arc::new(self.date.finish()),
            Arc::new(self.characters.finish()),
        ];
        columns.extend(self.sizes.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        columns.push(Arc::new(self.fields.finish()));
        RecordBatch::try_new(articles_schema(), columns).map_err(io::Error::other)
    }
}

/// What else a line says of its article (the paper, the section), as JSON.
fn rest_of(line: &[u8]) -> String {
    let words = words_of(line).ok().flatten().unwrap_or("{}");
    let mut fields: Map<String, Value> = serde_json::from_str(words).unwrap_or_default();
    for known in ["id", "text", "date", "stances", "parts"] {
        fields.remove(known);
    }
    Value::Object(fields).to_string()
}
