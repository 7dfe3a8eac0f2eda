//! Clauses: a verb group each, with what opens it, its subject and object, and the clause that it hangs on.
//!
//! The groups of a sentence are read from left to right with the clauses that are still open. What opens a clause tells its
//! kind: "that", "whether", "who" after a noun, "to". A clause without any such word that follows a verb is what is said or
//! thought: "He said | they left". A subject before an open clause closes that: "The man | who came | left."
//!
//! Missed: clauses without a verb ("his hands full"); which of two open clauses "because" belongs to.

use std::ops::Range;

use super::group::is_question_word;
use super::parse::Sentence;
use super::parts::Parts;
use super::subject::find_subject;
use super::tag::Tag;
use super::{Chunk, ChunkId, Clause, ClauseId, ClauseKind, Form, GroupId, Syntax};

/// So many clauses are open at once; of deeper ones, the outermost is forgotten.
const DEEPEST: usize = 16;

/// A clause while its sentence is read.
struct Open {
    kind: ClauseKind,
    units: Range<usize>,
    group: usize,
    marker: Option<usize>,
    subject: Option<usize>,
    parent: Option<usize>,
    conjunct_of: Option<usize>,
    noun: Option<usize>,
}

/// Finds the clauses of a sentence, whose chunks, groups and clauses start at `first`.
pub(super) fn find_clauses(sentence: &Sentence, first: (usize, usize, usize), syntax: &mut Syntax) {
    let parts = Parts::new(sentence, &syntax.chunks[first.0..], &syntax.groups[first.1..], first.0);
    let mut subjects: Vec<Option<usize>> = Vec::with_capacity(parts.groups.len());
    let mut found: Vec<Open> = Vec::with_capacity(parts.groups.len());
    // Those that a next one may hang on, outermost first.
    let mut open: Vec<usize> = Vec::new();
    let mut was_open: Vec<usize> = Vec::new();
    let text_end =
        (0..sentence.len()).rev().find(|&u| sentence.tag(u) != Some(Tag::Mark)).map_or(0, |u| u + 1);
    for g in 0..parts.groups.len() {
        let subject = find_subject(&parts, g, &subjects);
        subjects.push(subject);
        was_open.clone_from(&open);
        let clause = read_clause(&parts, g, subject, &found, &mut open, text_end);
        // Those that this one closed end where it starts, or where it goes on after them.
        for &closed in was_open.iter().filter(|c| !open.contains(c)) {
            let before = &found[closed];
            let later = clause.units.start > before.units.start;
            let at = if later { clause.units.start } else { parts.group_units[g].start };
            let end = trimmed(sentence, parts.group_units[before.group].end..at);
            found[closed].units.end = end;
        }
        if open.len() == DEEPEST {
            open.remove(0);
        }
        open.push(found.len());
        found.push(clause);
    }
    // A clause ends no later than the one it hangs on; one that was closed ended then.
    let mut is_subject = vec![false; parts.chunks.len()];
    for &subject in subjects.iter().flatten() {
        is_subject[subject] = true;
    }
    let phrases = read_phrases(&parts, &is_subject);
    let objects: Vec<Option<usize>> =
        found.iter().map(|c| find_object(&parts, c.group, &is_subject)).collect();
    write_phrases(sentence, first.0, phrases, &found, &mut syntax.chunks);
    write_clauses(sentence, first, &found, &objects, syntax);
}

fn read_clause(
    parts: &Parts,
    g: usize,
    subject: Option<usize>,
    found: &[Open],
    open: &mut Vec<usize>,
    text_end: usize,
) -> Open {
    let sentence = parts.sentence;
    let group = &parts.groups[g];
    let units = parts.group_units[g].clone();
    let edge = subject.map_or(units.start, |s| parts.chunk_units[s].start.min(units.start));
    let mut start = edge;
    while start > 0
        && matches!(sentence.tag(start - 1), Some(Tag::Adverb | Tag::Particle))
        && !is_question_word(sentence.lower(start - 1))
        && parts.group_at(start - 1).is_none()
    {
        start -= 1;
    }
    let mut clause = Open {
        kind: ClauseKind::Main,
        units: edge..text_end.max(units.end),
        group: g,
        marker: None,
        subject,
        parent: None,
        conjunct_of: None,
        noun: None,
    };
    // The noun right before `u`, over a comma or a preposition.
    let noun_before = |u: usize| {
        let mut at = u;
        if at > 0 && sentence.tag(at - 1) == Some(Tag::Adposition) {
            at -= 1;
        }
        if at > 0 && sentence.lower(at - 1) == "," {
            at -= 1;
        }
        at.checked_sub(1).and_then(|u| parts.chunk_at(u))
    };
    let after_verb = |u: usize| u > 0 && parts.group_at(u - 1).is_some();
    // Those that start after this one's start are over.
    let close = |open: &mut Vec<usize>| {
        while open.last().is_some_and(|&c| found[c].units.start >= edge) {
            open.pop();
        }
    };
    close(open);
    let parent = open.last().copied();
    match group.form {
        Form::Infinitive => {
            clause.kind = ClauseKind::Infinitive;
            clause.marker = Some(units.start);
            clause.noun = units.start.checked_sub(1).and_then(|u| parts.chunk_at(u)).filter(|&c| {
                let at = parts.chunk_units[c].start;
                !(at > 0 && parts.group_at(at - 1).is_some())
            });
            clause.parent = parent;
        }
        Form::Ing | Form::Participle => {
            clause.kind = if group.form == Form::Ing { ClauseKind::Ing } else { ClauseKind::Participle };
            let opened =
                start > 0 && matches!(sentence.tag(start - 1), Some(Tag::Adposition | Tag::Subordinator));
            if opened {
                clause.marker = Some(start - 1);
            } else {
                clause.noun = start.checked_sub(1).and_then(|u| parts.chunk_at(u));
            }
            clause.parent = parent;
        }
        Form::Bare | Form::Finite => {
            let subject_word = subject.map(|s| sentence.lower(parts.chunk_units[s].start)).unwrap_or("");
            let opener = start.checked_sub(1);
            let opener_word = opener.map(|u| sentence.lower(u)).unwrap_or("");
            let opener_tag = opener.and_then(|u| sentence.tag(u));
            let relative_subject =
                matches!(subject_word, "who" | "which" | "that" | "whose" | "what" | "whoever")
                    && subject.is_some_and(|s| {
                        sentence.tag(parts.chunk_units[s].start) == Some(Tag::Pronoun)
                            || subject_word == "whose"
                    });
            if relative_subject {
                let noun = noun_before(edge).filter(|_| subject_word != "what");
                clause.kind = if noun.is_some() { ClauseKind::Relative } else { ClauseKind::Wh };
                clause.marker = Some(edge);
                clause.noun = noun;
                clause.parent = parent;
            } else if opener_tag == Some(Tag::Subordinator)
                || is_question_word(opener_word)
                || opener_word == "that"
            {
                let at = start - 1;
                clause.marker = Some(at);
                clause.parent = parent;
                clause.units.start = at;
                clause.kind = match opener_word {
                    "that" if opener_tag == Some(Tag::Pronoun) => ClauseKind::Relative,
                    "that" => ClauseKind::That,
                    "whether" => ClauseKind::Wh,
                    "who" | "which" | "whom" if noun_before(at).is_some() && !after_verb(at) => {
                        ClauseKind::Relative
                    }
                    "where" | "why" if noun_before(at).is_some() => ClauseKind::Relative,
                    word if is_question_word(word)
                        && (after_verb(at) || matches!(word, "who" | "what" | "how" | "why")) =>
                    {
                        ClauseKind::Wh
                    }
                    "if" if after_verb(at) => ClauseKind::Wh,
                    _ => ClauseKind::Adverbial,
                };
                if matches!(clause.kind, ClauseKind::Relative | ClauseKind::That) {
                    clause.noun = noun_before(at)
                        .filter(|_| clause.kind == ClauseKind::Relative || sentence.lower(at - 1) != ",");
                }
            } else if opener_tag == Some(Tag::Coordinator) {
                let form = |c: &usize| {
                    parts.groups[found[*c].group].form == group.form
                        || group.form == Form::Finite && parts.groups[found[*c].group].form == Form::Finite
                };
                // "said that taxes might rise, but did not say why": tenses go together.
                let tense = |c: &usize| form(c) && parts.groups[found[*c].group].tense == group.tense;
                let sibling = open.iter().rev().copied().find(|c| subject.is_none() && tense(c));
                let sibling = sibling.or_else(|| open.iter().rev().copied().find(|c| form(c)));
                // With a subject of its own after a comma, it is joined to the sentence.
                let outermost = subject.is_some() && start >= 2 && sentence.lower(start - 2) == ",";
                let sibling = match outermost {
                    true => open.iter().copied().find(|c| form(c)).or(sibling),
                    false => sibling,
                };
                if let Some(s) = sibling {
                    clause.kind = found[s].kind;
                    clause.parent = found[s].parent;
                    clause.conjunct_of = Some(s);
                    clause.noun = found[s].noun;
                    while open.last().is_some_and(|&c| c != s) {
                        open.pop();
                    }
                }
            } else if let Some(p) = parent {
                let upper = &found[p];
                let comma = opener.is_some() && matches!(opener_tag, Some(Tag::Mark))
                    || opener.is_some_and(|u| sentence.is_quotation(u));
                if group.form == Form::Bare {
                    clause.kind = ClauseKind::Infinitive;
                    clause.parent = parent;
                } else if !comma && parts.group_units[upper.group].end <= edge {
                    // "He said | they left", "He told reporters | they left"; "the man | he saw".
                    let relative = subject.is_some()
                        && opener.and_then(|u| parts.chunk_at(u)).is_some()
                        && parts.group_units[upper.group].end < edge
                        && parts.chunk_at(units.end).is_none()
                        && !is_told(parts, upper.group, edge);
                    clause.kind = if relative { ClauseKind::Relative } else { ClauseKind::That };
                    clause.noun = if relative { opener.and_then(|u| parts.chunk_at(u)) } else { None };
                    clause.parent = parent;
                }
            }
        }
    }
    clause
}

/// The end of some units without the marks and "and" that end them.
fn trimmed(sentence: &Sentence, units: Range<usize>) -> usize {
    let loose = |u: usize| matches!(sentence.tag(u), Some(Tag::Mark | Tag::Coordinator));
    units.clone().rev().find(|&u| !loose(u)).map_or(units.start, |u| u + 1)
}

/// Whether the group before has its hearer right before `edge`: "told reporters".
fn is_told(parts: &Parts, g: usize, edge: usize) -> bool {
    let after = parts.group_units[g].end;
    parts.chunk_at(after).is_some_and(|chunk| parts.chunk_units[chunk].end == edge)
}

/// The chunk right after a clause's verb.
fn find_object(parts: &Parts, g: usize, is_subject: &[bool]) -> Option<usize> {
    let mut u = parts.group_units[g].end;
    while matches!(parts.sentence.tag(u), Some(Tag::Particle | Tag::Adverb)) && parts.chunk_at(u).is_none() {
        u += 1;
    }
    // "said they left": a subject is no object.
    parts.chunk_at(u).filter(|&object| !is_subject[object] && !parts.is_time(object))
}

/// What is told of a chunk beside its own words.
struct Phrase {
    preposition: Option<usize>,
    conjunct_of: Option<usize>,
    apposition_to: Option<usize>,
    attached_to: Option<usize>,
}

fn read_phrases(parts: &Parts, is_subject: &[bool]) -> Vec<Phrase> {
    let sentence = parts.sentence;
    let mut found: Vec<Phrase> = Vec::with_capacity(parts.chunks.len());
    for chunk in 0..parts.chunks.len() {
        let units = &parts.chunk_units[chunk];
        let mut phrase = Phrase {
            preposition: parts.governor(chunk),
            conjunct_of: None,
            apposition_to: None,
            attached_to: None,
        };
        let before = units.start.checked_sub(1);
        let tag = before.and_then(|u| sentence.tag(u));
        let pronoun = sentence.tag(units.start) == Some(Tag::Pronoun);
        if let Some(other) = before.filter(|_| tag == Some(Tag::Coordinator)).and_then(|u| {
            let u = if u > 0 && sentence.lower(u - 1) == "," { u - 1 } else { u };
            u.checked_sub(1).and_then(|u| parts.chunk_at(u))
        }) {
            if !is_subject[chunk] {
                phrase.conjunct_of = Some(found[other].conjunct_of.unwrap_or(other));
            }
        } else if let Some(other) = before
            .filter(|&u| sentence.lower(u) == "," && !pronoun)
            .and_then(|u| u.checked_sub(1))
            .and_then(|u| parts.chunk_at(u))
        {
            let after = sentence.tag(units.end);
            if !is_subject[chunk] && matches!(after, None | Some(Tag::Mark | Tag::Adposition)) {
                // Of a phrase with "of", the first noun.
                let mut upper = other;
                while let Some(next) = found[upper].attached_to {
                    upper = next;
                }
                phrase.apposition_to = Some(upper);
            }
        }
        if let Some(preposition) = phrase.preposition.filter(|&p| p + 1 == units.start) {
            let word = sentence.lower(preposition);
            if let Some(other) = preposition.checked_sub(1).and_then(|u| parts.chunk_at(u)) {
                let start = parts.chunk_units[other].start;
                let of_subject = is_subject[other] && parts.group_at(units.end).is_some() || start == 0;
                if word == "of" || of_subject || word == "for" && sentence.tag(start) != Some(Tag::Pronoun) {
                    phrase.attached_to = Some(other);
                }
            }
        }
        found.push(phrase);
    }
    found
}

fn write_phrases(
    sentence: &Sentence,
    first: usize,
    phrases: Vec<Phrase>,
    found: &[Open],
    chunks: &mut [Chunk],
) {
    let id = |chunk: usize| ChunkId((first + chunk) as u32);
    for (index, phrase) in phrases.iter().enumerate() {
        let chunk = &mut chunks[first + index];
        chunk.preposition = phrase.preposition.map(|u| sentence.token(u));
        chunk.conjunct_of = phrase.conjunct_of.map(id);
        chunk.apposition_to = phrase.apposition_to.map(id);
        chunk.attached_to = phrase.attached_to.map(id);
    }
    for clause in found {
        if let Some(noun) = clause.noun.filter(|_| !clause.units.is_empty()) {
            let end = sentence.tokens(clause.units.clone()).end;
            let chunk = &mut chunks[first + noun];
            if clause.kind == ClauseKind::Relative {
                chunk.end = chunk.end.max(end);
            }
        }
    }
    for index in (0..phrases.len()).rev() {
        let end = chunks[first + index].end;
        for upper in [phrases[index].attached_to, phrases[index].apposition_to].into_iter().flatten() {
            let chunk = &mut chunks[first + upper];
            chunk.end = chunk.end.max(end);
        }
    }
}

fn write_clauses(
    sentence: &Sentence,
    first: (usize, usize, usize),
    found: &[Open],
    objects: &[Option<usize>],
    syntax: &mut Syntax,
) {
    let chunk = |chunk: usize| ChunkId((first.0 + chunk) as u32);
    let clause_id = |clause: usize| ClauseId((first.2 + clause) as u32);
    for (clause, object) in found.iter().zip(objects) {
        syntax.clause_of_group.push(syntax.clauses.len() as u32);
        syntax.clauses.push(Clause {
            kind: clause.kind,
            tokens: sentence.tokens(clause.units.clone()),
            group: GroupId((first.1 + clause.group) as u32),
            marker: clause.marker.map(|u| sentence.token(u)),
            subject: clause.subject.map(chunk),
            object: object.map(chunk),
            parent: clause.parent.map(clause_id),
            conjunct_of: clause.conjunct_of.map(clause_id),
            noun: clause.noun.map(chunk),
        });
    }
    // The innermost clause of each unit: those that start later lie inside.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&c| (found[c].units.start, std::cmp::Reverse(found[c].units.end)));
    let mut next = order.into_iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    for (u, item) in sentence.items.iter().enumerate() {
        while let Some(c) = next.next_if(|&c| found[c].units.start <= u) {
            open.push(c);
        }
        while open.last().is_some_and(|&c| found[c].units.end <= u) {
            open.pop();
        }
        if let Some(&c) = open.last() {
            super::mark(&mut syntax.clause_of, item.first..item.end, (first.2 + c) as u32 + 1);
        }
    }
}
