//! Names that everybody knows: companies (`src/lexicon/companies.tsv`), and towns of a doubled name.
//!
//! "**Burberry** fell" is nobody's surname where no Burberry has a first name, an age or a "she"; "**Amazon** said it would
//! raise pay" is no forest, but "in the Amazon" is. What the text tells goes before what everybody knows.

use super::Name;
use super::nature::{Evidence, evidence, is_where};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::hash::{TextMap, TextSet};
use crate::lexicon::{self, Class};
use crate::rule::Rule;

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&KNOWN, &KNOWN_PLACE, &DOUBLED];

static KNOWN: Rule = Rule {
    id: "name.known-company",
    says: "Companies that everybody knows are companies, unless the text tells of a person.",
    fires: &["[Burberry|p] fell."],
    spares: &["[Ana Burberry|p] left. [Burberry|p] fell."],
};

static KNOWN_PLACE: Rule = Rule {
    id: "name.known-company-not-place",
    says: "What says or pays something and is a company that everybody knows is no place.",
    fires: &["[Amazon|l] said it would raise pay."],
    spares: &["Rain fell in the [Amazon|l]."],
};

static DOUBLED: Rule = Rule {
    id: "name.doubled",
    says: "A doubled name that people live in or come from is a place.",
    fires: &["[Wagga Wagga|p] flooded. The mayor of [Wagga Wagga|p] left."],
    spares: &["[Lena Lena|p] left."],
};

/// Gives names the kind that everybody knows.
pub(super) fn tell_renown(document: &Document, names: &mut [Name]) {
    let mut people: TextSet<&str> = TextSet::default();
    let mut told: TextMap<&str, Evidence> = TextMap::default();
    let mut places: TextSet<&str> = TextSet::default();
    for name in names.iter() {
        let (first, end) = (name.first as usize, name.end as usize);
        if name.kind == EntityKind::Person && end - first > 1 {
            people.insert(document.word(end - 1));
            people.insert(document.word(first));
        }
        if end == first + 1 && is_company(document, name) {
            let found = evidence(document, name);
            let all = told.entry(document.word(first)).or_default();
            all.company += found.company;
            all.person += found.person;
        }
        if is_doubled(document, name) && (is_where(document, name) || is_from(document, name)) {
            places.insert(document.slice(name.span));
        }
    }
    for name in names.iter_mut() {
        let words = document.slice(name.span);
        let person = people.contains(words) || told.get(words).is_some_and(|told| told.person > 0);
        match name.kind {
            EntityKind::Person if places.contains(words) && DOUBLED.acts(name.span) => {
                name.kind = EntityKind::Place;
            }
            EntityKind::Person if is_company(document, name) && !person && KNOWN.acts(name.span) => {
                name.kind = EntityKind::Organization;
            }
            EntityKind::Place
                if told.get(words).is_some_and(|told| told.company >= 2)
                    && !is_where(document, name)
                    && name.first.checked_sub(1).is_none_or(|at| document.lower(at as usize) != "the")
                    && KNOWN_PLACE.acts(name.span) =>
            {
                name.kind = EntityKind::Organization;
            }
            _ => {}
        }
    }
}

/// "Burberry", "Goldman Sachs"
fn is_company(document: &Document, name: &Name) -> bool {
    lexicon::is(&document.slice(name.span).to_lowercase().replace('’', "'"), Class::Company)
}

/// "Walla Walla", "Baden Baden"
fn is_doubled(document: &Document, name: &Name) -> bool {
    let (first, end) = (name.first as usize, name.end as usize);
    end == first + 2 && document.tokens[first].word == document.tokens[first + 1].word
}

/// "from Walla Walla", "to Walla Walla", "the mayor of Walla Walla"
fn is_from(document: &Document, name: &Name) -> bool {
    let before = |back: usize| (name.first as usize).checked_sub(back).map_or("", |i| document.lower(i));
    before(1) == "from" || before(1) == "of" && lexicon::is(before(2), Class::Townly)
}
