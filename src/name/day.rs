//! Days and months: the model may take them for names, and no kind of the contract is theirs.

use crate::document::Document;
use crate::lexicon;
use crate::lexicon::Class;
use crate::token::TokenKind;

/// "Rs 75L", "FY2023-24", "Q3 2021": amounts and business years.
pub(super) fn is_amount(document: &Document, first: usize, end: usize) -> bool {
    let number = |i: usize| i < end && document.tokens[i].kind == TokenKind::Number;
    let lower = document.lower(first);
    let digits = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
    match lower {
        word if lexicon::is(word, Class::BeforeAmount) => number(first + 1),
        _ => lower.strip_prefix("fy").is_some_and(digits),
    }
}

/// "Tuesday", "July 11"
pub(super) fn is_date(document: &Document, first: usize, end: usize) -> bool {
    let number = |i: usize| document.tokens[i].kind == TokenKind::Number;
    let day = |i: usize| {
        lexicon::find(document.lower(i)).any(lexicon::DAYS) && !document.is(i, lexicon::Class::MonthToo)
    };
    (first..end).all(|i| number(i) || day(i)) && (first..end).any(|i| !number(i))
}
