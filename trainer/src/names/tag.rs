//! The names that a model finds, as annotations that the scorers read: each name is its own entity.

use std::io::{BufRead, Write};

use serde_json::{Value, json};
use whosaid::document::Document;
use whosaid::name::Tagger;
use whosaid::span::Utf16;

/// Reads `{"id", "text"}` lines from standard input and writes `{"id", "entities", "mentions"}` lines.
pub fn tag_lines(arguments: &[String]) -> Result<(), String> {
    let [model] = arguments else { return Err("tag needs a model file".to_owned()) };
    let file = std::fs::read(model).map_err(|e| format!("{model}: {e}"))?;
    let tagger = Tagger::open(&file).map_err(|e| e.to_string())?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|e| e.to_string())?;
        let line: Value = serde_json::from_str(&line).map_err(|e| e.to_string())?;
        let text = line["text"].as_str().ok_or("a line without text")?;
        let document = Document::new(text);
        let utf16 = Utf16::new(text);
        let names = tagger.find_names(&document);
        let entities: Vec<Value> = names
            .iter()
            .enumerate()
            .map(|(id, name)| json!({"id": id, "kind": name.kind, "name": document.slice(name.span)}))
            .collect();
        let mentions: Vec<Value> = names
            .iter()
            .enumerate()
            .map(|(id, name)| {
                let (start, end) = (utf16.offset(name.span.start), utf16.offset(name.span.end));
                json!({"start": start, "end": end, "entity": id, "form": "name"})
            })
            .collect();
        let found = json!({"id": line["id"], "entities": entities, "mentions": mentions});
        writeln!(out, "{found}").map_err(|e| e.to_string())?;
    }
    Ok(())
}
