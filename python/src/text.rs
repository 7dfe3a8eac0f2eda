//! Strings of Python, read where they lie.
//!
//! A Python string may hold half of a surrogate pair, which UTF-8 cannot. On its way in each becomes U+FFFD, one code
//! point as well, so that every position stays true; only such a string is copied.

use std::ops::Deref;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyString;

/// A text that can be read without the interpreter's lock.
pub(crate) enum Text {
    /// Python's own bytes.
    Whole(PyBackedStr),
    /// A copy, where there were halves of surrogate pairs.
    Mended(String),
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Whole(text) => text,
            Self::Mended(text) => text,
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Text {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let text = value.cast::<PyString>().map_err(|_| {
            let kind = value.get_type().name().map_or_else(|_| "something else".into(), |n| n.to_string());
            PyTypeError::new_err(format!("a text must be a str, not {kind}"))
        })?;
        match PyBackedStr::try_from(text.to_owned()) {
            Ok(text) => Ok(Self::Whole(text)),
            Err(_) => mend(&text).map(Self::Mended),
        }
    }
}

fn mend(text: &Bound<PyString>) -> PyResult<String> {
    let bytes = text.call_method1("encode", ("utf-32-le", "surrogatepass"))?;
    let bytes: &[u8] = bytes.extract()?;
    let characters = bytes.as_chunks::<4>().0.iter().map(|four| char::from_u32(u32::from_le_bytes(*four)));
    Ok(characters.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}
