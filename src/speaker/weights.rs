//! How much each piece of evidence counts when a pronoun or noun phrase is resolved.
//!
//! A candidate's score is the sum of its features' weights; the scores of all candidates, and of
//! "none of them", become shares by softmax. Positive speaks for a candidate. The weights were set by
//! hand; logistic regression on annotated news gave no more right, so only their scale follows it.

/// A piece of evidence for or against a candidate; its value is 0 or 1 unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Feature {
    /// Its last mention stands in the same sentence.
    SameSentence,
    /// … in the sentence before.
    PreviousSentence,
    /// The logarithm of the sentences between, plus one.
    Distance,
    /// The logarithm of its rank by recency, plus one.
    Rank,
    /// Its last mention is a subject.
    Subject,
    /// … owns something: "Kallas's".
    Owner,
    /// … follows a preposition.
    Oblique,
    /// … stands before a noun: "NATO membership".
    Attribute,
    /// … is the source of a quote.
    Source,
    /// … is a pronoun.
    Pronoun,
    /// … stands in the same paragraph.
    SameBlock,
    /// … stands in a direct quote, while this one does not.
    Quoted,
    /// … stands at the start of a sentence.
    First,
    /// The logarithm of its mentions nearby.
    Often,
    /// The logarithm of its mentions so far.
    Prominent,
    /// It said the quote before.
    LastSpeaker,
    /// Both its last mention and this one are sources of quotes.
    Continues,
    /// Its gender is known, and fits.
    GenderFits,
    /// It has a name.
    Named,
    /// It is an organization.
    Organization,
    /// It is a place.
    Place,
    /// It is several people.
    People,
    /// The text calls it by the same noun.
    SameNoun,
    /// The text calls it something else.
    OtherNoun,
    /// The words before the noun fit what the text calls it.
    Modifier,
    /// A name before the noun does not: "the Polish president".
    OtherModifier,
    /// Its age fits "young" or "old".
    AgeFits,
    /// It does not.
    AgeConflicts,
}

/// How many features there are.
pub(super) const COUNT: usize = 28;

/// A weight for each feature, and the score of "none".
pub(super) struct Weights {
    pub(super) features: [f32; COUNT],
    pub(super) none: f32,
}

const fn weights(pairs: &[(Feature, f32)], none: f32) -> Weights {
    let mut features = [0.0; COUNT];
    let mut i = 0;
    while i < pairs.len() {
        features[pairs[i].0 as usize] = pairs[i].1;
        i += 1;
    }
    Weights { features, none }
}

use Feature::*;

/// `he`, `she`
pub(super) const ONE: Weights = weights(
    &[
        (SameSentence, -0.3),
        (PreviousSentence, 0.2),
        (Distance, -1.5),
        (Rank, -0.5),
        (Subject, 0.7),
        (Owner, -0.3),
        (Oblique, -0.3),
        (Attribute, -0.3),
        (Source, 0.5),
        (Pronoun, 0.4),
        (SameBlock, 0.5),
        (Quoted, -1.2),
        (First, 0.4),
        (Often, 0.4),
        (Prominent, 0.3),
        (LastSpeaker, 0.4),
        (Continues, 0.8),
        (GenderFits, 0.7),
        (Named, 0.3),
    ],
    -1.0,
);

/// `it`
pub(super) const IT: Weights = weights(
    &[
        (SameSentence, 0.4),
        (PreviousSentence, 0.2),
        (Distance, -1.6),
        (Rank, -0.6),
        (Subject, 0.3),
        (Owner, -0.6),
        (Oblique, -0.4),
        (Attribute, -0.6),
        (Source, 0.2),
        (SameBlock, 0.7),
        (Quoted, -1.5),
        (First, 0.6),
        (Often, 0.3),
        (Prominent, 0.1),
        (LastSpeaker, 0.3),
        (Continues, 0.8),
        (Named, 0.3),
        (Organization, 0.1),
    ],
    0.9,
);

/// `they`
pub(super) const THEY: Weights = weights(
    &[
        (SameSentence, 0.1),
        (PreviousSentence, 0.3),
        (Distance, -1.5),
        (Rank, -0.7),
        (Subject, 0.7),
        (Oblique, -0.2),
        (Attribute, -0.8),
        (Source, 0.5),
        (Pronoun, 0.2),
        (Quoted, -1.2),
        (First, 0.3),
        (Often, 0.3),
        (LastSpeaker, 0.4),
        (Continues, 0.8),
        (Named, -0.8),
        (People, 1.3),
    ],
    0.7,
);

/// `the minister`, `the young soldier`
pub(super) const NOUN: Weights = weights(
    &[
        (SameSentence, -0.6),
        (PreviousSentence, 0.4),
        (Distance, -0.8),
        (Rank, -0.4),
        (Subject, 0.7),
        (Oblique, -0.2),
        (Attribute, -0.8),
        (Source, 0.7),
        (Quoted, -1.0),
        (Often, 0.4),
        (Prominent, 0.3),
        (LastSpeaker, 0.5),
        (GenderFits, 0.4),
        (Named, 0.4),
        (SameNoun, 3.5),
        (OtherNoun, -1.0),
        (Modifier, 1.5),
        (OtherModifier, -2.5),
        (AgeFits, 1.2),
        (AgeConflicts, -2.5),
    ],
    0.0,
);
