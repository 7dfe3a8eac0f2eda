//! Which names stand for one thing.
//!
//! Names that are spelled the same make a [`Spelling`]; spellings are joined by hashed keys (full
//! name, surname, initials), so that the time is linear in the names, however many there are.

use super::ending::{OUTLETS, SMALL, TAILS};
use rustc_hash::FxHashMap;

use super::EntityId;
use super::alias::{known_as, people};
use super::fold::{fold_into, merge_spellings};
use super::person;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::name::Name;
use crate::token::{Case, TokenKind};

/// All names that are written with the same words.
pub(super) struct Spelling {
    /// Its words in one form, parted by spaces.
    pub(super) key: String,
    pub(super) class: Class,
    /// How many names.
    pub(super) count: u32,
    /// The first of them.
    pub(super) first: u32,
    /// Whether its first name is one word in capitals.
    capitals: bool,
    organization: bool,
}

/// Names of different classes are never joined by their parts.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Person,
    People,
    Thing,
}

/// Gives each name its entity; entities are numbered by first mention.
pub(super) fn group(document: &Document, names: &[Name]) -> Vec<EntityId> {
    let (spellings, of_name) = spell(document, names);
    let mut sets = Sets::new(spellings.len());
    join_things(document, names, &spellings, &of_name, &mut sets);
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

/// Disjoint sets of spellings.
pub(super) struct Sets(Vec<u32>);

impl Sets {
    fn new(size: usize) -> Self {
        Self((0..size as u32).collect())
    }

    /// The set that `i` is in.
    pub(super) fn find(&mut self, mut i: u32) -> u32 {
        while self.0[i as usize] != i {
            let above = self.0[self.0[i as usize] as usize];
            self.0[i as usize] = above;
            i = above;
        }
        i
    }

    /// Joins the set of `part` to that of `whole`.
    pub(super) fn join(&mut self, part: u32, whole: u32) {
        let (part, whole) = (self.find(part), self.find(whole));
        self.0[part as usize] = whole;
    }

    /// A new set.
    pub(super) fn add(&mut self) -> u32 {
        self.0.push(self.0.len() as u32);
        self.0.len() as u32 - 1
    }
}

/// The spellings of the names, and the spelling of each name.
fn spell(document: &Document, names: &[Name]) -> (Vec<Spelling>, Vec<u32>) {
    let mut spellings: Vec<Spelling> = Vec::new();
    let mut ids: FxHashMap<String, u32> = FxHashMap::default();
    let (mut folded, mut key) = (String::new(), String::new());
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
                if !matches!(kind, TokenKind::Word | TokenKind::Number) || document.lower(token) == "'s" {
                    continue;
                }
                let start = folded.len();
                fold_into(document.lower(token), &mut folded);
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
            let id = match ids.get(&key) {
                Some(&id) => id,
                None => {
                    let id = spellings.len() as u32;
                    ids.insert(key.clone(), id);
                    let first = document.tokens.get(name.first as usize);
                    spellings.push(Spelling {
                        key: key[1..].to_owned(),
                        class,
                        count: 0,
                        first: i as u32,
                        capitals: name.end == name.first + 1
                            && first.is_some_and(|t| document.words.case(t.word) == Case::Upper),
                        organization: false,
                    });
                    id
                }
            };
            spellings[id as usize].count += 1;
            spellings[id as usize].organization |= name.kind == EntityKind::Organization;
            id
        })
        .collect();
    (spellings, of_name)
}

/// Joins acronyms to what they stand for, and bodies to their short forms.
fn join_things(
    document: &Document,
    names: &[Name],
    spellings: &[Spelling],
    of_name: &[u32],
    sets: &mut Sets,
) {
    for i in 1..names.len() {
        if let Some((short, long)) = parenthesized(document, names, i)
            && stands_for(&spellings[of_name[short] as usize].key, &spellings[of_name[long] as usize].key)
        {
            sets.join(of_name[short], of_name[long]);
        }
    }

    let mut by_part: FxHashMap<&str, Part> = FxHashMap::default();
    let mut by_initials: FxHashMap<String, Part> = FxHashMap::default();
    for (id, long) in
        spellings.iter().enumerate().filter(|(_, s)| s.class == Class::Thing && s.key.contains(' '))
    {
        for skip in [false, true] {
            let letters: String = long
                .key
                .split([' ', '-'])
                .filter(|w| !skip || !SMALL.contains(w))
                .filter_map(|w| w.chars().next())
                .collect();
            Part::add(by_initials.entry(letters).or_default(), id as u32);
        }
        if !long.organization {
            continue;
        }
        let starts: Vec<usize> = long.key.match_indices(' ').map(|(i, _)| i + 1).collect();
        for &start in starts.iter().rev().take(3) {
            let end = &long.key[start..];
            if end.contains(' ') || OUTLETS.binary_search(&end).is_ok() {
                Part::add(by_part.entry(end).or_default(), id as u32);
            }
        }
        if starts.len() <= 3 && long.key[starts[0]..].split(' ').all(|w| TAILS.binary_search(&w).is_ok()) {
            Part::add(by_part.entry(&long.key[..starts[0] - 1]).or_default(), id as u32);
        }
    }
    let mut singles: FxHashMap<&str, u32> = FxHashMap::default();
    for (id, spelling) in spellings.iter().enumerate().filter(|(_, s)| s.class == Class::Thing) {
        singles.insert(&spelling.key, id as u32);
    }
    for (id, short) in spellings.iter().enumerate().filter(|(_, s)| s.class == Class::Thing) {
        let id = id as u32;
        if sets.find(id) != id {
            continue;
        }
        let single = !short.key.contains(' ');
        if single
            && short.capitals
            && (2..=8).contains(&short.key.len())
            && let Some(&Part::One(long)) = by_initials.get(&short.key)
            && (short.key.len() > 2 || short.organization && spellings[long as usize].organization)
        {
            sets.join(id, long);
            continue;
        }
        if short.organization
            && let Some(&Part::One(long)) = by_part.get(short.key.as_str())
            && long != id
        {
            sets.join(id, long);
            continue;
        }
        // "UkraineS accession": the apostrophe was lost.
        if single
            && let Some(stem) = short.key.strip_suffix('s').filter(|s| s.len() > 4)
            && let Some(&whole) = singles.get(stem)
            && !short.organization
            && spellings[whole as usize].count >= short.count
        {
            sets.join(id, whole);
        }
    }
}

/// Which spellings have a part in common.
#[derive(Clone, Copy, Default)]
enum Part {
    #[default]
    None,
    One(u32),
    Many,
}

impl Part {
    fn add(entry: &mut Part, id: u32) {
        *entry = match *entry {
            Part::None => Part::One(id),
            Part::One(same) if same == id => Part::One(id),
            _ => Part::Many,
        };
    }
}

/// "World Today News (WTN)" or "WTN (World Today News)": the short and the long name.
fn parenthesized(document: &Document, names: &[Name], i: usize) -> Option<(usize, usize)> {
    let (one, other) = (&names[i - 1], &names[i]);
    let open = one.end as usize;
    let closed = other.end as usize;
    if other.first as usize != open + 1
        || closed >= document.tokens.len()
        || document.word(open) != "("
        || document.word(closed) != ")"
    {
        return None;
    }
    let short = |n: &Name| n.end == n.first + 1 && n.span.len() <= 10;
    match (short(one), short(other)) {
        (false, true) => Some((i, i - 1)),
        (true, false) => Some((i - 1, i)),
        _ => None,
    }
}

/// Whether the letters of `short` come in `long` in this order, the first at a word's start.
fn stands_for(short: &str, long: &str) -> bool {
    let Some(first) = short.chars().next() else { return false };
    // No acronym is made of more; the check stays cheap.
    if long.len() > 200 {
        return false;
    }
    long.split(' ').enumerate().any(|(n, word)| {
        word.starts_with(first) && {
            let rest = long.split(' ').skip(n).flat_map(str::chars);
            let mut wanted = short.chars().peekable();
            for c in rest {
                if wanted.peek() == Some(&c) {
                    wanted.next();
                }
            }
            wanted.peek().is_none()
        }
    })
}

/// Joins spellings that are the same but for the kind they were given.
fn join_classes(spellings: &[Spelling], persons: &person::Persons, sets: &mut Sets) {
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    for (id, spelling) in spellings.iter().enumerate() {
        let id = id as u32;
        let bare = if spelling.class == Class::Thing { people(&spelling.key) } else { spelling.key.as_str() };
        for key in [spelling.key.as_str(), bare] {
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
            if !apart {
                let (part, whole) = if one.count > two.count { (other, id) } else { (id, other) };
                sets.join(part, whole);
            }
            break;
        }
        seen.entry(&spelling.key).or_insert(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_stand_for_words_in_order() {
        for (short, long, expected) in [
            ("map", "nato membership action plan", true),
            ("wtn", "world today news", true),
            ("wto", "wto world trade organization", true),
            ("ap", "paris", false),
            ("interpol", "international police", true),
            ("xyz", "national guard", false),
        ] {
            assert_eq!(stands_for(short, long), expected, "{short}: {long}");
        }
    }
}
