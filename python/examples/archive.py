"""Makes an archive of short articles, `{"id", "text", "date", "outlet"}` lines, for the tests and the benchmark.

    python archive.py 1000 > archive.jsonl            made by chance from a few dozen phrases
    python archive.py 1000 corpus.jsonl > …           cut from the "text" of a corpus's lines

The same arguments give the same lines.
"""

from __future__ import annotations

import datetime
import json
import random
import sys
from collections.abc import Iterator

OUTLETS = ("The Courier", "Harbour Post", "Daily Ledger", "North Wire")
PEOPLE = (
    ("Ana Silva", "the prime minister"),
    ("Tom Reed", "a spokesman for the police"),
    ("Kaja Holm", "the mayor of Tallinn"),
    ("Marek Nowak", "chief executive of Lloyd Marks plc"),
    ("Grace Okafor", "a lawyer in Lagos"),
    ("John Hale", "an economist at Oxford University"),
)
SPELLINGS = {"Kaja Holm": "Kaia Holm", "Ana Silva": "Ana da Silva"}
WORDS = (
    "We will not leave anyone behind this winter",
    "The bridge is safe and it will open in the spring",
    "Nobody asked us before the decision was taken",
    "Prices are too high and people know it",
    "This is a good day for the whole country",
    "There is no money left for schools like ours",
)
REPORTS = ("the talks would go on for weeks", "the harbour needed new walls", "the vote had been fair")
SUBJECTS = ("Inflation", "Unemployment")


def made(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield articles put together by chance."""
    chance = random.Random(seed)
    for i in range(count):
        (one, role), (two, other) = chance.sample(PEOPLE, 2)
        if chance.random() < 0.2:
            one = SPELLINGS.get(one, one)
        rate = round(chance.uniform(1, 12), 1)
        text = (
            f"“{chance.choice(WORDS)},” {one}, {role}, said on Tuesday. {two}, {other}, said that "
            f"{chance.choice(REPORTS)}. {chance.choice(SUBJECTS)} rose to {rate} percent last month, and "
            f"{chance.randrange(10, 900)} people lost their jobs in Riga. “{chance.choice(WORDS)},” {one.split()[-1]} added."
        )
        day = datetime.date(2023, 1, 1) + datetime.timedelta(days=chance.randrange(365))
        yield {"id": f"a{i}", "text": text, "date": day.isoformat(), "outlet": chance.choice(OUTLETS)}


def cut(count: int, path: str, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield articles of about 1,200 characters, cut by paragraphs from the texts of a corpus in an order by chance."""
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    pieces: list[str] = []
    for text in texts:
        piece = ""
        for paragraph in text.splitlines(keepends=True):
            if len(piece) > 900:
                pieces.append(piece.strip())
                piece = ""
            piece += paragraph
        pieces.append(piece.strip())
    pieces = [piece[:2400] for piece in pieces if len(piece) > 300]
    chance = random.Random(seed)
    for i in range(count):
        day = datetime.date(2023, 1, 1) + datetime.timedelta(days=chance.randrange(365))
        yield {"id": f"a{i}", "text": chance.choice(pieces), "date": day.isoformat(), "outlet": chance.choice(OUTLETS)}


if __name__ == "__main__":
    count = int(sys.argv[1])
    for article in cut(count, sys.argv[2]) if len(sys.argv) > 2 else made(count):
        print(json.dumps(article, ensure_ascii=False))
