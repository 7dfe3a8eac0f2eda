//! The gazetteer's file: where the places of the world are, read in place.
//!
//! All numbers are little-endian. After the header stand, one after the other:
//!
//! - countries: their ISO codes, two bytes each;
//! - regions: columns `country`; `south` and `west` in hundredths of a degree, as low bytes and high
//!   bytes; `up` and `across`, how many hundredths a step is. The regions with the most places come
//!   first;
//! - names, as hashes of [`BITS`] bits in their order: how far each is from the one before, as low
//!   bytes and high bytes;
//! - rows, one or more for each name, the most important first: columns `region`, low bytes and high
//!   bytes, the highest bit of which says that the next row has the same name; `latitude` and
//!   `longitude`, the steps from the region's south and west; `meta`, the kind, importance and
//!   whether it has an id;
//! - the GeoNames ids of the rows that have one, three columns of bytes.
//!
//! Columns of one byte are what a compressor likes best, and each value can still be read alone: only
//! where each [`BLOCK`] of names begins is worked out on opening, when the whole file is checked. The
//! names themselves would be half of the file: a hash costs half of what their letters do, and sends one in
//! three thousand of the names that the gazetteer does not know to some place far from the story.
//! A row of the region [`ALIAS`] is another name for the row whose number its next three bytes give;
//! [`PEOPLE`] is the name of the people that lives there ("Ukrainian").

// The gazetteer that ships is a file apart in wasm, and no test of the core loads it there.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use std::fmt;
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::crf::hash;

/// Names from one known place in the file to the next.
pub const BLOCK: usize = 32;
/// How many bits of a name's hash are kept.
pub const BITS: u32 = 29;
/// The region of a row that is another name of a place.
pub const ALIAS: u16 = 0x7FFF;
/// The region of a row that is the name of a country's people.
pub const PEOPLE: u16 = 0x7FFE;
/// Set in the region of a row that the next row shares its name with.
pub const MORE: u16 = 0x8000;
/// The code of no one country: ISO 3166-1 leaves it to its users, CLDR reads it as an unknown region.
pub const NO_COUNTRY: &str = "ZZ";
/// The first bytes of every gazetteer, its version last.
pub const MAGIC: [u8; 8] = *b"WSPLACE\x02";
/// How many bytes come before the countries.
pub const HEADER: usize = 24;
/// The bytes of a region.
pub const REGION: usize = 7;
/// The columns of the rows: one byte a row each.
pub const COLUMNS: usize = 5;

/// Where the places of the world are: a table in a compact file, read in place.
pub struct Gazetteer<'b> {
    countries: &'b [u8],
    regions: &'b [u8],
    /// How far the hash of each name is from the one before.
    names: [&'b [u8]; 2],
    columns: [&'b [u8]; COLUMNS],
    ids: &'b [u8],
    blocks: Vec<Block>,
    /// Hashes of the peoples' names, as every capitalized word is asked for.
    peoples: FxHashSet<u32>,
}

/// Where some names begin.
struct Block {
    /// The hash of the first.
    hash: u32,
    /// Its first row.
    row: u32,
    /// How many rows before have ids.
    ids: u32,
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
            names: [take(Some(names))?, take(Some(names))?],
            columns: [&[]; COLUMNS],
            ids: &[],
            blocks: Vec::with_capacity(names / BLOCK + 1),
            peoples: FxHashSet::default(),
        };
        for column in &mut gazetteer.columns {
            *column = take(Some(rows))?;
        }
        gazetteer.ids = take(ids.checked_mul(3))?;
        if !rest.is_empty() {
            return Err(Error::Length);
        }
        gazetteer.check(regions, countries).ok_or(Error::Corrupt)?;
        Ok(gazetteer)
    }

    /// Walks all names and rows once: every later read relies on what is checked here.
    fn check(&mut self, regions: usize, countries: usize) -> Option<()> {
        let ok = |ok: bool| ok.then_some(());
        ok(regions >= countries && regions < usize::from(PEOPLE) && countries <= 256)?;
        ok(self.countries.iter().all(|c| c.is_ascii_uppercase() || *c == b' '))?;
        ok(self.regions[..regions].iter().all(|&c| usize::from(c) < countries))?;
        let (mut hash, mut row, mut ids) = (0u32, 0, 0);
        for name in 0..self.names[0].len() {
            // Sorted, and each but once, so that what is not found where it should be is nowhere.
            ok(name == 0 || self.step(name) > 0)?;
            hash += self.step(name);
            ok(hash < 1 << BITS)?;
            if name % BLOCK == 0 {
                self.blocks.push(Block { hash, row: row as u32, ids });
            }
            let mut more = true;
            while more {
                ok(row < self.len())?;
                more = self.has_more(row);
                match self.region_of_row(row) {
                    ALIAS | PEOPLE => {
                        let target = self.target(row);
                        ok(target < self.len() && self.region_of_row(target) < PEOPLE)?;
                        if self.region_of_row(row) == PEOPLE {
                            self.peoples.insert(hash);
                        }
                    }
                    region => {
                        ok(usize::from(region) < regions)?;
                        ids += u32::from(self.columns[4][row] >> 7);
                    }
                }
                row += 1;
            }
        }
        ok(row == self.len() && ids as usize * 3 == self.ids.len())
    }

    /// How many rows it holds: names of places, each place with each of its names.
    pub fn len(&self) -> usize {
        self.columns[0].len()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What `name`, as [`fold_name`](super::fold_name) writes it, may stand for: the most important
    /// first, places before other names of places and peoples.
    pub fn find(&self, name: &str) -> impl Iterator<Item = Candidate> + use<'_, 'b> {
        let rows = self.rows_of(key(name));
        rows.filter_map(|row| self.candidate(row))
    }

    /// The countries whose people `name`, in small letters, is: "ukrainian".
    pub fn find_people(&self, name: &str) -> impl Iterator<Item = Candidate> + use<'_, 'b> {
        let key = key(name);
        let rows = if self.peoples.contains(&key) { self.rows_of(key) } else { 0..0 };
        rows.filter_map(|row| self.candidate(row)).filter(|candidate| candidate.people)
    }

    /// The rows of the name with a hash.
    fn rows_of(&self, wanted: u32) -> Range<usize> {
        let after = self.blocks.partition_point(|block| block.hash <= wanted);
        let Some(block) = after.checked_sub(1).and_then(|b| self.blocks.get(b)) else { return 0..0 };
        let (mut hash, mut start) = (block.hash, block.row as usize);
        let mut name = (after - 1) * BLOCK;
        while hash < wanted {
            start = self.rows_end(start);
            name += 1;
            if name == self.names[0].len() {
                return 0..0;
            }
            hash += self.step(name);
        }
        if hash == wanted { start..self.rows_end(start) } else { 0..0 }
    }

    /// Where the rows of the name end that begin at a row.
    fn rows_end(&self, start: usize) -> usize {
        (start..self.len()).find(|&row| !self.has_more(row)).map_or(self.len(), |last| last + 1)
    }

    /// How far the hash of a name is from the one before.
    fn step(&self, name: usize) -> u32 {
        let [low, high] = self.names;
        u32::from(low[name]) | u32::from(high[name]) << 8
    }

    fn has_more(&self, row: usize) -> bool {
        self.columns[1][row] & (MORE >> 8) as u8 != 0
    }

    fn region_of_row(&self, row: usize) -> u16 {
        u16::from_le_bytes([self.columns[0][row], self.columns[1][row]]) & !MORE
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
        let (kind, importance) = (KINDS[usize::from(meta & 7)], meta >> 3 & 15);
        let scale = scale(kind, importance);
        let hundredths =
            |start: i16, step: u8, steps: u8| i32::from(start) + i32::from(step) * i32::from(steps) * scale;
        let east = hundredths(west, across, longitude[row]);
        Some(Candidate {
            row: row as u32,
            kind,
            importance,
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
        let after = self.blocks.partition_point(|block| block.row as usize <= row);
        let block = self.blocks.get(after.checked_sub(1)?)?;
        let rows = block.row as usize..row;
        let before = rows.filter(|r| has(r) && self.region_of_row(*r) < PEOPLE).count();
        let at = block.ids as usize + before;
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
}

/// How many of its region's steps a step of a place is: small towns have larger ones.
pub fn scale(kind: Kind, importance: u8) -> i32 {
    if kind == Kind::Town && importance < 6 { 2 } else { 1 }
}

/// The hash by which a name, as [`fold_name`](super::fold_name) writes it, is kept.
pub fn key(name: &str) -> u32 {
    hash(name.as_bytes()) >> (32 - BITS)
}
