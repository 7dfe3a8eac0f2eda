//! Times of day: "10:30 a.m.", "8.30pm", "0600 GMT", "ten o'clock", "5 in the afternoon", "noon".
//!
//! A zone ("EST", "Eastern time", "local time") belongs to the span; only GMT and UTC enter the ISO
//! form. Race times ("2:03.15") are durations. Missed: hours without a sign of being one ("at five").

use super::calendar::{Clock, When};
use super::date::Found;
use super::lexicon::{Calendar, DayPart, Period};
use super::numeral::{Form, Numeral, plain_digits};
use super::reader::Reader;
use crate::lexicon::Class;
use crate::token::{Case, Gap, TokenKind};

/// A time of day from digits or number words, or a race time in seconds.
pub(super) enum Timed {
    At(Found),
    /// The end, and how many seconds.
    Lasting(usize, f64),
}

/// The time that a numeral starts.
pub(super) fn from_numeral(reader: &Reader, numeral: &Numeral) -> Option<Timed> {
    let i = numeral.first;
    if reader.is_digits(i) {
        if reader.lower(i + 1) == ":" && reader.glued(i + 1) && reader.glued(i + 2) {
            return colon(reader, i);
        }
        if let Some(found) = digits_and_half(reader, i) {
            return Some(Timed::At(found));
        }
    }
    let hour = numeral.value?.value();
    if let Some(found) = past_the_hour(reader, numeral) {
        return Some(Timed::At(found));
    }
    if !matches!(numeral.form, Form::Plain(1..=2) | Form::Words)
        || hour.fract() != 0.0
        || !(0.0..=24.0).contains(&hour)
    {
        return None;
    }
    let hour = hour as u8;
    let mut end = numeral.end;
    let clock = |hour: u8, fixed: bool| Clock { hour, minute: None, second: None, fixed, universal: false };
    let mut time = match reader.lower(end) {
        "o'clock" => {
            end += 1;
            clock(hour, false)
        }
        "am" | "a.m" | "a.m." | "pm" | "p.m" | "p.m." if (1..=12).contains(&hour) => {
            let half = half_of_day(reader, end)?;
            end += 1;
            clock(twelve(hour, half), true)
        }
        _ => clock(hour, false),
    };
    if let Some((part, after)) = in_the_part(reader, end).filter(|_| (1..=12).contains(&hour)) {
        end = after;
        time = clock(twelve(hour, part != DayPart::Morning && !(part == DayPart::Night && hour < 5)), true);
    }
    if end == numeral.end {
        return None;
    }
    end = zone(reader, end, &mut time);
    Some(Timed::At(Found { first: i, end, when: When { clock: Some(time), ..When::default() } }))
}

/// "15 past seven o'clock", "20 minutes past eight", "half past six".
fn past_the_hour(reader: &Reader, numeral: &Numeral) -> Option<Found> {
    let minute = numeral.value?.value() * if numeral.form == Form::Fraction { 60.0 } else { 1.0 };
    let mut at = numeral.end;
    if matches!(reader.lower(at), "minutes" | "minute" | "min" | "mins") {
        at += 1;
    }
    if reader.lower(at) != "past" || reader.gap(at + 1) == Gap::Block || !(0.0..60.0).contains(&minute) {
        return None;
    }
    let hour = super::numeral::parse(reader, at + 1)
        .filter(|n| n.first == at + 1 && matches!(n.form, Form::Plain(1..=2) | Form::Words))?;
    let value = hour.value?.value();
    if !(1.0..=12.0).contains(&value) || super::counted::counts_people_or_things(reader, hour.end) {
        return None;
    }
    let mut clock = Clock { hour: value as u8, minute: Some(minute as u8), ..Clock::default() };
    let mut end = hour.end;
    if reader.lower(end) == "o'clock" {
        end += 1;
    }
    if let Some((part, after)) = in_the_part(reader, end) {
        clock.hour = twelve(clock.hour, part != DayPart::Morning);
        clock.fixed = true;
        end = after;
    }
    Some(Found { first: numeral.first, end, when: When { clock: Some(clock), ..When::default() } })
}

/// "noon", "midnight", with a zone.
pub(super) fn from_word(reader: &Reader, i: usize) -> Option<Found> {
    let Calendar::Clock(hour) = reader.lex(i).calendar else { return None };
    let mut clock = Clock { hour, minute: Some(0), second: None, fixed: true, universal: false };
    let end = zone(reader, i + 1, &mut clock);
    Some(Found { first: i, end, when: When { clock: Some(clock), ..When::default() } })
}

/// "10:30", "17:49:19", "7:56:30 am"; "2:03.15" and "2:03:15" without more are race times.
fn colon(reader: &Reader, i: usize) -> Option<Timed> {
    let hour = plain_digits(reader, i)?;
    if reader.text(i).len() > 2 {
        return None;
    }
    let text = reader.text(i + 2);
    if let Some((seconds, part)) = text.split_once('.') {
        // "2:03.15"; "8:00.": a full stop is not in the token.
        let whole: u32 = seconds.parse().ok().filter(|s| *s < 60)?;
        let value: u32 = part.parse().ok().filter(|_| (1..=3).contains(&part.len()))?;
        let thousandths = value * 10u32.pow(3 - part.len() as u32);
        let total = f64::from((hour * 60 + whole) * 1000 + thousandths) / 1000.0;
        return Some(Timed::Lasting(i + 3, total));
    }
    let minute = plain_digits(reader, i + 2).filter(|m| *m < 60 && text.len() == 2)?;
    let mut clock = Clock { hour: hour as u8, minute: Some(minute as u8), ..Clock::default() };
    let mut end = i + 3;
    let mut third = None;
    if reader.lower(end) == ":" && reader.glued(end) && reader.glued(end + 1) {
        let text = reader.text(end + 1);
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let second: u32 = whole.parse().ok().filter(|s| *s < 60 && whole.len() == 2)?;
        third = Some((second, part));
        clock.second = Some(second as u8);
        end += 2;
    }
    if hour > 24 {
        return None;
    }
    if let Some(half) = half_of_day(reader, end).filter(|_| (1..=12).contains(&hour)) {
        clock.hour = twelve(hour as u8, half);
        clock.fixed = true;
        end += 1;
    } else if let Some((part, after)) = in_the_part(reader, end).filter(|_| (1..=12).contains(&hour)) {
        clock.hour = twelve(hour as u8, part != DayPart::Morning);
        clock.fixed = true;
        end = after;
    }
    // "with 1:05 left"
    let left = matches!(reader.lower(end), "left" | "remaining")
        || reader.lower(end) == "to" && matches!(reader.lower(end + 1), "go" | "play");
    if left && !clock.fixed && third.is_none() {
        return Some(Timed::Lasting(end, f64::from(hour * 60 + minute)));
    }
    let before_zone = end;
    end = zone(reader, end, &mut clock);
    let before = reader.before(i, 1);
    let race = matches!(before, "in" | "of" | "clocked" | "clocking" | "ran" | "timed") && !clock.fixed;
    if let Some((second, part)) = third
        && !clock.fixed
        && end == before_zone
        && !(matches!(before, "@" | "-") || crate::lexicon::is(before, Class::BeforeTime))
        && (hour < 13 || race)
        && !reader.is_digits(i.wrapping_sub(1))
    {
        let thousandths: f64 =
            part.parse::<u32>().map_or(0.0, |p| f64::from(p) / 10f64.powi(part.len().min(9) as i32));
        return Some(Timed::Lasting(end, f64::from(hour * 3600 + minute * 60 + second) + thousandths));
    }
    if race && before != "in" && third.is_none() && end == before_zone {
        return Some(Timed::Lasting(end, f64::from(hour * 60 + minute)));
    }
    // "a 4:3 ratio" never comes here: minutes have two digits.
    Some(Timed::At(Found { first: i, end, when: When { clock: Some(clock), ..When::default() } }))
}

/// "3pm", "8.30pm", "1140 a.m.", "0600 GMT".
fn digits_and_half(reader: &Reader, i: usize) -> Option<Found> {
    let text = reader.text(i);
    let (hour, minute) = match text.split_once('.') {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, Some(minute.parse().ok()?)),
        Some(_) => return None,
        None if text.len() <= 2 => (plain_digits(reader, i)?, None),
        None if text.len() <= 4 => {
            let digits = plain_digits(reader, i)?;
            (digits / 100, Some(digits % 100))
        }
        None => return None,
    };
    let mut end = i + 1;
    let mut clock = Clock { minute: minute.map(|m: u32| m as u8), ..Clock::default() };
    if hour > 24 || minute.is_some_and(|m| m > 59) {
        return None;
    }
    clock.hour = hour as u8;
    if let Some(half) = half_of_day(reader, end).filter(|_| (1..=12).contains(&hour)) {
        clock.hour = twelve(clock.hour, half);
        clock.fixed = true;
        end = zone(reader, end + 1, &mut clock);
    } else if text.len() == 4 && !text.contains('.') {
        let after = zone(reader, end, &mut clock);
        // "0600 hours"; "1500 hours" are a duration.
        let hours = matches!(reader.lower(end), "hours" | "hrs")
            && (text.starts_with('0') || matches!(reader.before(i, 1), "at" | "until" | "by"));
        if after == end && !hours {
            return None;
        }
        end = if hours { end + 1 } else { after };
        clock.fixed = true;
    } else if text.contains('.') {
        let after = zone(reader, end, &mut clock);
        if after == end {
            return None;
        }
        end = after;
    } else {
        return None;
    }
    Some(Found { first: i, end, when: When { clock: Some(clock), ..When::default() } })
}

/// Whether the token says "p.m." (true) or "a.m." (false).
fn half_of_day(reader: &Reader, i: usize) -> Option<bool> {
    match reader.lower(i) {
        "pm" | "p.m" | "p.m." => Some(true),
        "am" | "a.m" | "a.m." => Some(false),
        "a" if reader.glued(i) && matches!(reader.lower(i + 1), "." | "") => Some(false),
        "p" if reader.glued(i) && matches!(reader.lower(i + 1), ".") && reader.before(i, 2) == ":" => {
            Some(true)
        }
        _ => None,
    }
}

fn twelve(hour: u8, afternoon: bool) -> u8 {
    match (hour, afternoon) {
        (12, false) => 0,
        (12, true) => 12,
        (hour, true) if hour < 12 => hour + 12,
        (hour, _) => hour,
    }
}

/// "in the morning", "at night"
fn in_the_part(reader: &Reader, i: usize) -> Option<(DayPart, usize)> {
    let at = match (reader.lower(i), reader.lower(i + 1)) {
        ("early" | "late", "morning" | "evening") => i + 1,
        ("in", "the") => i + 2,
        ("at", "night") => i + 1,
        _ => return None,
    };
    match reader.lex(at).calendar {
        Calendar::Part(part) => Some((part, at + 1)),
        _ => None,
    }
}

/// Takes a zone at `i` into the clock and gives the token after it.
fn zone(reader: &Reader, i: usize, clock: &mut Clock) -> usize {
    if reader.kind(i) != TokenKind::Word || reader.gap(i) == Gap::Block {
        return i;
    }
    if reader.case(i) != Case::Upper {
        return zone_in_words(reader, i);
    }
    match reader.stem(i) {
        "gmt" | "utc" | "z" => {
            clock.universal = true;
            clock.fixed = true;
        }
        word if crate::lexicon::is(word, Class::ClockZone) => {
            // Hours of a zone are written for its clock; the offset depends on the day.
        }
        _ => return i,
    }
    i + 1
}

/// "local time", "Eastern", "Pacific Standard Time", "Moscow time": the token after it.
fn zone_in_words(reader: &Reader, i: usize) -> usize {
    let word = reader.lower(i);
    let zone = matches!(word, "eastern" | "central" | "mountain" | "pacific" | "atlantic");
    let middle = usize::from(matches!(reader.lower(i + 1), "standard" | "daylight" | "summer" | "mean"));
    if reader.lower(i + 1 + middle) == "time"
        && (word == "local" || reader.case(i) == Case::Title)
        && reader.lex(i).calendar == Calendar::None
    {
        return i + 2 + middle;
    }
    if zone && reader.case(i) == Case::Title && reader.case(i + 1) != Case::Title { i + 1 } else { i }
}

/// The length of a race time.
pub(super) const RACE_PERIOD: Period = Period::Second;
