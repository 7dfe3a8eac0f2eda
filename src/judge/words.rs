//! What the judge knows of words: a stem, a form, and a few closed classes.
//!
//! The table (`src/data/judge.words.tsv`) is the judge's own, since its weights were learnt with it: other stages may change
//! their lists without making the judge see something else. Whoever changes this one trains `src/data/judge.bin` anew.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// How a word is inflected, as far as its ending tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Form {
    /// say
    Base,
    /// says
    Third,
    /// saying
    Ing,
    /// claimed, said
    Past,
}

/// The stem and form of a word in lower case: "claiming" and "claims" have one stem.
pub(super) fn stem(word: &str) -> (&str, Form) {
    if let Some(stem) = LISTED.get(word).map(|(_, stem)| *stem).filter(|stem| !stem.is_empty()) {
        return (stem, Form::Past);
    }
    let (bare, form) = if let Some(bare) = word.strip_suffix("ing").filter(|b| b.len() > 2) {
        (bare, Form::Ing)
    } else if let Some(bare) = word.strip_suffix("ied").filter(|b| b.len() > 1) {
        (bare, Form::Past)
    } else if let Some(bare) = word.strip_suffix("ed").filter(|b| b.len() > 2) {
        (bare, Form::Past)
    } else if let Some(bare) = word.strip_suffix("ies").filter(|b| b.len() > 1) {
        (bare, Form::Third)
    } else if let Some(bare) = word.strip_suffix('s').filter(|b| b.len() > 2 && !b.ends_with('s')) {
        (bare, Form::Third)
    } else {
        (word, Form::Base)
    };
    let bare = bare.strip_suffix(['e', 'y', 'i']).unwrap_or(bare);
    // "admitted"
    let mut back = bare.bytes().rev();
    let doubled = form != Form::Base && bare.len() > 3 && back.next() == back.next() && !bare.ends_with('s');
    let bare = if doubled && bare.is_ascii() { &bare[..bare.len() - 1] } else { bare };
    (bare, form)
}

/// A set of what a word may be.
pub(super) type Class = u16;

pub(super) const BE: Class = 1;
pub(super) const HAVE: Class = 1 << 1;
pub(super) const MODAL: Class = 1 << 2;
pub(super) const NEGATION: Class = 1 << 3;
pub(super) const CONDITION: Class = 1 << 4;
pub(super) const PREPOSITION: Class = 1 << 5;
pub(super) const ARTICLE: Class = 1 << 6;
pub(super) const PRONOUN: Class = 1 << 7;
pub(super) const SELF: Class = 1 << 8;
pub(super) const RELATIVE: Class = 1 << 9;
pub(super) const DO: Class = 1 << 10;
pub(super) const ADVERB: Class = 1 << 11;
pub(super) const VAGUE: Class = 1 << 12;
pub(super) const CONJUNCTION: Class = 1 << 13;

const CLASSES: [(&str, Class); 14] = [
    ("be", BE),
    ("have", HAVE),
    ("modal", MODAL),
    ("negation", NEGATION),
    ("condition", CONDITION),
    ("preposition", PREPOSITION),
    ("article", ARTICLE),
    ("pronoun", PRONOUN),
    ("self", SELF),
    ("relative", RELATIVE),
    ("do", DO),
    ("adverb", ADVERB),
    ("vague", VAGUE),
    ("conjunction", CONJUNCTION),
];

/// The table: a word, the stem of an irregular past, classes.
const TABLE: &str = include_str!("../data/judge.words.tsv");

/// The classes of a word in lower case.
pub(super) fn class(word: &str) -> Class {
    LISTED.get(word).map_or(0, |(class, _)| *class)
}

/// Every listed word: its classes and its stem.
static LISTED: LazyLock<FxHashMap<&str, (Class, &str)>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let (word, stem, classes) = (fields.next()?, fields.next()?, fields.next()?);
            let bit = |name: &str| CLASSES.iter().find(|(n, _)| *n == name).map_or(0, |(_, bit)| *bit);
            Some((word, (classes.split(' ').fold(0, |all, name| all | bit(name)), stem)))
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_verb_have_one_stem() {
        for words in [
            &["say", "says", "said", "saying"][..],
            &["admit", "admits", "admitted", "admitting"],
            &["deny", "denies", "denied", "denying"],
            &["argue", "argues", "argued", "arguing"],
            &["write", "writes", "wrote", "writing"],
        ] {
            let stems: Vec<&str> = words.iter().map(|word| stem(word).0).collect();
            assert!(
                stems
                    .iter()
                    .all(|s| *s == stems[0] || s.trim_end_matches('y') == stems[0].trim_end_matches('y')),
                "{stems:?}"
            );
        }
    }
}
