//! Which of the places of a name is meant.

use rustc_hash::FxHashMap;

use super::gazetteer::{Candidate, Gazetteer, Kind};
use super::lookup::look_up;
use crate::annotation::{EntityKind, Place};
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;
use crate::token::{Case, TokenKind};

/// How many different names of one entity are looked up.
const FORMS: usize = 3;
/// How many places of the text the distance to is measured.
const ANCHORS: usize = 24;
/// A place whose best score is lower is left without coordinates.
const THRESHOLD: f32 = 3.0;

/// The place of each entity, parallel to [`Entities::list`]: `None` where it is no place, or where
/// it was not resolved.
pub fn resolve_places(
    document: &Document,
    names: &[Name],
    entities: &Entities,
    gazetteer: Option<&Gazetteer>,
) -> Vec<Option<Place>> {
    let mut places = vec![None; entities.list.len()];
    let Some(gazetteer) = gazetteer else { return places };
    let mut text = Text::read(document, names, entities, gazetteer);
    for _ in 0..2 {
        text.choose();
    }
    for (toponym, &entity) in text.toponyms.iter().zip(&text.entity) {
        let Some((candidate, score)) = toponym.best else { continue };
        if score < THRESHOLD {
            continue;
        }
        places[entity] = Some(Place {
            latitude: round(candidate.latitude),
            longitude: round(candidate.longitude),
            country: gazetteer.country(candidate.country).to_owned(),
            geonames: gazetteer.id(candidate.row),
        });
    }
    places
}

/// To hundredths of a degree, which is as much as the gazetteer knows.
fn round(degrees: f32) -> f64 {
    (f64::from(degrees) * 100.0).round() / 100.0
}

/// The place names of a text and what speaks for their readings.
struct Text {
    toponyms: Vec<Toponym>,
    /// The entity of each toponym.
    entity: Vec<usize>,
    /// How often the peoples of each country are named.
    peoples: FxHashMap<u8, f32>,
}

/// An entity of kind place.
#[derive(Default)]
struct Toponym {
    candidates: Vec<Candidate>,
    /// How often the text names it.
    mentions: u32,
    /// The toponyms that it is said to lie in, and how plainly.
    within: Vec<(usize, f32)>,
    best: Option<(Candidate, f32)>,
}

impl Text {
    fn read(document: &Document, names: &[Name], entities: &Entities, gazetteer: &Gazetteer) -> Self {
        let mut text = Self { toponyms: Vec::new(), entity: Vec::new(), peoples: FxHashMap::default() };
        let mut index = FxHashMap::default();
        let mut forms: FxHashMap<(usize, &str), ()> = FxHashMap::default();
        let mut counts: Vec<usize> = Vec::new();
        let mut form = String::new();
        // The toponym of the name before, and where the name ends.
        let mut before: Option<(usize, u32)> = None;
        for (name, entity) in names.iter().zip(&entities.of_name) {
            if name.kind != EntityKind::Place {
                before = None;
                continue;
            }
            let at = *index.entry(*entity).or_insert_with(|| {
                text.toponyms.push(Toponym::default());
                text.entity.push(entity.0 as usize);
                counts.push(0);
                text.toponyms.len() - 1
            });
            let toponym = &mut text.toponyms[at];
            toponym.mentions += 1;
            let words = document.slice(name.span);
            if counts[at] < FORMS && forms.insert((at, words), ()).is_none() {
                counts[at] += 1;
                for candidate in look_up(gazetteer, words, &mut form) {
                    if toponym.candidates.iter().all(|c| c.row != candidate.row) {
                        toponym.candidates.push(candidate);
                    }
                }
            }
            if let Some((inner, end)) = before
                && inner != at
                && let Some(weight) = container(document, end, name.first)
                && text.toponyms[inner].within.len() < 8
            {
                text.toponyms[inner].within.push((at, weight));
            }
            before = Some((at, name.end));
        }
        for word in document.words.ids() {
            if document.words.case(word) == Case::Title {
                for candidate in gazetteer.find(document.words.lower(word)).filter(|c| c.people).take(2) {
                    *text.peoples.entry(candidate.country).or_default() += 1.0;
                }
            }
        }
        text
    }

    /// Chooses the best candidate of each toponym, from what was chosen before.
    fn choose(&mut self) {
        let first = self.toponyms.iter().all(|t| t.best.is_none());
        let mut countries: FxHashMap<u8, f32> = FxHashMap::default();
        let mut regions: FxHashMap<u16, f32> = FxHashMap::default();
        let mut all = 0.0;
        for (&country, &count) in &self.peoples {
            *countries.entry(country).or_default() += count;
            all += count;
        }
        let mut anchors = Vec::new();
        let votes: Vec<f32> = self.toponyms.iter().map(|t| (t.mentions as f32).min(4.0).sqrt()).collect();
        for (i, toponym) in self.toponyms.iter().enumerate() {
            let Some((best, _)) = toponym.best else { continue };
            if best.kind == Kind::Area && best.importance >= 13 {
                continue;
            }
            *countries.entry(best.country).or_default() += votes[i];
            *regions.entry(best.region).or_default() += votes[i];
            all += votes[i];
            if matches!(best.kind, Kind::Town | Kind::Capital | Kind::County) && anchors.len() < ANCHORS {
                anchors.push((i, Point::of(&best)));
            }
        }
        let chosen: Vec<_> = (0..self.toponyms.len())
            .map(|i| {
                let toponym = &self.toponyms[i];
                let mut best: Option<(Candidate, f32)> = None;
                for candidate in &toponym.candidates {
                    let mut score = prior(candidate);
                    if !first {
                        // What the toponym's own choice brought in does not speak for it.
                        let own = |same: fn(&Candidate, &Candidate) -> bool| {
                            toponym.best.is_some_and(|(b, _)| same(&b, candidate)) as u32 as f32 * votes[i]
                        };
                        let rest = (all - votes[i]).max(0.0) + 1.0;
                        let country = countries.get(&candidate.country).copied().unwrap_or(0.0)
                            - own(|a, b| a.country == b.country);
                        let region = regions.get(&candidate.region).copied().unwrap_or(0.0)
                            - own(|a, b| a.region == b.region);
                        score += 5.0 * country / rest + 5.0 * region / rest;
                        let point = Point::of(candidate);
                        let near = anchors
                            .iter()
                            .filter(|(a, _)| *a != i)
                            .map(|(_, a)| a.nearness(&point))
                            .fold(0.0f32, f32::max);
                        score += 3.0 * near;
                    }
                    for &(outer, weight) in &toponym.within {
                        let outer = &self.toponyms[outer].candidates;
                        if outer.iter().any(|outer| lies_in(candidate, outer)) {
                            score += weight;
                        }
                    }
                    if best.is_none_or(|(_, s)| score > s) {
                        best = Some((*candidate, score));
                    }
                }
                best
            })
            .collect();
        for (toponym, best) in self.toponyms.iter_mut().zip(chosen) {
            toponym.best = best;
        }
    }
}

/// How well known a place is, before anything is read.
fn prior(candidate: &Candidate) -> f32 {
    let kind = match candidate.kind {
        Kind::Country => 6.0,
        Kind::Capital => 4.0,
        Kind::Area => 2.0,
        Kind::Region => 1.0,
        Kind::Feature | Kind::Town | Kind::Site => 0.0,
        Kind::County => -1.0,
    };
    0.7 * f32::from(candidate.importance) + kind
}

/// Whether the one is a part of the other.
fn lies_in(inner: &Candidate, outer: &Candidate) -> bool {
    match outer.kind {
        Kind::Country => inner.country == outer.country && inner.kind != Kind::Country,
        Kind::Region => inner.region == outer.region && inner.kind != Kind::Region,
        Kind::County => {
            inner.region == outer.region
                && inner.kind == Kind::Town
                && Point::of(inner).nearness(&Point::of(outer)) > 0.7
        }
        _ => false,
    }
}

/// How plainly the tokens between two names say that the first lies in the second.
fn container(document: &Document, end: u32, start: u32) -> Option<f32> {
    let between = document.tokens.get(end as usize..start as usize)?;
    if between.len() > 3 {
        return None;
    }
    let word = |i: usize| document.lower(end as usize + i);
    match between.len() {
        1 if word(0) == "," => Some(8.0),
        1 if word(0) == "in" => Some(4.0),
        1 if word(0) == "(" => Some(5.0),
        2 if word(1) == "in" => Some(4.0),
        _ if between.iter().all(|t| t.kind == TokenKind::Word) && word(0) == "in" => Some(3.0),
        _ => None,
    }
}

/// A point on the unit sphere.
struct Point([f32; 3]);

impl Point {
    fn of(candidate: &Candidate) -> Self {
        let (sin, cos) = candidate.latitude.to_radians().sin_cos();
        let (y, x) = candidate.longitude.to_radians().sin_cos();
        Self([cos * x, cos * y, sin])
    }

    /// 1 at the same point, 0.5 at a hundred kilometers, falling with the square of the distance.
    fn nearness(&self, other: &Self) -> f32 {
        const HALF: f32 = 100.0 / 6371.0;
        let square: f32 = self.0.iter().zip(&other.0).map(|(a, b)| (a - b) * (a - b)).sum();
        1.0 / (1.0 + square / (HALF * HALF))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{Entity, EntityId};
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
                place => assert!(
                    found.is_some_and(|f| near(f, place)),
                    "{name} in {marked}: {found:?}, not {place}"
                ),
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
            (
                "Shells fell near [Zolote] and [Avdiivka], Ukrainian soldiers said.",
                &[("Avdiivka", "48.1 37.7")],
            ),
            (
                "In [Kiev], [Lugansk] and the [Donbass] they wait.",
                &[("Kiev", "50.4 30.5"), ("Lugansk", "48.6 39.3")],
            ),
            ("[Moscow] and [Washington] will talk.", &[("Moscow", "55.8 37.6"), ("Washington", "38.9 -77")]),
            ("[Seattle] and the rest of [Washington] wait.", &[("Washington", "47.5 -120.5")]),
            ("The [West] helps.", &[("West", "")]),
            ("He lives in [Qwertzville].", &[("Qwertzville", "")]),
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
}
