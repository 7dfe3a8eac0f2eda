//! Which full stops belong to the word before them.

/// Abbreviations that keep their full stop, in lower case, without it.
const KNOWN: &[&str] = &[
    "adm", "al", "approx", "apr", "assn", "ave", "blvd", "bros", "brig", "capt", "cdr", "cmdr", "co", "col",
    "comdr", "corp", "cpl", "dec", "dept", "dist", "dr", "ed", "est", "et", "feb", "fig", "fr", "fri", "ft",
    "gen", "gov", "hon", "inc", "jan", "jr", "lt", "ltd", "maj", "messrs", "mgr", "mr", "mrs", "ms", "mt",
    "msgr", "nov", "oct", "op", "ph", "pres", "prof", "pvt", "rd", "rep", "reps", "rev", "sen", "sens",
    "sept", "sgt", "sr", "st", "supt", "vs", "viz", "cf", "etc",
];

/// Whether a word that is followed by a full stop keeps it. `word` is without the full stop;
/// `following` is what stands right after it.
pub(super) fn keeps_full_stop(word: &str, following: &str) -> bool {
    let mut chars = word.chars();
    let (Some(first), rest) = (chars.next(), chars.as_str()) else { return false };
    if rest.is_empty() {
        // An initial, "J. Smith" or "U.S."; "Plan B." at the very end loses its full stop.
        return first.is_uppercase() && following.chars().next().is_some_and(|c| !matches!(c, '\n' | '\r'))
            || first.is_ascii_lowercase() && following.starts_with(|c: char| c.is_ascii_lowercase());
    }
    if word.contains('.') {
        return true;
    }
    word.len() <= 6
        && KNOWN.contains(&word.to_lowercase().as_str())
        && word.chars().next().is_some_and(char::is_alphabetic)
        && (first.is_uppercase()
            || matches!(
                word,
                "vs" | "etc" | "cf" | "approx" | "et" | "al" | "viz" | "dr" | "mr" | "mrs" | "ms" | "prof"
            ))
}
