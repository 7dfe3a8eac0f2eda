//! Writes the gazetteer's file; `whosaid::place` says how it is laid out.

use whosaid::place::gazetteer::{ALIAS, COLUMNS, HEADER, MAGIC, MORE, PEOPLE, REGION, key, scale};

use super::gather::{Place, Places};
use crate::Error;

/// What a row of the file is made from.
struct Row<'p> {
    name: &'p str,
    /// The hash of the name.
    key: u32,
    /// For another name: [`ALIAS`] or [`PEOPLE`].
    special: Option<u16>,
    place: usize,
}

/// The file's bytes.
pub fn pack(places: &Places) -> Result<Vec<u8>, Error> {
    let row = |name, special, place| Row { name, key: key(name), special, place };
    let mut rows: Vec<Row> =
        places.list.iter().enumerate().map(|(place, p)| row(&p.name, None, place)).collect();
    for (special, names) in [(ALIAS, &places.aliases), (PEOPLE, &places.peoples)] {
        rows.extend(names.iter().map(|(name, place)| row(name, Some(special), *place)));
    }
    let place = |row: &Row| &places.list[row.place];
    rows.sort_by(|a, b| {
        let rank =
            |r: &Row| std::cmp::Reverse((place(r).kind as u8 >= 4, place(r).importance, place(r).population));
        let same = a.key.cmp(&b.key).then_with(|| rank(a).cmp(&rank(b))).then(a.special.cmp(&b.special));
        same.then_with(|| a.name.cmp(b.name))
    });
    let mut row_of = vec![0; places.list.len()];
    for (i, row) in rows.iter().enumerate().filter(|(_, r)| r.special.is_none()) {
        row_of[row.place] = i;
    }

    let regions = Regions::new(places);
    let mut columns = vec![Vec::new(); COLUMNS];
    let mut names = [Vec::new(), Vec::new()];
    let mut ids = Vec::new();
    let mut before = None;
    for (i, row) in rows.iter().enumerate() {
        if before != Some(row.key) {
            let step = row.key - before.unwrap_or(0);
            let [low, high] = u16::try_from(step).map_err(|_| "two hashes too far apart")?.to_le_bytes();
            names[0].push(low);
            names[1].push(high);
            before = Some(row.key);
        }
        let more = rows.get(i + 1).is_some_and(|next| next.key == row.key);
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
        let [low, high] = (region | if more { MORE } else { 0 }).to_le_bytes();
        let bytes = [low, high, rest[0], rest[1], rest[2]];
        columns.iter_mut().zip(bytes).for_each(|(column, byte)| column.push(byte));
    }

    let mut file = MAGIC.to_vec();
    for number in [rows.len(), names[0].len(), ids.len()] {
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
    names.iter().chain(&columns).for_each(|column| file.extend(column));
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
        let scale = scale(place.kind, place.importance);
        let (up, across) = region.steps();
        let (up, across) = (up * scale, across * scale);
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
