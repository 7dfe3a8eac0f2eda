//! An archive of any size to tables in Parquet: `whosaid --parquet FOLDER < archive.jsonl`.
//!
//! The archive is cut into parts of [`LINES`] lines, and a part into blocks ([`block`]), which all cores annotate while
//! the blocks before them are written. A part is there when the folder says so ([`folder`]): a run that was killed goes on
//! with the part that it was at, and so does one whose archive has grown. The same lines give the same bytes,
//! however many cores there are and wherever a run was stopped. Memory holds a few blocks, and a part's own columns
//! until they are written.
//!
//! A line that cannot be annotated ends nothing: it is set aside with its number and what is wrong with it.

mod block;
mod folder;

use std::collections::VecDeque;
use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Asked, Outcome, complain};
use block::Block;
use folder::Folder;

/// How many lines of the archive make a part: a file of each table.
const LINES: u64 = 10_000;

/// How many lines, and about how many bytes, a core annotates at a time. That these are always the same makes the files so.
const BLOCK: usize = 250;
const BLOCK_BYTES: usize = 4 << 20;

/// Annotates the lines of `input` into the folder at `path`.
pub(super) fn annotate_archive(input: impl BufRead + Send, path: &Path, asked: Asked) -> io::Result<Outcome> {
    let mut folder = Folder::open(path, asked)?;
    let mut lines = Lines { input, again: VecDeque::new(), number: 0 };
    let (mut all, mut before) = (Counts::default(), 0);
    for number in 0.. {
        if let Some(done) = folder.done(number) {
            let (kept, hash) = lines.skip(done.lines)?;
            if hash != done.hash {
                return Err(io::Error::other(format!(
                    "{} holds what was found in other lines than these; name another folder",
                    path.display()
                )));
            }
            if done.lines == LINES || lines.is_at_end()? {
                before += done.lines;
                all.add(&done.counts);
                continue;
            }
            // More lines have come since: they belong to the same part.
            folder.forget(number)?;
            lines.put_back(kept);
        } else if lines.is_at_end()? {
            break;
        }
        all.add(&annotate_part(&mut folder, number, &mut lines, asked)?);
        if io::stderr().is_terminal() {
            complain(format_args!("{} lines", lines.number));
        }
    }
    let Counts { articles, bad, quotes, .. } = all;
    let aside = if bad > 0 {
        format!(" ({} holds what is wrong)", path.join("bad").display())
    } else {
        String::new()
    };
    let earlier = if before > 0 { format!("; {before} lines were done before") } else { String::new() };
    complain(format_args!("{articles} articles with {quotes} quotes, {bad} bad lines{aside}{earlier}"));
    Ok(Outcome::AllGood)
}

/// Annotates the next lines into a part.
fn annotate_part(
    folder: &mut Folder,
    number: usize,
    lines: &mut Lines<impl BufRead + Send>,
    asked: Asked,
) -> io::Result<Counts> {
    let mut part = folder.start(number)?;
    let end = lines.number + LINES;
    let mut read = lines.blocks(end)?;
    let mut made: Vec<Block> = Vec::new();
    while !read.is_empty() {
        // While these are annotated, those before them are written and the next are read.
        let now = std::mem::take(&mut read);
        let ready = std::mem::take(&mut made);
        let work = || now.into_par_iter().map(|(first, lines)| Block::new(first, lines, asked)).collect();
        let write =
            || ready.into_iter().try_for_each(|block| part.write(block)).and_then(|()| lines.blocks(end));
        let (blocks, next): (io::Result<Vec<Block>>, _) = rayon::join(work, write);
        (made, read) = (blocks?, next?);
    }
    made.into_iter().try_for_each(|block| part.write(block))?;
    folder.finish(part)
}

/// What came of some lines.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Counts {
    pub(super) articles: u64,
    pub(super) bad: u64,
    pub(super) quotes: u64,
}

impl Counts {
    pub(super) fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.bad += other.bad;
        self.quotes += other.quotes;
    }
}

/// The lines of the archive, without their ends.
struct Lines<R> {
    input: R,
    /// Lines that were read and come again.
    again: VecDeque<Vec<u8>>,
    /// How many were given.
    number: u64,
}

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = self.again.pop_front();
        if line.is_none() {
            let mut read = Vec::new();
            if self.input.read_until(b'\n', &mut read)? > 0 {
                read.pop_if(|last| *last == b'\n');
                line = Some(read);
            }
        }
        self.number += u64::from(line.is_some());
        Ok(line)
    }

    fn is_at_end(&mut self) -> io::Result<bool> {
        Ok(self.again.is_empty() && self.input.fill_buf()?.is_empty())
    }

    /// Goes over lines, and gives their hash, and themselves where they make no whole part.
    fn skip(&mut self, count: u64) -> io::Result<(Vec<Vec<u8>>, String)> {
        let (mut kept, mut hash) = (Vec::new(), Hash::default());
        for _ in 0..count {
            let Some(line) = self.next()? else { break };
            hash.add(&line);
            if count < LINES {
                kept.push(line);
            }
        }
        Ok((kept, hash.to_string()))
    }

    fn put_back(&mut self, lines: Vec<Vec<u8>>) {
        self.number -= lines.len() as u64;
        self.again = lines.into();
    }

    /// Some blocks of lines, each with the number of its first, up to line `end`.
    fn blocks(&mut self, end: u64) -> io::Result<Vec<(u64, Vec<Vec<u8>>)>> {
        let mut blocks = Vec::new();
        while blocks.len() < 2 * rayon::current_num_threads() {
            let (first, mut block, mut bytes) = (self.number + 1, Vec::new(), 0);
            while self.number < end && block.len() < BLOCK && bytes < BLOCK_BYTES {
                let Some(line) = self.next()? else { break };
                bytes += line.len();
                block.push(line);
            }
            if block.is_empty() {
                break;
            }
            blocks.push((first, block));
        }
        Ok(blocks)
    }
}

/// FNV-1a of 64 bits over lines: a check against mistakes, not against malice.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn add(&mut self, line: &[u8]) {
        for byte in line.iter().chain(b"\n") {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
