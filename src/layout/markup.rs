//! Markdown marks: emphasis, headings, list bullets.

use super::Block;
use crate::span::Span;

/// Finds runs of `*`, `_` at word borders, and `#`, `>` or bullets at the start of a block.
pub(super) fn find_markup(text: &str, blocks: &[Block]) -> Vec<Span> {
    let mut marks = Vec::new();
    for block in blocks {
        let start = block.span.start as usize;
        let words = block.span.of(text);
        let head = words.len() - words.trim_start_matches(['#', '>', ' ']).len();
        if head > 0 {
            marks.push(Span::new(start, start + head));
        }
        let bytes = words.as_bytes();
        let mut i = head;
        while i < bytes.len() {
            if bytes[i] != b'*' && bytes[i] != b'_' {
                i += 1;
                continue;
            }
            let run = bytes[i..].iter().take_while(|b| **b == bytes[i]).count();
            let inside = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
            // "snake_case" and "2*3" are words, not emphasis.
            if run > 1 || !(inside(bytes.get(i.wrapping_sub(1))) && inside(bytes.get(i + run))) {
                marks.push(Span::new(start + i, start + i + run));
            }
            i += run;
        }
    }
    marks
}
