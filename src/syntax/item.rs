//! What a sentence is made of for the parser: tokens, and quotations as one unit each.
//!
//! "“We go. They stay,” said Moreno." is one sentence of four units; what stands inside the marks makes sentences of its own. A
//! sentence whose quotation ends it goes on where nothing but who speaks follows: "“Why?” Moreno asked."

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::tag::Tag;
use crate::document::Document;
use crate::token::TokenKind;

/// A token, or a whole quotation with its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub first: u32,
    pub end: u32,
}

impl Item {
    /// Whether it is a quotation.
    pub fn is_quotation(self) -> bool {
        self.end - self.first > 1
    }
}

/// Calls `parse` with the units of every sentence: the writer's own, and those inside quotations.
///
/// `quotations` are ranges of tokens with their marks, by start; one inside another comes after it. `parse` tells which units are
/// quotations that it took for words of a phrase, by their first token: those are not read again.
pub(super) fn for_sentences(
    document: &Document,
    tags: &[Tag],
    quotations: &[Range<u32>],
    mut parse: impl FnMut(&[Item], &mut FxHashSet<u32>),
) {
    let all = 0..document.tokens.len() as u32;
    let mut items = Vec::new();
    let mut taken = FxHashSet::default();
    read_region(document, tags, all, quotations, &mut items, &mut parse, &mut taken);
    for (index, quotation) in quotations.iter().enumerate() {
        if taken.contains(&quotation.start) {
            continue;
        }
        let is_mark = |i: u32| document.tokens.get(i as usize).is_some_and(|t| t.kind == TokenKind::Quote);
        let mut inner = quotation.clone();
        while inner.start < inner.end && is_mark(inner.start) {
            inner.start += 1;
        }
        while inner.start < inner.end && is_mark(inner.end - 1) {
            inner.end -= 1;
        }
        read_region(document, tags, inner, &quotations[index + 1..], &mut items, &mut parse, &mut taken);
    }
}

fn read_region(
    document: &Document,
    tags: &[Tag],
    region: Range<u32>,
    quotations: &[Range<u32>],
    items: &mut Vec<Item>,
    parse: &mut impl FnMut(&[Item], &mut FxHashSet<u32>),
    taken: &mut FxHashSet<u32>,
) {
    if region.is_empty() {
        return;
    }
    let mut quotations = quotations.iter().peekable();
    let mut sentence = document.sentence_of(region.start as usize);
    let mut at = region.start;
    items.clear();
    while at < region.end {
        while quotations.peek().is_some_and(|q| q.start < at) {
            quotations.next();
        }
        let end = match quotations.peek() {
            Some(q) if q.start == at && q.end > at + 1 => q.end.min(region.end),
            _ => at + 1,
        };
        items.push(Item { first: at, end });
        let quoted = end > at + 1;
        at = end;
        while document.sentences.get(sentence).is_some_and(|s| s.tokens.end < at) {
            sentence += 1;
        }
        let ends = document.sentences.get(sentence).is_none_or(|s| s.tokens.end <= at);
        if at >= region.end || ends && !(quoted && goes_on(document, tags, at, region.end)) {
            parse(items, taken);
            items.clear();
        }
    }
}

/// Whether only who speaks follows: a few nouns and a verb, or the other way round, then a mark.
fn goes_on(document: &Document, tags: &[Tag], at: u32, end: u32) -> bool {
    let parted = document.tokens.get(at as usize).is_none_or(|t| t.gap == crate::token::Gap::Block);
    if parted {
        return false;
    }
    let mut verb = false;
    for i in at..end.min(at + 8) {
        match tags.get(i as usize) {
            Some(Tag::Vbd | Tag::Vbz | Tag::Vbp) if !verb => verb = true,
            Some(tag) if tag.is_noun() => {}
            Some(Tag::Determiner | Tag::Adjective | Tag::Pronoun | Tag::Possessive) => {}
            Some(Tag::Mark) => return verb && i > at + 1,
            _ => return false,
        }
    }
    false
}
