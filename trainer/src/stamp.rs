//! What goes with the models: the words that they know, and what they see of a few texts.

use std::fs;

/// The words that the models of quotes know.
const WORDS: &str = "src/data/quotes.words.tsv";
/// The fingerprints of what the models see.
const PROBES: &str = "src/data/probes.tsv";

/// Writes what today's lists say of words to the table that the models read: before they are trained, never without.
pub fn freeze() -> Result<(), String> {
    write(WORDS, &whosaid::quote::feature::frozen::freeze())
}

/// Writes the fingerprints anew: after training, or after a change of rules that was measured.
pub fn stamp() -> Result<(), String> {
    let table = fs::read_to_string(PROBES).map_err(|e| format!("{PROBES}: {e}"))?;
    write(PROBES, &whosaid::probe::stamp(&table))
}

fn write(path: &str, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|e| format!("{path}: {e}"))
}
