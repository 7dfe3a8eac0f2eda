//! Phrases of several words in the tables, at the start of a line or as all of it: "photo by", "most read".

use super::Class;

/// A line in small letters with straight apostrophes, without marks at its ends and brackets around it.
pub fn key(words: &str) -> String {
    words
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '&' && c != '+')
        .to_lowercase()
        .replace('’', "'")
}

/// The length of the longest of the first words of `lower` that is a phrase of a class; 0 where none is.
pub fn phrase_length(lower: &str, class: Class) -> usize {
    const WORDS: usize = 6;
    let ends = lower
        .char_indices()
        .filter(|&(i, c)| i > 0 && !c.is_alphanumeric() && c != '\'' && c != '-')
        .map(|(i, _)| i);
    let ends = ends.take(WORDS).chain((lower.split(' ').count() <= WORDS).then_some(lower.len()));
    ends.filter(|&end| super::is(&lower[..end], class)).max().unwrap_or(0)
}
