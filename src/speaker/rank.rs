//! Who a role is not: "the **vice** president" is not the president, and the coroner is not whom the police found.
//!
//! Missed: roles that only knowledge of the world tells apart.

use super::actor::Actor;
use super::candidate::WINDOW;
use super::lexicon::{Function, lemma_id};
use super::mention::Role;
use super::story::Story;
use crate::token::TokenKind;

/// Words that make one role two.
pub(super) const RANKS: &[&str] =
    &["vice", "deputy", "assistant", "associate", "shadow", "acting", "former", "ex"];
/// The same, by number.
const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
/// What is done to those who go on to speak by a new role.
const RISES: &[&str] = &["appointed", "elected", "named", "chosen", "sworn", "promoted", "born", "asked"];
/// What befalls somebody, though the verb is no passive.
const ENDS: &[&str] = &["died", "drowned", "collapsed", "vanished", "disappeared", "fell"];
/// Participles that do not end in "ed".
const DONE: &[&str] = &["found", "shot", "hit", "hurt", "beaten", "taken", "held", "struck"];

impl Story<'_, '_> {
    /// The lemma of the word that sets a role apart: "**vice** president".
    pub(super) fn rank(&self, index: usize, head: usize) -> Option<u32> {
        let first = self.mentions[index].tokens.0 as usize;
        let word =
            (first..head).map(|t| self.document.lower(t)).find(|w| RANKS.contains(w) || ORDINALS.contains(w));
        word.map(lemma_id)
    }

    /// Whether an unnamed actor is called by another rank than this, or by one where this has none.
    pub(super) fn is_of_other_rank(&self, actor: &Actor, rank: Option<u32>) -> bool {
        let introduced = actor.phrase.map_or("", |p| self.document.slice(p));
        let definite = introduced.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "));
        match rank {
            Some(rank) => !actor.named && !actor.called.contains(&rank),
            None => {
                let ranked = |w: &str| actor.called.contains(&lemma_id(w));
                !actor.named && !actor.fixed && definite && RANKS.iter().any(|w| ranked(w))
            }
        }
    }

    /// Whether the last that is told of somebody who has not spoken is what was done to them: "Holm was found dead",
    /// "Police arrested Holm", "Holm died".
    pub(super) fn suffers(&self, index: usize, actor: u32) -> bool {
        if self.actors.list[actor as usize].speaks {
            return false;
        }
        let mut before = (index.saturating_sub(WINDOW)..index).rev();
        let Some(last) = before.find(|&i| self.resolved[i].actor == Some(actor)) else { return false };
        let sentence = self.mentions[last].sentence;
        let first = self.mentions[..last].partition_point(|m| m.sentence < sentence);
        let mut own = (first..=last).filter(|&i| self.resolved[i].actor == Some(actor));
        let Some(subject) = own.clone().find(|&i| self.mentions[i].role == Role::Subject) else {
            return own.any(|i| self.mentions[i].role == Role::Object);
        };
        self.is_acted_on(subject)
    }

    /// Whether the verb behind a subject is a passive, or tells of its end.
    fn is_acted_on(&self, subject: usize) -> bool {
        const AHEAD: usize = 14;
        let there = &self.mentions[subject];
        let end = self.document.sentences[there.sentence as usize].tokens.end as usize;
        let from = there.tokens.1 as usize;
        let mut passive = false;
        for t in from..end.min(from + AHEAD) {
            let lower = self.document.lower(t);
            let word = self.lexicon.word(self.document, t);
            if matches!(lower, "was" | "were" | "been" | "be" | "is" | "are" | "being" | "got") {
                passive = true;
            } else if passive && self.document.tokens[t].kind == TokenKind::Word {
                let adverb = lower.ends_with("ly") || matches!(lower, "also" | "later" | "then" | "not");
                if adverb || word.function == Function::Auxiliary {
                    continue;
                }
                return (lower.ends_with("ed") || DONE.contains(&lower)) && !RISES.contains(&lower);
            } else if ENDS.contains(&lower) {
                return true;
            } else if word.verb && !passive && !lower.ends_with("ing") {
                return false;
            }
        }
        false
    }
}
