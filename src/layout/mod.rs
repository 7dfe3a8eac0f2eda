//! Layout: the blocks of a text, the labels of an interview, and the marks that are no words.
//!
//! A block is a headline, a paragraph or one paragraph of an interview turn. Blank lines part
//! blocks; where a text has long lines, each line is a block; hard-wrapped lines (a text copied out
//! of a PDF) are joined. Markdown emphasis and heading marks are [`Layout::markup`], which no
//! later stage sees. What newsrooms put around an article is marked as what it is, by rules over the lines
//! (`aside`, `credit`, `around`); what a caller knows of it goes before (`given`).

mod around;
mod aside;
mod blocks;
mod credit;
mod dateline;
mod dialogue;
mod given;
mod html;
mod label;
mod lines;
mod markup;
mod parts;
mod questions;
mod record;
mod roles;
mod structure;
mod turns;

pub use dateline::Dateline;
pub use given::place_parts;
pub use parts::{Part, find_parts};

use crate::annotation::PartRole;
use crate::span::Span;

/// How a text is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Its blocks, by start: together they hold every character that is not white space.
    pub blocks: Vec<Block>,
    /// Marks that are no words (`**`, `##`), by start.
    pub markup: Vec<Span>,
    /// "KYIV, June 3 (Reuters) -", at the start of a paragraph or on a line of its own.
    pub dateline: Option<Dateline>,
    /// The parts that the caller knew, by start; none overlaps another.
    pub given: Vec<Part>,
}

/// A paragraph, or what stands on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Without white space at its ends; with the label.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// What part of the article it is as a whole, where it is given or its form tells.
    pub part: Option<PartRole>,
}

impl Block {
    /// Whether it is running text as far as is known, and no caption.
    fn is_prose(&self) -> bool {
        self.role == Role::Paragraph && self.part.is_none()
    }

    /// Whether nothing is to be found in it: it is no part of the story, or says whose a picture is.
    pub fn is_silent(&self) -> bool {
        matches!(self.part, Some(PartRole::Litter | PartRole::Credit))
    }
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A line above the text, or above a part of it.
    Headline,
    /// Running text.
    Paragraph,
    /// A paragraph of an interview turn. The label is what names the speaker, without its colon
    /// and markup; `None` where the block goes on the turn of the block before, or where questions in
    /// bold and their answers have none.
    Turn {
        /// `WTN`, `Dr. Ivanov`
        label: Option<Span>,
        /// What is said.
        body: Span,
        /// Whether a new turn starts here.
        opens: bool,
    },
    /// A line that is no prose: links, credits, "Related article: …".
    Aside,
}

/// Finds the layout of `text`, some of whose parts are known already: see [`place_parts`].
pub fn find_layout(text: &str, given: Vec<Part>) -> Layout {
    let mut blocks = blocks::split_blocks(text, &given);
    let markup = markup::find_markup(text, &blocks);
    roles::mark_asides_and_headings(text, &markup, &mut blocks);
    around::mark_around(text, &markup, &mut blocks);
    if given.is_empty() {
        around::keep_something(&mut blocks);
    }
    let labels = turns::Labels::find(text, &markup, &mut blocks, &given);
    roles::mark_headlines(text, &markup, &mut blocks, &labels.mask());
    turns::mark_turns(text, &markup, labels, &mut blocks);
    if !blocks.iter().any(|b| matches!(b.role, Role::Turn { .. })) {
        questions::mark_questions(text, &markup, &mut blocks);
    }
    let dateline = dateline::find_dateline(text, &markup, &blocks, &given);
    Layout { blocks, markup, dateline, given }
}

#[cfg(test)]
mod tests;
