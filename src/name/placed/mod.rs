//! Names that what stands beside them says are places, whatever the model took them for.
//!
//! Towns are named for people and bodies for towns, so that the words of a name tell little; English news tells the
//! place by its frame: "**Yuma**, Ariz.", "**KELSO** — Two women", "a **Kelso** man", "Ana Ruiz, 52, of
//! **Kelso**", "**Lane**, **Linn** and **Benton** counties", "south of **Kelso**", "in **Lacey**". What one
//! frame says of a name holds for the name through the text, unless a person bears it as a surname or a body mostly
//! stands in other frames.
//!
//! Missed: towns that the text names in no such frame, and bodies that share one ("in **Parliament**" is let be, "in
//! **Interpol**" is not).

mod claim;
mod frame;

use crate::lexicon::{self, Class};
use rustc_hash::FxHashSet;

use crate::hash::{TextMap, TextSet};

use super::Name;
use super::state::find_states;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon::given::gender_of_given;
use crate::rule::Rule;
use crate::token::Case;
use claim::{claim_lists, claim_openings, claim_state, join_hyphens, settle};
use frame::{ends_way, find_lists, is_framed};

/// The rules of this folder, in order.
pub(super) static RULES: &[&Rule] =
    &[&claim::HYPHEN, &claim::STATE, &claim::OPENING, &claim::COUNTIES, &FRAME, &TAKEN_BACK];

/// A name has at most so many words.
const LONGEST: usize = 4;

static FRAME: Rule = Rule {
    id: "name.framed-place",
    says: "What stands beside a name says that it is a place, here and elsewhere in the text.",
    fires: &["[Ana Roe|p], 52, of [Kelm|o], was held.", "A [Kelm|p] man fell. [Kelm|p] was told."],
    spares: &["A [Kelm|p] man met [Ana Kelm|p]."],
};

static TAKEN_BACK: Rule = Rule {
    id: "name.surname-not-place",
    says: "A surname of the text that stands nowhere as a place is the person.",
    fires: &["[Ana Lacey|p] left. [Lacey|l] declined."],
    spares: &["[Ana Lacey|p] left for the hills near [Lacey|l]."],
};

/// Makes places of the names that the text frames as such, and adds those that were passed over. `common` tells
/// whether a token is known as a word in lower case, `known` whether a list knows tokens as a place.
pub(super) fn find_placed(
    document: &Document,
    common: impl Fn(usize) -> bool,
    known: impl Fn(usize, usize) -> bool,
    names: &mut Vec<Name>,
) {
    join_hyphens(document, &common, names);
    let states = find_states(document);
    let mut claims = Vec::new();
    for state in &states {
        claim_state(document, state, &common, &mut claims);
    }
    claim_openings(document, &common, &mut claims);
    claim_lists(document, &mut claims);
    claims.sort_by_key(|claim| (claim.first, claim.end));
    let claimed = settle(document, claims, names);
    spread(document, &claimed, known, names);
    take_back(document, names);
}

/// What the frames of a text say of one way of writing a name.
#[derive(Clone, Copy, Default)]
struct Frames {
    /// How often it is a person or body.
    named: u32,
    /// How often a frame says that it is a place.
    placed: u32,
}

/// Makes places of names in a frame, and of the same name elsewhere.
fn spread(
    document: &Document,
    claimed: &FxHashSet<u32>,
    known: impl Fn(usize, usize) -> bool,
    names: &mut [Name],
) {
    let surnames = find_surnames(document, names);
    let lists = find_lists(document, &surnames, known, names);
    let mut frames: TextMap<&str, Frames> = TextMap::default();
    let mut framed = vec![false; names.len()];
    for (i, name) in names.iter().enumerate() {
        let place = name.kind == EntityKind::Place;
        framed[i] = claimed.contains(&name.first)
            || (place || may_turn(name.kind))
                && (lists[i] || ends_way(document, names, i) || is_framed(document, name, &surnames));
        if framed[i] || may_turn(name.kind) {
            let own = frames.entry(document.slice(name.span)).or_default();
            own.named += 1;
            own.placed += u32::from(framed[i]);
        }
    }
    for (name, framed) in names.iter_mut().zip(framed) {
        if !may_turn(name.kind) {
            continue;
        }
        let Some(seen) = frames.get(document.slice(name.span)) else { continue };
        // What a body is said to be "in" is a place less often than what a person is.
        let share = if name.kind == EntityKind::Organization { 2 } else { 3 };
        let all = seen.placed > 0
            && share * seen.placed >= seen.named
            && !(name.end == name.first + 1 && surnames.contains(document.word(name.first as usize)));
        if (framed || all) && FRAME.acts(name.span) {
            name.kind = EntityKind::Place;
        }
    }
}

/// A surname of the text that was taken for a town, and stands nowhere as one, is a person's: "Lacey declined".
fn take_back(document: &Document, names: &mut [Name]) {
    let surnames = find_surnames(document, names);
    let is_one = |name: &Name| {
        name.kind == EntityKind::Place
            && name.end == name.first + 1
            && surnames.contains(document.word(name.first as usize))
    };
    let mut placed: TextSet<&str> = TextSet::default();
    for name in names.iter().filter(|name| is_one(name)) {
        let (first, end) = (name.first as usize, name.end as usize);
        let behind = document.tokens.get(end).map_or("", |_| document.lower(end));
        let located = first > 0 && document.is(first - 1, Class::Where)
            || lexicon::is(behind, Class::Dweller)
            || lexicon::is(behind, Class::Townly)
            || behind == ","
            || document.words.case(document.tokens[first].word) == Case::Upper;
        if located {
            placed.insert(document.word(first));
        }
    }
    for name in names.iter_mut() {
        if is_one(name) && !placed.contains(document.word(name.first as usize)) && TAKEN_BACK.acts(name.span)
        {
            name.kind = EntityKind::Person;
        }
    }
}

/// The last words of people's full names.
fn find_surnames<'t>(document: &Document<'t>, names: &[Name]) -> TextSet<&'t str> {
    let full = |name: &&Name| {
        let first = name.first as usize;
        name.kind == EntityKind::Person
            && name.end - name.first > 1
            && (gender_of_given(document.lower(first)).is_some() || document.tokens[first].span.len() < 3)
    };
    names.iter().filter(full).map(|name| document.word(name.end as usize - 1)).collect()
}

fn may_turn(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Other)
}

fn has_capital(document: &Document, i: usize) -> bool {
    document.words.case(document.tokens[i].word).has_capital()
}

#[cfg(test)]
mod tests {
    use super::super::agree::tests::shown;
    use super::*;
    use crate::notation::Marked;

    #[test]
    fn frames_tell_places() {
        for (marked, expected) in [
            ("[Ana Roe|p], 52, of [Kelm|o], was held.", "Ana Roe/p; Kelm/l"),
            ("A [Kelm|p] man fell. [Kelm|p] was told.", "Kelm/l; Kelm/l"),
            ("A [Kelm|p] man met [Ana Kelm|p]. [Kelm|p] left.", "Kelm/p; Ana Kelm/p; Kelm/p"),
            ("[KELM|p] — Two women were found.", "KELM/l"),
            ("on Champs-[Kelm|l], pro-[Kelm|l] and Roth - [Kelm|l]", "Champs-Kelm/l; Kelm/l; Kelm/l"),
            ("MOUNT [KELM|l], Ill. (AP) — Two women were found.", "MOUNT KELM/l; Ill./l"),
            ("KELM FALLS — Two women were found.", "KELM FALLS/l"),
            ("They live in Kelm Forks, Ariz., now.", "Kelm Forks/l; Ariz./l"),
            ("[Post|o] Kelm, Idaho, is far.", "Post Kelm/l"),
            ("[Alan Roe|p], [Ohio|l], won.", "Alan Roe/p; Ohio/l"),
            ("[Alan Roe of Kelm|p], [Ohio|l], won.", "Alan Roe/p; Kelm/l; Ohio/l"),
            ("[Kelm|p], [Roth|o] and Ayr counties gained.", "Kelm/l; Roth/l; Ayr/l"),
            ("He has a stake in [Kelm|o] and works in [Roth|o].", "Kelm/o; Roth/l"),
            ("He works in [NATO|o] and in [Parliament|o].", "NATO/o; Parliament/o"),
            (
                "[Kelm|o] won. [Kelm|o] lost. [Kelm|o] drew. It rained in [Kelm|o].",
                "Kelm/o; Kelm/o; Kelm/o; Kelm/l",
            ),
        ] {
            let read = Marked::read(marked);
            let document = Document::new(&read.text);
            let (mut names, _) = read.found(&document);
            find_placed(&document, |_| false, |_, _| true, &mut names);
            assert_eq!(shown(&document, &names), expected, "{marked}");
        }
    }
}
