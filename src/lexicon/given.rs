//! Given names, as evidence for what "he" and "she" refer to; never shown.

use super::noun::Gender;

/// One name a line, in order, each with `m` or `f`; see `src/data/README.md` for its origin.
static TABLE: &str = include_str!("../data/given-names.txt");

/// The gender that most bearers of a given name in lower case have, where it is known and clear.
pub fn gender_of_given(name: &str) -> Option<Gender> {
    let table = TABLE.as_bytes();
    let line_start = |at: usize| table[..at].iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let start = line_start(low + (high - low) / 2);
        let end = start + table[start..].iter().position(|&b| b == b'\n')?;
        let entry = &TABLE[start..end - 2];
        match entry.cmp(name) {
            std::cmp::Ordering::Equal if table[end - 1] == b'f' => return Some(Gender::Female),
            std::cmp::Ordering::Equal => return Some(Gender::Male),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found() {
        let mut last = "";
        for line in TABLE.lines() {
            let (name, gender) = line.split_once(' ').unwrap();
            assert!(last < name, "{name} is out of order");
            let expected = if gender == "f" { Gender::Female } else { Gender::Male };
            assert_eq!(gender_of_given(name), Some(expected), "{name}");
            last = name;
        }
        for absent in ["", "a", "zzz", "mar", "maryy", "\n", "mary f"] {
            assert_eq!(gender_of_given(absent), None, "{absent}");
        }
    }
}
