//! What a number counts: `more than 13,000 [people]`, `thousands of [military personnel]`.
//!
//! The shortest noun phrase after the number, without determiner and *more*. Without parts of
//! speech the head is the first plural after at most three words that can stand before a noun;
//! after "one", the first noun. The tests of single words are in [`word`]. Missed: heads that look
//! like no plural ("six sheep graze").

mod word;

use super::lexicon::Number;
use super::numeral::{Form, Numeral};
use super::reader::Reader;
use super::stop::stops;
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::{Gap, TokenKind};
use word::{are_people, ends_in_verb, is_adjective, is_agent, is_body, is_plural};

/// The words that a number counts.
pub(super) fn find(reader: &Reader, numeral_form: Form, value: Option<f64>, end: usize) -> Option<Span> {
    let mut i = end;
    // "10 or more votes", "1,000-plus members", "50+ people"
    match (reader.lower(i), reader.lower(i + 1)) {
        ("or" | "and", "more" | "so" | "fewer" | "less") if reader.lower(i + 2) != "than" => i += 2,
        ("-", "plus" | "odd") if reader.hyphen(i) => i += 2,
        ("+", _) if reader.glued(i) => i += 1,
        _ => {}
    }
    if numeral_form == Form::Vague || numeral_form == Form::Fraction || reader.lower(i) == "of" {
        let of = reader.lower(i) == "of";
        if !of
            && (numeral_form == Form::Fraction || numeral_form == Form::Vague && !follows_scale(reader, end))
        {
            return None;
        }
        if of {
            i += 1;
            // "a fifth of all exports"
            if reader.lower(i) == "all" && !stops(reader.lower(i + 1)) {
                i += 1;
            }
            // "50 of 120 seats", "three of us"
            if reader.is_digits(i) || reader.is(i, Class::CountsWhole) {
                return None;
            }
            while reader.is(i, Class::OwnOf) {
                i += 1;
            }
            // "six of the seven justices"
            if matches!(reader.lex(i).number, Number::Ones(_) | Number::Tens(_)) {
                i += 1;
            }
        }
    }
    while matches!(reader.lower(i), "more" | "other" | "additional" | "further")
        && !matches!(reader.lower(i + 1), "than" | "," | "." | "")
    {
        i += 1;
    }
    let (first, end) = noun_phrase(reader, i, value == Some(1.0) || numeral_form == Form::Fraction)?;
    Some(reader.span(first, end))
}

/// Whether a plural noun phrase starts at `i`: what stands before it is a count, no year and no label.
pub(super) fn counts_people_or_things(reader: &Reader, i: usize) -> bool {
    let i = if matches!(reader.lower(i), "more" | "other" | "additional") { i + 1 } else { i };
    noun_phrase(reader, i, false).is_some()
}

/// Whether the numeral "one" counts something: "one soldier", and not "no one", "one of them".
pub(super) fn one_counts(reader: &Reader, numeral: &Numeral) -> bool {
    let before = reader.before(numeral.first, 1);
    let next = reader.lower(numeral.end);
    let least = crate::lexicon::is(before, Class::CountsOne);
    if crate::lexicon::is(before, Class::NoCountOne) {
        return false;
    }
    if crate::lexicon::is(next, Class::OneIdiom) {
        return false;
    }
    if least && (stops(next) || reader.kind(numeral.end) != TokenKind::Word) {
        return next != "of";
    }
    noun_phrase(reader, numeral.end, true).is_some() && reader.gap(numeral.end) <= Gap::Line
}

/// The shortest noun phrase from token `i`: up to its first plural, or first noun if `singular`.
fn noun_phrase(reader: &Reader, i: usize, singular: bool) -> Option<(usize, usize)> {
    let mut at = i;
    while at < i + 7 {
        if at > i && reader.hyphen(at) && reader.kind(at + 1) == TokenKind::Word {
            at += 1;
            continue;
        }
        let word = reader.lower(at);
        // What follows is another figure, but in "one four-year term".
        if matches!(reader.lex(at).number, Number::Ones(_) | Number::Tens(_)) && !reader.hyphen(at + 1) {
            return None;
        }
        if reader.kind(at) != TokenKind::Word
            || reader.gap(at) == Gap::Block
            || at > i && reader.gap(at) == Gap::None && !reader.hyphen(at - 1)
        {
            return None;
        }
        if at == i && reader.gap(at) == Gap::None {
            return None;
        }
        if is_plural(word) && !ends_in_verb(word) || are_initials(reader.text(at)) {
            // "plain-clothes officers", "two voting rights experts"
            let compound = at > i && reader.hyphen(at - 1);
            let next = reader.lower(at + 1);
            let goes_on = (!are_people(word) || is_body(next))
                && reader.kind(at + 1) == TokenKind::Word
                && reader.gap(at + 1) <= Gap::Line
                && reader.gap(at + 1) > Gap::None;
            if reader.hyphen(at + 1)
                || goes_on && is_plural(next) && next.ends_with('s') && !ends_in_verb(next)
                || goes_on && compound && !stops(next)
            {
                at += 1;
                continue;
            }
            return Some((i, at + 1));
        }
        if stops(word) {
            // "one Republican in five"
            return (singular && at > i && is_capital(reader, at - 1)).then_some((i, at));
        }
        // "one critical factor", "one rival"
        let next = reader.lower(at + 1);
        let before_noun = (word.ends_with("al") || at > i && reader.hyphen(at - 1))
            && reader.kind(at + 1) == TokenKind::Word
            && reader.gap(at + 1) == Gap::Space
            && !(stops(next) || next.ends_with("ed") || next.ends_with('s'));
        if singular
            && !reader.hyphen(at + 1)
            && !is_adjective(word)
            && !before_noun
            && !is_capital(reader, at)
        {
            // "one election official"
            let agent = reader.gap(at + 1) == Gap::Space && is_agent(reader.lower(at + 1));
            return Some((i, at + 1 + usize::from(agent)));
        }
        at += 1;
    }
    None
}

/// "MPs", "GPs"
fn are_initials(word: &str) -> bool {
    let letters = word.strip_suffix('s').unwrap_or("");
    letters.len() > 1 && letters.bytes().all(|b| b.is_ascii_uppercase())
}

fn follows_scale(reader: &Reader, end: usize) -> bool {
    matches!(
        reader.before(end, 1),
        "million" | "billion" | "thousand" | "hundred" | "dozen" | "trillion" | "several" | "few"
    )
}

fn is_capital(reader: &Reader, i: usize) -> bool {
    reader.case(i).has_capital()
}
