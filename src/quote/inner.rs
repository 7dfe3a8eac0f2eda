//! Attributions within what somebody is said to say: "The mayor said **her council** *had asked* **him to go**".
//!
//! The model gives each word one part, so that of two attributions it sees one. Here the words of each quote outside
//! quotation marks are read again by the rules, as a text of their own. Missed: what the rules do not read ("agreed to go",
//! "reported seeing him"), and attributions two levels down.

use std::ops::Range;

use super::frame::Frame;
use super::{Quote, read_frame, says_itself, settle};
use crate::annotation::Style;
use crate::document::Document;
use crate::lexicon;
use crate::name::Name;
use crate::span::Span;
use crate::token::TokenKind;

/// The quotes within the contents of `quotes`, without those that these have.
pub(super) fn inner_quotes(frame: &Frame, names: &[Name], quotes: &[Quote]) -> Vec<Quote> {
    let document = frame.document;
    let mut around: Vec<Span> = Vec::new();
    let mut taken: Vec<Span> = Vec::new();
    for quote in quotes {
        taken.extend(quote.cue.iter());
        if matches!(quote.style, Style::Indirect | Style::Mixed) {
            around.extend(&quote.content);
        }
    }
    around.sort_unstable_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
    taken.sort_unstable();
    let mut regions: Vec<Range<u32>> = Vec::new();
    let mut until = 0;
    for span in around {
        if span.start < until {
            continue;
        }
        until = span.end;
        let first = document.token_at(span.start);
        let end = document.tokens_until(first, span.end);
        // "said **that** members asked": no "that member".
        let first = first + usize::from(document.lower(first) == "that");
        if end > first + 4 {
            regions.push(first as u32..end as u32);
        }
    }
    let inner = Frame::new(document, frame.classes, names, &regions, frame.quotations);
    let mut found = read_frame(&inner, &mut Vec::new());
    found.retain(|quote| {
        let free = |span: &Span| {
            let at = taken.partition_point(|s| s.end <= span.start);
            taken.get(at).is_none_or(|s| !s.overlaps(*span))
        };
        !quote.cue.is_empty()
            && !quote.source.is_empty()
            && quote.cue.iter().all(free)
            && !says_itself(document, quote)
            && is_anothers(document, quote)
    });
    found
}

/// Whether a quote within another's words is by a plain verb of saying, or by a noun phrase right before a participle:
/// "**two people asking** him to go". What the speaker himself thinks is his words anyway: "he said he believes".
fn is_anothers(document: &Document, quote: &Quote) -> bool {
    const THOUGHTS: &[&str] = &["believe", "believed", "believes", "expects", "think", "thinks", "thought"];
    const LOOSE: &[&str] = &["insisting", "said", "say", "saying", "says", "telling", "told"];
    let (cue, source, content) = (quote.cue[0], quote.source[0], quote.content[0]);
    let word = document.lower(document.token_at(cue.start));
    let first = document.token_at(content.start);
    let marked = |within: usize| {
        (first.saturating_sub(1)..document.tokens.len().min(first + within))
            .any(|t| document.tokens[t].kind == TokenKind::Quote)
    };
    let pronoun = matches!(document.lower(document.token_at(source.start)), "he" | "she" | "they");
    let opened = matches!(document.lower(first), "that" | "to" | "whether" | "if" | "how" | "why" | "not")
        || marked(1);
    let long = content.len() > 12 && (opened || LOOSE.binary_search(&word).is_ok());
    if lexicon::is(word, lexicon::Class::Asking) {
        return long && !pronoun && source.end < cue.start && cue.start - source.end <= 1;
    }
    // "he had called her “to express concern”"
    let telephones = (first..first + 4)
        .take_while(|&t| t + 1 < document.tokens.len())
        .any(|t| document.tokens[t].kind == TokenKind::Quote && document.lower(t + 1) == "to");
    let thought = pronoun && THOUGHTS.binary_search(&word).is_ok();
    long && settle::speaks(document, quote) && !thought
        || word.starts_with("call") && quote.style != Style::Indirect && marked(4) && !telephones
}
