//! What whole articles print beside the plainest forms, one line a form.

use super::check;

#[test]
fn counts_and_fractions() {
    check(&[
        (
            "Half a dozen candidates and a couple of hundred voters came.",
            &["Half a dozen: number 6 of candidates", "a couple of hundred: number 200 about of voters"],
        ),
        (
            "A quarter of a million refugees and three-quarters of a million homes",
            &[
                "A quarter of a million: number 250000 of refugees",
                "three-quarters of a million: number 750000 of homes",
            ],
        ),
        (
            "One and a half million children; scores of villagers",
            &["One and a half million: number 1500000 of children", "scores: number of villagers"],
        ),
        (
            "one four-year term, six of the seven justices; one doesn't know",
            &[
                "one: number 1 of four-year term",
                "four-year: duration 4 year P4Y",
                "six: number 6 of justices",
                "seven: number 7 of justices",
            ],
        ),
        ("Four in five firms expect to hire.", &["Four in five: number 0.8 of firms"]),
        (
            "She ran 5 1/2 miles in 1 1/2 hours.",
            &["5 1/2 miles: quantity 5.5 mile", "1 1/2 hours: duration 1.5 hour PT1.5H"],
        ),
        (
            "Exports rose by a fifth; a third of the workers quit.",
            &["a fifth: number 0.2", "a third: number 0.3333333333333333 of workers"],
        ),
        ("Two to three dozen people waited.", &["Two to three dozen: number 24..36 of people"]),
        (
            "They need 10 or more votes and 1,000-plus members, or 50+ guests.",
            &[
                "10: number 10 at-least of votes",
                "1,000: number 1000 at-least of members",
                "50: number 50 at-least of guests",
            ],
        ),
        (
            "One election official, one critical factor and 19 MPs spoke.",
            &[
                "One: number 1 of election official",
                "one: number 1 of critical factor",
                "19: number 19 of MPs",
            ],
        ),
        ("About one in three adults smokes.", &["one in three: number 0.3333333333333333 about of adults"]),
        ("The bottom half of the table; second to none.", &[]),
        ("The vote was 12 to 3, a ratio of 4:1.", &["12 to 3: number", "4:1: number"]),
        ("Jobless claims dropped by 9,000 to 210,000.", &["9,000: number 9000", "210,000: number 210000"]),
    ]);
}

#[test]
fn labels_and_names() {
    check(&[
        ("Game 7, Region 1 and reactors Nos. 3 and 4", &[]),
        ("The 49ers ran the 4x100 relay; 1MDB paid; PM2.5 levels rose.", &[]),
        ("The Six-Day War and the Thirty Years' War ended.", &[]),
        ("They met at 131 West 23rd Street.", &[]),
        ("Then the S&P 500 fell and the Nasdaq 100 rose.", &[]),
        ("One day he will return, one day after the vote.", &["one day: duration 1 day P1D"]),
    ]);
}

#[test]
fn rates_and_points() {
    check(&[
        (
            "It rose three-tenths of a percentage point, then half a percent.",
            &[
                "three-tenths of a percentage point: percent 0.3 percentage point",
                "half a percent: percent 0.5",
            ],
        ),
        ("The bank made a quarter-point cut.", &["a quarter-point: percent 0.25 percentage point"]),
        ("It fell $1.05 to $71.20 a barrel.", &["$1.05: money 1.05 USD", "$71.20: money 71.2 USD"]),
    ]);
}

#[test]
fn currencies_of_newsrooms() {
    check(&[
        (
            "It cost RM7,856,920, QR 500 and KSh3,000.50.",
            &["RM7,856,920: money 7856920 MYR", "QR 500: money 500 QAR", "KSh3,000.50: money 3000.5 KES"],
        ),
        (
            "N5.2bn and P500,000, but an N95 mask",
            &["N5.2bn: money 5200000000 NGN", "P500,000: money 500000 PHP"],
        ),
        (
            "He paid $US5m, $500 CAD and GH₵180.",
            &["$US5m: money 5000000 USD", "$500 CAD: money 500 CAD", "GH₵180: money 180 GHS"],
        ),
        (
            "It cost 1,000 Danish crowns or 20 Egyptian pounds.",
            &["1,000 Danish crowns: money 1000 DKK", "20 Egyptian pounds: money 20 EGP"],
        ),
        (
            "It was 50 euro cents or 200 Australian cents.",
            &["50 euro cents: money 0.5 EUR", "200 Australian cents: money 2 AUD"],
        ),
        ("He wrestles at 152 pounds.", &["152 pounds: quantity 152 pound"]),
        ("In London he paid 152 pounds.", &["152 pounds: money 152 GBP"]),
        ("₹500cr or $2 and 50 cents", &["₹500cr: money 5000000000 INR", "$2 and 50 cents: money 2.5 USD"]),
    ]);
}

#[test]
fn single_units() {
    check(&[
        (
            "It took about an hour, then more than a year.",
            &["an hour: duration 1 hour PT1H about", "a year: duration 1 year P1Y over"],
        ),
        (
            "A year and a half later; a foot and a half of snow",
            &["A year and a half: duration 1.5 year P1.5Y", "a foot and a half: quantity 1.5 foot"],
        ),
        ("It happens twice a week, at $15 an hour, in a year when nobody came.", &["$15: money 15 USD"]),
        ("a two-and-a-half-year term", &["two-and-a-half-year: duration 2.5 year P2.5Y"]),
        ("The mine is within a mile of town.", &["a mile: quantity 1 mile"]),
        (
            "Over a 40-year career; over 40 years",
            &["40-year: duration 40 year P40Y", "40 years: duration 40 year P40Y over"],
        ),
        (
            "The race of 1 minute 43.21 seconds is expected to last six weeks.",
            &[
                "1 minute 43.21 seconds: duration 1.7201666666666666 minute PT1M43.21S",
                "six weeks: duration 6 week P6W",
            ],
        ),
    ]);
}

#[test]
fn ages_by_what_stands_around() {
    check(&[
        ("Anyone 65 or older; people 18 and over", &["65: age 65 year at-least", "18: age 18 year at-least"]),
        (
            "He died at 83. Smith, who is 45, and Jones, now 46, left.",
            &["83: age 83 year", "45: age 45 year", "46: age 46 year"],
        ),
        (
            "Two brothers, 23 and 31, fled with the boys, aged 6, 9 and 12.",
            &[
                "Two: number 2 of brothers",
                "23: age 23 year",
                "31: age 31 year",
                "6: age 6 year",
                "9: age 9 year",
                "12: age 12 year",
            ],
        ),
        ("She is 12 points ahead; both were 17.", &["12: number 12 of points", "17: age 17 year"]),
        (
            "12- to 15-year-olds; the 18-to-24 age group; men between 18 and 60",
            &[
                "12- to 15-year-olds: age 12..15 year",
                "18-to-24: age 18..24 year",
                "18 and 60: age 18..60 year",
            ],
        ),
    ]);
}

#[test]
fn dates_and_clocks() {
    check(&[
        (
            "in November last year; on June 16th of last year",
            &["November last year: date XXXX-11", "June 16th of last year: date XXXX-06-16"],
        ),
        (
            "the summer of 2021, Q3 2022 and the third quarter of 2022",
            &[
                "summer of 2021: date 2021",
                "Q3 2022: date 2022-07/2022-09",
                "third quarter of 2022: date 2022-07/2022-09",
            ],
        ),
        ("in 1066, in AD 79, in 500 BC", &["1066: date 1066", "AD 79: date 0079", "500 BC: date"]),
        ("in the mid-1990s; the 2019/20 season", &["mid-1990s: date 199X", "2019/20: date 2019/2020"]),
        (
            "on March 17, 18 and 19",
            &["March 17: date XXXX-03-17", "18: date XXXX-03-18", "19: date XXXX-03-19"],
        ),
        (
            "on New Year's Eve; on Labor Day; by Easter",
            &["New Year's Eve: date XXXX-12-31", "Labor Day: date", "Easter: date"],
        ),
        ("in the 12 months to March", &["12 months: duration 12 month P12M", "March: date XXXX-03"]),
        (
            "at 6:30 p.m. EST; at 3:15 p.m. Eastern time; at 1900 hours",
            &["6:30 p.m. EST: time T18:30", "3:15 p.m. Eastern time: time T15:15", "1900 hours: time T19:00"],
        ),
        (
            "Tuesday evening at 8:00; at 5:30 this morning",
            &["Tuesday evening at 8:00: time XXXX-WXX-2T20:00", "5:30 this morning: time T05:30"],
        ),
        (
            "The day before yesterday he talked about today.",
            &["The day before yesterday: date", "today: date"],
        ),
    ]);
}

#[test]
fn measures_in_news_spelling() {
    check(&[
        (
            "It was 40C (104F) and 22.6degC.",
            &[
                "40C: quantity 40 degree celsius",
                "104F: quantity 104 degree fahrenheit",
                "22.6degC: quantity 22.6 degree celsius",
            ],
        ),
        (
            "a 315sq metre office, a man 5ft 8ins tall",
            &["315sq metre: quantity 315 square meter", "5ft 8ins: quantity 5.666666666666667 foot"],
        ),
        (
            "an eighth of a mile; 37.4 gigatonnes",
            &["an eighth of a mile: quantity 0.125 mile", "37.4 gigatonnes: quantity 37.4 gigaton"],
        ),
    ]);
}
