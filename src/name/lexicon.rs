//! The lexicon: what is known of a word before the text is read.
//!
//! A word has two classes, of words that stand in the same surroundings: one learnt from the training text, as the word is
//! written there ("Nairobi" and "Abuja"; "minister" and "chairman"), and a *wide* one learnt from far more text in lower
//! case, which many words have that the training text never showed. Each class belongs to a coarse one. A few flags
//! tell what lists know. Words are kept as hashes, and looked up where the file lies. Place names of several
//! words are kept too.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | number of words |
//! | 1, 1 | bits of the bucket number; 0 |
//! | 2 | number of classes |
//! | 1 each class | its coarse class |
//! | 2 | number of wide classes |
//! | 1 each wide class | its coarse class |
//! | 1 each bucket | how many words it holds |
//! | 1½ each word | the low 12 bits of its hash |
//! | 2 each word | class, and flags in the high bits |
//! | 2 each word | wide class |

use crate::crf::{self, Error, Twelves};

/// The bits of an entry that are the class; the four above are flags, and the high half is the wide class.
const CLASS: u32 = (1 << 12) - 1;

/// What the lexicon says about a word. The default is that of an unknown word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(pub u32);

impl Entry {
    /// Stands in a gazetteer of cities and first-level regions.
    pub const PLACE: u32 = 1 << 15;
    /// A country.
    pub const COUNTRY: u32 = 1 << 13;
    /// A given name.
    pub const GIVEN: u32 = 1 << 12;
    /// Seen inside a name in lower case: "of", "and", "al".
    pub const INNER: u32 = 1 << 14;

    /// An entry of a class and a wide class (0 is none) with flags.
    pub fn new(class: u16, wide: u16, flags: u32) -> Self {
        Self(u32::from(class) & CLASS | u32::from(wide) << 16 | flags & 0xF000)
    }

    /// The word's class; 0 where it has none.
    pub fn class(self) -> u16 {
        (self.0 & CLASS) as u16
    }

    /// The word's class by the wide vectors; 0 where it has none.
    pub fn wide(self) -> u16 {
        (self.0 >> 16) as u16
    }

    /// Whether the training text or a list shows the word as it is written here; a wide class alone says nothing of that.
    pub fn is_seen(self) -> bool {
        self.0 & 0xFFFF != 0
    }

    /// All its flags, as one small number.
    pub fn flags(self) -> u16 {
        (self.0 >> 12 & 15) as u16
    }

    /// Whether a flag is set.
    pub fn has(self, flag: u32) -> bool {
        self.0 & flag != 0
    }
}

/// The words of the lexicon.
pub struct Lexicon<'m> {
    shift: u32,
    coarse: &'m [u8],
    buckets: Vec<u32>,
    hashes: Twelves<'m>,
    entries: &'m [u8],
    wide: &'m [u8],
    wide_coarse: &'m [u8],
}

impl<'m> Lexicon<'m> {
    /// Reads a lexicon off the front of `bytes`; gives it and what follows.
    pub fn open(bytes: &'m [u8]) -> Result<(Self, &'m [u8]), Error> {
        let damaged = Error::Damaged("lexicon");
        let (head, rest) = bytes.split_at_checked(8).ok_or(damaged.clone())?;
        let count = u32::from_le_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let bits = u32::from(head[4]);
        if !(1..=16).contains(&bits) {
            return Err(damaged);
        }
        let classes = usize::from(u16::from_le_bytes([head[6], head[7]]));
        let (coarse, rest) = rest.split_at_checked(classes).ok_or(damaged.clone())?;
        let (head, rest) = rest.split_at_checked(2).ok_or(damaged.clone())?;
        let wides = usize::from(u16::from_le_bytes([head[0], head[1]]));
        let (wide_coarse, rest) = rest.split_at_checked(wides).ok_or(damaged.clone())?;
        let (counts, rest) = rest.split_at_checked(1 << bits).ok_or(damaged.clone())?;
        let (hashes, rest) = rest.split_at_checked(Twelves::bytes(count)).ok_or(damaged.clone())?;
        let (entries, rest) = rest.split_at_checked(count.saturating_mul(2)).ok_or(damaged.clone())?;
        let (wide, rest) = rest.split_at_checked(count.saturating_mul(2)).ok_or(damaged.clone())?;
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
        Ok((
            Self { shift: 32 - bits, coarse, buckets, hashes: Twelves(hashes), entries, wide, wide_coarse },
            rest,
        ))
    }

    /// A number that tells this lexicon's wide classes from those of another training.
    pub fn stamp(&self) -> u32 {
        crf::key_pair(0, crf::hash(self.hashes.0), crf::hash(self.wide))
    }

    /// The entry of a word.
    pub fn find(&self, word: &[u8]) -> Option<Entry> {
        self.find_hash(crf::hash(word))
    }

    /// The coarse class that a class belongs to.
    pub fn coarse(&self, entry: Entry) -> u8 {
        self.coarse_of(entry.class())
    }

    /// The coarse class that a class number belongs to.
    pub fn coarse_of(&self, class: u16) -> u8 {
        usize::from(class).checked_sub(1).and_then(|c| self.coarse.get(c)).copied().unwrap_or(0)
    }

    /// The coarse class that a wide class belongs to.
    pub fn wide_coarse(&self, entry: Entry) -> u8 {
        usize::from(entry.wide()).checked_sub(1).and_then(|c| self.wide_coarse.get(c)).copied().unwrap_or(0)
    }

    /// The entry of what has this hash: a word's, or [`sequence`].
    pub fn find_hash(&self, key: u32) -> Option<Entry> {
        let bucket = (key >> self.shift) as usize;
        let low = key as u16 & 0xFFF;
        (self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize)
            .find(|&i| self.hashes.get(i) == low)
            .map(|i| {
                Entry(u32::from_le_bytes([
                    self.entries[2 * i],
                    self.entries[2 * i + 1],
                    self.wide[2 * i],
                    self.wide[2 * i + 1],
                ]))
            })
    }
}

/// The hash of a name of several words, from the hash of all but the last and that of the last.
pub fn sequence(words: u32, last: u32) -> u32 {
    crf::key_pair(255, words, last)
}
