//! Sentences: runs of tokens that end at a full stop, question or exclamation mark, or with their
//! block.
//!
//! What follows decides: "“Stop!” he said" is one sentence, "“Stop.” He said" two. A full stop that
//! belongs to an abbreviation is part of that token and ends a sentence only before a word that can
//! but start one: "in the U.S. They". Closing quotation marks, brackets and footnote numbers go with
//! the sentence that they close. A missing space ends one, too: "Zelenskyy.He".
//!
//! Missed: a sentence that starts with a name after an abbreviation, "at Acme Inc. Jones left"; an
//! exclamation mark inside a name, "Yahoo! Sports".

mod types;

use std::ops::Range;

use crate::layout::Layout;
use crate::span::Span;
use crate::token::{Case, Gap, Token, TokenKind, Words};
use types::{Ending, Role, Type, classify_types};

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
pub fn split_sentences(layout: &Layout, tokens: &[Token], words: &Words) -> Vec<Sentence> {
    let splitter = Splitter { tokens, types: classify_types(words) };
    let mut sentences = Vec::with_capacity(tokens.len() / 16);
    let mut first = 0;
    for (block_index, block) in layout.blocks.iter().enumerate() {
        let mut start = first;
        let mut i = first;
        while i < tokens.len() && tokens[i].span.start < block.span.end {
            i += 1;
            if splitter.may_end(i - 1) {
                // The block's end is looked for only here, since most tokens end nothing.
                let end = splitter.closed(i, block.span.end);
                if splitter.ends(i - 1, end, block.span.end) {
                    sentences.push(sentence(tokens, start..end, block_index));
                    start = end;
                    i = end;
                }
            }
        }
        if start < i {
            sentences.push(sentence(tokens, start..i, block_index));
        }
        first = i;
    }
    sentences
}

fn sentence(tokens: &[Token], range: Range<usize>, block: usize) -> Sentence {
    let span = tokens[range.start].span.to(tokens[range.end - 1].span);
    Sentence { tokens: range.start as u32..range.end as u32, span, block: block as u32 }
}

struct Splitter<'d> {
    tokens: &'d [Token],
    types: Vec<Type>,
}

impl Splitter<'_> {
    fn kind(&self, i: usize) -> Type {
        self.types[self.tokens[i].word.index()]
    }
    fn may_end(&self, i: usize) -> bool {
        matches!(self.kind(i).role, Role::Stop | Role::Strong | Role::Ellipsis | Role::Abbreviation(_))
    }
    /// Past what closes the sentence that ends before `i`: marks, brackets, footnotes.
    fn closed(&self, mut i: usize, block_end: u32) -> usize {
        let inside = |i: usize| i < self.tokens.len() && self.tokens[i].span.start < block_end;
        while inside(i) {
            match self.kind(i).role {
                Role::Closing => i += 1,
                Role::Straight if self.tokens[i].gap == Gap::None => i += 1,
                // "in 1805. [19]"
                Role::Bracket
                    if inside(i + 2)
                        && self.tokens[i + 1].kind == TokenKind::Number
                        && self.kind(i + 2).role == Role::Closing =>
                {
                    i += 3;
                }
                _ => break,
            }
        }
        i
    }
    /// Whether the token `i` ends its sentence; `next` is the first one after what closes it.
    fn ends(&self, i: usize, next: usize, block_end: u32) -> bool {
        let Some(following) = self.tokens.get(next).filter(|t| t.span.start < block_end) else { return true };
        let after = self.kind(next);
        if let Role::Abbreviation(ending) = self.kind(i).role {
            let capital = matches!(after.case, Case::Title | Case::Upper);
            return match ending {
                Ending::Never => false,
                Ending::Starter => capital && after.starter,
                Ending::Known => capital && (after.starter || after.known && after.length > 1),
                Ending::Capital => capital && !after.calendar,
            };
        }
        match after.role {
            Role::Comma | Role::Stop | Role::Strong | Role::Ellipsis | Role::Closing => return false,
            // "“Why?” – he asked": what stands after the dash decides.
            Role::Dash => {
                return self.tokens.get(next + 1).is_some_and(|t| {
                    t.span.start < block_end && self.types[t.word.index()].case != Case::Lower
                });
            }
            _ => {}
        }
        if after.case != Case::Lower || following.kind != TokenKind::Word {
            return true;
        }
        // In lower case: a sentence starts here only by mistake, and then after a whole word.
        next == i + 1 && self.kind(i).role == Role::Stop && i > 0 && {
            let before = self.kind(i - 1);
            let whole = self.tokens[i - 1].kind == TokenKind::Word && before.case != Case::Upper;
            whole && before.length >= 4 && (after.starter || before.length >= 7 && following.gap != Gap::None)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    /// The sentences of `text`, written with `|` between them.
    fn check(text: &str, expected: &str) {
        let document = Document::new(text);
        let found: Vec<&str> = document.sentences.iter().map(|s| document.slice(s.span)).collect();
        assert_eq!(found.join(" | "), expected);
    }
    #[test]
    fn splits_after_stops() {
        for expected in [
            "We came. | We saw! | Did we win?",
            "“Stop!” he said. | He left.",
            "“Stop.” | He left.",
            "\"We go,\" she said. | \"We stay.\" | They stayed.",
            "‘Why?’ – he asked. | Nobody knew.",
            "He did it (or did he?) and left.",
            "He stayed there until 1805. [19] | His mother wrote. [6] [7] | He left.",
            "It was … well … a surprise.",
            "They waited... | Then came rain.",
            "Was it plan B? | Yes.",
            "He was tired. | the rest is known.",
        ] {
            check(&expected.replace(" | ", " "), expected);
        }
        check(
            "a gamble by President Zelenskyy.He’s betting",
            "a gamble by President Zelenskyy. | He’s betting",
        );
    }
    #[test]
    fn keeps_abbreviations_inside() {
        for expected in [
            "Dr. Ivanov met Gen. Roe at 5 p.m. Monday in St. Louis.",
            "He lives in the U.S. | They do not.",
            "The U.S. Army left.",
            "They met at 5 p.m. | Police came at six.",
            "J. K. Rowling and George W. Bush spoke.",
            "He bought shares in Roe Corp. | Shares fell.",
            "Acme Inc. | The firm is new.",
            "In Roe v. Wade, No. 18, the judges ruled.",
            "It cost $3.5 million. | That is 1,000 a day.",
        ] {
            check(&expected.replace(" | ", " "), expected);
        }
    }
}
