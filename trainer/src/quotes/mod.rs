//! The quotes model: `whosaid-trainer quotes --corpora DIR --out FILE`.
//!
//! A lexicon of word classes with how often each word is part of a cue or a source, then the field
//! that tags content, source and cue. `--dev` prints the scores of the parts on the development set. With `--silver DIR` the
//! field also learns from text that a teacher labelled; links and judgments are learnt from gold alone.

mod examples;
pub mod units;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::{Value, json};
use whosaid::crf::Model;
use whosaid::document::Document;
use whosaid::name::lexicon::{Entry as Bits, Lexicon};
use whosaid::name::{self};
use whosaid::quote::feature::{self, DISTANCES, Entry, Features};
use whosaid::quote::judge;
use whosaid::quote::link::{self, Kind, Part};
use whosaid::quote::tag::{self, BETWEEN, LABELS, Settings, Tagger};
use whosaid::span::{Span, Utf16};
use whosaid::token::TokenKind;

use crate::crf::{Options, Scheme, Sequence, Weights, pack, train};
use crate::names::lexicon;
use examples::{Article, Silver};

struct Arguments {
    corpora: PathBuf,
    out: PathBuf,
    dev: bool,
    tries: FxHashMap<String, f32>,
    /// Where the teacher's labels lie.
    silver: Option<PathBuf>,
}

/// How often a word comes: in cues, in sources, at all.
type Counts = FxHashMap<String, [u32; 3]>;

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
        Entry { cue: level(counts[0], counts[2]), source: level(counts[1], counts[2]) }
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
        l1: set("l1", 12.0),
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
        let fields: Vec<_> = (0..set("fields", 3.0) as u64)
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
        measure(&file, &arguments)?;
    }
    Ok(())
}

/// A training article.
struct Prepared {
    features: Features,
    gold: Vec<[Vec<Part>; 3]>,
    reporting: Vec<bool>,
}

/// The settings, as chosen on the development set.
fn settings(arguments: &Arguments) -> Settings {
    let set = |name: &str, default: f32| arguments.tries.get(name).copied().unwrap_or(default);
    Settings {
        outside: set("outside", 0.0),
        link: set("link", -3.0),
        report: set("report", -1.2),
        attitude: set("attitude", -0.3),
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

/// The quotes that tagging and linking make, each with whether it is one.
fn judge_sequences(
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
    measure(&changed, &arguments)
}

fn measure(file: &[u8], arguments: &Arguments) -> Result<(), String> {
    let tagger = Tagger::open(file).map_err(|e| e.to_string())?;
    let dev = examples::read(&arguments.corpora.join("quotes/polnear-dev.jsonl"))?;
    score(&dev, &|w| tagger.find(w), &|features| tagger.tag(features).labels);
    for set in ["corpora/quotes/polnear-dev", "gold/seeds"] {
        write_quotes(&tagger, &arguments.corpora.join(format!("../{set}.jsonl")), &arguments.out)?;
    }
    Ok(())
}

/// How often, as the lexicon keeps it.
fn level(part: u32, all: u32) -> u8 {
    if all < 3 {
        return 0;
    }
    let share = part as f32 / (all as f32 + 2.0);
    match share {
        s if s < 0.01 => 0,
        s if s < 0.04 => 2,
        s if s < 0.1 => 3,
        s if s < 0.2 => 4,
        s if s < 0.35 => 5,
        s if s < 0.55 => 6,
        _ => 7,
    }
}

fn count_parts(article: &Article) -> Counts {
    let document = Document::new(&article.text);
    let mut labels = vec![2usize; document.tokens.len()];
    for quote in &article.quotes {
        for (kind, at) in [(2, 0), (1, 1)] {
            for &(start, end) in &quote.parts[kind] {
                let first = document.token_at(start);
                let last = first + document.tokens[first..].partition_point(|t| t.span.start < end);
                labels[first..last].fill(at);
            }
        }
    }
    let mut counts = Counts::default();
    for (i, token) in document.tokens.iter().enumerate() {
        if matches!(token.kind, TokenKind::Word) {
            let count = counts.entry(document.lower(i).to_owned()).or_default();
            count[2] += 1;
            if labels[i] < 2 {
                count[labels[i]] += 1;
            }
        }
    }
    counts
}

fn sequence(features: &Features, units: std::ops::Range<usize>, labels: &[u8]) -> Sequence {
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
fn silver_sequences(
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

/// A part without what the tagger says of its side.
fn bare(part: &Part) -> Part {
    Part { after: false, ..*part }
}

/// Each pair of parts that may belong together, with whether they do: whether they touch parts of
/// one gold quote.
fn pair_sequences(features: &Features, gold: &[[Vec<Part>; 3]], parts: &[Part], pairs: &mut Vec<Sequence>) {
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
fn score(articles: &[Article], find: &dyn Fn(&str) -> Entry, tag: &dyn Fn(&Features) -> Vec<u8>) {
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
