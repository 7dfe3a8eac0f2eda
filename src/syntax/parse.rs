//! A sentence as the parser reads it: its units with their tags. Out of range reads as nothing.

use std::ops::Range;

use super::item::Item;
use super::tag::Tag;
use crate::document::Document;
use crate::token::Gap;

/// A quotation of so many tokens, marks included, can be a word in a phrase: 'a "historic" deal'.
const SHORT: u32 = 6;

/// The units of a sentence.
pub(super) struct Sentence<'s, 't> {
    pub document: &'s Document<'t>,
    pub tags: &'s [Tag],
    /// For each token of a name, one past the name's last token; 0 elsewhere.
    pub names: &'s [u32],
    pub items: &'s [Item],
}

impl<'s> Sentence<'s, '_> {
    /// How many units there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The first token of the unit at `u`; the number of tokens past the last.
    pub fn token(&self, u: usize) -> u32 {
        self.items.get(u).map_or(self.tags.len() as u32, |item| item.first)
    }

    /// The token of the unit; of a quotation, its last word.
    pub fn last_word(&self, u: usize) -> u32 {
        let first = self.token(u);
        let end = self.items.get(u).map_or(first + 1, |item| item.end);
        (first..end).rev().find(|&t| self.tags.get(t as usize) != Some(&Tag::Mark)).unwrap_or(first)
    }

    /// The tokens of some units, of which there has to be one.
    pub fn tokens(&self, units: Range<usize>) -> Range<u32> {
        self.items[units.start].first..self.items[units.end - 1].end
    }

    /// The unit that holds a token, or the next one.
    pub fn unit(&self, token: u32) -> usize {
        self.items.partition_point(|item| item.end <= token)
    }

    /// Whether the unit is a quotation.
    pub fn is_quotation(&self, u: usize) -> bool {
        self.items.get(u).is_some_and(|item| item.is_quotation())
    }

    /// Whether the unit is a quotation of a word or two.
    pub fn is_short_quotation(&self, u: usize) -> bool {
        self.items.get(u).is_some_and(|item| item.is_quotation() && item.end - item.first <= SHORT)
    }

    /// The tag of the unit; `None` for a quotation.
    pub fn tag(&self, u: usize) -> Option<Tag> {
        let item = self.items.get(u).filter(|item| !item.is_quotation())?;
        self.tags.get(item.first as usize).copied()
    }

    /// The unit's word in lower case; "" for a quotation.
    pub fn lower(&self, u: usize) -> &'s str {
        match self.items.get(u).filter(|item| !item.is_quotation()) {
            Some(item) => self.document.lower(item.first as usize),
            None => "",
        }
    }

    /// Whether the unit's word has a capital.
    pub fn is_capital(&self, u: usize) -> bool {
        let item = self.items.get(u).filter(|item| !item.is_quotation());
        let token = item.and_then(|item| self.document.tokens.get(item.first as usize));
        token.is_some_and(|token| self.document.words.case(token.word).has_capital())
    }

    /// Whether the unit stands in a name. "Russian" before "troops" is an adjective all the same.
    pub fn is_named(&self, u: usize) -> bool {
        let Some(item) = self.items.get(u).filter(|item| !item.is_quotation()) else { return false };
        let named = |token: u32| self.names.get(token as usize).copied().unwrap_or(0);
        let end = named(item.first);
        end > 0
            && (self.tag(u) != Some(Tag::Adjective)
                || end > item.first + 1
                || item.first > 0 && named(item.first - 1) == end)
    }

    /// The unit after the name that the unit at `u` stands in.
    pub fn name_end(&self, u: usize) -> Option<usize> {
        let end = *self.names.get(self.token(u) as usize)?;
        (end > self.token(u)).then(|| self.unit(end).clamp(u + 1, self.len()))
    }

    /// Whether the unit is a hyphen with nothing on either side.
    pub fn is_joint(&self, u: usize) -> bool {
        let glued = |u: usize| {
            self.items
                .get(u)
                .and_then(|item| self.document.tokens.get(item.first as usize))
                .is_some_and(|token| token.gap == Gap::None)
        };
        matches!(self.lower(u), "-" | "‐" | "‑" | "–" | "/") && glued(u) && glued(u + 1)
    }
}
