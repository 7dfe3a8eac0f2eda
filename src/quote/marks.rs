//! Quotation marks, paired.
//!
//! Double marks (`"…"`, `“…”`, `„…“`, `«…»`, ``` ``…'' ```) and single ones (`‘…’`, `'…'`) pair
//! within a block. What stands around a straight mark says whether it opens or closes: "said "We"
//! opens, "ready," said" closes. Extraction and typists mix marks (`“…"`, `"…'`), so a mark of the
//! other family closes where its own never comes. A mark that is still open at the end of a block
//! runs on where the next block opens with one again (the printers' rule for a quotation over
//! several paragraphs); otherwise it is a slip, and holds no more than its own sentence, or its own
//! paragraph where it opens that.
//!
//! Marks doubled by bad extraction (`""…""`) are one. Words that only their closing mark sets apart start with
//! their sentence, words that only the opening one does end before "Moreno said".
//!
//! Apostrophes beside British single marks: "the soldiers' trenches" closes nothing while a better
//! mark follows, "'Tis" and "rock 'n' roll" open nothing, a single mark opens only where something
//! closes it. `6'2"` is a height, `12"` a width while a better closing mark follows.
//!
//! Missed: a closing single mark after a word in -s, where a possessive follows in the quotation.

use super::cue::{self, Form};
use super::glyph::{Family, Look, Mark, Side, join_doubled, read_mark};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon;
use crate::name::Name;
use crate::token::{Case, Gap, TokenKind};

/// Words in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// The token of its opening mark.
    pub open: u32,
    /// Its first token after the mark.
    pub first: u32,
    /// One past its last token before the closing mark.
    pub end: u32,
    /// One past its closing mark; the same as `end` where that is missing.
    pub after: u32,
    /// Still open at the end of its block, and opened again by the next block.
    pub runs_on: bool,
    /// How many others it stands inside of.
    pub depth: u8,
}

/// Pairs the quotation marks of a document. Sorted by opening mark; a nested quotation comes after
/// the one that holds it.
pub(super) fn pair_marks(document: &Document, names: &[Name]) -> Vec<Quotation> {
    let tokens = &document.tokens;
    let mut found = Vec::new();
    let mut first = 0;
    let named = marks_in_names(document, names);
    for (index, block) in document.layout.blocks.iter().enumerate() {
        let end = document.tokens_until(first, block.span.end);
        let next_opens = document.layout.blocks.get(index + 1).is_some()
            && tokens.get(end).is_some_and(|t| t.kind == TokenKind::Quote)
            && tokens.get(end + 1).is_some_and(|t| t.gap == Gap::None && t.kind != TokenKind::Punctuation)
            && !opens_turn(document, end + 1);
        let next = if next_opens { document.mark(end) } else { "" };
        pair_block(document, first, end, next, &named, &mut found);
        first = end;
    }
    found.sort_by_key(|q: &Quotation| q.open);
    found
}

/// The tokens of every quotation with its marks, by start; one inside another comes after it.
pub fn find_quotations(document: &Document) -> Vec<std::ops::Range<u32>> {
    pair_marks(document, &[]).into_iter().map(|quotation| quotation.open..quotation.after).collect()
}

/// The marks around a name inside a person's: "Tom “The Anvil” Reyes" holds no quotation.
fn marks_in_names(document: &Document, names: &[Name]) -> Vec<usize> {
    let inside = |name: &Name| name.first as usize + 1..name.end as usize - 1;
    let mark = |i: &usize| document.tokens[*i].kind == TokenKind::Quote;
    let person = |name: &&Name| name.kind == EntityKind::Person && name.end > name.first + 3;
    let marks = names.iter().filter(person).flat_map(|name| inside(name).filter(mark).collect::<Vec<_>>());
    marks.collect()
}

/// Whether the token at `at` starts a label: "“PENCE: No." is said by another than what came before.
pub(super) fn opens_turn(document: &Document, at: usize) -> bool {
    let upper = |i: usize| document.tokens.get(i).is_some_and(|t| document.words.case(t.word) == Case::Upper);
    let colon = |i: usize| i < document.tokens.len() && document.word(i) == ":";
    upper(at) && (1..=3).any(|n| colon(at + n) && (at..at + n).all(|i| upper(i) || document.word(i) == "."))
}

/// What follows a mark in its block.
#[derive(Clone, Copy, Default)]
struct Ahead {
    /// A closing double mark comes before an opening one.
    double: bool,
    /// A closing single mark comes before an opening one.
    single: bool,
    /// The same, or one that may be a possessive.
    doubtful: bool,
    /// The next double mark.
    next: Option<usize>,
}

/// Quotations in quotations are read down to this depth.
const DEEPEST: usize = 3;

/// Pairs the marks of the block of the tokens `first..end`; the next one opens with the mark `next`.
fn pair_block(
    document: &Document,
    first: usize,
    end: usize,
    next: &str,
    named: &[usize],
    found: &mut Vec<Quotation>,
) {
    let mut marks: Vec<Mark> = Vec::new();
    let free = |i: &usize| named.binary_search(i).is_err();
    marks.extend((first..end).filter(free).filter_map(|i| read_mark(document, i, first, end)));
    if marks.is_empty() {
        return;
    }
    join_doubled(document, &mut marks);
    let ahead = look_ahead(&marks);
    let free = first as u32;
    Pairing { document, marks, ahead, next, open: Vec::new(), free, found }.pair(first, end);
}

/// The marks of a block, while they are paired.
struct Pairing<'d, 't> {
    document: &'d Document<'t>,
    marks: Vec<Mark>,
    ahead: Vec<Ahead>,
    /// The mark that the next block opens with, or "".
    next: &'d str,
    /// The marks that are open, outermost first.
    open: Vec<usize>,
    /// The first token behind the last quotation.
    free: u32,
    found: &'d mut Vec<Quotation>,
}

impl Pairing<'_, '_> {
    fn pair(mut self, first: usize, end: usize) {
        for m in 0..self.marks.len() {
            let mark = self.marks[m];
            let is_open = self.open.iter().any(|&o| self.marks[o].family == mark.family);
            let better = match mark.family {
                Family::Double => self.ahead[m].double,
                Family::Single => self.ahead[m].doubtful,
            };
            match mark.side {
                Side::Opens => self.open_at(m),
                Side::Either if !is_open => self.open_at(m),
                Side::Doubtful if !is_open || better => {}
                _ => self.close_at(m),
            }
        }
        if let Some(&o) = self.open.first() {
            let open = self.marks[o];
            let opens_block = open.token as usize <= first + 2;
            // A mark that touches nothing is a slip.
            let glued = self.document.tokens.get(open.end as usize).is_some_and(|t| t.gap == Gap::None);
            let next_opens = !self.next.is_empty() && (glued || open.look == Look::Angle);
            let end = end as u32;
            let stop =
                if next_opens || opens_block { end } else { sentence_end(self.document, open.end, end) };
            let said = attribution_inside(self.document, open.end, stop)
                .filter(|_| !next_opens || ends_with_attribution(self.document, open.end, stop));
            let runs_on = next_opens && said.is_none();
            let stop = said.unwrap_or(stop);
            self.push(o, 0, stop, stop, runs_on);
        }
    }

    fn push(&mut self, open: usize, depth: usize, end: u32, after: u32, runs_on: bool) {
        let open = self.marks[open];
        if open.end < end {
            let depth = depth as u8;
            self.found.push(Quotation { open: open.token, first: open.end, end, after, runs_on, depth });
        }
        if depth == 0 {
            self.free = self.free.max(after);
        }
    }

    fn open_at(&mut self, m: usize) {
        let mark = self.marks[m];
        let ahead = self.ahead[m];
        let goes_on = || self.next == "‘" && self.document.mark(mark.token as usize) == "‘";
        let closed = ahead.doubtful || self.open.is_empty() && (ahead.double || goes_on());
        if mark.family == Family::Single && !closed {
            return;
        }
        let Some(&top) = self.open.last() else { return self.open.push(m) };
        let same = |o: &usize| self.marks[*o].family == mark.family;
        if self.open.len() < DEEPEST && (self.fits(m, top) || self.open.len() == 1 && !same(&top)) {
            self.open.push(m);
        } else if let Some(&outer) = self.open.iter().find(|o| same(o)) {
            // The mark that should have closed `outer` is missing: it ends where its sentence does.
            let from = self.marks[self.open[0]].end;
            let stop = sentence_end(self.document, from, mark.token);
            let stop = attribution_inside(self.document, from, stop).unwrap_or(stop);
            if outer == self.open[0] {
                self.push(outer, 0, stop, stop, false);
                self.open.clear();
                self.open.push(m);
            }
        }
    }

    /// Whether the quotation that `m` opens ends before the one that `top` opened: "It is about “fairness” again,".
    fn fits(&self, m: usize, top: usize) -> bool {
        let (mark, outer) = (self.marks[m], self.marks[top]);
        let closer = |i: usize| self.marks[i].side == Side::Closes;
        if mark.family != outer.family {
            let Some(close) = self.ahead[m].next.filter(|_| mark.family == Family::Double) else {
                return false;
            };
            return closer(close) && self.ahead[close].single;
        }
        let Some(close) = self.ahead[m].next else { return false };
        if mark.family != Family::Double || !closer(close) {
            return false;
        }
        let last = self.ahead[close].next;
        if mark.look == outer.look {
            return last.is_some_and(closer);
        }
        let mut later = last;
        for _ in 0..8 {
            match later {
                Some(l) if self.marks[l].look == outer.look => return closer(l),
                Some(l) => later = self.ahead[l].next,
                None => break,
            }
        }
        mark.look == self.marks[close].look && outer.look == Look::Straight && mark.look == Look::Curly
    }

    fn close_at(&mut self, m: usize) {
        let mark = self.marks[m];
        let alike = |o: &&usize| self.marks[**o].family == mark.family;
        let same_look = |o: &&usize| alike(o) && self.marks[**o].look == mark.look;
        let open = self.open.iter().rev();
        let Some(&opener) = open.clone().find(same_look).or_else(|| open.clone().find(alike)) else {
            return self.close_other(m);
        };
        while let Some(o) = self.open.pop() {
            if o == opener {
                self.push(o, self.open.len(), mark.token, mark.end, false);
                break;
            }
        }
    }

    /// A mark whose like is not open.
    fn close_other(&mut self, m: usize) {
        let mark = self.marks[m];
        let attributed = || {
            let before = self.document.word(mark.token as usize - 1);
            matches!(before, "," | "." | "!" | "?") && attribution_length(self.document, mark.end).is_some()
        };
        if mark.side == Side::Doubtful || mark.token == 0 {
            return;
        }
        match *self.open.as_slice() {
            // A mark of the other family closes where its own never comes, or where "said Moreno" follows.
            [o] if !self.ahead[m].closes(self.marks[o].family) || attributed() => {
                self.push(o, 0, mark.token, mark.end, false);
                self.open.clear();
            }
            // The opening mark is missing: the quotation starts with its sentence.
            [] if mark.family == Family::Double && attributed() => {
                let sentence = self.document.sentence_of(mark.token as usize - 1);
                let start =
                    self.document.sentences.get(sentence).map_or(0, |s| s.tokens.start).max(self.free);
                if start + 2 < mark.token {
                    let quotation = Quotation {
                        open: start,
                        first: start,
                        end: mark.token,
                        after: mark.end,
                        runs_on: false,
                        depth: 0,
                    };
                    self.free = mark.end;
                    self.found.push(quotation);
                }
            }
            _ => {}
        }
    }
}

impl Ahead {
    fn closes(self, family: Family) -> bool {
        match family {
            Family::Double => self.double,
            Family::Single => self.single,
        }
    }
}

/// Where the sentence that holds the token `from` ends, at most `limit`.
fn sentence_end(document: &Document, from: u32, limit: u32) -> u32 {
    let sentence = document.sentence_of(from as usize);
    document.sentences.get(sentence).map_or(limit, |s| s.tokens.end).min(limit)
}

/// Where the words end that "Moreno said" or "said Moreno" follows, between two tokens: nobody says that himself.
fn attribution_inside(document: &Document, from: u32, to: u32) -> Option<u32> {
    (from + 1..to).find(|&i| {
        matches!(document.word(i as usize - 1), "," | "?" | "!") && attribution_length(document, i).is_some()
    })
}

/// Whether nothing stands behind the attribution.
fn ends_with_attribution(document: &Document, from: u32, to: u32) -> bool {
    attribution_inside(document, from, to)
        .is_some_and(|at| attribution_length(document, at).is_some_and(|length| at + length + 1 >= to))
}

/// The length in tokens of "Moreno said" or "said Moreno" at the token `at`, where it ends a clause.
fn attribution_length(document: &Document, at: u32) -> Option<u32> {
    let limit = document.tokens.len() as u32;
    let plain =
        |i: u32| i < limit && matches!(document.tokens[i as usize].kind, TokenKind::Word | TokenKind::Number);
    let says = |i: u32| {
        let cue = lexicon::reporting(document.lower(i as usize));
        cue.is_some_and(|c| {
            c.frame & cue::DIRECT != 0
                && c.frame & cue::NOUN == 0
                && matches!(c.form, Form::Past | Form::Third)
        })
    };
    let verb = (at..at + 6).take_while(|&i| plain(i)).find(|&i| says(i))?;
    let ends = |i: u32| i >= limit || !plain(i);
    if verb > at {
        let personal = document.words.case(document.tokens[verb as usize - 1].word).has_capital()
            || matches!(document.lower(at as usize), "he" | "she" | "they" | "the" | "a" | "an" | "one");
        return (personal && ends(verb + 1)).then_some(verb + 1 - at);
    }
    let subject = document.words.case(document.tokens.get(at as usize + 1)?.word).has_capital()
        || matches!(document.lower(at as usize + 1), "the" | "a" | "an" | "one");
    let end = (at + 1..at + 9).find(|&i| ends(i))?;
    (subject && plain(at + 1)).then_some(end - at)
}

fn look_ahead(marks: &[Mark]) -> Vec<Ahead> {
    let mut ahead = vec![Ahead::default(); marks.len()];
    let mut now = Ahead::default();
    for (m, mark) in marks.iter().enumerate().rev() {
        ahead[m] = now;
        match (mark.family, mark.side) {
            (Family::Double, Side::Doubtful) => {}
            (Family::Double, side) => (now.double, now.next) = (side != Side::Opens, Some(m)),
            (Family::Single, Side::Opens) => (now.single, now.doubtful) = (false, false),
            (Family::Single, Side::Doubtful) => now.doubtful = true,
            (Family::Single, _) => (now.single, now.doubtful) = (true, true),
        }
    }
    ahead
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in quotation marks, one after the other; nested ones in parentheses.
    fn quoted(text: &str) -> Vec<String> {
        let document = Document::new(text);
        pair_marks(&document, &[])
            .iter()
            .map(|q| {
                let words = document.slice(document.span(q.first as usize, q.end as usize));
                match (q.depth > 0, q.runs_on) {
                    (true, _) => format!("({words})"),
                    (_, true) => format!("{words} >"),
                    _ => words.to_string(),
                }
            })
            .collect()
    }

    #[test]
    fn marks_pair() {
        for (text, expected) in [
            ("“We go,” she said. \"They stay,\" he said.", &["We go,", "They stay,"][..]),
            ("„Wir gehen“, he said. «Nous restons», she said.", &["Wir gehen", "Nous restons"]),
            ("``We go,'' she said.", &["We go,"]),
            ("'We don't know the farmers' plan,' he said.", &["We don't know the farmers' plan,"]),
            ("the miners' tools and the smiths' shop", &[]),
            ("’Tis rock ’n’ roll of the ’90s, said the singers’ agent.", &[]),
            ("He is 6'2\" tall and said \"fine\" twice.", &["fine"]),
            (
                "\"But it will not help,' said Moreno.\n\n\"It is late.\"",
                &["But it will not help,", "It is late."],
            ),
            ("Moreno said he came 'to see the dam.\" It held.", &["to see the dam."]),
            ("“It held,\" he said. \"It will,” she said.", &["It held,", "It will,"]),
            ("“He said ‘go’ and left,” she said.", &["He said ‘go’ and left,", "(go)"]),
            ("\"It is about “fairness” again,\" she said.", &["It is about “fairness” again,", "(fairness)"]),
            ("“He called it “fair” and left,” she said.", &["He called it “fair” and left,", "(fair)"]),
            ("“First part.\n\n“Second part,” he said.", &["First part. >", "Second part,"]),
            ("“RUIZ: Why?\n\n“BERG: No.", &["RUIZ: Why?", "BERG: No."]),
            ("She said “we go. Then it rained. It was “late.”", &["we go.", "late."]),
            ("The mayor left.\" Nobody knew.", &[]),
            ("\"", &[]),
            ("\"\"\"\"", &[]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }
}
