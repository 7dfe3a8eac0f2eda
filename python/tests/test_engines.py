"""The examples and the questions of the guide, run on a made archive: DuckDB, Ray, Spark where Java is."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
import whosaid

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

EXAMPLES = os.path.join(os.path.dirname(__file__), "..", "examples")
sys.path.insert(0, EXAMPLES)
import archive  # noqa: E402


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """A Parquet of two thousand articles, and the quotes in it."""
    folder = tmp_path_factory.mktemp("articles")
    table = pa.Table.from_pylist(list(archive.made(2000)))
    pq.write_table(table, folder / "articles.parquet", row_group_size=250)
    return folder / "articles.parquet", sorted(map(str, whosaid.annotate_table(table, date="date").quotes.to_pyarrow().to_pylist()))


def run(example, *arguments):
    environment = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    command = [sys.executable, os.path.join(EXAMPLES, example), *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=500, env=environment, check=False)
    assert result.returncode == 0, result.stderr[-3000:]
    return result.stdout


def rows(folder):
    return sorted(map(str, pq.read_table(folder).to_pylist()))


def test_ray(articles, tmp_path):
    pytest.importorskip("ray")
    run("ray_data.py", articles[0], tmp_path / "quotes")
    assert rows(tmp_path / "quotes") == articles[1]


@pytest.mark.skipif(not shutil.which("java"), reason="there is no Java")
def test_spark(articles, tmp_path):
    pytest.importorskip("pyspark")
    os.environ["PYSPARK_SUBMIT_ARGS"] = "--master local[2] pyspark-shell"
    run("spark.py", articles[0], tmp_path / "quotes")
    assert rows(tmp_path / "quotes") == articles[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, command_line):
    pytest.importorskip("duckdb")
    out = tmp_path_factory.mktemp("archive") / "out"
    lines = "".join(json.dumps(article) + "\n" for article in archive.made(2000))
    (out.parent / "archive.jsonl").write_text(lines)
    assert command_line("--parquet", str(out), stdin=lines.encode()).returncode == 0
    return out


def test_duckdb_example(folder):
    assert "Tom Reed" in run("duck.py", folder)


def questions(root):
    """The queries of the guide by the headings that they stand under."""
    guide = (root / "docs/cluster.md").read_text()
    return dict(re.findall(r"^### (.+?)\n.*?^```sql\n(.*?)^```", guide, re.S | re.M))


def ask(root, folder, question):
    import duckdb

    relation = duckdb.sql(questions(root)[question].replace("OUT/", f"{folder}/").replace("'archive.jsonl'", f"'{folder.parent}/archive.jsonl'"))
    return [dict(zip(relation.columns, row)) for row in relation.fetchall()]


def test_who_quotes_whom(root, folder):
    first = ask(root, folder, "Who quotes whom")[0]
    assert first["outlet"] in archive.OUTLETS and first["speaker_name"] in dict(archive.PEOPLE) and first["quotes"] > 50


def test_share_of_voice(root, folder):
    found = ask(root, folder, "Share of voice by outlet and month")
    assert {row["outlet"] for row in found} == set(archive.OUTLETS) and len({row["month"] for row in found}) == 12
    for outlet in archive.OUTLETS:
        january = [row["share"] for row in found if row["outlet"] == outlet and row["month"].month == 1]
        assert abs(sum(january) - 100) < 1


def test_the_same_quote_in_many_outlets(root, folder):
    found = ask(root, folder, "The same quote in many outlets")
    assert len(found[0]["outlets"]) == 4 and found[0]["words"].replace(" ", "").islower()
    assert {row["words"] for row in found} >= {re.sub(r"\W+", " ", words).lower() for words in archive.WORDS}


def test_spellings(root, folder):
    found = ask(root, folder, "A name as it is spelt across articles")
    assert any({row["one"], row["other"]} == {"Kaja Holm", "Kaia Holm"} for row in found)


def test_figures_over_time(root, folder):
    found = ask(root, folder, "Figures on one subject over time")
    assert len(found) == 12 and all(1 < row["middle"] < 12 for row in found)
