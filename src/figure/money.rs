//! Money beside a number: the sign, code or words that make it an amount.
//!
//! "A$5m", "NZ$5 000", "RM120mil", "10 rmb", "125 million Australian dollars", "45.30 pence". What the signs and words
//! mean is told by [`super::currency`].

use super::currency::{ADJECTIVES, BARE, Coin, LETTERS, code_of, code_of_sign, coin, iso_code};
use super::data::currencies::{COINS, NOUNS};
use super::lexicon::{Money, find};
use super::reader::Reader;
use super::stop::stops;
use crate::token::{Gap, TokenKind};

/// The currency whose sign starts at `i`, letters before it included, and the token after the sign:
/// "$", "US$", "mxn$", "us $", "€", "USD", "RM".
pub(super) fn sign_at(reader: &Reader, i: usize) -> Option<(Coin, usize)> {
    match reader.lex(i).money {
        Money::Sign => code_of_sign(reader.lower(i)).map(|code| (coin(code), i + 1)),
        Money::Code => code_of(reader.stem(i), reader.case(i)).map(|code| (coin(code), i + 1)),
        _ => None,
    }
}

/// The letters before a sign at `i` that change its currency, and where they start.
pub(super) fn letters_before(reader: &Reader, i: usize) -> Option<(&'static str, usize)> {
    let before = i.checked_sub(1).filter(|&b| b >= reader.first)?;
    if reader.kind(before) != TokenKind::Word || !matches!(reader.lower(i), "$" | "£" | "¥" | "¢" | "₵")
    {
        return None;
    }
    let word = reader.lower(before);
    let glued = reader.gap(i) == Gap::None;
    let bare: String = word.chars().filter(|c| *c != '.').collect();
    let code = find(LETTERS, &bare).map(|(_, code)| *code).or_else(|| iso_code(&bare))?;
    match (reader.lower(i), glued) {
        ("$", true) => Some((code, before)),
        // "us $ 10 billion"; a lone letter may be anything: "c $" only before a digit.
        ("$", false) if matches!(bare.as_str(), "us" | "c" | "hk" | "nz" | "nt" | "aus" | "cdn") => {
            Some((code, before))
        }
        ("£", true) if matches!(bare.as_str(), "e" | "egp") => Some(("EGP", before)),
        ("₵" | "¢", true) if bare == "gh" => Some(("GHS", before)),
        ("¥", true) if bare == "cn" => Some(("CNY", before)),
        _ => None,
    }
}

/// The currency that follows a number, and the token after it: "€", "USD", "Swiss francs", "p".
pub(super) fn after_number(reader: &Reader, i: usize) -> Option<(Coin, usize)> {
    if reader.gap(i) == Gap::None {
        match reader.text(i) {
            "p" => return Some((Coin { code: "GBP", minor: 2 }, i + 1)),
            "c" => return Some((Coin { code: reader.home.coins, minor: 2 }, i + 1)),
            "¢" => return Some((Coin { code: reader.home.dollar, minor: 2 }, i + 1)),
            _ => {}
        }
    }
    // "20 grand", but "two grand pianos"
    if reader.lower(i) == "grand"
        && reader.gap(i) == Gap::Space
        && (reader.kind(i + 1) != TokenKind::Word
            || stops(reader.lower(i + 1))
            || reader.gap(i + 1) >= Gap::Line)
    {
        let code = if reader.pays_in_pounds { "GBP" } else { reader.home.coins };
        return Some((Coin { code, minor: -3 }, i + 1));
    }
    match reader.lex(i).money {
        // "1$" and "10 €", but "100 $5 notes" is no dollar of the hundred.
        Money::Sign if !reader.is_digits(i + 1) || reader.gap(i) == Gap::None => return sign_at(reader, i),
        Money::Code if !reader.is_digits(i + 1) || reader.lower(i).len() == 3 => return sign_at(reader, i),
        // "50 euro cents"
        Money::Noun if matches!(reader.lower(i + 1), "cent" | "cents") => {
            return noun(reader, i, i + 1).or_else(|| noun(reader, i, i));
        }
        Money::Noun => return noun(reader, i, i),
        _ => {}
    }
    // "Australian dollars", "Hong Kong dollars", "New Taiwan dollars".
    for at in i + 1..i + 4 {
        if reader.kind(at - 1) != TokenKind::Word || reader.gap(at) == Gap::Block {
            return None;
        }
        if reader.lex(at).money == Money::Noun {
            return noun(reader, i, at);
        }
    }
    None
}

/// The currency of the words from `first` to the noun at `last`.
fn noun(reader: &Reader, first: usize, last: usize) -> Option<(Coin, usize)> {
    let word = reader.stem(last);
    let minor = match word {
        "cent" | "cents" | "pence" | "penny" | "pennies" => 2,
        _ => 0,
    };
    if first == last {
        let bare = find(BARE, word).map(|(_, coin)| *coin);
        let mut coin = bare.or_else(|| find(NOUNS, word).map(|(_, code)| coin(code)))?;
        match word {
            "dollar" | "dollars" | "buck" | "bucks" => coin.code = reader.home.dollar,
            "cent" | "cents" => coin.code = reader.home.coins,
            _ => {}
        }
        // "pounds sterling"
        let end = if reader.lower(last + 1) == "sterling" { last + 2 } else { last + 1 };
        return Some((coin, end));
    }
    let phrase = reader.phrase(first, last + 1);
    // "Australian cents" are of the Australian dollar.
    let main = match word {
        "cent" | "cents" => format!("{} dollars", reader.phrase(first, last)),
        _ => String::new(),
    };
    let code = find(COINS, &phrase)
        .or_else(|| find(ADJECTIVES, &phrase))
        .or_else(|| find(COINS, &main))
        .map(|(_, code)| *code)?;
    Some((Coin { code, minor }, last + 1))
}
