//! Whether the words around a date look ahead: "will vote on Tuesday", "is due in March".
//!
//! "Tuesday" alone is the last one to most of the news, and the next one after "will". The nearest
//! verb that tells decides, first of those before the date in its sentence, then of those after it
//! ("On Tuesday, the court will rule"). Only asked where an article's own date is known. Missed: the
//! present tense of timetables ("the fair opens on Tuesday").

use super::reader::Reader;

/// How many tokens a verb may be away.
const REACH: usize = 12;

/// Whether the figure from token `first` to `end` lies in the future of its text.
pub(super) fn looks_ahead(reader: &Reader, first: usize, end: usize) -> bool {
    let before = (reader.first..first).rev().take(REACH);
    let before = before.take_while(|&i| !ends_clause(reader, i)).find_map(|i| tense_at(reader, i));
    if let Some(tense) = before {
        return tense == Tense::Future;
    }
    let after = (end..reader.end).take(REACH).take_while(|&i| !ends_clause(reader, i));
    after.into_iter().find_map(|i| tense_at(reader, i)) == Some(Tense::Future)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
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
        "expected" | "scheduled" | "due" | "set" | "slated" | "planned" | "going" | "plans" | "likely"
        | "poised"
            if matches!(next, "to" | "for" | "on" | "in" | "by") =>
        {
            Tense::Future
        }
        "due" | "is" | "are" if next == "to" || next == "due" => Tense::Future,
        "was" | "were" | "had" | "did" | "said" | "told" | "went" | "came" | "took" | "made" | "began"
        | "met" | "won" | "lost" | "fell" | "rose" | "held" | "left" | "saw" | "found" | "gave" | "ago"
        | "yesterday" | "since" => Tense::Past,
        _ if word.len() > 4
            && word.ends_with("ed")
            && !matches!(reader.before(i, 1), "be" | "to" | "is" | "are") =>
        {
            Tense::Past
        }
        _ => return None,
    })
}
