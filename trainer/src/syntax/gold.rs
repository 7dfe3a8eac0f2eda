//! What trees say of noun phrases and subjects.
//!
//! A **base noun phrase** is a nominal word with what stands before it and belongs to it: determiners, adjectives, numbers,
//! compounds, titles, possessors with all of theirs; and the further words of a flat name after it. Prepositions, clauses,
//! appositions and conjuncts are no part of it. Nominal is every noun, name and pronoun that is not itself such a part, and a number,
//! sign, adjective or determiner that is a subject, an object or stands after a preposition.
//!
//! A **subject** is a pair: the word that is `nsubj` or `nsubj:pass`, and the finite verb of its clause, which is the first
//! auxiliary or copula with a tense, or the verb itself. An "it" that stands for a clause ("it is clear that") is `expl`: found or
//! not, it does not count.

use std::collections::BTreeSet;
use std::ops::Range;

use super::conllu::{Treed, Word};

/// Relations of what is a part of the phrase before its head.
fn is_part(relation: &str) -> bool {
    matches!(
        relation,
        "det"
            | "det:predet"
            | "amod"
            | "nummod"
            | "compound"
            | "nmod:poss"
            | "nmod:desc"
            | "nmod:unmarked"
            | "flat"
            | "nmod"
            | "goeswith"
    )
}

/// The base noun phrases of a document.
pub fn noun_phrases(treed: &Treed) -> Vec<Range<usize>> {
    let words = &treed.words;
    let mut found = Vec::new();
    for sentence in &treed.sentences {
        let (left, right) = edges(words, sentence);
        for h in sentence.clone() {
            if !is_nominal(words, h) {
                continue;
            }
            let (mut start, mut end) = (h, h + 1);
            for c in sentence.clone().filter(|&c| words[c].head == Some(h)) {
                let relation = words[c].relation.as_str();
                if c < h && is_part(relation) {
                    start = start.min(left[c - sentence.start]);
                }
                let close = c == h + 1 && relation == "nummod";
                if c > h && (matches!(relation, "flat" | "goeswith") || close) {
                    end = end.max(right[c - sentence.start]);
                }
            }
            while words[start].upos == "PUNCT" && start < h {
                start += 1;
            }
            found.push(start..end);
        }
    }
    found
}

fn is_nominal(words: &[Word], h: usize) -> bool {
    let word = &words[h];
    let relation = word.relation.as_str();
    let before = word.head.is_some_and(|head| h < head);
    match word.upos.as_str() {
        "NOUN" | "PROPN" | "PRON" => {
            let modifies = matches!(
                relation,
                "compound"
                    | "flat"
                    | "fixed"
                    | "goeswith"
                    | "nmod:poss"
                    | "nmod:desc"
                    | "amod"
                    | "det"
                    | "nummod"
                    | "advmod"
                    | "mark"
                    | "case"
                    | "cc"
            ) || before && matches!(relation, "nmod" | "nmod:unmarked");
            !modifies
        }
        "NUM" | "SYM" | "ADJ" | "DET" | "X" => {
            matches!(word.broad(), "nsubj" | "obj" | "iobj" | "obl" | "nmod")
                && !before | (word.broad() != "nmod")
        }
        _ => false,
    }
}

/// For each word, the first word of all that hangs on it, and one past the last.
fn edges(words: &[Word], sentence: &Range<usize>) -> (Vec<usize>, Vec<usize>) {
    let mut left: Vec<usize> = sentence.clone().collect();
    let mut right: Vec<usize> = sentence.clone().map(|w| w + 1).collect();
    for w in sentence.clone() {
        let mut up = words[w].head;
        for _ in 0..sentence.len() {
            let Some(head) = up else { break };
            let at = head - sentence.start;
            left[at] = left[at].min(w);
            right[at] = right[at].max(w + 1);
            up = words[head].head;
        }
    }
    (left, right)
}

/// Pairs of a word and the finite verb of its clause, for words of the relation `wanted`.
pub fn subjects(treed: &Treed, wanted: &str) -> BTreeSet<(usize, usize)> {
    let words = &treed.words;
    let mut found = BTreeSet::new();
    for sentence in &treed.sentences {
        for s in sentence.clone().filter(|&s| words[s].broad() == wanted) {
            let Some(p) = words[s].head else { continue };
            let finite = |w: &usize| {
                matches!(words[*w].xpos.as_str(), "VBD" | "VBP" | "VBZ" | "MD")
                    && matches!(words[*w].upos.as_str(), "VERB" | "AUX")
            };
            let helps = |w: &usize| words[*w].head == Some(p) && matches!(words[*w].broad(), "aux" | "cop");
            let mut verbs = sentence.clone().filter(|w| helps(w) || *w == p).filter(finite);
            // Of "The trouble is that he left", the first verb is the outer subject's.
            let outer = words[s].relation == "nsubj:outer";
            let has_outer =
                sentence.clone().any(|w| words[w].head == Some(p) && words[w].relation == "nsubj:outer");
            let verb = if outer || !has_outer { verbs.next() } else { verbs.next_back() };
            if let Some(verb) = verb {
                found.insert((s, verb));
            }
        }
    }
    found
}
