//! What a stage sees and finds, for people who work on it.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::annotation::Span;
use crate::document::Document;
use crate::layout::Role;
use crate::rule;
use crate::syntax::{Syntax, show};
use crate::{Annotation, Date, Gazetteer, entity, name, place};

use super::files::read_text;
use super::{Asked, Outcome, annotate, complain};

/// What to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    Blocks,
    Tokens,
    Sentences,
    Syntax,
    Names,
    Quotes,
    Figures,
    Rules,
    Places,
}

impl View {
    pub(super) const NAMES: &'static str =
        "blocks, tokens, sentences, syntax, names, quotes, figures, rules, places";

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "blocks" => Self::Blocks,
            "tokens" => Self::Tokens,
            "sentences" => Self::Sentences,
            "syntax" => Self::Syntax,
            "names" => Self::Names,
            "quotes" => Self::Quotes,
            "figures" => Self::Figures,
            "rules" => Self::Rules,
            "places" => Self::Places,
            _ => return None,
        })
    }
}

/// Shows `view` of each file.
pub(super) fn explain_files(
    view: View,
    paths: &[PathBuf],
    date: Option<Date>,
    out: &mut impl Write,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::AllGood;
    for path in paths {
        match read_text(path) {
            Ok(text) => explain(view, &text, date, out)?,
            Err(message) => {
                outcome = Outcome::SomeFailed;
                complain(format_args!("{}: {message}", path.display()));
            }
        }
    }
    Ok(outcome)
}

fn explain(view: View, text: &str, date: Option<Date>, out: &mut impl Write) -> io::Result<()> {
    match view {
        View::Blocks => show_blocks(&Document::new(text), out),
        View::Tokens => show_tokens(&Document::new(text), out),
        View::Sentences => {
            let document = Document::new(text);
            document.sentences.iter().try_for_each(|s| writeln!(out, "{:?}", document.slice(s.span)))
        }
        View::Syntax => {
            let document = Document::new(text);
            let names = crate::name::find_names(&document);
            let quotations = crate::quote::find_quotations(&document);
            let syntax = Syntax::new(&document, &names, &quotations);
            write!(out, "{}", show(&document, &syntax))
        }
        View::Places => show_places(&Document::new(text), out),
        View::Rules => show_rules(text, date, out),
        View::Names | View::Quotes | View::Figures => {
            let units: Vec<u16> = text.encode_utf16().collect();
            let found =
                Found { annotation: annotate(text, Asked { date, stances: true, check: None }, &[]), units };
            match view {
                View::Names => found.show_names(out),
                View::Quotes => found.show_quotes(out),
                _ => found.show_figures(out),
            }
        }
    }
}

/// What each place of the text may be, the likeliest first, and what stands beside it.
fn show_places(document: &Document, out: &mut impl Write) -> io::Result<()> {
    const SHOWN: usize = 5;
    let names = name::find_names(document);
    let entities = entity::group_names(document, &names);
    let gazetteer = Gazetteer::shipped();
    let evidence = place::Evidence::read(document, &names, &entities, gazetteer);
    let likelihoods = evidence.likelihoods(&place::WEIGHTS);
    for (toponym, likely) in evidence.toponyms.iter().zip(likelihoods) {
        let name = toponym.entity.map_or("(a place that something is named for)", |e| &entities.list[e].name);
        let links: Vec<String> =
            toponym.links.iter().map(|(other, link)| format!("{link:?} {other}")).collect();
        writeln!(out, "{name:?}, {} times; {}", toponym.mentions, links.join(", "))?;
        let mut candidates: Vec<_> = toponym.candidates.iter().zip(likely).collect();
        candidates.sort_by(|a, b| b.1.total_cmp(&a.1));
        for (candidate, likely) in candidates.into_iter().take(SHOWN) {
            let country = gazetteer.country(candidate.country);
            let (kind, at) = (candidate.kind, (candidate.latitude, candidate.longitude));
            writeln!(out, "  {likely:.3} {kind:?} {country} {:.2},{:.2}", at.0, at.1)?;
        }
    }
    Ok(())
}

/// Where each rule acted, in the order of the text.
fn show_rules(text: &str, date: Option<Date>, out: &mut impl Write) -> io::Result<()> {
    let (_, mut acted) = rule::watch(|| annotate(text, Asked { date, stances: true, check: None }, &[]));
    acted.sort_by_key(|acted| acted.span);
    acted.dedup_by_key(|acted| (acted.span, acted.rule.id));
    for acted in acted {
        writeln!(out, "{:6} {:28} {:?}", acted.span.start, acted.rule.id, acted.span.of(text))?;
    }
    Ok(())
}

fn show_blocks(document: &Document, out: &mut impl Write) -> io::Result<()> {
    if let Some(dateline) = document.layout.dateline {
        writeln!(out, "dateline {:?}", document.slice(dateline.span))?;
    }
    for block in &document.layout.blocks {
        let words = document.slice(block.span);
        if let Some(part) = block.part {
            write!(out, "{part:?}, ")?;
        }
        match &block.role {
            Role::Headline => writeln!(out, "headline {words:?}")?,
            Role::Paragraph => writeln!(out, "paragraph {words:?}")?,
            Role::Aside => writeln!(out, "aside {words:?}")?,
            Role::Turn { label, body, .. } => {
                let label = label.map_or("", |l| document.slice(l));
                writeln!(out, "turn {label:?} {:?}", document.slice(*body))?;
            }
        }
    }
    Ok(())
}

fn show_tokens(document: &Document, out: &mut impl Write) -> io::Result<()> {
    for (i, token) in document.tokens.iter().enumerate() {
        let kind = format!("{:?}", token.kind);
        let gap = format!("{:?}", token.gap);
        writeln!(out, "{i:5} {:7} {kind:11} {gap:5} {:?}", token.span.start, document.word(i))?;
    }
    Ok(())
}

struct Found {
    annotation: Annotation,
    units: Vec<u16>,
}

impl Found {
    fn words(&self, start: u32, end: u32) -> String {
        String::from_utf16_lossy(self.units.get(start as usize..end as usize).unwrap_or_default())
    }

    fn all(&self, spans: &[Span]) -> Vec<String> {
        spans.iter().map(|s| self.words(s.start, s.end)).collect()
    }

    fn name(&self, entity: Option<u32>) -> String {
        match entity.and_then(|id| self.annotation.entities.get(id as usize)) {
            Some(entity) => format!("{} #{}", entity.name, entity.id),
            None => "nobody known".into(),
        }
    }

    fn show_names(&self, out: &mut impl Write) -> io::Result<()> {
        for entity in &self.annotation.entities {
            let place =
                entity.place.as_ref().map(|p| format!(" {} {},{}", p.country, p.latitude, p.longitude));
            let description = entity.description.as_deref().unwrap_or("");
            writeln!(
                out,
                "#{} {:?} {:?} {description:?}{}",
                entity.id,
                entity.kind,
                entity.name,
                place.unwrap_or_default()
            )?;
        }
        for mention in &self.annotation.mentions {
            let words = self.words(mention.start, mention.end);
            let name = self.name(Some(mention.entity));
            let through = mention.antecedent.map(|a| format!(" through mention {a}")).unwrap_or_default();
            writeln!(out, "{:6} {:?} {words:?} is {name}{through}", mention.start, mention.form)?;
        }
        Ok(())
    }

    fn show_quotes(&self, out: &mut impl Write) -> io::Result<()> {
        for quote in &self.annotation.quotes {
            writeln!(out, "{:?} by {} ({:.2})", quote.style, self.name(quote.speaker), quote.certainty)?;
            for (what, spans) in [("source", &quote.source), ("cue", &quote.cue), ("content", &quote.content)]
            {
                writeln!(out, "  {what:8}{:?}", self.all(spans))?;
            }
        }
        Ok(())
    }

    fn show_figures(&self, out: &mut impl Write) -> io::Result<()> {
        for figure in &self.annotation.figures {
            let words = self.words(figure.start, figure.end);
            let json = serde_json::to_string(figure).map_err(io::Error::other)?;
            writeln!(out, "{words:?} {json}")?;
        }
        Ok(())
    }
}
