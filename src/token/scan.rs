//! One pass over the text that cuts it into tokens.
//!
//! The first byte of what is left decides which sort of token is tried, and each byte is looked at a
//! bounded number of times: "don't" is a word, "J.K." one with its full stops, "2.5bn" a number and a
//! word. Missed: single quotation marks that look like apostrophes ("the 'soldiers' trench").

use super::apostrophe::{self, is_apostrophe};
use super::mark;
use super::words::{Interner, Words};
use super::{Gap, Token, TokenKind};
use crate::layout::Layout;
use crate::span::Span;
use crate::text::abbreviation::{Surroundings, degree_length, keeps_full_stop};
use crate::text::entity::entity_at;
use crate::text::link::{Link, find_handle, find_link, is_host_byte};

/// Cuts `text` into tokens, block by block; litter and credits have none, so that no stage finds anything there.
pub fn tokenize(text: &str, layout: &Layout) -> (Vec<Token>, Words) {
    let mut scan = Scan {
        text,
        tokens: Vec::with_capacity(text.len() / 5),
        interner: Interner::default(),
        gap: Gap::Block,
        stop: 0,
        open_single: false,
    };
    let mut marks = layout.markup.iter().peekable();
    for block in layout.blocks.iter().filter(|block| !block.is_silent()) {
        scan.gap = Gap::Block;
        // A quotation that goes on in the next paragraph opens anew there.
        scan.open_single = false;
        let mut at = block.span.start as usize;
        let end = block.span.end as usize;
        while at < end {
            while marks.peek().is_some_and(|m| (m.end as usize) <= at) {
                marks.next();
            }
            // Markup cuts tokens, and is none itself.
            scan.stop = match marks.peek() {
                Some(m) if m.start as usize <= at => {
                    scan.skip_markup(m.of(text));
                    at = (m.end as usize).min(end);
                    continue;
                }
                Some(m) => (m.start as usize).min(end),
                None => end,
            };
            while at < scan.stop {
                at = scan.step(at);
            }
        }
    }
    (scan.tokens, scan.interner.words)
}

struct Scan<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    interner: Interner<'t>,
    gap: Gap,
    /// The end of the block or the start of the next markup: no token reaches over it.
    stop: usize,
    /// Whether a single quotation mark may still be open.
    open_single: bool,
}

impl<'t> Scan<'t> {
    /// Takes the token or white space at `at`, and gives where the next one starts.
    fn step(&mut self, at: usize) -> usize {
        let rest = &self.text[at..self.stop];
        match rest.as_bytes()[0] {
            b' ' | b'\t' => self.skip(at, 1, Gap::Space),
            b'\n' | b'\r' | b'\x0B' | b'\x0C' => self.skip(at, 1, Gap::Line),
            b'a'..=b'z' | b'A'..=b'Z' => self.word(at, rest),
            b'0'..=b'9' => self.number(at, rest),
            b'.' if self.gap != Gap::None && rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit) => {
                self.push(at, 1 + number_length(&rest[1..]), TokenKind::Number)
            }
            b'@' | b'#' if !self.glued() => match find_handle(rest) {
                Some(length) => self.push(at, length, TokenKind::Link),
                None => self.mark(at, rest),
            },
            b'&' => self.ampersand(at, rest),
            byte if byte.is_ascii() && !byte.is_ascii_control() => self.mark(at, rest),
            _ => self.other(at, rest),
        }
    }

    /// Beyond ASCII, and control characters.
    fn other(&mut self, at: usize, rest: &'t str) -> usize {
        let Some(c) = rest.chars().next() else { return self.stop };
        let width = c.len_utf8();
        if matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}') {
            self.skip(at, width, Gap::Line)
        } else if c.is_whitespace() {
            self.skip(at, width, Gap::Space)
        } else if is_invisible(c) {
            self.skip(at, width, Gap::None)
        } else if mark::is_fraction(c) {
            self.push(at, width, TokenKind::Number)
        } else if c.is_alphabetic() {
            self.word(at, rest)
        } else if c.is_numeric() {
            let digits = rest.find(|c: char| !c.is_numeric() || mark::is_fraction(c)).unwrap_or(rest.len());
            self.push(at, digits, TokenKind::Number)
        } else {
            self.mark(at, rest)
        }
    }

    fn skip(&mut self, at: usize, width: usize, gap: Gap) -> usize {
        self.gap = self.gap.max(gap);
        at + width
    }

    /// An entity that stands for white space, or a line break, parts words; emphasis does not.
    fn skip_markup(&mut self, mark: &str) {
        let gap = match mark.as_bytes() {
            [b'&', ..] => Gap::Space,
            [b'<', b'b' | b'B', b'r' | b'R', ..] => Gap::Line,
            _ => Gap::None,
        };
        self.gap = self.gap.max(gap);
    }

    /// Whether a word or number ends where the next token starts.
    fn glued(&self) -> bool {
        self.gap == Gap::None
            && self.tokens.last().is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    }

    fn number(&mut self, at: usize, rest: &'t str) -> usize {
        let length = number_length(rest);
        if rest.as_bytes().get(length).is_some_and(|b| is_host_byte(*b))
            && let Some(end) = self.link(at, rest)
        {
            return end;
        }
        self.push(at, length, TokenKind::Number)
    }

    /// A link starts where a run of host-name characters does, so that each run is looked at once.
    fn link(&mut self, at: usize, rest: &'t str) -> Option<usize> {
        let inside = self.gap == Gap::None
            && self
                .tokens
                .last()
                .is_some_and(|t| t.span.end as usize == at && is_host_byte(self.text.as_bytes()[at - 1]));
        if inside {
            return None;
        }
        match find_link(rest)? {
            Link::Address(length) => Some(self.push(at, length, TokenKind::Link)),
            Link::Name(length) => Some(self.push(at, length, TokenKind::Word)),
        }
    }

    fn word(&mut self, at: usize, rest: &'t str) -> usize {
        let mut length = word_length(rest);
        let word = &rest[..length];
        let next = rest.as_bytes().get(length).copied();
        let scheme = || matches!(word, "http" | "https" | "HTTP" | "HTTPS" | "Http" | "Https" | "ftp");
        let may_link = match next {
            Some(b'.' | b'@' | b'-' | b'_' | b'+') => true,
            Some(b':') => scheme(),
            _ => false,
        };
        if may_link && let Some(end) = self.link(at, rest) {
            return end;
        }
        length += broken_length(&rest[..length], &rest[length..]);
        let word = &rest[..length];
        let next = rest.as_bytes().get(length).copied();
        let ending = apostrophe::possessive_length(word);
        if ending > 0 {
            let next = self.push(at, length - ending, TokenKind::Word);
            return self.push(next, ending, TokenKind::Word);
        }
        if next == Some(b'.') {
            length = self.length_with_full_stop(at, length);
        }
        self.push(at, length, TokenKind::Word)
    }

    /// The length of a word that a full stop follows, with the full stop where it belongs to it:
    /// "U.S.", "a.m.", "Ph.D.", "Dr.", "J."
    fn length_with_full_stop(&self, at: usize, length: usize) -> usize {
        let rest = &self.text[at..self.stop];
        let degree = degree_length(rest);
        if degree > 0 {
            return degree;
        }
        let dotted = dotted_length(rest);
        if dotted > 0 {
            return dotted;
        }
        let after = &rest[length + 1..];
        let mut following = after.chars();
        let next = following.find(|c| !c.is_whitespace());
        let last = self.tokens.last().filter(|_| self.gap < Gap::Line);
        let around = Surroundings {
            next,
            glued: next.is_some_and(|c| after.starts_with(c)),
            after_mark: last.is_some_and(|t| matches!(t.span.of(self.text), "," | "-" | "(")),
            after_number: last.is_some_and(|t| t.kind == TokenKind::Number),
        };
        length + usize::from(keeps_full_stop(&rest[..length], around))
    }

    /// "&": an HTML entity is one token, a quotation mark or an apostrophe where it stands for one.
    fn ampersand(&mut self, at: usize, rest: &'t str) -> usize {
        let Some((length, c)) = entity_at(rest) else { return self.push(at, 1, TokenKind::Symbol) };
        if is_apostrophe(c) && self.glued() {
            let word = word_length(&rest[length..]);
            if word > 0 {
                return self.push(at, length + word, TokenKind::Word);
            }
        }
        let kind = if c.is_alphanumeric() { TokenKind::Word } else { mark::kind_of(c) };
        self.push(at, length, kind)
    }

    fn mark(&mut self, at: usize, rest: &'t str) -> usize {
        let Some(c) = rest.chars().next() else { return self.stop };
        if is_apostrophe(c) || c == '‘' || c == '`' {
            return self.apostrophe(at, rest, c);
        }
        let (length, kind) = mark::mark_length(rest, c);
        self.push(at, length, kind)
    }

    /// An apostrophe or a single quotation mark, as far as the words next to it tell.
    fn apostrophe(&mut self, at: usize, rest: &'t str, c: char) -> usize {
        let width = c.len_utf8();
        let glued = self.glued();
        if !rest[width..].starts_with(c) && c != '`' {
            if glued && apostrophe::is_possessive(rest, c) {
                return self.push(at, width + 1, TokenKind::Word);
            }
            if !glued {
                let elided = apostrophe::elision_length(rest, c);
                if elided > 0 {
                    return self.push(at, elided, TokenKind::Word);
                }
                if apostrophe::is_decade(rest, c) {
                    return self.push(at, width, TokenKind::Punctuation);
                }
            }
            // "the soldiers' trenches", unless a quotation may end here.
            if glued && !self.open_single && self.ends_in_s() && apostrophe::word_follows(rest, c) {
                return self.push(at, width, TokenKind::Word);
            }
        }
        let (length, kind) = mark::mark_length(rest, c);
        if length == width {
            let before = !glued && (self.gap != Gap::None || self.after_opening_mark());
            self.open_single = c == '‘' || before && rest[width..].starts_with(|c: char| !c.is_whitespace());
        }
        self.push(at, length, kind)
    }

    fn after_opening_mark(&self) -> bool {
        self.tokens
            .last()
            .is_none_or(|t| matches!(t.span.of(self.text), "(" | "[" | "\"" | "“" | "—" | "–" | "-"))
    }

    fn ends_in_s(&self) -> bool {
        self.tokens.last().is_some_and(|t| {
            t.kind == TokenKind::Word && t.span.of(self.text).ends_with(['s', 'S', 'x', 'X', 'z', 'Z'])
        })
    }

    fn push(&mut self, at: usize, length: usize, kind: TokenKind) -> usize {
        let end = at + length;
        let word = self.interner.id(&self.text[at..end]);
        self.tokens.push(Token { span: Span::new(at, end), kind, gap: self.gap, word });
        self.gap = Gap::None;
        end
    }
}

/// Letters, then letters and digits, with single apostrophes between letters, and marks that
/// combine with a letter.
fn word_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let plain = bytes.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    match bytes.get(plain) {
        Some(b'\'' | 0x80..) => {}
        _ => return plain,
    }
    let mut length = plain;
    let mut chars = rest[plain..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let i = plain + i;
        if c.is_alphanumeric() && !mark::is_fraction(c) || mark::is_combining(c) && i > 0 {
            length = i + c.len_utf8();
        } else if is_joining(c) || (is_apostrophe(c) || c == '‘') && length == i && i > 0 {
            // Only between letters: a word does not end in one.
            if !chars.peek().is_some_and(|(_, n)| n.is_alphabetic() || is_joining(c)) {
                break;
            }
        } else {
            break;
        }
    }
    length
}

/// How far a word goes on that is broken at the end of its line: the length of "-↵sah" behind "Men". Some who copy a page
/// out leave a space there.
fn broken_length(word: &str, rest: &str) -> usize {
    /// What stands before a hyphen that was there before the line ended.
    const BEFORE: &[&str] = &[
        "all", "anti", "back", "best", "co", "cross", "double", "east", "eight", "ex", "far", "fast",
        "first", "five", "four", "free", "front", "full", "half", "hard", "high", "ill", "in", "inter",
        "large", "late", "left", "long", "low", "mid", "middle", "multi", "new", "nine", "non", "north",
        "off", "old", "on", "one", "open", "out", "over", "part", "post", "pre", "pro", "quasi", "re",
        "record", "right", "second", "self", "semi", "seven", "short", "single", "six", "small", "so",
        "south", "state", "step", "sub", "ten", "then", "third", "three", "top", "twenty", "two", "ultra",
        "under", "up", "vice", "well", "west", "wide", "world", "year",
    ];
    /// Words that a dash may stand before, however it is written: "He left London- and came back".
    const BEHIND: &[&str] = &[
        "a", "although", "an", "and", "are", "as", "at", "because", "but", "by", "for", "from", "had", "has",
        "have", "he", "her", "his", "how", "if", "in", "is", "it", "its", "not", "of", "on", "or", "our",
        "she", "so", "than", "that", "the", "their", "then", "there", "they", "this", "to", "versus", "was",
        "we", "were", "what", "when", "where", "which", "while", "who", "will", "with", "yet", "you", "your",
    ];
    let bytes = rest.as_bytes();
    if bytes.first() != Some(&b'-') || !matches!(bytes.get(1), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        return 0;
    }
    let blank = bytes[1..].iter().take(8).take_while(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n')).count();
    let newlines = bytes[1..1 + blank].iter().filter(|b| **b == b'\n').count();
    let behind = &rest[1 + blank..];
    let length = word_length(behind);
    let start = word.trim_start_matches(|c: char| c.is_uppercase());
    let letters =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    let lower = word.to_lowercase();
    let fits = newlines < 2
        && (newlines == 1 || blank == 1)
        && word.len() > 1
        && letters(start)
        && word.len() - start.len() < 3
        && letters(&behind[..length])
        && (BEFORE.binary_search(&lower.as_str()).is_err() || matches!(&behind[..length], "teen" | "ty"))
        && BEHIND.binary_search(&&behind[..length]).is_err()
        // "state-\nof-the-art", "two- year-old" go on with hyphens of their own.
        && !behind[length..].starts_with('-');
    if fits { 1 + blank + length } else { 0 }
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
                let single = after.is_none_or(|(_, a)| !a.is_alphanumeric() && !is_apostrophe(a));
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

/// Soft hyphens and characters without width, which a copied text has inside words.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || is_joining(c)
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2061}'..='\u{2069}')
}
