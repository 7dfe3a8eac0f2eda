//! Places of one name in one text: "Portland, Maine," and "Portland, Ore."; "New York City" and "New York Gov. Ana Ruiz".
//!
//! A text that names two states behind a town's name speaks of two towns; the name alone is then that of the town last
//! named so, or of the first. Where a text names a city by its full name and the governor by the name alone, the
//! name alone is the state's. Missed: namesakes of which only one has its state ("Paris" and "Paris, Texas"), and
//! those outside the United States and Canada.

use crate::hash::{TextMap, TextSet};

use crate::annotation::EntityKind;
use crate::document::Document;
use crate::name::{Name, is_state_name};
use crate::rule::Rule;

pub(super) static STATES: Rule = Rule {
    id: "entity.towns-of-two-states",
    says: "A town's name behind which the text names two states is two towns.",
    fires: &["[Kelm|l], [Maine|l], and [Kelm|l], [Ore.|l], met. [Kelm|l] won."],
    spares: &["[Kelm|l], [Oregon|l], and [Kelm|l], [Ore.|l], met."],
};

pub(super) static GOVERNED: Rule = Rule {
    id: "entity.state-beside-city",
    says: "A name alone is the state's where the text has the city by its full name and a governor.",
    fires: &["[Kelm|l] Gov. [Ana Ruiz|p] left [Kelm City|l] for [Kelm|l]."],
    spares: &["[Kelm|l] Mayor [Ana Ruiz|p] left [Kelm City|l]."],
};

/// The number of a state beside the city of its name.
const STATE: u8 = u8::MAX;

/// A number for each name that shares its words with another place of the text; `None` for all other names.
pub(super) fn find_apart(document: &Document, names: &[Name]) -> Vec<Option<u8>> {
    let mut states: TextMap<&str, Vec<&str>> = TextMap::default();
    let state = |i: usize| {
        let [town, state] = names.get(i..i + 2)? else { return None };
        (town.kind == EntityKind::Place
            && state.kind == EntityKind::Place
            && state.first == town.end + 1
            && document.word(town.end as usize) == ","
            && is_state_name(document, state))
        .then(|| document.slice(state.span))
    };
    for (i, name) in names.iter().enumerate() {
        if let Some(state) = state(i) {
            let known = states.entry(document.slice(name.span)).or_default();
            if known.len() < usize::from(u8::MAX) && !known.iter().any(|other| is_same(other, state)) {
                known.push(state);
            }
        }
    }
    states.retain(|_, states| states.len() > 1);
    let governed = find_governed(document, names);
    if states.is_empty() && governed.is_empty() {
        return vec![None; names.len()];
    }
    let mut last: TextMap<&str, u8> = TextMap::default();
    (names.iter().enumerate())
        .map(|(i, name)| {
            let words = document.slice(name.span);
            if name.kind == EntityKind::Place && governed.contains(words) && GOVERNED.acts(name.span) {
                return Some(STATE);
            }
            let states =
                states.get(words).filter(|_| name.kind == EntityKind::Place && STATES.acts(name.span))?;
            if let Some(state) = state(i) {
                let at = states.iter().position(|other| is_same(other, state)).unwrap_or(0);
                last.insert(words, at as u8);
            }
            Some(last.get(words).copied().unwrap_or(0))
        })
        .collect()
}

/// Names of states that the text tells from the city of the name.
fn find_governed<'t>(document: &Document<'t>, names: &[Name]) -> TextSet<&'t str> {
    let cities = names.iter().filter(|name| name.kind == EntityKind::Place);
    let cities: TextSet<&str> =
        cities.filter_map(|name| document.slice(name.span).strip_suffix(" City")).collect();
    if cities.is_empty() {
        return TextSet::default();
    }
    let is_governed = |name: &&Name| {
        let end = name.end as usize;
        let behind = document.tokens.get(end).map_or("", |_| document.lower(end));
        let states = ["gov", "gov.", "governor", "lawmakers", "legislature", "senate", "state"];
        cities.contains(document.slice(name.span)) && states.contains(&behind)
    };
    names.iter().filter(is_governed).map(|name| document.slice(name.span)).collect()
}

/// Whether two names may be those of one state, the one perhaps an abbreviation: "Ore." and "Oregon".
fn is_same(one: &str, other: &str) -> bool {
    let letters = |name: &str| name.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let (one, other) = (letters(one), letters(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let mut rest = long.chars();
    short == long
        || short.len() < 6
            && short.chars().next() == long.chars().next()
            && short.chars().all(|c| rest.any(|l| l == c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::Marked;

    #[test]
    fn towns_of_two_states_are_two() {
        for (marked, expected) in [
            ("[Kelm|l], [Maine|l], and [Kelm|l], [Ore.|l], met. [Kelm|l] won.", "Kelm 0; Kelm 1; Kelm 1"),
            ("[Kelm|l] won. [Kelm|l], [Maine|l], beat [Kelm|l], [Ore.|l].", "Kelm 0; Kelm 0; Kelm 1"),
            ("[Kelm|l], [Oregon|l], and [Kelm|l], [Ore.|l], met.", ""),
            ("[Kelm|l] Gov. [Ana Ruiz|p] left [Kelm City|l] for [Kelm|l].", "Kelm 255; Kelm 255"),
            ("[Kelm|l] Mayor [Ana Ruiz|p] left [Kelm City|l].", ""),
            ("[Kelm|l], [Roth|l] and [Ayr|l]; [Kelm|l], [Ohio|l]", ""),
        ] {
            let read = Marked::read(marked);
            let document = Document::new(&read.text);
            let (names, _) = read.found(&document);
            let apart = find_apart(&document, &names);
            let shown = names
                .iter()
                .zip(apart)
                .filter_map(|(name, apart)| Some(format!("{} {}", document.slice(name.span), apart?)));
            assert_eq!(shown.collect::<Vec<_>>().join("; "), expected, "{marked}");
        }
    }
}
