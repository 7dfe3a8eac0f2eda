//! Which names of people are one person's.
//!
//! A full name is known again by its first and last word ("Hillary Rodham Clinton", "Hillary
//! Clinton"), by its last words ("von der Leyen"), its surname, and, once it was given in full, by
//! its first name. A surname that two people share goes to the one whom the text names most, unless
//! the other was just named in full, or Mr. or Ms. says whose it is.

use rustc_hash::FxHashMap;

use super::given::gender_of_given;
use super::group::{Class, Sets, Spelling};
use super::noun::Gender;
use crate::document::Document;
use crate::name::Name;
use crate::token::TokenKind;

/// At most so many people who share a surname are told apart.
const NAMESAKES: usize = 8;

/// The people that share a surname or a first name.
type Bearers = Vec<u32>;

/// The people of a text, as far as their spellings tell.
pub(super) struct Persons {
    /// Full names by surname.
    by_last: FxHashMap<String, Bearers>,
    /// The people whom a single word may mean, where there are several.
    ambiguous: FxHashMap<u32, Bearers>,
    /// What the first name of each full name's person says.
    gender: FxHashMap<u32, Gender>,
    is_person: Vec<bool>,
    is_full: Vec<bool>,
}

impl Persons {
    /// Joins the spellings of each person that can be joined wherever they stand.
    pub(super) fn new(spellings: &[Spelling], sets: &mut Sets) -> Self {
        let mut full: Vec<(u32, Vec<&str>)> = Vec::new();
        let mut single: Vec<u32> = Vec::new();
        for (id, spelling) in spellings.iter().enumerate().filter(|(_, s)| s.class == Class::Person) {
            let mut words: Vec<&str> = spelling.key.split(' ').filter(|w| !w.is_empty()).collect();
            while words.len() > 2 && is_honour(words[words.len() - 1]) {
                words.pop();
            }
            match words[..] {
                [] => {}
                [_] => single.push(id as u32),
                [_, generation] if is_generation(generation) => single.push(id as u32),
                _ => full.push((id as u32, words)),
            }
        }
        // Longer names first, so that shorter ones find them.
        full.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));

        let mut by_key: FxHashMap<String, Bearers> = FxHashMap::default();
        let mut gender = FxHashMap::default();
        for (id, words) in &full {
            let generation = is_generation(words[words.len() - 1]);
            let names = &words[..words.len() - usize::from(generation)];
            let suffix = if generation { words[words.len() - 1] } else { "" };
            let (first, last) = (names[0], names[names.len() - 1]);
            let ends = format!("{first} {last} {suffix}");
            let initial = format!("{}. {last} {suffix}", first.chars().next().unwrap_or('?'));
            let whole = format!("..{}", names.join(" "));
            let found = [&ends, &whole]
                .into_iter()
                .find_map(|k| by_key.get(k.as_str()).filter(|b| b.len() == 1).map(|b| b[0]))
                .or_else(|| {
                    let short = first.chars().count() == 1;
                    by_key.get(&initial).filter(|b| short && b.len() == 1).map(|b| b[0])
                });
            match found {
                Some(person) => sets.join(*id, person),
                None => {
                    let surname = if generation { format!("{last} {suffix}") } else { last.to_owned() };
                    let mut keys = vec![ends, initial, surname, format!("{first}-")];
                    if !generation {
                        keys.extend(
                            (1..names.len().min(4))
                                .filter(|n| *n > 1)
                                .map(|n| format!("..{}", names[names.len() - n..].join(" "))),
                        );
                    }
                    for key in keys {
                        add(by_key.entry(key).or_default(), *id);
                    }
                    if let Some(found) = gender_of_given(first) {
                        gender.insert(*id, found);
                    }
                }
            }
        }

        let mut ambiguous = FxHashMap::default();
        for &id in &single {
            let spelling = &spellings[id as usize];
            // A first name alone stands for someone only after the full name.
            let given = || {
                by_key.get(&format!("{}-", spelling.key)).map(|b| {
                    b.iter().copied().filter(|&f| spellings[f as usize].first < spelling.first).collect()
                })
            };
            let bearers: Option<Bearers> = by_key.get(&spelling.key).cloned().or_else(given);
            match bearers.as_deref() {
                Some(&[one]) => sets.join(id, one),
                Some([_, _, ..]) => {
                    ambiguous.insert(id, bearers.unwrap_or_default());
                }
                _ => {}
            }
        }
        let mut is_full = vec![false; spellings.len()];
        full.iter().for_each(|(id, _)| is_full[*id as usize] = true);
        let is_person = spellings.iter().map(|s| s.class == Class::Person).collect();
        Self { by_last: by_key, ambiguous, gender, is_person, is_full }
    }

    /// Whether someone in the text has this surname, and a first name beside it.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        !word.contains(' ') && self.by_last.contains_key(word)
    }

    /// The set of each name: that of its spelling, unless the place where it stands says otherwise.
    pub(super) fn assign(
        &self,
        document: &Document,
        names: &[Name],
        of_name: &[u32],
        sets: &mut Sets,
    ) -> Vec<u32> {
        let mut namesakes = Namesakes::default();
        let mut full_names: FxHashMap<u32, Seen> = FxHashMap::default();
        let mut other_title: FxHashMap<u32, u32> = FxHashMap::default();
        let mut out = Vec::with_capacity(names.len());
        for (i, (name, &spelling)) in names.iter().zip(of_name).enumerate() {
            let root = sets.find(spelling);
            if !self.is_person[spelling as usize] {
                out.push(root);
                continue;
            }
            let block = block_of(document, name);
            let person = match self.ambiguous.get(&spelling) {
                Some(bearers) => {
                    let bearers: Vec<u32> = bearers.iter().map(|&b| sets.find(b)).collect();
                    let title = title_gender(document, name);
                    choose(&bearers, title, &self.gender, &full_names, block)
                }
                None => {
                    // "Mr. Ruiz", where only Ana Ruiz was named: somebody else.
                    let title = title_gender(document, name);
                    let given = self.gender.get(&root).copied();
                    let root = match (title, given) {
                        (Some(title), Some(given)) if title != given && !self.is_full[spelling as usize] => {
                            *other_title.entry(root).or_insert_with(|| sets.add())
                        }
                        _ => root,
                    };
                    namesakes.person(document, name, root, sets)
                }
            };
            if self.is_full[spelling as usize] {
                let seen = full_names.entry(person).or_default();
                seen.times += 1;
                seen.last = (block, i as u32);
            }
            out.push(person);
        }
        out
    }
}

/// Adds a bearer; people beyond the limit make the list ambiguous all the same.
fn add(bearers: &mut Bearers, id: u32) {
    if bearers.len() < NAMESAKES && !bearers.contains(&id) {
        bearers.push(id);
    }
}

/// Where a person was named in full.
#[derive(Clone, Copy, Default)]
struct Seen {
    times: u32,
    last: (u32, u32),
}

/// The bearer of a surname that is meant in `block`.
fn choose(
    bearers: &[u32],
    title: Option<Gender>,
    gender: &FxHashMap<u32, Gender>,
    full_names: &FxHashMap<u32, Seen>,
    block: u32,
) -> u32 {
    let fits = |b: &&u32| title.is_none() || gender.get(b).is_none() || gender.get(b).copied() == title;
    let seen = |b: u32| full_names.get(&b).copied().unwrap_or_default();
    let fitting = || bearers.iter().filter(fits).copied();
    let leader = fitting().max_by_key(|&b| (seen(b).times, std::cmp::Reverse(b)));
    let latest = fitting().filter(|&b| seen(b).times > 0).max_by_key(|&b| seen(b).last);
    match (leader, latest) {
        (Some(leader), Some(latest)) => {
            let here = |b: u32| seen(b).last.0 == block;
            if here(latest) && !here(leader) { latest } else { leader }
        }
        (Some(leader), None) => leader,
        _ => bearers[0],
    }
}

/// People of the same name whom the text tells apart.
#[derive(Default)]
struct Namesakes {
    /// By the name's set: who bears the name, with their age, the one last named at the end.
    people: FxHashMap<u32, Vec<(u32, Option<u32>)>>,
}

impl Namesakes {
    fn person(&mut self, document: &Document, name: &Name, root: u32, sets: &mut Sets) -> u32 {
        let age = age_after(document, name);
        let Some(people) = self.people.get_mut(&root) else {
            self.people.insert(root, vec![(root, age)]);
            return root;
        };
        let last = people.len() - 1;
        if another(document, name) && people.len() < NAMESAKES {
            people.push((sets.add(), age));
        } else if let Some(age) = age {
            match people.iter().position(|p| p.1.is_none_or(|a| a.abs_diff(age) < 2)) {
                Some(same) => {
                    people[same].1 = Some(age);
                    people.swap(same, last);
                }
                None if people.len() < NAMESAKES => people.push((sets.add(), Some(age))),
                None => {}
            }
        }
        people[people.len() - 1].0
    }
}

/// "Another, also named Viktor".
fn another(document: &Document, name: &Name) -> bool {
    let first = name.first as usize;
    first >= 2
        && matches!(document.lower(first - 1), "named" | "called")
        && document.lower(first - 2) == "also"
}

/// The age right after a name: "Viktor, 56, …".
pub(crate) fn age_after(document: &Document, name: &Name) -> Option<u32> {
    let comma = name.end as usize;
    let number = document.tokens.get(comma + 1).filter(|t| t.kind == TokenKind::Number)?;
    let closed = document
        .tokens
        .get(comma + 2)
        .is_none_or(|_| matches!(document.word(comma + 2), "," | "." | ")" | ";"));
    let age: u32 = document.slice(number.span).parse().ok()?;
    (matches!(document.word(comma), "," | "(") && closed && (1..120).contains(&age)).then_some(age)
}

/// What the title before a name says: "Mrs. Clinton".
pub(crate) fn title_gender(document: &Document, name: &Name) -> Option<Gender> {
    let before = (name.first as usize).checked_sub(1)?;
    match document.lower(before) {
        "mr" | "mr." | "sir" | "lord" | "king" | "prince" | "pope" => Some(Gender::Male),
        "mrs" | "mrs." | "ms" | "ms." | "miss" | "dame" | "lady" | "queen" | "princess" => {
            Some(Gender::Female)
        }
        _ => None,
    }
}

fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// Letters behind a name: "Simon Trent KC".
fn is_honour(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "kc" | "qc" | "sc" | "mp" | "msp" | "mep" | "mla" | "obe" | "mbe" | "cbe" | "phd" | "md"
    )
}

fn block_of(document: &Document, name: &Name) -> u32 {
    let sentence = document.sentence_of(name.first as usize);
    document.sentences.get(sentence).map_or(0, |s| s.block)
}
