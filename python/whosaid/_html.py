"""The marked article, as notebooks show it: in the page's colours, on the page's paper.

Everything from the text is escaped, styles stand on the elements, and there is no script: what a notebook shows of a stranger's
article is the article. What is clicked on the page is a title to hover over here.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._types import Annotation, Entity, Quote

# As in www/palette.js: hue angles by rank of speaker, 0 for whoever has no colour of their own.
ANGLES = (80, 255, 55, 160, 345, 95, 300, 205, 25)
PENCIL = "#857f76"
PAPER, INK, SOFT = "#fcfbf8", "#22201c", "#5f5b53"

BOX = f"background:{PAPER};color:{INK};padding:1em 1.4em;max-width:46em;font:16px/1.6 Georgia,serif;white-space:pre-wrap;overflow-wrap:anywhere"
LIST = f"font:13px/1.5 system-ui,sans-serif;color:{SOFT};margin-top:1em"


def line(rank: int) -> str:
    """The colour of a speaker's lines."""
    return f"oklch(0.5 {0.13 if rank else 0.012} {ANGLES[rank]})"


def tint(rank: int) -> str:
    """The colour behind a speaker's words."""
    return f"oklch(0.93 {round((0.13 if rank else 0.012) * 0.36, 4)} {ANGLES[rank]})"


def article(found: Annotation) -> str:
    """Return the text of `found` as HTML, with its quotes, names and figures marked."""
    ranks = _ranks(found.quotes)
    # What starts and ends where: (what is drawn, how, the title). A later one is drawn over an earlier one.
    marks: list[tuple[int, int, str, str, str]] = []
    for quote in found.quotes:
        rank = ranks.get(quote.speaker.id, 0) if quote.speaker else 0
        title = f"{_speaker(quote)} ({quote.act}, {round(quote.certainty * 100)} %)"
        for span in quote.content:
            quoted = quote.style in ("direct", "transcript")
            style = f"background:{tint(rank)}" if quoted else _underline("dotted", line(rank), "2px", ".34em")
            marks.append((span.start, span.end, "background" if quoted else "line", style, title))
        for span in (*quote.source, *quote.cue):
            marks.append((span.start, span.end, "line", _underline("solid", line(rank)), title))
    for figure in found.figures:
        title = " ".join(str(it) for it in (figure.kind, figure.value, figure.unit, figure.iso) if it is not None)
        marks.append((figure.start, figure.end, "line", _underline("double", PENCIL), title))
    for mention in found.mentions:
        if mention.form == "name":
            marks.append((mention.start, mention.end, "line", _name(mention.entity, ranks), _describe(mention.entity)))
    words = "".join(_marked(found.text, marks))
    return f'<div style="{BOX}">{words}{_voices(found, ranks)}</div>'


def _ranks(quotes: list[Quote]) -> dict[int, int]:
    """Speakers by how much of the text is theirs, from 1; those who have no colour are left out."""
    said: defaultdict[int, int] = defaultdict(int)
    for quote in quotes:
        if quote.speaker:
            said[quote.speaker.id] += len(quote.text)
    # Of two who say as much, the one who speaks first is first.
    order = sorted(said, key=lambda entity: -said[entity])
    return {entity: rank for rank, entity in enumerate(order[: len(ANGLES) - 1], 1)}


def _marked(text: str, marks: list[tuple[int, int, str, str, str]]) -> list[str]:
    """The text as HTML, cut wherever a mark starts or ends."""
    turns: defaultdict[int, list[tuple[bool, int]]] = defaultdict(list)
    for i, (start, end, *_) in enumerate(marks):
        turns[start].append((True, i))
        turns[end].append((False, i))
    html: list[str] = []
    open_marks: set[int] = set()
    before = 0
    for at in sorted({*turns, len(text)}):
        html.append(_segment(text[before:at], [marks[i] for i in sorted(open_marks)]))
        for opens, i in turns.get(at, ()):
            if opens:
                open_marks.add(i)
            else:
                open_marks.discard(i)
        before = at
    return html


def _segment(words: str, marks: list[tuple[int, int, str, str, str]]) -> str:
    words = _escaped(words)
    if not words or not marks:
        return words
    drawn = {kind: style for _, _, kind, style, _ in marks}
    title = "; ".join(dict.fromkeys(title for *_, title in marks))
    return f'<span style="{";".join(drawn.values())}" title="{_escaped(title)}">{words}</span>'


def _voices(found: Annotation, ranks: dict[int, int]) -> str:
    """Who speaks how much, as a list below the text."""
    lines = []
    for entity, rank in ranks.items():
        count = sum(1 for quote in found.quotes if quote.speaker and quote.speaker.id == entity)
        name = _escaped(_describe(found.entities[entity]))
        much = f"{count} quote{'s' if count > 1 else ''}"
        lines.append(f'<div><span style="color:{line(rank)}">&#9632;</span> {name}: {much}</div>')
    return f'<div style="{LIST}">{"".join(lines)}</div>' if lines else ""


def _speaker(quote: Quote) -> str:
    if quote.speaker:
        return quote.speaker.name
    return " ".join(span.text for span in quote.source) or "nobody named"


def _describe(entity: Entity) -> str:
    return f"{entity.name}, {entity.description}" if entity.description else entity.name


def _name(entity: Entity, ranks: dict[int, int]) -> str:
    if entity.id in ranks:
        return _underline("solid", line(ranks[entity.id]))
    if entity.kind == "place":
        return _underline("solid" if entity.place else "wavy", PENCIL, "1.5px" if entity.place else "1px")
    return _underline("dashed" if entity.kind in ("person", "organization") else "dotted", PENCIL)


def _underline(form: str, colour: str, width: str = "1px", depth: str = ".2em") -> str:
    return f"text-decoration:underline {form} {colour} {width};text-underline-offset:{depth}"


def _escaped(words: str) -> str:
    """As HTML; halves of surrogate pairs, which no notebook could send, as U+FFFD."""
    return escape(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), quote=True)
