//! Trains the judge of rows ([`whosaid::judge`]) on whole articles whose quotes were attributed by reading.
//!
//! Every row of the program's own is an example: it is right where it is the best match of a reader's quote. Stances and the
//! turns of interviews are left out. Where a reader's quotes in doubt are not among the answers, some rows that seem wrong are
//! such, and count less. What is printed, the least score and the tables of certainties come from five folds by article.

mod learn;
mod rows;

use std::path::PathBuf;

use learn::{Example, How};
use rows::{Article, Row};
use whosaid::annotation::{Act, Style};
use whosaid::judge::model::{KINDS, Kind, Model, STEPS, step_of};

const FOLDS: usize = 5;

/// Trains the judge and writes it.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let mut shared: PathBuf = "../shared".into();
    let mut answers: PathBuf = "tests/scores/articles.json".into();
    let mut web: PathBuf = "tests/scores/web.json".into();
    let mut out: PathBuf = "src/data/judge.bin".into();
    let mut how = How { rate: 0.02, penalty: 3e-4, epochs: 20 };
    let mut doubt = 0.5;
    let mut show: Option<PathBuf> = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let value = rest.next().ok_or(format!("{argument} needs a value"))?;
        let number = || value.parse::<f32>().map_err(|e| format!("{argument}: {e}"));
        match argument.as_str() {
            "--shared" => shared = value.into(),
            "--answers" => answers = value.into(),
            "--web" => web = value.into(),
            "--out" => out = value.into(),
            "--rate" => how.rate = number()?,
            "--penalty" => how.penalty = number()?,
            "--epochs" => how.epochs = number()? as usize,
            "--doubt" => doubt = number()?,
            "--show" => show = Some(value.into()),
            other => return Err(format!("unknown argument {other}")),
        }
    }
    let articles = rows::read(&answers, &web, &shared)?;
    let examples = |chosen: &dyn Fn(usize) -> bool| -> Vec<Example<'_>> {
        let chosen = articles.iter().enumerate().filter(|(i, _)| chosen(*i));
        let rows = chosen.flat_map(|(_, article)| article.rows.iter().map(move |row| (article, row)));
        rows.filter(|(_, row)| is_judged(row))
            .map(|(article, row)| Example {
                keys: &row.keys,
                right: row.had,
                weight: if row.had || article.whole { 1.0 } else { doubt },
            })
            .collect()
    };
    // The score of each row by weights that have not seen its article.
    let mut scores: Vec<Vec<f32>> = articles.iter().map(|article| vec![0.0; article.rows.len()]).collect();
    for fold in 0..FOLDS {
        let weights = learn::learn(&examples(&|i| i % FOLDS != fold), how);
        for (i, article) in articles.iter().enumerate().filter(|(i, _)| i % FOLDS == fold) {
            for (score, row) in scores[i].iter_mut().zip(&article.rows) {
                *score = learn::score(&weights, &row.keys);
            }
        }
    }
    let tables = [Kind::Verbatim, Kind::Told, Kind::Nobody].map(|kind| {
        let rows = judged(&articles, &scores).filter(|(article, row, _)| article.whole && row.kind == kind);
        learn::isotonic(&rows.map(|(_, row, score)| (score, row.right)).collect::<Vec<_>>())
    });
    for whole in [true, false] {
        println!("{}", if whole { "articles with all quotes" } else { "all articles" });
        for least in [0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7] {
            report(&articles, &scores, &tables, least, whole);
        }
    }
    if let Some(path) = show {
        let lines = judged(&articles, &scores).map(|(article, row, score)| {
            format!(
                "{score:.2}\t{}\t{}\t{}\t{:?}\t{}\n",
                article.whole, row.had, row.right, row.style, row.words
            )
        });
        std::fs::write(&path, lines.collect::<String>()).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    let weights = learn::learn(&examples(&|_| true), how);
    let bytes = Model::pack(&weights, &tables);
    std::fs::write(&out, bytes).map_err(|e| format!("{}: {e}", out.display()))
}

fn is_judged(row: &Row) -> bool {
    row.act != Act::Stance && row.style != Style::Transcript
}

fn judged<'a>(
    articles: &'a [Article],
    scores: &'a [Vec<f32>],
) -> impl Iterator<Item = (&'a Article, &'a Row, f32)> {
    let all = articles.iter().zip(scores);
    let rows = all.flat_map(|(article, scores)| {
        article.rows.iter().zip(scores).map(move |(row, s)| (article, row, *s))
    });
    rows.filter(|(_, row, _)| is_judged(row))
}

/// What listing the rows of a certainty of `least` and more comes to.
fn report(
    articles: &[Article],
    scores: &[Vec<f32>],
    tables: &[[f32; STEPS]; KINDS],
    least: f32,
    whole: bool,
) {
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    let (mut listed, mut had) = (0, 0);
    // All and direct ones: wanted, found, right.
    let mut of = [[0usize; 3]; 2];
    for (article, scores) in articles.iter().zip(scores).filter(|(article, _)| article.whole || !whole) {
        let is_listed = |i: usize| {
            let row = &article.rows[i];
            row.act != Act::Stance
                && (row.style == Style::Transcript
                    || certainty(&tables[row.kind as usize], scores[i]) >= least)
        };
        for row in (0..article.rows.len()).filter(|&i| is_listed(i)).map(|i| &article.rows[i]) {
            listed += 1;
            had += usize::from(row.had);
        }
        for wanted in &article.wanted {
            let best = wanted.rows.iter().find(|(row, _)| is_listed(*row));
            for kind in [Some(0), wanted.direct.then_some(1)].into_iter().flatten() {
                of[kind][0] += 1;
                of[kind][1] += usize::from(best.is_some());
                of[kind][2] += usize::from(best.is_some_and(|(_, right)| *right));
            }
        }
    }
    let [all, direct] = of;
    println!(
        "{least:5.2}: precision {:.1} ({had} of {listed}), found {:.1} / direct {:.1}, right {:.1} / {:.1}",
        share(had, listed),
        share(all[1], all[0]),
        share(direct[1], direct[0]),
        share(all[2], all[0]),
        share(direct[2], direct[0]),
    );
}

/// The certainty that a table gives a score.
fn certainty(table: &[f32; STEPS], score: f32) -> f32 {
    let (step, part) = step_of(score);
    table[step] * (1.0 - part) + table[(step + 1).min(STEPS - 1)] * part
}
