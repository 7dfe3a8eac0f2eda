//! Abbreviations of common nouns, which are no names: "independent power producer (IPP)", "GST (goods and services tax)".
//!
//! The text has to introduce them: small words beside brackets whose initials, in order, are the letters in the
//! brackets. They are then no names anywhere in the text. Missed: what the text takes for known ("a CNC machine"), and
//! abbreviations that take more than initials ("kilowatt (kW)").

use crate::hash::TextSet;
use crate::lexicon::{self, Class};

use super::Name;
use crate::document::Document;
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&ABBREVIATION];

/// The letters of an abbreviation, at least and at most.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

static ABBREVIATION: Rule = Rule {
    id: "name.abbreviation",
    says: "What a text introduces as the abbreviation of common nouns is no name.",
    fires: &["an independent power producer ([IPP|o]) asked. The [IPP|o] paid."],
    spares: &["[Independent Power Producers|o] ([IPP|o]) asked."],
};

/// Takes out of the names what the text introduces as an abbreviation of a common noun.
pub(super) fn drop_common(document: &Document, names: &mut Vec<Name>) {
    let mut common: TextSet<&str> = TextSet::default();
    for i in 1..document.tokens.len().saturating_sub(1) {
        if document.word(i) != "(" || document.tokens[i].gap == Gap::Block {
            continue;
        }
        let inside = letters(document, i + 1);
        if inside.is_some() && document.tokens.get(i + 2).is_some_and(|_| document.word(i + 2) == ")") {
            if spells_back(document, i, inside.unwrap_or_default()) {
                common.insert(singular(document.word(i + 1)));
            }
        } else if let Some(before) = letters(document, i - 1)
            && spells_on(document, i + 1, before)
        {
            common.insert(singular(document.word(i - 1)));
        }
    }
    if common.is_empty() {
        return;
    }
    names.retain(|name| {
        name.end - name.first > 1
            || !common.contains(singular(document.word(name.first as usize)))
            || !ABBREVIATION.acts(name.span)
    });
}

/// The word without the `s` of a plural: "SMEs".
fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// The letters of an abbreviation at a token.
fn letters<'d>(document: &'d Document, i: usize) -> Option<&'d str> {
    let word = singular(document.word(i));
    let fits = document.tokens[i].kind == TokenKind::Word
        && LETTERS.contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_uppercase());
    fits.then_some(word)
}

/// Whether the small words before `end` spell `abbreviation`.
fn spells_back(document: &Document, end: usize, abbreviation: &str) -> bool {
    let mut left = abbreviation.bytes().rev().peekable();
    let mut seen = 0;
    for i in (end.saturating_sub(2 * abbreviation.len() + 2)..end).rev() {
        if document.tokens[i + 1].gap == Gap::Block || !takes(document, i, left.peek().copied(), &mut seen) {
            return false;
        }
        if seen > abbreviation.len() - left.len() {
            left.next();
            if left.peek().is_none() {
                return true;
            }
        }
    }
    false
}

/// Whether the small words from `first` on spell `abbreviation`, up to the closing bracket.
fn spells_on(document: &Document, first: usize, abbreviation: &str) -> bool {
    let mut left = abbreviation.bytes().peekable();
    let mut seen = 0;
    for i in first..document.tokens.len().min(first + 2 * abbreviation.len() + 3) {
        if document.word(i) == ")" {
            return left.peek().is_none();
        }
        if !takes(document, i, left.peek().copied(), &mut seen) {
            return false;
        }
        if seen > abbreviation.len() - left.len() {
            left.next();
        }
    }
    false
}

/// Whether a token may stand in what an abbreviation stands for; counts it in `seen` where it gives the letter.
fn takes(document: &Document, i: usize, letter: Option<u8>, seen: &mut usize) -> bool {
    let word = document.word(i);
    if matches!(word, "-" | "," | "'s" | "’s") {
        return true;
    }
    let case = document.words.case(document.tokens[i].word);
    // "Small and medium enterprises (SMEs) …"
    let starts = || document.sentences[document.sentence_of(i)].tokens.start as usize == i;
    if document.tokens[i].kind != TokenKind::Word || !(case == Case::Lower || case == Case::Title && starts())
    {
        return false;
    }
    let gives = letter.is_some_and(|letter| word.as_bytes()[0].to_ascii_uppercase() == letter);
    *seen += usize::from(gives);
    gives || lexicon::is(word, Class::PassedOver)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::Marked;

    #[test]
    fn drops_abbreviations_of_common_nouns() {
        for (marked, expected) in [
            ("an independent power producer ([IPP|o]) asked. The [IPP|o] paid.", ""),
            ("Small and medium enterprises ([SMEs|o]) and one [SME|o]", ""),
            ("The [GST|o] (goods and services tax) rose.", ""),
            ("[Independent Power Producers|o] ([IPP|o]) asked.", "Independent Power Producers; IPP"),
            ("its port authority ([NPA|o]) and the [BBC|o] (a broadcaster)", "NPA; BBC"),
        ] {
            let read = Marked::read(marked);
            let document = Document::new(&read.text);
            let (mut names, _) = read.found(&document);
            drop_common(&document, &mut names);
            let words: Vec<&str> = names.iter().map(|n| document.slice(n.span)).collect();
            assert_eq!(words.join("; "), expected, "{marked}");
        }
    }
}
