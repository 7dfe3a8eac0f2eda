//! The syntax model: `whosaid-trainer syntax --corpora DIR --out FILE`.
//!
//! Trains the tagger on the trees of Universal Dependencies, as running text that our own tokenizer cuts, with lines in other
//! cases and without their marks. The same file every time. `--dev` prints the scores on the development sets.

mod conllu;
mod examples;
mod gold;
mod noise;
mod score;

use std::path::Path;

use whosaid::name::Tagger as Names;
use whosaid::syntax::{LABELS, LANES, Tagger, feature};

use crate::crf::{Options, Scheme, Sequence, Weights, pack, train};
use crate::names::settings::Settings;
use crate::random::Random;
use conllu::{Treed, read_treebank};

/// The training sets.
const TRAIN: &[&str] = &["ewt-train", "gum-train"];

/// The development sets.
const DEV: &[&str] = &["ewt-dev", "gum-dev"];

/// Trains the model.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let settings = Settings::read(arguments)?;
    let read = |name: &str| read_treebank(&settings.corpora.join(format!("syntax/{name}.conllu.gz")));
    let names = Names::shipped();
    let mut sequences: Vec<Sequence<LANES>> = Vec::new();
    for name in TRAIN {
        let treebank = read(name)?;
        add_examples(&settings, &treebank, names, &mut sequences);
    }
    let weights = fit(&settings, &sequences);
    let scheme = Scheme::free(LABELS.len());
    let least = settings.number("cut", 0.25);
    let task = pack::Task { labels: &LABELS, features: feature::VERSION, scheme: &scheme, least };
    let (field, keys, values) = pack::pack(&weights, &task);
    let mut file = names.lexicon().stamp().to_le_bytes().to_vec();
    file.extend(field);
    std::fs::write(&settings.out, &file).map_err(|e| format!("{}: {e}", settings.out.display()))?;
    eprintln!("{}: {} bytes, {keys} features, {values} weights", settings.out.display(), file.len());
    if settings.dev {
        report(&settings, &Tagger::open(&file, names).map_err(|e| e.to_string())?)?;
    }
    Ok(())
}

/// Prints the scores of the shipped model: `whosaid-trainer syntax-score --corpora DIR`, or with `--json FILE` those on one
/// treebank.
pub fn score(arguments: &[String]) -> Result<(), String> {
    if let [json, path] = arguments
        && json == "--json"
    {
        let scores = score::score(Tagger::shipped(), &read_treebank(Path::new(path))?);
        println!("{}", scores.json());
        return Ok(());
    }
    report(&Settings::read(arguments)?, Tagger::shipped())
}

fn report(settings: &Settings, tagger: &Tagger) -> Result<(), String> {
    for name in DEV {
        let path = settings.corpora.join(format!("syntax/{name}.conllu.gz"));
        let scores = score::score(tagger, &read_treebank(&path)?);
        let part = |count: score::Count| {
            format!("{:.1} ({:.1} {:.1})", count.f1(), count.precision(), count.recall())
        };
        println!(
            "{name:8} UPOS {:.2} | phrases {} | subjects {}",
            scores.upos.f1(),
            part(scores.phrases),
            part(scores.subjects)
        );
        let mut confused: Vec<_> = scores.confused.into_iter().collect();
        confused.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        for ((gold, found), n) in confused.iter().take(settings.count("confused", 0)) {
            println!("  {n:4} {gold} as {found}");
        }
        let every = settings.count("wrong", 0);
        for line in scores.wrong.iter().enumerate().filter(|(n, _)| every > 0 && n % every == 0) {
            println!("  {}", line.1);
        }
    }
    Ok(())
}

fn add_examples(settings: &Settings, treebank: &[Treed], names: &Names, out: &mut Vec<Sequence<LANES>>) {
    let mut random = Random::new(3);
    let lexicon = names.lexicon();
    for treed in treebank {
        out.extend(examples::sequences(treed, &treed.text, lexicon, None, 1.0));
        if random.unit() < settings.number("veiled", 0.3) {
            let veil = Some((settings.number("veil", 0.3), &mut random));
            out.extend(examples::sequences(treed, &treed.text, lexicon, veil, 1.0));
        }
        if random.unit() < settings.number("noise", 0.3) {
            let noisy = noise::spoil(treed, &mut random);
            out.extend(examples::sequences(treed, &noisy, lexicon, None, 1.0));
        }
    }
}

/// The mean over fields that leave out other features.
fn fit(settings: &Settings, sequences: &[Sequence<LANES>]) -> Weights<LANES> {
    let scheme = Scheme::free(LABELS.len());
    let options = |field: usize| Options {
        epochs: settings.count("epochs", 8),
        alpha: settings.number("alpha", 0.15),
        l1: settings.number("l1", 20.0),
        l2: 0.0,
        least: settings.count("features", 5) as u32,
        own: Vec::new(),
        dropout: settings.number("drop", 0.1),
        averaged: settings.count("averaged", 4),
        snapshots: settings.count("snapshots", 2),
        seed: (5 + field) as u64,
    };
    let fields = 0..settings.count("fields", 1);
    let trained: Vec<Weights<LANES>> =
        fields.map(|field| train(sequences, &scheme, &options(field)).weights(LABELS.len(), &[])).collect();
    Weights::mean(&trained)
}
