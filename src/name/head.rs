//! Words that say what a name of several words is: the last one ("Digital Security **Act**"), the one
//! before "of" ("**Bay** of Fundy"), or the first ("**Lake** Turkana").

use crate::annotation::EntityKind;
use crate::document::Document;

use super::Name;

/// What a name is whose head is one of these, in lower case and in order.
const HEADS: &[(&str, EntityKind)] = &[
    ("accord", EntityKind::Other),
    ("accords", EntityKind::Other),
    ("act", EntityKind::Other),
    ("agency", EntityKind::Organization),
    ("agreement", EntityKind::Other),
    ("airport", EntityKind::Place),
    ("amendment", EntityKind::Other),
    ("archipelago", EntityKind::Place),
    ("association", EntityKind::Organization),
    ("authority", EntityKind::Organization),
    ("avenue", EntityKind::Place),
    ("award", EntityKind::Other),
    ("awards", EntityKind::Other),
    ("bay", EntityKind::Place),
    ("board", EntityKind::Organization),
    ("boulevard", EntityKind::Place),
    ("canyon", EntityKind::Place),
    ("championship", EntityKind::Event),
    ("championships", EntityKind::Event),
    ("college", EntityKind::Organization),
    ("commission", EntityKind::Organization),
    ("committee", EntityKind::Organization),
    ("constitution", EntityKind::Other),
    ("convention", EntityKind::Other),
    ("council", EntityKind::Organization),
    ("county", EntityKind::Place),
    ("court", EntityKind::Organization),
    ("creek", EntityKind::Place),
    ("cup", EntityKind::Event),
    ("declaration", EntityKind::Other),
    ("department", EntityKind::Organization),
    ("desert", EntityKind::Place),
    ("doctrine", EntityKind::Other),
    ("empire", EntityKind::Place),
    ("falls", EntityKind::Place),
    ("festival", EntityKind::Event),
    ("forest", EntityKind::Place),
    ("framework", EntityKind::Other),
    ("games", EntityKind::Event),
    ("harbor", EntityKind::Place),
    ("harbour", EntityKind::Place),
    ("index", EntityKind::Other),
    ("institute", EntityKind::Organization),
    ("island", EntityKind::Place),
    ("islands", EntityKind::Place),
    ("lake", EntityKind::Place),
    ("marathon", EntityKind::Event),
    ("medal", EntityKind::Other),
    ("ministry", EntityKind::Organization),
    ("mountain", EntityKind::Place),
    ("mountains", EntityKind::Place),
    ("ocean", EntityKind::Place),
    ("office", EntityKind::Organization),
    ("olympics", EntityKind::Event),
    ("paralympics", EntityKind::Event),
    ("party", EntityKind::Organization),
    ("peninsula", EntityKind::Place),
    ("plan", EntityKind::Other),
    ("plateau", EntityKind::Place),
    ("prefecture", EntityKind::Place),
    ("prix", EntityKind::Event),
    ("prize", EntityKind::Other),
    ("protocol", EntityKind::Other),
    ("protocols", EntityKind::Other),
    ("province", EntityKind::Place),
    ("rebellion", EntityKind::Event),
    ("reservoir", EntityKind::Place),
    ("revolt", EntityKind::Event),
    ("river", EntityKind::Place),
    ("road", EntityKind::Place),
    ("school", EntityKind::Organization),
    ("sea", EntityKind::Place),
    ("sound", EntityKind::Place),
    ("springs", EntityKind::Place),
    ("street", EntityKind::Place),
    ("summit", EntityKind::Event),
    ("tower", EntityKind::Place),
    ("towers", EntityKind::Place),
    ("township", EntityKind::Place),
    ("treaty", EntityKind::Other),
    ("twp", EntityKind::Place),
    ("twp.", EntityKind::Place),
    ("university", EntityKind::Organization),
    ("uprising", EntityKind::Event),
    ("valley", EntityKind::Place),
    ("war", EntityKind::Event),
    ("wars", EntityKind::Event),
];

/// What a name is that starts with one of these.
const STARTS: &[(&str, EntityKind)] = &[
    ("battle", EntityKind::Event),
    ("cape", EntityKind::Place),
    ("gulf", EntityKind::Place),
    ("lake", EntityKind::Place),
    ("mount", EntityKind::Place),
    ("strait", EntityKind::Place),
];

/// What the name is by its head.
pub(super) fn kind_of_head(document: &Document, name: &Name) -> Option<EntityKind> {
    let (first, end) = (name.first as usize, name.end as usize);
    if end - first < 2 {
        return None;
    }
    let of = (first + 1..end - 1).find(|&i| matches!(document.lower(i), "of" | "on" | "for"));
    let head = of.map_or(end, |of| of) - 1;
    let look_up = |table: &[(&str, EntityKind)], word: &str| {
        table.binary_search_by_key(&word, |(w, _)| w).ok().map(|i| table[i].1)
    };
    look_up(HEADS, document.lower(head))
        .filter(|_| head > first || of.is_some())
        .or_else(|| look_up(STARTS, document.lower(first)))
        .or_else(|| is_world_war(document, first, end).then_some(EntityKind::Event))
}

/// "World War II", "Winter War of 1939".
fn is_world_war(document: &Document, first: usize, end: usize) -> bool {
    end - first > 2 && document.lower(first) == "world" && document.lower(first + 1) == "war"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        for table in [HEADS, STARTS] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0));
        }
    }

    #[test]
    fn heads_tell_the_kind() {
        for (text, expected) in [
            ("Digital Security Act", Some(EntityKind::Other)),
            ("Treaty of Almaty", Some(EntityKind::Other)),
            ("Bay of Fundy", Some(EntityKind::Place)),
            ("Lake Turkana", Some(EntityKind::Place)),
            ("Gulf of Aden", Some(EntityKind::Place)),
            ("World War II", Some(EntityKind::Event)),
            ("Africa Cup of Nations", Some(EntityKind::Event)),
            ("Harbor Workers Party", Some(EntityKind::Organization)),
            ("Ministry of Transport", Some(EntityKind::Organization)),
            ("Plan", None),
            ("Ana Ruiz", None),
        ] {
            let document = Document::new(text);
            let end = document.tokens.len();
            let name =
                Name { span: document.span(0, end), first: 0, end: end as u32, kind: EntityKind::Person };
            assert_eq!(kind_of_head(&document, &name), expected, "{text}");
        }
    }
}
