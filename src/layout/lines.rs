//! A text to its lines, whatever ends them.

use super::html::{Flow, tag_at};
use crate::span::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Without white space at its ends.
    pub span: Span,
    /// How many blank lines stand before it; a page break counts for several.
    pub blank: u32,
    /// White space at its start, in characters.
    pub indent: u32,
    /// Its length in characters.
    pub width: u32,
    /// A script or style sheet.
    pub hidden: bool,
    /// The given part that it belongs to.
    pub given: Option<u32>,
}

/// Blank lines that a page break counts for.
const PAGE: u32 = 3;

/// Cuts `text` into lines: at LF, CR LF, CR, Unicode's separators, page breaks, and at HTML's tags
/// for blocks.
pub(super) fn split_lines(text: &str) -> Vec<Line> {
    let mut lines = Lines { text, lines: Vec::new(), blank: 0, start: 0 };
    let bytes = text.as_bytes();
    let mut may_hide = true;
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'\n' => i = lines.end(i, 1, 0),
            b'\r' => i = lines.end(i, if bytes.get(i + 1) == Some(&b'\n') { 2 } else { 1 }, 0),
            b'\x0B' => i = lines.end(i, 1, 0),
            b'\x0C' => i = lines.end(i, 1, PAGE),
            0xC2 if bytes[i + 1] == 0x85 => i = lines.end(i, 2, 0),
            0xE2 if bytes[i + 1] == 0x80 && bytes[i + 2] == 0xA8 => i = lines.end(i, 3, 0),
            0xE2 if bytes[i + 1] == 0x80 && bytes[i + 2] == 0xA9 => i = lines.end(i, 3, 1),
            b'<' => match tag_at(&text[i..]) {
                Some(tag) => {
                    let end = i + tag.length;
                    match tag.flow {
                        Flow::Inline => {}
                        Flow::Line => _ = lines.part(end, false, 0),
                        Flow::Block if tag.closing => _ = lines.part(end, false, 1),
                        Flow::Block => _ = lines.part(i, false, 1),
                        Flow::Hidden => {
                            lines.part(i, false, 1);
                            // Without a closing tag it hides nothing, and none is looked for again.
                            let closing = may_hide.then(|| find_closing(&text[end..])).flatten();
                            may_hide &= closing.is_some();
                            if let Some(closing) = closing {
                                i = end + closing;
                                lines.part(i, true, 1);
                                continue;
                            }
                        }
                    }
                    i = end;
                }
                None => i += 1,
            },
            _ => i += 1,
        }
    }
    lines.part(bytes.len(), false, 0);
    lines.lines
}

struct Lines<'t> {
    text: &'t str,
    lines: Vec<Line>,
    blank: u32,
    start: usize,
}

impl Lines<'_> {
    /// Ends the line at a mark of so many bytes, and gives where the next one starts.
    fn end(&mut self, at: usize, length: usize, blank: u32) -> usize {
        if !self.part(at, false, blank) {
            self.blank += 1;
        }
        self.start = at + length;
        self.start
    }

    /// Takes what stands up to `end` for a line, unless it is blank.
    fn part(&mut self, end: usize, hidden: bool, blank: u32) -> bool {
        let whole = Span::new(self.start, end);
        let span = whole.trimmed(self.text);
        self.start = end;
        let taken = !span.is_empty();
        if taken {
            let indent = self.text[whole.start as usize..span.start as usize].chars().count() as u32;
            let width = width(span.of(self.text));
            self.lines.push(Line { span, blank: self.blank, indent, width, hidden, given: None });
            self.blank = 0;
        }
        self.blank = self.blank.max(blank);
        taken
    }
}

/// The length in characters.
fn width(text: &str) -> u32 {
    text.bytes().map(|b| u32::from(b & 0xC0 != 0x80)).sum()
}

/// Past the next `</script>` or `</style>`.
fn find_closing(rest: &str) -> Option<usize> {
    rest.match_indices("</").find_map(|(i, _)| {
        let name = &rest.as_bytes()[i + 2..];
        let hides = [&b"script"[..], b"style", b"noscript"]
            .iter()
            .any(|n| name.get(..n.len()).is_some_and(|found| found.eq_ignore_ascii_case(n)));
        let end = i + rest[i..].bytes().take(16).position(|b| b == b'>')? + 1;
        hides.then_some(end)
    })
}
