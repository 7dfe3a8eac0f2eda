//! Names and words of names that are what they are in every text.

use crate::annotation::EntityKind;

/// Names whose kind is settled, as they are written.
pub(super) const SETTLED: &[(&str, EntityKind)] = &[
    ("EU", EntityKind::Organization),
    ("European Union", EntityKind::Organization),
    ("Hamas", EntityKind::Organization),
    ("Hezbollah", EntityKind::Organization),
    ("Islamic State", EntityKind::Organization),
    ("Kremlin", EntityKind::Organization),
    ("NATO", EntityKind::Organization),
    ("Pentagon", EntityKind::Organization),
    ("Soviet Union", EntityKind::Place),
    ("U.K.", EntityKind::Place),
    ("U.S.", EntityKind::Place),
    ("U.S.A.", EntityKind::Place),
    ("UK", EntityKind::Place),
    ("UN", EntityKind::Organization),
    ("US", EntityKind::Place),
    ("USA", EntityKind::Place),
    ("United Nations", EntityKind::Organization),
    ("United States", EntityKind::Place),
    ("West", EntityKind::Place),
    ("West Bank", EntityKind::Place),
    ("White House", EntityKind::Organization),
];

/// Parties that stand before a name: "Republican Ana Ruiz".
pub(super) const SIDES: &[&str] =
    &["Conservative", "Democrat", "Democratic", "Labour", "Liberal", "Republican", "Tory"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        assert!(SETTLED.is_sorted_by_key(|(name, _)| *name));
        assert!(SIDES.is_sorted());
    }
}
