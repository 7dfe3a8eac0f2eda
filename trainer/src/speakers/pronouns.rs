//! Pronouns between two names: GAP, by Webster et al., "Mind the GAP: A Balanced Corpus of Gendered Ambiguous Pronouns" (2018).

use std::path::Path;

use whosaid::span::Span;
use whosaid::speaker::weights::{Set, Weighed};

use super::learn::Example;

/// A text with one pronoun, in bytes.
pub struct Pair {
    text: String,
    pronoun: (u32, u32),
    /// The two names, and whether the pronoun stands for them.
    names: [((u32, u32), bool); 2],
}

/// Reads a file of GAP: a line each, its fields parted by tabs.
pub fn read(path: &Path) -> Result<Vec<Pair>, String> {
    let say = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let lines = std::fs::read_to_string(path).map_err(|e| say(&e))?;
    let pairs = lines.lines().skip(1).map(|line| pair(line).ok_or_else(|| say(&line)));
    pairs.collect()
}

fn pair(line: &str) -> Option<Pair> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [_, text, pronoun, at, a, a_at, a_is, b, b_at, b_is, ..] = fields[..] else { return None };
    let span = |words: &str, at: &str| {
        let start = text.char_indices().nth(at.parse().ok()?)?.0 as u32;
        Some((start, start + words.len() as u32))
    };
    Some(Pair {
        text: text.to_owned(),
        pronoun: span(pronoun, at)?,
        names: [(span(a, a_at)?, a_is == "TRUE"), (span(b, b_at)?, b_is == "TRUE")],
    })
}

/// What the program weighs at the pronoun. Where it stands for neither name, it may stand for anybody else.
pub fn example(pair: &Pair, weights: &Set, weight: f32, examples: &mut Vec<Example>) {
    let overlaps = |span: &Span, (start, end): (u32, u32)| span.start < end && start < span.end;
    let choices = super::weigh(&pair.text, weights).into_iter();
    let choice = choices.filter(|c| c.weighed == Weighed::One).find(|c| overlaps(&c.span, pair.pronoun));
    let Some(choice) = choice else { return };
    let some = pair.names.iter().any(|(_, is)| *is);
    let is_right = |spans: &Vec<Span>| {
        let named = |own: bool| {
            let mut names = pair.names.iter().filter(|(_, is)| *is == own);
            names.any(|(name, _)| spans.iter().any(|span| overlaps(span, *name)))
        };
        if some { named(true) } else { !named(false) }
    };
    let right = choice.candidates.iter().map(|(spans, _)| is_right(spans)).collect();
    let features = choice.candidates.iter().map(|(_, f)| *f).collect();
    let weighed = Weighed::One;
    examples.push(Example { weighed, none: choice.none, features, right, nobody: !some, weight });
}
