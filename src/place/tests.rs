//! Places of invented news, and where they lie.

use super::{Gazetteer, resolve_places};
use crate::annotation::{EntityKind, Place};
use crate::document::Document;
use crate::entity::{Entities, Entity, EntityId};
use crate::name::Name;
use crate::span::Span;

/// Resolves the names in square brackets and checks where the first of each `name` lies.
fn check(marked: &str, expected: &[(&str, &str)]) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut open = 0;
    for c in marked.chars() {
        match c {
            '[' => open = text.len(),
            ']' => spans.push(Span::new(open, text.len())),
            _ => text.push(c),
        }
    }
    let document = Document::new(&text);
    let (mut names, mut entities) = (Vec::new(), Entities::default());
    for span in spans {
        let words = span.of(&text);
        let known = entities.list.iter().position(|e| e.name == words);
        let id = known.unwrap_or_else(|| {
            let name = words.to_owned();
            entities.list.push(Entity { kind: EntityKind::Place, name, description: None });
            entities.list.len() - 1
        });
        entities.of_name.push(EntityId(id as u32));
        let first = document.token_at(span.start) as u32;
        let end = document.tokens.partition_point(|t| t.span.start < span.end) as u32;
        names.push(Name { span, first, end, kind: EntityKind::Place });
    }
    let places = resolve_places(&document, &names, &entities, Some(Gazetteer::shipped()));
    let near = |place: &Place, other: &str| {
        let (latitude, longitude) = other.split_once(' ').unwrap();
        (place.latitude - latitude.parse::<f64>().unwrap()).abs() < 1.0
            && (place.longitude - longitude.parse::<f64>().unwrap()).abs() < 1.5
    };
    for (name, place) in expected {
        let at = entities.list.iter().position(|e| e.name == *name).expect(name);
        let found = places[at].as_ref();
        match *place {
            "" => assert_eq!(found, None, "{name} in {marked}"),
            place => {
                assert!(found.is_some_and(|f| near(f, place)), "{name} in {marked}: {found:?}, not {place}")
            }
        }
    }
}

#[test]
fn the_sense_that_the_text_speaks_for() {
    for (text, expected) in [
        ("A fair opened in [Paris].", &[("Paris", "48.9 2.4")][..]),
        (
            "A fair opened in [Paris], [Texas], on Friday.",
            &[("Paris", "33.7 -95.6"), ("Texas", "31.25 -99.25")],
        ),
        ("[Paris] is the capital of [France].", &[("Paris", "48.9 2.4"), ("France", "46 2")]),
        (
            "From [Tbilisi] the minister spoke for [Georgia] and thanked [Armenia].",
            &[("Georgia", "42 43.5"), ("Tbilisi", "41.7 44.8")],
        ),
        (
            "Flights from [Atlanta] and [Savannah] resumed across [Georgia] and [Alabama].",
            &[("Georgia", "32.8 -83.5")],
        ),
        ("Students in [Cambridge], [Massachusetts], marched.", &[("Cambridge", "42.4 -71.1")]),
        ("Students marched in [Cambridge] and [Norwich], in [England].", &[("Cambridge", "52.2 0.1")]),
        ("The mayor of [Birmingham], [Ala.], resigned.", &[("Birmingham", "33.5 -86.8")]),
        ("Trains from [Birmingham] to [London] are late.", &[("Birmingham", "52.5 -1.9")]),
        ("Shells fell near [Zolote] and [Avdiivka], Ukrainian soldiers said.", &[("Avdiivka", "48.1 37.7")]),
        (
            "In [Kiev], [Lugansk] and the [Donbass] they wait.",
            &[("Kiev", "50.4 30.5"), ("Lugansk", "48.6 39.3")],
        ),
        ("[Moscow] and [Washington] will talk.", &[("Moscow", "55.8 37.6"), ("Washington", "38.9 -77")]),
        ("[Seattle] and the rest of [Washington] wait.", &[("Washington", "47.5 -120.5")]),
        ("The [West] helps.", &[("West", "")]),
        ("He lives in [Qwertzville].", &[("Qwertzville", "")]),
        ("[Georgia]'s president flew from [Tbilisi] to [Moscow].", &[("Georgia", "42 43.5")]),
        ("The sheriff of [Lamar County], [Texas], was shot in [Paris].", &[("Paris", "33.7 -95.6")]),
        ("Rain fell on [Birmingham], [Tuscaloosa] and [Montgomery].", &[("Birmingham", "33.5 -86.8")]),
        (
            "Police in [London], [Ontario], and [Hamilton] met.",
            &[("London", "43 -81.2"), ("Hamilton", "43.2 -79.9")],
        ),
        ("Miners left [Zolote-4] near [Popasna].", &[("Zolote-4", "48.7 38.5")]),
        (
            "Ships wait in the [Black Sea] and the [Bosphorus].",
            &[("Black Sea", "43 34"), ("Bosphorus", "41.1 29.1")],
        ),
        ("Planes from [Heathrow] were late.", &[("Heathrow", "51.5 -0.5")]),
        ("She landed at [JFK] in [New York].", &[("JFK", "40.6 -73.8")]),
        ("The [U.S.] and the [UK] agreed.", &[("U.S.", "39.8 -98.5"), ("UK", "54.8 -2.7")]),
        ("They met in [northern Iraq] and the [Anbar province].", &[("northern Iraq", "33 44")]),
    ] {
        check(text, expected);
    }
}

#[test]
fn without_a_gazetteer_nothing_is_resolved() {
    let document = Document::new("x");
    assert!(resolve_places(&document, &[], &Entities::default(), None).is_empty());
}
