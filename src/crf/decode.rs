//! Viterbi: the label sequence with the highest total score.

use super::{FORBIDDEN, Model, Scores};

/// Decodes stretches of tokens one after the other, with one buffer.
#[derive(Default)]
pub struct Decoder<const N: usize> {
    /// For each token and label, the label before it on the best way there.
    back: Vec<[u8; N]>,
    /// The labels of the last token that can be on the best way.
    alive: Vec<u8>,
}

impl<const N: usize> Decoder<N> {
    /// Appends the best label of each token of a stretch to `labels`.
    pub fn decode(&mut self, model: &Model<N>, stretch: &[Scores<N>], labels: &mut Vec<u8>) {
        let Some((first, rest)) = stretch.split_first() else { return };
        self.back.clear();
        let mut best: Scores<N> = std::array::from_fn(|to| (first[to] + model.start()[to]).max(FORBIDDEN));
        self.alive.clear();
        self.alive.extend(0..N as u8);
        for scores in rest {
            let mut next = [i32::MIN; N];
            let mut back = [0u8; N];
            for &from in &self.alive {
                let (so_far, steps) = (best[usize::from(from)], &model.steps()[usize::from(from)]);
                for to in 0..N {
                    let score = so_far + steps[to];
                    if score > next[to] {
                        next[to] = score;
                        back[to] = from;
                    }
                }
            }
            // However long the stretch, the best way stays at zero: no sum comes near an overflow.
            let top = next.iter().copied().max().unwrap_or(0);
            for to in 0..N {
                best[to] = (next[to] - top + scores[to]).max(FORBIDDEN);
            }
            self.back.push(back);
            model.keep_alive(scores, &mut self.alive);
        }
        let ends = |label: &usize| best[*label] + model.end()[*label];
        let mut label = (0..N).rev().max_by_key(ends).unwrap_or(0) as u8;
        let at = labels.len();
        labels.push(label);
        for back in self.back.iter().rev() {
            label = back[label as usize];
            labels.push(label);
        }
        labels[at..].reverse();
    }
}
