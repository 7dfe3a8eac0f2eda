"""A component for spaCy: `nlp.add_pipe("whosaid")`.

It sets `doc.spans["quotes"]` (a span for each stretch of words said, labelled with the quote's style), `doc._.quotes` (the quotes
with their speakers) and `doc._.whosaid` (all that was found); with `{"ents": True}` also `doc.ents`. Where a position
lies within a token of spaCy's, the span takes in the whole token.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("whosaid")
>>> doc = nlp("“We are ready,” Kaja Kallas told reporters.")
>>> doc.spans["quotes"][0].text, doc._.quotes[0].speaker.name, doc.spans["quotes"][0]._.speaker.name
('We are ready,', 'Kaja Kallas', 'Kaja Kallas')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from ._annotate import annotate, annotate_many
from ._types import Annotation

if TYPE_CHECKING:
    from ._types import Entity, Quote

# spaCy's own labels, for components that look for them.
LABELS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "group": "NORP", "product": "PRODUCT", "event": "EVENT"}


@Language.factory(
    "whosaid",
    assigns=["doc.spans", "doc._.quotes", "doc._.whosaid"],
    default_config={"ents": False, "stances": False, "spans_key": "quotes"},
)
def make(nlp: Language, name: str, ents: bool, stances: bool, spans_key: str) -> Component:
    """Make the component."""
    return Component(ents=ents, stances=stances, spans_key=spans_key)


class Component:
    """Annotates the text of a document and lays what is found over its tokens."""

    def __init__(self, *, ents: bool = False, stances: bool = False, spans_key: str = "quotes") -> None:
        self.ents, self.stances, self.spans_key = ents, stances, spans_key
        for extension in ("whosaid", "quotes"):
            if not Doc.has_extension(extension):
                Doc.set_extension(extension, default=None)
        if not Span.has_extension("speaker"):
            Span.set_extension("speaker", getter=_speaker_of)

    def __call__(self, doc: Doc) -> Doc:
        return self._lay(doc, annotate(doc.text, stances=self.stances))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Annotate many documents on all cores, a batch at a time."""
        docs = iter(stream)
        while some := list(islice(docs, batch_size)):
            texts = [doc.text for doc in some]
            for doc, found in zip(some, annotate_many(texts, stances=self.stances, progress=False)):
                yield self._lay(doc, found)

    def _lay(self, doc: Doc, found: Annotation) -> Doc:
        doc._.whosaid = found
        doc._.quotes = found.quotes
        contents = [(span, quote) for quote in found.quotes for span in quote.content]
        spans = [_span(doc, span, quote.style) for span, quote in contents]
        doc.spans[self.spans_key] = [span for span in spans if span is not None]
        if self.ents:
            names = (m for m in found.mentions if m.form == "name" and m.entity.kind in LABELS)
            doc.ents = _apart(span for name in names if (span := _span(doc, name, LABELS[name.entity.kind])))
        return doc


def _span(doc: Doc, it: Any, label: str) -> Span | None:
    span: Span | None = doc.char_span(it.start, it.end, label=label, alignment_mode="expand")
    return span


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Those that share no token with one before."""
    apart: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not apart or apart[-1].end <= span.start:
            apart.append(span)
    return apart


def _speaker_of(span: Span) -> Entity | None:
    """Who says the words of a span: the speaker of the innermost quote that they lie in."""
    around: list[Quote] = [
        quote
        for quote in span.doc._.quotes or ()
        if any(it.start < span.end_char and span.start_char < it.end for it in quote.content)
    ]
    return min(around, key=lambda quote: quote.end - quote.start).speaker if around else None
