"""The texts that every test of the project knows, and where its files lie."""

import json
import os
import random
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]


@pytest.fixture(scope="session")
def texts(seeds: list[str]) -> list[str]:
    """The seeds, the texts that broke such tools before, every sentence of the cases, and mixtures of all of them."""
    nasty = json.loads((ROOT / "tests/texts/nasty.json").read_text(encoding="utf-8"))
    cases = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/cases").rglob("*")) if path.is_file()]
    texts = [*seeds, *nasty, *cases]
    pieces = [piece for text in texts for piece in text.split(" ")]
    chance = random.Random(1)
    return texts + [" ".join(chance.choices(pieces, k=80)) for _ in range(60)]


@pytest.fixture(scope="session")
def command_line():
    """Runs the command line that was built from Rust, where there is one, or else the package's own."""
    program = os.environ.get("WHOSAID")
    if not program:
        pytest.skip("WHOSAID names no built command line")

    def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess:
        return subprocess.run([program, *arguments], input=stdin, capture_output=True, check=False)

    return run
