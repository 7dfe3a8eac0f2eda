//! Noun phrases: a determiner, what describes, and a head, without what follows the head.
//!
//! "the party's new leader" is one chunk with the possessor "the party"; "leader of the opposition" is two, the second
//! governed by "of". What is one name stays one chunk: "Bank of England".
//!
//! Missed: adjectives that stand for people without a determiner ("rich and poor"); a verb in -ing taken for a noun or the other way.

use std::ops::Range;

use super::Chunk;
use super::item::Item;
use super::parse::Sentence;
use super::tag::Tag;
use crate::lexicon::{self, Class};

/// What a unit can be in a noun phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Opens one: "the", "my".
    Opening,
    /// Describes: an adjective, a number, a participle.
    Describing,
    /// "very" before "large".
    Degree,
    /// Can be a head.
    Noun,
    /// "'s"
    Genitive,
    /// A hyphen in a word.
    Joint,
    /// A phrase of its own.
    Pronoun,
    None,
}

/// Finds the noun phrases of a sentence, by start.
pub(super) fn find_chunks(sentence: &Sentence, chunks: &mut Vec<Chunk>) {
    let mut at = 0;
    while at < sentence.len() {
        match read_chunk(sentence, at) {
            Some((chunk, end)) => {
                chunks.push(chunk);
                at = end;
            }
            None => at += 1,
        }
    }
}

fn part(sentence: &Sentence, u: usize) -> Part {
    if sentence.is_named(u) {
        return Part::Noun;
    }
    match sentence.tag(u) {
        Some(Tag::Determiner | Tag::Possessive) => Part::Opening,
        Some(Tag::Adjective | Tag::Number | Tag::Vbn | Tag::Vbg) => Part::Describing,
        Some(Tag::Symbol) if matches!(sentence.lower(u), "$" | "£" | "€" | "#" | "¥") => Part::Describing,
        Some(Tag::Adverb) => Part::Degree,
        Some(tag) if tag.is_noun() => Part::Noun,
        Some(Tag::Symbol) if sentence.lower(u) == "%" => Part::Noun,
        Some(Tag::Part) if matches!(sentence.lower(u), "'s" | "'") => Part::Genitive,
        Some(Tag::Mark) if sentence.is_joint(u) => Part::Joint,
        Some(Tag::Pronoun | Tag::PronounAux) => Part::Pronoun,
        _ => Part::None,
    }
}

/// The noun phrase that starts at `first`, and where the next may start.
fn read_chunk(sentence: &Sentence, first: usize) -> Option<(Chunk, usize)> {
    let mut u = first;
    let mut chunk = Chunk::default();
    // The end of what is a whole phrase so far, with its head.
    let mut whole: Option<(usize, usize)> = None;
    let mut opened = false;
    loop {
        match part(sentence, u) {
            // "what a mess"
            Part::Pronoun if u == first && sentence.lower(u) == "what" && is_article(sentence, u + 1) => {
                u += 1;
            }
            Part::Pronoun if u == first => {
                whole = Some((u + 1, u));
                break;
            }
            Part::Opening => {
                let predeterminer =
                    opened && whole.is_none_or(|(_, head)| sentence.tag(head) == Some(Tag::Determiner));
                if u > first && !predeterminer && sentence.lower(u - 1) != "what" {
                    break;
                }
                opened = true;
                chunk.determiner = Some(sentence.token(u));
                u += 1;
                // "some", "these" alone: a phrase where nothing better comes.
                if sentence.tag(u - 1) == Some(Tag::Determiner)
                    && !matches!(sentence.lower(u - 1), "the" | "a" | "an")
                {
                    whole = Some((u, u - 1));
                }
            }
            Part::Describing => {
                // After the head: only a number ("June 5") or what a hyphen holds ("US-led").
                let after_noun =
                    whole.is_some_and(|(end, head)| end == u && part(sentence, head) == Part::Noun);
                let number = sentence.tag(u) == Some(Tag::Number);
                let verbal = matches!(sentence.tag(u), Some(Tag::Vbn | Tag::Vbg));
                let joined = u > first && part(sentence, u - 1) == Part::Joint;
                if after_noun && !joined && !number && !leads_to_noun(sentence, u) {
                    break;
                }
                if after_noun && !joined && verbal {
                    break;
                }
                // "writing letters" is no phrase of "letters".
                if verbal && !opened && !joined && (u == first || !is_described(sentence, u)) {
                    break;
                }
                u += 1;
                let adjective = sentence.tag(u - 1) == Some(Tag::Adjective) && opened && whole.is_none();
                if number || adjective {
                    whole = Some((u, u - 1));
                }
            }
            Part::Degree => {
                let after_noun =
                    whole.is_some_and(|(end, head)| end == u && part(sentence, head) == Part::Noun);
                let next = part(sentence, u + 1);
                let leads = matches!(next, Part::Describing)
                    && leads_to_noun(sentence, u + 1)
                    && (opened || u == first && sentence.tag(u + 1) == Some(Tag::Adjective));
                if after_noun || !leads {
                    break;
                }
                u += 1;
            }
            Part::Noun => {
                let after_noun = whole.is_some_and(|(end, _)| end == u && u > first);
                // "told the court Tuesday"
                if after_noun
                    && lexicon::is(sentence.lower(u), Class::Weekday)
                    && !matches!(part(sentence, u + 1), Part::Noun | Part::Genitive)
                {
                    break;
                }
                if after_noun && parts_from_name(sentence, u) {
                    break;
                }
                let end = sentence.name_end(u).unwrap_or(u + 1);
                whole = Some((end, end - 1));
                u = end;
            }
            Part::Genitive => {
                let Some((end, _)) = whole.filter(|(end, _)| *end == u) else { break };
                let next = part(sentence, u + 1);
                if !matches!(next, Part::Describing | Part::Noun | Part::Degree) {
                    break;
                }
                chunk.possessor = Some(sentence.tokens(first..end));
                opened = true;
                u += 1;
            }
            Part::Joint if u > first => {
                if part(sentence, u + 1) == Part::None && sentence.tag(u + 1) != Some(Tag::Adposition) {
                    break;
                }
                u += 1;
                // "eight-year-old", "door-to-door"
                if part(sentence, u) == Part::None {
                    u += 1;
                }
            }
            // 'no "reason"', 'a big "welcome"'
            _ if opened
                && sentence.is_short_quotation(u)
                && whole.is_none_or(|(end, head)| end == u && part(sentence, head) != Part::Noun) =>
            {
                u += 1;
                whole = Some((u, u - 1));
            }
            _ if joins(sentence, first, u, opened) => u += 1,
            _ => break,
        }
    }
    let (end, head) = whole?;
    let before = first.checked_sub(1);
    // "of course"; "is the same"
    let fixed = sentence.lower(first) == "course" && before.is_some_and(|u| sentence.lower(u) == "of");
    let predicate = sentence.tag(head) == Some(Tag::Adjective)
        && !sentence.is_named(head)
        && before.is_some_and(|u| sentence.tag(u) == Some(Tag::Aux));
    if fixed || predicate {
        return None;
    }
    chunk.tokens = sentence.tokens(first..end);
    chunk.head = sentence.last_word(head);
    chunk.plural = is_plural(sentence, head);
    chunk.end = chunk.tokens.end;
    Some((chunk, end))
}

fn is_article(sentence: &Sentence, u: usize) -> bool {
    matches!(sentence.lower(u), "a" | "an")
}

/// Whether the name at `u` is no part of the phrase whose noun stands before it: "in fact | Moreno left". Of what somebody
/// is, it is: "the singer Moreno".
fn parts_from_name(sentence: &Sentence, u: usize) -> bool {
    let noun = matches!(sentence.tag(u - 1), Some(Tag::Nn | Tag::Nns)) && !sentence.is_capital(u - 1);
    let lower = sentence.lower(u - 1);
    noun && !sentence.is_named(u - 1)
        && sentence.tag(u).is_some_and(Tag::is_name)
        && sentence.is_capital(u)
        && !lexicon::is(lower, Class::Person)
        && !lexicon::is(lower.strip_suffix('s').unwrap_or(lower), Class::Person)
        && !matches!(part(sentence, u + 1), Part::Noun | Part::Genitive)
}

/// Whether a noun follows what describes it from `u` on.
fn leads_to_noun(sentence: &Sentence, u: usize) -> bool {
    let mut at = u;
    while at < u + 6 {
        match part(sentence, at) {
            Part::Noun => return true,
            Part::Describing | Part::Joint | Part::Degree => at += 1,
            _ if matches!(sentence.tag(at), Some(Tag::Coordinator)) || sentence.lower(at) == "," => at += 1,
            _ => return false,
        }
    }
    false
}

/// Whether an adjective or a number stands before.
fn is_described(sentence: &Sentence, u: usize) -> bool {
    u > 0 && part(sentence, u - 1) == Part::Describing
}

/// Whether "and" or a comma at `u` joins what describes one head: "political and economic reforms".
fn joins(sentence: &Sentence, first: usize, u: usize, opened: bool) -> bool {
    let coordinator = sentence.tag(u) == Some(Tag::Coordinator);
    if u <= first || !coordinator && sentence.lower(u) != "," {
        return false;
    }
    let describes =
        |u: usize| matches!(sentence.tag(u), Some(Tag::Adjective | Tag::Vbn | Tag::Vbg | Tag::Number));
    let before = describes(u - 1) && (opened || sentence.tag(u - 1) == Some(Tag::Adjective));
    before && describes(u + 1) && leads_to_noun(sentence, u + 1)
}

fn is_plural(sentence: &Sentence, head: usize) -> bool {
    match sentence.tag(head) {
        Some(Tag::Nns | Tag::Nnps) => true,
        Some(Tag::Pronoun | Tag::PronounAux | Tag::Determiner) => {
            let lower = sentence.lower(head);
            let stem = lower.split('\'').next().unwrap_or(lower);
            matches!(stem, "they" | "them" | "we" | "us" | "these" | "those" | "themselves" | "ourselves")
        }
        Some(Tag::Number) => !matches!(sentence.lower(head), "one" | "1"),
        _ => false,
    }
}

/// The units of a range of tokens, for those that read on.
pub(super) fn unit_of(items: &[Item], token: u32) -> usize {
    items.partition_point(|item| item.end <= token)
}

/// The units that a chunk covers.
pub(super) fn units(items: &[Item], chunk: &Chunk) -> Range<usize> {
    unit_of(items, chunk.tokens.start)..unit_of(items, chunk.tokens.end - 1) + 1
}
