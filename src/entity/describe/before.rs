//! What stands before a name and says what it is.

use super::{ADDRESS, BODY, CLOSER, LINK, LONGEST, MODIFIER, PLACE, ROLE, Reader};
use crate::annotation::EntityKind;
use crate::lexicon::noun::noun;
use crate::lexicon::{self, Class};
use crate::name::Name;
use crate::span::Span;
use crate::token::{Case, TokenKind};

/// What is no noun before another.
const NO_NOUN: u16 = super::VERB | CLOSER | LINK;

impl Reader<'_, '_> {
    /// A title or apposition before a person's name: "Kremlin spokesman Dmitry Peskov".
    pub(super) fn before(&self, name: usize, start: usize) -> Option<Span> {
        let first = self.names[name].first as usize;
        let comma = first > start && self.document.word(first - 1) == ",";
        let end = if comma { first - 1 } else { first };
        // "as president, Ruiz said"
        let closed = |from: usize| {
            let after = self.names[name].end as usize;
            !comma
                || after >= self.document.tokens.len()
                || matches!(self.document.word(after), "," | "." | ";" | ")" | "'s" | "’s")
                || from > start && self.document.lower(from - 1) == "as"
        };
        if end <= start {
            return None;
        }
        let head = if self.is(end - 1, ROLE) { end - 1 } else { self.head_before(end, start, comma)? };
        // "presidential campaign Mr."
        let mut last = head;
        while last > start && self.is(last, ADDRESS) && self.is(last - 1, ROLE) {
            last -= 1;
        }
        let end = if last == head { end } else { last + 1 };
        let at = self.phrase_start(self.names[..name].len(), last, start);
        let only_address = (at..end).all(|i| self.is(i, ADDRESS));
        let ends_well = end - 1 > head || !self.is(end - 1, ADDRESS);
        (at < end && closed(at) && !only_address && ends_well).then(|| self.document.span(at, end))
    }

    /// The role in "the head of the mill, Tariq Okello,".
    fn head_before(&self, end: usize, start: usize, comma: bool) -> Option<usize> {
        if !comma {
            return None;
        }
        let lowest = start.max(end.saturating_sub(LONGEST));
        let mut head = None;
        for i in (lowest..end).rev() {
            let word = self.document.tokens[i];
            let mark = !matches!(word.kind, TokenKind::Word | TokenKind::Number)
                && !matches!(self.document.word(i), "-" | "&");
            if mark || self.is(i, super::VERB | CLOSER) {
                break;
            }
            if self.is(i, LINK) && i > lowest && self.is(i - 1, ROLE) && !self.is(i - 1, ADDRESS) {
                head = Some(i - 1);
            }
        }
        head
    }

    /// Where the phrase starts whose head stands at `head`: back over modifiers, names and owners.
    fn phrase_start(&self, names_before: usize, head: usize, start: usize) -> usize {
        let mut names = self.names[..names_before].iter().rev().peekable();
        let mut at = head;
        while at > start && head - at < LONGEST {
            while names.next_if(|n| n.first as usize >= at).is_some() {}
            if let Some(before) = names.peek().filter(|n| n.end as usize == at) {
                // "Ruiz adviser Ana Roe", but "President Joe Biden, Senator" is a list.
                let owner = matches!(self.document.lower(at), "'s" | "'");
                let common = self.case(at) == Case::Lower;
                if before.kind == EntityKind::Person && !owner && !common || (before.first as usize) < start {
                    break;
                }
                at = before.first as usize;
                continue;
            }
            let word = self.document.lower(at - 1);
            if !(self.is(at - 1, ROLE | MODIFIER) || matches!(word, "'s" | "-") || self.is_owner(at - 1)) {
                break;
            }
            at -= 1;
        }
        // "the jazz singer Ana Ruiz"
        if at > start + 1 && at == head && self.case(at - 1) == Case::Lower && !self.is(at - 1, NO_NOUN) {
            let before = self.document.lower(at - 2);
            let noun = self.document.tokens[at - 1].kind == TokenKind::Word && !before.is_empty();
            if noun && lexicon::is(before, Class::BeforeNoun) {
                at -= 1;
            }
        }
        // "the Guardian's defense editor": the article belongs to the owner.
        let owner = (at..head).any(|i| self.document.lower(i) == "'s");
        if owner && at > start && self.document.lower(at - 1) == "the" {
            at -= 1;
        }
        while at < head && (matches!(self.document.lower(at), "'s" | "-" | "and") || self.is(at, ADDRESS)) {
            at += 1;
        }
        at
    }

    /// "… the ministry's": a small noun that owns the role.
    fn is_owner(&self, at: usize) -> bool {
        at + 1 < self.document.tokens.len()
            && self.document.lower(at + 1) == "'s"
            && noun(self.document.lower(at)).is_some()
    }

    /// "the aid group Vimo"
    pub(super) fn before_body(&self, name: usize, start: usize) -> Option<Span> {
        let first = self.names[name].first as usize;
        let head = first.checked_sub(1).filter(|&i| i > start)?;
        if !self.is(head, BODY) || self.case(head) != Case::Lower {
            return None;
        }
        let mut names = self.names[..name].iter().rev().peekable();
        let mut at = head;
        while at > start && head - at < 6 {
            while names.next_if(|n| n.first as usize >= at).is_some() {}
            if let Some(before) = names.peek().filter(|n| n.end as usize == at && n.first as usize >= start) {
                at = before.first as usize;
            } else if self.is(at - 1, MODIFIER | BODY)
                || self.document.word(at - 1) == "-"
                || self.case(at - 1) == Case::Lower && is_adjective(self.document.lower(at - 1))
            {
                at -= 1;
            } else {
                break;
            }
        }
        while at < head && self.document.word(at) == "-" {
            at += 1;
        }
        (at < head).then(|| self.document.span(at, first))
    }

    /// "the southern Ukrainian city of Kherson"
    pub(super) fn place(&self, name: &Name, start: usize) -> Option<Span> {
        let of = (name.first as usize).checked_sub(1).filter(|&i| i > start)?;
        if self.document.lower(of) != "of" || !self.is(of - 1, PLACE) {
            return None;
        }
        // "the capital of Zabul" is another place, "the Municipality of Livorno" a body.
        if matches!(self.document.lower(of - 1), "capital" | "suburb" | "borough")
            || self.case(of - 1) != Case::Lower
        {
            return None;
        }
        // "the Qalat district of Zabul" is Qalat.
        let before = self.names.partition_point(|n| (n.end as usize) < of);
        let named = before.checked_sub(1).map(|i| &self.names[i]);
        if named.is_some_and(|n| n.end as usize == of - 1 && n.kind == EntityKind::Place) {
            return None;
        }
        let mut at = of - 1;
        while at > start && of - at < 6 {
            let word = self.document.lower(at - 1);
            let capital = self.case(at - 1) == Case::Title && word != "the" && word.len() > 3;
            if !(self.is(at - 1, MODIFIER) || is_adjective(word) || capital) {
                break;
            }
            at -= 1;
        }
        Some(self.document.span(at, of))
    }
}

fn is_adjective(word: &str) -> bool {
    word.len() > 4
        && ["ern", "al", "ed", "ing", "ist", "ic", "ian", "ish", "ese", "ary", "ive", "ous", "ant"]
            .iter()
            .any(|end| word.ends_with(end))
}
