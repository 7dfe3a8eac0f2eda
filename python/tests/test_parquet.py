"""`whosaid --parquet`: the rows, the bytes, bad lines, runs that are killed, archives that grow."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time

import pytest
import whosaid

pq = pytest.importorskip("pyarrow.parquet")
pa = pytest.importorskip("pyarrow")

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "examples"))
import archive  # noqa: E402

# More than a part, which has 10,000.
COUNT = 12_345


@pytest.fixture(scope="module")
def articles():
    return list(archive.made(COUNT))


def lines_of(articles):
    return "".join(json.dumps(article) + "\n" for article in articles).encode()


@pytest.fixture(scope="module")
def whole(articles, tmp_path_factory, command_line):
    folder = tmp_path_factory.mktemp("whole") / "out"
    result = command_line("--parquet", str(folder), stdin=lines_of(articles))
    assert result.returncode == 0, result.stderr
    return folder


def files_of(folder):
    """The bytes of all that a run leaves, by name."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def table(folder, name):
    return pa.concat_tables([pq.read_table(path) for path in sorted((folder / name).glob("*.parquet"))], promote_options="permissive")


def test_an_article_is_a_row(articles, whole):
    rows = table(whole, "articles").to_pylist()
    assert [row["id"] for row in rows] == [article["id"] for article in articles]
    assert [row["line"] for row in rows] == list(range(1, COUNT + 1))
    assert [str(row["date"]) for row in rows] == [article["date"] for article in articles]
    assert [json.loads(row["fields"]) for row in rows] == [{"outlet": article["outlet"]} for article in articles]
    assert sum(row["quotes"] for row in rows) == len(table(whole, "quotes"))


def test_the_tables_are_those_of_the_package(articles, whole):
    some = articles[:500]
    tables = whosaid.annotate_table(pa.Table.from_pylist(some), date="date")
    for name, expected in zip(tables._fields, tables):
        rows = table(whole, name)
        mask = pa.compute.is_in(rows["id"], pa.array([article["id"] for article in some]))
        assert rows.filter(mask).to_pylist() == expected.to_pyarrow().to_pylist()
        assert rows.schema.metadata[b"unit"] == b"code_points"


def test_the_same_lines_give_the_same_bytes(articles, whole, tmp_path, monkeypatch, command_line):
    monkeypatch.setenv("RAYON_NUM_THREADS", "1")
    assert command_line("--parquet", str(tmp_path / "out"), stdin=lines_of(articles)).returncode == 0
    assert files_of(tmp_path / "out") == files_of(whole)


def test_a_run_that_was_killed_goes_on(articles, whole, tmp_path, monkeypatch):
    folder, program = tmp_path / "out", os.environ["WHOSAID"]
    lines = lines_of(articles)
    with subprocess.Popen([program, "--parquet", str(folder)], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdin.write(lines[: len(lines) * 9 // 10])
        run.stdin.flush()
        # It is in its second part as soon as its first is done, and waits for the rest of it.
        while not (folder / "done.jsonl").exists() or not (folder / "done.jsonl").read_bytes():
            assert run.poll() is None
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
    assert len((folder / "done.jsonl").read_text().splitlines()) == 1
    # As if the last words had been cut short, too.
    with open(folder / "done.jsonl", "a") as done:
        done.write('{"part":1,"li')
    before = (folder / "quotes/part-00000.parquet").stat().st_mtime_ns
    result = subprocess.run([program, "--parquet", str(folder)], input=lines, capture_output=True, check=True)
    assert b"10000 lines were done before" in result.stderr
    assert (folder / "quotes/part-00000.parquet").stat().st_mtime_ns == before
    assert {k: v for k, v in files_of(folder).items() if not k.endswith(".unfinished")} == files_of(whole)


def test_an_archive_that_grew_is_gone_on_with(articles, whole, tmp_path, command_line):
    for count in (0, 100, 100, 11_000, COUNT):
        result = command_line("--parquet", str(tmp_path / "out"), stdin=lines_of(articles[:count]))
        assert result.returncode == 0 and f"{count} articles" in result.stderr.decode()
    assert files_of(tmp_path / "out") == files_of(whole)


def test_bad_lines_are_set_aside(articles, tmp_path, command_line):
    lines = lines_of(articles[:3]).splitlines(keepends=True)
    stdin = b"".join([lines[0], b"{nonsense\n", b"\n", b'{"id": 1}\n', lines[1], b"caf\xe9\n", b'{"id": 2, "text": "a", "date": "soon"}\n', lines[2]])
    result = command_line("--parquet", str(tmp_path / "out"), stdin=stdin)
    assert result.returncode == 0 and "3 articles" in result.stderr.decode() and "4 bad lines" in result.stderr.decode()
    bad = [json.loads(line) for line in (tmp_path / "out/bad/part-00000.jsonl").read_text().splitlines()]
    assert [it["line"] for it in bad] == [2, 4, 6, 7]
    for it, (reason, row) in zip(bad, [("not JSON", "{nonsense"), ('"text"', '{"id": 1}'), ("not UTF-8", "caf\ufffd"), ("YYYY-MM-DD", "soon")]):
        assert reason in it["reason"] and row in it["row"]
    assert [row["line"] for row in table(tmp_path / "out", "articles").to_pylist()] == [1, 5, 8]


def test_nothing_is_mixed(articles, tmp_path, command_line):
    folder, lines = str(tmp_path / "out"), lines_of(articles[:50])
    assert command_line("--parquet", folder, stdin=lines).returncode == 0
    for arguments, stdin, hint in [
        (("--stances",), lines, "other options"),
        ((), lines_of(articles[1:60]), "other lines"),
        ((), lines_of(articles[:10]), "other lines"),
    ]:
        result = command_line("--parquet", folder, *arguments, stdin=stdin)
        assert result.returncode == 1 and hint in result.stderr.decode()
    (tmp_path / "mine.txt").write_text("mine")
    result = command_line("--parquet", str(tmp_path), stdin=lines)
    assert result.returncode == 1 and "new or empty folder" in result.stderr.decode()
