//! Which names stand for one thing.
//!
//! Names that are spelled the same make a [`Spelling`]; spellings are joined by hashed keys (full
//! name, surname, initials), so that the time is linear in the names, however many there are.

use rustc_hash::FxHashMap;

use super::EntityId;
use super::alias::{known_as, people};
use super::apart::find_apart;
use super::body::join_bodies;
use super::fold::{american, fold_into, merge_spellings};
use super::person;
use super::spelling::{Class, Sets, Spelling};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::hash::TextMap;
use crate::name::Name;
use crate::rule::Rule;
use crate::token::{Case, TokenKind};

pub(super) static CLASSES: Rule = Rule {
    id: "entity.one-word-two-kinds",
    says: "What is spelled alike is one, though it was given two kinds.",
    fires: &["[Vimo|o] rose. [Vimo|p] fell."],
    spares: &["[Ana Kelm|p] left [Kelm|l] for [Kelm|l]. [Kelm|p] wept."],
};

/// Gives each name its entity; entities are numbered by first mention.
pub(super) fn group(document: &Document, names: &[Name]) -> Vec<EntityId> {
    let (spellings, of_name) = spell(document, names);
    let mut sets = Sets::new(spellings.len());
    join_bodies(document, names, &spellings, &of_name, &mut sets);
    let persons = person::Persons::new(&spellings, &mut sets);
    join_classes(&spellings, &persons, &mut sets);
    let roots = persons.assign(document, names, &of_name, &mut sets);

    let mut ids: FxHashMap<u32, u32> = FxHashMap::default();
    roots
        .into_iter()
        .map(|root| {
            let next = ids.len() as u32;
            EntityId(*ids.entry(root).or_insert(next))
        })
        .collect()
}

/// What names of bodies start with, and its short form.
const LONG_STARTS: &[(&str, &str)] =
    &[("united states ", "us "), ("united nations ", "un "), ("european union ", "eu ")];

/// The spellings of the names, and the spelling of each name.
fn spell(document: &Document, names: &[Name]) -> (Vec<Spelling>, Vec<u32>) {
    let mut spellings: Vec<Spelling> = Vec::new();
    let mut ids: TextMap<String, u32> = TextMap::default();
    let (mut folded, mut key) = (String::new(), String::new());
    let apart = find_apart(document, names);
    let of_name = names
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let class = match name.kind {
                EntityKind::Person => Class::Person,
                EntityKind::Group => Class::People,
                _ => Class::Thing,
            };
            folded.clear();
            for token in name.first as usize..name.end as usize {
                let kind = document.tokens[token].kind;
                let word = document.lower(token);
                let counts = matches!(kind, TokenKind::Word | TokenKind::Number) && word != "'s"
                    || class == Class::Thing && word == "&";
                if !counts {
                    continue;
                }
                let start = folded.len();
                if start == 0 && matches!(word, "st." | "st") && name.end > name.first + 1 {
                    folded.push_str("saint");
                } else if class == Class::Thing {
                    folded.push_str(american(word).unwrap_or_default());
                }
                if folded.len() == start {
                    fold_into(word, &mut folded);
                }
                if folded.len() > start {
                    folded.push(' ');
                }
            }
            let words = folded.trim_end();
            let words = words.strip_prefix("the ").unwrap_or(words);
            let words = match class {
                Class::People => people(words),
                Class::Thing => known_as(words),
                Class::Person if words.contains(' ') => words,
                Class::Person => known_as(words),
            };
            key.clear();
            key.push(match class {
                Class::Person => 'p',
                Class::People => 'g',
                Class::Thing => 't',
            });
            // "United States Congress" as "US Congress"
            let long = LONG_STARTS.iter().find_map(|(long, short)| Some((short, words.strip_prefix(long)?)));
            let words = match long.filter(|_| class == Class::Thing) {
                Some((short, rest)) => {
                    key.push_str(short);
                    rest
                }
                None => words,
            };
            for (n, word) in words.split(' ').enumerate() {
                if n > 0 {
                    key.push(' ');
                }
                if class == Class::Person {
                    merge_spellings(word, &mut key);
                } else {
                    key.push_str(word);
                }
            }
            if let Some(apart) = apart[i] {
                key.push_str(&format!(" @{apart}"));
            }
            let id = match ids.get(&key) {
                Some(&id) => id,
                None => {
                    let id = spellings.len() as u32;
                    ids.insert(key.clone(), id);
                    let first = document.tokens.get(name.first as usize);
                    spellings.push(Spelling {
                        key: key[1..].to_owned(),
                        bare: if class == Class::Person { words.to_owned() } else { String::new() },
                        class,
                        count: 0,
                        first: i as u32,
                        span: name.span,
                        capitals: name.end == name.first + 1
                            && first.is_some_and(|t| {
                                let word = document.slice(t.span);
                                // "IISc"
                                let nearly = word.len() > 3
                                    && word.is_ascii()
                                    && word[..word.len() - 1].bytes().all(|b| b.is_ascii_uppercase());
                                document.words.case(t.word) == Case::Upper || nearly
                            }),
                        organizations: 0,
                        places: 0,
                    });
                    id
                }
            };
            let spelling = &mut spellings[id as usize];
            spelling.count += 1;
            spelling.organizations += u32::from(name.kind == EntityKind::Organization);
            spelling.places += u32::from(name.kind == EntityKind::Place);
            id
        })
        .collect();
    (spellings, of_name)
}

/// Joins spellings that are the same but for the kind they were given.
fn join_classes(spellings: &[Spelling], persons: &person::Persons, sets: &mut Sets) {
    let mut seen: TextMap<&str, u32> = TextMap::default();
    for (id, spelling) in spellings.iter().enumerate() {
        let id = id as u32;
        let plain = spelling.plain();
        let bare = if spelling.class == Class::Thing { people(plain) } else { plain };
        for key in [plain, bare] {
            let Some(&other) = seen.get(key) else { continue };
            let (one, two) = (spelling, &spellings[other as usize]);
            if one.class == two.class {
                continue;
            }
            let person = match (one.class, two.class) {
                (Class::Person, _) => Some((one, two)),
                (_, Class::Person) => Some((two, one)),
                _ => None,
            };
            // "Washington" the town beside "Denzel Washington" stays a town.
            let apart = person.is_some_and(|(p, t)| persons.is_surname(&p.key) && t.count > p.count);
            if !apart && CLASSES.acts(spelling.span) {
                let (part, whole) = if one.count > two.count { (other, id) } else { (id, other) };
                sets.join(part, whole);
            }
            break;
        }
        seen.entry(plain).or_insert(id);
    }
}
