//! How places that are named beside each other stand to each other.
//!
//! "Paris, Texas" and "Paris in north-east Texas" are one place in another; "Texas, Utah and Ohio" are a
//! list, whose members are mostly of one kind; "Paris near Bonham" lie close together; others just stand so.

use super::gazetteer::Kind;
use super::point::{is_small, lies_in};
use super::toponym::{Join, Link, Toponym};
use crate::document::Document;
use crate::name::Name;

/// How many tokens may stand between two places that are named together.
const NEAR: u32 = 12;

/// What stands between two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Join(Join),
    /// "Utah and Ohio"
    And,
    /// "Kelso near Longview"
    Near,
    Words,
}

/// Links each toponym with those that are named just before and after it.
pub fn find_links(
    document: &Document,
    names: &[Name],
    toponym_of: &[Option<usize>],
    toponyms: &mut [Toponym],
) {
    let places: Vec<(&Name, usize)> =
        names.iter().zip(toponym_of).filter_map(|(n, t)| Some((n, (*t)?))).collect();
    let gaps: Vec<Option<Gap>> = places.windows(2).map(|w| gap(document, w[0].0.end, w[1].0.first)).collect();
    let mut start = 0;
    while start < places.len() {
        // A run of names with nothing but commas and "and" between.
        let in_run = |gap: &Option<Gap>| matches!(gap, Some(Gap::Join(Join::Comma) | Gap::And));
        let run = gaps[start..].iter().take_while(|gap| in_run(gap)).count();
        let members = &places[start..=start + run];
        let pairs = are_pairs(members, &gaps[start..start + run], toponyms);
        let list = !pairs && is_list(members, &gaps[start..start + run], toponyms);
        if list {
            let counties = members.iter().any(|(_, at)| toponyms[*at].cues.has(Kind::County));
            for (_, at) in members.iter().filter(|_| counties) {
                toponyms[*at].cues.add(Kind::County.into());
            }
        }
        for (i, gap) in gaps.iter().enumerate().take(start + run + 1).skip(start) {
            let Some(gap) = *gap else { continue };
            let ((_, a), (_, b)) = (places[i], places[i + 1]);
            let (there, back) = match gap {
                // "Paris, Texas, Moscow, Idaho": Texas is not in Moscow.
                Gap::Join(Join::Comma) if pairs && i < start + run && (i - start) % 2 == 1 => {
                    (Link::Beside, Link::Beside)
                }
                Gap::Join(Join::Comma) | Gap::And if list => (Link::Listed, Link::Listed),
                Gap::Join(join) => (Link::Within(join), Link::Around(join)),
                Gap::And => (Link::Listed, Link::Listed),
                Gap::Near => (Link::Close, Link::Close),
                Gap::Words => (Link::Beside, Link::Beside),
            };
            if a != b {
                toponyms[a].link(b, there);
                toponyms[b].link(a, back);
            }
        }
        start += run + 1;
    }
}

/// Whether a run of names is one of towns, each with its state behind: "Paris, Texas, and Moscow, Idaho".
fn are_pairs(members: &[(&Name, usize)], gaps: &[Option<Gap>], toponyms: &[Toponym]) -> bool {
    let best = |at: usize| toponyms[at].candidates.first();
    members.len() > 2
        && members.len().is_multiple_of(2)
        && gaps.iter().step_by(2).all(|gap| *gap == Some(Gap::Join(Join::Comma)))
        && members.chunks(2).all(|pair| {
            let (town, state) = (pair[0].1, pair[1].1);
            let towns = &toponyms[town].candidates;
            // "Washington, Oregon" are two states, whatever town there is.
            best(state).filter(|state| state.kind == Kind::Region).is_some_and(|state| {
                towns.iter().any(|c| is_small(c) && lies_in(c, state))
                    && !towns.iter().any(|c| c.kind == Kind::Region && c.country == state.country)
            })
        })
}

/// Whether a run of names is a list rather than one of places in others: joined by "and" only; or at
/// least three, most of which may be countries, or first-level regions; or the last after an "and", and
/// none in the one after it.
fn is_list(members: &[(&Name, usize)], gaps: &[Option<Gap>], toponyms: &[Toponym]) -> bool {
    // What is hardly known beside another place of the name does not make a list: "Hamilton" in Bermuda.
    let may_be = |at: usize, kind: Kind| {
        let candidates = &toponyms[at].candidates;
        let best = candidates.first().map_or(0, |c| c.importance);
        candidates.iter().any(|c| c.kind == kind && c.importance + 2 >= best)
    };
    let most =
        |kind: Kind| 3 * members.iter().filter(|(_, at)| may_be(*at, kind)).count() >= 2 * members.len();
    let inside = |pair: &[(&Name, usize)]| {
        let (inner, outer) = (&toponyms[pair[0].1].candidates, &toponyms[pair[1].1].candidates);
        inner.iter().any(|inner| outer.iter().any(|outer| lies_in(inner, outer)))
    };
    gaps.iter().all(|gap| *gap == Some(Gap::And))
        || members.len() > 2
            && (most(Kind::Country)
                || most(Kind::Region)
                || gaps.last() == Some(&Some(Gap::And)) && !members.windows(2).any(inside))
}

/// What the tokens between two names say about them.
fn gap(document: &Document, end: u32, start: u32) -> Option<Gap> {
    let between = end as usize..start as usize;
    if start < end
        || start - end > NEAR
        || document.block_of(end as usize) != document.block_of(start as usize)
    {
        return None;
    }
    let word = |i: usize| document.lower(between.start + i);
    Some(match between.len() {
        0 => Gap::Words,
        // "Dallas-Fort Worth"
        1 if word(0) == "-" => Gap::Near,
        length @ 1..=3 => match (word(0), length) {
            (",", 1) => Gap::Join(Join::Comma),
            ("(", 1) => Gap::Join(Join::Bracket),
            ("and" | "or" | "&", 1) => Gap::And,
            (",", 2) if matches!(word(1), "and" | "or" | "&") => Gap::And,
            ("in", _) => Gap::Join(Join::In),
            (",", 2..) if word(1) == "in" => Gap::Join(Join::In),
            ("near" | "outside", 1) => Gap::Near,
            ("suburb" | "suburbs" | "neighborhood" | "neighbourhood", 2) if word(1) == "of" => Gap::Near,
            ("'s", 3) if word(1) == "suburb" => Gap::Near,
            _ => Gap::Words,
        },
        _ => Gap::Words,
    })
}
