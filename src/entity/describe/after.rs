//! What stands behind a name and says what it is.

use super::{CLOSER, Head, LINK, LONGEST, MODIFIER, ROLE, Reader, VERB};
use crate::annotation::EntityKind;
use crate::span::Span;
use crate::token::{Case, Gap, TokenKind};

impl Reader<'_, '_> {
    /// An apposition: "Kaja Kallas, the EU's new top diplomat,", "Okello, who was a driver,".
    pub(super) fn after(&self, name_end: usize, end: usize, head: Head) -> Option<Span> {
        let mut at = name_end;
        if !matches!(self.word(at, end)?, "," | "(" | "–" | "—") {
            return None;
        }
        at += 1;
        if self.document.tokens.get(at)?.kind == TokenKind::Number
            && at + 1 < end
            && self.document.word(at + 1) == ","
        {
            at += 2;
        }
        match self.word(at, end)? {
            "who" => self.predicate_of(at + 1, end, head),
            _ => self.noun_phrase(at, end, head, true),
        }
    }

    /// A predicate: "Okello is the managing director of the mill". Not in quotation marks: what somebody
    /// says that another is may be praise or blame.
    pub(super) fn predicate(&self, name_end: usize, start: usize, end: usize, head: Head) -> Option<Span> {
        const FAR: usize = 40;
        let from = start.max(name_end.saturating_sub(FAR));
        let to = end.min(name_end + LONGEST);
        let quoted = (from..to).any(|i| self.document.tokens[i].kind == TokenKind::Quote);
        (!quoted).then(|| self.predicate_of(name_end, end, head))?
    }

    /// "is a driver", from the verb on.
    fn predicate_of(&self, verb: usize, end: usize, head: Head) -> Option<Span> {
        let at = match self.word(verb, end)? {
            "is" | "was" | "became" | "remains" => verb + 1,
            "serves" | "served" | "works" | "worked" if self.word(verb + 1, end) == Some("as") => verb + 2,
            _ => return None,
        };
        matches!(self.word(at, end)?, "a" | "an" | "the").then(|| self.noun_phrase(at, end, head, false))?
    }

    /// A noun phrase whose head is what it has to be, from `at` to the next comma or clause.
    fn noun_phrase(&self, at: usize, end: usize, head: Head, apposition: bool) -> Option<Span> {
        let first = self.word(at, end)?;
        let article = matches!(first, "a" | "an" | "the" | "his" | "her" | "its" | "their" | "one");
        let starts = article || self.case(at) != Case::Lower || self.is(at, MODIFIER | ROLE);
        // "Vimo, Danish maker of clocks,"
        let people = || {
            let i = self.names.partition_point(|n| (n.first as usize) < at);
            self.names.get(i).is_some_and(|n| n.first as usize == at && n.kind == EntityKind::Group)
        };
        if !starts
            || self.document.tokens[at].kind != TokenKind::Word
            || head != Head::Role && !article && !people()
        {
            return None;
        }
        let begin = if matches!(first, "a" | "an") { at + 1 } else { at };
        let limit = end.min(at + LONGEST + 1);
        let stop = (begin..limit)
            .find(|&i| {
                self.is(i, CLOSER | VERB)
                    || self.is_past(i, begin, limit)
                    || self.document.tokens[i].kind == TokenKind::Quote
                    || self.document.word(i).starts_with("..")
                    // A dash, though written as a hyphen.
                    || self.document.word(i) == "-" && self.document.tokens[i].gap != Gap::None
            })
            .unwrap_or(limit);
        if stop == limit && limit < end || stop <= begin {
            return None;
        }
        // "Dr. Rossi, President Ruiz has said": somebody else, who does something.
        let verb = stop < end && (self.is(stop, VERB) || self.is_past(stop, begin, limit));
        if verb && (apposition || self.is_pronoun(stop)) || self.is_article(stop - 1) {
            return None;
        }
        let core = (begin..stop).find(|&i| self.is(i, LINK)).unwrap_or(stop);
        let last = self.head_of(begin, core, head)?;
        // "the Catholic Church, the Lutheran Church": a list of names.
        if head != Head::Role && self.case(last) != Case::Lower {
            return None;
        }
        // "a driver last year": what follows the head is no part of it.
        let stop = if core == stop && last + 1 < stop { last + 1 } else { stop };
        // "the head of": cut in the middle.
        let stop = if self.is(stop - 1, LINK) { core } else { stop };
        (begin < stop).then(|| self.document.span(begin, stop))
    }

    /// The head of a phrase without its complements: its last word, or the one before "emeritus".
    fn head_of(&self, begin: usize, core: usize, head: Head) -> Option<usize> {
        let last = core.checked_sub(1).filter(|&i| i >= begin)?;
        if self.is_head(last, head) {
            return Some(last);
        }
        if last > begin
            && matches!(
                self.document.lower(last),
                "emeritus" | "emerita" | "elect" | "designate" | "general" | "laureate" | "extraordinary"
            )
        {
            let before = if self.document.word(last - 1) == "-" { last - 2 } else { last - 1 };
            if before >= begin && self.is_head(before, head) {
                return Some(last);
            }
        }
        // "a driver and father of two", "a bus driver last year"
        (begin..core).find(|&i| {
            let next = i + 1;
            self.is_head(i, head) && next < core && !self.is(next, MODIFIER | ROLE) && {
                let word = self.document.lower(next);
                matches!(word, "and" | "last" | "this" | "&" | "all" | "here")
                    || ["ing", "ed", "ly"].iter().any(|end| word.ends_with(end))
            }
        })
    }

    /// A verb that the tables need not have: "the head of Vimo **praised** the plan".
    fn is_past(&self, at: usize, begin: usize, limit: usize) -> bool {
        at > begin
            && at + 1 < limit
            && self.document.lower(at).ends_with("ed")
            && self.case(at) == Case::Lower
            && self.case(at - 1) != Case::Lower
            && (self.is_article(at + 1) || matches!(self.document.lower(at + 1), "his" | "her" | "that"))
    }

    fn is_article(&self, at: usize) -> bool {
        matches!(self.document.lower(at), "a" | "an" | "the")
    }

    fn is_pronoun(&self, at: usize) -> bool {
        matches!(self.document.lower(at), "he" | "she" | "they" | "we" | "i" | "it" | "you" | "there")
    }
}
