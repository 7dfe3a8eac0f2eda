//! Names with a quoted one inside: "Ana “Nita” Ruiz".

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon::Class;
use crate::lexicon::given::gender_of_given;
use crate::lexicon::noun::noun;
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&NICKNAME, &OPEN, &LAST];

/// How many words a name in quotation marks has at most: "the Flying Finn".
const LONGEST: usize = 3;

static NICKNAME: Rule = Rule {
    id: "name.nickname",
    says: "First name, nickname in quotation marks and surname are one person.",
    fires: &["[Tom|p] “The Anvil” [Reyes|p] won."],
    spares: &["[Tom|p] said “Big Bang” Theory is on."],
};

static OPEN: Rule = Rule {
    id: "name.open-mark",
    says: "A quotation mark that opens in a name closes in it, or is cut off.",
    fires: &["[Ana “Nita|p] left."],
    spares: &["[Ana “Nita” Ruiz|p] sang."],
};

pub(super) static LAST: Rule = Rule {
    id: "name.never-last",
    says: "No name ends with a mark or a small word that ties.",
    fires: &["[Peru's|l] ports", "the [Ruizes'|p] house"],
    spares: &["[Peru|l] wins"],
};

/// Joins such names where the marks parted them, and cuts a name before a mark that nothing closes.
pub(super) fn mend_quotes(document: &Document, names: &mut Vec<Name>) {
    join_nicknames(document, names);
    let mark = |i: u32| matches!(document.word(i as usize), "“" | "”" | "\"" | "„" | "«" | "»");
    for at in 0..names.len() {
        let (first, end) = (names[at].first, names[at].end);
        let open = (first..end).filter(|&i| mark(i)).count() % 2 > 0;
        if names[at].kind != EntityKind::Person || !open || !OPEN.acts(names[at].span) {
            continue;
        }
        let next = names.get_mut(at + 1);
        let next = next.filter(|n| {
            n.kind == EntityKind::Person
                && n.first == end + 1
                && mark(end)
                && document.block_of(first as usize) == document.block_of(n.first as usize)
        });
        let end = match next {
            Some(next) => {
                let end = next.end;
                // Emptied here, taken out below: each removal would move all names behind it.
                next.end = next.first;
                end
            }
            None => {
                let cut = (first + 1..end).find(|&i| mark(i)).unwrap_or(end);
                trimmed_end(document, first as usize, cut as usize) as u32
            }
        };
        names[at].end = end;
        if first < end {
            names[at].span = document.span(first as usize, end as usize);
        }
    }
    names.retain(|name| name.end > name.first);
}

/// Where a name that starts at `first` ends without the words and marks that end none.
pub(super) fn trimmed_end(document: &Document, first: usize, mut end: usize) -> usize {
    while first < end
        && (matches!(document.lower(end - 1), "'" | "’" | "-" | "–" | "." | "\"" | "“" | "”" | "&" | "/")
            || document.is(end - 1, Class::NeverLast))
        && LAST.acts(document.span(first, end))
    {
        end -= 1;
    }
    end
}

/// Joins first name, nickname and surname, whatever of them was found: "Tom “The Anvil” Reyes", "Abdul ‘Abz’ Karim".
fn join_nicknames(document: &Document, names: &mut Vec<Name>) {
    let mut at = 0;
    for open in 1..document.tokens.len() {
        let Some(end) = nickname_end(document, open) else { continue };
        while names.get(at).is_some_and(|name| (name.end as usize) < open) {
            at += 1;
        }
        // The first name ends at the mark, or goes on over it.
        let Some(first) =
            names.get(at).filter(|name| name.first as usize + 3 > open - 1 && (name.first as usize) < open)
        else {
            continue;
        };
        if first.kind != EntityKind::Person && gender_of_given(document.lower(open - 1)).is_none() {
            continue;
        }
        let start = first.first;
        let mut until = end + 1;
        let mut last = at;
        while let Some(name) = names.get(last).filter(|name| (name.first as usize) <= end) {
            until = until.max(name.end as usize);
            last += 1;
        }
        if !NICKNAME.acts(document.span(start as usize, until)) {
            continue;
        }
        let whole = Name {
            span: document.span(start as usize, until),
            first: start,
            end: until as u32,
            kind: EntityKind::Person,
        };
        names.splice(at..last, [whole]);
    }
}

/// The token of the surname behind a nickname whose opening mark stands at `open`, between capitalised words.
fn nickname_end(document: &Document, open: usize) -> Option<usize> {
    let closing = match document.mark(open) {
        "“" => "”",
        "\"" => "\"",
        "‘" => "’",
        "'" => "'",
        "«" => "»",
        _ => return None,
    };
    let gap = |i: usize| document.tokens.get(i).map_or(Gap::Block, |token| token.gap);
    let capital = |i: usize| {
        document.tokens.get(i).is_some_and(|token| {
            token.kind == TokenKind::Word
                && matches!(document.words.case(token.word), Case::Title | Case::Mixed)
        })
    };
    let stretch = open + 1..open + 2 + LONGEST;
    let close = stretch.clone().find(|&i| document.mark(i) == closing && gap(i) == Gap::None)?;
    let inside = open + 1..close;
    let surname = close + 1;
    let fits = gap(open) == Gap::Space
        && gap(open + 1) == Gap::None
        && capital(open - 1)
        && document.tokens[open - 1].span.len() > 1
        && !inside.is_empty()
        && inside
            .clone()
            .all(|i| document.tokens[i].kind == TokenKind::Word && (i == open + 1 || gap(i) == Gap::Space))
        && (capital(open + 1) || document.lower(open + 1) == "the")
        && inside.clone().any(capital)
        && gap(surname) == Gap::Space
        && capital(surname)
        && is_surname(document, surname);
    fits.then_some(surname)
}

/// Whether a capitalised word may be a surname: no word for what somebody is, "the “Big Bang” Theory".
fn is_surname(document: &Document, i: usize) -> bool {
    noun(document.lower(i)).is_none() && !document.is(i, Class::NoSurname)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Tagger;

    fn names(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let names = Tagger::shipped().find_names(&document);
        names.iter().map(|name| document.slice(name.span).to_owned()).collect()
    }

    #[test]
    fn no_mark_stays_where_a_name_is_cut() {
        assert_eq!(names("Ana “Nita” Ruiz left for Peru."), ["Ana “Nita” Ruiz", "Peru"]);
        // No name goes on in the next block.
        for text in ["D\"GI\n”z.\u{2ee5e}A", "said Berg\\\"'Tis\"\nBERG: \""] {
            assert!(names(text).iter().all(|name| !name.contains('\n')), "{text:?}");
        }
        for name in names(": \"r'\"C.w)\u{3570}awn»$&S'x<0Ⱥ-o7/0$Vl") {
            assert!(name.ends_with(char::is_alphanumeric), "{name:?}");
        }
    }
}
