//! States of the United States and provinces of Canada as the press writes them: behind a town and a comma
//! ("Yuma, **Ariz.**"), behind a party ("D-**W. Va.**"), and alone before a small word ("an **Ind.** man").
//!
//! Missed: abbreviations that are words or names too, unless a comma, hyphen or bracket goes before ("**Miss.** Jones").

use super::Name;
use crate::document::Document;
use crate::lexicon::{self, Class};
use crate::token::{Case, Gap, TokenKind};

/// Abbreviations with a full stop, in lower case without it; those that are words as well are only read after a mark.
const SHORT: &[(&str, bool)] = &[
    ("ala", true),
    ("alta", true),
    ("ariz", true),
    ("ark", true),
    ("calif", true),
    ("colo", true),
    ("conn", true),
    ("del", false),
    ("fla", true),
    ("ga", true),
    ("ill", true),
    ("ind", true),
    ("kan", true),
    ("kans", true),
    ("ky", true),
    ("la", false),
    ("man", false),
    ("mass", true),
    ("md", true),
    ("mich", true),
    ("minn", true),
    ("miss", false),
    ("mo", true),
    ("mont", true),
    ("neb", true),
    ("nev", true),
    ("okla", true),
    ("ont", true),
    ("ore", true),
    ("pa", false),
    ("penn", false),
    ("que", false),
    ("sask", true),
    ("tenn", true),
    ("tex", true),
    ("va", false),
    ("vt", true),
    ("wash", true),
    ("wis", true),
    ("wyo", true),
];

/// The same of two words.
const DOUBLE: &[(&str, &str)] = &[
    ("british", "columbia"),
    ("new", "brunswick"),
    ("new", "hampshire"),
    ("new", "jersey"),
    ("new", "mexico"),
    ("new", "york"),
    ("north", "carolina"),
    ("north", "dakota"),
    ("nova", "scotia"),
    ("rhode", "island"),
    ("south", "carolina"),
    ("south", "dakota"),
    ("west", "virginia"),
];

/// A state that the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Whether it stands behind a comma: "Yuma, Ariz."
    pub comma: bool,
    /// Whether it is an abbreviation, which says what it is by itself.
    pub short: bool,
}

/// Finds states by start: all that stand behind a comma, and elsewhere those that are abbreviated.
pub(super) fn find_states(document: &Document) -> Vec<State> {
    let may = document.words.map(|lower, case| case.has_capital() && may_be_state(lower));
    let mut found: Vec<State> = Vec::new();
    for i in 0..document.tokens.len() {
        if !may[document.tokens[i].word.index()] || found.last().is_some_and(|last| last.end > i) {
            continue;
        }
        if let Some((end, short, clear)) = state_at(document, i) {
            let mark = |n: usize| {
                i >= n && document.tokens[i].gap != Gap::Block && document.tokens[i + 1 - n].gap != Gap::Block
            };
            let before = if mark(1) { document.word(i - 1) } else { "" };
            let comma = before == "," && i >= 2 && has_capital(document, i - 2);
            // "D-W. Va.", "(R-Iowa)"
            let party = before == "-"
                && i >= 2
                && matches!(document.word(i - 2), "D" | "R" | "I" | "DFL" | "Democrat" | "Republican");
            // "200 B.C."
            let era = i > 0
                && document.tokens[i - 1].kind == TokenKind::Number
                && document.lower(i).starts_with("b.c");
            if era {
                continue;
            }
            if comma || party || short && clear && goes_on(document, end) {
                found.push(State { first: i, end, comma, short });
            }
        }
    }
    found
}

/// Whether a name is that of a state, whole or abbreviated.
pub fn is_state_name(document: &Document, name: &Name) -> bool {
    let (first, end) = (name.first as usize, name.end as usize);
    is_state(document, first, end) || state_at(document, first).is_some_and(|state| state.0 >= end)
}

/// Whether tokens are the whole name of a state.
pub(super) fn is_state(document: &Document, first: usize, end: usize) -> bool {
    match end - first {
        1 => document.is(first, Class::StateName),
        2 => DOUBLE.contains(&(document.lower(first), document.lower(first + 1))),
        _ => false,
    }
}

fn may_be_state(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    SHORT.binary_search_by_key(&bare, |(short, _)| short).is_ok()
        || bare.len() < 3
        || bare.contains('.')
        || bare == "dc"
        || lexicon::is(lower, Class::StateName)
        || DOUBLE.iter().any(|(first, _)| *first == lower)
}

/// The end of the state that starts at a token, whether it is abbreviated, and whether it is nothing else then.
fn state_at(document: &Document, i: usize) -> Option<(usize, bool, bool)> {
    let lower = document.lower(i);
    let next = |n: usize| document.tokens.get(i + n).filter(|t| t.gap <= Gap::Space);
    if lexicon::is(lower, Class::StateName) {
        return Some((i + 1, false, false));
    }
    if next(1).is_some() && DOUBLE.iter().any(|&(a, b)| a == lower && b == document.lower(i + 1)) {
        return Some((i + 2, false, false));
    }
    let bare = lower.trim_end_matches('.');
    // The full stop is part of the token, or one of its own.
    let stopped = lower.ends_with('.')
        || next(1).is_some_and(|token| token.gap == Gap::None && document.word(i + 1) == ".");
    // "W.Va.", "W. Va."
    if lower == "w." && next(1).is_some() && document.lower(i + 1).trim_end_matches('.') == "va" {
        return Some((i + 2, true, true));
    }
    if let Ok(at) = SHORT.binary_search_by_key(&bare, |(short, _)| short) {
        return (stopped && bare.len() > 1).then_some((i + 1, true, SHORT[at].1));
    }
    let mut letters = [0; 3];
    let mut count = 0;
    for b in bare.bytes().filter(|b| *b != b'.') {
        *letters.get_mut(count)? = b;
        count += 1;
    }
    let dotted = bare.contains('.');
    let known = std::str::from_utf8(&letters[..count]).is_ok_and(|l| lexicon::is(l, Class::StateInitials));
    (known && (dotted || bare == "dc") && document.words.case(document.tokens[i].word) == Case::Upper)
        .then_some((i + 1, true, true))
}

/// Whether the sentence goes on in small letters behind the full stop of an abbreviation: "an Ind. man".
fn goes_on(document: &Document, end: usize) -> bool {
    let stop = document.tokens.get(end).is_some_and(|t| t.gap == Gap::None && document.word(end) == ".");
    let next = end + usize::from(stop);
    document.tokens.get(next).is_some_and(|token| {
        token.gap == Gap::Space
            && token.kind == TokenKind::Word
            && document.words.case(token.word) == Case::Lower
    })
}

fn has_capital(document: &Document, i: usize) -> bool {
    document.words.case(document.tokens[i].word).has_capital()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        assert!(SHORT.is_sorted() && DOUBLE.is_sorted());
    }

    #[test]
    fn finds_states() {
        for (text, expected) in [
            ("DODGE CITY, Kan. Rain came.", "Kan."),
            ("A fire in Elkins, W.Va. -- Two left for Elkins, W. Va., later.", "W.Va; W. Va"),
            ("Sen. Ana Ruiz, D-W. Va., and Rep. Paulo Roe (R-Iowa) met.", "W. Va; Iowa"),
            ("An Ind. man and a Ga. farmer met in Yuma, Ariz., and Minot, N.D.", "Ind; Ga; Ariz.; N.D."),
            ("Two Mich. ports; Miss. Jones; Del. Roe; La. Roe", "Mich."),
            ("They moved to Fairview, West Virginia, and Fairview, Ontario.", "West Virginia; Ontario"),
            ("The town fell about 200 B.C. and rose again.", ""),
            ("They moved to West Virginia. He was ill. I saw Ill. Nobody.", ""),
        ] {
            let document = Document::new(text);
            let shown = find_states(&document)
                .iter()
                .map(|s| document.slice(document.span(s.first, s.end)))
                .collect::<Vec<_>>()
                .join("; ");
            assert_eq!(shown, expected, "{text}");
        }
    }
}
