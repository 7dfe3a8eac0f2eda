//! The source is the subject of its cue, and no more.

use super::Reading;
use crate::lexicon::Class;
use crate::quote::Quote;
use crate::rule::Rule;
use crate::syntax::ClauseKind;

static SUBJECT: Rule = Rule {
    id: "review.subject",
    says: "A source does not take in the clause before it.",
    fires: &[
        "A day after his [Harvest Party|o] triumphed in the election, a subdued [Fumio Kishida|p] vowed to fight on.",
    ],
    spares: &["[Fumio Kishida|p], whose [Harvest Party|o] triumphed in the election, vowed to fight on."],
};

#[cfg(feature = "internals")]
pub static RULES: &[&Rule] = &[&SUBJECT];

impl Reading<'_, '_> {
    /// Leaves of a source what is the subject of its cue, where a clause of its own stands before that.
    pub(super) fn keep_to_subject(&self, quote: &mut Quote) {
        let syntax = self.syntax;
        let Some(group) = self.cue(quote).filter(|&g| syntax[g].is_finite()) else { return };
        let Some(subject) = syntax.subject(syntax.clause_of(group)) else { return };
        let [source] = quote.source[..] else { return };
        let (tokens, first) = (self.tokens(source), syntax[subject].tokens.start as usize);
        let inside = tokens.start < first && first < tokens.end;
        if inside && self.is_apart(tokens.start, first) && SUBJECT.acts(source) {
            quote.source = vec![self.document.span(first, tokens.end)];
        }
    }

    /// Whether a clause of its own stands from `start` to the subject at `first`.
    fn is_apart(&self, start: usize, first: usize) -> bool {
        let (document, syntax) = (self.document, self.syntax);
        if document.word(first - 1) != "," || (start..first).any(|t| document.is(t, Class::Relative)) {
            return false;
        }
        let own = syntax.clause_at(first);
        (start..first).filter_map(|t| syntax.group_at(t)).any(|g| {
            let clause = syntax.clause_of(g);
            syntax[g].is_finite() && Some(clause) != own && syntax[clause].kind != ClauseKind::Relative
        })
    }
}
