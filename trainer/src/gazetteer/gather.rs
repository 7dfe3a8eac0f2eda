//! Chooses which places, and which of their names, go into the gazetteer.
//!
//! Towns come from GeoNames, down to a size that depends on how often English news speaks of small
//! places there. First-level regions, and counties of some countries, are points in the middle of
//! their towns. Countries, seas, mountains, and names that news uses but GeoNames does not put first
//! are tables of our own.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use whosaid::place::{Kind, fold_name};

use super::source::{Source, Town};
use super::ukrainian::ukrainian_in_latin;

/// Everything that is packed.
#[derive(Default)]
pub struct Places {
    pub list: Vec<Place>,
    /// Another name, and the place.
    pub aliases: Vec<(String, usize)>,
    /// The name of a people, and its country.
    pub peoples: Vec<(String, usize)>,
    /// The country of each region; the countries themselves come first.
    pub regions: Vec<usize>,
    /// ISO codes; the last is empty.
    pub countries: Vec<String>,
}

pub struct Place {
    /// As [`fold_name`] writes it.
    pub name: String,
    pub kind: Kind,
    pub importance: u8,
    pub population: u64,
    pub region: usize,
    pub latitude: f64,
    pub longitude: f64,
    pub id: Option<u32>,
}

const COUNTRIES: &str = include_str!("countries.tsv");
const FEATURES: &str = include_str!("features.tsv");
const REGIONS: &str = include_str!("regions.tsv");
const ALIASES: &str = include_str!("aliases.tsv");

/// The fewest inhabitants of a town that is taken: news in English names small places at home and where
/// wars are.
fn fewest(country: &str) -> u64 {
    match country {
        "UA" | "SY" | "IQ" | "PS" | "LB" | "AF" | "YE" => 0,
        "US" | "GB" | "CA" | "AU" | "NZ" | "IE" | "IL" | "ZA" => 500,
        "MX" | "FR" | "DE" | "IT" | "ES" | "RO" | "CN" | "BR" | "CI" | "ID" => 1800,
        _ => 1000,
    }
}

/// Whether news names the second-level regions of the country with what they are: "Harris County".
fn has_counties(country: &str) -> bool {
    matches!(country, "US" | "GB" | "IE" | "PH")
}

/// Whether news names the second-level regions of the country, with or without what they are: "Swat
/// district", "Haute-Savoie".
fn has_districts(country: &str) -> bool {
    matches!(
        country,
        "AF" | "AU"
            | "BD"
            | "CD"
            | "DE"
            | "ES"
            | "ET"
            | "FR"
            | "GH"
            | "ID"
            | "IL"
            | "IN"
            | "IQ"
            | "IT"
            | "KE"
            | "LB"
            | "LK"
            | "MM"
            | "MW"
            | "NG"
            | "NP"
            | "PK"
            | "PS"
            | "SD"
            | "SO"
            | "SS"
            | "SY"
            | "TZ"
            | "UA"
            | "UG"
            | "YE"
            | "ZA"
            | "ZW"
    )
}

/// The least population of a town whose name is taken in all spellings near its own: where names are
/// not written in Latin letters, or news is of wars, spellings vary.
fn most_spelled(country: &str) -> u64 {
    match country {
        "UA" => 8_000,
        "AF" | "AM" | "AZ" | "BY" | "ER" | "ET" | "GE" | "IL" | "IQ" | "LB" | "LY" | "PS" | "SD" | "SO"
        | "SY" | "YE" => 15_000,
        "AE" | "BD" | "BG" | "BH" | "CN" | "CY" | "DZ" | "EG" | "GR" | "IN" | "IR" | "JO" | "JP" | "KG"
        | "KH" | "KP" | "KR" | "KW" | "KZ" | "LA" | "LK" | "MA" | "MD" | "MK" | "MM" | "MN" | "NP" | "OM"
        | "PK" | "QA" | "RS" | "RU" | "SA" | "TH" | "TJ" | "TM" | "TN" | "TW" | "UZ" | "VN" => 150_000,
        _ => u64::MAX,
    }
}

/// Regions of several countries, and words that hardly ever mean one of them.
const VAGUE: [&str; 14] = [
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Centre", "Center",
    "Central", "Coast", "Capital", "Middle",
];

/// What stands before or after the name of a second-level region.
const DISTRICTS: [&str; 14] = [
    "Province of ",
    "Royal Borough of ",
    "Provincia di ",
    "Provincia de ",
    "Provincia del ",
    "Libero consorzio comunale di ",
    "Regierungsbezirk ",
    "Kabupaten ",
    "Caza de ",
    "Caza du ",
    " Local Government Area",
    " Raion",
    " District Municipality",
    " Metropolitan Municipality",
];

/// The least population of a town whose GeoNames id is kept.
const WITH_ID: u64 = 50_000;

/// The population on a scale of 0 to 15.
fn importance(population: u64) -> u8 {
    (population / 250).max(1).ilog2().min(15) as u8
}

/// Takes what is worth its bytes.
pub fn gather(source: Source) -> Places {
    let mut gatherer = Gatherer::default();
    gatherer.countries(&source);
    gatherer.regions(&source);
    gatherer.towns(&source);
    gatherer.counties(&source);
    gatherer.features();
    gatherer.aliases();
    gatherer.places
}

#[derive(Default)]
struct Gatherer {
    places: Places,
    /// Code to number.
    country: HashMap<String, usize>,
    /// "US.TX" to number.
    region: HashMap<String, usize>,
    /// The names of countries, which are not also other names of towns.
    taken: HashSet<String>,
    /// Names that a place has already.
    named: HashMap<(String, usize), ()>,
}

impl Gatherer {
    fn add(&mut self, name: &str, place: Place) -> Option<usize> {
        let name = fold(name)?;
        let index = self.places.list.len();
        self.named.insert((name.clone(), index), ());
        self.places.list.push(Place { name, ..place });
        Some(index)
    }

    fn alias(&mut self, name: &str, place: usize) {
        if let Some(name) = fold(name)
            && self.named.insert((name.clone(), place), ()).is_none()
        {
            self.places.aliases.push((name, place));
        }
    }

    fn countries(&mut self, source: &Source) {
        let rows: Vec<Vec<&str>> = rows(COUNTRIES).collect();
        for (i, row) in rows.iter().enumerate() {
            let country = &source.countries[row[0]];
            self.country.insert(row[0].into(), i);
            self.places.countries.push(row[0].into());
            self.places.regions.push(i);
            let place = Place {
                name: String::new(),
                kind: Kind::Country,
                importance: importance(country.population),
                population: country.population,
                region: i,
                latitude: row[1].parse().unwrap(),
                longitude: row[2].parse().unwrap(),
                id: Some(country.geonameid),
            };
            let index = self.add(&country.name, place).unwrap();
            row[3].split(';').for_each(|name| self.alias(name, index));
            for people in row[4].split(';').filter_map(fold) {
                // "Russians" as well as "Russian".
                if !people.ends_with('s') && !people.ends_with("ch") && !people.ends_with("sh") {
                    self.places.peoples.push((format!("{people}s"), index));
                }
                self.places.peoples.push((people, index));
            }
        }
        let names = self.places.aliases.iter().map(|(name, _)| name);
        self.taken = names.chain(self.places.list.iter().map(|p| &p.name)).cloned().collect();
        self.country.insert(String::new(), rows.len());
        self.places.countries.push(String::new());
        self.places.regions.push(rows.len());
    }

    fn region(&mut self, country: &str, code: &str) -> usize {
        let country_index = self.country[country];
        *self.region.entry(format!("{country}.{code}")).or_insert_with(|| {
            self.places.regions.push(country_index);
            self.places.regions.len() - 1
        })
    }

    fn regions(&mut self, source: &Source) {
        let mut middles: BTreeMap<String, Middle> = BTreeMap::new();
        for town in &source.towns {
            let code = format!("{}.{}", town.countrycode, town.admin1code);
            middles.entry(code).or_default().add(town.latitude, town.longitude, town.population);
        }
        let typed: HashMap<&str, (f64, f64)> =
            rows(REGIONS).map(|r| (r[0], (r[1].parse().unwrap(), r[2].parse().unwrap()))).collect();
        for (code, middle) in middles {
            let Some(name) = source.regions.get(&code) else { continue };
            let (country, part) = code.split_once('.').unwrap();
            let region = self.region(country, part);
            let state = (country == "US").then(|| source.states.get(part)).flatten();
            let typed = typed.get(code.as_str()).copied();
            let (latitude, longitude) = typed.unwrap_or_else(|| middle.point());
            let vague = VAGUE.contains(&without_type(name));
            let place = Place {
                name: String::new(),
                kind: Kind::Region,
                importance: if vague { 0 } else { importance(middle.population) },
                population: middle.population,
                region,
                latitude,
                longitude,
                id: state.map(|s| s.geonameid),
            };
            let Some(index) = self.add(without_type(name), place) else { continue };
            if let Some(names) = source.translations.get(&code) {
                for name in chosen(names, 3) {
                    self.alias(without_type(name), index);
                }
            }
        }
    }

    fn towns(&mut self, source: &Source) {
        // Other towns of the country may have the capital's name: "Washington".
        let mut capitals: HashMap<&str, &Town> = HashMap::new();
        // One list has "Bogota" where the other has "Bogotá", "Ulaanbaatar" where it has "Ulan Bator".
        let same = |capital: &str, name: &str| {
            capital == name || fold(capital).is_some_and(|c| fold(name) == Some(c))
        };
        let named: HashSet<&str> = (source.towns.iter())
            .filter(|t| same(&source.countries[&t.countrycode].capital, &t.name))
            .map(|t| t.countrycode.as_str())
            .collect();
        let is_capital = |town: &Town| {
            let capital = &source.countries[&town.countrycode].capital;
            let other = || town.alternatenames.iter().any(|name| same(capital, name));
            same(capital, &town.name) || !named.contains(town.countrycode.as_str()) && other()
        };
        for town in source.towns.iter().filter(|town| is_capital(town)) {
            let largest = capitals.entry(&town.countrycode).or_insert(town);
            if town.population > largest.population {
                *largest = town;
            }
        }
        for town in &source.towns {
            let country = &source.countries[&town.countrycode];
            let capital =
                capitals.get(town.countrycode.as_str()).is_some_and(|c| c.geonameid == town.geonameid);
            if town.population < fewest(&town.countrycode) && !capital {
                continue;
            }
            let region = self.region(&town.countrycode, &town.admin1code);
            let place = Place {
                name: String::new(),
                kind: if capital { Kind::Capital } else { Kind::Town },
                importance: if capital {
                    // News names the government of a country by its seat.
                    importance(town.population).max(importance(country.population).saturating_sub(1))
                } else {
                    importance(town.population)
                },
                population: town.population,
                region,
                latitude: town.latitude,
                longitude: town.longitude,
                id: (town.population >= WITH_ID || capital).then_some(town.geonameid),
            };
            if let Some(index) = self.add(&town.name, place) {
                self.alternates(town, index, source.translations.get(&town.geonameid.to_string()));
            }
        }
    }

    /// Other names that English news may use: those of English or of several other languages, the
    /// first words of a long name, and Ukrainian names as Ukraine writes them in Latin letters.
    fn alternates(&mut self, town: &Town, place: usize, translations: Option<&Vec<String>>) {
        let own = self.places.list[place].name.clone();
        let mut names: Vec<String> = Vec::new();
        if let Some(translations) = translations {
            let languages = if town.population >= 500_000 { 2 } else { 3 };
            names.extend(chosen(translations, languages).map(str::to_owned));
        }
        for name in &town.alternatenames {
            let short = fold(name).is_some_and(|n| {
                n.len() >= 4 && own.strip_prefix(&n).is_some_and(|rest| rest.starts_with(' '))
            });
            if short && town.population >= 50_000 {
                names.push(name.clone());
            }
            if town.countrycode == "UA" {
                names.extend(ukrainian_in_latin(name));
            }
            if town.population >= most_spelled(&town.countrycode) && is_spelling(name, &own) {
                names.push(name.clone());
            }
        }
        for name in names {
            if fold(&name).is_some_and(|n| !self.taken.contains(&n)) {
                self.alias(&name, place);
            }
        }
    }

    fn counties(&mut self, source: &Source) {
        let mut middles: BTreeMap<String, Middle> = BTreeMap::new();
        let populations: HashMap<(&str, i64, i64), u64> = source
            .towns
            .iter()
            .map(|t| ((t.name.as_str(), cent(t.latitude), cent(t.longitude)), t.population))
            .collect();
        for town in
            source.town_counties.iter().filter(|t| has_counties(&t.country) || has_districts(&t.country))
        {
            let (latitude, longitude): (f64, f64) = (town.lat.parse().unwrap(), town.lng.parse().unwrap());
            let population = populations.get(&(&town.name, cent(latitude), cent(longitude))).copied();
            let code = format!("{}.{}.{}", town.country, town.admin1, town.admin2);
            middles.entry(code).or_default().add(latitude, longitude, population.unwrap_or(1000));
        }
        let towns: HashSet<(String, usize)> =
            self.places.list.iter().map(|place| (place.name.clone(), place.region)).collect();
        for (code, middle) in middles {
            let Some(name) = source.counties.get(&code) else { continue };
            let mut parts = code.split('.');
            let (country, part) = (parts.next().unwrap(), parts.next().unwrap());
            let region = self.region(country, part);
            let (latitude, longitude) = middle.point();
            let place = Place {
                name: String::new(),
                kind: Kind::County,
                importance: importance(middle.population),
                population: middle.population,
                region,
                latitude,
                longitude,
                id: None,
            };
            let short = DISTRICTS.iter().fold(name.as_str(), |name, kind| {
                name.strip_prefix(kind).or_else(|| name.strip_suffix(kind)).unwrap_or(name)
            });
            let short = if has_counties(country) { short } else { without_type(short) };
            // What is named for its seat lies where that does.
            if fold(short).is_some_and(|name| !towns.contains(&(name, region))) {
                self.add(short, place);
            }
        }
    }

    fn features(&mut self) {
        for row in rows(FEATURES) {
            let mut names = row[0].split(';');
            let country = self.country[row[2]];
            self.places.regions.push(country);
            let place = Place {
                name: String::new(),
                kind: match row[1] {
                    "continent" | "region" => Kind::Area,
                    "town" => Kind::Town,
                    "site" => Kind::Site,
                    _ => Kind::Feature,
                },
                importance: row[5].parse().unwrap(),
                population: 0,
                region: self.places.regions.len() - 1,
                latitude: row[3].parse().unwrap(),
                longitude: row[4].parse().unwrap(),
                id: None,
            };
            let index = self.add(names.next().unwrap(), place).unwrap();
            names.for_each(|name| self.alias(name, index));
        }
    }

    fn aliases(&mut self) {
        for row in rows(ALIASES) {
            let (name, country) = (fold(without_type(row[0])).unwrap(), self.country[row[1]]);
            let list = &self.places.list;
            let found = (0..list.len())
                .filter(|&i| list[i].name == name && self.places.regions[list[i].region] == country)
                .max_by_key(|&i| (list[i].kind == Kind::Region, list[i].population));
            match found {
                Some(place) => row[2].split(';').for_each(|name| self.alias(name, place)),
                None => eprintln!("aliases.tsv: no {} in {}", row[0], row[1]),
            }
        }
    }
}

/// The middle of where a region's towns lie: each square of a quarter of a degree counts once, so
/// that a crowded corner does not pull it away.
#[derive(Default)]
struct Middle {
    squares: BTreeSet<(i64, i64)>,
    population: u64,
}

impl Middle {
    fn add(&mut self, latitude: f64, longitude: f64, population: u64) {
        self.squares.insert(((latitude * 4.0).round() as i64, (longitude * 4.0).round() as i64));
        self.population += population;
    }

    fn point(&self) -> (f64, f64) {
        let (mut latitude, mut x, mut y) = (0.0, 0.0, 0.0);
        for &(up, across) in &self.squares {
            let longitude = (across as f64 / 4.0).to_radians();
            latitude += up as f64 / 4.0;
            x += longitude.cos();
            y += longitude.sin();
        }
        (latitude / self.squares.len() as f64, y.atan2(x).to_degrees())
    }
}

/// The English name, and those that at least `languages` languages write alike.
fn chosen(translations: &[String], languages: usize) -> impl Iterator<Item = &str> {
    let alike = move |name: &&String| translations.iter().filter(|n| n == name).count() >= languages;
    let english = translations.first().into_iter();
    english.chain(translations.iter().filter(alike)).map(String::as_str)
}

/// Whether `name` may be another spelling of the folded name `own`: "Hasakeh" of "al hasakah".
fn is_spelling(name: &str, own: &str) -> bool {
    let Some(other) = fold(name) else { return false };
    let core = |name: &str| {
        let articles = ["al ", "el ", "ar ", "ad ", "an ", "as ", "ash ", "at ", "az "];
        articles.iter().find_map(|a| name.strip_prefix(a)).unwrap_or(name).replace(' ', "")
    };
    let (own, other) = (core(own), core(&other));
    let titled = name.chars().next().is_some_and(char::is_uppercase);
    let acronym = name.len() <= 4 && !name.chars().any(char::is_lowercase);
    titled
        && !acronym
        && other.len() >= 4
        && edits(own.as_bytes(), other.as_bytes()) <= other.len().div_ceil(4)
}

/// How many letters must be put in, left out or exchanged to make the one of the other.
fn edits(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut before = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let here = (before + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            before = std::mem::replace(&mut row[j + 1], here);
        }
    }
    row[b.len()]
}

fn cent(degrees: f64) -> i64 {
    (degrees * 100.0).round() as i64
}

/// "Zhytomyr" of "Zhytomyr Oblast": the name that the reader of the file looks up.
fn without_type(name: &str) -> &str {
    const TYPES: [&str; 13] = [
        " Oblast",
        " Province",
        " Governorate",
        " Prefecture",
        " Region",
        " County",
        " Department",
        " District",
        " Emirate",
        " Republic",
        " Krai",
        " Kray",
        " State",
    ];
    TYPES.iter().find_map(|t| name.strip_suffix(t)).unwrap_or(name)
}

fn fold(name: &str) -> Option<String> {
    let mut form = String::new();
    fold_name(name, &mut form).then_some(form)
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| l.split('\t').collect())
}
