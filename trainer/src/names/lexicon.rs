//! Writes the lexicon: see `whosaid::name::lexicon` for the format.

use std::collections::{BTreeMap, BTreeSet};
use whosaid::crf::{self, Twelves};
use whosaid::name::lexicon::{Entry, sequence};

/// Packs words with their entries. Of two words with one hash the first in the map stays.
///
/// A word may be several, parted by spaces: a place name. `coarse` gives the coarse class of each
/// class.
pub fn pack(words: &BTreeMap<String, Entry>, coarse: &[u8], wide_coarse: &[u8]) -> Vec<u8> {
    let mut by_hash: BTreeMap<u32, Entry> = BTreeMap::new();
    let bits = ((words.len() / 3).max(2).ilog2() + 1).clamp(1, 16);
    let visible = |hash: u32| hash >> (32 - bits) << 12 | (hash & 0xFFF);
    let mut seen = BTreeSet::new();
    for (word, entry) in words {
        let hash = word.split(' ').map(|w| crf::hash(w.as_bytes())).reduce(sequence).unwrap_or(0);
        if seen.insert(visible(hash)) {
            by_hash.insert(hash, *entry);
        }
    }
    let mut counts = vec![0u8; 1 << bits];
    for hash in by_hash.keys() {
        counts[(hash >> (32 - bits)) as usize] += 1;
    }
    let mut file = (by_hash.len() as u32).to_le_bytes().to_vec();
    file.extend([bits as u8, 0]);
    file.extend((coarse.len() as u16).to_le_bytes());
    file.extend(coarse);
    file.extend((wide_coarse.len() as u16).to_le_bytes());
    file.extend(wide_coarse);
    file.extend(counts);
    file.extend(Twelves::write(by_hash.keys().copied()));
    file.extend(by_hash.values().flat_map(|entry| (entry.0 as u16).to_le_bytes()));
    file.extend(by_hash.values().flat_map(|entry| entry.wide().to_le_bytes()));
    file
}
