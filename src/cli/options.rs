//! What the arguments ask for.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::{Date, rule, rules};
use lexopt::Arg;

use super::Asked;
use super::check::Check;
use super::explain::View;

pub(super) const HELP: &str = "\
Who said what, where and how much, in English news.

Usage:
  whosaid FILE...            annotate text files: one JSON object a file, a line each, in order
  whosaid --jsonl            annotate {\"id\", \"text\"} lines from standard input, each with its
                             \"date\" and its \"parts\" where they are known, and \"stances\": true
                             where they are wanted; writes {\"id\", ...annotation} lines in the
                             same order as it reads
  whosaid --parquet FOLDER   annotate such lines into tables, as Parquet, in FOLDER: articles, quotes,
                             entities and figures, and bad lines with what is wrong with them; run
                             again, it goes on where it was stopped, or with lines that came since
  whosaid --explain VIEW FILE...
                             show what a stage sees, for people: blocks, tokens, sentences,
                             syntax, names, quotes, figures, places (what each may be), or rules
                             (which acted where)
  whosaid --rules            list the rules, each with what it says

FILE is UTF-8 text; - is standard input. Positions count UTF-16 code units, as JavaScript does; a
byte order mark at the start of a file is not counted.

Options:
  --date DAY       the day on which the articles were published, as YYYY-MM-DD: dates told from it
                   (\"Tuesday\", \"last week\") are then full ones; a line's own \"date\" goes before it
  --stances        list stances among the quotes, too (\"wants to leave\", \"condemned the attack\");
                   a line's own \"stances\" goes before it
  --check WITH     write with each annotation of which text it is, so that a page that is given it
                   can tell whether it fits: \"hash\", a hash of the text, which must be the page's to
                   the letter, or \"text\", the text itself, in which white space may differ
  --without RULE   switch a rule off; several are parted by commas
  -h, --help       show this help
  -V, --version    show the version

The exit status is 0; 1 where a file or line could not be annotated (standard error says which, and
the others still come out); 2 where the command is wrong. All cores are used; set
RAYON_NUM_THREADS for fewer.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Command {
    Help,
    Version,
    Rules,
    Files(Vec<PathBuf>, Asked),
    Jsonl(Asked),
    #[cfg(feature = "parquet")]
    Parquet(PathBuf, Asked),
    Explain(View, Vec<PathBuf>, Option<Date>),
}

/// Reads the arguments; an error says what to do instead.
pub(super) fn parse(mut arguments: lexopt::Parser) -> Result<Command, String> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut jsonl = false;
    let mut folder = None;
    let mut view = None;
    let mut asked = Asked::default();
    while let Some(argument) = arguments.next().map_err(|e| e.to_string())? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Long("rules") => return Ok(Command::Rules),
            Arg::Long("without") => {
                let ids: OsString =
                    arguments.value().map_err(|_| "--without needs a rule, as --rules lists them")?;
                let ids: Vec<String> = ids.to_string_lossy().split(',').map(str::to_owned).collect();
                if let Some(id) = ids.iter().find(|id| !rules::all().any(|rule| rule.id == **id)) {
                    return Err(format!("--without: no rule is called '{id}'; --rules lists them"));
                }
                rule::switch_off(ids);
            }
            Arg::Long("jsonl") => jsonl = true,
            Arg::Long("parquet") => {
                let path: OsString =
                    arguments.value().map_err(|_| "--parquet needs the folder to write into")?;
                folder = Some(PathBuf::from(path));
            }
            Arg::Long("stances") => asked.stances = true,
            Arg::Long("explain") => {
                let name: OsString =
                    arguments.value().map_err(|_| format!("--explain needs a view: {}", View::NAMES))?;
                let known = name.to_str().and_then(View::from_name);
                view = Some(known.ok_or_else(|| {
                    format!("--explain knows no view '{}'; it has {}", name.to_string_lossy(), View::NAMES)
                })?);
            }
            Arg::Long("check") => {
                let with: OsString = arguments.value().map_err(|_| "--check needs hash or text")?;
                let known = with.to_str().and_then(Check::from_name);
                asked.check = Some(known.ok_or_else(|| {
                    format!("--check knows no '{}'; it has hash and text", with.to_string_lossy())
                })?);
            }
            Arg::Long("date") => {
                let day: OsString = arguments
                    .value()
                    .map_err(|_| "--date needs the day of the articles, such as --date 2023-06-27")?;
                let read = day.to_string_lossy().parse::<Date>();
                asked.date = Some(read.map_err(|error| format!("--date: {error}"))?);
            }
            Arg::Value(path) => paths.push(path.into()),
            Arg::Short(letter) => return Err(format!("unknown option '-{letter}'")),
            Arg::Long(name) => return Err(format!("unknown option '--{name}'")),
        }
    }
    if let Some(folder) = folder {
        return match paths.first() {
            _ if jsonl || view.is_some() || asked.check.is_some() => {
                Err("--parquet goes with --date and --stances only".into())
            }
            Some(path) => Err(format!(
                "--parquet reads standard input; to annotate the lines of a file: whosaid --parquet '{}' < '{}'",
                folder.display(),
                path.display()
            )),
            None => parquet(folder, asked),
        };
    }
    match (jsonl, view) {
        (true, None) if paths.is_empty() => Ok(Command::Jsonl(asked)),
        (true, None) => Err(format!(
            "--jsonl reads standard input; to annotate the lines of a file: whosaid --jsonl < '{}'",
            paths[0].display()
        )),
        (true, Some(_)) => Err("--explain shows files, not --jsonl lines".into()),
        _ if paths.is_empty() => {
            Err("no file given; name one, or - for standard input, or use --jsonl".into())
        }
        (false, Some(view)) => Ok(Command::Explain(view, paths, asked.date)),
        (false, None) => Ok(Command::Files(paths, asked)),
    }
}

#[cfg(feature = "parquet")]
fn parquet(folder: PathBuf, asked: Asked) -> Result<Command, String> {
    Ok(Command::Parquet(folder, asked))
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: PathBuf, _: Asked) -> Result<Command, String> {
    Err("--parquet was left out of this program; build it with: cargo install --path . --features parquet"
        .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Command, String> {
        parse(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn reads_commands() {
        assert_eq!(parsed(&["--jsonl"]), Ok(Command::Jsonl(Asked::default())));
        assert_eq!(
            parsed(&["a.txt", "-"]),
            Ok(Command::Files(vec!["a.txt".into(), "-".into()], Asked::default()))
        );
        assert_eq!(parsed(&["--", "--jsonl"]), Ok(Command::Files(vec!["--jsonl".into()], Asked::default())));
        assert_eq!(
            parsed(&["--explain", "tokens", "a"]),
            Ok(Command::Explain(View::Tokens, vec!["a".into()], None))
        );
        let day = Asked { date: Date::new(2023, 6, 27), ..Asked::default() };
        assert_eq!(parsed(&["--date", "2023-06-27", "a"]), Ok(Command::Files(vec!["a".into()], day)));
        assert_eq!(parsed(&["--jsonl", "--date=2023-06-27"]), Ok(Command::Jsonl(day)));
        let both = Asked { stances: true, ..day };
        assert_eq!(parsed(&["--stances", "--jsonl", "--date=2023-06-27"]), Ok(Command::Jsonl(both)));
        let hashed = Asked { check: Some(Check::Hash), ..Asked::default() };
        assert_eq!(parsed(&["--check", "hash", "a"]), Ok(Command::Files(vec!["a".into()], hashed)));
        assert_eq!(parsed(&["a", "--help"]), Ok(Command::Help));
    }

    #[test]
    fn says_what_to_do_instead() {
        for (arguments, hint) in [
            (&[][..], "name one"),
            (&["--json"], "unknown option '--json'"),
            (&["-x"], "unknown option '-x'"),
            (&["--jsonl", "a.jsonl"], "--jsonl < 'a.jsonl'"),
            (&["--explain", "soup", "a"], "blocks, tokens"),
            (&["--explain"], "needs a view"),
            (&["--check", "md5", "a"], "it has hash and text"),
            (&["--parquet"], "the folder"),
            (&["--parquet", "out", "a.jsonl"], "--parquet 'out' < 'a.jsonl'"),
            (&["--parquet", "out", "--jsonl"], "--date and --stances only"),
            (&["--without", "name.soup"], "no rule is called 'name.soup'"),
            (&["--date"], "such as --date 2023-06-27"),
            (&["--date", "27/6/2023", "a"], "give the day as YYYY-MM-DD"),
        ] {
            let message = parsed(arguments).expect_err("no command");
            assert!(message.contains(hint), "{message}");
        }
    }
}
