//! Parts that a caller knows, who has the HTML: what is given wins over what the lines tell.
//!
//! Where two given parts lie over each other, the inner one holds: a credit inside a caption parts it in two. A
//! part past the end of the text, empty or of white space alone is none.

use super::Role;
use super::lines::Line;
use super::parts::Part;
use crate::annotation::{self, PartRole};
use crate::span::{Span, Utf16};

/// The parts that a caller gives, in bytes, by start; none overlaps another.
///
/// ```
/// use whosaid::annotation::{Part, PartRole};
/// use whosaid::layout::place_parts;
///
/// let caption = Part { start: 0, end: 29, role: PartRole::Caption };
/// let credit = Part { start: 16, end: 29, role: PartRole::Credit };
/// let text = "Café in flames. Photo: A. Roe";
/// let placed = place_parts(text, &[caption, credit]);
/// assert_eq!(placed.iter().map(|part| part.span.of(text)).collect::<Vec<_>>(), ["Café in flames. ", "Photo: A. Roe"]);
/// ```
pub fn place_parts(text: &str, given: &[annotation::Part]) -> Vec<Part> {
    if given.is_empty() {
        return Vec::new();
    }
    let utf16 = Utf16::new(text);
    let byte = |units: u32| utf16.byte(units) as usize;
    let mut sorted: Vec<Part> = given
        .iter()
        .filter(|part| part.start < part.end)
        .map(|part| Part { span: Span::new(byte(part.start), byte(part.end)), role: part.role })
        .collect();
    sorted.sort_by_key(|part| (part.span.start, std::cmp::Reverse(part.span.end)));
    let mut placed = Vec::with_capacity(sorted.len());
    // Those that hold the position `at`, the innermost last.
    let mut open: Vec<Part> = Vec::new();
    let mut at = 0;
    let mut take = |part: &Part, start: u32, end: u32| {
        let span = Span { start: start.max(part.span.start), end: end.min(part.span.end) };
        if span.start < span.end && !span.trimmed(text).is_empty() {
            placed.push(Part { span, role: part.role });
        }
    };
    for part in sorted {
        while let Some(inner) = open.pop_if(|inner| inner.span.end <= part.span.start) {
            take(&inner, at, inner.span.end);
            at = at.max(inner.span.end);
        }
        if let Some(outer) = open.last() {
            take(outer, at, part.span.start);
        }
        at = part.span.start;
        open.push(part);
    }
    while let Some(inner) = open.pop() {
        take(&inner, at, inner.span.end);
        at = at.max(inner.span.end);
    }
    placed
}

/// Cuts lines where a given part starts or ends in them, and says of each line which part it is. Labels and
/// datelines stay in the line that they open.
pub(super) fn cut_lines(text: &str, lines: Vec<Line>, given: &[Part]) -> Vec<Line> {
    if given.is_empty() {
        return lines;
    }
    let mut cut = Vec::with_capacity(lines.len() + given.len());
    let mut next = 0;
    for line in lines {
        let (mut at, mut blank) = (line.span.start, line.blank);
        while given.get(next).is_some_and(|part| part.span.end <= at) {
            next += 1;
        }
        let mut push = |from: u32, to: u32, given: Option<u32>| {
            let span = Span { start: from, end: to.max(from) }.trimmed(text);
            if !span.is_empty() {
                let width = span.of(text).chars().count() as u32;
                let indent = if from == line.span.start { line.indent } else { 0 };
                cut.push(Line { span, blank, indent, width, given, ..line });
                blank = 0;
            }
        };
        for (i, part) in given.iter().enumerate().skip(next) {
            let span = part.span.trimmed(text);
            if span.start >= line.span.end {
                break;
            }
            let whole = span.start <= line.span.start && line.span.end <= span.end;
            if matches!(part.role, PartRole::Label | PartRole::Dateline) && !whole {
                continue;
            }
            push(at, span.start.max(at), None);
            at = span.end.min(line.span.end).max(at);
            push(span.start.max(line.span.start), at, Some(i as u32));
        }
        push(at, line.span.end, None);
    }
    cut
}

/// What a block is by its part; `None` where that says nothing.
pub(super) fn role_of(part: PartRole) -> Option<Role> {
    match part {
        PartRole::Headline | PartRole::Subheading => Some(Role::Headline),
        PartRole::Byline | PartRole::Dateline | PartRole::Credit | PartRole::Litter => Some(Role::Aside),
        PartRole::Caption => Some(Role::Paragraph),
        PartRole::Label => None,
    }
}
