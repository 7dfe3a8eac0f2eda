//! Which of the places of a name is meant.
//!
//! Each candidate of each name gets a score: how well known it is, what the words beside the name say
//! that it is ("the town of Turkey"), whether it lies in the place named after it ("Paris, Texas"),
//! whether it is of one kind with the others of its list, how much the text speaks of its country and
//! region, and how near the other places of the text are. What the text speaks of is itself read off
//! the candidates, each counted as likely as its score makes it, so that a few rounds settle it:
//! `Georgia` beside `Atlanta` is the state, beside `Tbilisi` the country. A name has one sense in a text.
//!
//! The scores, and that of no known place being meant, make likelihoods; a place is resolved where those of
//! the best candidate and of what lies near it come to [`CERTAINTY`]. A building that no gazetteer
//! holds lies in the town that it is named for, or said to stand in.
//!
//! Missed are small places that the gazetteer does not hold, names of streets and most buildings,
//! and senses that only the reader of a local paper would think of.

use rustc_hash::FxHashMap;

use super::evidence::Evidence;
use super::gazetteer::{Candidate, Gazetteer, Kind};
use super::point::{Point, is_small, lies_in, rank};
use super::toponym::{Join, Link, Toponym};
use super::weights::{WEIGHTS, Weights};
use crate::annotation::{EntityKind, Place};
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;
use crate::rule::Rule;
use crate::span::Span;

/// How many places of the text the distance to is measured.
const ANCHORS: usize = 24;
/// Candidates that are less likely say nothing about the story.
const UNLIKELY: f32 = 0.01;
/// How often the candidates are weighed anew.
const ROUNDS: usize = 3;

/// How sure a resolved place is at least: of answers of which this is as sure as 0.4 to 0.5, half are right,
/// of all together nine in ten.
pub const CERTAINTY: f32 = 0.4;
/// How important a city is at least that is meant rather than the region of its name: from two million people on.
const GREAT: u8 = 13;
/// What is said to lie close together is at least as near as this: 250 kilometers.
const FAR: f32 = 0.14;
/// A candidate as near to the best as this speaks for it: the city and its district.
const SAME: f32 = 0.5;

pub(super) static NAMED_FOR: Rule = Rule {
    id: "place.building-named-for-town",
    says: "A building that no gazetteer has lies in the town that it is named for.",
    fires: &["the [Boise Town Hall|l] fell."],
    spares: &["the [Town Hall|l] fell."],
};

pub(super) static STANDS_IN: Rule = Rule {
    id: "place.building-in-town",
    says: "A building that no gazetteer has lies where it is said to stand.",
    fires: &["the [Marlow Memorial Hospital|l] in [Boise|l] fell."],
    spares: &["the [Marlow Memorial Hospital|l] fell."],
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
    let resolved = evidence.resolve(&WEIGHTS);
    let sure = |at: usize| resolved[at].filter(|r| r.certainty >= CERTAINTY).map(|r| r.candidate);
    for (at, toponym) in evidence.toponyms.iter().enumerate() {
        // What is a person after all, by most of its names, lies nowhere.
        let Some(entity) = toponym.entity.filter(|&e| entities.list[e].kind == EntityKind::Place) else {
            continue;
        };
        let named_for =
            || toponym.namesake.and_then(sure).filter(|c| is_small(c) && NAMED_FOR.acts(Span::default()));
        // "Marlow Memorial Hospital in Boise"
        let stands_in = || {
            let within = |&(other, link): &(usize, Link)| {
                let town = matches!(link, Link::Within(_)).then(|| sure(other)).flatten();
                town.filter(|c| is_small(c) && STANDS_IN.acts(Span::default()))
            };
            toponym.links.iter().filter(|_| toponym.building).find_map(within)
        };
        let own = sure(at);
        places[entity] = own.or_else(named_for).or_else(stands_in).map(|candidate| Place {
            latitude: round(candidate.latitude),
            longitude: round(candidate.longitude),
            country: gazetteer.country(candidate.country).to_owned(),
            geonames: own.and_then(|own| gazetteer.id(own.row)),
        });
    }
    places
}

/// To hundredths of a degree, which is as much as the gazetteer knows.
fn round(degrees: f32) -> f64 {
    (f64::from(degrees) * 100.0).round() / 100.0
}

/// What a toponym was taken for.
#[derive(Clone, Copy, Debug)]
pub struct Resolved {
    /// The likeliest candidate.
    pub candidate: Candidate,
    /// How likely it is that the place lies there or near by.
    pub certainty: f32,
}

impl Evidence {
    /// The likeliest candidate of each toponym that has any.
    pub fn resolve(&self, weights: &Weights) -> Vec<Option<Resolved>> {
        let readings = self.likelihoods(weights);
        let best = |(toponym, likely): (&Toponym, &Vec<f32>)| {
            let better = |a: usize, b: usize| if likely[b] > likely[a] { b } else { a };
            let best = (0..likely.len()).reduce(better)?;
            let candidate = toponym.candidates[best];
            let point = Point::of(&candidate);
            let near = |(c, _): &(&Candidate, &f32)| Point::of(c).nearness(&point) >= SAME;
            let certainty =
                toponym.candidates.iter().zip(likely).filter(near).map(|(_, likely)| likely).sum();
            Some(Resolved { candidate, certainty })
        };
        self.toponyms.iter().zip(&readings).map(best).collect()
    }

    /// How likely each candidate of each toponym is; that none is meant has the rest.
    pub fn likelihoods(&self, weights: &Weights) -> Vec<Vec<f32>> {
        let mut readings: Vec<Reading> =
            self.toponyms.iter().map(|t| Reading::new(self.own_scores(t, weights), weights)).collect();
        let points: Vec<Vec<Point>> =
            self.toponyms.iter().map(|t| t.candidates.iter().map(Point::of).collect()).collect();
        for _ in 0..ROUNDS {
            let story = Story::new(self, &readings, &points, weights);
            let scores: Vec<Vec<f32>> = (0..self.toponyms.len())
                .map(|i| story.scores(self, i, &readings, &points, weights))
                .collect();
            readings.iter_mut().zip(scores).for_each(|(reading, scores)| reading.weigh(&scores, weights));
        }
        readings.into_iter().map(|reading| reading.likely).collect()
    }

    /// What speaks for each candidate, whatever the rest of the text may be about.
    fn own_scores(&self, toponym: &Toponym, weights: &Weights) -> Vec<f32> {
        let of_join = |join: Join| match join {
            Join::Comma => weights.comma,
            Join::Bracket => weights.bracket,
            Join::In => weights.inside,
        };
        let candidates = |at: usize| &self.toponyms[at].candidates;
        let score = |candidate: &Candidate| {
            let mut score = weights.importance * f32::from(candidate.importance);
            score += weights.kinds[candidate.kind as usize];
            if toponym.cues.has(candidate.kind) {
                score += weights.cue;
            } else if !toponym.cues.is_empty() {
                score -= weights.miscue;
            }
            if toponym.long && !is_small(candidate) {
                score += weights.long;
            }
            if candidate.row == toponym.candidates[0].row {
                score += weights.first;
            }
            // "Mexico" the state is not meant where the country may be.
            let of_name = |c: &Candidate| c.kind == Kind::Country && c.country == candidate.country;
            if candidate.kind != Kind::Country && toponym.candidates.iter().any(of_name) {
                score -= weights.eponym;
            }
            // "New York" and "São Paulo" are the cities where nothing tells of the states.
            let city = |c: &Candidate| is_small(c) && c.importance >= GREAT && lies_in(c, candidate);
            let told = |&(_, link): &(usize, Link)| matches!(link, Link::Around(_) | Link::Listed);
            if candidate.kind == Kind::Region
                && toponym.candidates.iter().any(city)
                && !toponym.links.iter().any(told)
            {
                score -= weights.seat;
            }
            for &(other, link) in &toponym.links {
                match link {
                    Link::Within(join) => {
                        if candidates(other).iter().any(|outer| lies_in(candidate, outer)) {
                            score += of_join(join);
                        } else if join == Join::Comma && self.is_region(other) && is_small(candidate) {
                            score -= weights.astray;
                        }
                    }
                    Link::Around(join) => {
                        if candidates(other).iter().any(|inner| lies_in(inner, candidate)) {
                            score += weights.around * of_join(join) / weights.comma;
                        }
                    }
                    Link::Close => {
                        let near = |c: &Candidate| Point::of(c).nearness(&Point::of(candidate)) > FAR;
                        let known = || candidates(other).iter().any(is_small);
                        if is_small(candidate) && known() && !candidates(other).iter().any(near) {
                            score -= weights.astray;
                        }
                    }
                    Link::Listed | Link::Beside => {}
                }
            }
            score
        };
        toponym.candidates.iter().map(score).collect()
    }

    /// Whether the best known place of a name is a first-level region: "Texas", but not "Moscow".
    fn is_region(&self, toponym: usize) -> bool {
        self.toponyms[toponym].candidates.first().is_some_and(|c| c.kind == Kind::Region)
    }
}

/// How likely each candidate of a toponym is.
struct Reading {
    /// What the name and its neighbors alone say.
    own: Vec<f32>,
    likely: Vec<f32>,
}

impl Reading {
    fn new(own: Vec<f32>, weights: &Weights) -> Self {
        let mut reading = Self { likely: vec![0.0; own.len()], own: own.clone() };
        reading.weigh(&own, weights);
        reading
    }

    fn weigh(&mut self, scores: &[f32], weights: &Weights) {
        let most = scores.iter().copied().fold(weights.least, f32::max);
        let likely = |score: f32| ((score - most) / weights.doubt).exp2();
        let mut all = likely(weights.least);
        for (own, &score) in self.likely.iter_mut().zip(scores) {
            *own = likely(score);
            all += *own;
        }
        self.likely.iter_mut().for_each(|likely| *likely /= all);
    }

    /// The candidates that are not out of the question, and how likely each is.
    fn likely_ones<'r>(&'r self, toponym: &'r Toponym) -> impl Iterator<Item = (&'r Candidate, f32)> {
        let all = toponym.candidates.iter().zip(self.likely.iter().copied());
        all.filter(|(_, likely)| *likely > UNLIKELY)
    }

    /// The likeliest candidate.
    fn best(&self) -> Option<usize> {
        (0..self.likely.len()).reduce(|a, b| if self.likely[b] > self.likely[a] { b } else { a })
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
        for (i, (toponym, reading)) in evidence.toponyms.iter().zip(readings).enumerate() {
            let votes = votes(toponym, weights);
            for (candidate, likely) in reading.likely_ones(toponym) {
                story.add(candidate.country, Some(candidate.region), votes * likely);
            }
            if story.anchors.len() < ANCHORS
                && let Some(best) = reading.best()
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
        readings: &[Reading],
        points: &[Vec<Point>],
        weights: &Weights,
    ) -> Vec<f32> {
        let (toponym, reading) = (&evidence.toponyms[index], &readings[index]);
        let votes = votes(toponym, weights);
        let rest = (self.all - votes).max(0.0) + 1.0;
        let share = |all: Option<&f32>, same: &dyn Fn(&Candidate) -> bool| {
            let own = reading.likely_ones(toponym).filter(|(c, _)| same(c)).map(|(_, likely)| likely);
            (all.copied().unwrap_or(0.0) - own.sum::<f32>() * votes).max(0.0) / rest
        };
        // The neighbors in the text, and what speaks for a candidate that is near one of theirs, or like it.
        let neighbors = toponym
            .links
            .iter()
            .filter(|(_, link)| matches!(link, Link::Listed | Link::Beside | Link::Close));
        let score = |((candidate, own), point): ((&Candidate, &f32), &Point)| {
            let (country, region) = (candidate.country, candidate.region);
            let country = share(self.countries.get(&country), &|c| c.country == country);
            let region = share(self.regions.get(&region), &|c| c.region == region);
            let others = self.anchors.iter().filter(|(anchor, ..)| *anchor != index);
            let near = others.map(|(_, anchor, likely)| likely * anchor.nearness(point)).fold(0.0, f32::max);
            let (mut beside, mut alike) = (0.0f32, 0.0f32);
            for &(other, link) in neighbors.clone() {
                let (mut near, mut like) = (0.0, 0.0);
                for ((c, likely), p) in evidence.toponyms[other]
                    .candidates
                    .iter()
                    .zip(&readings[other].likely)
                    .zip(&points[other])
                {
                    near += likely * p.nearness(point);
                    like += if rank(c.kind) == rank(candidate.kind) { *likely } else { 0.0 };
                }
                beside = beside.max(near);
                if link == Link::Listed {
                    alike = alike.max(like);
                }
            }
            own + weights.country * country
                + weights.region * region
                + weights.near * near
                + weights.beside * beside
                + weights.alike * alike
        };
        toponym.candidates.iter().zip(&reading.own).zip(&points[index]).map(score).collect()
    }
}

/// How much a toponym says about what the text is about.
fn votes(toponym: &Toponym, weights: &Weights) -> f32 {
    if toponym.candidates.is_empty() {
        0.0
    } else if toponym.entity.is_none() {
        weights.namesake
    } else {
        (toponym.mentions as f32).min(4.0).sqrt()
    }
}
