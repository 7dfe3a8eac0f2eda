//! The different words of a document, each once.

use crate::hash::TextMap;

use crate::lexicon::{self, Known};
use crate::text::entity::entity_at;

/// The index of a word type in [`Words`]. "Russia" and "RUSSIA" are two types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

impl WordId {
    /// The index as a number, for tables made with [`Words::map`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The case of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letters with case: digits, marks.
    None,
    /// `soldier`
    Lower,
    /// `Soldier`
    Title,
    /// `NATO`, `U.S.`; also a single capital.
    Upper,
    /// `McCain`, `iPhone`, `UkraineS`
    Mixed,
}

impl Case {
    /// Whether the word has a capital.
    pub fn has_capital(self) -> bool {
        matches!(self, Case::Title | Case::Upper | Case::Mixed)
    }
}

/// The word types of a document.
#[derive(Default)]
pub struct Words {
    /// Lower-case forms, one after the other.
    lower: String,
    types: Vec<Type>,
}

struct Type {
    lower: (u32, u32),
    case: Case,
    known: Known,
}

impl Words {
    /// How many different words there are.
    pub fn len(&self) -> usize {
        self.types.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.types.is_empty()
    }

    /// Every word type.
    pub fn ids(&self) -> impl Iterator<Item = WordId> + use<> {
        (0..self.types.len() as u32).map(WordId)
    }

    /// The word in lower case, with straight apostrophes and without soft hyphens.
    pub fn lower(&self, id: WordId) -> &str {
        let (start, end) = self.types[id.0 as usize].lower;
        &self.lower[start as usize..end as usize]
    }

    /// What `look_up` tells of each word type from its lower-case form and its case: one look-up a
    /// type, whatever the text's length. Index it with [`WordId::index`].
    ///
    /// ```
    /// # use whosaid::document::Document;
    /// let document = Document::new("May the soldiers return in May.");
    /// let months = document.words.map(|lower, _| lower == "may");
    /// let found = document.tokens.iter().filter(|t| months[t.word.index()]).count();
    /// assert_eq!(found, 2);
    /// ```
    pub fn map<T>(&self, mut look_up: impl FnMut(&str, Case) -> T) -> Vec<T> {
        self.ids().map(|id| look_up(self.lower(id), self.case(id))).collect()
    }

    /// What the lexicon knows of the word: looked up once.
    pub fn known(&self, id: WordId) -> Known {
        self.types[id.0 as usize].known
    }

    /// The case that the word is written in.
    pub fn case(&self, id: WordId) -> Case {
        self.types[id.0 as usize].case
    }
}

impl Words {
    /// Straight apostrophes; nothing that is not seen.
    fn push_lower(&mut self, c: char) {
        match c {
            '’' | '‘' | 'ʼ' | '´' | '＇' => self.lower.push('\''),
            '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            _ => self.lower.extend(c.to_lowercase()),
        }
    }
}

/// Fills [`Words`] while a text is cut up.
#[derive(Default)]
pub(super) struct Interner<'t> {
    ids: TextMap<&'t str, WordId>,
    pub(super) words: Words,
}

impl<'t> Interner<'t> {
    pub(super) fn id(&mut self, word: &'t str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let words = &mut self.words;
        let start = words.lower.len() as u32;
        match entity_at(word) {
            Some((length, c)) if word.starts_with('&') => {
                words.push_lower(c);
                word[length..].chars().for_each(|c| words.push_lower(c));
            }
            // "Men-\nsah", broken at the end of its line
            _ if word.contains([' ', '\n', '\r', '\t']) => {
                word.chars().filter(|c| *c != '-' && !c.is_whitespace()).for_each(|c| words.push_lower(c));
            }
            _ if word.is_ascii() => {
                words.lower.push_str(word);
                words.lower[start as usize..].make_ascii_lowercase();
            }
            _ => word.chars().for_each(|c| words.push_lower(c)),
        }
        let id = WordId(words.types.len() as u32);
        let known = lexicon::find(&words.lower[start as usize..]);
        words.types.push(Type { lower: (start, words.lower.len() as u32), case: case_of(word), known });
        self.ids.insert(word, id);
        id
    }
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_uppercase() || c.is_lowercase());
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    letters.for_each(|c| if c.is_uppercase() { upper += 1 } else { lower += 1 });
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, 1..) => Case::Title,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}
