//! Reading the corpora: JSON Lines with spans in code points, which become spans in bytes.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A document with gold names.
pub struct Article {
    pub text: String,
    pub names: Vec<Gold>,
    /// Regions that the gold is silent about, in bytes.
    pub ignored: Vec<(u32, u32)>,
    /// The kinds that the set annotates, each with its class.
    pub kinds: Option<BTreeMap<String, String>>,
}

/// A gold name, in bytes.
pub struct Gold {
    pub start: u32,
    pub end: u32,
    pub kind: String,
    /// Kinds that are as right.
    pub also: Vec<String>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    gold: LineGold,
    kinds: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize, Default)]
struct LineGold {
    #[serde(default)]
    entities: Vec<LineName>,
    #[serde(default)]
    ignore: Vec<(usize, usize)>,
    /// Where a teacher is in doubt whether there is a name, and how likely it is none.
    #[serde(default)]
    doubt: Vec<(usize, usize, f32)>,
}

#[derive(Deserialize)]
struct LineName {
    start: usize,
    end: usize,
    kind: String,
    #[serde(default)]
    alt: Vec<String>,
    /// How sure a teacher is of it; gold is certain.
    #[serde(default = "certain")]
    p: f32,
}

fn certain() -> f32 {
    1.0
}

/// Reads a file of articles.
pub fn read_articles(path: &Path) -> Result<Vec<Article>, String> {
    read_silver(path, 0.0)
}

/// Reads a file of articles that a teacher labelled. What it is less sure of than `least` is passed over in silence.
pub fn read_silver(path: &Path, least: f32) -> Result<Vec<Article>, String> {
    let file = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    file.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let line: Line = serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()))?;
            Ok(article(line, least))
        })
        .collect()
}

fn article(line: Line, least: f32) -> Article {
    let mut bytes: Vec<u32> = line.text.char_indices().map(|(i, _)| i as u32).collect();
    bytes.push(line.text.len() as u32);
    let byte = |point: usize| bytes[point.min(bytes.len() - 1)];
    let gold = line.gold;
    let doubted = gold.doubt.iter().filter(|(.., p)| *p < least).map(|&(s, e, _)| (s, e));
    let unsure = gold.entities.iter().filter(|name| name.p < least).map(|name| (name.start, name.end));
    let ignored = gold.ignore.iter().copied().chain(doubted).chain(unsure);
    let ignored = ignored.map(|(s, e)| (byte(s), byte(e))).collect();
    let names = gold.entities.into_iter().filter(|name| name.p >= least).map(|name| Gold {
        start: byte(name.start),
        end: byte(name.end),
        kind: name.kind,
        also: name.alt,
    });
    let names = names.collect();
    Article { text: line.text, names, ignored, kinds: line.kinds }
}
