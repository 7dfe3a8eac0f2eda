//! What each stage of the pipeline takes: reads a text from standard input and prints, as JSON, the median
//! time of each stage over several runs, in milliseconds.
//!
//! `cargo run --profile score --example stages < article.txt`; `make bench` runs it on a megabyte of news.

use std::hint::black_box;
use std::io::Read;
use std::time::Instant;

use whosaid::document::Document;
use whosaid::{Gazetteer, entity, figure, judge, name, place, quote, review, speaker};

const STAGES: [&str; 10] = [
    "layout, tokens, sentences",
    "names",
    "entities",
    "quotes",
    "syntax",
    "review",
    "speakers",
    "judge",
    "figures",
    "places",
];
const RUNS: usize = 15;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).expect("a text in UTF-8 on standard input");
    let gazetteer = Gazetteer::shipped();
    let mut times = vec![[0.0; STAGES.len()]; RUNS];
    for run in &mut times {
        let mut begin = Instant::now();
        let mut stage = 0;
        let mut lap = || {
            run[stage] = begin.elapsed().as_secs_f64() * 1e3;
            stage += 1;
            begin = Instant::now();
        };
        let document = Document::new(&text);
        lap();
        let names = name::find_names(&document);
        lap();
        let entities = entity::group_names(&document, &names);
        lap();
        let quotes = quote::find_quotes(&document, &names);
        lap();
        let syntax = review::read_syntax(&document, &names, &quotes);
        lap();
        let quotes = review::review_quotes(&document, &syntax, quotes);
        lap();
        let speakers = speaker::resolve_speakers(&document, &names, &entities, &quotes);
        lap();
        let verdicts = judge::judge_quotes(&document, &syntax, &names, &entities, &quotes, &speakers);
        lap();
        let figures = figure::find_figures(&document, &names, None);
        lap();
        let places = place::resolve_places(&document, &names, &entities, Some(gazetteer));
        lap();
        black_box((verdicts, figures, places));
    }
    let median = |stage: usize| {
        let mut all: Vec<f64> = times.iter().map(|run| run[stage]).collect();
        all.sort_by(f64::total_cmp);
        all[RUNS / 2]
    };
    let rows: Vec<String> =
        STAGES.iter().enumerate().map(|(i, name)| format!("{:?}: {:.3}", name, median(i))).collect();
    println!("{{ {} }}", rows.join(", "));
}
