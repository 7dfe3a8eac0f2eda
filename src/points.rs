//! Positions counted as Python and SQL count them: in code points, and in bytes, from the UTF-16 code units of an
//! annotation.
//!
//! [`CodePoints`] keeps only where a text has characters of two code units, and is small; [`Words`] cuts many spans out of
//! one text. A position that lies in no text is that of its end.

use crate::annotation::{Annotation, Span};

/// Converts UTF-16 offsets of one text to code points.
///
/// ```
/// use whosaid::points::CodePoints;
///
/// let text = "🌍 “Yes,” said Zoë.";
/// let found = whosaid::annotate(text);
/// let content = found.quotes[0].content[0];
/// assert_eq!(content.start, 4);
/// assert_eq!(CodePoints::new(text).of(content.start), 3);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodePoints {
    /// Where each character of two code units starts, in code units.
    wide: Vec<u32>,
}

impl CodePoints {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let mut wide = Vec::new();
        // A character of two code units has a lead byte of 0xF0 or more.
        if text.bytes().any(|b| b >= 0xF0) {
            let mut unit = 0;
            for c in text.chars() {
                if c.len_utf16() == 2 {
                    wide.push(unit);
                }
                unit += c.len_utf16() as u32;
            }
        }
        Self { wide }
    }

    /// The code point at which the character starts that starts at UTF-16 code unit `unit`.
    pub fn of(&self, unit: u32) -> u32 {
        unit - self.wide.partition_point(|start| *start < unit) as u32
    }

    /// Turns every position of an annotation of the same text into code points.
    pub fn convert(&self, annotation: &mut Annotation) {
        if self.wide.is_empty() {
            return;
        }
        let convert = |start: &mut u32, end: &mut u32| {
            *start = self.of(*start);
            *end = self.of(*end);
        };
        annotation.parts.iter_mut().for_each(|p| convert(&mut p.start, &mut p.end));
        annotation.mentions.iter_mut().for_each(|m| convert(&mut m.start, &mut m.end));
        for quote in &mut annotation.quotes {
            for spans in [&mut quote.content, &mut quote.cue, &mut quote.source] {
                spans.iter_mut().for_each(|s| convert(&mut s.start, &mut s.end));
            }
        }
        for figure in &mut annotation.figures {
            convert(&mut figure.start, &mut figure.end);
            if let Some(of) = &mut figure.of {
                convert(&mut of.start, &mut of.end);
            }
        }
    }
}

/// Cuts spans out of one text, each in constant time.
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    /// The byte of each code unit; empty where the text is ASCII.
    bytes: Vec<u32>,
}

impl<'t> Words<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut bytes = Vec::new();
        if !text.is_ascii() {
            bytes.reserve(text.len() + 1);
            for (at, c) in text.char_indices() {
                bytes.extend(std::iter::repeat_n(at as u32, c.len_utf16()));
            }
            bytes.push(text.len() as u32);
        }
        Self { text, bytes }
    }

    /// The words of a span; nothing where it does not lie in the text.
    ///
    /// ```
    /// use whosaid::{Span, points::Words};
    ///
    /// assert_eq!(Words::new("né 🌍!").of(Span { start: 3, end: 5 }), "🌍");
    /// ```
    pub fn of(&self, span: Span) -> &'t str {
        let byte = |unit: u32| match self.bytes.get(unit as usize) {
            Some(byte) => *byte as usize,
            None if self.bytes.is_empty() => unit as usize,
            None => self.text.len(),
        };
        self.text.get(byte(span.start)..byte(span.end)).unwrap_or_default()
    }

    /// The words of several spans, a space between them.
    pub fn joined(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| self.of(*span)).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(all(test, feature = "gazetteer", not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    const TEXT: &str = "👩‍🌾 “Zoë’s 🌍,” said Ana 𝒮ilva on Monday.";

    #[test]
    fn counts_code_points() {
        let points = CodePoints::new(TEXT);
        let mut unit = 0;
        for (point, c) in TEXT.chars().enumerate() {
            assert_eq!(points.of(unit), point as u32);
            unit += c.len_utf16() as u32;
        }
        assert_eq!(points.of(unit), TEXT.chars().count() as u32);
        assert_eq!(CodePoints::new("né").of(2), 2);
    }

    #[test]
    fn cuts_out_words_as_the_spans_do() {
        let units: Vec<u16> = TEXT.encode_utf16().collect();
        let words = Words::new(TEXT);
        for start in 0..=units.len() {
            for end in start..=units.len() {
                let span = Span { start: start as u32, end: end as u32 };
                if let Some(expected) = span.of(TEXT) {
                    assert_eq!(words.of(span), expected);
                }
            }
        }
        assert_eq!(Words::new("né").of(Span { start: 1, end: 90 }), "é");
        assert_eq!(Words::new("ne").of(Span { start: 1, end: 90 }), "");
    }

    #[test]
    fn converts_every_position() {
        let mut found = crate::annotate(TEXT);
        let characters: Vec<char> = TEXT.chars().collect();
        let before = found.clone();
        CodePoints::new(TEXT).convert(&mut found);
        assert_ne!(found, before);
        let words = |s: u32, e: u32| characters[s as usize..e as usize].iter().collect::<String>();
        for (unit, point) in before.mentions.iter().zip(&found.mentions) {
            let span = Span { start: unit.start, end: unit.end };
            assert_eq!(span.of(TEXT), Some(&*words(point.start, point.end)));
        }
        for (unit, point) in before.quotes.iter().zip(&found.quotes) {
            for (unit, point) in unit.content.iter().zip(&point.content) {
                assert_eq!(unit.of(TEXT), Some(&*words(point.start, point.end)));
            }
        }
    }
}
