//! Where the first part of a source ends: in "**Kremlin spokesman Dmitry Peskov**, who was in Minsk", "**the head** of the
//! union", "**Small and medium-sized publishers** in Lima" the words that tell who it is.
//!
//! Missed: nouns that look like the verb of a clause.

use super::lexicon::{Function, Person, is_when};
use super::source::Reader;
use crate::lexicon::noun::Class;
use crate::token::{Gap, TokenKind};

impl Reader<'_, '_> {
    /// Where the first part of a source ends: before a comma, "and", "of", "who".
    pub(super) fn segment_end(&self, first: usize, end: usize) -> usize {
        let mut name = self.names.partition_point(|n| n.end as usize <= first);
        let mut at = first;
        while at < end {
            // "the Directorate of Resources (DR) chief Ida Holm": an abbreviation in brackets ends nothing.
            if at > first && self.document.word(at) == "(" {
                let close = (at + 1..end.min(at + 5)).find(|&t| self.document.word(t) == ")");
                let goes_on = |c: &usize| {
                    *c + 1 < end
                        && self.is_word(*c + 1)
                        && self.lexicon.word(self.document, *c + 1).function == Function::Content
                        && !is_when(self.document.lower(*c + 1))
                };
                match close.filter(goes_on) {
                    Some(close) => at = close + 1,
                    None => return at,
                }
                continue;
            }
            // "a July 15, 2005 memo"
            if at > first
                && at + 2 < end
                && self.document.word(at) == ","
                && [at - 1, at + 1].iter().all(|&t| self.document.tokens[t].kind == TokenKind::Number)
                && self.document.slice(self.document.tokens[at + 1].span).len() == 4
            {
                at += 2;
                continue;
            }
            // "Small and medium-sized publishers"
            if at == first + 1
                && self.document.lower(at) == "and"
                && at + 3 < end
                && self.document.word(at + 2) == "-"
                && self.lexicon.word(self.document, first).noun.is_none()
            {
                at += 4;
                continue;
            }
            // "Federal and state officials"
            if at == first + 1
                && self.document.lower(at) == "and"
                && at + 2 < end
                && self.is_plain(at + 1)
                && self.is_plain(at + 2)
                && self.lexicon.word(self.document, first).noun.is_none()
                && self.lexicon.word(self.document, at + 1).noun.is_none_or(|n| n.class == Class::Place)
                && self.names.get(name).is_none_or(|n| n.first as usize > first)
            {
                at += 2;
                continue;
            }
            // "investment and research firm"
            if at > first
                && self.lexicon.word(self.document, at).function == Function::Coordinator
                && at + 2 < end
                && (at - 1..at + 2).all(|t| t == at || self.is_plain(t))
                && (at - 1..at + 2).all(|t| {
                    let noun = self.lexicon.word(self.document, t).noun;
                    noun.is_none_or(|n| {
                        n.class == Class::Document && t > at && t + 1 < end && self.is_plain(t + 1)
                    })
                })
            {
                at += 1;
                continue;
            }
            // "U.S. and Canadian officials"
            if at > first
                && self.lexicon.word(self.document, at).function == Function::Coordinator
                && let Some(noun) = self.shared_noun(first, at, end)
            {
                at = noun;
                continue;
            }
            if let Some(n) = self.names.get(name).filter(|n| n.first as usize <= at) {
                at = (n.end as usize).max(at + 1);
                name += 1;
                continue;
            }
            let word = self.lexicon.word(self.document, at);
            let relative = word.pronoun.is_some_and(|p| p.person == Person::Relative);
            // "Ukraine last week"
            let when = is_when(self.document.lower(at))
                && at > first
                && self.lexicon.word(self.document, at - 1).function != Function::Definite;
            // "the “lifelong student”", "Three Court of Appeal judges"
            let inside = self.document.tokens[at].kind == TokenKind::Quote
                || self.document.lower(at) == "of" && at > first && at + 1 < end && self.is_title_of(at);
            // " - " stands for a dash.
            let dash = self.document.word(at) == "-"
                && self.document.tokens[at].gap != Gap::None
                && self.document.tokens.get(at + 1).is_some_and(|t| t.gap != Gap::None);
            let stops = at > first
                && !inside
                && (when
                    || dash
                    || matches!(
                        word.function,
                        Function::Preposition
                            | Function::Coordinator
                            | Function::Clause
                            | Function::Auxiliary
                    )
                    || relative && !word.pronoun.is_some_and(|p| p.possessive)
                    || !self.is_word(at) && !matches!(self.document.word(at), "-" | "’" | "'" | "%")
                    || word.verb && self.lexicon.word(self.document, at - 1).noun.is_some());
            if stops {
                return at;
            }
            at += 1;
        }
        end
    }
}
