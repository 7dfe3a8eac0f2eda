//! The syntax of a sentence, read once: parts of speech, noun phrases, verb groups and clauses.
//!
//! A conditional random field trained on treebanks gives each token its [`Tag`]; rules over the tags find
//! [chunks](Chunk), [verb groups](Group) and [clauses](Clause). A quotation is one unit of the sentence that it stands in, and is read for
//! itself. What is one name stays within one chunk.
//!
//! ```
//! use whosaid::document::Document;
//! use whosaid::syntax::{Form, Syntax, Tense};
//!
//! let document = Document::new("The minister’s spokesman said that taxes might not be raised.");
//! let syntax = Syntax::new(&document, &[], &[]);
//!
//! // The verb group at the token "said", and its subject.
//! let said = syntax.group_at(4).unwrap();
//! assert!(syntax[said].form == Form::Finite && syntax[said].tense == Tense::Past);
//! let clause = syntax.clause_of(said);
//! let subject = syntax.subject(clause).unwrap();
//! assert_eq!(document.word(syntax[subject].head as usize), "spokesman");
//! assert_eq!(syntax[subject].possessor, Some(0..2));
//!
//! // What is said: a clause that hangs on the first.
//! let raised = syntax.group_at(9).unwrap();
//! assert!(syntax[raised].negated && syntax[raised].passive && syntax[raised].modal.is_some());
//! let content = syntax.clause_of(raised);
//! assert_eq!(syntax[content].parent, Some(clause));
//! ```
//!
//! Any index is allowed: past the last token there is nothing. Time is linear in the text.
//!
//! Missed: what only meaning tells, as to which of two nouns "in" belongs; the second half of split verbs.

mod auxiliary;
mod chunk;
mod clause;
pub mod feature;
mod group;
mod item;
mod parse;
mod parts;
mod show;
mod subject;
mod tag;
#[cfg(test)]
mod tests;

use std::ops::{Index, Range};

use crate::document::Document;
use crate::name::Name;
use parse::Sentence;
pub use show::show;
pub use tag::{LABELS, LANES, Tag, Tagger, Upos};

/// The place of a [`Chunk`] in [`Syntax`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChunkId(pub u32);

/// The place of a [`Group`] in [`Syntax`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub u32);

/// The place of a [`Clause`] in [`Syntax`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId(pub u32);

/// A noun phrase without what follows its head: "the party's new leader".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    /// Its tokens.
    pub tokens: Range<u32>,
    /// The token of its head: "leader". Of a name, its last.
    pub head: u32,
    /// The token of its last determiner or possessive pronoun.
    pub determiner: Option<u32>,
    /// The tokens of whom it belongs to, without "'s": "the party".
    pub possessor: Option<Range<u32>>,
    /// Whether its head is plural.
    pub plural: bool,
    /// The token of the preposition that governs it: "of", in "leader *of* the party".
    pub preposition: Option<u32>,
    /// The chunk before it that it is listed with: of "Moreno, Diaz and Ruiz", both have "Moreno".
    pub conjunct_of: Option<ChunkId>,
    /// The chunk before it that it tells more of: "Moreno, *the mayor*,".
    pub apposition_to: Option<ChunkId>,
    /// The chunk before it that it belongs to: "leader of *the party*".
    pub attached_to: Option<ChunkId>,
    /// One past the last token of all that belongs to it: phrases with "of" and the like, appositions, relative clauses.
    pub end: u32,
}

/// A verb with its auxiliaries: "might not have been told".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its tokens, adverbs and an inverted subject included.
    pub tokens: Range<u32>,
    /// The token of the main verb; the last auxiliary, where there is none.
    pub head: u32,
    /// Finite, or which other form.
    pub form: Form,
    /// Its tense; [`Tense::None`] unless it is finite.
    pub tense: Tense,
    /// With "not", "n't" or "never".
    pub negated: bool,
    /// "was told"
    pub passive: bool,
    /// "has told"
    pub perfect: bool,
    /// "is telling"
    pub progressive: bool,
    /// A form of *be* before what somebody is: "is ill".
    pub copula: bool,
    /// The token of "can", "might", "will" and the like.
    pub modal: Option<u32>,
    /// The subject that stands inside: "did *he* say".
    pub inverted: Option<ChunkId>,
}

impl Group {
    /// Whether it has a tense of its own.
    pub fn is_finite(&self) -> bool {
        self.form == Form::Finite
    }
}

/// The form of a verb group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// "says", "has said", "might say"
    Finite,
    /// "to say"
    Infinitive,
    /// "saying"
    Ing,
    /// "said" in "the words said by him"
    Participle,
    /// "say" in "let him say", "Say it!"
    #[default]
    Bare,
}

/// The tense of a finite group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tense {
    /// "says", "has said", "can say"
    Present,
    /// "said", "had said"
    Past,
    /// "will say"
    Future,
    /// "would say", "might say"
    Conditional,
    /// None of its own.
    #[default]
    None,
}

/// A verb group with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What it is to the clause it hangs on.
    pub kind: ClauseKind,
    /// From its first token to its last, clauses inside it included.
    pub tokens: Range<u32>,
    /// Its verb.
    pub group: GroupId,
    /// The token that opens it: "that", "if", "who", "to".
    pub marker: Option<u32>,
    /// Its own subject; see [`Syntax::subject`] for one that it shares.
    pub subject: Option<ChunkId>,
    /// What follows the verb without a preposition, first.
    pub object: Option<ChunkId>,
    /// The clause that it hangs on.
    pub parent: Option<ClauseId>,
    /// The clause before it that it is joined to: "he came *and went*".
    pub conjunct_of: Option<ClauseId>,
    /// The noun that it tells more of: "the man *who came*", "the plan *to leave*".
    pub noun: Option<ChunkId>,
}

/// What a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClauseKind {
    /// A sentence of its own.
    Main,
    /// "(that) he left", after a verb or noun.
    That,
    /// "whether he left", "what he saw"; also a question.
    Wh,
    /// "who left", after a noun.
    Relative,
    /// "to leave"
    Infinitive,
    /// "leaving"
    Ing,
    /// "left behind", after a noun or before its sentence.
    Participle,
    /// "if he leaves", "because …", "when …"
    Adverbial,
}

/// The syntax of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Syntax {
    tags: Vec<Tag>,
    chunks: Vec<Chunk>,
    groups: Vec<Group>,
    clauses: Vec<Clause>,
    /// For each token, one more than the place of its chunk, group and clause; 0 is none.
    chunk_of: Vec<u32>,
    group_of: Vec<u32>,
    clause_of: Vec<u32>,
    /// For each group, its clause.
    clause_of_group: Vec<u32>,
}

impl Syntax {
    /// Reads the syntax of a document. `quotations` are ranges of tokens with their marks, by start; one that stands inside
    /// another comes after it.
    pub fn new(document: &Document, names: &[Name], quotations: &[Range<u32>]) -> Self {
        Self::of_sentences(document, names, quotations, |_| true)
    }

    /// The same of some sentences alone, by their index: in the others there is nothing. Most of the time goes into the tags.
    pub fn of_sentences(
        document: &Document,
        names: &[Name],
        quotations: &[Range<u32>],
        is_read: impl Fn(usize) -> bool,
    ) -> Self {
        Self::with_tags(document, Tagger::shipped().tag(document, is_read), names, quotations)
    }

    /// The same, from given tags, one a token.
    pub fn with_tags(document: &Document, tags: Vec<Tag>, names: &[Name], quotations: &[Range<u32>]) -> Self {
        let count = document.tokens.len();
        let mut name_ends = vec![0; count];
        for name in names {
            if let Some(tokens) = name_ends.get_mut(name.first as usize..name.end as usize) {
                tokens.fill(name.end);
            }
        }
        let mut syntax = Self {
            chunk_of: vec![0; count],
            group_of: vec![0; count],
            clause_of: vec![0; count],
            ..Self::default()
        };
        item::for_sentences(document, &tags, quotations, |items, taken| {
            let sentence = Sentence { document, tags: &tags, names: &name_ends, items };
            let first = syntax.chunks.len();
            syntax.add(&sentence);
            let words = |chunk: &Chunk| chunk::units(items, chunk);
            for u in syntax.chunks[first..].iter().flat_map(words).filter(|&u| items[u].is_quotation()) {
                taken.insert(items[u].first);
            }
        });
        syntax.tags = tags;
        syntax
    }

    /// The tag of a token; [`Tag::Other`] past the last.
    pub fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or(Tag::Other)
    }

    /// The innermost chunk that holds a token.
    pub fn chunk_at(&self, token: usize) -> Option<ChunkId> {
        look_up(&self.chunk_of, token).map(ChunkId)
    }

    /// The verb group that holds a token.
    pub fn group_at(&self, token: usize) -> Option<GroupId> {
        look_up(&self.group_of, token).map(GroupId)
    }

    /// The innermost clause that holds a token. What is said in a quotation stands in a clause of its own, if in one.
    pub fn clause_at(&self, token: usize) -> Option<ClauseId> {
        look_up(&self.clause_of, token).map(ClauseId)
    }

    /// The clause of a verb group.
    pub fn clause_of(&self, group: GroupId) -> ClauseId {
        ClauseId(self.clause_of_group[group.0 as usize])
    }

    /// The subject of a clause: its own, or that of the clause it is joined to.
    pub fn subject(&self, clause: ClauseId) -> Option<ChunkId> {
        let mut clause = self.clauses.get(clause.0 as usize)?;
        for _ in 0..8 {
            match (clause.subject, clause.conjunct_of) {
                (None, Some(before)) => clause = self.clauses.get(before.0 as usize)?,
                (subject, _) => return subject,
            }
        }
        None
    }

    /// Every chunk, sentence by sentence.
    pub fn chunks(&self) -> impl Iterator<Item = (ChunkId, &Chunk)> {
        (0..).map(ChunkId).zip(&self.chunks)
    }

    /// Every verb group, sentence by sentence.
    pub fn groups(&self) -> impl Iterator<Item = (GroupId, &Group)> {
        (0..).map(GroupId).zip(&self.groups)
    }

    /// Every clause, sentence by sentence, by start within one.
    pub fn clauses(&self) -> impl Iterator<Item = (ClauseId, &Clause)> {
        (0..).map(ClauseId).zip(&self.clauses)
    }

    /// Adds a sentence.
    fn add(&mut self, sentence: &Sentence) {
        let first = (self.chunks.len(), self.groups.len(), self.clauses.len());
        chunk::find_chunks(sentence, &mut self.chunks);
        let mut units: Vec<(u32, u32)> = vec![(0, 0); sentence.len()];
        for (index, chunk) in (first.0..).zip(&self.chunks[first.0..]) {
            let covered = chunk::units(sentence.items, chunk);
            for u in covered.clone() {
                units[u] = (index as u32 + 1, covered.end as u32);
            }
        }
        group::find_groups(
            sentence,
            |u| {
                let &(chunk, end) = units.get(u)?;
                Some((ChunkId(chunk.checked_sub(1)?), end as usize))
            },
            &mut self.groups,
        );
        clause::find_clauses(sentence, first, self);
        for (index, chunk) in (first.0 as u32 + 1..).zip(&self.chunks[first.0..]) {
            mark(&mut self.chunk_of, chunk.tokens.clone(), index);
        }
        for (index, group) in (first.1 as u32 + 1..).zip(&self.groups[first.1..]) {
            mark(&mut self.group_of, group.tokens.clone(), index);
        }
    }
}

fn look_up(places: &[u32], token: usize) -> Option<u32> {
    places.get(token).and_then(|place| place.checked_sub(1))
}

fn mark(places: &mut [u32], tokens: Range<u32>, place: u32) {
    if let Some(places) = places.get_mut(tokens.start as usize..tokens.end as usize) {
        places.fill(place);
    }
}

impl Index<ChunkId> for Syntax {
    type Output = Chunk;

    fn index(&self, id: ChunkId) -> &Chunk {
        &self.chunks[id.0 as usize]
    }
}

impl Index<GroupId> for Syntax {
    type Output = Group;

    fn index(&self, id: GroupId) -> &Group {
        &self.groups[id.0 as usize]
    }
}

impl Index<ClauseId> for Syntax {
    type Output = Clause;

    fn index(&self, id: ClauseId) -> &Clause {
        &self.clauses[id.0 as usize]
    }
}
