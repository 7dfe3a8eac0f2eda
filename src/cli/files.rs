//! Files: one annotation each.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Asked, Checked, Outcome, annotate, complain};

/// Annotates the files at `paths` and writes one line a file, in order.
pub(super) fn annotate_files(paths: &[PathBuf], asked: Asked, out: &mut impl Write) -> io::Result<Outcome> {
    let mut outcome = Outcome::AllGood;
    // Some files at a time, so that memory stays bounded.
    for some in paths.chunks(rayon::current_num_threads() * 4) {
        let lines: Vec<Result<String, String>> = some
            .par_iter()
            .map(|path| {
                let text = read_text(path)?;
                serde_json::to_string(&Checked::new(&annotate(&text, asked, &[]), &text, asked.check))
                    .map_err(|e| e.to_string())
            })
            .collect();
        for (path, line) in some.iter().zip(lines) {
            match line {
                Ok(line) => writeln!(out, "{line}")?,
                Err(message) => {
                    outcome = Outcome::SomeFailed;
                    complain(format_args!("{}: {message}", path.display()));
                }
            }
        }
        out.flush()?;
    }
    Ok(outcome)
}

/// The text of a file, or of standard input for `-`, without a byte order mark; or why there is
/// none.
pub(super) fn read_text(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map_err(|e| format!("cannot read standard input: {e}"))?;
    } else {
        bytes = fs::read(path).map_err(|e| format!("cannot read it: {e}"))?;
    }
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        bytes.drain(..3);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err("it is UTF-16; convert it to UTF-8 first: iconv -f UTF-16 -t UTF-8".into());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!(
            "not UTF-8 at byte {at} (0x{:02X}); convert it first, perhaps: iconv -f WINDOWS-1252 -t UTF-8",
            error.as_bytes()[at]
        )
    })
}
