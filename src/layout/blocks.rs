//! Lines to blocks.

use super::{Block, Role};
use crate::span::Span;

/// A line longer than this was not wrapped by hand or by a PDF.
const WRAPPED: usize = 130;

/// Cuts `text` into blocks; hard-wrapped lines are joined.
pub(super) fn split_blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut group: Vec<Span> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if span.is_empty() {
            close(&mut group, &mut blocks);
        } else {
            group.push(span);
        }
    }
    close(&mut group, &mut blocks);
    if let Some(first) = blocks.first_mut()
        && blocks_headline(text, first.span)
    {
        first.role = Role::Headline;
    }
    blocks
}

/// Lines without a blank one between them: one block where they were wrapped, else one each.
fn close(group: &mut Vec<Span>, blocks: &mut Vec<Block>) {
    let longest = group.iter().map(|l| l.len()).max().unwrap_or(0);
    let full = group.iter().rev().skip(1).all(|l| l.len() * 10 >= longest * 6);
    let wrapped = group.len() > 1 && longest <= WRAPPED && longest >= 30 && full;
    if wrapped {
        blocks.push(Block { span: group[0].to(group[group.len() - 1]), role: Role::Paragraph });
    } else {
        blocks.extend(group.iter().map(|&span| Block { span, role: Role::Paragraph }));
    }
    group.clear();
}

fn blocks_headline(text: &str, span: Span) -> bool {
    let line = span.of(text);
    line.len() < 200 && !line.ends_with(['.', '”', '"', ':', ';', ','])
}
