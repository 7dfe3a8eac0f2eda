//! What is certain about the borders of a name, whatever the model says.

use super::Name;
use crate::document::Document;

/// Takes titles, articles, `'s` and stray marks off the names; drops what is left without a word.
pub(super) fn trim_names(document: &Document, names: &mut Vec<Name>) {
    names.retain_mut(|name| {
        let (mut first, mut end) = (name.first as usize, name.end as usize);
        while first < end
            && matches!(
                document.lower(end - 1),
                "'s" | "'" | "-" | "." | "\"" | "&" | "/" | "of" | "the" | "and"
            )
        {
            end -= 1;
        }
        while first < end
            && matches!(document.lower(first), "'s" | "'" | "-" | "." | "\"" | "&" | "/" | "of" | "and")
        {
            first += 1;
        }
        if first == end {
            return false;
        }
        (name.first, name.end) = (first as u32, end as u32);
        name.span = document.span(first, end);
        true
    });
}
