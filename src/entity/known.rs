//! By what people may be known: hashes of their names, and who shares each.

use std::hash::{BuildHasher, Hasher};

use crate::hash::Seeded;

/// At most so many people who share a surname are told apart.
pub(super) const NAMESAKES: usize = 8;

/// What a person may be called.
pub(super) const ENDS: u8 = 0;
pub(super) const INITIAL: u8 = 1;
pub(super) const SURNAME: u8 = 2;
pub(super) const GIVEN: u8 = 3;
pub(super) const FIRST_WORDS: u8 = 4;
pub(super) const LAST_WORDS: u8 = 5;
/// The first of two surnames, or the surname of "Carl Ames Jr.".
pub(super) const OTHER: u8 = 6;

/// The hash of words that people may be known by.
pub(super) fn key<'w>(what: u8, words: impl IntoIterator<Item = &'w str>) -> u64 {
    let mut hasher = Seeded::default().build_hasher();
    hasher.write_u8(what);
    for word in words {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.finish()
}

/// People who share a name; beyond the limit, all the same ambiguous.
#[derive(Clone, Copy, Default)]
pub(super) struct Few {
    ids: [u32; NAMESAKES],
    len: u8,
}

impl Few {
    /// Their spellings.
    pub(super) fn ids(&self) -> &[u32] {
        &self.ids[..usize::from(self.len)]
    }

    /// Adds one of them.
    pub(super) fn add(&mut self, id: u32) {
        if usize::from(self.len) < NAMESAKES && !self.ids().contains(&id) {
            self.ids[usize::from(self.len)] = id;
            self.len += 1;
        }
    }
}
