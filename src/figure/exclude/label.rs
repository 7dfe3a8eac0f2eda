//! Words that a number after them only labels: "Article 5", "Game 7".
//!
//! Most are labels in small letters too; some only with a capital, since "in the first game 7 players
//! fell" counts.

use crate::lexicon::Class;

/// Words that a number after them only labels.
pub(super) fn is_label(word: &str) -> bool {
    crate::lexicon::is(word, Class::Label)
}

/// Words before a number with a hyphen or colon in it, which is then a file's: "case 22-4567".
pub(super) fn is_filed(word: &str) -> bool {
    crate::lexicon::is(word, Class::Filed)
}

/// Words with a capital that a number after them only labels: "Game 7", "Region 1".
pub(super) fn is_part(word: &str) -> bool {
    crate::lexicon::is(word, Class::Part)
}
