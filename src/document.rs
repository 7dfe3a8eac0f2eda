//! The text with what every later stage reads: its layout, tokens, word types and sentences.
//!
//! A [`Document`] is made once and never changed. Later stages are plain functions from it, and from
//! the findings of the stages before them, to new findings.

use crate::annotation::Part;
use crate::layout::{self, Layout, Role};
use crate::lexicon;
use crate::sentence::{self, Sentence};
use crate::span::Span;
use crate::token::{self, Token, Words};

/// A text, cut up.
pub struct Document<'t> {
    /// The text itself; every span counts its bytes.
    pub text: &'t str,
    /// Its blocks: headline, paragraphs, turns of an interview.
    pub layout: Layout,
    /// Its words, numbers and marks, by start. White space and Markdown marks are none.
    pub tokens: Vec<Token>,
    /// Its word types: each different word once.
    pub words: Words,
    /// Its sentences, by start; none crosses the end of a block, every token stands in one.
    pub sentences: Vec<Sentence>,
}

impl<'t> Document<'t> {
    /// Cuts `text` up, in time linear in its length. Of a text over four gigabytes, which spans
    /// cannot count, only the start is read.
    ///
    /// ```
    /// use whosaid::document::Document;
    /// let document = Document::new("Dr. Ivanov agreed. “Yes,” she said.");
    /// assert_eq!(document.sentences.len(), 2);
    /// assert_eq!(document.word(0), "Dr.");
    /// ```
    pub fn new(text: &'t str) -> Self {
        Self::with_parts(text, &[])
    }

    /// The same, where the caller knows parts of it; see [`layout::place_parts`].
    pub fn with_parts(text: &'t str, parts: &[Part]) -> Self {
        let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
        let layout = layout::find_layout(text, layout::place_parts(text, parts));
        let (tokens, words) = token::tokenize(text, &layout);
        let sentences = sentence::split_sentences(&layout, &tokens, &words);
        Self { text, layout, tokens, words, sentences }
    }

    /// The words that a span stands for.
    pub fn slice(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    /// The token at `index`, as it stands in the text; "" past the last, so that a rule may look ahead.
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| self.slice(token.span))
    }

    /// The mark at `index` as it is read: "“" for `&ldquo;` in an article pasted as source.
    pub fn mark(&self, index: usize) -> &str {
        let word = self.word(index);
        if word.len() > 1 && word.starts_with('&') { self.lower(index) } else { word }
    }

    /// The token at `index` in lower case, with straight apostrophes; "" past the last.
    pub fn lower(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| self.words.lower(token.word))
    }

    /// What the lexicon knows of the token at `index`; nothing past the last.
    pub fn known(&self, index: usize) -> lexicon::Known {
        self.tokens.get(index).map_or_else(Default::default, |token| self.words.known(token.word))
    }

    /// Whether the token at `index` is in a class of the lexicon.
    ///
    /// ```
    /// use whosaid::{document::Document, lexicon::Class};
    /// let document = Document::new("The head of the mill");
    /// assert!(document.is(2, Class::Preposition) && !document.is(5, Class::Preposition));
    /// ```
    pub fn is(&self, index: usize, class: lexicon::Class) -> bool {
        self.known(index).is(class)
    }

    /// The span from the token `first` up to, not including, the token `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        self.tokens[first].span.to(self.tokens[end - 1].span)
    }

    /// The index of the first token that ends after `byte`; the number of tokens where none does.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= byte)
    }

    /// One past the last of the tokens from `first` on that start before `byte`. Goes token by token: a
    /// binary search for the end of each block would cost more than it spares, all of them in one
    /// long text.
    pub fn tokens_until(&self, first: usize, byte: u32) -> usize {
        first + self.tokens[first..].iter().take_while(|t| t.span.start < byte).count()
    }

    /// The index of the sentence that holds the token at `index`.
    pub fn sentence_of(&self, index: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end as usize <= index)
    }

    /// The index of the block that holds the token at `index`.
    pub fn block_of(&self, index: usize) -> usize {
        let start = self.tokens[index].span.start;
        self.layout.blocks.partition_point(|b| b.span.end <= start)
    }

    /// What the block of the token at `index` is.
    pub fn role(&self, index: usize) -> &Role {
        &self.layout.blocks[self.block_of(index)].role
    }

    /// Whether the token at `index` is said in a turn of an interview; its label is not.
    ///
    /// ```
    /// use whosaid::document::Document;
    /// let document = Document::new("Q. And then?\n\nA. We left.\n\nQ. Why?\n\nA. For fear.");
    /// assert_eq!(document.word(1), "And");
    /// assert!(document.in_turn(1) && !document.in_turn(0));
    /// ```
    pub fn in_turn(&self, index: usize) -> bool {
        matches!(self.role(index), Role::Turn { body, .. } if body.contains(self.tokens[index].span))
    }
}
