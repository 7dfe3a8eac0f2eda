//! What news prints, and what is found in it.

mod news;
#[cfg(not(target_arch = "wasm32"))]
mod properties;

use super::*;

/// A figure in one line: "$2.5 billion: money 2500000000 USD over", "10 to 15 percent: percent 10..15".
fn show(text: &str, figure: &Figure) -> String {
    let mut line = format!("{}: {}", figure.span.of(text), format!("{:?}", figure.kind).to_lowercase());
    if let Some(value) = figure.value {
        line += &format!(" {value}");
    }
    if let (Some(low), Some(high)) = (figure.low, figure.high) {
        line += &format!(" {low}..{high}");
    }
    for part in [&figure.unit, &figure.iso].into_iter().flatten() {
        line += &format!(" {part}");
    }
    if let Some(bound) = figure.bound {
        line += match bound {
            Bound::About => " about",
            Bound::Over => " over",
            Bound::Under => " under",
            Bound::AtLeast => " at-least",
            Bound::AtMost => " at-most",
        };
    }
    if let Some(of) = figure.of {
        line += &format!(" of {}", of.of(text));
    }
    line
}

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        let found: Vec<_> =
            find_figures(&Document::new(text), &[], None).iter().map(|figure| show(text, figure)).collect();
        assert_eq!(&found, expected, "in {text:?}");
    }
}

#[test]
fn numbers() {
    check(&[
        ("Some 12 000 homes lost power.", &["12 000: number 12000 about of homes"]),
        ("More than 100,000 troops moved.", &["100,000: number 100000 over of troops"]),
        ("Twenty-three miners are missing.", &["Twenty-three: number 23 of miners"]),
        ("At least a dozen police officers were hurt.", &["a dozen: number 12 at-least of police officers"]),
        ("Half a million people fled.", &["Half a million: number 500000 of people"]),
        ("Thousands of angry farmers came.", &["Thousands: number of angry farmers"]),
        ("Several million voters stayed home.", &["Several million: number of voters"]),
        ("Two-thirds of voters agreed.", &["Two-thirds: number 0.6666666666666666 of voters"]),
        ("It sold 41 thousand 207 cars.", &["41 thousand 207: number 41207 of cars"]),
        ("Between 50 and 60 boats sank.", &["50 and 60: number 50..60 of boats"]),
        ("Two more bodies were found.", &["Two: number 2 of bodies"]),
        ("Rovers won 3-1 on Sunday.", &["3-1: number", "Sunday: date XXXX-WXX-7"]),
    ]);
}

#[test]
fn no_figures() {
    check(&[
        ("COVID-19 reached Zolote-4.", &[]),
        ("No one knew which one it was.", &[]),
        ("The First Lady was at first unsure.", &[]),
        ("Section 128 closes lane 2.", &[]),
        ("Call (206) 555-1212 or +86 138-2010-2015.", &[]),
        ("In recent weeks, the cent rose.", &[]),
        ("Today, however, he may march.", &[]),
    ]);
}

#[test]
fn money() {
    check(&[
        ("It pledged more than $2.5 billion.", &["$2.5 billion: money 2500000000 USD over"]),
        ("A fine of NZ$5 000 and RM120mil.", &["NZ$5 000: money 5000 NZD", "RM120mil: money 120000000 MYR"]),
        ("It cost 45.30 pence or 50 cents.", &["45.30 pence: money 0.453 GBP", "50 cents: money 0.5 USD"]),
        (
            "Sales of $3-5 million and €2.5bn.",
            &["$3-5 million: money 3000000..5000000 USD", "€2.5bn: money 2500000000 EUR"],
        ),
        (
            "Some 125 million Australian dollars",
            &["125 million Australian dollars: money 125000000 AUD about"],
        ),
        ("She lost 20 pounds of weight", &["20 pounds: quantity 20 pound"]),
    ]);
}

#[test]
fn measures() {
    check(&[
        ("It fell 10 to 15 percent.", &["10 to 15 percent: percent 10..15"]),
        (
            "Six kilometers (four miles) north",
            &["Six kilometers: quantity 6 kilometer", "four miles: quantity 4 mile"],
        ),
        (
            "winds of 120 km/h and 85°",
            &["120 km/h: quantity 120 kilometer per hour", "85°: quantity 85 degree"],
        ),
        ("10 days of exercises", &["10 days: duration 10 day P10D"]),
        (
            "She ran 2:03.15 in a 24-hour race.",
            &["2:03.15: duration 123.15 second PT123.15S", "24-hour: duration 24 hour PT24H"],
        ),
        ("Viktor, 56, and a 22-year-old", &["56: age 56 year", "22-year-old: age 22 year"]),
        ("women aged 18-25", &["18-25: age 18..25 year"]),
    ]);
}

#[test]
fn dates_and_times() {
    check(&[
        ("On June 27, 2023, in late 2022", &["June 27, 2023: date 2023-06-27", "2022: date 2022"]),
        ("from 2014–2016", &["2014–2016: date 2014/2016"]),
        ("in the early 2000s", &["2000s: date 200X"]),
        ("last week and this year", &["last week: date", "this year: date"]),
        ("on Wednesday night", &["Wednesday night: time XXXX-WXX-3TNI"]),
        (
            "at 0600 GMT, then 10:30 a.m. on Friday",
            &["0600 GMT: time T06:00Z", "10:30 a.m. on Friday: time XXXX-WXX-5T10:30"],
        ),
    ]);
}

#[test]
fn more_numbers() {
    check(&[
        ("Aged 15 and 17, they left.", &["15: age 15 year", "17: age 17 year"]),
        ("A 6'3\" forward", &["6'3\": quantity 6.25 foot"]),
        ("It cost millions of dollars.", &["millions of dollars: money USD"]),
        ("Call 911 callers about 9/11.", &[]),
        ("for 15-plus years", &["15-plus years: duration 15 year P15Y at-least"]),
        ("at odds of 3 to 1 odds", &["3 to 1: number"]),
        ("The 13th Amendment and the 13th floor", &["13th: ordinal 13"]),
        ("in his early 50s", &["50s: age 50..59 year"]),
        ("It rose 25 basis points.", &["25 basis points: percent 0.25 percentage point"]),
        ("minus five percent or -2.5%", &["minus five percent: percent -5", "-2.5%: percent -2.5"]),
    ]);
}

/// What reports of every sort print, one line a form.
#[test]
fn what_news_prints() {
    check(&[
        (
            "12'000 and 12\u{2009}000 and 12\u{a0}000 and 12,000 seats",
            &[
                "12'000: number 12000",
                "12\u{2009}000: number 12000",
                "12\u{a0}000: number 12000",
                "12,000: number 12000 of seats",
            ],
        ),
        ("They sold 2.5bn cans.", &["2.5bn: number 2500000000 of cans"]),
        ("It lost several million dollars.", &["several million dollars: money USD"]),
        (
            "It cost A$5, NT$300 and HK$40.",
            &["A$5: money 5 AUD", "NT$300: money 300 TWD", "HK$40: money 40 HKD"],
        ),
        ("a 24-hour strike, won 21-14", &["24-hour: duration 24 hour PT24H", "21-14: number"]),
        (
            "Up to 12 boys, nearly 500 girls",
            &["12: number 12 at-most of boys", "500: number 500 about of girls"],
        ),
        ("Fewer than 9 cats, some 70 dogs", &["9: number 9 under of cats", "70: number 70 about of dogs"]),
        (
            "It fell 0.3pp, or 30 basis points.",
            &["0.3pp: percent 0.3 percentage point", "30 basis points: percent 0.3 percentage point"],
        ),
        (
            "One in five women and nine out of 10 men",
            &["One in five: number 0.2 of women", "nine out of 10: number 0.9 of men"],
        ),
        (
            "She scored one in 10 games, two in 2019.",
            &["10: number 10 of games", "two: number 2", "2019: date 2019"],
        ),
        (
            "It rained for five straight days, and two more weeks.",
            &["five straight days: duration 5 day P5D", "two more weeks: duration 2 week P2W"],
        ),
        (
            "a 6-foot-4-inch guard, a 10,000-square-foot house",
            &[
                "6-foot-4-inch: quantity 6.333333333333333 foot",
                "10,000-square-foot: quantity 10000 square foot",
            ],
        ),
        (
            "They pump 2 million barrels a day at 60 miles an hour.",
            &[
                "2 million barrels a day: quantity 2000000 barrel per day",
                "60 miles an hour: quantity 60 mile per hour",
            ],
        ),
        ("It is greater than 100 and smaller than 300.", &["100 and smaller than 300: number 100..300"]),
        (
            "the last week of 2016, from November to February 2017",
            &["the last week of 2016: date 2016-W52", "November to February 2017: date 2016-11/2017-02"],
        ),
        ("at 0600 GMT on Tuesday last week", &["0600 GMT on Tuesday last week: time XXXX-WXX-2T06:00Z"]),
        ("2007 to the start of 2008", &["2007 to the start of 2008: date 2007/2008"]),
    ]);
}

#[test]
fn ages() {
    check(&[
        ("He was 17 when he fled; his wife is 34.", &["17: age 17 year", "34: age 34 year"]),
        (
            "Vaccines for over-65s, then for people over 50.",
            &["65s: age 65 year over", "50: age 50 year over"],
        ),
        ("girls between the ages of 12 and 15", &["12 and 15: age 12..15 year"]),
        ("Children under 12 are free.", &["12: age 12 year under"]),
        ("Women over 50 percent of the time", &["50 percent: percent 50 over"]),
        ("The score was 17 when it rained.", &["17: number 17"]),
        ("at age 91, aged 7, a 7-year-old", &["91: age 91 year", "7: age 7 year", "7-year-old: age 7 year"]),
    ]);
}

#[test]
fn names_that_hold_numbers() {
    check(&[
        ("The S&P 500 and Blink-182 at https://example.com/2021/12/16", &[]),
        ("They live at 10 Downing Street and 350 Fifth Avenue.", &[]),
        ("In 2019 Wall Street fell.", &["2019: date 2019"]),
        ("The 101st Airborne joined the 76th Guards Division.", &[]),
        ("It was the 101st airborne attack.", &["101st: ordinal 101"]),
    ]);
}

#[test]
fn relative_dates_from_a_reference() {
    let thursday = Date { year: 2021, month: 12, day: 16 };
    let rows = [
        ("on Tuesday", "2021-12-14"),
        ("He said on Tuesday that it will rain.", "2021-12-14"),
        ("The council will vote on Tuesday.", "2021-12-21"),
        ("On Tuesday, the court will rule.", "2021-12-21"),
        ("On Tuesday, the court ruled.", "2021-12-14"),
        ("Talks are due to begin on Sunday.", "2021-12-19"),
        ("last Tuesday", "2021-12-07"),
        ("Tuesday last week", "2021-12-07"),
        ("next Monday to Friday", "2021-12-20/2021-12-24"),
        ("in February", "2021-02"),
        ("It will open in March.", "2022-03"),
        ("three days ago", "2021-12-13"),
        ("a year ago", "2020-12-16"),
        ("the past three years", "2018-12-16/2021-12-16"),
        ("the next two days", "2021-12-17/2021-12-19"),
        ("last weekend", "2021-12-11/2021-12-12"),
        ("last quarter", "2021-07-01/2021-09-30"),
        ("last week", "2021-W49"),
        ("this year", "2021"),
        ("yesterday morning", "2021-12-15TMO"),
        ("on June 27", "2021-06-27"),
        ("three days from today", "2021-12-19"),
        ("two weeks before Christmas", "2021-12-11"),
        ("The trial begins Monday.", "2021-12-20"),
        ("Officials said it would start on Monday.", "2021-12-20"),
        ("Ahead of Sunday's election, he campaigned.", "2021-12-19"),
        ("They must leave by Friday.", "2021-12-17"),
        ("By Tuesday, he was gone.", "2021-12-14"),
        ("It rained over the weekend.", "2021-12-11/2021-12-12"),
        ("It will rain over the weekend.", "2021-12-18/2021-12-19"),
        ("the day before yesterday", "2021-12-14"),
        ("two weeks from now", "2021-12-30"),
        ("in June last year", "2020-06"),
        ("On February 24, Russia invaded.", "2021-02-24"),
        ("this coming Friday", "2021-12-17"),
        ("10 a.m. yesterday", "2021-12-15T10"),
    ];
    for (text, iso) in rows {
        let found = find_figures(&Document::new(text), &[], Some(thursday));
        assert_eq!(found[0].iso.as_deref(), Some(iso), "in {text:?}");
    }
    let about = find_figures(&Document::new("two years ago"), &[], Some(thursday));
    assert_eq!((about[0].kind, about[0].bound), (FigureKind::Date, Some(Bound::About)));
    let over = find_figures(&Document::new("more than two years ago"), &[], Some(thursday));
    assert_eq!((over[0].kind, over[0].bound), (FigureKind::Duration, Some(Bound::Over)));
}

#[test]
fn long_digits_have_no_value() {
    for digits in [30, 400, 5000] {
        let text = "9".repeat(digits);
        let found = find_figures(&Document::new(&text), &[], None);
        assert!(found.iter().all(|figure| figure.value.is_none_or(f64::is_finite)));
    }
}
