//! Writes a model file: see `whosaid::crf` for the format.

use super::Scheme;
use super::train::Weights;
use whosaid::crf::{FORBIDDEN, MAGIC, Twelves, VERSION};

/// The labels and versions of a task.
pub struct Task<'t> {
    pub labels: &'t [&'t str],
    pub features: u16,
    pub scheme: &'t Scheme,
    /// Weights nearer to zero are left out.
    pub least: f32,
}

/// Packs `weights`; gives the file, the number of keys and of weights.
pub fn pack<const L: usize>(weights: &Weights<L>, task: &Task) -> (Vec<u8>, usize, usize) {
    const HIGHEST: f32 = 6.0;
    let labels = task.labels.len();
    let unit = HIGHEST / (127.0 * 127.0);
    let quantize = |w: f32| -> i8 {
        let root = (w.abs().min(HIGHEST) / unit).sqrt();
        // Large weights need no fine steps: even numbers alone save a bit of most.
        let q = if root < 15.5 { root.round() as i8 } else { (root / 2.0).round() as i8 * 2 };
        let q = q.min(126);
        if w < 0.0 { -q } else { q }
    };
    let mut kept: Vec<(u32, u32, Vec<i8>)> = Vec::new();
    for (key, row) in &weights.keys {
        let mut mask = 0u32;
        let mut values = Vec::new();
        for (l, w) in row[..labels].iter().enumerate() {
            let q = quantize(*w);
            if w.abs() >= task.least && q != 0 {
                mask |= 1 << l;
                values.push(q);
            }
        }
        if mask != 0 {
            kept.push((*key, mask, values));
        }
    }
    // Two or three keys a bucket, as long as a bucket's count fits a byte.
    let bits = ((kept.len() / 3).max(2).ilog2() + 1).clamp(1, 16);
    let mut counts = vec![0u8; 1 << bits];
    for (key, ..) in &kept {
        counts[(key >> (32 - bits)) as usize] += 1;
    }
    let names = task.labels.join("\n");
    let weight_count: usize = kept.iter().map(|(_, _, values)| values.len()).sum();
    let mut file = MAGIC.to_vec();
    file.extend(VERSION.to_le_bytes());
    file.extend(task.features.to_le_bytes());
    file.push(labels as u8);
    file.push(bits as u8);
    file.extend((names.len() as u16).to_le_bytes());
    file.extend((kept.len() as u32).to_le_bytes());
    file.extend((weight_count as u32).to_le_bytes());
    file.extend(unit.to_bits().to_le_bytes());
    file.extend(names.as_bytes());
    let mut write = |row: &[f32], allowed: &dyn Fn(usize) -> bool| {
        for l in 0..labels {
            let score = if allowed(l) { (row[l] / unit).round() as i32 } else { FORBIDDEN };
            file.extend(score.to_le_bytes());
        }
    };
    write(&weights.start, &|l| task.scheme.start[l]);
    write(&weights.end, &|_| true);
    for (from, row) in weights.steps.iter().enumerate() {
        write(row, &|to| task.scheme.follow[from] >> to & 1 == 1);
    }
    file.extend(&counts);
    file.extend(Twelves::write(kept.iter().map(|(key, ..)| *key)));
    // Byte by byte, so that like stands beside like: that packs better.
    for byte in 0..labels.div_ceil(8) {
        file.extend(kept.iter().map(|(_, mask, _)| mask.to_le_bytes()[byte]));
    }
    for (_, _, values) in &kept {
        file.extend(values.iter().map(|q| *q as u8));
    }
    (file, kept.len(), weight_count)
}
