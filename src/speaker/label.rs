//! Whom the label of an interview turn means: "WTN", "Dr. Ivanov", "PENCE", "Q".

use crate::hash::TextMap;

use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::person::title_gender;
use crate::entity::{Entities, EntityId};
use crate::lexicon::given::gender_of_given;
use crate::name::Name;
use crate::span::Span;

/// How many names before a label are looked at for its surname.
const MOST_NAMES: usize = 200;

/// Whom a label means.
pub(super) enum Labelled {
    Entity(EntityId),
    /// One of several that share the label's surname; the first is whoever was called last: "Ms. Dern?"
    Shared(Vec<EntityId>),
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
    /// Whom a label has named in full, by the last word of the name: the latest, and whoever else bears it.
    called: TextMap<String, (EntityId, Option<EntityId>)>,
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
        Self { names, entities, by_word, called: TextMap::default() }
    }

    /// Notes whom a label names in full, "ANN HOLM, ENGINEER", and tells whom a bare surname may mean: the latest of those
    /// whom labels have named so, and the one before.
    pub(super) fn surname(&mut self, document: &Document, label: Span) -> Option<(EntityId, EntityId)> {
        let from = self.names.partition_point(|n| n.span.end <= label.start);
        let name = self.names.get(from).filter(|n| label.contains(n.span) && n.kind == EntityKind::Person)?;
        let entity = *self.entities.of_name.get(from)?;
        let words = document.slice(name.span).to_lowercase();
        let last = words.rsplit(' ').next().unwrap_or_default().to_owned();
        let known = self.called.get(&last).copied();
        if words == last {
            return known.and_then(|(latest, other)| Some((latest, other?)));
        }
        let other = known.and_then(|(latest, other)| if latest == entity { other } else { Some(latest) });
        self.called.insert(last, (entity, other));
        None
    }

    /// Those named before whose surname a name is, the one who was named last first.
    fn sharing(&self, document: &Document, name: &Name, at: usize) -> Vec<EntityId> {
        let surname = document.lower(name.first as usize);
        let mut found: Vec<EntityId> = Vec::new();
        let full = |name: &Name| name.kind == EntityKind::Person && name.end > name.first + 1;
        let fits =
            |other: &&(usize, &Name)| full(other.1) && document.lower(other.1.end as usize - 1) == surname;
        for (i, _) in self.names[..at].iter().enumerate().rev().take(MOST_NAMES).filter(|other| fits(&other))
        {
            let Some(entity) = self.entities.of_name.get(i).copied() else { continue };
            if !found.contains(&entity) {
                found.push(entity);
            }
        }
        if found.len() < 2 {
            return found;
        }
        // "Ms. Dern?", asked in the turn before, is the woman.
        let called = self.names[..at].iter().rev().take(3).find(|other| {
            other.end == other.first + 1
                && document.lower(other.first as usize) == surname
                && title_gender(document, other).is_some()
        });
        if let Some(gender) = called.and_then(|other| title_gender(document, other)) {
            let of = |entity: &EntityId| {
                let name = &self.entities.list[entity.0 as usize].name;
                gender_of_given(&name.split(' ').next().unwrap_or_default().to_lowercase())
            };
            found.sort_by_key(|entity| of(entity) != Some(gender));
        }
        found
    }

    /// Reads a label.
    pub(super) fn read(&self, document: &Document, label: Span) -> Labelled {
        let from = self.names.partition_point(|n| n.span.end <= label.start);
        let inside = self.names[from..]
            .iter()
            .enumerate()
            .take_while(|(_, n)| label.contains(n.span))
            .find(|(_, n)| matches!(n.kind, EntityKind::Person | EntityKind::Organization));
        if let Some((i, name)) = inside
            && let Some(entity) = self.entities.of_name.get(from + i)
        {
            let surname = name.kind == EntityKind::Person && name.end == name.first + 1;
            let shared = if surname { self.sharing(document, name, from + i) } else { Vec::new() };
            return if shared.len() > 1 { Labelled::Shared(shared) } else { Labelled::Entity(*entity) };
        }
        let words = document.slice(label).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        match words.as_str() {
            "q" | "question" | "interviewer" => return Labelled::Question,
            "a" | "answer" | "the witness" => return Labelled::Answer,
            _ => {}
        }
        let last = words.rsplit(' ').next().unwrap_or(&words);
        match self.by_word.get(&words).or_else(|| self.by_word.get(last)) {
            Some(Some(entity)) => Labelled::Entity(*entity),
            _ => Labelled::Unnamed(words),
        }
    }
}
