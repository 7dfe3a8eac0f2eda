//! Runs the case files: texts with their quotes marked. Those in `cases/rules` hold for what the rules
//! find by themselves, which the model takes as a hint; those in `cases/whole` for the whole stage, with
//! the edges as the model has learnt them (auxiliaries in cues, appositions in sources).
//!
//! `{…}` is content, `[…]` a cue, `<…>` a source; `{2|…}` belongs to the second quote of the case,
//! one without a number to the first; `¶` is the end of a paragraph. Content ends inside the
//! closing quotation mark. `↵` is the end of a line; `\` takes the next of these marks for itself.
//! `#style 2 mixed` tells the style of the second quote. `#source 2 Moreno` gives the second quote a source that is marked
//! already for another. A case without marks holds no quote.

use super::{Quote, find_by_rules, find_quotes};
use crate::document::Document;
use crate::name::{Name, find_names};
use std::collections::BTreeMap;

/// Content, cue and source of a quote, as words.
type Parts = [Vec<String>; 3];

/// `2 Moreno` as a number and words; 1 where no number stands there.
fn numbered(note: &str) -> (u32, &str) {
    note.split_once(' ').and_then(|(n, words)| Some((n.parse().ok()?, words))).unwrap_or((1, note))
}

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
            '\\' => {
                let literal = rest.chars().next().filter(|c| "{}[]<>\\".contains(*c));
                text.push(literal.unwrap_or(c));
                rest = &rest[literal.map_or(0, char::len_utf8)..];
            }
            '¶' => text.push_str("\n\n"),
            '↵' => text.push('\n'),
            _ => text.push(c),
        }
    }
    let mut styles: Vec<(u32, &str)> = Vec::new();
    for note in notes.split('#').map(str::trim) {
        if let Some(source) = note.strip_prefix("source ") {
            let (number, name) = numbered(source);
            expected.entry(number).or_default()[2].push(name.to_string());
        } else if let Some(style) = note.strip_prefix("style ") {
            styles.push(numbered(style));
        }
    }
    let document = Document::new(&text);
    let words = |spans: &[crate::span::Span]| -> Vec<String> {
        spans.iter().map(|s| s.of(&text).to_string()).collect()
    };
    let quotes = find(&document, &find_names(&document));
    for (number, style) in styles {
        let content = &expected.get(&number).expect("a quote of that number")[0];
        let quote = quotes.iter().find(|q| words(&q.content) == *content);
        let found = quote.map_or_else(String::new, |q| format!("{:?}", q.style).to_lowercase());
        if found != style {
            return Err(format!("{case}\n  style {number} is {found:?}, expected {style:?}"));
        }
    }
    let mut found: Vec<Parts> =
        quotes.iter().map(|q| [words(&q.content), words(&q.cue), words(&q.source)]).collect();
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

case_files!(rules, find_by_rules,
    marks_straight marks_curly marks_low marks_guillemets marks_british marks_doubled marks_mismatched
    marks_nested marks_reopened marks_unclosed marks_inches marks_titles marks_escaped marks_references damage
    before after interrupted away inverted apposition coordinated according colon told headlines nouns
    parentheticals passive follow posts court interviews signed style
    turns_markdown turns_capitals turns_letters turns_introduced turns_stage turns_long turns_bold turns_inside
    turns_none
    direct marks indirect headline none paragraphs inside source mixed transcript);
case_files!(whole, find_quotes,
    marks_straight marks_curly marks_low marks_guillemets marks_british marks_doubled marks_mismatched
    marks_nested marks_reopened marks_unclosed marks_inches marks_titles marks_escaped marks_references damage
    before after interrupted away inverted apposition coordinated according colon told headlines nouns
    parentheticals passive follow posts court interviews signed style
    turns_markdown turns_capitals turns_letters turns_introduced turns_stage turns_long turns_bold turns_inside
    turns_none
    attribution layered marks indirect mended none paragraphs transcript);
