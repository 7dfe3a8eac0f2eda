//! Speakers: the source of each quote resolved to an entity.

use crate::annotation::Form;
use crate::document::Document;
use crate::entity::{Entities, Entity, EntityId};
use crate::name::Name;
use crate::quote::Quote;
use crate::span::Span;

/// Who said each quote, and the mentions through which that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speakers {
    /// Speakers without a name, "Ukraine's military": their ids go on after the named entities.
    pub unnamed: Vec<Entity>,
    /// Mentions by noun phrase or pronoun, by start.
    pub mentions: Vec<Reference>,
    /// One for each quote, parallel to the quotes.
    pub attributions: Vec<Attribution>,
}

/// A mention that is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its words.
    pub span: Span,
    /// What it refers to.
    pub entity: EntityId,
    /// [`Form::Nominal`] or [`Form::Pronoun`].
    pub form: Form,
    /// The span of the mention it was resolved through: a name or another reference.
    pub antecedent: Option<Span>,
}

/// Who said a quote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// Nobody rather than somebody wrong.
    pub speaker: Option<EntityId>,
    /// 0 to 1: how often a speaker found in this way is right.
    pub certainty: f64,
    /// Others that could have said it, likeliest first.
    pub alternatives: Vec<EntityId>,
}

/// Resolves the source of each quote.
pub fn resolve_speakers(
    _document: &Document,
    _names: &[Name],
    _entities: &Entities,
    quotes: &[Quote],
) -> Speakers {
    Speakers { attributions: vec![Attribution::default(); quotes.len()], ..Speakers::default() }
}
