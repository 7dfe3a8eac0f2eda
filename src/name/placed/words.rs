//! The words that frame places.

/// Who is named by where they live: "a Winona man".
pub(super) const DWELLERS: &[&str] = &[
    "couple",
    "homeowner",
    "homeowners",
    "man",
    "men",
    "motorist",
    "native",
    "resident",
    "residents",
    "teen",
    "teenager",
    "teenagers",
    "teens",
    "woman",
    "women",
];

/// What a town has, behind its name: "Fargo Mayor Dennis Roe", "the Hayward area".
pub(super) const TOWNLY: &[&str] = &[
    "alderman",
    "aldermen",
    "area",
    "councilman",
    "councilwoman",
    "firefighters",
    "mayor",
    "native",
    "neighborhood",
    "neighbourhood",
    "resident",
    "residents",
    "suburb",
    "suburbs",
    "taxpayers",
];

/// Who a state sends or has: "Ohio Gov. Ana Ruiz".
pub(super) const GOVERNORS: &[&str] =
    &["gov", "gov.", "governor", "lawmakers", "legislators", "rep", "rep.", "sen", "sen.", "senator"];

/// What stands in a town, behind "a" and its name: "a Buford home".
pub(super) const HOMES: &[&str] = &[
    "apartment",
    "bar",
    "businessman",
    "businesswoman",
    "cemetery",
    "church",
    "elementary",
    "family",
    "farm",
    "firefighter",
    "high",
    "home",
    "hospital",
    "hotel",
    "house",
    "motel",
    "residence",
    "restaurant",
    "school",
    "street",
    "supermarket",
];

/// Who comes "from" a town, and how.
pub(super) const COMERS: &[&str] = &[
    "came",
    "comes",
    "crews",
    "drove",
    "fled",
    "flew",
    "flight",
    "flights",
    "flying",
    "hails",
    "miles",
    "moved",
    "officers",
    "old",
    "people",
    "refugees",
    "residents",
    "returned",
    "students",
    "traveled",
    "travelled",
    "visitors",
    "volunteers",
];

/// What lies somewhere, before "of": "the outskirts of Anderson".
pub(super) const SIDES: &[&str] = &[
    "city",
    "east",
    "hometown",
    "miles",
    "municipality",
    "native",
    "neighborhood",
    "neighbourhood",
    "north",
    "northeast",
    "northwest",
    "outside",
    "outskirts",
    "port",
    "residents",
    "south",
    "southeast",
    "southwest",
    "suburb",
    "suburbs",
    "town",
    "township",
    "village",
    "west",
];

/// What people have or do "in" somebody or some body: "confidence in Roe", "a stake in Vimo".
pub(super) const HELD: &[&str] = &[
    "belief",
    "believe",
    "believed",
    "believes",
    "confidence",
    "disappointed",
    "faith",
    "holding",
    "interest",
    "interested",
    "invest",
    "invested",
    "investing",
    "investment",
    "investments",
    "investor",
    "investors",
    "position",
    "positions",
    "role",
    "share",
    "shareholder",
    "shareholders",
    "shareholding",
    "shares",
    "stake",
    "stakes",
    "stock",
    "trust",
    "trusted",
];

/// Bodies that things happen "in".
pub(super) const BODIES: &[&str] = &[
    "administration",
    "army",
    "assembly",
    "cabinet",
    "church",
    "commons",
    "conference",
    "congress",
    "corp",
    "corp.",
    "council",
    "court",
    "democrat",
    "democratic",
    "democrats",
    "gop",
    "government",
    "guard",
    "house",
    "inc",
    "inc.",
    "labour",
    "league",
    "llc",
    "ltd",
    "ltd.",
    "marines",
    "navy",
    "parliament",
    "republican",
    "republicans",
    "senate",
    "society",
    "treasury",
];

/// What stands or happens "in" a town rather than in a person: "their home in Glen Allen".
pub(super) const SEATED: &[&str] = &[
    "apartment",
    "arrested",
    "avenue",
    "based",
    "block",
    "born",
    "church",
    "court",
    "died",
    "headquarters",
    "home",
    "hospital",
    "house",
    "jail",
    "live",
    "lived",
    "lives",
    "living",
    "office",
    "offices",
    "park",
    "road",
    "school",
    "station",
    "street",
];

/// Words before a place.
pub(super) const WHERE: &[&str] = &[
    "across",
    "around",
    "at",
    "between",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "of",
    "outside",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "via",
    "within",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        for table in [DWELLERS, TOWNLY, GOVERNORS, HOMES, COMERS, SIDES, HELD, BODIES, SEATED, WHERE] {
            assert!(table.is_sorted());
        }
    }
}
