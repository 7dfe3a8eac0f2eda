//! What stands before and behind a name, and the lists that it stands in.

use crate::hash::TextSet;
use crate::lexicon::{self, Class};

use super::super::Name;
use super::super::head::kind_of_head;
use super::super::state::is_state;
use super::has_capital;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon::given::gender_of_given;
use crate::token::{Case, Gap, TokenKind};

/// Whether what stands before and behind a name says that it is a place.
pub(super) fn is_framed(document: &Document, name: &Name, surnames: &TextSet<&str>) -> bool {
    let (first, end) = (name.first as usize, name.end as usize);
    let one = end == first + 1;
    let case = |i: usize| document.words.case(document.tokens[i].word);
    let acronym = one && case(first) == Case::Upper && document.tokens[first].span.len() < 5;
    let body = || {
        document.is(end - 1, Class::BodyHead)
            || (first..end).any(|i| document.lower(i) == "of")
            || kind_of_head(document, name).is_some()
    };
    if end - first > 3 || acronym || body() {
        return false;
    }
    let before = |n: usize| match first.checked_sub(n) {
        Some(i) if document.tokens[i + 1].gap != Gap::Block => document.lower(i),
        _ => "",
    };
    let goes_on = document.tokens.get(end).is_some_and(|token| token.gap < Gap::Block);
    let behind = if goes_on { document.lower(end) } else { "" };
    // "Ana Ruiz" and "Ruiz" stay people, whatever they have.
    let person = name.kind == EntityKind::Person
        && (one && surnames.contains(document.word(first))
            || !one && gender_of_given(document.lower(first)).is_some());
    if !person {
        let small = goes_on && case(end) == Case::Lower;
        // "Vimo Man of the Match"
        let of = |i: usize| document.tokens.get(i).is_some_and(|_| document.lower(i) == "of");
        // "a Kelso man", "Kelso Mayor Dennis Roe", "Kelso police", "a Kelso home"
        if lexicon::is(behind, Class::Dweller) && (small || !of(end + 1))
            || lexicon::is(behind, Class::Townly)
            || small && behind == "police"
            || matches!(before(1), "a" | "an") && small && lexicon::is(behind, Class::Homely)
            || lexicon::is(behind, Class::Governor) && is_state(document, first, end)
            || before(1) == "downtown"
            || !one && matches!(document.lower(first), "downtown" | "uptown")
        {
            return true;
        }
    }
    if goes_on && case(end).has_capital() && document.tokens[end].kind == TokenKind::Word {
        return false;
    }
    let whole = !matches!(behind, "'s" | "’s" | "'" | "’" | "-" | "v." | "v");
    match before(1) {
        // "Ana Ruiz, 52, of Kelso", "Paulo Roe, 17, from Kelso"
        "of" | "from" if before(2) == "," && is_age(document, first, 3) => true,
        "of" => lexicon::is(before(2), Class::Side),
        "from" => {
            name.kind != EntityKind::Organization && !person && whole && lexicon::is(before(2), Class::Comer)
        }
        "outside" | "near" => name.kind == EntityKind::Person && !person && whole,
        "town" | "village" | "suburb" => !person && whole,
        "in" if document.word(first - 1) == "in" && whole && !lexicon::is(before(2), Class::Held) => {
            match name.kind {
                EntityKind::Person => !person || !one && lexicon::is(before(2), Class::Seated),
                EntityKind::Organization => ends_phrase(document, end),
                EntityKind::Place => true,
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether a name stands behind a place on a way: "from Kelm to Roth".
pub(super) fn ends_way(document: &Document, names: &[Name], i: usize) -> bool {
    let Some(start) = i.checked_sub(1).map(|before| &names[before]) else { return false };
    start.kind == EntityKind::Place
        && start.end + 1 == names[i].first
        && document.lower(start.end as usize) == "to"
        && start.first > 0
        && document.lower(start.first as usize - 1) == "from"
}

/// Whether a phrase ends before a token: at a mark, or a small word that starts another.
fn ends_phrase(document: &Document, end: usize) -> bool {
    document.tokens.get(end).is_none_or(|token| {
        token.gap == Gap::Block || token.kind != TokenKind::Word || document.is(end, Class::PhraseStart)
    })
}

/// Whether the token `n` before `first` is an age in digits.
fn is_age(document: &Document, first: usize, n: usize) -> bool {
    first
        .checked_sub(n)
        .is_some_and(|i| document.tokens[i].kind == TokenKind::Number && document.tokens[i].span.len() < 4)
}

/// Members of lists with places: "in Kelso, Lacey and Tumwater". One half of a list must be places, and one of
/// them known or the list stand behind "in"; in a long list of places bodies are places too.
pub(super) fn find_lists(
    document: &Document,
    surnames: &TextSet<&str>,
    known: impl Fn(usize, usize) -> bool,
    names: &[Name],
) -> Vec<bool> {
    let mut found = vec![false; names.len()];
    let mut start = 0;
    while start < names.len() {
        let (mut end, mut and) = (start + 1, false);
        while end < names.len() {
            let between = names[end - 1].end as usize..names[end].first as usize;
            let words = between.clone().map(|i| document.lower(i));
            let fits = matches!(between.len(), 1..=3)
                && words.clone().all(|word| matches!(word, "," | "and" | "or" | "the"))
                && words.clone().next() != Some("the")
                && between.clone().all(|i| document.tokens[i].gap < Gap::Block);
            if !fits {
                break;
            }
            and = and || words.into_iter().any(|word| matches!(word, "and" | "or"));
            end += 1;
        }
        let list = &names[start..end];
        let places = list.iter().filter(|name| name.kind == EntityKind::Place).count();
        if and && 2 * places >= list.len() {
            let is_known =
                |name: &Name| name.kind == EntityKind::Place && known(name.first as usize, name.end as usize);
            // "Ruiz and Jordan left", but "east into Kelm and Jordan".
            let first = list[0].first as usize;
            let before = if first > 0 { document.lower(first - 1) } else { "" };
            let inside = matches!(before, "across" | "around" | "in" | "into" | "near" | "outside");
            let located = places > 1 || lexicon::is(before, Class::Where);
            if inside || located && list.iter().any(is_known) {
                let long = list.len() > 3 && 3 * places >= 2 * list.len();
                for (name, found) in list.iter().zip(&mut found[start..end]) {
                    *found = is_member(document, surnames, name, long);
                }
            }
        }
        start = end;
    }
    found
}

/// Whether a name that is no place yet may be one by the list that it stands in.
fn is_member(document: &Document, surnames: &TextSet<&str>, name: &Name, long: bool) -> bool {
    let (first, end) = (name.first as usize, name.end as usize);
    let titled = |i: usize| document.words.case(document.tokens[i].word) == Case::Title;
    let alone = || {
        document
            .tokens
            .get(end)
            .is_none_or(|token| token.kind != TokenKind::Word || !has_capital(document, end))
    };
    match name.kind {
        EntityKind::Person => {
            end == first + 1 && titled(first) && !surnames.contains(document.word(first)) && alone()
        }
        // "Zolote-4"
        EntityKind::Other => end == first + 3 && document.word(first + 1) == "-" && titled(first),
        EntityKind::Organization => {
            long && end - first < 3
                && (first..end).all(titled)
                && kind_of_head(document, name).is_none()
                && !document.is(end - 1, Class::BodyHead)
                && alone()
        }
        _ => false,
    }
}
