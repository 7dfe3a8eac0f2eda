//! What the words around a mention tell of whom it stands for: who was the subject last, whom the text has turned to since
//! somebody spoke, of whom a quote speaks.
//!
//! Each is evidence that [`super::candidate`] weighs. Missed: subjects behind long phrases, and views told by verbs ("what
//! Holm hopes").

use super::candidate::WINDOW;
use super::lexicon::{Function, Person, Pronoun};
use super::mention::{Mention, Role, What};
use super::state::Candidate;
use super::story::Story;
use crate::annotation::Style;
use crate::lexicon;
use crate::token::TokenKind;

/// What somebody is may take so many tokens before the name at the start of a sentence.
const TITLE: u32 = 9;

impl Story<'_, '_> {
    /// The candidate who was a subject last, in this sentence or the one before, and whether in this.
    pub(super) fn nearest_subject(&self, index: usize, candidates: &[Candidate]) -> Option<(u32, bool)> {
        let here = &self.mentions[index];
        let before = self.mentions[..index].iter().enumerate().rev().take(WINDOW);
        let near = before.take_while(|(_, m)| m.clock + 1 >= here.clock);
        let mut subjects = near.filter(|(_, m)| {
            m.role == Role::Subject && m.tokens.1 <= here.tokens.0 && (here.quoted || !m.quoted)
        });
        subjects.find_map(|(i, m)| {
            let actor = self.resolved[i].actor?;
            let fits = candidates.iter().any(|c| c.actor == actor);
            fits.then_some((actor, m.sentence == here.sentence))
        })
    }

    /// The candidate whose name has opened a sentence since the last quote, which somebody else said.
    pub(super) fn subject_since(&self, index: usize, candidates: &[Candidate]) -> Option<u32> {
        let (speaker, sentence) = self.last_spoke?;
        let here = &self.mentions[index];
        let before = self.mentions[..index].iter().enumerate().rev().take(WINDOW);
        let mut subjects = before.take_while(|(_, m)| m.sentence > sentence).filter(|(_, m)| {
            let first = self.document.sentences[m.sentence as usize].tokens.start;
            let opens =
                matches!(m.what, What::Name(_)) && (m.tokens.0 <= first + 4 || self.opens_sentence(m));
            opens && m.role == Role::Subject && !m.quoted && m.sentence < here.sentence
        });
        subjects.find_map(|(i, _)| {
            let actor = self.resolved[i].actor.filter(|&a| a != speaker)?;
            candidates.iter().any(|c| c.actor == actor).then_some(actor)
        })
    }

    /// Whether nothing but what somebody is stands before a mention in its sentence: "The club's new owner, **Ida Holm**, arrives".
    pub(super) fn opens_sentence(&self, mention: &Mention) -> bool {
        let first = self.document.sentences[mention.sentence as usize].tokens.start;
        let verb = |t: u32| {
            let word = self.lexicon.word(self.document, t as usize);
            // "Second-placed Olli Salo"
            let joined = t > first && self.document.word(t as usize - 1) == "-";
            word.verb && !joined
                || matches!(word.function, Function::Auxiliary | Function::Clause | Function::Preposition)
        };
        let start = mention.tokens.0;
        start <= first + TITLE && !(first + 1..start).any(verb) && (start == first || !verb(first))
    }

    /// The named candidate right before the clause that a mention opens: "a letter from **Holm** in which he".
    pub(super) fn within_relative(&self, index: usize, candidates: &[Candidate]) -> Option<u32> {
        let here = &self.mentions[index];
        let at = here.tokens.0 as usize;
        let word = |back: usize| at.checked_sub(back).map_or("", |t| self.document.lower(t));
        let opens =
            word(1) == "where" || word(1) == "which" && matches!(word(2), "in" | "during" | "on" | "at");
        let same = self.mentions[..index].iter().enumerate().rev().take(WINDOW);
        let mut same = same.take_while(|(_, m)| m.sentence == here.sentence && !m.quoted).filter(|_| opens);
        same.find_map(|(i, m)| {
            let actor = self.resolved[i].actor?;
            let named = matches!(m.what, What::Name(_)) && candidates.iter().any(|c| c.actor == actor);
            named.then_some(actor)
        })
    }

    /// Whether a mention owns a view that its sentence is about: "That is **Holm's** hope".
    pub(super) fn holds_view(&self, there: &Mention) -> bool {
        let end = there.tokens.1 as usize;
        let opening = self.document.sentences[there.sentence as usize].tokens.start as usize;
        let sentence = self.document.sentences[there.sentence as usize].tokens.end as usize;
        // "**For Holm,** it was a chance"
        let fronted = there.tokens.0 as usize == opening + 1
            && self.document.lower(opening) == "for"
            && end < sentence
            && self.document.word(end) == ",";
        fronted
            || there.role == Role::Owner
                && (end..sentence.min(end + 3)).any(|t| self.document.is(t, lexicon::Class::View))
    }

    /// Whether the words that a mention is the source of speak of somebody else by the same pronoun:
    /// "“She was full of hope,” **she** said".
    pub(super) fn speaks_of_another(&self, here: &Mention) -> bool {
        const MOST: usize = 40;
        let What::Pronoun(Pronoun { person: Person::One(gender), .. }) = here.what else { return false };
        let Some(quote) = here.source_of.map(|q| &self.quotes[q as usize]) else { return false };
        quote.style == Style::Direct
            && quote.content.iter().any(|span| {
                let first = self.document.token_at(span.start);
                let end = self.document.tokens.len().min(first + MOST);
                (first..end).take_while(|&t| self.document.tokens[t].span.end <= span.end).any(|t| {
                    let pronoun = self.lexicon.word(self.document, t).pronoun;
                    pronoun.is_some_and(|p| p.person == Person::One(gender))
                })
            })
    }

    /// Those whom the quote names that a mention is the source of: it is not they who speak.
    pub(super) fn spoken_of(&self, here: &Mention) -> Vec<u32> {
        const MOST: usize = 24;
        const HEARER: usize = 3;
        let Some(q) = here.source_of else { return Vec::new() };
        let (names, of_name) = (self.names, &self.entities.of_name);
        let mut found = Vec::new();
        for span in &self.quotes[q as usize].content {
            let from = names.partition_point(|n| n.span.start < span.start);
            let inside =
                names[from..].iter().zip(&of_name[from..]).take_while(|(n, _)| n.span.end <= span.end);
            found.extend(inside.take(MOST).map(|(_, e)| e.0));
        }
        // Nor they who are spoken to: "agreed with **Ida Holm** that", "“…,” she told **Holm**".
        let quote = &self.quotes[q as usize];
        if let Some(end) = quote.cue.iter().chain(&quote.source).map(|s| s.end).max() {
            let from = names.partition_point(|n| n.span.start < end);
            let first = self.document.token_at(end);
            let near = names[from..].iter().zip(&of_name[from..]).take(2);
            let hearer = near.take_while(|(n, _)| (n.first as usize) <= first + HEARER);
            let inside = |t: usize| {
                let word = self.lexicon.word(self.document, t);
                self.document.tokens[t].kind == TokenKind::Word
                    && !matches!(word.function, Function::Clause | Function::Coordinator)
            };
            found.extend(hearer.filter(|(n, _)| (first..n.first as usize).all(inside)).map(|(_, e)| e.0));
        }
        found
    }

    /// Whether no clause begins between two tokens, so that subject and object are two.
    pub(super) fn one_clause(&self, from: u32, to: u32) -> bool {
        const LONGEST: u32 = 10;
        to >= from
            && to - from <= LONGEST
            && (from as usize..to as usize).all(|t| {
                let word = self.lexicon.word(self.document, t);
                self.document.tokens[t].kind == TokenKind::Word
                    && !matches!(word.function, Function::Clause | Function::Coordinator)
                    && word.pronoun.is_none()
            })
    }

    /// "it is clear that", "it seems", "it takes": an "it" that stands for nothing.
    pub(super) fn is_expletive(&self, here: &Mention) -> bool {
        const AHEAD: usize = 7;
        if !matches!(&here.what, What::Pronoun(p) if p.person == Person::It && !p.possessive) {
            return false;
        }
        let end = here.tokens.1 as usize;
        let sentence = self.document.sentences[here.sentence as usize].tokens.end as usize;
        let ahead = end..sentence.min(end + AHEAD);
        let contracted = self.document.slice(self.document.tokens[end - 1].span).len() > 2;
        let mut be = contracted;
        for t in ahead {
            match self.document.lower(t) {
                "is" | "was" | "'s" | "be" | "been" | "being" | "isn't" | "wasn't" | "’s" => be = true,
                _ if self.document.is(t, lexicon::Class::Happening) => return true,
                _ if be && self.document.is(t, lexicon::Class::ItClause) => return true,
                "time" | "late" | "early" | "possible" | "clear" | "important" if be => return true,
                "." | ";" | ":" => return false,
                _ => {}
            }
        }
        false
    }
}
