//! Which names of people are one person's.
//!
//! A full name is known again by its first and last word ("Hillary Rodham Clinton", "Hillary
//! Clinton"), by its first words ("Enrique Peña Nieto", "Enrique Peña"), by its last ("von der Leyen"), by
//! its surname, by a short form of the first name ("Bill", "William"), by its words the other way round
//! ("Ruiz Ana"), by a slip of one letter, and by its first name where no other has it. "George W.
//! Bush" and "George H.W. Bush" are two. A surname that two people share goes to the one whom the text
//! names most, unless the other was just named in full, or Mr. or Ms. says whose it is.

use rustc_hash::FxHashMap;

use super::fold::merge_spellings;
use super::known::{ENDS, FIRST_WORDS, Few, GIVEN, INITIAL, LAST_WORDS, OTHER, SURNAME, key};
use super::namesake::Namesakes;
use super::near::{Near, differ_in_one};
use super::nickname;
use super::spelling::{Class, Sets, Spelling};
use crate::document::Document;
use crate::lexicon;
use crate::lexicon::given::gender_of_given;
use crate::lexicon::noun::Gender;
use crate::name::Name;
use crate::rule::Rule;
use crate::span::Span;

pub(super) static ENDS_SAME: Rule = Rule {
    id: "entity.first-and-last-name",
    says: "Who has the same first name, or its short form, and the same last is the same person.",
    fires: &["[Ines Rocha Matos|p] spoke. [Ines Matos|p] left.", "[William Ames|p] met [Bill Ames|p]."],
    spares: &["[Ines Rocha|p] spoke. [Ana Rocha|p] left."],
};

pub(super) static LAST_SAME: Rule = Rule {
    id: "entity.last-words",
    says: "The last words of a longer name stand for it.",
    fires: &["[Ursula von der Leyen|p] arrived. [von der Leyen|p] spoke."],
    spares: &["[Ursula von der Leyen|p] arrived. [der Roe|p] spoke."],
};

pub(super) static FIRST_SAME: Rule = Rule {
    id: "entity.first-words",
    says: "The first words of a longer name stand for it.",
    fires: &["[Enrique Prado Nieto|p] met aides. [Enrique Prado|p] left."],
    spares: &["[Enrique Prado Nieto|p] met [Ana Prado|p]."],
};

pub(super) static TURNED: Rule = Rule {
    id: "entity.turned-name",
    says: "The same words the other way round are the same person.",
    fires: &["[Lin Mei-hua|p] and [Mei-hua Lin|p]"],
    spares: &["[Lin Mei-hua|p] and [Mei-ling Lin|p]"],
};

pub(super) static INITIAL_SAME: Rule = Rule {
    id: "entity.initial",
    says: "An initial and a surname stand for the only one with both.",
    fires: &["[Jane Roe|p] left. [J. Roe|p] spoke."],
    spares: &["[Jane Roe|p] left. [A. Roe|p] spoke."],
};

pub(super) static SLIP: Rule = Rule {
    id: "entity.slip-in-name",
    says: "A slip of one letter makes no other person.",
    fires: &["[Kristin Wilkins|p] left. [Kristen Wilkins|p] spoke."],
    spares: &["[Daniel Wilkins|p] left. [Daniela Wilkins|p] spoke."],
};

pub(super) static SURNAME_OF: Rule = Rule {
    id: "entity.surname",
    says: "A surname stands for its bearer.",
    fires: &["[Ana Ruiz|p] left. [Ruiz|p] spoke."],
    spares: &["[Ana Ruiz|p] left. [Roe|p] spoke."],
};

pub(super) static GIVEN_OF: Rule = Rule {
    id: "entity.given-name",
    says: "A first name stands for its only bearer.",
    fires: &["[Ines Matos|p] left. [Ines|p] wept."],
    spares: &["[Ines Matos|p] left. [Ana|p] wept."],
};

pub(super) static OTHER_OF: Rule = Rule {
    id: "entity.middle-name",
    says: "A surname inside a longer name stands for its bearer once they were named in full.",
    fires: &["[Enrique Prado Nieto|p] left. [Prado|p] stayed."],
    spares: &["[Prado|p] stayed. [Enrique Prado Nieto|p] left."],
};

pub(super) static SURNAME_SLIP: Rule = Rule {
    id: "entity.slip-in-surname",
    says: "A rare surname with a slip of one letter is the known one.",
    fires: &["[Ana Maurer|p] left. [Mauer|p] spoke."],
    spares: &["[Ana Maurer|p] left. [Maier|p] spoke."],
};

pub(super) static OTHER_TITLE: Rule = Rule {
    id: "entity.title-of-another",
    says: "A title that does not fit the first name tells of somebody else.",
    fires: &["[Emily Ruiz|p] met Mr [Ruiz|p]."],
    spares: &["[Emily Ruiz|p] met Ms [Ruiz|p]."],
};

pub(super) static SHARED: Rule = Rule {
    id: "entity.shared-surname",
    says: "A surname that two share goes to the one the text names most, or was just named.",
    fires: &["[Ana Ruiz|p] met [Paulo Ruiz|p]. [Ana Ruiz|p] left. [Ruiz|p] spoke."],
    spares: &["[Ana Ruiz|p] met [Paulo Roe|p]. [Ruiz|p] spoke."],
};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[
    &ENDS_SAME,
    &LAST_SAME,
    &FIRST_SAME,
    &TURNED,
    &INITIAL_SAME,
    &SLIP,
    &SURNAME_OF,
    &GIVEN_OF,
    &OTHER_OF,
    &SURNAME_SLIP,
    &OTHER_TITLE,
    &SHARED,
];

/// The people that share a surname or a first name.
type Bearers = Vec<u32>;

/// The people of a text, as far as their spellings tell.
pub(super) struct Persons {
    /// Full names by the hash of their surname, and of what else they are known by.
    by_key: FxHashMap<u64, Few>,
    /// The people whom a name may mean, where there are several.
    ambiguous: FxHashMap<u32, Bearers>,
    /// What the first name of each full name's person says.
    gender: FxHashMap<u32, Gender>,
    is_person: Vec<bool>,
    is_full: Vec<bool>,
}

/// The parts of a full name.
struct Full<'s> {
    id: u32,
    /// Where it stands first.
    span: Span,
    /// First name, middle names, last name.
    names: Vec<&'s str>,
    /// "jr", or nothing.
    generation: &'s str,
    /// The first name, or what it is short for.
    whole: String,
    /// What the first name as it is spelt says.
    gender: Option<Gender>,
}

impl<'s> Full<'s> {
    fn new(id: u32, spelling: &'s Spelling, mut names: Vec<&'s str>) -> Self {
        let generation = match names[names.len() - 1] {
            last if is_generation(last) => names.pop().unwrap_or_default(),
            _ => "",
        };
        let spelt = spelling.bare.split(' ').next().unwrap_or_default();
        let span = spelling.span;
        Self { id, span, names, generation, whole: whole_name(spelling), gender: gender_of_given(spelt) }
    }

    fn first(&self) -> &'s str {
        self.names[0]
    }

    fn last(&self) -> &'s str {
        self.names[self.names.len() - 1]
    }

    /// First and last name.
    fn ends(&self) -> u64 {
        key(ENDS, [&self.whole, self.last(), self.generation])
    }

    fn initial(&self) -> u64 {
        let letter = self.first().chars().next().map_or(0, char::len_utf8);
        key(INITIAL, [&self.first()[..letter], self.last(), self.generation])
    }

    /// Whether middle initials tell two people apart.
    fn clashes(&self, other: &Full<'s>) -> bool {
        let middle = |full: &Full<'s>| full.names.get(1).copied().filter(|_| full.names.len() > 2);
        match (middle(self), middle(other)) {
            (Some(one), Some(two)) => {
                (one.len() < 3 || two.len() < 3) && first_letter(one) != first_letter(two)
            }
            _ => false,
        }
    }
}

impl Persons {
    /// Joins the spellings of each person that can be joined wherever they stand.
    pub(super) fn new(spellings: &[Spelling], sets: &mut Sets) -> Self {
        let mut full: Vec<Full> = Vec::new();
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
                _ => full.push(Full::new(id as u32, spelling, words)),
            }
        }
        // Longer names first, so that shorter ones find them; "J. Roe" after "Jane Roe".
        full.sort_by_key(|f| (std::cmp::Reverse(f.names.len()), f.first().len() < 3));

        let mut persons = Self {
            by_key: FxHashMap::default(),
            ambiguous: FxHashMap::default(),
            gender: FxHashMap::default(),
            is_person: spellings.iter().map(|s| s.class == Class::Person).collect(),
            is_full: vec![false; spellings.len()],
        };
        // By spelling, those that are nobody's other name.
        let mut known: FxHashMap<u32, &Full> = FxHashMap::default();
        let mut surnames = Near::default();
        for name in &full {
            persons.is_full[name.id as usize] = true;
            match &persons.same(name, &known)[..] {
                [] => {
                    persons.add(name);
                    known.insert(name.id, name);
                    surnames.add(name.last(), name.id);
                }
                &[one] => {
                    // "Mrs. Holm-Berg" after "Jonas Holm-Berg" is a surname.
                    let surname = known.get(&one).is_some_and(|other| other.names.ends_with(&name.names));
                    persons.is_full[name.id as usize] = !surname;
                    sets.join(name.id, one);
                }
                several => {
                    persons.ambiguous.insert(name.id, several.to_vec());
                }
            }
        }
        for id in single {
            let spelling = &spellings[id as usize];
            match &persons.bearers(spelling, spellings)[..] {
                [] => {
                    if let Some(person) = surnames.find(&spelling.key)
                        && spelling.count < 3
                        && SURNAME_SLIP.acts(spelling.span)
                    {
                        sets.join(id, person);
                    }
                }
                &[one] => sets.join(id, one),
                several => {
                    persons.ambiguous.insert(id, several.to_vec());
                }
            }
        }
        persons
    }

    /// Those of the `known` people whose other name this is.
    fn same<'s>(&self, name: &Full<'s>, known: &FxHashMap<u32, &Full<'s>>) -> Bearers {
        let find = |key: u64| -> Bearers {
            let found = self.find(key).iter().copied();
            found.filter(|id| known.get(id).is_some_and(|other| !name.clashes(other))).collect()
        };
        let ends = find(name.ends());
        if !ends.is_empty() && ENDS_SAME.acts(name.span) {
            return ends;
        }
        let one = |key: u64, rule: &'static Rule| {
            Some(find(key)).filter(|found| found.len() == 1 && rule.acts(name.span))
        };
        let names = &name.names;
        // "Lin Mei-hua" and "Mei-hua Lin"
        let turns = names.len() < 4;
        let others = || {
            one(key(LAST_WORDS, names.iter().copied()), &LAST_SAME)
                .or_else(|| turns.then(|| one(key(FIRST_WORDS, names.iter().copied()), &FIRST_SAME))?)
                .or_else(|| {
                    turns.then(|| one(key(ENDS, [name.last(), names[names.len() - 2], ""]), &TURNED))?
                })
                .or_else(|| turns.then(|| one(key(ENDS, [names[1], name.first(), ""]), &TURNED))?)
                .or_else(|| {
                    (name.first().chars().count() == 1).then(|| one(name.initial(), &INITIAL_SAME))?
                })
        };
        others().or_else(|| self.slip(name, known)).unwrap_or_default()
    }

    /// The one who has the same first name or the same surname, and the other but for a letter.
    fn slip(&self, name: &Full, known: &FxHashMap<u32, &Full>) -> Option<Bearers> {
        let near = |one: &str, two: &str| one.len() > 4 && two.len() > 4 && differ_in_one(one, two);
        let of = |key: u64| self.find(key).iter().filter_map(|id| known.get(id));
        let surname = of(key(SURNAME, [name.last()])).filter(|other| {
            near(name.first(), other.first())
                && !matches!((name.gender, other.gender), (Some(a), Some(b)) if a != b)
        });
        let first = of(key(GIVEN, [name.whole.as_str()])).filter(|other| near(name.last(), other.last()));
        let found: Bearers = surname.chain(first).map(|other| other.id).collect();
        Some(found).filter(|found| found.len() == 1 && SLIP.acts(name.span))
    }

    /// Notes what a person may be called.
    fn add(&mut self, name: &Full) {
        let (first, last, names) = (name.first(), name.last(), &name.names);
        let mut add = |key: u64| self.by_key.entry(key).or_default().add(name.id);
        add(name.ends());
        add(name.initial());
        add(key(GIVEN, [name.whole.as_str()]));
        add(key(SURNAME, std::iter::once(last).chain(Some(name.generation).filter(|g| !g.is_empty()))));
        for n in 2..names.len().min(4) {
            add(key(FIRST_WORDS, names[..n].iter().copied()));
            if name.generation.is_empty() {
                add(key(LAST_WORDS, names[names.len() - n..].iter().copied()));
            }
        }
        if !name.generation.is_empty() {
            add(key(OTHER, [last]));
        }
        // "Enrique Peña Nieto" may be "Peña".
        let surname = names[names.len() - 2];
        if (3..5).contains(&names.len()) && surname.len() > 3 && first.len() > 2 {
            add(key(OTHER, [surname]));
        }
        // "Derek Tam Wai-lok" is Tam.
        if names.len() == 4 && name.gender.is_some() {
            add(key(OTHER, [names[1]]));
        }
        if let Some(found) = name.gender {
            self.gender.insert(name.id, found);
        }
    }

    /// Those whom a single word may mean: by their surname, else by their first name (of several, those who
    /// were named in full before), else by the first of two surnames.
    fn bearers(&self, spelling: &Spelling, spellings: &[Spelling]) -> Bearers {
        let surname = self.find(key(SURNAME, spelling.key.split(' ')));
        if !surname.is_empty() && SURNAME_OF.acts(spelling.span) {
            return surname.to_vec();
        }
        let before = |bearers: &[u32]| -> Bearers {
            let first = |id: u32| spellings[id as usize].first;
            bearers.iter().copied().filter(|&id| first(id) < spelling.first).collect()
        };
        // "Hillary" in a headline, before she is named in full.
        let given = self.find(key(GIVEN, [whole_name(spelling).as_str()]));
        if given.len() == 1 && GIVEN_OF.acts(spelling.span) {
            return given.to_vec();
        }
        let given = before(given);
        if !given.is_empty() && GIVEN_OF.acts(spelling.span) {
            return given;
        }
        let other = before(self.find(key(OTHER, [spelling.key.as_str()])));
        if !other.is_empty() && OTHER_OF.acts(spelling.span) { other } else { Bearers::new() }
    }

    fn find(&self, key: u64) -> &[u32] {
        self.by_key.get(&key).map_or(&[], Few::ids)
    }

    /// Whether someone in the text has this surname, and a first name beside it.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        !word.contains(' ') && self.by_key.contains_key(&key(SURNAME, [word]))
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
                Some(bearers) if SHARED.acts(name.span) => {
                    let bearers: Vec<u32> = bearers.iter().map(|&b| sets.find(b)).collect();
                    let title = title_gender(document, name);
                    choose(&bearers, title, &self.gender, &full_names, block)
                }
                _ => {
                    // "Mr. Ruiz", where only Ana Ruiz was named: somebody else.
                    let title = title_gender(document, name);
                    let given = self.gender.get(&root).copied();
                    let root = match (title, given) {
                        (Some(title), Some(given))
                            if title != given
                                && !self.is_full[spelling as usize]
                                && OTHER_TITLE.acts(name.span) =>
                        {
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

/// The first name, or what it is short for, with variant spellings brought together.
fn whole_name(spelling: &Spelling) -> String {
    let bare = spelling.bare.split(' ').next().unwrap_or_default();
    let mut whole = String::new();
    merge_spellings(nickname::whole(bare), &mut whole);
    whole
}

fn first_letter(word: &str) -> char {
    word.chars().next().unwrap_or('?')
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

/// What the title before a name says: "Mrs. Clinton".
pub(crate) fn title_gender(document: &Document, name: &Name) -> Option<Gender> {
    let before = (name.first as usize).checked_sub(1)?;
    let known = document.known(before);
    if known.is(lexicon::Class::Mister) {
        Some(Gender::Male)
    } else {
        known.is(lexicon::Class::Madam).then_some(Gender::Female)
    }
}

fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// Letters behind a name: "Simon Trent KC".
fn is_honour(word: &str) -> bool {
    lexicon::is(word.trim_end_matches('.'), lexicon::Class::Honour)
}

fn block_of(document: &Document, name: &Name) -> u32 {
    let sentence = document.sentence_of(name.first as usize);
    document.sentences.get(sentence).map_or(0, |s| s.block)
}
