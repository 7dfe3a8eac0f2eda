//! Lines to blocks: hard-wrapped lines are joined, over a page gap, too.
//!
//! A line goes on in the next one where that line's first word had no room left in it, as in text
//! copied out of a PDF or a mail. Where lines are long, each is a paragraph.

use super::given::cut_lines;
use super::lines::{Line, split_lines};
use super::parts::Part;
use super::structure::{Structure, ends_sentence, is_byline, is_title_case, structure_of};
use super::{Block, Role};
use crate::lexicon::phrase::phrase_length;
use crate::lexicon::{self, Class};
use crate::span::Span;

/// Lines longer than this were not wrapped by hand or by a PDF.
const WIDEST: u32 = 130;
/// Lines shorter than this are verses, tables or menus.
const NARROWEST: u32 = 30;

/// Cuts `text` into blocks, all of them paragraphs so far; none crosses the border of a given part.
pub(super) fn split_blocks(text: &str, given: &[Part]) -> Vec<Block> {
    let lines = cut_lines(text, split_lines(text), given);
    let page = Page::measure(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut before: Option<(Line, Structure)> = None;
    for (i, &line) in lines.iter().enumerate() {
        let structure = structure_of(line.span.of(text));
        let joined = before.is_some_and(|(last, kind)| {
            !last.hidden
                && !line.hidden
                && last.given == line.given
                && (page.goes_on(last, kind, line, structure)
                    || line.blank == 0 && i <= 3 && page.headline_goes_on(last, line, blocks.len())
                    || structure == Structure::Underline && kind == Structure::Plain && line.blank == 0)
        });
        match blocks.last_mut() {
            Some(block) if joined => block.span = block.span.to(line.span),
            _ => {
                let part = line.given.map(|index| given[index as usize].role);
                blocks.push(Block { span: line.span, role: Role::Paragraph, part });
            }
        }
        let kind = match before {
            Some((_, kind)) if joined && structure == Structure::Plain => kind,
            _ => structure,
        };
        before = Some((line, kind));
    }
    blocks
}

/// How the lines of a text are set.
struct Page<'t> {
    text: &'t str,
    /// The width at which lines were wrapped; `None` where they were not.
    wrapped: Option<u32>,
    /// The width that few lines pass, where it is one of wrapped lines, though most lines end a paragraph.
    widest: Option<u32>,
    /// Blank lines between paragraphs, as a rule.
    gap: u32,
}

impl<'t> Page<'t> {
    fn measure(text: &'t str, lines: &[Line]) -> Self {
        let mut widths = Vec::new();
        let mut stops = 0;
        let mut gaps = [0u32; 4];
        for (i, pair) in lines.windows(2).enumerate() {
            gaps[pair[1].blank.min(3) as usize] += 1;
            let words = pair[0].span.of(text);
            let names = (i == 0 || pair[0].blank > 0) && is_named(words);
            if pair[1].blank == 0 && words.contains(' ') && !names {
                widths.push(pair[0].width);
                stops += usize::from(ends_sentence(words));
            }
        }
        let at = widths.len() * 9 / 10;
        let width = if widths.is_empty() { 0 } else { *widths.select_nth_unstable(at).1 };
        let widest = (2 * NARROWEST..=WIDEST).contains(&width).then_some(width);
        let wrapped = (NARROWEST..=WIDEST).contains(&width) && stops * 2 <= widths.len();
        let gap = (1..4).max_by_key(|&n| (gaps[n], std::cmp::Reverse(n))).unwrap_or(1) as u32;
        Self { text, wrapped: wrapped.then_some(width), widest, gap }
    }

    /// Whether a paragraph goes on from one line to the next.
    fn goes_on(&self, last: Line, kind: Structure, next: Line, structure: Structure) -> bool {
        if kind == Structure::Quoted && structure == Structure::Quoted && next.blank == 0 {
            return true;
        }
        if !matches!(kind, Structure::Plain | Structure::Item | Structure::Label)
            || structure != Structure::Plain
        {
            return false;
        }
        let (above, below) = (last.span.of(self.text), next.span.of(self.text));
        // "Kofi Men-" / "sah": a word goes on.
        let mut end = above.chars().rev();
        if next.blank == 0
            && end.next() == Some('-')
            && end.next().is_some_and(char::is_alphabetic)
            && below.starts_with(char::is_alphabetic)
        {
            return true;
        }
        let stop = ends_sentence(above);
        if stop && next.blank == 0 && is_lead(below) {
            return false;
        }
        let lower = below.starts_with(char::is_lowercase);
        if next.blank > 0 {
            return !stop && !is_byline(below) && self.goes_on_over_gap(last, above, next, lower);
        }
        let first_word = below.split_whitespace().next().map_or(0, |w| w.chars().count() as u32);
        let Some(width) = self.wrapped else {
            // "…, Mr" / "Palmer said.": no room was left, and no sentence has ended.
            let full = self.widest.is_some_and(|width| (last.width + 1 + first_word) * 20 > width * 19);
            return !stop && (full || lower && last.width >= 40);
        };
        let indented = next.indent >= last.indent + 2 && next.indent >= 2;
        let full = (last.width + 1 + first_word) * 20 > width * 17;
        if stop { full && !indented } else { full || lower && last.width * 5 > width * 2 }
    }

    /// A page gap inside a sentence: "near the town of Zolote-4 in" … "Lugansk region".
    fn goes_on_over_gap(&self, last: Line, above: &str, next: Line, lower: bool) -> bool {
        let cut = above.rsplit(' ').next().is_some_and(is_joining_word);
        let full = self.wrapped.is_some_and(|width| last.width * 20 > width * 17);
        let opens = above.contains(' ') && last.width >= 40;
        let marks = above.ends_with([':', '"', '”', '\'', '’', ')', ']', '*', '_', '|', '>', '-', '—']);
        opens && !marks && (lower || cut || full && next.blank > self.gap)
    }

    /// Whether a headline goes on: "Ukraine Urges NATO to Speed Up" / "Membership in Signal".
    fn headline_goes_on(&self, last: Line, next: Line, blocks: usize) -> bool {
        let (above, below) = (last.span.of(self.text), next.span.of(self.text));
        let short = |line: Line| (15..=90).contains(&line.width);
        let full = last.width + 1 + below.split(' ').next().map_or(0, |w| w.chars().count() as u32)
            > last.width.max(next.width);
        let titles = is_title_case(above) && is_title_case(below) && next.width * 2 >= last.width;
        let cut = above.rsplit(' ').next().is_some_and(is_joining_word);
        blocks == 1
            && short(last)
            && short(next)
            && !ends_sentence(above)
            && !ends_sentence(below)
            && !above.ends_with([':', '*', '_'])
            && !is_byline(below)
            && (full && titles || cut)
    }
}

/// A line of nothing but capitalised words, "Laura Beck -- Chief Executive Officer", was not wrapped: it names who speaks below.
fn is_named(line: &str) -> bool {
    line.len() <= 70
        && line.split_whitespace().all(|word| {
            word.starts_with(|c: char| !c.is_lowercase()) || matches!(word, "of" | "and" | "the" | "for")
        })
}

/// "Read more: …" opens a line of its own.
fn is_lead(line: &str) -> bool {
    let head = line.char_indices().nth(40).map_or(line, |(at, _)| &line[..at]).to_lowercase();
    let lead = phrase_length(&head, Class::LinkLead);
    lead > 0 && head[lead..].starts_with(':')
}

/// Words that no line of a headline and no paragraph ends with.
fn is_joining_word(word: &str) -> bool {
    lexicon::is(word, Class::Joining) || word.ends_with(',')
}

/// The text of a block without Markdown's marks, HTML's tags and white space at its start.
pub(super) fn bare<'t>(text: &'t str, markup: &[Span], span: Span) -> &'t str {
    bare_span(text, markup, span).of(text)
}

/// Where that text stands.
pub(super) fn bare_span(text: &str, markup: &[Span], span: Span) -> Span {
    let mut at = span.start as usize;
    let end = span.end as usize;
    let mut i = markup.partition_point(|m| m.end as usize <= at);
    loop {
        let rest = &text[at..end];
        at += rest.len() - rest.trim_start().len();
        match markup.get(i) {
            Some(m) if m.start as usize <= at && (m.end as usize) <= end => {
                at = at.max(m.end as usize);
                i += 1;
            }
            _ => break,
        }
    }
    // At the end, marks stand one right after the other.
    let mut last = end;
    let mut i = markup.partition_point(|m| (m.start as usize) < end);
    while i > 0 && last > at {
        i -= 1;
        let m = markup[i];
        let tail = text[at..last].trim_end();
        last = at + tail.len();
        if m.end as usize >= last && m.start as usize >= at {
            last = last.min(m.start as usize);
        } else {
            break;
        }
    }
    Span::new(at, last.max(at)).trimmed(text)
}
