//! Neighbours that are one figure: ranges, dates with times.
//!
//! "10 to 15 percent", "$3-5 million", "between 50 and 60", "2014–2016", "June 27-30" (`range`);
//! "10 a.m. on Tuesday" (`beside`). A score or vote ("won 3-1") is one figure without a value, and
//! no range (`score`). What stands between the two tells which it may be. Missed: a range whose
//! ends stand more than three words apart.

mod beside;
mod range;
mod score;

use super::atom::Atom;
use super::calendar::When;
use super::counted;
use super::day::Date;
use super::numeral::Form;
use super::period::duration_iso;
use super::reader::{Reader, is_dash};
use crate::annotation::FigureKind as Kind;
use crate::rule::Rule;
use beside::beside;
use range::range;

/// The rules of this folder, in order.
pub(super) static RULES: &[&Rule] = &[
    &beside::HOUR,
    &beside::AWAY,
    &beside::MONTH_OF_YEAR,
    &beside::DAY_OF_WEEK,
    &beside::DATE_TIME,
    &range::RANGE,
    &range::SCORE,
    &ALIKE,
    &DAY,
    &SUSPENDED,
];

pub(super) static ALIKE: Rule = Rule {
    id: "figure.another-age",
    says: "A number tied to an age is one.",
    fires: &["a girl aged 15 and 17, died"],
    spares: &["a girl aged 15 and 17 cows died"],
};

pub(super) static DAY: Rule = Rule {
    id: "figure.another-day",
    says: "A number tied to a day of a month is another day.",
    fires: &["on March 17, 18 and 19, at"],
    spares: &["on March 17, 18 people at"],
};

pub(super) static SUSPENDED: Rule = Rule {
    id: "figure.suspended",
    says: "A number that hangs on a hyphen has the unit of the next one.",
    fires: &["14- and 15-year-olds"],
    spares: &["14 and 15-year-olds"],
};

/// The figure that the two make, if they do.
pub(super) fn join(reader: &Reader, left: &Atom, right: &Atom) -> Option<Atom> {
    if right.first < left.end || right.first - left.end > 4 || left.until.is_some() && right.until.is_some() {
        return None;
    }
    let glue = Glue::read(reader, left, right)?;
    match glue {
        Glue::Range { .. } => range(reader, left, right, glue).filter(|joined| {
            let rule = if joined.score { &range::SCORE } else { &range::RANGE };
            rule.acts(reader.span(joined.first, joined.end))
        }),
        Glue::Beside(_) => beside(reader, left, right, glue),
    }
}

/// A number beside a figure whose kind it shares: "aged 15 and 17".
pub(super) fn alike(reader: &Reader, left: &Atom, mut right: Atom) -> Atom {
    // "aged 6, 9 and 12"
    let listed = reader.lower(left.end) == ","
        && matches!(reader.lower(right.end), "and" | "or" | ",")
        && reader.is_digits(right.end + 1)
        && (1..=8).any(|back| matches!(reader.before(left.first, back), "aged" | "ages"));
    let ties = right.first == left.end + 1 && (matches!(reader.lower(left.end), "and" | "or") || listed);
    let years = right.kind == Kind::Number && right.value.is_some_and(|v| (0.0..=120.0).contains(&v));
    if left.kind == Kind::Age
        && ties
        && years
        && !counted::counts_people_or_things(reader, right.end)
        && ALIKE.acts(reader.span(right.first, right.end))
    {
        right.kind = Kind::Age;
        right.unit = left.unit.clone();
    }
    if let Some(when) = another_day(reader, left, &right)
        && DAY.acts(reader.span(right.first, right.end))
    {
        right.kind = Kind::Date;
        right.value = None;
        right.when = Some(when);
    }
    right
}

/// "14- and 15-year-olds", "two- and three-year terms": a number whose noun stands behind the next one.
pub(super) fn suspended(reader: &Reader, left: &mut Atom, right: &Atom) {
    let hangs = left.kind == Kind::Number
        && reader.lower(left.end) == "-"
        && reader.glued(left.end)
        && matches!(reader.lower(left.end + 1), "and" | "or" | ",")
        && right.first == left.end + 2;
    if hangs
        && matches!(right.kind, Kind::Age | Kind::Duration | Kind::Quantity)
        && reader.hyphen(right.first + 1)
        && SUSPENDED.acts(reader.span(left.first, left.end))
    {
        (left.kind, left.unit, left.period) = (right.kind, right.unit.clone(), right.period);
        if let (Kind::Duration, Some(value), Some(period)) = (left.kind, left.value, left.period) {
            left.iso = duration_iso(value, period);
        }
    }
}

/// "March 17, 18 and 19": a number that is one more day of the month.
fn another_day(reader: &Reader, left: &Atom, right: &Atom) -> Option<When> {
    let when = left.when.filter(|when| {
        let day = when.month.is_some() && when.day.is_some() && !when.holiday;
        left.kind == Kind::Date && day && left.until.is_none()
    })?;
    let bare = right.kind == Kind::Number && matches!(right.form, Form::Plain(1..=2));
    let day = right.value.filter(|v| bare && (1.0..=31.0).contains(v))?;
    let next = reader.lower(right.end);
    let between = (reader.lower(left.end), right.first.checked_sub(left.end)?);
    let tied = match between {
        ("and" | "or", 1) => true,
        (",", 1) => matches!(next, "and" | "or") && reader.is_digits(right.end + 1),
        (",", 2) => reader.lower(left.end + 1) == "and",
        _ => false,
    };
    let ends = matches!(next, "" | "," | "." | ";" | ")" | "and" | "or" | "at" | "in" | "for");
    (tied && ends).then_some(When { day: Some(day as u8), weekday: None, ..when })
}

/// The ISO 8601 interval of a range of dates or times.
pub(super) fn interval(from: When, until: When, reference: Option<Date>) -> Option<String> {
    let (start, mut end) = (from.iso(reference)?, until.iso(reference)?);
    // "next Monday to Friday", "from Friday to Monday": the end is the first one after the start.
    let ends = (start.parse::<Date>(), end.parse::<Date>());
    if let (Ok(first), Ok(last)) = ends
        && until.year.is_none()
        && until.month.is_none()
        && until.weekday.is_some()
        && until.clock.is_none()
    {
        let week = (last.number() - first.number()).rem_euclid(7);
        end.replace_range(..10, &first.plus(week).to_string());
    }
    Some(format!("{start}/{end}"))
}

/// What stands between two figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Glue {
    /// A word or mark of ranges; `dash` where it is a mark without spaces.
    Range { dash: bool, or: bool },
    /// Nothing, or a word that ties a time to a date.
    Beside(Tie),
}

impl Glue {
    fn read(reader: &Reader, left: &Atom, right: &Atom) -> Option<Self> {
        let between = (left.end..right.first).map(|i| reader.lower(i));
        let words: [&str; 4] = {
            let mut words = [""; 4];
            between.zip(words.iter_mut()).for_each(|(word, slot)| *slot = word);
            words
        };
        let from_between = opens(reader, left, "between");
        Some(match words {
            ["", ..] => Self::Beside(Tie::Nothing),
            [dash, "", ..] if is_dash(dash) => {
                let glued = reader.glued(left.end) && reader.glued(right.first);
                let spaced = !reader.glued(left.end) && !reader.glued(right.first) && dash != "—";
                (glued || spaced).then_some(Self::Range { dash: glued, or: false })?
            }
            // "the 2019/20 season"
            ["/", "", ..]
                if reader.glued(left.end)
                    && reader.glued(right.first)
                    && left.when.is_some_and(|when| when.year.is_some() && when.month.is_none())
                    && right.form == Form::Plain(2) =>
            {
                Self::Range { dash: true, or: false }
            }
            // "a ratio of 3:1"
            [":", "", ..] if reader.glued(left.end) && reader.glued(right.first) => {
                Self::Range { dash: true, or: false }
            }
            ["to" | "through" | "until" | "till" | "thru", "", ..] => Self::Range { dash: false, or: false },
            // "18-to-24", "12- to 15-year-olds"
            ["-", "to", "-" | "", _] => Self::Range { dash: false, or: false },
            ["and", "", ..] if from_between => Self::Range { dash: false, or: false },
            ["to" | "and", word, "", _]
                if from_between
                    || matches!(word, "about" | "around" | "nearly" | "late" | "early" | "mid" | "the") =>
            {
                if words[0] == "and" && !from_between {
                    return None;
                }
                Self::Range { dash: false, or: false }
            }
            // "2007 to the start of 2008"
            ["to" | "until" | "through", "the", "start" | "end" | "beginning" | "middle", "of"] => {
                Self::Range { dash: false, or: false }
            }
            // "greater than 100 and smaller than 300", "above a quarter and below a half"
            ["and", "smaller" | "less" | "lower" | "fewer", "than", ""]
            | ["and", "below" | "under", "" | "a", ""]
                if matches!(reader.before(left.first, 1), "than" | "above" | "over") =>
            {
                Self::Range { dash: false, or: false }
            }
            ["or", "", ..] => Self::Range { dash: false, or: true },
            [",", "", ..] => Self::Beside(Tie::Comma),
            ["on" | "at" | "@" | "t", "", ..] => Self::Beside(Tie::Preposition),
            [",", "at" | "on", "", _] => Self::Beside(Tie::Preposition),
            ["before" | "after" | "by" | "from" | "between", "", ..] => Self::Beside(Tie::Order),
            ["of", "", ..] | ["of", "the", "", _] => Self::Beside(Tie::Of),
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    Nothing,
    Comma,
    /// "on", "at", "@"
    Preposition,
    /// "before", "after", "by"
    Order,
    Of,
}

/// Whether a word such as "between" stands before the figure, an article or bound aside.
pub(super) fn opens(reader: &Reader, atom: &Atom, word: &str) -> bool {
    reader.before(atom.first, 1) == word
        || reader.before(atom.first, 2) == word
            && matches!(reader.before(atom.first, 1), "the" | "about" | "around" | "late" | "early" | "mid")
        || reader.before(atom.first, 1) == "of"
            && matches!(reader.before(atom.first, 2), "age" | "ages")
            && (3..=4).any(|back| reader.before(atom.first, back) == word)
}
