//! Columns that need more than a builder of Arrow's: names coded or plain, and lists of spans.

use std::sync::Arc;

use arrow_array::builder::{StringBuilder, StringDictionaryBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, Int32Array, ListArray, StringArray, StructArray};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{ArrowError, DataType, Field};
use serde::Serialize;

use super::Article;
use crate::annotation::Span;

/// Names that recur.
pub(super) struct Names {
    coded: bool,
    names: StringDictionaryBuilder<Int32Type>,
}

impl Names {
    pub(super) fn new(coded: bool) -> Self {
        Self { coded, names: StringDictionaryBuilder::new() }
    }

    pub(super) fn push(&mut self, name: Option<&str>) {
        self.names.append_option(name);
    }

    /// The name that a value has in the wire format.
    pub(super) fn push_kind(&mut self, kind: Option<impl Serialize>) {
        self.push(kind.map(name_of).as_deref());
    }

    pub(super) fn finish(mut self) -> ArrayRef {
        let names = self.names.finish();
        if self.coded {
            return Arc::new(names);
        }
        let names = names.downcast_dict::<StringArray>().map(|names| names.into_iter().collect());
        Arc::new(names.unwrap_or_else(|| StringArray::new_null(0)))
    }
}

/// The name of a plain enum's value in the wire format; they have one each.
pub(super) fn name_of(kind: impl Serialize) -> String {
    serde_json::to_string(&kind).unwrap_or_default().trim_matches('"').to_owned()
}

/// A list of spans a row, each with a word of its own where the list has such a column.
pub(super) struct Spans {
    lengths: Vec<usize>,
    starts: Vec<i32>,
    ends: Vec<i32>,
    kinds: Option<(&'static str, StringBuilder)>,
}

impl Spans {
    pub(super) fn new(kind: Option<&'static str>) -> Self {
        let kinds = kind.map(|name| (name, StringBuilder::new()));
        Self { lengths: Vec::new(), starts: Vec::new(), ends: Vec::new(), kinds }
    }

    pub(super) fn push(&mut self, article: &Article, spans: &[Span]) {
        self.push_kinds(article, spans.iter().map(|span| (*span, "")));
    }

    pub(super) fn push_kinds(
        &mut self,
        article: &Article,
        spans: impl Iterator<Item = (Span, impl AsRef<str>)>,
    ) {
        let before = self.starts.len();
        for (span, kind) in spans {
            self.starts.push(article.points.of(span.start) as i32);
            self.ends.push(article.points.of(span.end) as i32);
            if let Some((_, kinds)) = &mut self.kinds {
                kinds.append_value(kind);
            }
        }
        self.lengths.push(self.starts.len() - before);
    }

    pub(super) fn finish(self) -> Result<ArrayRef, ArrowError> {
        let mut fields =
            vec![Field::new("start", DataType::Int32, false), Field::new("end", DataType::Int32, false)];
        let mut columns: Vec<ArrayRef> =
            vec![Arc::new(Int32Array::from(self.starts)), Arc::new(Int32Array::from(self.ends))];
        if let Some((name, mut kinds)) = self.kinds {
            fields.push(Field::new(name, DataType::Utf8, false));
            columns.push(Arc::new(kinds.finish()));
        }
        let spans = StructArray::try_new(fields.into(), columns, None)?;
        list(self.lengths, Arc::new(spans))
    }
}

/// Lists of so many values each.
pub(super) fn list(lengths: Vec<usize>, values: ArrayRef) -> Result<ArrayRef, ArrowError> {
    let item = Field::new("item", values.data_type().clone(), false);
    Ok(Arc::new(ListArray::try_new(item.into(), OffsetBuffer::from_lengths(lengths), values, None)?))
}

/// A column that has a value in every row.
pub(super) fn full(name: &str, column: ArrayRef) -> (Field, ArrayRef) {
    (Field::new(name, column.data_type().clone(), false), column)
}

/// A column that may have none.
pub(super) fn sparse(name: &str, column: ArrayRef) -> (Field, ArrayRef) {
    (Field::new(name, column.data_type().clone(), true), column)
}
