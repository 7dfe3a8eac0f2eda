//! What lets a page tell whether a ready-made annotation is of its own words: a hash of the text, or the text itself.
//!
//! The embed compares it with what it reads on the page (`www/embed/given.js`), and reads the story itself where the two
//! differ. White space at the end of the text counts for nothing: files end in a line break, stories on a page do not.

use crate::Annotation;
use serde::Serialize;

/// What is written beside an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// The text's hash: short; the page's text must be the same to the letter.
    Hash,
    /// The text: the page's may differ from it in white space.
    Text,
}

impl Check {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "hash" => Self::Hash,
            "text" => Self::Text,
            _ => return None,
        })
    }
}

/// An annotation with what tells of which text it is.
#[derive(Serialize)]
pub(super) struct Checked<'a> {
    #[serde(flatten)]
    annotation: &'a Annotation,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> Checked<'a> {
    pub(super) fn new(annotation: &'a Annotation, text: &'a str, check: Option<Check>) -> Self {
        Self {
            annotation,
            hash: (check == Some(Check::Hash)).then(|| hash_of(text)),
            text: (check == Some(Check::Text)).then_some(text),
        }
    }
}

/// The length of a text in UTF-16 code units and its FNV-1a hash of 32 bits over them, as in `5120-811c9dc5`: a check
/// against mistakes, not against malice.
fn hash_of(text: &str) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    let mut length = 0;
    for unit in text.trim_end_matches([' ', '\t', '\r', '\n']).encode_utf16() {
        for byte in unit.to_le_bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        length += 1;
    }
    format!("{length}-{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_the_embed_does() {
        // That the embed has the same: tests/www/given.test.js.
        assert_eq!(hash_of(""), "0-811c9dc5");
        assert_eq!(hash_of("“Yes,” said Zoë 🌍."), hash_of("“Yes,” said Zoë 🌍.\r\n \n"));
        assert_ne!(hash_of("a b"), hash_of(" a b"));
    }
}
