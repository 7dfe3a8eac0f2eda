//! The mentions of a document: everything that can stand for someone who speaks, by start.

use super::lexicon::{Function, Lexicon, Person, Pronoun};
use super::source::{self, Head};
use crate::annotation::{EntityKind, Style};
use crate::document::Document;
use crate::entity::Entities;
use crate::entity::noun::{Class, Noun};
use crate::name::Name;
use crate::quote::Quote;
use crate::span::Span;
use crate::token::{Case, TokenKind};

/// A phrase has at most so many words before its head.
const LONGEST: usize = 7;

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

/// A noun phrase: "the young soldier".
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its last token.
    pub(super) head: u32,
    pub(super) noun: Option<Noun>,
    pub(super) start: Start,
}

/// How a phrase starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// "the soldier"
    Definite,
    /// "a soldier", "two soldiers"
    Indefinite,
    /// "another", "another soldier"
    Another,
    /// "soldiers"
    Bare,
    /// "his soldier", "Ukraine's soldier"
    Owned,
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
        let (inner, quoted) = speech.at(i);

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
                    let index = *owned.get_or_insert_with(|| {
                        let what = What::Phrase(phrase.clone());
                        let mention = finder.mention(*first, *end, what, sentence, clock, inner, quoted);
                        mentions.push(Mention { source_of: Some(source.quote), ..mention });
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
            mentions.push(Mention { source_of, ..mention });
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

struct Finder<'a, 't> {
    document: &'a Document<'t>,
    lexicon: &'a Lexicon,
    names: &'a [Name],
}

impl Finder<'_, '_> {
    /// The phrase whose head stands at `i`, or the pronoun there.
    fn phrase_or_pronoun(&self, i: usize, sentence: usize) -> Option<(usize, usize, What)> {
        let word = self.lexicon.word(self.document, i);
        if let Some(pronoun) = word.pronoun {
            let me = pronoun.person == Person::Me;
            let relative = pronoun.person == Person::Relative;
            return (!relative && (!me || self.document.word(i) != "i")).then_some((
                i,
                i + 1,
                What::Pronoun(pronoun),
            ));
        }
        let noun = word.noun?;
        if noun.class == Class::Document || !self.ends_phrase(i) {
            return None;
        }
        let start = self.document.sentences[sentence].tokens.start as usize;
        let (first, how) = self.phrase_start(i, start)?;
        let phrase = Phrase { head: i as u32, noun: Some(noun), start: how };
        Some((first, i + 1, What::Phrase(phrase)))
    }

    /// Whether a phrase can end at `i`: no other noun follows, nor a name whose title it is.
    fn ends_phrase(&self, i: usize) -> bool {
        let Some(next) = self.document.tokens.get(i + 1) else { return true };
        let word = self.lexicon.word(self.document, i + 1);
        let title = self.document.words.case(next.word) != Case::Lower && next.kind == TokenKind::Word;
        next.kind != TokenKind::Word && self.document.word(i + 1) != "-"
            || word.pronoun.is_some()
            || word.function != Function::Content
            || !title && (word.verb || word.noun.is_none() && self.document.lower(i + 1).ends_with("ly"))
            || !title && word.noun.is_none() && self.document.lower(i + 1).ends_with('s')
    }

    /// Where the phrase with its head at `i` starts; none where it has no determiner.
    fn phrase_start(&self, i: usize, sentence: usize) -> Option<(usize, Start)> {
        let lowest = sentence.max(i.saturating_sub(LONGEST));
        let mut at = i;
        while at > lowest {
            at -= 1;
            let word = self.lexicon.word(self.document, at);
            let kind = self.document.tokens[at].kind;
            match word.function {
                Function::Definite => return Some((at, Start::Definite)),
                Function::Indefinite => return Some((at, Start::Indefinite)),
                Function::Another => return Some((at, Start::Another)),
                Function::Content => {}
                Function::Possessive => return None,
                _ => break,
            }
            if let Some(pronoun) = word.pronoun {
                return pronoun.possessive.then_some((at, Start::Owned));
            }
            if kind != TokenKind::Word && kind != TokenKind::Number && self.document.word(at) != "-"
                || word.verb
            {
                break;
            }
        }
        // A bare plural: "Soldiers patrol", "for front-line soldiers", "Western leaders".
        let people =
            |n: Noun| n.plural && matches!(n.class, Class::Person | Class::AnyPerson | Class::People);
        if !self.lexicon.word(self.document, i).noun.is_some_and(people) {
            return None;
        }
        let mut at = i;
        while at > lowest {
            let hyphen = at >= lowest + 3 && self.document.word(at - 2) == "-";
            let adjective = self.document.words.case(self.document.tokens[at - 1].word) == Case::Title
                && self.document.tokens[at - 1].kind == TokenKind::Word
                && self.lexicon.word(self.document, at - 1).function == Function::Content;
            at -= match (hyphen, adjective) {
                (true, _) => 3,
                (false, true) => 1,
                (false, false) => break,
            };
        }
        Some((at, Start::Bare))
    }

    #[expect(clippy::too_many_arguments)]
    fn mention(
        &self,
        first: usize,
        end: usize,
        what: What,
        sentence: usize,
        clock: u32,
        speech: Option<u32>,
        quoted: bool,
    ) -> Mention {
        let span = match &what {
            What::Name(n) => self.names[*n as usize].span,
            // "he" in "he'd"
            What::Pronoun(_) => {
                let span = self.document.span(first, end);
                let word = self.document.slice(span);
                let stop = word.find(['\'', '’']).unwrap_or(word.len());
                Span::new(span.start as usize, span.start as usize + stop)
            }
            _ => self.document.span(first, end),
        };
        let block = self.document.sentences[sentence].block;
        let role = self.role(first, end, &what, sentence);
        Mention {
            span,
            tokens: (first as u32, end as u32),
            what,
            clock,
            sentence: sentence as u32,
            block,
            role,
            speech,
            quoted,
            source_of: None,
        }
    }

    fn role(&self, first: usize, end: usize, what: &What, sentence: usize) -> Role {
        let lowest = self.document.sentences[sentence].tokens.start as usize;
        if let What::Pronoun(pronoun) = what {
            let word = self.document.lower(first);
            if pronoun.possessive && (word != "her" || self.owns(end)) {
                return Role::Owner;
            }
            let contracted = !pronoun.possessive
                && end < self.document.tokens.len()
                && self.lexicon.word(self.document, end).function == Function::Possessive;
            if contracted || word.contains('\'') {
                return Role::Subject;
            }
            if matches!(word, "he" | "she" | "they" | "i" | "we" | "who") {
                return Role::Subject;
            }
        }
        if end < self.document.tokens.len()
            && self.lexicon.word(self.document, end).function == Function::Possessive
        {
            return Role::Owner;
        }
        if matches!(what, What::Name(_)) && self.modifies(end) {
            return Role::Modifier;
        }
        // Back over the title and determiner.
        let mut at = first;
        let mut steps = 0;
        while at > lowest && steps < LONGEST {
            let word = self.lexicon.word(self.document, at - 1);
            let capital = self.document.words.case(self.document.tokens[at - 1].word) == Case::Title;
            let inside =
                matches!(word.function, Function::Definite | Function::Indefinite | Function::Possessive)
                    || word.function == Function::Content
                        && self.document.tokens[at - 1].kind == TokenKind::Word
                        && (word.noun.is_some() || capital);
            if !inside {
                break;
            }
            at -= 1;
            steps += 1;
        }
        if at <= lowest {
            return Role::Subject;
        }
        let word = self.lexicon.word(self.document, at - 1);
        match word.function {
            Function::Preposition => Role::Oblique,
            Function::Clause | Function::Coordinator => Role::Subject,
            _ if self.document.tokens[at - 1].kind != TokenKind::Word => Role::Subject,
            _ => Role::Object,
        }
    }

    /// Whether what ends before the token at `end` stands before a noun: "NATO membership".
    fn modifies(&self, end: usize) -> bool {
        let Some(next) = self.document.tokens.get(end) else { return false };
        if next.kind != TokenKind::Word || self.document.words.case(next.word) != Case::Lower {
            return false;
        }
        let word = self.lexicon.word(self.document, end);
        let lower = self.document.lower(end);
        word.function == Function::Content
            && word.pronoun.is_none()
            && !word.verb
            && (word.noun.is_some() || !lower.ends_with('s') || lower.ends_with("ss"))
            && !lower.ends_with("ly")
    }

    /// Whether "her" before the token at `end` is a possessive.
    fn owns(&self, end: usize) -> bool {
        self.document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word)
            && matches!(self.lexicon.word(self.document, end).function, Function::Content)
    }
}

/// Which token stands in which speech.
struct Speeches {
    /// First token, end token, quote, whether direct; by start.
    spans: Vec<(u32, u32, u32, bool)>,
    /// The direct ones alone, without overlap.
    direct: Vec<(u32, u32)>,
}

impl Speeches {
    fn new(document: &Document, quotes: &[Quote]) -> Self {
        let mut spans = Vec::new();
        for (q, quote) in quotes.iter().enumerate() {
            if !matches!(quote.style, Style::Direct | Style::Transcript) {
                continue;
            }
            for span in &quote.content {
                let first = document.token_at(span.start);
                let end = document.tokens.partition_point(|t| t.span.start < span.end);
                spans.push((first as u32, end as u32, q as u32, quote.style == Style::Direct));
            }
        }
        spans.sort_unstable();
        let mut direct: Vec<(u32, u32)> = Vec::new();
        for &(first, end, _, is_direct) in &spans {
            if is_direct && direct.last().is_none_or(|d| d.1 <= first) && first < end {
                direct.push((first, end));
            }
        }
        Self { spans, direct }
    }

    fn is_quoted(&self, token: usize) -> bool {
        let i = self.direct.partition_point(|d| d.1 as usize <= token);
        self.direct.get(i).is_some_and(|d| d.0 as usize <= token)
    }

    fn sweep(&self) -> Sweep<'_> {
        Sweep { speeches: self, next: 0, open: Vec::new() }
    }
}

struct Sweep<'a> {
    speeches: &'a Speeches,
    next: usize,
    open: Vec<usize>,
}

impl Sweep<'_> {
    /// The innermost speech around the token, and whether it is a direct quote. Tokens come in order.
    fn at(&mut self, token: usize) -> (Option<u32>, bool) {
        let spans = &self.speeches.spans;
        while self.next < spans.len() && spans[self.next].0 as usize <= token {
            self.open.push(self.next);
            self.next += 1;
        }
        while self.open.last().is_some_and(|&i| spans[i].1 as usize <= token) {
            self.open.pop();
        }
        match self.open.last() {
            Some(&i) => (Some(spans[i].2), spans[i].3),
            None => (None, false),
        }
    }
}

/// Whether a name of this kind can be one who speaks.
pub(super) fn can_speak(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group)
}
