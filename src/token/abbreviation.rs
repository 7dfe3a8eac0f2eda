//! Which full stops belong to the word before them, and whether such a word may end a sentence.
//!
//! "Gov. Newsom", "Acme Inc.", "Dec. 5", "No. 10", "(D-Calif.)". A full stop that is no part of a
//! word is left to [`crate::sentence`]. Missed: abbreviations that are not in the tables.

/// What sort of word keeps its full stop; tells whether a sentence can end with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// A name follows: "Dr.", "St."; no sentence ends here.
    Title,
    /// A number follows: "No.", "Fig.".
    Numbered,
    /// A month or weekday: "Dec.".
    Calendar,
    /// May end a sentence: "Inc.", "Jr.", "etc.", "Calif.".
    Ending,
}

/// What follows the full stop of a word, and what comes before the word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings {
    /// The first character after the full stop and white space, if the block goes on.
    pub next: Option<char>,
    /// Whether it follows the full stop at once.
    pub glued: bool,
    /// Whether the token before is a comma, hyphen or bracket, as before "Calif.".
    pub after_mark: bool,
    /// Whether the token before is a number, as before "ft.".
    pub after_number: bool,
}

const TITLES: &[&str] = &[
    "adm", "amb", "atty", "brig", "capt", "cdr", "cmdr", "col", "comdr", "const", "cpl", "cst", "dep", "det",
    "dr", "drs", "fr", "ft", "gen", "gov", "govs", "hon", "insp", "lt", "maj", "messrs", "mgr", "mlle",
    "mme", "mr", "mrs", "ms", "msgr", "mt", "pfc", "pres", "prof", "profs", "pte", "pvt", "rep", "reps",
    "rev", "sen", "sens", "sgt", "spc", "st", "ste", "supt", "treas",
];

const ENDINGS: &[&str] = &[
    "al", "assn", "ave", "blvd", "bros", "co", "corp", "cos", "dept", "dist", "ed", "esq", "est", "etc",
    "govt", "hwy", "inc", "intl", "jr", "ltd", "natl", "op", "ph", "pty", "rd", "sr", "univ",
];

const MONTHS: &[&str] = &["jan", "feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec"];

/// Months and days that are words, too: only before a number or comma.
const CALENDAR: &[&str] =
    &["mar", "jun", "jul", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"];

const NUMBERED: &[&str] = &[
    "approx", "art", "c", "ca", "ch", "eq", "fig", "figs", "no", "nos", "p", "para", "pp", "rs", "sec",
    "vol", "vols",
];

const STATES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ga", "kan", "kans", "ky", "md", "mich", "minn",
    "mo", "mont", "neb", "nev", "okla", "ont", "pa", "penn", "que", "tenn", "tex", "va", "vt", "wis", "wyo",
];

/// States that are words, too: only after a comma, hyphen or bracket.
const DOUBTFUL_STATES: &[&str] =
    &["del", "ill", "ind", "la", "mass", "me", "miss", "ore", "wash", "n", "s", "w"];

/// Kept in lower case, too.
const LOWER: &[&str] = &[
    "al", "approx", "capt", "cf", "dr", "et", "etc", "gen", "gov", "govt", "lt", "mr", "mrs", "ms", "prof",
    "sgt", "v", "viz", "vs",
];

/// Units, kept in lower case after a number.
const UNITS: &[&str] =
    &["ft", "hr", "hrs", "lb", "lbs", "mi", "min", "mins", "oz", "sec", "secs", "yd", "yds"];

/// Degrees, whose dots stand between more than one letter.
const DEGREES: &[&str] =
    &["ph.d.", "ph.d", "b.sc.", "m.sc.", "d.sc.", "d.phil.", "m.phil.", "b.ed.", "m.ed.", "ed.d.", "psy.d."];

/// The longest entry of the tables, in bytes.
const LONGEST: usize = 6;

/// What sort of abbreviation `lower` is, a word in lower case without its full stop.
pub(crate) fn classify(lower: &str) -> Option<Abbreviation> {
    let holds = |table: &[&str]| table.contains(&lower);
    if lower.len() > LONGEST {
        None
    } else if holds(TITLES) || matches!(lower, "v" | "vs" | "viz" | "cf" | "et") {
        Some(Abbreviation::Title)
    } else if holds(ENDINGS) || holds(STATES) || holds(DOUBTFUL_STATES) {
        Some(Abbreviation::Ending)
    } else if holds(MONTHS) || holds(CALENDAR) {
        Some(Abbreviation::Calendar)
    } else if holds(NUMBERED) {
        Some(Abbreviation::Numbered)
    } else if holds(UNITS) {
        Some(Abbreviation::Ending)
    } else {
        None
    }
}

/// Whether a word that is followed by a full stop keeps it.
pub(super) fn keeps_full_stop(word: &str, around: Surroundings) -> bool {
    let mut chars = word.chars();
    let (Some(first), rest) = (chars.next(), chars.as_str()) else { return false };
    if rest.is_empty() && first.is_uppercase() {
        return keeps_as_initial(first, around);
    }
    if word.len() > LONGEST || !first.is_ascii() {
        return false;
    }
    let mut buffer = [0; LONGEST];
    let buffer = &mut buffer[..word.len()];
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(buffer) else { return false };

    let digit = around.next.is_some_and(|c| c.is_ascii_digit());
    if NUMBERED.contains(&lower) && digit {
        return true;
    }
    if first.is_ascii_lowercase() {
        let capital = around.next.is_none_or(char::is_uppercase);
        return LOWER.contains(&lower)
            || UNITS.contains(&lower) && around.after_number && !capital && around.next != Some('"');
    }
    TITLES.contains(&lower) && around.next.is_some()
        || ENDINGS.contains(&lower)
        || MONTHS.contains(&lower)
        || CALENDAR.contains(&lower) && (digit || around.next == Some(','))
        || STATES.contains(&lower) && word.len() > 2
        || (STATES.contains(&lower) || DOUBTFUL_STATES.contains(&lower)) && around.after_mark
        || lower == "vs"
}

/// "J. Smith", "George W. Bush", "E. coli". "Plan B." at the end of a block loses its full stop.
fn keeps_as_initial(letter: char, around: Surroundings) -> bool {
    match around.next {
        // "It was I. Then …"
        Some(c) if letter == 'I' && !around.glued => !c.is_alphanumeric() && c == ',',
        Some(c) => c.is_alphabetic() || matches!(c, ',' | '-' | '‑') || c == '(' && !around.glued,
        None => false,
    }
}

/// The length of a degree, "Ph.D.", that `rest` starts with, or 0.
pub(super) fn degree_length(rest: &str) -> usize {
    DEGREES
        .iter()
        .find(|d| {
            rest.get(..d.len()).is_some_and(|r| r.eq_ignore_ascii_case(d))
                && !rest[d.len()..].starts_with(char::is_alphanumeric)
        })
        .map_or(0, |d| d.len())
}
