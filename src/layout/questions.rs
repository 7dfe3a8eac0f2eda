//! Interviews without labels: a question in bold, the answer below in plain type.
//!
//! "**Will the dam hold?**" / "It will. We checked it, and I am sure of it." Crossheads of a report and the
//! questions of an explainer are set the same way. An interview differs from both in that somebody is asked
//! and answers for himself: "I" or "we" outside quotation marks in half of the answers, "you" or "I" in a third of
//! the pairs.
//! Missed: interviews whose questions lost their type on the way here, or are set in italics.

use super::blocks::bare;
use super::structure::ends_sentence;
use super::{Block, Role};
use crate::span::Span;

/// So many questions make an interview, at least.
const FEWEST: usize = 3;

/// A question with its answer, as ranges of blocks.
struct Pair {
    question: usize,
    /// One past the last block of the answer.
    end: usize,
}

/// Marks questions and answers as turns, where the text is an interview.
pub(super) fn mark_questions(text: &str, markup: &[Span], blocks: &mut [Block]) {
    let pairs = find_pairs(text, markup, blocks);
    if pairs.len() < FEWEST || !is_interview(text, markup, blocks, &pairs) {
        return;
    }
    for pair in pairs {
        for (i, block) in blocks.iter_mut().enumerate().take(pair.end).skip(pair.question) {
            let body = super::blocks::bare_span(text, markup, block.span);
            block.role = Role::Turn { label: None, body, opens: i <= pair.question + 1 };
        }
    }
}

fn find_pairs(text: &str, markup: &[Span], blocks: &[Block]) -> Vec<Pair> {
    let bold: Vec<bool> = blocks.iter().map(|b| is_bold(text, markup, b)).collect();
    let mut pairs: Vec<Pair> = Vec::new();
    let mut longest = 1;
    for question in (0..blocks.len()).filter(|&i| bold[i]) {
        let answer = blocks[question + 1..].iter().zip(&bold[question + 1..]);
        let length = answer.take_while(|(b, bold)| !**bold && b.role == Role::Paragraph).count();
        if length == 0 {
            continue;
        }
        pairs.push(Pair { question, end: question + 1 + length });
        if question + 1 + length < blocks.len() {
            longest = longest.max(length);
        }
    }
    // Behind the last answer, the report may go on.
    if let Some(last) = pairs.last_mut() {
        last.end = last.end.min(last.question + 1 + longest);
    }
    pairs
}

/// Whether a paragraph is bold from end to end.
fn is_bold(text: &str, markup: &[Span], block: &Block) -> bool {
    if block.role != Role::Paragraph {
        return false;
    }
    let first = markup.partition_point(|m| m.start < block.span.start);
    let marks = markup[first..].iter().take(5).take_while(|m| m.end <= block.span.end);
    let bold = |m: &&Span| {
        let mark = m.of(text);
        matches!(mark, "**" | "__" | "***")
            || mark.starts_with("<b>")
            || mark.starts_with("<strong")
            || mark.starts_with("</")
    };
    let mut marks = marks.filter(bold).filter(|m| !m.of(text).starts_with("</p"));
    let (Some(open), Some(close), None) = (marks.next(), marks.next(), marks.next()) else { return false };
    let words = bare(text, markup, block.span);
    let before = text[block.span.start as usize..open.start as usize].trim();
    let after = text[close.end as usize..block.span.end as usize].trim();
    words.len() > 4
        && (before.is_empty() || before.starts_with('<'))
        && (after.is_empty() || after.starts_with('<'))
}

/// Whether most questions ask somebody, and he answers for himself.
fn is_interview(text: &str, markup: &[Span], blocks: &[Block], pairs: &[Pair]) -> bool {
    let (mut asks, mut talks, mut own) = (0, 0, 0);
    for pair in pairs {
        let question = bare(text, markup, blocks[pair.question].span);
        asks += usize::from(question.contains('?'));
        let addressed = words(question).any(|w| matches!(w, "you" | "You" | "your" | "Your" | "yours"));
        let answer = || {
            let all = blocks[pair.question + 1..pair.end].iter();
            all.flat_map(|b| words(unquoted(b.span.of(text))))
        };
        let says_i =
            answer().any(|w| matches!(w, "I" | "I'm" | "I've" | "I'd" | "I'll" | "my" | "My" | "me"));
        let says_we = answer().any(|w| matches!(w, "we" | "We" | "our" | "Our" | "us" | "we're" | "We're"));
        own += usize::from(says_i || addressed);
        talks += usize::from(says_i || says_we);
    }
    let ends = |b: &Block| ends_sentence(bare(text, markup, b.span));
    let answers = pairs.iter().filter(|p| ends(&blocks[p.question + 1])).count();
    let all = pairs.len();
    asks * 3 >= all * 2 && talks * 2 >= all && own * 3 >= all && answers * 3 >= all * 2
}

/// Up to the first quotation mark: what is said there is said by others.
fn unquoted(words: &str) -> &str {
    words.split(['"', '“', '«', '„']).next().unwrap_or(words)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|w| !w.is_empty())
}
