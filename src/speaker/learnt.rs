//! The weights that `whosaid-trainer speakers` learnt; not edited by hand.

use super::Feature::*;
use super::NoneFeature;
use super::{Weights, weights};

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
        (JustSpoke, 0.4),
        (Continues, 0.8),
        (GenderFits, 0.7),
        (Named, 0.3),
        (SpokenOf, -2.0),
        (OneClause, -0.5),
        (OwnSubject, 0.4),
        (Introduced, 0.9),
        (JustIntroduced, 0.5),
        (SubjectBefore, 0.1),
    ],
    &[(NoneFeature::Always, -1.0)],
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
        (SpokenOf, -1.0),
    ],
    &[(NoneFeature::Always, 0.9), (NoneFeature::Expletive, 1.0)],
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
        (SpokenOf, -1.0),
    ],
    &[(NoneFeature::Always, 0.7)],
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
        (SpokenOf, -1.0),
    ],
    &[(NoneFeature::Always, 0.0)],
);
