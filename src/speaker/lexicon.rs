//! What each different word of a document can be, looked up once.
//!
//! There is no tagger here: tables of function words and nouns, and endings for the rest.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::FxHasher;

use crate::document::Document;
use crate::lexicon;
use crate::lexicon::noun::{Gender, Noun, lemma, noun};
use crate::name::Name;
use crate::token::Words;

/// What a word can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) pronoun: Option<Pronoun>,
    pub(super) noun: Option<Noun>,
    pub(super) function: Function,
    /// Stands for the word in all its forms.
    pub(super) lemma: u32,
    /// Whether it can be a verb: "said", "warned".
    pub(super) verb: bool,
}

/// A personal pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pronoun {
    pub(super) person: Person,
    /// `his`, `her`, `their`
    pub(super) possessive: bool,
}

/// Who a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Person {
    /// `I`
    Me,
    /// `you`
    You,
    /// `we`
    Us,
    /// `he`, `she`
    One(Gender),
    /// `it`
    It,
    /// `they`
    They,
    /// `who`, `which`, `that`: only as a source.
    Relative,
}

/// What a word does in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    /// A noun, adjective, verb, adverb, or no word at all.
    Content,
    /// `the`, `this`, `these`
    Definite,
    /// `a`, `some`, `two`
    Indefinite,
    /// `another`, `others`: a new person even without a noun.
    Another,
    /// `of`, `with`
    Preposition,
    /// `and`, `or`
    Coordinator,
    /// `that`, `when`, `but`: a clause follows.
    Clause,
    /// `is`, `has`, `will`
    Auxiliary,
    /// `'s`
    Possessive,
}

/// The words of a document, by [`crate::token::WordId`].
pub(super) struct Lexicon(Vec<Word>);

impl Lexicon {
    pub(super) fn new(words: &Words) -> Self {
        Self(words.ids().map(|id| look_up(words.lower(id))).collect())
    }

    /// What the token at `index` can be.
    pub(super) fn word(&self, document: &Document, index: usize) -> &Word {
        &self.0[document.tokens[index].word.0 as usize]
    }

    /// The name before the last "'s" of `tokens`, and where that stands: "**Ida Holm**'s campaign".
    pub(super) fn owner(
        &self,
        document: &Document,
        names: &[Name],
        tokens: Range<usize>,
    ) -> Option<(usize, usize)> {
        let mark = tokens.rev().find(|&t| self.word(document, t).function == Function::Possessive)?;
        let name = names.partition_point(|n| (n.end as usize) < mark);
        (names.get(name)?.end as usize == mark).then_some((name, mark))
    }
}

/// A number that stands for a lemma.
pub(super) fn lemma_id(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(lemma(word).as_bytes());
    hasher.finish() as u32
}

fn look_up(word: &str) -> Word {
    let function = function(word);
    let pronoun = pronoun(word);
    let content = function == Function::Content && pronoun.is_none();
    let noun = if content { noun(word) } else { None };
    Word { pronoun, noun, function, lemma: lemma_id(word), verb: content && is_verb(word, noun.is_some()) }
}

fn pronoun(word: &str) -> Option<Pronoun> {
    // "I'm", "he'd", "they've"
    let word = match word.split_once('\'') {
        Some((word, "m" | "d" | "ll" | "ve" | "re" | "s")) => word,
        _ => word,
    };
    let (person, possessive) = match word {
        "i" | "me" | "myself" => (Person::Me, false),
        "my" | "mine" => (Person::Me, true),
        "you" | "yourself" => (Person::You, false),
        "your" | "yours" => (Person::You, true),
        "we" | "us" | "ourselves" => (Person::Us, false),
        "our" | "ours" => (Person::Us, true),
        "he" | "him" | "himself" => (Person::One(Gender::Male), false),
        "his" => (Person::One(Gender::Male), true),
        "she" | "herself" => (Person::One(Gender::Female), false),
        "her" | "hers" => (Person::One(Gender::Female), true),
        "it" | "itself" => (Person::It, false),
        "its" => (Person::It, true),
        "they" | "them" | "themselves" => (Person::They, false),
        "their" | "theirs" => (Person::They, true),
        "who" | "whom" | "which" => (Person::Relative, false),
        "whose" => (Person::Relative, true),
        _ => return None,
    };
    Some(Pronoun { person, possessive })
}

fn function(word: &str) -> Function {
    let known = lexicon::find(word);
    match word {
        "&" => Function::Coordinator,
        "'s" | "'" => Function::Possessive,
        "not" | "never" | "also" => Function::Auxiliary,
        _ if known.is(lexicon::Class::Definite) => Function::Definite,
        _ if known.is(lexicon::Class::Indefinite) => Function::Indefinite,
        _ if known.is(lexicon::Class::Another) => Function::Another,
        "to" | "including" => Function::Preposition,
        _ if known.is(lexicon::Class::Preposition) && !known.is(lexicon::Class::Particle) => {
            Function::Preposition
        }
        _ if known.is(lexicon::Class::Clause) => Function::Clause,
        _ if known.is(lexicon::Class::Conjunction) => Function::Coordinator,
        _ if known.any(AUXILIARIES) => Function::Auxiliary,
        _ => Function::Content,
    }
}

const AUXILIARIES: lexicon::Classes =
    lexicon::Classes::of(&[lexicon::Class::Auxiliary, lexicon::Class::Negated]);

fn is_verb(word: &str, noun: bool) -> bool {
    lexicon::is(word, lexicon::Class::VerbForm) || !noun && is_participle(word)
}

/// Whether a word ends as participles do.
fn is_participle(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
}

/// Adjectives that follow the noun they belong to.
pub(super) fn is_behind_noun(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::BehindNoun) || is_participle(word)
}

/// Words that tell when, not who.
pub(super) fn is_when(word: &str) -> bool {
    matches!(word, "last" | "earlier" | "later" | "yesterday" | "today")
        || lexicon::is(word, lexicon::Class::Weekday)
}
