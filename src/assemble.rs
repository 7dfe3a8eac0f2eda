//! Puts the findings of all stages together, and turns byte spans into UTF-16 code units.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::annotation::{Act, Annotation, Entity, Figure, Form, Mention, Part, Place, Quote, Span};
use crate::entity::EntityId;
use crate::judge::Verdict;
use crate::name::Name;
use crate::pipeline::Findings;
use crate::span::{Span as ByteSpan, Utf16};
use crate::speaker::Reference;
use crate::{figure, layout};

/// Makes the annotation of `document` from what each stage found in it, with stances or without.
///
/// A quote that is not listed leaves no trace: who speaks nowhere else and has no name is no entity then.
pub(crate) fn assemble(
    found: Findings,
    verdicts: &[Verdict],
    figures: Vec<figure::Figure>,
    places: Vec<Option<Place>>,
    stances: bool,
) -> Annotation {
    let Findings { document, names, entities, quotes, speakers, .. } = found;
    let utf16 = Utf16::new(document.text);
    let units = |span: ByteSpan| Span { start: utf16.offset(span.start), end: utf16.offset(span.end) };
    let all = |spans: &[ByteSpan]| spans.iter().map(|&s| units(s)).collect::<Vec<_>>();

    let rows = quotes.iter().zip(verdicts).zip(&speakers.attributions);
    let said = rows.filter(|((_, verdict), _)| stances || verdict.act != Act::Stance);
    let named = entities.list.len();
    let mut speaks = speakers.recurring.clone();
    for (_, attribution) in said.clone() {
        if let Some(speaker) = attribution.speaker.and_then(|e| (e.0 as usize).checked_sub(named)) {
            speaks[speaker] = true;
        }
    }
    // The id in the annotation of each entity without a name.
    let mut next = named as u32;
    let kept: Vec<Option<u32>> = speaks
        .iter()
        .map(|&speaks| {
            let id = speaks.then_some(next);
            next += u32::from(speaks);
            id
        })
        .collect();
    let id = |entity: EntityId| match (entity.0 as usize).checked_sub(named) {
        Some(unnamed) => kept[unnamed],
        None => Some(entity.0),
    };

    let places = places.into_iter().chain(std::iter::repeat(None));
    let unnamed = speakers.unnamed.into_iter().zip(&kept).filter(|(_, kept)| kept.is_some());
    let list =
        entities.list.into_iter().chain(unnamed.map(|(entity, _)| entity)).zip(places).enumerate().map(
            |(id, (entity, place))| Entity {
                id: id as u32,
                kind: entity.kind,
                name: entity.name,
                description: entity.description,
                place,
            },
        );

    Annotation {
        version: 2,
        parts: layout::find_parts(&document.layout)
            .into_iter()
            .map(|part| {
                let Span { start, end } = units(part.span);
                Part { start, end, role: part.role }
            })
            .collect(),
        entities: list.collect(),
        mentions: mentions(&names, &entities.of_name, &speakers.mentions, id, units),
        quotes: said
            .map(|((quote, verdict), attribution)| Quote {
                style: quote.style,
                act: verdict.act,
                content: all(&quote.content),
                cue: all(&quote.cue),
                source: all(&quote.source),
                speaker: attribution.speaker.and_then(id),
                certainty: verdict.certainty,
                alternatives: attribution.alternatives.iter().filter_map(|&e| id(e)).collect(),
            })
            .collect(),
        figures: figures
            .into_iter()
            .map(|figure| {
                let Span { start, end } = units(figure.span);
                Figure {
                    start,
                    end,
                    kind: figure.kind,
                    value: figure.value,
                    low: figure.low,
                    high: figure.high,
                    unit: figure.unit,
                    iso: figure.iso,
                    bound: figure.bound,
                    of: figure.of.map(units),
                }
            })
            .collect(),
    }
}

/// Names and other references in one list by start, antecedents as indices in it.
fn mentions(
    names: &[Name],
    of_name: &[EntityId],
    references: &[Reference],
    id: impl Fn(EntityId) -> Option<u32>,
    units: impl Fn(ByteSpan) -> Span,
) -> Vec<Mention> {
    let named = names.iter().zip(of_name).map(|(name, &entity)| (name.span, entity, Form::Name, None));
    let others = references.iter().map(|r| (r.span, r.entity, r.form, r.antecedent));
    let listed = named.chain(others).filter_map(|(span, entity, form, a)| Some((span, id(entity)?, form, a)));
    let mut all: Vec<_> = listed.collect();
    all.sort_by_key(|(span, ..)| (span.start, Reverse(span.end)));
    let index: FxHashMap<_, _> = all.iter().enumerate().map(|(i, (span, ..))| (*span, i as u32)).collect();
    all.iter()
        .map(|&(span, entity, form, antecedent)| {
            let Span { start, end } = units(span);
            Mention { start, end, entity, form, antecedent: antecedent.and_then(|a| index.get(&a).copied()) }
        })
        .collect()
}
