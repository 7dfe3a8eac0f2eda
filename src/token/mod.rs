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
use std::borrow::Cow;

/// Words as a reader sees them: without soft hyphens and characters of no width, and without the hyphen that breaks a
/// word at the end of its line.
///
/// ```
/// assert_eq!(whosaid::token::seen("Kofi Men-\nsah"), "Kofi Mensah");
/// assert_eq!(whosaid::token::seen("Jean-Luc"), "Jean-Luc");
/// ```
pub fn seen(words: &str) -> Cow<'_, str> {
    let hidden = |c: char| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
    if !words.contains(hidden) && !words.contains("- ") && !words.contains("-\n") && !words.contains("-\r") {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len());
    let mut chars = words.chars().filter(|c| !hidden(*c)).peekable();
    while let Some(c) = chars.next() {
        let broken = c == '-'
            && chars.peek().is_some_and(|c| c.is_whitespace())
            && shown.ends_with(char::is_alphabetic);
        if broken {
            let mut blank = String::new();
            while let Some(c) = chars.next_if(|c| c.is_whitespace()) {
                blank.push(c);
            }
            if !chars.peek().is_some_and(|c| c.is_lowercase()) {
                shown.push('-');
                shown.push_str(&blank);
            }
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

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
