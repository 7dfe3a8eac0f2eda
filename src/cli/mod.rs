//! The command line: one annotation a file, or JSON Lines in and out; the built program and `python -m whosaid` are this.
//!
//! Output is JSON Lines. What goes wrong with one input is told on standard error, and the other
//! inputs are still annotated; the exit status is then 1. It is 2 where the command itself makes no
//! sense. A reader that stops reading (`| head`) ends the program quietly.

#[cfg(feature = "parquet")]
mod archive;
mod check;
mod explain;
mod files;
mod jsonl;
mod line;
mod options;

use std::ffi::OsString;
use std::io::{self, Write};

use crate::{Annotation, Date, Options, Part, rules};
use check::{Check, Checked};
use options::{Command, HELP};

/// What is asked of every text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Asked {
    /// The day of the articles.
    date: Option<Date>,
    /// Whether stances are listed.
    stances: bool,
    /// What tells of which text an annotation is.
    check: Option<Check>,
}

/// Whether every input was annotated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    AllGood,
    SomeFailed,
}

/// Runs the command that the arguments ask for, the first of which is the program's name, and gives its exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let command = match options::parse(lexopt::Parser::from_iter(arguments)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("whosaid: {message}\nTry 'whosaid --help'.");
            return 2;
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = match command {
        Command::Help => write!(out, "{HELP}").map(|()| Outcome::AllGood),
        Command::Version => writeln!(out, "whosaid {}", env!("CARGO_PKG_VERSION")).map(|()| Outcome::AllGood),
        Command::Rules => list_rules(&mut out),
        Command::Files(paths, asked) => files::annotate_files(&paths, asked, &mut out),
        Command::Explain(view, paths, date) => explain::explain_files(view, &paths, date, &mut out),
        #[cfg(feature = "parquet")]
        Command::Parquet(folder, asked) => {
            archive::annotate_archive(io::BufReader::new(io::stdin()), &folder, asked)
        }
        Command::Jsonl(asked) => jsonl::annotate_lines(io::stdin(), asked, &mut out),
    };
    match outcome.and_then(|outcome| out.flush().map(|()| outcome)) {
        Ok(Outcome::AllGood) => 0,
        Ok(Outcome::SomeFailed) => 1,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            eprintln!("whosaid: cannot write the result: {error}");
            1
        }
    }
}

/// Every rule with what it says, in the order in which they act.
fn list_rules(out: &mut impl Write) -> io::Result<Outcome> {
    for rule in rules::all() {
        writeln!(out, "{}\t{}", rule.id, rule.says)?;
    }
    Ok(Outcome::AllGood)
}

/// The annotation of a text, with what is asked of it and what is known of its parts.
fn annotate(text: &str, asked: Asked, parts: &[Part]) -> Annotation {
    let Asked { date, stances, .. } = asked;
    crate::annotate_with(text, &Options::shipped().date(date).stances(stances).parts(parts))
}

/// Tells of one input that could not be annotated.
fn complain(message: std::fmt::Arguments) {
    // Nobody is left to tell where standard error is closed.
    let _ = writeln!(io::stderr(), "whosaid: {message}");
}
