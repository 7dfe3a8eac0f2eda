//! What the model tags and what the rules find, as one list of quotes.

use std::ops::Range;

use super::feature::Features;
use super::frame::Frame;
use super::tag::Tagger;
use super::{By, Evidence, Quote, compose, convention, judge, labelled_quotations, link};
use crate::annotation::Style;
use crate::document::Document;
use crate::lexicon;
use crate::name::{self, Name};
use crate::span::Span;

/// Tags the units of a frame by the model, and takes from the rules what the model has nothing to say about.
pub(super) fn tag_frame(
    tagger: &Tagger,
    frame: &Frame,
    names: &[Name],
    hints: &[u8],
    rules: Vec<Quote>,
) -> Vec<Quote> {
    let features =
        Features::new(frame, names, hints, name::Tagger::shipped().lexicon(), &|word| tagger.find(word));
    let tagged = tagger.tag(&features);
    let parts = link::parts(&tagged.labels);
    let set = tagger.settings.conventions;
    let mut quotes = labelled_quotations(frame);
    let turns: Vec<Span> = quotes.iter().flat_map(|q| q.content.iter().copied()).collect();
    for linked in tagger.link(&features, &parts, &tagged.margins) {
        let levels = judge::levels(&features, &parts, &tagged.margins, &linked);
        // Of marks alone nothing is left.
        let some = |units: &Range<usize>| !units.is_empty();
        let cue = linked.cue.map(|i| frame.trimmed(parts[i].units())).filter(some);
        let content = linked.content.iter().map(|&i| {
            let units = frame.trimmed(parts[i].units());
            frame.conventional_content(units, cue.as_ref(), set)
        });
        let mut content: Vec<Range<usize>> = content.collect();
        let cue = cue.clone().map(|units| frame.conventional_cue(units, set));
        let source = linked.source.map(|i| {
            let units = frame.trimmed(parts[i].units());
            frame.trimmed(frame.conventional_source(units, set))
        });
        let source = source.filter(some);
        if frame.is_silence(cue.as_ref()) || frame.is_own_thought(cue.as_ref(), source.as_ref()) {
            continue;
        }
        // "sources tell CNN": the hearer is no source.
        let hears = |s: &Range<usize>| cue.as_ref().is_some_and(|c| c.start < s.start && s.start < c.end);
        // "Moreno was quoted as saying by the agency": it is Moreno who says it.
        let quoted = cue.as_ref().is_some_and(|c| {
            let has = |word: &str| c.clone().any(|u| frame.lower(u) == word);
            has("quoted") && has("saying")
        });
        let source = match source {
            Some(s) if hears(&s) || quoted && cue.as_ref().is_some_and(|c| s.start >= c.end) => {
                cue.as_ref().and_then(|c| {
                    let first = frame.noun_phrase_before(c.start, c.start.saturating_sub(12));
                    (first < c.start).then_some(first..c.start)
                })
            }
            source => source,
        };
        if let [only] = content.as_mut_slice() {
            *only = frame.within_relative(only.clone(), source.as_ref());
        }
        let (cue, source, content) = match frame.relayed(cue.as_ref(), &content) {
            Some((cue, source, content)) => (Some(cue), Some(source), content),
            None => (cue, source, content),
        };
        // "Told that the mill had shut, Holm said: “No.”": a clause is no source, nor what opens it a cue.
        let clause = |c: &Range<usize>, s: &Range<usize>| {
            c.end == s.start && s.len() > 1 && frame.lower(s.start) == "that"
        };
        let (cue, source) = match (cue, source) {
            (Some(c), Some(s)) if clause(&c, &s) => (None, None),
            parts => parts,
        };
        let (mut content, behind) = frame.mended(content, cue.as_ref(), source.as_ref());
        let source = source.map(|units| frame.whole_source(units));
        let source = source.or_else(|| match (&cue, content.as_slice()) {
            (None, [only]) if only.len() == 1 => frame
                .signature_behind(only.start)
                .or_else(|| frame.label_before(only.start, only.start.saturating_sub(30))),
            _ => None,
        });
        let later = frame.split_paragraphs(&mut content, set);
        let quote = compose(frame, &content, cue, source).filter(|q| !overlaps(&turns, &q.content));
        quotes.extend(quote.map(|q| Quote { evidence: Evidence { by: By::Model, levels }, ..q }));
        let rest = later.into_iter().chain(behind).filter_map(|units| compose(frame, &[units], None, None));
        quotes.extend(rest.map(|q| Quote { evidence: Evidence { by: By::Rest, levels }, ..q }));
    }
    settle(frame.document, quotes, rules, set & convention::RULES != 0)
}

/// What the model and the rules found, together.
///
/// Where the rules read a quotation with its cue and its source, they are seldom wrong. They win where the model takes
/// some of the writer's words between the two for what is said ("“The dam,” said Orlov, “will hold.”"), or names nobody.
/// What the rules alone find is added, with `all` also what stands in no quotation marks.
fn settle(document: &Document, mut tagged: Vec<Quote>, mut rules: Vec<Quote>, all: bool) -> Vec<Quote> {
    let mut of: Vec<(Span, usize)> =
        tagged.iter().enumerate().flat_map(|(i, q)| q.content.iter().map(move |&span| (span, i))).collect();
    of.sort();
    // The tagged quotes whose content shares a byte with one of `spans`.
    let touched = |spans: &[Span]| -> Vec<usize> {
        let near = |span: &Span| {
            let first = of.partition_point(|(s, _)| s.end <= span.start);
            let end = span.end;
            of[first..].iter().take_while(move |(s, _)| s.start < end).map(|&(_, i)| i)
        };
        spans.iter().flat_map(near).collect()
    };
    let mut dropped = vec![false; tagged.len()];
    rules.retain(|rule| {
        let content = touched(&rule.content);
        if content.is_empty() {
            return all || rule.style == Style::Direct || speaks(document, rule) && !rule.source.is_empty();
        }
        if rule.cue.is_empty() || rule.source.is_empty() {
            return false;
        }
        if speaks(document, rule) && content.iter().all(|&i| is_layered(&tagged[i], rule)) {
            return true;
        }
        // A paragraph set off behind a colon is said to its end.
        let covers = |q: &Quote| q.content.iter().all(|span| rule.content.iter().any(|r| r.contains(*span)));
        let block = |span: &Span| document.block_of(document.token_at(span.start));
        let set_off = || block(&rule.content[0]) != block(&rule.cue[0]);
        if let Some(&same) = content.iter().find(|&&i| tagged[i].cue == rule.cue)
            && content.iter().all(|&i| covers(&tagged[i]))
            && set_off()
        {
            (tagged[same].style, tagged[same].content) = (rule.style, rule.content.clone());
            return false;
        }
        // "According to the agency, Orlov told reporters it was safe": both say so.
        if let [only] = *content.as_slice()
            && speaks(document, rule)
            && relays(document, &tagged[only], rule)
        {
            tagged[only].content[0].start = rule.source[0].start;
            return true;
        }
        let mut between = touched(&rule.cue);
        between.extend(touched(&rule.source));
        // "The bridge, said Orlov, was closed": the model sees one of the two halves.
        if let [only] = *content.as_slice()
            && rule.content.len() > tagged[only].content.len()
            && tagged[only].content.iter().all(|span| rule.content.contains(span))
            && tagged[only].cue == rule.cue
        {
            let quote = &mut tagged[only];
            (quote.style, quote.content) = (rule.style, rule.content.clone());
            if overlaps(&quote.content, &quote.source) {
                quote.source = rule.source.clone();
            }
            return false;
        }
        let nobody = |cue: bool| {
            content.iter().any(|&i| tagged[i].source.is_empty() && (cue || tagged[i].cue.is_empty()))
        };
        let wins = match rule.style {
            Style::Direct => !between.is_empty() || nobody(false),
            // "Dam Will Hold, Says Orlov"
            _ => !between.is_empty() && nobody(true),
        };
        if !wins {
            return false;
        }
        content.into_iter().chain(between).for_each(|i| dropped[i] = true);
        true
    });
    let mut kept = dropped.into_iter();
    tagged.retain(|_| kept.next() == Some(false));
    tagged.extend(rules);
    tagged
}

/// Whether a quote is by a plain verb of saying, and by one who is named or called something: other words are
/// rather part of what is said around them.
pub(super) fn speaks(document: &Document, quote: &Quote) -> bool {
    let word = |span: Option<&Span>| span.map_or("", |s| document.lower(document.token_at(s.start)));
    let source = word(quote.source.first());
    lexicon::is(word(quote.cue.first()), lexicon::Class::PlainlySaid)
        && !lexicon::is(source, lexicon::Class::NoSpeaker)
}

/// Whether source and cue of `inner` stand between the source and the content of an "according to".
fn relays(document: &Document, outer: &Quote, inner: &Quote) -> bool {
    let (Some(cue), Some(source), Some(said)) =
        (outer.cue.first(), outer.source.last(), outer.content.first())
    else {
        return false;
    };
    document.lower(document.token_at(cue.start)) == "according"
        && inner.source.first().is_some_and(|s| s.start >= source.end)
        && inner.cue.last().is_some_and(|c| c.end <= said.start)
        && inner.source[0].end <= inner.cue[0].start
}

/// Whether one of two quotes lies within the words of the other: "Orlov said police believe it was arson".
fn is_layered(one: &Quote, two: &Quote) -> bool {
    let parts =
        |q: &Quote| -> Vec<Span> { [&q.content, &q.cue, &q.source].into_iter().flatten().copied().collect() };
    let within = |inner: &Quote, outer: &Quote| {
        !inner.cue.is_empty()
            && !inner.source.is_empty()
            && parts(inner).iter().all(|span| outer.content.iter().any(|around| around.contains(*span)))
    };
    within(one, two) || within(two, one)
}

/// Whether one of `spans` shares a byte with one of `sorted`.
pub(super) fn overlaps(sorted: &[Span], spans: &[Span]) -> bool {
    spans.iter().any(|span| {
        let at = sorted.partition_point(|s| s.end <= span.start);
        sorted.get(at).is_some_and(|s| s.overlaps(*span))
    })
}
