//! What a field holds likely, token by token: one half of the teacher's judgment.

use std::io::Write;
use std::path::Path;

use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use whosaid::document::Document;
use whosaid::name::LABELS;
use whosaid::name::feature::{DISTANCES, Features};
use whosaid::name::lexicon::Lexicon;

use crate::crf::lattice::{LANES, Lattice, Row, Steps};
use crate::crf::{Scheme, Weights};

/// Tokens that are surely outside every name are left out.
const SURELY: f32 = 0.999;

/// Writes a line for each `{"id", "text"}` line of `from`: `{"id", "tokens": [[start, end], …], "p": [[…], …]}`, with
/// offsets in code points and the probabilities in the order of [`LABELS`].
pub fn write_marginals(weights: &Weights, lexicon: &Lexicon, from: &Path, to: &Path) -> Result<(), String> {
    let shown = |e: std::io::Error| format!("{}: {e}", from.display());
    let lines = std::fs::read_to_string(from).map_err(shown)?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(to).map_err(shown)?);
    let rows: FxHashMap<u32, &Row> = weights.keys.iter().map(|(key, row)| (*key, row)).collect();
    let mut step_rows = [[0.0; LANES]; LANES];
    step_rows[..weights.steps.len()].copy_from_slice(&weights.steps);
    let steps = Steps::new(&Scheme::bio(LABELS.len()), &weights.start, &weights.end, &step_rows);
    let mut lattice = Lattice::default();
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).map_err(|e| format!("{}: {e}", from.display()))?;
        let text = line["text"].as_str().ok_or("a line without text")?;
        let document = Document::new(text);
        let features = Features::new(&document, lexicon);
        let mut points = CodePoints { text, byte: 0, point: 0 };
        let (mut tokens, mut likely): (Vec<[usize; 2]>, Vec<Vec<f32>>) = (Vec::new(), Vec::new());
        for stretch in features.stretches() {
            let mut scores: Vec<Row> = Vec::with_capacity(stretch.len());
            for i in stretch.clone() {
                let mut row = [0.0; LANES];
                let mut add = |key: u32| {
                    for (sum, weight) in row.iter_mut().zip(rows.get(&key).copied().unwrap_or(&[0.0; LANES]))
                    {
                        *sum += weight;
                    }
                };
                for distance in 0..DISTANCES {
                    if let Some(word) = features.word_at(i, distance) {
                        features.word_keys(word, distance, &mut add);
                    }
                }
                features.token_keys(i, document.sentence_of(i), &mut add);
                scores.push(row);
            }
            lattice.run(&steps, &scores, |_| (1 << LABELS.len()) - 1);
            for (i, row) in stretch.zip(&lattice.labels) {
                if row[0] < SURELY {
                    let span = document.tokens[i].span;
                    tokens.push([points.at(span.start as usize), points.at(span.end as usize)]);
                    let rounded = row[..LABELS.len()].iter().map(|p| (p * 1000.0).round() / 1000.0);
                    likely.push(rounded.collect());
                }
            }
        }
        let found = json!({"id": line["id"], "tokens": tokens, "p": likely});
        writeln!(out, "{found}").map_err(shown)?;
    }
    Ok(())
}

/// Counts code points up to bytes that come in order.
struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    point: usize,
}

impl CodePoints<'_> {
    fn at(&mut self, byte: usize) -> usize {
        self.point += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.point
    }
}
