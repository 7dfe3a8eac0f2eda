//! One pass over the text that cuts it into tokens.

use super::abbreviation::keeps_full_stop;
use super::link::link_length;
use super::words::{Interner, Words};
use super::{Gap, Token, TokenKind};
use crate::layout::Layout;
use crate::span::Span;

/// Cuts `text` into tokens, block by block.
pub fn tokenize(text: &str, layout: &Layout) -> (Vec<Token>, Words) {
    let mut scan = Scan {
        text,
        tokens: Vec::with_capacity(text.len() / 5),
        interner: Interner::default(),
        gap: Gap::Block,
    };
    let mut marks = layout.markup.iter().peekable();
    for block in &layout.blocks {
        scan.gap = Gap::Block;
        let mut at = block.span.start as usize;
        let end = block.span.end as usize;
        while at < end {
            while marks.peek().is_some_and(|m| (m.end as usize) <= at) {
                marks.next();
            }
            // Markup cuts tokens, and is none itself.
            let stop = match marks.peek() {
                Some(m) if m.start as usize <= at => {
                    at = (m.end as usize).min(end);
                    continue;
                }
                Some(m) => (m.start as usize).min(end),
                None => end,
            };
            at = scan.step(at, stop);
        }
    }
    (scan.tokens, scan.interner.words)
}

struct Scan<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    interner: Interner<'t>,
    gap: Gap,
}

impl<'t> Scan<'t> {
    /// Takes the token or white space at `at`, and gives where the next one starts. Looks no
    /// further than `stop`.
    fn step(&mut self, at: usize, stop: usize) -> usize {
        let rest = &self.text[at..stop];
        let Some(c) = rest.chars().next() else { return stop };
        if c.is_whitespace() || is_invisible(c) {
            self.gap = self.gap.max(if c == '\n' || c == '\r' {
                Gap::Line
            } else if c.is_whitespace() {
                Gap::Space
            } else {
                Gap::None
            });
            return at + c.len_utf8();
        }
        let glued = self.gap == Gap::None
            && self.tokens.last().is_some_and(|t| t.kind == TokenKind::Word || t.kind == TokenKind::Number);
        if !glued
            && (c.is_ascii_alphanumeric() || c == '@')
            && let Some(length) = self.link(rest)
        {
            return self.push(at, length, TokenKind::Link);
        }
        if c.is_ascii_digit() {
            return self.push(at, number_length(rest), TokenKind::Number);
        }
        if c.is_alphabetic() || c.is_numeric() {
            return self.word(at, rest);
        }
        if is_apostrophe(c) && glued && is_possessive(rest, c) {
            return self.push(at, c.len_utf8() + 1, TokenKind::Word);
        }
        let (length, kind) = mark(rest, c);
        self.push(at, length, kind)
    }

    /// A link can only start where the run up to the next white space holds one of `. : @ /`; the
    /// run is looked at once for each token in it, and a link is at most this long.
    fn link(&self, rest: &str) -> Option<usize> {
        let mut near = rest.len().min(2048);
        while !rest.is_char_boundary(near) {
            near -= 1;
        }
        link_length(&rest[..near])
    }

    fn word(&mut self, at: usize, rest: &'t str) -> usize {
        let mut length = word_length(rest);
        let word = &rest[..length];
        // "Ukraine's": the possessive is a token of its own.
        for ending in ["'s", "’s", "'S", "’S"] {
            if let Some(stem) = word.strip_suffix(ending)
                && !stem.is_empty()
            {
                let next = self.push(at, stem.len(), TokenKind::Word);
                return self.push(next, ending.len(), TokenKind::Word);
            }
        }
        if rest[length..].starts_with('.') {
            // "U.S.", "a.m.": single letters and full stops in turn.
            let dotted = dotted_length(rest);
            if dotted > 0 {
                length = dotted;
            } else if keeps_full_stop(word, &rest[length + 1..]) {
                length += 1;
            }
        }
        self.push(at, length, TokenKind::Word)
    }

    fn push(&mut self, at: usize, length: usize, kind: TokenKind) -> usize {
        let end = at + length;
        let word = self.interner.id(&self.text[at..end]);
        self.tokens.push(Token { span: Span::new(at, end), kind, gap: self.gap, word });
        self.gap = Gap::None;
        end
    }
}

/// Letters, then letters and digits, with single apostrophes between letters.
fn word_length(rest: &str) -> usize {
    let mut length = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let inside = c.is_alphanumeric()
            || is_joining(c)
            || is_apostrophe(c) && i > 0 && chars.peek().is_some_and(|(_, n)| n.is_alphabetic());
        if !inside {
            break;
        }
        length = i + c.len_utf8();
    }
    length
}

/// Digits with single `,` or `.` between them.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut i = 0;
    while i < bytes.len()
        && (bytes[i].is_ascii_digit()
            || matches!(bytes[i], b',' | b'.') && bytes.get(i + 1).is_some_and(u8::is_ascii_digit))
    {
        i += 1;
    }
    i
}

/// The length of "U.S." or "a.m." with its last full stop, or 0.
fn dotted_length(rest: &str) -> usize {
    let mut chars = rest.char_indices();
    let (mut letters, mut end) = (0, 0);
    loop {
        match (chars.next(), chars.next()) {
            (Some((_, c)), Some((i, '.'))) if c.is_alphabetic() => {
                letters += 1;
                end = i + 1;
            }
            // "U.S.A": the last full stop may be missing, a whole word may not follow.
            (Some((_, c)), after) if c.is_alphabetic() => {
                let single = after.is_none_or(|(_, a)| !a.is_alphanumeric());
                return if letters > 0 && single {
                    end + c.len_utf8()
                } else if letters > 1 {
                    end
                } else {
                    0
                };
            }
            _ => return if letters > 1 { end } else { 0 },
        }
    }
}

fn mark(rest: &str, c: char) -> (usize, TokenKind) {
    let width = c.len_utf8();
    let same = |c: char| rest.len() - rest.trim_start_matches(c).len();
    match c {
        '\'' | '’' | '‘' | '`' if rest[width..].starts_with(c) => (2 * width, TokenKind::Quote),
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '\'' | '’' | '‘' | '‚' | '‛' | '‹' | '›' | '`' => {
            (width, TokenKind::Quote)
        }
        '.' => (same('.'), TokenKind::Punctuation),
        '…' | '–' | '—' | '―' | '‐' | '‑' | '−' | '·' | '•' | '¡' | '¿' => {
            (width, TokenKind::Punctuation)
        }
        '$' | '%' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '&' => (width, TokenKind::Symbol),
        _ if c.is_ascii_punctuation() => (width, TokenKind::Punctuation),
        _ => (width, TokenKind::Symbol),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// A possessive right after a word that ends in a mark: "U.S.'s".
fn is_possessive(rest: &str, apostrophe: char) -> bool {
    let mut after = rest[apostrophe.len_utf8()..].chars();
    matches!(after.next(), Some('s' | 'S')) && !after.next().is_some_and(char::is_alphanumeric)
}

/// Combining marks and joiners, which belong to the letter before.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{AD}' | '\u{FE00}'..='\u{FE0F}')
}

fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}')
}
