//! The day of an article, where its head says it: "Published: 27 June 2023", "By Ana Silva, Jun 27, 2023",
//! "KYIV, June 27, 2023 (Reuters) -".
//!
//! Only lines that are made to say it count, so that no day out of the story is taken for the day of
//! the story. A day of publication goes before a dateline, this before a byline's day, and all before
//! the day of an update. Missed: days without a year ("KYIV, June 27 (Reuters)"), which stay open.

use super::day::Date;
use super::{Figure, find_figures};
use crate::annotation::FigureKind;
use crate::document::Document;
use crate::layout::Role;
use crate::lexicon::Class;

/// How many bytes of a text its head may take.
const HEAD: usize = 6000;
/// How many blocks.
const BLOCKS: usize = 12;
/// How many bytes a line may take that says the day.
const LONGEST: usize = 160;

/// The day on which an article was published, as its dateline, its byline or a line of its own says;
/// `None` where none says it in full.
///
/// ```
/// let text = "Bridge to close\n\nBy Ana Silva, June 27, 2023\n\nThe bridge will close, the mayor said on Monday.";
/// assert_eq!(whosaid::find_publication_date(text).unwrap().to_string(), "2023-06-27");
/// assert_eq!(whosaid::find_publication_date("It closed on June 27, 2023, the mayor said."), None);
/// ```
pub fn find_publication_date(text: &str) -> Option<Date> {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let document = Document::new(&text[..end]);
    let figures = find_figures(&document, &[], None);
    let mut best: Option<(Rank, Date)> = None;
    let mut offer = |rank: Rank, date: Option<Date>| {
        if let Some(date) = date
            && best.is_none_or(|(known, _)| rank < known)
        {
            best = Some((rank, date));
        }
    };
    let dateline = document.layout.dateline.and_then(|d| d.date.map(|date| (d.span, date)));
    for block in document.layout.blocks.iter().take(BLOCKS) {
        let within =
            |figure: &&Figure| block.span.start <= figure.span.start && figure.span.end <= block.span.end;
        let dates: Vec<_> = figures.iter().filter(within).filter(|f| is_day(f)).collect();
        if let Some((span, date)) =
            dateline.filter(|(span, _)| block.span.start <= span.start && span.end <= block.span.end)
            && span.end < block.span.end
        {
            // "date 2021-12-16 Soldiers in …" and "KYIV, June 27, 2023 (Reuters) - …" open a paragraph.
            let found =
                dates.iter().find(|f| date.start <= f.span.start && f.span.end <= date.end.max(f.span.start));
            offer(Rank::Dateline, found.and_then(|f| day_of(f)));
        } else if !matches!(block.role, Role::Turn { .. })
            && let Some(rank) = rank_of(document.slice(block.span), block.span.start, &dates)
        {
            let stated = dates.first().and_then(|f| day_of(f));
            offer(rank, stated);
        }
    }
    best.map(|(_, date)| date)
}

/// What says it, the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Published,
    Dateline,
    Beside,
    Updated,
}

fn is_day(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Date | FigureKind::Time)
}

fn day_of(figure: &Figure) -> Option<Date> {
    figure.iso.as_deref()?.parse().ok()
}

/// Whether a line does nothing but say the day, and in what quality.
fn rank_of(line: &str, start: u32, dates: &[&Figure]) -> Option<Rank> {
    if line.len() > LONGEST || !dates.iter().any(|f| day_of(f).is_some()) {
        return None;
    }
    let mut byline = false;
    let mut rank = Rank::Beside;
    let pieces = line.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’' && c != '.');
    for piece in pieces.map(|p| p.trim_matches('.')).filter(|p| !p.is_empty()) {
        let at = start + (piece.as_ptr() as usize - line.as_ptr() as usize) as u32;
        if dates.iter().any(|f| f.span.start <= at && at < f.span.end) {
            continue;
        }
        let lower = piece.to_lowercase();
        match lower.as_str() {
            "by" => byline = true,
            "published" | "posted" | "issued" | "released" if rank == Rank::Beside => rank = Rank::Published,
            "updated" | "modified" | "edited" if rank == Rank::Beside => rank = Rank::Updated,
            _ => {}
        }
        let zone = piece.len() <= 4 && piece.bytes().all(|b| b.is_ascii_uppercase());
        let number = piece.bytes().all(|b| b.is_ascii_digit());
        let named = byline && piece.starts_with(char::is_uppercase);
        if !(zone || number || named || crate::lexicon::is(lower.as_str(), Class::BesideDay)) {
            return None;
        }
    }
    Some(rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_day_of_an_article() {
        let story = "The bridge will close, the mayor said on May 3, 2019. It is old.";
        let rows = [
            ("date 2021-12-16 Soldiers want more, they say.", "2021-12-16"),
            ("Bridge to close\n\nJune 27, 2023\n\n#", "2023-06-27"),
            ("Bridge to close\n\nBy Ana Silva, Jun 27, 2023\n\n#", "2023-06-27"),
            ("Bridge to close\n\nBy Ana Silva\n27 June 2023\n\n#", "2023-06-27"),
            ("Bridge to close\n\nPublished: 27 June 2023\n\n#", "2023-06-27"),
            ("Bridge to close\n\nUpdated 28 June 2023\n\nPublished 27 June 2023\n\n#", "2023-06-27"),
            ("Bridge to close\n\nLast updated: 28 June 2023 at 14:05 BST\n\n#", "2023-06-28"),
            ("Bridge to close\n\nTue 27 Jun 2023 14:05 BST\n\n#", "2023-06-27"),
            ("Bridge to close\n\nJune 27, 2023 at 4:06 p.m. EDT\n\n#", "2023-06-27"),
            ("KYIV, June 27, 2023 (Reuters) - #", "2023-06-27"),
            ("LONDON, 27 June 2023 — #", "2023-06-27"),
            ("KYIV, June 27 (Reuters) - #", ""),
            ("Bridge to close\n\n#", ""),
            ("What We Know of September 11, 2001\n\n#", ""),
            ("#", ""),
            ("Posted by Ana Silva on June 27, 2023\n\n#", "2023-06-27"),
            ("", ""),
        ];
        for (head, expected) in rows {
            let text = head.replace('#', story);
            let found = find_publication_date(&text).map(|date| date.to_string()).unwrap_or_default();
            assert_eq!(found, expected, "in {text:?}");
        }
    }
}
