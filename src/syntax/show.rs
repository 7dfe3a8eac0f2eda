//! The syntax of a document as text, for people who work on it.

use std::fmt::Write;

use super::{Chunk, ClauseId, ClauseKind, Form, Group, Syntax, Tense};
use crate::document::Document;

/// Shows every sentence: its words with their tags, chunks in brackets; then its clauses, each with its verb, subject,
/// object and what it hangs on.
///
/// ```
/// use whosaid::document::Document;
/// use whosaid::syntax::{Syntax, show};
///
/// let document = Document::new("The old mayor did not resign.");
/// let shown = show(&document, &Syntax::new(&document, &[], &[]));
/// assert_eq!(
///     shown,
///     "[The/DET old/ADJ mayor/NN] {did/AUX not/PART resign/VB} ./PUNCT\n  \
///      main: finite past not resign | subject The old mayor | The old mayor did not resign\n",
/// );
/// ```
pub fn show(document: &Document, syntax: &Syntax) -> String {
    let mut out = String::new();
    let mut by_sentence: Vec<Vec<ClauseId>> = vec![Vec::new(); document.sentences.len()];
    for (id, clause) in syntax.clauses() {
        let sentence = document.sentence_of(clause.tokens.start as usize);
        if let Some(list) = by_sentence.get_mut(sentence) {
            list.push(id);
        }
    }
    for (sentence, list) in document.sentences.iter().zip(by_sentence) {
        show_words(document, syntax, sentence.tokens.start as usize..sentence.tokens.end as usize, &mut out);
        for id in list {
            show_clause(document, syntax, id, &mut out);
        }
    }
    out
}

fn show_words(document: &Document, syntax: &Syntax, tokens: std::ops::Range<usize>, out: &mut String) {
    for i in tokens.clone() {
        let chunk = syntax.chunk_at(i);
        let group = syntax.group_at(i);
        if i > tokens.start {
            out.push(' ');
        }
        if group.is_some_and(|g| syntax[g].tokens.start as usize == i) {
            out.push('{');
        }
        if chunk.is_some_and(|c| syntax[c].tokens.start as usize == i) {
            out.push('[');
        }
        let _ = write!(out, "{}/{}", document.word(i), syntax.tag(i).name());
        if chunk.is_some_and(|c| syntax[c].tokens.end as usize == i + 1) {
            out.push(']');
        }
        if group.is_some_and(|g| syntax[g].tokens.end as usize == i + 1) {
            out.push('}');
        }
    }
    out.push('\n');
}

fn show_clause(document: &Document, syntax: &Syntax, id: ClauseId, out: &mut String) {
    let clause = &syntax[id];
    let words = |tokens: &std::ops::Range<u32>| {
        document.slice(document.span(tokens.start as usize, tokens.end as usize))
    };
    let group = &syntax[clause.group];
    let _ =
        write!(out, "  {}: {} {}", kind(clause.kind), describe(group), document.word(group.head as usize));
    let extent = |chunk: &Chunk| words(&(chunk.tokens.start..chunk.end)).to_owned();
    if let Some(subject) = syntax.subject(id) {
        let _ = write!(out, " | subject {}", extent(&syntax[subject]));
    }
    if let Some(object) = clause.object {
        let _ = write!(out, " | object {}", extent(&syntax[object]));
    }
    if let Some(parent) = clause.parent {
        let _ = write!(out, " | under {}", document.word(syntax[syntax[parent].group].head as usize));
    }
    if let Some(noun) = clause.noun {
        let _ = write!(out, " | of {}", document.word(syntax[noun].head as usize));
    }
    if let Some(before) = clause.conjunct_of {
        let _ = write!(out, " | joined to {}", document.word(syntax[syntax[before].group].head as usize));
    }
    let _ = writeln!(out, " | {}", words(&clause.tokens));
}

fn kind(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Main => "main",
        ClauseKind::That => "that",
        ClauseKind::Wh => "wh",
        ClauseKind::Relative => "relative",
        ClauseKind::Infinitive => "infinitive",
        ClauseKind::Ing => "-ing",
        ClauseKind::Participle => "participle",
        ClauseKind::Adverbial => "adverbial",
    }
}

fn describe(group: &Group) -> String {
    let mut words = vec![match group.form {
        Form::Finite => "finite",
        Form::Infinitive => "infinitive",
        Form::Ing => "-ing",
        Form::Participle => "participle",
        Form::Bare => "bare",
    }];
    words.extend(match group.tense {
        Tense::Present => Some("present"),
        Tense::Past => Some("past"),
        Tense::Future => Some("future"),
        Tense::Conditional => Some("conditional"),
        Tense::None => None,
    });
    let marks = [
        (group.modal.is_some(), "modal"),
        (group.perfect, "perfect"),
        (group.progressive, "progressive"),
        (group.passive, "passive"),
        (group.negated, "not"),
    ];
    words.extend(marks.into_iter().filter_map(|(has, word)| has.then_some(word)));
    words.join(" ")
}
