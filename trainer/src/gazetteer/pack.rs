//! Writes the gazetteer's file; `whosaid::place` says how it is laid out.

use whosaid::place::gazetteer::{ALIAS, BLOCK, COLUMNS, HEADER, MAGIC, PEOPLE, REGION, SHARED};

use super::gather::{Place, Places};
use crate::Error;

/// What a row of the file is made from.
struct Row<'p> {
    name: &'p str,
    /// For another name: [`ALIAS`] or [`PEOPLE`].
    special: Option<u16>,
    place: usize,
}

/// The file's bytes.
pub fn pack(places: &Places) -> Result<Vec<u8>, Error> {
    let own = places.list.iter().enumerate();
    let mut rows: Vec<Row> = own.map(|(place, p)| Row { name: &p.name, special: None, place }).collect();
    for (special, names) in [(ALIAS, &places.aliases), (PEOPLE, &places.peoples)] {
        rows.extend(names.iter().map(|(name, place)| Row { name, special: Some(special), place: *place }));
    }
    let place = |row: &Row| &places.list[row.place];
    rows.sort_by(|a, b| {
        let rank =
            |r: &Row| std::cmp::Reverse((place(r).kind as u8 >= 4, place(r).importance, place(r).population));
        a.name.cmp(b.name).then_with(|| rank(a).cmp(&rank(b))).then(a.special.cmp(&b.special))
    });
    let mut row_of = vec![0; places.list.len()];
    for (i, row) in rows.iter().enumerate().filter(|(_, r)| r.special.is_none()) {
        row_of[row.place] = i;
    }

    let regions = Regions::new(places);
    let mut columns = vec![Vec::new(); COLUMNS];
    let (mut names, mut ids) = (Vec::new(), Vec::new());
    let mut before = "";
    for (i, row) in rows.iter().enumerate() {
        let agree = before.bytes().zip(row.name.bytes()).take_while(|(a, b)| a == b).count();
        let shared = if i % BLOCK == 0 { 0 } else { agree };
        names.push(SHARED + shared as u8);
        names.extend_from_slice(&row.name.as_bytes()[shared..]);
        before = row.name;
        let place = place(row);
        let (region, rest) = match row.special {
            Some(special) => {
                let [low, middle, high, _] = (row_of[row.place] as u32).to_le_bytes();
                (special, [low, middle, high])
            }
            None => {
                ids.extend(place.id);
                (regions.number[place.region], regions.describe(place))
            }
        };
        let [low, high] = region.to_le_bytes();
        let bytes = [low, high, rest[0], rest[1], rest[2]];
        columns.iter_mut().zip(bytes).for_each(|(column, byte)| column.push(byte));
    }

    let mut file = MAGIC.to_vec();
    for number in [rows.len(), names.len(), ids.len()] {
        file.extend(u32::try_from(number)?.to_le_bytes());
    }
    for number in [regions.list.len(), places.countries.len()] {
        file.extend(u16::try_from(number)?.to_le_bytes());
    }
    assert_eq!(file.len(), HEADER);
    for country in &places.countries {
        file.extend(format!("{country:2}").into_bytes());
    }
    file.extend(regions.columns());
    columns.iter().for_each(|column| file.extend(column));
    file.extend(&names);
    for shift in [0, 8, 16] {
        file.extend(ids.iter().map(|id| (id >> shift) as u8));
    }
    Ok(file)
}

/// The regions that hold places.
struct Regions {
    /// In the order of the file: those with the most places first, as small numbers pack best.
    list: Vec<Region>,
    /// The number in the file of each region.
    number: Vec<u16>,
}

/// Where a region's places lie, in hundredths of a degree.
#[derive(Clone)]
struct Region {
    country: usize,
    places: usize,
    south: i32,
    north: i32,
    west: i32,
    east: i32,
}

/// The smallest step of a position, in hundredths of a degree.
const FINEST: i32 = 2;

impl Regions {
    fn new(places: &Places) -> Self {
        let mut all: Vec<Region> = (places.regions.iter())
            .map(|&country| {
                let (low, high) = (i32::MAX, i32::MIN);
                Region { country, places: 0, south: low, north: high, west: low, east: high }
            })
            .collect();
        for place in &places.list {
            let region = &mut all[place.region];
            let (latitude, longitude) = hundredths(place);
            region.places += 1;
            region.south = region.south.min(latitude);
            region.north = region.north.max(latitude);
            region.west = region.west.min(longitude);
            region.east = region.east.max(longitude);
        }
        // Regions on both sides of the 180th meridian run beyond it.
        for (i, region) in all.iter_mut().enumerate().filter(|(_, r)| r.places > 0 && r.east - r.west > 18000)
        {
            let (east, west): (Vec<i32>, Vec<i32>) =
                places.list.iter().filter(|p| p.region == i).map(|p| hundredths(p).1).partition(|&l| l >= 0);
            region.west = east.into_iter().min().unwrap_or(0);
            region.east = west.into_iter().max().unwrap_or(0) + 36000;
        }
        let mut order: Vec<usize> = (0..all.len()).filter(|&i| all[i].places > 0).collect();
        order.sort_by_key(|&i| std::cmp::Reverse(all[i].places));
        let mut number = vec![0; all.len()];
        order.iter().enumerate().for_each(|(n, &i)| number[i] = n as u16);
        Self { list: order.into_iter().map(|i| all[i].clone()).collect(), number }
    }

    /// The steps to the place from the corner of its region, and what it is.
    fn describe(&self, place: &Place) -> [u8; 3] {
        let region = &self.list[usize::from(self.number[place.region])];
        let (latitude, longitude) = hundredths(place);
        let longitude = if longitude < region.west { longitude + 36000 } else { longitude };
        let (up, across) = region.steps();
        let steps = |distance: i32, step: i32| ((distance + step / 2) / step).min(255) as u8;
        let meta = place.kind as u8 | place.importance << 3 | u8::from(place.id.is_some()) << 7;
        [steps(latitude - region.south, up), steps(longitude - region.west, across), meta]
    }

    fn columns(&self) -> Vec<u8> {
        let columns: [fn(&Region) -> i32; 7] = [
            |r| r.country as i32,
            |r| r.south & 255,
            |r| r.south >> 8 & 255,
            |r| r.west & 255,
            |r| r.west >> 8 & 255,
            |r| r.steps().0,
            |r| r.steps().1,
        ];
        assert_eq!(columns.len(), REGION);
        columns.iter().flat_map(|column| self.list.iter().map(|r| column(r) as u8)).collect()
    }
}

impl Region {
    /// How long a step is upwards and across, so that 255 cross the region.
    fn steps(&self) -> (i32, i32) {
        let step = |size: i32| ((size + 254) / 255).max(FINEST);
        (step(self.north - self.south), step(self.east - self.west))
    }
}

fn hundredths(place: &Place) -> (i32, i32) {
    ((place.latitude * 100.0).round() as i32, (place.longitude * 100.0).round() as i32)
}
