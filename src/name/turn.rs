//! Names in the labels of an interview: "**PRYOR**: Nine cases so far." is a person whatever the model takes it for; the
//! letter of "Q." is nobody's name.
//!
//! Missed: outlets of one long word, which are taken for people unless running text names them as well.

use crate::hash::TextMap;

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::layout::Role;
use crate::lexicon::noun;

/// Labels of fewer letters may be initials: "WTN".
const INITIALS: usize = 4;

/// Takes letters out of the labels of turns, and gives names in them their kind.
pub(super) fn read_labels(document: &Document, names: &mut Vec<Name>) {
    let mut kinds: TextMap<String, EntityKind> = TextMap::default();
    let mut next = 0;
    let mut gone = vec![false; names.len()];
    for block in &document.layout.blocks {
        let Role::Turn { label: Some(label), body, .. } = &block.role else { continue };
        next += names[next..].partition_point(|name| name.span.end <= block.span.start);
        for i in next..names.len() {
            let name = &mut names[i];
            if name.span.start >= body.start {
                break;
            }
            let words = document.slice(name.span);
            // "Q.", or a name that takes in what is said.
            gone[i] = label.len() <= 2 || name.span.end > body.start || !label.contains(name.span);
            let alone = name.end == name.first + 1;
            let letters = words.chars().filter(|c| c.is_alphabetic()).count();
            let body = words.split_whitespace().last().is_some_and(|last| {
                noun::noun(&last.to_lowercase()).is_some_and(|n| n.class == noun::Class::Organization)
            });
            let opens = name.span.start == label.start;
            let person = match name.kind {
                EntityKind::Person => false,
                EntityKind::Organization => alone && letters >= INITIALS && !body,
                _ => !body && letters > 1,
            };
            if opens && person && !gone[i] && !document.slice(*label).contains(['(', '&']) {
                kinds.insert(words.to_lowercase(), EntityKind::Person);
            }
        }
    }
    let mut i = 0;
    names.retain(|_| {
        i += 1;
        !gone[i - 1]
    });
    if kinds.is_empty() {
        return;
    }
    // What running text names by the same words in another way is as it was.
    let in_label = |name: &Name| matches!(document.role(name.first as usize), Role::Turn { body, .. } if name.span.start < body.start);
    for name in names.iter() {
        if name.kind == EntityKind::Organization && !in_label(name) {
            kinds.remove(&document.slice(name.span).to_lowercase());
        }
    }
    for name in names.iter_mut() {
        if let Some(kind) = kinds.get(&document.slice(name.span).to_lowercase())
            && in_label(name)
        {
            name.kind = *kind;
        }
    }
}
