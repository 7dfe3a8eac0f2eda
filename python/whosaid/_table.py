"""A table of articles in, three flat tables of what is in them out, for every library that speaks Arrow."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from . import _whosaid
from ._annotate import _check_bool, _day, threads_of


class Table:
    """A table of what was found: pyarrow, Polars, DuckDB and pandas take it as it is, by `__arrow_c_stream__`."""

    __slots__ = ("_rows",)

    def __init__(self, rows: _whosaid.Table) -> None:
        self._rows = rows

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        return self._rows.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> Any:
        return self._rows.__arrow_c_schema__()

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, in order."""
        return self._rows.column_names

    def to_pyarrow(self) -> Any:
        """Return a `pyarrow.Table`."""
        import pyarrow

        return pyarrow.table(self)

    def to_pandas(self) -> Any:
        """Return a `pandas.DataFrame`."""
        return self.to_pyarrow().to_pandas()

    def to_polars(self) -> Any:
        """Return a `polars.DataFrame`."""
        import polars

        return polars.DataFrame(self)

    def __repr__(self) -> str:
        return f"<whosaid.Table of {len(self)} rows: {', '.join(self.column_names)}>"


class Tables(NamedTuple):
    """What `annotate_table` finds; `docs/python.md` documents every column."""

    quotes: Table
    """One row a quote."""
    entities: Table
    """One row a person, organization, place or other named thing of an article."""
    figures: Table
    """One row a number, amount or date."""


def annotate_table(
    table: Any,
    text: str = "text",
    id: str | None = "id",
    date: str | datetime.date | None = None,
    *,
    stances: bool = False,
    coded: bool = True,
    threads: int | None = None,
) -> Tables:
    """Annotate the texts of a table, and return tables of quotes, entities and figures.

    Args:
        table: of pyarrow (also a record batch or a reader), Polars, DuckDB or pandas; its texts are not copied.
        text: the name of the column of texts; an article without one gives no rows.
        id: the name of the column that names each article, of any type; None counts the rows from 0.
        date: the name of the column with the day of each article (dates, timestamps or strings such as "2023-06-27"), or a
            `datetime.date` for all of them.
        stances: whether stances are listed among the quotes, too.
        coded: whether names that recur are coded by a dictionary; Spark and a few others want them written out.
        threads: how many to use; one a core where it is left out.

    Raises:
        TypeError: where `table` does not speak Arrow, or a column is of another type.
        ValueError: where a column is not there, or a day is none; it says which.
    """
    for name, column in (("text", text), ("id", id)):
        if not isinstance(column, str) and (name == "text" or column is not None):
            raise TypeError(f"annotate_table({name}=…) must be the name of a column, not {column!r}")
    _check_bool(stances, "annotate_table(stances=…)")
    _check_bool(coded, "annotate_table(coded=…)")
    column = date if isinstance(date, str) else None
    day = None if isinstance(date, str) else _day(date, "annotate_table(date=…)")
    count = threads_of(threads, "annotate_table(threads=…)")
    return Tables(*map(Table, _whosaid.annotate_table(table, text, id, column, day, stances, coded, count)))


def schemas(*, coded: bool = True) -> Tables:
    """Return the tables that `annotate_table` gives for ids of text, without a row: for engines that ask for the schema first.

    >>> schemas().entities.column_names[:4]
    ['id', 'entity', 'kind', 'name']
    """
    _check_bool(coded, "schemas(coded=…)")
    return Tables(*map(Table, _whosaid.empty_tables(coded)))
