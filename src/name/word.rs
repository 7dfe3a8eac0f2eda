//! What the features need of a word type, worked out once a document.

use rustc_hash::FxHashMap;

use super::lexicon::{Entry, Lexicon};
use crate::crf;
use crate::document::Document;
use crate::token::{Case, TokenKind, WordId};

/// How a word can take part in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It can stand at the edge of a name: "Kyiv", "iPhone", "zelenskyy".
    Edge,
    /// Only between two edges: "of", "-", "'s".
    Inner,
    /// Beside an edge: "2010 World Cup", "Zolote-4".
    Number,
    /// Never.
    None,
}

/// A word type as the features see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// As it stands, digits as zeros.
    pub exact: u32,
    /// In lower case, digits as zeros.
    pub lower: u32,
    pub prefix: u32,
    /// Its last two, three and four letters, in lower case.
    pub suffixes: [u32; 3],
    /// `Xx`, `X.X.`, `XxX`, `0`, and a length up to three.
    pub shape: u32,
    pub entry: Entry,
    /// The coarse class; 0 where the word has none.
    pub coarse: u8,
    /// The wide class, and its coarse class; 0 where the word has none.
    pub wide: u16,
    pub wide_coarse: u8,
    /// The lexicon knows it in another case only.
    pub recased: bool,
    /// Known in lower case: "The", "Soldiers".
    pub common: bool,
    /// Stands in lower case in this document, at least as often as with a capital that no start of
    /// a sentence asks for.
    pub in_lower: bool,
    pub part: Part,
    pub capital: bool,
    pub hyphen: bool,
    pub case: Case,
    /// The hash of its capitals, where it is an acronym: "NATO", "U.S.".
    pub acronym: Option<u32>,
}

/// Describes every word type of a document. `forms` gives the text and kind of each type.
pub(super) fn describe_words(document: &Document, lexicon: &Lexicon) -> Vec<Word> {
    let mut words: Vec<Option<Word>> = vec![None; document.words.len()];
    let mut describe = Describe { lexicon, form: String::new(), lower: String::new() };
    for token in &document.tokens {
        let slot = &mut words[token.word.0 as usize];
        if slot.is_none() {
            *slot = Some(describe.word(document, token.span.of(document.text), token.kind, token.word));
        }
    }
    words.into_iter().map(|word| word.unwrap_or_else(|| describe.unknown())).collect()
}

/// Compares how each word is written where it may be written either way. `starts` tells which tokens
/// start a sentence. A lower-case word that mostly has a capital ("zelenskyy" beside "Zelenskyy") can
/// be a name.
pub(super) fn compare_cases(document: &Document, words: &mut [Word], starts: &[bool]) {
    let mut inside = vec![0u32; words.len()];
    for (token, start) in document.tokens.iter().zip(starts) {
        inside[token.word.0 as usize] += u32::from(!start);
    }
    let mut counts: FxHashMap<u32, (u32, u32)> = FxHashMap::default();
    for (word, &count) in words.iter().zip(&inside).filter(|(w, _)| w.case == Case::Lower) {
        counts.entry(word.lower).or_default().0 += count.max(1);
    }
    for (word, &count) in words.iter().zip(&inside).filter(|(w, _)| w.capital) {
        if let Some((_, capital)) = counts.get_mut(&word.lower) {
            *capital += count;
        }
    }
    for word in words {
        let Some(&(lower, capital)) = counts.get(&word.lower) else { continue };
        if word.capital {
            word.in_lower = lower >= capital;
        } else if word.part == Part::None && !word.common && capital > lower {
            word.part = Part::Edge;
        }
    }
}

struct Describe<'d> {
    lexicon: &'d Lexicon<'d>,
    /// The word, digits as zeros.
    form: String,
    /// The same in lower case, or in another case that is looked up.
    lower: String,
}

impl Describe<'_> {
    fn word(&mut self, document: &Document, text: &str, kind: TokenKind, id: WordId) -> Word {
        let case = document.words.case(id);
        if kind == TokenKind::Link {
            return self.unknown();
        }
        fold_digits(&crate::token::seen(text), &mut self.form);
        fold_digits(document.words.lower(id), &mut self.lower);
        let mut case = case;
        if case == Case::Mixed && is_slipped_possessive(text) {
            // "UkraineS" is read as "Ukraine".
            self.form.pop();
            self.lower.pop();
            case = Case::Title;
        }
        let lower = crf::hash(self.lower.as_bytes());
        let suffix = |letters: usize| {
            let at = self.lower.char_indices().nth_back(letters - 1).map_or(0, |(i, _)| i);
            crf::hash(&self.lower.as_bytes()[at..])
        };
        let suffixes = [suffix(2), suffix(3), suffix(4)];
        let prefix_end = self.lower.char_indices().nth(3).map_or(self.lower.len(), |(i, _)| i);
        let prefix = crf::hash(&self.lower.as_bytes()[..prefix_end]);
        let exact = crf::hash(self.form.as_bytes());
        let capital = case.has_capital();
        let own = self.lexicon.find(self.form.as_bytes());
        let in_lower = if case == Case::Lower { own } else { self.lexicon.find(self.lower.as_bytes()) };
        let (mut entry, mut recased) = (own.or(in_lower), own.is_none());
        if own.is_none() && (case == Case::Upper || in_lower.is_none()) && kind == TokenKind::Word {
            let titled = self.titled();
            entry = titled.or(entry);
            recased = true;
        }
        let wide =
            [own, in_lower].into_iter().flatten().chain(entry).find(|e| e.wide() > 0).unwrap_or_default();
        let part = match kind {
            TokenKind::Word if capital => Part::Edge,
            TokenKind::Word if own.is_some_and(|e| e.has(Entry::INNER)) => Part::Inner,
            TokenKind::Word if own.is_none() && entry.is_some_and(Entry::is_seen) => Part::Edge,
            TokenKind::Number => Part::Number,
            TokenKind::Word | TokenKind::Link => Part::None,
            _ if matches!(text, "-" | "–" | "‑" | "'" | "’" | "&" | "/" | "." | "\"" | "“" | "”" | "+") => {
                Part::Inner
            }
            _ => Part::None,
        };
        Word {
            exact,
            lower,
            prefix,
            suffixes,
            shape: shape(&self.form),
            entry: entry.unwrap_or_default(),
            coarse: entry.map_or(0, |e| self.lexicon.coarse(e)),
            wide: wide.wide(),
            wide_coarse: self.lexicon.wide_coarse(wide),
            recased: recased && entry.is_some(),
            common: in_lower.is_some(),
            in_lower: false,
            part,
            capital,
            hyphen: matches!(text, "-" | "‐" | "‑"),
            case,
            acronym: acronym(text),
        }
    }

    /// The entry of the lower-case word with a capital: "zelenskyy" is known as "Zelenskyy".
    fn titled(&self) -> Option<Entry> {
        self.lexicon.find(titled(&self.lower).as_bytes())
    }

    /// A link, of which nothing is looked at.
    fn unknown(&mut self) -> Word {
        let hash = crf::hash(b"<link>");
        Word {
            exact: hash,
            lower: hash,
            prefix: hash,
            suffixes: [hash; 3],
            shape: 0,
            entry: Entry::default(),
            coarse: 0,
            wide: 0,
            wide_coarse: 0,
            recased: false,
            common: true,
            in_lower: false,
            part: Part::None,
            capital: false,
            hyphen: false,
            case: Case::None,
            acronym: None,
        }
    }
}

/// The word with a capital.
pub(super) fn titled(lower: &str) -> String {
    let (first, rest) = lower.split_at(lower.chars().next().map_or(0, char::len_utf8));
    first.to_uppercase() + rest
}

/// A capital S that slipped onto a capitalised word: "UkraineS".
fn is_slipped_possessive(word: &str) -> bool {
    word.strip_suffix('S').is_some_and(|stem| {
        let mut letters = stem.chars();
        stem.len() > 3 && letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    })
}

fn fold_digits(word: &str, out: &mut String) {
    out.clear();
    out.extend(word.chars().map(|c| match c {
        '0'..='9' => '0',
        '’' | '‘' => '\'',
        _ => c,
    }));
}

/// Runs of letters of one case, digits and marks, at most six: "Xx", "X.X", "Xx'Xx".
fn shape(word: &str) -> u32 {
    let mut shape = 0u32;
    let (mut last, mut run, mut runs) = (0, 0, 0);
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
            run = 0;
            if runs > 6 {
                break;
            }
            shape = shape << 4 | class << 1;
            last = class;
        }
        run += 1;
        // A run of one is told from a longer one.
        shape |= u32::from(run > 1);
    }
    shape
}

/// "NATO" and "U.S." by their letters; single capitals and long words are none.
fn acronym(word: &str) -> Option<u32> {
    let mut letters = [0u8; 8];
    let mut count = 0;
    for c in word.bytes() {
        match c {
            b'A'..=b'Z' if count < letters.len() => {
                letters[count] = c;
                count += 1;
            }
            b'.' => {}
            b's' if count > 1 => {}
            _ => return None,
        }
    }
    (count > 1).then(|| crf::hash(&letters[..count]))
}
