"""The package gives what the command line gives, on every test text; its own command line is the same one."""

import json
import subprocess
import sys

import whosaid


def positions_in_code_points(text, value):
    """Turns UTF-16 positions of the command line into code points, by a way of its own."""
    starts = {}
    unit = 0
    for point, character in enumerate(text):
        starts[unit] = point
        unit += len(character.encode("utf-16-le")) // 2
    starts[unit] = len(text)

    def convert(it):
        if isinstance(it, dict):
            return {k: starts[v] if k in ("start", "end") else convert(v) for k, v in it.items()}
        return [convert(v) for v in it] if isinstance(it, list) else it

    return convert(value)


def lines_of(texts, **more):
    return "".join(json.dumps({"id": i, "text": text, **more}) + "\n" for i, text in enumerate(texts)).encode()


def test_the_command_line_finds_the_same(texts, command_line):
    for more in ({}, {"date": "2023-06-27", "stances": True}):
        result = command_line("--jsonl", stdin=lines_of(texts, **more))
        lines = result.stdout.decode().splitlines()
        assert result.returncode == 0 and len(lines) == len(texts)
        for text, line in zip(texts, lines, strict=True):
            expected = json.loads(line)
            del expected["id"]
            found = whosaid.annotate(text, **more)
            assert found.to_dict("utf16") == {"unit": "utf16", **expected}
            assert found.to_dict() == {"unit": "code_points", **positions_in_code_points(text, expected)}


def test_the_package_has_the_command_line(texts, command_line):
    def own(*arguments, stdin=b""):
        return subprocess.run([sys.executable, "-m", "whosaid", *arguments], input=stdin, capture_output=True, check=False)

    for arguments, stdin in [(("--jsonl",), lines_of(texts)), (("--help",), b""), (("--jsonl", "x"), b""), (("--jsonl",), b"{}\n")]:
        ours, theirs = own(*arguments, stdin=stdin), command_line(*arguments, stdin=stdin)
        assert (ours.stdout, ours.stderr, ours.returncode) == (theirs.stdout, theirs.stderr, theirs.returncode)
