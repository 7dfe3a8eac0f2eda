//! What news prints, and what is found in it.

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
            find_figures(&Document::new(text), &[]).iter().map(|figure| show(text, figure)).collect();
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
