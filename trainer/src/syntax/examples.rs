//! Trees to labels of our own tokens.

use std::ops::Range;

use whosaid::document::Document;
use whosaid::name::lexicon::Lexicon;
use whosaid::syntax::feature::{Features, Sentence};
use whosaid::syntax::{LABELS, LANES};

use super::conllu::{Treed, Word};
use crate::crf::Sequence;
use crate::random::Random;

/// The label of a word.
pub fn label(word: &Word) -> &'static str {
    let xpos = word.xpos.as_str();
    match word.upos.as_str() {
        "NOUN" if xpos == "NNS" || xpos == "NNPS" => "NNS",
        "NOUN" => "NN",
        "PROPN" if xpos == "NNPS" || xpos == "NNS" => "NNPS",
        "PROPN" => "NNP",
        "VERB" => match xpos {
            "VBP" => "VBP",
            "VBZ" => "VBZ",
            "VBD" => "VBD",
            "VBN" => "VBN",
            "VBG" => "VBG",
            "VB" => "VB",
            // "the Department *Selected*": names keep their own tag.
            _ if word.form.ends_with("ing") => "VBG",
            _ if word.form.ends_with("ed") => "VBN",
            _ => "VB",
        },
        "AUX" => "AUX",
        "ADJ" => "ADJ",
        "ADV" => "ADV",
        "ADP" if xpos == "RP" => "RP",
        "ADP" => "ADP",
        "SCONJ" => "SCONJ",
        "CCONJ" => "CCONJ",
        "DET" => "DET",
        "PRON" if matches!(xpos, "PRP$" | "WP$") => "PRP$",
        "PRON" => "PRON",
        "PART" => "PART",
        "NUM" => "NUM",
        "PUNCT" => "PUNCT",
        "SYM" => "SYM",
        "INTJ" => "INTJ",
        _ => "X",
    }
}

/// For each token of `document`, the words that it shares letters with; `None` where there is none.
pub fn align(document: &Document, words: &[Word]) -> Vec<Range<usize>> {
    let mut first = 0;
    document
        .tokens
        .iter()
        .map(|token| {
            while words.get(first).is_some_and(|w| w.end <= token.span.start) {
                first += 1;
            }
            let count = words[first..].iter().take_while(|w| w.start < token.span.end).count();
            first..first + count
        })
        .collect()
}

/// The label of a token that holds `words`.
pub fn token_label(words: &[Word]) -> &'static str {
    let Some(first) = words.first() else { return "X" };
    match words.get(1) {
        Some(second) if second.upos == "AUX" && first.upos != "AUX" => "PRON+AUX",
        _ => label(first),
    }
}

/// The labels of the model's [`LABELS`] of every token.
pub fn token_labels(document: &Document, treed: &Treed) -> Vec<u8> {
    let index = |label: &str| LABELS.iter().position(|l| *l == label).unwrap_or(LABELS.len() - 1) as u8;
    align(document, &treed.words).into_iter().map(|words| index(token_label(&treed.words[words]))).collect()
}

/// The sentences of a document as the trainer reads them. Of a noisy `text`, only what was changed counts.
pub fn sequences(
    treed: &Treed,
    text: &str,
    lexicon: &Lexicon,
    veil: Option<(f32, &mut Random)>,
    weight: f32,
) -> Vec<Sequence<LANES>> {
    let document = Document::new(text);
    let labels = token_labels(&document, treed);
    let mut features = Features::new(&document, lexicon);
    if let Some((share, random)) = veil {
        features.veil(|| random.unit() < share);
    }
    let mut found = Vec::new();
    for index in 0..document.sentences.len() {
        let sentence = Sentence::new(&document, index);
        let mut sequence = Sequence {
            keys: Vec::new(),
            ends: Vec::new(),
            allowed: Vec::new(),
            soft: Vec::new(),
            corpus: 0,
            weight,
        };
        for i in sentence.tokens.clone() {
            let mut around: Vec<(usize, usize)> = Vec::new();
            features.around(i, &sentence, |word, distance| around.push((word, distance)));
            let mut add = |key| sequence.keys.push(key);
            for (word, distance) in around {
                features.word_keys(word, distance, &mut add);
            }
            features.token_keys(i, &sentence, &mut add);
            sequence.ends.push(sequence.keys.len() as u32);
            sequence.allowed.push(1 << labels[i]);
        }
        found.push(sequence);
    }
    found
}
