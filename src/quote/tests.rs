//! Runs the case files: texts with their quotes marked. Those in `cases/rules` hold for what the rules
//! find by themselves, which the model takes as a hint; those in `cases/whole` for the whole stage, with
//! the edges as the model has learnt them (auxiliaries in cues, appositions in sources).
//!
//! `{…}` is content, `[…]` a cue, `<…>` a source; `{2|…}` belongs to the second quote of the case,
//! one without a number to the first; `¶` is the end of a paragraph. Content ends inside the
//! closing quotation mark. `#source 2 Moreno` gives the second quote a source that is marked
//! already for another. A case without marks holds no quote.

use super::{Quote, find_by_rules, find_quotes};
use crate::document::Document;
use crate::name::{Name, find_names};
use std::collections::BTreeMap;

/// Content, cue and source of a quote, as words.
type Parts = [Vec<String>; 3];

type Find = fn(&Document, &[Name]) -> Vec<Quote>;

fn check(case: &str, find: Find) -> Result<(), String> {
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
    let mut found: Vec<Parts> = find(&document, &find_names(&document))
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

fn check_all(cases: &str, find: Find) {
    let lines = cases.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#'));
    let wrong: Vec<String> = lines.filter_map(|line| check(line, find).err()).collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

macro_rules! case_files {
    ($module:ident, $find:expr, $($name:ident)*) => {
        mod $module {
            use super::*;
            $(
                #[test]
                fn $name() {
                    check_all(
                        include_str!(concat!("cases/", stringify!($module), "/", stringify!($name), ".txt")),
                        $find,
                    );
                }
            )*
        }
    };
}

case_files!(rules, find_by_rules, direct marks indirect headline none paragraphs inside source mixed transcript);
case_files!(whole, find_quotes, attribution marks indirect none paragraphs transcript);
