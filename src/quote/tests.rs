//! Runs the case files: texts with their quotes marked.
//!
//! `{…}` is content, `[…]` a cue, `<…>` a source; `{2|…}` belongs to the second quote of the case,
//! one without a number to the first; `¶` is the end of a paragraph. Content ends inside the
//! closing quotation mark. `#source 2 Moreno` gives the second quote a source that is marked
//! already for another. A case without marks holds no quote.

use super::find_quotes;
use crate::document::Document;
use crate::name::find_names;
use std::collections::BTreeMap;

/// Content, cue and source of a quote, as words.
type Parts = [Vec<String>; 3];

fn check(case: &str) -> Result<(), String> {
    let (marked, notes) = case.split_once(" #").unwrap_or((case, ""));
    let mut expected: BTreeMap<u32, Parts> = BTreeMap::new();
    let mut text = String::new();
    let mut open: Vec<(usize, usize, u32)> = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '{' | '[' | '<' => {
                let part = "{[<".find(c).unwrap_or(0);
                let number = rest.split_once('|').and_then(|(n, after)| Some((n.parse().ok()?, after)));
                let (number, after) = number.unwrap_or((1, rest));
                rest = after;
                open.push((part, text.len(), number));
            }
            '}' | ']' | '>' => {
                let (part, start, number) = open.pop().expect("an opening mark");
                expected.entry(number).or_default()[part].push(text[start..].to_string());
            }
            '¶' => text.push_str("\n\n"),
            _ => text.push(c),
        }
    }
    for note in notes.split('#') {
        if let Some(source) = note.trim().strip_prefix("source ") {
            let number = source.split_once(' ').and_then(|(n, name)| Some((n.parse().ok()?, name)));
            let (number, name) = number.unwrap_or((1, source));
            expected.entry(number).or_default()[2].push(name.to_string());
        }
    }
    let document = Document::new(&text);
    let words = |spans: &[crate::span::Span]| spans.iter().map(|s| s.of(&text).to_string()).collect();
    let mut found: Vec<Parts> = find_quotes(&document, &find_names(&document))
        .iter()
        .map(|q| [words(&q.content), words(&q.cue), words(&q.source)])
        .collect();
    let mut expected: Vec<Parts> = expected.into_values().collect();
    found.sort();
    expected.sort();
    if found == expected {
        Ok(())
    } else {
        Err(format!("{case}\n  found    {found:?}\n  expected {expected:?}"))
    }
}

fn check_all(cases: &str) {
    let lines = cases.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#'));
    let wrong: Vec<String> = lines.filter_map(|line| check(line).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn direct() {
    check_all(include_str!("cases/direct.txt"));
}

#[test]
fn marks() {
    check_all(include_str!("cases/marks.txt"));
}

#[test]
fn indirect() {
    check_all(include_str!("cases/indirect.txt"));
}

#[test]
fn headline() {
    check_all(include_str!("cases/headline.txt"));
}

#[test]
fn none() {
    check_all(include_str!("cases/none.txt"));
}

#[test]
fn paragraphs() {
    check_all(include_str!("cases/paragraphs.txt"));
}

#[test]
fn inside() {
    check_all(include_str!("cases/inside.txt"));
}

#[test]
fn source() {
    check_all(include_str!("cases/source.txt"));
}

#[test]
fn mixed() {
    check_all(include_str!("cases/mixed.txt"));
}

#[test]
fn transcript() {
    check_all(include_str!("cases/transcript.txt"));
}
