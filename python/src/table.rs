//! Tables of any library of Python in, tables for any out: Arrow's C data interface, in the capsules that pyarrow, Polars,
//! DuckDB and pandas know (`__arrow_c_stream__`). Texts are read where they lie.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::types::Date32Type;
use arrow_array::{Array, ArrayRef, Int64Array, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::{ArrowError, DataType, SchemaRef, ffi::FFI_ArrowSchema};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods};
use rayon::prelude::*;
use whosaid::table::{Builder, Tables, schemas};
use whosaid::{Date, Options, annotate_with};

use crate::pool;

/// A table of what was found.
#[pyclass(frozen, module = "whosaid._whosaid")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Table {
    /// The rows, for any library that reads Arrow; what schema it wishes for is its own affair.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        let stream =
            FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches, self.schema.clone())));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// The columns and their types, for the same libraries.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(value_error)?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }
}

/// How the articles of a table are to be read.
struct Asked {
    text: String,
    id: Option<String>,
    date: Option<String>,
    day: Option<Date>,
    stances: bool,
    coded: bool,
}

/// Annotates the texts of a table; see `whosaid/_table.py` for what the arguments mean.
#[pyfunction]
#[allow(clippy::too_many_arguments)]
pub(crate) fn annotate_table(
    table: &Bound<PyAny>,
    text: String,
    id: Option<String>,
    date: Option<String>,
    day: Option<&str>,
    stances: bool,
    coded: bool,
    threads: usize,
) -> PyResult<(Table, Table, Table)> {
    let day = day.map(crate::date_of).transpose()?;
    let asked = Asked { text, id, date, day, stances, coded };
    let reader = read(table)?;
    let schema = arrow_array::RecordBatchReader::schema(&reader);
    let ids = match &asked.id {
        Some(id) => schema.field(place_of(&schema, id, "id")?).data_type().clone(),
        None => DataType::Int64,
    };
    let found = table.py().detach(|| -> PyResult<Vec<Tables>> {
        let (mut found, mut before) = (Vec::new(), 0);
        for batch in reader {
            let batch = batch.map_err(value_error)?;
            found.extend(annotate_batch(&batch, before, &asked, threads)?);
            before += batch.num_rows();
        }
        Ok(found)
    })?;
    let [quotes, entities, figures] = schemas(&ids, coded);
    let of = |schema, of: fn(&Tables) -> &RecordBatch| {
        let batches = found.iter().map(of).filter(|batch| batch.num_rows() > 0).cloned().collect();
        Table { schema, batches }
    };
    Ok((of(quotes, |t| &t.quotes), of(entities, |t| &t.entities), of(figures, |t| &t.figures)))
}

/// The tables that `annotate_table` gives, without a row, for ids of text.
#[pyfunction]
pub(crate) fn empty_tables(coded: bool) -> (Table, Table, Table) {
    let [quotes, entities, figures] = schemas(&DataType::Utf8, coded);
    let of = |schema| Table { schema, batches: Vec::new() };
    (of(quotes), of(entities), of(figures))
}

/// Annotates a batch in pieces, on all threads; `before` rows were in the batches before it.
fn annotate_batch(
    batch: &RecordBatch,
    before: usize,
    asked: &Asked,
    threads: usize,
) -> PyResult<Vec<Tables>> {
    let schema = batch.schema();
    let texts = Texts::new(batch.column(place_of(&schema, &asked.text, "text")?), &asked.text)?;
    let dates = match &asked.date {
        Some(name) => Dates::Each(batch.column(place_of(&schema, name, "date")?).clone()),
        None => Dates::All(asked.day),
    };
    let rows = batch.num_rows();
    let ids: ArrayRef = match &asked.id {
        Some(id) => batch.column(place_of(&schema, id, "id")?).clone(),
        None => Arc::new(Int64Array::from_iter_values((before..before + rows).map(|row| row as i64))),
    };
    // Pieces depend on the rows alone, so that the same table gives the same batches on every machine.
    let size = rows.div_ceil(32).clamp(16, 1024);
    let pieces: Vec<usize> = (0..rows).step_by(size).collect();
    pool::run(threads, || {
        let piece = |start: usize| -> PyResult<Tables> {
            let mut builder = Builder::new(asked.coded);
            for row in start..rows.min(start + size) {
                let Some(text) = texts.get(row) else { continue };
                let date = dates.get(row).map_err(|error| {
                    PyValueError::new_err(format!("annotate_table(date=…): row {}: {error}", before + row))
                })?;
                let options = Options::shipped().date(date).stances(asked.stances);
                builder.push(row as u32, text, &annotate_with(text, &options));
            }
            builder.finish(&ids).map_err(value_error)
        };
        pieces.into_par_iter().map(piece).collect()
    })?
}

/// A column of texts, however they are laid out.
enum Texts {
    Short(StringArray),
    Long(arrow_array::LargeStringArray),
    View(arrow_array::StringViewArray),
}

impl Texts {
    fn new(column: &ArrayRef, name: &str) -> PyResult<Self> {
        Ok(match column.data_type() {
            DataType::Utf8 => Self::Short(column.as_string().clone()),
            DataType::LargeUtf8 => Self::Long(column.as_string().clone()),
            DataType::Utf8View => Self::View(column.as_string_view().clone()),
            DataType::Null => Self::Short(StringArray::new_null(column.len())),
            other => {
                let message =
                    format!("annotate_table(text=…): column {name:?} must hold strings, not {other}");
                return Err(PyTypeError::new_err(message));
            }
        })
    }

    fn get(&self, row: usize) -> Option<&str> {
        match self {
            Self::Short(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::Long(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::View(texts) => texts.is_valid(row).then(|| texts.value(row)),
        }
    }
}

/// The days of the articles.
enum Dates {
    All(Option<Date>),
    Each(ArrayRef),
}

impl Dates {
    fn get(&self, row: usize) -> Result<Option<Date>, String> {
        let column = match self {
            Self::All(day) => return Ok(*day),
            Self::Each(column) if column.is_null(row) => return Ok(None),
            Self::Each(column) => column,
        };
        let words = match column.data_type() {
            DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
            DataType::LargeUtf8 => column.as_string::<i64>().value(row).to_owned(),
            DataType::Utf8View => column.as_string_view().value(row).to_owned(),
            DataType::Date32 => column
                .as_primitive::<Date32Type>()
                .value_as_date(row)
                .map(|d| d.to_string())
                .unwrap_or_default(),
            DataType::Timestamp(..) => timestamp(column, row).unwrap_or_default(),
            DataType::Null => return Ok(None),
            other => {
                return Err(format!(
                    "days must be dates, timestamps or strings such as \"2023-06-27\", not {other}"
                ));
            }
        };
        words.parse().map(Some).map_err(|error: whosaid::InvalidDate| error.to_string())
    }
}

/// The day of a timestamp, as it is written, whatever it counts.
fn timestamp(column: &ArrayRef, row: usize) -> Option<String> {
    use arrow_array::types::{
        TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
    };
    use arrow_schema::TimeUnit;
    let day = match column.data_type() {
        DataType::Timestamp(TimeUnit::Second, _) => {
            column.as_primitive::<TimestampSecondType>().value_as_date(row)
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            column.as_primitive::<TimestampMillisecondType>().value_as_date(row)
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            column.as_primitive::<TimestampMicrosecondType>().value_as_date(row)
        }
        _ => column.as_primitive::<TimestampNanosecondType>().value_as_date(row),
    };
    day.map(|day| day.to_string())
}

/// Where a column stands; or which columns there are.
fn place_of(schema: &SchemaRef, name: &str, argument: &str) -> PyResult<usize> {
    schema.index_of(name).map_err(|_| {
        let names: Vec<_> = schema.fields().iter().map(|field| format!("{:?}", field.name())).collect();
        PyValueError::new_err(format!(
            "annotate_table({argument}=…): there is no column {name:?} among {}",
            names.join(", ")
        ))
    })
}

/// The batches of whatever Python calls a table.
#[allow(unsafe_code)]
fn read(table: &Bound<PyAny>) -> PyResult<RecordBatchStreamReader> {
    let capsule = table.getattr("__arrow_c_stream__").and_then(|stream| stream.call0()).map_err(|error| {
        if error.is_instance_of::<pyo3::exceptions::PyAttributeError>(table.py()) {
            let kind = table.get_type().name().map_or_else(|_| "something else".into(), |n| n.to_string());
            return PyTypeError::new_err(format!(
                "annotate_table(table): table must be a table that speaks Arrow (pyarrow, Polars, DuckDB, pandas 2.2 or newer), not {kind}; \
                 for texts in a list call annotate_many(texts)"
            ));
        }
        error
    })?;
    let capsule = capsule.cast::<PyCapsule>()?;
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: a capsule of this name holds such a stream, by Arrow's interface; it is moved out, and what stays behind is
    // marked as released, so that the capsule frees nothing twice.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.cast().as_ptr()) };
    RecordBatchStreamReader::try_new(stream).map_err(value_error)
}

fn value_error(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
