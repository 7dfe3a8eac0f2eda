//! What a word can be in a sentence, as far as a list or its ending tells.
//!
//! There is no part-of-speech tagger: closed classes, verbs of saying and irregular forms come from
//! [`crate::lexicon`], other verbs are known by `-ed`. A word may be in several classes ("that", "her"). Each word type of a
//! document is classified once.

use std::collections::BTreeMap;

use super::cue::Cue;
use crate::document::Document;
use crate::lexicon::{self, Known};
use crate::token::{TokenKind, WordId, Words};

/// A set of word classes.
pub(super) type Class = u32;

/// the, a, this, every
pub(super) const DETERMINER: Class = 1;
/// his, whose; also "'s"
pub(super) const POSSESSIVE: Class = 1 << 1;
/// he, they, I
pub(super) const SUBJECT: Class = 1 << 2;
/// him, us, her
pub(super) const OBJECT: Class = 1 << 3;
/// of, in, for
pub(super) const PREPOSITION: Class = 1 << 4;
/// is, has, would
pub(super) const AUXILIARY: Class = 1 << 5;
/// is, was, been
pub(super) const BE: Class = 1 << 6;
/// also, later, repeatedly, not
pub(super) const ADVERB: Class = 1 << 7;
/// and, or, but
pub(super) const CONJUNCTION: Class = 1 << 8;
/// because, while, if
pub(super) const SUBORDINATOR: Class = 1 << 9;
/// how, whether, what
pub(super) const QUESTION: Class = 1 << 10;
/// who, which
pub(super) const RELATIVE: Class = 1 << 11;
/// Tuesday, yesterday
pub(super) const TIME: Class = 1 << 12;
/// A form that is a verb wherever it stands: went, took
pub(super) const VERB: Class = 1 << 13;
/// A form that may be a past tense or a participle: voted
pub(super) const PAST: Class = 1 << 14;
/// -ing
pub(super) const ING: Class = 1 << 15;
/// A verb or noun that may tell of speech.
pub(super) const CUE: Class = 1 << 16;
/// Its first letter is a capital.
pub(super) const CAPITAL: Class = 1 << 17;
/// Letters or digits.
pub(super) const WORD: Class = 1 << 18;
/// "that"
pub(super) const THAT: Class = 1 << 19;
/// "to"
pub(super) const TO: Class = 1 << 20;
/// Digits.
pub(super) const NUMBER: Class = 1 << 21;
/// Ends a sentence or parts it: any punctuation but hyphens, full stops in names, `&`.
pub(super) const STOP: Class = 1 << 22;
/// has, have, had
pub(super) const HAVE: Class = 1 << 23;
/// will, would, could
pub(super) const MODAL: Class = 1 << 24;
/// Words in quotation marks, taken as one.
pub(super) const QUOTATION: Class = 1 << 25;
/// Part of a name.
pub(super) const NAME: Class = 1 << 26;

/// What no noun phrase holds but as a part of another phrase.
pub(super) const FUNCTION: Class = SUBJECT
    | PREPOSITION
    | AUXILIARY
    | CONJUNCTION
    | SUBORDINATOR
    | QUESTION
    | RELATIVE
    | THAT
    | TO
    | STOP
    | VERB
    | QUOTATION;

/// The classes of every word type of a document.
pub(super) struct Classes {
    of: Vec<Class>,
    cues: Vec<Option<Cue>>,
}

impl Classes {
    pub(super) fn new(document: &Document) -> Self {
        Self::by(document, |lower| listed_as(lexicon::find(lower)))
    }

    /// As `find` knows them.
    pub(super) fn by(document: &Document, find: impl Fn(&str) -> Listed) -> Self {
        let words = &document.words;
        let mut of = vec![0; words.len()];
        let mut cues = vec![None; words.len()];
        for id in words.ids() {
            let lower = words.lower(id);
            let listed = find(lower);
            of[id.0 as usize] = classify(words, id, lower, listed);
            cues[id.0 as usize] = listed.cue;
        }
        for token in &document.tokens {
            let class = &mut of[token.word.0 as usize];
            match token.kind {
                TokenKind::Word => *class |= WORD,
                TokenKind::Number => *class |= WORD | NUMBER,
                TokenKind::Link => *class |= WORD,
                TokenKind::Quote | TokenKind::Punctuation | TokenKind::Symbol => {}
            }
        }
        Self { of, cues }
    }

    pub(super) fn of(&self, word: WordId) -> Class {
        self.of[word.0 as usize]
    }

    pub(super) fn cue(&self, word: WordId) -> Option<Cue> {
        self.cues[word.0 as usize]
    }
}

/// What lists say of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Listed {
    /// Its classes where it is listed: its ending then tells nothing.
    pub class: Option<Class>,
    /// What verb of saying it is.
    pub cue: Option<Cue>,
}

/// Every listed word with what the lists say of it, in order.
pub(super) fn listed() -> BTreeMap<String, Listed> {
    let all = lexicon::all().map(|(word, known)| (word.to_owned(), listed_as(known)));
    all.filter(|(_, listed)| *listed != Listed::default()).collect()
}

fn classify(words: &Words, id: WordId, lower: &str, listed: Listed) -> Class {
    let mut class = 0;
    if words.case(id).has_capital() {
        class |= CAPITAL;
    }
    if listed.cue.is_some() {
        class |= CUE;
    }
    if !lower.starts_with(|c: char| c.is_alphanumeric()) {
        return class
            | match lower {
                "'s" => POSSESSIVE | WORD,
                "-" | "‐" | "‑" | "&" | "/" | "'" | "$" | "€" | "£" | "%" | "#" => 0,
                _ => STOP,
            };
    }
    if let Some(listed) = listed.class {
        return class | listed;
    }
    if let Some(stem) = lower.strip_suffix("n't") {
        class |= AUXILIARY | if matches!(stem, "is" | "was" | "are" | "were") { BE } else { 0 };
    } else if is_contraction(lower) {
        class |= SUBJECT | AUXILIARY;
    } else if lower.ends_with("ly") && lower.len() > 4 {
        class |= ADVERB;
    } else if lower.ends_with("ed") && lower.len() > 4 && !lower.ends_with("eed") {
        class |= PAST;
    } else if lower.ends_with("ing") && lower.len() > 4 {
        class |= ING;
    }
    class
}

/// "he'd", "they've", "I'm"
fn is_contraction(lower: &str) -> bool {
    lower.split_once('\'').is_some_and(|(pronoun, rest)| {
        matches!(rest, "d" | "ll" | "m" | "re" | "ve") && lexicon::is(pronoun, lexicon::Class::Contracted)
    })
}

/// The classes that the lexicon has for words of closed classes; the ending of a word in one of them tells nothing.
const CLOSED: [(lexicon::Class, Class); 20] = [
    (lexicon::Class::Determiner, DETERMINER),
    (lexicon::Class::Possessive, POSSESSIVE),
    (lexicon::Class::Subject, SUBJECT),
    (lexicon::Class::Object, OBJECT),
    (lexicon::Class::Preposition, PREPOSITION),
    (lexicon::Class::Auxiliary, AUXILIARY),
    (lexicon::Class::Be, BE),
    (lexicon::Class::Have, HAVE),
    (lexicon::Class::Modal, MODAL),
    (lexicon::Class::Adverb, ADVERB),
    (lexicon::Class::Conjunction, CONJUNCTION),
    (lexicon::Class::Subordinator, SUBORDINATOR),
    (lexicon::Class::Question, QUESTION),
    (lexicon::Class::Relative, RELATIVE),
    (lexicon::Class::Time, TIME),
    (lexicon::Class::That, THAT),
    (lexicon::Class::To, TO),
    (lexicon::Class::Past, PAST),
    (lexicon::Class::Verb, VERB),
    (lexicon::Class::Plain, 0),
];

/// What the lexicon says of a word.
fn listed_as(known: Known) -> Listed {
    let of = CLOSED.iter().filter(|(class, _)| known.is(*class));
    let class = of.map(|(_, bits)| *bits).reduce(|one, other| one | other);
    let cue = known.reporting().map(|verb| Cue { frame: verb.frame, form: verb.form });
    Listed { class, cue }
}
