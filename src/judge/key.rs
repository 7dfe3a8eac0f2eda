//! Keys of features, and the values that they are made of: words by their hash, counts in steps.

/// A key of one value.
pub(super) fn key(template: u32, value: u32) -> u32 {
    mix(template.wrapping_mul(0x85EB_CA6B), value)
}

pub(super) fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.rotate_left(16)).wrapping_mul(0xC2B2_AE35) ^ b;
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x27D4_EB2F);
    mixed ^ mixed >> 13
}

/// A word as a value.
pub(super) fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A count in steps.
pub(super) fn steps(count: usize) -> u32 {
    match count {
        0..=4 => count as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        25..=49 => 9,
        _ => 10,
    }
}
