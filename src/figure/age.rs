//! Ages: "Viktor, 56,", "22-year-old", "aged 7", "at the age of 20", "turned 40", "in her 50s".
//!
//! A number between commas is an age right after a person's name or a word for a person; "65 or older",
//! "died at 83", "men between 18 and 60", "both 14," are told by their words. Missed: "born 1980",
//! "retired at 65", ages of things without "old".

use super::numeral::Numeral;
use super::reader::Reader;
use crate::lexicon::Class;
use crate::token::{Case, Gap, TokenKind};

/// The end of an age after a unit of time: "old", "-old", "of age", "olds".
pub(super) fn after_period(reader: &Reader, i: usize) -> Option<usize> {
    let at = if reader.hyphen(i) { i + 1 } else { i };
    match reader.lower(at) {
        "old" | "olds" => Some(at + 1),
        "of" if reader.lower(at + 1) == "age" => Some(at + 2),
        _ => None,
    }
}

/// Whether a bare number is an age by what stands around it, and the figure's end.
pub(super) fn around(reader: &Reader, numeral: &Numeral) -> Option<usize> {
    let end = numeral.end;
    if matches!(reader.lower(end), "yo" | "y.o." | "y.o" | "y/o") {
        return Some(end + 1);
    }
    let age = numeral.value?.value();
    let first = numeral.first;
    if !(0.0..=130.0).contains(&age) || age.fract() != 0.0 {
        return None;
    }
    if matches!(reader.before(first, 1), "aged" | "ages" | "age" | "turned" | "turning" | "turns")
        && !matches!(reader.lower(end), "%" | "percent" | "of")
    {
        return Some(end);
    }
    let before = [reader.before(first, 1), reader.before(first, 2), reader.before(first, 3)];
    if before[0] == "of" && before[1] == "age" || before[0] == "age" && before[1] == "the" {
        return Some(end);
    }
    // "aged between 5 and 11", "ages of 18 and 25"
    if before[0] == "between" && before[1].starts_with("age") || before[0] == "under" && before[1] == "aged" {
        return Some(end);
    }
    if before[0] == "of" && before[1] == "ages" {
        return Some(end);
    }
    // "anyone 65 or older", "people 18 and over"
    let older = matches!((reader.lower(end), reader.lower(end + 1)), ("or" | "and", "older" | "younger"))
        || is_people(before[0])
            && matches!(
                (reader.lower(end), reader.lower(end + 1)),
                ("or" | "and", "over" | "under" | "up" | "above")
            );
    // "both 14, were found", "anyone younger than 13"
    let both = before[0] == "both" && before[1] == "," && matches!(reader.lower(end), "," | "." | ")");
    let than = before[0] == "than" && matches!(before[1], "younger" | "older") && ends_phrase(reader, end);
    // "died at 83"
    let died = before[0] == "at" && matches!(before[1], "died" | "dies") && ends_phrase(reader, end);
    // "men between 18 and 60"
    let between = before[0] == "between"
        && is_people(before[1])
        && reader.lower(end) == "and"
        && reader.is_digits(end + 1)
        && ends_phrase(reader, end + 2);
    if older || between || both || than || died && age >= 10.0 {
        return Some(end);
    }
    if is_of_one(reader, first, end) || is_in_life(reader, numeral, age) {
        return Some(end);
    }
    if !(1.0..=120.0).contains(&age) || numeral.plain(1..=3).is_none() {
        return None;
    }
    if is_of_people(reader, first) && ends_phrase(reader, end) || is_of_somebody(reader, first, end) {
        return Some(end);
    }
    let comma = before[0] == ","
        && (matches!(reader.lower(end), "," | "." | ";" | ")" | "—" | "–")
            || reader.is(end, Class::BehindAge));
    let bracket = before[0] == "(" && matches!(reader.lower(end), ")" | ",") && age >= 5.0;
    // "Smith, now 45,"
    if matches!(before[0], "now" | "then")
        && matches!(before[1], "," | "(")
        && matches!(reader.lower(end), "," | ")")
        && !reader.is_digits(end + 1)
    {
        return Some(end);
    }
    if !(comma || bracket) || reader.is_digits(end + 1) && reader.lower(end) == "," {
        return None;
    }
    let who = first.checked_sub(2).filter(|&who| who >= reader.first && reader.gap(who + 1) != Gap::Block)?;
    // A day of the month: "June 5, 12".
    // "two brothers, 23 and 31,"
    let several = reader.lower(end) == "and" && reader.is_digits(end + 1);
    let word = reader.lower(who);
    let person = reader.is_person(who)
        || is_person_word(word)
        || several && (is_people(word) || word.strip_suffix('s').is_some_and(is_person_word))
        // "twin girls, 2, came"
        || comma && matches!(reader.lower(end), "," | ".") && matches!(word, "twins" | "triplets" | "girls" | "boys")
        || matches!(reader.case(who), Case::Title | Case::Mixed)
            && reader.kind(who) == TokenKind::Word
            && reader.lex(who).calendar == super::lexicon::Calendar::None
            && (comma || reader.case(who.wrapping_sub(1)) == Case::Title);
    person.then_some(end)
}

/// "a man of 71", "a boy of six"
fn is_of_one(reader: &Reader, first: usize, end: usize) -> bool {
    let who = reader.before(first, 2);
    let one = (is_person_word(who)
        || matches!(who, "adult" | "baby" | "youth" | "male" | "female" | "lad" | "lady"))
        && !matches!(who, "couple" | "child");
    reader.before(first, 1) == "of"
        && (one || who == "child")
        && ends_phrase(reader, end)
        && !matches!(reader.lower(end), "the" | "its")
}

/// "She married at 22, was widowed at 50", "retired at 67", "At 83, she still teaches", "By 30 he was rich".
fn is_in_life(reader: &Reader, numeral: &Numeral, age: f64) -> bool {
    let (first, end) = (numeral.first, numeral.end);
    let Some(at) = first.checked_sub(1) else { return false };
    if numeral.plain(1..=3).is_none()
        || !(4.0..=115.0).contains(&age)
        || reader.gap(end) == Gap::None && reader.kind(end) == TokenKind::Word
    {
        return false;
    }
    let he = |i: usize| matches!(reader.lower(i), "he" | "she" | "i" | "they" | "we");
    let opens = reader.starts_sentence(at) || matches!(reader.before(at, 1), "but" | "and" | ",");
    let clause = match reader.lower(end) {
        "," => end + 1,
        _ => end,
    };
    if matches!(reader.lower(at), "at" | "by") && opens && he(clause) {
        return true;
    }
    let ends = (matches!(reader.lower(end), "" | "." | "," | ";" | ")") || reader.is(end, Class::LifeEnd));
    reader.lower(at) == "at"
        && ends
        && !(reader.lower(end) == "," && reader.is_digits(end + 1))
        && (1..=4)
            .map(|back| reader.before(at, back))
            .take_while(|word| !matches!(*word, "." | "," | ";" | "and"))
            .any(is_of_life)
}

/// What people do or have happen to them at an age.
fn is_of_life(word: &str) -> bool {
    crate::lexicon::is(word, Class::OfLife)
}

/// "in his 30s", "in their early 60s": the ends of the age, and the token after it.
pub(super) fn decade(reader: &Reader, numeral: &Numeral) -> Option<(f64, usize)> {
    let value = numeral.plain(2..=2)?;
    let end = numeral.end;
    let s = reader.lower(end) == "s" && reader.glued(end) || reader.lower(end) == "'s";
    let mut at = 1;
    if matches!(reader.before(numeral.first, at), "early" | "mid" | "late" | "-") {
        at += 1;
        if reader.before(numeral.first, at) == "mid" {
            at += 1;
        }
    }
    let whose = matches!(reader.before(numeral.first, at), "his" | "her" | "their" | "my" | "your" | "our");
    (s && whose && value % 10 == 0 && value >= 20).then_some((f64::from(value), end + 1))
}

/// "over-65s", "the under 18s": the token after it.
pub(super) fn group(reader: &Reader, numeral: &Numeral) -> Option<usize> {
    let age = numeral.plain(1..=3).filter(|age| (3..=110).contains(age))?;
    let end = numeral.end;
    let s = reader.lower(end) == "s" && reader.glued(end) || reader.lower(end) == "'s";
    let back = if reader.before(numeral.first, 1) == "-" { 2 } else { 1 };
    let side = matches!(reader.before(numeral.first, back), "over" | "under");
    (s && side && (age % 10 != 0 || back == 2 || age < 20)).then_some(end + 1)
}

/// "people over 65", "children under 12"
fn is_of_people(reader: &Reader, first: usize) -> bool {
    is_people(reader.before(first, 2))
        && matches!(reader.before(first, 1), "over" | "under" | "above" | "below")
}

/// Words for people of an age.
fn is_people(word: &str) -> bool {
    crate::lexicon::is(word, Class::Aged)
}

/// "she is 34", "who was 17 when", "his wife is 34"
fn is_of_somebody(reader: &Reader, first: usize, end: usize) -> bool {
    let who = reader.before(first, 2);
    let kin =
        is_person_word(who) && matches!(reader.before(first, 3), "his" | "her" | "their" | "my" | "whose");
    let one = matches!(reader.before(first, 1), "is" | "was" | "'s")
        && (matches!(who, "he" | "she" | "who" | "i") || kin);
    let both = matches!((who, reader.before(first, 1)), ("both" | "they", "were" | "are"));
    (one || both)
        && (matches!(reader.lower(end), "when" | "at" | "." | ";" | ")")
            || reader.lower(end) == "," && !reader.is_digits(end + 1))
}

/// Whether what a number could count does not follow.
fn ends_phrase(reader: &Reader, end: usize) -> bool {
    (matches!(reader.lower(end), "" | "." | "," | ";" | ")") || reader.is(end, Class::AfterAge))
}

/// Words for one person after which an age stands between commas.
fn is_person_word(word: &str) -> bool {
    crate::lexicon::is(word, Class::OneAged)
}
