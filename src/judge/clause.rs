//! What the judge sees of a row in the syntax around it: the verb group of its cue, the clause that stands in and whose
//! subject it has, how the content lies among the clauses of its sentence.
//!
//! "They *may have* said so", "*until* the state admits it", "Holm *was* reviled as a despot": what is doubted, awaited or
//! done to somebody differs from what is said by its clause, whatever the words.

use std::ops::Range;

use super::Rows;
use super::key::{hash, mix, steps};
use crate::syntax::{ClauseId, Group};

/// The parts of a row, as tokens.
pub(super) struct Parts {
    pub style: u32,
    /// The stem of the cue's head, as a value.
    pub stem: u32,
    /// The word of the cue that tells.
    pub head: Option<usize>,
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
    /// The first span of the content, and the last.
    pub first: Range<usize>,
    pub last: Range<usize>,
}

impl Rows<'_, '_> {
    /// The features of a row that the syntax gives; `put` takes a template and a value.
    pub(super) fn clause_keys(&self, row: &Parts, put: &mut impl FnMut(u32, u32)) {
        let syntax = self.syntax;
        let tag = |t: usize| syntax.tag(t) as u32;
        let word = |t: u32| hash(self.document.lower(t as usize));
        let Parts { style, stem, .. } = *row;

        // The verb group of the cue.
        let group = row.head.and_then(|h| syntax.group_at(h));
        let form = group.map_or(0, |g| shape(&syntax[g]));
        let modal = group.and_then(|g| syntax[g].modal).map_or(0, word);
        put(90, mix(form, style));
        put(91, mix(form, stem));
        put(92, mix(modal, form));
        let tagged = row.head.map_or(99, tag);
        put(93, mix(tagged, style));
        put(94, mix(tagged, stem));

        // Its clause, what opens that, and the clause that it hangs on.
        let clause = group.map(|g| syntax.clause_of(g));
        let kind = |c: Option<ClauseId>| c.map_or(15, |c| syntax[c].kind as u32);
        let marker = clause.and_then(|c| syntax[c].marker).map_or(0, word);
        put(95, mix(kind(clause), style));
        put(96, mix(kind(clause), marker));
        put(97, mix(kind(clause), stem));
        let parent = clause.and_then(|c| syntax[c].parent);
        put(98, mix(parent.map_or(0, |p| shape(&syntax[syntax[p].group])), kind(clause)));
        put(99, parent.map_or(0, |p| word(syntax[syntax[p].group].tokens.end - 1)));

        // Whether the source is its subject, and what that is.
        let subject = clause.and_then(|c| syntax.subject(c)).map(|chunk| &syntax[chunk]);
        let covers = |range: &Range<u32>, at: usize| range.contains(&(at as u32));
        let relation = match (subject, &row.source) {
            (None, None) => 0,
            (None, Some(_)) => 1,
            (Some(_), None) => 2,
            (Some(s), Some(own)) if own.clone().any(|t| covers(&s.tokens, t)) => 3,
            (Some(_), Some(_)) => 4,
        };
        put(100, mix(relation, style));
        put(101, mix(relation, stem));
        put(102, mix(relation, form));
        put(103, subject.map_or(0, |s| word(s.head)));
        put(104, subject.map_or(99, |s| tag(s.head as usize)) * 8 + relation);

        // How the content lies among the clauses.
        let opens = row.first.start;
        let content = syntax.clause_at(opens);
        let starts = content.is_some_and(|c| syntax[c].tokens.start as usize == opens);
        let ends = content.map_or(3, |c| match syntax[c].tokens.end as usize {
            end if end == row.last.end => 0,
            end if end < row.last.end => 1,
            _ => 2,
        });
        let edges = u32::from(starts) * 4 + ends;
        put(105, mix(kind(content), style * 16 + edges));
        put(106, mix(kind(content), stem));
        put(107, mix(tag(opens), style));
        put(108, mix(tag(opens), tag(opens + 1)));
        let hangs = content.is_some_and(|c| clause.is_some() && syntax[c].parent == clause);
        put(109, mix(u32::from(hangs) * 16 + kind(content), stem));
        put(110, mix(u32::from(hangs) * 8 + edges, style));
        let finite = self.count_finite(row.first.clone()) + self.count_finite(row.last.clone());
        put(111, mix(steps(finite), style));
        put(112, mix(steps(finite), kind(content)));
        let object = clause.and_then(|c| syntax[c].object).map(|chunk| &syntax[chunk]);
        let taken = object.map_or(2, |o| u32::from(row.first.contains(&(o.head as usize))));
        put(113, mix(taken, stem));
        put(114, mix(taken, mix(form, kind(content))));
        let before = opens.checked_sub(1).map_or(99, tag);
        put(115, mix(before, style));
        put(116, mix(tag(row.last.end), style));
        put(117, mix(tag(row.last.end - 1), style));
        let source = row.source.as_ref().map_or((99, 99), |s| (tag(s.end - 1), tag(s.start)));
        put(118, mix(source.0 * 32 + source.1, style));
        put(119, row.source.as_ref().and_then(|s| s.start.checked_sub(1)).map_or(99, tag));
        put(120, row.cue.as_ref().map_or(99, |c| tag(c.end)) * 128 + tagged);
    }

    /// The finite verbs of a range, up to a sentence's worth.
    fn count_finite(&self, tokens: Range<usize>) -> usize {
        let groups = tokens.take(40).filter_map(|t| Some((t, self.syntax.group_at(t)?)));
        groups
            .filter(|&(t, g)| {
                let group = &self.syntax[g];
                group.is_finite() && group.tokens.end as usize == t + 1
            })
            .count()
    }
}

/// A verb group without its words.
fn shape(group: &Group) -> u32 {
    let flags =
        [group.negated, group.passive, group.perfect, group.progressive, group.copula, group.modal.is_some()];
    let flags = flags.iter().fold(0, |all, &flag| all << 1 | u32::from(flag));
    1 + (flags * 8 + group.form as u32) * 8 + group.tense as u32
}
