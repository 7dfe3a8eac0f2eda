//! A line of an archive: `{"id", "text"}` with the article's `"date"` and `"parts"` where they are known and whether
//! `"stances"` are wanted; or what is wrong with it.

use serde::Deserialize;
use serde_json::Value;

use super::{Asked, annotate};
use crate::{Annotation, Date, InvalidDate, Part};

/// Other fields are left alone.
#[derive(Deserialize)]
struct Input {
    id: Value,
    text: String,
    /// The day of the article; where it is missing or null, that of the command line.
    date: Option<String>,
    /// Whether stances are listed; where it is missing or null, as the command line says.
    stances: Option<bool>,
    /// What is known of the layout.
    parts: Option<Vec<Part>>,
}

/// An article as its line says it.
pub(super) struct Article {
    pub(super) id: Value,
    pub(super) text: String,
    pub(super) date: Option<Date>,
    stances: bool,
    parts: Vec<Part>,
}

impl Article {
    /// Reads a line; there is none where it is blank.
    pub(super) fn read(line: &[u8], asked: Asked) -> Result<Option<Self>, String> {
        let Some(line) = words_of(line)? else { return Ok(None) };
        let input: Input = serde_json::from_str(line).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => {
                format!(
                    "wants an object with \"id\" and a string \"text\", a string for \"date\", true or false for \"stances\", \
                     a list of {{\"start\", \"end\", \"role\"}} for \"parts\": {}",
                    without_line(&error)
                )
            }
            _ => format!("not JSON: {}", without_line(&error)),
        })?;
        let date = match &input.date {
            Some(own) => Some(own.parse().map_err(|error: InvalidDate| format!("\"date\": {error}"))?),
            None => asked.date,
        };
        let parts = input.parts.unwrap_or_default();
        check_parts(&input.text, &parts)?;
        let stances = input.stances.unwrap_or(asked.stances);
        Ok(Some(Self { id: input.id, text: input.text, date, stances, parts }))
    }

    /// What is found in it.
    pub(super) fn annotate(&self, asked: Asked) -> Annotation {
        annotate(&self.text, Asked { date: self.date, stances: self.stances, ..asked }, &self.parts)
    }
}

/// The line without white space around it; nothing where it is blank.
pub(super) fn words_of(line: &[u8]) -> Result<Option<&str>, String> {
    let line = std::str::from_utf8(line)
        .map_err(|e| format!("not UTF-8 at byte {} of the line", e.valid_up_to()))?
        .trim_start_matches('\u{FEFF}')
        .trim();
    Ok((!line.is_empty()).then_some(line))
}

/// Whether all parts lie in the text; or which does not.
fn check_parts(text: &str, parts: &[Part]) -> Result<(), String> {
    let length = if parts.is_empty() { 0 } else { text.encode_utf16().count() };
    match parts.iter().enumerate().find(|(_, part)| part.start > part.end || part.end as usize > length) {
        Some((i, Part { start, end, .. })) => Err(format!(
            "\"parts\": number {} goes from {start} to {end} in a text of {length} UTF-16 code units",
            i + 1
        )),
        None => Ok(()),
    }
}

/// serde_json counts lines within the line: "at line 1 column 7".
fn without_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}
