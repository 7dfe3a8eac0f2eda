//! How right tags, noun phrases and subjects are, against the trees of a treebank.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Value, json};
use whosaid::document::Document;
use whosaid::syntax::{Chunk, Syntax, Tag, Tagger};

use super::conllu::Treed;
use super::examples::align;
use super::gold;

/// Right ones, found ones, gold ones.
#[derive(Clone, Copy, Default)]
pub struct Count(pub u32, pub u32, pub u32);

impl Count {
    /// F1 in percent.
    pub fn f1(self) -> f32 {
        if self.1 + self.2 == 0 { 0.0 } else { 200.0 * self.0 as f32 / (self.1 + self.2) as f32 }
    }

    /// As the project's scorers write it.
    fn json(self) -> Value {
        let share = |percent: f32| percent / 100.0;
        json!({"f1": share(self.f1()), "p": share(self.precision()), "r": share(self.recall())})
    }

    /// The share of those found that are right, in percent.
    pub fn precision(self) -> f32 {
        100.0 * self.0 as f32 / self.1.max(1) as f32
    }

    /// The share of the gold ones that are found, in percent.
    pub fn recall(self) -> f32 {
        100.0 * self.0 as f32 / self.2.max(1) as f32
    }
}

/// What was counted.
#[derive(Default)]
pub struct Scores {
    pub upos: Count,
    /// Noun phrases.
    pub phrases: Count,
    /// Subjects of finite verbs.
    pub subjects: Count,
    /// What is wrong, for reading.
    pub wrong: Vec<String>,
    pub confused: BTreeMap<(String, String), u32>,
}

impl Scores {
    /// As the project's scorers write them.
    pub fn json(&self) -> Value {
        json!({
            "upos": self.upos.json(),
            "phrases": self.phrases.json(),
            "subjects": self.subjects.json(),
        })
    }
}

/// The universal part of speech that our tag of a token gives to the `n`th of the `count` words in it.
fn upos(tag: Tag, n: usize, count: usize, form: &str) -> String {
    let negation = matches!(form, "n't" | "n’t" | "not" | "to" | "na" | "ta" | "nt" | "N'T");
    match tag {
        Tag::PronounAux if n > 0 => "AUX".to_owned(),
        _ if n > 0 && n + 1 == count && negation => "PART".to_owned(),
        _ => tag.upos().name(),
    }
}

/// Scores the documents of a treebank.
pub fn score(tagger: &Tagger, treebank: &[Treed]) -> Scores {
    let mut scores = Scores::default();
    for treed in treebank {
        let document = Document::new(&treed.text);
        let tags = tagger.tag(&document, |_| true);
        let words = &treed.words;
        let alignment = align(&document, words);
        let mut found: Vec<Option<String>> = vec![None; words.len()];
        for (token, of) in alignment.iter().enumerate() {
            for (n, w) in of.clone().enumerate() {
                found[w] = Some(upos(tags[token], n, of.len(), &words[w].form));
            }
        }
        for (word, found) in words.iter().zip(found) {
            let found = found.unwrap_or_default();
            scores.upos.2 += 1;
            scores.upos.1 += 1;
            scores.upos.0 += u32::from(found == word.upos);
            if found != word.upos {
                *scores.confused.entry((word.upos.clone(), found)).or_default() += 1;
            }
        }
        let syntax = Syntax::with_tags(&document, tags, &[], &whosaid::quote::find_quotations(&document));
        let covered = |chunk: &Chunk| covered_words(&alignment, &syntax, chunk);
        let gold = gold::noun_phrases(treed);
        scores.phrases.2 += gold.len() as u32;
        for (_, chunk) in syntax.chunks() {
            scores.phrases.1 += 1;
            let mut words = covered(chunk);
            while words.len() > 1 && treed.words[words.end - 1].upos == "PUNCT" {
                words.end -= 1;
            }
            let right = gold.contains(&words);
            scores.phrases.0 += u32::from(right);
            if !right {
                scores.wrong.push(context(treed, &words, "phrase"));
            }
        }
        let gold = gold::subjects(treed, "nsubj");
        let silent = gold::subjects(treed, "expl");
        scores.subjects.2 += gold.len() as u32;
        let mut hit = vec![false; gold.len()];
        for (_, clause) in syntax.clauses() {
            let group = &syntax[clause.group];
            let Some(subject) = clause.subject.filter(|_| group.is_finite()) else { continue };
            let words = covered(&syntax[subject]);
            let verb =
                alignment[group.tokens.start as usize].start..alignment[group.tokens.end as usize - 1].end;
            let same = |(s, v): &(usize, usize)| words.contains(s) && verb.contains(v);
            let right = gold.iter().position(same);
            if right.is_none() && silent.iter().any(same) {
                continue;
            }
            scores.subjects.1 += 1;
            match right {
                Some(at) => hit[at] = true,
                None => scores.wrong.push(context(
                    treed,
                    &words,
                    &format!("subject of {}", treed.words[verb.start].form),
                )),
            }
        }
        scores.subjects.0 += hit.iter().filter(|hit| **hit).count() as u32;
        for ((subject, verb), _) in gold.iter().zip(&hit).filter(|(_, hit)| !**hit) {
            scores.wrong.push(context(
                treed,
                &(*subject..*subject + 1),
                &format!("missed subject of {}", treed.words[*verb].form),
            ));
        }
    }
    scores
}

/// The words of a chunk; of "I'm", the pronoun alone.
fn covered_words(alignment: &[Range<usize>], syntax: &Syntax, chunk: &Chunk) -> Range<usize> {
    let (first, last) = (&alignment[chunk.tokens.start as usize], &alignment[chunk.tokens.end as usize - 1]);
    let fused = syntax.tag(chunk.tokens.end as usize - 1) == Tag::PronounAux && last.len() > 1;
    first.start..if fused { last.end - 1 } else { last.end }
}

/// Some words in their sentence, for reading.
fn context(treed: &Treed, words: &Range<usize>, what: &str) -> String {
    let form = |w: usize| treed.words.get(w).map_or("", |w| w.form.as_str());
    let list = |range: Range<usize>| range.map(form).collect::<Vec<_>>().join(" ");
    let before = list(words.start.saturating_sub(8)..words.start);
    format!(
        "{what}: {before} [{}] {}",
        list(words.clone()),
        list(words.end..(words.end + 8).min(treed.words.len()))
    )
}
