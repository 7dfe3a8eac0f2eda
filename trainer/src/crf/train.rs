//! FTRL-proximal over stretches of tokens.

use rustc_hash::FxHashMap;

use super::lattice::{LANES, Lattice, Row, Steps};
use super::{Scheme, Sequence};
use crate::random::Random;

/// How to train.
#[derive(Clone, Debug)]
pub struct Options {
    pub epochs: usize,
    /// The step size.
    pub alpha: f32,
    pub l1: f32,
    pub l2: f32,
    /// A feature is taken that comes at least so often.
    pub least: u32,
    /// The corpora whose own weights are learnt beside the shared ones.
    pub own: Vec<u8>,
    /// The share of a token's features that are left out at random, anew in each epoch.
    pub dropout: f32,
    /// The weights are the means over so many of the last epochs.
    pub averaged: usize,
    /// How often in such an epoch the weights go into the mean. At its end alone, chance has its way: the last few stretches
    /// move what comes at every token, so that one run finds a tenth more than the next.
    pub snapshots: usize,
    pub seed: u64,
}

/// What FTRL keeps of a feature.
#[derive(Clone, Copy)]
struct Slot<const L: usize> {
    z: Row<L>,
    n: Row<L>,
    w: Row<L>,
    /// The mean of `w` after the last epochs.
    mean: Row<L>,
}

impl<const L: usize> Slot<L> {
    const EMPTY: Self = Self { z: [0.0; L], n: [0.0; L], w: [0.0; L], mean: [0.0; L] };

    /// Takes a step; `l1` holds weights at zero.
    fn update(&mut self, gradient: &Row<L>, options: &Options, l1: f32) {
        for l in 0..L {
            let g = gradient[l];
            let n = self.n[l] + g * g;
            let sigma = (n.sqrt() - self.n[l].sqrt()) / options.alpha;
            self.z[l] += g - sigma * self.w[l];
            self.n[l] = n;
            let z = self.z[l];
            let shrunk = (z.abs() - l1).max(0.0);
            self.w[l] = -shrunk.copysign(z) / ((1.0 + n.sqrt()) / options.alpha + options.l2);
        }
    }
}

/// The trained weights.
pub struct Field<const L: usize = LANES> {
    ids: FxHashMap<u64, u32>,
    slots: Vec<Slot<L>>,
    start: Slot<L>,
    end: Slot<L>,
    steps: Vec<Slot<L>>,
}

/// The weights of one guideline.
pub struct Weights<const L: usize = LANES> {
    /// Weights by key; sorted, without keys whose weights are all zero.
    pub keys: Vec<(u32, Row<L>)>,
    pub start: Row<L>,
    pub end: Row<L>,
    pub steps: Vec<Row<L>>,
}

impl<const L: usize> Weights<L> {
    /// The mean of several fields' weights.
    pub fn mean(fields: &[Weights<L>]) -> Self {
        let share = 1.0 / fields.len().max(1) as f32;
        let add = |sum: &mut Row<L>, row: &Row<L>| sum.iter_mut().zip(row).for_each(|(s, w)| *s += share * w);
        let mut rows: FxHashMap<u32, Row<L>> = FxHashMap::default();
        let steps = fields.first().map_or(0, |field| field.steps.len());
        let mut mean =
            Self { keys: Vec::new(), start: [0.0; L], end: [0.0; L], steps: vec![[0.0; L]; steps] };
        for field in fields {
            field.keys.iter().for_each(|(key, row)| add(rows.entry(*key).or_insert([0.0; L]), row));
            add(&mut mean.start, &field.start);
            add(&mut mean.end, &field.end);
            mean.steps.iter_mut().zip(&field.steps).for_each(|(sum, row)| add(sum, row));
        }
        mean.keys = rows.into_iter().collect();
        mean.keys.sort_unstable_by_key(|(key, _)| *key);
        mean
    }
}

const SHARED: u64 = 1 << 40;

/// Trains a field.
pub fn train<const L: usize>(sequences: &[Sequence<L>], scheme: &Scheme, options: &Options) -> Field<L> {
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for key in sequences.iter().flat_map(|s| &s.keys) {
        *counts.entry(*key).or_default() += 1;
    }
    let mut field = Field {
        ids: FxHashMap::default(),
        slots: Vec::new(),
        start: Slot::EMPTY,
        end: Slot::EMPTY,
        steps: vec![Slot::EMPTY; L],
    };
    // Feature ids of each stretch: shared, and where wanted own ones.
    let mut ids: Vec<Vec<(u32, u32)>> = Vec::with_capacity(sequences.len());
    let mut ends: Vec<Vec<u32>> = Vec::with_capacity(sequences.len());
    for sequence in sequences {
        let own = options.own.contains(&sequence.corpus);
        let mut list = Vec::with_capacity(sequence.keys.len());
        let mut limits = Vec::with_capacity(sequence.ends.len());
        let mut at = 0;
        for &end in &sequence.ends {
            for &key in &sequence.keys[at..end as usize] {
                if counts[&key] >= options.least {
                    let shared = field.id(SHARED | u64::from(key));
                    let own = if own {
                        field.id(u64::from(sequence.corpus) << 32 | u64::from(key))
                    } else {
                        shared
                    };
                    list.push((shared, own));
                }
            }
            at = end as usize;
            limits.push(list.len() as u32);
        }
        ids.push(list);
        ends.push(limits);
    }
    drop(counts);
    eprintln!("{} stretches, {} features", sequences.len(), field.slots.len());

    let mut order: Vec<usize> = (0..sequences.len()).collect();
    let mut random = Random::new(options.seed);
    let (mut free, mut bound) = (Lattice::default(), Lattice::default());
    let mut scores: Vec<Row<L>> = Vec::new();
    let (mut taken, mut limits): (Vec<(u32, u32)>, Vec<u32>) = (Vec::new(), Vec::new());
    for epoch in 0..options.epochs {
        random.shuffle(&mut order);
        let mut loss = 0.0f64;
        for (n, &s) in order.iter().enumerate() {
            let done = n * options.snapshots / order.len();
            if n > 0
                && epoch + options.averaged >= options.epochs
                && done > (n - 1) * options.snapshots / order.len()
            {
                field.keep(1.0 / (options.averaged * options.snapshots) as f32);
            }
            let sequence = &sequences[s];
            scores.clear();
            taken.clear();
            limits.clear();
            let mut at = 0;
            for &end in &ends[s] {
                let mut row = [0.0; L];
                let first = taken.len();
                let all = &ids[s][at as usize..end as usize];
                taken.extend(
                    all.iter().filter(|_| options.dropout == 0.0 || random.unit() >= options.dropout),
                );
                limits.push(taken.len() as u32);
                for &(shared, own) in &taken[first..] {
                    let w = &field.slots[shared as usize].w;
                    for l in 0..L {
                        row[l] += w[l];
                    }
                    if own != shared {
                        let w = &field.slots[own as usize].w;
                        for l in 0..L {
                            row[l] += w[l];
                        }
                    }
                }
                scores.push(row);
                at = end;
            }
            let step_weights: [Row<L>; L] = std::array::from_fn(|from| field.steps[from].w);
            let steps = Steps::new(scheme, &field.start.w, &field.end.w, &step_weights);
            let all = (1u32 << scheme.labels) - 1;
            let any = free.run(&steps, &scores, |_| all);
            let right = bound.run(&steps, &scores, |i| sequence.allowed[i]);
            // What the teacher holds likely, unit by unit; of steps it says nothing, and those are left alone.
            bound.labels.iter_mut().zip(&sequence.soft).for_each(|(row, soft)| *row = *soft);
            loss += f64::from((any - right) * sequence.weight);
            let mut at = 0;
            for (i, &end) in limits.iter().enumerate() {
                let gradient = difference(&free.labels[i], &bound.labels[i], sequence.weight);
                if gradient.iter().all(|g| g.abs() < 1e-4) {
                    at = end;
                    continue;
                }
                for &(shared, own) in &taken[at as usize..end as usize] {
                    field.slots[shared as usize].update(&gradient, options, options.l1);
                    if own != shared {
                        field.slots[own as usize].update(&gradient, options, options.l1);
                    }
                }
                at = end;
            }
            if !sequence.soft.is_empty() {
                continue;
            }
            // Steps from label to label are few, and all are kept.
            let last = scores.len() - 1;
            field.start.update(&difference(&free.labels[0], &bound.labels[0], sequence.weight), options, 0.0);
            field.end.update(
                &difference(&free.labels[last], &bound.labels[last], sequence.weight),
                options,
                0.0,
            );
            if last > 0 {
                for from in 0..scheme.labels {
                    let gradient = difference(&free.steps[from], &bound.steps[from], sequence.weight);
                    field.steps[from].update(&gradient, options, 0.0);
                }
            }
        }
        if epoch + options.averaged >= options.epochs {
            field.keep(1.0 / (options.averaged * options.snapshots) as f32);
        }
        eprintln!("epoch {}: loss {:.4} a stretch", epoch + 1, loss / sequences.len() as f64);
    }
    field
}

fn difference<const L: usize>(expected: &Row<L>, observed: &Row<L>, weight: f32) -> Row<L> {
    std::array::from_fn(|l| (expected[l] - observed[l]) * weight)
}

impl<const L: usize> Field<L> {
    /// Takes the weights into their mean.
    fn keep(&mut self, share: f32) {
        let all = self.slots.iter_mut().chain(&mut self.steps);
        for slot in all.chain([&mut self.start, &mut self.end]) {
            for l in 0..L {
                slot.mean[l] += slot.w[l] * share;
            }
        }
    }

    fn id(&mut self, key: u64) -> u32 {
        let next = self.slots.len() as u32;
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.slots.push(Slot::EMPTY);
        }
        id
    }

    /// The shared weights, with the own ones of each corpus in `own` at the given share added.
    pub fn weights(&self, labels: usize, own: &[(u8, f32)]) -> Weights<L> {
        let mut rows: FxHashMap<u32, Row<L>> = FxHashMap::default();
        for (&key, &id) in &self.ids {
            let corpus = (key >> 32) as u8;
            let share = match own.iter().find(|(c, _)| *c == corpus) {
                _ if key & SHARED != 0 => 1.0,
                Some((_, share)) => *share,
                None => continue,
            };
            let row = rows.entry(key as u32).or_insert([0.0; L]);
            for l in 0..labels {
                row[l] += share * self.slots[id as usize].mean[l];
            }
        }
        let mut keys: Vec<_> = rows.into_iter().filter(|(_, row)| row.iter().any(|w| *w != 0.0)).collect();
        keys.sort_unstable_by_key(|(key, _)| *key);
        Weights {
            keys,
            start: self.start.mean,
            end: self.end.mean,
            steps: self.steps[..labels].iter().map(|slot| slot.mean).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crf::pack;
    use whosaid::crf::{Decoder, Model};

    const LABELS: [&str; 3] = ["O", "B-name", "I-name"];

    /// A stretch with one feature a token; `None` allows every label.
    fn sequence(tokens: &[(u32, Option<u32>)]) -> Sequence {
        Sequence {
            keys: tokens.iter().map(|(key, _)| whosaid::crf::key(1, *key)).collect(),
            ends: (1..=tokens.len() as u32).collect(),
            allowed: tokens.iter().map(|(_, label)| label.map_or(7, |l| 1 << l)).collect(),
            soft: Vec::new(),
            corpus: 0,
            weight: 1.0,
        }
    }

    #[test]
    fn learns_packs_and_decodes() {
        let scheme = Scheme::bio(LABELS.len());
        let (title, given, surname, verb) = (1, 2, 3, 4);
        let mut sequences = Vec::new();
        for _ in 0..40 {
            sequences.push(sequence(&[
                (title, Some(0)),
                (given, Some(1)),
                (surname, Some(2)),
                (verb, Some(0)),
            ]));
            sequences.push(sequence(&[(surname, Some(1)), (verb, Some(0))]));
            sequences.push(sequence(&[(title, None), (surname, None)]));
        }
        let options = Options {
            epochs: 6,
            alpha: 0.3,
            l1: 0.1,
            l2: 0.0,
            least: 1,
            own: vec![0],
            dropout: 0.0,
            averaged: 1,
            snapshots: 1,
            seed: 1,
        };
        let weights = train(&sequences, &scheme, &options).weights(LABELS.len(), &[(0, 1.0)]);
        let task = pack::Task { labels: &LABELS, features: 3, scheme: &scheme, least: 0.0 };
        let (file, keys, _) = pack::pack(&weights, &task);
        assert_eq!(keys, 4);
        let model = Model::<4>::open(&file, 3, &LABELS).unwrap();
        for (words, expected) in [
            (vec![title, given, surname], vec![0, 1, 2]),
            (vec![surname, verb], vec![1, 0]),
            (vec![verb, surname, verb], vec![0, 1, 0]),
        ] {
            let score = |word: &u32| {
                let mut scores = [0; 4];
                model.add(whosaid::crf::key(1, *word), &mut scores);
                scores
            };
            let scores: Vec<_> = words.iter().map(score).collect();
            let mut labels = Vec::new();
            Decoder::default().decode(&model, &scores, &mut labels);
            assert_eq!(labels, expected, "{words:?}");
        }
    }

    /// Where a teacher calls the same word a name three times in four, so does the student.
    #[test]
    fn learns_probabilities() {
        let scheme = Scheme::bio(LABELS.len());
        let mut row = [0.0; LANES];
        (row[0], row[1]) = (0.25, 0.75);
        let soft = |_| Sequence { soft: vec![row], ..sequence(&[(1, Some(0))]) };
        let sequences: Vec<Sequence> = (0..400).map(soft).collect();
        let options = Options {
            epochs: 8,
            alpha: 0.3,
            l1: 0.0,
            l2: 0.0,
            least: 1,
            own: Vec::new(),
            dropout: 0.0,
            averaged: 2,
            snapshots: 4,
            seed: 1,
        };
        let weights = train(&sequences, &scheme, &options).weights(LABELS.len(), &[]);
        let row = &weights.keys[0].1;
        let odds = (row[1] - row[0]).exp();
        assert!((odds - 3.0).abs() < 0.2, "{odds}");
    }
}
