//! From start to end: mentions and quotes in the order of the text.
//!
//! Each mention is resolved, and each quote is given to whom its source stands for. Quotes whose words
//! name nobody are [`super::follow`]'s, turns [`super::turn`]'s; [`super::outcome`] sums up.

use crate::hash::TextMap;

use super::label::Labels;
use super::lexicon::Person;
use super::mention::{Role, What};
use super::state::{Resolved, Said};
use super::story::Story;
use crate::annotation::{EntityKind, Style};
use crate::lexicon::noun::Class;
use crate::quote::Quote;
use crate::span::Span;
use crate::token::TokenKind;

/// Below this certainty a quote has no speaker.
pub(super) const LEAST: f32 = 0.3;
/// A quotation run goes on over at most so many sentences without a quote.
pub(super) const GAP: u32 = 2;

/// The noun of a source stands in so many tokens.
const PAPER: usize = 16;

/// How often a source of this sort that was resolved with this share is right: fitted on development
/// texts, by hand-resolved sources and by names that stand in the source.
fn certainty(what: &What, resolved: &Resolved) -> f32 {
    let share = resolved.share;
    match what {
        What::Name(_) => 0.96,
        What::Phrase(_) if resolved.antecedent.is_none() => (0.1 + share).min(0.9),
        What::Phrase(_) => 0.78 + 0.14 * share,
        What::Pronoun(pronoun) => match pronoun.person {
            Person::One(_) => (0.47 + 0.5 * share).min(0.96),
            Person::Relative => 0.92 * share,
            Person::It => 0.58 + 0.35 * share,
            _ => 0.38 + 0.48 * share,
        },
    }
}

pub(super) struct Run<'a, 't> {
    pub(super) story: Story<'a, 't>,
    pub(super) labels: Option<Labels<'a>>,
    /// People known by nothing but their label.
    pub(super) unnamed: TextMap<String, u32>,
    /// Quotes without a source that wait for the next quote of their paragraph.
    pub(super) waiting: Vec<u32>,
    pub(super) asked: Option<u32>,
}

impl<'a, 't> Run<'a, 't> {
    /// Reads the whole text. `sources` gives each quote the mention that is its source.
    pub(super) fn new(story: Story<'a, 't>, sources: &[Option<u32>]) -> Self {
        let labels = story
            .quotes
            .iter()
            .any(|q| q.style == Style::Transcript)
            .then(|| Labels::new(story.names, story.entities));
        let mut run = Self { story, labels, unnamed: TextMap::default(), waiting: Vec::new(), asked: None };
        let mut by_mention: Vec<(u32, u32)> =
            sources.iter().enumerate().filter_map(|(q, m)| m.map(|m| (m, q as u32))).collect();
        by_mention.sort_unstable();
        let mut without: Vec<(u32, u32)> = (0..run.story.quotes.len() as u32)
            .filter(|&q| sources[q as usize].is_none())
            .filter_map(|q| run.story.quotes[q as usize].content.first().map(|c| (c.start, q)))
            .collect();
        without.sort_unstable();
        let (mut with, mut without) = (by_mention.into_iter().peekable(), without.into_iter().peekable());
        for index in 0..run.story.mentions.len() {
            let start = run.story.mentions[index].span.start;
            while let Some((_, q)) = without.next_if(|(at, _)| *at <= start) {
                run.without_source(q as usize, index);
            }
            run.story.resolve(index);
            while let Some((_, q)) = with.next_if(|(m, _)| *m as usize <= index) {
                run.with_source(q as usize, index);
            }
        }
        let end = run.story.mentions.len();
        for (_, q) in without {
            run.without_source(q as usize, end);
        }
        run.settle_waiting();
        run
    }

    pub(super) fn quote(&self, q: usize) -> &'a Quote {
        &self.story.quotes[q]
    }

    pub(super) fn say(&mut self, q: usize, said: Said) {
        let actor = &mut self.story.actors.list[said.actor as usize];
        actor.speaks = true;
        if self.quote(q).style != Style::Transcript {
            self.story.last_speaker = Some(said.actor);
            self.story.last_spoke = Some((said.actor, self.end_place(self.quote(q)).0));
        }
        self.story.said[q] = Some(said);
    }

    fn with_source(&mut self, q: usize, index: usize) {
        let resolved = &self.story.resolved[index];
        let they = matches!(&self.story.mentions[index].what, What::Pronoun(p) if p.person == Person::They);
        if they && let Some(said) = self.together(q) {
            return self.say(q, said);
        }
        let it = matches!(&self.story.mentions[index].what, What::Pronoun(p) if p.person == Person::It && !p.possessive);
        if it && let Some(said) = self.same_body(q).or_else(|| self.same_paper(index)) {
            return self.say(q, said);
        }
        let Some(actor) = resolved.actor else {
            // "The unions backed the data, saying": not the data.
            let saying = self.quote(q).cue.first().map(|c| self.story.document.token_at(c.start));
            let What::Phrase(phrase) = &self.story.mentions[index].what else { return };
            let paper = phrase.noun.is_none_or(|n| n.class == Class::Document);
            if paper && saying.is_some_and(|t| self.story.document.lower(t) == "saying") {
                self.by_subject(q, index, 0.7);
            }
            return;
        };
        let certainty = certainty(&self.story.mentions[index].what, resolved);
        let others = resolved.others.clone();
        if certainty >= LEAST {
            self.say(q, Said { actor, certainty, others, through: Some(index as u32) });
        }
    }

    /// "The ministry said it was late. “…,” **it** claimed": the body or paper that said the quote right before.
    fn same_body(&self, q: usize) -> Option<Said> {
        let before = q.checked_sub(1)?;
        let said = self.story.said[before].as_ref()?;
        let (here, there) = (self.place(self.quote(q)), self.end_place(self.quote(before)));
        let near = here.1 == there.1 && here.0.saturating_sub(there.0) <= 1 && here.0 >= there.0;
        let actor = &self.story.actors.list[said.actor as usize];
        // "The prosecutors' document"
        let source = *self.quote(before).source.first()?;
        let document = self.story.document;
        let paper = (document.token_at(source.start)..document.tokens.len())
            .take(PAPER)
            .take_while(|&t| document.tokens[t].span.end <= source.end)
            .any(|t| self.story.lexicon.word(document, t).noun.is_some_and(|n| n.class == Class::Document));
        let body = actor.kind != EntityKind::Person && !actor.plural;
        (near && (paper || body)).then(|| Said { certainty: 0.9 * said.certainty, ..said.clone() })
    }

    /// "The affidavit tells of the search. **It** says": whoever speaks in the paper that the sentence before is about.
    fn same_paper(&self, index: usize) -> Option<Said> {
        let here = &self.story.mentions[index];
        let before = (index.saturating_sub(24)..index).rev().find(|&i| {
            let there = &self.story.mentions[i];
            there.role == Role::Subject && !there.quoted && there.sentence < here.sentence
        })?;
        let there = &self.story.mentions[before];
        let paper =
            matches!(&there.what, What::Phrase(p) if p.noun.is_some_and(|n| n.class == Class::Document));
        let actor =
            self.story.resolved[before].actor.filter(|_| paper && there.sentence + 2 >= here.sentence)?;
        Some(Said { actor, certainty: 0.75, others: Vec::new(), through: Some(before as u32) })
    }

    /// "They said": the two who said the quote before together, by the first of them.
    fn together(&self, q: usize) -> Option<Said> {
        let before = q.checked_sub(1)?;
        let source = self.quote(before).source.first()?;
        let two = self.story.document.slice(*source).split_whitespace().any(|w| w == "and");
        let near = self.place(self.quote(q)).0.saturating_sub(self.end_place(self.quote(before)).0) <= GAP;
        let said = self.story.said[before].as_ref().filter(|_| two && near)?;
        Some(Said { certainty: 0.7 * said.certainty, ..said.clone() })
    }

    /// A quote whose words name nobody: a turn, or one that carries on another.
    fn without_source(&mut self, q: usize, index: usize) {
        let quote = self.quote(q);
        match quote.style {
            Style::Transcript => self.turn(q),
            Style::Direct if quote.source.is_empty() && quote.cue.is_empty() => self.carry_on(q, index),
            // "The jury was told that …": by nobody named.
            Style::Direct | Style::Mixed | Style::Indirect
                if quote.source.is_empty() && !quote.cue.is_empty() && !self.is_passive(quote) =>
            {
                match self.beside_cue(quote) {
                    Some(actor) => {
                        self.say(q, Said { actor, certainty: 0.8, others: Vec::new(), through: None })
                    }
                    None => self.by_subject(q, index, 0.7),
                }
            }
            _ => {}
        }
    }

    /// Who is named right beside the cue: "Only ships, Ida, 22, believes, will do".
    fn beside_cue(&self, quote: &Quote) -> Option<u32> {
        let (document, names) = (self.story.document, self.story.names);
        let cue = quote.cue.first()?;
        let (verb, end) = (document.token_at(cue.start), document.token_at(cue.end));
        let next = names.partition_point(|n| n.end as usize <= verb);
        let between =
            |t: usize| matches!(document.tokens[t].kind, TokenKind::Number) || document.word(t) == ",";
        let before = next.checked_sub(1).filter(|&i| {
            let from = names[i].end as usize;
            from + 4 >= verb && (from..verb).all(between)
        });
        let behind = Some(next).filter(|&i| names.get(i).is_some_and(|n| n.first as usize == end));
        let beside =
            before.or(behind).filter(|&i| !quote.content.iter().any(|c| c.contains(names[i].span)))?;
        self.story.entities.of_name.get(beside).map(|e| e.0)
    }

    /// Whether the cue is a passive: "was told".
    fn is_passive(&self, quote: &Quote) -> bool {
        let document = self.story.document;
        quote.cue.first().is_some_and(|cue| {
            let (verb, end) = (document.token_at(cue.start), document.token_at(cue.end.saturating_sub(1)));
            let be = |t: usize| {
                matches!(document.lower(t), "was" | "were" | "been" | "is" | "are" | "being" | "be")
            };
            // "was told", "is expected"
            (verb.saturating_sub(2)..verb).any(be) || be(verb) && document.lower(end).ends_with("ed")
        })
    }

    /// The sentence and block where a quote starts.
    pub(super) fn place(&self, quote: &Quote) -> (u32, u32) {
        self.place_of(quote.content.first().map_or(0, |c| c.start))
    }

    pub(super) fn end_place(&self, quote: &Quote) -> (u32, u32) {
        let end = |spans: &[Span]| spans.last().map_or(0, |s| s.end);
        let last = end(&quote.content).max(end(&quote.source)).max(end(&quote.cue));
        self.place_of(last.saturating_sub(1))
    }

    pub(super) fn place_of(&self, byte: u32) -> (u32, u32) {
        let document = self.story.document;
        let sentence = document.sentences.partition_point(|s| s.span.end <= byte);
        let block = document.sentences.get(sentence).map_or(0, |s| s.block);
        (sentence as u32, block)
    }
}
