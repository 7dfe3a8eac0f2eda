//! Where learning starts, and what it stays near: weights set by hand.

use whosaid::speaker::weights::{COUNT, Feature, Feature::*, NONE_COUNT, NoneFeature, SHIPPED, Set, Weights};

/// The weights before anything is learnt.
pub fn prior() -> Set {
    let [_, _, _, noun] = SHIPPED.clone();
    [weights(ONE, NONE_OF_ONE), weights(IT, NONE_OF_IT), weights(THEY, NONE_OF_THEY), noun]
}

fn weights(pairs: &[(Feature, f32)], nobody: &[(NoneFeature, f32)]) -> Weights {
    let mut weights = Weights { features: [0.0; COUNT], none: [0.0; NONE_COUNT] };
    pairs.iter().for_each(|(feature, weight)| weights.features[*feature as usize] = *weight);
    nobody.iter().for_each(|(feature, weight)| weights.none[*feature as usize] = *weight);
    weights
}

const ONE: &[(Feature, f32)] = &[
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
    (GenderFits, 1.2),
    (Named, 0.3),
    (SpokenOf, -2.0),
    (OneClause, -0.5),
    (OwnSubject, 0.4),
    (Introduced, 0.9),
    (JustIntroduced, 0.5),
    (SubjectBefore, 0.1),
    (ClauseSubject, 0.6),
    (LastSubject, 0.3),
    (Another, -0.6),
    (Displaced, -1.2),
    (Displaces, 0.6),
    (Within, 1.5),
    (LikelyFits, 0.6),
    (LikelyOther, -1.0),
    (Listed, -0.6),
    (Bound, -0.5),
    (Ahead, 1.0),
    (AheadPlain, 0.6),
    (AheadSubject, 0.6),
];
const NONE_OF_ONE: &[(NoneFeature, f32)] = &[(NoneFeature::Always, -1.0)];

const IT: &[(Feature, f32)] = &[
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
];
const NONE_OF_IT: &[(NoneFeature, f32)] = &[(NoneFeature::Always, 0.9), (NoneFeature::Expletive, 1.0)];

const THEY: &[(Feature, f32)] = &[
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
    (Individual, -1.5),
    (SpokenOf, -1.0),
];
const NONE_OF_THEY: &[(NoneFeature, f32)] = &[(NoneFeature::Always, 0.7)];
