//! Labels that end in a full stop, as the records of parliaments and hearings set them.
//!
//! "**The CHAIR**. Is there objection?", "**Mr. DANE** of North Carolina. I thank you.", "**Mr. ALDOUS** (during the
//! reading). Madam Chair", "**Ida Marsh** (PPE). – Mr President". Such an opening is a label only where others of the text
//! are like it: see [`super::turns`]. Missed: surnames in small letters without a title.

use crate::lexicon::{self, Class, noun};

/// The longest label, in words.
const WORDS: usize = 12;

/// Where the name ends and where what is said starts, if the words open with such a label.
pub(super) fn stop_label(words: &str) -> Option<(usize, usize)> {
    let mut label = Label::default();
    for (n, (at, word)) in fields(words).enumerate().take(WORDS) {
        if word.contains(':') {
            return None;
        }
        let end = at + word.len();
        let inside = label.depth > 0;
        let opens = word.matches(['(', '[']).count();
        label.depth = (label.depth + opens).saturating_sub(word.matches([')', ']']).count());
        if inside || opens > 0 {
            label.name_end.get_or_insert(words[..at].trim_end().len());
        } else if !label.take(n, word) {
            return None;
        }
        let full = word.ends_with('.') && label.depth == 0 && !is_abbreviated(word);
        if full {
            let name_end = label.name_end.unwrap_or(end - 1);
            let behind = words[end..].trim_start();
            let body = behind.trim_start_matches(['–', '—', '-', ' ']);
            let dashed = body.len() < behind.len();
            let said = body.starts_with(|c: char| {
                c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[')
            });
            return (said && label.names_speaker(dashed)).then_some((name_end, words.len() - body.len()));
        }
    }
    None
}

/// The words of a line with where they start.
fn fields(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let line = words.split('\n').next().unwrap_or(words);
    let start = line.as_ptr() as usize;
    line.split_whitespace().map(move |word| (word.as_ptr() as usize - start, word))
}

/// What has been read of a label.
#[derive(Default)]
struct Label {
    depth: usize,
    /// Where brackets begin.
    name_end: Option<usize>,
    titled: bool,
    article: bool,
    shouted: bool,
    role: bool,
    /// Words that may be a name.
    names: usize,
    /// Behind the name: "of North Carolina", "pro tempore".
    behind: bool,
}

impl Label {
    /// Takes in the word in place `n`, unless no label goes on so.
    fn take(&mut self, n: usize, word: &str) -> bool {
        let bare = word.trim_end_matches(['.', ',']);
        let small = bare.to_lowercase();
        if matches!(bare, "of" | "the" | "pro" | "tempore") {
            self.behind |= self.shouted || self.names > 0;
            return self.behind;
        }
        if !bare.starts_with(char::is_uppercase) || self.name_end.is_some() {
            return false;
        }
        let title =
            lexicon::is(small.as_str(), Class::Address) || lexicon::is(small.as_str(), Class::TitleStop);
        let role = noun::noun(&small).is_some_and(|n| n.class == noun::Class::Person && !n.plural);
        if n == 0 && small == "the" {
            self.article = true;
        } else if self.behind {
            return self.names < 6;
        } else if is_shouted(bare) {
            self.shouted = true;
            self.names += 1;
        } else if title || role {
            self.titled |= n <= 1;
            self.role |= role;
        } else {
            self.names += 1;
        }
        self.names <= 4
    }

    fn names_speaker(&self, dashed: bool) -> bool {
        let office = self.article && (self.shouted || self.role && self.names == 0);
        office
            || self.shouted && self.names > 0 && (self.titled || self.names >= 2)
            || self.titled && (1..=3).contains(&self.names)
            || dashed && (2..=5).contains(&self.names)
    }
}

/// Whether a full stop after the word is one of an abbreviation: "Mr.", "John Q.", "U.S."
fn is_abbreviated(word: &str) -> bool {
    let small = word.trim_end_matches('.').to_lowercase();
    small.chars().count() == 1
        || small.contains('.')
        || lexicon::is(small.as_str(), Class::TitleStop)
        || lexicon::is(small.as_str(), Class::NumberedStop)
        || matches!(small.as_str(), "jr" | "sr")
}

/// "CHAIR", "McCONNELL"
fn is_shouted(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.by_ref().filter(|c| c.is_uppercase()).count() >= 2
        && word.chars().rfind(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::stop_label;

    #[test]
    fn reads_labels_of_records() {
        for (line, expected) in [
            ("The CHAIR. Is there objection?", Some(("The CHAIR", "Is there objection?"))),
            (
                "The SPEAKER pro tempore. The House is in order.",
                Some(("The SPEAKER pro tempore", "The House is in order.")),
            ),
            ("Mr. ALDOUS (during the reading). Madam Chair", Some(("Mr. ALDOUS", "Madam Chair"))),
            (
                "Mr. DANE of North Carolina. I thank you.",
                Some(("Mr. DANE of North Carolina", "I thank you.")),
            ),
            ("Prime Minister TANIGUCHI. Mr. Speaker", Some(("Prime Minister TANIGUCHI", "Mr. Speaker"))),
            ("Mrs. McBRIDE. No.", Some(("Mrs. McBRIDE", "No."))),
            ("Senator Dane. Thank you.", Some(("Senator Dane", "Thank you."))),
            (
                "The Chairman. The committee will come to order.",
                Some(("The Chairman", "The committee will come to order.")),
            ),
            ("Ida Marsh (PPE). – Mr President", Some(("Ida Marsh", "Mr President"))),
            ("Mr. Dane met Mr. Odell. They spoke.", None),
            ("The House rose. It was late.", None),
            ("Ida Marsh left. It was late.", None),
            ("The U.S. Senate voted.", None),
            ("Dr. Marsh", None),
        ] {
            let found = stop_label(line).map(|(end, body)| (&line[..end], &line[body..]));
            assert_eq!(found, expected, "{line}");
        }
    }
}
