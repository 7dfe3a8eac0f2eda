"""Texts in, annotations out: one, or many on all cores."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Sized
from itertools import islice, repeat
from typing import Any

from . import _whosaid
from ._types import Annotation

# Texts that each thread is given at a time: enough that it seldom waits, few enough that memory stays small.
AT_A_TIME = 64

Day = str | datetime.date | None


def annotate(text: str, date: Day = None, *, stances: bool = False) -> Annotation:
    """Annotate an English text, best a news article.

    Any string gives an annotation; doubt is an empty list or a missing speaker, never an error.

    Args:
        text: the article.
        date: the day on which it was published, as a `datetime.date` or `"2023-06-27"`: days told from it ("Tuesday", "last
            week") then have a full ISO form. `find_publication_date` reads it off most articles.
        stances: whether stances are listed among the quotes, too: "wants to leave", "condemned the attack".

    Raises:
        TypeError: where `text` is no str, `date` no day, or `stances` no bool.
        ValueError: where `date` is no day of the calendar.

    >>> found = annotate("Inflation fell to 2.4 percent, the European Central Bank said.")
    >>> found.figures[0].value, found.quotes[0].speaker.name
    (2.4, 'European Central Bank')
    """
    _check_text(text, "annotate(text): text")
    _check_bool(stances, "annotate(stances=…)")
    return Annotation(text, _whosaid.annotate(text, _day(date, "annotate(date=…)"), stances))


def annotate_many(
    texts: Iterable[str],
    dates: Iterable[Day] | None = None,
    *,
    stances: bool = False,
    threads: int | None = None,
    progress: bool | None = None,
) -> Iterator[Annotation]:
    """Annotate many texts on all cores, and yield their annotations in the same order.

    Texts are taken a few at a time, so `texts` may be a generator over an archive of any size; other threads of Python run on
    meanwhile.

    Args:
        texts: the articles.
        dates: the day of each, as `annotate` takes it; as many as there are texts.
        stances: whether stances are listed, too.
        threads: how many to use; one a core where it is left out.
        progress: whether a bar is shown; where it is left out, one is where `tqdm` is installed and somebody looks on.

    >>> texts = ["“Yes,” said Ana Silva.", "“No,” Tom Reed said."]
    >>> [found.quotes[0].speaker.name for found in annotate_many(texts)]
    ['Ana Silva', 'Tom Reed']
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError("annotate_many(texts): texts is one text; put it into a list, or call annotate(text)")
    if isinstance(dates, (str, datetime.date)):
        raise TypeError("annotate_many(dates=…): dates is one day; give one a text: dates=itertools.repeat(day)")
    if not isinstance(texts, Iterable):
        raise TypeError(f"annotate_many(texts): texts must be a list or another iterable of str, not {_kind(texts)}")
    _check_bool(stances, "annotate_many(stances=…)")
    count = threads_of(threads, "annotate_many(threads=…)")
    bar = _bar(progress, len(texts) if isinstance(texts, Sized) else None)
    return _annotate_many(iter(texts), repeat(None) if dates is None else iter(dates), stances, count, bar)


def _annotate_many(
    texts: Iterator[str], dates: Iterator[Day], stances: bool, threads: int, bar: Any
) -> Iterator[Annotation]:
    size = AT_A_TIME * (threads or 8)
    done = 0
    try:
        while some := list(islice(texts, size)):
            for i, text in enumerate(some, done):
                _check_text(text, f"annotate_many(texts): texts[{i}]")
            days = [_day(day, f"annotate_many(dates=…): dates[{i}]") for i, day in enumerate(islice(dates, len(some)), done)]
            if len(days) < len(some):
                raise ValueError(f"annotate_many(dates=…): there are {done + len(days)} dates, but more texts")
            for text, found in zip(some, _whosaid.annotate_batch(some, days, stances, threads)):
                if bar is not None:
                    bar.update()
                yield Annotation(text, found)
            done += len(some)
    finally:
        if bar is not None:
            bar.close()


def find_publication_date(text: str) -> datetime.date | None:
    """Return the day on which an article was published, where its dateline or byline says it in full.

    >>> find_publication_date("KYIV, June 3, 2023 (Reuters) - It rained.")
    datetime.date(2023, 6, 3)
    """
    _check_text(text, "find_publication_date(text): text")
    day = _whosaid.find_publication_date(text)
    return None if day is None else datetime.date.fromisoformat(day)


def _kind(value: object) -> str:
    return type(value).__name__


def _check_text(text: object, what: str) -> None:
    if isinstance(text, str):
        return
    hint = ""
    if isinstance(text, (bytes, bytearray)):
        hint = "; decode it first: text.decode('utf-8')"
    elif text is None:
        hint = "; leave out articles without a text"
    raise TypeError(f"{what} must be a str, not {_kind(text)}{hint}")


def _check_bool(value: object, what: str) -> None:
    if not isinstance(value, bool):
        raise TypeError(f"{what} must be True or False, not {value!r}")


def _day(date: Day, what: str) -> str | None:
    """A day as the library reads it; a date with a time is the day that it is written with."""
    if date is None:
        return None
    if isinstance(date, datetime.date):
        return date.isoformat()[:10]
    if not isinstance(date, str):
        raise TypeError(f'{what} must be a datetime.date or a str such as "2023-06-27", not {_kind(date)}')
    check_day(date, what)
    return date


def check_day(date: str, what: str) -> None:
    """Raise a ValueError that says what to give where `date` is no day."""
    try:
        _whosaid.check_date(date)
    except ValueError as error:
        raise ValueError(f"{what}: {error}") from None


def threads_of(threads: int | None, what: str) -> int:
    """How many threads the library is asked for: 0 is one a core."""
    if threads is None:
        return 0
    if not isinstance(threads, int) or isinstance(threads, bool):
        raise TypeError(f"{what} must be a whole number, not {_kind(threads)}")
    if threads < 1:
        raise ValueError(f"{what} must be 1 or more, not {threads}; leave it out for one a core")
    return threads


def _bar(progress: bool | None, total: int | None) -> Any:
    """A progress bar, or None where there is none to show."""
    if progress is not None:
        _check_bool(progress, "annotate_many(progress=…)")
    if progress is False:
        return None
    try:
        from tqdm.auto import tqdm
    except ImportError:
        if progress:
            raise ImportError("annotate_many(progress=True) shows its bar with tqdm: pip install tqdm") from None
        return None
    if progress is None and not (sys.stderr is not None and sys.stderr.isatty()):
        return None
    return tqdm(total=total, unit=" texts", desc="whosaid")
