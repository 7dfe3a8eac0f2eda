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
        let next = next.filter(|n| {
            n.kind == EntityKind::Person
                && n.first == end + 1
                && mark(end)
                && document.block_of(first as usize) == document.block_of(n.first as usize)
        });
        let end = match next {
            Some(next) => {
                let end = next.end;
                // Emptied here, taken out below: each removal would move all names behind it.
                next.end = next.first;
                end
            }
            None => {
                let cut = (first + 1..end).find(|&i| mark(i)).unwrap_or(end);
                trimmed_end(document, first as usize, cut as usize) as u32
            }
        };
        names[at].end = end;
        if first < end {
            names[at].span = document.span(first as usize, end as usize);
        }
    }
    names.retain(|name| name.end > name.first);
}

/// Where a name that starts at `first` ends without the words and marks that end none.
pub(super) fn trimmed_end(document: &Document, first: usize, mut end: usize) -> usize {
    while first < end && NEVER_LAST.contains(&document.lower(end - 1)) {
        end -= 1;
    }
    end
}

/// Words that never end one.
const NEVER_LAST: &[&str] = &[
    "'s", "'", "’", "-", "–", ".", "\"", "“", "”", "&", "'n'", "/", "of", "the", "and", "for", "in", "to",
    "at",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Tagger;

    fn names(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let names = Tagger::shipped().find_names(&document);
        names.iter().map(|name| document.slice(name.span).to_owned()).collect()
    }

    #[test]
    fn no_mark_stays_where_a_name_is_cut() {
        assert_eq!(names("Ana “Nita” Ruiz left for Peru."), ["Ana “Nita” Ruiz", "Peru"]);
        // No name goes on in the next block.
        for text in ["D\"GI\n”z.\u{2ee5e}A", "said Berg\\\"'Tis\"\nBERG: \""] {
            assert!(names(text).iter().all(|name| !name.contains('\n')), "{text:?}");
        }
        for name in names(": \"r'\"C.w)\u{3570}awn»$&S'x<0Ⱥ-o7/0$Vl") {
            assert!(name.ends_with(char::is_alphanumeric), "{name:?}");
        }
    }
}
