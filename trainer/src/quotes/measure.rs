//! How good a model is: the exact parts in units, and files of quotes for the scorer.

use std::path::Path;

use rustc_hash::FxHashSet;
use serde_json::{Value, json};
use whosaid::document::Document;
use whosaid::name;
use whosaid::quote::feature::{Entry, Features};
use whosaid::quote::link::{self, Part};
use whosaid::quote::tag::Tagger;
use whosaid::span::{Span, Utf16};

use super::examples::{self, Article};

/// Prints the parts' scores on the development set, and writes its quotes and the seeds' beside `out`.
pub fn measure(file: &[u8], corpora: &Path, out: &Path) -> Result<(), String> {
    let tagger = Tagger::open(file).map_err(|e| e.to_string())?;
    let dev = examples::read(&corpora.join("quotes/polnear-dev.jsonl"))?;
    score(&dev, &|w| tagger.find(w), &|features| tagger.tag(features).labels);
    for set in ["corpora/quotes/polnear-dev", "gold/seeds"] {
        write_quotes(&tagger, &corpora.join(format!("../{set}.jsonl")), out)?;
    }
    Ok(())
}

/// Writes the quotes of a set beside the model, for the scorer.
fn write_quotes(tagger: &Tagger, set: &Path, out: &Path) -> Result<(), String> {
    let file = std::fs::read_to_string(set).map_err(|e| format!("{}: {e}", set.display()))?;
    let mut lines = String::new();
    for line in file.lines() {
        let line: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let text = line["text"].as_str().unwrap_or_default();
        let document = Document::new(text);
        let utf16 = Utf16::new(text);
        let spans = |spans: &[Span]| -> Vec<Value> {
            spans
                .iter()
                .map(|s| json!({"start": utf16.offset(s.start), "end": utf16.offset(s.end)}))
                .collect()
        };
        let quotes: Vec<Value> = whosaid::quote::find_quotes_by(
            tagger,
            &document,
            &name::find_names(&document),
        )
        .iter()
        .map(|q| json!({"content": spans(&q.content), "cue": spans(&q.cue), "source": spans(&q.source)}))
        .collect();
        lines.push_str(&json!({"id": line["id"], "quotes": quotes}).to_string());
        lines.push('\n');
    }
    let name = set.file_name().unwrap_or_default().to_string_lossy();
    let path = out.with_extension(name.as_ref());
    std::fs::write(&path, lines).map_err(|e| format!("{}: {e}", path.display()))
}

/// Exact parts, as units.
pub fn score(articles: &[Article], find: &dyn Fn(&str) -> Entry, tag: &dyn Fn(&Features) -> Vec<u8>) {
    let mut counts = [[0u32; 3]; 3];
    for article in articles {
        let document = Document::new(&article.text);
        let names = name::find_names(&document);
        let features = whosaid::quote::describe(&document, &names, find);
        let gold = examples::parts(&document, article, &features);
        let gold = link::parts(&examples::labels(&features, &gold));
        let found = link::parts(&tag(&features));
        let known: FxHashSet<_> = gold.iter().map(bare).collect();
        for part in &found {
            counts[part.kind as usize][0] += u32::from(known.contains(&bare(part)));
            counts[part.kind as usize][1] += 1;
        }
        gold.iter().for_each(|part| counts[part.kind as usize][2] += 1);
    }
    for (name, [right, found, gold]) in ["content", "source", "cue"].iter().zip(counts) {
        let share = |all: u32| 100.0 * right as f32 / all.max(1) as f32;
        let f1 = 200.0 * right as f32 / (found + gold).max(1) as f32;
        println!(
            "{name:8} P {:.1} R {:.1} F1 {f1:.1}  ({found} found, {gold} gold)",
            share(found),
            share(gold)
        );
    }
}

/// A part without what the tagger says of its side.
fn bare(part: &Part) -> Part {
    Part { after: false, ..*part }
}
