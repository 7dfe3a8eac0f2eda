//! The quotes model: `whosaid-trainer quotes --corpora DIR --out FILE`.
//!
//! A lexicon of how often each word is part of a cue or a source, the field that tags content, source and cue, then the
//! models that link the parts and judge what comes of it. `--dev` prints the scores of the parts on the development set. With `--silver DIR` the
//! field also learns from text that a teacher labelled; links and judgments are learnt from gold alone.

mod counts;
mod examples;
mod lessons;
mod measure;
pub mod units;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rustc_hash::{FxHashMap, FxHashSet};
use whosaid::crf::Model;
use whosaid::document::Document;
use whosaid::name;
use whosaid::name::lexicon::{Entry as Bits, Lexicon};
use whosaid::quote::feature::{self, Entry};
use whosaid::quote::judge;
use whosaid::quote::link;
use whosaid::quote::tag::{self, BETWEEN, LABELS, Settings};

use crate::crf::{Options, Scheme, Sequence, Weights, pack, train};
use crate::names::lexicon;
use counts::{Counts, count_parts};
use lessons::{Prepared, judge_sequences, pair_sequences, sequence, silver_sequences};
use measure::{measure, score};

struct Arguments {
    corpora: PathBuf,
    out: PathBuf,
    dev: bool,
    tries: FxHashMap<String, f32>,
    /// Where the teacher's labels lie.
    silver: Option<PathBuf>,
}

/// Trains the model.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let arguments = read_arguments(arguments)?;
    let set = |name: &str, default: f32| arguments.tries.get(name).copied().unwrap_or(default);
    let mut articles = examples::read(&arguments.corpora.join("quotes/polnear-train.jsonl"))?;
    let slice = set("slice", 1.0);
    let step = (1.0 / slice).round().max(1.0) as usize;
    articles = articles.into_iter().step_by(step).collect();
    let silver = arguments.silver.as_deref().map_or(Ok(Vec::new()), examples::read_silver)?;
    let counted: Vec<Counts> = articles.iter().map(count_parts).collect();
    let mut total: Counts = Counts::default();
    for (word, counts) in counted.iter().flatten() {
        let sum = total.entry(word.clone()).or_default();
        (0..3).for_each(|k| sum[k] += counts[k]);
    }
    let entry = |word: &str, own: Option<&Counts>| -> Entry {
        let mut counts = total.get(word).copied().unwrap_or_default();
        if let Some(own) = own.and_then(|o| o.get(word)) {
            (0..3).for_each(|k| counts[k] -= own[k]);
        }
        counts::entry(counts)
    };
    let known = total.keys().map(|word| (word, entry(word, None))).filter(|(_, e)| *e != Entry::default());
    let words: BTreeMap<String, Bits> =
        known.map(|(word, entry)| (word.clone(), Bits::new(entry.pack(), 0, 0))).collect();
    let lexicon_file = lexicon::pack(&words, &[], &[]);
    eprintln!("{} words, {} bytes", words.len(), lexicon_file.len());

    // Articles with an even number come first, so that each half can be tagged by a field of the other.
    let order: Vec<usize> = (0..articles.len()).step_by(2).chain((1..articles.len()).step_by(2)).collect();
    let half = articles.len().div_ceil(2);
    let mut prepared: Vec<Prepared> = Vec::new();
    let mut sequences: Vec<Sequence> = Vec::new();
    let known: FxHashSet<&str> = articles.iter().map(|a| a.text.as_str()).collect();
    let weight = set("silver", 0.3);
    // Where the silver text stands: between the halves, so that each has it beside itself.
    let mut middle = 0..0;
    for (n, &index) in order.iter().enumerate() {
        if n == half {
            middle.start = sequences.len();
            let find = |word: &str| entry(word, None);
            for silver in silver.iter().filter(|s| !known.contains(s.text.as_str())) {
                silver_sequences(silver, &find, weight, &mut sequences);
            }
            middle.end = sequences.len();
            eprintln!("{} silver sentences", middle.len());
        }
        let article = &articles[index];
        let document = Document::new(&article.text);
        let names = name::find_names(&document);
        let features = whosaid::quote::describe(&document, &names, &|w| entry(w, Some(&counted[index])));
        let gold = examples::parts(&document, article, &features);
        let labels = examples::labels(&features, &gold);
        for range in features.sentences() {
            sequences.push(sequence(&features, range, &labels));
        }
        // A gold article that the teacher labelled too stays in its half.
        for silver in silver.iter().filter(|s| s.text == article.text) {
            let find = |word: &str| entry(word, Some(&counted[index]));
            silver_sequences(silver, &find, weight, &mut sequences);
        }
        let reporting = article.quotes.iter().map(|q| q.reporting).collect();
        prepared.push(Prepared { features, gold, reporting });
    }
    let mut scheme = Scheme::bio(LABELS.len());
    // "between" is like "outside".
    scheme.follow.iter_mut().for_each(|follow| *follow |= 1 << BETWEEN);
    let options = Options {
        epochs: set("epochs", 6.0) as usize,
        alpha: set("alpha", 0.08),
        l1: set("l1", 8.0),
        l2: 0.0,
        least: set("features", 4.0) as u32,
        own: Vec::new(),
        dropout: set("drop", 0.1),
        averaged: set("averaged", 4.0) as usize,
        snapshots: set("snapshots", 16.0) as usize,
        seed: set("seed", 5.0) as u64,
    };
    let task =
        pack::Task { labels: &LABELS, features: feature::VERSION, scheme: &scheme, least: set("cut", 0.06) };
    let field = |sequences: &[Sequence]| -> Vec<u8> {
        let fields: Vec<_> = (0..set("fields", 2.0) as u64)
            .map(|field| {
                let options = Options { seed: options.seed + field, ..options.clone() };
                train(sequences, &scheme, &options).weights(LABELS.len(), &[])
            })
            .collect();
        let (file, keys, values) = pack::pack(&Weights::mean(&fields), &task);
        eprintln!("{keys} features, {values} weights");
        file
    };
    if set("field", 0.0) > 0.0 {
        let file = field(&sequences);
        let model = Model::open(&file, feature::VERSION, &LABELS).map_err(|e| e.to_string())?;
        let dev = examples::read(&arguments.corpora.join("quotes/polnear-dev.jsonl"))?;
        score(&dev, &|w| entry(w, None), &|features| tag::tag(&model, features, 0.0).labels);
        println!("bytes {}", file.len());
        return Ok(());
    }
    // What the field does on texts that it has not seen: from that, links and judgments are learnt.
    let mut tagged: Vec<tag::Tagged> = Vec::new();
    let outside = set("jack-outside", 0.0);
    for (own, others) in
        [(0..half, &sequences[middle.start..]), (half..prepared.len(), &sequences[..middle.end])]
    {
        let file = field(others);
        let model = Model::open(&file, feature::VERSION, &LABELS).map_err(|e| e.to_string())?;
        tagged.extend(prepared[own].iter().map(|p| tag::tag(&model, &p.features, outside)));
    }
    let field_file = field(&sequences);
    drop(sequences);

    let options = Options { l1: set("link-l1", 1.5), alpha: 0.1, epochs: 5, dropout: 0.0, ..options };
    let mut pairs: Vec<Sequence> = Vec::new();
    for (document, tagged) in prepared.iter().zip(&tagged) {
        pair_sequences(&document.features, &document.gold, &link::parts(&tagged.labels), &mut pairs);
    }
    let link_file = plain_model(&pairs, &options, &link::LABELS, link::VERSION);
    let linker = Model::open(&link_file, link::VERSION, &link::LABELS).map_err(|e| e.to_string())?;

    let mut judged: Vec<Sequence> = Vec::new();
    for (document, tagged) in prepared.iter().zip(&tagged) {
        judge_sequences(document, tagged, &linker, set("link", -3.0), &mut judged);
    }
    let options = Options { l1: set("judge-l1", 1.5), ..options };
    let judge_file = plain_model(&judged, &options, &judge::LABELS, judge::VERSION);
    let parts = [&field_file, &link_file, &judge_file].map(|file| file.as_slice());
    let settings = settings(&arguments);
    let file = join(&lexicon_file, &settings, &parts);
    std::fs::write(&arguments.out, &file).map_err(|e| format!("{}: {e}", arguments.out.display()))?;
    eprintln!("{}: {} bytes", arguments.out.display(), file.len());
    if arguments.dev {
        measure(&file, &arguments.corpora, &arguments.out)?;
    }
    Ok(())
}

/// The settings, as chosen on the development set.
fn settings(arguments: &Arguments) -> Settings {
    let set = |name: &str, default: f32| arguments.tries.get(name).copied().unwrap_or(default);
    Settings {
        outside: set("outside", 0.0),
        link: set("link", -3.0),
        report: set("report", -2.0),
        attitude: set("attitude", -1.0),
        bare: set("bare", 0.2),
        conventions: set("conventions", 51.0) as u32,
        names: name::Tagger::shipped().lexicon().stamp(),
    }
}

/// A model file: see [`Tagger`].
fn join(lexicon: &[u8], settings: &Settings, parts: &[&[u8]]) -> Vec<u8> {
    let mut file = lexicon.to_vec();
    file.extend(settings.pack());
    for part in parts {
        file.extend((part.len() as u32).to_le_bytes());
        file.extend(*part);
    }
    file
}

/// Trains and packs a model of single items.
fn plain_model(items: &[Sequence], options: &Options, labels: &[&str], version: u16) -> Vec<u8> {
    let count = labels.len();
    let scheme = Scheme { labels: count, start: vec![true; count], follow: vec![(1 << count) - 1; count] };
    let weights = train(items, &scheme, options).weights(count, &[]);
    let task = pack::Task { labels, features: version, scheme: &scheme, least: 0.03 };
    let (mut file, keys, values) = pack::pack(&weights, &task);
    eprintln!("{}: {keys} features, {values} weights, {} bytes", labels.join(" "), file.len());
    file.shrink_to_fit();
    file
}

/// Gives a trained model other settings.
pub fn retune(arguments: &[String]) -> Result<(), String> {
    let (input, rest) = arguments.split_first().ok_or("retune needs a model file")?;
    let arguments = read_arguments(rest)?;
    let file = std::fs::read(input).map_err(|e| format!("{input}: {e}"))?;
    let (_, rest) = Lexicon::open(&file).map_err(|e| e.to_string())?;
    let at = file.len() - rest.len();
    let settings = settings(&arguments).pack();
    let mut changed = file.clone();
    changed[at..at + settings.len()].copy_from_slice(&settings);
    std::fs::write(&arguments.out, &changed).map_err(|e| format!("{}: {e}", arguments.out.display()))?;
    measure(&changed, &arguments.corpora, &arguments.out)
}

fn read_arguments(arguments: &[String]) -> Result<Arguments, String> {
    let mut read = Arguments {
        corpora: PathBuf::from("../shared/corpora"),
        out: PathBuf::from("src/data/quotes.bin"),
        dev: false,
        tries: FxHashMap::default(),
        silver: None,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--corpora" => read.corpora = value()?.into(),
            "--out" => read.out = value()?.into(),
            "--silver" => read.silver = Some(value()?.into()),
            "--dev" => read.dev = true,
            other => match other.split_once('=').map(|(name, value)| (name, value.parse())) {
                Some((name, Ok(value))) => {
                    read.tries.insert(name.to_owned(), value);
                }
                _ => return Err(format!("unknown argument {other}")),
            },
        }
    }
    Ok(read)
}
