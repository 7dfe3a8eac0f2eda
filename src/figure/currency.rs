//! Currencies: their codes, signs, nouns and coins, and the money that a text means by a bare "dollar".
//!
//! Codes, signs and full names come from CLDR; the few lines typed here say what newsrooms mean by a bare
//! "dollar" or "pound", how they write signs, and which small coins belong to which currency. Missed: a bare "peso" or
//! "franc" gets no unit, since the country may be any.

use super::data::currencies::{CODES, NOUNS, SIGNS};
use super::lexicon::find;
use crate::document::Document;
use crate::lexicon::Class;
use crate::token::Case;

/// A currency with the power of ten that its coin is smaller than its main unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Coin {
    /// ISO 4217; empty where the text does not say.
    pub code: &'static str,
    /// 2 for cents.
    pub minor: i32,
}

pub(super) const fn coin(code: &'static str) -> Coin {
    Coin { code, minor: 0 }
}

/// What news in English means by a bare noun.
pub(super) const BARE: &[(&str, Coin)] = &[
    ("bucks", coin("USD")),
    ("cent", Coin { code: "USD", minor: 2 }),
    ("cents", Coin { code: "USD", minor: 2 }),
    ("dirham", coin("AED")),
    ("dirhams", coin("AED")),
    ("dollar", coin("USD")),
    ("dollars", coin("USD")),
    ("hryvnia", coin("UAH")),
    ("hryvnya", coin("UAH")),
    ("kobo", Coin { code: "NGN", minor: 2 }),
    ("kopecks", Coin { code: "RUB", minor: 2 }),
    ("krona", coin("SEK")),
    ("lei", coin("RON")),
    ("lira", coin("TRY")),
    ("liras", coin("TRY")),
    ("lire", coin("ITL")),
    ("paise", Coin { code: "INR", minor: 2 }),
    ("pence", Coin { code: "GBP", minor: 2 }),
    ("pennies", Coin { code: "GBP", minor: 2 }),
    ("penny", Coin { code: "GBP", minor: 2 }),
    ("pound", coin("GBP")),
    ("pounds", coin("GBP")),
    ("quid", coin("GBP")),
    ("reais", coin("BRL")),
    ("renminbi", coin("CNY")),
    ("rial", coin("IRR")),
    ("rials", coin("IRR")),
    ("riyal", coin("SAR")),
    ("riyals", coin("SAR")),
    ("rouble", coin("RUB")),
    ("roubles", coin("RUB")),
    ("ruble", coin("RUB")),
    ("rubles", coin("RUB")),
    ("rupee", coin("INR")),
    ("rupees", coin("INR")),
    ("sterling", coin("GBP")),
    ("won", coin("KRW")),
];

/// Letters that newsrooms put before or after a number, beside the codes, in lower case.
pub(super) const LETTERS: &[(&str, &str)] = &[
    ("a", "AUD"),
    ("ar", "ARS"),
    ("au", "AUD"),
    ("aus", "AUD"),
    ("b", "BSD"),
    ("bds", "BBD"),
    ("bz", "BZD"),
    ("c", "CAD"),
    ("ca", "CAD"),
    ("can", "CAD"),
    ("cdn", "CAD"),
    ("cfa", "XOF"),
    ("clp", "CLP"),
    ("cn", "CNY"),
    ("col", "COP"),
    ("dh", "AED"),
    ("dhs", "AED"),
    ("ec", "XCD"),
    ("fcfa", "XOF"),
    ("fj", "FJD"),
    ("g", "GYD"),
    ("gh", "GHS"),
    ("hk", "HKD"),
    ("j", "JMD"),
    ("kr", "SEK"),
    ("ksh", "KES"),
    ("kshs", "KES"),
    ("mex", "MXN"),
    ("mx", "MXN"),
    ("n", "NAD"),
    ("nis", "ILS"),
    ("nt", "TWD"),
    ("nz", "NZD"),
    ("qr", "QAR"),
    ("r", "BRL"),
    ("rm", "MYR"),
    ("rmb", "CNY"),
    ("rp", "IDR"),
    ("rs", "INR"),
    ("s", "SGD"),
    ("sg", "SGD"),
    ("sh", "KES"),
    ("shs", "KES"),
    ("sr", "SAR"),
    ("tk", "BDT"),
    ("tl", "TRY"),
    ("tsh", "TZS"),
    ("tt", "TTD"),
    ("us", "USD"),
    ("ush", "UGX"),
    ("z", "ZWL"),
    ("zim", "ZWL"),
];

/// Letters that are money only right before a number that is plainly an amount: "N5bn", "P1,200".
const FUSED: &[(&str, &str)] = &[("mk", "MWK"), ("n", "NGN"), ("p", "PHP")];

/// Adjectives and countries that CLDR's names do not have: "Hong Kong dollars" it has, "U.S. dollars" not.
pub(super) const ADJECTIVES: &[(&str, &str)] = &[
    ("brazilian reais", "BRL"),
    ("british pence", "GBP"),
    ("british pound", "GBP"),
    ("british pounds", "GBP"),
    ("canadian cents", "CAD"),
    ("czech crown", "CZK"),
    ("czech crowns", "CZK"),
    ("danish crown", "DKK"),
    ("danish crowns", "DKK"),
    ("emirati dirhams", "AED"),
    ("euro cents", "EUR"),
    ("icelandic crowns", "ISK"),
    ("norwegian crown", "NOK"),
    ("norwegian crowns", "NOK"),
    ("pound sterling", "GBP"),
    ("pounds sterling", "GBP"),
    ("swedish crown", "SEK"),
    ("swedish crowns", "SEK"),
    ("u.s dollar", "USD"),
    ("u.s dollars", "USD"),
    ("u.s. cents", "USD"),
    ("u.s. dollar", "USD"),
    ("u.s. dollars", "USD"),
    ("us cents", "USD"),
];

/// Nouns that name a currency only beside a people: "Czech crowns".
pub(super) const BESIDE: &[(&str, ())] = &[("crown", ()), ("crowns", ())];

/// Signs that CLDR has only with letters before them.
const SIGNS_ALONE: &[(&str, &str)] = &[("¢", "GHS"), ("₵", "GHS")];

/// The money that a text means by a bare "dollar", and by a bare "cent" or "grand".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Home {
    pub dollar: &'static str,
    pub coins: &'static str,
}

/// Countries that pay in dollars of their own, by words that only texts about them use often.
const DOLLARS: &[(&str, &[&str])] = &[
    (
        "USD",
        &[
            "u.s.",
            "us",
            "america",
            "american",
            "americans",
            "washington",
            "congress",
            "york",
            "california",
            "texas",
            "florida",
            "chicago",
            "fed",
            "dow",
            "nasdaq",
        ],
    ),
    (
        "AUD",
        &[
            "australia",
            "australian",
            "australians",
            "sydney",
            "melbourne",
            "brisbane",
            "perth",
            "adelaide",
            "canberra",
            "queensland",
            "tasmania",
            "nsw",
            "asx",
            "hobart",
            "darwin",
        ],
    ),
    (
        "CAD",
        &[
            "canada",
            "canadian",
            "canadians",
            "toronto",
            "ottawa",
            "montreal",
            "vancouver",
            "ontario",
            "quebec",
            "alberta",
            "calgary",
            "winnipeg",
            "manitoba",
            "saskatchewan",
        ],
    ),
    (
        "NZD",
        &[
            "zealand",
            "zealander",
            "zealanders",
            "auckland",
            "wellington",
            "christchurch",
            "dunedin",
            "nz",
            "nzx",
            "waikato",
            "otago",
        ],
    ),
    ("SGD", &["singapore", "singaporean", "singaporeans"]),
    ("HKD", &["kong", "hongkong", "hongkongers", "kowloon"]),
    ("JMD", &["jamaica", "jamaican", "jamaicans", "kingston"]),
    ("TTD", &["trinidad", "tobago", "trinidadian"]),
    ("FJD", &["fiji", "fijian", "fijians", "suva"]),
    ("GYD", &["guyana", "guyanese"]),
    ("NAD", &["namibia", "namibian", "windhoek"]),
    ("ZWL", &["zimbabwe", "zimbabwean", "harare"]),
];

/// How often a country's words stand in a text that is all about it, at least.
const ALL_ABOUT: usize = 3;

impl Home {
    /// The country's whose words stand in the text often, where the United States' hardly do and none else's as often.
    pub(super) fn of(document: &Document) -> Self {
        let country = document.words.map(|lower, case| match case.has_capital() {
            true => DOLLARS.iter().position(|(_, words)| words.contains(&lower)),
            false => None,
        });
        let mut counts = [0; DOLLARS.len()];
        let (mut euros, mut dollars, mut rand) = (false, false, false);
        for token in &document.tokens {
            if let Some(country) = country[token.word.index()] {
                counts[country] += 1;
            }
        }
        for id in document.words.ids() {
            let word = document.words.lower(id);
            euros |= matches!(word, "€" | "euro" | "euros");
            dollars |= matches!(word, "$" | "dollar" | "dollars");
            rand |= word == "rand" || word == "rands" || is_of_rand(word, document.words.case(id));
        }
        let best = (1..DOLLARS.len()).max_by_key(|&i| (counts[i], std::cmp::Reverse(i))).unwrap_or(0);
        let others = (1..DOLLARS.len()).filter(|&i| i != best).map(|i| counts[i]).max().unwrap_or(0);
        let all_about =
            counts[best] >= ALL_ABOUT && counts[best] >= 4 * counts[0] && counts[best] >= 2 * others;
        let dollar = if all_about { DOLLARS[best].0 } else { "USD" };
        let coins = match (dollars, rand, euros) {
            (false, true, _) => "ZAR",
            (false, _, true) => "EUR",
            _ => dollar,
        };
        Self { dollar, coins }
    }
}

/// "R12", "R500m": a capital and digits.
fn is_of_rand(word: &str, case: Case) -> bool {
    case == Case::Upper
        && word
            .strip_prefix('r')
            .is_some_and(|rest| rest.len() > 1 && rest.bytes().all(|b| b.is_ascii_digit()))
}

/// Words of texts in which a bare "pound" is money.
pub(super) fn is_of_pounds(word: &str) -> bool {
    (matches!(word, "£") || crate::lexicon::is(word, Class::OfPounds))
}

/// The currency of a sign that stands alone.
pub(super) fn code_of_sign(sign: &str) -> Option<&'static str> {
    find(SIGNS, sign).or_else(|| find(SIGNS_ALONE, sign)).map(|(_, code)| *code)
}

/// Whether a word, in lower case, names a currency or coin, be it only beside its country's adjective.
pub(super) fn is_noun(word: &str) -> bool {
    find(NOUNS, word).is_some() || find(BARE, word).is_some() || find(BESIDE, word).is_some()
}

/// The currency of a code, or of letters that stand for one; in lower case.
pub(super) fn code_of(word: &str, case: Case) -> Option<&'static str> {
    if crate::lexicon::is(word, Class::CurrencyLetters) {
        return find(LETTERS, word).map(|(_, code)| *code);
    }
    // "R500m" is South African; a bare R is an initial elsewhere, so only before digits.
    if word.len() != 3 || crate::lexicon::is(word, Class::WordCode) {
        return (word == "r" && case == Case::Upper).then_some("ZAR");
    }
    if !matches!(case, Case::Upper | Case::None | Case::Mixed) && !is_lower_code(word) {
        return None;
    }
    iso_code(word)
}

/// The currency of letters right before digits, and whether they are something else more often.
pub(super) fn code_of_fused(letters: &str, case: Case) -> Option<(&'static str, bool)> {
    if let Some(code) = code_of(letters, case) {
        return Some((code, false));
    }
    find(FUSED, letters).map(|(_, code)| (*code, true))
}

/// The currency of letters between a sign and its digits: "$US5m".
pub(super) fn code_after_sign(letters: &str) -> Option<&'static str> {
    find(LETTERS, letters).map(|(_, code)| *code)
}

/// Codes that are written in lower case, too.
pub(super) fn is_lower_code(word: &str) -> bool {
    matches!(word, "usd" | "eur" | "gbp" | "jpy" | "cny" | "inr")
}

pub(super) fn iso_code(word: &str) -> Option<&'static str> {
    if word.len() != 3 || !word.is_ascii() {
        return None;
    }
    let upper = word.to_ascii_uppercase();
    let (mut low, mut high) = (0, CODES.len() / 3);
    while low < high {
        let middle = (low + high) / 2;
        let code = &CODES[middle * 3..middle * 3 + 3];
        match code.cmp(upper.as_str()) {
            std::cmp::Ordering::Equal => return Some(code),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(BARE.is_sorted_by(|a, b| a.0 < b.0));
        assert!(LETTERS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(ADJECTIVES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn codes() {
        assert_eq!(iso_code("uah"), Some("UAH"));
        assert_eq!(iso_code("xyz"), None);
        assert_eq!(code_of("top", Case::Upper), None);
        assert_eq!(code_of("rmb", Case::Lower), Some("CNY"));
    }
}
