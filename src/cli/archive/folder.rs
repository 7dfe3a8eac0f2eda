//! The folder that an archive is annotated into, and what of it is finished.
//!
//! ```text
//! whosaid.json                   what was asked; a run that asks for something else does not mix with it
//! done.jsonl                     a line for each finished part: how many lines, their hash, what came of them
//! articles/part-00000.parquet    one row for each article
//! quotes/, entities/, figures/   the tables of `table`
//! bad/part-00000.jsonl           the lines that could not be annotated, where there are any
//! ```
//!
//! A file is written under another name and renamed when it is whole; a part's line in `done.jsonl` comes last. What has no
//! line there is written anew.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

use arrow_array::RecordBatch;
use arrow_schema::{DataType, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use parquet::schema::types::ColumnPath;
use serde::{Deserialize, Serialize};

use super::block::{Bad, Block, articles_schema};
use super::{Asked, Counts, Hash, LINES};
use crate::table;

/// A file's rows are written in groups of at most so many, which bounds what waits in memory.
const GROUP: usize = 1 << 16;

pub(super) struct Folder {
    path: PathBuf,
    /// `done.jsonl`, locked as long as a program writes here.
    file: File,
    done: Vec<Done>,
}

/// A finished part.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Done {
    part: usize,
    pub(super) lines: u64,
    pub(super) hash: String,
    #[serde(flatten)]
    pub(super) counts: Counts,
}

/// What was asked, as it stands in `whosaid.json`.
#[derive(PartialEq, Serialize, Deserialize)]
struct Settings {
    version: String,
    date: Option<String>,
    stances: bool,
    lines_a_part: u64,
}

impl Folder {
    /// Opens a folder that a run before began, or makes a new one.
    pub(super) fn open(path: &Path, asked: Asked) -> io::Result<Self> {
        let shown = path.display();
        fs::create_dir_all(path)?;
        let wanted = Settings {
            version: env!("CARGO_PKG_VERSION").into(),
            date: asked.date.map(|date| date.to_string()),
            stances: asked.stances,
            lines_a_part: LINES,
        };
        let settings = path.join("whosaid.json");
        if settings.exists() {
            let found: Option<Settings> = serde_json::from_slice(&fs::read(&settings)?).ok();
            if found != Some(wanted) {
                let message =
                    format!("{shown} was made by another version or with other options; name another folder");
                return Err(io::Error::other(message));
            }
        } else if fs::read_dir(path)?.next().is_some() {
            return Err(io::Error::other(format!("{shown} holds other files; name a new or empty folder")));
        } else {
            fs::write(&settings, serde_json::to_string(&wanted)? + "\n")?;
        }
        for table in ["articles", "quotes", "entities", "figures", "bad"] {
            fs::create_dir_all(path.join(table))?;
        }
        let options = OpenOptions::new().create(true).read(true).write(true).truncate(false).clone();
        let mut file = options.open(path.join("done.jsonl"))?;
        file.try_lock().map_err(|_| io::Error::other(format!("another run is writing into {shown}")))?;
        let written = io::read_to_string(&file)?;
        // Of a last line that was cut short, its part is not done.
        let whole = written.rfind('\n').map_or(0, |at| at + 1);
        file.set_len(whole as u64)?;
        file.seek(io::SeekFrom::End(0))?;
        let done = written[..whole].lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        Ok(Self { path: path.into(), file, done })
    }

    /// A part that is finished.
    pub(super) fn done(&self, part: usize) -> Option<Done> {
        self.done.get(part).cloned()
    }

    /// Counts a part, the last one, as not finished.
    pub(super) fn forget(&mut self, part: usize) -> io::Result<()> {
        self.done.truncate(part);
        self.file.set_len(0)?;
        self.file.rewind()?;
        for done in &self.done {
            writeln!(self.file, "{}", serde_json::to_string(done)?)?;
        }
        self.file.sync_data()
    }

    /// Starts a part.
    pub(super) fn start(&self, number: usize) -> io::Result<Part> {
        let [quotes, entities, figures] = table::schemas(&DataType::Utf8, true);
        let table = |name: &str, schema: SchemaRef| Table::create(&self.path.join(name), number, schema);
        Ok(Part {
            number,
            tables: [
                table("quotes", quotes)?,
                table("entities", entities)?,
                table("figures", figures)?,
                table("articles", articles_schema())?,
            ],
            bad: Vec::new(),
            hash: Hash::default(),
            lines: 0,
            counts: Counts::default(),
        })
    }

    /// Finishes a part.
    pub(super) fn finish(&mut self, part: Part) -> io::Result<Counts> {
        let Part { number, tables, bad, hash, lines, counts } = part;
        let path = self.path.join("bad").join(format!("part-{number:05}.jsonl"));
        if bad.is_empty() {
            fs::remove_file(&path)
                .or_else(|e| if e.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(e) })?;
        } else {
            let mut words = String::new();
            for bad in bad {
                words += &(serde_json::to_string(&bad)? + "\n");
            }
            fs::write(&path, words)?;
        }
        for table in tables {
            table.finish()?;
        }
        let done = Done { part: number, lines, hash: hash.to_string(), counts };
        writeln!(self.file, "{}", serde_json::to_string(&done)?)?;
        self.file.sync_data()?;
        self.done.push(done);
        Ok(counts)
    }
}

/// A part that is being written.
pub(super) struct Part {
    number: usize,
    tables: [Table; 4],
    bad: Vec<Bad>,
    hash: Hash,
    lines: u64,
    counts: Counts,
}

impl Part {
    /// Adds a block, after those before it.
    pub(super) fn write(&mut self, block: Block) -> io::Result<()> {
        let Block { articles, tables, bad, counts, lines } = block;
        let batches = [tables.quotes, tables.entities, tables.figures, articles];
        self.tables.iter_mut().zip(batches).try_for_each(|(table, batch)| table.write(&batch))?;
        lines.iter().for_each(|line| self.hash.add(line));
        self.lines += lines.len() as u64;
        self.bad.extend(bad);
        self.counts.add(&counts);
        Ok(())
    }
}

/// A file of a table.
struct Table {
    path: PathBuf,
    writer: ArrowWriter<BufWriter<File>>,
}

impl Table {
    fn create(folder: &Path, part: usize, schema: SchemaRef) -> io::Result<Self> {
        let path = folder.join(format!("part-{part:05}.parquet"));
        let file = BufWriter::new(File::create(unfinished(&path))?);
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(GROUP))
            // What is said is said once: a dictionary would only be filled and given up.
            .set_column_dictionary_enabled(ColumnPath::from("content"), false)
            .build();
        let writer = ArrowWriter::try_new(file, schema, Some(properties)).map_err(io::Error::other)?;
        Ok(Self { path, writer })
    }

    fn write(&mut self, batch: &RecordBatch) -> io::Result<()> {
        self.writer.write(batch).map_err(io::Error::other)
    }

    fn finish(self) -> io::Result<()> {
        let file = self.writer.into_inner().map_err(io::Error::other)?;
        file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_data()?;
        fs::rename(unfinished(&self.path), &self.path)
    }
}

fn unfinished(path: &Path) -> PathBuf {
    path.with_extension("unfinished")
}
