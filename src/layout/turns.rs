//! Interview turns: paragraphs that open with the label of who speaks.
//!
//! "**WTN:** How do you see it?", "PENCE: We will win.", "Q. And then?", `[00:12:31] SMITH: Yes.`,
//! or a name on a line of its own above what is said. One label in running prose ("Note: …") makes
//! no interview: a label has to come again, perhaps shortened ("Valley Post", "VP", "Olga Roe", "Roe"), or every paragraph
//! opens with one and somebody is spoken to ([`super::dialogue`]).
//! Where there are no labels, [`super::questions`] looks for questions set in bold.

use crate::hash::{TextMap, TextSet};

use super::blocks::bare_span;
use super::dialogue::{is_dialogue, opens_groups};
use super::label::{
    Label, LabelForm, LabelLine, find_bare_letter, find_label, find_label_line, find_small_label,
    is_time_line, label_given,
};
use super::parts::Part;
use super::structure::ends_sentence;
use super::{Block, Role};
use crate::annotation::PartRole;
use crate::span::Span;

/// Which blocks open with a label of an interview.
pub(super) struct Labels {
    /// For each block its label, if the text is an interview.
    found: Vec<Option<Label>>,
}

impl Labels {
    /// Finds the labels that come again, and those set like them. Joins a label that stands on a
    /// line of its own with what is said below. Where a caller gives labels, they are all there are.
    pub(super) fn find(text: &str, markup: &[Span], blocks: &mut Vec<Block>, given: &[Part]) -> Self {
        if let Some(found) = find_given(text, markup, blocks, given) {
            return Self { found };
        }
        join_times(text, blocks);
        join_label_lines(text, markup, blocks);
        let mut found: Vec<Option<Label>> = blocks
            .iter()
            .map(|b| if b.is_prose() { find_label(text, markup, b.span) } else { None })
            .collect();
        drop_lists(text, &mut found);
        find_bare_letters(text, markup, blocks, &mut found);
        find_others(text, markup, blocks, &mut found);
        share_keys(&mut found);
        if !is_dialogue(text, blocks, &found) {
            drop_headings(text, &mut found);
            keep_repeated(&mut found, |label| label.key.as_str(), |label| label.form as usize);
        }
        Self { found }
    }

    /// Which blocks open with one.
    pub(super) fn mask(&self) -> Vec<bool> {
        self.found.iter().map(Option::is_some).collect()
    }
}

/// The given labels, each in the block that it opens; a label on a line of its own is joined with the block below. `None` where no
/// label is given.
fn find_given(
    text: &str,
    markup: &[Span],
    blocks: &mut Vec<Block>,
    given: &[Part],
) -> Option<Vec<Option<Label>>> {
    let labels: Vec<Span> = given
        .iter()
        .filter(|part| part.role == PartRole::Label)
        .map(|part| part.span.trimmed(text))
        .collect();
    if labels.is_empty() {
        return None;
    }
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        match joined.last_mut() {
            Some(label) if label.part == Some(PartRole::Label) && block.part.is_none() => {
                label.span = label.span.to(block.span);
                label.part = None;
            }
            _ => joined.push(block),
        }
    }
    *blocks = joined;
    let found = blocks.iter().map(|block| {
        let first = labels.partition_point(|label| label.start < block.span.start);
        let label = labels.get(first).filter(|label| block.span.contains(**label) && block.part.is_none())?;
        label_given(text, markup, *label, block.span)
    });
    Some(found.collect())
}

/// Unlabelled paragraphs that still belong to the last turn of all, at least.
const GOES_ON: usize = 2;

/// Marks the turns among the blocks.
pub(super) fn mark_turns(text: &str, markup: &[Span], labels: Labels, blocks: &mut [Block]) {
    let Some(last) = labels.found.iter().rposition(Option::is_some) else { return };
    let mut longest = GOES_ON;
    let mut open = false;
    let mut unlabelled = 0;
    for (i, (block, label)) in blocks.iter_mut().zip(labels.found).enumerate() {
        if let Some(label) = label {
            if open {
                longest = longest.max(unlabelled);
            }
            block.role = Role::Turn { label: Some(label.name), body: label.body, opens: true };
            (open, unlabelled) = (true, 0);
            continue;
        }
        if open && is_examination(block.span.of(text)) {
            block.role = Role::Headline;
        }
        // A heading or a notice ends the turn; after the last label, the report may go on.
        open &= block.is_prose() && (i < last || unlabelled < longest);
        if open {
            unlabelled += 1;
            let body = bare_span(text, markup, block.span);
            block.role = Role::Turn { label: None, body, opens: false };
        }
    }
}

/// "CROSS-EXAMINATION BY MS. QUILL:": a heading between questions and answers.
fn is_examination(words: &str) -> bool {
    let by = words.starts_with("BY ") || words.contains(" BY ");
    words.len() <= 80 && by && !words.contains(char::is_lowercase)
}

/// Drops what is no interview: keeps labels whose key comes again, and those of the same form.
fn keep_repeated<T>(found: &mut [Option<T>], key: impl Fn(&T) -> &str, form: impl Fn(&T) -> usize) {
    let mut times: TextMap<String, usize> = TextMap::default();
    for label in found.iter().flatten() {
        *times.entry(key(label).to_string()).or_default() += 1;
    }
    let mut forms = [0usize; 8];
    for label in found.iter().flatten() {
        if times[key(label)] > 1 {
            forms[form(label)] += 1;
        }
    }
    let asked = ["q", "question"].iter().any(|q| times.contains_key(*q))
        && ["a", "answer"].iter().any(|a| times.contains_key(*a));
    for slot in found.iter_mut() {
        if let Some(label) = slot
            && !(times[key(label)] > 1 || forms[form(label)] > 1 || asked)
        {
            *slot = None;
        }
    }
    if found.iter().flatten().count() < if asked { 2 } else { 3 } {
        found.iter_mut().for_each(|slot| *slot = None);
    }
}

/// A list is no interview: "Costa Ricans: ₡1600", "Seven days a week: closed".
fn drop_lists(text: &str, found: &mut [Option<Label>]) {
    let (mut all, mut prose) = ([0usize; 8], [0usize; 8]);
    for label in found.iter().flatten() {
        let body = label.body.of(text);
        all[label.form as usize] += 1;
        // "40 metres."
        let small = body.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).take(3).count();
        let counts = small < 3 && body.contains(|c: char| c.is_ascii_digit());
        prose[label.form as usize] +=
            usize::from(ends_sentence(body) && body.contains(char::is_alphabetic) && !counts);
    }
    for slot in found {
        if slot.as_ref().is_some_and(|l| prose[l.form as usize] * 5 < all[l.form as usize] * 3) {
            *slot = None;
        }
    }
}

/// Gives all labels of one speaker the same key: "pavel orlov" that of "orlov", "valley post" that of "vp".
fn share_keys(found: &mut [Option<Label>]) {
    let short: TextSet<String> =
        found.iter().flatten().filter(|l| !l.key.contains(' ')).map(|l| l.key.clone()).collect();
    for label in found.iter_mut().flatten() {
        let words: Vec<&str> = label.key.split(' ').collect();
        if words.len() < 2 {
            continue;
        }
        let initials = |words: &[&str]| words.iter().filter_map(|w| w.chars().next()).collect::<String>();
        let (last, rest) = (words[words.len() - 1], &words[..words.len() - 1]);
        // "Valley Post (VP)"
        let named = if initials(rest) == last { initials(rest) } else { initials(&words) };
        let shared = [last, named.as_str()].into_iter().find(|k| short.contains(*k)).map(str::to_string);
        if let Some(key) = shared {
            label.key = key;
        }
    }
}

/// "Q Will it hold?" above "A It will.", where the marks or the type that set the letters apart are lost.
fn find_bare_letters(text: &str, markup: &[Span], blocks: &[Block], found: &mut [Option<Label>]) {
    let label = |i: usize, letter: char| {
        let block = blocks.get(i).filter(|b| b.is_prose())?;
        find_bare_letter(text, markup, block.span, letter)
    };
    for i in 0..blocks.len() {
        if found[i].is_none()
            && let Some(question) = label(i, 'Q').filter(|q| q.body.of(text).contains('?'))
            && let Some(answer) = label(i + 1, 'A')
        {
            found[i] = Some(question);
            found[i + 1] = Some(answer);
        }
    }
}

/// Labels in small letters, "interviewer:", beside the same in capitals.
fn find_others(text: &str, markup: &[Span], blocks: &[Block], found: &mut [Option<Label>]) {
    let known: TextSet<String> = found.iter().flatten().map(|l| l.key.clone()).collect();
    if known.is_empty() {
        return;
    }
    for (slot, block) in found.iter_mut().zip(blocks) {
        if slot.is_none() && block.is_prose() {
            *slot = find_small_label(text, markup, block.span, |key| {
                known.contains(key) || key.rsplit(' ').next().is_some_and(|last| known.contains(last))
            });
        }
    }
}

/// "Jane Doe: We Will Win" is a headline; names without emphasis or capitals need company.
fn drop_headings(text: &str, found: &mut [Option<Label>]) {
    let named = |slot: &Option<Label>| slot.as_ref().is_some_and(|l| l.form == LabelForm::Name);
    let (Some(first), Some(last)) = (found.iter().position(named), found.iter().rposition(named)) else {
        return;
    };
    let labelled = found[first..=last].iter().flatten().count();
    let different =
        found[first..=last].iter().flatten().any(|l| Some(&l.key) != found[first].as_ref().map(|f| &f.key));
    let sparse = labelled * 4 < last - first || !different;
    let opens = found.get(1).is_some_and(Option::is_some)
        && found[0].as_ref().is_some_and(|l| ends_sentence(l.body.of(text)));
    let set_apart: TextSet<String> =
        found.iter().filter(|l| !named(l)).flatten().map(|l| l.key.clone()).collect();
    for (i, slot) in found.iter_mut().enumerate() {
        let alone = slot.as_ref().is_some_and(|l| !set_apart.contains(&l.key));
        if named(slot) && alone && (sparse || i == 0 && !opens) {
            *slot = None;
        }
    }
}

/// A time on a line of its own belongs to what is said below.
fn join_times(text: &str, blocks: &mut Vec<Block>) {
    let times = blocks.iter().filter(|b| is_time_line(b.span.of(text))).count();
    if times < 2 {
        return;
    }
    // "2", the number of a subtitle
    let number = |b: &Block| b.span.of(text).bytes().all(|b| b.is_ascii_digit());
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for i in (0..blocks.len()).rev() {
        let above = &blocks[i];
        match joined.last_mut() {
            Some(below)
                if below.is_prose()
                    && (is_time_line(above.span.of(text))
                        || number(above) && is_time_line(blocks[i + 1].span.of(text))) =>
            {
                below.span = above.span.to(below.span);
            }
            _ => joined.push(above.clone()),
        }
    }
    joined.reverse();
    *blocks = joined;
}

/// `**Jane Doe**` above "We are ready.": one block, where such lines come again, stand beside a time or an office, or open
/// every part of the text.
fn join_label_lines(text: &str, markup: &[Span], blocks: &mut Vec<Block>) {
    let mut lines: Vec<Option<LabelLine>> = vec![None; blocks.len()];
    for i in 0..blocks.len().saturating_sub(1) {
        if blocks[i].is_prose() && blocks[i + 1].is_prose() {
            lines[i] = find_label_line(text, markup, blocks[i].span);
        }
    }
    // Only those that come again: a crosshead has the same form. One alone signs letters.
    let mut times: TextMap<String, usize> = TextMap::default();
    for line in lines.iter().flatten() {
        *times.entry(line.key.clone()).or_default() += 1;
    }
    let again = times.values().filter(|count| **count > 1).count();
    let labels: usize = times.values().filter(|count| **count > 1).sum();
    let sure = lines.iter().flatten().filter(|line| line.sure).count();
    let opens = sure + labels >= 2 && opens_groups(text, blocks, &lines);
    let repeats = again >= 2 && labels >= 3;
    if !repeats && sure < 2 && !opens {
        return;
    }
    let is_label = |line: &LabelLine| opens || sure >= 2 && line.sure || repeats && times[&line.key] > 1;
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut label: Option<Span> = None;
    for (i, mut block) in blocks.drain(..).enumerate() {
        if let Some(above) = label.take() {
            block.span = above.to(block.span);
        } else if lines[i].as_ref().is_some_and(is_label) {
            label = Some(block.span);
            continue;
        }
        joined.push(block);
    }
    *blocks = joined;
}
