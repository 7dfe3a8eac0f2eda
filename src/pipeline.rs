//! The stages that find who said what, in their order: once, for whoever annotates and for the trainer.

use crate::document::Document;
use crate::entity::Entities;
use crate::judge::{self, Verdict};
use crate::name::Name;
use crate::quote::Quote;
use crate::speaker::Speakers;
use crate::syntax::Syntax;
use crate::{entity, name, quote, review, speaker};

/// What the stages find of who said what, each from what those before it found.
///
/// ```
/// use whosaid::{document::Document, pipeline::Findings};
///
/// let found = Findings::of(Document::new("“We are ready,” Kaja Kallas said."));
/// assert_eq!(found.entities.list[0].name, "Kaja Kallas");
/// assert_eq!(found.quotes.len(), found.judge().len());
/// ```
pub struct Findings<'t> {
    /// The text cut up.
    pub document: Document<'t>,
    /// By start; no two overlap.
    pub names: Vec<Name>,
    /// What the names are of.
    pub entities: Entities,
    /// By start.
    pub quotes: Vec<Quote>,
    /// Of each quote, with the mentions that led there.
    pub speakers: Speakers,
    /// Of the sentences that review and judge look at.
    pub syntax: Syntax,
}

impl<'t> Findings<'t> {
    /// Runs the stages on a text that is cut up.
    pub fn of(document: Document<'t>) -> Self {
        let names = name::find_names(&document);
        let entities = entity::group_names(&document, &names);
        let quotes = quote::find_quotes(&document, &names);
        let syntax = review::read_syntax(&document, &names, &quotes);
        let quotes = review::review_quotes(&document, &syntax, quotes);
        let speakers = speaker::resolve_speakers(&document, &names, &entities, &quotes);
        Self { document, names, entities, quotes, speakers, syntax }
    }

    /// What the judge says of each quote with its speaker.
    pub fn judge(&self) -> Vec<Verdict> {
        let Self { document, names, entities, quotes, speakers, syntax } = self;
        judge::judge_quotes(document, syntax, names, entities, quotes, speakers)
    }

    /// What the judge sees of each: the keys of its features.
    pub fn judge_keys(&self) -> Vec<Vec<u32>> {
        let Self { document, names, entities, quotes, speakers, syntax } = self;
        judge::describe(document, syntax, names, entities, quotes, speakers)
    }
}
