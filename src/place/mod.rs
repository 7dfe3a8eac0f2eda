//! Places: the names of kind place resolved to coordinates and a country.

use crate::annotation::Place;
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;

/// Where the places of the world are: a table in a compact file, read in place.
pub struct Gazetteer<'b> {
    _bytes: &'b [u8],
}

impl Gazetteer<'static> {
    /// The gazetteer that ships with the crate.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn shipped() -> Self {
        Self { _bytes: &[] }
    }
}

/// The place of each entity, parallel to [`Entities::list`]: `None` where it is no place, or where
/// it was not resolved.
pub fn resolve_places(
    _document: &Document,
    _names: &[Name],
    entities: &Entities,
    _gazetteer: Option<&Gazetteer>,
) -> Vec<Option<Place>> {
    vec![None; entities.list.len()]
}
