//! Whom the label of an interview turn means: "WTN", "Dr. Ivanov", "PENCE", "Q".

use crate::hash::TextMap;

use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::{Entities, EntityId};
use crate::name::Name;
use crate::span::Span;

/// Whom a label means.
pub(super) enum Labelled {
    Entity(EntityId),
    /// Someone known by nothing but the label, in lower case.
    Unnamed(String),
    /// The one who is asked: "A."
    Answer,
    /// The one who asks: "Q."
    Question,
}

/// The entities by the words a label may use for them.
pub(super) struct Labels<'a> {
    names: &'a [Name],
    entities: &'a Entities,
    by_word: TextMap<String, Option<EntityId>>,
}

impl<'a> Labels<'a> {
    pub(super) fn new(names: &'a [Name], entities: &'a Entities) -> Self {
        let mut by_word: TextMap<String, Option<EntityId>> = TextMap::default();
        let mut add = |word: String, id: u32| {
            by_word
                .entry(word)
                .and_modify(|e| {
                    if *e != Some(EntityId(id)) {
                        *e = None;
                    }
                })
                .or_insert(Some(EntityId(id)));
        };
        for (id, entity) in entities.list.iter().enumerate() {
            let words: Vec<String> = entity.name.split(' ').map(str::to_lowercase).collect();
            match entity.kind {
                EntityKind::Person => {
                    words.first().into_iter().chain(words.last()).for_each(|w| add(w.clone(), id as u32));
                }
                EntityKind::Organization => {
                    add(words.iter().filter_map(|w| w.chars().next()).collect(), id as u32);
                    add(words.join(" "), id as u32);
                }
                _ => {}
            }
        }
        Self { names, entities, by_word }
    }

    /// Reads a label.
    pub(super) fn read(&self, document: &Document, label: Span) -> Labelled {
        let from = self.names.partition_point(|n| n.span.end <= label.start);
        let inside = self.names[from..]
            .iter()
            .enumerate()
            .take_while(|(_, n)| label.contains(n.span))
            .find(|(_, n)| matches!(n.kind, EntityKind::Person | EntityKind::Organization));
        if let Some(entity) = inside.and_then(|(i, _)| self.entities.of_name.get(from + i)) {
            return Labelled::Entity(*entity);
        }
        let words = document.slice(label).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        match words.as_str() {
            "q" | "question" | "interviewer" => return Labelled::Question,
            "a" | "answer" => return Labelled::Answer,
            _ => {}
        }
        let last = words.rsplit(' ').next().unwrap_or(&words);
        match self.by_word.get(&words).or_else(|| self.by_word.get(last)) {
            Some(Some(entity)) => Labelled::Entity(*entity),
            _ => Labelled::Unnamed(words),
        }
    }
}
