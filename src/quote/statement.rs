//! A cue with its source and its content, read from the sentence around it.
//!
//! Each verb of saying is read once: what stands on its left ([`super::source`]), what follows it
//! ([`super::content`]). The ways to put the three together are then tried in turn, from the plainest
//! to the most doubtful; what fits none is no statement. Words set off as a paragraph after a colon are content too.

use std::ops::Range;

use super::content::Right;
use super::cue::{self, Cue, Form};
use super::frame::Frame;
use super::source::{Left, Subject};
use super::words::*;
use crate::lexicon;

/// A statement, in units of its frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub content: Vec<Range<usize>>,
    pub cue: Range<usize>,
    pub source: Option<Range<usize>>,
    /// Where the next statement of the sentence can start at the earliest.
    pub next: usize,
}

/// A cue with what stands around it.
pub(super) struct Reading {
    pub(super) sentence: Range<usize>,
    /// The index of the sentence.
    pub(super) index: usize,
    pub(super) verb: usize,
    pub(super) cue: Cue,
    /// The units of the cue.
    pub(super) units: Range<usize>,
    pub(super) left: Left,
    pub(super) right: Right,
    /// Where the hearer ends, or the cue where none is named.
    pub(super) hearer: usize,
    /// Where the content can start at the earliest.
    pub(super) low: usize,
}

/// Content, source, and where the next statement can start.
pub(super) type Parts = (Vec<Range<usize>>, Option<Range<usize>>, usize);

impl Frame<'_, '_> {
    /// Reads the statements of the sentence at `index`.
    pub(super) fn read_sentence(&self, index: usize, found: &mut Vec<Statement>) {
        let sentence = self.sentences[index].clone();
        if let Some(statement) = self.read_label_behind(&sentence) {
            found.push(statement);
            return;
        }
        // The source that a verb without subject shares.
        let mut shared: Option<Range<usize>> = None;
        let mut low = sentence.start;
        // Where the content read last ends: "it hopes" in "said it hopes to stay" is part of it.
        let mut said_until = sentence.start;
        for verb in sentence.clone() {
            let statement = match self.cue(verb) {
                Some(cue)
                    if cue.frame & cue::THINK != 0
                        && verb < said_until
                        && (verb == sentence.start || self.is(verb - 1, SUBJECT | AUXILIARY | ADVERB)) =>
                {
                    None
                }
                Some(cue) => self
                    .read_cue(verb, cue, low, index, &shared)
                    .inspect(|statement| {
                        if cue.form != Form::Ing && statement.source.is_some() {
                            shared.clone_from(&statement.source);
                        }
                    })
                    .or_else(|| self.read_noun(verb, &sentence)),
                None if self.is(verb + 1, TO) && self.lower(verb) == "according" => {
                    self.read_according(verb, low, &sentence)
                }
                None if self.is(verb + 1, TO | THAT) || matches!(self.lower(verb + 1), "from" | "by") => {
                    self.read_noun(verb, &sentence)
                }
                None => None,
            };
            if let Some(statement) = statement {
                low = low.max(statement.next);
                said_until = statement.content.last().map_or(said_until, |c| c.end.max(said_until));
                found.push(statement);
            }
        }
    }

    fn read_cue(
        &self,
        verb: usize,
        cue: Cue,
        low: usize,
        index: usize,
        shared: &Option<Range<usize>>,
    ) -> Option<Statement> {
        let reading = self.read_around(verb, cue, low, index)?;
        let (content, source, next) = self.put_together(&reading, shared)?;
        let next = next.max(reading.units.start + 1);
        (!content.is_empty()).then_some(Statement { content, cue: reading.units, source, next })
    }

    /// Reads what stands around the verb at `verb`; `None` where it is no verb of saying here.
    fn read_around(&self, verb: usize, cue: Cue, low: usize, index: usize) -> Option<Reading> {
        let sentence = self.sentences[index].clone();
        // A headline's verb may be taken for a part of a name: "Ukraine Urges NATO".
        if self.is(verb, NAME) && (cue.form != Form::Third || cue.frame & cue::NOUN != 0) {
            return None;
        }
        let before = verb.checked_sub(1).filter(|&b| b >= sentence.start);
        // "used to say", "liked to tell"
        let habit = |b: usize| {
            b > sentence.start
                && matches!(self.lower(b - 1), "used" | "likes" | "liked" | "loved" | "loves" | "on")
                && (self.lower(b - 1) != "on"
                    || b >= 2 && matches!(self.lower(b - 2), "went" | "goes" | "gone"))
        };
        if before.is_some_and(|b| self.is(b, TO) && !habit(b) || matches!(self.lower(b), "-" | "‐" | "‑"))
        {
            return None;
        }
        let article = |b| {
            let pronoun = matches!(self.lower(b), "another" | "some" | "many" | "most" | "several" | "few");
            self.is(b, DETERMINER | POSSESSIVE)
                && !matches!(self.lower(b), "that" | "all" | "both" | "each")
                && !(pronoun
                    && (cue.form != Form::Ing)
                    && (b == sentence.start || self.is(b - 1, STOP | CONJUNCTION)))
        };
        if before.is_some_and(article) {
            return None;
        }
        // "I remember thinking", "stop telling me": a verb's object, not its subject's words.
        let governs = |b| {
            matches!(
                self.lower(b),
                "remember" | "remembered" | "stop" | "stopped" | "keep" | "avoid" | "start"
            )
        };
        if cue.form == Form::Ing && before.is_some_and(governs) {
            return None;
        }
        // "the show, called “Water Tonight”"
        let names = matches!(self.lower(verb), "called" | "dubbed" | "labeled" | "labelled");
        if names && before.is_none_or(|b| self.lower(b) == ",") && self.is_capital_quotation(verb + 1) {
            return None;
        }
        // "helps confirm", "let them say"
        let helped = |b| {
            matches!(self.lower(b), "help" | "helps" | "helped" | "let" | "lets" | "make" | "makes" | "made")
        };
        if cue.form == Form::Base && before.is_some_and(helped) {
            return None;
        }
        let noun = cue.frame & cue::NOUN != 0 && cue.form != Form::Past;
        // "20 states", "the red states"
        let plural = self.lower(verb) == "states"
            && before
                .is_some_and(|b| !self.is(b, NAME | SUBJECT | ADVERB) && !(self.is(verb + 1, THAT | STOP)));
        if noun && (plural || before.is_some_and(|b| self.is(b, NUMBER) && !self.is(b, NAME))) {
            return None;
        }
        if noun && before.is_none_or(|b| self.is(b, DETERMINER | POSSESSIVE | PREPOSITION)) {
            return None;
        }
        let start = match cue.form {
            // "is certain"
            Form::Adjective => (sentence.start..verb).rev().take(3).find(|&u| self.is(u, BE))?,
            _ => verb,
        };
        let mut end = verb + 1;
        if self.lower(end) == "out" && self.lower(verb).starts_with("point") {
            end += 1;
        }
        if cue.frame & cue::VOICE != 0 {
            end = self.skip_feeling(end, sentence.end)?;
        }
        let mut cue = cue;
        let calls = self.lower(verb).starts_with("call");
        let passive = cue.form == Form::Past && self.is_passive(verb, low);
        let appeals = self.lower(verb).starts_with("appeal");
        let (right, hearer) = match self.lower(end) {
            // "appealed to donors to pay"
            "to" if appeals => self.read_right(end + 1, cue, &sentence, passive),
            "on" | "upon" if calls => {
                // "called on NATO to act"
                end += 1;
                cue.frame = cue::ORDER;
                self.read_right(end, cue, &sentence, passive)
            }
            "for" if calls => {
                // "called for NATO to act"
                end += 1;
                (self.read_demand(end, &sentence)?, end)
            }
            _ => self.read_right(end, cue, &sentence, passive),
        };
        let left = self.read_left(verb, cue.form, low, !matches!(right, Right::Nothing));
        if self.lower(verb) == "read" && !self.is_of_message(&left, verb) {
            return None;
        }
        if cue.form == Form::Base && !self.agrees(&left, verb) {
            return None;
        }
        let vague = matches!(right, Right::Content { explicit: false, .. });
        let personal = matches!(&left.subject, Subject::Before(s) if self.is(s.start, SUBJECT | NAME));
        let named = match &left.subject {
            Subject::Before(s) => {
                self.is(s.start, DETERMINER | POSSESSIVE | CAPITAL | NUMBER | RELATIVE)
                    || self.lower(s.end - 1).ends_with('s')
            }
            _ => true,
        };
        if noun && cue.form != Form::Ing && !personal && (vague || !named) {
            return None;
        }
        if cue.frame & cue::TELL != 0 {
            end = end.max(hearer);
        }
        Some(Reading { sentence, index, verb, cue, units: start..end, left, right, hearer, low })
    }

    /// Tries the ways in which cue, source and content can stand.
    fn put_together(&self, reading: &Reading, shared: &Option<Range<usize>>) -> Option<Parts> {
        if let Some(parts) = self.verb_first(reading) {
            return Some(parts);
        }
        let Reading { sentence, verb, cue, units, left, right, .. } = reading;
        let passive = left.subject == Subject::Passive;
        let source = match &left.subject {
            Subject::Before(units) if cue.form == Form::Ing => self.issuer(units, sentence.start),
            Subject::Before(units) => Some(units.clone()),
            Subject::Missing if cue.form != Form::Ing => None,
            Subject::Shared | Subject::Missing => {
                shared.clone().or_else(|| self.main_subject(sentence.start, *verb))
            }
            Subject::Passive => {
                let agent = units.end + 1;
                let end =
                    if self.lower(units.end) == "by" { self.noun_phrase(agent, sentence.end) } else { agent };
                (end > agent).then_some(agent..end)
            }
        };
        let thinks = cue.frame & cue::THINK != 0;
        if thinks && source.as_ref().is_some_and(|s| matches!(self.lower(s.start), "i" | "we" | "you")) {
            return None;
        }
        if let Some(parts) = self.verb_before_source(reading) {
            return Some(parts);
        }
        // "the farmers were told to leave", "Moreno was accused of hiding it", "it was said that …"
        let reported = cue.frame & (cue::HEARER | cue::CHARGE) != 0
            || cue.frame & (cue::ORDER | cue::THAT) != 0
                && matches!(right, Right::Content { start, .. } if self.is(*start, TO | THAT | QUESTION));
        if passive && !reported {
            return None;
        }
        let quoted = matches!(right, Right::Content { start, .. } if self.is(*start, QUOTATION));
        if source.is_none() && !passive && !quoted {
            return None;
        }
        if let Some((content, next)) = self.as_clause(reading) {
            return Some((content, source, next));
        }
        let (content, next) = self.plain_content(reading)?;
        Some((content, source, next))
    }

    /// Who "a statement from the port saying" is from: whom it names, or else the subject of its
    /// sentence; other subjects are themselves.
    fn issuer(&self, subject: &Range<usize>, low: usize) -> Option<Range<usize>> {
        let statement = subject.clone().find(|&u| {
            (lexicon::is(self.lower(u), lexicon::Class::Message) || self.lower(u).starts_with("warning"))
                && !self.is(u, NAME)
        });
        let Some(statement) = statement else { return Some(subject.clone()) };
        let from = (statement + 1..subject.end).find(|&u| matches!(self.lower(u), "from" | "by"));
        match from {
            Some(from) if from + 1 < subject.end => Some(from + 1..subject.end),
            _ if subject.start > low => self.main_subject(low, subject.start),
            _ => None,
        }
    }

    /// The content after the cue, before it, or on both sides; and where the next statement can start.
    fn plain_content(&self, reading: &Reading) -> Option<(Vec<Range<usize>>, usize)> {
        let Reading { sentence, index, verb, cue, left, right, hearer, low, .. } = reading;
        // "…, but would not comment on it" tells of nothing said.
        let silent =
            cue.form == Form::Base && (left.group..*verb).any(|u| matches!(self.lower(u), "not" | "never"));
        let before = (!silent && cue.frame & (cue::DIRECT | cue::ZERO) != 0)
            .then(|| self.content_before(left.start, sentence.start, *low))
            .flatten()
            // "On “The Show,” Moreno said it …": quoted words in an adverbial are nothing said.
            .filter(|s| {
                let adverbial =
                    self.is(s.end - 1, QUOTATION) && self.is(s.start, PREPOSITION | TIME | SUBORDINATOR);
                s.len() == 1 || matches!(right, Right::Nothing) && !adverbial
            });
        let quoted = before.as_ref().is_some_and(|s| self.is(s.end - 1, QUOTATION));
        // "…, who hopes for rain": what stands before is the writer's.
        let relative = matches!(&left.subject, Subject::Before(s) if self.is(s.start, RELATIVE));
        let before = before.filter(|_| quoted || cue.frame & cue::ZERO != 0 && !relative);
        let (start, explicit, object) = match *right {
            Right::Content { start, explicit } => (Some(start), explicit, false),
            Right::Object(start) => (Some(start), false, true),
            Right::Next if before.is_none() => {
                let next = self.sentences.get(index + 1)?.start;
                if self.is(next, QUOTATION) {
                    return Some((one(next..next + 1), sentence.end));
                }
                return self.set_off(*index).map(|block| (one(block), sentence.end));
            }
            Right::Next | Right::Nothing => (None, false, false),
        };
        if let Some(start) = start
            && (!quoted || explicit && self.is(start, QUOTATION))
        {
            let mut end = self.clause_end(start, sentence, object);
            if left.group == sentence.start && left.subject == Subject::Passive {
                // "Asked whether it would sail, Moreno replied …"
                end = (start..end).find(|&u| self.lower(u) == ",").unwrap_or(end);
            }
            let content = before.filter(|_| quoted).into_iter().chain((end > start).then_some(start..end));
            return Some((content.collect(), if self.is(start, QUOTATION) { end } else { start }));
        }
        let before = before?;
        let next = self.skip_adverbs(*hearer, sentence.end);
        let open =
            next < sentence.end && !self.is(next, STOP | PREPOSITION | SUBORDINATOR | QUOTATION | TIME);
        if !quoted && (cue.form == Form::Ing || open) {
            return None;
        }
        let resumed = self.resumed(*hearer, sentence, quoted);
        if !quoted && resumed.is_none() && !self.has_verb(before.start, before.end) {
            return None;
        }
        Some((std::iter::once(before).chain(resumed).collect(), *hearer))
    }

    /// The paragraph after the sentence at `index`, where that ends its own: words set off without quotation marks.
    fn set_off(&self, index: usize) -> Option<Range<usize>> {
        let (here, next) = (self.regions[index], *self.regions.get(index + 1)?);
        if here == next {
            return None;
        }
        let last = (index + 1..self.regions.len()).take_while(|&i| self.regions[i] == next).last()?;
        let units = self.before_stop(self.sentences[index + 1].start..self.sentences[last].end);
        (units.len() > 3 && !units.clone().any(|u| self.is(u, QUOTATION))).then_some(units)
    }

    /// Whether a form of *be* stands before the participle at `verb`.
    fn is_passive(&self, verb: usize, low: usize) -> bool {
        (low..verb)
            .rev()
            .take(4)
            .take_while(|&u| self.is(u, AUXILIARY | ADVERB) && !self.is(u, NAME))
            .any(|u| self.is(u, BE))
    }

    /// Whether the subject of "read" is something written: "a message on the wall read".
    fn is_of_message(&self, left: &Left, verb: usize) -> bool {
        let subject = match &left.subject {
            Subject::Before(units) => units.clone(),
            _ => verb + 1..verb + 5,
        };
        subject.clone().any(|u| lexicon::is(self.lower(u), lexicon::Class::Message))
    }
}

pub(super) fn one(units: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(units).collect()
}
