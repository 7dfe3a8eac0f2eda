//! Words beside a place's name that say what kind of place it is: "the town of Turkey", "Georgia's
//! governor", "Barrow and Jackson counties".

use super::gazetteer::Kind;
use crate::document::Document;
use crate::name::Name;

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Takes the kinds of another set as well.
    pub fn add(&mut self, other: Kinds) {
        self.0 |= other.0;
    }

    /// Whether the set holds a kind.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }

    /// Whether nothing is known.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl From<Kind> for Kinds {
    fn from(kind: Kind) -> Self {
        Self(1 << kind as u8)
    }
}

const TOWN: Kinds = Kinds(1 << Kind::Town as u8 | 1 << Kind::Capital as u8);
const COUNTY: Kinds = Kinds(1 << Kind::County as u8);
const REGION: Kinds = Kinds(1 << Kind::Region as u8);
const COUNTRY: Kinds = Kinds(1 << Kind::Country as u8);
/// Where people are from who are not named for their country: "a Texas man", "a Salem woman".
const HOME: Kinds = Kinds(TOWN.0 | COUNTY.0 | REGION.0);
const FEATURE: Kinds = Kinds(1 << Kind::Feature as u8);

/// Words before "of" and the name.
const BEFORE: &[(&str, Kinds)] = &[
    ("city", TOWN),
    ("town", TOWN),
    ("village", TOWN),
    ("suburb", TOWN),
    ("suburbs", TOWN),
    ("outskirts", TOWN),
    ("municipality", TOWN),
    ("township", TOWN),
    ("mayor", TOWN),
    ("hamlet", TOWN),
    ("state", REGION),
    ("province", REGION),
    ("governor", REGION),
    ("county", COUNTY),
    ("sheriff", COUNTY),
    ("republic", COUNTRY),
    ("kingdom", COUNTRY),
    ("nation", COUNTRY),
    ("country", COUNTRY),
    ("president", COUNTRY),
    ("minister", COUNTRY),
    ("embassy", COUNTRY),
    ("government", COUNTRY),
    ("island", FEATURE),
    ("islands", FEATURE),
    ("lake", FEATURE),
    ("river", FEATURE),
];

/// Words after the name, or after the name and "'s".
const AFTER: &[(&str, Kinds)] = &[
    ("mayor", TOWN),
    ("city", TOWN),
    ("town", TOWN),
    ("village", TOWN),
    ("neighborhood", TOWN),
    ("neighbourhood", TOWN),
    ("suburb", TOWN),
    ("suburbs", TOWN),
    ("alderman", TOWN),
    ("aldermen", TOWN),
    ("council", TOWN),
    ("councilman", TOWN),
    ("councilwoman", TOWN),
    ("apartment", TOWN),
    ("county", COUNTY),
    ("counties", COUNTY),
    ("sheriff", COUNTY),
    ("couple", HOME),
    ("man", HOME),
    ("men", HOME),
    ("native", HOME),
    ("resident", HOME),
    ("residents", HOME),
    ("teen", HOME),
    ("teenager", HOME),
    ("woman", HOME),
    ("women", HOME),
    ("governor", REGION),
    ("gov", REGION),
    ("province", REGION),
    ("provinces", REGION),
    ("state", REGION),
    ("states", REGION),
    ("oblast", REGION),
    ("legislature", REGION),
    ("lawmakers", REGION),
    ("government", COUNTRY),
    ("president", COUNTRY),
    ("parliament", COUNTRY),
    ("premier", COUNTRY),
    ("river", FEATURE),
    ("lake", FEATURE),
    ("island", FEATURE),
    ("coast", FEATURE),
    ("mountains", FEATURE),
];

/// What the words beside `name` say that it is.
pub fn cues(document: &Document, name: &Name) -> Kinds {
    let find = |table: &[(&str, Kinds)], word: &str| {
        let word = word.trim_end_matches('.');
        table.iter().find(|(cue, _)| *cue == word).map_or(Kinds::default(), |(_, kinds)| *kinds)
    };
    let (first, end) = (name.first as usize, name.end as usize);
    let mut kinds = Kinds::default();
    let the = usize::from(first > 0 && document.lower(first - 1) == "the");
    if first > the + 1 && document.lower(first - the - 1) == "of" {
        kinds.add(find(BEFORE, document.lower(first - the - 2)));
    }
    // "in downtown Salem"
    if first > 0 && document.lower(first - 1) == "downtown" {
        kinds.add(TOWN);
    }
    let word = |i: usize| if i < document.tokens.len() { document.lower(i) } else { "" };
    let after = end + usize::from(matches!(word(end), "'s" | "’s"));
    kinds.add(find(AFTER, word(after)));
    kinds
}
