//! The word classes and verbs of saying that the models know.
//!
//! They are features of the models, so they come from a table of the models' own, `src/data/quotes.words.tsv`, which
//! changes only when the models are trained anew. The lists that the rules read may change at any time.
//!
//! Each line is a set of classes, "-" where a word's ending tells its class; what may follow a verb of saying and its form,
//! "-" for other words; then the words of which both are true.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::cue::{Cue, Form};
use super::super::words::{self, Classes, Listed};
use crate::document::Document;

/// The table as it ships.
pub(crate) const TABLE: &str = include_str!("../../data/quotes.words.tsv");

static WORDS: LazyLock<FxHashMap<&str, Listed>> = LazyLock::new(|| read(TABLE));

/// What the models know of a word in lower case.
pub(in crate::quote) fn find(lower: &str) -> Listed {
    WORDS.get(lower).copied().unwrap_or_default()
}

/// The classes of every word type of a document as the models know them, whatever the lists have come to say.
pub(in crate::quote) fn classes(document: &Document) -> Classes {
    Classes::by(document, find)
}

fn read(table: &'static str) -> FxHashMap<&'static str, Listed> {
    let mut found = FxHashMap::default();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let mut number = || fields.next().and_then(|field| u32::from_str_radix(field, 16).ok());
        let (class, frame, form) = (number(), number(), number());
        let form = form.and_then(|form| FORMS.get(form as usize).copied());
        let cue = frame.zip(form).map(|(frame, form)| Cue { frame: frame as u16, form });
        let words = fields.next().unwrap_or_default();
        found.extend(words.split(' ').map(|word| (word, Listed { class, cue })));
    }
    found
}

/// By their number in the table, which is their number in the features.
const FORMS: [Form; 5] = [Form::Base, Form::Third, Form::Past, Form::Ing, Form::Adjective];

/// Today's lists as a table: what models that are trained next will know.
pub fn freeze() -> String {
    let mut lines: BTreeMap<[String; 3], Vec<String>> = BTreeMap::new();
    for (word, listed) in words::listed() {
        let field = |number: Option<u32>| number.map_or("-".to_owned(), |n| format!("{n:x}"));
        let cue = listed.cue;
        let key =
            [field(listed.class), field(cue.map(|c| u32::from(c.frame))), field(cue.map(|c| c.form as u32))];
        lines.entry(key).or_default().push(word);
    }
    let mut table =
        "# What the models of quotes know of words; made by `whosaid-trainer freeze`.\n".to_owned();
    for (key, words) in lines {
        table += &format!("{}\t{}\n", key.join("\t"), words.join(" "));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_words() {
        assert_eq!(find("the").class, Some(words::DETERMINER));
        assert_eq!(find("said").cue.map(|cue| cue.form), Some(Form::Past));
        assert_eq!(find("harbour"), Listed::default());
    }

    #[test]
    fn what_is_frozen_can_be_read() {
        let table: &'static str = freeze().leak();
        let read = read(table);
        for (word, listed) in words::listed() {
            assert_eq!(read.get(word.as_str()), Some(&listed), "{word}");
        }
    }
}
