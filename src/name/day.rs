//! Days and months: the model may take them for names, and no kind of the contract is theirs.

use crate::document::Document;
use crate::token::TokenKind;

/// Those that are no other word: "may" and "march" are.
const DAYS: &[&str] = &[
    "december",
    "february",
    "friday",
    "january",
    "july",
    "monday",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
];

/// Whether a word in lower case is a day or month.
pub(super) fn is_day(word: &str) -> bool {
    DAYS.binary_search(&word).is_ok() || matches!(word, "april" | "august" | "june" | "march" | "may")
}

/// "Tuesday", "July 11"
pub(super) fn is_date(document: &Document, first: usize, end: usize) -> bool {
    let number = |i: usize| document.tokens[i].kind == TokenKind::Number;
    (first..end).all(|i| number(i) || DAYS.binary_search(&document.lower(i)).is_ok())
        && (first..end).any(|i| !number(i))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(DAYS.is_sorted());
    }
}
