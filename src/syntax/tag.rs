//! Parts of speech: the labels, and the model that gives them.

use std::sync::OnceLock;

use super::feature::{self, DISTANCES, Features, Sentence};
use crate::crf::{self, Decoder, Scores, WordScores};
use crate::document::Document;
use crate::name::Tagger as Names;

/// What a word is in its sentence: its universal part of speech, with Penn's where that tells more.
///
/// ```
/// use whosaid::syntax::{Tag, Upos};
/// assert!(Tag::Vbd.is_finite() && !Tag::Vbn.is_finite());
/// assert_eq!(Tag::Vbd.upos(), Upos::Verb);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A common noun in the singular: "minister".
    Nn,
    /// A common noun in the plural: "ministers".
    Nns,
    /// A name, or a word of one: "Nairobi".
    Nnp,
    /// A name in the plural: "Republicans".
    Nnps,
    /// A verb's bare form: "to *say*".
    Vb,
    /// Present tense, not of the third person: "they *say*".
    Vbp,
    /// Third person of the present: "she *says*".
    Vbz,
    /// Past tense: "she *said*".
    Vbd,
    /// Past participle: "has *said*", "*written* by".
    Vbn,
    /// The form in -ing: "is *saying*".
    Vbg,
    /// An auxiliary or modal verb, or a form of *be* before what somebody is: "*has* gone", "*is* ill". With its *n't*.
    Aux,
    /// A pronoun with its auxiliary: "I'm", "they'd".
    PronounAux,
    /// An adjective.
    Adjective,
    /// An adverb; also "when", "where", "how" and "why".
    Adverb,
    /// A preposition.
    Adposition,
    /// The particle of a verb: "gave *up*".
    Particle,
    /// What opens a subordinate clause: "*that* he left", "*if*".
    Subordinator,
    /// "and", "or", "but".
    Coordinator,
    /// "the", "a", "these", "some".
    Determiner,
    /// A pronoun; also a relative "who" or "that", and "there" in "there is".
    Pronoun,
    /// "my", "her", "their".
    Possessive,
    /// "to" before a verb, "not", "'s".
    Part,
    /// A number.
    Number,
    /// A mark.
    Mark,
    /// A sign: "$", "%".
    Symbol,
    /// "yes", "oh".
    Interjection,
    /// Anything else.
    Other,
}

/// The universal parts of speech (Universal Dependencies, version 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "named as in the standard")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    /// As treebanks write it: "PROPN".
    pub fn name(self) -> String {
        format!("{self:?}").to_ascii_uppercase()
    }
}

impl Tag {
    /// Every tag, in the order of [`LABELS`].
    pub const ALL: [Tag; LABELS.len()] = [
        Tag::Nn,
        Tag::Nns,
        Tag::Nnp,
        Tag::Nnps,
        Tag::Vb,
        Tag::Vbp,
        Tag::Vbz,
        Tag::Vbd,
        Tag::Vbn,
        Tag::Vbg,
        Tag::Aux,
        Tag::PronounAux,
        Tag::Adjective,
        Tag::Adverb,
        Tag::Adposition,
        Tag::Particle,
        Tag::Subordinator,
        Tag::Coordinator,
        Tag::Determiner,
        Tag::Pronoun,
        Tag::Possessive,
        Tag::Part,
        Tag::Number,
        Tag::Mark,
        Tag::Symbol,
        Tag::Interjection,
        Tag::Other,
    ];

    /// The universal part of speech; of "I'm", that of "I".
    pub fn upos(self) -> Upos {
        match self {
            Tag::Nn | Tag::Nns => Upos::Noun,
            Tag::Nnp | Tag::Nnps => Upos::Propn,
            Tag::Vb | Tag::Vbp | Tag::Vbz | Tag::Vbd | Tag::Vbn | Tag::Vbg => Upos::Verb,
            Tag::Aux => Upos::Aux,
            Tag::Adjective => Upos::Adj,
            Tag::Adverb => Upos::Adv,
            Tag::Adposition | Tag::Particle => Upos::Adp,
            Tag::Subordinator => Upos::Sconj,
            Tag::Coordinator => Upos::Cconj,
            Tag::Determiner => Upos::Det,
            Tag::PronounAux | Tag::Pronoun | Tag::Possessive => Upos::Pron,
            Tag::Part => Upos::Part,
            Tag::Number => Upos::Num,
            Tag::Mark => Upos::Punct,
            Tag::Symbol => Upos::Sym,
            Tag::Interjection => Upos::Intj,
            Tag::Other => Upos::X,
        }
    }

    /// As it is written in a table: "VBD", "ADJ".
    pub fn name(self) -> &'static str {
        LABELS[self as usize]
    }

    /// A noun or a name.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps)
    }

    /// A name.
    pub fn is_name(self) -> bool {
        matches!(self, Tag::Nnp | Tag::Nnps)
    }

    /// A verb that is no auxiliary.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::Vb | Tag::Vbp | Tag::Vbz | Tag::Vbd | Tag::Vbn | Tag::Vbg)
    }

    /// A verb that has a tense of its own: "says", "said", "say" after "they".
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::Vbp | Tag::Vbz | Tag::Vbd)
    }
}

/// The labels of the model: Penn's tags of nouns and verbs, universal ones for the rest.
pub const LABELS: [&str; 27] = [
    "NN", "NNS", "NNP", "NNPS", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "AUX", "PRON+AUX", "ADJ", "ADV",
    "ADP", "RP", "SCONJ", "CCONJ", "DET", "PRON", "PRP$", "PART", "NUM", "PUNCT", "SYM", "INTJ", "X",
];

/// The label count, rounded up for the vector unit.
pub const LANES: usize = 28;

/// The tagger: the model, which goes with the word classes of the [model of names](Names).
///
/// | bytes | what |
/// |---|---|
/// | 4 | the stamp of the lexicon that it was trained with |
/// | ... | the field: see [`crate::crf`] |
pub struct Tagger {
    model: crf::Model<LANES>,
}

/// Stands for the label of a token that was not read.
const UNREAD: u8 = u8::MAX;

impl Tagger {
    /// Reads a model file. One that was trained with another lexicon than `names` has is an error.
    pub fn open(bytes: &[u8], names: &Names) -> Result<Self, crf::Error> {
        let (stamp, rest) = bytes.split_at_checked(4).ok_or(crf::Error::Damaged("stamp"))?;
        if stamp != names.lexicon().stamp().to_le_bytes() {
            return Err(crf::Error::Damaged("stamp: trained with another lexicon of names"));
        }
        Ok(Self { model: crf::Model::open(rest, feature::VERSION, &LABELS)? })
    }

    /// The tagger that this crate ships.
    pub fn shipped() -> &'static Tagger {
        static SHIPPED: OnceLock<Tagger> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Tagger::open(include_bytes!("../data/syntax.bin"), Names::shipped())
                .expect("src/data/syntax.bin fits this build: `make train`")
        })
    }

    /// The tag of every token; [`Tag::Other`] in sentences that are not to be read.
    pub fn tag(&self, document: &Document, is_read: impl Fn(usize) -> bool) -> Vec<Tag> {
        let features = Features::new(document, Names::shipped().lexicon());
        let mut words = WordScores::new(features.words(), DISTANCES);
        let mut decoder = Decoder::default();
        let mut scores: Vec<Scores<LANES>> = Vec::new();
        let mut labels = Vec::with_capacity(document.tokens.len());
        for index in 0..document.sentences.len() {
            let sentence = Sentence::new(document, index);
            if !is_read(index) {
                labels.resize(labels.len() + sentence.tokens.len(), UNREAD);
                continue;
            }
            scores.clear();
            for i in sentence.tokens.clone() {
                let mut total = [0; LANES];
                features.around(i, &sentence, |word, distance| {
                    words.add(word, distance, &mut total, |row| {
                        features.word_keys(word, distance, &mut |key| self.model.add(key, row));
                    });
                });
                features.token_keys(i, &sentence, &mut |key| self.model.add(key, &mut total));
                scores.push(total);
            }
            decoder.decode(&self.model, &scores, &mut labels);
        }
        labels
            .into_iter()
            .map(|label| Tag::ALL.get(usize::from(label)).copied().unwrap_or(Tag::Other))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_damaged_models() {
        let model = include_bytes!("../data/syntax.bin");
        for length in (0..model.len()).step_by(997) {
            assert!(Tagger::open(&model[..length], Names::shipped()).is_err(), "{length}");
        }
        let mut other = model.to_vec();
        other[0] ^= 1;
        assert!(Tagger::open(&other, Names::shipped()).is_err(), "trained with another lexicon");
    }

    #[test]
    fn tags_stand_in_the_order_of_their_labels() {
        for (index, tag) in Tag::ALL.iter().enumerate() {
            assert_eq!(*tag as usize, index);
        }
    }
}
