//! People of one name: "Viktor, 56," and "Another, also named Viktor".

use rustc_hash::FxHashMap;

use super::known::NAMESAKES;
use super::spelling::Sets;
use crate::document::Document;
use crate::name::Name;
use crate::name::age::age_after;
use crate::rule::Rule;

pub(super) static ALSO: Rule = Rule {
    id: "entity.also-named",
    says: "Another who is also named so is somebody else.",
    fires: &["[Viktor|p] left. Another, also named [Viktor|p], came."],
    spares: &["[Viktor|p] left. Another saw [Viktor|p]."],
};

pub(super) static AGES: Rule = Rule {
    id: "entity.two-ages",
    says: "Two ages are two people of one name.",
    fires: &["[Ana Ruiz|p], 12, left. [Ana Ruiz|p], 56, came."],
    spares: &["[Ana Ruiz|p], 55, left. [Ana Ruiz|p], 56, came."],
};

/// People of the same name whom the text tells apart.
#[derive(Default)]
pub(super) struct Namesakes {
    /// By the name's set: who bears the name, with their age, the one last named at the end.
    people: FxHashMap<u32, Vec<(u32, Option<u32>)>>,
}

impl Namesakes {
    /// Whose name it is, of all who bear the name of the set `root`.
    pub(super) fn person(&mut self, document: &Document, name: &Name, root: u32, sets: &mut Sets) -> u32 {
        let age = age_after(document, name);
        let Some(people) = self.people.get_mut(&root) else {
            self.people.insert(root, vec![(root, age)]);
            return root;
        };
        let last = people.len() - 1;
        if another(document, name) && people.len() < NAMESAKES && ALSO.acts(name.span) {
            people.push((sets.add(), age));
        } else if let Some(age) = age {
            match people.iter().position(|p| p.1.is_none_or(|a| a.abs_diff(age) < 2)) {
                Some(same) => {
                    people[same].1 = Some(age);
                    people.swap(same, last);
                }
                None if people.len() < NAMESAKES && AGES.acts(name.span) => {
                    people.push((sets.add(), Some(age)))
                }
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
