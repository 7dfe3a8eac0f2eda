//! Bounds: "more than", "at least", "up to", "nearly", "or more" around a figure.
//!
//! They stay outside the figure's span and say on which side of the value it lies. "Over a 40-year
//! career" and "talked about today" have none. Missed: "reports about 12 people".

use super::lexicon::Calendar;
use super::reader::Reader;
use crate::annotation::{Bound, FigureKind};
use crate::lexicon::Class;

/// The bound of the figure from token `first` up to `end`.
pub(super) fn find(reader: &Reader, first: usize, end: usize, kind: FigureKind) -> Option<Bound> {
    // "over seventh-ranked Iowa"
    if kind == FigureKind::Ordinal {
        return None;
    }
    let time = matches!(kind, FigureKind::Date | FigureKind::Time);
    let before = before(reader, first, kind);
    let inside = (first..end).find_map(|i| match reader.lower(i) {
        "plus" | "+" => Some(Bound::AtLeast),
        "odd" | "couple" => Some(Bound::About),
        _ => None,
    });
    if inside.is_some() && !time {
        return inside;
    }
    match before {
        Some(Bound::About) => after(reader, end).filter(|_| !time).or(before),
        _ if time => None,
        Some(_) => before,
        _ => after(reader, end),
    }
}

fn before(reader: &Reader, first: usize, kind: FigureKind) -> Option<Bound> {
    let mut at = 1;
    // "over-65s"
    if reader.before(first, 1) == "-"
        && kind == FigureKind::Age
        && reader.glued(first)
        && matches!(reader.before(first, 2), "over" | "under")
    {
        at += 1;
    }
    // "more than a million" has its article inside; "about the 50" and "some -" are nothing.
    if matches!(reader.before(first, 1), "a" | "an" | "another" | "the") {
        at += 1;
    }
    // "a four-under 68"
    if at == 1
        && kind != FigureKind::Age
        && reader.before(first, 2) == "-"
        && reader.glued(first.wrapping_sub(1))
    {
        return None;
    }
    let word = |back: usize| reader.before(first, back);
    // "over a 40-year career", "reports about a 12-kilogram bomb", "talked about today"
    let hyphened = reader.lower(first) != "half" && (first..first + 3).any(|i| reader.hyphen(i));
    let measured = matches!(kind, FigureKind::Quantity | FigureKind::Money) && reader.is_digits(first);
    let joined = at > 1 && (hyphened || measured && matches!(word(1), "a" | "an"));
    let topic = matches!(
        reader.lex(first).calendar,
        Calendar::Day(_) | Calendar::Deictic(_) | Calendar::Weekday(_) | Calendar::Tonight
    );
    if matches!(word(at), "over" | "about" | "around") && joined || word(at) == "about" && topic {
        return None;
    }
    let not = |back: usize| matches!(word(back), "no" | "not" | "n't" | "never");
    Some(match word(at) {
        "than" => {
            let negated = not(at + 2);
            match word(at + 1) {
                word if crate::lexicon::is(word, Class::MoreThan) => {
                    if negated {
                        Bound::AtMost
                    } else {
                        Bound::Over
                    }
                }
                "less" | "fewer" | "lower" | "shorter" | "younger" | "smaller" | "earlier" | "under" => {
                    if negated {
                        Bound::AtLeast
                    } else {
                        Bound::Under
                    }
                }
                _ => return None,
            }
        }
        "over" if kind == FigureKind::Duration && during(reader, first, at) => return None,
        word if crate::lexicon::is(word, Class::Exceeds) => Bound::Over,
        "under" | "below" | "beneath" => Bound::Under,
        "least" if word(at + 1) == "at" => Bound::AtLeast,
        "most" if word(at + 1) == "at" => Bound::AtMost,
        "to" if word(at + 1) == "up" => Bound::AtMost,
        "to" if word(at + 1) == "close" || word(at + 1) == "closer" => Bound::About,
        "of" if matches!(word(at + 1), "excess") && word(at + 2) == "in" => Bound::Over,
        "of" if matches!(word(at + 1), "upwards" | "upward" | "north") => Bound::Over,
        "of" if matches!(word(at + 1), "maximum") => Bound::AtMost,
        "of" if matches!(word(at + 1), "minimum") => Bound::AtLeast,
        "as" if word(at + 2) == "as"
            && matches!(word(at + 1), "many" | "much" | "high" | "long" | "late") =>
        {
            Bound::AtMost
        }
        "as" if word(at + 2) == "as" && matches!(word(at + 1), "few" | "little" | "low" | "early") => {
            Bound::AtLeast
        }
        near if matches!(near, "~" | "≈") || crate::lexicon::is(near, Class::Approximately) => {
            // "some of the 50" is not adjacent; "the estimated 300" is.
            if word(at) == "some" && matches!(kind, FigureKind::Date | FigureKind::Ordinal)
                || matches!(word(at), "reported" | "maybe" | "perhaps")
            {
                return None;
            }
            Bound::About
        }
        ">" => Bound::Over,
        "<" => Bound::Under,
        "≥" => Bound::AtLeast,
        "≤" => Bound::AtMost,
        "minimum" => Bound::AtLeast,
        "maximum" => Bound::AtMost,
        _ => return None,
    })
}

/// "raised $5m over three years", "spread over two days": during, not more than.
fn during(reader: &Reader, first: usize, at: usize) -> bool {
    let before = reader.before(first, at + 1);
    let i = first.saturating_sub(at + 1);
    (matches!(before, "%") || crate::lexicon::is(before, Class::OverNot)) || reader.is_digits(i)
}

fn after(reader: &Reader, end: usize) -> Option<Bound> {
    let word = reader.lower(end);
    match (word, reader.lower(end + 1)) {
        (
            "or" | "and",
            "more" | "above" | "over" | "older" | "greater" | "higher" | "longer" | "up" | "upwards"
            | "later" | "better",
        ) => {
            // "20 and more than 30"
            (reader.lower(end + 2) != "than" || word == "or").then_some(Bound::AtLeast)
        }
        ("or" | "and", "less" | "under" | "below" | "fewer" | "younger" | "lower" | "shorter") => {
            Some(Bound::AtMost)
        }
        ("or", "so" | "thereabouts") => Some(Bound::About),
        ("-", "plus" | "odd") if reader.glued(end) => {
            Some(if reader.lower(end + 1) == "plus" { Bound::AtLeast } else { Bound::About })
        }
        ("-", "ish") | ("ish", _) if reader.glued(end) => Some(Bound::About),
        ("+", _) if reader.glued(end) && !reader.is_digits(end + 1) => Some(Bound::AtLeast),
        ("plus", next)
            if !next.is_empty()
                && !reader.is_digits(end + 1)
                && reader.gap(end) != crate::token::Gap::Block =>
        {
            None
        }
        _ => None,
    }
}
