//! Entities: the names that stand for one thing, grouped.

use crate::annotation::EntityKind;
use crate::document::Document;
use crate::name::Name;

/// The index of an [`Entity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// One real thing that the text names or describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name that the text gives.
    pub name: String,
    /// What the text calls it.
    pub description: Option<String>,
}

/// The entities that have a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// By first mention.
    pub list: Vec<Entity>,
    /// The entity of each name, parallel to the names.
    pub of_name: Vec<EntityId>,
}

/// Groups the names: full name and surname, acronym and expansion, spelling variants.
pub fn group_names(_document: &Document, _names: &[Name]) -> Entities {
    Entities::default()
}
