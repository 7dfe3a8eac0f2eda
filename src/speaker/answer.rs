//! Questions and their answers: "Asked by the prosecutor if he owned it, **he** replied", "“Did you sign?” Holm asked Berg.
//! “Yes,” **he** said": whoever asks is not whoever answers.
//!
//! Missed: questions that no verb of asking marks.

use super::mention::{Role, What};
use super::run::Run;
use super::state::Said;
use super::story::Story;
use crate::annotation::EntityKind;
use crate::quote::Quote;

/// How many quotes back the question may stand.
const BACK: usize = 2;
/// Whom a question is put to stands so many mentions behind its verb.
const HEARER: usize = 3;

impl Story<'_, '_> {
    /// Who asked the question that the mention at `index` answers.
    pub(super) fn asker(&self, index: usize) -> Option<u32> {
        let here = &self.mentions[index];
        let q = here.source_of? as usize;
        let answer = &self.quotes[q];
        let question = (q.saturating_sub(BACK)..q).rev().find(|&p| self.asks(&self.quotes[p]))?;
        // "Asked why, he replied": by nobody named.
        self.quotes[question].source.first()?;
        let asker = self.said[question].as_ref()?.actor;
        let end =
            self.quotes[question].content.iter().chain(&self.quotes[question].cue).map(|s| s.end).max()?;
        let there = self.document.sentence_of(self.document.token_at(end.saturating_sub(1))) as u32;
        let same = there == here.sentence;
        let next = there + 1 == here.sentence || there + 2 == here.sentence && !answer.content.is_empty();
        let replies = next && (self.replies(answer) || self.hearer(question).is_some_and(|a| a != asker));
        // "Holm asked if …, and he said": it is the hearer's only where he may be another.
        (same && self.cue_word(answer) != "asked" || replies).then_some(asker)
    }

    /// Whom the question is put to: "Holm asked **Berg**".
    pub(super) fn hearer(&self, question: usize) -> Option<u32> {
        let quote = &self.quotes[question];
        let cue = quote.cue.first()?;
        let behind = self.mentions.partition_point(|m| m.span.start < cue.end);
        let sentence = self.document.sentence_of(self.document.token_at(cue.start)) as u32;
        (behind..self.mentions.len().min(behind + HEARER)).find_map(|i| {
            let mention = &self.mentions[i];
            let object = mention.role == Role::Object && mention.source_of.is_none() && !mention.quoted;
            let near = mention.sentence == sentence
                && mention.tokens.0 as usize <= self.document.token_at(cue.end) + 6;
            let actor = match mention.what {
                What::Name(name) => self.entities.of_name.get(name as usize).map(|e| e.0),
                _ => self.resolved[i].actor,
            };
            let person = |a: &u32| self.actors.list[*a as usize].kind == EntityKind::Person;
            actor.filter(|a| object && near && person(a))
        })
    }

    /// Whether a quote is asked: by its cue.
    pub(super) fn asks(&self, quote: &Quote) -> bool {
        matches!(self.cue_word(quote), "asked" | "asks" | "asking" | "questioned" | "quizzed" | "pressed")
    }

    /// Whether a quote answers: by its cue or its first word.
    pub(super) fn replies(&self, quote: &Quote) -> bool {
        let first = quote.content.first().map(|c| self.document.token_at(c.start));
        let word = |t: usize| self.document.tokens.get(t).map_or("", |_| self.document.lower(t));
        // Behind the quotation mark.
        let opens = first
            .is_some_and(|t| [t, t + 1].iter().any(|&t| matches!(word(t), "yes" | "no" | "yeah" | "nope")));
        opens
            || matches!(
                self.cue_word(quote),
                "replied" | "answered" | "responded" | "replies" | "answers" | "retorted"
            )
    }

    /// The first word of a quote's cue in small letters.
    fn cue_word(&self, quote: &Quote) -> &str {
        quote.cue.first().map_or("", |cue| self.document.lower(self.document.token_at(cue.start)))
    }
}

impl Run<'_, '_> {
    /// A quotation right behind somebody's question that answers it: "“Ready?” Holm asked Berg. **“Yes.”**" What is said of its
    /// speaker, who may not be known, or `None` where it is no answer.
    pub(super) fn answered(&self, q: usize) -> Option<Option<Said>> {
        let question = q.checked_sub(1)?;
        let (asked, answer) = (self.quote(question), self.quote(q));
        let near = self.place(answer).0.saturating_sub(self.end_place(asked).0) <= 1;
        let known = !asked.source.is_empty() && self.story.said[question].is_some();
        if !near || !known || !self.story.asks(asked) || !self.story.replies(answer) {
            return None;
        }
        let hearer = self.story.hearer(question);
        Some(hearer.map(|actor| Said { actor, certainty: 0.8, others: Vec::new(), through: None }))
    }
}
