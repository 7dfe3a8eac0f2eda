//! Days of the week and months, in lower case.

/// Whether a word is a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// Whether a word is a day of the week or a month.
pub(crate) fn is_day(word: &str) -> bool {
    is_weekday(word)
        || is_also_word(word)
        || matches!(word, "january" | "february" | "july" | "september" | "october" | "november" | "december")
}

/// Whether a month is a word or a name as well: "may", "march", "June".
pub(crate) fn is_also_word(word: &str) -> bool {
    matches!(word, "march" | "april" | "may" | "june" | "august")
}
