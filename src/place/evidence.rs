//! What a text says about where its places lie: their candidates, and what speaks for them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::cue::cues;
use super::gazetteer::{Candidate, Gazetteer, Kind};
use super::link::find_links;
use super::lookup::{is_building, is_water, look_up, look_up_county};
use super::namesake::find_namesake;
use super::nation::nation_of;
use super::phone::find_phones;
use super::toponym::Toponym;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::Entities;
use crate::hash::TextMap;
use crate::name::Name;
use crate::rule::Rule;
use crate::span::Span;
use crate::token::Case;

/// How many different names of one entity are looked up.
const FORMS: usize = 3;

pub(super) static CUE: Rule = Rule {
    id: "place.cue",
    says: "A word beside a place says what kind of place it is.",
    fires: &["the town of [Turkey|l] fell."],
    spares: &["They left [Turkey|l] in town."],
};

pub(super) static WATER: Rule = Rule {
    id: "place.water",
    says: "What is called a sea or lake is one, though a province has the name.",
    fires: &["ships in the [Red Sea|l] fell."],
    spares: &["ships in [Seattle|l] fell."],
};

pub(super) static COUNTY: Rule = Rule {
    id: "place.county",
    says: "What the text calls counties may be them.",
    fires: &["[Barrow|l] and [Jackson|l] counties voted."],
    spares: &["[Barrow|l] and [Jackson|l] voted."],
};

pub(super) static NAMESAKE: Rule = Rule {
    id: "place.namesake",
    says: "A body speaks for the place it is named for.",
    fires: &["the [University of Kentucky|o] in"],
    spares: &["[Target|o] rose."],
};

pub(super) static PEOPLE: Rule = Rule {
    id: "place.people",
    says: "A people speaks for its country.",
    fires: &["Ukrainian soldiers left."],
    spares: &["Many soldiers left."],
};

pub(super) static NATION: Rule = Rule {
    id: "place.national-word",
    says: "A word of one country's life speaks for the country.",
    fires: &["The selectmen met."],
    spares: &["The men met."],
};

pub(super) static PHONE: Rule = Rule {
    id: "place.telephone",
    says: "A telephone number speaks for its state.",
    fires: &["Call 304-555-0100."],
    spares: &["Call 0100."],
};

/// The place names of a text and everything that helps to tell which places they are.
pub struct Evidence {
    /// The entities of kind place, by first mention, and places that other things are named for.
    pub toponyms: Vec<Toponym>,
    /// The countries whose peoples are named, once for each of their words: "Ukrainian".
    pub peoples: FxHashMap<u8, f32>,
}

/// Evidence in the making.
struct Reader<'r> {
    document: &'r Document<'r>,
    gazetteer: &'r Gazetteer<'r>,
    evidence: Evidence,
    /// The toponym of each name that was looked up, as the gazetteer writes it.
    forms: TextMap<String, usize>,
    form: String,
}

impl Evidence {
    /// Reads a text once.
    pub fn read(document: &Document, names: &[Name], entities: &Entities, gazetteer: &Gazetteer) -> Self {
        let evidence = Self { toponyms: Vec::new(), peoples: FxHashMap::default() };
        let mut reader =
            Reader { document, gazetteer, evidence, forms: TextMap::default(), form: String::new() };
        let toponym_of = reader.read_places(names, entities);
        reader.read_neighbors(names, &toponym_of);
        reader.read_namesakes(names, &toponym_of);
        reader.read_peoples();
        reader.read_phones();
        reader.evidence
    }
}

impl Reader<'_> {
    /// The candidates of each place, and the toponym of each name that is one.
    fn read_places(&mut self, names: &[Name], entities: &Entities) -> Vec<Option<usize>> {
        let mut index = FxHashMap::default();
        let mut seen = FxHashSet::default();
        let mut forms: Vec<usize> = Vec::new();
        let mut toponym_of = vec![None; names.len()];
        for (i, (name, entity)) in names.iter().zip(&entities.of_name).enumerate() {
            if name.kind != EntityKind::Place {
                continue;
            }
            let toponyms = &mut self.evidence.toponyms;
            let at = *index.entry(*entity).or_insert_with(|| {
                toponyms.push(Toponym { entity: Some(entity.0 as usize), ..Toponym::default() });
                forms.push(0);
                forms.len() - 1
            });
            toponym_of[i] = Some(at);
            let toponym = &mut toponyms[at];
            toponym.mentions += 1;
            let told = cues(self.document, name);
            if !told.is_empty() && CUE.acts(name.span) {
                toponym.cues.add(told);
            }
            let words = self.document.slice(name.span);
            if forms[at] < FORMS && seen.insert((at, words)) {
                forms[at] += 1;
                let found = look_up(self.gazetteer, words, &mut self.form);
                toponym.building |= is_building(&self.form);
                toponym.long |= self.form.contains(' ');
                // The "Red Sea" is a sea rather than the province that is called so.
                if is_water(&self.form)
                    && found.iter().any(|c| c.kind == Kind::Feature)
                    && WATER.acts(name.span)
                {
                    toponym.cues.add(Kind::Feature.into());
                }
                toponym.join(found);
                self.forms.entry(self.form.clone()).or_insert(at);
            }
        }
        toponym_of
    }

    fn read_neighbors(&mut self, names: &[Name], toponym_of: &[Option<usize>]) {
        find_links(self.document, names, toponym_of, &mut self.evidence.toponyms);
        // "Barrow and Jackson counties": what is called a county may be one.
        let mut seen = FxHashSet::default();
        for (name, at) in names.iter().zip(toponym_of) {
            if let Some(at) = *at
                && self.evidence.toponyms[at].cues.has(Kind::County)
                && seen.insert(at)
                && COUNTY.acts(name.span)
            {
                let words = self.document.slice(name.span);
                let found = look_up_county(self.gazetteer, words, &mut self.form);
                self.evidence.toponyms[at].unite(found);
            }
        }
    }

    /// The "University of Kentucky" and the "Paris Police Department" speak for their places, and the
    /// "Paris Town Hall" lies in its.
    fn read_namesakes(&mut self, names: &[Name], toponym_of: &[Option<usize>]) {
        let mut seen = FxHashSet::default();
        for (name, at) in names.iter().zip(toponym_of) {
            let unknown = at.is_some_and(|at| self.evidence.toponyms[at].candidates.is_empty());
            if !(unknown || name.kind == EntityKind::Organization)
                || !seen.insert(self.document.slice(name.span))
            {
                continue;
            }
            let Some(candidates) = find_namesake(self.document, name, self.gazetteer, &mut self.form) else {
                continue;
            };
            if !NAMESAKE.acts(name.span) {
                continue;
            }
            let toponyms = &mut self.evidence.toponyms;
            let known = *self.forms.entry(self.form.clone()).or_insert_with(|| {
                toponyms.push(Toponym { candidates, mentions: 1, ..Toponym::default() });
                toponyms.len() - 1
            });
            if let Some(at) = *at
                && at != known
            {
                toponyms[at].namesake = Some(known);
            }
        }
    }

    /// "Ukrainian soldiers" speak for Ukraine, whether or not they were found as a name.
    fn read_peoples(&mut self) {
        let words = &self.document.words;
        let peoples = &mut self.evidence.peoples;
        for word in words.ids() {
            if words.case(word) == Case::Title {
                for candidate in self.gazetteer.find_people(words.lower(word)).take(2) {
                    if PEOPLE.acts(Span::default()) {
                        *peoples.entry(candidate.country).or_default() += 1.0;
                    }
                }
            }
            if let Some(nation) = nation_of(words.lower(word))
                && let Some(country) = self.gazetteer.find(nation).next()
                && NATION.acts(Span::default())
            {
                *peoples.entry(country.country).or_default() += 1.0;
            }
        }
    }

    /// "Call 304-555-0100" speaks for West Virginia, as an organization that is named for it does.
    fn read_phones(&mut self) {
        for state in find_phones(self.document) {
            if !PHONE.acts(Span::default()) {
                continue;
            }
            let candidates: Vec<Candidate> =
                self.gazetteer.find(state).filter(|c| c.kind == Kind::Region).take(1).collect();
            self.evidence.toponyms.push(Toponym { candidates, mentions: 1, ..Toponym::default() });
        }
    }
}
