//! The subject of each finite verb.
//!
//! Read from the verb to the left: what a preposition governs is passed over with it, so is a clause in between with its own
//! subject ("the man *who came* left") or without any ("the plan *to raise taxes* failed"). Where none stands there and the
//! words before are a quotation or a comma, the subject follows: "“…,” said Moreno".

use super::Form;
use super::parts::Parts;
use super::tag::Tag;

/// A list has at most so many parts.
const LONGEST_LIST: usize = 32;

/// A subject stands at most so many units before its verb.
const FARTHEST: usize = 80;

/// The place among the sentence's chunks of the subject of its group `g`. `subjects` are those of the groups before.
pub(super) fn find_subject(parts: &Parts, g: usize, subjects: &[Option<usize>]) -> Option<usize> {
    let sentence = parts.sentence;
    let group = &parts.groups[g];
    if let Some(chunk) = group.inverted {
        return Some(chunk.0 as usize - parts.first_chunk);
    }
    let start = parts.group_units[g].start;
    if sentence.tag(start) == Some(Tag::PronounAux) {
        return parts.chunk_at(start);
    }
    if group.form != Form::Finite {
        return None;
    }
    let mut behind = parts.group_units[g].end;
    while parts.chunk_at(behind).is_none() && sentence.tag(behind) == Some(Tag::Adverb) {
        behind += 1;
    }
    let after = parts.chunk_at(behind);
    // "there is a man"
    let exists = start > 0 && sentence.lower(start - 1) == "there"
        || group.copula && sentence.lower(start) == "there's";
    if exists && after.is_some() {
        return after;
    }
    let mut fallback = None;
    let mut u = start;
    let mut fresh = true;
    while u > start.saturating_sub(FARTHEST) && u > 0 {
        let before = u - 1;
        if let Some(chunk) = parts.chunk_at(before) {
            let first = parts.chunk_units[chunk].start;
            fresh = false;
            if let Some(preposition) = parts.governor(chunk) {
                u = preposition;
                continue;
            }
            // "we all know"
            let floating = u == first + 1 && matches!(sentence.lower(first), "all" | "both" | "each");
            if floating && first.checked_sub(1).is_some_and(|u| parts.chunk_at(u).is_some()) {
                u = first;
                continue;
            }
            if parts.is_time(chunk) && first > 0 {
                fallback = fallback.or(Some(chunk));
                u = first;
                continue;
            }
            // The object of a verb without a tense belongs to that verb, where somebody else is left.
            if let Some(other) = first.checked_sub(1).and_then(|u| parts.group_at(u)).filter(|&o| o != g)
                && parts.groups[other].form != Form::Finite
            {
                fallback = fallback.or(Some(chunk));
                u = parts.group_units[other].start;
                continue;
            }
            let chosen = first_conjunct(parts, chunk);
            let first = parts.chunk_units[chosen].start;
            // "Moreno, the mayor, said"
            if u < start
                && first >= 2
                && sentence.lower(first - 1) == ","
                && sentence.lower(u) == ","
                && let Some(named) = parts.chunk_at(first - 2)
                && parts.governor(named).is_none()
                && !subjects[g.saturating_sub(4)..].contains(&Some(named))
            {
                return Some(first_conjunct(parts, named));
            }
            return Some(chosen);
        }
        if let Some(other) = parts.group_at(before) {
            fresh = false;
            let first = parts.group_units[other].start;
            if parts.groups[other].form != Form::Finite {
                u = first;
                continue;
            }
            let marked = subjects.get(other).copied().flatten().and_then(|subject| {
                let at = parts.chunk_units[subject].start;
                let relative = is_relative(sentence.lower(at));
                let opened = at > 0
                    && (matches!(sentence.tag(at - 1), Some(Tag::Subordinator))
                        || is_relative(sentence.lower(at - 1)));
                let bare = at > 0 && parts.chunk_at(at - 1).is_some() && at < first;
                (at < u && (relative || opened || bare)).then_some(if opened && !relative {
                    at - 1
                } else {
                    at
                })
            });
            match marked {
                Some(at) => {
                    u = at;
                    continue;
                }
                None => break,
            }
        }
        match sentence.tag(before) {
            Some(Tag::Coordinator) if fresh => return None,
            Some(Tag::Coordinator) => break,
            Some(Tag::Subordinator) => break,
            Some(Tag::Mark) if matches!(sentence.lower(before), ";" | ":") => break,
            _ => u = before,
        }
    }
    let follows = fallback.is_none()
        && (start == 0
            || sentence.is_quotation(start - 1)
            || sentence.lower(start - 1) == "," && sentence.tag(start) != Some(Tag::Aux));
    if follows { after.or(fallback) } else { fallback }
}

fn is_relative(lower: &str) -> bool {
    matches!(lower, "who" | "which" | "that" | "whom" | "what" | "where" | "when")
}

/// Of "Moreno, Diaz and Ruiz", Moreno.
fn first_conjunct(parts: &Parts, mut chunk: usize) -> usize {
    let sentence = parts.sentence;
    let mut joined = false;
    for _ in 0..LONGEST_LIST {
        let start = parts.chunk_units[chunk].start;
        let Some(before) = start.checked_sub(1) else { return chunk };
        let link = match sentence.tag(before) {
            Some(Tag::Coordinator) if sentence.lower(before) != "but" => {
                joined = true;
                before
            }
            Some(Tag::Mark) if joined && sentence.lower(before) == "," => before,
            _ => return chunk,
        };
        let link = if link > 0 && sentence.lower(link - 1) == "," { link - 1 } else { link };
        let Some(mut other) = link.checked_sub(1).and_then(|u| parts.chunk_at(u)) else { return chunk };
        // "the president of France and the chancellor"
        while let Some(preposition) = parts.governor(other) {
            match preposition.checked_sub(1).and_then(|u| parts.chunk_at(u)) {
                Some(upper) => other = upper,
                None => return chunk,
            }
        }
        // "He saw Moreno and Ruiz left": an object is joined to nobody who does something.
        let at = parts.chunk_units[other].start;
        if at > 0 && parts.group_at(at - 1).is_some() {
            return chunk;
        }
        chunk = other;
    }
    chunk
}
