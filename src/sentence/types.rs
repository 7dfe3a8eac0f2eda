//! What each word type is to the splitter: a mark, an abbreviation, a word that starts sentences.
//!
//! Each is looked up once a document: "Inc." may end a sentence before "The" and before a word that
//! the text has in small letters too. Missed: words that start sentences and stand in no list.

use crate::hash::TextSet;
use crate::lexicon::{self, Class};
use crate::text::abbreviation::{Abbreviation, classify};
use crate::token::{Case, Words};

/// What a word type is to the splitter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// `.`
    Stop,
    /// `!`, `?`
    Strong,
    /// `…`, `...`
    Ellipsis,
    /// `,` `;` `:`: the sentence goes on.
    Comma,
    /// `–`, `—`
    Dash,
    /// `”`, `)`
    Closing,
    /// `"`, which closes where it stands right after something.
    Straight,
    /// `[`
    Bracket,
    /// A word that ends in a full stop.
    Abbreviation(Ending),
    Other,
}

/// Before which words an abbreviation ends a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// None: "Dr."
    Never,
    /// Words that start sentences: "U.S.", "J."
    Starter,
    /// These, and words that the text has in lower case, too: "Inc.", "etc."
    Known,
    /// Any word with a capital, but a day or time zone: "p.m."
    Capital,
}

/// A word type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) role: Role,
    pub(super) case: Case,
    /// Whether it is a word that often starts a sentence and no name: "The", "He", "But".
    pub(super) starter: bool,
    /// Whether the text has it in lower case, too.
    pub(super) known: bool,
    /// "Monday", "June", "Eastern", "EST"
    pub(super) calendar: bool,
    /// Its length in bytes.
    pub(super) length: u32,
}

/// Looks every word type up.
pub(super) fn classify_types(words: &Words) -> Vec<Type> {
    let mut types = words.map(|lower, case| Type {
        role: role_of(lower),
        case,
        starter: lexicon::is(lower, Class::Opener),
        known: false,
        calendar: is_calendar(lower),
        length: lower.len() as u32,
    });
    if types.iter().any(|t| t.role == Role::Abbreviation(Ending::Known)) {
        let known: TextSet<&str> =
            words.ids().filter(|&id| words.case(id) == Case::Lower).map(|id| words.lower(id)).collect();
        for id in words.ids() {
            types[id.index()].known = words.case(id) == Case::Title && known.contains(words.lower(id));
        }
    }
    types
}

fn role_of(lower: &str) -> Role {
    match lower {
        "." => Role::Stop,
        "!" | "?" | "！" | "？" | "。" => Role::Strong,
        "…" => Role::Ellipsis,
        "," | ";" | ":" => Role::Comma,
        "–" | "—" | "--" | "-" => Role::Dash,
        "”" | "»" | ")" | "]" | "}" | "''" | "›" => Role::Closing,
        "\"" | "'" => Role::Straight,
        "[" => Role::Bracket,
        _ => match lower.strip_suffix('.') {
            Some(word) if word.ends_with('.') => Role::Ellipsis,
            Some(word) => Role::Abbreviation(ending_of(word)),
            None => Role::Other,
        },
    }
}

fn ending_of(word: &str) -> Ending {
    match word {
        "a.m" | "p.m" => Ending::Capital,
        _ if word.contains('.') || word.chars().count() == 1 => Ending::Starter,
        _ => match classify(word) {
            Some(Abbreviation::Title | Abbreviation::Numbered) => Ending::Never,
            Some(Abbreviation::Calendar) => Ending::Starter,
            Some(Abbreviation::Ending) => Ending::Known,
            None => Ending::Starter,
        },
    }
}

fn is_calendar(lower: &str) -> bool {
    lexicon::find(lower).any(lexicon::DAYS) || lexicon::is(lower, lexicon::Class::Zone)
}
