//! What a name in a text may stand for: the gazetteer asked in several ways.

use super::fold::fold_name;
use super::gazetteer::{Candidate, Gazetteer, Kind};

/// How many candidates of one name are weighed.
const MOST: usize = 48;

/// Words before a place's name that say which part of it is meant, or what it is.
const BEFORE: &[&str] = &[
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "north",
    "south",
    "east",
    "west",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "upper",
    "lower",
    "greater",
    "downtown",
    "inner",
    "mainland",
    "metropolitan",
    "metro",
    "suburban",
    "rural",
    "upstate",
    "old",
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
    "gulf of",
    "port of",
];

/// Words after a place's name that say what it is, and the kinds that they allow.
const AFTER: &[(&str, Option<Kind>)] = &[
    ("city", Some(Kind::Town)),
    ("town", Some(Kind::Town)),
    ("village", Some(Kind::Town)),
    ("township", Some(Kind::Town)),
    ("county", Some(Kind::County)),
    ("co", Some(Kind::County)),
    ("parish", Some(Kind::County)),
    ("district", None),
    ("province", Some(Kind::Region)),
    ("oblast", Some(Kind::Region)),
    ("governorate", Some(Kind::Region)),
    ("prefecture", Some(Kind::Region)),
    ("department", Some(Kind::Region)),
    ("region", Some(Kind::Region)),
    ("state", Some(Kind::Region)),
    ("republic", None),
    ("island", Some(Kind::Feature)),
    ("islands", None),
    ("peninsula", None),
    ("river", Some(Kind::Feature)),
    ("sea", Some(Kind::Feature)),
    ("desert", Some(Kind::Feature)),
    ("mountains", Some(Kind::Feature)),
    ("metropolitan area", Some(Kind::Town)),
    ("area", None),
    ("metro", None),
];

/// Looks `name` up: as it stands, else without the words around its core.
pub fn look_up(gazetteer: &Gazetteer, name: &str, form: &mut String) -> Vec<Candidate> {
    if !fold_name(name, form) {
        return Vec::new();
    }
    let find = |name: &str| gazetteer.find(name).filter(|c| !c.people).take(MOST).collect::<Vec<_>>();
    let mut found = find(form);
    if !found.is_empty() {
        return found;
    }
    for (after, kind) in AFTER {
        let Some(core) = form.strip_suffix(after).and_then(|f| f.strip_suffix(' ')) else { continue };
        found = find(core);
        if let Some(kind) = kind
            && found.iter().any(|c| c.kind == *kind)
        {
            found.retain(|c| c.kind == *kind);
        }
        if *after == "river" || *after == "sea" || *after == "mountains" || *after == "desert" {
            found.retain(|c| c.kind == Kind::Feature);
        }
        if !found.is_empty() {
            return found;
        }
    }
    for before in BEFORE {
        let Some(core) = form.strip_prefix(before).and_then(|f| f.strip_prefix(' ')) else { continue };
        found = find(core);
        if !found.is_empty() {
            return found;
        }
    }
    found
}
