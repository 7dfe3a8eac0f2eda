//! Whether people talk to each other in a text whose labels do not come again.
//!
//! "HALE: Are you going to run?" / "BOONE: I have not decided.": every paragraph opens with a label, each label may be a
//! person's, and they say "you" and "I", or ask. A list has the same form ("Verdict: Good."), but talks to nobody. Missed:
//! labels that are common words, and talk without any such word.

use super::Block;
use super::label::{Label, LabelForm, LabelLine};
use super::structure::ends_sentence;
use crate::hash::TextSet;
use crate::lexicon::{self, Class, given, noun};

/// So many blocks above the first label may be a headline and what belongs to it.
const ABOVE: usize = 2;

/// Whether each paragraph is a turn of talk.
pub(super) fn is_dialogue(text: &str, blocks: &[Block], found: &[Option<Label>]) -> bool {
    let Some(first) = found.iter().position(Option::is_some) else { return false };
    let above = blocks[..first].iter().filter(|b| b.is_prose());
    let labels: Vec<&Label> = found.iter().flatten().collect();
    // "(APPLAUSE)"
    let staged = |b: &Block| b.span.of(text).starts_with(['(', '[']) && b.span.of(text).ends_with([')', ']']);
    let prose = blocks[first..].iter().filter(|b| b.is_prose() && !staged(b)).count();
    if first > ABOVE || labels.len() < 2 || labels.len() != prose || above.clone().any(|b| is_long(text, b)) {
        return false;
    }
    let different = labels.iter().any(|l| l.key != labels[0].key);
    let persons: Vec<Doubt> = labels.iter().map(|l| doubt(l.name.of(text))).collect();
    let capitals = labels.iter().all(|l| matches!(l.form, LabelForm::Capitals | LabelForm::Record));
    let some = capitals || persons.contains(&Doubt::Person);
    let talks = labels.iter().filter(|l| is_talk(l.body.of(text))).count();
    let ends = labels.iter().all(|l| ends_sentence(l.body.of(text)));
    different && ends && some && !persons.contains(&Doubt::Word) && talks * 2 >= labels.len()
}

/// Whether each part of the text, parted by blank lines, opens with a label on a line of its own above what is said.
pub(super) fn opens_groups(text: &str, blocks: &[Block], lines: &[Option<LabelLine>]) -> bool {
    let parted = |i: usize| {
        let between = &text[blocks[i - 1].span.end as usize..blocks[i].span.start as usize];
        between.bytes().filter(|b| *b == b'\n').count() > 1
    };
    let prose = |i: usize| blocks[i].is_prose();
    let opening: Vec<usize> = (0..blocks.len()).filter(|&i| prose(i) && (i == 0 || parted(i))).collect();
    let labelled = |&i: &usize| lines[i].is_some() && i + 1 < blocks.len() && !parted(i + 1);
    let plain = (0..blocks.len()).filter(|i| !opening.contains(i)).all(|i| lines[i].is_none());
    opening.len() >= 3 && opening.iter().all(labelled) && plain
}

fn is_long(text: &str, block: &Block) -> bool {
    block.span.len() > 150 || ends_sentence(block.span.of(text))
}

/// Whether a label can be a person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    /// By title, given name or role.
    Person,
    /// No word that is known.
    Unknown,
    /// A word for something else.
    Word,
}

fn doubt(name: &str) -> Doubt {
    let named = name.split(',').next().unwrap_or(name).to_lowercase();
    let words: TextSet<&str> = named.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1).collect();
    let person = |word: &&&str| {
        matches!(**word, "unidentified" | "unknown" | "male" | "female" | "voice" | "caller")
            || lexicon::is(word, Class::Address)
            || lexicon::is(word, Class::TitleStop)
            || given::gender_of_given(word).is_some()
            || noun::noun(word)
                .is_some_and(|n| n.class == noun::Class::Person || n.class == noun::Class::AnyPerson)
    };
    // "THE COURT"
    let body =
        |word: &str| word == "the" || noun::noun(word).is_some_and(|n| n.class == noun::Class::Organization);
    match words.iter().any(|word| person(&word)) {
        true => Doubt::Person,
        false if words.iter().any(|word| lexicon::find(word) != lexicon::Known::default() && !body(word)) => {
            Doubt::Word
        }
        false => Doubt::Unknown,
    }
}

/// Whether somebody is spoken to, or speaks of himself.
fn is_talk(body: &str) -> bool {
    let mut words =
        body.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’')).filter(|w| !w.is_empty());
    let opening = words.clone().next().unwrap_or_default();
    body.contains('?')
        || matches!(opening, "Yes" | "No" | "OK" | "Well" | "Thank" | "Thanks" | "Good")
        || words.any(|word| {
            let word = word.split(['\'', '’']).next().unwrap_or(word).to_lowercase();
            matches!(word.as_str(), "i" | "me" | "my" | "we" | "us" | "our" | "you" | "your")
        })
}
