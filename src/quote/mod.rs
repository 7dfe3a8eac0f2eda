//! Quotes: each statement that the text gives to someone, with its cue and its source.
//!
//! “**We are ready,**” *said* the harbour master. He *denied* **that the ships were old**.
//!
//! `marks` pairs the quotation marks; `frame` takes each quotation as one word of the writer's
//! sentence; `statement` reads, for each verb of saying (`cue`), its subject (`source`, from the
//! noun phrases of `phrase`) and what is said (`content`, to the end that `clause` gives).
//! What these rules find is a hint for the model: [`tag`] labels each unit of the frame (content,
//! source, cue), [`link`] joins the parts, [`judge`] says which of the quotes so made are any,
//! [`convention`] puts their edges where the annotation has them. Quotations that neither claims go
//! to the quote before them, to their label ("Moreno: “…”"), or to nobody. Turns of an interview
//! come from the layout. What stands inside quotations is read by the rules alone.
//!
//! Missed: content in another sentence than its cue without a colon or a mark; in content, the writer's
//! afterthoughts behind a comma are taken in or clauses left out.

mod act;
mod clause;
mod content;
pub mod convention;
mod cue;
pub mod feature;
mod frame;
mod glyph;
mod headline;
mod inner;
pub mod judge;
pub mod link;
mod marks;
mod mend;
mod noun;
mod order;
mod outer;
pub mod part;
mod phrase;
mod relay;
mod settle;
mod source;
mod statement;
pub mod tag;
#[cfg(test)]
mod tests;
mod utterance;
mod words;

use std::ops::Range;

use crate::annotation::{Act, Style};
use crate::document::Document;
use crate::layout::Role;
use crate::name::{self, Name};
use crate::span::Span;
use frame::Frame;
use marks::Quotation;
pub use marks::find_quotations;
use statement::Statement;
use tag::Tagger;
use words::{Classes, QUOTATION};

/// A statement that the text gives to someone, as words: who the source is, is for
/// [`crate::speaker`] to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// How the words are given.
    pub style: Style,
    /// What is done with them.
    pub act: Act,
    /// The words said, by start; never empty.
    pub content: Vec<Span>,
    /// What tells that they are said.
    pub cue: Vec<Span>,
    /// Who says them, as it stands. Empty where the text does not say it here.
    pub source: Vec<Span>,
    /// How it was found.
    pub evidence: Evidence,
}

/// Which of the ways to find a quote found one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum By {
    /// The rules alone.
    #[default]
    Rules,
    /// The models.
    Model,
    /// What a model left over of another quote.
    Rest,
    /// The attribution around a whole sentence.
    Outer,
    /// The label of a headline.
    Headline,
    /// The rules, within what somebody is said to say.
    Inner,
    /// The rules, within quotation marks.
    Inside,
    /// The label of a turn.
    Turn,
}

/// How a quote was found, and how sure the models were, in steps from 0 to 9; 15 where they did not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// In which way.
    pub by: By,
    /// Of the content's first unit, its least sure one, the cue, the source; of the links from content to cue and from cue to
    /// source; that it is a report, or an attitude; and whether the rules see the same.
    pub levels: [u8; 9],
}

impl Default for Evidence {
    fn default() -> Self {
        Self { by: By::Rules, levels: [15; 9] }
    }
}

/// Finds every quote, by first content span.
pub fn find_quotes(document: &Document, names: &[Name]) -> Vec<Quote> {
    find_quotes_by(Tagger::shipped(), document, names)
}

/// Finds every quote by a given model.
pub fn find_quotes_by(tagger: &Tagger, document: &Document, names: &[Name]) -> Vec<Quote> {
    let classes = Classes::new(document);
    let all = marks::pair_marks(document, names);
    let (nested, outer): (Vec<Quotation>, Vec<Quotation>) = all.into_iter().partition(|q| q.depth > 0);

    let mut quotes = transcript_turns(document);
    let prose = prose(document);
    let frame = Frame::new(document, &classes, names, &prose, &outer);
    let mut hints = Vec::new();
    let rules = read_frame(&frame, &mut hints);
    quotes.extend(settle::tag_frame(tagger, &frame, names, &hints, rules));
    let mut from = quotes.len();
    let mut found_by = |quotes: &mut Vec<Quote>, by: By| {
        quotes[from..].iter_mut().for_each(|quote| quote.evidence.by = by);
        from = quotes.len();
    };
    quotes.extend(outer::outer_quotes(&frame, &quotes));
    found_by(&mut quotes, By::Outer);
    quotes.extend(headline::headline_quote(&frame, names, &quotes));
    found_by(&mut quotes, By::Headline);
    quotes.extend(inner::inner_quotes(&frame, names, &quotes));
    found_by(&mut quotes, By::Inner);
    quotes.extend(quotes_inside(document, &classes, names, &outer, &nested));
    found_by(&mut quotes, By::Inside);

    for quote in &mut quotes {
        quote.act = act::act_of(document, &classes, quote);
    }
    quotes.sort_by_key(|q| (q.content[0].start, std::cmp::Reverse(q.content[0].end)));
    quotes
}

/// A quotation in a quotation that nobody is said to say is kept from so many bytes.
const LONG: usize = 60;

/// Whether a quote inside a quotation is of the one who speaks there anyway: "I say".
fn says_itself(document: &Document, quote: &Quote) -> bool {
    let Some(source) = quote.source.first() else {
        // "I read you the question: “…”" holds words of some length that are not the speaker's.
        return quote.style != Style::Direct || quote.content[0].len() < LONG;
    };
    let first = document.token_at(source.start);
    let pronoun = document.lower(first).split(['\'', '’']).next();
    match pronoun.unwrap_or_default() {
        // "I would say, ‘No’": words of another time.
        "i" | "we" => quote.style != Style::Direct,
        other => matches!(other, "you" | "it" | "who" | "that" | "which"),
    }
}

/// The quotes in quotations, by the rules: the model has seen none.
fn quotes_inside(
    document: &Document,
    classes: &Classes,
    names: &[Name],
    outer: &[Quotation],
    nested: &[Quotation],
) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut around = outer.to_vec();
    for depth in 1.. {
        let inside: Vec<Range<u32>> = around.iter().map(|q| q.first..q.end).filter(|r| r.len() > 4).collect();
        if inside.is_empty() {
            break;
        }
        around = nested.iter().filter(|q| q.depth == depth).copied().collect();
        let frame = Frame::new(document, classes, names, &inside, &around);
        quotes.extend(read_frame(&frame, &mut Vec::new()));
    }
    quotes.retain(|q| !says_itself(document, q));
    quotes
}

/// What the rules alone find, by first content span.
#[cfg(test)]
fn find_by_rules(document: &Document, names: &[Name]) -> Vec<Quote> {
    let classes = Classes::new(document);
    let (nested, outer): (Vec<Quotation>, Vec<Quotation>) =
        marks::pair_marks(document, names).into_iter().partition(|q| q.depth > 0);
    let mut quotes = transcript_turns(document);
    let frame = Frame::new(document, &classes, names, &prose(document), &outer);
    let turns = labelled_quotations(&frame);
    let said: Vec<Span> = turns.iter().flat_map(|q| q.content.iter().copied()).collect();
    quotes.extend(
        read_frame(&frame, &mut Vec::new()).into_iter().filter(|q| !settle::overlaps(&said, &q.content)),
    );
    quotes.extend(turns);
    quotes.extend(quotes_inside(document, &classes, names, &outer, &nested));
    quotes.sort_by_key(|q| (q.content[0].start, std::cmp::Reverse(q.content[0].end)));
    quotes
}

/// The outer frame of a document as the model sees it; `find` looks a word up, in lower case.
pub fn describe(
    document: &Document,
    names: &[Name],
    find: &dyn Fn(&str) -> feature::Entry,
) -> feature::Features {
    let classes = Classes::new(document);
    let outer: Vec<Quotation> =
        marks::pair_marks(document, names).into_iter().filter(|q| q.depth == 0).collect();
    let prose = prose(document);
    let frame = Frame::new(document, &classes, names, &prose, &outer);
    let mut hints = Vec::new();
    read_frame(&frame, &mut hints);
    feature::Features::new(&frame, names, &hints, name::Tagger::shipped().lexicon(), find)
}

/// The same without names and without what the rules find: what the model sees of the words alone.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn describe_bare(document: &Document) -> feature::Features {
    let classes = feature::frozen::classes(document);
    let outer: Vec<Quotation> =
        marks::pair_marks(document, &[]).into_iter().filter(|q| q.depth == 0).collect();
    let prose = prose(document);
    let frame = Frame::new(document, &classes, &[], &prose, &outer);
    let hints = vec![0; frame.units.len()];
    let known = name::Tagger::shipped().lexicon();
    feature::Features::new(&frame, &[], &hints, known, &|word| Tagger::shipped().find(word))
}

/// The tokens of each block, without the labels of turns and the dateline.
fn prose(document: &Document) -> Vec<Range<u32>> {
    let mut first = 0;
    let mut regions = Vec::new();
    for block in &document.layout.blocks {
        let tokens = &document.tokens;
        let end = document.tokens_until(first, block.span.end);
        let start = match &block.role {
            Role::Turn { body, .. } => {
                first + tokens[first..end].partition_point(|t| t.span.start < body.start)
            }
            _ => first,
        };
        // "PORTLAND, Maine (AP) — The city …": nobody says where a report was filed.
        let start = match document.layout.dateline {
            Some(line) if block.span.start <= line.span.start && line.span.end <= block.span.end => {
                start.max(first + tokens[first..end].partition_point(|t| t.span.start < line.span.end))
            }
            _ => start,
        };
        if start < end {
            regions.push(start as u32..end as u32);
        }
        first = end;
    }
    regions
}

/// Each turn of an interview is a quote of its label.
fn transcript_turns(document: &Document) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut open = false;
    for block in &document.layout.blocks {
        match &block.role {
            Role::Turn { label, body, opens: true } => {
                quotes.push(Quote {
                    style: Style::Transcript,
                    act: Act::Said,
                    content: vec![*body],
                    cue: Vec::new(),
                    source: label.iter().copied().collect(),
                    evidence: Evidence { by: By::Turn, ..Evidence::default() },
                });
                open = true;
            }
            // "(LAUGHTER)"
            Role::Turn { body, .. } if open && is_stage_direction(document.slice(*body)) => {}
            Role::Turn { body, .. } if open => {
                if let Some(turn) = quotes.last_mut() {
                    turn.content.push(*body);
                }
            }
            _ => open = false,
        }
    }
    quotes
}

/// Whether a paragraph of an interview is all in brackets: nobody says it.
fn is_stage_direction(words: &str) -> bool {
    let words = words.trim_matches(['*', '_']);
    let inside = words.strip_prefix(['(', '[']).and_then(|w| w.strip_suffix([')', ']']));
    inside.is_some_and(|w| w.len() < 60 && !w.contains(['(', '[', ')', ']']))
}

/// Reads every sentence of a frame, then gives each quotation left over to the one before it.
///
/// `hints` gets what each unit was taken for: a label of the model.
fn read_frame(frame: &Frame, hints: &mut Vec<u8>) -> Vec<Quote> {
    hints.clear();
    hints.resize(frame.units.len(), 0);
    let mut hint = |units: &Range<usize>, part: u8| {
        for (n, u) in units.clone().enumerate() {
            hints[u] = part + u8::from(n > 0);
        }
    };
    let mut quotes: Vec<Quote> = Vec::new();
    let mut statements: Vec<Statement> = Vec::new();
    let mut taken = vec![false; frame.quotations.len()];
    // The last direct statement: its quote, the sentence it ends in, its region.
    let mut last: Option<(usize, usize)> = None;
    for index in 0..frame.sentences.len() {
        statements.clear();
        frame.read_sentence(index, &mut statements);
        for statement in &statements {
            for units in &statement.content {
                for u in units.clone() {
                    if frame.is(u, QUOTATION) {
                        taken[frame.units[u].quotation as usize] = true;
                    }
                }
            }
            let Some(mut quote) = to_quote(frame, statement) else { continue };
            // Paragraphs that were left open, before the one with the attribution.
            let opens = statement.content.first().map_or(0, |units| units.start);
            let left_open = opens > 0 && frame.quotation(opens - 1).is_some_and(|q| q.runs_on);
            let before = last.filter(|&(p, i)| left_open && i + 1 == index && p + 1 == quotes.len());
            if before.is_some_and(|(p, _)| quotes[p].cue.is_empty() && quotes[p].source.is_empty())
                && let Some(earlier) = quotes.pop()
            {
                quote.content.splice(0..0, earlier.content);
            }
            statement.content.iter().for_each(|units| hint(units, 1));
            statement.source.iter().for_each(|units| hint(units, 3));
            hint(&statement.cue, 5);
            let direct = quote.style == Style::Direct;
            quotes.push(quote);
            last = direct.then_some((quotes.len() - 1, index));
        }
        let sentence = frame.sentences[index].clone();
        for u in sentence.clone().filter(|&u| frame.is(u, QUOTATION)) {
            let quotation = frame.units[u].quotation as usize;
            if taken[quotation] || !frame.is_whole(u) {
                continue;
            }
            let Some(span) = frame.span(u..u + 1) else { continue };
            let first = u == sentence.start;
            let here = last.filter(|&(_, i)| i + 1 == index && frame.regions[i] == frame.regions[index]);
            let runs_on = u > 0 && frame.quotation(u - 1).is_some_and(|q| q.runs_on);
            let over = last.filter(|&(_, i)| runs_on && i + 1 == index);
            if let Some((quote, _)) = here.or(over).filter(|_| first) {
                // It goes on after "…," he said. "…"
                quotes[quote].content.push(span);
                hint(&(u..u + 1), 1);
                last = Some((quote, index));
                continue;
            }
            // Nobody is said to have said it here, but words like these are somebody's.
            if sentence.len() > 1 && !frame.is_utterance(u) {
                continue;
            }
            let source = frame.label_before(u, sentence.start).or_else(|| frame.signature_behind(u));
            hint(&(u..u + 1), 1);
            source.iter().for_each(|units| hint(units, 3));
            let source = source.and_then(|units| frame.span(units)).into_iter().collect();
            quotes.push(Quote {
                style: Style::Direct,
                act: Act::Said,
                content: vec![span],
                cue: Vec::new(),
                source,
                evidence: Evidence::default(),
            });
            last = Some((quotes.len() - 1, index));
        }
    }
    quotes
}

/// "“PENCE: We did.": a turn whose label stands inside the quotation marks.
fn labelled_quotations(frame: &Frame) -> Vec<Quote> {
    let document = frame.document;
    let mut quotes: Vec<Quote> = Vec::new();
    let mut runs_on = false;
    for quotation in frame.quotations {
        let (first, end) = (quotation.first as usize, quotation.end as usize);
        let label = marks::opens_turn(document, first);
        let colon = (first..end.min(first + 6)).find(|&i| document.word(i) == ":").filter(|_| label);
        match colon {
            Some(colon) if colon + 1 < end && colon > first => quotes.push(Quote {
                style: Style::Transcript,
                act: Act::Said,
                content: vec![document.span(colon + 1, end)],
                cue: Vec::new(),
                source: vec![document.span(first, colon)],
                evidence: Evidence { by: By::Turn, ..Evidence::default() },
            }),
            _ if runs_on && end > first => {
                if let Some(turn) = quotes.last_mut() {
                    turn.content.push(document.span(first, end));
                }
            }
            _ => {
                runs_on = false;
                continue;
            }
        }
        runs_on = quotation.runs_on;
    }
    quotes
}

fn to_quote(frame: &Frame, statement: &Statement) -> Option<Quote> {
    compose(frame, &statement.content, Some(statement.cue.clone()), statement.source.clone())
}

/// A quote from its units; `None` where it has no content.
fn compose(
    frame: &Frame,
    content: &[Range<usize>],
    cue: Option<Range<usize>>,
    source: Option<Range<usize>>,
) -> Option<Quote> {
    let spans = |parts: &[Range<usize>]| -> Vec<Span> {
        parts.iter().filter_map(|units| frame.span(units.clone())).collect()
    };
    let units = || content.iter().cloned().flatten();
    let quoted = |u: usize| frame.is(u, QUOTATION);
    let content = spans(content);
    if content.is_empty() {
        return None;
    }
    let style = if !units().any(quoted) {
        Style::Indirect
    } else if units().all(|u| quoted(u) || frame.is(u, words::STOP)) {
        Style::Direct
    } else {
        Style::Mixed
    };
    Some(Quote {
        style,
        act: Act::Said,
        content,
        cue: spans(cue.as_slice()),
        source: spans(source.as_slice()),
        evidence: Evidence::default(),
    })
}
