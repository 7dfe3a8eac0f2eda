//! The model file, and the model as rows of weights.
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
//!
//! Most of the time of a stage goes into looking keys up, and most of that into guesses of the processor that turn out
//! wrong. So opening a model unpacks it: four keys are compared at once, and a key's weights are a row with a place for
//! each label, added without a branch.
//!
//! A key that the model lacks is taken for another one in 1 of about 1,500 look-ups: too seldom to matter, and a
//! quarter of the keys' bytes less than with 16 bits.

use super::{MAX_LABELS, Scores};
use std::fmt;

/// The first bytes of every model file.
pub const MAGIC: [u8; 4] = *b"wCRF";

/// The version of the format.
pub const VERSION: u16 = 2;

/// How many keys are compared at once.
const AT_ONCE: usize = 4;

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
pub struct Model<const N: usize> {
    shift: u32,
    /// The first key of each bucket, and an end.
    buckets: Vec<u32>,
    /// The low bits of each key, and a few more entries, so that four can be read at any of them.
    keys: Vec<u16>,
    /// The weights of each key.
    rows: Vec<[i16; N]>,
    unit: f32,
    start: Scores<N>,
    end: Scores<N>,
    steps: Vec<Scores<N>>,
    /// For each label, how far another one may be below it at a token and still be on the best way.
    reaches: Vec<Scores<N>>,
}

impl<const N: usize> Model<N> {
    /// Reads the model in `bytes`, which has to have exactly these `labels` and this feature
    /// version. Every length is checked here, so that no look-up can leave the file.
    pub fn open(bytes: &[u8], feature_version: u16, labels: &[&str]) -> Result<Self, Error> {
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
        let masks = rest.take(key_count.saturating_mul(count.div_ceil(8)), "masks")?;
        let mut weights = rest.take(weight_count, "weights")?.iter();
        if counts.iter().map(|&count| usize::from(count)).sum::<usize>() != key_count {
            return Err(Error::Damaged("buckets"));
        }
        let mut model = Self {
            shift: 32 - bits,
            buckets: Vec::with_capacity(counts.len() + 1),
            keys: (0..key_count).map(|key| keys.get(key)).chain([u16::MAX; AT_ONCE]).collect(),
            rows: Vec::with_capacity(key_count),
            unit,
            start,
            end,
            reaches: reaches(count, &steps),
            steps,
        };
        let mut next = 0;
        model.buckets.push(next);
        for &count in counts {
            next += u32::from(count);
            model.buckets.push(next);
        }
        let planes: Vec<&[u8]> = masks.chunks_exact(key_count.max(1)).collect();
        for key in 0..key_count {
            let mut row = [0; N];
            for (plane, masks) in planes.iter().enumerate() {
                let mut mask = masks[key];
                while mask != 0 {
                    let label = plane * 8 + mask.trailing_zeros() as usize;
                    mask &= mask - 1;
                    let score = row.get_mut(label).filter(|_| label < count);
                    let (score, weight) = score.zip(weights.next()).ok_or(Error::Damaged("masks"))?;
                    let q = i16::from(*weight as i8);
                    *score = q.saturating_mul(q.abs());
                }
            }
            model.rows.push(row);
        }
        match weights.next() {
            None => Ok(model),
            Some(_) => Err(Error::Damaged("masks")),
        }
    }

    /// Adds the weights of a feature to `scores`.
    #[inline]
    pub fn add(&self, key: u32, scores: &mut Scores<N>) {
        if let Some(row) = self.find(key) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i32::from(*weight);
            }
        }
    }

    /// The weights of a feature.
    #[inline]
    fn find(&self, key: u32) -> Option<&[i16; N]> {
        // One in each of the four lanes of a word, and the highest bit of each.
        const ONES: u64 = 0x0001_0001_0001_0001;
        const TOPS: u64 = 0x8000_8000_8000_8000;
        let bucket = (key >> self.shift) as usize;
        let (mut at, end) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
        let wanted = u64::from(key & 0xFFF) * ONES;
        while at < end {
            let four = &self.keys[at..at + AT_ONCE];
            let four = (0..AT_ONCE).fold(0, |word, lane| word | u64::from(four[lane]) << (16 * lane));
            // The lowest lane that is zero is the first key that is the same (Mycroft's test; higher lanes may err).
            let differs = four ^ wanted;
            let same = differs.wrapping_sub(ONES) & !differs & TOPS;
            if same != 0 {
                let found = at + same.trailing_zeros() as usize / 16;
                return self.rows.get(found).filter(|_| found < end);
            }
            at += AT_ONCE;
        }
        None
    }

    /// What one unit of a score is worth in natural logarithms of odds.
    pub fn unit(&self) -> f32 {
        self.unit
    }

    /// The labels of a token that can be on the best way through its stretch, but at its ends: whatever the labels beside
    /// it are, the others are worse than the one with the highest score.
    pub(super) fn keep_alive(&self, scores: &Scores<N>, alive: &mut Vec<u8>) {
        let best = scores.iter().copied().max().unwrap_or(0);
        let top = scores.iter().position(|&score| score == best).unwrap_or(0);
        // All at once, then those that are left: few.
        let mut keep = [0u8; N];
        for ((keep, score), reach) in keep.iter_mut().zip(scores).zip(&self.reaches[top]) {
            *keep = u8::from(best - score <= *reach);
        }
        alive.clear();
        for (label, _) in (0..).zip(keep).filter(|&(_, keep)| keep != 0) {
            alive.push(label);
        }
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
}

/// For each label and each other one, the most that steps can make good for the other.
fn reaches<const N: usize>(count: usize, steps: &[Scores<N>]) -> Vec<Scores<N>> {
    let gain = |one: i32, other: i32| match (one, other) {
        (FORBIDDEN, _) => 0,
        (_, FORBIDDEN) => -FORBIDDEN,
        _ => one - other,
    };
    (0..N)
        .map(|top| {
            std::array::from_fn(|label| {
                if top >= count || label >= count {
                    return if label < count { i32::MAX } else { FORBIDDEN };
                }
                let here = (0..count).map(|from| gain(steps[from][label], steps[from][top])).max();
                let there = (0..count).map(|to| gain(steps[label][to], steps[top][to])).max();
                here.unwrap_or(0).saturating_add(there.unwrap_or(0))
            })
        })
        .collect()
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
