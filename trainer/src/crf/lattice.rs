//! Forward-backward over the allowed labels of a stretch.

use super::Scheme;

/// Room for the labels of a token, where a task does not say otherwise.
pub const LANES: usize = 16;

/// A row of numbers, one a label.
pub type Row<const L: usize = LANES> = [f32; L];

/// Scores of the steps, as factors: `exp` of the weights, 0 where forbidden.
pub struct Steps<const L: usize = LANES> {
    pub start: Row<L>,
    pub end: Row<L>,
    pub step: [Row<L>; L],
}

impl<const L: usize> Steps<L> {
    /// The factors for weights.
    pub fn new(scheme: &Scheme, start: &Row<L>, end: &Row<L>, step: &[Row<L>; L]) -> Self {
        let mut factors = Self { start: [0.0; L], end: [0.0; L], step: [[0.0; L]; L] };
        for from in 0..scheme.labels {
            if scheme.start[from] {
                factors.start[from] = start[from].exp();
            }
            factors.end[from] = end[from].exp();
            for to in 0..scheme.labels {
                if scheme.follow[from] >> to & 1 == 1 {
                    factors.step[from][to] = step[from][to].exp();
                }
            }
        }
        factors
    }
}

/// The expected label counts of a stretch.
pub struct Lattice<const L: usize = LANES> {
    factors: Vec<Row<L>>,
    forward: Vec<Row<L>>,
    backward: Vec<Row<L>>,
    /// For each token, the probability of each label.
    pub labels: Vec<Row<L>>,
    /// The expected number of steps from label to label.
    pub steps: [Row<L>; L],
}

impl<const L: usize> Default for Lattice<L> {
    fn default() -> Self {
        Self {
            factors: Vec::new(),
            forward: Vec::new(),
            backward: Vec::new(),
            labels: Vec::new(),
            steps: [[0.0; L]; L],
        }
    }
}

impl<const L: usize> Lattice<L> {
    /// Works out the expectations, and gives the logarithm of the sum over all allowed sequences,
    /// less that of the highest scores (the same for both calls of a stretch).
    pub fn run(&mut self, steps: &Steps<L>, scores: &[Row<L>], allowed: impl Fn(usize) -> u32) -> f32 {
        let length = scores.len();
        for rows in [&mut self.factors, &mut self.forward, &mut self.backward, &mut self.labels] {
            rows.clear();
            rows.resize(length, [0.0; L]);
        }
        self.steps = [[0.0; L]; L];
        for (i, (row, factors)) in scores.iter().zip(&mut self.factors).enumerate() {
            let top = row.iter().copied().fold(f32::MIN, f32::max);
            let mask = allowed(i);
            for label in 0..L {
                if mask >> label & 1 == 1 {
                    factors[label] = (row[label] - top).exp().max(1e-30);
                }
            }
        }
        let mut total = 0.0;
        for i in 0..length {
            let mut row = [0.0; L];
            if i == 0 {
                row = steps.start;
            } else {
                for from in 0..L {
                    let so_far = self.forward[i - 1][from];
                    if so_far > 0.0 {
                        for to in 0..L {
                            row[to] += so_far * steps.step[from][to];
                        }
                    }
                }
            }
            for (value, factor) in row.iter_mut().zip(&self.factors[i]) {
                *value *= factor;
            }
            total += normalize(&mut row).ln();
            self.forward[i] = row;
        }
        let mut last = steps.end;
        normalize(&mut last);
        self.backward[length - 1] = last;
        for i in (0..length - 1).rev() {
            let mut ahead = self.backward[i + 1];
            for (value, factor) in ahead.iter_mut().zip(&self.factors[i + 1]) {
                *value *= factor;
            }
            let mut row = [0.0; L];
            for from in 0..L {
                row[from] = (0..L).map(|to| steps.step[from][to] * ahead[to]).sum();
            }
            normalize(&mut row);
            self.backward[i] = row;
        }
        for i in 0..length {
            let mut row = self.forward[i];
            for (value, behind) in row.iter_mut().zip(&self.backward[i]) {
                *value *= behind;
            }
            normalize(&mut row);
            self.labels[i] = row;
        }
        for i in 1..length {
            let mut ahead = self.backward[i];
            for (value, factor) in ahead.iter_mut().zip(&self.factors[i]) {
                *value *= factor;
            }
            let mut pairs = [[0.0; L]; L];
            let mut sum = 0.0;
            for from in 0..L {
                let so_far = self.forward[i - 1][from];
                if so_far > 0.0 {
                    for to in 0..L {
                        pairs[from][to] = so_far * steps.step[from][to] * ahead[to];
                        sum += pairs[from][to];
                    }
                }
            }
            for from in 0..L {
                for to in 0..L {
                    self.steps[from][to] += pairs[from][to] / sum;
                }
            }
        }
        total + (0..L).map(|l| self.forward[length - 1][l] * steps.end[l]).sum::<f32>().ln()
    }
}

/// Scales a row to a sum of one, and gives the sum.
fn normalize<const L: usize>(row: &mut Row<L>) -> f32 {
    let sum = row.iter().sum::<f32>().max(1e-37);
    for value in row.iter_mut() {
        *value /= sum;
    }
    sum
}
