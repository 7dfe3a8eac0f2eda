//! Marks that are no words: Markdown's and HTML's.
//!
//! `*` and `_` are emphasis only in pairs, so that a footnote's asterisk stays a token; links keep
//! their words, `[text](url)`; URLs are left alone.

use super::Block;
use super::html::{Flow, tag_at};
use super::structure::{heading_mark, is_rule, item_mark};
use crate::span::Span;
use crate::text::entity::entity_at;
use crate::text::link::url_length;

/// Finds the marks in all blocks, by start.
pub(super) fn find_markup(text: &str, blocks: &[Block]) -> Vec<Span> {
    let mut marks = Marks { text, found: Vec::new(), openers: [None; 6] };
    for block in blocks {
        let first = marks.found.len();
        marks.openers = [None; 6];
        marks.scan(block.span);
        marks.found[first..].sort_unstable();
    }
    marks.found
}

struct Marks<'t> {
    text: &'t str,
    found: Vec<Span>,
    /// The last opening run of one, two or three `*`, then `_`, that is not closed yet.
    openers: [Option<Span>; 6],
}

impl Marks<'_> {
    fn scan(&mut self, block: Span) {
        let (start, end) = (block.start as usize, block.end as usize);
        let bytes = &self.text.as_bytes()[..end];
        let mut bracket = None;
        let mut at = self.line_start(start, start, end);
        while at < end {
            match bytes[at] {
                b'\n' => at = self.line_start(at + 1, start, end),
                b'*' | b'_' => at = self.emphasis(at, block),
                b'<' => at = self.tag(at, block),
                b'&' => at = self.entity(at, end),
                b'[' => {
                    bracket = Some(at);
                    at += 1;
                }
                b']' if bytes.get(at + 1) == Some(&b'(') => {
                    at = match bracket.take() {
                        Some(open) => self.link(open, at, end),
                        None => at + 1,
                    }
                }
                b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                    self.push(at, at + 1);
                    at += 2;
                }
                b'h' | b'w' | b'H' | b'W' | b'f' => {
                    let inside = at > start && bytes[at - 1].is_ascii_alphanumeric();
                    let url = if inside { None } else { url_length(&self.text[at..end]) };
                    at += match url {
                        Some(length) => length.max(1),
                        None => 1,
                    };
                }
                _ => at += 1,
            }
        }
    }

    fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.found.push(Span::new(start, end));
        }
    }

    /// Takes `#`, `>`, bullets, fences, pipes and rules at the start of a line, and gives where its
    /// words start.
    fn line_start(&mut self, at: usize, block: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let mut line = rest.split('\n').next().unwrap_or(rest);
        let mut from = at + (line.len() - line.trim_start().len());
        line = line.trim();
        if line.is_empty() {
            return at + rest.find('\n').unwrap_or(rest.len());
        }
        if is_rule(line) || line.starts_with("```") || line.starts_with("~~~") {
            self.push(from, from + line.len());
            return from + line.len();
        }
        let quoted = line.bytes().take_while(|b| matches!(b, b'>' | b' ')).count();
        if line.starts_with('>') {
            self.push(from, from + quoted);
            from += quoted;
            line = &line[quoted..];
        }
        if at == block {
            let marks = heading_mark(line).max(item_mark(line));
            self.push(from, from + marks);
            from += marks;
        }
        if line.starts_with('|') {
            return self.table_row(from, from + line.len());
        }
        from
    }

    /// The pipes of a table's row, and the rule under its head.
    fn table_row(&mut self, from: usize, end: usize) -> usize {
        for (i, b) in self.text[from..end].bytes().enumerate() {
            if b == b'|' {
                self.found.push(Span::new(from + i, from + i + 1));
            }
        }
        from
    }

    /// A run of `*` or `_`: it closes the same run before it, or may open.
    fn emphasis(&mut self, at: usize, block: Span) -> usize {
        let bytes = &self.text.as_bytes()[..block.end as usize];
        let mark = bytes[at];
        let end = at + bytes[at..].iter().take_while(|b| **b == mark).count();
        let before = self.text[block.start as usize..at].chars().next_back();
        let after = self.text[end..block.end as usize].chars().next();
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let open = after.is_some_and(|c| !c.is_whitespace());
        let close = before.is_some_and(|c| !c.is_whitespace());
        // "snake_case" and "2*3" are words.
        let word = inside(before) && inside(after) && (mark == b'_' || end - at == 1);
        if end - at > 3 || word {
            return end;
        }
        let slot = end - at - 1 + if mark == b'_' { 3 } else { 0 };
        match self.openers[slot] {
            Some(opener) if close => {
                self.found.push(opener);
                self.push(at, end);
                self.openers[slot] = None;
            }
            _ if open => self.openers[slot] = Some(Span::new(at, end)),
            _ => {}
        }
        end
    }

    fn tag(&mut self, at: usize, block: Span) -> usize {
        match tag_at(&self.text[at..block.end as usize]) {
            Some(tag) if tag.flow == Flow::Hidden && !tag.closing && self.hides(at, block) => {
                self.push(at, block.end as usize);
                block.end as usize
            }
            Some(tag) => {
                self.push(at, at + tag.length);
                at + tag.length
            }
            None => at + 1,
        }
    }

    /// A script that is closed is a block of its own.
    fn hides(&self, at: usize, block: Span) -> bool {
        let words = &block.of(self.text).as_bytes()[1..];
        at == block.start as usize && words[words.len().saturating_sub(16)..].windows(2).any(|w| w == b"</")
    }

    /// An entity that stands for white space is a gap.
    fn entity(&mut self, at: usize, end: usize) -> usize {
        match entity_at(&self.text[at..end]) {
            Some((length, c)) if c.is_whitespace() => {
                self.push(at, at + length);
                at + length
            }
            Some((length, _)) => at + length,
            None => at + 1,
        }
    }

    /// `[text](url)`: the brackets and the address are marks. `close` is where `](` stands.
    fn link(&mut self, open: usize, close: usize, end: usize) -> usize {
        let address = &self.text.as_bytes()[close + 2..end];
        let length = address.iter().position(|b| matches!(b, b')' | b'\n' | b'('));
        let Some(length) = length.filter(|&l| address[l] == b')') else { return close + 2 };
        let image = open > 0 && self.text.as_bytes()[open - 1] == b'!';
        self.push(open - usize::from(image), open + 1);
        self.push(close, close + 3 + length);
        close + 3 + length
    }
}
