//! The features of a token, as keys of the model.
//!
//! Most features are those of one word type at one distance ([`Features::word_keys`]), and are scored
//! once a document; the rest ([`Features::token_keys`]) are pairs of neighbours, the words around
//! the run of capitals, and what the rest of the document says.
//!
//! Only tokens that can be part of a name are looked at ([`Features::stretches`]): words with a
//! capital, numbers beside them, small words and hyphens between them.

use super::elsewhere::{Elsewhere, Run};
use super::lexicon::{Entry, Lexicon, sequence};
use super::word::{Part, Word, compare_cases, describe_words};
use crate::crf::{hash, key, key_pair};
use crate::document::Document;
use crate::token::{Case, Gap, TokenKind};

/// Changes whenever a feature does: a model goes with one version.
pub const VERSION: u16 = 4;

/// The distances at which words are looked at.
pub const DISTANCES: usize = 5;

/// The place of distance 0 among them.
const HERE: usize = 2;

/// How the words of a sentence are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Casing {
    Normal,
    /// Most words have a capital: a headline.
    Titled,
    /// Most words are capitals.
    Shouted,
    /// No capital at all.
    Lowered,
}

/// A document as the tagger sees it.
pub struct Features<'d> {
    document: &'d Document<'d>,
    words: Vec<Word>,
    elsewhere: Elsewhere,
    /// One for each sentence, with its first word.
    sentences: Vec<(Casing, u32)>,
    parts: Vec<Part>,
    /// For each token, its place in a place name of several words: 0 is none, 1 the first word.
    places: Vec<u8>,
}

impl<'d> Features<'d> {
    /// Prepares a document.
    pub fn new(document: &'d Document<'d>, lexicon: &Lexicon) -> Self {
        let mut words = describe_words(document, lexicon);
        let sentences = describe_sentences(document, &words);
        let mut starts = vec![false; document.tokens.len()];
        for &(_, first) in &sentences {
            starts[first as usize] = true;
        }
        compare_cases(document, &mut words, &starts);
        let elsewhere = Elsewhere::find(document, &words, |i| starts[i]);
        let parts = find_parts(document, &words);
        let places = find_places(document, &words, lexicon);
        Self { document, words, elsewhere, sentences, parts, places }
    }

    /// Hides what some capitalised word types are, all but their wide class and the ends of their letters: what is
    /// learnt then is to read words that training never showed.
    pub fn veil(&mut self, mut chosen: impl FnMut() -> bool) {
        let hidden = hash(b"<veiled>");
        for word in self.words.iter_mut().filter(|w| w.capital) {
            if chosen() {
                word.exact = hidden;
                word.lower = hidden;
                word.entry = Entry::default();
                word.coarse = 0;
            }
        }
    }

    /// The stretches of tokens that may hold names, in order; none crosses the end of a block.
    pub fn stretches(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < self.parts.len() && self.parts[at] == Part::None {
                at += 1;
            }
            let first = at;
            while at < self.parts.len()
                && self.parts[at] != Part::None
                && (at == first || self.document.tokens[at].gap != Gap::Block)
            {
                at += 1;
            }
            (at > first).then_some(first..at)
        })
    }

    /// The blocks of the document, in order: what the model learns from. It learns from all tokens what
    /// surrounds a name, though only those of [`Features::stretches`] are looked at later.
    pub fn blocks(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let tokens = &self.document.tokens;
        let mut at = 0;
        std::iter::from_fn(move || {
            let first = at;
            at += usize::from(at < tokens.len());
            while at < tokens.len() && tokens[at].gap != Gap::Block {
                at += 1;
            }
            (at > first).then_some(first..at)
        })
    }

    /// Whether the lexicon knows the token's word in lower case.
    pub fn is_common(&self, token: usize) -> bool {
        self.words[self.document.tokens[token].word.0 as usize].common
    }

    /// The word type of the token at a distance index from `token`, within its block.
    pub fn word_at(&self, token: usize, distance: usize) -> Option<usize> {
        let tokens = &self.document.tokens;
        let there = (token + distance).checked_sub(HERE).filter(|&there| there < tokens.len())?;
        let (first, last) = if there < token { (there, token) } else { (token, there) };
        let parted = tokens[first + 1..=last].iter().any(|t| t.gap == Gap::Block);
        (!parted).then(|| tokens[there].word.0 as usize)
    }

    /// The features of a word type at a distance index.
    pub fn word_keys(&self, word: usize, distance: usize, add: &mut impl FnMut(u32)) {
        let word = &self.words[word];
        let base = 16 + distance as u8 * 16;
        let class = u32::from(word.entry.class());
        if class > 0 {
            add(key(base, class));
            add(key(base + 7, u32::from(word.coarse)));
        }
        if word.wide > 0 {
            add(key(base + 8, u32::from(word.wide)));
            add(key(base + 9, u32::from(word.wide_coarse)));
        }
        match distance {
            HERE => {
                add(key(1, 0));
                add(key(2, word.exact));
                add(key(3, word.lower));
                add(key(4, word.prefix));
                add(key(5, word.suffixes[0]));
                add(key(6, word.suffixes[1]));
                add(key(7, word.suffixes[2]));
                add(key(8, word.shape));
                add(key_pair(9, u32::from(word.entry.flags()), u32::from(word.recased) << 4 | case(word)));
                if class > 0 {
                    add(key_pair(10, class, case(word)));
                    add(key_pair(11, u32::from(word.coarse), word.shape));
                }
                if word.wide > 0 {
                    add(key_pair(12, u32::from(word.wide), case(word)));
                    add(key_pair(13, u32::from(word.wide_coarse), word.shape));
                }
            }
            1 | 3 => {
                add(key(base + 1, word.lower));
                add(key(base + 2, word.shape));
                add(key(base + 3, word.suffixes[1]));
                add(key(base + 4, u32::from(word.entry.flags()) << 4 | case(word)));
            }
            _ => {
                add(key(base + 2, case(word)));
            }
        }
    }

    /// The features of a token beyond those of single words. `sentence` is its sentence.
    pub fn token_keys(&self, i: usize, sentence: usize, add: &mut impl FnMut(u32)) {
        let at = |distance| self.word_at(i, distance).map(|w| &self.words[w]);
        let shape = |word: Option<&Word>| word.map_or(15, |w| w.shape);
        let class = |word: Option<&Word>| word.map_or(0, |w| u32::from(w.entry.class()));
        let Some(here) = at(HERE) else { return };
        let (before, after) = (at(1), at(3));
        if before.is_none() {
            add(key(100, 0));
        }
        if after.is_none() {
            add(key(101, 0));
        }
        add(key_pair(104, shape(before), here.shape));
        add(key_pair(105, here.shape, shape(after)));
        add(key_pair(106, shape(before) << 2 ^ shape(after), here.shape));
        add(key_pair(107, class(before), class(Some(here))));
        add(key_pair(108, class(Some(here)), class(after)));
        let (casing, first) = self.sentences[sentence];
        let starts = first as usize == i;
        add(key(109, casing as u32 * 16 + u32::from(starts) * 8 + case(here)));
        if starts {
            add(key_pair(110, case(here) * 2 + u32::from(here.common), u32::from(here.entry.class())));
        }
        let coarse = |word: Option<&Word>| word.map_or(0, |w| u32::from(w.coarse));
        add(key_pair(131, coarse(before), coarse(Some(here)) << 8 | case(here)));
        add(key_pair(132, coarse(Some(here)) << 8 | case(here), coarse(after)));
        add(key_pair(133, coarse(before) << 8 | coarse(after), case(here)));
        let wide = |word: Option<&Word>| word.map_or(0, |w| u32::from(w.wide));
        add(key_pair(134, wide(before), wide(Some(here))));
        add(key_pair(135, wide(Some(here)), wide(after)));
        let wide_coarse = |word: Option<&Word>| word.map_or(0, |w| u32::from(w.wide_coarse));
        add(key_pair(136, wide_coarse(before), wide_coarse(Some(here)) << 8 | case(here)));
        add(key_pair(137, wide_coarse(Some(here)) << 8 | case(here), wide_coarse(after)));
        if self.places[i] > 0 {
            add(key(130, u32::from(self.places[i])));
        }
        if !here.capital {
            return;
        }
        let run = self.elsewhere.run(i);
        if let Some(run) = run {
            let (before, after) = self.around(run);
            let place = place_in(run, i as u32);
            add(key_pair(111, before, place));
            add(key_pair(112, after, place));
            add(key_pair(113, before, after));
            add(key(114, place << 4 | run.len().min(6)));
            let last = self.document.tokens[run.end as usize - 1].word.0 as usize;
            add(key_pair(115, self.words[last].lower, place));
            add(key_pair(116, self.words[last].suffixes[1], place));
        }
        self.elsewhere_keys(i, here, run, add);
    }

    /// A number that stands for all that the field sees of each token. Where it changes for the same text, the model sees
    /// another text than it was trained for.
    pub fn fingerprint(&self) -> u32 {
        let mut print = 0;
        for (sentence, range) in self.document.sentences.iter().enumerate() {
            for i in range.tokens.start as usize..range.tokens.end as usize {
                let mut add = |next| print = key_pair(0, print, next);
                for (distance, word) in (0..DISTANCES).filter_map(|d| Some((d, self.word_at(i, d)?))) {
                    self.word_keys(word, distance, &mut add);
                }
                self.token_keys(i, sentence, &mut add);
                add(key(0, self.parts[i] as u32));
            }
        }
        print
    }

    /// What other parts of the document say about the capitalised word at `i`.
    fn elsewhere_keys(&self, i: usize, here: &Word, run: Option<Run>, add: &mut impl FnMut(u32)) {
        let type_index = self.document.tokens[i].word.0 as usize;
        let known = self.elsewhere.known(type_index);
        add(key(120, u32::from(here.in_lower) * 8 + known.places().len() as u32));
        let length = run.map_or(0, Run::len);
        if let Some(longest) = known.longest
            && longest.len() > length
        {
            let place = (longest.first..longest.end)
                .find(|&t| self.document.tokens[t as usize].word.0 as usize == type_index)
                .map_or(0, |t| place_in(longest, t));
            let first = self.word(longest.first).lower;
            let last = self.word(longest.end - 1).lower;
            add(key(121, place << 4 | longest.len().min(5)));
            add(key_pair(122, last, place));
            add(key_pair(123, first, place));
            add(key_pair(124, self.around(longest).0, place));
        }
        for &other in known.places().iter().filter(|&&other| other as usize != i) {
            if let Some(run) = self.elsewhere.run(other as usize) {
                let (before, after) = self.around(run);
                let place = place_in(run, other);
                add(key_pair(125, before, place));
                add(key_pair(126, after, place));
            }
        }
        if let Some(expansion) = here.acronym.and_then(|a| self.elsewhere.expansion(a)) {
            add(key(127, 0));
            add(key(128, self.word(expansion.first).lower));
            add(key(129, self.word(expansion.end - 1).lower));
        }
    }

    fn word(&self, token: u32) -> &Word {
        &self.words[self.document.tokens[token as usize].word.0 as usize]
    }

    /// The words before and after a run.
    fn around(&self, run: Run) -> (u32, u32) {
        let side = |token, distance| {
            self.word_at(token, distance).map_or_else(|| hash(b"<block>"), |w| self.words[w].lower)
        };
        (side(run.first as usize, HERE - 1), side(run.end as usize - 1, HERE + 1))
    }
}

/// Alone, first, last or inside.
fn place_in(run: Run, token: u32) -> u32 {
    u32::from(token > run.first) + 2 * u32::from(token + 1 < run.end)
}

fn case(word: &Word) -> u32 {
    match word.case {
        Case::None => 0,
        Case::Lower => 1,
        Case::Title => 2,
        Case::Upper => 3,
        Case::Mixed => 4,
    }
}

/// The casing and the first word of every sentence.
fn describe_sentences(document: &Document, words: &[Word]) -> Vec<(Casing, u32)> {
    let describe = |tokens: &[crate::token::Token], first: u32| {
        let (mut total, mut lower, mut upper, mut start) = (0, 0, 0, None);
        for (i, token) in tokens.iter().enumerate() {
            let word = &words[token.word.0 as usize];
            if token.kind == TokenKind::Word && word.case != Case::None {
                total += 1;
                lower += u32::from(word.case == Case::Lower);
                upper += u32::from(word.case == Case::Upper);
            }
            if start.is_none() && matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                start = Some(first + i as u32);
            }
        }
        let casing = match () {
            _ if lower == total => Casing::Lowered,
            _ if total > 2 && upper * 3 > total * 2 => Casing::Shouted,
            _ if total > 3 && lower * 3 < total => Casing::Titled,
            _ => Casing::Normal,
        };
        (casing, start.unwrap_or(first))
    };
    document
        .sentences
        .iter()
        .map(|s| describe(&document.tokens[s.tokens.start as usize..s.tokens.end as usize], s.tokens.start))
        .collect()
}

/// Marks the longest place names of two or three words that the lexicon knows, left to right.
fn find_places(document: &Document, words: &[Word], lexicon: &Lexicon) -> Vec<u8> {
    let tokens = &document.tokens;
    let mut places = vec![0; tokens.len()];
    let word = |i: usize| &words[tokens[i].word.0 as usize];
    let mut i = 0;
    while i + 1 < tokens.len() {
        let mut known = word(i).exact;
        let mut length = 1;
        for (end, token) in tokens.iter().enumerate().take(i + 3).skip(i + 1) {
            if !word(i).capital || !word(end).capital || token.gap == Gap::Block {
                break;
            }
            known = sequence(known, word(end).exact);
            if lexicon.find_hash(known).is_some_and(|e| e.has(Entry::PLACE | Entry::COUNTRY)) {
                length = end + 1 - i;
            }
        }
        if length > 1 {
            for (place, mark) in (1..).zip(&mut places[i..i + length]) {
                *mark = place;
            }
        }
        i += length;
    }
    places
}

/// The part that each token can take: [`Part::Inner`] tokens and numbers stay only beside edges.
fn find_parts(document: &Document, words: &[Word]) -> Vec<Part> {
    let tokens = &document.tokens;
    let mut parts: Vec<Part> = tokens.iter().map(|t| words[t.word.0 as usize].part).collect();
    // What hangs on a capitalised word by a hyphen: "Tsai Ing-wen", "al-Damazin".
    for i in 1..tokens.len().saturating_sub(1) {
        let (left, right) = (&words[tokens[i - 1].word.0 as usize], &words[tokens[i + 1].word.0 as usize]);
        let glued = tokens[i].gap == Gap::None && tokens[i + 1].gap == Gap::None;
        if glued && words[tokens[i].word.0 as usize].hyphen && left.capital != right.capital {
            let other = if left.capital { i + 1 } else { i - 1 };
            if tokens[other].kind == TokenKind::Word {
                parts[other] = Part::Edge;
            }
        }
    }
    // The last token that is in a name for sure to the left, with nothing but inner tokens between.
    let mut edge: Option<usize> = None;
    for i in 0..parts.len() {
        if tokens[i].gap == Gap::Block {
            clear(&mut parts, edge.map_or(i, |e| e + 1), i);
            edge = None;
        }
        match parts[i] {
            Part::Edge => edge = Some(i),
            Part::Number => {
                let next =
                    parts.get(i + 1).is_some_and(|p| *p == Part::Edge) && tokens[i + 1].gap != Gap::Block;
                if edge.is_some_and(|e| i - e <= 2) || next {
                    clear(&mut parts, edge.map_or(i, |e| if i - e <= 2 { i } else { e + 1 }), i);
                    edge = Some(i);
                } else {
                    clear(&mut parts, edge.map_or(i, |e| e + 1), i + 1);
                    edge = None;
                }
            }
            Part::Inner => match edge {
                None => parts[i] = Part::None,
                Some(e) if i - e > 4 => {
                    clear(&mut parts, e + 1, i + 1);
                    edge = None;
                }
                Some(_) => {}
            },
            Part::None => {
                clear(&mut parts, edge.map_or(i, |e| e + 1), i);
                edge = None;
            }
        }
    }
    let end = parts.len();
    clear(&mut parts, edge.map_or(end, |e| e + 1), end);
    parts
}

fn clear(parts: &mut [Part], first: usize, end: usize) {
    parts[first..end.max(first)].fill(Part::None);
}
