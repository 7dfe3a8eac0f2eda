//! What somebody is told to do with the words: say them, think them, or take a stance.
//!
//! The cue tells, by what [`crate::lexicon`] knows of its words: "believes", "is certain" are of thought, "wants", "endorsed" of a stance, verbs and nouns
//! of saying of speech. The content has its say: a bare noun phrase behind a verb is a stance, whatever the verb
//! ("condemned **the attack**"), an infinitive behind a verb of hoping as well ("hopes **to win**"); what holds quotation
//! marks is said. A verb that is in no list says something where a clause follows. Missed: verbs that do both
//! ("supports" of evidence).

use super::Quote;
use super::cue;
use super::words::{
    AUXILIARY, Classes, ING, PAST, POSSESSIVE, PREPOSITION, QUESTION, SUBJECT, SUBORDINATOR, THAT, TO, VERB,
};
use crate::annotation::{Act, Style};
use crate::document::Document;
use crate::lexicon;
use crate::span::Span;

/// So many tokens of a content are looked at for a verb.
const OPENING: usize = 40;

/// The act of a quote.
pub(super) fn act_of(document: &Document, classes: &Classes, quote: &Quote) -> Act {
    if quote.cue.is_empty() || matches!(quote.style, Style::Direct | Style::Transcript) {
        return Act::Said;
    }
    let said = match lemma_act(document, &quote.cue) {
        Some(Act::Thought) if opens_with_infinitive(document, &quote.content) => Some(Act::Stance),
        act => act,
    };
    if quote.style == Style::Mixed {
        return if said == Some(Act::Thought) { Act::Thought } else { Act::Said };
    }
    let frame = frame_of(document, &quote.cue);
    let clause = is_clause(document, classes, &quote.content, frame);
    match said {
        Some(Act::Said) if clause || frame & cue::VOICE != 0 || is_of_words(document, &quote.cue) => {
            Act::Said
        }
        Some(Act::Thought) if clause => Act::Thought,
        Some(_) => Act::Stance,
        None if opens_with_that(document, classes, &quote.content) => Act::Said,
        None => Act::Stance,
    }
}

/// What the words of a cue tell; `None` where none of them is listed. The last one decides: "is expected to say".
fn lemma_act(document: &Document, cue: &[Span]) -> Option<Act> {
    let words = cue.iter().flat_map(|span| {
        let first = document.token_at(span.start);
        first..document.tokens_until(first, span.end)
    });
    let act = |t: usize| {
        Some(match lexicon::find(document.lower(t)).act()? {
            lexicon::Act::Says => Act::Said,
            lexicon::Act::Thinks => Act::Thought,
            lexicon::Act::Wants => Act::Stance,
        })
    };
    let acts: Vec<Act> = words.filter_map(act).collect();
    // "expressed hope", "voiced fears": said.
    if acts.contains(&Act::Said) { Some(Act::Said) } else { acts.last().copied() }
}

/// What may follow the verb of a cue.
fn frame_of(document: &Document, cue: &[Span]) -> cue::Frame {
    let verbs = cue.iter().flat_map(|span| {
        let first = document.token_at(span.start);
        first..document.tokens_until(first, span.end)
    });
    let frame = |t: usize| {
        let word = document.lower(t);
        let found = lexicon::reporting(word)?;
        // "called on NATO", "called for him to go"
        let asks = word.starts_with("call") && matches!(document.lower(t + 1), "on" | "upon" | "for");
        Some(found.frame | if asks { cue::ORDER } else { 0 })
    };
    verbs.filter_map(frame).fold(0, |all, frame| all | frame)
}

/// "According to Moreno", "in Moreno's words": all of it is said, verb or none.
fn is_of_words(document: &Document, cue: &[Span]) -> bool {
    cue.iter().any(|span| matches!(document.lower(document.token_at(span.start)), "according" | "per"))
}

fn opens_with_infinitive(document: &Document, content: &[Span]) -> bool {
    let first = content.first().map_or(0, |span| document.token_at(span.start));
    document.lower(first) == "to" || document.lower(first) == "not" && document.lower(first + 1) == "to"
}

fn opens_with_that(document: &Document, classes: &Classes, content: &[Span]) -> bool {
    content.first().is_some_and(|span| {
        let first = document.tokens[document.token_at(span.start)];
        classes.of(first.word) & (THAT | QUESTION) != 0
    })
}

/// Whether a content is a clause, an infinitive, an *-ing* phrase or a question: more than a noun phrase. `frame` is what
/// the cue may be followed by.
fn is_clause(document: &Document, classes: &Classes, content: &[Span], frame: cue::Frame) -> bool {
    let of_ing = frame & (cue::CHARGE | cue::FACT | cue::GERUND) != 0;
    content.iter().any(|span| {
        let first = document.token_at(span.start);
        let end = document.tokens_until(first, span.end);
        let class = |t: usize| document.tokens.get(t).map_or(0, |token| classes.of(token.word));
        let ing = |t: usize| class(t) & ING != 0;
        class(first) & (THAT | TO | QUESTION | SUBORDINATOR) != 0
            || document.lower(first) == "not"
            || class(first) & SUBJECT != 0 && end > first + 2
            // Whatever has some length is a clause behind "said".
            || frame & cue::LOOSE != 0 && end > first + 3
            || class(first) & PREPOSITION != 0 && ing(first + 1)
            || ing(first)
            || (first..end.min(first + OPENING)).any(|t| {
                class(t) & (AUXILIARY | VERB) != 0 && class(t) & POSSESSIVE == 0
                    // "the closed bridge": a participle before its noun is no verb, but most are told by place.
                    || class(t) & PAST != 0 && t > first + 1
                    || class(t) & TO != 0 && frame & cue::ORDER != 0
                    || ing(t) && of_ing
                    || lexicon::reporting(document.lower(t))
                        .is_some_and(|c| c.form == cue::Form::Third && c.frame & cue::NOUN == 0)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::find_quotes;

    fn acts(text: &str) -> Vec<Act> {
        let document = Document::new(text);
        let names = crate::name::find_names(&document);
        find_quotes(&document, &names).iter().map(|quote| quote.act).collect()
    }

    #[test]
    fn cue_and_content_tell() {
        for (text, act) in [
            ("The harbour will close in May, Orlov said on Monday.", Act::Said),
            ("Orlov told reporters that the harbour would close.", Act::Said),
            ("“We are ready,” Orlov said.", Act::Said),
            ("Orlov believes that the harbour will close in May.", Act::Thought),
            ("Orlov is certain that the harbour will close in May.", Act::Thought),
        ] {
            assert_eq!(acts(text), [act], "{text}");
        }
    }
}
