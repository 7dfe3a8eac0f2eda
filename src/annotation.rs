//! The value that every door returns: the public contract, and the only serialised types.
//!
//! Positions count **UTF-16 code units**, half-open, so that `text.slice(start, end)` in JavaScript
//! is the span; from Rust, [`Span::of`] gives the words. Field names and absences are the wire
//! format: an absent optional field is left out, `speaker` alone is written as `null`.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-16 code units of the annotated text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first code unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Span {
    /// The words that it stands for in `text`, or `None` where it does not lie in `text`.
    ///
    /// Counts from the start of the text each time: for many spans, convert the text once with
    /// [`str::encode_utf16`].
    pub fn of(self, text: &str) -> Option<&str> {
        let byte = |units: u32| {
            let mut seen = 0;
            text.char_indices()
                .find(|(_, c)| {
                    let here = seen == units;
                    seen += c.len_utf16() as u32;
                    here
                })
                .map(|(i, _)| i)
                .or((seen == units).then_some(text.len()))
        };
        text.get(byte(self.start)?..byte(self.end)?)
    }
}

/// Everything found in one text. What is written as JSON can be read again:
///
/// ```
/// let found = whosaid::annotate("“We are ready,” Kaja Kallas said. She paid $5 million.");
/// let json = serde_json::to_string(&found)?;
/// assert_eq!(serde_json::from_str::<whosaid::Annotation>(&json)?, found);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Annotation {
    /// The version of this format: 2.
    pub version: u8,
    /// How the text is laid out, by start; what no part covers is body.
    pub parts: Vec<Part>,
    /// One for each real thing; `id` is the index.
    pub entities: Vec<Entity>,
    /// Every reference to one, by start.
    pub mentions: Vec<Mention>,
    /// Who said what, by first content span.
    pub quotes: Vec<Quote>,
    /// Numbers that a reader would want to see, by start.
    pub figures: Vec<Figure>,
}

/// What a stretch of the text is that is no body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartRole {
    /// The title of the whole text.
    Headline,
    /// The line below it, or a title within the text.
    Subheading,
    /// "By Ana Silva", with what stands beside it.
    Byline,
    /// "KYIV, June 3 (Reuters) -"
    Dateline,
    /// What is said of a picture.
    Caption,
    /// Whose a picture or a text is: "Photo: Jane Doe/AFP".
    Credit,
    /// Who speaks, in an interview: "WTN:".
    Label,
    /// Related links, newsletter boxes, "Read more", comments: nothing is found there, nor in credits.
    Litter,
}

impl PartRole {
    /// Every role with its name in the wire format.
    pub const NAMES: [(&'static str, PartRole); 8] = [
        ("headline", PartRole::Headline),
        ("subheading", PartRole::Subheading),
        ("byline", PartRole::Byline),
        ("dateline", PartRole::Dateline),
        ("caption", PartRole::Caption),
        ("credit", PartRole::Credit),
        ("label", PartRole::Label),
        ("litter", PartRole::Litter),
    ];
}

/// A stretch of the text that is no body: found in an annotation, or given in [`crate::Options`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The first UTF-16 code unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What it is.
    pub role: PartRole,
}

/// What an entity is: the kind of its name, not the role it plays in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// "Volodymyr Zelenskyy"
    Person,
    /// "NATO", "the Kremlin": also where a building stands for the body.
    Organization,
    /// Where a person could go: "Ukraine", "Moscow", also where its government speaks.
    Place,
    /// A people, religion or political side: "Ukrainian", "Republicans".
    Group,
    /// "Kalashnikov"
    Product,
    /// "World Cup"
    Event,
    /// Works, laws, plans, indices, agreements: "Membership Action Plan".
    Other,
}

/// One real thing that the text names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// Its index in [`Annotation::entities`].
    pub id: u32,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name that the text gives: "Volodymyr Zelenskyy".
    pub name: String,
    /// What the text calls it: "Ukrainian President".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where it is: kind place only, where it was resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Where a place is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Place {
    /// Degrees north, WGS 84.
    pub latitude: f64,
    /// Degrees east, WGS 84.
    pub longitude: f64,
    /// ISO 3166-1 alpha-2; `ZZ` for seas and whatever else lies in no one country.
    pub country: String,
    /// GeoNames id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geonames: Option<u32>,
}

/// How a mention refers to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// "Zelenskyy"
    Name,
    /// "the young soldier"
    Nominal,
    /// "he"
    Pronoun,
}

/// One reference to an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mention {
    /// The first UTF-16 code unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The entity's id.
    pub entity: u32,
    /// How it refers.
    pub form: Form,
    /// Index of the mention it was resolved through: "he" to "the young soldier" to "Vladyslav".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub antecedent: Option<u32>,
}

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// All of it stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// The writer's clause with quoted words in it.
    Mixed,
    /// A turn after a label in an interview.
    Transcript,
}

/// What somebody is told to do with the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Says, writes, orders, accuses, rules, asks: "said", "according to", a turn of an interview.
    #[default]
    Said,
    /// Believes, is certain, hopes or fears that: a view that the text states as held.
    Thought,
    /// Wants, plans, supports, endorsed; a bare noun phrase behind a verb of saying ("condemned the attack"). Left out
    /// unless [asked for](crate::Options::stances).
    Stance,
}

/// A statement that the text gives to someone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quote {
    /// How the words are given.
    pub style: Style,
    /// What is done with them.
    pub act: Act,
    /// The words said; more than one span where the attribution interrupts them.
    pub content: Vec<Span>,
    /// "said", "according to", "told AFP"; may be empty.
    pub cue: Vec<Span>,
    /// The words that name who said it, as they stand: "the young soldier".
    pub source: Vec<Span>,
    /// The id of the entity that the source resolves to; `None` is doubt.
    pub speaker: Option<u32>,
    /// 0 to 1: how often a row like this is right as a whole: somebody is said to say or think this, and it is this
    /// speaker (or, where it is `None`, nobody whom the text names).
    pub certainty: f64,
    /// Other entities that could have said it, likeliest first, where the speaker is in doubt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<u32>,
}

/// What sort of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    /// A count or another bare number: "100,000", "thousands".
    Number,
    /// "the first incident"
    Ordinal,
    /// "12 percent": the value is 12.
    Percent,
    /// "$2.5 billion"
    Money,
    /// "Tuesday", "2014", "last week"
    Date,
    /// "4pm", "0600 GMT"
    Time,
    /// "10 days"
    Duration,
    /// "Viktor, 56,"; the unit is the year.
    Age,
    /// A measure with its unit: "six kilometers".
    Quantity,
}

/// On which side of its value a figure is said to lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// "about 50", "some 50"
    About,
    /// "more than 50"
    Over,
    /// "fewer than 50", "nearly 50"
    Under,
    /// "at least 50"
    AtLeast,
    /// "up to 50"
    AtMost,
}

/// A number, an amount, a date: a figure in the text with its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Figure {
    /// The first UTF-16 code unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What sort.
    pub kind: FigureKind,
    /// In plain units: "$2.5 billion" is 2500000000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The lower end of a range: "10 to 15 percent".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Money: ISO 4217; quantity and duration: the unit's singular English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Date, time, duration: ISO 8601 as far as the text fixes it ("XXXX-WXX-7").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// On which side of the value it lies: "more than".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// What it counts: "Ukrainian soldiers".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Span>,
}
