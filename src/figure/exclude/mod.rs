//! Numbers that are no figures: labels, laws, names of things, telephone numbers, list numbering.
//!
//! "Article 5", "Game 7", "Boeing 737", "Covid-19", "the 600 block of Elm Street", "KY 80", "(555) 010-0199",
//! "the Six-Day War": told by the word before the number and by what is glued to it. Missed:
//! labels of a kind that no list has, and all but the first of a list of roads.

mod address;
mod label;

use super::numeral::{Form, Numeral};
use super::reader::{Reader, is_dash};
use crate::lexicon::Class;
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind};
pub(super) use address::is_street;
use address::{is_address, is_road, spaced_telephone, telephone};
use label::{is_filed, is_label, is_part};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[
    &GLUED, &TELEPHONE, &FILED, &ZERO, &SECTION, &ADDRESS, &ROAD, &WAR, &EMERGENCY, &NINE, &COP, &LABEL,
    &PART, &MODEL,
];

pub(super) static GLUED: Rule = Rule {
    id: "figure.glued-to-name",
    says: "A number glued to a word is part of a name.",
    fires: &["Covid-19 spread to S&P500 firms."],
    spares: &["It rose 19 percent."],
};

pub(super) static TELEPHONE: Rule = Rule {
    id: "figure.telephone",
    says: "A telephone number counts nothing.",
    fires: &["Call (206) 555-1212 now.", "Ring 020 7946 0958 now."],
    spares: &["It sold 555 cars."],
};

pub(super) static FILED: Rule = Rule {
    id: "figure.file-number",
    says: "The number of a file behind a word for it counts nothing.",
    fires: &["in case 22-4567 it was"],
    spares: &["in 22-45 cases it was"],
};

pub(super) static ZERO: Rule = Rule {
    id: "figure.leading-zero",
    says: "Five digits that start with a zero are a code.",
    fires: &["The code 01524 or"],
    spares: &["at 0.152 or"],
};

pub(super) static SECTION: Rule = Rule {
    id: "figure.section-in-brackets",
    says: "A number in brackets behind brackets is a section's.",
    fires: &["under (c)(3) it is"],
    spares: &["about him (3) it is"],
};

pub(super) static ADDRESS: Rule = Rule {
    id: "figure.address",
    says: "The number of a house is no figure.",
    fires: &["at 10 Downing Street in"],
    spares: &["at 10 downing streets in"],
};

pub(super) static ROAD: Rule = Rule {
    id: "figure.road",
    says: "A number behind a state in capitals is a road's or a postal code.",
    fires: &["on KY 80 near"],
    spares: &["on May 80 near"],
};

pub(super) static WAR: Rule = Rule {
    id: "figure.war",
    says: "The number in a war's name is part of it.",
    fires: &["the Six-Day War of"],
    spares: &["the six days of war in"],
};

pub(super) static EMERGENCY: Rule = Rule {
    id: "figure.emergency-call",
    says: "A number that is called in an emergency is no figure.",
    fires: &["She called 911 at once."],
    spares: &["She made 911 shirts."],
};

pub(super) static NINE: Rule = Rule {
    id: "figure.nine-eleven",
    says: "9/11 and 24/7 are names.",
    fires: &["since 9/11 it was open 24/7 and"],
    spares: &["since 9/12 it was"],
};

pub(super) static COP: Rule = Rule {
    id: "figure.summit-number",
    says: "The number of a summit labels it.",
    fires: &["at COP 27 in"],
    spares: &["a cop 27 times"],
};

pub(super) static LABEL: Rule = Rule {
    id: "figure.label",
    says: "A number behind a word for a part of something only labels it.",
    fires: &["Article 5 says so."],
    spares: &["The article took 5 days."],
};

pub(super) static PART: Rule = Rule {
    id: "figure.part",
    says: "A number behind a part with a capital only labels it.",
    fires: &["They won Game 7 of it."],
    spares: &["In the first game 7 players fell."],
};

pub(super) static MODEL: Rule = Rule {
    id: "figure.model",
    says: "A bare number behind a capital, with nothing it could count, is a model's.",
    fires: &["He flew a Boeing 737 to"],
    spares: &["He told Ana 737 people came."],
};

/// Whether the numeral is a label, part of a name, or part of a code; and the token to go on from.
pub(super) fn skips(reader: &Reader, numeral: &Numeral) -> Option<usize> {
    let first = numeral.first;
    let end = numeral.end;
    let span = reader.span(first, end);
    if reader.is_digits(first) {
        if glued_to_name(reader, first) && GLUED.acts(span) {
            return Some(run_end(reader, end));
        }
        if let Some(end) = telephone(reader, first).or_else(|| spaced_telephone(reader, first))
            && TELEPHONE.acts(span)
        {
            return Some(end);
        }
        // "case 22-4567", "docket 3:21-cv-00417"
        let code = matches!(reader.lower(end), "-" | "/" | ":") && reader.glued(end) && reader.glued(end + 1);
        if code && first > reader.first && is_filed(reader.stem(first - 1)) && FILED.acts(span) {
            return Some(run_end(reader, end + 1));
        }
        // "01524 63333", "section 501(c)(3)"
        if reader.text(first).starts_with('0')
            && reader.text(first).len() >= 5
            && !reader.text(first).contains('.')
            && ZERO.acts(span)
        {
            let more = reader.is_digits(end) && reader.gap(end) == Gap::Space;
            return Some(if more { end + 1 } else { run_end(reader, end) });
        }
        if reader.before(first, 1) == "("
            && reader.before(first, 2) == ")"
            && reader.glued(first - 1)
            && SECTION.acts(span)
        {
            return Some(end);
        }
    }
    if is_address(reader, numeral) && ADDRESS.acts(span) || is_road(reader, numeral) && ROAD.acts(span) {
        return Some(end);
    }
    if is_war(reader, numeral) && WAR.acts(span) {
        return Some(end);
    }
    // Emergency calls.
    let emergency = numeral.plain(3..=3).is_some_and(|n| n == 911 || n == 999)
        && (matches!(
            reader.before(first, 1),
            "called" | "call" | "calling" | "dialed" | "dialled" | "dial" | "to"
        ) || matches!(
            reader.lower(end),
            "call" | "calls" | "caller" | "callers" | "dispatcher" | "dispatchers" | "operator" | "operators"
        ));
    if emergency && EMERGENCY.acts(span) {
        return Some(end);
    }
    // "9/11" and "24/7" are names.
    if reader.lower(end) == "/" && reader.glued(end) && reader.glued(end + 1) {
        let pair = (reader.text(first), reader.text(end + 1));
        if matches!(pair, ("9", "11") | ("24", "7")) && NINE.acts(span) {
            return Some(end + 2);
        }
    }
    // "COP 27"
    if reader.before(first, 1) == "cop"
        && reader.case(first - 1) == Case::Upper
        && numeral.plain(1..=2).is_some()
        && COP.acts(span)
    {
        return Some(end);
    }
    // "Article 5", "reactors Nos. 3 and 4"
    let second = reader.before(first, 1) == "and" && reader.is_digits(first.wrapping_sub(2));
    let label = if second { first.wrapping_sub(3) } else { first.wrapping_sub(1) };
    // "The troops number 12,000" is a verb.
    let many = numeral.form == Form::Marked && reader.text(first).contains(',');
    if label < first
        && !many
        && is_label(reader.stem(label))
        && reader.gap(first) <= Gap::Line
        && LABEL.acts(span)
    {
        return Some(run_end(reader, end));
    }
    if reader.is_digits(first)
        && reader.gap(first) == Gap::Space
        && reader.case(first.wrapping_sub(1)).has_capital()
        && (is_part(reader.lower(first.wrapping_sub(1)))
            || reader.lower(first.wrapping_sub(1)) == "year" && numeral.plain(1..=2).is_some())
        && PART.acts(span)
    {
        return Some(end);
    }
    // "Boeing 737", "Windows 10" where no stage before saw a name: a capital before bare digits, nothing
    // after that they could count.
    let before = first.wrapping_sub(1);
    let bare = numeral.plain(1..=4).is_some();
    if bare
        && first > reader.first
        && reader.gap(first) == Gap::Space
        && reader.case(before).has_capital()
        && reader.kind(before) == TokenKind::Word
        && !reader.starts_sentence(before)
        && reader.lower(before) != "ad"
        && !reader.lex(before).starts
        && (matches!(reader.lower(end), "" | "." | "," | ")" | "-") || reader.is(end, Class::AfterModel))
        && !(reader.hyphen(end))
        && numeral.plain(4..=4).is_none_or(|y| !(1900..2060).contains(&y))
        && MODEL.acts(span)
    {
        return Some(end);
    }
    None
}

/// "the Six-Day War", "the Thirty Years' War"
fn is_war(reader: &Reader, numeral: &Numeral) -> bool {
    let named = reader.case(numeral.first) == Case::Title && !reader.is_digits(numeral.first);
    let mark = |i: usize| matches!(reader.lower(i), "-" | "'" | "’");
    named
        && (numeral.end..numeral.end + 4)
            .take_while(|&i| reader.gap(i) <= Gap::Line && (mark(i) || reader.case(i) == Case::Title))
            .any(|i| matches!(reader.lower(i), "war" | "wars"))
}

/// "COVID-19", "Zolote-4", "F-16", "S&P500", "#1".
pub(super) fn glued_to_name(reader: &Reader, i: usize) -> bool {
    if i == reader.first {
        return false;
    }
    let mark = reader.lower(i - 1);
    if !reader.glued(i) {
        return false;
    }
    if matches!(mark, "#" | "_" | "&" | "№" | "=" | "@") {
        return true;
    }
    // What is left of "PM2.5" and the like, whose start is no figure.
    if matches!(mark, "," | ".")
        && reader.glued(i - 1)
        && reader.kind(i.wrapping_sub(2)) == TokenKind::Word
        && reader.text(i.wrapping_sub(2)).ends_with(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    if reader.kind(i - 1) == TokenKind::Word {
        return !matches!(mark, "rs" | "rs.") && !mark.ends_with('.');
    }
    let word = i.wrapping_sub(2);
    is_dash(mark)
        && mark != "~"
        && reader.glued(i - 1)
        && i >= reader.first + 2
        && reader.kind(word) == TokenKind::Word
        && reader.case(word).has_capital()
        && !reader.is(word, Class::BeforeHyphenNumber)
        && reader.lex(word).calendar == super::lexicon::Calendar::None
        && !is_unit_like(reader, word)
}

/// "49ers", "4x100", "1MDB": digits with letters after them that are neither a unit nor a plural's.
pub(super) fn runs_on(reader: &Reader, numeral: &Numeral) -> bool {
    let at = numeral.end;
    reader.is_digits(at - 1)
        && reader.glued(at)
        && reader.kind(at) == TokenKind::Word
        && !matches!(reader.lower(at), "s" | "'s" | "x" | "ish" | "plus" | "m")
}

/// "8am-3", "5km-10km": the word before the dash belongs to a number itself.
fn is_unit_like(reader: &Reader, word: usize) -> bool {
    word > reader.first && reader.is_digits(word - 1)
}

/// The end of a run of glued tokens.
fn run_end(reader: &Reader, mut i: usize) -> usize {
    let most = i + 64;
    // A colon ends it, but not in "3:21-cv-00417".
    let goes_on = |i: usize| match reader.lower(i) {
        "." | "," | ")" | "'s" | ";" => false,
        ":" => reader.glued(i + 1),
        _ => true,
    };
    while i < most && reader.glued(i) && goes_on(i) {
        i += 1;
    }
    i
}
