"""Tables in and out: each library that speaks Arrow, the rows against the annotations they come from, errors."""

import datetime

import pytest
import whosaid

pa = pytest.importorskip("pyarrow")

TEXTS = [
    "👩‍🌾 “We are ready,” Kaja Kallas said in Tallinn on Tuesday, “for 40 soldiers.”",
    "",
    None,
    "Nothing of note.",
    "Inflation fell to 2.4 percent, the European Central Bank said. “It is not over,” Isabel Schnabel warned.",
]
DAY = datetime.date(2023, 6, 29)


def articles(texts=TEXTS):
    return pa.table({"id": pa.array(range(10, 10 + len(texts)), pa.int32()), "text": texts, "day": [DAY] * len(texts)})


def rows(tables):
    return [table.to_pyarrow().to_pylist() for table in tables]


def test_rows_say_what_the_annotations_say(texts):
    table = pa.table({"id": [f"a{i}" for i in range(len(texts))], "text": texts})
    quotes, entities, figures = rows(whosaid.annotate_table(table, stances=True))
    found = [whosaid.annotate(text, stances=True) for text in texts]
    expected = [(f"a{i}", q) for i, it in enumerate(found) for q in it.quotes]
    assert len(quotes) == len(expected) > 100
    for row, (id, quote) in zip(quotes, expected, strict=True):
        assert (row["id"], row["content"], row["style"], row["act"]) == (id, quote.text, quote.style, quote.act)
        for name in ("content", "cue", "source"):
            spans = getattr(quote, name)
            assert row[f"{name}_spans"] == [{"start": s.start, "end": s.end} for s in spans]
            assert row[name] == " ".join(s.text for s in spans)
        speaker = quote.speaker
        assert (row["speaker"], row["speaker_name"], row["speaker_kind"]) == (
            (speaker.id, speaker.name, speaker.kind) if speaker else (None, None, None)
        )
        assert row["certainty"] == quote.certainty and row["alternatives"] == [e.id for e in quote.alternatives]
    expected = [(f"a{i}", e) for i, it in enumerate(found) for e in it.entities]
    for row, (id, entity) in zip(entities, expected, strict=True):
        place = entity.place
        assert (row["id"], row["entity"], row["kind"], row["name"]) == (id, entity.id, entity.kind, entity.name)
        assert row["description"] == entity.description and row["latitude"] == (place and place.latitude)
        assert (row["country"], row["geonames"]) == ((place.country, place.geonames) if place else (None, None))
        assert row["mentions"] == [{"start": m.start, "end": m.end, "form": m.form} for m in entity.mentions]
    expected = [(f"a{i}", f) for i, it in enumerate(found) for f in it.figures]
    for row, (id, figure) in zip(figures, expected, strict=True):
        names = ("kind", "text", "start", "end", "value", "low", "high", "unit", "iso", "bound")
        assert [row["id"], *(row[n] for n in names)] == [id, *(getattr(figure, n) for n in names)]
        of = figure.of
        assert (row["of"], row["of_start"], row["of_end"]) == ((of.text, of.start, of.end) if of else (None, None, None))


def test_every_layout_of_a_table_gives_the_same():
    table = articles()
    expected = rows(whosaid.annotate_table(table, date="day"))
    assert expected[0][0]["id"] == 10 and expected[2][0]["iso"] == "2023-06-27"
    for kind in (pa.large_string(), pa.string_view()):
        other = table.set_column(1, "text", table["text"].cast(kind))
        assert rows(whosaid.annotate_table(other, date="day")) == expected
    for kind in (pa.string(), pa.timestamp("ns"), pa.timestamp("s"), pa.large_string()):
        other = table.set_column(2, "day", table["day"].cast(kind))
        assert rows(whosaid.annotate_table(other, date="day", threads=1)) == expected
    reader = pa.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=2))
    assert rows(whosaid.annotate_table(reader, date="day")) == expected
    assert rows(whosaid.annotate_table(table.to_batches()[0], date=DAY)) == expected
    assert rows(whosaid.annotate_table(table.slice(3), date=DAY))[0] == expected[0][1:]
    assert rows(whosaid.annotate_table(table, date=DAY, coded=False)) == expected


def test_names_are_coded_or_plain():
    coded, plain = (whosaid.annotate_table(articles(), coded=coded).quotes.to_pyarrow() for coded in (True, False))
    assert pa.types.is_dictionary(coded.schema.field("speaker_name").type) and coded.schema.metadata == {b"unit": b"code_points"}
    assert plain.schema.field("speaker_name").type == pa.string()
    assert pa.schema(whosaid.schemas(coded=False).quotes) == plain.schema.set(0, pa.field("id", pa.string()))
    assert "0 rows" in repr(whosaid.schemas().figures)


def test_ids_may_be_left_out():
    quotes = whosaid.annotate_table(articles().drop_columns("id"), id=None).quotes.to_pyarrow()
    assert quotes["id"].to_pylist() == [0, 4, 4]


def test_polars():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"id": ["a", "b"], "text": [TEXTS[0], TEXTS[4]], "day": [DAY, None]})
    tables = whosaid.annotate_table(frame, date="day")
    quotes = polars.DataFrame(tables.quotes)
    assert quotes["speaker_name"].cast(polars.String).to_list() == ["Kaja Kallas", "European Central Bank", "Isabel Schnabel"]
    assert tables.figures.to_polars()["iso"].drop_nulls().to_list() == ["2023-06-27"]


def test_pandas():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"id": ["a", "b"], "text": [TEXTS[0], TEXTS[4]], "day": pandas.to_datetime([DAY, None])})
    quotes = whosaid.annotate_table(frame, date="day").quotes.to_pandas()
    assert list(quotes.speaker_name) == ["Kaja Kallas", "European Central Bank", "Isabel Schnabel"]
    assert quotes.groupby("id", observed=True).size().to_dict() == {"a": 1, "b": 2}


def test_duckdb():
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.register("articles", articles())
    quotes, *_ = whosaid.annotate_table(connection.sql("SELECT id, text FROM articles WHERE id < 13").to_arrow_table())
    quotes = quotes.to_pyarrow()
    assert connection.sql("SELECT speaker_name, content FROM quotes").fetchall() == [
        ("Kaja Kallas", "We are ready, for 40 soldiers.")
    ]
    cut = """SELECT substring(text, span.start + 1, span.end - span.start)
        FROM (SELECT id, unnest(content_spans) span FROM quotes) JOIN articles USING (id)"""
    assert sorted(connection.sql(cut).fetchall()) == [("We are ready,",), ("for 40 soldiers.",)]


def test_errors_say_what_to_do():
    table = articles()
    for error, hint, call in [
        (TypeError, "call annotate_many", lambda: whosaid.annotate_table(TEXTS)),
        (ValueError, 'no column "body" among "id", "text", "day"', lambda: whosaid.annotate_table(table, "body")),
        (ValueError, r"annotate_table\(id=…\): there is no", lambda: whosaid.annotate_table(table, id="key")),
        (ValueError, r"annotate_table\(date=…\): there is no", lambda: whosaid.annotate_table(table, date="2023-06-29")),
        (TypeError, "must hold strings", lambda: whosaid.annotate_table(table, "id")),
        (TypeError, "the name of a column", lambda: whosaid.annotate_table(table, 1)),
        (ValueError, "row 0: .*YYYY-MM-DD", lambda: whosaid.annotate_table(table, date="text")),
        (TypeError, "True or False", lambda: whosaid.annotate_table(table, coded=1)),
        (ValueError, "1 or more", lambda: whosaid.annotate_table(table, threads=0)),
    ]:
        with pytest.raises(error, match=hint):
            call()
