//! Findings of many articles as three flat tables in Arrow's columns: quotes, entities, figures.
//!
//! A row names its article by `id`, whatever that is to the caller, and itself by its index in the article's
//! annotation. Words stand beside their positions, so that most questions need no text; positions count code points, as
//! `substring` of SQL and slices of Python do. Names that recur (kinds, speakers, countries, units) are coded by a
//! dictionary, or written out for engines that read none. The columns are documented in `docs/python.md`.
//!
//! ```
//! use std::sync::Arc;
//! use arrow_array::{Array, ArrayRef, StringArray};
//! use whosaid::table::Builder;
//!
//! let texts = ["“Yes,” said Ana Silva.", "Nothing."];
//! let mut builder = Builder::new(false);
//! for (row, text) in texts.iter().enumerate() {
//!     builder.push(row as u32, text, &whosaid::annotate(text));
//! }
//! let ids: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
//! let tables = builder.finish(&ids)?;
//! assert_eq!((tables.quotes.num_rows(), tables.figures.num_rows()), (1, 0));
//! let speakers = tables.quotes.column_by_name("speaker_name").unwrap();
//! assert_eq!(speakers.as_any().downcast_ref::<StringArray>().unwrap().value(0), "Ana Silva");
//! # Ok::<(), arrow_schema::ArrowError>(())
//! ```

mod column;
mod entities;
mod figures;
mod quotes;

use std::collections::HashMap;

use arrow_array::{ArrayRef, RecordBatch, UInt32Array};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use arrow_select::take::take;

use crate::annotation::Annotation;
use crate::points::{CodePoints, Words};

/// The three tables.
#[derive(Clone, Debug)]
pub struct Tables {
    /// One row a quote.
    pub quotes: RecordBatch,
    /// One row a person, organization, place or other named thing of an article.
    pub entities: RecordBatch,
    /// One row a number, amount or date.
    pub figures: RecordBatch,
}

/// Gathers the findings of articles.
pub struct Builder {
    quotes: quotes::Rows,
    entities: entities::Rows,
    figures: figures::Rows,
}

/// A text with what turns positions of its annotation into words and code points.
struct Article<'t> {
    words: Words<'t>,
    points: CodePoints,
}

impl Builder {
    /// Starts empty tables; with `coded`, names that recur are coded by a dictionary.
    pub fn new(coded: bool) -> Self {
        Self {
            quotes: quotes::Rows::new(coded),
            entities: entities::Rows::new(coded),
            figures: figures::Rows::new(coded),
        }
    }

    /// Adds what was found in an article: in `text`, whose id will be at index `row` of the ids.
    pub fn push(&mut self, row: u32, text: &str, annotation: &Annotation) {
        let article = Article { words: Words::new(text), points: CodePoints::new(text) };
        self.quotes.push(row, &article, annotation);
        self.entities.push(row, &article, annotation);
        self.figures.push(row, &article, annotation);
    }

    /// The tables of what was added, each row with its article's id.
    ///
    /// # Errors
    ///
    /// Where `ids` is shorter than a row that was given.
    pub fn finish(self, ids: &ArrayRef) -> Result<Tables, ArrowError> {
        Ok(Tables {
            quotes: self.quotes.finish()?.with(ids)?,
            entities: self.entities.finish()?.with(ids)?,
            figures: self.figures.finish()?.with(ids)?,
        })
    }
}

/// A table whose rows know their article by its row.
struct Rows {
    articles: Vec<u32>,
    columns: Vec<(Field, ArrayRef)>,
}

impl Rows {
    /// The table, with the articles' ids before all else.
    fn with(self, ids: &ArrayRef) -> Result<RecordBatch, ArrowError> {
        let ids = take(ids, &UInt32Array::from(self.articles), None)?;
        let mut fields = vec![Field::new("id", ids.data_type().clone(), true)];
        let mut columns = vec![ids];
        for (field, column) in self.columns {
            fields.push(field);
            columns.push(column);
        }
        let unit = HashMap::from([("unit".to_owned(), "code_points".to_owned())]);
        RecordBatch::try_new(SchemaRef::new(Schema::new_with_metadata(fields, unit)), columns)
    }
}

/// The schemas of quotes, entities and figures, for ids of a type.
pub fn schemas(ids: &DataType, coded: bool) -> [SchemaRef; 3] {
    let ids = arrow_array::new_empty_array(ids);
    // Nothing can be out of bounds where there are no rows.
    let tables = Builder::new(coded).finish(&ids).expect("empty tables");
    [tables.quotes.schema(), tables.entities.schema(), tables.figures.schema()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int32Type};
    use arrow_array::{Array, Int64Array, StringArray};
    use std::sync::Arc;

    const TEXT: &str = "👩‍🌾 “We are ready,” Kaja Kallas said, “for 40 soldiers.” She left Tallinn on Tuesday.";

    fn tables(coded: bool) -> Tables {
        let mut builder = Builder::new(coded);
        builder.push(0, "", &crate::annotate(""));
        builder.push(1, TEXT, &crate::annotate(TEXT));
        let ids: ArrayRef = Arc::new(Int64Array::from(vec![7, 8]));
        builder.finish(&ids).expect("two ids")
    }

    #[test]
    fn rows_have_ids_words_and_code_points() {
        let Tables { quotes, entities, figures } = tables(false);
        let characters: Vec<char> = TEXT.chars().collect();
        assert_eq!(quotes["id"].as_primitive::<arrow_array::types::Int64Type>().values(), &[8]);
        assert_eq!(quotes["content"].as_string::<i32>().value(0), "We are ready, for 40 soldiers.");
        let spans = quotes["content_spans"].as_list::<i32>().value(0);
        let starts = spans.as_struct().column(0).as_primitive::<Int32Type>().values().to_vec();
        let ends = spans.as_struct().column(1).as_primitive::<Int32Type>().values().to_vec();
        let first: String = characters[starts[0] as usize..ends[0] as usize].iter().collect();
        assert_eq!((starts.len(), &*first), (2, "We are ready,"));
        let names = entities["name"].as_string::<i32>();
        assert_eq!(names.iter().flatten().collect::<Vec<_>>(), ["Kaja Kallas", "Tallinn"]);
        assert!(entities["latitude"].is_null(0) && !entities["latitude"].is_null(1));
        assert_eq!(figures["of"].as_string::<i32>().value(0), "soldiers");
        assert_eq!(figures["value"].as_primitive::<Float64Type>().value(0), 40.0);
    }

    #[test]
    fn coded_names_are_the_same_names() {
        let (coded, plain) = (tables(true), tables(false));
        for (coded, plain) in [(&coded.quotes, &plain.quotes), (&coded.figures, &plain.figures)] {
            for (i, field) in coded.schema().fields().iter().enumerate() {
                let DataType::Dictionary(..) = field.data_type() else {
                    assert_eq!(coded.column(i), plain.column(i), "{}", field.name());
                    continue;
                };
                let names = coded.column(i).as_dictionary::<Int32Type>();
                let names = names.downcast_dict::<StringArray>().expect("strings");
                let names: StringArray = names.into_iter().collect();
                assert_eq!(&names, plain.column(i).as_string::<i32>());
            }
        }
    }

    #[test]
    fn no_article_gives_the_schemas() {
        let [quotes, entities, figures] = schemas(&DataType::Utf8, true);
        assert_eq!(quotes, tables_of_text_ids().quotes.schema());
        assert_eq!(entities, tables_of_text_ids().entities.schema());
        assert_eq!(figures, tables_of_text_ids().figures.schema());
    }

    fn tables_of_text_ids() -> Tables {
        let mut builder = Builder::new(true);
        builder.push(0, TEXT, &crate::annotate(TEXT));
        let ids: ArrayRef = Arc::new(StringArray::from(vec!["a"]));
        builder.finish(&ids).expect("an id")
    }
}
