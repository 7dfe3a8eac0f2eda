//! Papers that speak: "the report said", "according to police records".
//!
//! A report speaks for the body that made it: the one that the phrase names ("a report by Holm Research"),
//! that was found to be behind it before, that stands beside a report nearby ("a Reuters survey … The
//! study"), or whoever spoke last. Missed: papers whose makers the text does not name near them.

use super::lexicon::lemma_id;
use super::mention::{Phrase, Role, Start, What};
use super::state::{Paper, Resolved};
use super::story::Story;
use crate::annotation::{EntityKind, Style};
use crate::lexicon;
use crate::lexicon::noun::Class;

/// How many tokens back, and ahead, another paper may stand.
const BACK: usize = 150;
const AHEAD: usize = 60;
/// How many papers back the same one may have been spoken of.
const PAPERS: usize = 32;
/// How many sentences ago someone may have spoken for whom a paper does.
const AGO: u32 = 4;

impl Story<'_, '_> {
    /// Whom the paper speaks for that the mention at `index` is, with the noun `lemma`.
    pub(super) fn author(&mut self, index: usize, lemma: u32) -> Resolved {
        let mention = &self.mentions[index];
        let (first, end) = (mention.tokens.0 as usize, mention.tokens.1 as usize);
        // "A report **by the Holm Institute**": what the source says behind its noun.
        let source = mention.source_of.and_then(|q| self.quotes[q as usize].source.first());
        let stop =
            source.map_or(end, |s| self.document.tokens.partition_point(|t| t.span.start < s.end)).max(end);
        // "the report, which quoted the bank": not what is told of it behind.
        let aside = (end..stop).find(|&t| {
            // "a study **that appeared in** the Holm Journal"
            let published = matches!(self.document.lower(t), "which" | "that")
                && PUBLISHED.contains(&self.document.lower(t + 1));
            matches!(self.document.lower(t), "," | "which" | "that" | "who") && !published
        });
        let within = self.maker(first, aside.unwrap_or(stop), true);
        let known = || {
            let near = |p: &&Paper| p.token as usize + 4 * BACK > first;
            self.papers.iter().rev().take_while(near).take(PAPERS).find(|p| p.lemma == lemma).map(|p| p.actor)
        };
        // "Reports say": nobody's.
        let vague = matches!(&mention.what, What::Phrase(p) if p.start == Start::Bare)
            && self.document.lower(end - 1).ends_with('s');
        // A letter is rather somebody's who has just spoken than a survey.
        let sent = is_sent(self.document.lower(end - 1));
        // "A study in 2016": none of those before.
        let fresh = !sent && matches!(&mention.what, What::Phrase(p) if p.start == Start::Indefinite);
        let before = |actor: Option<u32>| actor.filter(|_| !fresh);
        let found = within
            .map(|actor| (actor, 0.8))
            .or_else(|| before(known()).map(|actor| (actor, 0.6)))
            .or_else(|| self.sender(index, lemma).map(|actor| (actor, 0.6)))
            .or_else(|| self.court(&mention.what).map(|actor| (actor, 0.5)))
            .or_else(|| before(self.same_paper(index)).map(|actor| (actor, 0.5)))
            .or_else(|| before(self.paper_near(first.saturating_sub(BACK), first)).map(|actor| (actor, 0.4)))
            .or_else(|| self.paper_near(stop, stop + AHEAD).map(|actor| (actor, 0.4)))
            .or_else(|| self.spoke_last(mention.sentence).filter(|_| sent).map(|actor| (actor, 0.3)))
            .filter(|(_, share)| !vague || *share > 0.5);
        let Some((actor, share)) = found else { return self.paper_itself(index, lemma) };
        self.papers.push(Paper { lemma, actor, token: first as u32 });
        let antecedent = self.actors.list[actor as usize].anchor;
        Resolved { actor: Some(actor), share, antecedent, others: Vec::new() }
    }

    /// A paper of which the text tells no maker, as the one who says it: "A study suggests". Not what somebody let out:
    /// "leaked emails".
    fn paper_itself(&mut self, index: usize, lemma: u32) -> Resolved {
        let mention = &self.mentions[index];
        let What::Phrase(phrase) = &mention.what else { return Resolved::default() };
        let word = self.document.lower(phrase.head as usize);
        if lexicon::is(word.strip_suffix('s').unwrap_or(word), lexicon::Class::Unsigned) {
            return Resolved::default();
        }
        let actor = self.actors.add(self.document, self.lexicon, mention.tokens, phrase, mention.span);
        self.papers.push(Paper { lemma, actor, token: mention.tokens.0 });
        Resolved { actor: Some(actor), share: 0.74, ..Resolved::default() }
    }

    /// The court whose ruling it is.
    fn court(&self, what: &What) -> Option<u32> {
        let What::Phrase(phrase) = what else { return None };
        let ruling = matches!(
            self.document.lower(phrase.head as usize),
            "ruling" | "verdict" | "judgment" | "judgement" | "opinion"
        );
        let courts = ruling.then(|| self.actors.called(lemma_id("court")))?;
        courts.iter().rev().copied().find(|&a| self.actors.list[a as usize].anchor.is_some())
    }

    /// Whose paper was spoken of last, by another word: "the Holm document … The report".
    fn same_paper(&self, index: usize) -> Option<u32> {
        let mention = &self.mentions[index];
        let What::Phrase(phrase) = &mention.what else { return None };
        let first = mention.tokens.0 as usize;
        let last = self.papers.last().filter(|p| p.token as usize + 2 * BACK > first)?;
        (phrase.start == Start::Definite && self.actors.list[last.actor as usize].named).then_some(last.actor)
    }

    /// Who published such a paper just before: "The member published a post. … The post reads".
    fn sender(&self, index: usize, lemma: u32) -> Option<u32> {
        let first = self.mentions[index].tokens.0 as usize;
        let lowest = first.saturating_sub(BACK);
        let sent = |paper: usize| {
            (paper.saturating_sub(6).max(lowest)..paper)
                .rev()
                .find(|&t| self.document.is(t, lexicon::Class::Sends))
        };
        let same = (lowest..first).rev().find(|&t| self.lexicon.word(self.document, t).lemma == lemma);
        let verb = match same {
            Some(paper) => sent(paper)?,
            // "issued a joint statement … the letter read"
            None if is_sent(self.document.lower(self.mentions[index].tokens.1 as usize - 1)) => {
                (lowest..first).rev().filter(|&t| is_sent(self.document.lower(t))).find_map(sent)?
            }
            None => return None,
        };
        let before = self.mentions[..index].iter().enumerate().rev();
        let mut near = before.take_while(|(_, m)| m.tokens.1 as usize + 20 > verb);
        let found = near.find(|(i, m)| {
            let end = m.tokens.1 as usize;
            end <= verb && !m.quoted && m.role == Role::Subject && self.resolved[*i].actor.is_some()
        });
        found.and_then(|(i, _)| self.resolved[i].actor)
    }

    /// Who made a paper that is spoken of between two tokens: "the Reuters survey", "a survey by Reuters".
    fn paper_near(&self, first: usize, end: usize) -> Option<u32> {
        let end = end.min(self.document.tokens.len());
        let is_paper = |t: &usize| {
            let noun = self.lexicon.word(self.document, *t).noun;
            noun.is_some_and(|n| n.class == Class::Document)
        };
        (first..end).rev().filter(is_paper).take(6).find_map(|t| {
            let behind = self
                .document
                .tokens
                .get(t + 1)
                .is_some_and(|_| matches!(self.document.lower(t + 1), "by" | "from" | "of"));
            let stop = if behind { (t + 6).min(end) } else { t };
            self.owner(t.saturating_sub(10).max(first), t)
                .or_else(|| self.maker(t.saturating_sub(4).max(first), stop, false))
        })
    }

    /// The body that a paper is of: "**The Holm Institute's** first Health Monitor report".
    fn owner(&self, first: usize, paper: usize) -> Option<u32> {
        let (name, _) = self.lexicon.owner(self.document, self.names, first..paper)?;
        let body = self.names[name].kind == EntityKind::Organization;
        self.entities.of_name.get(name).filter(|_| body).map(|entity| entity.0)
    }

    /// The first body that is named between two tokens; with `any`, anyone who could have made a paper,
    /// the one behind "by" or "from" before others.
    fn maker(&self, first: usize, end: usize, any: bool) -> Option<u32> {
        let from = self.names.partition_point(|n| (n.end as usize) <= first);
        let inside = || {
            let names = self.names[from..].iter().enumerate().take_while(|(_, n)| (n.first as usize) < end);
            names.map(|(i, n)| (from + i, n))
        };
        let entity = |i: usize| self.entities.of_name.get(i).map(|e| e.0);
        if any {
            // "a report **by** Norwegian broadcaster **Holm**": the last name before what follows it.
            let by =
                (first..end).find(|&t| matches!(self.document.lower(t), "by" | "from" | "in" | "on" | "at"));
            if let Some(by) = by {
                let stop = (by + 1..end).find(|&t| {
                    let word = self.lexicon.word(self.document, t);
                    matches!(self.document.lower(t), "," | "on" | "in" | "who" | "which" | "that" | "and")
                        && {
                            let i = self.names.partition_point(|n| (n.end as usize) <= t);
                            self.names.get(i).is_none_or(|n| n.first as usize > t)
                        }
                        || word.verb
                });
                let named = inside().filter(|(_, n)| {
                    n.first as usize > by
                        && !(n.kind == EntityKind::Place && self.document.lower(by) != "by")
                        && n.end as usize <= stop.unwrap_or(end)
                        && n.kind != EntityKind::Event
                });
                if let Some((i, _)) = named.last() {
                    return entity(i);
                }
            }
        }
        let body = inside().find(|(_, n)| n.kind == EntityKind::Organization);
        let person = || inside().find(|(_, n)| any && n.kind == EntityKind::Person);
        body.or_else(person).and_then(|(i, _)| entity(i))
    }

    /// Whoever spoke last, if that was just now.
    fn spoke_last(&self, sentence: u32) -> Option<u32> {
        let (actor, spoke) = self.last_spoke?;
        (spoke + AGO >= sentence).then_some(actor)
    }

    /// The entities of the names inside the mention at `index`: "the **Duterte** government".
    pub(super) fn names_within(&self, index: usize) -> Vec<u32> {
        let (first, end) = self.mentions[index].tokens;
        let from = self.names.partition_point(|n| n.end <= first);
        let inside = self.names[from..].iter().enumerate().take_while(|(_, n)| n.end <= end);
        inside
            .filter(|(_, n)| n.kind != EntityKind::Group)
            .filter_map(|(i, _)| self.entities.of_name.get(from + i).map(|e| e.0))
            .collect()
    }

    /// Whether a named body or place is another than a phrase means that holds the names of `owners`.
    pub(super) fn is_other_body(&self, id: u32, owners: &[u32]) -> bool {
        let actor = &self.actors.list[id as usize];
        let own = owners.iter().any(|&o| {
            o == id || {
                let name = self.entities.list.get(o as usize).map_or("", |e| e.name.as_str());
                let last = name.rsplit(' ').next().unwrap_or("").to_lowercase();
                actor.called.contains(&super::lexicon::lemma_id(&last))
            }
        });
        actor.named && !own && actor.kind != EntityKind::Person
    }

    /// Whether a source with a noun that no table has is somebody: there are words of theirs in quotation marks, or a
    /// plain verb of saying ("Israeli crews said").
    pub(super) fn speaks(&self, index: usize, phrase: &Phrase) -> bool {
        let mention = &self.mentions[index];
        let Some(quote) = mention.source_of.map(|q| &self.quotes[q as usize]) else { return false };
        let noun = self.document.lower(phrase.head as usize);
        let plural = noun.ends_with('s') && !noun.ends_with("ss");
        let alone = phrase.start == Start::Bare && (mention.tokens.1 - mention.tokens.0 < 2 || !plural);
        if alone || lexicon::is(noun, lexicon::Class::Text) {
            return false;
        }
        let cue = quote.cue.first().map(|c| self.document.token_at(c.start));
        let word = cue.map(|c| self.document.lower(c));
        // "The left is saying"
        let goes_on = cue.and_then(|c| c.checked_sub(1)).is_some_and(|be| {
            matches!(self.document.lower(be), "is" | "are" | "was" | "were" | "been" | "'s" | "'re")
        });
        // "justified the decision, saying": not the decision; but "according to health professionals".
        if word == Some("saying") && !goes_on || word == Some("according") {
            return plural;
        }
        matches!(quote.style, Style::Direct | Style::Mixed)
            || word.is_some_and(|c| lexicon::is(c, lexicon::Class::Tells))
    }
}

/// Whether a paper is one that one person writes.
fn is_sent(word: &str) -> bool {
    lexicon::is(word, lexicon::Class::Sent)
}

/// How a paper comes out.
const PUBLISHED: &[&str] = &["appeared", "appears", "ran"];
