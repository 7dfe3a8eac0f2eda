//! Spellings that differ in one letter: "Maurer" and "Mauer", "United" and "Untied".
//!
//! Two words with one letter more, less, other or exchanged have a form in common that lacks one letter; the
//! forms are kept by their hash, so that the time is linear in the words.

use rustc_hash::FxHashMap;

use crate::hash::secret;

/// Shorter words are too easily different ones; the longer of two has to have a letter more.
const SHORTEST: usize = 5;
/// No name is longer.
const LONGEST: usize = 60;

/// Words to be found again by another spelling.
#[derive(Default)]
pub(super) struct Near<'a> {
    words: Vec<(&'a str, u32)>,
    /// By the hash of a form that lacks a letter: an index in `words`, or [`SEVERAL`].
    forms: FxHashMap<u64, u32>,
}

/// Stands for words that have a form in common.
const SEVERAL: u32 = u32::MAX;

impl<'a> Near<'a> {
    /// Adds a word of `id`.
    pub(super) fn add(&mut self, word: &'a str, id: u32) {
        if !is_fit(word) {
            return;
        }
        let index = self.words.len() as u32;
        self.words.push((word, id));
        let (words, forms) = (&self.words, &mut self.forms);
        each_form(word, |form| {
            forms
                .entry(form)
                .and_modify(|other| {
                    if *other != index && (*other == SEVERAL || words[*other as usize].1 != id) {
                        *other = SEVERAL;
                    }
                })
                .or_insert(index);
        });
    }

    /// Whose word `word` is with another spelling, where that is clear.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        if !is_fit(word) {
            return None;
        }
        let mut found = None;
        let mut clear = true;
        each_form(word, |form| match self.forms.get(&form) {
            Some(&SEVERAL) => clear = false,
            Some(&index) => {
                let (other, id) = self.words[index as usize];
                if other.len().max(word.len()) > SHORTEST && differ_in_one(other, word) {
                    clear &= found.is_none_or(|f| f == id);
                    found = Some(id);
                }
            }
            None => {}
        });
        found.filter(|_| clear)
    }
}

fn is_fit(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.len()) && word.is_ascii() && !word.bytes().any(|b| b.is_ascii_digit())
}

/// Hands on the hash of the word, and of the word without each of its letters.
fn each_form(word: &str, mut hand: impl FnMut(u64)) {
    let base = secret() | 1;
    let bytes = word.as_bytes();
    let step = |hash: u64, b: u8| hash.wrapping_mul(base).wrapping_add(u64::from(b) + 1);
    let mut before = [0u64; LONGEST + 1];
    for (i, &b) in bytes.iter().enumerate() {
        before[i + 1] = step(before[i], b);
    }
    hand(before[bytes.len()]);
    // From the end: the hash of what follows, and the power that what comes before is raised by.
    let (mut behind, mut power) = (0u64, 1u64);
    for (i, &b) in bytes.iter().enumerate().rev() {
        hand(before[i].wrapping_mul(power).wrapping_add(behind));
        behind = behind.wrapping_add((u64::from(b) + 1).wrapping_mul(power));
        power = power.wrapping_mul(base);
    }
}

/// Whether two words differ in one letter, or in two neighbours exchanged. The first letter and the last are
/// the same: "Austria" and "Austrian", "Daniel" and "Daniela" are two words.
pub(super) fn differ_in_one(one: &str, other: &str) -> bool {
    let (a, b) = (one.as_bytes(), other.as_bytes());
    let (a, b) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if one == other
        || a.is_empty()
        || b.len() - a.len() > 1
        || a[0] != b[0]
        || a[a.len() - 1] != b[b.len() - 1]
    {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    if a.len() < b.len() {
        return a == &b[1..];
    }
    a.len() > 1 && (a[1..] == b[1..] || a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_other_spellings() {
        for (kept, asked, expected) in [
            ("maurer", "mauer", Some(0)),
            ("mauer", "maier", None),
            ("united nations", "untied nations", Some(0)),
            ("kristin wilkins", "kristen wilkins", Some(0)),
            ("kristin wilkins", "kristin wilkins", None),
            ("daniel", "daniela", None),
            ("north korea", "south korea", None),
            ("channel 40", "channel 41", None),
            ("gambia", "zambia", None),
        ] {
            let mut near = Near::default();
            near.add(kept, 0);
            assert_eq!(near.find(asked), expected, "{kept}: {asked}");
        }
    }

    #[test]
    fn is_silent_where_two_are_near() {
        let mut near = Near::default();
        near.add("marlene", 0);
        near.add("marline", 1);
        assert_eq!(near.find("marlane"), None);
        assert_eq!(near.find("darlene"), None);
    }
}
