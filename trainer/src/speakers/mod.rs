//! Learns how much each piece of evidence counts when a pronoun is resolved.
//!
//! The program itself reads annotated texts and notes which candidates it weighs; a candidate is right
//! if it stands in the gold cluster of the mention. A log-linear ranking is learnt from that, one for
//! each sort of mention, near weights that were set by hand ([`prior`]); the texts are read again with it,
//! a few times over, since what was resolved before is evidence too. Those for `he` and `she` are learnt from GUM,
//! from pronouns between two names (GAP's validation part) and from the speakers of whole articles; those for `it` and
//! `they` from GUM and automatically annotated news. The weights of pronouns are written; those of noun phrases are
//! learnt and measured only: what was learnt had more right in these texts and fewer speakers of whole articles.

mod corpus;
mod learn;
mod prior;
mod pronouns;
mod write;

use std::path::{Path, PathBuf};

use corpus::Article;
use learn::Example;
use whosaid::document::Document;
use whosaid::speaker::weights::{NoneFeature, SHIPPED, Set, Weighed};
use whosaid::{entity, name, quote, speaker};

/// What `whosaid-trainer speakers` is asked for.
struct Settings {
    corpora: PathBuf,
    out: PathBuf,
    /// How much an automatically annotated mention counts.
    silver: f32,
    /// How much an interview, a speech or a life counts beside news.
    other: f32,
    /// How often the texts are read.
    rounds: usize,
    /// How strongly the weights are held near those set by hand.
    penalty: f32,
    /// How much a pronoun between two names counts.
    pronoun: f32,
    /// The speakers of whole articles.
    articles: PathBuf,
    /// Whether only `he` and `she` are learnt, and all else stays as it is.
    one: bool,
}

/// Learns the weights and writes them as Rust.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let mut settings = Settings {
        corpora: "../shared/corpora".into(),
        out: "src/speaker/learnt.rs".into(),
        silver: 0.1,
        other: 0.7,
        rounds: 3,
        penalty: 0.001,
        pronoun: 1.0,
        articles: "tests/scores/articles.json".into(),
        one: false,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or(format!("{argument} needs a value"));
        let number = |text: &str| text.parse::<f32>().map_err(|e| format!("{argument}: {e}"));
        match argument.as_str() {
            "--corpora" => settings.corpora = value()?.into(),
            "--out" => settings.out = value()?.into(),
            "--silver" => settings.silver = number(value()?)?,
            "--other" => settings.other = number(value()?)?,
            "--rounds" => settings.rounds = number(value()?)? as usize,
            "--penalty" => settings.penalty = number(value()?)?,
            "--pronoun" => settings.pronoun = number(value()?)?,
            "--articles" => settings.articles = value()?.into(),
            "--one" => settings.one = true,
            other => return Err(format!("unknown argument {other}")),
        }
    }
    let read = |file: &str| corpus::read(&settings.corpora.join(Path::new(file)));
    let gold = read("coref/gum-train.jsonl")?;
    let silver = if settings.one { Vec::new() } else { read("silver/polnear-train.jsonl.gz")? };
    let mut dev = vec![("GUM", read("coref/gum-dev.jsonl")?)];
    if !settings.one {
        dev.push(("PolNeAR", read("silver/polnear-dev.jsonl.gz")?));
    }
    let pairs = pronouns::read(&settings.corpora.join("gap/gap-validation.tsv"))?;
    let (spoken, unread) = corpus::spoken(&settings.articles, &settings.corpora)?;
    dev.push(("articles, unread", unread));
    let prior = prior::prior();
    let mut weights = prior.clone();
    if settings.one {
        weights[1..].clone_from_slice(&SHIPPED[1..]);
    }
    report("before", &weights, &dev);
    for round in 1..=settings.rounds {
        let mut examples = Vec::new();
        for (articles, weight) in [(&gold, 1.0), (&silver, settings.silver)] {
            for article in articles.iter() {
                let news = matches!(article.genre.as_str(), "news" | "");
                let weight = if news { weight } else { weight * settings.other };
                examples_of(article, &weights, weight, &mut examples);
            }
        }
        let mut ones = Vec::new();
        for article in &spoken {
            examples_of(article, &weights, 1.0, &mut ones);
        }
        pairs.iter().for_each(|pair| pronouns::example(pair, &weights, settings.pronoun, &mut ones));
        examples.extend(ones.into_iter().filter(|e| e.weighed == Weighed::One));
        let learnt = learn::learn(&examples, &prior, settings.penalty);
        if settings.one {
            weights[Weighed::One as usize] = learnt[Weighed::One as usize].clone();
        } else {
            weights = learnt;
            // Whoever a quote is by is somebody, which these texts cannot teach: in them every pronoun counts alike.
            weights[Weighed::It as usize].none[NoneFeature::IsSource as usize] = -2.0;
            weights[Weighed::They as usize].none[NoneFeature::IsSource as usize] = -2.5;
        }
        report(&format!("round {round}, {} examples", examples.len()), &weights, &dev);
    }
    std::fs::write(&settings.out, write::rust(&weights))
        .map_err(|e| format!("{}: {e}", settings.out.display()))
}

/// What the program weighs in a text.
fn weigh(text: &str, weights: &Set) -> Vec<speaker::Choice> {
    let document = Document::new(text);
    let names = name::find_names(&document);
    let entities = entity::group_names(&document, &names);
    let quotes = quote::find_quotes(&document, &names);
    speaker::weigh(&document, &names, &entities, &quotes, weights)
}

/// What the program weighs in a text, and which candidates are right.
fn examples_of(article: &Article, weights: &Set, weight: f32, examples: &mut Vec<Example>) {
    for choice in weigh(&article.text, weights) {
        let cluster = article.cluster_of_choice(choice.span.start, choice.span.end);
        let pronoun = choice.weighed != Weighed::Noun;
        if cluster.is_none() && !(article.whole && pronoun) {
            continue;
        }
        let is_right = |spans: &[whosaid::span::Span]| {
            cluster.is_some() && spans.iter().any(|s| article.cluster(s.start, s.end) == cluster)
        };
        let right: Vec<bool> = choice.candidates.iter().map(|(spans, _)| is_right(spans)).collect();
        // An automatic annotation that finds no antecedent has mostly failed to.
        if !article.whole && !right.contains(&true) {
            continue;
        }
        let features = choice.candidates.into_iter().map(|(_, f)| f).collect();
        let none = choice.none;
        examples.push(Example { weighed: choice.weighed, none, features, right, nobody: false, weight });
    }
}

fn report(when: &str, weights: &Set, sets: &[(&str, Vec<Article>)]) {
    for (set, articles) in sets {
        let mut examples = Vec::new();
        for article in articles {
            examples_of(article, weights, 1.0, &mut examples);
        }
        let sorts = [Weighed::One, Weighed::It, Weighed::They, Weighed::Noun];
        let shares: Vec<String> = sorts.iter().map(|&w| learn::score(&examples, weights, w)).collect();
        eprintln!("{when}: {set}: {}", shares.join("; "));
    }
}
