//! What the rest of the document says about a capitalised word.
//!
//! "Masipa" alone may be anything; "Judge Thokozile Masipa" two paragraphs up settles it. For each
//! capitalised word type: the longest run of capitalised words that holds it, the first places where
//! it stands, and, for an acronym, the run whose initials it is ("World Today News" for "WTN").

use rustc_hash::FxHashMap;

use super::word::{Part, Word};
use crate::crf;
use crate::document::Document;
use crate::token::{Gap, TokenKind};

/// Consecutive capitalised words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub first: u32,
    pub end: u32,
}

impl Run {
    pub fn len(self) -> u32 {
        self.end - self.first
    }
}

/// How many places of a word type are kept.
const PLACES: usize = 3;

/// Longer runs are lists or headlines, and say nothing.
const LONGEST: u32 = 8;

/// What is known of a word type from the whole document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// The longest run that holds it; the first of those.
    pub longest: Option<Run>,
    /// Tokens of this type: the first few.
    places: [u32; PLACES],
    count: u8,
}

impl Known {
    pub fn places(&self) -> &[u32] {
        &self.places[..usize::from(self.count)]
    }
}

/// The runs of a document and what they tell.
#[derive(Default)]
pub(super) struct Elsewhere {
    runs: Vec<Run>,
    /// By word type.
    known: Vec<Known>,
    /// Runs of words by the hash of their initials.
    expansions: FxHashMap<u32, Run>,
}

impl Elsewhere {
    pub fn find(document: &Document, words: &[Word], starts: impl Fn(usize) -> bool) -> Self {
        let mut found = Self { known: vec![Known::default(); words.len()], ..Self::default() };
        let mut open: Option<Run> = None;
        for (i, token) in document.tokens.iter().enumerate() {
            let word = &words[token.word.0 as usize];
            let joins = word.capital && !(starts(i) && word.common);
            if token.gap == Gap::Block || !joins {
                found.close(document, words, open.take());
            }
            if joins {
                let run = open.get_or_insert(Run { first: i as u32, end: 0 });
                run.end = i as u32 + 1;
            }
        }
        found.close(document, words, open);
        found
    }

    /// The run that holds a token.
    pub fn run(&self, token: usize) -> Option<Run> {
        let run = *self.runs.get(self.runs.partition_point(|r| r.end as usize <= token))?;
        (run.first as usize <= token).then_some(run)
    }

    pub fn known(&self, word: usize) -> &Known {
        &self.known[word]
    }

    pub fn expansion(&self, acronym: u32) -> Option<Run> {
        self.expansions.get(&acronym).copied()
    }

    fn close(&mut self, document: &Document, words: &[Word], run: Option<Run>) {
        let Some(run) = run else { return };
        self.runs.push(run);
        for i in run.first..run.end {
            let known = &mut self.known[document.tokens[i as usize].word.0 as usize];
            if usize::from(known.count) < PLACES {
                known.places[usize::from(known.count)] = i;
                known.count += 1;
            }
            if run.len() <= LONGEST && known.longest.is_none_or(|longest| longest.len() < run.len()) {
                known.longest = Some(run);
            }
        }
        self.expand(document, words, run.end);
    }

    /// Keeps the initials of the words up to `end`, back over small words between capitals.
    fn expand(&mut self, document: &Document, words: &[Word], end: u32) {
        let mut initials = [0u8; 7];
        let mut at = initials.len();
        let mut gap = 0;
        for i in (end.saturating_sub(14)..end).rev() {
            let token = &document.tokens[i as usize];
            let word = &words[token.word.0 as usize];
            let first = document.text.as_bytes()[token.span.start as usize];
            if word.capital && first.is_ascii_uppercase() {
                if at == 0 {
                    break;
                }
                at -= 1;
                initials[at] = first;
                gap = 0;
                if initials.len() - at > 1 {
                    self.expansions.entry(crf::hash(&initials[at..])).or_insert(Run { first: i, end });
                }
            } else if word.part == Part::Inner && gap < 2 {
                gap += 1;
            } else if token.kind != TokenKind::Word || gap > 0 {
                break;
            } else {
                gap += 1;
            }
            if token.gap == Gap::Block {
                break;
            }
        }
    }
}
