//! The age that stands behind a name: who has one is a person.

use super::Name;
use crate::document::Document;
use crate::token::TokenKind;

/// The age right after a name: "Viktor, 56, …".
pub(crate) fn age_after(document: &Document, name: &Name) -> Option<u32> {
    let comma = name.end as usize;
    let number = document.tokens.get(comma + 1).filter(|t| t.kind == TokenKind::Number)?;
    let closed = document
        .tokens
        .get(comma + 2)
        .is_none_or(|_| matches!(document.word(comma + 2), "," | "." | ")" | ";"));
    let age: u32 = document.slice(number.span).parse().ok()?;
    (matches!(document.word(comma), "," | "(") && closed && (1..120).contains(&age)).then_some(age)
}
