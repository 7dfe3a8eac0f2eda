//! Those whom mentions stand for: the named entities, and those who have no name.

use rustc_hash::FxHashMap;

use super::kind::{kind_of, someone};
use super::lexicon::{Function, Lexicon, lemma_id};
use super::mention::{Phrase, Start};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::Entities;
use crate::entity::person::title_gender;
use crate::lexicon;
use crate::lexicon::given::gender_of_given;
use crate::lexicon::noun::{Class, Gender};
use crate::name::Name;
use crate::name::age::age_after;
use crate::span::Span;
use crate::token::TokenKind;

/// At most so many actors are kept for one noun, the latest.
pub(super) const PER_NOUN: usize = 8;
/// At most so many words are kept of what one actor is called.
const WORDS: usize = 24;

/// Someone or something that can speak.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub(super) kind: EntityKind,
    pub(super) plural: bool,
    pub(super) gender: Option<Gender>,
    /// The gender of most who bear its one name, a given name: "Ida".
    pub(super) likely: Option<Gender>,
    pub(super) named: bool,
    pub(super) age: Option<u32>,
    /// The lemmas of what the text calls it.
    pub(super) called: Vec<u32>,
    /// Those of them that stand for it alone: "unit" of "a police department unit".
    pub(super) heads: Vec<u32>,
    /// How many mentions so far.
    pub(super) times: u32,
    /// The sentence of its first mention.
    pub(super) first: Option<u32>,
    /// Its last mention that is no pronoun.
    pub(super) anchor: Option<u32>,
    pub(super) speaks: bool,
    /// Whether the headline or the lead speaks of it.
    pub(super) opening: bool,
    /// Its fullest phrase, where it has no name.
    pub(super) phrase: Option<Span>,
    /// Whether that phrase stands for a name, and stays.
    pub(super) fixed: bool,
    /// Whether it was introduced as somebody's: "Saddam's police".
    pub(super) owned: bool,
}

/// All of them: first the named entities, in their order.
pub(super) struct Actors {
    pub(super) list: Vec<Actor>,
    by_noun: FxHashMap<u32, Vec<u32>>,
    /// Named actors by the last word of their name.
    by_last_word: FxHashMap<u32, u32>,
}

impl Actors {
    pub(super) fn new(document: &Document, lexicon: &Lexicon, names: &[Name], entities: &Entities) -> Self {
        let list = entities
            .list
            .iter()
            .map(|entity| Actor {
                kind: entity.kind,
                plural: entity.kind == EntityKind::Group,
                gender: given_gender(entity.kind, &entity.name),
                likely: likely_gender(entity.kind, &entity.name),
                named: true,
                age: None,
                called: Vec::new(),
                heads: Vec::new(),
                times: 0,
                first: None,
                anchor: None,
                speaks: false,
                opening: false,
                phrase: None,
                fixed: false,
                owned: false,
            })
            .collect();
        let by_last_word = entities
            .list
            .iter()
            .enumerate()
            .filter_map(|(id, e)| Some((lemma_id(&e.name.rsplit(' ').next()?.to_lowercase()), id as u32)))
            .collect();
        let mut actors = Self { list, by_noun: FxHashMap::default(), by_last_word };
        for described in &entities.described {
            let first = document.token_at(described.span.start);
            let end = document.tokens.partition_point(|t| t.span.start < described.span.end);
            actors.call(document, lexicon, described.entity.0, first, end, None);
        }
        for (name, entity) in names.iter().zip(&entities.of_name) {
            actors.call_by_name(document, lexicon, entity.0, name);
            let actor = &mut actors.list[entity.0 as usize];
            if actor.kind == EntityKind::Person {
                actor.age = actor.age.or_else(|| age_after(document, name));
                // "Dr. Holm" is the doctor.
                let before = (name.first as usize).checked_sub(1);
                let doctor = lemma_id("doctor");
                if before.is_some_and(|t| matches!(document.lower(t), "dr." | "dr"))
                    && !actor.heads.contains(&doctor)
                {
                    actor.heads.push(doctor);
                }
                if let Some(gender) = title_gender(document, name) {
                    actor.gender = Some(gender);
                }
            }
        }
        actors
    }

    /// Notes the words of the tokens as what `actor` is called; `head`, where it is known, alone stands for it.
    pub(super) fn call(
        &mut self,
        document: &Document,
        lexicon: &Lexicon,
        actor: u32,
        first: usize,
        end: usize,
        head: Option<usize>,
    ) {
        // "a former assistant to **the king**", "**the minister's** spokesman": somebody else.
        let mut other = false;
        for i in first..end.min(first + WORDS) {
            let word = lexicon.word(document, i);
            other |= word.function == Function::Preposition && i > first;
            if document.tokens[i].kind != TokenKind::Word || word.function != Function::Content {
                continue;
            }
            let known = &mut self.list[actor as usize];
            if known.called.len() < WORDS && !known.called.contains(&word.lemma) {
                known.called.push(word.lemma);
            }
            let owns = i + 1 < end && lexicon.word(document, i + 1).function == Function::Possessive;
            let other = other || owns;
            if let Some(noun) = word.noun.filter(|n| !n.plural && !other) {
                known.gender = known.gender.or(noun.gender.filter(|_| known.kind == EntityKind::Person));
            }
            let is_head = |head| head == i;
            if head.map_or(!other && (word.noun.is_some() || document.lower(i).ends_with('.')), is_head) {
                if !known.heads.contains(&word.lemma) && known.heads.len() < WORDS {
                    known.heads.push(word.lemma);
                }
                self.index(word.lemma, actor);
            }
        }
    }

    /// "the foundation" is the Holm Foundation: the nouns in a body's name are what it is called.
    fn call_by_name(&mut self, document: &Document, lexicon: &Lexicon, actor: u32, name: &Name) {
        let class = match self.list[actor as usize].kind {
            EntityKind::Organization => Class::Organization,
            EntityKind::Place => Class::Place,
            _ => return,
        };
        if name.kind != self.list[actor as usize].kind || name.end < name.first + 2 {
            return;
        }
        // "La Gazeta", "the Morning Herald"
        let press = |i: u32| {
            let word = document.lower(i as usize);
            lexicon::is(word, lexicon::Class::OutletEnd) || lexicon::is(word, lexicon::Class::Press)
        };
        if class == Class::Organization && (name.first..name.end).any(press) {
            for noun in ["newspaper", "paper", "daily"] {
                self.list[actor as usize].heads.push(lemma_id(noun));
                self.index(lemma_id(noun), actor);
            }
        }
        for i in name.first as usize..(name.end as usize).min(name.first as usize + WORDS) {
            let word = lexicon.word(document, i);
            let known = &mut self.list[actor as usize].called;
            let fits = word.noun.is_some_and(|n| n.class == class && !n.plural);
            if fits && known.len() < WORDS && !known.contains(&word.lemma) {
                known.push(word.lemma);
                self.list[actor as usize].heads.push(word.lemma);
                self.index(word.lemma, actor);
            }
        }
    }

    fn index(&mut self, lemma: u32, actor: u32) {
        let list = self.by_noun.entry(lemma).or_default();
        list.retain(|a| *a != actor);
        if list.len() == PER_NOUN {
            list.remove(0);
        }
        list.push(actor);
    }

    /// The one whose name ends in the word.
    pub(super) fn with_last_word(&self, lemma: u32) -> Option<u32> {
        self.by_last_word.get(&lemma).copied()
    }

    /// Those whom the text calls by the noun.
    pub(super) fn called(&self, lemma: u32) -> &[u32] {
        self.by_noun.get(&lemma).map_or(&[], Vec::as_slice)
    }

    /// Gives an actor the words that stand as its name.
    pub(super) fn name(
        &mut self,
        document: &Document,
        lexicon: &Lexicon,
        actor: u32,
        (first, end): (usize, usize),
    ) {
        let known = &mut self.list[actor as usize];
        known.phrase = Some(document.span(first, end));
        known.fixed = true;
        known.gender = known.gender.or_else(|| gender_of_given(document.lower(first)));
        known.age = document.tokens.get(end + 1).and_then(|t| document.slice(t.span).parse().ok());
        self.call(document, lexicon, actor, first, end, Some(end - 1));
        self.by_last_word.insert(lexicon.word(document, end - 1).lemma, actor);
    }

    /// Someone known only by the label of their turns.
    pub(super) fn add_labelled(&mut self, label: Span) -> u32 {
        self.list.push(Actor {
            kind: EntityKind::Person,
            plural: false,
            gender: None,
            likely: None,
            named: false,
            age: None,
            called: Vec::new(),
            heads: Vec::new(),
            times: 0,
            first: None,
            anchor: None,
            speaks: true,
            opening: false,
            phrase: Some(label),
            fixed: true,
            owned: false,
        });
        self.list.len() as u32 - 1
    }

    /// Someone new, without a name.
    pub(super) fn add(
        &mut self,
        document: &Document,
        lexicon: &Lexicon,
        tokens: (u32, u32),
        phrase: &Phrase,
        span: Span,
    ) -> u32 {
        let id = self.list.len() as u32;
        let head = phrase.head as usize;
        let case = document.words.case(document.tokens[head].word);
        let (kind, plural) =
            kind_of(phrase.noun, case, document.lower(head)).unwrap_or_else(|| someone(document.lower(head)));
        self.list.push(Actor {
            kind,
            plural,
            gender: phrase.noun.and_then(|n| n.gender),
            likely: None,
            named: false,
            age: None,
            called: Vec::new(),
            heads: Vec::new(),
            times: 0,
            first: None,
            anchor: None,
            speaks: false,
            opening: false,
            phrase: Some(span),
            fixed: false,
            owned: phrase.start == Start::Owned,
        });
        self.call(document, lexicon, id, tokens.0 as usize, tokens.1 as usize, Some(head));
        id
    }
}

fn given_gender(kind: EntityKind, name: &str) -> Option<Gender> {
    let (first, rest) = name.split_once(' ')?;
    if kind != EntityKind::Person || rest.is_empty() {
        return None;
    }
    gender_of_given(&first.to_lowercase())
}

/// A single name can be a given or a family name: no more than likely.
fn likely_gender(kind: EntityKind, name: &str) -> Option<Gender> {
    (kind == EntityKind::Person && !name.contains(' '))
        .then(|| gender_of_given(&name.to_lowercase()))
        .flatten()
}

/// The lemmas of words that speak of an age.
pub(super) fn speaks_of_age(lemma: u32) -> Option<bool> {
    [
        ("young", true),
        ("younger", true),
        ("youth", true),
        ("old", false),
        ("older", false),
        ("elderly", false),
    ]
    .iter()
    .find(|(w, _)| lemma_id(w) == lemma)
    .map(|(_, young)| *young)
}
