//! Sentences: runs of tokens that end at a full stop, question or exclamation mark, or with their
//! block.
//!
//! A full stop that belongs to an abbreviation or initial is part of that token and ends nothing,
//! unless the next word can only start a sentence. Closing quotation marks and brackets go with
//! the sentence that they close.
//!
//! Missed: a sentence that starts with a lower-case word after an abbreviation.

use std::ops::Range;

use crate::layout::Layout;
use crate::span::Span;
use crate::token::{Case, Token, TokenKind, Words};

/// A run of tokens that makes one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, as indices in [`crate::document::Document::tokens`].
    pub tokens: Range<u32>,
    /// From its first token to its last.
    pub span: Span,
    /// The index of its block in [`Layout::blocks`].
    pub block: u32,
}

/// Cuts the tokens into sentences.
pub fn split_sentences(text: &str, layout: &Layout, tokens: &[Token], words: &Words) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for (block_index, block) in layout.blocks.iter().enumerate() {
        let block_end = first + tokens[first..].partition_point(|t| t.span.start < block.span.end);
        let mut start = first;
        let mut i = first;
        while i < block_end {
            i += 1;
            if !ends_sentence(text, tokens, words, i - 1, block_end) {
                continue;
            }
            while i < block_end && closes(text, &tokens[i]) {
                i += 1;
            }
            sentences.push(sentence(tokens, start..i, block_index));
            start = i;
        }
        if start < block_end {
            sentences.push(sentence(tokens, start..block_end, block_index));
        }
        first = block_end;
    }
    sentences
}

fn sentence(tokens: &[Token], range: Range<usize>, block: usize) -> Sentence {
    let span = tokens[range.start].span.to(tokens[range.end - 1].span);
    Sentence { tokens: range.start as u32..range.end as u32, span, block: block as u32 }
}

fn ends_sentence(text: &str, tokens: &[Token], words: &Words, i: usize, end: usize) -> bool {
    let token = &tokens[i];
    let word = token.span.of(text);
    if token.kind == TokenKind::Word {
        return word.ends_with('.') && i + 1 < end && starts_for_sure(words, &tokens[i + 1], word);
    }
    if !matches!(word, "." | "!" | "?" | "…" | "...") {
        return false;
    }
    // What follows the closing marks decides: a sentence does not go on in lower case.
    let mut next = i + 1;
    while next < end && closes(text, &tokens[next]) {
        next += 1;
    }
    if next >= end {
        return true;
    }
    let following = &tokens[next];
    if following.kind == TokenKind::Punctuation
        && matches!(following.span.of(text), "," | ";" | ")" | "." | "!" | "?")
    {
        return false;
    }
    words.case(following.word) != Case::Lower || word == "." && following.gap == crate::token::Gap::None
}

/// Whether the word after an abbreviation can only start a sentence: "the U.S. The".
fn starts_for_sure(words: &Words, next: &Token, abbreviation: &str) -> bool {
    let long = abbreviation.chars().filter(|c| *c == '.').count() > 1;
    long && words.case(next.word) == Case::Title
        && matches!(
            words.lower(next.word),
            "the"
                | "he"
                | "she"
                | "it"
                | "they"
                | "we"
                | "but"
                | "and"
                | "in"
                | "a"
                | "an"
                | "this"
                | "that"
                | "these"
                | "those"
                | "his"
                | "her"
                | "its"
                | "their"
                | "on"
                | "at"
                | "as"
                | "for"
                | "if"
                | "when"
                | "while"
                | "after"
                | "before"
                | "however"
                | "i"
                | "you"
        )
}

fn closes(text: &str, token: &Token) -> bool {
    match token.span.of(text) {
        "”" | "»" | ")" | "]" => true,
        "\"" | "'" | "’" | "''" => token.gap == crate::token::Gap::None,
        _ => false,
    }
}
