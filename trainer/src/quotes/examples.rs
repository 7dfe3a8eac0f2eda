//! Articles with gold quotes to units with labels.

use std::path::Path;

use serde::Deserialize;
use whosaid::document::Document;
use whosaid::quote::feature::Features;
use whosaid::quote::link::{Kind, Part};
use whosaid::quote::tag::BETWEEN;

use crate::crf::lattice::{LANES, Row};

/// A document with gold quotes.
pub struct Article {
    pub text: String,
    pub quotes: Vec<Gold>,
}

/// A gold quote, in bytes: content, source, cue.
pub struct Gold {
    pub parts: [Vec<(u32, u32)>; 3],
    /// Whether its cue reports speech; else it tells of a view or an act.
    pub reporting: bool,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    gold: LineGold,
}

#[derive(Deserialize, Default)]
struct LineGold {
    #[serde(default)]
    quotes: Vec<LineQuote>,
}

#[derive(Deserialize)]
struct LineQuote {
    #[serde(default)]
    content: Vec<(usize, usize)>,
    #[serde(default)]
    source: Vec<(usize, usize)>,
    #[serde(default)]
    cue: Vec<(usize, usize)>,
    #[serde(default)]
    reporting: Option<bool>,
}

/// Reads a file of articles.
pub fn read(path: &Path) -> Result<Vec<Article>, String> {
    let file = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    file.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let line: Line = serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()))?;
            let mut bytes: Vec<u32> = line.text.char_indices().map(|(i, _)| i as u32).collect();
            bytes.push(line.text.len() as u32);
            let spans = |points: &[(usize, usize)]| -> Vec<(u32, u32)> {
                points.iter().map(|&(s, e)| (bytes[s], bytes[e])).collect()
            };
            let quotes = line.gold.quotes.iter();
            let quotes = quotes.map(|q| Gold {
                parts: [spans(&q.content), spans(&q.source), spans(&q.cue)],
                reporting: q.reporting.unwrap_or(true),
            });
            Ok(Article { quotes: quotes.collect(), text: line.text })
        })
        .collect()
}

const KINDS: [Kind; 3] = [Kind::Content, Kind::Source, Kind::Cue];

/// The parts of each gold quote, as units, without punctuation at their edges.
pub fn parts(document: &Document, article: &Article, features: &Features) -> Vec<[Vec<Part>; 3]> {
    // The unit of each token.
    let mut unit_of = vec![usize::MAX; document.tokens.len()];
    for u in 0..features.len() {
        for t in features.tokens(u) {
            unit_of[t] = u;
        }
    }
    let mut found = Vec::new();
    for quote in &article.quotes {
        let mut parts: [Vec<Part>; 3] = Default::default();
        for (kind, spans) in quote.parts.iter().enumerate() {
            for &(start, end) in spans {
                let first = document.token_at(start);
                let last = first + document.tokens[first..].partition_point(|t| t.span.start < end);
                let mut units: Vec<usize> =
                    (first..last).map(|t| unit_of[t]).filter(|u| *u != usize::MAX).collect();
                units.dedup();
                // A quotation counts where half of it is covered.
                units.retain(|&u| {
                    let tokens = features.tokens(u);
                    let covered = tokens.clone().filter(|t| (first..last).contains(t)).count();
                    covered * 2 >= tokens.len() || kind != 0 && tokens.len() == 1
                });
                while units.len() > 1 && units.last().is_some_and(|&u| features.is_mark(u)) {
                    units.pop();
                }
                while units.len() > 1 && features.is_mark(units[0]) {
                    units.remove(0);
                }
                if let (Some(&first), Some(&last)) = (units.first(), units.last())
                    && !(units.len() == 1 && features.is_mark(first) && kind != 2)
                {
                    parts[kind].push(Part { kind: KINDS[kind], first, end: last + 1, after: false });
                }
            }
        }
        found.push(parts);
    }
    found
}

/// The labels of the units.
pub fn labels(features: &Features, quotes: &[[Vec<Part>; 3]]) -> Vec<u8> {
    let mut labels = vec![0u8; features.len()];
    let mut cues: Vec<usize> = vec![usize::MAX; features.len()];
    for quote in quotes {
        let all = || quote.iter().flatten();
        if let (Some(first), Some(end)) = (all().map(|p| p.first).min(), all().map(|p| p.end).max()) {
            for u in first..end {
                if features.sentence(u) == features.sentence(first)
                    || features.sentence(u) == features.sentence(end - 1)
                {
                    labels[u] = BETWEEN;
                }
            }
        }
    }
    for quote in quotes {
        let cue = quote[2].first().map(|p| p.first);
        for part in quote.iter().flatten() {
            let after = u8::from(cue.is_some_and(|cue| part.first > cue));
            // A source that two cues share belongs to the nearer one.
            let apart = cue.map_or(usize::MAX - 1, |cue| cue.abs_diff(part.first));
            if cues[part.first] <= apart {
                continue;
            }
            cues[part.first] = apart;
            let begin = match part.kind {
                Kind::Content => 1 + 2 * after,
                Kind::Source => 5 + 2 * after,
                Kind::Cue => 9,
            };
            for u in part.first..part.end {
                labels[u] = begin + u8::from(u > part.first);
            }
        }
    }
    mend(features, &mut labels);
    labels
}

/// A part that another one, or the end of a sentence, cut in two starts anew.
fn mend(features: &Features, labels: &mut [u8]) {
    let mut opens = vec![false; labels.len()];
    features.sentences().for_each(|s| opens[s.start] = true);
    for u in 0..labels.len() {
        let label = labels[u];
        if label > 0
            && label != BETWEEN
            && label.is_multiple_of(2)
            && (opens[u] || labels[u - 1] != label && labels[u - 1] != label - 1)
        {
            labels[u] = label - 1;
        }
    }
}

/// A document that a teacher labelled.
pub struct Silver {
    pub text: String,
    /// The units that are not surely outside: start and end in bytes, the likely labels, that of the best sequence first.
    labels: Vec<(u32, u32, Vec<(u8, f32)>)>,
}

#[derive(Deserialize)]
struct SilverLine {
    text: String,
    gold: SilverLabels,
}

#[derive(Deserialize)]
struct SilverLabels {
    labels: Vec<(usize, usize, Vec<(u8, f32)>)>,
}

/// Reads every file of a folder that a teacher labelled, by name.
pub fn read_silver(folder: &Path) -> Result<Vec<Silver>, String> {
    let shown = |e: std::io::Error| format!("{}: {e}", folder.display());
    let files = std::fs::read_dir(folder).map_err(shown)?.map(|file| file.map(|f| f.path()));
    let mut files = files.collect::<Result<Vec<_>, _>>().map_err(shown)?;
    files.retain(|file| file.extension().is_some_and(|e| e == "jsonl"));
    files.sort();
    let mut found = Vec::new();
    for path in files {
        let file = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for line in file.lines() {
            let line: SilverLine =
                serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()))?;
            let mut bytes: Vec<u32> = line.text.char_indices().map(|(i, _)| i as u32).collect();
            bytes.push(line.text.len() as u32);
            let labels = line.gold.labels.into_iter().filter(|(.., likely)| !likely.is_empty());
            let labels = labels.map(|(start, end, likely)| (bytes[start], bytes[end], likely));
            found.push(Silver { labels: labels.collect(), text: line.text });
        }
    }
    Ok(found)
}

/// The labels that a teacher gave the units, and how likely it holds each. The units need not be quite those that it
/// saw.
pub fn silver_labels(document: &Document, silver: &Silver, features: &Features) -> (Vec<u8>, Vec<Row>) {
    let mut labels = vec![0u8; features.len()];
    let mut outside = [0.0; LANES];
    outside[0] = 1.0;
    let mut soft = vec![outside; features.len()];
    let mut given = silver.labels.iter().peekable();
    for u in 0..features.len() {
        let start = document.tokens[features.tokens(u).start].span.start;
        while given.next_if(|(_, end, _)| *end <= start).is_some() {}
        let Some((first, _, likely)) = given.peek().filter(|(first, ..)| *first <= start) else { continue };
        let here = |label: u8| {
            let goes_on = *first < start && label % 2 == 1 && label != BETWEEN;
            label + u8::from(goes_on)
        };
        labels[u] = here(likely[0].0);
        let sum: f32 = likely.iter().map(|(_, p)| p).sum();
        soft[u] = [0.0; LANES];
        likely.iter().for_each(|&(label, p)| soft[u][usize::from(here(label))] += p / sum);
    }
    mend(features, &mut labels);
    (labels, soft)
}
