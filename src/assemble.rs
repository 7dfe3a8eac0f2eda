//! Puts the findings of all stages together, and turns byte spans into UTF-16 code units.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::annotation::{Annotation, Entity, Figure, Form, Mention, Place, Quote, Span};
use crate::document::Document;
use crate::entity::{Entities, EntityId};
use crate::name::Name;
use crate::span::{Span as ByteSpan, Utf16};
use crate::speaker::{Reference, Speakers};
use crate::{figure, quote};

/// Makes the annotation of `document` from what each stage found in it.
pub(crate) fn assemble(
    document: &Document,
    names: &[Name],
    entities: Entities,
    speakers: Speakers,
    quotes: &[quote::Quote],
    figures: Vec<figure::Figure>,
    places: Vec<Option<Place>>,
) -> Annotation {
    let utf16 = Utf16::new(document.text);
    let units = |span: ByteSpan| Span { start: utf16.offset(span.start), end: utf16.offset(span.end) };
    let all = |spans: &[ByteSpan]| spans.iter().map(|&s| units(s)).collect::<Vec<_>>();

    let places = places.into_iter().chain(std::iter::repeat(None));
    let list = entities.list.into_iter().chain(speakers.unnamed).zip(places).enumerate().map(
        |(id, (entity, place))| Entity {
            id: id as u32,
            kind: entity.kind,
            name: entity.name,
            description: entity.description,
            place,
        },
    );

    Annotation {
        version: 1,
        entities: list.collect(),
        mentions: mentions(names, &entities.of_name, &speakers.mentions, units),
        quotes: quotes
            .iter()
            .zip(speakers.attributions)
            .map(|(quote, attribution)| Quote {
                style: quote.style,
                content: all(&quote.content),
                cue: all(&quote.cue),
                source: all(&quote.source),
                speaker: attribution.speaker.map(|e| e.0),
                certainty: attribution.certainty,
                alternatives: attribution.alternatives.iter().map(|e| e.0).collect(),
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
    units: impl Fn(ByteSpan) -> Span,
) -> Vec<Mention> {
    let named = names.iter().zip(of_name).map(|(name, &entity)| (name.span, entity, Form::Name, None));
    let others = references.iter().map(|r| (r.span, r.entity, r.form, r.antecedent));
    let mut all: Vec<_> = named.chain(others).collect();
    all.sort_by_key(|(span, ..)| (span.start, Reverse(span.end)));
    let index: FxHashMap<_, _> = all.iter().enumerate().map(|(i, (span, ..))| (*span, i as u32)).collect();
    all.iter()
        .map(|&(span, entity, form, antecedent)| {
            let Span { start, end } = units(span);
            Mention {
                start,
                end,
                entity: entity.0,
                form,
                antecedent: antecedent.and_then(|a| index.get(&a).copied()),
            }
        })
        .collect()
}
