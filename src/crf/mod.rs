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

pub use decode::Decoder;
pub use model::{Error, FORBIDDEN, MAGIC, Model, VERSION};

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
