//! Sparse linear-chain conditional random fields: reading a model, scoring tokens, decoding.
//!
//! A task hashes each feature of a token to a 32-bit key ([`key`], [`key_pair`]); a [`Model`] adds
//! the key's weights, one a label, to the token's scores; [`Decoder::decode`] finds the best label
//! sequence (Viterbi). "President **Kaja Kallas**" is three tokens with labels `O B-person
//! I-person`.
//!
//! Nothing here knows what the labels mean: the number of labels and the features are the task's. All
//! arithmetic is on integers, so that every platform finds the same labels.

mod decode;
mod model;
mod rows;

pub use decode::Decoder;
pub use model::{Error, FORBIDDEN, MAGIC, Model, Twelves, VERSION};
pub use rows::WordScores;

/// The scores of one token, one a label, in the model's own unit. `N` is the label count, best
/// rounded up to a multiple of four.
pub type Scores<const N: usize> = [i32; N];

/// A model holds at most this many labels.
pub const MAX_LABELS: usize = 32;

/// Hashes the bytes of a word.
pub fn hash(bytes: &[u8]) -> u32 {
    let mut state = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(4);
    for chunk in &mut chunks {
        let part = u32::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]);
        state = (state.rotate_left(23) ^ u64::from(part)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    for &byte in chunks.remainder() {
        state = (state.rotate_left(23) ^ u64::from(byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    mix(state)
}

/// The key of the feature `template` with the value `value`.
pub fn key(template: u8, value: u32) -> u32 {
    mix((u64::from(template) << 32 | u64::from(value)).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// The key of the feature `template` with two values, in this order.
pub fn key_pair(template: u8, first: u32, second: u32) -> u32 {
    let value = (u64::from(first) << 32 | u64::from(second)) ^ u64::from(template) << 56;
    mix(value.rotate_left(17).wrapping_mul(0xD6E8_FEB8_6659_FD93))
}

fn mix(state: u64) -> u32 {
    let state = (state ^ state >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (state >> 32) as u32 ^ state as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 3] = ["O", "B", "I"];

    /// A model in which each key gives some labels a weight `q`; "I" may only follow "B" and "I".
    fn file(keys: &[(u32, &[(u8, i8)])]) -> Vec<u8> {
        let mut keys = keys.to_vec();
        keys.sort();
        let names = LABELS.join("\n");
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend(7u16.to_le_bytes());
        file.extend([LABELS.len() as u8, 1]);
        file.extend((names.len() as u16).to_le_bytes());
        file.extend((keys.len() as u32).to_le_bytes());
        file.extend(keys.iter().map(|(_, w)| w.len() as u32).sum::<u32>().to_le_bytes());
        file.extend(1f32.to_bits().to_le_bytes());
        file.extend(names.as_bytes());
        let no = FORBIDDEN;
        for score in [0, 0, no, 0, 0, 0, 0, 0, no, 0, 0, 0, 0, 0, 0] {
            file.extend(score.to_le_bytes());
        }
        for half in 0..2 {
            file.push(keys.iter().filter(|(key, _)| key >> 31 == half).count() as u8);
        }
        file.extend(Twelves::write(keys.iter().map(|(key, _)| *key)));
        file.extend(keys.iter().map(|(_, w)| w.iter().fold(0u8, |mask, (label, _)| mask | 1 << label)));
        file.extend(keys.iter().flat_map(|(_, w)| w.iter().map(|(_, q)| *q as u8)));
        file
    }

    fn open(bytes: &[u8]) -> Result<Model<4>, Error> {
        Model::open(bytes, 7, &LABELS)
    }

    #[test]
    fn adds_the_weights_of_known_keys() {
        let file = file(&[(5, &[(0, 3), (2, -2)]), (0x8000_0005, &[(1, 10)])]);
        let model = open(&file).unwrap();
        for (key, expected) in
            [(5, [9, 0, -4, 0]), (0x8000_0005, [0, 100, 0, 0]), (6, [0; 4]), (u32::MAX, [0; 4])]
        {
            let mut scores = [0; 4];
            model.add(key, &mut scores);
            assert_eq!(scores, expected, "{key}");
        }
    }

    #[test]
    fn decodes_the_best_sequence_that_the_steps_allow() {
        let file = file(&[]);
        let model = open(&file).unwrap();
        for (scores, expected) in [
            (vec![], ""),
            (vec![[0, 5, 9, 0]], "B"),
            (vec![[0, 5, 9, 0], [0, 1, 2, 0]], "BI"),
            (vec![[9, 5, 9, 0], [0, 1, 2, 0]], "OB"),
            (vec![[5, 4, 0, 0], [0, 0, 6, 0], [1, 0, 2, 0]], "BII"),
            (vec![[1, 0, 9, 0]; 3], "BII"),
        ] {
            let mut labels = Vec::new();
            Decoder::default().decode(&model, &scores, &mut labels);
            let shown: String = labels.iter().map(|l| LABELS[usize::from(*l)]).collect();
            assert_eq!(shown, expected, "{scores:?}");
        }
    }

    #[test]
    fn refuses_what_is_no_model_of_the_task() {
        let good = file(&[(5, &[(0, 3)])]);
        let changed = |at: usize, byte: u8| {
            let mut file = good.clone();
            file[at] = byte;
            file
        };
        assert_eq!(open(&changed(0, b'x')).err(), Some(Error::Magic));
        assert_eq!(open(&changed(4, 9)).err(), Some(Error::Version(9)));
        assert_eq!(open(&changed(6, 9)).err(), Some(Error::Features(9)));
        assert_eq!(open(&changed(24, b'X')).err(), Some(Error::Labels("X B I".to_owned())));
        for length in 0..good.len() {
            assert!(open(&good[..length]).is_err(), "{length}");
        }
        for at in 0..good.len() {
            // Whatever a byte says, reading the model and looking keys up stays inside the file.
            for byte in [0, 1, 255] {
                let file = changed(at, byte);
                if let Ok(model) = open(&file) {
                    for key in [0, 5, 0x8000_0005, u32::MAX] {
                        model.add(key, &mut [0; 4]);
                    }
                }
            }
        }
    }
}
