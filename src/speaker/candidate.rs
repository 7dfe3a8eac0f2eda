//! Who a pronoun or phrase may stand for, and which of them is the likeliest.
//!
//! "Viktor met the minister. He said": those mentioned shortly before that fit, each with what speaks
//! for it ([`Feature`]), weighed against nobody. Missed: who was mentioned longer ago than
//! [`SENTENCES`] and is not called by the same noun.

use std::sync::LazyLock;

use super::actor::PER_NOUN;
use super::lexicon::Person;
use super::mention::{Mention, Role, What};
use super::state::{Candidate, Choice, Resolved};
use super::story::Story;
use super::weights::{COUNT, Feature, NONE_COUNT, NoneFeature, SPEAKER, Weighed};
use crate::annotation::EntityKind;
use crate::lexicon::noun::Gender;

/// How many mentions back a candidate may stand.
pub(super) const WINDOW: usize = 48;
/// How many sentences back.
const SENTENCES: u32 = 14;
/// How many candidates are compared.
const CANDIDATES: usize = 12;
/// How many of them are kept as likely.
const OTHERS: usize = 6;
/// Candidates near by, those called so, and one named ahead make at most so many.
const MOST: usize = CANDIDATES + PER_NOUN + 1;
/// Below this share nobody is taken.
const LEAST: f32 = 0.35;
/// `he` and `she` stand for somebody more often than nouns do.
const LEAST_ONE: f32 = 0.28;

/// The sum of the products. Eight sums go side by side, which a processor adds at once.
fn dot(features: &[f32], weights: &[f32]) -> f32 {
    const LANES: usize = 8;
    let mut sums = [0.0; LANES];
    let (features, rest) = features.as_chunks::<LANES>();
    let (weights, rest_of_weights) = weights.as_chunks::<LANES>();
    for (f, w) in features.iter().zip(weights) {
        for lane in 0..LANES {
            sums[lane] += f[lane] * w[lane];
        }
    }
    let last: f32 = rest.iter().zip(rest_of_weights).map(|(f, w)| f * w).sum();
    sums.iter().sum::<f32>() + last
}

/// The logarithm of a count plus one: most counts are small, and looked up.
fn log(count: u32) -> f32 {
    static SMALL: LazyLock<[f32; 64]> = LazyLock::new(|| std::array::from_fn(|n| (1.0 + n as f32).ln()));
    SMALL.get(count as usize).copied().unwrap_or_else(|| (1.0 + count as f32).ln())
}

/// How much a mention is what its sentence is about.
fn prominence(mention: &Mention) -> u32 {
    let role = match mention.role {
        Role::Subject => 4,
        Role::Object => 3,
        Role::Oblique => 2,
        Role::Owner => 1,
        Role::Modifier => 0,
    };
    2 * role + u32::from(mention.source_of.is_some())
}

impl Story<'_, '_> {
    /// The likeliest of those mentioned before that `fits`.
    pub(super) fn choose(
        &mut self,
        index: usize,
        weighed: Weighed,
        fits: impl Fn(&Self, u32) -> bool,
    ) -> Resolved {
        let mut candidates = std::mem::take(&mut self.scratch);
        self.candidates(index, fits, &mut candidates);
        if candidates.is_empty() && self.record.is_none() {
            self.scratch = candidates;
            return Resolved::default();
        }
        self.measure(index, &mut candidates);
        let nobody = self.nobody(index, &candidates);
        // Who says a quote is told by other evidence than of whom a sentence goes on to speak.
        let told = weighed != Weighed::One || self.mentions[index].source_of.is_some();
        let weights = match weighed {
            Weighed::One if told => &SPEAKER,
            _ => &self.weights[weighed as usize],
        };
        let mut record = self.record.take();
        if let Some(choices) = &mut record {
            let one = weighed == Weighed::One;
            let spans = |c: &Candidate| {
                let anchor = self.actors.list[c.actor as usize].anchor;
                // Of one person any name tells who is meant.
                let named = (0..index).filter(|&i| {
                    let words = !matches!(self.mentions[i].what, What::Pronoun(_));
                    one && words && self.resolved[i].actor == Some(c.actor)
                });
                let near = c.last.into_iter().chain(anchor).chain(c.ahead).map(|m| m as usize);
                near.chain(named).map(|m| self.mentions[m].span).collect()
            };
            let candidates = candidates.iter().map(|c| (spans(c), c.features)).collect();
            choices.push(Choice { weighed, span: self.mentions[index].span, none: nobody, candidates });
        }
        self.record = record;
        let none = dot(&nobody, &weights.none);
        let mut scores = [f32::MIN; MOST];
        let mut total = none.exp();
        for (candidate, score) in candidates.iter().zip(&mut scores) {
            *score = dot(&candidate.features, &weights.features);
            total += score.exp();
        }
        // The likeliest first; of equals, the latest.
        let mut order: [u8; MOST] = std::array::from_fn(|i| i as u8);
        let order = &mut order[..candidates.len().min(MOST)];
        order.sort_unstable_by(|&a, &b| scores[b as usize].total_cmp(&scores[a as usize]).then(a.cmp(&b)));
        let best = order.first().map(|&i| (&candidates[i as usize], scores[i as usize]));
        let least = if told { LEAST } else { LEAST_ONE };
        let best = best.filter(|(_, score)| *score > none && score.exp() / total >= least);
        let rest = order.iter().take(OTHERS).skip(usize::from(best.is_some()));
        let others = rest.map(|&i| candidates[i as usize].actor).collect();
        let resolved = match best {
            Some((best, score)) => Resolved {
                actor: Some(best.actor),
                share: score.exp() / total,
                antecedent: self.actors.list[best.actor as usize].anchor.or(best.last).or(best.ahead),
                others,
            },
            None => Resolved { others, ..Resolved::default() },
        };
        candidates.clear();
        self.scratch = candidates;
        resolved
    }

    /// Those mentioned shortly before, the latest first, and those called by the same noun.
    fn candidates(&self, index: usize, fits: impl Fn(&Self, u32) -> bool, found: &mut Vec<Candidate>) {
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
        // Nor is it who asked what is answered.
        let asker = self.asker(index);
        for (i, there) in self.mentions[..index].iter().enumerate().rev().take(WINDOW) {
            if here.clock - there.clock > SENTENCES {
                break;
            }
            let Some(actor) = self.resolved[i].actor else { continue };
            if Some(actor) == speaker || Some(actor) == asker {
                continue;
            }
            let adjective =
                there.role == Role::Modifier && self.actors.list[actor as usize].kind == EntityKind::Group;
            if there.tokens.1 > here.tokens.0 || inside(there) || adjective {
                continue;
            }
            if let Some(known) = found.iter_mut().find(|c| c.actor == actor) {
                known.nearby += 1;
                // "Holm said it was in her hands": the sentence is hers more than "her" tells.
                let best = known.best.map(|b| &self.mentions[b as usize]);
                if best.is_some_and(|b| b.sentence == there.sentence && prominence(there) > prominence(b)) {
                    known.best = Some(i as u32);
                }
            } else if found.len() < CANDIDATES && fits(self, actor) {
                let at = Some(i as u32);
                found.push(Candidate {
                    actor,
                    last: at,
                    best: at,
                    nearby: 1,
                    ahead: None,
                    features: [0.0; COUNT],
                });
            }
        }
        if matches!(&here.what, What::Pronoun(p) if matches!(p.person, Person::One(_)))
            && let Some((ahead, actor)) = self.named_ahead(index)
            && Some(actor) != speaker
            && fits(self, actor)
        {
            match found.iter_mut().find(|c| c.actor == actor) {
                Some(known) => known.ahead = Some(ahead),
                None => found.push(Candidate {
                    actor,
                    last: None,
                    best: None,
                    nearby: 0,
                    ahead: Some(ahead),
                    features: [0.0; COUNT],
                }),
            }
        }
        if let What::Phrase(phrase) = &here.what {
            let lemma = self.lexicon.word(self.document, phrase.head as usize).lemma;
            for &actor in self.actors.called(lemma) {
                if found.iter().all(|c| c.actor != actor) && fits(self, actor) {
                    let last = self.actors.list[actor as usize].anchor;
                    found.push(Candidate {
                        actor,
                        last,
                        best: last,
                        nearby: 0,
                        ahead: None,
                        features: [0.0; COUNT],
                    });
                }
            }
        }
    }

    /// What speaks for each candidate, and against it.
    fn measure(&self, index: usize, candidates: &mut [Candidate]) {
        let here = &self.mentions[index];
        let spoken_of = self.spoken_of(here);
        let owner = here.role == Role::Owner;
        let reflexive = self.document.lower(here.tokens.0 as usize).ends_with("self")
            || self.document.lower(here.tokens.0 as usize).ends_with("selves");
        let one = matches!(&here.what, What::Pronoun(p) if matches!(p.person, Person::One(_)));
        let nearest = one.then(|| self.nearest_subject(index, candidates)).flatten();
        let since = one.then(|| self.subject_since(index, candidates)).flatten();
        let within = one.then(|| self.within_relative(index, candidates)).flatten();
        let another = one && self.speaks_of_another(here);
        let thread = one.then(|| self.thread(index)).flatten();
        let (complement, body) = match &here.what {
            What::Phrase(phrase) => {
                (self.complement(here, phrase.head as usize), self.body_within(here, phrase.head))
            }
            _ => (Vec::new(), Vec::new()),
        };
        let foremost = candidates.iter().map(|c| self.actors.list[c.actor as usize].times).max();
        for (rank, candidate) in candidates.iter_mut().enumerate() {
            let actor = &self.actors.list[candidate.actor as usize];
            let mut set = |feature: Feature, value: f32| candidate.features[feature as usize] = value;
            let flag = |b: bool| f32::from(u8::from(b));
            if let Some(ahead) = candidate.ahead {
                let there = &self.mentions[ahead as usize];
                set(Feature::Ahead, 1.0);
                set(Feature::AheadOwner, flag(owner));
                set(Feature::AheadPlain, flag(self.goes_on(there)));
                set(Feature::AheadFits, flag(actor.gender.is_some() || actor.likely.is_some()));
                set(Feature::AheadSubject, flag(there.role == Role::Subject));
                // Nothing is known of whoever has not been mentioned yet.
                if candidate.last.is_none() {
                    continue;
                }
            }
            if let (Some(last), Some(best)) = (candidate.last, candidate.best) {
                let latest = &self.mentions[last as usize];
                let there = &self.mentions[best as usize];
                let between = here.clock.saturating_sub(there.clock);
                let same = here.sentence == there.sentence;
                let subject = there.role == Role::Subject || one && self.holds_view(there);
                set(Feature::SameSentence, flag(same));
                set(Feature::PreviousSentence, flag(between <= 1 && !same));
                set(Feature::Distance, log(between));
                set(Feature::Subject, flag(subject));
                set(Feature::Owner, flag(there.role == Role::Owner));
                set(Feature::Oblique, flag(there.role == Role::Oblique));
                set(Feature::Attribute, flag(there.role == Role::Modifier));
                set(Feature::Source, flag(there.source_of.is_some()));
                set(Feature::Continues, flag(here.source_of.is_some() && there.source_of.is_some()));
                set(Feature::Pronoun, flag(matches!(latest.what, What::Pronoun(_))));
                set(Feature::SameBlock, flag(there.block == here.block));
                set(Feature::Quoted, flag(latest.quoted && !here.quoted));
                let sentence = &self.document.sentences[there.sentence as usize];
                set(Feature::First, flag(there.tokens.0 <= sentence.tokens.start + 1));
                set(Feature::BothSubjects, flag(subject && here.role == Role::Subject));
                set(Feature::OwnSubject, flag(same && subject && (owner || reflexive)));
                let clause = same && subject && !owner && !reflexive && here.role != Role::Subject;
                set(Feature::OneClause, flag(clause && self.one_clause(there.tokens.1, here.tokens.0)));
                set(Feature::SameSpeech, flag(here.speech.is_some() && here.speech == there.speech));
                set(Feature::Nominal, flag(matches!(there.what, What::Phrase(_))));
                set(Feature::SourceHere, flag(there.source_of.is_some() && there.block == here.block));
                set(Feature::SubjectHere, flag(same && subject));
                set(Feature::SubjectBefore, flag(subject && between <= 1 && !same));
                set(Feature::Said, flag(here.source_of.is_some() && there.speech.is_some()));
                if one {
                    let first = there.tokens.0 <= sentence.tokens.start + 1;
                    let before = subject && between <= 1 && !same;
                    let opens =
                        here.tokens.0 <= self.document.sentences[here.sentence as usize].tokens.start + 1;
                    set(Feature::InTurn, flag(before && first && opens));
                    set(Feature::SubjectsInTurn, flag(before && here.role == Role::Subject));
                    set(Feature::Listed, flag(self.is_listed(best as usize)));
                    let dependent = !owner && !reflexive && here.role != Role::Subject;
                    let near = latest.sentence == here.sentence && latest.role != Role::Owner;
                    set(
                        Feature::Bound,
                        flag(dependent && near && self.no_clause(latest.tokens.1, here.tokens.0)),
                    );
                    let joined = latest.tokens.1 as usize;
                    let and = owner && here.tokens.0 as usize == joined + 1;
                    set(Feature::Joined, flag(and && matches!(self.document.lower(joined), "and" | "or")));
                }
            } else {
                set(Feature::Distance, log(SENTENCES));
            }
            set(Feature::Rank, log(rank as u32));
            set(Feature::Latest, flag(rank == 0));
            set(Feature::Often, log(candidate.nearby));
            set(Feature::Prominent, log(actor.times));
            set(Feature::Foremost, flag(Some(actor.times) == foremost));
            set(Feature::LastSpeaker, flag(self.last_speaker == Some(candidate.actor)));
            let just = self.last_spoke.is_some_and(|(a, s)| a == candidate.actor && s + 1 >= here.sentence);
            set(Feature::JustSpoke, flag(just));
            // "… says Ida Holm, who runs the port. ¶ She": a new paragraph goes on about the one just named.
            let before = candidate.last.is_some_and(|l| self.mentions[l as usize].block != here.block);
            let introduced = before
                && here.speech.is_none()
                && actor.named
                && actor.first.is_some_and(|f| f + 1 >= here.clock);
            set(Feature::Introduced, flag(introduced));
            set(Feature::JustIntroduced, flag(introduced && rank == 0));
            set(Feature::SpokeEarlier, flag(self.last_speaker == Some(candidate.actor) && rank > 0));
            let subject = nearest.filter(|&(actor, _)| actor == candidate.actor);
            set(Feature::ClauseSubject, flag(subject.is_some_and(|(_, same)| same)));
            set(Feature::LastSubject, flag(subject.is_some_and(|(_, same)| !same)));
            set(Feature::Displaced, flag(since.is_some() && self.last_speaker == Some(candidate.actor)));
            set(Feature::Displaces, flag(since == Some(candidate.actor)));
            set(Feature::Within, flag(within == Some(candidate.actor)));
            set(Feature::Another, flag(another && !just));
            if let Some(thread) = thread.filter(|&t| self.resolved[t].actor == Some(candidate.actor)) {
                let there = &self.mentions[thread];
                set(Feature::Thread, flag(there.sentence == here.sentence));
                set(Feature::ThreadRole, flag(there.role == here.role));
            }
            set(Feature::Opening, flag(actor.opening));
            set(Feature::Topic, flag(self.topic == Some((here.block, candidate.actor))));
            set(Feature::SpokenOf, flag(spoken_of.contains(&candidate.actor)));
            set(Feature::Named, flag(actor.named));
            set(Feature::Organization, flag(actor.kind == EntityKind::Organization));
            set(Feature::Place, flag(actor.kind == EntityKind::Place));
            set(Feature::People, flag(actor.plural));
            set(Feature::Individual, flag(actor.kind == EntityKind::Person));
            set(Feature::AnyGender, flag(actor.kind == EntityKind::Person && actor.gender.is_none()));
            let gender = match &here.what {
                What::Pronoun(p) => match p.person {
                    Person::One(gender) => Some(gender),
                    _ => None,
                },
                What::Phrase(p) => p.noun.and_then(|n| n.gender),
                What::Name(_) => None,
            };
            set(Feature::GenderFits, flag(gender.is_some_and(|g: Gender| actor.gender == Some(g))));
            if let (true, None, Some(likely)) = (one, actor.gender, actor.likely) {
                set(Feature::LikelyFits, flag(gender == Some(likely)));
                set(Feature::LikelyOther, flag(gender != Some(likely)));
            }
            if let What::Phrase(phrase) = &here.what {
                self.compare(here, phrase, &complement, &body, candidate);
            }
        }
    }

    /// What speaks for none of the candidates.
    fn nobody(&self, index: usize, candidates: &[Candidate]) -> [f32; NONE_COUNT] {
        let here = &self.mentions[index];
        let mut none = [0.0; NONE_COUNT];
        let mut set = |feature: NoneFeature, value: bool| none[feature as usize] = f32::from(u8::from(value));
        let near = |c: &Candidate| {
            c.features[Feature::SameSentence as usize] + c.features[Feature::PreviousSentence as usize] > 0.0
        };
        set(NoneFeature::Always, true);
        set(NoneFeature::Expletive, self.is_expletive(here));
        set(NoneFeature::InSpeech, here.speech.is_some());
        set(NoneFeature::IsSource, here.source_of.is_some());
        set(NoneFeature::IsSubject, here.role == Role::Subject);
        set(NoneFeature::IsOwner, here.role == Role::Owner);
        set(NoneFeature::Far, !candidates.iter().any(near));
        set(NoneFeature::Only, candidates.len() == 1);
        none
    }
}
