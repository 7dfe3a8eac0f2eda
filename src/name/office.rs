//! Offices behind the name of a place, which are no part of it: "**Clatsop County** Prosecutor Ken Roe", "**Santa
//! Rosa** City Councilwoman Ana Ruiz". The office as a body is a name of its own: "**Clatsop County Sheriff's
//! Office**".
//!
//! Missed: offices that the table does not know, and places that their office alone makes known.

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon::Class;
use crate::rule::Rule;
use crate::token::{Case, Gap};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&CITY_OFFICE, &OFFICE_BODY, &OFFICE];

/// Bodies that are called by their holder: "Sheriff's Office".
const BODIES: &[&str] = &["department", "dept", "dept.", "office"];

static CITY_OFFICE: Rule = Rule {
    id: "name.city-before-office",
    says: "A city before an office is a place, though it was taken for a person.",
    fires: &["[Kelm City|p] Councilwoman [Ana Ruiz|p] spoke."],
    spares: &["[Kelm City|p] was here."],
};

static OFFICE_BODY: Rule = Rule {
    id: "name.office",
    says: "The office of who holds it is a body.",
    fires: &["the [Kelm County Sheriff|l]'s Office"],
    spares: &["a [Kelm County Sheriff|l]'s report"],
};

static OFFICE: Rule = Rule {
    id: "name.place-before-office",
    says: "Who holds an office is no part of the place's name.",
    fires: &["[Kelm County Prosecutor|o] [Ana Ruiz|p] spoke.", "[Kelm City Manager|l] [Ana Ruiz|p] spoke."],
    spares: &["the [Kelm Clerk|o]"],
};

/// Cuts places off before an office, and joins the body of an office to one name.
pub(super) fn cut_offices(document: &Document, names: &mut [Name]) {
    let limits: Vec<u32> = names.iter().skip(1).map(|n| n.first).chain([u32::MAX]).collect();
    for (name, limit) in names.iter_mut().zip(limits) {
        let (first, end) = (name.first as usize, name.end as usize);
        let may = matches!(name.kind, EntityKind::Person | EntityKind::Place | EntityKind::Organization);
        if !may || end - first < 2 {
            continue;
        }
        // "Troy City", and "Councilwoman" behind
        if name.kind == EntityKind::Person
            && matches!(document.lower(end - 1), "city" | "town" | "township")
            && document.tokens.get(end).is_some_and(|token| token.gap == Gap::Space)
            && document.words.case(document.tokens[end].word) == Case::Title
            && document.is(end, Class::OfficeHolder)
            && CITY_OFFICE.acts(name.span)
        {
            let end = end - 1;
            *name =
                Name { span: document.span(first, end), end: end as u32, kind: EntityKind::Place, ..*name };
            continue;
        }
        if name.kind == EntityKind::Person || !document.is(end - 1, Class::OfficeHolder) {
            continue;
        }
        let near = |i: usize| document.tokens.get(i).is_some_and(|token| token.gap < Gap::Block);
        if near(end)
            && near(end + 1)
            && matches!(document.lower(end), "'s" | "’s" | "s")
            && BODIES.contains(&document.lower(end + 1))
            && end as u32 + 1 < limit
            && OFFICE_BODY.acts(name.span)
        {
            let end = end + 2;
            *name = Name {
                span: document.span(first, end),
                end: end as u32,
                kind: EntityKind::Organization,
                ..*name
            };
            continue;
        }
        let mut cut = end - 1;
        while cut > first + 1 && document.is(cut - 1, Class::OfficeHolder) {
            cut -= 1;
        }
        if cut > first + 1 && document.is(cut - 1, Class::OfOffice) {
            cut -= 1;
        }
        let county = document.lower(cut - 1) == "county" && cut > first + 1;
        if (county || name.kind == EntityKind::Place) && OFFICE.acts(name.span) {
            *name =
                Name { span: document.span(first, cut), end: cut as u32, kind: EntityKind::Place, ..*name };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::agree::tests::shown;
    use super::*;
    use crate::notation::Marked;

    #[test]
    fn places_end_before_offices() {
        for (marked, expected) in [
            ("[Kelm County Prosecutor|o] [Ana Ruiz|p] spoke.", "Kelm County/l; Ana Ruiz/p"),
            ("[Kelm City Manager|l] [Ana Ruiz|p] spoke.", "Kelm/l; Ana Ruiz/p"),
            ("the [Kelm County Sheriff|l]'s Office", "Kelm County Sheriff's Office/o"),
            ("a [Kelm County Sheriff|l]'s report", "Kelm County/l"),
            ("[Kelm City|p] Councilwoman [Ana Ruiz|p] spoke.", "Kelm/l; Ana Ruiz/p"),
            ("[City Manager|o] [Ana Ruiz|p]; the [Kelm Clerk|o]", "City Manager/o; Ana Ruiz/p; Kelm Clerk/o"),
        ] {
            let read = Marked::read(marked);
            let document = Document::new(&read.text);
            let (mut names, _) = read.found(&document);
            cut_offices(&document, &mut names);
            assert_eq!(shown(&document, &names), expected, "{marked}");
        }
    }
}
