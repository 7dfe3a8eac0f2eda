//! Units of measure after a number: "six kilometers", "km/h", "sq. miles", "85°", "barrels per day".
//!
//! Names come from CLDR, symbols from there and from [`super::symbol`]. Missed on purpose: "in" for inches.

use super::data::units::{FORMS, SYMBOLS};
use super::lexicon::find;
use super::reader::Reader;
use super::symbol::{GLUED, NEWS};
use crate::token::Gap;

/// Symbols that are words elsewhere, and count only after a space where nothing else fits.
const NO_PLAIN: &[&str] = &["stone", "mb", "mi", "deg"];

/// The unit that starts at token `i`: its singular name and the token after it.
pub(super) fn at(reader: &Reader, i: usize) -> Option<(&'static str, usize)> {
    if !reader.lex(i).unit || i >= reader.end {
        return None;
    }
    // The longest first: "square miles" before "square", "km/h" before "km".
    let mut most = i + 1;
    while most < i + 4 && most < reader.end && reader.gap(most) != Gap::Block {
        most += 1;
    }
    for end in (i + 1..=most).rev() {
        let written = reader.written(i, end);
        let name = find(SYMBOLS, written).map(|(_, name)| *name).or_else(|| {
            let phrase = reader.phrase(i, end);
            let look_up =
                |phrase: &str| find(FORMS, phrase).or_else(|| find(NEWS, phrase)).map(|(_, name)| *name);
            // "a 10,000-square-foot house"
            let plain = look_up(&phrase)
                .or_else(|| phrase.contains('-').then(|| look_up(&phrase.replace('-', " ")))?);
            plain.filter(|_| !NO_PLAIN.contains(&phrase.as_str()) || reader.gap(i) <= Gap::Space)
        });
        if let Some(name) = name {
            return Some((name, end));
        }
    }
    // "-14 C"
    if reader.is_digits(i - 1)
        && matches!(reader.text(i), "C" | "F")
        && reader.kind(i + 1) != crate::token::TokenKind::Symbol
    {
        return Some((if reader.text(i) == "C" { "degree celsius" } else { "degree fahrenheit" }, i + 1));
    }
    if reader.gap(i) == Gap::None && i > 0 && reader.is_digits(i - 1) {
        return find(GLUED, reader.text(i)).map(|(_, name)| (*name, i + 1));
    }
    None
}
