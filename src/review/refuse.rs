//! What nobody said: negated, only possible, awaited, said by no one.

use super::Reading;
use crate::document::Document;
use crate::lexicon::Class;
use crate::quote::Quote;
use crate::rule::Rule;

static NEGATED: Rule = Rule {
    id: "review.negated",
    says: "What somebody does not or never says is not said.",
    fires: &["[Ana Ruiz|p] never claimed that the deal was fair."],
    spares: &["[Ana Ruiz|p] claimed that the deal was never fair."],
};

static POSSIBLE: Rule = Rule {
    id: "review.possible",
    says: "What somebody may, might, could or should say is not said.",
    fires: &["The company may have suggested that they leave."],
    spares: &["The company suggested that they may leave."],
};

static AWAITED: Rule = Rule {
    id: "review.awaited",
    says: "What is waited for, or only assumed, is not said.",
    fires: &["They will stay there unless the board admits that it was wrong."],
    spares: &["They will stay there because the board admits that it was wrong."],
};

static NOBODY: Rule = Rule {
    id: "review.nobody",
    says: "What nobody says is not said.",
    fires: &["No one has claimed that the attack was planned."],
    spares: &["A group has claimed that the attack was planned."],
};

static EXPLETIVE: Rule = Rule {
    id: "review.expletive",
    says: "It and there say nothing where they stand for nobody.",
    fires: &["It is said that the king never slept."],
    spares: &["The bank has closed. It says that there is no money."],
};

static NO_AGENT: Rule = Rule {
    id: "review.no-agent",
    says: "Where a passive has no agent, nobody is guessed.",
    fires: &["[Ana Ruiz|p] left the bank. It was claimed that she had stolen the money."],
    spares: &["[Ana Ruiz|p] left the bank. The owners claimed that she had stolen the money."],
};

#[cfg(feature = "internals")]
pub static RULES: &[&Rule] = &[&NEGATED, &POSSIBLE, &AWAITED, &NOBODY, &EXPLETIVE, &NO_AGENT];

/// "never", "not", "didn't"
fn is_negation(document: &Document, t: usize) -> bool {
    matches!(document.lower(t), "never" | "not" | "n't") || document.is(t, Class::Negated)
}

impl Reading<'_, '_> {
    /// Whether a quote is no statement of anybody.
    pub(super) fn is_refused(&self, quote: &Quote) -> bool {
        let span = quote.content[0];
        let (document, syntax) = (self.document, self.syntax);
        let group = self.cue(quote).map(|g| &syntax[g]);
        let is = |t: u32, class: Class| document.is(t as usize, class);
        let negated = || quote.cue.iter().flat_map(|&cue| self.tokens(cue)).any(|t| is_negation(document, t));
        if (group.is_some_and(|g| g.negated) || negated()) && NEGATED.acts(span) {
            return true;
        }
        if group.and_then(|g| g.modal).is_some_and(|t| is(t, Class::Possible)) && POSSIBLE.acts(span) {
            return true;
        }
        let opener = self.cue(quote).and_then(|g| {
            let clause = self.clause(g);
            clause.marker.or(clause.tokens.start.checked_sub(1))
        });
        if opener.is_some_and(|t| is(t, Class::Awaiting)) && AWAITED.acts(span) {
            return true;
        }
        let passive = group.is_some_and(|g| g.passive);
        let Some(&source) = quote.source.first() else {
            return passive && NO_AGENT.acts(span);
        };
        let words = self.tokens(source);
        if document.is(words.start, Class::Nobody) && NOBODY.acts(span) {
            return true;
        }
        let alone = words.len() == 1;
        let stands_for_nobody = match document.lower(words.start) {
            "there" => alone,
            "it" => alone && group.is_some_and(|g| g.passive || g.copula),
            _ => false,
        };
        stands_for_nobody && EXPLETIVE.acts(span)
    }
}
