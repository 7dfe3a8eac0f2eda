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
        // Capitals whatever their accents, and by their other names.
        (
            "Thousands marched in [Bogotá] and in [Yaoundé].",
            &[("Bogotá", "4.6 -74.1"), ("Yaoundé", "3.9 11.5")],
        ),
        ("Talks in [Ulaanbaatar] ended.", &[("Ulaanbaatar", "47.9 106.9")]),
        // A state's own words, its telephone numbers, and the words of a country's papers.
        ("[New York] Gov. Ana Ruiz went to [Albany].", &[("New York", "43 -75.5")]),
        ("The mayor of [New York] kept the subways open in [Brooklyn].", &[("New York", "40.7 -74")]),
        (
            "A man from [Kettering] was held in [Dayton]. Call 937-555-0187.",
            &[("Kettering", "39.7 -84.2"), ("Dayton", "39.8 -84.2")],
        ),
        (
            "The RCMP in [Yarmouth] called [Sydney] and [Truro].",
            &[("Yarmouth", "43.8 -66.1"), ("Truro", "45.4 -63.3")],
        ),
        (
            "Gardaí in [Clare] and [Limerick] closed the road to [Ennis].",
            &[("Clare", "52.8 -9"), ("Limerick", "52.7 -8.6")],
        ),
        ("A [Lebanon] woman was held in [Harrisburg].", &[("Lebanon", "40.3 -76.4")]),
        ("The fire in [Riverside] and [San Bernardino] counties grew.", &[("Riverside", "33.8 -116.2")]),
        // Near what is named beside it, or nowhere.
        ("He lives in the [Cincinnati] suburb of [Mason].", &[("Mason", "39.4 -84.3")]),
        ("He lives in the [Seattle] suburb of [Chester].", &[("Chester", "")]),
        // The country rather than its province of that name.
        ("The president of [Mexico] met governors of [Sinaloa] and [Sonora].", &[("Mexico", "23 -102")]),
        ("Climbers left [Quebec City] for [Montreal].", &[("Quebec City", "46.8 -71.2")]),
        // Buildings lie in the town behind "in".
        (
            "She was taken to [Marlow Memorial Hospital] in [Boise].",
            &[("Marlow Memorial Hospital", "43.6 -116.2")],
        ),
        ("The [Marlow Memorial Hospital] is full.", &[("Marlow Memorial Hospital", "")]),
        // Regions, seas, rivers, mountains and bases of all parts of the world.
        (
            "Voters in [Saxony], [Oromia], [Mari El] and [Yorkshire] wait.",
            &[("Saxony", "51 13.4"), ("Oromia", "8 39"), ("Mari El", "56.6 47.9"), ("Yorkshire", "54 -1.5")],
        ),
        (
            "Ships crossed the [Sea of Azov], the [Kerch Strait] and the [Red Sea].",
            &[("Sea of Azov", "46 36.5"), ("Kerch Strait", "45.3 36.6"), ("Red Sea", "20 38")],
        ),
        (
            "Snow fell on [Mount Fuji] and the [Karakoram].",
            &[("Mount Fuji", "35.4 138.7"), ("Karakoram", "36 76")],
        ),
        (
            "Troops left [Ramstein Air Base] for [Fort Bragg].",
            &[("Ramstein Air Base", "49.4 7.6"), ("Fort Bragg", "35.1 -79")],
        ),
        (
            "[Kobani] and [Hodeidah] were shelled; so was [Stanytsia Luhanska] near [Luhansk].",
            &[("Kobani", "36.9 38.4"), ("Hodeidah", "14.8 43"), ("Stanytsia Luhanska", "48.7 39.5")],
        ),
        ("He works at a bank in [Springfield].", &[("Springfield", "")]),
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
