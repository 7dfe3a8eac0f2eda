//! Small texts and what a reader would find in them, kind by kind: the files of `tests/cases/`.
//!
//! A case is one line of text with its quotes marked as in the stages' own case files: `{…}` is content, `<…>` a
//! source, `{2|…}` belongs to the second quote; `↵` is the end of a line, `¶` of a paragraph, `\` takes the next mark
//! for itself. Under it, indented, stands what else must be found:
//!
//! | line | holds where |
//! |---|---|
//! | `person Ana Ruiz` | a name of just these words is a person's; so with every kind of entity |
//! | `one Ana Ruiz / Ruiz` | these names are of one entity |
//! | `unnamed Barr.` | no name touches these words |
//! | `place Paris @ 33.7 -95.6` | it lies within a hundred kilometres of there |
//! | `speaker 2 Ana Ruiz` | the second quote's speaker has this name; `2 nobody` none |
//! | `voice We won. / Ana Ruiz` | a quote that begins with these words has this speaker, whatever else is found |
//! | `not 2 Ana Ruiz` | it is not this one, or is in doubt: below 0.8 |
//! | `money Rs 950 cr = 9500000000 INR` | a figure of just these words, kind, value, unit and form |
//! | `no figure`, `no quote` | nothing of the sort is found |
//! | `part litter Read more: …` | a part of just these words has this role; `part body …`: no part has these words |
//!
//! Where a case marks a quote, what is marked is all that may be found; where it lists a figure, likewise. In cases,
//! white space is one space. A case whose line starts with `?` is known to fail: once it holds, the mark must go.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;

use whosaid::annotation::{Annotation, Entity, Figure, Form, Quote, Span};

#[test]
fn every_case_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).expect(folder).flatten().map(|file| file.path()).collect();
    files.sort();
    let (mut wrong, mut held) = (Vec::new(), 0);
    for path in files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for case in Case::read_all(&fs::read_to_string(&path).expect("a case file")) {
            match (case.check(), case.fails) {
                (Ok(()), false) | (Err(_), true) => held += 1,
                (Ok(()), true) => {
                    wrong.push(format!("{name}: {}\n    holds now: take its ? away", case.text))
                }
                (Err(why), false) => wrong.push(format!("{name}: {}\n    {}", case.text, why.join("\n    "))),
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases hold, {} do not\n{}", held, wrong.len(), wrong.join("\n"));
}

/// Content and source of a quote, as words.
type Parts = [Vec<String>; 2];

struct Case {
    text: String,
    quotes: BTreeMap<u32, Parts>,
    /// What stands under the text.
    lines: Vec<String>,
    /// Whether it is known to fail.
    fails: bool,
}

impl Case {
    fn read_all(file: &str) -> Vec<Self> {
        let mut cases: Vec<Self> = Vec::new();
        for line in file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                Some(line) => cases.last_mut().expect("a text above").lines.push(line.to_string()),
                None => cases.push(Self::read(line)),
            }
        }
        cases
    }

    fn read(line: &str) -> Self {
        let (line, fails) = line.strip_prefix("? ").map_or((line, false), |line| (line, true));
        let mut case = Self { text: String::new(), quotes: BTreeMap::new(), lines: Vec::new(), fails };
        let mut open: Vec<(usize, usize, u32)> = Vec::new();
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '{' | '<' => {
                    let number = rest.split_once('|').and_then(|(n, after)| Some((n.parse().ok()?, after)));
                    let (number, after) = number.unwrap_or((1, rest));
                    rest = after;
                    open.push((usize::from(c == '<'), case.text.len(), number));
                }
                '}' | '>' => {
                    let (part, start, number) = open.pop().expect("an opening mark");
                    let words = plain(&case.text[start..]);
                    case.quotes.entry(number).or_default()[part].push(words);
                }
                '\\' => {
                    let literal = rest.chars().next().unwrap_or(c);
                    case.text.push(literal);
                    rest = &rest[literal.len_utf8()..];
                }
                '¶' => case.text.push_str("\n\n"),
                '↵' => case.text.push('\n'),
                _ => case.text.push(c),
            }
        }
        case
    }

    /// What does not hold.
    fn check(&self) -> Result<(), Vec<String>> {
        let found = Found { text: &self.text, annotation: whosaid::annotate(&self.text) };
        let mut wrong: Vec<String> =
            self.lines.iter().filter_map(|line| found.check(self, line).err()).collect();
        if !self.quotes.is_empty() {
            let mut expected: Vec<Parts> = self.quotes.values().cloned().collect();
            let mut shown: Vec<Parts> =
                found.annotation.quotes.iter().map(|quote| found.parts(quote)).collect();
            // Where no source is marked, any will do.
            let sourced = expected.iter().any(|[_, source]| !source.is_empty());
            if !sourced {
                shown.iter_mut().for_each(|[_, source]| source.clear());
            }
            expected.sort();
            shown.sort();
            if expected != shown {
                wrong.push(format!("quotes {shown:?}, expected {expected:?}"));
            }
        }
        let figures: Vec<&String> = self.lines.iter().filter(|line| line.contains(" = ")).collect();
        if !figures.is_empty() && figures.len() != found.annotation.figures.len() {
            wrong.push(format!("figures {:?}", found.figures()));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

/// What was found in a text.
struct Found<'t> {
    text: &'t str,
    annotation: Annotation,
}

impl Found<'_> {
    fn check(&self, case: &Case, line: &str) -> Result<(), String> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let holds = match word {
            "no" if rest == "figure" => self.annotation.figures.is_empty(),
            "no" if rest == "quote" => self.annotation.quotes.is_empty(),
            "part" => {
                let (role, words) = rest.split_once(' ').expect("a role and words");
                let of = |role| format!("{role:?}").to_lowercase();
                let parts = self.annotation.parts.iter();
                let mut parts = parts.map(|p| (of(p.role), self.words(Span { start: p.start, end: p.end })));
                match role {
                    "body" => !parts.any(|(_, part)| part.contains(words)),
                    _ => parts.any(|(of, part)| of == role && part == words),
                }
            }
            "one" => {
                let of = |name| self.named(name).map(|entity| entity.id);
                let mut ids = rest.split(" / ").map(of);
                let first = ids.next().flatten();
                first.is_some() && ids.all(|id| id == first)
            }
            "unnamed" => !self.names().any(|(span, _)| {
                self.text.match_indices(rest).any(|(at, _)| {
                    let start = self.text[..at].encode_utf16().count() as u32;
                    span.start < start + rest.encode_utf16().count() as u32 && start < span.end
                })
            }),
            "voice" => {
                let (words, name) = rest.rsplit_once(" / ").expect("words and a name");
                let mut quotes = self.annotation.quotes.iter();
                let quote = quotes.find(|quote| self.parts(quote)[0].iter().any(|part| part == words));
                let speaker = quote.and_then(|quote| quote.speaker);
                speaker.is_some_and(|id| plain(&self.annotation.entities[id as usize].name) == name)
            }
            "speaker" | "not" => {
                let (number, name) = rest.split_once(' ').expect("a number and a name");
                let wanted = &case.quotes[&number.parse().expect("a number")][0];
                let quote = self.annotation.quotes.iter().find(|quote| self.parts(quote)[0] == *wanted);
                let quote = quote.ok_or_else(|| format!("{line}: no such quote"))?;
                let speaker = quote.speaker.map(|id| plain(&self.annotation.entities[id as usize].name));
                match word {
                    "not" => speaker.as_deref() != Some(name) || quote.certainty < 0.8,
                    _ => speaker.as_deref().unwrap_or("nobody") == name,
                }
            }
            _ if rest.contains(" = ") => self.figures().iter().any(|figure| figure == line),
            _ => {
                let (name, point) = rest.split_once(" @ ").unwrap_or((rest, ""));
                let near = |entity: &Entity| {
                    let Some((latitude, longitude)) = point.split_once(' ') else { return true };
                    let (latitude, longitude): (f64, f64) =
                        (latitude.parse().expect("degrees"), longitude.parse().expect("degrees"));
                    entity.place.as_ref().is_some_and(|place| {
                        let across = (place.longitude - longitude) * latitude.to_radians().cos();
                        (place.latitude - latitude).hypot(across) < 0.9
                    })
                };
                let kind = |entity: &Entity| format!("{:?}", entity.kind).to_lowercase() == word;
                self.names().any(|(span, entity)| self.words(span) == name && kind(entity) && near(entity))
            }
        };
        if holds { Ok(()) } else { Err(format!("{line}, found {}", self.shown())) }
    }

    fn names(&self) -> impl Iterator<Item = (Span, &Entity)> {
        let names = self.annotation.mentions.iter().filter(|mention| mention.form == Form::Name);
        names.map(|m| (Span { start: m.start, end: m.end }, &self.annotation.entities[m.entity as usize]))
    }

    fn named(&self, name: &str) -> Option<&Entity> {
        self.names().find(|(span, _)| self.words(*span) == name).map(|(_, entity)| entity)
    }

    fn words(&self, span: Span) -> String {
        plain(span.of(self.text).unwrap_or_default())
    }

    fn parts(&self, quote: &Quote) -> Parts {
        [&quote.content, &quote.source].map(|spans| spans.iter().map(|span| self.words(*span)).collect())
    }

    fn figures(&self) -> Vec<String> {
        self.annotation.figures.iter().map(|figure| self.figure(figure)).collect()
    }

    /// "money Rs 950 cr = 9500000000 INR"
    fn figure(&self, figure: &Figure) -> String {
        let words = self.words(Span { start: figure.start, end: figure.end });
        let mut line =
            format!("{:?} {words} =", figure.kind).to_lowercase().replace(&words.to_lowercase(), &words);
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        if let Some(value) = figure.value {
            line += &format!(" {}", rounded(value));
        }
        if let (Some(low), Some(high)) = (figure.low, figure.high) {
            line += &format!(" {}..{}", rounded(low), rounded(high));
        }
        for part in [&figure.unit, &figure.iso].into_iter().flatten() {
            line += &format!(" {part}");
        }
        if line.ends_with('=') { line + " none" } else { line }
    }

    /// All of it, for whoever reads a failure.
    fn shown(&self) -> String {
        let names = self.names().map(|(span, entity)| {
            let place = entity.place.as_ref().map(|p| format!(" @ {:.1} {:.1}", p.latitude, p.longitude));
            format!("{:?} {}{}", entity.kind, self.words(span), place.unwrap_or_default()).to_lowercase()
        });
        let quotes = self.annotation.quotes.iter().map(|quote| {
            let speaker = quote.speaker.map_or("nobody", |id| &self.annotation.entities[id as usize].name);
            format!("{:?} {} {:.2}", self.parts(quote), plain(speaker), quote.certainty)
        });
        let parts = self.annotation.parts.iter().map(|part| {
            let words = self.words(Span { start: part.start, end: part.end });
            format!("part {:?} {words}", part.role).to_lowercase()
        });
        names.chain(quotes).chain(self.figures()).chain(parts).collect::<Vec<_>>().join("; ")
    }
}

/// The words with one space between them.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
