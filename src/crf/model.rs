//! The model file: read where it lies, without unpacking a weight.
//!
//! All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | [`MAGIC`] |
//! | 2, 2 | [`VERSION`] of this format; version of the task's features |
//! | 1, 1 | number of labels; bits of the bucket number |
//! | 2 | bytes of the label names |
//! | 4, 4, 4 | number of keys; number of weights; the unit of a score, as a float |
//! | … | label names, parted by new lines |
//! | 4 each | scores to start with a label, to end with it, and from label to label |
//! | 1 each bucket | how many keys it holds |
//! | 1½ each key | the low 12 bits of the key |
//! | 1 to 4 each key | its labels, as a bit mask: the lowest byte of every key, then the next |
//! | 1 each | weights of the labels in the mask, lowest label first |
//!
//! The high bits of a key are its bucket. A weight `q` stands for `q·|q|` units (square-root
//! companding): fine steps near zero, where most weights are, in eight bits.
//! A key that the model lacks is taken for another one in 1 of about 1,500 look-ups: too seldom to matter, and a
//! quarter of the keys' bytes less than with 16 bits.

use super::{MAX_LABELS, Scores};
use std::fmt;

/// The first bytes of every model file.
pub const MAGIC: [u8; 4] = *b"wCRF";

/// The version of the format.
pub const VERSION: u16 = 2;

/// The score of a step that cannot be taken.
pub const FORBIDDEN: i32 = i32::MIN / 4;

/// Why a file is no model that this build can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// It starts with other bytes than [`MAGIC`].
    Magic,
    /// It is of another version of the format.
    Version(u16),
    /// It was trained with another version of the task's features.
    Features(u16),
    /// It has other labels than the task expects.
    Labels(String),
    /// It ends too early or its parts contradict each other.
    Damaged(&'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Magic => write!(f, "not a model file"),
            Error::Version(v) => write!(f, "model format {v}, this build reads {VERSION}"),
            Error::Features(v) => write!(f, "model of feature version {v}, train it anew"),
            Error::Labels(labels) => write!(f, "model with other labels: {labels}"),
            Error::Damaged(part) => write!(f, "damaged model file: {part}"),
        }
    }
}

impl std::error::Error for Error {}

/// A trained model of at most `N` labels.
pub struct Model<'m, const N: usize> {
    shift: u32,
    /// The first key and the first weight of each bucket, and an end.
    buckets: Vec<(u32, u32)>,
    key_count: usize,
    keys: Twelves<'m>,
    masks: &'m [u8],
    mask_bytes: usize,
    weights: &'m [u8],
    unit: f32,
    start: Scores<N>,
    end: Scores<N>,
    steps: Vec<Scores<N>>,
}

impl<'m, const N: usize> Model<'m, N> {
    /// Reads the model in `bytes`, which has to have exactly these `labels` and this feature
    /// version. Every length is checked here, so that no look-up can leave the file.
    pub fn open(bytes: &'m [u8], feature_version: u16, labels: &[&str]) -> Result<Self, Error> {
        let mut rest = Reader(bytes);
        if rest.take(4, "magic")? != MAGIC {
            return Err(Error::Magic);
        }
        match rest.u16()? {
            VERSION => {}
            version => return Err(Error::Version(version)),
        }
        match rest.u16()? {
            version if version == feature_version => {}
            version => return Err(Error::Features(version)),
        }
        let (count, bits) = (rest.u8()? as usize, u32::from(rest.u8()?));
        let names_length = rest.u16()? as usize;
        let (key_count, weight_count) = (rest.u32()? as usize, rest.u32()? as usize);
        let unit = f32::from_bits(rest.u32()?);
        let names = rest.take(names_length, "label names")?;
        if count != labels.len() || names != labels.join("\n").as_bytes() {
            return Err(Error::Labels(String::from_utf8_lossy(names).replace('\n', " ")));
        }
        if count > N || count > MAX_LABELS || !(1..=16).contains(&bits) {
            return Err(Error::Damaged("header"));
        }
        let mut scores = || -> Result<Scores<N>, Error> {
            let mut row = [FORBIDDEN; N];
            for score in &mut row[..count] {
                // A file may hold any number; sums of these must not overflow.
                *score = (rest.u32()? as i32).clamp(FORBIDDEN, -FORBIDDEN);
            }
            Ok(row)
        };
        let (start, end) = (scores()?, scores()?);
        let mut steps = (0..count).map(|_| scores()).collect::<Result<Vec<_>, _>>()?;
        steps.resize(N, [FORBIDDEN; N]);
        let counts = rest.take(1 << bits, "buckets")?;
        let keys = Twelves(rest.take(Twelves::bytes(key_count), "keys")?);
        let mask_bytes = count.div_ceil(8);
        let masks = rest.take(key_count.saturating_mul(mask_bytes), "masks")?;
        let weights = rest.take(weight_count, "weights")?;
        let mut model = Self {
            shift: 32 - bits,
            buckets: Vec::with_capacity(counts.len() + 1),
            key_count,
            keys,
            masks,
            mask_bytes,
            weights,
            unit,
            start,
            end,
            steps,
        };
        let (mut key, mut weight) = (0, 0);
        for &count in counts {
            model.buckets.push((key as u32, weight as u32));
            let next = key + usize::from(count);
            if next > key_count {
                return Err(Error::Damaged("buckets"));
            }
            weight += (key..next).map(|k| model.mask(k).count_ones() as usize).sum::<usize>();
            key = next;
        }
        model.buckets.push((key as u32, weight as u32));
        let known = if labels.len() == 32 { u32::MAX } else { (1 << count) - 1 };
        if key != key_count || weight != weight_count || (0..key_count).any(|k| model.mask(k) & !known != 0) {
            return Err(Error::Damaged("masks"));
        }
        Ok(model)
    }

    /// Adds the weights of a feature to `scores`.
    #[inline]
    pub fn add(&self, key: u32, scores: &mut Scores<N>) {
        let bucket = (key >> self.shift) as usize;
        let (first, mut weight) = self.buckets[bucket];
        let (last, _) = self.buckets[bucket + 1];
        let low = key as u16 & 0xFFF;
        for k in first as usize..last as usize {
            let mut mask = self.mask(k);
            if self.keys.get(k) == low {
                while mask != 0 {
                    let q = i32::from(self.weights[weight as usize] as i8);
                    if let Some(score) = scores.get_mut(mask.trailing_zeros() as usize) {
                        *score += q * q.abs();
                    }
                    weight += 1;
                    mask &= mask - 1;
                }
                return;
            }
            weight += mask.count_ones();
        }
    }

    /// What one unit of a score is worth in natural logarithms of odds.
    pub fn unit(&self) -> f32 {
        self.unit
    }

    pub(super) fn start(&self) -> &Scores<N> {
        &self.start
    }

    pub(super) fn end(&self) -> &Scores<N> {
        &self.end
    }

    /// The scores to go on with each label, for each label.
    pub(super) fn steps(&self) -> &[Scores<N>] {
        &self.steps
    }

    #[inline]
    fn mask(&self, key: usize) -> u32 {
        let byte = |plane: usize| u32::from(self.masks[plane * self.key_count + key]);
        (0..self.mask_bytes).rev().fold(0, |mask, plane| mask << 8 | byte(plane))
    }
}

/// Numbers of 12 bits, two in three bytes: the low bits of hashes.
#[derive(Clone, Copy)]
pub struct Twelves<'m>(pub &'m [u8]);

impl Twelves<'_> {
    /// Writes the low 12 bits of each number.
    pub fn write(numbers: impl Iterator<Item = u32>) -> Vec<u8> {
        let mut file = Vec::new();
        let mut open: Option<u16> = None;
        for number in numbers {
            let low = number as u16 & 0xFFF;
            match open.take() {
                None => open = Some(low),
                Some(first) => file.extend([first as u8, (first >> 8 | low << 4) as u8, (low >> 4) as u8]),
            }
        }
        file.extend(open.map(u16::to_le_bytes).into_iter().flatten());
        file
    }

    /// The bytes that so many numbers take.
    pub fn bytes(count: usize) -> usize {
        count.saturating_mul(3).div_ceil(2)
    }

    /// The number at `index`, which has to be one of them.
    #[inline]
    pub fn get(self, index: usize) -> u16 {
        let at = index + index / 2;
        let pair = u16::from_le_bytes([self.0[at], self.0[at + 1]]);
        if index.is_multiple_of(2) { pair & 0xFFF } else { pair >> 4 }
    }
}

/// Takes numbers off the front of a file.
struct Reader<'m>(&'m [u8]);

impl<'m> Reader<'m> {
    fn take(&mut self, length: usize, part: &'static str) -> Result<&'m [u8], Error> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Error::Damaged(part))?;
        self.0 = rest;
        Ok(taken)
    }

    fn number<const B: usize>(&mut self) -> Result<[u8; B], Error> {
        let taken = self.take(B, "header")?;
        taken.try_into().map_err(|_| Error::Damaged("header"))
    }

    fn u8(&mut self) -> Result<u8, Error> {
        Ok(self.number::<1>()?[0])
    }

    fn u16(&mut self) -> Result<u16, Error> {
        self.number().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, Error> {
        self.number().map(u32::from_le_bytes)
    }
}
