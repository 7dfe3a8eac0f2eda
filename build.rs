//! Puts the tables of `src/lexicon/` into one text that the crate reads: see `src/lexicon/mod.rs`.

#[path = "src/lexicon/build.rs"]
mod lexicon;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let table = lexicon::compile("src/lexicon".as_ref()).unwrap_or_else(|error| panic!("{error}"));
    std::fs::write(format!("{out}/lexicon.tsv"), table).expect("OUT_DIR can be written");
}
