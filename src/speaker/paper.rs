//! Sources that are somebody's paper: "records released by **the clerk's office**", "**the prosecutors'** document", "a **Holm
//! University** poll".
//!
//! Where the source itself says whose a paper is, they speak; where it does not, see [`super::author`]. Missed: makers behind
//! other words than *by* and *from*.

use super::lexicon::Function;
use super::mention::{Phrase, Start};
use super::source::{Head, Reader};
use crate::annotation::EntityKind;
use crate::lexicon;
use crate::lexicon::noun::Class;

impl Reader<'_, '_> {
    /// Who speaks in the paper that a source with the noun at `head` is; `None` where it is none, or does not say whose.
    pub(super) fn paper_owner(&self, first: usize, head: usize, end: usize) -> Option<Option<(Head, usize)>> {
        // "the first part of the letter"
        let piece =
            matches!(self.document.lower(head), "part" | "section" | "passage" | "portion" | "page" | "copy");
        if piece && head + 2 < end && self.document.lower(head + 1) == "of" {
            return Some(self.head(head + 2, end));
        }
        self.lexicon.word(self.document, head).noun.filter(|n| n.class == Class::Document)?;
        // "records released by the clerk's office": it is the office that says so.
        let by = (head + 1..end.min(head + 4)).find(|&t| matches!(self.document.lower(t), "by" | "from"));
        if let Some(by) = by.filter(|by| by + 1 < end) {
            return Some(self.head(by + 1, end));
        }
        if let Some(mark) = self.owner_mark(first, head) {
            return Some(self.head(first, mark));
        }
        let before = head.checked_sub(1).filter(|&t| t >= first)?;
        // "a Holm University poll"
        if let Some((i, name)) = self.name_with(before)
            && name.kind == EntityKind::Organization
        {
            return Some(Some((Head::Name(i), name.first as usize)));
        }
        // "police reports": it is the police who say so, but "media reports" are nobody's.
        let body = self.lexicon.word(self.document, before).noun?;
        let speaks = matches!(body.class, Class::Organization | Class::People) || body.plural;
        let phrase = Phrase { head: before as u32, noun: Some(body), start: Start::Definite, name: None };
        let from = self.body_start(first, before);
        (speaks && !matches!(self.document.lower(before), "media" | "press" | "news"))
            .then_some(Some((Head::Phrase { first: from, end: head, phrase }, from)))
    }

    /// Where the body begins in "a new **interior ministry** report": the article and what is said of the paper are not its own.
    fn body_start(&self, first: usize, body: usize) -> usize {
        if self.lexicon.word(self.document, first).function != Function::Indefinite {
            return first;
        }
        let of_paper = |t: &usize| {
            let word = self.document.lower(*t);
            word.ends_with("ed")
                || self.document.is(*t, lexicon::Class::Vague)
                || matches!(word, "new" | "recent" | "draft" | "internal" | "joint" | "written" | "secret")
        };
        (first + 1..body).find(|t| !of_paper(t)).unwrap_or(body)
    }

    /// The mark of the possessive in "the prosecutors' document", where their noun owns it.
    fn owner_mark(&self, first: usize, head: usize) -> Option<usize> {
        let word = |t: usize| self.lexicon.word(self.document, t);
        let mark = (first + 1..head)
            .find(|&t| word(t).function == Function::Possessive || self.document.word(t) == "'")?;
        let owner = (first..mark).all(|t| self.is_plain(t) || t == first) && word(mark - 1).noun.is_some();
        let own = (mark + 1..head).all(|t| word(t).noun.is_none());
        (owner && own && word(first).pronoun.is_none()).then_some(mark)
    }
}
