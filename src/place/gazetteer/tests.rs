//! The shipped gazetteer, whole and damaged.

use super::*;

#[test]
fn every_name_finds_its_rows() {
    let gazetteer = Gazetteer::shipped();
    assert!(gazetteer.len() > 150_000);
    let (mut hash, mut row) = (0, 0);
    for name in 0..gazetteer.names[0].len() {
        hash += gazetteer.step(name);
        let rows = gazetteer.rows_of(hash);
        assert_eq!(rows.start, row, "name {name}");
        row = rows.end;
    }
    assert_eq!(row, gazetteer.len());
}

#[test]
fn what_is_not_there_is_not_found() {
    let gazetteer = Gazetteer::shipped();
    for name in ["", " ", "zzzzzz", "kyivv", "kyivvv", "paris xq", "\u{7f}", "0", &"x".repeat(200)] {
        assert_eq!(gazetteer.find(name).count(), 0, "{name}");
    }
}

#[test]
fn places_lie_where_they_lie() {
    let gazetteer = Gazetteer::shipped();
    for (name, kind, country, latitude, longitude) in [
        ("kyiv", Kind::Capital, "UA", 50.45, 30.52),
        ("ukraine", Kind::Country, "UA", 49.0, 32.0),
        ("texas", Kind::Region, "US", 31.25, -99.25),
        ("usa", Kind::Country, "US", 39.76, -98.5),
        ("black sea", Kind::Feature, NO_COUNTRY, 43.0, 34.0),
        ("suva", Kind::Capital, "FJ", -18.14, 178.44),
        ("laurel county", Kind::County, "US", 37.1, -84.1),
    ] {
        let found = gazetteer.find(name).next().expect(name);
        assert_eq!((found.kind, gazetteer.country(found.country)), (kind, country), "{name}");
        assert!((found.latitude - latitude).abs() < 0.6, "{name}: {}", found.latitude);
        assert!((found.longitude - longitude).abs() < 1.0, "{name}: {}", found.longitude);
    }
    assert_eq!(gazetteer.find("ukrainian").map(|c| c.people).collect::<Vec<_>>(), [true]);
    assert_eq!(gazetteer.find_people("ukrainian").count(), 1);
    assert_eq!(gazetteer.find_people("ukraine").count(), 0);
    assert_eq!(gazetteer.id(gazetteer.find("kyiv").next().unwrap().row), Some(703448));
}

#[test]
fn damaged_files_are_refused_and_never_panic() {
    let bytes: &[u8] = include_bytes!("../../data/gazetteer.bin");
    assert_eq!(Gazetteer::from_bytes(b"").err(), Some(Error::Unknown));
    assert_eq!(Gazetteer::from_bytes(&bytes[..HEADER - 1]).err(), Some(Error::Length));
    for length in [HEADER, 1000, bytes.len() / 2, bytes.len() - 1] {
        assert_eq!(Gazetteer::from_bytes(&bytes[..length]).err(), Some(Error::Length), "{length}");
    }
    assert_eq!(Gazetteer::from_bytes(&[bytes, b"!"].concat()).err(), Some(Error::Length));

    // Many single bytes turned: either refused, or whatever is read is read without a panic.
    let mut damaged = bytes.to_vec();
    let mut state = 1u64;
    for _ in 0..40 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let at = (state >> 33) as usize % if state & 7 == 0 { HEADER } else { bytes.len() };
        let old = std::mem::replace(&mut damaged[at], (state >> 20) as u8);
        if let Ok(gazetteer) = Gazetteer::from_bytes(&damaged) {
            for name in ["kyiv", "springfield", "ukrainian", "zzz", "", "st petersburg"] {
                for found in gazetteer.find(name) {
                    let _ = (gazetteer.id(found.row), gazetteer.country(found.country));
                }
            }
        }
        damaged[at] = old;
    }
}
