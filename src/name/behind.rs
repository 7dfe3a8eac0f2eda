//! What stands behind a name: a company's form ("Lloyd Marks **plc**"), its sign on an exchange ("(NYSE: TRN)"), and the
//! degrees and orders of a person ("Hannah Lorne, **M.S., R.D.**", "Rita Moss **KC**").
//!
//! A form is part of the name and says what it is. Signs and letters are no names, nor part of one. Missed: letters that no
//! list has, unless others stand before them.

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon::{self, Class};
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&FORM, &SIGN, &LETTERS_BEHIND];

/// Forms of companies, in lower case without full stop; the second says whether it is one in small letters too.
const FORMS: &[(&str, bool)] = &[
    ("ab", false),
    ("ag", false),
    ("asa", false),
    ("berhad", true),
    ("bhd", true),
    ("bv", false),
    ("co", false),
    ("corp", false),
    ("corporation", false),
    ("enterprises", false),
    ("gmbh", true),
    ("group", false),
    ("holding", false),
    ("holdings", false),
    ("inc", false),
    ("incorporated", false),
    ("industries", false),
    ("kgaa", false),
    ("limited", false),
    ("llc", true),
    ("llp", true),
    ("ltd", true),
    ("nv", false),
    ("oyj", true),
    ("plc", true),
    ("pte", true),
    ("pty", true),
    ("sa", false),
    ("sarl", true),
    ("se", false),
    ("spa", false),
    ("tbk", true),
];

/// Most letters that stand behind one name.
const MOST: usize = 8;

static FORM: Rule = Rule {
    id: "name.company-form",
    says: "A company's form is part of its name, and says what it is.",
    fires: &["[Lloyd Roe|p] plc said so.", "[Ana Roe LLC|p]"],
    spares: &["[Loudon Co.|l] is green."],
};

static SIGN: Rule = Rule {
    id: "name.exchange-sign",
    says: "An exchange and a sign on it are no names.",
    fires: &["[Vimo Inc.|o] ([NYSE|o]: [VIM|o]) rose."],
    spares: &["[Vimo Inc.|o] rose on the [NYSE|o]: [VIM|o] fell."],
};

static LETTERS_BEHIND: Rule = Rule {
    id: "name.letters",
    says: "Degrees and orders are no part of a name, and none themselves.",
    fires: &["[Ana Roe|p], [M.S.|l], [R.D.|o], spoke.", "[Ana Roe KC|p] spoke."],
    spares: &["[Ana Roe|p], [NATO|o], and [Kelso|l], [MS|l]"],
};

/// Puts names right by what stands behind them.
pub(super) fn read_behind(document: &Document, names: &mut Vec<Name>) {
    take_forms(document, names);
    drop_signs(document, names);
    drop_letters(document, names);
    names.retain(|name| name.first < name.end);
}

/// "Lloyd Marks plc", "Reyes LLC", "Amanda Pty Ltd"
fn take_forms(document: &Document, names: &mut [Name]) {
    let limits: Vec<u32> = names.iter().skip(1).map(|n| n.first).chain([u32::MAX]).collect();
    for (name, limit) in names.iter_mut().zip(limits) {
        let gap = |i: usize| document.tokens.get(i).map_or(Gap::Block, |token| token.gap);
        let mut end = name.end as usize;
        while (end as u32) < limit && gap(end) == Gap::Space && is_form(document, end) {
            end += 1;
        }
        let taken = end > name.end as usize;
        let holds = !taken && end - name.first as usize > 1 && is_form(document, end - 1);
        let alone = document.lower(end - 1);
        // "the Group" and "Ana Ruiz Group" are bodies; a group of people is none.
        if taken && alone == "group" && name.kind != EntityKind::Organization {
            continue;
        }
        // "Loudon Co." is a county.
        if (taken || holds) && matches!(alone, "co" | "co.") && name.kind == EntityKind::Place {
            continue;
        }
        if !(taken || holds) || !FORM.acts(name.span) {
            continue;
        }
        if !matches!(name.kind, EntityKind::Organization | EntityKind::Group | EntityKind::Event) {
            name.kind = EntityKind::Organization;
        }
        if taken && name.kind == EntityKind::Organization {
            name.end = end as u32;
            name.span = document.span(name.first as usize, end);
        }
    }
}

fn is_form(document: &Document, i: usize) -> bool {
    let lower = document.lower(i);
    let bare = lower.strip_suffix('.').unwrap_or(lower);
    let case = document.words.case(document.tokens[i].word);
    FORMS.binary_search_by_key(&bare, |(form, _)| form).is_ok_and(|at| {
        let short = bare.len() < 4 && !FORMS[at].1 && !matches!(bare, "co" | "inc");
        // "AG", but not "Ag"
        FORMS[at].1 || if short { case == Case::Upper } else { case.has_capital() }
    })
}

/// "Tarn Energy Inc. (NYSE: TRN)": neither is named.
fn drop_signs(document: &Document, names: &mut [Name]) {
    for name in names.iter_mut() {
        let (first, end) = (name.first as usize, name.end as usize);
        let before = |back: usize| first.checked_sub(back).map_or("", |i| document.lower(i));
        let exchange = document.is(first, Class::Exchange) && before(1) == "(" && document.word(end) == ":";
        let sign = before(1) == ":"
            && lexicon::is(before(2), Class::Exchange)
            && (2..6).any(|back| before(back) == "(")
            && end == first + 1;
        let both = document.is(first, Class::Exchange) && document.word(first + 1) == ":" && end > first + 1;
        if (exchange || sign || both) && SIGN.acts(name.span) {
            name.end = name.first;
        }
    }
}

/// "Hannah Lorne, M.S., R.D.", "Rita Moss KC"
fn drop_letters(document: &Document, names: &mut [Name]) {
    let mut letters: Vec<usize> = Vec::new();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        // "Rita Moss KC": within the name
        let mut end = name.end as usize;
        while end - name.first as usize > 2 && is_letters(document, end - 1) && LETTERS_BEHIND.acts(name.span)
        {
            end -= 1;
        }
        if end < name.end as usize {
            if document.word(end - 1) == "," {
                end -= 1;
            }
            name.end = end as u32;
            name.span = document.span(name.first as usize, end);
        }
        let mut at = name.end as usize;
        let mut known = false;
        for _ in 0..MOST {
            let comma = usize::from(document.word(at) == ",");
            let Some(token) = document.tokens.get(at + comma) else { break };
            if token.gap != Gap::Space
                || !(is_letters(document, at + comma)
                    || known && comma > 0 && may_be_letters(document, at + comma))
            {
                break;
            }
            // "Moss of Kelso, MS" and "Ms. Moss, MS" are told by the full name before.
            if name.end - name.first < 2 && !known || !LETTERS_BEHIND.acts(name.span) {
                break;
            }
            known = true;
            letters.push(at + comma);
            at += comma + 1;
            // "Ph.D." may leave its full stop behind.
            if document.word(at) == "." && document.word(at + 1) == "," {
                at += 1;
            }
        }
    }
    if letters.is_empty() {
        return;
    }
    letters.sort_unstable();
    for name in names.iter_mut() {
        let all = (name.first..name.end).all(|i| {
            letters.binary_search(&(i as usize)).is_ok()
                || document.tokens[i as usize].kind == TokenKind::Punctuation
        });
        if all {
            name.end = name.first;
        }
    }
}

/// Letters of the list, written as such: "KC", "Ph.D.", "BSc", "Esq."
fn is_letters(document: &Document, i: usize) -> bool {
    let Some(token) = document.tokens.get(i) else { return false };
    let bare: String = document.lower(i).chars().filter(|c| *c != '.').collect();
    let word = document.word(i);
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    token.kind == TokenKind::Word
        && (capitals > 1 || matches!(bare.as_str(), "esq" | "ret") && capitals == 1)
        && lexicon::is(bare.as_str(), Class::Letters)
}

/// Letters behind others that the list has: "MD, FACR".
fn may_be_letters(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    document.words.case(document.tokens[i].word) == Case::Upper && (2..=6).contains(&word.len())
}

#[cfg(test)]
mod tests {
    use super::super::agree::tests::shown;
    use super::*;
    use crate::notation::Marked;

    #[test]
    fn tables_are_in_order() {
        assert!(FORMS.is_sorted_by_key(|(form, _)| *form));
    }

    #[test]
    fn what_stands_behind_tells() {
        for (marked, expected) in [
            ("[Lloyd Roe|p] plc said so.", "Lloyd Roe plc/o"),
            ("[Ana Roe LLC|p]; [Ana Roe|p] Pty Ltd", "Ana Roe LLC/o; Ana Roe Pty Ltd/o"),
            ("[Vimo Inc.|o] ([NYSE|o]: [VIM|o]) rose.", "Vimo Inc./o"),
            ("[Ana Roe|p], [M.S.|l], [R.D.|o], spoke.", "Ana Roe/p"),
            ("[Ana Roe KC|p] and [Eva Ruiz|p], [MD|o], [FACR|o], spoke.", "Ana Roe/p; Eva Ruiz/p"),
            ("[Ana Roe|p], [NATO|o], and [Kelso|l], [MS|l]", "Ana Roe/p; NATO/o; Kelso/l; MS/l"),
        ] {
            let read = Marked::read(marked);
            let document = Document::new(&read.text);
            let (mut names, _) = read.found(&document);
            read_behind(&document, &mut names);
            assert_eq!(shown(&document, &names), expected, "{marked}");
        }
    }
}
