//! Photo credits within a paragraph, which hold no names (those on lines of their own, or behind a caption, are parts of the
//! layout): "(Photo: Jane Doe/AFP)", "Photo by Jane Doe", "Jane Doe/Getty
//! Images", "© 2021 Example News".
//!
//! A credit starts with the word for a picture, at the start of a line, of a sentence or of a bracket, or
//! is a run of capitalised words with an agency behind a stroke. It ends where its line, sentence or bracket
//! ends. Missed: credits of a name alone.

use crate::document::Document;
use crate::lexicon::{self, Class};
use crate::token::{Case, Gap, TokenKind};

/// What may stand between the word for a picture and whose it is.
const LINKS: &[&str] = &["by", "courtesy", "credit", "credits", "source", "via"];

/// A credit has at most so many tokens.
const LONGEST: usize = 16;

/// What a word type can be in a credit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    None,
    Picture,
    Agency,
    Copyright,
}

/// The tokens that stand in photo credits, as ranges by start.
pub(super) fn find_credits(document: &Document) -> Vec<(u32, u32)> {
    let signs = document.words.map(|lower, case| match lower {
        "©" => Sign::Copyright,
        _ if case == Case::Lower => Sign::None,
        _ if lexicon::is(lower, Class::Picture) => Sign::Picture,
        _ if lexicon::is(lower, Class::Agency) => Sign::Agency,
        _ => Sign::None,
    });
    let mut found: Vec<(u32, u32)> = Vec::new();
    for (i, token) in document.tokens.iter().enumerate() {
        if found.last().is_some_and(|&(_, end)| end as usize > i) {
            continue;
        }
        let range = match signs[token.word.index()] {
            Sign::None => None,
            Sign::Picture => picture(document, i),
            Sign::Agency => agency(document, i),
            Sign::Copyright => Some((i, end_of(document, i))),
        };
        if let Some((first, end)) = range {
            found.push((first as u32, end as u32));
        }
    }
    found
}

/// "Photo: Jane Doe", "(AP Photo/Jane Doe)", "Image credit: Jane Doe".
fn picture(document: &Document, at: usize) -> Option<(usize, usize)> {
    let mut first = at;
    // "AP Photo", "File photo", "Lead image".
    while at - first < 3 && !starts(document, first) {
        let before = document.tokens[first - 1];
        if before.kind != TokenKind::Word || document.words.case(before.word) == Case::Lower {
            return None;
        }
        first -= 1;
    }
    if !starts(document, first) {
        return None;
    }
    let next = document.tokens.get(at + 1).filter(|t| t.gap < Gap::Line)?;
    let mark = matches!(document.word(at + 1), ":" | "/" | "|");
    let link = next.kind == TokenKind::Word && LINKS.contains(&document.lower(at + 1));
    // "Image by image, she built the film": whose it is has a capital.
    let owner = document.tokens.get(at + 2).is_some_and(|t| {
        !matches!(document.words.case(t.word), Case::Lower) || matches!(document.lower(at + 2), "of" | "the")
    });
    (mark || link && owner).then(|| (first, end_of(document, at)))
}

/// "Jane Doe/AFP", "Jane Doe/AFP via Getty Images": a run of such words alone.
fn agency(document: &Document, at: usize) -> Option<(usize, usize)> {
    if at < 2 || document.word(at - 1) != "/" {
        return None;
    }
    let fits = |i: usize| {
        let token = document.tokens[i];
        match token.kind {
            TokenKind::Word => {
                document.words.case(token.word) != Case::Lower || document.is(i, Class::InCredit)
            }
            _ => matches!(document.word(i), "/" | "-" | "," | "'" | "’" | "&"),
        }
    };
    let mut first = at - 1;
    while !starts(document, first) {
        if at - first > LONGEST / 2 || !fits(first - 1) {
            return None;
        }
        first -= 1;
    }
    let end = end_of(document, at);
    (at..end).all(fits).then_some((first, end))
}

/// Whether a credit can start at a token: of a line, a sentence, a bracket.
fn starts(document: &Document, at: usize) -> bool {
    at == 0
        || document.tokens[at].gap >= Gap::Line
        || matches!(document.word(at - 1), "." | "(" | "[" | "|" | "–" | "—" | "…")
}

/// Where a credit that holds the token `at` ends.
fn end_of(document: &Document, at: usize) -> usize {
    let stop = document.tokens.len().min(at + LONGEST);
    (at + 1..stop)
        .find(|&i| {
            document.tokens[i].gap >= Gap::Line
                || matches!(document.word(i), "." | ")" | "]" | ";" | "!" | "?")
        })
        .unwrap_or(stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its credits in braces.
    fn marked(text: &str) -> String {
        let document = Document::new(text);
        let mut out = String::new();
        let mut at = 0;
        for (first, end) in find_credits(&document) {
            let span = document.span(first as usize, end as usize);
            out.push_str(&text[at..span.start as usize]);
            out.push_str(&format!("{{{}}}", document.slice(span)));
            at = span.end as usize;
        }
        out + &text[at..]
    }

    #[test]
    fn finds_credits() {
        for expected in [
            "The port at dawn. ({Photo: Jane Doe/AFP}) It was calm.",
            "The port at dawn. ({AP Photo/Jane Doe, File}) It was calm.",
            "The port at dawn. {Photo by Jane Doe}. It was calm.",
            "The port at dawn ({Photograph: Jane Doe/The Example}) was calm.",
            "{Image: Jane Doe}.\n\nThe port opened.",
            "The port at dawn ({Jane Doe/Reuters}) was calm.",
            "The port at dawn ({Jane Doe/AFP via Getty Images}) was calm.",
        ] {
            assert_eq!(marked(&expected.replace(['{', '}'], "")), expected);
        }
    }

    #[test]
    fn leaves_prose_alone() {
        for text in [
            "A photo by Jane Doe won the prize.",
            "Photos show Ana Ruiz at the port.",
            "Image by image, Jane Doe built the film.",
            "An AP/Example poll put Ruiz ahead.",
            "Getty Images sued Jane Doe.",
            "Ruiz spoke to Reuters.",
            "Pictures of Ana Ruiz were everywhere.",
        ] {
            assert_eq!(marked(text), text);
        }
    }
}
