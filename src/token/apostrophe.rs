//! Apostrophes: what of `'` and `’` belongs to a word.
//!
//! "Ukraine's", "rock 'n' roll", "the '90s", "'Tis". All others may be quotation marks, which
//! [`crate::quote`] pairs.

/// Words that begin with an apostrophe, in lower case, without it.
const ELISIONS: &[&str] = &["tis", "twas", "til", "em", "cause", "cos", "bout", "tude", "nuff"];

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '´' | '＇')
}

/// The length of the `'s` that a word ends with, or 0.
pub(super) fn possessive_length(word: &str) -> usize {
    let Some(stem) = word.strip_suffix(['s', 'S']) else { return 0 };
    match stem.chars().next_back() {
        Some(c) if (is_apostrophe(c) || c == '‘') && stem.len() > c.len_utf8() => 1 + c.len_utf8(),
        _ => 0,
    }
}

/// A possessive right after a word that ends in a mark, "U.S.'s", or in a digit, "2021's".
pub(super) fn is_possessive(rest: &str, apostrophe: char) -> bool {
    let mut after = rest[apostrophe.len_utf8()..].chars();
    matches!(after.next(), Some('s' | 'S')) && !after.next().is_some_and(char::is_alphanumeric)
}

/// The length of "'n'" or "'Tis", or 0.
pub(super) fn elision_length(rest: &str, apostrophe: char) -> usize {
    let after = &rest[apostrophe.len_utf8()..];
    let end = after.bytes().position(|b| !b.is_ascii_alphabetic()).unwrap_or(after.len());
    let next = after[end..].chars().next();
    if matches!(&after[..end], "n" | "N")
        && let Some(closing) = next
        && (is_apostrophe(closing) || closing == '‘')
    {
        return apostrophe.len_utf8() + end + closing.len_utf8();
    }
    let elided = end > 1
        && end <= 5
        && !next.is_some_and(char::is_alphanumeric)
        && ELISIONS.iter().any(|e| after[..end].eq_ignore_ascii_case(e));
    if elided { apostrophe.len_utf8() + end } else { 0 }
}

/// "'90s", "’21": a year without its century.
pub(super) fn is_decade(rest: &str, apostrophe: char) -> bool {
    let bytes = &rest.as_bytes()[apostrophe.len_utf8()..];
    let two = bytes.len() >= 2 && bytes[0].is_ascii_digit() && bytes[1].is_ascii_digit();
    let next = bytes.get(2).copied().unwrap_or(b' ');
    two && (next == b's'
        || apostrophe == '’' && !next.is_ascii_alphanumeric() && !matches!(next, b',' | b'.' | b':'))
}

/// Whether another word stands after the apostrophe and a space.
pub(super) fn word_follows(rest: &str, apostrophe: char) -> bool {
    let after = &rest[apostrophe.len_utf8()..];
    let mut words = after.chars();
    words.next().is_some_and(char::is_whitespace)
        && words.find(|c| !c.is_whitespace()).is_some_and(char::is_alphanumeric)
}
