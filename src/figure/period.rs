//! Units of time: their names, how many of one make another, and durations in ISO 8601.
//!
//! "two and a half hours" is `PT2.5H`, "two decades" `P20Y`. Months have no seconds, so that "a month
//! and ten days" has no sum.

use super::lexicon::Period;

/// An ISO 8601 duration: `P10D`, `PT1.5H`.
pub(super) fn duration_iso(value: f64, period: Period) -> Option<String> {
    if !(0.0..1e15).contains(&value) {
        return None;
    }
    let (factor, designator) = match period {
        Period::Millisecond => (0.001, "S"),
        Period::Second => (1.0, "S"),
        Period::Minute => (1.0, "M"),
        Period::Hour => (1.0, "H"),
        Period::Day => (1.0, "D"),
        Period::Week => (1.0, "W"),
        Period::Fortnight => (2.0, "W"),
        Period::Month => (1.0, "M"),
        Period::Quarter => (3.0, "M"),
        Period::Year => (1.0, "Y"),
        Period::Decade => (10.0, "Y"),
        Period::Century => (100.0, "Y"),
        Period::Weekend => return None,
    };
    let mark = if period < Period::Day { "PT" } else { "P" };
    Some(format!("{mark}{}{designator}", plain(value * factor)))
}

/// A number without trailing zeros, to a thousandth; without the standard library's exact printer,
/// which would cost the wasm more bytes than all of this file.
fn plain(value: f64) -> String {
    let thousandths = (value * 1000.0).round() as u64;
    let mut text = format!("{}", thousandths / 1000);
    let rest = thousandths % 1000;
    if rest > 0 {
        let part = format!(".{rest:03}");
        text.push_str(part.trim_end_matches('0'));
    }
    text
}

/// The singular English name of a unit of time.
pub(super) fn period_name(period: Period) -> &'static str {
    match period {
        Period::Millisecond => "millisecond",
        Period::Second => "second",
        Period::Minute => "minute",
        Period::Hour => "hour",
        Period::Day => "day",
        Period::Week => "week",
        Period::Fortnight => "fortnight",
        Period::Month => "month",
        Period::Quarter => "quarter",
        Period::Year => "year",
        Period::Decade => "decade",
        Period::Century => "century",
        Period::Weekend => "weekend",
    }
}

/// How many of the smaller unit make one of the larger, for "two hours and 30 minutes".
pub(super) fn per_period(large: Period, small: Period) -> Option<f64> {
    let seconds = |period| match period {
        Period::Millisecond => Some(0.001),
        Period::Second => Some(1.0),
        Period::Minute => Some(60.0),
        Period::Hour => Some(3600.0),
        Period::Day => Some(86_400.0),
        Period::Week => Some(604_800.0),
        _ => None,
    };
    let months = |period| match period {
        Period::Month => Some(1.0),
        Period::Year => Some(12.0),
        _ => None,
    };
    let ratio = match (seconds(large), seconds(small)) {
        (Some(large), Some(small)) => large / small,
        _ => months(large)? / months(small)?,
    };
    (ratio > 1.0).then_some(ratio)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        assert_eq!(duration_iso(1.25, Period::Year).as_deref(), Some("P1.25Y"));
        assert_eq!(duration_iso(2.0, Period::Decade).as_deref(), Some("P20Y"));
        assert_eq!(duration_iso(90.0, Period::Minute).as_deref(), Some("PT90M"));
    }
}
