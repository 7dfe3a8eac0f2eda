//! Symbols of units that news prints in its own way ("sq. miles", "bpd"), or that count only right after the digits
//! ("1.8m", "104F"); CLDR has the rest.

use super::data::units::SYMBOLS;

/// Symbols in the spelling of newsrooms, in lower case.
pub(super) const NEWS: &[(&str, &str)] = &[
    ("b/d", "barrel per day"),
    ("bbl", "barrel"),
    ("bbls", "barrel"),
    ("bcm", "billion cubic meter"),
    ("boe", "barrel of oil equivalent"),
    ("boe/d", "barrel of oil equivalent per day"),
    ("boepd", "barrel of oil equivalent per day"),
    ("bopd", "barrel of oil per day"),
    ("bpd", "barrel per day"),
    ("celsius", "degree celsius"),
    ("centigrade", "degree celsius"),
    ("cu ft", "cubic foot"),
    ("deg", "degree"),
    ("deg c", "degree celsius"),
    ("deg f", "degree fahrenheit"),
    ("degc", "degree celsius"),
    ("degf", "degree fahrenheit"),
    ("degree c", "degree celsius"),
    ("degree f", "degree fahrenheit"),
    ("degrees c", "degree celsius"),
    ("degrees centigrade", "degree celsius"),
    ("degrees f", "degree fahrenheit"),
    ("degrees farenheit", "degree fahrenheit"),
    ("dwt", "deadweight tonne"),
    ("fahrenheit", "degree fahrenheit"),
    ("feet", "foot"),
    ("ft", "foot"),
    ("gb", "gigabyte"),
    ("gigaton", "gigaton"),
    ("gigatonne", "gigaton"),
    ("gigatonnes", "gigaton"),
    ("gigatons", "gigaton"),
    ("gw", "gigawatt"),
    ("gwh", "gigawatt-hour"),
    ("hectare", "hectare"),
    ("kg", "kilogram"),
    ("kgs", "kilogram"),
    ("kilo", "kilogram"),
    ("kilos", "kilogram"),
    ("kiloton", "kiloton"),
    ("kilotons", "kiloton"),
    ("kilowatt hour", "kilowatt-hour"),
    ("kilowatt hours", "kilowatt-hour"),
    ("km", "kilometer"),
    ("km2", "square kilometer"),
    ("kmh", "kilometer per hour"),
    ("kmph", "kilometer per hour"),
    ("kms", "kilometer"),
    ("kph", "kilometer per hour"),
    ("kw", "kilowatt"),
    ("kwh", "kilowatt-hour"),
    ("lbs", "pound"),
    ("m2", "square meter"),
    ("mb", "megabyte"),
    ("mb/d", "million barrel per day"),
    ("mbpd", "million barrel per day"),
    ("megaton", "megaton"),
    ("megatons", "megaton"),
    ("megawatt hour", "megawatt-hour"),
    ("megawatt hours", "megawatt-hour"),
    ("megawatt-hour", "megawatt-hour"),
    ("megawatt-hours", "megawatt-hour"),
    ("mi", "mile"),
    ("microgram", "microgram"),
    ("micrograms", "microgram"),
    ("mmboe", "million barrel of oil equivalent"),
    ("mmbtu", "million british thermal unit"),
    ("mmscfd", "million standard cubic foot per day"),
    ("mph", "mile per hour"),
    ("mt", "million tonne"),
    ("mtoe", "million tonne of oil equivalent"),
    ("mtpa", "million tonne per year"),
    ("mwh", "megawatt-hour"),
    ("sq cm", "square centimeter"),
    ("sq feet", "square foot"),
    ("sq foot", "square foot"),
    ("sq ft", "square foot"),
    ("sq km", "square kilometer"),
    ("sq kms", "square kilometer"),
    ("sq m", "square meter"),
    ("sq meter", "square meter"),
    ("sq meters", "square meter"),
    ("sq metre", "square meter"),
    ("sq metres", "square meter"),
    ("sq mi", "square mile"),
    ("sq mile", "square mile"),
    ("sq miles", "square mile"),
    ("sq. ft", "square foot"),
    ("sq. km", "square kilometer"),
    ("sq. m", "square meter"),
    ("sq. miles", "square mile"),
    ("sqft", "square foot"),
    ("sqkm", "square kilometer"),
    ("sqm", "square meter"),
    ("stone", "stone"),
    ("tb", "terabyte"),
    ("terawatt hours", "terawatt-hour"),
    ("terawatt-hours", "terawatt-hour"),
    ("teu", "twenty-foot equivalent unit"),
    ("teus", "twenty-foot equivalent unit"),
    ("toe", "tonne of oil equivalent"),
    ("tonne", "tonne"),
    ("tonnes", "tonne"),
    ("tpa", "tonne per year"),
    ("tpd", "tonne per day"),
    ("tpy", "tonne per year"),
    ("twh", "terawatt-hour"),
    ("°", "degree"),
    ("°c", "degree celsius"),
    ("°f", "degree fahrenheit"),
];

/// Symbols only right after the digits; case counts.
pub(super) const GLUED: &[(&str, &str)] = &[
    ("A", "ampere"),
    ("F", "degree fahrenheit"),
    ("G", "g-force"),
    ("K", "kelvin"),
    ("L", "liter"),
    ("V", "volt"),
    ("W", "watt"),
    ("cc", "cubic centimeter"),
    ("g", "gram"),
    ("kt", "kiloton"),
    ("l", "liter"),
    ("m", "meter"),
    ("nm", "nanometer"),
    ("rad", "radian"),
    ("st", "stone"),
    ("t", "tonne"),
];

/// Most bytes of the first word of a symbol.
const LONGEST_SYMBOL: usize = 7;

/// Whether a symbol that is not in CLDR's long names starts with this lower-case word.
pub(super) fn is_symbol(lower: &str) -> bool {
    let at = |table: &[(&str, &str)]| {
        let at = table.partition_point(|(form, _)| *form < lower);
        table[at..].first().is_some_and(|(form, _)| form.starts_with(lower))
    };
    let symbol = |s: &str| {
        s.len() >= lower.len() && s.as_bytes()[..lower.len()].eq_ignore_ascii_case(lower.as_bytes())
    };
    lower.len() <= 16
        && (at(NEWS)
            || matches!(lower, "c" | "f")
            || lower.len() <= LONGEST_SYMBOL && SYMBOLS.iter().chain(GLUED).any(|(s, _)| symbol(s)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [NEWS, GLUED] {
            for pair in table.windows(2) {
                assert!(pair[0].0 < pair[1].0, "{} {}", pair[0].0, pair[1].0);
            }
        }
    }
}
