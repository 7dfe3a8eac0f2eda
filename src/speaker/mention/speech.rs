//! Which quote or turn a token stands in, asked for token after token.
//!
//! A quote inside another, "“He said, ‘Go.’”", is the innermost of those that are open; a stack of
//! them makes each question cheap. Indirect quotes are no speech: their pronouns are the writer's.

use crate::annotation::Style;
use crate::document::Document;
use crate::quote::Quote;

/// Which token stands in which speech.
pub(super) struct Speeches {
    /// First token, end token, quote, whether direct; by start.
    spans: Vec<(u32, u32, u32, bool)>,
    /// The direct ones alone, without overlap.
    direct: Vec<(u32, u32)>,
}

impl Speeches {
    pub(super) fn new(document: &Document, quotes: &[Quote]) -> Self {
        let mut spans = Vec::new();
        for (q, quote) in quotes.iter().enumerate() {
            if !matches!(quote.style, Style::Direct | Style::Transcript) {
                continue;
            }
            for span in &quote.content {
                let first = document.token_at(span.start);
                let end = document.tokens.partition_point(|t| t.span.start < span.end);
                spans.push((first as u32, end as u32, q as u32, quote.style == Style::Direct));
            }
        }
        spans.sort_unstable();
        let mut direct: Vec<(u32, u32)> = Vec::new();
        for &(first, end, _, is_direct) in &spans {
            if is_direct && direct.last().is_none_or(|d| d.1 <= first) && first < end {
                direct.push((first, end));
            }
        }
        Self { spans, direct }
    }

    pub(super) fn is_quoted(&self, token: usize) -> bool {
        let i = self.direct.partition_point(|d| d.1 as usize <= token);
        self.direct.get(i).is_some_and(|d| d.0 as usize <= token)
    }

    pub(super) fn sweep(&self) -> Sweep<'_> {
        Sweep { speeches: self, next: 0, open: Vec::new() }
    }
}

pub(super) struct Sweep<'a> {
    speeches: &'a Speeches,
    next: usize,
    open: Vec<usize>,
}

impl Sweep<'_> {
    /// The innermost speech around the token, and whether it is a direct quote. Tokens come in order.
    pub(super) fn at(&mut self, token: usize) -> (Option<u32>, bool) {
        let spans = &self.speeches.spans;
        while self.next < spans.len() && spans[self.next].0 as usize <= token {
            self.open.push(self.next);
            self.next += 1;
        }
        while self.open.last().is_some_and(|&i| spans[i].1 as usize <= token) {
            self.open.pop();
        }
        match self.open.last() {
            Some(&i) => (Some(spans[i].2), spans[i].3),
            None => (None, false),
        }
    }
}
