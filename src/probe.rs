//! What the models see of a few sentences, as fingerprints: whether it is what they were trained for.
//!
//! A model is right for the features that it was trained with. Its words stand in tables of its own
//! (`src/data/names.bin`, `src/data/quotes.words.tsv`), but what cuts a text up, and the rules that give the models hints,
//! may be edited by anyone. `src/data/probes.tsv` holds texts, each with a fingerprint of what the field of names sees
//! of it, of what the models of quotes see of its words, and of what they see with names and with hints of rules; and the
//! models' own hashes. A test fails where today's code sees something else. A change of the first two asks for new
//! models; a change of the third for a look at the scores; then `whosaid-trainer stamp` writes the table anew.

use crate::crf;
use crate::document::Document;
use crate::{name, quote};

/// The models, and the tables that go with them.
const FILES: [(&str, &[u8]); 3] = [
    ("names.bin", include_bytes!("data/names.bin")),
    ("quotes.bin", include_bytes!("data/quotes.bin")),
    ("quotes.words.tsv", quote::feature::frozen::TABLE.as_bytes()),
];

/// The table of fingerprints as today's code and the models that ship make it. `table` is the one that stands,
/// of which the texts are kept.
pub fn stamp(table: &str) -> String {
    let mut lines = Vec::new();
    for line in table.lines() {
        if line.starts_with('#') {
            lines.push(line.to_owned());
        } else if let Some((_, text)) = line.rsplit_once('\t')
            && FILES.iter().all(|(file, _)| *file != text)
        {
            let [names, words, hints] = fingerprints(&text.replace(" ¶ ", "\n\n"));
            lines.push(format!("{names:08x}\t{words:08x}\t{hints:08x}\t{text}"));
        }
    }
    lines.extend(FILES.iter().map(|(file, bytes)| format!("{:08x}\t-\t-\t{file}", crf::hash(bytes))));
    lines.join("\n") + "\n"
}

/// What the field of names sees of a text; what the models of quotes see of its words; what they see with today's names and
/// hints.
fn fingerprints(text: &str) -> [u32; 3] {
    let document = Document::new(text);
    let names = name::find_names(&document);
    let seen = name::feature::Features::new(&document, name::Tagger::shipped().lexicon());
    let words = quote::describe_bare(&document);
    let whole = quote::describe(&document, &names, &|word| quote::tag::Tagger::shipped().find(word));
    [seen.fingerprint(), words.fingerprint(), whole.fingerprint()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_see_what_they_were_trained_for() {
        let table = include_str!("data/probes.tsv");
        let today = stamp(table);
        for (then, now) in table.lines().zip(today.lines()) {
            assert_eq!(then, now, "a model would see this otherwise than it was trained; see src/probe.rs");
        }
        assert_eq!(table, today);
        assert!(table.lines().count() > 15);
    }
}
