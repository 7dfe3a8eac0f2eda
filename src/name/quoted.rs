//! Names with a quoted one inside: "Ana “Nita” Ruiz".

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;

/// Joins such names where the marks parted them, and cuts a name before a mark that nothing closes.
pub(super) fn mend_quotes(document: &Document, names: &mut Vec<Name>) {
    let mark = |i: u32| matches!(document.word(i as usize), "“" | "”" | "\"" | "„" | "«" | "»");
    for at in 0..names.len() {
        let (first, end) = (names[at].first, names[at].end);
        let open = (first..end).filter(|&i| mark(i)).count() % 2 > 0;
        if names[at].kind != EntityKind::Person || !open {
            continue;
        }
        let next = names.get_mut(at + 1);
        let next = next.filter(|n| n.kind == EntityKind::Person && n.first == end + 1 && mark(end));
        let end = match next {
            Some(next) => {
                let end = next.end;
                // Emptied here, taken out below: each removal would move all names behind it.
                next.end = next.first;
                end
            }
            None => (first + 1..end).find(|&i| mark(i)).unwrap_or(end),
        };
        names[at].end = end;
        names[at].span = document.span(first as usize, end as usize);
    }
    names.retain(|name| name.end > name.first);
}
