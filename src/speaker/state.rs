//! What is kept while a text is read: what mentions were resolved to, who said what, papers, candidates.

use super::weights::{COUNT, NONE_COUNT, Weighed};
use crate::span::Span;

/// What a mention was resolved to.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolved {
    pub(super) actor: Option<u32>,
    /// 0 to 1.
    pub(super) share: f32,
    /// The mention through which it was resolved.
    pub(super) antecedent: Option<u32>,
    /// Other actors, likeliest first.
    pub(super) others: Vec<u32>,
}

/// A quote's speaker while the text is read.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) actor: u32,
    pub(super) certainty: f32,
    pub(super) others: Vec<u32>,
    /// The mention that names the speaker for this quote.
    pub(super) through: Option<u32>,
}

/// A paper whose maker is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paper {
    pub(super) lemma: u32,
    pub(super) actor: u32,
    pub(super) token: u32,
}

/// Someone a mention may stand for.
pub(super) struct Candidate {
    pub(super) actor: u32,
    /// Its last mention; none where only what it is called speaks for it.
    pub(super) last: Option<u32>,
    /// Its most prominent mention in that sentence.
    pub(super) best: Option<u32>,
    pub(super) nearby: u32,
    /// Where it is named behind the opening of a sentence that the mention to resolve stands in.
    pub(super) ahead: Option<u32>,
    pub(super) features: [f32; COUNT],
}

/// A mention that was resolved by weighing candidates: what a trainer learns from.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Which of the weights were used.
    pub weighed: Weighed,
    /// The words of the mention.
    pub span: Span,
    /// What speaks for "none of them".
    pub none: [f32; NONE_COUNT],
    /// The candidates: spans of mentions of theirs, and what speaks for them.
    pub candidates: Vec<(Vec<Span>, [f32; COUNT])>,
}

/// An interview whose turns have no labels.
#[derive(Clone, Debug)]
pub(super) struct Interview {
    /// The entities that are asked: one or two people.
    pub(super) asked: Vec<u32>,
    /// The blocks that are questions, in order.
    pub(super) questions: Vec<u32>,
}

impl Interview {
    /// Who answers in the block, where only one is asked.
    pub(super) fn answers(&self, block: u32) -> Option<u32> {
        match self.asked[..] {
            [only] if self.is_answer(block) => Some(only),
            _ => None,
        }
    }

    pub(super) fn is_answer(&self, block: u32) -> bool {
        block > self.questions[0] && !self.is_question(block)
    }

    pub(super) fn is_question(&self, block: u32) -> bool {
        self.questions.binary_search(&block).is_ok()
    }
}
