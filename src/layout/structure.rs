//! What a line is by its form: a heading, an item of a list, a label, plain text.

use crate::text::abbreviation::{Abbreviation, classify};

/// The form of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Structure {
    /// Running text, or a line of it.
    Plain,
    /// `## Heading`, `<h2>`
    Heading,
    /// `===` or `---` under a heading, or a rule across the page.
    Underline,
    /// `- item`, `3. item`
    Item,
    /// `> quoted`
    Quoted,
    /// A row of a table, a fence around code, a line of links.
    Alone,
    /// Opens with what may be a speaker's label: `PENCE:`, `Q.`, `**WTN:**`.
    Label,
}

/// The form of `line`, which has no white space at its ends.
pub(super) fn structure_of(line: &str) -> Structure {
    let bytes = line.as_bytes();
    let Some(&first) = bytes.first() else { return Structure::Plain };
    match first {
        b'#' if heading_mark(line) > 0 => Structure::Heading,
        b'=' | b'-' | b'*' | b'_' if is_rule(line) => Structure::Underline,
        b'>' if line.starts_with(">>") => Structure::Label,
        b'>' => Structure::Quoted,
        b'|' => Structure::Alone,
        b'`' | b'~' if line.starts_with("```") || line.starts_with("~~~") => Structure::Alone,
        b'h' | b'w' if is_link(line) => Structure::Alone,
        b'<' if matches!(bytes.get(1), Some(b'h' | b'H')) && bytes.get(2).is_some_and(u8::is_ascii_digit) => {
            Structure::Heading
        }
        _ if item_mark(line) > 0 => Structure::Item,
        b'0'..=b'9' | b'A'..=b'Z' | b'*' | b'_' | b'[' if opens_with_label(line) => Structure::Label,
        _ => Structure::Plain,
    }
}

/// The length of `## ` at the start of a line, or 0.
pub(super) fn heading_mark(line: &str) -> usize {
    let marks = line.bytes().take_while(|b| *b == b'#').count();
    let space = matches!(line.as_bytes().get(marks), Some(b' ' | b'\t'));
    if (1..=6).contains(&marks) && space { marks + 1 } else { 0 }
}

/// The length of the bullet or number of a list's item with its space, or 0.
pub(super) fn item_mark(line: &str) -> usize {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return 0 };
    let bullet = matches!(first, '-' | '*' | '+' | '•' | '·' | '▪' | '●' | '◦' | '‣' | '■' | '–' | '→' | '►');
    if bullet {
        let space = chars.next().filter(|c| c.is_whitespace());
        return space.map_or(0, |space| first.len_utf8() + space.len_utf8());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line.as_bytes().get(digits..digits + 2);
    if (1..=2).contains(&digits) && matches!(after, Some([b'.' | b')', b' ' | b'\t'])) {
        digits + 2
    } else {
        0
    }
}

/// A line of nothing but `-`, `=`, `*` or `_`, with spaces between them or not.
pub(super) fn is_rule(line: &str) -> bool {
    let first = line.as_bytes()[0];
    line.len() >= 3
        && matches!(first, b'-' | b'=' | b'*' | b'_')
        && line.bytes().all(|b| b == first || b == b' ')
        && line.bytes().filter(|b| *b == first).count() >= 3
}

/// Whether nothing but links stands in the line.
pub(super) fn is_link(line: &str) -> bool {
    line.split_whitespace().all(|w| w.starts_with("http") && w.contains("://") || w.starts_with("www."))
}

/// Whether a line ends in a full stop, question or exclamation mark, or one of them before a
/// closing mark.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”', '\'', '’', ')', ']', '*', '_', '»', ' ']);
    if let Some(words) = bare.strip_suffix('.') {
        return !is_cut(words.rsplit([' ', '(']).next().unwrap_or(words));
    }
    bare.ends_with(['!', '?', '…', ':'])
        || bare.len() < line.len() && bare.ends_with([',', ';']) && line.ends_with(['"', '”', '’'])
}

/// Whether a full stop after this word tells that more follows: "George W.", "Gen."
fn is_cut(word: &str) -> bool {
    word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase() && b != b'I')
        || word.starts_with(|c: char| c.is_ascii_uppercase())
            && classify(&word.to_ascii_lowercase()) == Some(Abbreviation::Title)
}

/// Whether most words begin with a capital: "Membership in Signal to Moscow".
pub(super) fn is_title_case(line: &str) -> bool {
    let (mut capitals, mut all) = (0, 0);
    for word in line.split_whitespace().filter(|w| w.chars().count() >= 4) {
        all += 1;
        capitals += usize::from(
            word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase),
        );
    }
    all >= 2 && capitals * 10 >= all * 8
}

/// "By Jane Doe", "By Jane Doe and John Roe, Reuters".
pub(super) fn is_byline(line: &str) -> bool {
    let Some(name) =
        line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")).or_else(|| line.strip_prefix("by "))
    else {
        return false;
    };
    let words = name.split_whitespace().count();
    let names = name.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
    name.len() < 100 && (2..=12).contains(&words) && names >= 2 && names * 2 >= words && !ends_sentence(line)
}

/// Whether a line opens with capitals and a colon, an emphasized label, `Q.`, or a time in brackets.
fn opens_with_label(line: &str) -> bool {
    let near = line.char_indices().nth(48).map_or(line, |(i, _)| &line[..i]);
    if near.starts_with("**") || near.starts_with("__") {
        return near.contains(":**") || near.contains("**:") || near.contains(":__") || near.contains("__:");
    }
    if near.starts_with("Q. ")
        || near.starts_with("A. ")
        || near.starts_with("Q: ")
        || near.starts_with("A: ")
    {
        return true;
    }
    let time = near.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    if let Some((inside, after)) = time {
        return inside.contains(':')
            && inside.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.'))
            && after.contains(':');
    }
    // "00:12:31 SMITH:"
    let timed = near.split_once(' ').filter(|(time, _)| {
        time.contains(':') && time.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.'))
    });
    let near = timed.map_or(near, |(_, after)| after);
    near.split_once(':').is_some_and(|(label, after)| {
        let label = label.split(" (").next().unwrap_or(label);
        let last = label.rsplit(' ').next().unwrap_or(label);
        let shouted = last.len() > 1
            && last.bytes().all(|b| b.is_ascii_uppercase() || matches!(b, b'.' | b'-' | b'\''));
        shouted && after.starts_with(' ') && label.split(' ').count() <= 5
    })
}
