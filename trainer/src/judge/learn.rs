//! Logistic regression over hashed features, by AdaGrad; and isotonic regression.

use whosaid::judge::model::{BITS, REACH, STEPS, place, step_of};

use crate::random::Random;

/// A row to learn from: the places of its features, whether it is right, how much it counts.
pub struct Example<'a> {
    pub keys: &'a [u32],
    pub right: bool,
    pub weight: f32,
}

/// How to learn.
#[derive(Clone, Copy)]
pub struct How {
    pub rate: f32,
    pub penalty: f32,
    pub epochs: usize,
}

/// The weights that tell right rows from wrong ones, in logarithms of odds.
pub fn learn(examples: &[Example], how: How) -> Vec<f32> {
    let size = 1usize << BITS;
    let (mut weights, mut squares) = (vec![0.0f32; size], vec![1e-3f32; size]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(7);
    // The mean over the later epochs is steadier than the last weights.
    let mut mean = vec![0.0f32; size];
    let from = how.epochs / 2;
    for epoch in 0..how.epochs {
        random.shuffle(&mut order);
        for &i in &order {
            let example = &examples[i];
            let sum: f32 = example.keys.iter().map(|&key| weights[place(key)]).sum();
            let share = 1.0 / (1.0 + (-sum).exp());
            let error = (share - f32::from(u8::from(example.right))) * example.weight;
            for &key in example.keys {
                let at = place(key);
                let slope = error + how.penalty * weights[at];
                squares[at] += slope * slope;
                weights[at] -= how.rate * slope / squares[at].sqrt();
            }
        }
        if epoch >= from {
            mean.iter_mut().zip(&weights).for_each(|(m, w)| *m += w / (how.epochs - from) as f32);
        }
    }
    mean
}

/// The score of a row.
pub fn score(weights: &[f32], keys: &[u32]) -> f32 {
    keys.iter().map(|&key| weights[place(key)]).sum()
}

/// How often rows of each step of the score are right, never falling from step to step; smoothed where there are few.
pub fn isotonic(scored: &[(f32, bool)]) -> [f32; STEPS] {
    // Each row counts for the two steps it lies between.
    let mut sums = [(0.0f64, 0.0f64); STEPS];
    for &(score, right) in scored {
        let (step, part) = step_of(score);
        for (at, share) in [(step, 1.0 - part), ((step + 1).min(STEPS - 1), part)] {
            sums[at].0 += f64::from(share) * f64::from(u8::from(right));
            sums[at].1 += f64::from(share);
        }
    }
    // Pools of neighbours: first step, right, of.
    let mut pools: Vec<(usize, f64, f64)> = Vec::new();
    for (at, &(right, of)) in sums.iter().enumerate() {
        // A little of what the score itself says.
        let odds = -REACH + 2.0 * REACH * at as f32 / (STEPS - 1) as f32;
        let own = f64::from(1.0 / (1.0 + (-odds).exp())).min(0.97);
        pools.push((at, right + 2.0 * own, of + 2.0));
        while pools.len() > 1 {
            let (last, before) = (pools[pools.len() - 1], pools[pools.len() - 2]);
            if before.1 / before.2 <= last.1 / last.2 {
                break;
            }
            pools.pop();
            let joined = pools.len() - 1;
            pools[joined] = (before.0, before.1 + last.1, before.2 + last.2);
        }
    }
    let mut table = [0.0; STEPS];
    for (i, &(from, right, of)) in pools.iter().enumerate() {
        let to = pools.get(i + 1).map_or(STEPS, |next| next.0);
        table[from..to].fill((right / of) as f32);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_tells() {
        let keys: Vec<[u32; 2]> = (0..200).map(|i| [i % 2, 100 + i]).collect();
        let examples: Vec<Example> =
            keys.iter().map(|k| Example { keys: k, right: k[0] == 1, weight: 1.0 }).collect();
        let weights = learn(&examples, How { rate: 0.1, penalty: 0.0, epochs: 10 });
        assert!(score(&weights, &[1, 9999]) > 1.0 && score(&weights, &[0, 9999]) < -1.0);
    }

    #[test]
    fn shares_never_fall() {
        let scored: Vec<(f32, bool)> = (0..1000).map(|i| (i as f32 / 100.0 - 5.0, i % 7 < i / 150)).collect();
        assert!(isotonic(&scored).is_sorted());
    }
}
