//! Whether the words around a date look ahead: "will vote on Tuesday", "is due in March".
//!
//! "Tuesday" alone is the last one to most of the news, and the next one after "will". The nearest
//! verb that tells decides, first of those before the date in its sentence, then of those after it
//! ("On Tuesday, the court will rule"). The present tense is that of timetables ("the fair opens on
//! Tuesday"), and "by Friday" and "ahead of Sunday" look ahead where nothing says otherwise. Only asked
//! where an article's own date is known. Missed: timetables in verbs that no list has.

use super::reader::Reader;
use crate::lexicon::Class;

/// How many tokens a verb may be away.
const REACH: usize = 12;

/// On which side of its text the figure from token `first` to `end` lies, if a word tells.
pub(super) fn read(reader: &Reader, first: usize, end: usize) -> Option<Tense> {
    let clause = |i: &usize| !ends_clause(reader, *i);
    let before = || (reader.first..first).rev().take(REACH).take_while(clause);
    let after = || (end..reader.end).take(REACH).take_while(clause);
    let lead = (reader.before(first, 1), reader.before(first, 2));
    if lead == ("of", "ahead") {
        return Some(Tense::Future);
    }
    // "ordered them to leave by Friday", but "had left by Friday", "By Friday, he was gone"
    let over = |i: usize| matches!(reader.lower(i), "had" | "was" | "were" | "did");
    let until = matches!(lead, ("until" | "till", "has" | "have" | "had"));
    if until || lead.0 == "by" && !before().any(over) && !after().any(over) {
        return Some(Tense::Future);
    }
    before().find_map(|i| tense_at(reader, i)).or_else(|| after().find_map(|i| tense_at(reader, i)))
}

/// The time of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

fn ends_clause(reader: &Reader, i: usize) -> bool {
    matches!(reader.lower(i), "." | "!" | "?" | ";" | ":" | "\u{201c}" | "\u{201d}" | "\"" | "")
}

/// What the word at `i` tells of the time of its clause.
fn tense_at(reader: &Reader, i: usize) -> Option<Tense> {
    let word = reader.lower(i);
    let next = reader.lower(i + 1);
    Some(match word {
        "will" | "'ll" | "shall" | "upcoming" | "tomorrow" => Tense::Future,
        "would" if next != "have" => Tense::Future,
        word if crate::lexicon::is(word, Class::FutureVerb) => Tense::Future,
        word if crate::lexicon::is(word, Class::Expected)
            && (matches!(next, "to" | "for" | "on" | "in" | "by")) =>
        {
            Tense::Future
        }
        "due" | "is" | "are" if next == "to" || next == "due" => Tense::Future,
        word if crate::lexicon::is(word, Class::PastVerb) => Tense::Past,
        _ if word.len() > 4
            && word.ends_with("ed")
            && !matches!(reader.before(i, 1), "be" | "to" | "is" | "are") =>
        {
            Tense::Past
        }
        _ => return None,
    })
}
