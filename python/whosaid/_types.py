"""What is found, as objects; positions count code points, so that `text[it.start:it.end]` is the words.

The public contract (`Annotation.to_dict`) says the same with ids in place of objects.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, Protocol

EntityKind = Literal["person", "organization", "place", "group", "product", "event", "other"]
Form = Literal["name", "nominal", "pronoun"]
Style = Literal["direct", "indirect", "mixed", "transcript"]
Act = Literal["said", "thought", "stance"]
FigureKind = Literal["number", "ordinal", "percent", "money", "date", "time", "duration", "age", "quantity"]
Bound = Literal["about", "over", "under", "at-least", "at-most"]
Role = Literal["headline", "subheading", "byline", "dateline", "caption", "credit", "label", "litter"]
Unit = Literal["code_points", "utf16"]


class _Json(Protocol):
    def json(self, unit: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    """The first code point."""
    end: int
    """One past the last."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Part(Span):
    """A stretch of the text that is no body: a headline, a byline, boxes that belong to no story."""

    role: Role


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place is."""

    latitude: float
    """Degrees north, WGS 84."""
    longitude: float
    """Degrees east, WGS 84."""
    country: str
    """ISO 3166-1 alpha-2; ZZ for seas and whatever else lies in no one country."""
    geonames: int | None
    """Its GeoNames id."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing that the text names."""

    id: int
    """Its index in `Annotation.entities`."""
    kind: EntityKind
    name: str
    """The fullest name that the text gives: "Volodymyr Zelenskyy"."""
    description: str | None
    """What the text calls it: "Ukrainian President"."""
    place: Place | None
    """Where it is: places only, where that was resolved."""
    mentions: list[Mention] = field(default_factory=list, repr=False, compare=False)
    """Every reference to it, by start."""


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """One reference to an entity."""

    entity: Entity
    form: Form
    """By name, by a noun phrase ("the young soldier") or a pronoun."""
    antecedent: Mention | None = field(repr=False, compare=False)
    """The mention through which it was resolved: from "he" to "the young soldier" to "Vladyslav"."""


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """A statement that the text gives to someone; `text` is the words said, from all spans of `content`.

    From `start` to `end` it goes over what interrupts it, too: `text[quote.start:quote.end]` of "“Yes,” he said, “but not now.”" holds
    "he said".
    """

    style: Style
    """In quotation marks, in the writer's own words, both, or a turn of an interview."""
    act: Act
    """Said, thought, or a stance (only where `stances` were asked for)."""
    content: tuple[Span, ...]
    """The words said; more than one span where the attribution interrupts them."""
    cue: tuple[Span, ...]
    """"said", "according to", "told AFP"; may be empty."""
    source: tuple[Span, ...]
    """The words that name who said it: "the young soldier"."""
    speaker: Entity | None
    """Who said it; None is doubt."""
    certainty: float
    """0 to 1: how often a row like this is right as a whole."""
    alternatives: tuple[Entity, ...]
    """Others who could have said it, likeliest first, where the speaker is in doubt."""


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A number, an amount, a date."""

    kind: FigureKind
    value: float | None
    """In plain units: "$2.5 billion" is 2500000000."""
    low: float | None
    """The lower end of a range."""
    high: float | None
    """The upper end of a range."""
    unit: str | None
    """Of money ISO 4217, of a quantity or duration the unit's singular English name."""
    iso: str | None
    """Of a date, time or duration ISO 8601, as far as the text fixes it: "XXXX-WXX-2"."""
    bound: Bound | None
    """On which side of the value it lies: "more than"."""
    of: Span | None
    """What it counts: "Ukrainian soldiers"."""


class Annotation:
    """Everything found in one text."""

    __slots__ = ("__dict__", "_found", "text")

    text: str
    """The text, as it was given."""

    def __init__(self, text: str, found: _Json) -> None:
        self.text = text
        self._found = found

    @property
    def quotes(self) -> list[Quote]:
        """Who said what, by where the words start."""
        return self._read.quotes

    @property
    def entities(self) -> list[Entity]:
        """One for each real thing that is named."""
        return self._read.entities

    @property
    def mentions(self) -> list[Mention]:
        """Every reference to an entity, by start."""
        return self._read.mentions

    @property
    def figures(self) -> list[Figure]:
        """Numbers that a reader would want to see, by start."""
        return self._read.figures

    @property
    def parts(self) -> list[Part]:
        """How the text is laid out; what no part covers is body."""
        return self._read.parts

    @cached_property
    def _read(self) -> _Reader:
        return _Reader(self.text, self.to_dict())

    def to_dict(self, unit: Unit = "code_points") -> dict[str, Any]:
        """Return the public contract as plain values, its `"unit"` named.

        With `unit="utf16"` positions are those of JavaScript and of the command line.
        """
        value: dict[str, Any] = json.loads(self.to_json(unit))
        return value

    def to_json(self, unit: Unit = "code_points") -> str:
        """Return the same as JSON on one line."""
        if not isinstance(unit, str):
            raise TypeError(f'unit must be "code_points" or "utf16", not {type(unit).__name__}')
        return self._found.json(unit)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, of))} {of}" for of in ("quotes", "entities", "figures"))
        start = " ".join(self.text[:48].split())
        return f"<whosaid.Annotation of {start!r}: {counts}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Annotation):
            return NotImplemented
        return self.text == other.text and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Any, ...]:
        kept = {unit: self.to_json(unit) for unit in ("code_points", "utf16")}
        return Annotation, (self.text, _Kept(kept))

    def _repr_html_(self) -> str:
        from ._html import article

        return article(self)


@dataclass(frozen=True)
class _Kept:
    """What was found, as it lies in a pickle."""

    by_unit: dict[str, str]

    def json(self, unit: str) -> str:
        if unit not in self.by_unit:
            raise ValueError(f'there is no unit "{unit}"; give "code_points" or "utf16"')
        return self.by_unit[unit]


class _Reader:
    """Makes objects of the contract."""

    def __init__(self, text: str, found: dict[str, Any]) -> None:
        self.text = text
        self.parts = [Part(*self._ends(p), p["role"]) for p in found["parts"]]
        self.entities = [
            Entity(e["id"], e["kind"], e["name"], e.get("description"), _place(e.get("place"))) for e in found["entities"]
        ]
        self.mentions = self._mentions(found["mentions"])
        self.quotes = [self._quote(q) for q in found["quotes"]]
        self.figures = [self._figure(f) for f in found["figures"]]

    def _ends(self, it: dict[str, Any]) -> tuple[int, int, str]:
        start, end = it["start"], it["end"]
        return start, end, self.text[start:end]

    def _spans(self, them: list[dict[str, Any]]) -> tuple[Span, ...]:
        return tuple(Span(*self._ends(it)) for it in them)

    def _mentions(self, them: list[dict[str, Any]]) -> list[Mention]:
        # An antecedent may stand behind ("Before he spoke, Biden …"), so the links come second.
        mentions = [Mention(*self._ends(m), self.entities[m["entity"]], m["form"], None) for m in them]
        for mention, it in zip(mentions, them):
            if (antecedent := it.get("antecedent")) is not None:
                object.__setattr__(mention, "antecedent", mentions[antecedent])
            mention.entity.mentions.append(mention)
        return mentions

    def _quote(self, it: dict[str, Any]) -> Quote:
        content = self._spans(it["content"])
        speaker = it["speaker"]
        return Quote(
            content[0].start,
            content[-1].end,
            " ".join(span.text for span in content),
            it["style"],
            it["act"],
            content,
            self._spans(it["cue"]),
            self._spans(it["source"]),
            None if speaker is None else self.entities[speaker],
            it["certainty"],
            tuple(self.entities[e] for e in it.get("alternatives", ())),
        )

    def _figure(self, it: dict[str, Any]) -> Figure:
        of = it.get("of")
        return Figure(
            *self._ends(it),
            it["kind"],
            it.get("value"),
            it.get("low"),
            it.get("high"),
            it.get("unit"),
            it.get("iso"),
            it.get("bound"),
            None if of is None else Span(*self._ends(of)),
        )


def _place(it: dict[str, Any] | None) -> Place | None:
    return None if it is None else Place(it["latitude"], it["longitude"], it["country"], it.get("geonames"))
