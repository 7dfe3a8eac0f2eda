//! Whether a quote that was tagged and linked is one, to judge by all of it at once.
//!
//! The tagger sees one unit after the other; here the whole is known: cue, source and content
//! together, how sure the tagger and the links were, whether the rules see the same. The model tells
//! reports ("said", "according to") from views and acts that are told of ("wants", "endorsed").

use super::feature::{Features, bucket, mix};
use super::link::{Linked, Part};
use crate::crf::{self, Scores, key, key_pair};

/// The labels of a quote.
pub const LABELS: [&str; 3] = ["no", "attitude", "report"];

/// The label count, rounded up.
pub const LANES: usize = 4;

/// Changes whenever a feature does.
pub const VERSION: u16 = 1;

/// The features of a quote. `margins` is how sure the tagger is of each unit.
pub fn keys(features: &Features, parts: &[Part], margins: &[i32], quote: &Linked, add: &mut impl FnMut(u32)) {
    let contents = || quote.content.iter().map(|&i| &parts[i]);
    let (Some(first), Some(last)) = (contents().next(), contents().next_back()) else { return };
    let cue = quote.cue.map(|i| &parts[i]);
    let source = quote.source.map(|i| &parts[i]);
    let lower = |u: usize| features.lower(u);
    let head = cue.map_or(0, |c| lower(c.first));
    let tail = cue.map_or(0, |c| lower(c.end - 1));
    let verb = cue.map_or(0, |c| features.verb(c.end - 1));
    let class = cue.map_or(0, |c| features.class(c.end - 1));
    let form = form_of(features, first);
    let quoted = contents().any(|c| c.units().any(|u| features.is_quotation(u)));
    let quoted = u32::from(quoted) << 1 | u32::from(features.is_quotation(first.first));
    let spans = contents().count().min(3) as u32;
    let order = cue.map_or(8, |c| u32::from(first.first > c.first))
        | source.map_or(4, |s| u32::from(cue.is_some_and(|c| s.first > c.first)) << 1)
        | spans << 4;
    let apart =
        cue.map_or(3, |c| features.sentence(c.first).abs_diff(features.sentence(last.first)).min(2)) as u32;
    let sure =
        |part: Option<&Part>| part.map_or(15, |p| level(p.units().map(|u| margins[u]).min().unwrap_or(0)));
    let opens = |part: Option<&Part>| part.map_or(15, |p| level(margins[p.first]));
    let agrees = |part: Option<&Part>| part.map_or(7, |p| features.agreement(p));
    let (c, v, s) = (opens(Some(first)), opens(cue), opens(source));
    let (h1, h2, h3) = (agrees(Some(first)), agrees(cue), agrees(source));
    let length = bucket(last.end - first.first);
    add(key(1, 0));
    add(key_pair(2, order, quoted));
    add(key_pair(3, head, quoted));
    add(key_pair(4, tail, quoted));
    add(key_pair(5, mix(head, tail), 0));
    add(key_pair(6, tail, form));
    add(key_pair(7, class, form));
    add(key_pair(8, verb, form));
    add(key_pair(9, form, mix(quoted, length)));
    add(key_pair(10, lower(first.first), quoted));
    add(key_pair(11, features.tag(last.end - 1), quoted));
    add(key_pair(12, features.after(last.end), quoted));
    add(key_pair(13, features.before(first.first), mix(order, quoted)));
    add(key_pair(14, c, quoted));
    add(key_pair(15, v, quoted));
    add(key_pair(16, s, quoted));
    add(key_pair(17, c << 8 | v << 4 | s, 0));
    add(key_pair(18, sure(Some(first)), sure(cue)));
    add(key_pair(19, level(quote.link), quoted));
    add(key_pair(20, level(quote.attribution), quoted));
    add(key_pair(21, level(quote.link) << 4 | level(quote.attribution), c << 4 | v));
    add(key_pair(22, h1 << 6 | h2 << 3 | h3, quoted));
    add(key_pair(23, h1 << 3 | h2, tail));
    add(key_pair(24, source.map_or(0, |s| features.tag(s.first)), 0));
    add(key_pair(25, source.map_or(0, |s| lower(s.end - 1)), 0));
    add(key_pair(26, source.map_or(0, |s| features.class(s.end - 1)), class));
    add(key_pair(27, apart, mix(order, quoted)));
    add(key_pair(28, features.role(first.first), mix(order, quoted)));
    add(key_pair(29, spans, apart));
    add(key_pair(30, lower(first.first), tail));
}

/// What a content looks like: how it opens, and whether it has a verb.
fn form_of(features: &Features, content: &Part) -> u32 {
    let verb = content.units().take(25).any(|u| features.is_verb(u));
    features.opening(content.first) << 1 | u32::from(verb)
}

/// A score in steps.
fn level(score: i32) -> u32 {
    match score / 1200 {
        ..-2 => 0,
        -2..0 => 1,
        0 => 2 + u32::from(score > 0),
        1 => 4,
        2 => 5,
        3..5 => 6,
        5..8 => 7,
        8..12 => 8,
        _ => 9,
    }
}

/// How sure all of it was, in steps: see [`super::Evidence`].
pub(super) fn levels(features: &Features, parts: &[Part], margins: &[i32], quote: &Linked) -> [u8; 9] {
    let (Some(&first), Some(_)) = (quote.content.first(), quote.content.last()) else { return [15; 9] };
    let part = |i: Option<usize>| i.map(|i| &parts[i]);
    let opens = |i: Option<usize>| part(i).map_or(15, |p| level(margins[p.first]));
    let sure = quote.content.iter().flat_map(|&i| parts[i].units()).map(|u| margins[u]).min().unwrap_or(0);
    let all = [
        opens(Some(first)),
        level(sure),
        opens(quote.cue),
        opens(quote.source),
        if quote.cue.is_some() { level(quote.link) } else { 15 },
        if quote.source.is_some() { level(quote.attribution) } else { 15 },
        level(quote.judged[0]),
        level(quote.judged[1]),
        features.agreement(&parts[first]),
    ];
    all.map(|level| level as u8)
}

/// The scores of a quote.
pub fn judge(
    model: &crf::Model<LANES>,
    features: &Features,
    parts: &[Part],
    margins: &[i32],
    quote: &Linked,
) -> Scores<LANES> {
    let mut scores = [0; LANES];
    keys(features, parts, margins, quote, &mut |key| model.add(key, &mut scores));
    scores
}
