"""Who said what, where and how much, in English news.

>>> import whosaid
>>> text = "“We are ready,” Kaja Kallas told reporters in Tallinn on Tuesday."
>>> found = whosaid.annotate(text)
>>> quote = found.quotes[0]
>>> quote.speaker.name
'Kaja Kallas'
>>> quote.text
'We are ready,'

Every position counts code points, as Python does, so that a slice of the text is the words:

>>> text[quote.start:quote.end]
'We are ready,'

With the day of the article, days told from it are full ones:

>>> import datetime
>>> whosaid.annotate(text, date=datetime.date(2023, 6, 29)).figures[0].iso
'2023-06-27'

`annotate_many` reads many texts on all cores; `annotate_table` those of a table of pyarrow, Polars, DuckDB or pandas. `python -m whosaid --help` is the command line.
"""

from ._annotate import annotate, annotate_many, find_publication_date
from ._table import Table, Tables, annotate_table, schemas
from ._types import Annotation, Entity, Figure, Mention, Part, Place, Quote, Span
from ._whosaid import __version__

__all__ = [
    "Annotation",
    "Entity",
    "Figure",
    "Mention",
    "Part",
    "Place",
    "Quote",
    "Span",
    "Table",
    "Tables",
    "__version__",
    "annotate",
    "annotate_many",
    "annotate_table",
    "find_publication_date",
    "schemas",
]
