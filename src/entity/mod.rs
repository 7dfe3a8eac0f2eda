//! Entities: the names that stand for one thing, grouped.
//!
//! "Volodymyr Zelenskyy", "Zelenskiy" and "zelenskyy" are one person; "World Today News (WTN)" and
//! "WTN" one outlet; "U.S." and "United States" one country; "Russian" and "Russians" one people,
//! apart from "Russia". Two people of one name stay two where the text says so: "Another, also
//! named Viktor". What the text calls them comes from titles ("Kremlin spokesman Dmitry Peskov"),
//! appositions ("Viktor, 56, a former soldier,") and copulas ("Okello is the managing director").
//!
//! Missed: what only knowledge of the world joins ("Bill" and "William", the Pentagon and the
//! Department of Defense), and two people of one name whom nothing in the text tells apart.

mod alias;
mod apart;
mod body;
mod describe;
mod fold;
mod group;
mod known;
pub(crate) mod label;
mod namesake;
mod near;
mod nickname;
pub(crate) mod person;
mod spelling;

#[cfg(test)]
mod tests;

use crate::annotation::EntityKind;
use crate::document::Document;
use crate::name::Name;
use crate::rule::Rule;
use crate::span::Span;

/// The rules of this stage, in the order in which they act.
pub static RULES: &[&[&Rule]] = &[
    &[&apart::STATES, &apart::GOVERNED],
    body::RULES,
    person::RULES,
    &[&group::CLASSES, &namesake::ALSO, &namesake::AGES],
    describe::RULES,
];

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
    /// Everything that the text calls one of them, by start.
    pub described: Vec<Described>,
}

/// Words that say what an entity is: a title, an apposition, a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described {
    /// The words, as they stand.
    pub span: Span,
    /// What they describe.
    pub entity: EntityId,
    /// How telling they are; 0 where they say nothing to a reader.
    pub rank: u8,
}

/// Groups the names: full name and surname, acronym and expansion, spelling variants.
pub fn group_names(document: &Document, names: &[Name]) -> Entities {
    let of_name = group::group(document, names);
    let mut list = label::label(document, names, &of_name);
    let described = describe::describe(document, names, &of_name);
    label::set_descriptions(document, &described, &mut list);
    Entities { list, of_name, described }
}
