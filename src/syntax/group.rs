//! Verb groups: a verb with its auxiliaries, "not" and the adverbs between.
//!
//! "might not have been told" is one group: of the modal "might", negated, perfect, passive. In "did the minister resign?" the
//! subject stands inside the group.
//!
//! Missed: auxiliaries that stand for a verb said before ("he did").

use super::auxiliary::{Auxiliary, Form as Written, Verb, auxiliary};
use super::parse::Sentence;
use super::tag::Tag;
use super::{ChunkId, Form, Group, Tense};
use crate::lexicon::{self, Class};

/// A group is read on over so many adverbs.
const ADVERBS: usize = 4;

/// Finds the verb groups of a sentence, by start. `chunk_of` tells each unit's noun phrase, `chunk_end` where that one ends.
pub(super) fn find_groups(
    sentence: &Sentence,
    chunk_of: impl Fn(usize) -> Option<(ChunkId, usize)>,
    groups: &mut Vec<Group>,
) {
    let mut u = 0;
    while u < sentence.len() {
        let free = chunk_of(u).is_none() || sentence.tag(u) == Some(Tag::PronounAux);
        match free.then(|| read_group(sentence, &chunk_of, u)).flatten() {
            Some((group, end)) => {
                groups.push(group);
                u = end;
            }
            None => u += 1,
        }
    }
}

/// The group that starts at `first`, and the unit after it.
fn read_group(
    sentence: &Sentence,
    chunk_of: &impl Fn(usize) -> Option<(ChunkId, usize)>,
    first: usize,
) -> Option<(Group, usize)> {
    let mut group = Group::default();
    let mut auxiliaries: Vec<(usize, Auxiliary)> = Vec::new();
    let mut to = false;
    let mut verb: Option<usize> = None;
    let mut u = first;
    let mut end = first;
    loop {
        // An adverb or a subject counts only where a verb follows it.
        let started = to || !auxiliaries.is_empty();
        match sentence.tag(u) {
            Some(Tag::Part) if is_to(sentence, u) && !started && leads_to_verb(sentence, u + 1) => to = true,
            Some(Tag::Part) if sentence.lower(u) == "not" && (started || leads_to_verb(sentence, u + 1)) => {
                group.negated = true;
                if started {
                    end = u + 1;
                }
            }
            Some(Tag::Adverb) if started && (leads_to_verb(sentence, u) || is_never(sentence, u)) => {
                group.negated |= is_never(sentence, u);
            }
            Some(Tag::Aux | Tag::PronounAux) if u == first || sentence.tag(u) == Some(Tag::Aux) => {
                let known = auxiliary(sentence.lower(u)).unwrap_or(Auxiliary {
                    verb: Verb::Be,
                    form: Written::Present,
                    negated: false,
                });
                // Two that each have a tense are two groups: "all he did was".
                let second = known.form != Written::Bare && known.verb == Verb::Be && !auxiliaries.is_empty();
                if second {
                    break;
                }
                group.negated |= known.negated;
                auxiliaries.push((u, known));
                end = u + 1;
            }
            Some(tag) if tag.is_verb() && chunk_of(u).is_none() => {
                if started && tag.is_finite() && auxiliaries.iter().any(|(_, a)| a.verb == Verb::Be) {
                    break;
                }
                verb = Some(u);
                end = u + 1;
                break;
            }
            _ => match chunk_of(u) {
                Some((chunk, after))
                    if auxiliaries.len() == 1
                        && end == u
                        && !to
                        && group.inverted.is_none()
                        && inverts(sentence, first, after, auxiliaries[0].1.verb) =>
                {
                    group.inverted = Some(chunk);
                    u = after;
                    continue;
                }
                _ => break,
            },
        }
        u += 1;
        if u > first + 16 {
            break;
        }
    }
    if verb.is_none() && auxiliaries.is_empty() {
        return None;
    }
    let head = verb.or(auxiliaries.last().map(|(u, _)| *u))?;
    group.tokens = sentence.tokens(first..end);
    group.head = sentence.token(head);
    let has = |verb: Verb| auxiliaries.iter().any(|(_, a)| a.verb == verb);
    let tag = verb.and_then(|u| sentence.tag(u));
    group.copula = verb.is_none() && auxiliaries.last().is_some_and(|(_, a)| a.verb == Verb::Be);
    group.perfect =
        has(Verb::Have) && (tag == Some(Tag::Vbn) || auxiliaries.len() > 1 || tag == Some(Tag::Vbd));
    group.passive = matches!(tag, Some(Tag::Vbn | Tag::Vbd))
        && auxiliaries.last().is_some_and(|(_, a)| a.verb == Verb::Be);
    group.progressive = tag == Some(Tag::Vbg) && has(Verb::Be);
    group.modal = auxiliaries.iter().find(|(_, a)| a.verb == Verb::Modal).map(|(u, _)| sentence.token(*u));
    (group.form, group.tense) = form(to, auxiliaries.first().map(|(_, a)| *a), tag);
    Some((group, end))
}

/// The form and tense of a group by what it starts with.
fn form(to: bool, first: Option<Auxiliary>, verb: Option<Tag>) -> (Form, Tense) {
    if to {
        return (Form::Infinitive, Tense::None);
    }
    match (first, verb) {
        (Some(a), _) => match (a.form, a.verb) {
            (Written::Bare, _) => (Form::Bare, Tense::None),
            (Written::Future, _) => (Form::Finite, Tense::Future),
            (Written::Past, Verb::Modal) => (Form::Finite, Tense::Conditional),
            (Written::Past, _) => (Form::Finite, Tense::Past),
            (Written::Present, _) => (Form::Finite, Tense::Present),
        },
        (None, Some(Tag::Vbd)) => (Form::Finite, Tense::Past),
        (None, Some(Tag::Vbz | Tag::Vbp)) => (Form::Finite, Tense::Present),
        (None, Some(Tag::Vbg)) => (Form::Ing, Tense::None),
        (None, Some(Tag::Vbn)) => (Form::Participle, Tense::None),
        _ => (Form::Bare, Tense::None),
    }
}

fn is_to(sentence: &Sentence, u: usize) -> bool {
    sentence.lower(u) == "to"
}

fn is_never(sentence: &Sentence, u: usize) -> bool {
    sentence.lower(u) == "never"
}

/// Whether a verb or auxiliary comes from `u` on, over adverbs and "not".
fn leads_to_verb(sentence: &Sentence, u: usize) -> bool {
    let next = (u..u + ADVERBS).find(|&u| !is_adverbial(sentence, u));
    next.and_then(|u| sentence.tag(u)).is_some_and(|tag| tag.is_verb() || tag == Tag::Aux)
}

/// Whether the auxiliary at `u` has its subject behind it, up to `after`.
fn inverts(sentence: &Sentence, u: usize, after: usize, auxiliary: Verb) -> bool {
    let next = (after..after + ADVERBS).find(|&u| !is_adverbial(sentence, u)).unwrap_or(after);
    let verb_follows = match sentence.tag(next) {
        Some(Tag::Vb | Tag::Vbp) => matches!(auxiliary, Verb::Do | Verb::Modal),
        Some(Tag::Vbn | Tag::Vbg | Tag::Vbd) => matches!(auxiliary, Verb::Be | Verb::Have),
        Some(Tag::Aux) => {
            super::auxiliary::auxiliary(sentence.lower(next)).is_some_and(|a| a.form == Written::Bare)
        }
        _ => false,
    };
    let Some(before) = u.checked_sub(1) else { return verb_follows || auxiliary == Verb::Be };
    let word = sentence.lower(before);
    if is_question_word(word) {
        // "Who is the mayor?", but "the mayor, who is a doctor".
        return verb_follows && word != "who"
            || auxiliary == Verb::Be && (before == 0 || !matches!(word, "who" | "which"));
    }
    match sentence.tag(before) {
        Some(Tag::Mark | Tag::Coordinator | Tag::Adverb | Tag::Interjection | Tag::Subordinator) => {
            verb_follows
        }
        Some(_) => false,
        None => verb_follows,
    }
}

fn is_adverbial(sentence: &Sentence, u: usize) -> bool {
    sentence.tag(u) == Some(Tag::Adverb) || sentence.tag(u) == Some(Tag::Part) && sentence.lower(u) == "not"
}

/// "who", "what", "when" and the like; not "whether".
pub(super) fn is_question_word(lower: &str) -> bool {
    lower == "whose"
        || lower != "whether" && lexicon::is(lower, Class::Question)
        || lexicon::is(lower, Class::Relative)
}
