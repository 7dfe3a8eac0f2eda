//! Names that the model passed over, found again.
//!
//! A word that is mostly a name by itself is one where it stands alone; a person's name is found in lower
//! case, where it mostly has a capital ("zelenskyy argues"); "the West" and [`ALWAYS`] are names anyway.
//! Missed: names of several words, and words that are a name once and none as often.

use crate::hash::TextMap;

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind, WordId};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&LOWER, &WEST, &ALWAYS_NAMED, &AGAIN];

/// Organizations of one word that is nothing else.
const ALWAYS: &[&str] = &["EU", "Kremlin", "NATO", "Pentagon", "UN"];

static LOWER: Rule = Rule {
    id: "name.again-lower",
    says: "A person of the text is one in small letters, too.",
    fires: &["[Roth|p] left. [Roth|p] came. Then roth sat."],
    spares: &["[Roth|p] left. Then roth sat; roth wept."],
};

static WEST: Rule = Rule {
    id: "name.the-west",
    says: "The West is a place.",
    fires: &["Only the West is left."],
    spares: &["Only Mae West is left."],
};

static ALWAYS_NAMED: Rule = Rule {
    id: "name.always",
    says: "Some bodies have a name that is nothing else.",
    fires: &["He spoke of NATO and left."],
    spares: &["He spoke of NATO Street."],
};

static AGAIN: Rule = Rule {
    id: "name.again",
    says: "A word that is mostly a name by itself is one wherever it stands alone.",
    fires: &["[Vimo|o] rose; shares in Vimo fell. [Vimo|o] paid."],
    spares: &["[Vimo|o] rose as Vimo Street was closed. [Vimo|o] paid."],
};

/// Adds what the model passed over. `common` tells whether a token is known as a word in lower case.
pub(super) fn find_again(document: &Document, common: impl Fn(usize) -> bool, names: &mut Vec<Name>) {
    // How often a word ends a person's name, and how often it stands in lower case.
    let mut known: TextMap<&str, (u32, u32)> = TextMap::default();
    for name in names.iter() {
        let last = name.end as usize - 1;
        if name.kind == EntityKind::Person {
            known.entry(document.lower(last)).or_default().0 += 1;
        }
    }
    for (i, token) in document.tokens.iter().enumerate() {
        if document.words.case(token.word) == Case::Lower
            && let Some((_, lower)) = known.get_mut(document.lower(i))
        {
            *lower += 1;
        }
    }
    let again = SeenAgain::new(document, names);
    let mut added = Vec::new();
    let mut next = 0;
    for i in 0..document.tokens.len() {
        while names.get(next).is_some_and(|name| name.end as usize <= i) {
            next += 1;
        }
        let covered = names.get(next).is_some_and(|name| name.first as usize <= i);
        let token = &document.tokens[i];
        if covered || token.kind != TokenKind::Word || token.span.len() < 2 {
            continue;
        }
        let kind = match document.words.case(token.word) {
            Case::Lower if common(i) || token.span.len() < 4 => None,
            Case::Lower => known
                .get(document.lower(i))
                .filter(|(named, lower)| lower < named && LOWER.acts(token.span))
                .map(|_| EntityKind::Person),
            Case::Title if document.word(i) == "West" && i > 0 && document.lower(i - 1) == "the" => {
                (stands_alone(document, i) && WEST.acts(token.span)).then_some(EntityKind::Place)
            }
            Case::Title | Case::Upper if ALWAYS.contains(&document.word(i)) => {
                let alone = stands_alone(document, i) && ALWAYS_NAMED.acts(token.span);
                alone.then_some(EntityKind::Organization)
            }
            Case::Title | Case::Upper | Case::Mixed => again
                .get(token.word)
                .filter(|seen| seen.named > seen.missed && stands_alone(document, i) && !common(i))
                .filter(|_| AGAIN.acts(token.span))
                .map(|seen| seen.kind),
            _ => None,
        };
        if let Some(kind) = kind {
            added.push(Name { span: token.span, first: i as u32, end: i as u32 + 1, kind });
        }
    }
    if !added.is_empty() {
        names.append(&mut added);
        names.sort_unstable_by_key(|name| name.first);
    }
}

/// A word that is a name by itself.
struct Seen {
    kind: EntityKind,
    /// How often it stands in a name, and how often in none.
    named: u32,
    missed: u32,
}

/// The words that are names by themselves.
struct SeenAgain {
    list: Vec<Seen>,
    /// By word type: one more than its place in the list.
    places: Vec<u32>,
}

impl SeenAgain {
    fn new(document: &Document, names: &[Name]) -> Self {
        let mut seen = Self { list: Vec::new(), places: vec![0; document.words.len()] };
        for name in names.iter().filter(|n| n.end == n.first + 1) {
            let place = &mut seen.places[document.tokens[name.first as usize].word.index()];
            if *place == 0 {
                seen.list.push(Seen { kind: name.kind, named: 0, missed: 0 });
                *place = seen.list.len() as u32;
            }
        }
        let mut next = 0;
        for (i, token) in document.tokens.iter().enumerate() {
            while names.get(next).is_some_and(|name| name.end as usize <= i) {
                next += 1;
            }
            if let Some(place) = (seen.places[token.word.index()] as usize).checked_sub(1) {
                let covered = names.get(next).is_some_and(|name| name.first as usize <= i);
                let seen = &mut seen.list[place];
                *if covered { &mut seen.named } else { &mut seen.missed } += 1;
            }
        }
        seen
    }

    fn get(&self, word: WordId) -> Option<&Seen> {
        self.list.get((self.places[word.index()] as usize).checked_sub(1)?)
    }
}

/// Whether no neighbour in the block has a capital but "The".
fn stands_alone(document: &Document, i: usize) -> bool {
    let capital = |j: usize| document.words.case(document.tokens[j].word).has_capital();
    let before =
        i == 0 || document.tokens[i].gap == Gap::Block || !capital(i - 1) || document.lower(i - 1) == "the";
    let after = document.tokens.get(i + 1).is_none_or(|t| t.gap == Gap::Block) || !capital(i + 1);
    before && after
}

#[cfg(test)]
mod tests {
    use super::super::agree::tests::shown;
    use super::*;
    use crate::notation::Marked;

    #[test]
    fn names_are_found_again() {
        for (marked, expected) in [
            ("[Roth|p] left. [Roth|p] came. Then roth sat.", "Roth/p; Roth/p; roth/p"),
            ("[Vimo|o] rose; shares in Vimo fell. [Vimo|o] paid.", "Vimo/o; Vimo/o; Vimo/o"),
            ("[Vimo|o] rose as Vimo Street was closed. [Vimo|o] paid.", "Vimo/o; Vimo/o"),
            ("[Vimo|o] rose; Vimo and Vimo fell.", "Vimo/o"),
            ("Only the West and NATO are left.", "West/l; NATO/o"),
        ] {
            let read = Marked::read(marked);
            let document = Document::new(&read.text);
            let (mut names, _) = read.found(&document);
            find_again(&document, |_| false, &mut names);
            assert_eq!(shown(&document, &names), expected, "{marked}");
        }
    }
}
