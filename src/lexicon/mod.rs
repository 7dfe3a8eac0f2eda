//! What we know of words, once: the tables that every stage asks, by name.
//!
//! Each table in this folder has one subject and one word a line, with its classes: `of <tab> preposition joining`.
//! `reporting.tsv` has verbs of saying, each with its act (says, thinks, wants), what may follow it, and irregular past
//! forms. `build.rs` puts all of them, every form once, into one text; here it becomes one map. A document looks each of
//! its word types up once ([`Words::known`](crate::token::Words::known)).
//!
//! ```
//! use whosaid::lexicon::{self, Act, Class, Form};
//!
//! assert!(lexicon::is("of", Class::Preposition));
//! let said = lexicon::reporting("said").unwrap();
//! assert_eq!((said.form, said.act), (Form::Past, Act::Says));
//! assert!(lexicon::reporting("harbour").is_none());
//! ```
//!
//! Words are in lower case with straight apostrophes, as tokens have them. What a class means for a rule is the rule's; to
//! add a word, see CONTRIBUTING. Models do not read these tables (`src/quote/feature/frozen.rs`).

mod class;
pub mod frame;
pub mod given;
pub mod noun;
pub mod phrase;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub use class::{Act, Class, Form};
use frame::Frame;

/// What is known of a word; of most words nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known(&'static Entry);

#[derive(Debug, PartialEq, Eq)]
struct Entry {
    classes: Classes,
    act: Option<Act>,
    frame: Frame,
    form: Option<Form>,
}

static UNKNOWN: Entry = Entry { classes: Classes([0; 6]), act: None, frame: 0, form: None };

impl Default for Known {
    fn default() -> Self {
        Self(&UNKNOWN)
    }
}

/// A verb of saying or thinking, or an adjective for that, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reporting {
    /// What may follow.
    pub frame: Frame,
    /// Its form.
    pub form: Form,
    /// How its subject speaks.
    pub act: Act,
}

impl Known {
    /// Whether it is in a class.
    pub fn is(self, class: Class) -> bool {
        self.0.classes.0[class as usize / 64] >> (class as usize % 64) & 1 == 1
    }

    /// Whether it is in one of some classes.
    pub fn any(self, classes: Classes) -> bool {
        self.0.classes.0.iter().zip(classes.0).any(|(one, other)| one & other != 0)
    }

    /// How the subject of such a verb speaks.
    pub fn act(self) -> Option<Act> {
        self.0.act
    }

    /// What verb of saying it is.
    pub fn reporting(self) -> Option<Reporting> {
        Some(Reporting { frame: self.0.frame, form: self.0.form?, act: self.0.act? })
    }
}

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classes([u64; 6]);

impl Classes {
    /// The set of these.
    pub const fn of(classes: &[Class]) -> Self {
        let (mut set, mut i) = ([0; 6], 0);
        while i < classes.len() {
            set[classes[i] as usize / 64] |= 1 << (classes[i] as usize % 64);
            i += 1;
        }
        Self(set)
    }
}

/// Days of the week and months.
pub const DAYS: Classes = Classes::of(&[Class::Weekday, Class::Month]);

/// What is known of a word in lower case.
pub fn find(word: &str) -> Known {
    TABLE.words.get(word).map_or(Known(&UNKNOWN), |&entry| Known(&TABLE.entries[usize::from(entry)]))
}

/// Whether a word is in a class.
pub fn is(word: &str, class: Class) -> bool {
    find(word).is(class)
}

/// What verb of saying a word is a form of.
pub fn reporting(word: &str) -> Option<Reporting> {
    find(word).reporting()
}

/// Every word of the tables with what is known of it, in no order.
pub fn all() -> impl Iterator<Item = (&'static str, Known)> {
    TABLE.words.keys().map(|word| (*word, find(word)))
}

/// Every word, and what is known of those of which the same is known.
struct Table {
    words: FxHashMap<&'static str, u16>,
    entries: Vec<Entry>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { words: FxHashMap::default(), entries: Vec::new() };
    for line in include_str!(concat!(env!("OUT_DIR"), "/lexicon.tsv")).lines() {
        let mut fields = line.splitn(5, '\t');
        let mut field = || fields.next().unwrap_or_default();
        let mut classes = Classes([0; 6]);
        for class in field().split(' ').filter_map(|class| class.parse::<usize>().ok()) {
            classes.0[class / 64] |= 1 << (class % 64);
        }
        let frame = Frame::from_str_radix(field(), 16).unwrap_or(0);
        let form = field().parse().ok().and_then(|form: usize| FORMS.get(form).copied());
        let act = field().parse().ok().and_then(|act: usize| ACTS.get(act).copied());
        let number = table.entries.len() as u16;
        table.entries.push(Entry { classes, act, frame, form });
        table.words.extend(field().split('|').map(|word| (word, number)));
    }
    table
});

const FORMS: [Form; 5] = [Form::Base, Form::Third, Form::Past, Form::Ing, Form::Adjective];
const ACTS: [Act; 3] = [Act::Says, Act::Thinks, Act::Wants];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_found() {
        for (word, form) in [
            ("say", Form::Base),
            ("says", Form::Third),
            ("said", Form::Past),
            ("saying", Form::Ing),
            ("replied", Form::Past),
            ("denies", Form::Third),
            ("argues", Form::Third),
            ("argued", Form::Past),
            ("arguing", Form::Ing),
            ("admitted", Form::Past),
            ("stresses", Form::Third),
            ("certain", Form::Adjective),
        ] {
            assert_eq!(reporting(word).map(|c| c.form), Some(form), "{word}");
        }
        for word in ["sayed", "s", "ing", "ed", "table", "", "é"] {
            assert_eq!(reporting(word), None, "{word}");
        }
    }

    #[test]
    fn words_have_classes() {
        let her = find("her");
        assert!(her.is(Class::Possessive) && her.is(Class::Object) && !her.is(Class::Subject));
        assert!(her.any(Classes::of(&[Class::Subject, Class::Object])));
        assert_eq!(find("harbour"), Known::default());
    }
}
