"""The component for spaCy: found by its name, aligned to tokens, the same in a batch."""

import pytest

spacy = pytest.importorskip("spacy")

TEXT = "👩‍🌾 “We are ready,” Kaja Kallas told reporters in Tallinn. Sweden’s Magdalena Andersson said that it was time."


def test_quotes_are_spans_of_tokens():
    nlp = spacy.blank("en")
    nlp.add_pipe("whosaid")
    doc = nlp(TEXT)
    direct, indirect = doc.spans["quotes"]
    assert (direct.text, direct.label_, indirect.label_) == ("We are ready,", "direct", "indirect")
    assert [quote.speaker.name for quote in doc._.quotes] == ["Kaja Kallas", "Magdalena Andersson"]
    assert indirect._.speaker is doc._.quotes[1].speaker and doc._.whosaid.entities
    assert not doc.ents


def test_names_are_entities_where_they_are_wanted():
    nlp = spacy.blank("en")
    nlp.add_pipe("whosaid", config={"ents": True, "spans_key": "said"})
    doc = nlp(TEXT)
    assert ("Kaja Kallas", "PERSON") in [(e.text, e.label_) for e in doc.ents] and doc.spans["said"]
    assert ("Tallinn", "GPE") in [(e.text, e.label_) for e in doc.ents]


def test_many_documents_are_the_same(texts):
    nlp = spacy.blank("en")
    nlp.add_pipe("whosaid", config={"ents": True})
    nlp.max_length = 10**7
    for doc in nlp.pipe(texts, batch_size=50):
        one = nlp(doc.text)
        assert doc._.quotes == one._.quotes
        assert [(e.start, e.end, e.label_) for e in doc.ents] == [(e.start, e.end, e.label_) for e in one.ents]
        contents = [content for quote in doc._.quotes for content in quote.content]
        for span, content in zip(doc.spans["quotes"], contents, strict=True):
            assert span.start_char <= content.start and content.end <= span.end_char
