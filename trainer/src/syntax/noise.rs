//! Sentences as headlines and bad extraction write them: in other cases, without marks.

use super::conllu::Treed;
use crate::random::Random;

/// The text with its sentences in another case, or with some marks blanked out. Bytes keep their places: only ASCII changes.
pub fn spoil(treed: &Treed, random: &mut Random) -> String {
    let mut out = treed.text.clone().into_bytes();
    for sentence in &treed.sentences {
        let words = &treed.words[sentence.clone()];
        let style = random.below(10);
        for (n, word) in words.iter().enumerate() {
            let letters = &mut out[word.start as usize..word.end as usize];
            let open = matches!(word.upos.as_str(), "ADP" | "DET" | "CCONJ" | "PART" | "SCONJ");
            match style {
                // A title; its full stop goes.
                0..=3 if n == 0 || !open => letters[0] = letters[0].to_ascii_uppercase(),
                4 | 5 => letters.make_ascii_uppercase(),
                6 | 7 => letters.make_ascii_lowercase(),
                _ => {}
            }
            let lost = word.upos == "PUNCT"
                && match style {
                    0..=5 => n + 1 == words.len(),
                    _ => random.below(3) == 0 && n + 1 < words.len(),
                };
            if lost && letters.len() == 1 {
                letters[0] = b' ';
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| treed.text.clone())
}
