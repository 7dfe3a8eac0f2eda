//! The parts of a text that are no body: headline, subheadings, dateline, labels.

use super::{Layout, Role};
use crate::annotation::PartRole;
use crate::span::Span;

/// A stretch of a text that is no body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its words.
    pub span: Span,
    /// What it is.
    pub role: PartRole,
}

/// The parts of a text, by start; none overlaps another. Those that were given are said back.
pub fn find_parts(layout: &Layout) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut body = false;
    let mut titled = layout.given.iter().any(|part| part.role == PartRole::Headline);
    for block in &layout.blocks {
        let part = match &block.role {
            _ if block.part.is_some() => block.part.map(|role| (block.span, role)),
            Role::Headline if !body && !titled => {
                titled = true;
                Some((block.span, PartRole::Headline))
            }
            Role::Headline => Some((block.span, PartRole::Subheading)),
            Role::Turn { label, opens: true, .. } => label.map(|span| (span, PartRole::Label)),
            _ => None,
        };
        body |= block.is_prose() || matches!(block.role, Role::Turn { .. });
        let dateline = layout.dateline.map(|line| (line.span, PartRole::Dateline));
        let dateline =
            dateline.filter(|(span, _)| block.span.start <= span.start && span.end <= block.span.end);
        let found = part.or(dateline);
        parts.extend(found.filter(|(span, _)| !span.is_empty()).map(|(span, role)| Part { span, role }));
    }
    let known = |part: &Part| {
        let next = layout.given.partition_point(|given| given.span.end <= part.span.start);
        layout.given.get(next).is_some_and(|given| given.span.overlaps(part.span))
    };
    parts.retain(|part| !known(part));
    parts.extend(&layout.given);
    parts.sort_by_key(|part| part.span.start);
    parts
}
