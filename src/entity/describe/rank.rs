//! How telling a description is: "the EU's new top diplomat" before "diplomat".

use super::{ADDRESS, LINK, MODIFIER, Pattern, Reader};
use crate::annotation::EntityKind;
use crate::lexicon;
use crate::span::Span;
use crate::token::Case;

impl Reader<'_, '_> {
    /// 0 for words that say nothing out of their place ("her friend"), more for those that say more.
    pub(super) fn rank(&self, span: Span, pattern: Pattern, kind: EntityKind) -> u8 {
        let first = self.document.token_at(span.start);
        let end = self.document.tokens_until(first, span.end);
        let first = if self.document.lower(first) == "the" && first + 1 < end { first + 1 } else { first };
        let words = || (first..end).map(|i| self.document.lower(i));
        // "his former driver", "one of the men": whose, or which, nobody knows here.
        if words().any(|w| lexicon::is(w, lexicon::Class::Opinion))
            || matches!(self.document.lower(first), "his" | "her" | "their" | "its" | "one" | "our" | "my")
        {
            return 0;
        }
        // "his home state"
        if kind == EntityKind::Place && words().any(|w| w == "home") {
            return 0;
        }
        let linked = (first + 1..end).any(|i| self.is(i, LINK));
        let owned = (first + 1..end).any(|i| self.document.lower(i) == "'s");
        let head = (first..end).take_while(|&i| !self.is(i, LINK)).last().unwrap_or(first);
        let relative = self.document.is(head, lexicon::Class::BareRole);
        // "Rohingya man"
        let named = (first..end).any(|i| {
            i != head
                && self.case(i) != Case::Lower
                && !self.is(i, MODIFIER | ADDRESS)
                && self.document.word(i).starts_with(char::is_alphabetic)
        });
        if relative && !linked && !owned && !named {
            return 0;
        }
        let length = end - first;
        let telling = match (length, linked || owned || named) {
            (0 | 1, _) => 1,
            (_, false) => 2,
            (_, true) if self.document.lower(head).ends_with('.') => 2,
            (_, true) => 3,
        };
        match (pattern, kind) {
            (Pattern::Predicate, _) if telling > 1 => telling - 1,
            (Pattern::Predicate, _) => 0,
            // "a group"
            (_, EntityKind::Organization) if telling == 1 => 0,
            (_, EntityKind::Place)
                if telling == 1
                    && matches!(self.document.lower(head), "country" | "nation" | "state" | "region") =>
            {
                0
            }
            _ => telling,
        }
    }
}
