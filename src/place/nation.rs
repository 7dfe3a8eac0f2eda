//! Words that the papers of one country use at home: "selectmen", "gardaí", "RCMP".
//!
//! They speak for a country as the name of its people does. A word stands here where papers elsewhere
//! hardly use it but of that country.

/// Words in lower case, and the country as the gazetteer names it.
const WORDS: &[(&str, &str)] = &[
    ("alderman", "united states"),
    ("aldermen", "united states"),
    ("anzac", "australia"),
    ("assemblyman", "united states"),
    ("assemblywoman", "united states"),
    ("barangay", "philippines"),
    ("bundestag", "germany"),
    ("cllr", "united kingdom"),
    ("congressman", "united states"),
    ("congresswoman", "united states"),
    ("const.", "canada"),
    ("councilman", "united states"),
    ("councilwoman", "united states"),
    ("countywide", "united states"),
    ("crore", "india"),
    ("crores", "india"),
    ("felony", "united states"),
    ("freshmen", "united states"),
    ("garda", "ireland"),
    ("gardai", "ireland"),
    ("gardaí", "ireland"),
    ("gop", "united states"),
    ("interstate", "united states"),
    ("knesset", "israel"),
    ("lakh", "india"),
    ("lakhs", "india"),
    ("medicaid", "united states"),
    ("medicare", "united states"),
    ("misdemeanor", "united states"),
    ("misdemeanors", "united states"),
    ("mpp", "canada"),
    ("ndp", "canada"),
    ("nhs", "united kingdom"),
    ("ofsted", "united kingdom"),
    ("panchayat", "india"),
    ("rcmp", "canada"),
    ("realtors", "united states"),
    ("selectman", "united states"),
    ("selectmen", "united states"),
    ("sheriff", "united states"),
    ("sheriffs", "united states"),
    ("sophomore", "united states"),
    ("sophomores", "united states"),
    ("statewide", "united states"),
    ("taoiseach", "ireland"),
    ("trooper", "united states"),
    ("troopers", "united states"),
    ("varsity", "united states"),
    ("£", "united kingdom"),
];

/// The country that a word in lower case speaks for.
pub fn nation_of(word: &str) -> Option<&'static str> {
    WORDS.binary_search_by_key(&word, |(word, _)| word).ok().map(|i| WORDS[i].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(nation_of("selectmen"), Some("united states"));
        assert_eq!(nation_of("town"), None);
    }
}
