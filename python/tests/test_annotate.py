"""Objects, positions, errors: what `annotate` and `annotate_many` promise."""

import copy
import datetime
import importlib.metadata
import itertools
import pickle
import subprocess
import sys
import threading

import pytest
import whosaid

TEXT = "👩‍🌾 “We are ready,” Kaja Kallas, the prime minister, told reporters in Tallinn on Tuesday. She met 40 soldiers."


def test_positions_slice_the_text(texts):
    for text in texts:
        found = whosaid.annotate(text, stances=True)
        spans = [*found.parts, *found.mentions, *found.figures]
        spans += [f.of for f in found.figures if f.of]
        for quote in found.quotes:
            spans += [*quote.content, *quote.cue, *quote.source]
            assert quote.text == " ".join(span.text for span in quote.content)
            assert text[quote.start : quote.end].startswith(quote.content[0].text)
        for span in spans:
            assert text[span.start : span.end] == span.text
            assert 0 <= span.start < span.end <= len(text)


def test_objects_know_each_other():
    found = whosaid.annotate(TEXT, date="2023-06-29")
    quote = found.quotes[0]
    assert (quote.text, quote.style, quote.act) == ("We are ready,", "direct", "said")
    assert 0 < quote.certainty <= 1
    kallas = quote.speaker
    assert kallas is found.entities[kallas.id] and kallas.kind == "person" and kallas.name == "Kaja Kallas"
    assert kallas.mentions[0].text == "Kaja Kallas" and all(m.entity is kallas for m in kallas.mentions)
    she = next(m for m in found.mentions if m.text == "She")
    assert she.form == "pronoun" and she.antecedent.entity is kallas
    tallinn = next(e for e in found.entities if e.kind == "place")
    assert tallinn.place.country == "EE" and round(tallinn.place.latitude) == 59
    day, soldiers = found.figures
    assert day.iso == "2023-06-27" and (soldiers.value, soldiers.of.text) == (40, "soldiers")
    assert "1 quotes" in repr(found) and "Kaja" in repr(quote)


def test_annotations_are_values():
    found = whosaid.annotate(TEXT)
    again = pickle.loads(pickle.dumps(found))
    for other in (again, copy.deepcopy(found), whosaid.annotate(TEXT)):
        assert other == found and hash(other) == hash(found)
        assert other.quotes == found.quotes and other.mentions == found.mentions
        assert other.to_json("utf16") == found.to_json("utf16")
    assert found != whosaid.annotate(TEXT + " ") and found != TEXT
    assert pickle.loads(pickle.dumps(found.quotes)) == found.quotes
    assert len({*found.quotes, *again.quotes}) == len(found.quotes)
    with pytest.raises(AttributeError):
        found.quotes[0].speaker = None


def test_the_contract_names_its_unit():
    points, units = (whosaid.annotate(TEXT).to_dict(unit) for unit in ("code_points", "utf16"))
    assert points["unit"] == "code_points" and units["unit"] == "utf16" and points["version"] == 2
    # The farmer is two characters of two units each.
    assert units["quotes"][0]["content"][0]["start"] - points["quotes"][0]["content"][0]["start"] == 2


@pytest.mark.parametrize("text", ["\ud83c", "“Yes \ud83c,” said Ana Silva.", "\udf0d\ud83c “Yes,” said Ana Silva. \ud83c\udf0d", "\0", ""])
def test_lone_surrogates_are_one_code_point(text):
    found = whosaid.annotate(text)
    assert found.text == text
    for quote in found.quotes:
        assert text[quote.start : quote.end] == quote.text and quote.speaker.name == "Ana Silva"
    assert ("Ana" in text) == bool(found.quotes)
    assert found == pickle.loads(pickle.dumps(found)) and found._repr_html_().encode("utf-8")


def test_many_come_in_order_and_lazily(texts):
    one = [whosaid.annotate(text) for text in texts]
    assert list(whosaid.annotate_many(texts, threads=3)) == one
    assert list(whosaid.annotate_many(iter(texts), threads=1, progress=False)) == one
    assert list(whosaid.annotate_many([])) == []
    endless = whosaid.annotate_many(itertools.repeat(TEXT), itertools.cycle(["2023-06-29", None, datetime.date(2023, 7, 6)]))
    days = [found.figures[0].iso for found in itertools.islice(endless, 300)]
    assert days == ["2023-06-27", "XXXX-WXX-2", "2023-07-04"] * 100


def test_other_threads_run_meanwhile(seeds):
    ticks = 0
    done = threading.Event()

    def tick():
        nonlocal ticks
        while not done.wait(0.001):
            ticks += 1

    thread = threading.Thread(target=tick)
    thread.start()
    # One call of the library: without the lock let go, there would be no tick in it.
    whosaid.annotate("\n\n".join(seeds * 60))
    done.set()
    thread.join()
    assert ticks > 3


def test_errors_say_what_to_do(texts):
    for error, hint, call in [
        (TypeError, "decode it first", lambda: whosaid.annotate(b"text")),
        (TypeError, "must be a str, not int", lambda: whosaid.annotate(3)),
        (TypeError, "leave out articles", lambda: list(whosaid.annotate_many(["a", None]))),
        (TypeError, r"texts\[1\]", lambda: list(whosaid.annotate_many(["a", 2]))),
        (TypeError, "put it into a list", lambda: whosaid.annotate_many("text")),
        (TypeError, "an iterable|another iterable", lambda: whosaid.annotate_many(7)),
        (TypeError, "one a text", lambda: whosaid.annotate_many(["a"], "2023-06-27")),
        (ValueError, "there are 1 dates", lambda: list(whosaid.annotate_many(["a", "b"], [None]))),
        (ValueError, r"dates\[1\]: \"soon\" is no date; give the day as YYYY-MM-DD", lambda: list(whosaid.annotate_many(["a", "b"], [None, "soon"]))),
        (ValueError, "YYYY-MM-DD", lambda: whosaid.annotate("a", "2023-02-30")),
        (TypeError, "datetime.date", lambda: whosaid.annotate("a", 20230227)),
        (TypeError, "True or False", lambda: whosaid.annotate("a", stances="yes")),
        (ValueError, "1 or more", lambda: whosaid.annotate_many(["a"], threads=0)),
        (TypeError, "whole number", lambda: whosaid.annotate_many(["a"], threads="2")),
        (ValueError, "code_points", lambda: whosaid.annotate("a").to_dict("bytes")),
    ]:
        with pytest.raises(error, match=hint):
            call()


def test_a_bar_shows_where_it_is_wanted(capsys):
    assert len(list(whosaid.annotate_many([TEXT] * 3, progress=True))) == 3
    assert "3/3" in capsys.readouterr().err
    assert len(list(whosaid.annotate_many([TEXT] * 3))) == 3
    assert capsys.readouterr().err == ""


def test_a_forked_process_has_threads_of_its_own():
    # Spark's workers are forks, and so are multiprocessing's on Linux.
    code = """
import os, signal, whosaid
texts = ["“Yes,” said Ana Silva."] * 50
assert len(list(whosaid.annotate_many(texts))) == 50
child = os.fork()
signal.alarm(60)
if child == 0:
    os._exit(0 if len(list(whosaid.annotate_many(texts))) == 50 else 1)
assert os.waitpid(child, 0)[1] == 0
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_it_is_of_one_version():
    assert whosaid.__version__ == importlib.metadata.version("whosaid")
