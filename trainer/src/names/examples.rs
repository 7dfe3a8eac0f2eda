//! Articles with gold names to blocks with allowed labels.

use whosaid::document::Document;
use whosaid::name::LABELS;
use whosaid::name::feature::{DISTANCES, Features};
use whosaid::name::lexicon::Lexicon;

use crate::corpus::Article;
use crate::crf::Sequence;
use crate::random::Random;

/// How a corpus's gold is read.
pub struct Guide {
    /// Its number: 0 is the corpus whose guideline is shipped.
    pub corpus: u8,
    pub weight: f32,
    /// The kinds that a token outside every gold name may have all the same.
    pub silent: &'static [&'static str],
    /// The kinds that a gold name of a kind may have: (gold kind, kinds).
    pub mapped: &'static [(&'static str, &'static [&'static str])],
}

/// What did not fit.
#[derive(Default, Debug)]
pub struct Misfits {
    pub names: usize,
    /// A border falls inside a token.
    pub inside: usize,
    /// A token of the name is never looked at.
    pub unseen: usize,
}

/// The first label of a kind.
fn begin(kind: &str) -> Option<usize> {
    LABELS.iter().position(|label| label.strip_prefix("B-") == Some(kind))
}

/// The allowed labels of every token of `document`.
fn allowed_labels(document: &Document, article: &Article, guide: &Guide, misfits: &mut Misfits) -> Vec<u32> {
    let either = |kinds: &[&str]| -> u32 { kinds.iter().filter_map(|k| begin(k)).fold(0, |m, b| m | 3 << b) };
    let all = (1u32 << LABELS.len()) - 1;
    let mut allowed = vec![1 | either(guide.silent); document.tokens.len()];
    for &(start, end) in &article.ignored {
        let first = document.token_at(start);
        for (token, labels) in document.tokens.iter().zip(&mut allowed).skip(first) {
            if token.span.start >= end {
                break;
            }
            *labels = all;
        }
    }
    for name in &article.names {
        let kinds: Vec<&str> = match guide.mapped.iter().find(|(kind, _)| *kind == name.kind) {
            Some((_, kinds)) => kinds.to_vec(),
            None => std::iter::once(name.kind.as_str()).chain(name.also.iter().map(String::as_str)).collect(),
        };
        let begins = kinds.iter().filter_map(|k| begin(k)).fold(0u32, |m, b| m | 1 << b);
        if begins == 0 {
            continue;
        }
        misfits.names += 1;
        let first = document.token_at(name.start);
        let end = first + document.tokens[first..].partition_point(|t| t.span.start < name.end);
        if first == end {
            misfits.inside += 1;
            continue;
        }
        let (start, stop) = (document.tokens[first].span.start, document.tokens[end - 1].span.end);
        // A full stop that we take for the abbreviation's and the gold for the sentence's is no matter.
        let fits = start == name.start
            && (stop == name.end || stop == name.end + 1 && document.word(end - 1).ends_with('.'));
        if !fits {
            misfits.inside += 1;
            // In doubt, the tokens that it touches may be anything.
            allowed[first..end].fill(all);
            continue;
        }
        allowed[first] = begins;
        allowed[first + 1..end].fill(begins << 1);
    }
    allowed
}

/// The blocks of an article, with the keys of their features.
pub fn sequences(
    article: &Article,
    text: &str,
    guide: &Guide,
    lexicon: &Lexicon,
    misfits: &mut Misfits,
    veil: Option<(f32, &mut Random)>,
) -> Vec<Sequence> {
    let document = Document::new(text);
    let allowed = allowed_labels(&document, article, guide, misfits);
    let mut features = Features::new(&document, lexicon);
    if let Some((share, random)) = veil {
        features.veil(|| random.unit() < share);
    }
    let mut seen = vec![false; document.tokens.len()];
    for stretch in features.stretches() {
        seen[stretch].fill(true);
    }
    let mut found = Vec::new();
    for block in features.blocks() {
        let mut sequence = Sequence {
            keys: Vec::new(),
            ends: Vec::new(),
            allowed: allowed[block.clone()].to_vec(),
            soft: Vec::new(),
            corpus: guide.corpus,
            weight: guide.weight,
        };
        for i in block {
            let mut add = |key| sequence.keys.push(key);
            for distance in 0..DISTANCES {
                if let Some(word) = features.word_at(i, distance) {
                    features.word_keys(word, distance, &mut add);
                }
            }
            features.token_keys(i, document.sentence_of(i), &mut add);
            sequence.ends.push(sequence.keys.len() as u32);
        }
        found.push(repair(sequence));
    }
    misfits.unseen +=
        (0..seen.len()).filter(|&i| !seen[i] && allowed[i] & 1 == 0 && allowed[i] & 0x2AAA != 0).count();
    found
}

/// A name that crosses the end of a block starts anew there.
fn repair(mut sequence: Sequence) -> Sequence {
    const INSIDE: u32 = 0x5554;
    if sequence.allowed[0] & !INSIDE == 0 {
        sequence.allowed[0] >>= 1;
    }
    sequence
}
