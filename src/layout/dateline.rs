//! The dateline: where, when and by whom a report was filed.
//!
//! "KYIV, June 3 (Reuters) - ", "WASHINGTON — ", "(CNN) ", "2021-12-16 ", a line "Published: 3 June
//! 2021", "KLANG: ". Missed: places in small letters without date and agency ("Kyiv – …").

use super::blocks::bare;
use super::parts::Part;
use super::{Block, Role};
use crate::annotation::PartRole;
use crate::span::Span;

/// A dateline; it stays part of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, with its dash.
    pub span: Span,
    /// "KYIV"; with the region, "PORTLAND, Ore."
    pub place: Option<Span>,
    /// "June 3", "2021-12-16"
    pub date: Option<Span>,
    /// "Reuters"
    pub agency: Option<Span>,
}

/// How many blocks from the top may hold it.
const BLOCKS: usize = 12;

/// How many bytes of a block it may take.
const LONGEST: usize = 100;

/// Finds the dateline of a text; where it is given, what is in it.
pub(super) fn find_dateline(
    text: &str,
    markup: &[Span],
    blocks: &[Block],
    given: &[Part],
) -> Option<Dateline> {
    if let Some(part) = given.iter().find(|part| part.role == PartRole::Dateline) {
        let span = part.span.trimmed(text);
        let start = span.start as usize;
        let found = opening(span.of(text), start).or_else(|| publication(span.of(text), start));
        let bare = Dateline { span, place: None, date: None, agency: None };
        return Some(Dateline { span, ..found.unwrap_or(bare) });
    }
    let mut published = None;
    let mut paragraphs = 0;
    for block in blocks.iter().take(BLOCKS) {
        let words = bare(text, markup, block.span);
        let start = words.as_ptr() as usize - text.as_ptr() as usize;
        match block.role {
            Role::Aside => published = published.or_else(|| publication(words, start)),
            _ if block.part == Some(PartRole::Caption) => {}
            Role::Headline | Role::Paragraph => {
                if let Some(found) = opening(words, start) {
                    return Some(found);
                }
                paragraphs += usize::from(block.role == Role::Paragraph);
                if paragraphs == 3 {
                    break;
                }
            }
            Role::Turn { .. } => break,
        }
    }
    published
}

/// "Published: 3 June 2021": the date of a line that is no prose.
fn publication(words: &str, start: usize) -> Option<Dateline> {
    let lower = words.get(..words.len().min(14)).unwrap_or("").to_ascii_lowercase();
    let stated = ["published", "updated", "posted", "last updated", "first published"];
    if words.len() > LONGEST || !is_date(words) && !stated.iter().any(|s| lower.starts_with(s)) {
        return None;
    }
    let digit = words.find(|c: char| c.is_ascii_digit())?;
    let date = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | ',');
    let from = words[..digit].trim_end_matches(date).len();
    let (from, date) = words[from..]
        .match_indices(|c: char| c.is_alphanumeric())
        .map(|(i, _)| from + i)
        .filter(|&i| i == 0 || !words.as_bytes()[i - 1].is_ascii_alphanumeric())
        .find_map(|i| date_length(&words[i..]).map(|length| (i, length)))?;
    let at = |from: usize, to: usize| Span::new(start + from, start + to);
    Some(Dateline { span: at(0, words.len()), place: None, date: Some(at(from, from + date)), agency: None })
}

/// The dateline that a paragraph opens with.
fn opening(words: &str, start: usize) -> Option<Dateline> {
    let mut head = words.len().min(LONGEST);
    while !words.is_char_boundary(head) {
        head -= 1;
    }
    let near = &words[..head];
    let at = |from: usize, to: usize| Span::new(start + from, start + to);
    // "(CNN) ", "(Reuters) - "
    if let Some((end, agency)) = agency_at(near, 0) {
        let span = at(0, past_dash(near, end));
        return Some(Dateline { span, place: None, date: None, agency: Some(at(agency.0, agency.1)) });
    }
    // "2021-12-16 ", " date 2021-12-16 "
    let label = ["date: ", "date ", "Date: "].iter().find(|l| near.starts_with(**l)).map_or(0, |l| l.len());
    if let Some(length) = iso_length(&near[label..]) {
        let span = at(0, past_dash(near, label + length));
        return Some(Dateline { span, place: None, date: Some(at(label, label + length)), agency: None });
    }
    if let Some(dateline) = capitals(words, start) {
        return Some(dateline);
    }
    let (end, agency, dashed) = head_end(near)?;
    let head = near[..end].trim_end();
    // "June 12, 2024 /PRNewswire/ --"
    let slashed = head.strip_suffix('/').and_then(|h| h.rfind('/'));
    let wire = slashed.filter(|from| head.len() - from <= 24).map(|from| (from + 1, head.len() - 1));
    let wire = wire.filter(|&(from, to)| to > from && head[from..to].trim() == &head[from..to]);
    let head = wire.map_or(head, |(from, _)| head[..from - 1].trim_end());
    let agency = agency.or(wire);
    let date = head.match_indices(", ").map(|(i, _)| i + 2).find_map(|i| {
        let length = date_length(&head[i..])?;
        (i + length == head.len()).then_some((i, i + length))
    });
    let place = head[..date.map_or(head.len(), |(from, _)| from - 2)].trim_end_matches([',', ' ']);
    if !is_place(place, date.is_some() || dashed && agency.is_some()) || !(dashed || agency.is_some()) {
        return None;
    }
    let last = agency.map_or(end, |(from, to)| if to > from { to + 1 } else { end });
    Some(Dateline {
        span: at(0, past_dash(near, last.max(end))),
        place: Some(at(0, place.len())),
        date: date.map(|(from, to)| at(from, to)),
        agency: agency.map(|(from, to)| at(from, to)),
    })
}

/// "KLANG: The claim …", "KUWAIT CITY, July 25: The …": a place in capitals before a colon and a paragraph.
fn capitals(words: &str, start: usize) -> Option<Dateline> {
    const PLACE: usize = 40;
    const PARAGRAPH: usize = 80;
    let colon = words.bytes().take(PLACE).position(|b| b == b':')?;
    let head = &words[..colon];
    let date = head.match_indices(", ").map(|(i, _)| i + 2).find_map(|i| {
        let length = date_length(&head[i..])?;
        (i + length == head.len()).then_some((i, i + length))
    });
    let place = head[..date.map_or(head.len(), |(from, _)| from - 2)].trim_end();
    let upper = place.bytes().all(|b| b.is_ascii_uppercase() || matches!(b, b' ' | b'-' | b'.'));
    let letters = place.bytes().filter(u8::is_ascii_uppercase).count();
    let mut rest = words[colon + 1..].strip_prefix(' ')?.chars();
    let prose = rest.next().is_some_and(char::is_uppercase)
        && rest.next().is_some_and(|c| c.is_lowercase() || c == ' ')
        && words.len() >= PARAGRAPH;
    if !upper || letters < 4 || place.split(' ').count() > 3 || !prose {
        return None;
    }
    let at = |from: usize, to: usize| Span::new(start + from, start + to);
    Some(Dateline {
        span: at(0, colon + 2),
        place: Some(at(0, place.len())),
        date: date.map(|(from, to)| at(from, to)),
        agency: None,
    })
}

/// Where the words before the agency or the dash end, the agency, and whether a dash follows.
#[allow(clippy::type_complexity)]
fn head_end(near: &str) -> Option<(usize, Option<(usize, usize)>, bool)> {
    let dash = ["—", " – ", " - ", "--", "–"].iter().filter_map(|d| near.find(d)).min();
    let bracket = near.find('(').filter(|b| dash.is_none_or(|d| *b < d));
    if let Some(bracket) = bracket {
        let (end, agency) = agency_at(near, bracket)?;
        return Some((bracket, Some(agency), past_dash(near, end) > end + 1));
    }
    dash.map(|d| (d, None, true))
}

/// "(Reuters)" at `at`: where it ends, and the agency inside.
fn agency_at(near: &str, at: usize) -> Option<(usize, (usize, usize))> {
    let inside = near[at..].strip_prefix('(')?;
    let close = inside.find(')')?;
    let name = &inside[..close];
    let short = name.split(['/', ' ', '-']).all(|w| w.starts_with(char::is_uppercase)) && name.len() <= 24;
    let upper =
        name.len() >= 2 && name.bytes().all(|b| b.is_ascii_uppercase() || matches!(b, b'/' | b' ' | b'.'));
    let known =
        ["Reuters", "Bloomberg", "Xinhua", "Interfax", "The Conversation", "Thomson Reuters Foundation"];
    let dashed = past_dash(near, at + close + 2) > at + close + 3;
    // "(CNN) The …" has no dash; "(Viktor) said" is a bracket.
    (short && (upper || known.contains(&name) || dashed))
        .then_some((at + close + 2, (at + 1, at + 1 + close)))
}

/// Past a dash and the spaces around it.
fn past_dash(near: &str, at: usize) -> usize {
    let rest = near.get(at..).unwrap_or("");
    let bare = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':'));
    let dash = rest[..rest.len() - bare.len()].trim_end();
    at + dash.len()
}

/// "KYIV", "PORTLAND, Ore.", "KYIV, Ukraine"; without capitals only where more tells of it.
fn is_place(words: &str, sure: bool) -> bool {
    let first = words.split(',').next().unwrap_or("");
    let count = words.split_whitespace().count();
    let capitals = first.chars().filter(|c| c.is_uppercase()).count();
    let shouted = capitals >= 3 && !first.chars().any(char::is_lowercase);
    let names = words
        .split_whitespace()
        .all(|w| w.starts_with(|c: char| c.is_uppercase()) || matches!(w, "de" | "of" | "and" | "and,"));
    (1..=8).contains(&count)
        && names
        && (shouted || sure)
        && !first.chars().any(|c| c.is_ascii_digit() || c == ':')
}

/// The length of a date: "June 3", "3 June 2021", "Jun 15 2022", "Tuesday", "2021-12-16".
pub(super) fn date_length(words: &str) -> Option<usize> {
    if let Some(length) = iso_length(words) {
        return Some(length);
    }
    let mut end = 0;
    let (mut month, mut day, mut count) = (false, false, 0);
    for word in words.split_inclusive(' ').take(5) {
        let bare = word.trim_end_matches([' ', ',', '.']);
        let number = !bare.is_empty() && bare.len() <= 4 && bare.bytes().all(|b| b.is_ascii_digit());
        let name = is_calendar_name(bare);
        if !(number || name) {
            break;
        }
        month |= name;
        day |= number;
        end += word.len();
        count += 1;
    }
    let date = words[..end].trim_end_matches([' ', ',']);
    (month && (day || count == 1)).then_some(date.len())
}

/// Whether a line is nothing but a date: "June 3, 2021".
pub(super) fn is_date(words: &str) -> bool {
    words.len() <= 40 && words.bytes().any(|b| b.is_ascii_digit()) && date_length(words) == Some(words.len())
}

fn is_calendar_name(word: &str) -> bool {
    let names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ];
    names.iter().any(|n| n.eq_ignore_ascii_case(word))
}

/// The length of "2021-12-16", or with slashes.
fn iso_length(words: &str) -> Option<usize> {
    let bytes = words.as_bytes().get(..10)?;
    let digits = bytes.iter().enumerate().all(|(i, b)| match i {
        4 | 7 => matches!(b, b'-' | b'/'),
        _ => b.is_ascii_digit(),
    });
    (digits && !bytes_continue(words)).then_some(10)
}

fn bytes_continue(words: &str) -> bool {
    words.as_bytes().get(10).is_some_and(|b| b.is_ascii_alphanumeric() && *b != b'T')
}
