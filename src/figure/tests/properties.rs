//! Any mix of the words of figures gives ordered spans on character borders and finite values.

use crate::document::Document;
use crate::figure::{Date, find_figures};
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "5",
    "12",
    "1990",
    ".",
    ",",
    "-",
    "–",
    "$",
    "€",
    "%",
    "percent",
    "million",
    "and",
    "to",
    "of",
    "a",
    "the",
    "half",
    "two",
    "thirds",
    "May",
    "Monday",
    "last",
    "week",
    "old",
    "between",
    "km",
    "/",
    ":",
    "30",
    "a.m.",
    "GMT",
    "'",
    "\"",
    "s",
    "th",
    "first",
    "quarter",
    "Dec.",
    "US",
    "francs",
    "RM120mil",
    "aged",
    "(",
    ")",
    "than",
    "+",
    "½",
    "°",
    "C",
    "in",
    "noon",
    "\n\n",
    "Viktor",
    "2021-12-16",
    "23.04.2022",
    "ft",
    "several",
    "dozen",
    "🌍",
    "couple",
    "scores",
    "RM7",
    "$US5m",
    "KSh3",
    "weekend",
    "Easter",
    "New",
    "Year",
    "'s",
    "block",
    "U.S.",
    "ago",
    "before",
    "yesterday",
    "old",
    "AD",
    "dozen",
];

proptest! {
    #[test]
    fn any_mix_gives_ordered_finite_figures(
        mix in prop::collection::vec((prop::sample::select(WORDS), any::<bool>()), 0..24),
        dated in any::<bool>(),
    ) {
        let text: String =
            mix.iter().flat_map(|(word, space)| [*word, if *space { " " } else { "" }]).collect();
        let mut end = 0;
        let today = dated.then_some(Date { year: 2021, month: 12, day: 16 });
        for figure in find_figures(&Document::new(&text), &[], today) {
            prop_assert!(figure.span.start >= end && !figure.span.is_empty());
            prop_assert!(text.get(figure.span.start as usize..figure.span.end as usize).is_some());
            prop_assert!([figure.value, figure.low, figure.high].iter().flatten().all(|v| v.is_finite()));
            end = figure.span.end;
        }
    }
}
