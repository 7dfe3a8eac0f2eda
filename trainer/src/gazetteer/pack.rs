//! Writes the gazetteer's file; `whosaid::place` says how it is laid out.

use whosaid::place::{ALIAS, BLOCK, COLUMNS, HEADER, MAGIC, PEOPLE, REGION};

use super::Error;
use super::gather::{Place, Places};

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
    let mut columns = vec![Vec::with_capacity(rows.len()); COLUMNS];
    let mut letters = Vec::new();
    let mut ids = Vec::new();
    let mut before = "";
    for (i, row) in rows.iter().enumerate() {
        let agree = before.bytes().zip(row.name.bytes()).take_while(|(a, b)| a == b).count();
        let shared = if i % BLOCK == 0 { 0 } else { agree };
        letters.extend_from_slice(&row.name.as_bytes()[shared..]);
        before = row.name;
        let place = place(row);
        let (region, rest) = match row.special {
            Some(special) => {
                let [low, middle, high, _] = (row_of[row.place] as u32).to_le_bytes();
                (special, [low, middle, high])
            }
            None => {
                ids.extend(place.id);
                (place.region as u16, regions.describe(place))
            }
        };
        let [low, high] = region.to_le_bytes();
        let bytes = [shared as u8, (row.name.len() - shared) as u8, low, high, rest[0], rest[1], rest[2]];
        columns.iter_mut().zip(bytes).for_each(|(column, byte)| column.push(byte));
    }

    let mut file = MAGIC.to_vec();
    for number in [rows.len(), letters.len(), ids.len()] {
        file.extend(u32::try_from(number)?.to_le_bytes());
    }
    for number in [places.regions.len(), places.countries.len()] {
        file.extend(u16::try_from(number)?.to_le_bytes());
    }
    assert_eq!(file.len(), HEADER);
    for country in &places.countries {
        file.extend(format!("{country:2}").into_bytes());
    }
    file.extend(regions.columns(places));
    columns.iter().for_each(|column| file.extend(column));
    file.extend(&letters);
    for shift in [0, 8, 16] {
        file.extend(ids.iter().map(|id| (id >> shift) as u8));
    }
    Ok(file)
}

/// The box around each region's places, in hundredths of a degree.
struct Regions {
    boxes: Vec<[i32; 4]>,
}

impl Regions {
    fn new(places: &Places) -> Self {
        let mut boxes = vec![[i32::MAX, i32::MAX, i32::MIN, i32::MIN]; places.regions.len()];
        // Regions on both sides of the 180th meridian run beyond it.
        for pass in 0..2 {
            for place in &places.list {
                let b = &mut boxes[place.region];
                let (latitude, mut longitude) = hundredths(place);
                if pass == 1 {
                    if b[3] - b[1] <= 18000 || longitude >= 0 {
                        continue;
                    }
                    longitude += 36000;
                }
                b[0] = b[0].min(latitude);
                b[1] = b[1].min(longitude);
                b[2] = b[2].max(latitude);
                b[3] = b[3].max(longitude);
            }
        }
        for (i, b) in boxes.iter_mut().enumerate().filter(|(_, b)| b[3] - b[1] > 18000) {
            let east = places.list.iter().filter(|p| p.region == i).map(|p| hundredths(p).1);
            b[1] = east.filter(|&l| l >= 0).min().unwrap_or(0);
        }
        Self { boxes }
    }

    /// Latitude and longitude in the box, and what the place is.
    fn describe(&self, place: &Place) -> [u8; 3] {
        let [south, west, north, east] = self.boxes[place.region];
        let (latitude, longitude) = hundredths(place);
        let longitude = if longitude < west { longitude + 36000 } else { longitude };
        let part = |value: i32, low: i32, high: i32| {
            if high == low { 0 } else { ((value - low) as f64 / (high - low) as f64 * 255.0).round() as u8 }
        };
        let meta = place.kind as u8 | place.importance << 3 | u8::from(place.id.is_some()) << 7;
        [part(latitude, south, north), part(longitude, west, east), meta]
    }

    fn columns(&self, places: &Places) -> Vec<u8> {
        let mut bytes: Vec<u8> = places.regions.iter().map(|&country| country as u8).collect();
        let columns: [fn(&[i32; 4]) -> i32; 4] = [|b| b[0], |b| b[1], |b| b[2] - b[0], |b| b[3] - b[1]];
        for column in columns {
            for byte in 0..2 {
                let known = |b: &[i32; 4]| if b[0] == i32::MAX { 0 } else { column(b) };
                bytes.extend(self.boxes.iter().map(|b| known(b).to_le_bytes()[byte]));
            }
        }
        assert_eq!(bytes.len(), places.regions.len() * REGION);
        bytes
    }
}

fn hundredths(place: &Place) -> (i32, i32) {
    ((place.latitude * 100.0).round() as i32, (place.longitude * 100.0).round() as i32)
}
