//! Days and months: the model may take them for names, and no kind of the contract is theirs.

use crate::document::Document;
use crate::token::TokenKind;
use crate::token::day::{is_also_word, is_day};

/// "Tuesday", "July 11"
pub(super) fn is_date(document: &Document, first: usize, end: usize) -> bool {
    let number = |i: usize| document.tokens[i].kind == TokenKind::Number;
    let day = |i: usize| is_day(document.lower(i)) && !is_also_word(document.lower(i));
    (first..end).all(|i| number(i) || day(i)) && (first..end).any(|i| !number(i))
}
