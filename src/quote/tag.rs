//! The model that tags content, source and cue.

use std::sync::OnceLock;

use crate::crf::{self, Decoder, Scores, WordScores};
use crate::name::lexicon::Lexicon;

use super::feature::{self, DISTANCES, Entry, Features};
use super::judge;
use super::link::{self, Linked, Part};

/// The labels: outside, then the first unit of a part and the units after it.
pub const LABELS: [&str; 12] = [
    "O",
    "B-content-before",
    "I-content-before",
    "B-content-after",
    "I-content-after",
    "B-source-before",
    "I-source-before",
    "B-source-after",
    "I-source-after",
    "B-cue",
    "I-cue",
    "between",
];

/// The label of what stands between the parts of a quote.
pub const BETWEEN: u8 = 11;

/// The label count, rounded up for the vector unit.
pub const LANES: usize = 12;

/// What is asked of a quote, in natural logarithms of odds.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Added for units outside.
    pub outside: f32,
    /// How sure the link from a content without marks to its cue has to be.
    pub link: f32,
    /// How sure a report has to be.
    pub report: f32,
    /// How sure a view or an act has to be whose content is a clause.
    pub attitude: f32,
    /// How sure any content has to be that is neither clause nor quotation.
    pub bare: f32,
    /// Which edges are moved: see [`super::convention`].
    pub conventions: u32,
    /// The [stamp](Lexicon::stamp) of the lexicon of names whose word classes the model was trained with.
    pub names: u32,
}

impl Settings {
    /// How many bytes they take in a model file.
    pub const BYTES: usize = 28;

    /// As the model file keeps them.
    pub fn pack(&self) -> Vec<u8> {
        let all = [self.outside, self.link, self.report, self.attitude, self.bare];
        let bits = all.iter().map(|value| value.to_bits()).chain([self.conventions, self.names]);
        bits.flat_map(u32::to_le_bytes).collect()
    }

    fn unpack(bytes: &[u8]) -> Self {
        let bits = |i: usize| {
            let bytes = &bytes[4 * i..4 * i + 4];
            u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
        };
        let value = |i: usize| f32::from_bits(bits(i));
        Self {
            outside: value(0),
            link: value(1),
            report: value(2),
            attitude: value(3),
            bare: value(4),
            conventions: bits(5),
            names: bits(6),
        }
    }
}

/// The lexicon and the models trained with it.
///
/// | bytes | what |
/// |---|---|
/// | ... | the lexicon |
/// | 28 | [`Settings`] |
/// | 4, ... | the field that tags: its length, itself |
/// | 4, ... | the model that links |
/// | 4, ... | the model that judges |
pub struct Tagger<'m> {
    /// What is known of words.
    pub lexicon: Lexicon<'m>,
    pub(super) settings: Settings,
    model: crf::Model<LANES>,
    linker: crf::Model<{ link::LANES }>,
    judge: crf::Model<{ judge::LANES }>,
}

/// The labels of a frame's units, and how far each is above "outside".
pub struct Tagged {
    /// A label a unit.
    pub labels: Vec<u8>,
    /// How sure that is.
    pub margins: Vec<i32>,
}

impl<'m> Tagger<'m> {
    /// Reads a model file.
    pub fn open(bytes: &'m [u8]) -> Result<Self, crf::Error> {
        let (lexicon, rest) = Lexicon::open(bytes)?;
        let damaged = || crf::Error::Damaged("quotes");
        let (settings, mut rest) = rest.split_at_checked(Settings::BYTES).ok_or_else(damaged)?;
        let mut part = || {
            let (length, after) = rest.split_at_checked(4).ok_or_else(damaged)?;
            let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]) as usize;
            let (part, after) = after.split_at_checked(length).ok_or_else(damaged)?;
            rest = after;
            Ok(part)
        };
        Ok(Self {
            lexicon,
            settings: Settings::unpack(settings),
            model: crf::Model::open(part()?, feature::VERSION, &LABELS)?,
            linker: crf::Model::open(part()?, link::VERSION, &link::LABELS)?,
            judge: crf::Model::open(part()?, judge::VERSION, &judge::LABELS)?,
        })
    }

    /// What the lexicon tells of a word in lower case.
    pub fn find(&self, lower: &str) -> Entry {
        self.lexicon.find(lower.as_bytes()).map_or(Entry::default(), |e| Entry::unpack(e.class()))
    }

    /// The tagger that this crate ships.
    pub fn shipped() -> &'static Tagger<'static> {
        static SHIPPED: OnceLock<Tagger<'static>> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Tagger::open(include_bytes!("../data/quotes.bin")).expect("src/data/quotes.bin fits this build")
        })
    }

    /// The label of each unit.
    pub fn tag(&self, features: &Features) -> Tagged {
        tag(&self.model, features, self.settings.outside)
    }

    /// The quotes that tagged parts make, those that are likely enough.
    pub fn link(&self, features: &Features, parts: &[Part], margins: &[i32]) -> Vec<Linked> {
        let settings = &self.settings;
        let unit = self.judge.unit();
        let mut quotes =
            link::link(&self.linker, features, parts, (settings.link / self.linker.unit()) as i32);
        quotes.retain_mut(|quote| {
            let scores = judge::judge(&self.judge, features, parts, margins, quote);
            quote.judged = [scores[2] - scores[0], scores[1] - scores[0]];
            // In a turn, a view told of is the speaker's own talk: "She wants more of them."
            let turn = features.in_turn(parts[quote.content[0]].first);
            let best = scores[2].max(if turn { i32::MIN / 2 } else { scores[1] }) - scores[0];
            let contents = || quote.content.iter().flat_map(|&i| parts[i].units());
            let quoted = contents().any(|u| features.is_quotation(u));
            let bare = !quoted
                && !contents().take(40).any(|u| features.is_verb(u))
                && !matches!(features.opening(parts[quote.content[0]].first), 2..=4 | 6);
            let least = if bare {
                settings.bare
            } else if quoted || scores[2] >= scores[1] {
                settings.report
            } else {
                settings.attitude
            };
            best as f32 * unit > least
        });
        quotes
    }
}

/// Tags the units of a frame; `outside` is added for those outside every quote.
pub fn tag(model: &crf::Model<LANES>, features: &Features, outside: f32) -> Tagged {
    let outside = (outside / model.unit()) as i32;
    let mut words = WordScores::new(features.words(), DISTANCES);
    let mut decoder = Decoder::default();
    let mut scores: Vec<Scores<LANES>> = Vec::new();
    let mut labels = Vec::with_capacity(features.len());
    let mut margins = Vec::with_capacity(features.len());
    for (index, sentence) in features.sentences().enumerate() {
        if !features.is_open(index) {
            labels.resize(sentence.end, 0);
            margins.resize(sentence.end, 0);
            continue;
        }
        scores.clear();
        let first = labels.len();
        for u in sentence {
            let mut total = [0; LANES];
            for distance in 0..DISTANCES {
                if let Some(word) = features.word_at(u, distance) {
                    words.add(word, distance, &mut total, |row| {
                        features.word_keys(word, distance, &mut |key| model.add(key, row));
                    });
                }
            }
            features.unit_keys(u, &mut |key| model.add(key, &mut total));
            total[0] += outside;
            total[usize::from(BETWEEN)] += outside;
            scores.push(total);
        }
        decoder.decode(model, &scores, &mut labels);
        margins.extend(scores.iter().zip(&labels[first..]).map(margin));
    }
    Tagged { labels, margins }
}

/// How far a label is above those outside.
fn margin((scores, label): (&Scores<LANES>, &u8)) -> i32 {
    scores[usize::from(*label)] - scores[0].max(scores[usize::from(BETWEEN)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_with_the_names_model() {
        let names = crate::name::Tagger::shipped().lexicon().stamp();
        assert_eq!(Tagger::shipped().settings.names, names, "train src/data/quotes.bin anew: `make train`");
    }
}
