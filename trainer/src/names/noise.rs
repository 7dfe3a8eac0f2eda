//! Casing as other newsrooms and careless hands write it: headlines, capitals, names in lower case.

use crate::random::Random;

/// The text with some lines written in another case. Bytes keep their places: only ASCII letters
/// change. Lines that stay as they are are blanked out, so that they do not count twice.
pub fn recase(text: &str, random: &mut Random) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let style = random.below(24);
        match style {
            0 | 1 if line.len() < 400 => title(line, &mut out),
            2 => out.push_str(&line.to_ascii_uppercase()),
            3 => lower_names(line, random, &mut out),
            _ => out.extend(line.chars().flat_map(|c| {
                let blank = if c == '\n' { '\n' } else { ' ' };
                std::iter::repeat_n(blank, c.len_utf8())
            })),
        }
    }
    out
}

/// Every word with a capital but the small ones.
fn title(line: &str, out: &mut String) {
    for word in line.split_inclusive([' ', '-', '“', '"']) {
        let small = matches!(
            word.trim(),
            "a" | "an" | "the" | "of" | "in" | "on" | "to" | "for" | "and" | "as" | "at" | "by"
        );
        match word.chars().next() {
            Some(first) if !small => {
                out.push(first.to_ascii_uppercase());
                out.push_str(&word[first.len_utf8()..]);
            }
            _ => out.push_str(word),
        }
    }
}

/// One capitalised word in three in lower case.
fn lower_names(line: &str, random: &mut Random, out: &mut String) {
    for word in line.split_inclusive(' ') {
        if random.below(3) == 0 {
            out.push_str(&word.to_ascii_lowercase());
        } else {
            out.push_str(word);
        }
    }
}
