//! Annotates places from gold spans, to measure and to tune resolution apart from recognition.

use std::io::BufRead;

use serde_json::{Value, json};
use whosaid::Gazetteer;
use whosaid::annotation::EntityKind;
use whosaid::document::Document;
use whosaid::entity::{Entities, Entity, EntityId, group_names};
use whosaid::name::{Name, find_names};
use whosaid::place::{CERTAINTY, Candidate, Evidence, Kind, Link, Toponym, WEIGHTS, Weights, resolve_places};
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

/// Climbs from the present weights to likelier ones for the gold files, each of the same worth, and for the
/// texts of `world`, where famous names are taken for the famous places. Every fourth text is kept
/// out, to see what the weights are worth on others.
pub fn tune(files: &[String]) -> Result<(), Error> {
    let gazetteer = Gazetteer::shipped();
    let (mut corpora, mut kept_out): (Vec<Vec<Text>>, Vec<Vec<Text>>) = (Vec::new(), Vec::new());
    for file in files {
        let (mut texts, mut others) = (Vec::new(), Vec::new());
        for (i, line) in std::fs::read_to_string(file)?.lines().enumerate() {
            let line: Value = serde_json::from_str(line)?;
            let document = Document::new(line["text"].as_str().ok_or("a line without text")?);
            let text = if line["gold"]["places"].is_array() {
                let (names, entities, truths) =
                    gold(&line, &document).ok_or("gold.places without positions")?;
                let evidence = Evidence::read(&document, &names, &entities, gazetteer);
                let index = |entity| evidence.toponyms.iter().position(|t| t.entity == Some(entity));
                let truths = truths.into_iter().filter_map(|(e, truth)| Some((index(e)?, truth))).collect();
                Text { evidence, truths }
            } else {
                let names = find_names(&document);
                let entities = group_names(&document, &names);
                let evidence = Evidence::read(&document, &names, &entities, gazetteer);
                let known = evidence.toponyms.iter().enumerate().filter_map(|(i, t)| Some((i, famous(t)?)));
                let truths = known.collect();
                Text { evidence, truths }
            };
            if i % 4 == 3 { others.push(text) } else { texts.push(text) }
        }
        corpora.push(texts);
        kept_out.push(others);
    }
    let mut weights = WEIGHTS;
    let mut best = worth(&corpora, &weights);
    let report = |weights: &Weights, best: f64, step: f32| {
        println!("{best:.4} step {step}");
        for (name, corpora) in [("  chosen on", &corpora), ("  kept out ", &kept_out)] {
            let worth = worth(corpora, weights);
            println!("{name} {worth:.4} {:.3?}", shares(corpora, weights));
        }
    };
    report(&weights, best, 0.0);
    let mut step = 0.4;
    while step > 0.04 {
        let before = best;
        for i in 0..values(&mut weights).len() {
            for change in [step, -step] {
                let mut other = weights.clone();
                let value = &mut *values(&mut other)[i];
                *value += change * value.abs().max(0.5);
                if other.doubt < 0.05 {
                    continue;
                }
                let found = worth(&corpora, &other);
                if found > best + 1e-5 {
                    (weights, best) = (other, found);
                    break;
                }
            }
        }
        report(&weights, best, step);
        if best < before + 1e-3 {
            step /= 2.0;
        }
    }
    println!("{weights:#?}");
    calibration(&kept_out, &weights);
    Ok(())
}

/// Where a place lies that the name of a country, a capital or a very large city most likely means: where
/// it is the only one of such fame that the name may stand for, and no place is named after it.
fn famous(toponym: &Toponym) -> Option<[f64; 2]> {
    toponym.entity?;
    if toponym.links.iter().any(|(_, link)| matches!(link, Link::Within(_))) {
        return None;
    }
    let fame = |c: &&Candidate| {
        matches!(c.kind, Kind::Country | Kind::Capital) || c.kind != Kind::County && c.importance >= 13
    };
    let all: Vec<&Candidate> = toponym.candidates.iter().filter(fame).collect();
    let [capitals, countries] =
        [Kind::Capital, Kind::Country].map(|kind| all.iter().filter(|c| c.kind == kind).count());
    // "Washington" is the capital rather than the state.
    let one = match (all.len(), capitals, countries) {
        (1, ..) => all.first(),
        (_, 1, 0) => all.iter().find(|c| c.kind == Kind::Capital),
        _ => None,
    }?;
    Some([f64::from(one.latitude), f64::from(one.longitude)])
}

fn values(w: &mut Weights) -> Vec<&mut f32> {
    let mut all = vec![
        &mut w.importance,
        &mut w.cue,
        &mut w.miscue,
        &mut w.first,
        &mut w.country,
        &mut w.region,
        &mut w.near,
        &mut w.beside,
        &mut w.alike,
        &mut w.comma,
        &mut w.bracket,
        &mut w.inside,
        &mut w.around,
        &mut w.astray,
        &mut w.eponym,
        &mut w.long,
        &mut w.seat,
        &mut w.people,
        &mut w.namesake,
        &mut w.doubt,
        &mut w.least,
    ];
    all.extend(&mut w.kinds);
    all
}

/// The mean logarithm of how likely the right answer is made, over texts and then over corpora.
fn worth(corpora: &[Vec<Text>], weights: &Weights) -> f64 {
    let mean = |texts: &Vec<Text>| {
        let (mut sum, mut all) = (0.0, 0.0);
        for text in texts {
            let likelihoods = text.evidence.likelihoods(weights);
            for &(toponym, truth) in &text.truths {
                let (candidates, likely) =
                    (&text.evidence.toponyms[toponym].candidates, &likelihoods[toponym]);
                if candidates.is_empty() {
                    continue;
                }
                let right = |(c, _): &(&Candidate, &f32)| kilometers(c, truth) <= 161.0;
                let right: f32 = if candidates.iter().any(|c| kilometers(c, truth) <= 161.0) {
                    candidates.iter().zip(likely).filter(right).map(|(_, likely)| likely).sum()
                } else {
                    1.0 - likely.iter().sum::<f32>()
                };
                sum += f64::from(right.max(1e-3)).ln();
                all += 1.0;
            }
        }
        sum / f64::max(all, 1.0)
    };
    corpora.iter().map(mean).sum::<f64>() / corpora.len() as f64
}

/// The share within 161 km, of all places and of those resolved, in each corpus.
fn shares(corpora: &[Vec<Text>], weights: &Weights) -> Vec<[f64; 2]> {
    let share = |texts: &Vec<Text>| {
        let (mut all, mut resolved, mut right) = (0.0, 0.0, 0.0);
        for text in texts {
            let places = text.evidence.resolve(weights);
            for &(toponym, truth) in &text.truths {
                all += 1.0;
                if let Some(place) = places[toponym].filter(|place| place.certainty >= CERTAINTY) {
                    resolved += 1.0;
                    right += f64::from(u8::from(kilometers(&place.candidate, truth) <= 161.0));
                }
            }
        }
        [right / all, right / resolved]
    };
    corpora.iter().map(share).collect()
}

/// Prints how often answers of each certainty are right.
fn calibration(corpora: &[Vec<Text>], weights: &Weights) {
    let mut bins = [[0.0; 3]; 10];
    for text in corpora.iter().take(3).flatten() {
        let places = text.evidence.resolve(weights);
        for &(toponym, truth) in &text.truths {
            let Some(place) = places[toponym] else { continue };
            let bin = &mut bins[((place.certainty * 10.0) as usize).min(9)];
            bin[0] += 1.0;
            bin[1] += f64::from(place.certainty);
            bin[2] += f64::from(u8::from(kilometers(&place.candidate, truth) <= 161.0));
        }
    }
    for [all, certainty, right] in bins {
        println!("{all:5} certainty {:.2} right {:.2}", certainty / all, right / all);
    }
}

fn kilometers(place: &Candidate, [latitude, longitude]: [f64; 2]) -> f64 {
    let (a, b) = (f64::from(place.latitude).to_radians(), latitude.to_radians());
    let across = (longitude - f64::from(place.longitude)).to_radians();
    let half = ((b - a) / 2.0).sin().powi(2) + a.cos() * b.cos() * (across / 2.0).sin().powi(2);
    2.0 * 6371.0 * half.sqrt().min(1.0).asin()
}
