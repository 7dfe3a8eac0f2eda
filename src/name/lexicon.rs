//! The lexicon: what is known of a word before the text is read.
//!
//! For the words seen often enough in training, their class (words of a class stand in the same
//! surroundings: "Nairobi" and "Abuja"; "minister" and "chairman") and a few [`Flags`]. Words are
//! kept as hashes, and looked up where the file lies.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | number of words |
//! | 1, 1 | bits of the bucket number; 0 |
//! | 1 each bucket | how many words it holds |
//! | 2 each word | the low half of its hash |
//! | 2 each word | class, and flags in the high bits |

use crate::crf::{self, Error};

/// How many bits of a value are the class.
const CLASS_BITS: u32 = 12;

/// What the lexicon says about a word. The default is that of an unknown word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(pub u16);

impl Entry {
    /// Stands in a gazetteer of countries and cities.
    pub const PLACE: u16 = 1 << 15;
    /// Seen inside a name in lower case: "of", "and", "al".
    pub const INNER: u16 = 1 << 14;

    /// An entry of a class (0 is none) with flags.
    pub fn new(class: u16, flags: u16) -> Self {
        Self(class & ((1 << CLASS_BITS) - 1) | flags)
    }

    /// The word's class; 0 where it has none.
    pub fn class(self) -> u16 {
        self.0 & ((1 << CLASS_BITS) - 1)
    }

    /// Whether a flag is set.
    pub fn has(self, flag: u16) -> bool {
        self.0 & flag != 0
    }
}

/// The words of the lexicon.
pub struct Lexicon<'m> {
    shift: u32,
    buckets: Vec<u32>,
    hashes: &'m [u8],
    entries: &'m [u8],
}

impl<'m> Lexicon<'m> {
    /// A lexicon without words.
    pub fn empty() -> Self {
        Self { shift: 31, buckets: vec![0; 3], hashes: &[], entries: &[] }
    }

    /// Reads a lexicon off the front of `bytes`; gives it and what follows.
    pub fn open(bytes: &'m [u8]) -> Result<(Self, &'m [u8]), Error> {
        let damaged = Error::Damaged("lexicon");
        let (head, rest) = bytes.split_at_checked(6).ok_or(damaged.clone())?;
        let count = u32::from_le_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let bits = u32::from(head[4]);
        if !(1..=16).contains(&bits) {
            return Err(damaged);
        }
        let (counts, rest) = rest.split_at_checked(1 << bits).ok_or(damaged.clone())?;
        let (hashes, rest) = rest.split_at_checked(count.saturating_mul(2)).ok_or(damaged.clone())?;
        let (entries, rest) = rest.split_at_checked(count.saturating_mul(2)).ok_or(damaged.clone())?;
        let mut buckets = Vec::with_capacity(counts.len() + 1);
        let mut next = 0;
        buckets.push(next);
        for &count in counts {
            next += u32::from(count);
            buckets.push(next);
        }
        if next as usize != count {
            return Err(damaged);
        }
        Ok((Self { shift: 32 - bits, buckets, hashes, entries }, rest))
    }

    /// The entry of a word.
    pub fn find(&self, word: &[u8]) -> Option<Entry> {
        let key = crf::hash(word);
        let bucket = (key >> self.shift) as usize;
        let [low, high] = (key as u16).to_le_bytes();
        (self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize)
            .find(|&i| self.hashes[2 * i] == low && self.hashes[2 * i + 1] == high)
            .map(|i| Entry(u16::from_le_bytes([self.entries[2 * i], self.entries[2 * i + 1]])))
    }
}
