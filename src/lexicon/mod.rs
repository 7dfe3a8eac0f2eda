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

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub use class::{Act, Class, Form};
use frame::Frame;

/// What is known of a word; of most words nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    classes: u128,
    /// How the subject of such a verb speaks.
    pub act: Option<Act>,
    frame: Frame,
    form: Option<Form>,
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
    pub fn is(&self, class: Class) -> bool {
        self.classes >> class as u8 & 1 == 1
    }

    /// Whether it is in one of some classes.
    pub fn any(&self, classes: Classes) -> bool {
        self.classes & classes.0 != 0
    }

    /// What verb of saying it is.
    pub fn reporting(&self) -> Option<Reporting> {
        Some(Reporting { frame: self.frame, form: self.form?, act: self.act? })
    }
}

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// The set of these.
    pub const fn of(classes: &[Class]) -> Self {
        let (mut set, mut i) = (0, 0);
        while i < classes.len() {
            set |= 1 << classes[i] as u8;
            i += 1;
        }
        Self(set)
    }
}

/// What is known of a word in lower case.
pub fn find(word: &str) -> Known {
    WORDS.get(word).copied().unwrap_or_default()
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
    WORDS.iter().map(|(word, known)| (*word, *known))
}

static WORDS: LazyLock<FxHashMap<&str, Known>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for line in include_str!(concat!(env!("OUT_DIR"), "/lexicon.tsv")).lines() {
        let mut fields = line.splitn(5, '\t');
        let mut field = || fields.next().unwrap_or_default();
        let classes = u128::from_str_radix(field(), 16).unwrap_or(0);
        let frame = Frame::from_str_radix(field(), 16).unwrap_or(0);
        let form = field().parse().ok().and_then(|form: usize| FORMS.get(form).copied());
        let act = field().parse().ok().and_then(|act: usize| ACTS.get(act).copied());
        let known = Known { classes, act, frame, form };
        words.extend(field().split(' ').map(|word| (word, known)));
    }
    words
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
