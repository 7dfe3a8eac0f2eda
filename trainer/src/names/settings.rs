//! What can be said on the command line.

use std::path::PathBuf;

use rustc_hash::FxHashMap;

/// The arguments of `whosaid-trainer names`.
pub struct Settings {
    pub corpora: PathBuf,
    pub out: PathBuf,
    /// Where the teacher's labels lie. Without them the field learns from gold alone.
    pub silver: Option<PathBuf>,
    /// Where to write what the field holds likely.
    pub marginals: Option<PathBuf>,
    /// A set to learn from alone, `ner/NAME-train.jsonl`: a measure of the features.
    pub only: Option<String>,
    /// Scores the development sets.
    pub dev: bool,
    /// A file that keeps the words' classes for the next try.
    pub cache: Option<PathBuf>,
    /// Settings to try, `name=value`.
    tries: FxHashMap<String, f32>,
}

impl Settings {
    /// Reads the arguments.
    pub fn read(arguments: &[String]) -> Result<Self, String> {
        let mut read = Self {
            corpora: PathBuf::from("../shared/corpora"),
            out: PathBuf::from("src/data/names.bin"),
            silver: None,
            marginals: None,
            only: None,
            dev: false,
            cache: None,
            tries: FxHashMap::default(),
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--corpora" => read.corpora = value()?.into(),
                "--out" => read.out = value()?.into(),
                "--silver" => read.silver = Some(value()?.into()),
                "--marginals" => read.marginals = Some(value()?.into()),
                "--only" => read.only = Some(value()?.clone()),
                "--cache" => read.cache = Some(value()?.into()),
                "--dev" => read.dev = true,
                other => match other.split_once('=').map(|(name, value)| (name, value.parse())) {
                    Some((name, Ok(value))) => {
                        read.tries.insert(name.to_owned(), value);
                    }
                    _ => return Err(format!("unknown argument {other}")),
                },
            }
        }
        Ok(read)
    }

    /// A number that may be tried otherwise.
    pub fn number(&self, name: &str, default: f32) -> f32 {
        self.tries.get(name).copied().unwrap_or(default)
    }

    /// A count that may be tried otherwise.
    pub fn count(&self, name: &str, default: usize) -> usize {
        self.number(name, default as f32) as usize
    }
}
