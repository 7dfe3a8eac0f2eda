//! Tokens: words, numbers, quotation marks, other marks, and links as one token each.
//!
//! "Ukraine's $2.5bn" is `Ukraine` `'s` `$` `2.5` `bn`. Hyphens and dashes are tokens, so that
//! "pro-Russian" holds the name "Russian"; an apostrophe inside a word belongs to it (`O'Brien`,
//! `don't`), `'s` is split off; a full stop belongs to an abbreviation or initial (`Dr.`, `U.S.`,
//! `J.`). URLs, e-mail addresses, @handles and #hashtags are [`TokenKind::Link`]: no stage looks into them.
//!
//! Each different word is kept once in [`Words`], so that later stages look it up once a document.

mod apostrophe;
mod mark;
mod scan;
mod words;

#[cfg(test)]
mod tests;

pub use scan::tokenize;
pub use words::{Case, WordId, Words};

use crate::span::Span;

/// The smallest piece of text that the stages see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// What stands between it and the token before.
    pub gap: Gap,
    /// Its word type.
    pub word: WordId,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits after them (`G7`), inner apostrophes, or the full stop of an
    /// abbreviation. Also a split-off `'s`, the `'` of "soldiers' trenches" where it can be no
    /// quotation mark, `'n'`, and a company named for its domain (`Amazon.com`).
    Word,
    /// Digits with the marks inside them: `2.5`, `100,000`; also `½`.
    Number,
    /// A double or single quotation mark, or an apostrophe that may be one; doubled ones
    /// (` `` `, `''`) are one token.
    Quote,
    /// Other marks: `.` `,` `-` `(`. A run of full stops or of hyphens is one token.
    Punctuation,
    /// Everything else: `$` `%` `°` `🌍`.
    Symbol,
    /// A URL, e-mail address, @handle or #hashtag.
    Link,
}

/// What stands between a token and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Nothing, or Markdown marks only.
    None,
    /// Spaces.
    Space,
    /// The end of a line.
    Line,
    /// The end of a block; also before the first token.
    Block,
}
