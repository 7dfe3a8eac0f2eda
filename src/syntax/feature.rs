//! The features of a token, as keys of the tagger's model.
//!
//! They come from the text alone and from the word classes that ship with the model of names, so that no word list that
//! somebody edits can move the model: [`VERSION`] and the lexicon's stamp stand in the model's file, and a test compares
//! the keys of probe sentences with those of the day it was trained.
//!
//! Most features are those of one word type at one [distance](DISTANCES), and are scored once a document; the rest are pairs of
//! neighbours. How a word is written counts by where it stands: a capital tells nothing at the start of a sentence, and
//! less in a headline.

use std::ops::Range;

use crate::crf::{hash, key, key_pair};
use crate::document::Document;
use crate::name::lexicon::{Entry, Lexicon};
use crate::token::{Case, TokenKind};

/// Changes whenever a feature does: a model goes with one version.
pub const VERSION: u16 = 1;

/// From how many places a word is looked at: as the token itself in one of three [settings](Setting), as one of the two words
/// before it, as one of the two after.
pub const DISTANCES: usize = 7;

/// What a capital means where a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    /// Nobody has to write a capital.
    Inside,
    /// The start of a sentence, or of what is said in it.
    Start,
    /// A headline, or a text without any capital.
    Headline,
}

/// A word type as the features see it.
#[derive(Clone, Copy, Default)]
struct Word {
    /// In lower case, digits as zeros.
    lower: u32,
    /// Its first three letters.
    prefix: u32,
    /// Its last one to four letters.
    suffixes: [u32; 4],
    shape: u32,
    case: u32,
    /// The class of the word as it is written, and of the word in lower case; 0 is none.
    class: u32,
    wide: u32,
    wide_coarse: u32,
    flags: u32,
    /// Known in lower case, or written so elsewhere in the document.
    common: bool,
}

/// A document as the tagger sees it.
pub struct Features<'d> {
    document: &'d Document<'d>,
    words: Vec<Word>,
}

impl<'d> Features<'d> {
    /// Prepares a document.
    pub fn new(document: &'d Document<'d>, lexicon: &Lexicon) -> Self {
        Self { document, words: describe_words(document, lexicon) }
    }

    /// Hides what some words are, all but their ends: what is learnt then is to read words that training never showed.
    pub fn veil(&mut self, mut chosen: impl FnMut() -> bool) {
        for word in self.words.iter_mut().filter(|word| word.case > 0) {
            if chosen() {
                *word = Word {
                    lower: hash(b"<veiled>"),
                    class: 0,
                    wide: 0,
                    wide_coarse: 0,
                    flags: 0,
                    common: false,
                    ..*word
                };
            }
        }
    }

    /// How many word types there are.
    pub fn words(&self) -> usize {
        self.words.len()
    }

    /// Calls `word` with each word type around a token of `sentence` and its distance, for its [`Features::word_keys`].
    pub fn around(&self, i: usize, sentence: &Sentence, mut word: impl FnMut(usize, usize)) {
        let tokens = &self.document.tokens;
        word(tokens[i].word.index(), self.setting(i, sentence) as usize);
        let Range { start, end } = sentence.tokens;
        for (distance, there) in [(3, i.wrapping_sub(2)), (4, i.wrapping_sub(1)), (5, i + 1), (6, i + 2)] {
            if (start..end).contains(&there) {
                word(tokens[there].word.index(), distance);
            }
        }
    }

    /// The features of a word type at a distance.
    pub fn word_keys(&self, word: usize, distance: usize, add: &mut impl FnMut(u32)) {
        let word = &self.words[word];
        let base = 8 + distance as u8 * 16;
        match distance {
            0..=2 => {
                let written = (distance as u32) << 3 | word.case;
                add(key(1, 0));
                add(key(2, word.lower));
                add(key_pair(3, word.lower, written));
                for (template, suffix) in (4..).zip(word.suffixes) {
                    add(key(template, suffix));
                }
                add(key(8, word.prefix));
                add(key_pair(9, word.shape, distance as u32));
                add(key_pair(10, written, u32::from(word.common)));
                add(key_pair(11, word.suffixes[1], written));
                add(key_pair(12, word.suffixes[2], written));
                add(key_pair(13, word.flags, written));
                if word.class > 0 {
                    add(key(14, word.class));
                    add(key_pair(15, word.class, written));
                }
                if word.wide > 0 {
                    add(key(16, word.wide));
                    add(key_pair(17, word.wide, written));
                    add(key_pair(18, word.wide_coarse, written));
                    add(key_pair(19, word.wide_coarse, word.suffixes[1]));
                } else {
                    add(key_pair(20, word.suffixes[1], word.shape));
                }
            }
            4 | 5 => {
                add(key(base, word.lower));
                add(key(base + 1, word.suffixes[1]));
                add(key(base + 2, word.suffixes[2]));
                add(key(base + 3, word.case << 4 | word.flags));
                add(key(base + 4, word.class));
                add(key(base + 5, word.wide));
                add(key(base + 6, word.wide_coarse));
            }
            _ => {
                add(key(base, word.lower));
                add(key(base + 6, word.wide_coarse));
            }
        }
    }

    /// The features of a token beyond those of single words.
    pub fn token_keys(&self, i: usize, sentence: &Sentence, add: &mut impl FnMut(u32)) {
        let edge = Word::default();
        let at = |there: usize| match sentence.tokens.contains(&there) {
            true => &self.words[self.document.tokens[there].word.index()],
            false => &edge,
        };
        let (here, before, after) = (at(i), at(i.wrapping_sub(1)), at(i + 1));
        add(key_pair(200, before.lower, here.lower));
        add(key_pair(201, here.lower, after.lower));
        add(key_pair(202, before.lower, here.suffixes[2]));
        add(key_pair(203, here.suffixes[2], after.lower));
        add(key_pair(204, before.wide, here.wide));
        add(key_pair(205, here.wide, after.wide));
        add(key_pair(206, before.wide_coarse << 8 | after.wide_coarse, here.wide_coarse));
        add(key_pair(207, before.lower, after.lower));
        add(key_pair(208, before.wide_coarse << 8 | here.wide_coarse, at(i.wrapping_sub(2)).wide_coarse));
        add(key_pair(209, after.wide_coarse << 8 | here.wide_coarse, at(i + 2).wide_coarse));
    }

    fn setting(&self, i: usize, sentence: &Sentence) -> Setting {
        if sentence.headline {
            return Setting::Headline;
        }
        let tokens = &self.document.tokens;
        let first =
            i == sentence.tokens.start || (sentence.tokens.start..i).all(|j| !is_wordlike(tokens[j].kind));
        match first || matches!(tokens[i - 1].kind, TokenKind::Quote) || self.document.word(i - 1) == ":" {
            true => Setting::Start,
            false => Setting::Inside,
        }
    }
}

/// A sentence as the tagger sees it.
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether it is written like a headline, or without any capital.
    headline: bool,
}

impl Sentence {
    /// The sentence at `index` of a document.
    pub fn new(document: &Document, index: usize) -> Self {
        let tokens = &document.sentences[index].tokens;
        let tokens = tokens.start as usize..tokens.end as usize;
        let (mut total, mut lower, mut upper) = (0, 0, 0);
        for token in document.tokens[tokens.clone()].iter().filter(|t| t.kind == TokenKind::Word) {
            let case = document.words.case(token.word);
            total += u32::from(case != Case::None);
            lower += u32::from(case == Case::Lower);
            upper += u32::from(case == Case::Upper);
        }
        let shouted = total > 2 && upper * 3 > total * 2;
        let titled = total > 3 && lower * 3 < total;
        Self { tokens, headline: lower == total || shouted || titled }
    }
}

fn is_wordlike(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number)
}

/// Describes every word type of a document.
fn describe_words(document: &Document, lexicon: &Lexicon) -> Vec<Word> {
    let mut words: Vec<Option<Word>> = vec![None; document.words.len()];
    let (mut form, mut lower) = (String::new(), String::new());
    for token in &document.tokens {
        let slot = &mut words[token.word.index()];
        if slot.is_none() {
            fold(document.slice(token.span), &mut form);
            fold(document.words.lower(token.word), &mut lower);
            *slot = Some(match token.kind {
                TokenKind::Link => describe("<link>", "<link>", Case::None, lexicon),
                _ => describe(&form, &lower, document.words.case(token.word), lexicon),
            });
        }
    }
    let mut words: Vec<Word> = words.into_iter().map(Option::unwrap_or_default).collect();
    let mut in_lower: Vec<u32> = Vec::with_capacity(words.len());
    in_lower.extend(words.iter().filter(|w| w.case == Case::Lower as u32).map(|w| w.lower));
    in_lower.sort_unstable();
    for word in words.iter_mut().filter(|w| w.case > 1) {
        word.common |= in_lower.binary_search(&word.lower).is_ok();
    }
    words
}

fn describe(form: &str, lower: &str, case: Case, lexicon: &Lexicon) -> Word {
    let own = lexicon.find(form.as_bytes());
    let in_lower = if case == Case::Lower { own } else { lexicon.find(lower.as_bytes()) };
    let entry = own.or(in_lower).unwrap_or_default();
    let wide = [in_lower, own].into_iter().flatten().find(|e| e.wide() > 0).unwrap_or_default();
    let suffix = |letters: usize| {
        let at = lower.char_indices().nth_back(letters - 1).map_or(0, |(i, _)| i);
        hash(&lower.as_bytes()[at..])
    };
    let prefix = lower.char_indices().nth(3).map_or(lower.len(), |(i, _)| i);
    Word {
        lower: hash(lower.as_bytes()),
        prefix: hash(&lower.as_bytes()[..prefix]),
        suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
        shape: shape(form),
        case: case as u32,
        class: u32::from(entry.class()),
        wide: u32::from(wide.wide()),
        wide_coarse: u32::from(lexicon.wide_coarse(wide)),
        flags: u32::from(entry.flags() & !(Entry::INNER >> 12) as u16),
        common: in_lower.is_some_and(Entry::is_seen),
    }
}

/// Digits as zeros, straight apostrophes.
fn fold(word: &str, out: &mut String) {
    out.clear();
    out.extend(word.chars().map(|c| match c {
        '0'..='9' => '0',
        '’' | '‘' => '\'',
        _ => c,
    }));
}

/// Runs of letters of one case, digits and marks, at most six.
fn shape(word: &str) -> u32 {
    let (mut shape, mut last, mut runs) = (0u32, 0, 0);
    for c in word.chars() {
        let class = match c {
            _ if c.is_lowercase() => 1,
            _ if c.is_uppercase() => 2,
            _ if c.is_numeric() => 3,
            '.' => 4,
            '\'' => 5,
            _ if c.is_alphabetic() => 6,
            _ => 7,
        };
        if class != last {
            runs += 1;
            if runs > 6 {
                break;
            }
            shape = shape << 3 | class;
            last = class;
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Tagger;

    /// The keys of some sentences, as one number.
    fn fingerprint(text: &str) -> u32 {
        let document = Document::new(text);
        let features = Features::new(&document, Tagger::shipped().lexicon());
        let mut print = 0;
        for index in 0..document.sentences.len() {
            let sentence = Sentence::new(&document, index);
            for i in sentence.tokens.clone() {
                let mut add = |key| print = key_pair(0, print, key);
                features.around(i, &sentence, |word, distance| features.word_keys(word, distance, &mut add));
                features.token_keys(i, &sentence, &mut add);
            }
        }
        print
    }

    #[test]
    fn feeds_the_model_what_it_was_trained_with() {
        let probe =
            "Moreno’s 12-year-old SON wasn't in N.Y. on 3 May: “Go,” she said.\n\nMayor Quits Over Tax Plan";
        assert_eq!(fingerprint(probe), FINGERPRINT, "raise VERSION and train src/data/syntax.bin anew");
    }

    const FINGERPRINT: u32 = 2_818_373_577;
}
