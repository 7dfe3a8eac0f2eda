//! Neighbours that are one figure: ranges, dates with times.
//!
//! "10 to 15 percent", "$3-5 million", "between 50 and 60", "2014–2016", "June 27-30", "10 a.m. on
//! Tuesday". A score or vote ("won 3-1") is one figure without a value, and no range.

use super::Atom;
use super::calendar::{Date, When};
use super::numeral::Form;
use super::reader::{Reader, is_dash};
use crate::annotation::FigureKind as Kind;

/// The figure that the two make, if they do.
pub(super) fn join(reader: &Reader, left: &Atom, right: &Atom) -> Option<Atom> {
    if right.first < left.end || right.first - left.end > 4 || left.until.is_some() && right.until.is_some() {
        return None;
    }
    let glue = Glue::read(reader, left, right)?;
    match glue {
        Glue::Range { .. } => range(reader, left, right, glue),
        Glue::Beside(_) => beside(reader, left, right, glue),
    }
}

/// A number beside a figure whose kind it shares: "aged 15 and 17".
pub(super) fn alike(reader: &Reader, left: &Atom, mut right: Atom) -> Atom {
    let ties = right.first == left.end + 1 && matches!(reader.lower(left.end), "and" | "or");
    let years = right.kind == Kind::Number && right.value.is_some_and(|v| (0.0..=120.0).contains(&v));
    if left.kind == Kind::Age && ties && years && !super::counted::counts_people_or_things(reader, right.end)
    {
        right.kind = Kind::Age;
        right.unit = left.unit.clone();
    }
    right
}

/// What stands between two figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Glue {
    /// A word or mark of ranges; `dash` where it is a mark without spaces.
    Range { dash: bool, or: bool },
    /// Nothing, or a word that ties a time to a date.
    Beside(Tie),
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
            ["to" | "through" | "until" | "till" | "thru", "", ..] => Self::Range { dash: false, or: false },
            ["-", "to", "-", _] => Self::Range { dash: false, or: false },
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

/// Whether a word such as "between" stands before the figure, an article or bound aside.
fn opens(reader: &Reader, atom: &Atom, word: &str) -> bool {
    reader.before(atom.first, 1) == word
        || reader.before(atom.first, 2) == word
            && matches!(reader.before(atom.first, 1), "the" | "about" | "around" | "late" | "early" | "mid")
}

fn range(reader: &Reader, left: &Atom, right: &Atom, glue: Glue) -> Option<Atom> {
    let Glue::Range { dash, or } = glue else { return None };
    if left.score || right.score {
        return None;
    }
    let mut joined = right.clone();
    joined.first = left.first;
    if let (Some(from), Some(until)) = (left.when, right.when) {
        if or || left.until.is_some() || right.until.is_some() {
            return None;
        }
        // "Tuesday to 2019" is none, "this May to Oct 2020" is one.
        let alike = from.has_date() == until.has_date() && from.clock.is_some() == until.clock.is_some()
            || from.has_date() && from.clock.is_some() && until.clock.is_some();
        let from = fill(from, until);
        joined.kind = if from.has_time() { Kind::Time } else { Kind::Date };
        joined.when = Some(from);
        joined.until = Some(follow(until, from));
        return alike.then_some(joined);
    }
    if let Some(joined) = half_dated(left, right, or) {
        return Some(joined);
    }
    if left.range.is_some() || right.range.is_some() || left.when.is_some() || right.when.is_some() {
        return None;
    }
    let (low, high) = (left.value?, right.value?);
    if matches!(left.form, Form::Vague) || left.kind == Kind::Ordinal && right.kind != Kind::Ordinal {
        return None;
    }
    if let Some(joined) = hours(reader, left, right) {
        return Some(joined);
    }
    // Which of the two says the unit for both.
    let shares = left.kind == Kind::Number
        || left.kind == right.kind && left.unit == right.unit
        || left.kind == Kind::Money && right.kind == Kind::Number
        || left.kind == Kind::Age && right.kind == Kind::Number;
    if !shares {
        return None;
    }
    let both = left.kind == right.kind && left.kind != Kind::Number;
    let between = opens(reader, left, "between");
    // "rose from 5 percent to 10 percent" tells two figures.
    if both && !dash && !between && !or && left.kind != Kind::Money && left.kind != Kind::Age {
        return None;
    }
    if both && left.kind == Kind::Money && !dash && !between && (reader.before(left.first, 1) == "from" || or)
    {
        return None;
    }
    if or && (left.kind != Kind::Number || high <= low || high > low * 3.0 + 1.0) {
        return None;
    }
    if left.kind == Kind::Number && right.kind == Kind::Number {
        if is_score(reader, left, right, dash) {
            joined.score = true;
            joined.value = None;
            joined.form = Form::Marked;
            return Some(joined);
        }
        // "it moved 2,000 to 1" and "put two to work" are no ranges.
        if low >= high && right.scale == 0 && !between {
            return None;
        }
    }
    // "$3-5 million": the magnitude is the left one's too.
    let mut low = low;
    if right.scale > 0 && left.scale == 0 && low < 1000.0 {
        low = super::numeral::Decimal { mantissa: low, exponent: right.scale }.value();
        if !matches!(left.form, Form::Plain(_) | Form::Words) {
            low = (low * 1e6).round() / 1e6;
        }
    }
    if left.kind == Kind::Money && right.kind == Kind::Number || left.kind == Kind::Age {
        joined.kind = left.kind;
        joined.unit = left.unit.clone();
    }
    // A coin or a hyphened unit scales both: "20 to 30 cents".
    if right.kind == Kind::Money && left.kind == Kind::Number && in_coins(reader, right) {
        low /= 100.0;
    }
    joined.value = None;
    joined.iso = None;
    joined.range = Some(if low <= high { (low, high) } else { (high, low) });
    joined.form = Form::Words;
    Some(joined)
}

/// "between 0730 and 0930": four digits with a zero before them.
fn hours(reader: &Reader, left: &Atom, right: &Atom) -> Option<Atom> {
    let clock = |atom: &Atom| {
        let value = atom.value.filter(|_| atom.kind == Kind::Number && atom.form == Form::Plain(4))? as u16;
        let clock = super::calendar::Clock {
            hour: (value / 100) as u8,
            minute: Some((value % 100) as u8),
            fixed: true,
            ..Default::default()
        };
        (value < 2400 && value % 100 < 60).then_some(When { clock: Some(clock), ..When::default() })
    };
    let (from, until) = (clock(left)?, clock(right)?);
    if !reader.lower(left.first).starts_with('0') {
        return None;
    }
    let mut joined = Atom::new(left.first, right.end, Kind::Time, Form::Words);
    (joined.when, joined.until) = (Some(from), Some(until));
    Some(joined)
}

/// Whether the amount is counted in a coin.
fn in_coins(reader: &Reader, atom: &Atom) -> bool {
    matches!(reader.lower(atom.end - 1), "cent" | "cents" | "pence" | "p" | "¢")
}

/// "8-9am", "June 27-30", "9 to 12 of June", "april 9th through 17th", "2014-16".
fn half_dated(left: &Atom, right: &Atom, or: bool) -> Option<Atom> {
    if or || left.until.is_some() || right.until.is_some() {
        return None;
    }
    let mut joined = right.clone();
    joined.first = left.first;
    let whole = |atom: &Atom| {
        atom.value
            .filter(|v| {
                v.fract() == 0.0
                    && (0.0..=2200.0).contains(v)
                    && matches!(atom.kind, Kind::Number | Kind::Ordinal)
            })
            .map(|v| v as u32)
    };
    match (left.when, right.when, whole(left), whole(right)) {
        (None, Some(until), Some(number), _) if until.clock.is_some() && number <= 24 => {
            let clock = until.clock?;
            let mut from = until;
            let mut start =
                super::calendar::Clock { hour: number as u8, minute: None, second: None, ..clock };
            // "3-8pm" starts in the afternoon, "11-1pm" in the morning.
            if clock.hour >= 12 && number < 12 && (number as u8) + 12 <= clock.hour {
                start.hour += 12;
            }
            from.clock = Some(start);
            joined.kind = Kind::Time;
            joined.when = Some(from);
            joined.until = Some(until);
            Some(joined)
        }
        (None, Some(until), Some(number), _)
            if until.day.is_some() && until.month.is_some() && (1..=31).contains(&number) =>
        {
            joined.when = Some(When { day: Some(number as u8), weekday: None, ..until });
            joined.until = Some(until);
            Some(joined)
        }
        (Some(from), None, _, Some(number))
            if from.day.is_some()
                && from.month.is_some()
                && (1..=31).contains(&number)
                && from.clock.is_none() =>
        {
            joined.kind = Kind::Date;
            joined.value = None;
            joined.when = Some(from);
            joined.until = Some(When { day: Some(number as u8), weekday: None, ..from });
            Some(joined)
        }
        (Some(from), None, _, Some(number))
            if from.year.is_some()
                && from.month.is_none()
                && !from.decade
                && matches!(right.form, Form::Plain(2)) =>
        {
            let year = from.year? / 100 * 100 + number as i32;
            joined.kind = Kind::Date;
            joined.value = None;
            joined.when = Some(from);
            joined.until = Some(When { year: Some(year), ..When::default() });
            (year > from.year?).then_some(joined)
        }
        (Some(from), None, _, Some(number))
            if from.clock.is_some() && number <= 24 && right.kind == Kind::Number =>
        {
            let mut until = from;
            until.clock = Some(super::calendar::Clock {
                hour: number as u8,
                minute: None,
                second: None,
                ..from.clock?
            });
            joined.kind = Kind::Time;
            joined.value = None;
            joined.when = Some(from);
            joined.until = Some(until);
            matches!(right.form, Form::Plain(1..=2)).then_some(joined)
        }
        _ => None,
    }
}

/// What the start of a range leaves to its end: "May to Oct 2020", "3 to 5 p.m. on Friday".
fn fill(from: When, until: When) -> When {
    let mut from = from;
    if from.year.is_none() && from.month.is_some() && until.year.is_some() && until.month.is_some() {
        from.year = until.year;
    }
    if let (Some(start), Some(end)) = (&mut from.clock, until.clock)
        && !start.fixed
        && end.fixed
    {
        if end.hour >= 12 && start.hour < 12 && start.hour + 12 <= end.hour {
            start.hour += 12;
        }
        start.fixed = true;
        start.universal = end.universal;
    }
    from
}

/// What the end of a range leaves to its start: "2 to 4 p.m." after a date, "from Jan 5 to 9".
fn follow(until: When, from: When) -> When {
    if until.has_date() || !from.has_date() {
        return until;
    }
    When { clock: until.clock, part: until.part, ..from }
}

/// A time beside a date, or a date beside a larger one.
fn beside(reader: &Reader, left: &Atom, right: &Atom, glue: Glue) -> Option<Atom> {
    let Glue::Beside(tie) = glue else { return None };
    let mut joined = left.clone();
    joined.end = right.end;
    if let Some(joined) = bare_hour(reader, left, right, tie).or_else(|| away(reader, left, right, tie)) {
        return Some(joined);
    }
    let (from, to) = (left.when?, right.when?);
    let (dates, times) = (from.has_date() && to.has_date(), from.has_time() && to.has_time());
    if tie == Tie::Of {
        return None;
    }
    if dates || times && from.clock.is_some() == to.clock.is_some() {
        return None;
    }
    // "Monday morning at 9": a part of a day and a clock time agree.
    if tie == Tie::Order && !(from.has_date() && to.clock.is_some()) {
        return None;
    }
    if left.until.is_some() && right.until.is_some()
        || from.formless
        || to.formless
        || from.holiday
        || to.holiday
    {
        return None;
    }
    // A bare year and a time are not one: "2022, 10:30".
    let vague = |when: &When| {
        when.has_date()
            && when.day.is_none()
            && when.weekday.is_none()
            && !matches!(when.shift, Some((super::lexicon::Period::Day, _)))
    };
    if vague(&from) || vague(&to) {
        return None;
    }
    let mut when = from.joined(to);
    when.part = when.part.filter(|_| when.clock.is_none());
    joined.kind = Kind::Time;
    joined.when = Some(when);
    joined.until = match (left.until, right.until) {
        (Some(until), None) => Some(until.joined(to)),
        (None, Some(until)) => Some(until.joined(from)),
        _ => None,
    };
    if let Some(until) = &mut joined.until {
        until.part = until.part.filter(|_| until.clock.is_none());
    }
    Some(joined)
}

/// "two weeks before Christmas", "three days from today"
fn away(reader: &Reader, left: &Atom, right: &Atom, tie: Tie) -> Option<Atom> {
    let to = right.when.filter(|when| !when.has_time() && right.until.is_none())?;
    let fixed = to.holiday
        || to.month.is_some() && to.day.is_some()
        || matches!(to.shift, Some((super::lexicon::Period::Day, _)));
    let period = left.period.filter(|_| left.kind == Kind::Duration && tie == Tie::Order && fixed)?;
    let count = left.value.filter(|v| v.fract() == 0.0 && (0.0..10_000.0).contains(v))? as i32;
    let count = match reader.lower(left.end) {
        "before" => -count,
        "after" | "from" => count,
        _ => return None,
    };
    let mut joined = Atom::new(left.first, right.end, Kind::Date, Form::Words);
    joined.when = Some(to.moved(period, count));
    Some(joined)
}

/// "Saturday at 5"
fn bare_hour(reader: &Reader, left: &Atom, right: &Atom, tie: Tie) -> Option<Atom> {
    let day = left.when.filter(|when| (when.weekday.is_some() || when.day.is_some()) && !when.has_time())?;
    let hour = right.value.filter(|v| (1.0..=24.0).contains(v) && v.fract() == 0.0)?;
    let at = tie == Tie::Preposition && reader.lower(right.first - 1) == "at" && left.until.is_none();
    let bare = right.kind == Kind::Number
        && matches!(right.form, Form::Plain(1..=2))
        && matches!(reader.lower(right.end), "" | "." | "," | ";" | "?" | "and" | "in" | "to" | "for");
    if !at || !bare {
        return None;
    }
    let mut joined = left.clone();
    joined.end = right.end;
    joined.kind = Kind::Time;
    joined.when =
        Some(When { clock: Some(super::calendar::Clock { hour: hour as u8, ..Default::default() }), ..day });
    Some(joined)
}

/// A score, vote or ratio: "won 3-1", "a 7-5 vote", "6-4, 7-6", "50-50".
fn is_score(reader: &Reader, left: &Atom, right: &Atom, dash: bool) -> bool {
    let odds = !dash
        && matches!(
            reader.lower(right.end),
            "margin" | "ratio" | "odds" | "favorite" | "favourite" | "vote" | "majority" | "shot"
        );
    if !(dash || odds)
        || !matches!(left.form, Form::Plain(1..=3) | Form::Words)
        || !matches!(right.form, Form::Plain(1..=3) | Form::Words)
    {
        return false;
    }
    let (Some(low), Some(high)) = (left.value, right.value) else { return false };
    if low >= high || odds {
        return true;
    }
    let telling = |word: &str| {
        matches!(
            word,
            "won"
                | "win"
                | "wins"
                | "winning"
                | "beat"
                | "beats"
                | "beating"
                | "lost"
                | "lose"
                | "loss"
                | "losing"
                | "defeat"
                | "defeated"
                | "defeats"
                | "victory"
                | "draw"
                | "drew"
                | "tie"
                | "tied"
                | "vote"
                | "voted"
                | "ruled"
                | "ruling"
                | "score"
                | "lead"
                | "led"
                | "leads"
                | "leading"
                | "trailing"
                | "trailed"
                | "down"
                | "decision"
                | "majority"
                | "record"
                | "scoreline"
                | "result"
                | "triumph"
                | "thrashed"
                | "edged"
                | "set"
                | "sets"
                | "finished"
        )
    };
    (1..=4).any(|back| telling(reader.before(left.first, back)))
        || (0..=2).any(|ahead| telling(reader.lower(right.end + ahead)))
}

/// The ISO 8601 interval of a range of dates or times.
pub(super) fn interval(from: When, until: When, reference: Option<Date>) -> Option<String> {
    let (start, end) = (from.iso(reference)?, until.iso(reference)?);
    Some(format!("{start}/{end}"))
}
