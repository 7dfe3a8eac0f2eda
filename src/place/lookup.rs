//! What a name in a text may stand for: the gazetteer asked in several ways.
//!
//! "northern Iraq" is Iraq, the "Anbar province" Anbar, "Zolote-4" Zolote, "Gwinnett" the county;
//! but the "Baltic Sea" and "South Sudan" are what they are called, as the whole name comes first.

use super::fold::fold_name;
use super::gazetteer::{Candidate, Gazetteer, Kind};
use crate::lexicon::{self, Class};

/// How many candidates of one name are weighed.
const MOST: usize = 48;

/// Words before a place's name that say what it is.
const BEFORE: &[&str] = &[
    "city of",
    "town of",
    "village of",
    "state of",
    "province of",
    "republic of",
    "county",
    "county of",
    "kingdom of",
    "commonwealth of",
    "island of",
    "isle of",
    "port of",
];

/// Words after a place's name that say what it is, and the only kind that they allow, if any.
const AFTER: &[(&str, Option<Kind>)] = &[
    ("city", Some(Kind::Town)),
    ("town", Some(Kind::Town)),
    ("village", Some(Kind::Town)),
    ("township", None),
    ("twp", None),
    ("parish", None),
    ("borough", None),
    ("county", Some(Kind::County)),
    ("co", Some(Kind::County)),
    ("district", None),
    ("province", None),
    ("oblast", Some(Kind::Region)),
    ("governorate", Some(Kind::Region)),
    ("prefecture", Some(Kind::Region)),
    ("department", Some(Kind::Region)),
    ("emirate", Some(Kind::Region)),
    ("region", None),
    ("state", Some(Kind::Region)),
    ("republic", None),
    ("island", Some(Kind::Feature)),
    ("islands", None),
    ("peninsula", None),
    ("river", Some(Kind::Feature)),
    ("sea", Some(Kind::Feature)),
    ("desert", Some(Kind::Feature)),
    ("mountains", Some(Kind::Feature)),
    ("metropolitan area", None),
    ("area", None),
    ("metro", None),
    ("proper", None),
];

/// Whether a name, as the gazetteer writes it, is that of a building.
pub fn is_building(form: &str) -> bool {
    form.rsplit_once(' ').is_some_and(|(_, last)| lexicon::is(last, Class::Building))
}

/// Whether a name, as the gazetteer writes it, says that it is of the sea, a lake or a mountain: "Red Sea", "Lake Huron".
pub fn is_water(form: &str) -> bool {
    let last = form.rsplit_once(' ').map_or("", |(_, last)| last);
    let first = form.split_once(' ').map_or("", |(first, _)| first);
    lexicon::is(last, Class::WaterEnd) || matches!(first, "cape" | "gulf" | "lake" | "mt" | "strait")
}

/// Looks `name` up: as it stands, else as a county, else without the words around its core.
pub fn look_up(gazetteer: &Gazetteer, name: &str, form: &mut String) -> Vec<Candidate> {
    if !fold_name(&crate::token::seen(name), form) {
        return Vec::new();
    }
    let find = |name: &str| gazetteer.find(name).filter(|c| !c.people).take(MOST).collect::<Vec<_>>();
    let mut found = find(form);
    if is_building(form) && form.matches(' ').count() > 1 {
        found.retain(|c| matches!(c.kind, Kind::Site | Kind::Area | Kind::Feature));
    }
    if !found.is_empty() {
        return found;
    }
    let whole = form.len();
    // "Laurel Co." and "Laurel": the county's name in the gazetteer is "Laurel County".
    let core = form.strip_suffix(" co").map_or(whole, str::len);
    let word = form[core..].len();
    form.truncate(core);
    form.push_str(" county");
    let found = find(form);
    if !found.is_empty() {
        return found;
    }
    form.truncate(core);
    if word > 0 {
        form.push_str(" co");
    }
    let number = |c: char| c.is_ascii_digit();
    if let Some(core) = form.trim_end_matches(number).strip_suffix(' ')
        && form.ends_with(number)
    {
        return find(core);
    }
    for (after, kind) in AFTER {
        let Some(core) = form.strip_suffix(after).and_then(|f| f.strip_suffix(' ')) else { continue };
        let mut found = find(core);
        found.retain(|c| {
            kind.is_none_or(|kind| c.kind == kind || kind == Kind::Town && c.kind == Kind::Capital)
        });
        if !found.is_empty() {
            return found;
        }
    }
    let strip = |form: &mut &str, before: &[&str]| {
        let core = before.iter().find_map(|before| form.strip_prefix(before)?.strip_prefix(' '));
        core.map(|core| *form = core).is_some()
    };
    let mut core = form.as_str();
    while let Some((part, rest)) = core.split_once(' ')
        && lexicon::is(part, Class::PlacePart)
    {
        core = rest;
        let found = find(core);
        if !found.is_empty() {
            return found;
        }
    }
    if strip(&mut core, BEFORE) { find(core) } else { Vec::new() }
}

/// Looks up the counties of a name that the text says is one: "Barrow" of "Barrow and Jackson counties".
pub fn look_up_county(gazetteer: &Gazetteer, name: &str, form: &mut String) -> Vec<Candidate> {
    if !fold_name(&crate::token::seen(name), form) || form.ends_with(" county") {
        return Vec::new();
    }
    form.push_str(" county");
    gazetteer.find(form).take(MOST).collect()
}
