//! The words of the lexicon: what is learnt of them from raw text, and from vectors of more text than ours.

use std::collections::BTreeMap;
use std::path::Path;

use rustc_hash::FxHashMap;
use whosaid::document::Document;
use whosaid::name::lexicon::Entry;
use whosaid::token::{Case, TokenKind};

use super::classes::{self, cluster};
use super::vectors::SIZE;
use crate::corpus::Article;

/// How many classes to make, and of how many words.
#[derive(Clone, Copy)]
pub struct Sizes {
    pub classes: usize,
    pub coarse: usize,
    /// A word gets a class that comes at least so often.
    pub least: u32,
    pub wide: usize,
    pub wide_coarse: usize,
    /// So many of the most frequent words that have a vector are in the lexicon, known from our text or not.
    pub wide_words: usize,
}

/// The words, and the coarse class of each class.
#[derive(Default)]
pub struct Learnt {
    pub entries: BTreeMap<String, Entry>,
    pub coarse: Vec<u8>,
    pub wide_coarse: Vec<u8>,
}

type Sentence = Vec<(String, Case, bool)>;

/// Learns the words' classes from `texts`, and adds the small words seen inside the names of `articles`.
pub fn learn_words<'a>(
    texts: impl Iterator<Item = &'a str>,
    articles: impl Iterator<Item = &'a Article>,
    vectors: &[(String, [f32; SIZE])],
    sizes: Sizes,
) -> Learnt {
    let sentences: Vec<Sentence> = texts.flat_map(read_sentences).collect();
    let learnt = classes::learn_classes(&as_inside(&sentences), sizes.classes, sizes.coarse, sizes.least);
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for (word, class) in learnt.words {
        entries.insert(word, Entry::new(class, 0, 0));
    }
    let wide_coarse = add_wide_classes(vectors, sizes, &mut entries);
    for word in small_words(articles) {
        let entry = entries.entry(word).or_default();
        *entry = Entry(entry.0 | Entry::INNER);
    }
    Learnt { entries, coarse: learnt.coarse, wide_coarse }
}

/// Gives every word that has a vector its wide class, and adds the most frequent of those that our text has not.
/// A new word is written as most known words of its class are: "Uruguay", "unearth".
fn add_wide_classes(
    vectors: &[(String, [f32; SIZE])],
    sizes: Sizes,
    entries: &mut BTreeMap<String, Entry>,
) -> Vec<u8> {
    let mut forms: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for word in entries.keys() {
        forms.entry(word.to_lowercase()).or_default().push(word.clone());
    }
    let wanted: Vec<&(String, [f32; SIZE])> = vectors
        .iter()
        .enumerate()
        .filter(|(i, (word, _))| {
            forms.contains_key(word) || *i < sizes.wide_words && word.chars().all(char::is_alphabetic)
        })
        .map(|(_, pair)| pair)
        .collect();
    let only: Vec<[f32; SIZE]> = wanted.iter().map(|(_, vector)| *vector).collect();
    let (of, centres) = cluster(&only, sizes.wide);
    let (coarse, _) = cluster(&centres, sizes.wide_coarse);
    // How many known words of each class have a capital, and how many have none.
    let mut written = vec![(0u32, 0u32); sizes.wide + 1];
    for ((word, _), &class) in wanted.iter().zip(&of) {
        for form in forms.get(word).into_iter().flatten() {
            let count = &mut written[usize::from(class)];
            if form == word { count.1 += 1 } else { count.0 += 1 }
        }
    }
    for ((word, _), &class) in wanted.iter().zip(&of) {
        let add = |entry: &mut Entry| *entry = Entry(entry.0 | Entry::new(0, class, 0).0);
        match forms.get(word) {
            Some(known) => known.iter().for_each(|form| add(entries.entry(form.clone()).or_default())),
            None => {
                let (capital, lower) = written[usize::from(class)];
                let form = if capital > lower { titled(word) } else { word.clone() };
                add(entries.entry(form).or_default());
            }
        }
    }
    coarse.into_iter().map(|c| c as u8).collect()
}

/// The word with a capital.
pub fn titled(word: &str) -> String {
    let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
    first.to_uppercase() + rest
}

/// The sentences of a text: each word, its case, and whether the sentence starts with it.
fn read_sentences(text: &str) -> Vec<Sentence> {
    let document = Document::new(text);
    let read = |tokens: std::ops::Range<u32>| {
        let mut first = true;
        let mut words = Vec::new();
        for i in tokens.start as usize..tokens.end as usize {
            let token = &document.tokens[i];
            if token.kind == TokenKind::Link {
                continue;
            }
            words.push((fold(document.word(i)), document.words.case(token.word), first));
            first &= !matches!(token.kind, TokenKind::Word | TokenKind::Number);
        }
        words
    };
    document.sentences.iter().map(|sentence| read(sentence.tokens.clone())).collect()
}

/// The sentences' words, the first one of each written as it is inside of sentences.
fn as_inside(sentences: &[Sentence]) -> Vec<Vec<String>> {
    let mut inside: FxHashMap<&str, u32> = FxHashMap::default();
    for (form, ..) in sentences.iter().flatten().filter(|(.., first)| !first) {
        *inside.entry(form).or_default() += 1;
    }
    let count = |word: &str| inside.get(word).copied().unwrap_or(0);
    let write = |(form, case, first): &(String, Case, bool)| {
        let lower = form.to_lowercase();
        if *first && *case == Case::Title && count(&lower) >= count(form) { lower } else { form.clone() }
    };
    sentences.iter().map(|sentence| sentence.iter().map(write).collect()).collect()
}

/// The lower-case words that stand in names often enough, or hardly ever elsewhere: "of", "al".
fn small_words<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<String> {
    let mut seen: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for article in articles {
        let document = Document::new(&article.text);
        let lower = |i: usize| document.words.case(document.tokens[i].word) == Case::Lower;
        for i in (0..document.tokens.len()).filter(|&i| lower(i)) {
            seen.entry(document.lower(i).to_owned()).or_default().1 += 1;
        }
        for name in article.names.iter().filter(|name| !matches!(name.kind.as_str(), "date" | "money")) {
            let first = document.token_at(name.start);
            let end = first + document.tokens[first..].partition_point(|t| t.span.start < name.end);
            for i in (first..end).filter(|&i| lower(i)) {
                seen.entry(document.lower(i).to_owned()).or_default().0 += 1;
            }
        }
    }
    let often = |(within, total): (u32, u32)| {
        within >= 30 || within >= 8 && within * 200 >= total || within >= 3 && within * 5 >= total
    };
    seen.into_iter().filter(|(_, counts)| often(*counts)).map(|(word, _)| word).collect()
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

/// Keeps what was learnt.
pub fn write_words(path: &Path, learnt: &Learnt) -> Result<(), String> {
    let words = learnt.entries.iter().map(|(word, entry)| format!("{word}\t{}\n", entry.0));
    let coarse = learnt.coarse.iter().map(|c| format!("\t{c}\n"));
    let wide = learnt.wide_coarse.iter().map(|c| format!(" \t{c}\n"));
    let lines: String = words.chain(coarse).chain(wide).collect();
    std::fs::write(path, lines).map_err(|e| format!("{}: {e}", path.display()))
}

/// Reads what [`write_words`] kept.
pub fn read_words(path: &Path) -> Result<Learnt, String> {
    let lines = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut learnt = Learnt::default();
    for (word, value) in lines.lines().filter_map(|line| line.split_once('\t')) {
        let value: u32 = value.parse().map_err(|e| format!("{}: {e}", path.display()))?;
        match word {
            "" => learnt.coarse.push(value as u8),
            " " => learnt.wide_coarse.push(value as u8),
            _ => {
                learnt.entries.insert(word.to_owned(), Entry(value));
            }
        }
    }
    Ok(learnt)
}
