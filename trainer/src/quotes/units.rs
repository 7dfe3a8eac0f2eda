//! The units of articles, for the teacher: `whosaid-trainer units MODEL --out DIR FILE...`.
//!
//! A line an article: `{"id", "text", "units": [[start, end], …], "sentences": [[first, end], …], "quotations",
//! "hints", "names", "labels", "scores"}`, offsets in code points. `quotations` are the units that are
//! quotations, `hints` is what the rules took each unit for, `names` its kind of name
//! (0 is none), `labels` what it is where the article has gold quotes. `scores` is what the model's field gives each unit for
//! each label, in hundredths of a natural logarithm. Beside the files lies `steps.json`: what that field gives for the first
//! label of a sentence, the last, and from label to label; `null` where that cannot be.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use whosaid::crf::{FORBIDDEN, Model};
use whosaid::document::Document;
use whosaid::name::{self, lexicon::Lexicon};
use whosaid::quote::feature::{self, DISTANCES, Features};
use whosaid::quote::tag::{LABELS, LANES, Settings, Tagger};

use super::examples;

/// Scores are written in such parts of one.
const HUNDREDTHS: f32 = 100.0;

/// Writes the units of each file.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let (mut out, mut files): (Option<PathBuf>, Vec<&str>) = (None, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--out" => out = rest.next().map(PathBuf::from),
            file => files.push(file),
        }
    }
    let (Some(out), Some((model, files))) = (out, files.split_first()) else {
        return Err("units needs a model, files and --out".to_owned());
    };
    let bytes = std::fs::read(model).map_err(|e| format!("{model}: {e}"))?;
    let tagger = Tagger::open(&bytes).map_err(|e| e.to_string())?;
    let field_bytes = field_of(&bytes)?;
    let field = Model::open(field_bytes, feature::VERSION, &LABELS).map_err(|e| e.to_string())?;
    let steps = steps(field_bytes, field.unit()).to_string();
    std::fs::write(out.join("steps.json"), steps).map_err(|e| format!("{}: {e}", out.display()))?;
    for file in files.iter().map(Path::new) {
        let to = out.join(file.file_name().unwrap_or_default());
        write_units(&tagger, &field, file, &to)?;
    }
    Ok(())
}

/// The field's part of a model file.
fn field_of(bytes: &[u8]) -> Result<&[u8], String> {
    let (_, rest) = Lexicon::open(bytes).map_err(|e| e.to_string())?;
    let part = rest.get(Settings::BYTES..).and_then(|rest| rest.split_first_chunk::<4>());
    let part = part.and_then(|(length, rest)| rest.get(..u32::from_le_bytes(*length) as usize));
    part.ok_or("a model file cut short".to_owned())
}

/// The scores of starts, ends and steps: see `whosaid::crf` for where they stand.
fn steps(field: &[u8], unit: f32) -> Value {
    let names = usize::from(u16::from_le_bytes([field[10], field[11]]));
    let mut rows = field[24 + names..].chunks_exact(4 * LABELS.len()).map(|row| -> Value {
        let scores = row.chunks_exact(4).map(|s| i32::from_le_bytes([s[0], s[1], s[2], s[3]]));
        scores.map(|s| if s > FORBIDDEN { json!(s as f32 * unit) } else { Value::Null }).collect()
    });
    let (start, end) = (rows.next(), rows.next());
    json!({"start": start, "end": end, "steps": rows.take(LABELS.len()).collect::<Vec<_>>()})
}

fn write_units(tagger: &Tagger, field: &Model<LANES>, from: &Path, to: &Path) -> Result<(), String> {
    let shown = |e: std::io::Error| format!("{}: {e}", to.display());
    let lines = std::fs::read_to_string(from).map_err(|e| format!("{}: {e}", from.display()))?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(to).map_err(shown)?);
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    for (line, article) in lines.zip(examples::read(from)?) {
        let line: Value = serde_json::from_str(line).map_err(|e| format!("{}: {e}", from.display()))?;
        let text = article.text.as_str();
        let document = Document::new(text);
        let names = name::find_names(&document);
        let features = whosaid::quote::describe(&document, &names, &|w| tagger.find(w));
        let mut kinds = vec![0u8; document.tokens.len()];
        for name in &names {
            kinds[name.first as usize..name.end as usize].fill(1 + name.kind as u8);
        }
        let (mut byte, mut point) = (0, 0);
        let mut points = |at: u32| {
            point += text[byte..at as usize].chars().count();
            byte = at as usize;
            point
        };
        let units = (0..features.len()).map(|u| {
            let tokens = features.tokens(u);
            let start = points(document.tokens[tokens.start].span.start);
            (start, points(document.tokens[tokens.end - 1].span.end))
        });
        let units: Vec<(usize, usize)> = units.collect();
        let kind = |u: usize| if features.is_quotation(u) { 0 } else { kinds[features.tokens(u).start] };
        let mut found = json!({
            "id": line["id"],
            "text": text,
            "units": units,
            "sentences": features.sentences().map(|s| (s.start, s.end)).collect::<Vec<_>>(),
            "quotations": (0..features.len()).filter(|&u| features.is_quotation(u)).collect::<Vec<_>>(),
            "hints": (0..features.len()).map(|u| features.hint(u)).collect::<Vec<_>>(),
            "names": (0..features.len()).map(kind).collect::<Vec<_>>(),
            "scores": (0..features.len()).map(|u| unit_scores(field, &features, u)).collect::<Vec<_>>(),
        });
        if line["gold"]["quotes"].is_array() {
            let gold = examples::parts(&document, &article, &features);
            found["labels"] = json!(examples::labels(&features, &gold));
        }
        writeln!(out, "{found}").map_err(shown)?;
    }
    Ok(())
}

fn unit_scores(field: &Model<LANES>, features: &Features, u: usize) -> [i32; LANES] {
    let mut scores = [0; LANES];
    let mut add = |key| field.add(key, &mut scores);
    for distance in 0..DISTANCES {
        if let Some(word) = features.word_at(u, distance) {
            features.word_keys(word, distance, &mut add);
        }
    }
    features.unit_keys(u, &mut add);
    scores.map(|score| (score as f32 * field.unit() * HUNDREDTHS).round() as i32)
}
