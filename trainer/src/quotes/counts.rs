//! How often a word is part of a cue or a source.

use rustc_hash::FxHashMap;
use whosaid::document::Document;
use whosaid::quote::feature::Entry;
use whosaid::token::TokenKind;

use super::examples::Article;

/// How often a word comes: in cues, in sources, at all.
pub type Counts = FxHashMap<String, [u32; 3]>;

/// What the lexicon keeps of that.
pub fn entry([cue, source, all]: [u32; 3]) -> Entry {
    Entry { cue: level(cue, all), source: level(source, all) }
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

/// Counts the words of an article.
pub fn count_parts(article: &Article) -> Counts {
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
