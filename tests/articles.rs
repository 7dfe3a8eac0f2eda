//! Whole articles with their right answers (`tests/articles/`), and how near the whole comes to them.
//!
//! `cargo test --test articles -- --nocapture` prints the scores. Names: F1 of exact span and kind. Entities: of two names that
//! were both found, whether they are of one entity, as F1 of pairs. Quotes: the share of which one of ours has most words, and
//! the share of all that has the right speaker besides. Figures: the share that is found with kind, value, unit and form.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use whosaid::annotation::{Annotation, EntityKind, Form, Span};

/// What each set has to reach, in percent: about a point below what it has.
const FLOORS: &[(&str, &[(&str, f64)])] = &[
    (
        "seeds",
        &[
            ("names", 96.5),
            ("entities", 98.5),
            ("quotes found", 94.0),
            ("right speaker", 89.0),
            ("figures", 99.0),
        ],
    ),
    ("unseen", &[("names", 69.5), ("entities", 90.0)]),
    ("learnt", &[("names", 69.0), ("entities", 93.0)]),
];

/// Articles of GUM's development part, which no model has learnt.
const UNSEEN: &[&str] =
    &["gum_interview_cyclone", "gum_interview_gaming", "gum_news_homeopathic", "gum_news_iodine"];

#[test]
fn articles_are_read_as_well_as_before() {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    for file in fs::read_dir(folder).expect(folder).flatten() {
        let path = file.path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let set = match stem.as_str() {
            seed if seed.starts_with("seed_") => "seeds",
            unseen if UNSEEN.contains(&unseen) => "unseen",
            _ => "learnt",
        };
        let article = Article::read(&fs::read_to_string(&path).expect("an article"));
        scores.entry(set).or_default().add(&article, &whosaid::annotate(&article.text));
    }
    let mut low = Vec::new();
    for (set, floors) in FLOORS {
        let figures = scores[set].figures();
        for (what, floor) in *floors {
            let share = 100.0 * figures[what];
            println!("{set:8} {what:14} {share:5.1}");
            if share < *floor {
                low.push(format!("{set}, {what}: {share:.1}, which is below {floor}"));
            }
        }
    }
    assert!(low.is_empty(), "{low:#?}");
}

/// A text with its answers; positions are UTF-16 code units.
#[derive(Default)]
struct Article {
    text: String,
    /// Where each name stands, its kind, and the number of its entity.
    names: Vec<(Span, EntityKind, u32)>,
    /// Mentions that are no names.
    others: Vec<(Span, u32)>,
    quotes: BTreeMap<u32, Vec<Span>>,
    /// Whose each quote is.
    speakers: BTreeMap<u32, Option<u32>>,
    figures: Vec<String>,
}

impl Article {
    fn read(marked: &str) -> Self {
        let (body, answers) = marked.split_once("\n\n=====\n").unwrap_or((marked.trim_end(), ""));
        let mut article = Self::default();
        let mut at = 0;
        let mut open: Vec<(u32, String)> = Vec::new();
        let mut chars = body.chars();
        while let Some(c) = chars.next() {
            match c {
                '[' | '{' => {
                    let head: String = chars.by_ref().take_while(|c| *c != ' ').collect();
                    open.push((at, format!("{c}{head}")));
                }
                ']' | '}' => {
                    let (start, head) = open.pop().expect("an opening mark");
                    article.mark(Span { start, end: at }, &head);
                }
                _ => {
                    let c = if c == '\\' { chars.next().expect("a mark behind a backslash") } else { c };
                    article.text.push(c);
                    at += c.len_utf16() as u32;
                }
            }
        }
        for line in answers.lines() {
            match line.strip_prefix("quote ") {
                Some(line) => {
                    let words: Vec<&str> = line.split(' ').collect();
                    article.speakers.insert(words[0].parse().expect("a number"), words[2].parse().ok());
                }
                None => article.figures.push(line.to_owned()),
            }
        }
        article
    }

    /// Takes in what one mark says: `[p3`, `[~3`, `{2`.
    fn mark(&mut self, span: Span, head: &str) {
        let number = head[2..].parse();
        let kind = match &head[..2] {
            "[~" => return self.others.push((span, number.expect("a number"))),
            "[p" => EntityKind::Person,
            "[o" => EntityKind::Organization,
            "[l" => EntityKind::Place,
            "[g" => EntityKind::Group,
            "[e" => EntityKind::Event,
            "[d" => EntityKind::Product,
            "[x" => EntityKind::Other,
            _ => return self.quotes.entry(head[1..].parse().expect("a number")).or_default().push(span),
        };
        self.names.push((span, kind, number.expect("a number")));
    }
}

/// Counts over the articles of a set.
#[derive(Default)]
struct Score {
    /// Right, ours, theirs.
    names: [usize; 3],
    /// The same of pairs of names of one entity, among names that both have.
    pairs: [usize; 3],
    /// Found, with the right speaker, all.
    quotes: [usize; 3],
    /// Right, all.
    figures: [usize; 2],
}

impl Score {
    fn add(&mut self, article: &Article, found: &Annotation) {
        let ours: BTreeMap<(u32, u32), u32> = found
            .mentions
            .iter()
            .filter(|mention| mention.form == Form::Name)
            .map(|mention| ((mention.start, mention.end), mention.entity))
            .collect();
        let kind = |entity: u32| found.entities[entity as usize].kind;
        let mut both: Vec<(u32, u32)> = Vec::new();
        for (span, theirs, number) in &article.names {
            if let Some(&entity) = ours.get(&(span.start, span.end)) {
                self.names[0] += usize::from(kind(entity) == *theirs);
                both.push((entity, *number));
            }
        }
        self.names[1] += ours.len();
        self.names[2] += article.names.len();
        for (i, one) in both.iter().enumerate() {
            for other in &both[..i] {
                let (ours, theirs) = (one.0 == other.0, one.1 == other.1);
                self.pairs[0] += usize::from(ours && theirs);
                self.pairs[1] += usize::from(ours);
                self.pairs[2] += usize::from(theirs);
            }
        }
        self.add_quotes(article, found);
        let mut shown: Vec<String> = found.figures.iter().map(|figure| show(&article.text, figure)).collect();
        for figure in &article.figures {
            if let Some(at) = shown.iter().position(|shown| shown == figure) {
                shown.swap_remove(at);
                self.figures[0] += 1;
            }
            self.figures[1] += 1;
        }
    }

    fn add_quotes(&mut self, article: &Article, found: &Annotation) {
        // The entity of ours with which each of theirs shares most mentions.
        let named = article.names.iter().map(|(span, _, number)| (*span, *number));
        let theirs: Vec<(Span, u32)> = named.chain(article.others.iter().copied()).collect();
        let mut shared: BTreeMap<u32, BTreeMap<u32, usize>> = BTreeMap::new();
        for mention in &found.mentions {
            let over = |span: &Span| span.start < mention.end && mention.start < span.end;
            for (span, number) in theirs.iter().filter(|(span, _)| over(span)) {
                let near = span.end == mention.end || span.start == mention.start;
                *shared.entry(mention.entity).or_default().entry(*number).or_default() += usize::from(near);
            }
        }
        let of = |entity: u32| {
            let numbers = shared.get(&entity)?;
            numbers.iter().max_by_key(|(_, count)| **count).map(|(number, _)| *number)
        };
        let units = |spans: &[Span]| spans.iter().flat_map(|s| s.start..s.end).collect::<BTreeSet<u32>>();
        for (number, spans) in &article.quotes {
            let wanted = units(spans);
            let fits = |content: &[Span]| {
                let ours = units(content);
                2.0 * ours.intersection(&wanted).count() as f64 / (ours.len() + wanted.len()) as f64
            };
            let best = found.quotes.iter().map(|quote| (fits(&quote.content), quote));
            let best = best.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(share, _)| *share >= 0.5);
            self.quotes[2] += 1;
            if let Some((_, quote)) = best {
                self.quotes[0] += 1;
                let speaker = quote.speaker.and_then(of);
                self.quotes[1] += usize::from(speaker == article.speakers.get(number).copied().flatten());
            }
        }
    }

    fn figures(&self) -> BTreeMap<&'static str, f64> {
        let f1 = |[right, ours, theirs]: [usize; 3]| 2.0 * right as f64 / (ours + theirs).max(1) as f64;
        let share = |right: usize, all: usize| right as f64 / all.max(1) as f64;
        BTreeMap::from([
            ("names", f1(self.names)),
            ("entities", f1(self.pairs)),
            ("quotes found", share(self.quotes[0], self.quotes[2])),
            ("right speaker", share(self.quotes[1], self.quotes[2])),
            ("figures", share(self.figures[0], self.figures[1])),
        ])
    }
}

/// A figure as the answers have it: "money $2.5 billion = 2500000000 USD".
fn show(text: &str, figure: &whosaid::annotation::Figure) -> String {
    let words = Span { start: figure.start, end: figure.end }.of(text).unwrap_or_default();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut line = format!("{} {words} =", format!("{:?}", figure.kind).to_lowercase());
    if let Some(value) = figure.value {
        line += &format!(" {value}");
    }
    if let (Some(low), Some(high)) = (figure.low, figure.high) {
        line += &format!(" {low}..{high}");
    }
    for part in [&figure.unit, &figure.iso].into_iter().flatten() {
        line += &format!(" {part}");
    }
    if line.ends_with('=') { line + " none" } else { line }
}
