//! Positions in a text: byte [`Span`]s inside, UTF-16 offsets at the border.
//!
//! Every stage works on byte offsets of the one text; only [`crate::annotation`] counts UTF-16 code
//! units, because a JavaScript string does. [`Utf16`] is the only place that converts.

/// A half-open range of bytes of the annotated text. Both ends lie on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte `start` up to, not including, byte `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words it stands for.
    ///
    /// ```
    /// # use whosaid::span::Span;
    /// assert_eq!(Span::new(4, 8).of("The moon"), "moon");
    /// ```
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at its ends.
    pub fn trimmed(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

/// Converts byte offsets of one text to UTF-16 code units, each in constant time.
pub struct Utf16<'t> {
    text: &'t [u8],
    /// UTF-16 offset at each multiple of [`STEP`] bytes; empty where the text is ASCII.
    marks: Vec<u32>,
}

const STEP: usize = 64;

impl<'t> Utf16<'t> {
    /// Prepares `text` in one pass.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::new();
        if !text.is_ascii() {
            marks.reserve(bytes.len() / STEP + 1);
            let mut units = 0;
            for (i, chunk) in bytes.chunks(STEP).enumerate() {
                debug_assert_eq!(marks.len(), i);
                marks.push(units);
                units += count(chunk);
            }
        }
        Self { text: bytes, marks }
    }

    /// The UTF-16 offset of the character that starts at `byte`.
    ///
    /// ```
    /// # use whosaid::span::Utf16;
    /// assert_eq!(Utf16::new("“né” 🌍!").offset(14), 7);
    /// ```
    pub fn offset(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        match self.marks.get(byte / STEP) {
            Some(units) => units + count(&self.text[byte / STEP * STEP..byte]),
            None if self.marks.is_empty() => byte as u32,
            // `byte` is the end of a text whose length is a multiple of STEP.
            None => self.marks[self.marks.len() - 1] + count(&self.text[byte - STEP..byte]),
        }
    }
}

impl Utf16<'_> {
    /// The byte at which the character of the UTF-16 code unit at `offset` starts; the end of the text where it lies
    /// past it.
    ///
    /// ```
    /// # use whosaid::span::Utf16;
    /// let units = Utf16::new("“né” 🌍!");
    /// assert_eq!([1, 3, 6, 7, 99].map(|offset| units.byte(offset)), [3, 6, 10, 14, 15]);
    /// ```
    pub fn byte(&self, offset: u32) -> u32 {
        if self.marks.is_empty() {
            return offset.min(self.text.len() as u32);
        }
        let step = self.marks.partition_point(|&units| units <= offset) - 1;
        let mut units = self.marks[step];
        let from = step * STEP;
        let found = self.text[from..].iter().position(|b| {
            units += count(std::slice::from_ref(b));
            units > offset
        });
        found.map_or(self.text.len(), |at| from + at) as u32
    }
}

/// UTF-16 code units that start in `bytes`: one a character, two where it takes four bytes.
fn count(bytes: &[u8]) -> u32 {
    bytes.iter().map(|b| u32::from(b & 0xC0 != 0x80) + u32::from(*b >= 0xF0)).sum()
}
