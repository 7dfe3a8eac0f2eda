//! The Python door: what `python/whosaid/` calls of the library.
//!
//! Nothing is found here. Strings come in ([`text`]), the library annotates them without the interpreter's lock on all
//! cores ([`pool`]), and JSON of the public contract goes out, from which `whosaid/_types.py` makes its objects when they
//! are asked for. Positions are code points, as Python counts, or UTF-16 code units, as the contract does.

mod pool;
mod table;
mod text;

use std::ffi::OsString;

use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use rayon::prelude::*;
use serde::Serialize;
use whosaid::points::CodePoints;
use whosaid::{Annotation, Date, Options, annotate_with};

use text::Text;

/// What was found in one text.
#[pyclass(frozen, module = "whosaid._whosaid")]
struct Found {
    annotation: Annotation,
    points: CodePoints,
}

/// The contract with the unit of its positions.
#[derive(Serialize)]
struct Counted<'a> {
    unit: &'a str,
    #[serde(flatten)]
    annotation: &'a Annotation,
}

#[pymethods]
impl Found {
    /// The annotation as JSON, its positions in "code_points" or "utf16".
    fn json(&self, py: Python, unit: &str) -> PyResult<String> {
        let json = |annotation: &Annotation| serde_json::to_string(&Counted { unit, annotation });
        let json = match unit {
            "utf16" => py.detach(|| json(&self.annotation)),
            "code_points" => py.detach(|| {
                let mut annotation = self.annotation.clone();
                self.points.convert(&mut annotation);
                json(&annotation)
            }),
            _ => {
                let message = format!("there is no unit {unit:?}; give \"code_points\" or \"utf16\"");
                return Err(PyValueError::new_err(message));
            }
        };
        json.map_err(|e| PyRuntimeError::new_err(e.to_string()))
    }
}

impl Found {
    fn new(text: &str, date: Option<Date>, stances: bool) -> Self {
        let options = Options::shipped().date(date).stances(stances);
        Self { annotation: annotate_with(text, &options), points: CodePoints::new(text) }
    }
}

/// Annotates one text.
#[pyfunction]
fn annotate(py: Python, text: Text, date: Option<&str>, stances: bool) -> PyResult<Found> {
    let date = date.map(date_of).transpose()?;
    Ok(py.detach(|| Found::new(&text, date, stances)))
}

/// Annotates texts with a date each, in order, on as many threads as `threads` says, or one a core where it is 0.
#[pyfunction]
fn annotate_batch(
    py: Python,
    texts: Vec<Text>,
    dates: Vec<Option<String>>,
    stances: bool,
    threads: usize,
) -> PyResult<Vec<Found>> {
    if texts.len() != dates.len() {
        return Err(PyValueError::new_err("as many dates as texts are needed"));
    }
    let dates: Vec<Option<Date>> =
        dates.iter().map(|date| date.as_deref().map(date_of).transpose()).collect::<PyResult<_>>()?;
    py.detach(|| {
        let articles = texts.par_iter().zip(dates);
        pool::run(threads, || articles.map(|(text, date)| Found::new(text, date, stances)).collect())
    })
}

/// The day on which an article was published, where it says so in full.
#[pyfunction]
fn find_publication_date(py: Python, text: Text) -> Option<String> {
    py.detach(|| whosaid::find_publication_date(&text)).map(|date| date.to_string())
}

/// The command line; its arguments start with the program's name.
#[pyfunction]
fn run(py: Python, arguments: Vec<OsString>) -> u8 {
    py.detach(|| whosaid::cli::run(arguments))
}

/// Raises an error that says what to give where `date` is no day.
#[pyfunction]
fn check_date(date: &str) -> PyResult<()> {
    date_of(date).map(|_| ())
}

fn date_of(date: &str) -> PyResult<Date> {
    date.parse().map_err(|error: whosaid::InvalidDate| PyValueError::new_err(error.to_string()))
}

#[pymodule]
fn _whosaid(module: &Bound<PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<Found>()?;
    module.add_class::<table::Table>()?;
    module.add_function(wrap_pyfunction!(table::annotate_table, module)?)?;
    module.add_function(wrap_pyfunction!(table::empty_tables, module)?)?;
    module.add_function(wrap_pyfunction!(annotate, module)?)?;
    module.add_function(wrap_pyfunction!(annotate_batch, module)?)?;
    module.add_function(wrap_pyfunction!(check_date, module)?)?;
    module.add_function(wrap_pyfunction!(find_publication_date, module)?)?;
    module.add_function(wrap_pyfunction!(run, module)?)
}
