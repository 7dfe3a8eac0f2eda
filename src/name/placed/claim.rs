//! Stretches that are places beyond doubt: before a state, at the head of a report, in a list of counties.

use crate::lexicon::Class;
use rustc_hash::FxHashSet;

use super::super::Name;
use super::super::state::State;
use super::{LONGEST, has_capital};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon;
use crate::lexicon::given::gender_of_given;
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind};

/// More openings in capitals with a dash are a transcript's labels, or no town's.
const OPENINGS: usize = 3;

/// A stretch of tokens that is said to be a place.
pub(super) struct Claim {
    pub(super) first: usize,
    pub(super) end: usize,
    /// Whether it is a name even where none was found.
    pub(super) new: bool,
}

/// What stands before a hyphen and is no part of the name behind it.
const PREFIXES: &[&str] = &["anti", "cross", "post", "then"];

pub(in crate::name) static HYPHEN: Rule = Rule {
    id: "name.hyphen",
    says: "The word before a hyphen is part of a place's name.",
    fires: &["on Champs-[Kelm|l]"],
    spares: &["a pro-[Kelm|l] vote"],
};

pub(in crate::name) static STATE: Rule = Rule {
    id: "name.state",
    says: "What stands before a comma and a state is a town, and an abbreviated state is a place.",
    fires: &["They live in Kelm Forks, Ariz., now."],
    spares: &["[Alan Roe|p], [Kelm|l], won."],
};

pub(in crate::name) static OPENING: Rule = Rule {
    id: "name.opening",
    says: "Capitals and a dash at the start of a sentence are the place of the report.",
    fires: &["KELM FALLS — Two women were found."],
    spares: &["KELM NEWS — Two women were found."],
};

pub(in crate::name) static COUNTIES: Rule = Rule {
    id: "name.counties",
    says: "The members of a list of counties or rivers are places.",
    fires: &["[Kelm|p], [Roth|o] and Ayr counties gained."],
    spares: &["[Kelm|p], [Roth|o] and Ayr gained."],
};

/// Takes the word before a hyphen into the name of a place that begins behind it: "**Clermont-Ferrand**".
pub(super) fn join_hyphens(document: &Document, common: impl Fn(usize) -> bool, names: &mut [Name]) {
    let mut taken = 0;
    for name in names.iter_mut() {
        let first = name.first as usize;
        let glued = first >= 2
            && document.word(first - 1) == "-"
            && document.tokens[first].gap == Gap::None
            && document.tokens[first - 1].gap == Gap::None;
        if name.kind == EntityKind::Place
            && glued
            && taken <= first - 2
            && document.words.case(document.tokens[first - 2].word) == Case::Title
            && document.tokens[first - 2].span.len() > 3
            && !PREFIXES.contains(&document.lower(first - 2))
            && (!common(first - 2)
                || document.sentences[document.sentence_of(first)].tokens.start as usize != first - 2)
            && HYPHEN.acts(name.span)
        {
            name.first = first as u32 - 2;
            name.span = document.span(first - 2, name.end as usize);
        }
        taken = name.end as usize;
    }
}

/// The state itself where it is abbreviated, and the town before its comma.
pub(super) fn claim_state(
    document: &Document,
    state: &State,
    common: impl Fn(usize) -> bool,
    claims: &mut Vec<Claim>,
) {
    if state.short && STATE.acts(document.span(state.first, state.end)) {
        claims.push(Claim { first: state.first, end: state.end, new: true });
    }
    // "Ohio, Texas Tech" is no town in Texas.
    let goes_on = document.tokens.get(state.end).is_some_and(|token| {
        token.gap == Gap::Space && token.kind == TokenKind::Word && has_capital(document, state.end)
    });
    if !state.comma || goes_on && !state.short {
        return;
    }
    let end = state.first - 1;
    let mut first = end;
    while first > 0 && end - first < LONGEST && joins(document, first - 1) {
        first -= 1;
        if document.tokens[first].gap >= Gap::Line {
            break;
        }
    }
    if first < end && STATE.acts(document.span(first, end)) {
        // "Elsewhere, Ohio waits", "in May, Ohio had …"
        let new = state.short
            || !(first..end).all(|i| common(i) || lexicon::find(document.lower(i)).any(lexicon::DAYS));
        claims.push(Claim { first, end, new });
    }
}

/// Whether a token may be a word of a town's name, which ends behind it.
fn joins(document: &Document, i: usize) -> bool {
    let token = document.tokens[i];
    token.kind == TokenKind::Word
        && (has_capital(document, i) || document.lower(i) == "'s")
        && !document.is(i, Class::TownBorder)
}

/// "KELSO — Two women", "PORT ORCHARD -- No rain": capitals and a dash at the start of a sentence.
pub(super) fn claim_openings(document: &Document, common: impl Fn(usize) -> bool, claims: &mut Vec<Claim>) {
    let mut found: Vec<Claim> = Vec::new();
    for sentence in &document.sentences {
        let first = sentence.tokens.start as usize;
        let last = (sentence.tokens.end as usize).min(first + LONGEST + 1);
        let upper = |i: usize| {
            document.tokens[i].kind == TokenKind::Word
                && document.words.case(document.tokens[i].word) == Case::Upper
        };
        let Some(end) = (first..last).find(|&i| !upper(i)) else { continue };
        if document.is(end.max(first + 1) - 1, Class::Heading) {
            continue;
        }
        let words = document.slice(document.span(first, end.max(first + 1)));
        let dash =
            matches!(document.word(end), "—" | "–" | "--" | "-") && document.tokens[end].gap == Gap::Space;
        // What follows is prose, no other line in capitals: "SOCCER - LATE GOALS".
        let spaced = document.tokens.get(end + 1).is_some_and(|token| {
            token.gap == Gap::Space
                && (document.words.case(token.word) != Case::Upper || token.span.len() == 1)
        });
        if end > first && dash && spaced && words.len() > 3 && OPENING.acts(document.span(first, end)) {
            found.push(Claim { first, end, new: !(first..end).all(&common) });
        }
    }
    if found.len() <= OPENINGS {
        claims.append(&mut found);
    }
}

/// "Lane, Linn and Benton counties", "the Rogue and Umpqua rivers".
pub(super) fn claim_lists(document: &Document, claims: &mut Vec<Claim>) {
    let heads =
        document.words.map(|lower, _| matches!(lower, "counties" | "townships" | "parishes" | "rivers"));
    for head in 1..document.tokens.len() {
        if !heads[document.tokens[head].word.index()] {
            continue;
        }
        let (mut at, mut members) = (head, Vec::new());
        loop {
            let end = at;
            let start = |i: usize| document.tokens[i].gap >= Gap::Block;
            while at > 0 && end - at < LONGEST && joins(document, at - 1) && !start(at) {
                at -= 1;
            }
            if at == end {
                break;
            }
            members.push(Claim { first: at, end, new: true });
            let and = |i: usize| matches!(document.lower(i), "," | "and" | "or" | "&");
            let before = at;
            while at > 0 && before - at < 2 && and(at - 1) {
                at -= 1;
            }
            if before == at || members.len() > 24 {
                break;
            }
        }
        if members.len() > 1 && COUNTIES.acts(document.span(at, head)) {
            claims.append(&mut members);
        }
    }
}

/// Puts the claims among the names: a name that is one becomes a place, pieces of one are joined, and what
/// no name holds is added. Gives the first tokens of the places that were made.
pub(super) fn settle(document: &Document, claims: Vec<Claim>, names: &mut Vec<Name>) -> FxHashSet<u32> {
    let mut claimed = FxHashSet::default();
    if claims.is_empty() {
        return claimed;
    }
    let mut kept: Vec<Name> = Vec::with_capacity(names.len() + claims.len());
    let mut claims = claims.into_iter().peekable();
    let mut old = std::mem::take(names).into_iter().peekable();
    let place = |first: usize, end: usize| Name {
        span: document.span(first, end),
        first: first as u32,
        end: end as u32,
        kind: EntityKind::Place,
    };
    while let Some(claim) = claims.next() {
        // Of two claims that overlap, the first.
        while claims.next_if(|next| next.first < claim.end).is_some() {}
        while let Some(name) = old.next_if(|name| name.end as usize <= claim.first) {
            kept.push(name);
        }
        let mut over: Vec<Name> = Vec::new();
        while let Some(name) = old.next_if(|name| (name.first as usize) < claim.end) {
            over.push(name);
        }
        let taken = kept.last().is_some_and(|last| last.end as usize > claim.first);
        match over.as_slice() {
            [] if claim.new && !taken => {
                claimed.insert(claim.first as u32);
                kept.push(place(claim.first, claim.end));
            }
            [] => {}
            [name] if is_wider(name, &claim) => kept.extend(part(document, name, &claim)),
            [name]
                if name.kind == EntityKind::Place && name.first as usize == claim.first
                    || is_person(document, name) =>
            {
                if name.kind == EntityKind::Place {
                    claimed.insert(name.first);
                }
                kept.append(&mut over);
            }
            // "12 Elm Rd Kelso, Washington": the place was found already.
            [.., last]
                if last.kind == EntityKind::Place
                    && last.end as usize == claim.end
                    && claim.first > 0
                    && document.tokens[claim.first - 1].kind == TokenKind::Number =>
            {
                kept.append(&mut over);
            }
            over if over.iter().all(|name| !is_wider(name, &claim)) => {
                claimed.insert(claim.first as u32);
                kept.push(place(claim.first, claim.end));
            }
            _ => kept.append(&mut over),
        }
    }
    kept.extend(old);
    *names = kept;
    claimed
}

fn is_wider(name: &Name, claim: &Claim) -> bool {
    (name.first as usize) < claim.first || name.end as usize > claim.end
}

/// Whether a name is rather a person's, though a state stands behind: "Ana Ruiz, Ky."
fn is_person(document: &Document, name: &Name) -> bool {
    let first = name.first as usize;
    let somewhere =
        first > 0 && matches!(document.lower(first - 1), "at" | "from" | "in" | "near" | "of" | "to");
    name.kind == EntityKind::Person
        && name.end - name.first > 1
        && !somewhere
        && gender_of_given(document.lower(first)).is_some()
}

/// "Paulo of Kelso", with a state behind, is a man and a town.
fn part(document: &Document, name: &Name, claim: &Claim) -> Vec<Name> {
    let first = name.first as usize;
    let of = claim.first > first + 1
        && name.end as usize == claim.end
        && matches!(name.kind, EntityKind::Person | EntityKind::Other)
        && matches!(document.lower(claim.first - 1), "of" | "in" | "from");
    if !of {
        return vec![name.clone()];
    }
    let (left, right) = (claim.first - 1, claim.first);
    vec![
        Name { end: left as u32, span: document.span(first, left), ..*name },
        Name { first: right as u32, span: document.span(right, claim.end), kind: EntityKind::Place, ..*name },
    ]
}
