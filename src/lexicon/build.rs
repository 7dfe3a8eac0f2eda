//! The tables as one: every form of every word once, those of which the same is known in one line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

#[path = "class.rs"]
mod class;
#[path = "inflect.rs"]
mod inflect;

/// What is known of a word: the numbers of its classes, what may follow it as a verb of saying and its form, how it
/// speaks.
type Known = (BTreeSet<usize>, Option<(u32, u32)>, Option<usize>);

/// Reads every table in `folder`; an error names file and line.
pub fn compile(folder: &Path) -> Result<String, String> {
    let mut words: BTreeMap<String, Known> = BTreeMap::new();
    let entries = std::fs::read_dir(folder).map_err(|e| e.to_string())?;
    let mut files: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "tsv")) {
        let text = std::fs::read_to_string(file).map_err(|e| e.to_string())?;
        let verbs = file.ends_with("reporting.tsv");
        for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.starts_with('#')) {
            let read = if verbs { read_verb(line, &mut words) } else { read_word(line, &mut words) };
            read.map_err(|e| format!("{}:{}: {e}", file.display(), number + 1))?;
        }
    }
    let mut lines: BTreeMap<Known, Vec<String>> = BTreeMap::new();
    words.into_iter().for_each(|(word, known)| lines.entry(known).or_default().push(word));
    let mut table = String::new();
    for ((classes, cue, act), words) in lines {
        let number = |n: Option<u32>| n.map_or(String::new(), |n| format!("{n:x}"));
        let classes: Vec<String> = classes.iter().map(usize::to_string).collect();
        let (frame, form) = (number(cue.map(|c| c.0)), number(cue.map(|c| c.1)));
        let act = number(act.map(|a| a as u32));
        let classes = classes.join(" ");
        writeln!(table, "{classes}\t{frame}\t{form}\t{act}\t{}", words.join("|")).expect("a string takes it");
    }
    Ok(table)
}

/// `word <tab> class class …`
fn read_word(line: &str, words: &mut BTreeMap<String, Known>) -> Result<(), String> {
    let (word, classes) = line.split_once('\t').ok_or("no tab")?;
    for class in classes.split(' ') {
        let bit = class::NAMES.iter().position(|n| *n == class).ok_or(format!("no class {class}"))?;
        let known = words.entry(word.to_owned()).or_default();
        if !known.0.insert(bit) {
            return Err(format!("{word} is {class} twice"));
        }
    }
    Ok(())
}

/// `verb <tab> act <tab> frame frame … <tab> past past`: an adjective has "adjective" for its past.
fn read_verb(line: &str, words: &mut BTreeMap<String, Known>) -> Result<(), String> {
    let mut fields = line.split('\t');
    let mut field = || fields.next().unwrap_or_default();
    let (verb, act, frames, past) = (field(), field(), field(), field());
    let act = class::ACTS.iter().position(|a| *a == act).ok_or(format!("no act {act}"))?;
    let mut frame = 0;
    for name in frames.split(' ').filter(|name| !name.is_empty()) {
        let bit = class::FRAMES.iter().position(|f| *f == name).ok_or(format!("no frame {name}"))?;
        frame |= 1 << bit;
    }
    for (word, form) in inflect::forms(verb, past) {
        let known = words.entry(word).or_default();
        // "claims" is a form of "claim" before it is a noun.
        if frame != 0 {
            (known.1, known.2) = (Some((frame, form)), Some(act));
        } else if known.1.is_none() {
            known.2 = Some(act);
        }
    }
    Ok(())
}
