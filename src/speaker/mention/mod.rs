//! The mentions of a document: everything that can stand for someone who speaks, by start.
//!
//! "Viktor", "the young soldier", "he": names as they were found, and the phrases and pronouns of
//! [`finder`]; [`speech`] tells which quote each stands in. Missed: phrases without a noun that the
//! tables know, but for the sources of quotes.

mod finder;
mod speech;

use super::lexicon::{Lexicon, Person, Pronoun};
pub(super) use super::nominal::{Phrase, Start};
use super::source::{self, Head};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;
use crate::quote::Quote;
use crate::span::Span;
use finder::Finder;
use speech::Speeches;

/// Something that stands for someone.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its words: for a name without its title.
    pub(super) span: Span,
    /// Its first token, and one past its last.
    pub(super) tokens: (u32, u32),
    pub(super) what: What,
    /// Its sentence, counted without sentences that lie in direct quotes.
    pub(super) clock: u32,
    pub(super) sentence: u32,
    pub(super) block: u32,
    pub(super) role: Role,
    /// The direct quote or turn that it stands in.
    pub(super) speech: Option<u32>,
    /// Whether that is a direct quote.
    pub(super) quoted: bool,
    /// The first quote that it is the source of.
    pub(super) source_of: Option<u32>,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    /// The index of a name.
    Name(u32),
    Phrase(Phrase),
    Pronoun(Pronoun),
}

/// What a mention does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Subject,
    Object,
    Oblique,
    Owner,
    /// "NATO" in "NATO membership"
    Modifier,
}

/// Finds the mentions, by start. The second list gives each quote the mention that is its source.
pub(super) fn find_mentions(
    document: &Document,
    lexicon: &Lexicon,
    names: &[Name],
    entities: &Entities,
    quotes: &[Quote],
) -> (Vec<Mention>, Vec<Option<u32>>) {
    let finder = Finder { document, lexicon, names };
    let speeches = Speeches::new(document, quotes);
    let mut sources = source::find_sources(document, lexicon, names, quotes);
    sources.sort_by_key(|s| s.start());
    let mut mentions: Vec<Mention> = Vec::new();
    let mut source_mention = vec![None; quotes.len()];

    let mut speech = speeches.sweep();
    let (mut next_name, mut next_source, mut next_described) = (0, 0, 0);
    let (mut sentence, mut clock) = (0usize, 0u32);
    let mut i = 0;
    while i < document.tokens.len() {
        while sentence + 1 < document.sentences.len() && document.sentences[sentence].tokens.end as usize <= i
        {
            sentence += 1;
            let first = document.sentences[sentence].tokens.start as usize;
            if !speeches.is_quoted(first)
                || document.sentences[sentence].block != document.sentences[sentence - 1].block
            {
                clock += 1;
            }
        }
        let token = document.tokens[i];
        while next_described < entities.described.len()
            && entities.described[next_described].span.end <= token.span.start
        {
            next_described += 1;
        }
        let described = entities.described.get(next_described).is_some_and(|d| d.span.contains(token.span));

        // The source of a quote decides what the words are, then names, then the words themselves.
        while next_source < sources.len() && sources[next_source].start() < i {
            next_source += 1;
        }
        let mut found: Option<(usize, usize, What)> = None;
        if next_name < names.len() && names[next_name].first as usize <= i {
            let name = &names[next_name];
            found = Some((i, (name.end as usize).max(i + 1), What::Name(next_name as u32)));
            next_name += 1;
        }
        let mut source_of = None;
        let mut owned: Option<u32> = None;
        while next_source < sources.len() && sources[next_source].start() == i {
            let source = &sources[next_source];
            next_source += 1;
            match (&source.head, &found) {
                (Head::Name(n), Some((_, _, What::Name(m)))) if n == m => {}
                (Head::Pronoun, Some((_, _, What::Pronoun(_)))) => {}
                (Head::Phrase { .. }, Some((_, _, What::Phrase(_)))) => {}
                (Head::Phrase { first, end, phrase }, None) => {
                    found = Some((*first, *end, What::Phrase(phrase.clone())));
                }
                // "Ukraine's military": the phrase starts with a name, which is a mention of its own.
                (Head::Phrase { first, end, phrase }, Some(_)) => {
                    let (inner, quoted) = speech.at(i);
                    let index = *owned.get_or_insert_with(|| {
                        let what = What::Phrase(phrase.clone());
                        let mention = finder.mention(*first, *end, what, sentence, clock, inner, quoted);
                        mentions.push(Mention {
                            source_of: Some(source.quote),
                            role: role(&mention),
                            ..mention
                        });
                        mentions.len() as u32 - 1
                    });
                    source_mention[source.quote as usize] = Some(index);
                    continue;
                }
                (Head::Pronoun, None) => {
                    found = lexicon.word(document, i).pronoun.map(|p| (i, i + 1, What::Pronoun(p)));
                }
                _ => continue,
            }
            if found.is_some() {
                source_of = source_of.or(Some(source.quote));
                source_mention[source.quote as usize] = Some(mentions.len() as u32);
            }
        }
        if found.is_none() && !described {
            found = finder.phrase_or_pronoun(i, sentence);
        }
        let Some((first, end, what)) = found else {
            i += 1;
            continue;
        };
        let (inner, quoted) = speech.at(i);
        let next = if matches!(what, What::Name(_)) { end } else { i + 1 };
        let mention = finder.mention(first, end, what, sentence, clock, inner, quoted);
        // A phrase that a source already gave.
        let again = source_of.is_none()
            && matches!(mention.what, What::Phrase(_))
            && mentions
                .iter()
                .rev()
                .take(4)
                .any(|m| matches!(m.what, What::Phrase(_)) && m.tokens.1 == mention.tokens.1);
        if !again {
            let phrase = matches!(mention.what, What::Phrase(_));
            let role = if source_of.is_some() { role(&mention) } else { mention.role };
            mentions.push(Mention { source_of, role, ..mention });
            // "his counterpart": the pronoun is a mention of its own.
            if phrase
                && let Some(pronoun) = lexicon.word(document, i).pronoun
                && pronoun.person != Person::Relative
                && first == i
            {
                mentions.push(finder.mention(
                    i,
                    i + 1,
                    What::Pronoun(pronoun),
                    sentence,
                    clock,
                    inner,
                    quoted,
                ));
            }
        }
        i = next;
    }
    (mentions, source_mention)
}

/// Whoever says something is the subject of a clause, whatever stands before it.
fn role(source: &Mention) -> Role {
    match source.role {
        Role::Object | Role::Modifier => Role::Subject,
        role => role,
    }
}

/// Whether a name of this kind can be one who speaks.
pub(super) fn can_speak(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group)
}
