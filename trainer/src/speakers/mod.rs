//! Learns how much each piece of evidence counts when a pronoun or noun phrase is resolved.
//!
//! The program itself reads annotated texts and notes which candidates it weighs; a candidate is right
//! if it stands in the gold cluster of the mention. A log-linear ranking is learnt from that, one for
//! each sort of mention, and the texts are read again with it, a few times over, since what was resolved
//! before is evidence too.

mod corpus;
mod learn;
mod write;

use std::path::{Path, PathBuf};

use corpus::Article;
use learn::Example;
use whosaid::document::Document;
use whosaid::speaker::weights::{LEARNT, Set, Weighed};
use whosaid::{entity, name, quote, speaker};

/// What `whosaid-trainer speakers` is asked for.
struct Settings {
    corpora: PathBuf,
    out: Option<PathBuf>,
    /// How much an automatically annotated mention counts.
    silver: f32,
    /// How much an interview, a speech or a life counts beside news.
    other: f32,
    rounds: usize,
    penalty: f32,
    /// Files with resolved speakers.
    speakers: Vec<PathBuf>,
    held: Vec<PathBuf>,
}

/// Learns the weights and writes them as Rust.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let mut settings = Settings {
        corpora: "../shared/corpora".into(),
        out: None,
        silver: 0.3,
        other: 0.7,
        rounds: 3,
        penalty: 0.003,
        speakers: Vec::new(),
        held: Vec::new(),
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or(format!("{argument} needs a value"));
        let number = |text: &str| text.parse::<f32>().map_err(|e| format!("{argument}: {e}"));
        match argument.as_str() {
            "--corpora" => settings.corpora = value()?.into(),
            "--out" => settings.out = Some(value()?.into()),
            "--silver" => settings.silver = number(value()?)?,
            "--other" => settings.other = number(value()?)?,
            "--rounds" => settings.rounds = number(value()?)? as usize,
            "--speakers" => settings.speakers.push(value()?.into()),
            "--held" => settings.held.push(value()?.into()),
            "--penalty" => settings.penalty = number(value()?)?,
            other => return Err(format!("unknown argument {other}")),
        }
    }
    let read = |file: &str| corpus::read(&settings.corpora.join(Path::new(file)));
    let gold = read("coref/gum-train.jsonl")?;
    let silver = if settings.silver > 0.0 { read("silver/polnear-train.jsonl.gz")? } else { Vec::new() };
    let dev = read("coref/gum-dev.jsonl")?;
    let silver_dev = read("silver/polnear-dev.jsonl.gz")?;
    let mut speakers = Vec::new();
    for path in &settings.speakers {
        speakers.extend(corpus::read(path)?);
    }
    let mut held = Vec::new();
    for path in &settings.held {
        held.extend(corpus::read(path)?);
    }
    let mut weights = LEARNT.clone();
    report(
        "before",
        &weights,
        &[("GUM", &dev), ("PolNeAR", &silver_dev), ("own", &speakers), ("held", &held)],
    );
    for round in 1..=settings.rounds {
        let mut examples = Vec::new();
        for (articles, weight) in [(&gold, 1.0), (&silver, settings.silver), (&speakers, 2.0)] {
            for article in articles.iter() {
                let news = matches!(article.genre.as_str(), "news" | "");
                examples_of(
                    article,
                    &weights,
                    if news { weight } else { weight * settings.other },
                    &mut examples,
                );
            }
        }
        weights = learn::learn(&examples, &LEARNT, settings.penalty);
        report(
            &format!("round {round}, {} examples", examples.len()),
            &weights,
            &[("GUM", &dev), ("PolNeAR", &silver_dev), ("own", &speakers), ("held", &held)],
        );
    }
    match settings.out {
        Some(path) => {
            std::fs::write(&path, write::rust(&weights)).map_err(|e| format!("{}: {e}", path.display()))
        }
        None => Ok(print!("{}", write::rust(&weights))),
    }
}

/// What the program weighs in a text, and which candidates are right.
fn examples_of(article: &Article, weights: &Set, weight: f32, examples: &mut Vec<Example>) {
    let document = Document::new(&article.text);
    let names = name::find_names(&document);
    let entities = entity::group_names(&document, &names);
    let quotes = quote::find_quotes(&document, &names);
    for choice in speaker::weigh(&document, &names, &entities, &quotes, weights) {
        let cluster = article.cluster(choice.span.start, choice.span.end);
        let pronoun = choice.weighed != Weighed::Noun;
        if cluster.is_none() && !(article.whole && pronoun) {
            continue;
        }
        let right: Vec<bool> = choice
            .candidates
            .iter()
            .map(|(spans, _)| {
                cluster.is_some() && spans.iter().any(|s| article.cluster(s.start, s.end) == cluster)
            })
            .collect();
        // An automatic annotation that finds no antecedent has mostly failed to.
        if !article.whole && !right.contains(&true) {
            continue;
        }
        let features = choice.candidates.into_iter().map(|(_, f)| f).collect();
        examples.push(Example { weighed: choice.weighed, none: choice.none, features, right, weight });
    }
}

fn report(when: &str, weights: &Set, sets: &[(&str, &Vec<Article>)]) {
    for (set, articles) in sets {
        let mut examples = Vec::new();
        for article in articles.iter() {
            examples_of(article, weights, 1.0, &mut examples);
        }
        let shares: Vec<String> = [Weighed::One, Weighed::It, Weighed::They, Weighed::Noun]
            .iter()
            .map(|&w| learn::score(&examples, weights, w))
            .collect();
        eprintln!("{when}: {set}: {}", shares.join("; "));
    }
}
