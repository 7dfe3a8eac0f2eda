//! Interviews without labels: questions as paragraphs of their own, answers between them.
//!
//! "**How did it begin?** ¶ I found a shell on the shore." `I` in an answer is the one whom the first
//! lines say is asked, `you` in a question too; where they name two, an answer is by the one whom it
//! does not speak of. Missed: interviews with three and more, and questions that are none by form.

use super::lexicon::Person;
use super::mention::What;
use super::run::Run;
use super::state::Interview;
use crate::annotation::{EntityKind, Style};
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;
use crate::quote::Quote;

/// An interview has at least so many questions;
const QUESTIONS: usize = 3;
/// so many where the first lines do not say that it is one.
const UNSAID: usize = 6;
/// Its first lines have at most so many tokens.
const OPENING: usize = 600;

/// Reads the text as an interview, if it is one.
pub(super) fn find_interview(
    document: &Document,
    entities: &Entities,
    names: &[Name],
    quotes: &[Quote],
) -> Option<Interview> {
    if quotes.iter().any(|q| q.style == Style::Transcript && !q.source.is_empty()) {
        return None;
    }
    let mut questions: Vec<u32> = Vec::new();
    let mut addressed = 0;
    let sentences = &document.sentences;
    for (i, sentence) in sentences.iter().enumerate() {
        let last = sentences.get(i + 1).is_none_or(|next| next.block != sentence.block);
        let end = sentence.tokens.end as usize;
        if last && end > 0 && document.word(end - 1) == "?" {
            questions.push(sentence.block);
            let tokens = sentence.tokens.start as usize..end;
            addressed += usize::from(tokens.into_iter().any(|t| is_you(document.lower(t))));
        }
    }
    let follows = |two: &&[u32]| two[1] > two[0] + 1;
    let first = *questions.first()?;
    let opening = sentences.partition_point(|s| s.block < first);
    let end = sentences.get(opening).map_or(0, |s| s.tokens.start as usize).min(OPENING);
    let said = (0..end).any(|t| {
        let word = document.lower(t);
        word.starts_with("interview") || word == "q&a"
    });
    let alternate = 2 * questions.windows(2).filter(follows).count() + 2 > questions.len();
    let enough = if said { QUESTIONS } else { UNSAID };
    if !alternate || questions.len() < enough || !said && 2 * addressed < questions.len() {
        return None;
    }
    let asked = asked(document, entities, names, end)?;
    Some(Interview { asked, questions })
}

fn is_you(word: &str) -> bool {
    matches!(word, "you" | "your" | "yours" | "yourself")
}

/// Who is asked: the people of the headline, or the one whom the first lines name most.
fn asked(document: &Document, entities: &Entities, names: &[Name], end: usize) -> Option<Vec<u32>> {
    let opening = names.iter().zip(&entities.of_name).take_while(|(n, _)| (n.end as usize) <= end);
    let mut people: Vec<(u32, u32, bool)> = Vec::new();
    let top = document.sentences.first().map_or(0, |s| s.block);
    for (name, entity) in opening {
        if entities.list[entity.0 as usize].kind != EntityKind::Person {
            continue;
        }
        let headline = document.sentences[document.sentence_of(name.first as usize)].block == top;
        match people.iter_mut().find(|p| p.0 == entity.0) {
            Some(known) => known.1 += 1,
            None => people.push((entity.0, 1, headline)),
        }
    }
    let on_top: Vec<u32> = people.iter().filter(|p| p.2).map(|p| p.0).collect();
    if matches!(on_top.len(), 1 | 2) {
        return Some(on_top);
    }
    let most = people.iter().map(|p| p.1).max()?;
    people.iter().find(|p| p.1 == most).map(|p| vec![p.0])
}

impl Run<'_, '_> {
    /// `I` in an answer and `you` in a question are the one who is asked.
    pub(super) fn answer(&mut self) {
        let Some(interview) = self.story.interview.take() else { return };
        let mut from = 0;
        let mentions = self.story.mentions;
        while from < mentions.len() {
            let block = mentions[from].block;
            let end = from + mentions[from..].iter().take_while(|m| m.block == block).count();
            let question = interview.is_question(block);
            let speaker = match interview.asked[..] {
                [only] => Some(only),
                [one, two] if !question => self.who_answers(from..end, one, two),
                _ => None,
            };
            if let Some(actor) = speaker.filter(|_| question || interview.is_answer(block)) {
                for index in from..end {
                    self.take(index, actor, question);
                }
            }
            from = end;
        }
        self.story.interview = Some(interview);
    }

    /// Gives the mention at `index` to the one who is asked, if it is `I` in an answer or `you` in a
    /// question.
    fn take(&mut self, index: usize, actor: u32, question: bool) {
        let mention = &self.story.mentions[index];
        let What::Pronoun(pronoun) = &mention.what else { return };
        let theirs = if question { Person::You } else { Person::Me };
        let quoted = mention.speech.is_some_and(|q| {
            let quote = &self.story.quotes[q as usize];
            quote.style != Style::Transcript || !quote.source.is_empty()
        });
        if pronoun.person != theirs || quoted {
            return;
        }
        let resolved = &mut self.story.resolved[index];
        resolved.actor = Some(actor);
        resolved.share = 0.8;
        resolved.antecedent = self.story.actors.list[actor as usize].anchor;
    }

    /// Of two who are asked, the one whom an answer does not speak of, but for "I'm Ida Holm".
    fn who_answers(&self, answer: std::ops::Range<usize>, one: u32, two: u32) -> Option<u32> {
        let document = self.story.document;
        let mut of = [false; 2];
        for index in answer {
            let mention = &self.story.mentions[index];
            let Some(actor) = self.story.resolved[index].actor.filter(|a| *a == one || *a == two) else {
                continue;
            };
            let first = mention.tokens.0 as usize;
            let me = |t: usize| document.lower(t).starts_with('i');
            let is = |t: usize| matches!(document.lower(t), "'m" | "am" | "i'm");
            if first >= 2 && is(first - 1) && (me(first - 2) || me(first - 1)) {
                return Some(actor);
            }
            of[usize::from(actor == two)] = true;
        }
        match of {
            [true, false] => Some(two),
            [false, true] => Some(one),
            _ => None,
        }
    }
}
