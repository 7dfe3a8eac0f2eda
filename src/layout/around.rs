//! What only its neighbours tell of a line: menus, lists of links, captions beside credits, the author's own lines,
//! comments.
//!
//! Each rule has its name and a mark that no paragraph of a story has: a menu is a run of short lines of which many are sections or
//! buttons; a list of links stands under "Most read" and has no full stops; a caption stands before a credit; the author's
//! biography starts with the name of the byline, behind the story. A paragraph that is none of these stays. Missed: boxes
//! between paragraphs that read as prose, comments without buttons.

use super::aside::{is_menu_item, is_section, opens_links};
use super::blocks::bare;
use super::credit::tail_credit;
use super::structure::ends_sentence;
use super::{Block, Role};
use crate::annotation::PartRole;
use crate::lexicon::phrase::{key, phrase_length};
use crate::lexicon::{self, Class};
use crate::span::Span;

/// A caption has at most so many words; a longer paragraph with a credit behind it is prose.
const CAPTION: usize = 60;
/// A line with at least so many words and a full stop is a paragraph.
const PARAGRAPH: usize = 12;

/// Marks what the neighbours tell, and parts credits from their captions.
pub(super) fn mark_around(text: &str, markup: &[Span], blocks: &mut Vec<Block>) {
    part_credits(text, markup, blocks);
    let shapes: Vec<Shape> = blocks.iter().map(|b| Shape::of(bare(text, markup, b.span))).collect();
    let first =
        (0..blocks.len()).find(|&i| blocks[i].is_prose() && shapes[i].paragraph()).unwrap_or(blocks.len());
    let mut around = Around { blocks, shapes, first };
    around.mark_captions();
    around.mark_menus();
    around.mark_links();
    around.mark_authors();
    around.mark_biographies();
    around.mark_comments();
    around.mark_end();
    around.mark_title();
}

/// A text that is nothing else is no litter: somebody gave it to be read.
pub(super) fn keep_something(blocks: &mut [Block]) {
    let silent = |block: &Block| block.is_silent() || block.role == Role::Aside;
    if blocks.iter().all(silent) {
        blocks.iter_mut().for_each(|block| block.part = block.part.filter(|_| !block.is_silent()));
    }
}

/// "… in flames. (Ana Roe/AFP)" is two blocks.
fn part_credits(text: &str, markup: &[Span], blocks: &mut Vec<Block>) {
    let cut = |block: &Block| {
        let words = block.is_prose().then(|| bare(text, markup, block.span))?;
        let start = words.as_ptr() as usize - text.as_ptr() as usize;
        let at = tail_credit(words).filter(|&at| words[..at].contains(' '))?;
        Some((start + at, words[..at].split_whitespace().count()))
    };
    let cuts: Vec<_> = blocks.iter().map(cut).collect();
    if cuts.iter().all(Option::is_none) {
        return;
    }
    let mut parted = Vec::with_capacity(blocks.len() + 8);
    for (block, cut) in blocks.drain(..).zip(cuts) {
        let Some((at, count)) = cut else {
            parted.push(block);
            continue;
        };
        let part = (count <= CAPTION).then_some(PartRole::Caption);
        let caption = Span::new(block.span.start as usize, at).trimmed(text);
        let credit = Span::new(at, block.span.end as usize);
        parted.push(Block { span: caption, part, ..block });
        parted.push(Block { span: credit, role: Role::Aside, part: Some(PartRole::Credit) });
    }
    *blocks = parted;
}

/// What a line looks like.
struct Shape<'t> {
    words: &'t str,
    count: usize,
    stops: bool,
}

impl<'t> Shape<'t> {
    fn of(words: &'t str) -> Self {
        Self { words, count: words.split_whitespace().take(100).count(), stops: ends_sentence(words) }
    }

    fn paragraph(&self) -> bool {
        self.count >= PARAGRAPH && self.stops || self.count >= 40
    }

    /// A headline, a link, a button: no full stop.
    fn title(&self) -> bool {
        self.count <= 25 && (!self.stops || self.words.ends_with('?') && self.count <= 14)
    }
}

struct Around<'a, 't> {
    blocks: &'a mut [Block],
    shapes: Vec<Shape<'t>>,
    /// The first paragraph of the story.
    first: usize,
}

impl Around<'_, '_> {
    /// Whether a block may still become something.
    fn open(&self, i: usize) -> bool {
        self.blocks[i].is_prose()
    }

    fn set(&mut self, i: usize, part: PartRole) {
        if self.open(i) {
            self.blocks[i].part = Some(part);
            if part != PartRole::Caption {
                self.blocks[i].role = Role::Aside;
            }
        }
    }

    fn is(&self, i: usize, part: PartRole) -> bool {
        self.blocks.get(i).is_some_and(|b| b.part == Some(part))
    }

    /// "Image caption The bridge …", "FILE PHOTO: …", and what stands above a credit and says who is where in the picture.
    fn mark_captions(&mut self) {
        const CUES: [&str; 8] =
            [", left", ", right", "from left", "pictured", "file photo", "(l-r)", ", center", "is seen"];
        for i in 0..self.blocks.len() {
            if !self.open(i) || self.shapes[i].count > CAPTION + 20 {
                continue;
            }
            let lower = self.shapes[i].words.to_lowercase();
            let lead = phrase_length(&lower, Class::CaptionLead);
            let behind = lower[lead..].trim_start();
            let marked =
                behind.starts_with(':') || lower.starts_with("file - ") || lower.starts_with("file – ");
            let named = lower.starts_with("image caption ") || lower.starts_with("media caption ");
            let credit = phrase_length(&lower, Class::CreditLead);
            let credited = credit > 0 && lower[credit..].starts_with(':') && self.shapes[i].count > 6;
            let beside = self.is(i + 1, PartRole::Credit)
                && self.shapes[i].count >= 4
                && (CUES.iter().any(|cue| lower.contains(cue))
                    || i < self.first && self.shapes[i].count >= 8);
            if lead > 0 && (marked || named) || credited || beside || has_full_day(self.shapes[i].words) {
                self.set(i, PartRole::Caption);
            }
        }
    }

    /// Runs of short lines, many of them sections or buttons; and a section above the headline.
    fn mark_menus(&mut self) {
        const RUN: usize = 5;
        let short = |this: &Self, i: usize| {
            let shape = &this.shapes[i];
            (this.open(i) || this.is(i, PartRole::Litter))
                && shape.count <= 4
                && !shape.stops
                && shape.words.len() <= 40
        };
        let mut at = 0;
        while at < self.blocks.len() {
            let end = (at..self.blocks.len()).find(|&i| !short(self, i)).unwrap_or(self.blocks.len());
            let known = (at..end).filter(|&i| is_menu_item(self.shapes[i].words)).count();
            if end - at >= RUN && known * 5 >= (end - at) * 2 {
                (at..end).for_each(|i| self.set(i, PartRole::Litter));
            }
            at = end + 1;
        }
        for i in 0..self.first {
            if self.open(i) && is_section(self.shapes[i].words) {
                self.set(i, PartRole::Litter);
            }
        }
    }

    /// What stands under "Most read" or "Related stories" and has no full stop. The last line above the story is its headline.
    fn mark_links(&mut self) {
        let mut i = 0;
        while i < self.blocks.len() {
            let opens = (self.open(i) || self.is(i, PartRole::Litter)) && opens_links(self.shapes[i].words);
            if !opens {
                i += 1;
                continue;
            }
            self.set(i, PartRole::Litter);
            let mut end = i + 1;
            while end < self.blocks.len()
                && (self.is(end, PartRole::Litter) || self.open(end) && self.shapes[end].title())
            {
                end += 1;
            }
            let story =
                (i + 1..end).rev().find(|&j| self.open(j)).filter(|_| i < self.first && end <= self.first);
            for j in (i + 1..end).filter(|j| Some(*j) != story) {
                self.set(j, PartRole::Litter);
            }
            i = end;
        }
    }

    /// Titles behind the story, once a button or a link has ended it.
    fn mark_end(&mut self) {
        let Some(last) = (0..self.blocks.len()).rev().find(|&i| self.open(i) && self.shapes[i].paragraph())
        else {
            return;
        };
        let litter = |this: &Self, i: &usize| this.is(*i, PartRole::Litter);
        let Some(end) = (last + 1..self.blocks.len()).find(|i| litter(self, i)) else { return };
        if last > self.first + 1 && (end..self.blocks.len()).filter(|i| litter(self, i)).count() >= 3 {
            for i in end..self.blocks.len() {
                if self.shapes[i].title() {
                    self.set(i, PartRole::Litter);
                }
            }
        }
    }

    /// The headline below menus: the last title above the story, or above its byline; what stands above it is no story.
    fn mark_title(&mut self) {
        const HEADLINE: std::ops::RangeInclusive<usize> = 4..=24;
        let first = self.first.min(self.blocks.len());
        let litter = (0..first).filter(|&i| self.is(i, PartRole::Litter)).count();
        if first == self.blocks.len() || self.blocks[..first].iter().any(|b| b.role == Role::Headline) {
            return;
        }
        let title = |i: &usize| {
            let shape = &self.shapes[*i];
            self.open(*i) && !shape.stops && HEADLINE.contains(&shape.count) && shape.words.len() < 200
        };
        let byline = (0..first).rev().find(|&i| self.is(i, PartRole::Byline));
        let above = byline.and_then(|byline| (0..byline).rev().find(title));
        let below = || (0..first).rev().find(title).filter(|_| litter >= 2);
        let Some(at) = above.or_else(below) else { return };
        (self.blocks[at].role, self.blocks[at].part) = (Role::Headline, Some(PartRole::Headline));
        for i in (0..at).filter(|_| litter >= 2) {
            if self.shapes[i].title() {
                self.set(i, PartRole::Litter);
            }
        }
    }

    /// A name alone above a day, below the headline: "Ana Roe" / "June 3, 2021".
    fn mark_authors(&mut self) {
        let mut titled = false;
        for i in 0..self.first.min(self.blocks.len()) {
            let shape = &self.shapes[i];
            let names = shape
                .words
                .split_whitespace()
                .all(|w| w.starts_with(char::is_uppercase) || w == "and" || w == "|");
            if titled
                && self.open(i)
                && names
                && (2..=6).contains(&shape.count)
                && self.is(i + 1, PartRole::Byline)
            {
                self.set(i, PartRole::Byline);
            }
            titled |= self.open(i) && self.shapes[i].count >= 4 || self.blocks[i].role == Role::Headline;
        }
    }

    /// "Ana Roe covers the harbour for the Post", behind the story or by the author of the byline.
    fn mark_biographies(&mut self) {
        let mut authors: Vec<String> = Vec::new();
        for i in 0..self.blocks.len() {
            if self.is(i, PartRole::Byline) {
                authors.extend(authors_of(self.shapes[i].words).take(4));
            }
        }
        authors.truncate(8);
        let story = (0..self.blocks.len()).filter(|&i| self.open(i) && self.shapes[i].paragraph()).count();
        if story < 4 {
            return;
        }
        let mut behind = 0;
        for i in (0..self.blocks.len()).rev() {
            if !self.open(i) {
                continue;
            }
            let shape = &self.shapes[i];
            let quoted = shape.words.contains(['“', '"']);
            let own = authors.iter().any(|author| writes_of_himself(shape.words, author));
            let trade = behind == 0 && is_of_the_trade(shape.words);
            if shape.count <= 90 && !quoted && (own || trade) {
                self.set(i, PartRole::Litter);
            } else if shape.paragraph() {
                behind += 1;
                if behind == 3 {
                    break;
                }
            }
        }
    }

    /// Everything behind "12 Comments", where buttons for comments follow.
    fn mark_comments(&mut self) {
        let heading = |words: &str| {
            let key = key(words);
            let bare = key
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
                .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '('));
            words.len() <= 40
                && [
                    "comments",
                    "comment",
                    "join the conversation",
                    "leave a comment",
                    "leave a reply",
                    "responses",
                ]
                .contains(&bare)
        };
        let button = |words: &str| {
            let key = key(words);
            matches!(key.as_str(), "reply" | "report" | "like" | "flag" | "upvote" | "report abuse")
                || words.len() <= 40 && (key.ends_with(" ago") || words.ends_with(" says:"))
        };
        let last = (0..self.blocks.len()).rev().find(|&i| heading(self.shapes[i].words));
        let Some(start) = last.filter(|&start| start > self.first + 2) else { return };
        let buttons = (start + 1..self.blocks.len()).filter(|&i| button(self.shapes[i].words)).count();
        if buttons >= 3 {
            (start..self.blocks.len()).for_each(|i| self.set(i, PartRole::Litter));
        }
    }
}

/// "…, Tuesday, Nov. 19, 2019, in Narva": agencies write the day in full below pictures only.
fn has_full_day(words: &str) -> bool {
    words.match_indices(", ").any(|(at, comma)| {
        let day = words[..at].rsplit(' ').next().unwrap_or("").to_lowercase();
        let mut after = words[at + comma.len()..].splitn(4, ' ');
        let mut next = || after.next().unwrap_or("");
        let (month, number, year) = (next().trim_end_matches('.').to_lowercase(), next(), next());
        let digits = |word: &str, most: usize| word.len() <= most && word.bytes().all(|b| b.is_ascii_digit());
        let year = year.trim_end_matches([',', '.', ')']);
        lexicon::is(&day, Class::Weekday)
            && (lexicon::is(&month, Class::Month) || lexicon::is(&month, Class::MonthStop))
            && number.strip_suffix(',').is_some_and(|n| digits(n, 2))
            && year.len() == 4
            && digits(year, 4)
    })
}

/// The names in a byline: "By Ana Roe and Li Wen, Harbor Post".
fn authors_of(words: &str) -> impl Iterator<Item = String> {
    let names = words.trim_start_matches("By ").trim_start_matches("by ").trim_start_matches("BY ");
    names
        .split([',', '|', '•', '-', '—', '–'])
        .flat_map(|piece| piece.split(" and "))
        .map(str::trim)
        .filter(|name| {
            let words = name.split(' ');
            name.len() <= 40
                && words.clone().count() >= 2
                && words.clone().all(|w| w.starts_with(char::is_uppercase))
        })
        .map(str::to_owned)
}

/// "Ana Roe is a …", "Ana covers …", "Roe joined …": what an author says of himself.
fn writes_of_himself(words: &str, author: &str) -> bool {
    let first = author.split(' ').next().unwrap_or(author);
    let last = author.rsplit(' ').next().unwrap_or(author);
    let rest =
        [author, last, first].iter().find_map(|name| words.strip_prefix(*name)?.strip_prefix([' ', ',']));
    let verb = rest.and_then(|rest| rest.trim_start().split([' ', ',']).next()).unwrap_or("");
    ["is", "covers", "writes", "reports", "joined", "can", "has", "works"].contains(&verb)
}

/// "Ana Roe is a reporter based in Narva.": a person of the trade, told of in the present.
fn is_of_the_trade(words: &str) -> bool {
    let Some((name, rest)) = words.split_once(" is ").or_else(|| words.split_once(" covers ")) else {
        return false;
    };
    let named = name.split(' ').all(|w| w.starts_with(char::is_uppercase))
        && (1..=4).contains(&name.split(' ').count());
    let covers = words[name.len()..].starts_with(" covers ");
    let head = rest.split(['.', ';']).next().unwrap_or(rest).to_lowercase();
    let trade = head.split([' ', ',', '\'', '’']).take(14).any(|word| lexicon::is(word, Class::Journalist));
    let article = ["a ", "an ", "the ", "our "].iter().any(|a| rest.starts_with(a))
        || rest.contains("'s ")
        || rest.contains("’s ");
    named
        && words.len() < 400
        && (covers && (head.contains(" for ") || head.ends_with('.')) || trade && article)
}
