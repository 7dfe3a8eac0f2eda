//! Words that one gives of another: "The paper quoted **a founder** as saying it was late", "“…,” the agency quoted **him** as
//! saying".
//!
//! Whose words they are is who is quoted, not the paper. Missed: relays by other verbs ("the agency carried a
//! statement by").

use std::ops::Range;

use super::frame::Frame;

/// Who is quoted is named in so many units.
const LONGEST: usize = 14;

/// Cue, source and content, in units.
type Relayed = (Range<usize>, Range<usize>, Vec<Range<usize>>);

impl Frame<'_, '_> {
    /// Cue, source and content where somebody quotes somebody else; `cue` and `content` as they were found.
    pub(super) fn relayed(&self, cue: Option<&Range<usize>>, content: &[Range<usize>]) -> Option<Relayed> {
        let cue = cue?;
        let verb = cue.clone().find(|&u| {
            matches!(self.lower(u), "cited" | "cites" | "citing" | "quoted" | "quotes" | "quoting")
        })?;
        let limit = self.units.len().min(verb + 1 + LONGEST);
        let link = (verb + 2..limit).find(|&u| {
            self.lower(u) == "as" && matches!(self.lower(u + 1), "saying" | "telling" | "writing" | "stating")
        })?;
        if self.noun_phrase(verb + 1, link) == verb + 1 && !self.is(verb + 1, super::words::OBJECT) {
            return None;
        }
        let source = verb + 1..link;
        // What was taken for said starts with who says it.
        let said = content.iter().filter_map(|units| {
            let start = if units.start <= link && link < units.end { link + 2 } else { units.start };
            (start < units.end).then_some(start..units.end)
        });
        let said: Vec<Range<usize>> = said.collect();
        (!said.is_empty()).then_some((link + 1..link + 2, source, said))
    }
}
