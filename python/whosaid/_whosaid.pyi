"""What the Rust library gives; the functions to call are those of `whosaid`."""

from typing import Any, final

__all__ = [
    "Found",
    "Table",
    "__version__",
    "annotate",
    "annotate_batch",
    "annotate_table",
    "check_date",
    "empty_tables",
    "find_publication_date",
    "run",
]
__version__: str

@final
class Found:
    def json(self, unit: str) -> str: ...

@final
class Table:
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __len__(self) -> int: ...
    @property
    def column_names(self) -> list[str]: ...

def annotate_table(
    table: Any,
    text: str,
    id: str | None,
    date: str | None,
    day: str | None,
    stances: bool,
    coded: bool,
    threads: int,
) -> tuple[Table, Table, Table]: ...
def empty_tables(coded: bool) -> tuple[Table, Table, Table]: ...
def annotate(text: str, date: str | None, stances: bool) -> Found: ...
def annotate_batch(texts: list[str], dates: list[str | None], stances: bool, threads: int) -> list[Found]: ...
def check_date(date: str) -> None: ...
def find_publication_date(text: str) -> str | None: ...
def run(arguments: list[str]) -> int: ...
