//! Quotes read again over the syntax of their sentences, by rules.
//!
//! The models of [`crate::quote`] see words and marks; who is the subject of which verb, and which clause hangs on which,
//! they only guess. Here the syntax tells: what is negated, awaited, only possible, or said by nobody, is no statement
//! (`refuse`). What is refused becomes a stance, so that it is still there for who asks for stances. The words in marks of a
//! direct quote are somebody's, whatever the syntax.
//!
//! Missed: verbs that the tagger does not see ("until the state acknowledges"); what only the meaning takes back.

mod refuse;

use std::ops::Range;

use crate::annotation::{Act, Style};
use crate::document::Document;
use crate::name::Name;
use crate::quote::{Quote, find_quotations};
use crate::rule::Rule;
use crate::span::Span;
use crate::syntax::{Clause, GroupId, Syntax};

/// The rules of this stage, in the order in which they read a quote.
#[cfg(feature = "internals")]
pub static RULES: &[&[&Rule]] = &[refuse::RULES];

/// A document with its syntax.
struct Reading<'a, 't> {
    document: &'a Document<'t>,
    syntax: &'a Syntax,
}

/// The syntax of the sentences in which a quote opens or ends, or its cue or source stands.
pub fn read_syntax(document: &Document, names: &[Name], quotes: &[Quote]) -> Syntax {
    let mut is_read = vec![false; document.sentences.len()];
    let read = |q: &&Quote| q.style != Style::Transcript && q.act != Act::Stance;
    for quote in quotes.iter().filter(read) {
        for span in quote.content.iter().chain(&quote.cue).chain(&quote.source) {
            for at in [document.token_at(span.start), document.token_at(span.end.saturating_sub(1))] {
                if let Some(read) = is_read.get_mut(document.sentence_of(at)) {
                    *read = true;
                }
            }
        }
    }
    Syntax::of_sentences(document, names, &find_quotations(document), |sentence| is_read[sentence])
}

/// Reads every quote again.
pub fn review_quotes(document: &Document, syntax: &Syntax, mut quotes: Vec<Quote>) -> Vec<Quote> {
    let reading = Reading { document, syntax };
    for quote in &mut quotes {
        if matches!(quote.style, Style::Transcript) || quote.act == Act::Stance {
            continue;
        }
        if quote.style != Style::Direct && reading.is_refused(quote) {
            quote.act = Act::Stance;
        }
    }
    quotes
}

impl Reading<'_, '_> {
    fn tokens(&self, span: Span) -> Range<usize> {
        let first = self.document.token_at(span.start);
        first..self.document.tokens_until(first, span.end)
    }

    /// The verb group of a quote's cue: that of its last verb.
    fn cue(&self, quote: &Quote) -> Option<GroupId> {
        let mut tokens = self.tokens(*quote.cue.first()?).rev();
        tokens.find_map(|t| self.syntax.group_at(t).filter(|&g| self.syntax[g].head as usize == t))
    }

    fn clause(&self, group: GroupId) -> &Clause {
        &self.syntax[self.syntax.clause_of(group)]
    }
}
