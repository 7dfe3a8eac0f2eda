//! The label of who speaks, at the start of a turn.

use std::ops::Range;

use super::blocks::{bare, bare_span};
use super::record::stop_label;
use crate::lexicon;
use crate::span::Span;

/// How a label is set: all of an interview are set alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelForm {
    /// `**Dr. Ivanov:**`
    Emphasized,
    /// `PENCE:`
    Capitals,
    /// `Q.`, `Question:`
    Letter,
    /// `John Smith:`
    Name,
    /// A name on a line of its own.
    Line,
    /// `Mr. DANE of Ohio.`
    Record,
}

/// A label with what follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The words that name who speaks, without colon and markup.
    pub name: Span,
    /// What is said.
    pub body: Span,
    /// The name in small letters without titles: the same for all spellings of one label.
    pub key: String,
    pub form: LabelForm,
}

/// A label is at most so many characters long.
const LONGEST: usize = 90;
/// … on a line of its own.
const LONGEST_LINE: usize = 70;

/// The label that a block opens with.
pub(super) fn find_label(text: &str, markup: &[Span], block: Span) -> Option<Label> {
    let (start, end, emphasized) = opening(text, markup, block);
    let words = &text[start..end];
    if let Some(label) = question_or_answer(text, markup, start, end) {
        return Some(label);
    }
    if let Some((name, body)) = stop_label(words) {
        return make_label(text, markup, start..start + name, start + body..end, LabelForm::Record);
    }
    let near = words.char_indices().nth(LONGEST).map_or(words.len(), |(i, _)| i);
    let near = &words[..near];
    let line = near.find('\n').unwrap_or(near.len());
    let colon = find_colon(near);
    // A label on its own line needs no colon.
    let alone = colon.is_none_or(|c| c > line) && line < near.len();
    let cut = if alone { line } else { colon? };
    let name = if alone { line_name(&near[..cut]).0 } else { bare_name(&near[..cut]) };
    let form = form_of(name, emphasized, alone)?;
    make_label(text, markup, start..start + name.len(), start + cut + 1..end, form)
}

/// The label that a caller says a block opens with; `None` where nothing is said behind it.
pub(super) fn label_given(text: &str, markup: &[Span], label: Span, block: Span) -> Option<Label> {
    let words = bare_name(label.of(text).trim_end_matches([':', '.', ')']));
    let start = label.start as usize + label.of(text).find(words).unwrap_or(0);
    let behind = text[label.end as usize..block.end as usize].trim_start();
    let behind = behind.strip_prefix(':').unwrap_or(behind);
    let behind = block.end as usize - behind.len()..bare_span(text, markup, block).end as usize;
    (behind.start < behind.end)
        .then(|| make_label(text, markup, start..start + words.len(), behind, LabelForm::Line))?
}

/// A label in small letters, "interviewer:", where one of `keys` names the same speaker.
pub(super) fn find_small_label(
    text: &str,
    markup: &[Span],
    block: Span,
    is_known: impl Fn(&str) -> bool,
) -> Option<Label> {
    let (start, end, emphasized) = opening(text, markup, block);
    let near = text[start..end].char_indices().nth(LONGEST).map_or(end, |(i, _)| start + i);
    let cut = find_colon(&text[start..near])?;
    let name = bare_name(&text[start..start + cut]);
    let known = name.starts_with(char::is_alphabetic) && is_known(&key_of(name));
    let form = if emphasized { LabelForm::Emphasized } else { LabelForm::Name };
    known.then(|| make_label(text, markup, start..start + name.len(), start + cut + 1..end, form))?
}

/// Where a block's words start behind marks and a time, where they end, and whether they open with emphasis.
fn opening(text: &str, markup: &[Span], block: Span) -> (usize, usize, bool) {
    let bare = bare_span(text, markup, block);
    let end = bare.end as usize;
    let start = skip_marks(text, markup, block.start as usize, end);
    let start = start + number_length(&text[start.min(end)..end]);
    let emphasized = text[block.start as usize..start].contains(['*', '_', '<']);
    let start = skip_marks(text, markup, skip_time(text, start, end), end);
    (start, end.max(start), emphasized)
}

fn make_label(
    text: &str,
    markup: &[Span],
    name: Range<usize>,
    behind: Range<usize>,
    form: LabelForm,
) -> Option<Label> {
    let body = skip_marks(text, markup, behind.start, behind.end);
    let body = skip_marks(text, markup, skip_time(text, body, behind.end), behind.end);
    let key = key_of(&text[name.clone()]);
    let name = Span::new(name.start, name.end);
    (body < behind.end).then(|| Label { name, body: Span::new(body, behind.end).trimmed(text), key, form })
}

/// The colon of a label: none in brackets or in a time, "Jane Doe (00:12):".
fn find_colon(near: &str) -> Option<usize> {
    let mut depth = 0usize;
    let bytes = near.as_bytes();
    bytes.iter().enumerate().position(|(i, b)| {
        match b {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        *b == b':' && depth == 0 && !bytes.get(i + 1).is_some_and(u8::is_ascii_digit)
    })
}

/// A label without the marks, the tag and what stands in brackets behind it.
fn bare_name(name: &str) -> &str {
    let marks = ['*', '_', ' ', '\r', '>', '/'];
    let name = name.trim_end_matches(marks);
    let name = name.strip_suffix("</strong").or(name.strip_suffix("</b")).unwrap_or(name);
    without_groups(name).trim_end_matches(marks)
}

/// A block that is nothing but a name, which may be the label of the block below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LabelLine {
    /// As in [`Label`].
    pub key: String,
    /// Whether a time or an office stands beside the name, as nowhere but in a transcript.
    pub sure: bool,
}

pub(super) fn find_label_line(text: &str, markup: &[Span], block: Span) -> Option<LabelLine> {
    if block.len() > LONGEST_LINE {
        return None;
    }
    let whole = block.of(text);
    let words = bare(text, markup, block);
    let behind = skip_time(words, 0, words.len());
    let timed = behind > 0;
    let (name, office) = line_name(words[behind..].trim_start_matches([' ', '-', '–', '\n']));
    let form = form_of(name, words.len() < whole.len(), true)?;
    let sentence = name.ends_with(['.', '!', '?', '"', '”', ',']) && form != LabelForm::Emphasized;
    (!sentence && name.split_whitespace().count() <= 5)
        .then(|| LabelLine { key: key_of(name), sure: timed || office })
}

/// The name on a line of its own, and whether a time or an office stands behind it: "Anita Rao (00:12):",
/// "Vik Suri -- Corvid Securities -- Analyst", "Helen Dacre (North Fenland) (Lab)".
fn line_name(line: &str) -> (&str, bool) {
    let whole = line.trim_end_matches([':', '*', '_', ' ', '\r']);
    let mut name = whole;
    for dash in [" -- ", " — ", " – "] {
        name = name.split(dash).next().unwrap_or(name);
    }
    let timed = name.rsplit_once(' ').filter(|(_, time)| is_time(time));
    name = timed.map_or(name, |(before, _)| before);
    name = without_groups(name).trim_end();
    let office = name.len() < whole.len() && !name.is_empty();
    // "Anita Rao, 00:12"
    (if office { name.trim_end_matches([',', '-', '–', ' ']) } else { name }, office)
}

/// "00:12", "1:02:33", "12:01 PM" without its letters
fn is_time(word: &str) -> bool {
    let bare = word.trim_matches(['[', ']', '(', ')']);
    bare.contains(':')
        && bare.len() >= 4
        && bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.'))
}

/// A name without what stands in brackets behind it: a place, a party, a time. "World Today News (WTN)" keeps them.
fn without_groups(mut name: &str) -> &str {
    while let Some(open) = name.rfind(['(', '[']).filter(|_| name.ends_with([')', ']'])) {
        let before = name[..open].trim_end();
        let initials: String = before.split_whitespace().filter_map(|w| w.chars().next()).collect();
        if before.is_empty() || initials == name[open + 1..name.len() - 1] {
            break;
        }
        name = before;
    }
    name
}

/// "Q.", "A:", "Question: "
fn question_or_answer(text: &str, markup: &[Span], start: usize, end: usize) -> Option<Label> {
    let words = &text[start..end];
    let word =
        ["Question", "Answer", "QUESTION", "ANSWER", "Q", "A"].iter().find(|l| words.starts_with(**l))?;
    // "Q1:"
    let digits = words[word.len()..].bytes().take(3).take_while(u8::is_ascii_digit).count();
    let name = &words[..word.len() + digits];
    let mut after = words[name.len()..].chars();
    let mark = after.next()?;
    let rest = after.as_str();
    let marked = match mark {
        ':' => true,
        '.' | ')' => word.len() == 1 && rest.starts_with([' ', '*', '_']),
        '*' | '_' => return None,
        _ => false,
    };
    if !marked {
        return None;
    }
    let body = skip_marks(text, markup, start + name.len() + 1, end);
    (body < end).then(|| Label {
        name: Span::new(start, start + name.len()),
        body: Span::new(body, end).trimmed(text),
        key: word.to_ascii_lowercase(),
        form: LabelForm::Letter,
    })
}

/// "Q Will it hold?": a letter without any mark.
pub(super) fn find_bare_letter(text: &str, markup: &[Span], block: Span, letter: char) -> Option<Label> {
    let (start, end, _) = opening(text, markup, block);
    let rest = text[start..end].strip_prefix(letter)?.strip_prefix(' ')?;
    let name = start..start + letter.len_utf8();
    rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        .then(|| make_label(text, markup, name.clone(), name.end..end, LabelForm::Letter))?
}

/// How `name` is set, if it can be a label.
fn form_of(name: &str, emphasized: bool, alone: bool) -> Option<LabelForm> {
    let words = || name.split_whitespace();
    let count = words().count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let small = name.to_lowercase().replace('’', "'");
    if letters == 0
        || count > 10
        || emphasized && count > 8
        || name.contains(['"', '“', '”', '!', '?', ';', '='])
        || name.contains("//")
        || name.starts_with(['(', '['])
        || lexicon::is(small.as_str(), lexicon::Class::NobodyLabel)
    {
        return None;
    }
    if alone {
        let named = count <= 5 && words().all(is_name_word);
        return named.then_some(if emphasized { LabelForm::Emphasized } else { LabelForm::Line });
    }
    if emphasized {
        return Some(LabelForm::Emphasized);
    }
    // "WITNESS 10"
    let last = words().rfind(|w| w.contains(char::is_alphabetic)).unwrap_or("");
    let shouted =
        last.chars().filter(|c| c.is_uppercase()).count() >= 2 && !last.chars().any(char::is_lowercase);
    // "ANN HOLM (D), CHAIR OF THE COMMITTEE"
    let most = if name.contains(", ") { 10 } else { 6 };
    if shouted && words().all(is_name_word) && count <= most {
        return Some(LabelForm::Capitals);
    }
    (count <= 4 && words().all(is_name_word)).then_some(LabelForm::Name)
}

/// "Smith", "Dr.", "dr.", "(WTN)", "of", "McCain-Roe", "2".
fn is_name_word(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '[', '‘', '\'']);
    bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        || (lexicon::is(word, lexicon::Class::InLabel) || matches!(word, "&" | "for"))
}

/// Past markup, white space and the arrows of a caption, `>>`.
fn skip_marks(text: &str, markup: &[Span], mut at: usize, end: usize) -> usize {
    let mut i = markup.partition_point(|m| m.end as usize <= at);
    loop {
        let rest = &text[at.min(end)..end];
        at += rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '>').len();
        while markup.get(i).is_some_and(|m| m.end as usize <= at) {
            i += 1;
        }
        match markup.get(i) {
            Some(m) if m.start as usize <= at && m.end as usize <= end => at = m.end as usize,
            _ => return at,
        }
    }
}

/// Past a time and the dash behind it: `[00:12:31]`, "(12:31)", `00:12:31 -`, "12:31 PM", `00:00:01,000 --> 00:00:04,000`.
pub(super) fn skip_time(text: &str, at: usize, end: usize) -> usize {
    let Some(rest) = text.get(at..end) else { return at };
    let mut length = time_length(rest);
    if length == 0 {
        return at;
    }
    for link in [" --> ", " AM", " PM", " am", " pm", " - ", " – "] {
        if let Some(after) = rest[length..].strip_prefix(link) {
            let more = if link == " --> " { time_length(after) } else { 0 };
            length += link.len() + more;
        }
    }
    at + length
}

fn time_length(rest: &str) -> usize {
    let inside = rest.strip_prefix(['[', '(']);
    let bracket = usize::from(inside.is_some());
    let inside = inside.unwrap_or(rest);
    let length =
        inside.bytes().take(16).take_while(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b',')).count();
    let time = inside[..length].contains(':') || bracket > 0;
    let closed = match inside.as_bytes().get(length) {
        Some(b']' | b')') => bracket > 0,
        Some(b' ' | b'\t' | b'\n') | None => {
            bracket == 0 && inside[..length].ends_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    };
    if length >= 3 && closed && time { length + 2 * bracket } else { 0 }
}

/// Whether a block is nothing but a time, as over the words of a film.
pub(super) fn is_time_line(words: &str) -> bool {
    let number = number_length(words);
    words.len() > number && skip_time(words, number, words.len()) == words.len()
}

/// The length of the number of a subtitle, which stands on a line of its own above its time, or 0.
fn number_length(words: &str) -> usize {
    let digits = words.bytes().take(6).take_while(u8::is_ascii_digit).count();
    let behind = &words[digits..];
    let line = behind.len() - behind.trim_start_matches(['\r', '\n']).len();
    if digits > 0 && line > 0 && time_length(&behind[line..]) > 0 { digits + line } else { 0 }
}

/// The words of a label in small letters, with a space between: no titles, no "HOST" behind a comma.
fn key_of(name: &str) -> String {
    let small = name.to_lowercase();
    let named = small.split(',').next().unwrap_or(&small);
    let words: Vec<&str> = named
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| {
            !matches!(*w, "" | "dr" | "mr" | "mrs" | "ms" | "prof" | "sen" | "rep" | "gov" | "sir" | "the")
        })
        .collect();
    words.join(" ")
}
