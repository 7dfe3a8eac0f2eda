//! Words that the name of a body may leave out, and those that may stand for all of it.

/// Small words inside names, which acronyms pass over.
pub(super) const SMALL: &[&str] =
    &["of", "the", "and", "for", "in", "on", "to", "de", "at", "des", "du", "la", "von"];

/// What an outlet's name ends in that may stand for all of it: "the Times".
pub(super) const OUTLETS: &[&str] = &[
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
    "and",
    "bank",
    "co",
    "company",
    "corp",
    "corporation",
    "foundation",
    "group",
    "holdings",
    "inc",
    "institute",
    "institution",
    "international",
    "limited",
    "llc",
    "ltd",
    "motor",
    "motors",
    "plc",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        for table in [OUTLETS, TAILS] {
            assert!(table.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
