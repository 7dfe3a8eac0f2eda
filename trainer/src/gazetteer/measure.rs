//! Annotates places from gold spans, to measure and to tune resolution apart from recognition.

use std::io::BufRead;

use serde_json::{Value, json};
use whosaid::Gazetteer;
use whosaid::annotation::EntityKind;
use whosaid::document::Document;
use whosaid::entity::{Entities, Entity, EntityId};
use whosaid::name::{Name, find_names};
use whosaid::place::{Candidate, Evidence, WEIGHTS, Weights, resolve_places};
use whosaid::span::Span;

use crate::Error;

/// The entities or toponyms of gold places, and where they truly lie.
type Truths = Vec<(usize, [f64; 2])>;

/// Reads documents with `gold.places` from standard input, and writes annotations as if the names
/// stage had found exactly these places.
pub fn run(file: &str) -> Result<(), Error> {
    let bytes = std::fs::read(file)?;
    let gazetteer = Gazetteer::from_bytes(&bytes)?;
    for line in std::io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        println!("{}", annotate(&line, &gazetteer).ok_or("a line without text and gold.places")?);
    }
    Ok(())
}

fn annotate(line: &Value, gazetteer: &Gazetteer) -> Option<Value> {
    let text = line["text"].as_str()?;
    let document = Document::new(text);
    let (names, entities, _) = gold(line, &document)?;
    let units = |byte: u32| text[..byte as usize].encode_utf16().count();
    let places = resolve_places(&document, &names, &entities, Some(gazetteer));
    let list = entities.list.iter().zip(&places).enumerate().map(
        |(id, (entity, place))| json!({"id": id, "kind": entity.kind, "name": entity.name, "place": place}),
    );
    let mentions = names.iter().zip(&entities.of_name).map(|(name, entity)| {
        let (start, end) = (units(name.span.start), units(name.span.end));
        json!({"start": start, "end": end, "entity": entity.0, "form": "name"})
    });
    Some(json!({
        "id": line["id"], "version": 1, "quotes": [], "figures": [],
        "entities": list.collect::<Vec<_>>(), "mentions": mentions.collect::<Vec<_>>(),
    }))
}

/// The gold places, and the other names that are found and do not overlap them; with the true
/// position of each gold place and its entity.
fn gold(line: &Value, document: &Document) -> Option<(Vec<Name>, Entities, Truths)> {
    let text = document.text;
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let mut all: Vec<(Name, Option<[f64; 2]>)> = Vec::new();
    for place in line["gold"]["places"].as_array()? {
        let at = |key: &str| bytes.get(place[key].as_u64()? as usize).copied();
        let span = Span::new(at("start")?, at("end")?).trimmed(text);
        let first = document.token_at(span.start) as u32;
        let end = document.tokens.partition_point(|t| t.span.start < span.end) as u32;
        let truth = [place["latitude"].as_f64()?, place["longitude"].as_f64()?];
        all.push((Name { span, first, end, kind: EntityKind::Place }, Some(truth)));
    }
    let others = find_names(document).into_iter().filter(|name| name.kind != EntityKind::Place);
    let apart = |name: &Name| all.iter().all(|(gold, _)| !gold.span.overlaps(name.span));
    let others: Vec<Name> = others.filter(apart).collect();
    all.extend(others.into_iter().map(|name| (name, None)));
    all.sort_by_key(|(name, _)| name.span);
    all.dedup_by_key(|(name, _)| name.span);

    let (mut names, mut entities, mut truths) = (Vec::new(), Entities::default(), Vec::new());
    for (name, truth) in all {
        let words = name.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let same = |e: &Entity| e.kind == name.kind && e.name.eq_ignore_ascii_case(&words);
        let id = entities.list.iter().position(same).unwrap_or_else(|| {
            entities.list.push(Entity { kind: name.kind, name: words.clone(), description: None });
            entities.list.len() - 1
        });
        entities.of_name.push(EntityId(id as u32));
        truths.extend(truth.map(|truth| (id, truth)));
        names.push(name);
    }
    Some((names, entities, truths))
}

/// A text ready to be resolved again and again, with the true position of its toponyms' mentions.
struct Text {
    evidence: Evidence,
    truths: Truths,
}

/// Climbs from the present weights to better ones for the gold files, each of the same worth.
pub fn tune(files: &[String]) -> Result<(), Error> {
    let gazetteer = Gazetteer::shipped();
    let mut corpora: Vec<Vec<Text>> = Vec::new();
    for file in files {
        let mut texts = Vec::new();
        for line in std::fs::read_to_string(file)?.lines() {
            let line: Value = serde_json::from_str(line)?;
            let document = Document::new(line["text"].as_str().ok_or("a line without text")?);
            let (names, entities, truths) = gold(&line, &document).ok_or("a line without gold.places")?;
            let evidence = Evidence::read(&document, &names, &entities, gazetteer);
            let index = |entity| evidence.toponyms.iter().position(|t| t.entity == entity);
            let truths = truths.into_iter().filter_map(|(e, truth)| Some((index(e)?, truth))).collect();
            texts.push(Text { evidence, truths });
        }
        corpora.push(texts);
    }
    let mut weights = WEIGHTS;
    let mut best = worth(&corpora, &weights);
    println!("{best:.4} {:?}", shares(&corpora, &weights));
    let mut step = 0.4;
    while step > 0.03 {
        let before = best;
        for i in 0..values(&mut weights).len() {
            for change in [step, -step] {
                let mut other = weights.clone();
                let value = &mut *values(&mut other)[i];
                *value += change * value.abs().max(1.0);
                let found = worth(&corpora, &other);
                if found > best + 1e-5 && other.doubt > 0.05 {
                    (weights, best) = (other, found);
                    break;
                }
            }
        }
        println!("{best:.4} {:?} step {step}", shares(&corpora, &weights));
        if best < before + 5e-4 {
            step /= 2.0;
        }
    }
    println!("{weights:#?}");
    Ok(())
}

fn values(w: &mut Weights) -> Vec<&mut f32> {
    let mut all = vec![
        &mut w.importance,
        &mut w.country,
        &mut w.region,
        &mut w.near,
        &mut w.comma,
        &mut w.bracket,
        &mut w.inside,
        &mut w.around,
        &mut w.people,
        &mut w.organization,
        &mut w.doubt,
        &mut w.least,
    ];
    all.extend(&mut w.kinds);
    all
}

/// Right answers count of all places and of those resolved.
fn worth(corpora: &[Vec<Text>], weights: &Weights) -> f64 {
    let shares = shares(corpora, weights);
    let each = shares.iter().map(|[found, resolved]| found + 0.5 * resolved);
    each.sum::<f64>() / (1.5 * shares.len() as f64)
}

/// The share within 161 km, of all places and of those resolved, in each corpus.
fn shares(corpora: &[Vec<Text>], weights: &Weights) -> Vec<[f64; 2]> {
    let share = |texts: &Vec<Text>| {
        let (mut all, mut resolved, mut right) = (0.0, 0.0, 0.0);
        for text in texts {
            let places = text.evidence.resolve(weights);
            for &(toponym, truth) in &text.truths {
                all += 1.0;
                if let Some(place) = &places[toponym] {
                    resolved += 1.0;
                    right += f64::from(u8::from(kilometers(place, truth) <= 161.0));
                }
            }
        }
        [right / all, right / resolved]
    };
    corpora.iter().map(share).collect()
}

fn kilometers(place: &Candidate, [latitude, longitude]: [f64; 2]) -> f64 {
    let (a, b) = (f64::from(place.latitude).to_radians(), latitude.to_radians());
    let across = (longitude - f64::from(place.longitude)).to_radians();
    let half = ((b - a) / 2.0).sin().powi(2) + a.cos() * b.cos() * (across / 2.0).sin().powi(2);
    2.0 * 6371.0 * half.sqrt().min(1.0).asin()
}
