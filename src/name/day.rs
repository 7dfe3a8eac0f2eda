//! Days and months: the model may take them for names, and no kind of the contract is theirs.

use crate::document::Document;
use crate::lexicon;
use crate::token::TokenKind;

/// "Tuesday", "July 11"
pub(super) fn is_date(document: &Document, first: usize, end: usize) -> bool {
    let number = |i: usize| document.tokens[i].kind == TokenKind::Number;
    let day = |i: usize| {
        lexicon::find(document.lower(i)).any(lexicon::DAYS) && !document.is(i, lexicon::Class::MonthToo)
    };
    (first..end).all(|i| number(i) || day(i)) && (first..end).any(|i| !number(i))
}
