//! Noun phrases: whom "the minister", "his wife", "Ukraine's military" stand for, or that they are someone new.
//!
//! A definite phrase takes the likeliest of [`super::candidate`] that fits: of its kind and number, called so
//! by the text where the noun says what one is. A phrase with an owner is known by the same words, or by
//! kinship; an indefinite one is someone new, unless it tells what someone is ("is a lawyer"). Missed: bodies and
//! people whom only the world knows by the noun.

use super::kind::{kind_of, someone};
use super::lexicon::{Function, lemma_id};
use super::mention::{Mention, Phrase, Start};
use super::state::Resolved;
use super::story::Story;
use super::weights::Weighed;
use crate::annotation::EntityKind;
use crate::lexicon;
use crate::lexicon::noun::Class;
use crate::token::TokenKind;

impl Story<'_, '_> {
    /// Resolves a noun phrase, or takes it for someone new.
    pub(super) fn phrase(&mut self, index: usize, phrase: &Phrase) -> Resolved {
        let head = phrase.head as usize;
        let lemma = self.lexicon.word(self.document, head).lemma;
        let case = self.document.words.case(self.document.tokens[head].word);
        let mut kind = kind_of(phrase.noun, case, self.document.lower(head));
        if phrase.noun.is_some_and(|n| n.class == Class::Document) {
            return self.author(index, lemma);
        }
        if let Some(name) = phrase.name {
            return self.missed(index, phrase, name);
        }
        // A name that was not found as one: "zelenskyy argues".
        if phrase.noun.is_none()
            && let Some(actor) = self.actors.with_last_word(lemma)
        {
            let antecedent = self.actors.list[actor as usize].anchor;
            return Resolved { actor: Some(actor), share: 0.8, antecedent, others: Vec::new() };
        }
        // Whoever has words of his own between quotation marks can speak: "The shepherd asked".
        // "the Bible says": nobody but what was called so before.
        let unknown = phrase.noun.is_none() && (kind.is_none() || case.has_capital());
        if kind.is_none() && (self.speaks(index, phrase) || !self.actors.called(lemma).is_empty()) {
            kind = Some(someone(self.document.lower(head)));
        }
        // "Worth said": nobody rather than a thing that cannot speak.
        let Some((kind, plural)) = kind else { return Resolved::default() };
        let known = match phrase.start {
            // "9 percent of voters" are others than the 19 percent before.
            _ if matches!(self.document.lower(head), "percent" | "%") => Resolved::default(),
            Start::Definite | Start::Bare => {
                let generic = is_generic(phrase, self.document.lower(head));
                let gender = phrase.noun.and_then(|n| n.gender);
                // Nobody is found by "the driver" who is not called so, unless the driver is quoted.
                let source = self.mentions[index].source_of.is_some();
                let bare = phrase.start == Start::Bare || plural;
                let owners = self.names_within(index);
                let bare_start = phrase.start == Start::Bare;
                // "the ministry" is one that is called so: its name says what it is.
                let institution = self.document.is(head, lexicon::Class::Institution);
                // "Administration officials" are not the "Mexican officials" of before.
                let others = if bare_start { self.modifiers(index, head) } else { Vec::new() };
                let anonymous = matches!(self.document.lower(head), "source" | "sources");
                let complement = self.complement(&self.mentions[index], head);
                let rank = self.rank(index, head);
                let role = source && phrase.noun.is_some_and(|n| n.class == Class::Person && !n.plural);
                self.choose(index, Weighed::Noun, move |story, id| {
                    // "The Holm campaign" is nobody else's.
                    if !owners.is_empty() && story.is_other_body(id, &owners) {
                        return false;
                    }
                    let actor = &story.actors.list[id as usize];
                    // "the source" is one of the "sources", and nobody who has a name.
                    if anonymous {
                        return actor.heads.contains(&lemma) && !actor.named;
                    }
                    // "The vice president" is not the president, nor "the second witness" the first.
                    if story.is_of_other_rank(actor, rank) {
                        return false;
                    }
                    // "Holm was found dead. The coroner said": a stranger.
                    if role && actor.named && !actor.heads.contains(&lemma) && story.suffers(index, id) {
                        return false;
                    }
                    // "The commission of university heads" is not the one on education.
                    let else_of = !complement.is_empty()
                        && !actor.named
                        && (actor.called.len() > actor.heads.len() || bare_start)
                        && !complement.iter().any(|lemma| actor.called.contains(lemma));
                    if else_of {
                        return false;
                    }
                    // "police" are not "Saddam's police".
                    if bare_start && actor.owned {
                        return false;
                    }
                    let gender_fits = gender.is_none() || actor.gender.is_none() || actor.gender == gender;
                    let same_kind = actor.kind == kind || kind == EntityKind::Other;
                    let same_noun = actor.heads.contains(&lemma);
                    same_kind
                        && gender_fits
                        && actor.plural == plural
                        && (!bare || same_noun || generic && !bare_start)
                        && (!(unknown || institution) || same_noun)
                        && (!bare_start || others.iter().all(|o| actor.called.contains(o)))
                        && (source || same_noun || generic && actor.named)
                        && (kind != EntityKind::Other || same_noun)
                        // "the embassy" is no "ministry" that has no name either, nor "the secretary" "a stranger".
                        && (same_noun || generic || actor.named || actor.fixed
                            || !matches!(kind, EntityKind::Organization | EntityKind::Person))
                })
            }
            Start::Owned => {
                self.same_words(index, lemma).or_else(|| self.kin(index, lemma)).unwrap_or_default()
            }
            // "Holm is a lawyer and a mother of two": nobody new.
            Start::Indefinite if self.is_predicate(index) => return Resolved::default(),
            Start::Indefinite | Start::Another => Resolved::default(),
        };
        let known = match known.actor {
            None if kind == EntityKind::Person && !plural => {
                self.named_later(index, phrase, lemma).unwrap_or(known)
            }
            _ => known,
        };
        if let Some(actor) = known.actor {
            let (first, end) = self.mentions[index].tokens;
            if !self.actors.list[actor as usize].named {
                let (first, end) = (first as usize, end as usize);
                self.actors.call(self.document, self.lexicon, actor, first, end, Some(head));
                let span = self.mentions[index].span;
                let fixed = self.actors.list[actor as usize].fixed;
                let longest = &mut self.actors.list[actor as usize].phrase;
                if !fixed && longest.is_none_or(|p| p.len() < span.len()) {
                    *longest = Some(span);
                }
            }
            // Nothing in the text calls them so.
            let called = self.actors.list[actor as usize].heads.contains(&lemma);
            let share = if called { known.share } else { 0.7 * known.share };
            return Resolved { share, ..known };
        }
        let mention = &self.mentions[index];
        let actor = self.actors.add(self.document, self.lexicon, mention.tokens, phrase, mention.span);
        if kind == EntityKind::Person
            && !plural
            && let Some(name) = self.missed_name(mention)
        {
            self.actors.name(self.document, self.lexicon, actor, name);
        }
        Resolved { actor: Some(actor), share: 0.8, antecedent: None, others: known.others }
    }

    /// "Ukraine's military": known again by the same words.
    fn same_words(&self, index: usize, lemma: u32) -> Option<Resolved> {
        let words = |m: &Mention| self.document.slice(m.span);
        let here = &self.mentions[index];
        let owner = self.lexicon.word(self.document, here.tokens.0 as usize).pronoun;
        if owner.is_some() {
            return None;
        }
        let (actor, anchor) = self.actors.called(lemma).iter().rev().find_map(|&a| {
            let anchor = self.actors.list[a as usize].anchor?;
            let there = &self.mentions[anchor as usize];
            words(there).eq_ignore_ascii_case(words(here)).then_some((a, anchor))
        })?;
        Some(Resolved { actor: Some(actor), share: 0.9, antecedent: Some(anchor), others: Vec::new() })
    }

    /// "his wife": the one whom the text calls a wife, where it names her.
    fn kin(&self, index: usize, lemma: u32) -> Option<Resolved> {
        let word = self.document.lower(self.mentions[index].tokens.1 as usize - 1);
        let kin = lexicon::is(word, lexicon::Class::Kin);
        let here = &self.mentions[index];
        let speaker = here.speech.and_then(|q| self.said[q as usize].as_ref()).map(|s| s.actor);
        let gender = self.lexicon.word(self.document, here.tokens.1 as usize - 1).noun.and_then(|n| n.gender);
        // "their child, Ida … his daughter"
        let child = ["child", "daughter", "son", "baby"];
        let same = child.iter().filter(|_| child.contains(&word)).map(|w| lemma_id(w));
        let mut called = same.chain([lemma]).flat_map(|l| self.actors.called(l)).copied().filter(|&a| {
            let actor = &self.actors.list[a as usize];
            let fits = gender.is_none() || actor.gender.is_none() || actor.gender == gender;
            kin && fits
                && actor.named
                && !actor.plural
                && actor.kind == EntityKind::Person
                && Some(a) != speaker
        });
        let actor = called.rfind(|&a| self.actors.list[a as usize].anchor.is_some())?;
        let antecedent = self.actors.list[actor as usize].anchor;
        Some(Resolved { actor: Some(actor), share: 0.7, antecedent, others: Vec::new() })
    }

    /// The lemmas of the words before the head of a phrase.
    fn modifiers(&self, index: usize, head: usize) -> Vec<u32> {
        let first = self.mentions[index].tokens.0 as usize;
        let words = (first..head).filter(|&t| self.document.tokens[t].kind == TokenKind::Word);
        let words = words.map(|t| self.lexicon.word(self.document, t));
        words.filter(|w| w.function == Function::Content).map(|w| w.lemma).collect()
    }

    /// Whether a phrase tells what someone is, rather than standing for someone: "is **a lawyer**".
    fn is_predicate(&self, index: usize) -> bool {
        const BACK: usize = 14;
        let mention = &self.mentions[index];
        let first = mention.tokens.0 as usize;
        let lowest = self.document.sentences[mention.sentence as usize].tokens.start as usize;
        if mention.source_of.is_some() {
            return false;
        }
        // "attacked him as **a liar**", "as a liar and **a fraud**"
        if first > lowest && matches!(self.document.lower(first - 1), "as" | "like") {
            return true;
        }
        if first > lowest
            && self.document.lower(first - 1) == "and"
            && let Some(before) = index.checked_sub(1).map(|i| &self.mentions[i])
            && before.tokens.1 as usize + 1 == first
            && before.tokens.0 as usize > lowest
            && matches!(self.document.lower(before.tokens.0 as usize - 1), "as" | "like")
        {
            return true;
        }
        for t in (lowest..first).rev().take(BACK) {
            let word = self.lexicon.word(self.document, t);
            match self.document.lower(t) {
                w if lexicon::is(w, lexicon::Class::Copula) => {
                    return true;
                }
                "by" | "that" | "than" | ";" | ":" | "(" => return false,
                _ if word.pronoun.is_some() || word.verb || word.function == Function::Clause => {
                    return false;
                }
                _ => {}
            }
        }
        false
    }
}

/// Whether a phrase can be for anyone of its kind: "the man", "the company".
pub(super) fn is_generic(phrase: &Phrase, word: &str) -> bool {
    phrase.noun.is_some_and(|n| n.class == Class::AnyPerson)
        || phrase.start == Start::Definite && lexicon::is(word, lexicon::Class::Enterprise)
}
