//! Speakers: the source of each quote resolved to an entity.
//!
//! "he said" needs who was last spoken of, "the minister said" who was called a minister, and
//! "Ukraine's military said" an entity of its own. All mentions (names, noun phrases, pronouns) are
//! read in order, and each is resolved among the ones before it by recency, role in the sentence,
//! number, gender, and what the text calls each candidate; see `weights`. A quote without a source
//! goes to the one whose quotation it carries on. A turn of an interview goes to its label.
//!
//! Missed: `we`, `they` for two people named apart, and nouns that only knowledge of the world ties to a name
//! ("the Florida senator", where the text never says so).

mod actor;
mod ahead;
mod answer;
mod apposed;
mod author;
mod candidate;
mod context;
mod follow;
mod interview;
mod kind;
mod label;
mod lexicon;
mod likeness;
mod mention;
mod nominal;
mod outcome;
mod paper;
mod phrase;
mod rank;
mod run;
mod segment;
mod source;
mod state;
mod story;
#[cfg(test)]
mod tests;
mod turn;
mod unfound;
pub mod weights;

pub use state::Choice;

use crate::annotation::Form;
use crate::document::Document;
use crate::entity::{Entities, Entity, EntityId};
use crate::name::Name;
use crate::quote::Quote;
use crate::span::Span;

/// Who said each quote, and the mentions through which that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speakers {
    /// Speakers without a name, "Ukraine's military": their ids go on after the named entities.
    pub unnamed: Vec<Entity>,
    /// Which of them the text speaks of so often that they are of the story, quoted or not.
    pub recurring: Vec<bool>,
    /// Mentions by noun phrase or pronoun, by start.
    pub mentions: Vec<Reference>,
    /// One for each quote, parallel to the quotes.
    pub attributions: Vec<Attribution>,
}

/// A mention that is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its words.
    pub span: Span,
    /// What it refers to.
    pub entity: EntityId,
    /// [`Form::Nominal`] or [`Form::Pronoun`].
    pub form: Form,
    /// The span of the mention it was resolved through: a name or another reference.
    pub antecedent: Option<Span>,
}

/// Who said a quote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// Nobody rather than somebody wrong.
    pub speaker: Option<EntityId>,
    /// 0 to 1: how often a speaker found in this way is right.
    pub certainty: f64,
    /// Others that could have said it, likeliest first.
    pub alternatives: Vec<EntityId>,
}

/// Resolves the source of each quote.
pub fn resolve_speakers(
    document: &Document,
    names: &[Name],
    entities: &Entities,
    quotes: &[Quote],
) -> Speakers {
    read(document, names, entities, quotes, &weights::SHIPPED, None, |run| run.finish())
}

/// What is weighed while the text is read with other weights: for training.
pub fn weigh(
    document: &Document,
    names: &[Name],
    entities: &Entities,
    quotes: &[Quote],
    weights: &weights::Set,
) -> Vec<Choice> {
    read(document, names, entities, quotes, weights, Some(Vec::new()), |run| run.story.record)
        .unwrap_or_default()
}

/// Reads the whole text, then asks `then` what that comes to.
fn read<T>(
    document: &Document,
    names: &[Name],
    entities: &Entities,
    quotes: &[Quote],
    weights: &weights::Set,
    record: Option<Vec<Choice>>,
    then: impl FnOnce(run::Run) -> T,
) -> T {
    let lexicon = lexicon::Lexicon::new(&document.words);
    let (mentions, sources) = mention::find_mentions(document, &lexicon, names, entities, quotes);
    let actors = actor::Actors::new(document, &lexicon, names, entities);
    let interview = interview::find_interview(document, entities, names, quotes);
    let story = story::Story {
        document,
        lexicon: &lexicon,
        names,
        entities,
        quotes,
        mentions: &mentions,
        actors,
        resolved: vec![state::Resolved::default(); mentions.len()],
        said: vec![None; quotes.len()],
        interview,
        last_speaker: None,
        last_spoke: None,
        topic: None,
        papers: Vec::new(),
        scratch: Vec::new(),
        weights,
        record,
    };
    then(run::Run::new(story, &sources))
}
