//! The rules of every stage in their order, and what they do on a marked text: for `--explain rules`, `--without` and the test
//! of their examples.
//!
//! The models of quotes and the speakers have none here yet.

use crate::document::Document;
use crate::notation::Marked;
use crate::rule::{Acted, Rule, watch};
use crate::{Gazetteer, entity, figure, name, place, quote, review};

/// All rules, stage by stage.
///
/// ```
/// assert!(whosaid::rules::all().any(|rule| rule.id == "name.credit"));
/// ```
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let stages = [name::RULES, entity::RULES, review::RULES, figure::RULES, place::RULES];
    stages.into_iter().flatten().flat_map(|rules| rules.iter().copied())
}

/// What the stage of a rule does with a text in the notation of [`crate::notation`], whose names are as a model would have
/// given them.
pub fn try_on(rule: &Rule, marked: &str, gazetteer: Option<&Gazetteer>) -> Vec<Acted> {
    let marked = Marked::read(marked);
    let document = Document::new(&marked.text);
    let (names, _) = marked.found(&document);
    let (_, acted) = watch(|| match rule.id.split('.').next() {
        Some("name") => drop(name::Tagger::shipped().correct_names(&document, names)),
        Some("entity") => drop(entity::group_names(&document, &names)),
        Some("review") => {
            let quotes = quote::find_quotes(&document, &names);
            let syntax = review::read_syntax(&document, &names, &quotes);
            drop(review::review_quotes(&document, &syntax, quotes));
        }
        Some("figure") => drop(figure::find_figures(&document, &names, None)),
        Some("place") => {
            let entities = entity::group_names(&document, &names);
            drop(place::resolve_places(&document, &names, &entities, gazetteer));
        }
        _ => panic!("{}: no such stage", rule.id),
    });
    acted
}
