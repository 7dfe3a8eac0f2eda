//! A log-linear ranking: the softmax over the candidates and "none of them" puts its mass on right ones.

use whosaid::speaker::weights::{COUNT, NONE_COUNT, Set, Weighed, Weights};

use crate::random::Random;

/// A mention, its candidates, and which of them may be right; none where none is.
pub struct Example {
    pub weighed: Weighed,
    pub none: [f32; NONE_COUNT],
    pub features: Vec<[f32; COUNT]>,
    pub right: Vec<bool>,
    /// Whether "none of them" may be right too, beside candidates that are.
    pub nobody: bool,
    pub weight: f32,
}

const EPOCHS: usize = 40;
const RATE: f32 = 0.1;

/// The weights that make what is right likeliest, with `penalty` times their squares against them.
pub fn learn(examples: &[Example], prior: &Set, penalty: f32) -> Set {
    [Weighed::One, Weighed::It, Weighed::They, Weighed::Noun].map(|weighed| {
        let own: Vec<&Example> = examples.iter().filter(|e| e.weighed == weighed).collect();
        learn_one(&own, &prior[weighed as usize], penalty)
    })
}

/// Adagrad (Duchi et al. 2011), averaged over the second half.
fn learn_one(examples: &[&Example], prior: &Weights, penalty: f32) -> Weights {
    const N: usize = COUNT + NONE_COUNT;
    let mut start = [0f32; N];
    start[..COUNT].copy_from_slice(&prior.features);
    start[COUNT..].copy_from_slice(&prior.none);
    let (mut w, mut squares, mut sum) = (start, [1e-2f32; N], [0f64; N]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(7);
    let mut taken = 0u32;
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        for &i in &order {
            let example = examples[i];
            let (scores, none) = scores(example, &w[..COUNT], &w[COUNT..]);
            let top = scores.iter().fold(none, |a, b| a.max(*b));
            let all: Vec<f32> = scores.iter().map(|s| (s - top).exp()).collect();
            let nobody = (none - top).exp();
            let total: f32 = all.iter().sum::<f32>() + nobody;
            let any = example.right.contains(&true);
            let none_right = example.nobody || !any;
            let good = all.iter().zip(&example.right).filter(|(_, r)| **r).map(|(s, _)| s).sum::<f32>()
                + if none_right { nobody } else { 0.0 };
            let mut gradient = [0f32; N];
            for (c, features) in example.features.iter().enumerate() {
                let wanted = if example.right[c] { all[c] / good } else { 0.0 };
                let by = example.weight * (all[c] / total - wanted);
                for f in 0..COUNT {
                    gradient[f] += by * features[f];
                }
            }
            let wanted = if none_right { nobody / good } else { 0.0 };
            for f in 0..NONE_COUNT {
                gradient[COUNT + f] += example.weight * (nobody / total - wanted) * example.none[f];
            }
            for f in 0..N {
                let g = gradient[f] + penalty * (w[f] - start[f]);
                if g != 0.0 {
                    squares[f] += g * g;
                    w[f] -= RATE * g / squares[f].sqrt();
                }
            }
            if epoch >= EPOCHS / 2 {
                taken += 1;
                for f in 0..N {
                    sum[f] += f64::from(w[f]);
                }
            }
        }
    }
    let mut weights = Weights { features: [0.0; COUNT], none: [0.0; NONE_COUNT] };
    let mean = |f: usize| (sum[f] / f64::from(taken.max(1)) * 100.0).round() as f32 / 100.0;
    (0..COUNT).for_each(|f| weights.features[f] = mean(f));
    (0..NONE_COUNT).for_each(|f| weights.none[f] = mean(COUNT + f));
    weights
}

fn scores(example: &Example, features: &[f32], none: &[f32]) -> (Vec<f32>, f32) {
    let sum = |f: &[f32], w: &[f32]| f.iter().zip(w).map(|(f, w)| f * w).sum::<f32>();
    (example.features.iter().map(|f| sum(f, features)).collect(), sum(&example.none, none))
}

/// How many mentions of a sort are resolved, and how many of these rightly.
pub fn score(examples: &[Example], weights: &Set, weighed: Weighed) -> String {
    let (mut of, mut can, mut taken, mut right, mut rest) = (0, 0, 0, 0, 0);
    for example in examples.iter().filter(|e| e.weighed == weighed) {
        let own = &weights[weighed as usize];
        let (scores, none) = scores(example, &own.features, &own.none);
        of += 1;
        let any = example.right.contains(&true);
        can += usize::from(any);
        let best = (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
        match best.filter(|b| scores[*b] > none) {
            Some(best) => {
                taken += 1;
                right += usize::from(example.right[best]);
            }
            None => rest += usize::from(!any || example.nobody),
        }
    }
    format!(
        "{weighed:?} {right} right of {taken} resolved, {can} could be, {of} in all ({:.1} % right)",
        100.0 * (right + rest) as f32 / of.max(1) as f32
    )
}
