//! Names in invented news, and what the text calls them.

use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::group_names;
use crate::notation::Marked;

/// Checks the description of the first name of a kind.
fn check(kind: EntityKind, cases: &[(&str, &str)]) {
    for (marked, expected) in cases {
        let marked = Marked::read(marked);
        let document = Document::new(&marked.text);
        let (names, _) = marked.found(&document);
        let entities = group_names(&document, &names);
        let name = names.iter().position(|n| n.kind == kind).expect("a name of the kind");
        let entity = &entities.list[entities.of_name[name].0 as usize];
        assert_eq!(entity.description.as_deref().unwrap_or(""), *expected, "{}", marked.text);
    }
}

#[test]
fn titles_and_appositions() {
    check(
        EntityKind::Person,
        &[
            ("[Kremlin|o] spokesman [Oleg Baranov|p] spoke.", "Kremlin spokesman"),
            ("The [Danish|g] Prime Minister [Ida Holm|p] spoke.", "Danish Prime Minister"),
            ("[Oleg|p], 56, a former bus driver, spoke.", "former bus driver"),
            ("[Norway|l]’s Foreign Minister, [Ida Holm|p], spoke.", "Norway’s Foreign Minister"),
            ("[Ida Holm|p], the city's new police chief, spoke.", "the city's new police chief"),
            ("The head of the steel mill, [Ida Holm|p], spoke.", "head of the steel mill"),
            (
                "[Ida Holm|p], co-founder of two lobbying and consulting firms, spoke.",
                "co-founder of two lobbying and consulting firms",
            ),
            ("[Ida Holm|p], a driver living in [Porto|l], spoke.", "driver living in Porto"),
            (
                "[Ida Holm|p], professor emeritus at the [Porto Academy|o], spoke.",
                "professor emeritus at the Porto Academy",
            ),
            ("[Ida Holm|p], who was a nurse in the war, spoke.", "nurse in the war"),
            ("[Ida Holm|p], editor of the [Post|o] – and poet – spoke.", "editor of the Post"),
            ("As president, [Ida Holm|p] spoke.", "president"),
            ("The jazz singer [Ida Holm|p] spoke.", "jazz singer"),
            ("Historian Dr. [Ida Holm|p] spoke.", "Historian"),
        ],
    );
}

#[test]
fn predicates() {
    check(
        EntityKind::Person,
        &[
            ("[Tariq Okello|p] is the managing director of the mill.", "the managing director of the mill"),
            ("[Tariq Okello|p] is the better candidate.", ""),
            ("“[Tariq Okello|p] is a liar and a driver of mules.”", ""),
            ("[Tariq Okello|p] was a driver because he liked cars.", ""),
            ("[Tariq Okello|p] served as a minister of transport.", "minister of transport"),
        ],
    );
}

#[test]
fn the_most_telling_one() {
    check(
        EntityKind::Person,
        &[
            ("President [Ida Holm|p] spoke. [Ida Holm|p], mayor of [Porto|l], left.", "mayor of Porto"),
            ("Minister [Ida Holm|p] spoke. Her friend, [Ida Holm|p], left.", "Minister"),
            ("[Tariq Okello|p], a man, left.", ""),
            ("Her husband, [Tariq Okello|p], left.", ""),
            ("[Holm|p]'s husband, [Tariq Okello|p], left.", ""),
        ],
    );
}

#[test]
fn no_descriptions() {
    check(
        EntityKind::Person,
        &[
            ("Mr. [Okello|p] spoke.", ""),
            ("[Ida Holm|p], who was late, spoke.", ""),
            ("Dr. [Holm|p], President [Ruiz|p] has lied.", ""),
            ("[Ida Holm|p] ([Sporting Porto City|o]) scored.", ""),
            ("[Ida Holm|p], one of the drivers, spoke.", ""),
            ("In [Ribe|l], [Ida Holm|p], head of Vimo praised the plan.", ""),
            ("[Ida Holm|p], [Kremlin|o] spokesman [Oleg Baranov|p] and others came.", ""),
        ],
    );
}

#[test]
fn bodies_and_places() {
    check(
        EntityKind::Organization,
        &[
            ("The militant group [Vimo|o] struck.", "militant group"),
            ("[Vimo|o], a maker of clocks, closed.", "maker of clocks"),
            ("[Vimo|o], the company, closed.", ""),
            ("[Vimo|o], [Danish|g] maker of clocks, closed.", "Danish maker of clocks"),
            ("[Vimo|o] is a charity based in [Porto|l].", "charity based in Porto"),
            ("the [Chamber|o], Industries and Ports", ""),
            ("the [Old Church|o], the New Church and the rest", ""),
        ],
    );
    check(
        EntityKind::Place,
        &[
            ("in the southern [Danish|g] city of [Ribe|l]", "southern Danish city"),
            ("in [Ribe|l], a country, and", ""),
            ("in [Ribe|l], a suburb of [Porto|l], and", "suburb of Porto"),
        ],
    );
}
