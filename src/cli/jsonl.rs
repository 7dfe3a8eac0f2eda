//! JSON Lines: `{"id", "text"}` in, with the article's `"date"` and its `"parts"` where they are known and whether
//! `"stances"` are wanted; `{"id", ...annotation}` out, in the same order.
//!
//! A thread reads ahead, at most [`AHEAD`] lines and about [`AHEAD_BYTES`]; all cores annotate what has come in so
//! far, and it is written at once: memory stays bounded, however long the lines are, and a program that writes one
//! line and waits for its answer gets it.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::line::Article;
use super::{Asked, Checked, Outcome, complain};

/// How many lines are read ahead.
const AHEAD: usize = 256;

/// About how many bytes are read ahead: a line that is longer waits for those before it.
const AHEAD_BYTES: usize = 16 << 20;

/// How many lines, and about how many bytes, are annotated at a time.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 8 << 20;

/// A line as it was read, without its end.
type Line = io::Result<Vec<u8>>;

#[derive(Serialize)]
struct Output<'a> {
    id: &'a Value,
    #[serde(flatten)]
    annotation: Checked<'a>,
}

/// Annotates the lines of `input`; blank ones are skipped.
pub(super) fn annotate_lines(
    input: impl Read + Send + 'static,
    asked: Asked,
    out: &mut impl Write,
) -> io::Result<Outcome> {
    let (sender, receiver) = sync_channel(AHEAD);
    let ahead = Arc::new(Ahead::default());
    let waiting = Arc::clone(&ahead);
    thread::spawn(move || {
        let mut input = BufReader::with_capacity(1 << 16, input);
        loop {
            let mut line = Vec::new();
            let read = input.read_until(b'\n', &mut line);
            waiting.add(line.len());
            let message = match read {
                Ok(0) => return,
                Ok(_) => Ok(line),
                Err(error) => Err(error),
            };
            // The receiver is gone where nobody reads the output any more.
            let last = message.is_err();
            if sender.send(message).is_err() || last {
                return;
            }
        }
    });

    let mut outcome = Outcome::AllGood;
    let mut number = 0;
    while let Some(batch) = next_batch(&receiver) {
        ahead.take(batch.iter().map(size).sum());
        let results: Vec<Result<String, String>> =
            batch.into_par_iter().map(|line| annotate_line(line, asked)).collect();
        for result in results {
            number += 1;
            match result {
                Ok(line) if line.is_empty() => {}
                Ok(line) => writeln!(out, "{line}")?,
                Err(message) => {
                    outcome = Outcome::SomeFailed;
                    complain(format_args!("line {number}: {message}"));
                }
            }
        }
        out.flush()?;
    }
    Ok(outcome)
}

fn size(line: &Line) -> usize {
    line.as_ref().map_or(0, Vec::len)
}

/// How many bytes have been read and wait to be annotated.
#[derive(Default)]
struct Ahead {
    bytes: Mutex<usize>,
    less: Condvar,
}

impl Ahead {
    /// Counts a line in, as soon as there is room for it.
    fn add(&self, bytes: usize) {
        let waiting = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |waiting: &mut usize| *waiting > 0 && *waiting + bytes > AHEAD_BYTES;
        *self.less.wait_while(waiting, full).unwrap_or_else(PoisonError::into_inner) += bytes;
    }

    /// Counts lines out.
    fn take(&self, bytes: usize) {
        *self.bytes.lock().unwrap_or_else(PoisonError::into_inner) -= bytes;
        self.less.notify_one();
    }
}

/// Waits for a line, then takes what else is there already.
fn next_batch(receiver: &Receiver<Line>) -> Option<Vec<Line>> {
    let mut batch = vec![receiver.recv().ok()?];
    let mut bytes = size(&batch[0]);
    while batch.len() < BATCH && bytes < BATCH_BYTES {
        let Ok(line) = receiver.try_recv() else { break };
        bytes += size(&line);
        batch.push(line);
    }
    Some(batch)
}

/// The output line for an input line, empty for a blank one; or what is wrong with it.
fn annotate_line(line: Line, asked: Asked) -> Result<String, String> {
    let line = line.map_err(|e| format!("cannot read it: {e}"))?;
    let Some(article) = Article::read(&line, asked)? else { return Ok(String::new()) };
    let annotation = article.annotate(asked);
    let output =
        Output { id: &article.id, annotation: Checked::new(&annotation, &article.text, asked.check) };
    serde_json::to_string(&output).map_err(|e| e.to_string())
}
