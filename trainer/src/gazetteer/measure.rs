//! Annotates places from gold spans, to measure resolution apart from recognition.

use std::io::BufRead;

use serde_json::{Value, json};
use whosaid::Gazetteer;
use whosaid::annotation::EntityKind;
use whosaid::document::Document;
use whosaid::entity::{Entities, Entity, EntityId};
use whosaid::name::Name;
use whosaid::place::resolve_places;
use whosaid::span::Span;

use super::Error;

/// Reads documents with `gold.places` from standard input, and writes annotations as if the names
/// stage had found exactly these.
pub fn run(file: &str) -> Result<(), Error> {
    let bytes = std::fs::read(file)?;
    let gazetteer = Gazetteer::from_bytes(&bytes)?;
    for line in std::io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        println!("{}", annotate(&line, &gazetteer).ok_or("a line without text and gold.places")?);
    }
    Ok(())
}

fn annotate(line: &Value, gazetteer: &Gazetteer) -> Option<Value> {
    let text = line["text"].as_str()?;
    let document = Document::new(text);
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let units = |byte: u32| text[..byte as usize].encode_utf16().count();
    let mut spans = Vec::new();
    for place in line["gold"]["places"].as_array()? {
        let at = |key: &str| bytes.get(place[key].as_u64()? as usize).copied();
        spans.push(Span::new(at("start")?, at("end")?).trimmed(text));
    }
    spans.sort_unstable();
    spans.dedup();
    let mut names = Vec::new();
    let mut entities = Entities::default();
    for span in spans {
        let first = document.token_at(span.start) as u32;
        let end = document.tokens.partition_point(|t| t.span.start < span.end) as u32;
        let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let known = entities.list.iter().position(|e| e.name.eq_ignore_ascii_case(&words));
        let id = known.unwrap_or_else(|| {
            entities.list.push(Entity { kind: EntityKind::Place, name: words, description: None });
            entities.list.len() - 1
        });
        entities.of_name.push(EntityId(id as u32));
        names.push(Name { span, first, end, kind: EntityKind::Place });
    }
    let places = resolve_places(&document, &names, &entities, Some(gazetteer));
    let list = entities.list.iter().zip(&places).enumerate();
    Some(json!({
        "id": line["id"],
        "version": 1,
        "entities": list.map(|(id, (e, place))| json!({"id": id, "kind": "place", "name": e.name, "place": place})).collect::<Vec<_>>(),
        "mentions": names.iter().zip(&entities.of_name).map(|(n, e)| json!({
            "start": units(n.span.start), "end": units(n.span.end), "entity": e.0, "form": "name"
        })).collect::<Vec<_>>(),
        "quotes": [],
        "figures": [],
    }))
}
