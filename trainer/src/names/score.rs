//! Exact-span F1, as `ner.py` counts it, for choosing while training.

use std::collections::BTreeMap;
use whosaid::annotation::EntityKind;
use whosaid::document::Document;
use whosaid::name::Name;

use crate::corpus::Article;

/// True positives, found and gold names.
#[derive(Default, Clone, Copy)]
struct Count(u32, u32, u32);

impl Count {
    fn f1(self) -> f32 {
        if self.1 + self.2 == 0 { 0.0 } else { 200.0 * self.0 as f32 / (self.1 + self.2) as f32 }
    }
}

/// A line of scores: core, all kinds, then each class. `find` gives the names of a document.
pub fn score(find: impl Fn(&Document) -> Vec<Name>, articles: &[Article]) -> String {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for article in articles {
        let class = |kind: &str| -> Option<String> {
            match &article.kinds {
                Some(kinds) => kinds.get(kind).cloned(),
                None => Some(kind.to_owned()),
            }
        };
        let mut gold: BTreeMap<(u32, u32), (String, Vec<String>)> = BTreeMap::new();
        let mut silent = Vec::new();
        for name in &article.names {
            match class(&name.kind) {
                Some(c) => {
                    counts.entry(c.clone()).or_default().2 += 1;
                    let also = name.also.iter().filter_map(|k| class(k)).collect();
                    gold.insert((name.start, name.end), (c, also));
                }
                None => silent.push((name.start, name.end)),
            }
        }
        let document = Document::new(&article.text);
        for name in find(&document) {
            let Some(c) = class(kind_name(name.kind)) else { continue };
            let span = (name.span.start, name.span.end);
            match gold.get(&span) {
                Some((right, also)) if *right == c || also.contains(&c) => {
                    let count = counts.entry(right.clone()).or_default();
                    count.0 += 1;
                    count.1 += 1;
                }
                None if silent.contains(&span) => {}
                None if article.ignored.iter().any(|&(s, e)| span.0 < e && s < span.1)
                    && !gold.keys().any(|&(s, e)| span.0 < e && s < span.1) => {}
                _ => counts.entry(c).or_default().1 += 1,
            }
        }
    }
    let sum = |only: &dyn Fn(&str) -> bool| {
        counts
            .iter()
            .filter(|(c, _)| only(c))
            .fold(Count::default(), |t, (_, n)| Count(t.0 + n.0, t.1 + n.1, t.2 + n.2))
    };
    let core = sum(&|c| matches!(c, "person" | "organization" | "place")).f1();
    let all = sum(&|_| true).f1();
    let kinds: Vec<String> =
        counts.iter().map(|(c, n)| format!("{} {:.1}", &c[..c.len().min(4)], n.f1())).collect();
    format!("core {core:.2} all {all:.2} | {}", kinds.join(" "))
}

fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Product => "product",
        EntityKind::Event => "event",
        EntityKind::Other => "other",
    }
}
