//! Whole sentences.

use super::{Syntax, show};
use crate::document::Document;
use crate::quote::find_quotations;

/// What [`show`] tells of a text, all lines but those of the words; what each clause covers is left out.
fn clauses(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let syntax = Syntax::new(&document, &[], &find_quotations(&document));
    let shown = show(&document, &syntax);
    let lines = shown.lines().filter_map(|line| line.strip_prefix("  "));
    lines.map(|line| line.rsplit_once(" | ").map_or(line, |(told, _)| told).to_owned()).collect()
}

#[test]
fn reads_clauses() {
    for (text, expected) in [
        (
            "The man who came yesterday told reporters the president of France had left.",
            vec![
                "relative: finite past came | subject who | of man",
                "main: finite past told | subject The man who came yesterday | object reporters",
                "that: finite past perfect left | subject the president of France | under told",
            ],
        ),
        (
            "Officials might not have been told, but they knew.",
            vec![
                "main: finite conditional modal perfect passive not told | subject Officials",
                "main: finite past knew | subject they | joined to told",
            ],
        ),
        (
            "“We go. They stay,” said Maria Moreno, the mayor of Lima.",
            vec![
                "main: finite past said | subject Maria Moreno, the mayor of Lima",
                "main: finite present go | subject We",
                "main: finite present stay | subject They",
            ],
        ),
        ("", vec![]),
    ] {
        let mut found = clauses(text);
        let mut expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn allows_any_index() {
    let document = Document::new("It rained.");
    let syntax = Syntax::new(&document, &[], &[]);
    for token in [2, 3, 1_000, usize::MAX] {
        assert!(syntax.chunk_at(token).is_none() && syntax.group_at(token).is_none(), "{token}");
    }
    assert_eq!(syntax.tag(usize::MAX), super::Tag::Other);
}

#[test]
fn reads_what_is_no_sentence() {
    for text in [
        "\"\"\"\" \" ' '' \u{201C} \u{201D}",
        "and and and of of of the the the",
        "who who said said said that that that",
        "\u{201C}a \u{2018}b \u{201C}c\u{201D} d\u{2019} e\u{201D} ' \u{201C}",
        &"he said ".repeat(3_000),
        &"the man who saw ".repeat(3_000),
        &"A, B and ".repeat(3_000),
        &"of the ".repeat(3_000),
        &"\u{201C}a ".repeat(500),
    ] {
        let document = Document::new(text);
        let syntax = Syntax::new(&document, &[], &find_quotations(&document));
        for (_, clause) in syntax.clauses() {
            assert!(
                clause.tokens.start < clause.tokens.end
                    && clause.tokens.end as usize <= document.tokens.len()
            );
        }
        for (_, chunk) in syntax.chunks() {
            assert!(chunk.tokens.contains(&chunk.head) && chunk.end >= chunk.tokens.end);
        }
    }
}
