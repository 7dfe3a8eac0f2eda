//! Interview turns: paragraphs that open with the label of who speaks.
//!
//! A single label in running prose makes no interview: at least two different paragraphs have to
//! open with one, and one label has to come twice or two labels to take turns.

use super::{Block, Role};
use crate::span::Span;

/// Marks the turns among the blocks.
pub(super) fn mark_turns(text: &str, markup: &[Span], blocks: &mut [Block]) {
    let labels: Vec<Option<(Span, Span)>> = blocks.iter().map(|b| label(text, markup, b.span)).collect();
    if labels.iter().flatten().count() < 3 {
        return;
    }
    let mut open = false;
    for (block, label) in blocks.iter_mut().zip(labels) {
        match label {
            Some((label, body)) => {
                block.role = Role::Turn { label: Some(label), body };
                open = true;
            }
            None if open => block.role = Role::Turn { label: None, body: block.span },
            None => {}
        }
    }
}

/// The label that a block opens with, and what follows it: "**WTN:** How …", "PENCE: We …", "Q. …".
fn label(text: &str, markup: &[Span], block: Span) -> Option<(Span, Span)> {
    let marked = |byte: usize| {
        let i = markup.partition_point(|m| m.end as usize <= byte);
        markup.get(i).filter(|m| m.start as usize <= byte).map(|m| m.end as usize)
    };
    let skip = |mut at: usize| {
        loop {
            let rest = &text[at..block.end as usize];
            let space = rest.len() - rest.trim_start().len();
            match marked(at + space) {
                Some(end) if end <= block.end as usize => at = end,
                _ => return at + space,
            }
        }
    };
    let start = skip(block.start as usize);
    let emphasized = start > block.start as usize && text[block.start as usize..start].contains(['*', '_']);
    let words = &text[start..block.end as usize];
    let near = words.char_indices().nth(60).map_or(words.len(), |(i, _)| i);
    let colon = words[..near].find(':')?;
    let name = words[..colon].trim_end_matches(['*', '_', ' ']);
    let capital = name.chars().next().is_some_and(char::is_uppercase);
    let shouted = capital && !name.chars().any(char::is_lowercase);
    let short = name.split_whitespace().count() <= 3
        && name.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    if name.is_empty() || !(emphasized || shouted || capital && short) {
        return None;
    }
    let body = skip(start + colon + 1);
    (body < block.end as usize)
        .then(|| (Span::new(start, start + name.len()), Span::new(body, block.end as usize)))
}
