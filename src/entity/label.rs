//! What an entity is called, and what it is.

use crate::hash::TextMap;

use super::{Described, Entity, EntityId};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::name::age::age_after;
use crate::name::{KINDS, Name};
use crate::span::Span;
use crate::token::Case;

/// The entities of the names: the kind that most of its names have, the fullest name.
pub(super) fn label(document: &Document, names: &[Name], of_name: &[EntityId]) -> Vec<Entity> {
    let size = of_name.iter().map(|e| e.0 + 1).max().unwrap_or(0) as usize;
    let mut votes = vec![[0u32; KINDS.len()]; size];
    let mut times: TextMap<(EntityId, &str), u32> = TextMap::default();
    for (name, entity) in names.iter().zip(of_name) {
        // "Vladyslav, 22, believes": who has an age is a person.
        let kind = if age_after(document, name).is_some() { EntityKind::Person } else { name.kind };
        let slot = KINDS.iter().position(|k| *k == kind).unwrap_or(0);
        votes[entity.0 as usize][slot] += if kind == name.kind { 1 } else { 3 };
        *times.entry((*entity, document.slice(name.span))).or_default() += 1;
    }
    let mut best: Vec<Option<(Fullness, Span)>> = vec![None; size];
    for (name, entity) in names.iter().zip(of_name) {
        let fullness = Fullness {
            words: name.end - name.first - u32::from(document.lower(name.first as usize) == "the"),
            capitals: capitals(document, name),
            written: is_well_written(document, name),
            times: times[&(*entity, document.slice(name.span))],
        };
        let best = &mut best[entity.0 as usize];
        if best.is_none_or(|(full, _)| fullness > full) {
            *best = Some((fullness, name.span));
        }
    }
    best.into_iter()
        .zip(votes)
        .map(|(best, votes)| {
            let most = votes.iter().max().copied().unwrap_or(0);
            let kind = votes.iter().position(|v| *v == most).unwrap_or(0);
            let name = best.map_or("", |(_, span)| document.slice(span));
            Entity { kind: KINDS[kind], name: one_line(name), description: None }
        })
        .collect()
}

/// Which of two names is the fuller one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fullness {
    words: u32,
    written: bool,
    capitals: u32,
    times: u32,
}

/// How many of its words have a capital: "World Today News" before "World today News".
fn capitals(document: &Document, name: &Name) -> u32 {
    let case = |i: usize| document.words.case(document.tokens[i].word);
    (name.first as usize..name.end as usize).filter(|&i| matches!(case(i), Case::Title | Case::Mixed)).count()
        as u32
}

/// Not all in small letters, and not all in capitals but for an acronym.
fn is_well_written(document: &Document, name: &Name) -> bool {
    let case = |i: usize| document.words.case(document.tokens[i].word);
    let (first, end) = (name.first as usize, name.end as usize);
    let shouted = (first..end).all(|i| case(i) == Case::Upper)
        && (end - first > 1 || name.kind == EntityKind::Person && name.span.len() > 2);
    // "Tsai Ing-wen"
    let hyphened = end - first > 2 && document.word(end - 2) == "-";
    case(first) != Case::Lower && (case(end - 1) != Case::Lower || hyphened) && !shouted
}

/// Gives each entity the most telling description, the first of those.
pub(super) fn set_descriptions(document: &Document, described: &[Described], list: &mut [Entity]) {
    let mut best = vec![0; list.len()];
    for found in described {
        let id = found.entity.0 as usize;
        if found.rank > best[id] {
            best[id] = found.rank;
            list[id].description = Some(one_line(document.slice(found.span)));
        }
    }
}

/// The words on one line: a name may run over the end of a line.
pub(crate) fn one_line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in crate::token::seen(words).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
