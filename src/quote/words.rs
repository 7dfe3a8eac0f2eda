//! What a word can be in a sentence, as far as a list or its ending tells.
//!
//! There is no part-of-speech tagger: closed classes are listed, verbs of saying come from
//! [`super::cue`], other verbs are known by a short list of irregular forms and by `-ed`. A word may
//! be in several classes ("that", "her"). Each word type of a document is classified once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cue::{self, Cue};
use super::feature::frozen;
use crate::document::Document;
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
        Self::by(document, |lower| Listed { class: LISTED.get(lower).copied(), cue: cue::find(lower) })
    }

    /// As the model knows them, whatever the lists have come to say.
    pub(super) fn frozen(document: &Document) -> Self {
        Self::by(document, frozen::find)
    }

    fn by(document: &Document, find: impl Fn(&str) -> Listed) -> Self {
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
    let mut all: BTreeMap<String, Listed> = BTreeMap::new();
    LISTED.iter().for_each(|(word, class)| all.entry((*word).to_owned()).or_default().class = Some(*class));
    cue::all().for_each(|(word, cue)| all.entry(word.to_owned()).or_default().cue = Some(cue));
    all
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
        matches!(rest, "d" | "ll" | "m" | "re" | "ve")
            && matches!(pronoun, "i" | "he" | "she" | "it" | "we" | "you" | "they" | "who" | "that" | "there")
    })
}

/// Closed classes.
const CLOSED: &[(Class, &str)] = &[
    (
        DETERMINER,
        "a all an another any both each either every few many most neither no several some such that the these \
         this those",
    ),
    (POSSESSIVE, "her his its my our their whose your"),
    (SUBJECT, "he i it she there they we you"),
    (OBJECT, "her herself him himself it itself me myself them themselves us you"),
    (
        PREPOSITION,
        "about above across against along alongside amid amidst among around at behind beneath beside besides \
         between beyond by concerning despite during except following for from in inside into like near of off on \
         onto out outside over per regarding through throughout toward towards under unlike until up upon via with \
         within without",
    ),
    (AUXILIARY, "do did does"),
    (AUXILIARY | BE, "am are be been being is was were"),
    (AUXILIARY | HAVE, "had has have having"),
    (AUXILIARY | MODAL, "can cannot could may might must shall should will would"),
    (
        ADVERB,
        "again ago alone already also always aloud anyway away back earlier else even ever first further \
         furthermore here however indeed instead just later meanwhile moreover nevertheless never nonetheless not \
         now often once only perhaps previously quite rather sometimes soon still then therefore though thus today \
         too twice very yesterday yet",
    ),
    (CONJUNCTION, "and but nor or"),
    (
        SUBORDINATOR,
        "after although as because before if once since than though unless until when whereas while",
    ),
    (QUESTION, "how what when where whether which who whom why"),
    (RELATIVE, "where which who whom"),
    (TIME, "friday monday saturday sunday thursday today tomorrow tonight tuesday wednesday yesterday"),
    (THAT, "that"),
    (TO, "to"),
    (
        PAST,
        "ate beat bit blew burst cast cut dealt dug drank dropped fed froze hid hit hung hurt laid left lent let lit put \
         rode sank saw set shook shot shut slept slid split spread stole stuck swept taught tore withdrew woke",
    ),
    (
        VERB,
        "became began begun broke brought built came caught chose drew drove fell fled flew forgot fought gave heard get \
         gets getting go goes gone got grew held kept knew led lost made make makes meant met paid ran rose sat sent \
         sold sought spent spoke stood struck swore taken threw told took tried understood went won wore wrote",
    ),
];

/// Words in -ly that are no adverbs.
const NOT_ADVERBS: &str = "ally apply assembly daily early elderly emily family friendly imply italy july kelly monopoly \
    only rally rely reply supply weekly";

/// Words in -ing that are no forms of a verb.
const NOT_PARTICIPLES: &str = "anything beijing building during evening everything king meeting morning nothing something spring string thing wing";

/// Every listed word.
static LISTED: LazyLock<FxHashMap<&str, Class>> = LazyLock::new(|| {
    let mut listed = FxHashMap::default();
    for (class, words) in CLOSED {
        for word in words.split_whitespace() {
            *listed.entry(word).or_insert(0) |= class;
        }
    }
    for word in NOT_ADVERBS.split_whitespace().chain(NOT_PARTICIPLES.split_whitespace()) {
        listed.entry(word).or_insert(0);
    }
    listed
});
