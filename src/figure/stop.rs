//! What ends a noun phrase behind a number.

use crate::lexicon::{Class, is};

/// Words that cannot stand between a number and the noun it counts.
pub(super) fn stops(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t") || is(word, Class::Stops)
}
