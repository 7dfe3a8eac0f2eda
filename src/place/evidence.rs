//! What a text says about where its places lie: their candidates, and what speaks for them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::gazetteer::{Candidate, Gazetteer, Kind};
use super::lookup::look_up;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::Entities;
use crate::name::Name;
use crate::token::Case;

/// How many different names of one entity are looked up.
const FORMS: usize = 3;
/// How many neighbors of one place are kept.
const LINKS: usize = 8;
/// How many words of an organization's name are looked up.
const WORDS: usize = 10;

/// The place names of a text and everything that helps to tell which places they are.
pub struct Evidence {
    /// The entities of kind place, by first mention.
    pub toponyms: Vec<Toponym>,
    /// The countries whose peoples are named, once for each of their words: "Ukrainian".
    pub peoples: FxHashMap<u8, f32>,
    /// The regions, with their countries, that organizations are named after.
    pub organizations: FxHashMap<(u16, u8), f32>,
}

/// An entity of kind place.
#[derive(Default)]
pub struct Toponym {
    /// Its number among the entities.
    pub entity: usize,
    /// What it may be.
    pub candidates: Vec<Candidate>,
    /// How often the text names it.
    pub mentions: u32,
    /// The toponyms that stand after it, and what stands between.
    pub within: Vec<(usize, Link)>,
    /// The toponyms that stand before it, and what stands between.
    pub around: Vec<(usize, Link)>,
}

/// What stands between two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// "Paris, Texas"
    Comma,
    /// "Paris (Texas)"
    Bracket,
    /// "Paris in north-east Texas"
    In,
}

impl Evidence {
    /// Reads a text once.
    pub fn read(document: &Document, names: &[Name], entities: &Entities, gazetteer: &Gazetteer) -> Self {
        let mut evidence =
            Self { toponyms: Vec::new(), peoples: FxHashMap::default(), organizations: FxHashMap::default() };
        let mut index = FxHashMap::default();
        let mut seen = FxHashSet::default();
        let mut forms = Vec::new();
        let mut form = String::new();
        // The toponym of the name before, and where the name ends.
        let mut before: Option<(usize, u32)> = None;
        for (name, entity) in names.iter().zip(&entities.of_name) {
            let words = document.slice(name.span);
            if name.kind != EntityKind::Place {
                before = None;
                if name.kind == EntityKind::Organization && seen.insert((usize::MAX, words)) {
                    evidence.read_organization(document, name, gazetteer);
                }
                continue;
            }
            let at = *index.entry(*entity).or_insert_with(|| {
                evidence.toponyms.push(Toponym { entity: entity.0 as usize, ..Toponym::default() });
                forms.push(0);
                forms.len() - 1
            });
            let toponym = &mut evidence.toponyms[at];
            toponym.mentions += 1;
            if forms[at] < FORMS && seen.insert((at, words)) {
                forms[at] += 1;
                for candidate in look_up(gazetteer, words, &mut form) {
                    if toponym.candidates.iter().all(|c| c.row != candidate.row) {
                        toponym.candidates.push(candidate);
                    }
                }
            }
            if let Some((inner, end)) = before
                && inner != at
                && let Some(link) = link(document, end, name.first)
                && evidence.toponyms[inner].within.len() < LINKS
                && evidence.toponyms[at].around.len() < LINKS
            {
                evidence.toponyms[inner].within.push((at, link));
                evidence.toponyms[at].around.push((inner, link));
            }
            before = Some((at, name.end));
        }
        evidence.read_peoples(document, gazetteer);
        evidence
    }

    /// "Ukrainian soldiers" speak for Ukraine, whether or not they were found as a name.
    fn read_peoples(&mut self, document: &Document, gazetteer: &Gazetteer) {
        for word in document.words.ids() {
            if document.words.case(word) != Case::Title {
                continue;
            }
            for candidate in gazetteer.find_people(document.words.lower(word)).take(2) {
                *self.peoples.entry(candidate.country).or_default() += 1.0;
            }
        }
    }

    /// The "University of Kentucky" and the "Ohio State Highway Patrol" speak for their states.
    fn read_organization(&mut self, document: &Document, name: &Name, gazetteer: &Gazetteer) {
        let tokens = name.first as usize..(name.end as usize).min(name.first as usize + WORDS);
        let mut pair = String::new();
        let mut at = tokens.start;
        while at < tokens.end {
            pair.clear();
            pair.push_str(document.lower(at));
            let one = pair.len();
            if at + 1 < tokens.end {
                pair.push(' ');
                pair.push_str(document.lower(at + 1));
            }
            // Two words are tried before the first alone.
            let found = [pair.len(), one].into_iter().find_map(|length| {
                let large = |c: &Candidate| matches!(c.kind, Kind::Region | Kind::Country) && !c.people;
                gazetteer.find(&pair[..length]).take(4).find(large).map(|c| (c, length > one))
            });
            if let Some((candidate, two)) = found {
                *self.organizations.entry((candidate.region, candidate.country)).or_default() += 1.0;
                at += usize::from(two);
            }
            at += 1;
        }
    }
}

/// What the tokens between two names say about them.
fn link(document: &Document, end: u32, start: u32) -> Option<Link> {
    let between = end as usize..start as usize;
    if between.is_empty() || between.len() > 3 {
        return None;
    }
    let word = |i: usize| document.lower(between.start + i);
    match (word(0), between.len()) {
        (",", 1) => Some(Link::Comma),
        ("(", 1) => Some(Link::Bracket),
        ("in", _) => Some(Link::In),
        (",", 2..) if word(1) == "in" => Some(Link::In),
        _ => None,
    }
}
