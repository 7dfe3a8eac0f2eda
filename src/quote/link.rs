//! Which cue a content has, and which source a cue has.
//!
//! Each part is paired with the few parts of the other kind around it; a model of two labels says how
//! likely each pair is, and the likeliest wins. A content in quotation marks may have no cue, a cue
//! no source.

use super::feature::{Features, bucket, mix};
pub use super::part::{Kind, Part, parts};
use crate::crf::{self, Scores, key, key_pair};

/// The labels of a pair.
pub const LABELS: [&str; 2] = ["no", "yes"];

/// The label count, rounded up.
pub const LANES: usize = 4;

/// Changes whenever a feature does.
pub const VERSION: u16 = 1;

/// No part is looked for beyond so many others.
const NEAR: usize = 12;

/// The parts that may belong to the one at `index`: cues for a content, sources for a cue.
pub fn candidates(features: &Features, parts: &[Part], index: usize) -> Vec<usize> {
    let part = &parts[index];
    let (wanted, before, after) = match part.kind {
        Kind::Content => (Kind::Cue, 3, 3),
        _ => (Kind::Source, 3, 2),
    };
    let sentence = features.sentence(part.first);
    let near = |other: usize| sentence.abs_diff(features.sentence(parts[other].first)) <= 2;
    let left = (index.saturating_sub(NEAR)..index).rev().filter(|&i| parts[i].kind == wanted).take(before);
    let right = (index + 1..parts.len().min(index + NEAR)).filter(|&i| parts[i].kind == wanted).take(after);
    left.filter(|&i| near(i)).chain(right.filter(|&i| near(i))).collect()
}

/// The features of a pair.
pub fn pair_keys(features: &Features, parts: &[Part], one: usize, other: usize, add: &mut impl FnMut(u32)) {
    let (a, b) = (&parts[one], &parts[other]);
    let base = if a.kind == Kind::Content { 0 } else { 100 };
    let forward = u32::from(other > one);
    let (left, right) = if other > one { (a, b) } else { (b, a) };
    let (low, high) = if other > one { (one, other) } else { (other, one) };
    let sentences = features.sentence(right.first) - features.sentence(left.end - 1);
    let sentences = sentences.min(2) as u32;
    let mut between = [0u32; 3];
    for part in &parts[low + 1..high] {
        between[part.kind as usize] = (between[part.kind as usize] + 1).min(2);
    }
    let between = between[0] | between[1] << 2 | between[2] << 4;
    let gap = right.first - left.end;
    let stops = features.marks_between(left.end, right.first).min(3);
    let apart = forward | sentences << 1 | stops << 3;
    // The cue of the pair, and the other part.
    let (cue, content) = if a.kind == Kind::Content { (b, a) } else { (a, b) };
    let head = |part: &Part| features.lower(part.first);
    let last = |part: &Part| features.lower(part.end - 1);
    let quoted = u32::from(features.is_quotation(content.first)) << 1
        | u32::from(features.is_quotation(content.end - 1));
    add(key(base + 1, 0));
    // Where the content or the source is said to stand.
    let agrees = if a.kind == Kind::Content { u32::from(a.after) } else { u32::from(b.after) << 1 };
    add(key_pair(base + 20, agrees, forward));
    add(key_pair(base + 21, mix(agrees, apart), between));
    add(key_pair(base + 2, apart, between));
    add(key_pair(base + 3, mix(apart, between), bucket(gap)));
    add(key_pair(base + 4, apart, head(cue)));
    add(key_pair(base + 5, apart, last(cue)));
    add(key_pair(base + 6, mix(apart, between), quoted));
    add(key_pair(base + 7, forward, head(content)));
    add(key_pair(base + 8, forward, last(content)));
    add(key_pair(base + 9, mix(forward, quoted), features.tag(content.end - 1)));
    add(key_pair(base + 10, mix(forward, quoted), features.tag(content.first)));
    let inside = |u: usize| if gap > 0 { features.lower(u) } else { 1 };
    let first_between = inside(left.end);
    let last_between = inside(right.first - 1);
    add(key_pair(base + 11, forward, first_between));
    add(key_pair(base + 12, forward, last_between));
    add(key_pair(base + 13, mix(forward, bucket(gap)), mix(first_between, last_between)));
    add(key_pair(base + 14, mix(forward, quoted), features.verb(cue.first)));
    add(key_pair(base + 15, mix(apart, features.verb(cue.first)), between));
    add(key_pair(base + 16, mix(apart, between), features.tag(content.end - 1)));
    add(key_pair(base + 17, mix(apart, between), features.after(right.end)));
    add(key_pair(base + 18, mix(forward, between), features.before(left.first)));
    add(key_pair(base + 19, mix(apart, quoted), bucket(content.end - content.first)));
}

/// How far the pair's "yes" is above its "no".
fn score(model: &crf::Model<LANES>, features: &Features, parts: &[Part], one: usize, other: usize) -> i32 {
    let mut scores: Scores<LANES> = [0; LANES];
    pair_keys(features, parts, one, other, &mut |key| model.add(key, &mut scores));
    scores[1] - scores[0]
}

/// A quote as parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The contents, by start.
    pub content: Vec<usize>,
    /// The cue.
    pub cue: Option<usize>,
    /// The source.
    pub source: Option<usize>,
    /// How sure the link from content to cue is; the least sure of several.
    pub link: i32,
    /// How sure the link from cue to source is.
    pub attribution: i32,
    /// How far it is above no quote as a report, and as an attitude; 0 until it is judged.
    pub judged: [i32; 2],
}

/// The quotes that the parts make, by cue. `least` is how sure the link from a content without marks
/// to its cue has to be.
pub fn link(model: &crf::Model<LANES>, features: &Features, parts: &[Part], least: i32) -> Vec<Linked> {
    let best = |one: usize| {
        candidates(features, parts, one)
            .into_iter()
            .map(|other| (score(model, features, parts, one, other), std::cmp::Reverse(other)))
            .max()
            .map(|(score, other)| (score, other.0))
    };
    let mut quotes: Vec<Linked> = Vec::new();
    let mut of_cue: Vec<usize> = vec![usize::MAX; parts.len()];
    for (index, part) in parts.iter().enumerate().filter(|(_, p)| p.kind == Kind::Content) {
        let quoted = part.units().any(|u| features.is_quotation(u));
        // "“…,” she said. The balloons dropped …": words without marks stand in the sentence of their cue.
        let stays =
            |cue: usize| quoted || features.sentence(parts[cue].first) == features.sentence(part.first);
        let found = best(index).filter(|(_, cue)| stays(*cue) || of_cue[*cue] == usize::MAX);
        let Some((sure, cue)) = found.filter(|(score, _)| *score > if quoted { 0 } else { least }) else {
            if quoted {
                let (link, attribution) = (i32::MIN, i32::MIN);
                quotes.push(Linked {
                    content: vec![index],
                    cue: None,
                    source: None,
                    link,
                    attribution,
                    judged: [0; 2],
                });
            }
            continue;
        };
        if of_cue[cue] == usize::MAX {
            of_cue[cue] = quotes.len();
            let source = best(cue).filter(|(score, _)| *score > 0);
            quotes.push(Linked {
                content: Vec::new(),
                cue: Some(cue),
                source: source.map(|(_, source)| source),
                link: i32::MAX,
                attribution: source.map_or(i32::MIN, |(score, _)| score),
                judged: [0; 2],
            });
        }
        let quote = &mut quotes[of_cue[cue]];
        quote.content.push(index);
        quote.link = quote.link.min(sure);
    }
    quotes
}
