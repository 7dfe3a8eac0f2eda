//! Test texts with their names and quotes written in: `[Kaja Kallas|p]`, `{1 content}`, `<1 source>`.
//!
//! `p`, `o`, `l`, `g` are person, organization, location (place) and group. Braces and angle brackets
//! with the same digit make one quote; names may stand inside them.

use crate::annotation::{Act, EntityKind, Style};
use crate::document::Document;
use crate::name::Name;
use crate::quote::{Evidence, Quote};
use crate::span::Span;

/// A text and what is marked in it.
pub struct Marked {
    /// The text without the marks.
    pub text: String,
    names: Vec<(Span, EntityKind)>,
    quotes: Vec<Quote>,
}

impl Marked {
    /// Reads the notation.
    pub fn read(marked: &str) -> Self {
        let mut text = String::new();
        let mut names = Vec::new();
        let mut parts: Vec<(char, char, Span)> = Vec::new();
        let mut open: Vec<(char, char, usize)> = Vec::new();
        let mut chars = marked.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '[' => open.push((c, ' ', text.len())),
                '{' | '<' => {
                    let digit = chars.next().expect("a digit");
                    assert_eq!(chars.next(), Some(' '), "in {marked}");
                    open.push((c, digit, text.len()));
                }
                '|' => {
                    let (_, _, start) = open.pop().expect("an open name");
                    let kind = match chars.next() {
                        Some('p') => EntityKind::Person,
                        Some('o') => EntityKind::Organization,
                        Some('l') => EntityKind::Place,
                        Some('g') => EntityKind::Group,
                        _ => EntityKind::Other,
                    };
                    assert_eq!(chars.next(), Some(']'), "in {marked}");
                    names.push((Span::new(start, text.len()), kind));
                }
                '}' | '>' => {
                    let (mark, digit, start) = open.pop().expect("an open part");
                    parts.push((digit, mark, Span::new(start, text.len())));
                }
                _ => text.push(c),
            }
        }
        let mut digits: Vec<char> = parts.iter().map(|p| p.0).collect();
        digits.sort_unstable();
        digits.dedup();
        let quotes = digits
            .into_iter()
            .map(|digit| {
                let spans =
                    |mark| parts.iter().filter(|p| p.0 == digit && p.1 == mark).map(|p| p.2).collect();
                let content: Vec<Span> = spans('{');
                let quoted = text[..content[0].start as usize].ends_with(['“', '"']);
                let style = if quoted { Style::Direct } else { Style::Indirect };
                Quote {
                    style,
                    act: Act::Said,
                    content,
                    cue: Vec::new(),
                    source: spans('<'),
                    evidence: Evidence::default(),
                }
            })
            .collect();
        Self { text, names, quotes }
    }

    /// The names and quotes as the stages before would give them.
    pub fn found(&self, document: &Document) -> (Vec<Name>, Vec<Quote>) {
        let mut names: Vec<Name> = self
            .names
            .iter()
            .map(|&(span, kind)| Name {
                span,
                first: document.token_at(span.start) as u32,
                end: document.tokens.partition_point(|t| t.span.start < span.end) as u32,
                kind,
            })
            .collect();
        // Nothing stands in litter and credits, names neither.
        names.retain(|n| n.first < n.end);
        names.sort_by_key(|n| n.span.start);
        let mut quotes = self.quotes.clone();
        quotes.sort_by_key(|q| q.content[0].start);
        (names, quotes)
    }
}
