//! Which of the places of a name is meant.
//!
//! Each candidate of each name gets a score: how well known it is, whether it lies in the place
//! named after it ("Paris, Texas"), how much the text speaks of its country and region, and how near
//! the other places of the text are. What the text speaks of is itself read off the candidates, each
//! counted as likely as its score makes it, so that a few rounds settle it: `Georgia` beside
//! `Atlanta` is the state, beside `Tbilisi` the country. A name has one sense in a text.
//!
//! Missed are small places that the gazetteer does not hold, names of streets and most buildings,
//! and senses that only the reader of a local paper would think of.

use rustc_hash::FxHashMap;

use super::evidence::{Evidence, Link, Toponym};
use super::gazetteer::{Candidate, Gazetteer, Kind};
use crate::annotation::Place;
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;

/// How many places of the text the distance to is measured.
const ANCHORS: usize = 24;
/// Candidates that are less likely say nothing about the story.
const UNLIKELY: f32 = 0.01;
/// How often the candidates are weighed anew.
const ROUNDS: usize = 3;

/// What each observation counts.
#[derive(Clone, Debug)]
pub struct Weights {
    /// A step of importance.
    pub importance: f32,
    /// Being of a kind, in the order of [`Kind`].
    pub kinds: [f32; 8],
    /// The share of the text that speaks of the same country.
    pub country: f32,
    /// The share of the text that speaks of the same region.
    pub region: f32,
    /// Another place near by.
    pub near: f32,
    /// Lying in the place after a comma.
    pub comma: f32,
    /// Lying in the place in brackets.
    pub bracket: f32,
    /// Lying in the place after "in".
    pub inside: f32,
    /// Holding the place named before.
    pub around: f32,
    /// A people's name, against the name of a place.
    pub people: f32,
    /// A place in an organization's name, against one that stands alone.
    pub organization: f32,
    /// How much better a candidate must be to be twice as likely.
    pub doubt: f32,
    /// The lowest score that is an answer.
    pub least: f32,
}

/// Chosen on development sets; capitals and countries weigh more than those sets ask for, one of which is
/// made of the rare readings of local papers: in a story about Ohio, "Moscow" is still mostly the capital.
pub const WEIGHTS: Weights = Weights {
    importance: 0.36,
    kinds: [0.0, 5.0, -2.0, 1.4, 4.2, 2.0, 0.0, 0.4],
    country: 7.0,
    region: 9.0,
    near: 1.5,
    comma: 5.0,
    bracket: 5.0,
    inside: 4.0,
    around: 3.0,
    people: 1.0,
    organization: 0.9,
    doubt: 0.6,
    least: 2.25,
};

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
    let evidence = Evidence::read(document, names, entities, gazetteer);
    for (toponym, candidate) in evidence.toponyms.iter().zip(evidence.resolve(&WEIGHTS)) {
        places[toponym.entity] = candidate.map(|candidate| Place {
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

impl Evidence {
    /// The candidate that each toponym means, where one is likely enough.
    pub fn resolve(&self, weights: &Weights) -> Vec<Option<Candidate>> {
        let mut readings: Vec<Reading> =
            self.toponyms.iter().map(|t| Reading::new(self.own_scores(t, weights), weights)).collect();
        let points: Vec<Vec<Point>> =
            self.toponyms.iter().map(|t| t.candidates.iter().map(Point::of).collect()).collect();
        for _ in 0..ROUNDS {
            let story = Story::new(self, &readings, &points, weights);
            for (i, toponym) in self.toponyms.iter().enumerate() {
                if toponym.candidates.len() > 1 || readings[i].best().is_some_and(|(_, s)| s < weights.least)
                {
                    let scores = story.scores(self, i, &readings[i], &points[i], weights);
                    readings[i].weigh(scores, weights);
                }
            }
        }
        let best = |(toponym, reading): (&Toponym, &Reading)| {
            let (index, score) = reading.best()?;
            (score >= weights.least).then(|| toponym.candidates[index])
        };
        self.toponyms.iter().zip(&readings).map(best).collect()
    }

    /// What speaks for each candidate, whatever the rest of the text may be about.
    fn own_scores(&self, toponym: &Toponym, weights: &Weights) -> Vec<f32> {
        let of_link = |link: Link| match link {
            Link::Comma => weights.comma,
            Link::Bracket => weights.bracket,
            Link::In => weights.inside,
        };
        let score = |candidate: &Candidate| {
            let mut score = weights.importance * f32::from(candidate.importance);
            score += weights.kinds[candidate.kind as usize];
            for &(outer, link) in &toponym.within {
                if self.toponyms[outer].candidates.iter().any(|outer| lies_in(candidate, outer)) {
                    score += of_link(link);
                }
            }
            for &(inner, link) in &toponym.around {
                if self.toponyms[inner].candidates.iter().any(|inner| lies_in(inner, candidate)) {
                    score += weights.around * of_link(link) / weights.comma;
                }
            }
            score
        };
        toponym.candidates.iter().map(score).collect()
    }
}

/// How likely each candidate of a toponym is.
struct Reading {
    /// From the name and its neighbors alone.
    own: Vec<f32>,
    scores: Vec<f32>,
    likely: Vec<f32>,
}

impl Reading {
    fn new(own: Vec<f32>, weights: &Weights) -> Self {
        let mut reading = Self { scores: Vec::new(), likely: vec![0.0; own.len()], own: own.clone() };
        reading.weigh(own, weights);
        reading
    }

    fn weigh(&mut self, scores: Vec<f32>, weights: &Weights) {
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let mut all = 0.0;
        for (likely, score) in self.likely.iter_mut().zip(&scores) {
            *likely = ((score - most) / weights.doubt).exp2();
            all += *likely;
        }
        self.likely.iter_mut().for_each(|likely| *likely /= all);
        self.scores = scores;
    }

    /// The candidates that are not out of the question, and how likely each is.
    fn likely_ones<'r>(&'r self, toponym: &'r Toponym) -> impl Iterator<Item = (&'r Candidate, f32)> {
        let all = toponym.candidates.iter().zip(self.likely.iter().copied());
        all.filter(|(_, likely)| *likely > UNLIKELY)
    }

    /// The first of the best candidates and its score.
    fn best(&self) -> Option<(usize, f32)> {
        let better = |a: (usize, f32), b: (usize, f32)| if b.1 > a.1 { b } else { a };
        self.scores.iter().copied().enumerate().reduce(better)
    }
}

/// What the text is about, as far as it is known.
struct Story {
    countries: FxHashMap<u8, f32>,
    regions: FxHashMap<u16, f32>,
    all: f32,
    /// The places that distances are measured to: toponym, point, likelihood.
    anchors: Vec<(usize, Point, f32)>,
}

impl Story {
    fn new(evidence: &Evidence, readings: &[Reading], points: &[Vec<Point>], weights: &Weights) -> Self {
        let mut story = Self {
            countries: FxHashMap::default(),
            regions: FxHashMap::default(),
            all: 0.0,
            anchors: Vec::new(),
        };
        for (&country, &count) in &evidence.peoples {
            story.add(country, None, weights.people * count);
        }
        for (&(region, country), &count) in &evidence.organizations {
            story.add(country, Some(region), weights.organization * count);
        }
        for (i, (toponym, reading)) in evidence.toponyms.iter().zip(readings).enumerate() {
            let votes = votes(toponym);
            for (candidate, likely) in reading.likely_ones(toponym) {
                story.add(candidate.country, Some(candidate.region), votes * likely);
            }
            if story.anchors.len() < ANCHORS
                && let Some((best, _)) = reading.best()
                && matches!(toponym.candidates[best].kind, Kind::Town | Kind::Capital | Kind::County)
            {
                story.anchors.push((i, points[i][best], reading.likely[best]));
            }
        }
        story
    }

    fn add(&mut self, country: u8, region: Option<u16>, votes: f32) {
        *self.countries.entry(country).or_default() += votes;
        if let Some(region) = region {
            *self.regions.entry(region).or_default() += votes;
        }
        self.all += votes;
    }

    /// The scores of the candidates of one toponym; what it adds to the story itself does not count.
    fn scores(
        &self,
        evidence: &Evidence,
        index: usize,
        reading: &Reading,
        points: &[Point],
        weights: &Weights,
    ) -> Vec<f32> {
        let toponym = &evidence.toponyms[index];
        let rest = (self.all - votes(toponym)).max(0.0) + 1.0;
        let share = |all: Option<&f32>, same: &dyn Fn(&Candidate) -> bool| {
            let own = reading.likely_ones(toponym).filter(|(c, _)| same(c)).map(|(_, likely)| likely);
            (all.copied().unwrap_or(0.0) - own.sum::<f32>() * votes(toponym)).max(0.0) / rest
        };
        let score = |((candidate, own), point): ((&Candidate, &f32), &Point)| {
            let (country, region) = (candidate.country, candidate.region);
            let country = share(self.countries.get(&country), &|c| c.country == country);
            let region = share(self.regions.get(&region), &|c| c.region == region);
            let others = self.anchors.iter().filter(|(anchor, ..)| *anchor != index);
            let near = others.map(|(_, anchor, likely)| likely * anchor.nearness(point)).fold(0.0, f32::max);
            own + weights.country * country + weights.region * region + weights.near * near
        };
        toponym.candidates.iter().zip(&reading.own).zip(points).map(score).collect()
    }
}

/// How much a toponym says about what the text is about.
fn votes(toponym: &Toponym) -> f32 {
    if toponym.candidates.is_empty() { 0.0 } else { (toponym.mentions as f32).min(4.0).sqrt() }
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

/// A point on the unit sphere.
#[derive(Clone, Copy)]
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
