//! How much each piece of evidence counts when a pronoun or noun phrase is resolved.
//!
//! A candidate's score is the sum of its features' weights; the scores of all candidates, and of
//! "none of them", become shares by softmax: a log-linear ranking of mentions, after Denis and Baldridge,
//! "Specialized models and ranking for coreference resolution" (2008). Positive speaks for a candidate.
//! The weights of pronouns are learnt (`learnt`, by `whosaid-trainer speakers`); those of noun phrases, and of `he` and
//! `she` as the source of a quote, were set by hand, since what was learnt from the same texts had more right there, and fewer speakers of whole
//! articles.

#[path = "learnt.rs"]
mod learnt;

/// A piece of evidence for or against a candidate; its value is 0 or 1 unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Feature {
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
    /// The quote that this mention is the source of names it, as one spoken of.
    SpokenOf,
    /// It is the latest candidate.
    Latest,
    /// It has the most mentions of all candidates.
    Foremost,
    /// Both mentions are subjects.
    BothSubjects,
    /// This one owns something, and the other is a subject of the same sentence: "Kallas lost her seat".
    OwnSubject,
    /// The other is the subject, and this one no subject, of one clause: "Kallas met her".
    OneClause,
    /// Both stand in the same quotation.
    SameSpeech,
    /// The first line or paragraph names it.
    Opening,
    /// It is the subject of the first sentence of this paragraph.
    Topic,
    /// It said the quote before, which ends in the sentence before this one or later.
    JustSpoke,
    /// Its last mention is a noun phrase.
    Nominal,
    /// It is a person whose gender is not known.
    AnyGender,
    /// Its last mention is the source of a quote and stands in the same paragraph.
    SourceHere,
    /// Its last mention stands in the same sentence and is a subject.
    SubjectHere,
    /// Its last mention is a subject of the sentence before.
    SubjectBefore,
    /// This mention is a source, and the other stands in words that somebody said.
    Said,
    /// It is a person.
    Individual,
    /// The text has just introduced it: its first mention stands in this sentence or the one before.
    Introduced,
    /// The same, and it is the latest candidate.
    JustIntroduced,
    /// It said the quote before, but others have been mentioned since.
    SpokeEarlier,
    /// It is the last subject before this mention, in the same sentence.
    ClauseSubject,
    /// … in the sentence before.
    LastSubject,
    /// It said the quote before, but the name of somebody else has opened a sentence since.
    Displaced,
    /// Its name has done so.
    Displaces,
    /// It is the last named candidate before the clause that this mention opens: "a letter from Holm in which **he**".
    Within,
    /// It has not just spoken, and the quote that this mention is the source of speaks of somebody by the same pronoun.
    Another,
    /// It has but one name, a given name that fits.
    LikelyFits,
    /// … that mostly others bear.
    LikelyOther,
    /// Its last mention is one of several names: "**Holm** and Berg".
    Listed,
    /// It opened the sentence before as a subject, and this mention opens its own.
    InTurn,
    /// Both are subjects, of this sentence and the one before.
    SubjectsInTurn,
    /// Its latest mention and this one, no subject, stand in one clause: "to meet Kallas after **her**".
    Bound,
    /// The last pronoun of this gender stands in the same sentence, and for it.
    Thread,
    /// The last pronoun of this gender does the same in its clause, and stands for it.
    ThreadRole,
    /// This one owns what it is listed with: "Holm and **his** wife".
    Joined,
    /// It is named behind the opening of a sentence in which this mention stands: "After **his** speech, Holm".
    Ahead,
    /// … and this one owns something.
    AheadOwner,
    /// … and what follows the name goes on with the sentence.
    AheadPlain,
    /// … and its gender fits.
    AheadFits,
    /// … and it is a subject.
    AheadSubject,
}

/// How many features there are.
pub const COUNT: usize = FEATURES.len();

/// All of them, in their order.
pub const FEATURES: &[Feature] = {
    use Feature::*;
    &[
        SameSentence,
        PreviousSentence,
        Distance,
        Rank,
        Subject,
        Owner,
        Oblique,
        Attribute,
        Source,
        Pronoun,
        SameBlock,
        Quoted,
        First,
        Often,
        Prominent,
        LastSpeaker,
        Continues,
        GenderFits,
        Named,
        Organization,
        Place,
        People,
        SameNoun,
        OtherNoun,
        Modifier,
        OtherModifier,
        AgeFits,
        AgeConflicts,
        SpokenOf,
        Latest,
        Foremost,
        BothSubjects,
        OwnSubject,
        OneClause,
        SameSpeech,
        Opening,
        Topic,
        JustSpoke,
        Nominal,
        AnyGender,
        SourceHere,
        SubjectHere,
        SubjectBefore,
        Said,
        Individual,
        Introduced,
        JustIntroduced,
        SpokeEarlier,
        ClauseSubject,
        LastSubject,
        Displaced,
        Displaces,
        Within,
        Another,
        LikelyFits,
        LikelyOther,
        Listed,
        InTurn,
        SubjectsInTurn,
        Bound,
        Thread,
        ThreadRole,
        Joined,
        Ahead,
        AheadOwner,
        AheadPlain,
        AheadFits,
        AheadSubject,
    ]
};

/// What speaks for "none of them".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum NoneFeature {
    /// Always.
    Always,
    /// "it" is followed by what makes it stand for a clause or the weather: "it is clear that".
    Expletive,
    /// This mention stands in a quotation.
    InSpeech,
    /// This mention is the source of a quote.
    IsSource,
    /// This mention is a subject.
    IsSubject,
    /// This mention owns something.
    IsOwner,
    /// No candidate stands in this sentence or the one before.
    Far,
    /// There is only one candidate.
    Only,
}

/// How many of these there are.
pub const NONE_COUNT: usize = NONE_FEATURES.len();

/// All of them, in their order.
pub const NONE_FEATURES: &[NoneFeature] = {
    use NoneFeature::*;
    &[Always, Expletive, InSpeech, IsSource, IsSubject, IsOwner, Far, Only]
};

/// A weight for each feature, and for each of "none".
#[derive(Clone, Debug)]
pub struct Weights {
    /// By [`Feature`].
    pub features: [f32; COUNT],
    /// By [`NoneFeature`].
    pub none: [f32; NONE_COUNT],
}

/// The mentions that have weights of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Weighed {
    /// `he`, `she`
    One,
    /// `it`
    It,
    /// `they`
    They,
    /// `the minister`, `the young soldier`
    Noun,
}

/// The weights of each [`Weighed`].
pub type Set = [Weights; 4];

/// The weights that ship.
pub static SHIPPED: Set = [learnt::ONE, learnt::IT, learnt::THEY, NOUN];

const fn weights(pairs: &[(Feature, f32)], nobody: &[(NoneFeature, f32)]) -> Weights {
    let mut features = [0.0; COUNT];
    let mut i = 0;
    while i < pairs.len() {
        features[pairs[i].0 as usize] = pairs[i].1;
        i += 1;
    }
    let mut none = [0.0; NONE_COUNT];
    i = 0;
    while i < nobody.len() {
        none[nobody[i].0 as usize] = nobody[i].1;
        i += 1;
    }
    Weights { features, none }
}

use Feature::*;

/// `he` and `she` that are the source of a quote: set by hand, since with what is learnt fewer speakers of whole articles
/// are right.
pub(super) static SPEAKER: Weights = weights(
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
        (Displaced, -1.6),
        (Displaces, 1.0),
        (Within, 1.5),
    ],
    &[(NoneFeature::Always, -1.0)],
);

/// `the minister`, `the young soldier`
const NOUN: Weights = weights(
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_listed_in_their_order() {
        assert!(FEATURES.iter().enumerate().all(|(i, &feature)| feature as usize == i));
        assert!(NONE_FEATURES.iter().enumerate().all(|(i, &feature)| feature as usize == i));
    }
}
