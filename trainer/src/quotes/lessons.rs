//! What the models learn from, as sequences of keys with labels: sentences for the field, pairs of parts for the links,
//! whole quotes for the judgments.

use rustc_hash::{FxHashMap, FxHashSet};
use whosaid::crf::Model;
use whosaid::document::Document;
use whosaid::name;
use whosaid::quote::feature::{DISTANCES, Entry, Features};
use whosaid::quote::judge;
use whosaid::quote::link::{self, Kind, Part};
use whosaid::quote::tag;

use super::examples::{self, Silver};
use crate::crf::Sequence;

/// A training article.
pub struct Prepared {
    pub features: Features,
    pub gold: Vec<[Vec<Part>; 3]>,
    pub reporting: Vec<bool>,
}

pub fn sequence(features: &Features, units: std::ops::Range<usize>, labels: &[u8]) -> Sequence {
    let mut sequence = Sequence {
        keys: Vec::new(),
        ends: Vec::new(),
        allowed: labels[units.clone()].iter().map(|l| 1 << l).collect(),
        soft: Vec::new(),
        corpus: 0,
        weight: 1.0,
    };
    for u in units {
        let mut add = |key| sequence.keys.push(key);
        for distance in 0..DISTANCES {
            if let Some(word) = features.word_at(u, distance) {
                features.word_keys(word, distance, &mut add);
            }
        }
        features.unit_keys(u, &mut add);
        sequence.ends.push(sequence.keys.len() as u32);
    }
    sequence
}

/// The sentences of a text that a teacher labelled; each counts `weight`.
pub fn silver_sequences(
    silver: &Silver,
    find: &dyn Fn(&str) -> Entry,
    weight: f32,
    sequences: &mut Vec<Sequence>,
) {
    let document = Document::new(&silver.text);
    let names = name::find_names(&document);
    let features = whosaid::quote::describe(&document, &names, find);
    let (labels, soft) = examples::silver_labels(&document, silver, &features);
    for units in features.sentences() {
        let mut sequence = sequence(&features, units.clone(), &labels);
        sequence.weight = weight;
        sequence.soft = soft[units].to_vec();
        sequences.push(sequence);
    }
}

/// Each pair of parts that may belong together, with whether they do: whether they touch parts of
/// one gold quote.
pub fn pair_sequences(
    features: &Features,
    gold: &[[Vec<Part>; 3]],
    parts: &[Part],
    pairs: &mut Vec<Sequence>,
) {
    // For each unit and kind, the gold quotes that it is a part of.
    let mut of: FxHashMap<(usize, Kind), Vec<usize>> = FxHashMap::default();
    for (index, quote) in gold.iter().enumerate() {
        for part in quote.iter().flatten() {
            for u in part.units() {
                of.entry((u, part.kind)).or_default().push(index);
            }
        }
    }
    let quotes = |part: &Part| -> FxHashSet<usize> {
        part.units().filter_map(|u| of.get(&(u, part.kind))).flatten().copied().collect()
    };
    for one in 0..parts.len() {
        if parts[one].kind == Kind::Source {
            continue;
        }
        let own = quotes(&parts[one]);
        for other in link::candidates(features, parts, one) {
            let mut keys = Vec::new();
            link::pair_keys(features, parts, one, other, &mut |key| keys.push(key));
            let yes = quotes(&parts[other]).intersection(&own).next().is_some();
            pairs.push(Sequence {
                ends: vec![keys.len() as u32],
                keys,
                allowed: vec![1 << u8::from(yes)],
                soft: Vec::new(),
                corpus: 0,
                weight: 1.0,
            });
        }
    }
}

/// The quotes that tagging and linking make, each with whether it is one.
pub fn judge_sequences(
    document: &Prepared,
    tagged: &tag::Tagged,
    linker: &Model<{ link::LANES }>,
    least: f32,
    items: &mut Vec<Sequence>,
) {
    let parts = link::parts(&tagged.labels);
    let features = &document.features;
    for quote in link::link(linker, features, &parts, (least / linker.unit()) as i32) {
        let units: FxHashSet<usize> =
            quote.content.iter().flat_map(|&i| parts[i].units()).filter(|&u| !features.is_mark(u)).collect();
        let mut label = 0u32;
        for (gold, reporting) in document.gold.iter().zip(&document.reporting) {
            let right: FxHashSet<usize> =
                gold[0].iter().flat_map(|p| p.units()).filter(|&u| !features.is_mark(u)).collect();
            let shared = units.intersection(&right).count();
            let cue = quote.cue.map(|i| &parts[i]);
            let cues = cue.is_none_or(|c| gold[2].iter().any(|g| g.first < c.end && c.first < g.end));
            if cues && 2 * shared * 100 >= 80 * (units.len() + right.len()) {
                label = 1 + u32::from(*reporting);
            }
        }
        let mut keys = Vec::new();
        judge::keys(features, &parts, &tagged.margins, &quote, &mut |key| keys.push(key));
        items.push(Sequence {
            ends: vec![keys.len() as u32],
            keys,
            allowed: vec![1 << label],
            soft: Vec::new(),
            corpus: 0,
            weight: 1.0,
        });
    }
}
