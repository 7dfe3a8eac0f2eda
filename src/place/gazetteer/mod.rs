//! The gazetteer's file: where the places of the world are, read in place.
//!
//! All numbers are little-endian. After the header stand, one after the other:
//!
//! - countries: their ISO codes, two bytes each;
//! - regions: columns `country`; `south` and `west` in hundredths of a degree, as low bytes and high
//!   bytes; `up` and `across`, how many hundredths a step is. The regions with the most places come
//!   first;
//! - rows, one a name, sorted by name: columns `region`, low bytes and high bytes; `latitude` and
//!   `longitude`, the steps from the region's south and west; `meta`, the kind, importance and
//!   whether it has an id;
//! - names: for each row a byte from 128, which says how many letters of the name before it shares,
//!   and its other letters;
//! - the GeoNames ids of the rows that have one, three columns of bytes.
//!
//! Columns of one byte are what a compressor likes best, and each value can still be read alone: only
//! where each [`BLOCK`] of rows begins is worked out on opening, when the whole file is checked. The
//! first name of a block is whole, so that a name is found by binary search.
//! A row of the region [`ALIAS`] is another name for the row whose number its next three bytes give;
//! [`PEOPLE`] is the name of the people that lives there ("Ukrainian").

// The gazetteer that ships is a file apart in wasm, and no test of the core loads it there.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use std::fmt;
use std::hash::BuildHasher;
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::fold::LONGEST;

/// Rows from one whole name to the next.
pub const BLOCK: usize = 32;
/// The region of a row that is another name of a place.
pub const ALIAS: u16 = 0xFFFF;
/// The code of no one country: ISO 3166-1 leaves it to its users, CLDR reads it as an unknown region.
pub const NO_COUNTRY: &str = "ZZ";

/// The region of a row that is the name of a country's people.
pub const PEOPLE: u16 = 0xFFFE;
/// The first bytes of every gazetteer, its version last.
pub const MAGIC: [u8; 8] = *b"WSPLACE\x01";
/// How many bytes come before the countries.
pub const HEADER: usize = 24;
/// The bytes of a region.
pub const REGION: usize = 7;
/// The columns of the rows: one byte a row each.
pub const COLUMNS: usize = 5;
/// Added to the number of shared letters, to tell it from letters.
pub const SHARED: u8 = 0x80;

/// Where the places of the world are: a table in a compact file, read in place.
pub struct Gazetteer<'b> {
    countries: &'b [u8],
    regions: &'b [u8],
    columns: [&'b [u8]; COLUMNS],
    names: &'b [u8],
    ids: &'b [u8],
    /// Where each block's names and ids begin.
    blocks: Vec<(u32, u32)>,
    /// Hashes of the peoples' names, as every capitalized word is asked for.
    peoples: FxHashSet<u64>,
}

/// Why bytes are no gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// They do not begin as a gazetteer of this version does.
    Unknown,
    /// The file ends too early or too late.
    Length,
    /// What the file says cannot be.
    Corrupt,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Error::Unknown => "not a gazetteer, or one of another version",
            Error::Length => "the gazetteer is not whole: its length is not what it says",
            Error::Corrupt => "the gazetteer is damaged",
        })
    }
}

impl std::error::Error for Error {}

/// What sort of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A town, village or part of a city.
    Town,
    /// The capital of a country.
    Capital,
    /// A county or district: a part of a first-level region.
    County,
    /// A first-level region: state, province, oblast.
    Region,
    /// A country or dependent territory.
    Country,
    /// A part of the world, or of a country, without a government.
    Area,
    /// A sea, river, lake, mountain, island.
    Feature,
    /// A building, base, airport or other site.
    Site,
}

const KINDS: [Kind; 8] = [
    Kind::Town,
    Kind::Capital,
    Kind::County,
    Kind::Region,
    Kind::Country,
    Kind::Area,
    Kind::Feature,
    Kind::Site,
];

/// A place that a name may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Its number in the gazetteer.
    pub row: u32,
    /// What it is.
    pub kind: Kind,
    /// 0 to 15: the logarithm of its population, or how often news would name it.
    pub importance: u8,
    /// Whether the name is that of its people: "Ukrainian".
    pub people: bool,
    /// The number of its first-level region; for a country the country's own.
    pub region: u16,
    /// The number of its country.
    pub country: u8,
    /// Degrees north.
    pub latitude: f32,
    /// Degrees east.
    pub longitude: f32,
}

impl<'b> Gazetteer<'b> {
    /// Opens a gazetteer, and checks that all of it can be read.
    ///
    /// ```
    /// use whosaid::place::{Error, Gazetteer};
    /// assert_eq!(Gazetteer::from_bytes(b"<html>404").err(), Some(Error::Unknown));
    /// ```
    pub fn from_bytes(bytes: &'b [u8]) -> Result<Self, Error> {
        if bytes.get(..MAGIC.len()) != Some(&MAGIC) {
            return Err(Error::Unknown);
        }
        let number = |at: usize, size: usize| -> Result<usize, Error> {
            let bytes = bytes.get(at..at + size).ok_or(Error::Length)?;
            Ok(bytes.iter().rev().fold(0, |n, &b| n << 8 | usize::from(b)))
        };
        let (rows, names, ids) = (number(8, 4)?, number(12, 4)?, number(16, 4)?);
        let (regions, countries) = (number(20, 2)?, number(22, 2)?);

        let mut rest = bytes.get(HEADER..).ok_or(Error::Length)?;
        let mut take = |length: Option<usize>| {
            let (taken, left) = length.and_then(|n| rest.split_at_checked(n)).ok_or(Error::Length)?;
            rest = left;
            Ok(taken)
        };
        let mut gazetteer = Self {
            countries: take(countries.checked_mul(2))?,
            regions: take(regions.checked_mul(REGION))?,
            columns: [&[]; COLUMNS],
            names: &[],
            ids: &[],
            blocks: Vec::with_capacity(rows.min(bytes.len()) / BLOCK + 1),
            peoples: FxHashSet::default(),
        };
        for column in &mut gazetteer.columns {
            *column = take(Some(rows))?;
        }
        gazetteer.names = take(Some(names))?;
        gazetteer.ids = take(ids.checked_mul(3))?;
        if !rest.is_empty() {
            return Err(Error::Length);
        }
        gazetteer.check(rows, regions, countries).ok_or(Error::Corrupt)?;
        Ok(gazetteer)
    }

    /// Walks all rows once: every later read relies on what is checked here.
    fn check(&mut self, rows: usize, regions: usize, countries: usize) -> Option<()> {
        let ok = |ok: bool| ok.then_some(());
        ok(regions >= countries && regions < usize::from(PEOPLE) && countries <= 256)?;
        ok(self.countries.iter().all(|c| c.is_ascii_uppercase() || *c == b' '))?;
        ok(self.regions[..regions].iter().all(|&c| usize::from(c) < countries))?;
        let (mut at, mut id) = (0, 0);
        let (mut name, mut length) = ([0u8; LONGEST], 0);
        for row in 0..rows {
            let (shared, letters) = self.name_at(at)?;
            let first = row % BLOCK == 0;
            if first {
                self.blocks.push((at as u32, id as u32));
            }
            // Sorted, so that what is not found where it should be is nowhere.
            ok(if first { shared == 0 } else { shared <= length } && name[shared..length] <= *letters)?;
            at += 1 + letters.len();
            length = shared + letters.len();
            ok(length > 0)?;
            name.get_mut(shared..length)?.copy_from_slice(letters);
            match self.region_of_row(row) {
                ALIAS | PEOPLE => {
                    let target = self.target(row);
                    ok(target < rows && self.region_of_row(target) < PEOPLE)?;
                    if self.region_of_row(row) == PEOPLE {
                        self.peoples.insert(hash(&name[..length]));
                    }
                }
                region => {
                    ok(usize::from(region) < regions)?;
                    id += usize::from(self.columns[4][row] >> 7);
                }
            }
        }
        ok(at == self.names.len() && id * 3 == self.ids.len())
    }

    /// How many names it holds.
    pub fn len(&self) -> usize {
        self.columns[0].len()
    }

    /// Whether it holds no name.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What `name`, as [`fold_name`](super::fold_name) writes it, may stand for: the most important
    /// first, places before other names of places and peoples.
    pub fn find(&self, name: &str) -> impl Iterator<Item = Candidate> + use<'_, 'b> {
        let rows = self.rows_of(name.as_bytes());
        rows.filter_map(|row| self.candidate(row))
    }

    /// The countries whose people `name`, in small letters, is: "ukrainian".
    pub fn find_people(&self, name: &str) -> impl Iterator<Item = Candidate> + use<'_, 'b> {
        let known = self.peoples.contains(&hash(name.as_bytes()));
        let rows = if known { self.rows_of(name.as_bytes()) } else { 0..0 };
        rows.filter_map(|row| self.candidate(row)).filter(|candidate| candidate.people)
    }

    /// The rows of a name.
    fn rows_of(&self, name: &[u8]) -> Range<usize> {
        // The name's first row stands in the last block that begins with a smaller name, or just after.
        let (mut block, mut end) = (0, self.blocks.len());
        while block < end {
            let middle = block.midpoint(end);
            if self.first_name(middle) < name { block = middle + 1 } else { end = middle }
        }
        let mut row = block.saturating_sub(1) * BLOCK;
        let mut at = self.blocks.get(row / BLOCK).map_or(0, |b| b.0 as usize);
        // How many letters of the row before are those of `name`, and the first row that is `name`.
        let (mut same, mut first) = (0, None);
        while let Some((shared, letters)) = self.name_at(at) {
            // What shares more with the row before stands to `name` as that row does.
            if shared <= same {
                let rest = &name[shared..];
                let agree = letters.iter().zip(rest).take_while(|(a, b)| a == b).count();
                same = shared + agree;
                if agree == letters.len() && same == name.len() {
                    first.get_or_insert(row);
                } else if first.is_some() || letters[agree..] > rest[agree..] {
                    break;
                }
            } else if first.is_some() {
                break;
            }
            at += 1 + letters.len();
            row += 1;
        }
        first.unwrap_or(row)..row
    }

    /// How many letters the name at a byte of the names shares with the one before, and the others.
    fn name_at(&self, at: usize) -> Option<(usize, &'b [u8])> {
        let (&shared, letters) = self.names.get(at..)?.split_first()?;
        let end = letters.iter().position(|&b| b >= SHARED).unwrap_or(letters.len());
        Some((usize::from(shared.checked_sub(SHARED)?), &letters[..end]))
    }

    /// The name that a block begins with.
    fn first_name(&self, block: usize) -> &'b [u8] {
        self.name_at(self.blocks[block].0 as usize).map_or(&[], |(_, letters)| letters)
    }

    fn region_of_row(&self, row: usize) -> u16 {
        u16::from_le_bytes([self.columns[0][row], self.columns[1][row]])
    }

    /// The row that an alias stands for.
    fn target(&self, row: usize) -> usize {
        let [.., low, middle, high] = self.columns;
        usize::from(low[row]) | usize::from(middle[row]) << 8 | usize::from(high[row]) << 16
    }

    fn candidate(&self, row: usize) -> Option<Candidate> {
        let named = self.region_of_row(row);
        let row = if named >= PEOPLE { self.target(row) } else { row };
        let region = self.region_of_row(row);
        let [.., latitude, longitude, meta] = self.columns;
        let (south, west, up, across) = self.corner(region)?;
        let meta = meta[row];
        let hundredths =
            |start: i16, step: u8, steps: u8| i32::from(start) + i32::from(step) * i32::from(steps);
        let east = hundredths(west, across, longitude[row]);
        Some(Candidate {
            row: row as u32,
            kind: KINDS[usize::from(meta & 7)],
            importance: meta >> 3 & 15,
            people: named == PEOPLE,
            region,
            country: *self.regions.get(usize::from(region))?,
            latitude: hundredths(south, up, latitude[row]) as f32 / 100.0,
            longitude: if east > 18000 { east - 36000 } else { east } as f32 / 100.0,
        })
    }

    /// South and west of a region in hundredths of a degree, and how many a step is.
    fn corner(&self, region: u16) -> Option<(i16, i16, u8, u8)> {
        let count = self.regions.len() / REGION;
        let column = |i: usize| self.regions.get(i * count + usize::from(region)).copied();
        let degrees = |i| Some(i16::from_le_bytes([column(i)?, column(i + 1)?]));
        Some((degrees(1)?, degrees(3)?, column(5)?, column(6)?))
    }

    /// The GeoNames id of a row, where the gazetteer holds it.
    pub fn id(&self, row: u32) -> Option<u32> {
        let row = row as usize;
        let has = |row: &usize| self.columns[4].get(*row).is_some_and(|m| m >> 7 == 1);
        if !has(&row) || self.region_of_row(row) >= PEOPLE {
            return None;
        }
        let start = row / BLOCK * BLOCK;
        let before = (start..row).filter(|r| has(r) && self.region_of_row(*r) < PEOPLE).count();
        let at = self.blocks[row / BLOCK].1 as usize + before;
        let count = self.ids.len() / 3;
        let byte = |i: usize| self.ids.get(i * count + at).map(|&b| u32::from(b));
        Some(byte(0)? | byte(1)? << 8 | byte(2)? << 16)
    }

    /// The code of a country; [`NO_COUNTRY`] for the seas and what lies in several countries.
    pub fn country(&self, country: u8) -> &'b str {
        let at = usize::from(country) * 2;
        let code = self.countries.get(at..at + 2).and_then(|c| std::str::from_utf8(c).ok());
        code.filter(|code| *code != "  ").unwrap_or(NO_COUNTRY)
    }

    /// Every name with its row, in order.
    pub fn names(&self) -> impl Iterator<Item = String> + use<'_, 'b> {
        let (mut name, mut at) = (String::new(), 0);
        (0..self.len()).map_while(move |_| {
            let (shared, letters) = self.name_at(at)?;
            at += 1 + letters.len();
            name.truncate(shared);
            name.extend(letters.iter().map(|&b| b as char));
            Some(name.clone())
        })
    }
}

fn hash(name: &[u8]) -> u64 {
    FxBuildHasher.hash_one(name)
}
