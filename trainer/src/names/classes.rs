//! Word classes from raw text: structured skip-gram vectors with negative sampling (Mikolov et al.
//! 2013; Ling et al. 2015), then k-means on the sphere.
//!
//! Words that stand in the same surroundings get one class. A word predicts each neighbour with
//! other vectors on its left than on its right, so that the classes are those of grammar and kind
//! ("Nairobi", "Abuja") rather than of topic ("Nairobi", "Kenyatta").

use rustc_hash::FxHashMap;

use crate::random::Random;

const SIZE: usize = 64;
const NEGATIVES: usize = 5;
/// Neighbours at most so far away; nearer ones are taken more often.
const WINDOW: usize = 3;
const EPOCHS: usize = 8;
const RATE: f32 = 0.04;
/// Words more frequent than this are left out now and then.
const SUBSAMPLE: f64 = 1e-3;

type Vector = [f32; SIZE];

/// What was learnt.
pub struct Classes {
    /// Each word's class, from 1, most frequent words first.
    pub words: Vec<(String, u16)>,
    /// Each class's coarse class, from 1.
    pub coarse: Vec<u8>,
}

/// Learns fine classes, and groups them into coarse ones.
pub fn learn_classes(sentences: &[Vec<String>], classes: usize, coarse: usize, least: u32) -> Classes {
    let (words, coded) = count(sentences, least);
    eprintln!("word classes: {} words", words.len());
    let vectors = skip_gram(&words, &coded);
    let (of, centres) = cluster(&vectors, classes);
    let (coarse, _) = cluster(&centres, coarse);
    Classes {
        words: words.into_iter().zip(of).map(|((word, _), class)| (word, class)).collect(),
        coarse: coarse.into_iter().map(|c| c as u8).collect(),
    }
}

/// The vocabulary by frequency, and the sentences as indices in it.
fn count(sentences: &[Vec<String>], least: u32) -> (Vec<(String, u32)>, Vec<Vec<u32>>) {
    let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
    for word in sentences.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<_> =
        counts.into_iter().filter(|(_, n)| *n >= least).map(|(w, n)| (w.to_owned(), n)).collect();
    words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let ids: FxHashMap<&str, u32> =
        words.iter().enumerate().map(|(i, (w, _))| (w.as_str(), i as u32)).collect();
    let coded =
        sentences.iter().map(|s| s.iter().filter_map(|w| ids.get(w.as_str()).copied()).collect()).collect();
    (words, coded)
}

fn skip_gram(words: &[(String, u32)], sentences: &[Vec<u32>]) -> Vec<Vector> {
    let mut random = Random::new(11);
    let mut input: Vec<Vector> =
        words.iter().map(|_| std::array::from_fn(|_| (random.unit() - 0.5) / SIZE as f32)).collect();
    let mut output: Vec<Vector> = vec![[0.0; SIZE]; words.len() * 2];
    let total: f64 = words.iter().map(|(_, n)| f64::from(*n)).sum();
    let keep: Vec<f32> = words
        .iter()
        .map(|(_, n)| {
            let share = SUBSAMPLE / (f64::from(*n) / total);
            (share.sqrt() + share).min(1.0) as f32
        })
        .collect();
    let mut noise = Vec::new();
    for (i, (_, n)) in words.iter().enumerate() {
        noise.extend(std::iter::repeat_n(i as u32, f64::from(*n).powf(0.75).ceil() as usize));
    }
    let steps: usize = sentences.iter().map(Vec::len).sum::<usize>() * EPOCHS;
    let mut done = 0;
    let mut kept: Vec<u32> = Vec::new();
    for _ in 0..EPOCHS {
        for sentence in sentences {
            done += sentence.len();
            let rate = RATE * (1.0 - done as f32 / steps as f32).max(1e-3);
            kept.clear();
            kept.extend(sentence.iter().filter(|w| random.unit() < keep[**w as usize]));
            for i in 0..kept.len() {
                let window = 1 + random.below(WINDOW);
                let first = i.saturating_sub(window);
                let last = (i + window).min(kept.len() - 1);
                for j in (first..=last).filter(|j| *j != i) {
                    let center = kept[i] as usize;
                    let mut change = [0.0; SIZE];
                    let left = usize::from(j < i);
                    for k in 0..=NEGATIVES {
                        let (target, label) = match k {
                            0 => (kept[j] as usize, 1.0),
                            _ => (noise[random.below(noise.len())] as usize, 0.0),
                        };
                        if k > 0 && target == kept[j] as usize {
                            continue;
                        }
                        let target = target * 2 + left;
                        let dot = dot(&input[center], &output[target]);
                        let step = rate * (label - 1.0 / (1.0 + (-dot).exp()));
                        for d in 0..SIZE {
                            change[d] += step * output[target][d];
                            output[target][d] += step * input[center][d];
                        }
                    }
                    for d in 0..SIZE {
                        input[center][d] += change[d];
                    }
                }
            }
        }
    }
    input
}

/// The class of each vector, from 1, and the centres of the classes.
pub fn cluster<const N: usize>(vectors: &[[f32; N]], classes: usize) -> (Vec<u16>, Vec<[f32; N]>) {
    const ROUNDS: usize = 12;
    let units: Vec<[f32; N]> = vectors.iter().map(unit).collect();
    // The most frequent words are the first centres.
    let mut centres: Vec<[f32; N]> = units.iter().take(classes).copied().collect();
    let mut of = vec![0u16; units.len()];
    for _ in 0..ROUNDS {
        let half = units.len().div_ceil(2);
        std::thread::scope(|threads| {
            for (of, units) in of.chunks_mut(half.max(1)).zip(units.chunks(half.max(1))) {
                let centres = &centres;
                threads.spawn(move || {
                    for (class, vector) in of.iter_mut().zip(units) {
                        *class = nearest(vector, centres);
                    }
                });
            }
        });
        let mut sums = vec![[0.0; N]; centres.len()];
        for (class, vector) in of.iter().zip(&units) {
            for d in 0..N {
                sums[usize::from(*class)][d] += vector[d];
            }
        }
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            if sum.iter().any(|x| *x != 0.0) {
                *centre = unit(sum);
            }
        }
    }
    (of.into_iter().map(|class| class + 1).collect(), centres)
}

fn nearest<const N: usize>(vector: &[f32; N], centres: &[[f32; N]]) -> u16 {
    let mut best = (f32::MIN, 0);
    for (i, centre) in centres.iter().enumerate() {
        let near = dot(centre, vector);
        if near > best.0 {
            best = (near, i);
        }
    }
    best.1 as u16
}

fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    // Four sums at once, for the vector unit.
    let mut sums = [0.0; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for i in 0..4 {
            sums[i] += a[i] * b[i];
        }
    }
    sums.iter().sum()
}

fn unit<const N: usize>(vector: &[f32; N]) -> [f32; N] {
    let length = dot(vector, vector).sqrt().max(1e-12);
    vector.map(|x| x / length)
}
