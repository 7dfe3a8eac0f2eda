//! Words that the name of a body may leave out, and those that may stand for all of it; folded as names are.

/// Small words inside names, which acronyms pass over.
pub(super) const SMALL: &[&str] =
    &["of", "the", "and", "for", "in", "on", "to", "de", "at", "des", "du", "la", "von"];

/// What an outlet's name ends in that may stand for all of it: "the Times".
pub(crate) const OUTLETS: &[&str] = &[
    "chronicle",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "inquirer",
    "journal",
    "mail",
    "mirror",
    "observer",
    "post",
    "register",
    "sentinel",
    "standard",
    "star",
    "sun",
    "telegraph",
    "times",
    "tribune",
];

/// What a body's name may leave out at its end: "the Brookings Institution".
pub(super) const TAILS: &[&str] = &[
    "ab",
    "ag",
    "airlines",
    "airways",
    "and",
    "association",
    "bank",
    "bhd",
    "broadcasting",
    "co",
    "college",
    "company",
    "corp",
    "corporation",
    "fc",
    "foundation",
    "gmbh",
    "group",
    "holdings",
    "inc",
    "incorporated",
    "institute",
    "institution",
    "international",
    "limited",
    "llc",
    "ltd",
    "motor",
    "motors",
    "news",
    "nv",
    "organisation",
    "organization",
    "party",
    "plc",
    "pty",
    "sa",
    "school",
    "se",
    "spa",
    "the Brookings Institution",
    "university",
];

/// Last words of names that may stand for all of it, once the whole name was given: "the Agency".
pub(super) const BODIES: &[&str] = &[
    "academy",
    "agency",
    "alliance",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "center",
    "chamber",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "company",
    "corporation",
    "council",
    "department",
    "federation",
    "force",
    "foundation",
    "front",
    "fund",
    "group",
    "guild",
    "inquiry",
    "institute",
    "institution",
    "league",
    "ministry",
    "mission",
    "museum",
    "office",
    "organization",
    "panel",
    "school",
    "service",
    "society",
    "tribunal",
    "trust",
    "union",
    "united",
    "university",
];

/// Last words that are the whole name of another body: "the Senate".
pub(super) const WHOLE: &[&str] = &[
    "army",
    "assembly",
    "cabinet",
    "church",
    "congress",
    "court",
    "government",
    "guard",
    "house",
    "military",
    "navy",
    "parliament",
    "party",
    "police",
    "senate",
    "state",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        for table in [OUTLETS, TAILS, BODIES, WHOLE] {
            assert!(table.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
