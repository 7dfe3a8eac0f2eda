//! The scores of word types, worked out once a document.

use super::Scores;

/// The scores of each word type at each distance from a token, worked out when they are first needed.
pub struct WordScores<const N: usize> {
    distances: usize,
    /// For each word type and distance, one more than its place in `rows`.
    places: Vec<u32>,
    rows: Vec<Scores<N>>,
}

impl<const N: usize> WordScores<N> {
    /// For so many word types, looked at from so many distances.
    pub fn new(words: usize, distances: usize) -> Self {
        Self { distances, places: vec![0; words * distances], rows: Vec::new() }
    }

    /// Adds the scores of a word at a distance to `total`; `find` adds them to a row of zeros.
    #[inline]
    pub fn add(
        &mut self,
        word: usize,
        distance: usize,
        total: &mut Scores<N>,
        find: impl FnOnce(&mut Scores<N>),
    ) {
        let place = &mut self.places[word * self.distances + distance];
        if *place == 0 {
            let mut row = [0; N];
            find(&mut row);
            self.rows.push(row);
            *place = self.rows.len() as u32;
        }
        for (sum, score) in total.iter_mut().zip(&self.rows[*place as usize - 1]) {
            *sum += score;
        }
    }
}
