//! A set of the words that can mean something in a figure, to pass over all others at once.
//!
//! Most words of a text are none: one hash and one bit tell so, where the tables would cost a dozen
//! string comparisons each. Built by the compiler. Now and then a word passes for nothing.

use super::data::{currencies, units};
use super::{currency, lexicon, symbol};

const BITS: usize = 1 << 14;

static WORDS: [u64; BITS / 64] = {
    let mut words = [0; BITS / 64];
    add(&mut words, lexicon::NUMBERS);
    add(&mut words, lexicon::ORDINALS);
    add(&mut words, lexicon::CALENDAR);
    add(&mut words, lexicon::PERIODS);
    add(&mut words, currencies::NOUNS);
    add(&mut words, currency::BARE);
    add(&mut words, currency::BESIDE);
    add(&mut words, currency::LETTERS);
    add(&mut words, units::FORMS);
    add(&mut words, units::SYMBOLS);
    add(&mut words, symbol::NEWS);
    add(&mut words, symbol::GLUED);
    words
};

const fn add<T>(words: &mut [u64; BITS / 64], table: &[(&str, T)]) {
    let mut i = 0;
    while i < table.len() {
        let bit = hash(table[i].0.as_bytes());
        words[bit / 64] |= 1 << (bit % 64);
        i += 1;
    }
}

/// FNV-1a of the letters that the word starts with, in lower case.
const fn hash(word: &[u8]) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    let mut i = 0;
    while i < word.len() && word[i].is_ascii_alphabetic() {
        hash = (hash ^ word[i].to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193);
        i += 1;
    }
    ((hash ^ hash >> 15) as usize) % BITS
}

/// Whether the word may be in one of the tables. Currency codes are not asked for here.
pub(super) fn may_matter(word: &str) -> bool {
    let bit = hash(word.as_bytes());
    WORDS[bit / 64] >> (bit % 64) & 1 == 1
}
