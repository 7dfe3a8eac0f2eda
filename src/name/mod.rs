//! Names of people, organizations, places and the other kinds of the contract.
//!
//! A linear-chain conditional random field ([`crate::crf`]) gives each token one of the [`LABELS`]:
//! in "President **Kaja Kallas** of **Estonia**", `O B-person I-person O B-place`. The model was
//! trained on news of many countries ([`crate::name`]'s card is `src/data/README.md`) and is used
//! where it lies in the binary. It looks at the words and their neighbours, at word classes learnt
//! from raw text and from vectors of more text than ours, and at what the rest of the document says about a capitalised
//! word.
//!
//! Rules then settle what is certain whatever the model says: `trim` takes titles and `'s` off and drops what
//! stands in a photo credit or names a file, `again` and `chain` find names that were passed over, `agree` gives names written
//! alike the same kind, `placed` knows places by what stands beside them ("a **Kelso** man"), `whole` joins what is one name though it holds others ("the 2019 Kenyan general election"), and
//! `calendar` takes in days and months ("Friday Okon"), `behind` reads what stands behind a name ("plc", "KC"), `nature` gives
//! the kind that the whole text tells ("Zentrix said it would"), `renown` the one that everybody knows, and `sport` knows
//! the teams of a table of results, `turn` who stands in the labels of an interview.
//!
//! Missed: names in lower case that the training text never showed with a capital, and long titles of
//! works ("What Was Said in the Hills").

mod again;
pub(crate) mod age;
mod agree;
mod behind;
mod beside;
mod calendar;
mod chain;
mod common;
mod credit;
mod day;
mod elsewhere;
pub mod feature;
mod head;
mod known;
pub mod lexicon;
mod nature;
mod office;
mod placed;
mod quoted;
mod renown;
mod sport;
mod state;
mod trim;
mod turn;
mod whole;
mod word;

use std::sync::OnceLock;

use crate::annotation::EntityKind;
use crate::crf::{self, Decoder, Scores, WordScores};
use crate::document::Document;
use crate::rule::Rule;
use crate::span::Span;
use feature::{DISTANCES, Features};
use lexicon::Lexicon;
pub(crate) use state::is_state_name;

/// A name as it stands in the text, without title, article and `'s`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words.
    pub span: Span,
    /// Its first token.
    pub first: u32,
    /// One past its last token.
    pub end: u32,
    /// What it names.
    pub kind: EntityKind,
}

/// The labels of the model: outside, then the first token of a name and the tokens after it.
pub const LABELS: [&str; 15] = [
    "O",
    "B-person",
    "I-person",
    "B-organization",
    "I-organization",
    "B-place",
    "I-place",
    "B-group",
    "I-group",
    "B-product",
    "I-product",
    "B-event",
    "I-event",
    "B-other",
    "I-other",
];

/// The kinds, in the order of the labels.
pub const KINDS: [EntityKind; 7] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Product,
    EntityKind::Event,
    EntityKind::Other,
];

/// The label count, rounded up for the vector unit.
const LANES: usize = 16;

/// The rules of this stage, in the order in which they act on a text.
pub static RULES: &[&[&Rule]] = &[
    trim::RULES,
    quoted::RULES,
    common::RULES,
    again::RULES,
    chain::RULES,
    agree::RULES,
    office::RULES,
    placed::RULES,
    whole::RULES,
    calendar::RULES,
    behind::RULES,
    nature::RULES,
    renown::RULES,
    sport::RULES,
];

/// The tagger: a lexicon and the model trained with it.
pub struct Tagger<'m> {
    lexicon: Lexicon<'m>,
    model: crf::Model<LANES>,
}

impl<'m> Tagger<'m> {
    /// Reads a model file: the lexicon, then the field.
    pub fn open(bytes: &'m [u8]) -> Result<Self, crf::Error> {
        let (lexicon, rest) = Lexicon::open(bytes)?;
        let model = crf::Model::open(rest, feature::VERSION, &LABELS)?;
        Ok(Self { lexicon, model })
    }

    /// The tagger that this crate ships.
    pub fn shipped() -> &'static Tagger<'static> {
        static SHIPPED: OnceLock<Tagger<'static>> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Tagger::open(include_bytes!("../data/names.bin")).expect("src/data/names.bin fits this build")
        })
    }

    /// What is known of words.
    pub fn lexicon(&self) -> &Lexicon<'m> {
        &self.lexicon
    }

    /// Finds the names of a document: what the model says, then what is certain whatever it says.
    pub fn find_names(&self, document: &Document) -> Vec<Name> {
        let features = Features::new(document, &self.lexicon);
        let mut names = self.tag(document, &features);
        self.apply_rules(document, &features, &mut names);
        names
    }

    /// The names of a document, of which `names` is what a model might say.
    pub fn correct_names(&self, document: &Document, mut names: Vec<Name>) -> Vec<Name> {
        self.apply_rules(document, &Features::new(document, &self.lexicon), &mut names);
        names
    }

    /// What is certain whatever the model says: the [`RULES`], in their order.
    fn apply_rules(&self, document: &Document, features: &Features, names: &mut Vec<Name>) {
        let common = |i: usize| features.is_common(i);
        let country = |first: usize, end: usize| self.is_country(document, first, end);
        let known = |first: usize, end: usize| self.is_known_place(document, first, end);
        trim::trim_names(document, names);
        common::drop_common(document, names);
        again::find_again(document, common, names);
        chain::find_chains(document, names);
        agree::agree(document, names);
        office::cut_offices(document, names);
        placed::find_placed(document, common, known, names);
        whole::join_wholes(document, names);
        calendar::take_days(document, common, names);
        behind::read_behind(document, names);
        nature::tell_natures(document, country, names);
        renown::tell_renown(document, names);
        sport::find_teams(document, country, common, names);
        trim::trim_titles(document, names);
        turn::read_labels(document, names);
    }

    /// The names as the model alone sees them; what its guideline takes in they still hold.
    pub fn tag_names(&self, document: &Document) -> Vec<Name> {
        self.tag(document, &Features::new(document, &self.lexicon))
    }

    fn tag(&self, document: &Document, features: &Features) -> Vec<Name> {
        let mut words = WordScores::new(document.words.len(), DISTANCES);
        let mut decoder = Decoder::default();
        let mut scores: Vec<Scores<LANES>> = Vec::new();
        let mut labels: Vec<u8> = Vec::new();
        let mut names = Vec::new();
        let mut sentence = 0;
        for stretch in features.stretches() {
            scores.clear();
            labels.clear();
            for i in stretch.clone() {
                while document.sentences[sentence].tokens.end as usize <= i {
                    sentence += 1;
                }
                let mut total = [0; LANES];
                for distance in 0..DISTANCES {
                    if let Some(word) = features.word_at(i, distance) {
                        words.add(word, distance, &mut total, |row| {
                            features.word_keys(word, distance, &mut |key| self.model.add(key, row));
                        });
                    }
                }
                features.token_keys(i, sentence, &mut |key| self.model.add(key, &mut total));
                scores.push(total);
            }
            decoder.decode(&self.model, &scores, &mut labels);
            collect(document, stretch.start, &labels, &mut names);
        }
        names
    }

    /// Whether the lexicon knows the tokens as a country, however they are written.
    fn is_country(&self, document: &Document, first: usize, end: usize) -> bool {
        self.has_flag(document, first, end, lexicon::Entry::COUNTRY)
    }

    /// The same of a country, region or city.
    fn is_known_place(&self, document: &Document, first: usize, end: usize) -> bool {
        self.has_flag(document, first, end, lexicon::Entry::COUNTRY | lexicon::Entry::PLACE)
    }

    fn has_flag(&self, document: &Document, first: usize, end: usize, flag: u32) -> bool {
        let titled = |token: usize| crf::hash(word::titled(document.lower(token)).as_bytes());
        let hash = (first..end).map(titled).reduce(lexicon::sequence);
        hash.and_then(|hash| self.lexicon.find_hash(hash)).is_some_and(|entry| entry.has(flag))
    }
}

/// Finds every name, by start; no two overlap.
pub fn find_names(document: &Document) -> Vec<Name> {
    Tagger::shipped().find_names(document)
}

/// Turns the labels of a stretch into names.
fn collect(document: &Document, start: usize, labels: &[u8], names: &mut Vec<Name>) {
    let mut i = 0;
    while i < labels.len() {
        let label = labels[i];
        let first = i;
        i += 1;
        if label == 0 {
            continue;
        }
        let inside = label + label % 2;
        while i < labels.len() && labels[i] == inside {
            i += 1;
        }
        let kind = KINDS[(usize::from(inside) / 2 - 1) % KINDS.len()];
        let (first, end) = (start + first, start + i);
        names.push(Name { span: document.span(first, end), first: first as u32, end: end as u32, kind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of a text, each followed by the first letters of its kind.
    fn tag(text: &str) -> String {
        let document = Document::new(text);
        let names = find_names(&document);
        let shown = names.iter().map(|n| format!("{}/{:?}", document.slice(n.span), n.kind));
        shown.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn finds_names() {
        for (text, expected) in [
            ("The talks in Nairobi ended on Tuesday.", "Nairobi/Place"),
            ("Dr. Ivanov met President Joe Biden.", "Ivanov/Person; Joe Biden/Person"),
            ("Germany's parliament voted.", "Germany/Place"),
            ("**Dr.Ivanov:** It is Ukraine’s path to the West.", "Ivanov/Person; Ukraine/Place; West/Place"),
            (
                "The Kremlin and the Pentagon said so; Moscow and the US denied it.",
                "Kremlin/Organization; Pentagon/Organization; Moscow/Place; US/Place",
            ),
            ("pro-Russian rebels near Zolote-4", "Russian/Group; Zolote-4/Place"),
            (
                "zelenskyy argues that Volodymyr Zelenskyy spoke. President Zelenskyy left.",
                "zelenskyy/Person; Volodymyr Zelenskyy/Person; Zelenskyy/Person",
            ),
            (
                "He joined the World Health Organization (WHO) in Geneva.",
                "World Health Organization/Organization; WHO/Organization; Geneva/Place",
            ),
            (
                "Taiwan's Tsai Ing-wen visited Los Angeles.",
                "Taiwan/Place; Tsai Ing-wen/Person; Los Angeles/Place",
            ),
            ("PRESIDENT BIDEN ARRIVES IN WARSAW", "BIDEN/Person; WARSAW/Place"),
            ("Write to press@un.org or see https://www.un.org/Kenya today.", ""),
            ("", ""),
        ] {
            assert_eq!(tag(text), expected, "{text}");
        }
    }

    #[test]
    fn refuses_damaged_models() {
        let model = include_bytes!("../data/names.bin");
        for length in (0..model.len()).step_by(997) {
            assert!(Tagger::open(&model[..length]).is_err(), "{length}");
        }
    }
}
