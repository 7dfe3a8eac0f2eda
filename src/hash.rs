//! Maps keyed by what a text says.
//!
//! A hash that anyone can compute lets a text be written whose words all fall into one bucket: 2 MB of such words took
//! a minute. These maps hash with a seed drawn once a process, which no text can know. Nothing may depend on the order
//! in which such a map is walked: the same text gives the same annotation in every process.
//!
//! Keys that are no words of the text (ids, codes, small numbers) stay with the quicker `rustc_hash`: they are handed out
//! by us, one after the other.
//!
//! In wasm the seed comes from `Math.random()`, which a text cannot see either.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;
use std::sync::OnceLock;

use foldhash::quality::FoldHasher;
use foldhash::{SharedSeed, quality::SeedableRandomState};

/// A map keyed by words of the text.
pub(crate) type TextMap<K, V> = HashMap<K, V, Seeded>;

/// A set of words of the text.
pub(crate) type TextSet<K> = HashSet<K, Seeded>;

/// Hashes with the seed of this process.
#[derive(Clone)]
pub(crate) struct Seeded(SeedableRandomState);

impl Default for Seeded {
    fn default() -> Self {
        let (seed, shared) = seeds();
        Self(SeedableRandomState::with_seed(*seed, shared))
    }
}

impl BuildHasher for Seeded {
    type Hasher = FoldHasher<'static>;

    fn build_hasher(&self) -> Self::Hasher {
        self.0.build_hasher()
    }
}

/// A number that no text can know, the same throughout this process.
pub(crate) fn secret() -> u64 {
    seeds().0
}

/// The seed of this process.
fn seeds() -> &'static (u64, SharedSeed) {
    static SEEDS: OnceLock<(u64, SharedSeed)> = OnceLock::new();
    SEEDS.get_or_init(|| (draw(), SharedSeed::from_u64(draw())))
}

#[cfg(not(target_arch = "wasm32"))]
fn draw() -> u64 {
    std::hash::RandomState::new().hash_one(0)
}

#[cfg(target_arch = "wasm32")]
fn draw() -> u64 {
    js_sys::Math::random().to_bits() ^ js_sys::Math::random().to_bits().rotate_left(32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_itself() {
        let hash = |word: &str| Seeded::default().hash_one(word);
        assert_eq!(hash("harbour"), hash("harbour"));
        assert_ne!(hash("harbour"), hash("harbor"));
        let mut times: TextMap<&str, u32> = TextMap::default();
        for word in ["dam", "mayor", "dam"] {
            *times.entry(word).or_default() += 1;
        }
        assert_eq!(times["dam"], 2);
    }

    /// Every source file under a folder.
    fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("the sources are there") {
            let path = entry.expect("a file").path();
            match path.extension() {
                _ if path.is_dir() => sources(&path, found),
                Some(end) if end == "rs" => found.push(path),
                _ => {}
            }
        }
    }

    #[test]
    fn no_words_of_a_text_are_keys_of_a_quick_map() {
        let mut files = Vec::new();
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
        for file in files.iter().filter(|f| !f.ends_with("hash.rs")) {
            let text = std::fs::read_to_string(file).expect("a source file");
            // A table of our own words, made once, cannot be flooded.
            let made_once = |line: &str| line.contains("Lock<") || line.contains("'static str");
            for line in text.lines().filter(|line| !made_once(line)) {
                let quick = ["FxHashMap<&", "FxHashMap<String", "FxHashSet<&", "FxHashSet<String"];
                let found = quick.iter().find(|kind| line.contains(*kind));
                assert_eq!(found, None, "{}: take TextMap or TextSet: {line}", file.display());
            }
        }
    }
}
