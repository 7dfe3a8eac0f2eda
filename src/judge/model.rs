//! The weights of the judge, and the tables that turn a score into a certainty.

use std::sync::OnceLock;

/// So many weights there are, told apart by so many bits of a key.
pub const BITS: u32 = 14;
const WEIGHTS: usize = 1 << BITS;

/// Changes whenever a feature does.
pub const VERSION: u16 = 2;

const MAGIC: &[u8; 6] = b"wsjudg";

/// So many steps a table has.
pub const STEPS: usize = 33;

/// Scores beyond this are the first and the last step.
pub const REACH: f32 = 8.0;

/// Rows that have a table of certainties of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All of it in quotation marks, with a speaker.
    Verbatim,
    /// Any other with a speaker.
    Told,
    /// Without a speaker.
    Nobody,
}

/// So many kinds there are.
pub const KINDS: usize = 3;

/// A linear model of hashed features with its calibration, in place.
///
/// | bytes | what |
/// |---|---|
/// | 6, 2 | magic, version |
/// | 4 | the unit of a weight |
/// | 3 x 33 x 2 | for each [`Kind`] and step of the score, how often a row is right as a whole, in 10,000 |
/// | 16384 | the weights |
#[derive(Clone, Copy)]
pub struct Model<'m> {
    unit: f32,
    tables: &'m [u8],
    weights: &'m [u8],
}

/// Why bytes are no judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// They are something else, or cut short.
    Damaged,
    /// They were trained for other features.
    Version(u16),
}

const HEAD: usize = 12;
const TABLES: usize = STEPS * KINDS * 2;

impl<'m> Model<'m> {
    /// Reads a model file.
    pub fn open(bytes: &'m [u8]) -> Result<Self, Error> {
        if bytes.len() != HEAD + TABLES + WEIGHTS || !bytes.starts_with(MAGIC) {
            return Err(Error::Damaged);
        }
        let version = u16::from_le_bytes([bytes[6], bytes[7]]);
        if version != VERSION {
            return Err(Error::Version(version));
        }
        let unit = f32::from_le_bytes([bytes[8], bytes[9], bytes[10], bytes[11]]);
        if !unit.is_finite() {
            return Err(Error::Damaged);
        }
        Ok(Self { unit, tables: &bytes[HEAD..HEAD + TABLES], weights: &bytes[HEAD + TABLES..] })
    }

    /// The judge that this crate ships.
    pub fn shipped() -> &'static Model<'static> {
        static SHIPPED: OnceLock<Model<'static>> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Model::open(include_bytes!("../data/judge.bin")).expect("src/data/judge.bin fits this build")
        })
    }

    /// The bytes of a model file.
    pub fn pack(weights: &[f32], tables: &[[f32; STEPS]; KINDS]) -> Vec<u8> {
        let most = weights.iter().fold(0.0f32, |most, w| most.max(w.abs()));
        let unit = if most > 0.0 { most / 127.0 } else { 1.0 };
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(unit.to_le_bytes());
        for share in tables.iter().flatten() {
            bytes.extend(((share * 10_000.0).round() as u16).to_le_bytes());
        }
        bytes.extend(weights.iter().map(|w| (w / unit).round() as i8 as u8));
        bytes
    }

    /// The weight of a feature, in units.
    pub(super) fn weight(&self, key: u32) -> i32 {
        i32::from(self.weights[place(key)] as i8)
    }

    /// A sum of weights in logarithms of odds.
    pub(super) fn odds(&self, sum: i32) -> f32 {
        sum as f32 * self.unit
    }

    /// How often a row of this score is right as a whole.
    pub(super) fn certainty(&self, odds: f32, kind: Kind) -> f64 {
        let table = kind as usize * STEPS;
        let at = |step: usize| {
            let i = 2 * (table + step);
            f64::from(u16::from_le_bytes([self.tables[i], self.tables[i + 1]])) / 10_000.0
        };
        let (step, part) = step_of(odds);
        at(step) * (1.0 - f64::from(part)) + at((step + 1).min(STEPS - 1)) * f64::from(part)
    }
}

/// The step of a score, and how far it is towards the next.
pub fn step_of(odds: f32) -> (usize, f32) {
    let at = (odds.clamp(-REACH, REACH) + REACH) / (2.0 * REACH) * (STEPS - 1) as f32;
    (at as usize, at.fract())
}

/// Where the weight of a key stands.
pub fn place(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_read() {
        let mut weights = vec![0.0; WEIGHTS];
        weights[place(7)] = 1.27;
        weights[place(9)] = -0.5;
        let tables = [std::array::from_fn(|i| i as f32 / 32.0), [0.25; STEPS], [0.5; STEPS]];
        let bytes = Model::pack(&weights, &tables);
        let model = Model::open(&bytes).unwrap_or_else(|_| panic!("it is one"));
        assert_eq!((model.weight(7), model.weight(9)), (127, -50));
        assert!((model.certainty(0.0, Kind::Verbatim) - 0.5).abs() < 1e-3);
        assert!((model.certainty(100.0, Kind::Told) - 0.25).abs() < 1e-3);
    }

    #[test]
    fn damage_is_an_error() {
        let bytes = Model::pack(&vec![0.0; WEIGHTS], &[[0.0; STEPS]; KINDS]);
        assert_eq!(Model::open(&bytes[1..]).err(), Some(Error::Damaged));
        assert_eq!(Model::open(&[]).err(), Some(Error::Damaged));
        let mut other = bytes.clone();
        other[6] = 99;
        assert_eq!(Model::open(&other).err(), Some(Error::Version(99)));
    }
}
