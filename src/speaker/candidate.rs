//! Who a pronoun or phrase may stand for, and which of them is the likeliest.
//!
//! "Viktor met the minister. He said": those mentioned shortly before that fit, each with what speaks
//! for it ([`Feature`]), weighed against nobody. Missed: who was mentioned longer ago than
//! [`SENTENCES`] and is not called by the same noun.

use super::actor::speaks_of_age;
use super::lexicon::{Function, Person};
use super::mention::{Mention, Phrase, Role, What};
use super::story::{Resolved, Story, is_generic};
use super::weights::{COUNT, Feature, Weights};
use crate::annotation::EntityKind;
use crate::entity::noun::Gender;
use crate::token::{Case, TokenKind};

/// How many mentions back a candidate may stand.
const WINDOW: usize = 48;
/// How many sentences back.
const SENTENCES: u32 = 14;
/// How many candidates are compared.
const CANDIDATES: usize = 12;
/// Below this share nobody is taken.
const LEAST: f32 = 0.35;

struct Candidate {
    actor: u32,
    /// Its last mention; none where only what it is called speaks for it.
    last: Option<u32>,
    nearby: u32,
    features: [f32; COUNT],
}

impl Story<'_, '_> {
    /// The likeliest of those mentioned before that `fits`.
    pub(super) fn choose(
        &self,
        index: usize,
        weights: &Weights,
        fits: impl Fn(&Self, u32) -> bool,
    ) -> Resolved {
        let mut candidates = self.candidates(index, fits);
        self.measure(index, &mut candidates);
        let scores: Vec<f32> = candidates
            .iter()
            .map(|c| c.features.iter().zip(&weights.features).map(|(f, w)| f * w).sum::<f32>())
            .collect();
        let total: f32 = scores.iter().map(|s| s.exp()).sum::<f32>() + weights.none.exp();
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
        let mut others: Vec<u32> = order.iter().take(4).map(|&i| candidates[i].actor).collect();
        match order.first() {
            Some(&best) if scores[best] > weights.none && scores[best].exp() / total >= LEAST => {
                others.remove(0);
                Resolved {
                    actor: Some(candidates[best].actor),
                    share: scores[best].exp() / total,
                    antecedent: self.actors.list[candidates[best].actor as usize]
                        .anchor
                        .or(candidates[best].last),
                    others,
                }
            }
            _ => Resolved { others, ..Resolved::default() },
        }
    }

    /// Those mentioned shortly before, the latest first, and those called by the same noun.
    fn candidates(&self, index: usize, fits: impl Fn(&Self, u32) -> bool) -> Vec<Candidate> {
        let here = &self.mentions[index];
        let own = here.source_of.map(|q| &self.quotes[q as usize]);
        let inside = |m: &Mention| {
            own.and_then(|q| Some((q.content.first()?, q.content.last()?)))
                .is_some_and(|(first, last)| first.start <= m.span.start && m.span.end <= last.end)
        };
        let speaker = match here.speech {
            Some(q) => self.said[q as usize].as_ref().map(|s| s.actor),
            None => self.interview.as_ref().and_then(|i| i.answers(here.block)),
        };
        let mut found: Vec<Candidate> = Vec::new();
        for (i, there) in self.mentions[..index].iter().enumerate().rev().take(WINDOW) {
            if here.clock - there.clock > SENTENCES {
                break;
            }
            let Some(actor) = self.resolved[i].actor else { continue };
            if Some(actor) == speaker {
                continue;
            }
            let adjective =
                there.role == Role::Modifier && self.actors.list[actor as usize].kind == EntityKind::Group;
            if there.tokens.1 > here.tokens.0 || inside(there) || adjective {
                continue;
            }
            if let Some(known) = found.iter_mut().find(|c| c.actor == actor) {
                known.nearby += 1;
            } else if found.len() < CANDIDATES && fits(self, actor) {
                found.push(Candidate { actor, last: Some(i as u32), nearby: 1, features: [0.0; COUNT] });
            }
        }
        if let What::Phrase(phrase) = &here.what {
            let lemma = self.lexicon.word(self.document, phrase.head as usize).lemma;
            for &actor in self.actors.called(lemma) {
                if found.iter().all(|c| c.actor != actor) && fits(self, actor) {
                    let last = self.actors.list[actor as usize].anchor;
                    found.push(Candidate { actor, last, nearby: 0, features: [0.0; COUNT] });
                }
            }
        }
        found
    }

    fn measure(&self, index: usize, candidates: &mut [Candidate]) {
        let here = &self.mentions[index];
        for (rank, candidate) in candidates.iter_mut().enumerate() {
            let actor = &self.actors.list[candidate.actor as usize];
            let mut set = |feature: Feature, value: f32| candidate.features[feature as usize] = value;
            let flag = |b: bool| f32::from(u8::from(b));
            if let Some(last) = candidate.last {
                let there = &self.mentions[last as usize];
                let between = here.clock.saturating_sub(there.clock);
                set(Feature::SameSentence, flag(here.sentence == there.sentence));
                set(Feature::PreviousSentence, flag(between <= 1 && here.sentence != there.sentence));
                set(Feature::Distance, (1.0 + between as f32).ln());
                set(Feature::Subject, flag(there.role == Role::Subject));
                set(Feature::Owner, flag(there.role == Role::Owner));
                set(Feature::Oblique, flag(there.role == Role::Oblique));
                set(Feature::Attribute, flag(there.role == Role::Modifier));
                set(Feature::Source, flag(there.source_of.is_some()));
                set(Feature::Continues, flag(here.source_of.is_some() && there.source_of.is_some()));
                set(Feature::Pronoun, flag(matches!(there.what, What::Pronoun(_))));
                set(Feature::SameBlock, flag(there.block == here.block));
                set(Feature::Quoted, flag(there.quoted && !here.quoted));
                let sentence = &self.document.sentences[there.sentence as usize];
                set(Feature::First, flag(there.tokens.0 <= sentence.tokens.start + 1));
            } else {
                set(Feature::Distance, (1.0 + SENTENCES as f32).ln());
            }
            set(Feature::Rank, (1.0 + rank as f32).ln());
            set(Feature::Often, (1.0 + candidate.nearby as f32).ln());
            set(Feature::Prominent, (1.0 + actor.times as f32).ln());
            set(Feature::LastSpeaker, flag(self.last_speaker == Some(candidate.actor)));
            set(Feature::Named, flag(actor.named));
            set(Feature::Organization, flag(actor.kind == EntityKind::Organization));
            set(Feature::Place, flag(actor.kind == EntityKind::Place));
            set(Feature::People, flag(actor.plural));
            let gender = match &here.what {
                What::Pronoun(p) => match p.person {
                    Person::One(gender) => Some(gender),
                    _ => None,
                },
                What::Phrase(p) => p.noun.and_then(|n| n.gender),
                What::Name(_) => None,
            };
            set(Feature::GenderFits, flag(gender.is_some_and(|g: Gender| actor.gender == Some(g))));
            if let What::Phrase(phrase) = &here.what {
                self.compare(here, phrase, candidate);
            }
        }
    }

    /// What the text calls a candidate against the words of a phrase.
    fn compare(&self, here: &Mention, phrase: &Phrase, candidate: &mut Candidate) {
        let actor = &self.actors.list[candidate.actor as usize];
        let lemma = self.lexicon.word(self.document, phrase.head as usize).lemma;
        let any = is_generic(phrase, self.document.lower(phrase.head as usize));
        let mut set = |feature: Feature, value: bool| {
            candidate.features[feature as usize] = f32::from(u8::from(value));
        };
        let same = actor.called.contains(&lemma);
        set(Feature::SameNoun, same);
        set(Feature::OtherNoun, !same && !any && !actor.called.is_empty());
        // "the 28-year-old"
        let head = phrase.head as usize;
        if head >= 4 && self.document.word(head - 1) == "-" && self.document.lower(head - 2) == "year" {
            let years = self.document.word(head - 4).parse().ok();
            set(Feature::OtherNoun, false);
            set(Feature::AgeFits, actor.age.is_some() && actor.age == years);
            set(Feature::AgeConflicts, actor.age.is_some() && actor.age != years);
        }
        for i in here.tokens.0 as usize..phrase.head as usize {
            let word = self.lexicon.word(self.document, i);
            if word.function != Function::Content || self.document.tokens[i].kind != TokenKind::Word {
                continue;
            }
            let capital = self.document.words.case(self.document.tokens[i].word) == Case::Title;
            if actor.called.contains(&word.lemma) {
                set(Feature::Modifier, true);
            } else if capital && !actor.called.is_empty() {
                set(Feature::OtherModifier, true);
            }
            if let (Some(young), Some(age)) = (speaks_of_age(word.lemma), actor.age) {
                set(Feature::AgeFits, young == (age < 36));
                set(Feature::AgeConflicts, young != (age < 50));
            }
        }
    }
}
