//! Whether each row is one that a reader would have, and how often a row like it is right as a whole.
//!
//! A row is a quote with its speaker. A linear model sees all of it ([`feature`]): what the cue is and how it stands, how the
//! content opens and ends, who the source is, what the other rows beside it hold, how sure each stage before was. It was
//! trained on whole articles whose quotes were attributed by reading: what no reader has, and second pieces of what one has,
//! are its counterexamples. Its score is turned into a certainty by a table from held-out articles: how often a row of
//! that score is somebody's, and has the right speaker.
//!
//! Missed: what only the meaning tells, such as a report of something that was never said ("the letter that he never wrote").

mod clause;
mod feature;
mod key;
pub mod model;
mod words;

use crate::annotation::{Act, Style};
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;
use crate::quote::Quote;
use crate::speaker::Speakers;
use crate::syntax::Syntax;
use model::{Kind, Model};

/// What the judge says of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// What is done with the words; what no reader would count as said or thought is a stance.
    pub act: Act,
    /// How often a row like this is right as a whole.
    pub certainty: f64,
}

/// A certainty below which no row counts as said or thought.
const LEAST: f64 = 0.5;

/// How often a stance is one, and its holder right: on PolNeAR, which annotates stances.
const STANCE: f64 = 0.6;

/// A turn of an interview is what its label says.
const TURN: f64 = 0.98;

/// The rows of a text.
struct Rows<'a, 't> {
    document: &'a Document<'t>,
    syntax: &'a Syntax,
    names: &'a [Name],
    entities: &'a Entities,
    quotes: &'a [Quote],
    speakers: &'a Speakers,
    beside: Vec<u32>,
}

/// Judges every quote of a text.
pub fn judge_quotes(
    document: &Document,
    syntax: &Syntax,
    names: &[Name],
    entities: &Entities,
    quotes: &[Quote],
    speakers: &Speakers,
) -> Vec<Verdict> {
    let model = Model::shipped();
    let rows =
        Rows { document, syntax, names, entities, quotes, speakers, beside: Rows::find_beside(quotes) };
    let judge = |row: usize| {
        let quote = &quotes[row];
        let speaker = speakers.attributions[row].speaker;
        if quote.style == Style::Transcript {
            return Verdict { act: quote.act, certainty: speaker.map_or(LEAST, |_| TURN) };
        }
        if quote.act == Act::Stance {
            return Verdict { act: quote.act, certainty: STANCE };
        }
        let mut sum = 0;
        rows.keys(row, &mut |key| sum += model.weight(key));
        let kind = kind_of(quote, speaker.is_some());
        let certainty = (model.certainty(model.odds(sum), kind) * 100.0).round() / 100.0;
        let kept = quote.style == Style::Direct
            && (!quote.cue.is_empty()
                || is_whole(document, quote)
                || speaker.is_some() && is_sentence(document, quote));
        let certainty = if kept { certainty.max(LEAST) } else { certainty };
        if certainty < LEAST {
            return Verdict { act: Act::Stance, certainty: STANCE };
        }
        Verdict { act: quote.act, certainty }
    };
    (0..quotes.len()).map(judge).collect()
}

/// Whether a quotation is a sentence of some length, which hardly anybody sets in marks that somebody did not say.
fn is_whole(document: &Document, quote: &Quote) -> bool {
    const WORDS: usize = 8;
    quote.content.iter().any(|&span| {
        let words = document.slice(span);
        let opens = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        opens && words.ends_with(['.', '!', '?', ',']) && words.split_whitespace().count() >= WORDS
    })
}

/// Whether a quotation is a sentence of its own between sentences of the writer's: "Ruiz was blunt. “It is theft.”" Terms and
/// titles stand within sentences.
fn is_sentence(document: &Document, quote: &Quote) -> bool {
    let [span] = *quote.content.as_slice() else { return false };
    let words = document.slice(span);
    let first = document.token_at(span.start);
    let last = document.token_at(span.end.saturating_sub(1));
    let opens = document.sentences.get(document.sentence_of(first));
    let ends = document.sentences.get(document.sentence_of(last));
    // With its marks, and some of the writer's words before it in the paragraph.
    let alone = opens.is_some_and(|s| first <= s.tokens.start as usize + 1)
        && ends.is_some_and(|s| s.tokens.end as usize <= last + 2);
    let before = opens.is_some_and(|s| {
        s.tokens.start > 0 && document.block_of(s.tokens.start as usize - 1) == document.block_of(first)
    });
    alone
        && before
        && words.starts_with(char::is_uppercase)
        && words.ends_with(['.', '!', '?'])
        && words.contains(' ')
}

/// Which table of certainties a row has.
pub fn kind_of(quote: &Quote, speaker: bool) -> Kind {
    match quote.style {
        _ if !speaker => Kind::Nobody,
        Style::Direct => Kind::Verbatim,
        _ => Kind::Told,
    }
}

/// The keys of the features of every row, for training.
pub fn describe(
    document: &Document,
    syntax: &Syntax,
    names: &[Name],
    entities: &Entities,
    quotes: &[Quote],
    speakers: &Speakers,
) -> Vec<Vec<u32>> {
    let rows =
        Rows { document, syntax, names, entities, quotes, speakers, beside: Rows::find_beside(quotes) };
    (0..quotes.len())
        .map(|row| {
            let mut keys = Vec::new();
            rows.keys(row, &mut |key| keys.push(key));
            keys
        })
        .collect()
}
