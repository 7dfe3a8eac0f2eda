//! HTML tags in an article that was pasted as source.

/// What a tag does to the lines around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Stands inside a paragraph: `<b>`.
    Inline,
    /// Ends a line: `<br>`.
    Line,
    /// Starts or ends a block: `<p>`, `</div>`.
    Block,
    /// What follows up to its closing tag is no text: `<script>`.
    Hidden,
}

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its length in bytes.
    pub length: usize,
    pub flow: Flow,
    pub closing: bool,
    /// Whether it is `<h1>` to `<h6>` or `<title>`.
    pub heading: bool,
}

const INLINE: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "u", "wbr",
];

const BLOCK: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "video",
];

/// The tag or comment that `rest`, which starts with `<`, starts with. Looks no further than the
/// next `<`, so that all tags of a text are found in one pass over it.
pub(super) fn tag_at(rest: &str) -> Option<Tag> {
    let bytes = rest.as_bytes();
    let closing = bytes.get(1) == Some(&b'/');
    let name = &bytes[1 + usize::from(closing)..];
    let comment = name.first() == Some(&b'!');
    let length = if comment { 1 } else { name.iter().take(12).position(|b| !b.is_ascii_alphanumeric())? };
    if length == 0 || !comment && !matches!(name[length], b' ' | b'\n' | b'\r' | b'\t' | b'/' | b'>') {
        return None;
    }
    let mut buffer = [0; 12];
    let lower = &mut buffer[..length];
    lower.copy_from_slice(&name[..length]);
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).ok()?;
    let flow = match lower {
        "!" => Flow::Inline,
        "br" => Flow::Line,
        "script" | "style" | "noscript" => Flow::Hidden,
        _ if INLINE.contains(&lower) => Flow::Inline,
        _ if BLOCK.contains(&lower) => Flow::Block,
        _ => return None,
    };
    let end = bytes[1..].iter().position(|b| matches!(b, b'<' | b'>'))? + 1;
    let heading = lower == "title" || matches!(lower.as_bytes(), [b'h', b'1'..=b'6']);
    (bytes[end] == b'>').then_some(Tag { length: end + 1, flow, closing, heading })
}
