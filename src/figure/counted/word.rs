//! What a word can be in the noun phrase after a number, by its ending and by lists.
//!
//! "soldiers" is a plural and "says" is none, "young" can stand before a noun, "of" cannot. Missed:
//! verbs in -s that no list holds, and plurals without an s that none does.

use crate::lexicon::Class;

/// Whether a word looks like a plural, or is one without an s.
pub(super) fn is_plural(word: &str) -> bool {
    if crate::lexicon::is(word, Class::BarePlural) {
        return true;
    }
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && !word.ends_with("'s")
        && !word.ends_with('\'')
        && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'' || b == b'-' || b >= 128)
}

/// Adjectives by their endings, and those that news counts with.
pub(super) fn is_adjective(word: &str) -> bool {
    ["ous", "ful", "ian", "ese", "ish", "less", "able", "ible", "ic", "ed", "ing", "ique", "ive", "ent"]
        .iter()
        .any(|ending| word.ends_with(ending))
        || crate::lexicon::is(word, Class::CountedQuality)
}

/// People in the plural: a noun after them is none of a compound ("one in three adults smokes").
pub(super) fn are_people(word: &str) -> bool {
    ["ers", "ors", "ists", "ians", "ents"].iter().any(|ending| word.ends_with(ending))
        && !crate::lexicon::is(word, Class::NoGroup)
        || crate::lexicon::is(word, Class::GroupToo)
}

/// What people are members of: "two teachers unions".
pub(super) fn is_body(word: &str) -> bool {
    crate::lexicon::is(word, Class::MemberBody)
}

/// One person by what he does, after the noun that says of what: "one election official".
pub(super) fn is_agent(word: &str) -> bool {
    crate::lexicon::is(word, Class::Agent)
}

/// Verbs and adverbs in -s that stand right after a number often enough.
pub(super) fn ends_in_verb(word: &str) -> bool {
    crate::lexicon::is(word, Class::VerbAfterNumber)
}
