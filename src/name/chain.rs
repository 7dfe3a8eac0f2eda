//! Names of several words that the model passed over, found again: "sales at **Bath Body** rose".
//!
//! Words with capitals that are one name where the model found them are one name wherever they stand alone, also where it took
//! the first of them for a name of its own ("**Bath** Body"). Missed: names of which the model found none, or one among many.

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::hash::TextMap;
use crate::rule::Rule;
use crate::token::{Gap, TokenKind, WordId};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&CHAIN];

static CHAIN: Rule = Rule {
    id: "name.chain",
    says: "Words that are a name elsewhere in the text are one wherever they stand alone.",
    fires: &["[Bath Body|o] rose. [Bath Body|o] paid. Sales at Bath Body fell."],
    spares: &["[Bath Body|o] rose. [Bath Body|o] paid. Sales at Bath Body Works fell."],
};

/// A name of more words is found by the model, or nowhere.
const LONGEST: usize = 4;
/// One mention that was found vouches for so many that were passed over.
const VOUCHES: u32 = 3;

struct Chain {
    words: Vec<WordId>,
    kind: EntityKind,
    found: u32,
    /// Where it was passed over.
    missed: Vec<usize>,
}

/// Adds what the model passed over.
pub(super) fn find_chains(document: &Document, names: &mut Vec<Name>) {
    let word = |i: usize| document.tokens[i].word;
    let capital = |i: usize| document.words.case(word(i)).has_capital();
    let mut chains: Vec<Chain> = Vec::new();
    // By the words as they are written, and by the first word.
    let mut known: TextMap<&str, usize> = TextMap::default();
    let mut opening: TextMap<&str, Vec<usize>> = TextMap::default();
    for name in names.iter() {
        let range = name.first as usize..name.end as usize;
        let joined = range.clone().skip(1).all(|i| document.tokens[i].gap == Gap::Space);
        let plain = range.clone().all(|i| document.tokens[i].kind == TokenKind::Word && capital(i));
        // "The Bath Body" has an article too many.
        let article = document.lower(range.start) == "the";
        if !(2..=LONGEST).contains(&range.len()) || !joined || !plain || article {
            continue;
        }
        let chain = *known.entry(document.slice(name.span)).or_insert_with(|| {
            opening.entry(document.word(range.start)).or_default().push(chains.len());
            let words = range.clone().map(word).collect();
            chains.push(Chain { words, kind: name.kind, found: 0, missed: Vec::new() });
            chains.len() - 1
        });
        chains[chain].found += 1;
    }
    if chains.is_empty() {
        return;
    }
    let mut next = 0;
    for i in 0..document.tokens.len() {
        while names.get(next).is_some_and(|name| name.end as usize <= i) {
            next += 1;
        }
        // A name that was found may start here, not before.
        if names.get(next).is_some_and(|name| (name.first as usize) < i) || !capital(i) {
            continue;
        }
        let Some(candidates) = opening.get(document.word(i)) else { continue };
        for &chain in candidates.iter().take(8) {
            let words = &chains[chain].words;
            let end = i + words.len();
            let same = end <= document.tokens.len()
                && (i + 1..end).all(|j| document.tokens[j].gap == Gap::Space)
                && (i..end).zip(words).all(|(j, &w)| word(j) == w);
            let mut inside = names[next..].iter().take_while(|name| (name.first as usize) < end);
            let smaller =
                inside.all(|name| name.end as usize <= end && name.end - name.first < words.len() as u32);
            let alone = (i == 0
                || document.tokens[i].gap >= Gap::Block
                || !capital(i - 1)
                || document.lower(i - 1) == "the")
                && document
                    .tokens
                    .get(end)
                    .is_none_or(|t| t.gap >= Gap::Block || !capital(end) && document.word(end) != "-");
            if same && smaller && alone {
                chains[chain].missed.push(i);
            }
        }
    }
    let mut added: Vec<Name> = Vec::new();
    for chain in &chains {
        if chain.found < 2 || chain.missed.len() as u32 > VOUCHES * chain.found {
            continue;
        }
        for &first in &chain.missed {
            let end = first + chain.words.len();
            let span = document.span(first, end);
            if CHAIN.acts(span) {
                added.push(Name { span, first: first as u32, end: end as u32, kind: chain.kind });
            }
        }
    }
    if added.is_empty() {
        return;
    }
    added.sort_unstable_by_key(|name| (name.first, std::cmp::Reverse(name.end)));
    let mut last = 0;
    added.retain(|name| {
        let free = name.first >= last;
        if free {
            last = name.end;
        }
        free
    });
    let within = |name: &Name| {
        let at = added.partition_point(|other| other.end <= name.first);
        added.get(at).is_some_and(|other| other.first < name.end)
    };
    names.retain(|name| !within(name));
    names.extend(added);
    names.sort_unstable_by_key(|name| name.first);
}
