"""Words, sub-words and windows: how a text goes into the encoder.

Words are runs of letters and digits, or single marks; URLs and e-mail addresses are one word each. The
encoder's own sub-words ignore case, so each word carries more: how it is written (`CASES`), what stands
before it (`GAPS`), how it is written elsewhere in the document (`ELSEWHERE`), and hashes of itself, its
shape, its first and its last letters, capitals kept.

A document is cut into windows of at most `limit` sub-words, at sentence or line ends where possible, so
that the encoder sees several sentences at once.

Misses: sentence ends are guessed from the marks alone; a name longer than a window is cut; borders inside
a word (`UkraineS`) cannot be represented.
"""

import re
import zlib
from collections import defaultdict
from dataclasses import dataclass, field

from tokenizers import Tokenizer

CASES = ["none", "lower", "title", "upper", "initial", "mixed", "title-first", "upper-first"]
NONE, LOWER, TITLE, UPPER, INITIAL, MIXED, TITLE_FIRST, UPPER_FIRST = range(len(CASES))
GAPS = ["inside", "joined", "space", "line", "paragraph"]
INSIDE, JOINED, SPACE, LINE, PARAGRAPH = range(len(GAPS))
# Bit 1: in lower case too; bit 2: capitalised where no sentence starts.
ELSEWHERE = 4

WORD = re.compile(
    r"(?:https?://|www\.)\S*\w|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # a link or an address
    r"|(?:[^\W_][\u0300-\u036f]*)+|[^\w\s]|_"
)
CLOSERS = set("\"'”’»)]}")
LINK_PIECES = 8
WORD_PIECES = 24
HASHES = 1 << 16


@dataclass
class Form:
    """What is known of a word without its context."""

    pieces: list
    case: int
    hashes: list


@dataclass
class Words:
    """A document's words. `spans` are code points; `starts` says where a sentence starts."""

    spans: list = field(default_factory=list)
    texts: list = field(default_factory=list)
    forms: list = field(default_factory=list)
    gaps: list = field(default_factory=list)
    starts: list = field(default_factory=list)
    elsewhere: list = field(default_factory=list)

    def __len__(self):
        return len(self.spans)


def case_of(word):
    """How the letters of `word` are written."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return NONE
    uppers = sum(c.isupper() for c in letters)
    if uppers == 0:
        return LOWER
    if uppers == len(letters):
        return INITIAL if uppers == 1 else UPPER
    return TITLE if uppers == 1 and letters[0].isupper() else MIXED


def hashes_of(word):
    """The word, its shape, first and last letters, as numbers from 1; digits are alike."""
    word = re.sub(r"\d", "0", word[:40])
    shape = re.sub(r"(.)\1{2,}", r"\1\1", re.sub(r"[^\W\d_]", lambda m: "X" if m.group().isupper() else "x", word))
    parts = ["w" + word, "s" + shape] + [f"p{word[:n]}" for n in (2, 3, 4)] + [f"e{word[-n:]}" for n in (2, 3, 4)]
    return [1 + zlib.crc32(part.encode()) % (HASHES - 1) for part in parts]


class Splitter:
    """Splits texts into words; works each word out once."""

    def __init__(self, tokenizer_file):
        self.tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.seen = {}

    def form(self, word):
        form = self.seen.get(word)
        if form is None:
            pieces = self.tokenizer.encode(word, add_special_tokens=False).ids
            link = "://" in word or "www." in word or "@" in word[1:]
            pieces = pieces[: LINK_PIECES if link else WORD_PIECES]
            form = self.seen[word] = Form(pieces, case_of(word), hashes_of(word))
        return form

    def split(self, text):
        words = Words()
        # Whether a sentence has ended, and whether an opening mark has begun the next.
        end, ended, opened = 0, True, False
        seen = defaultdict(int)
        for match in WORD.finditer(text):
            word = match.group()
            form = self.form(word)
            if not form.pieces:
                continue
            blank = text[end : match.start()]
            lines = blank.count("\n")
            gap = PARAGRAPH if lines > 1 or not words.spans else LINE if lines else SPACE if blank else JOINED
            start = gap >= LINE or opened or (ended and gap == SPACE and form.case != LOWER)
            words.spans.append(match.span())
            words.texts.append(word)
            words.forms.append(form)
            words.gaps.append(gap)
            words.starts.append(start)
            if form.case == LOWER:
                seen[word.lower()] |= 1
            elif form.case != NONE and not start:
                seen[word.lower()] |= 2
            end = match.end()
            mark = len(word) == 1 and not word.isalnum()
            opened = start and mark
            ended = word in ".!?…" or (ended and word in CLOSERS and gap == JOINED)
        words.elsewhere = [seen[word.lower()] for word in words.texts]
        return words


def recase(word, how):
    """`word` in all capitals, in lower case, or as in a headline."""
    if how == "upper":
        return word.upper()
    if how == "lower":
        return word.lower()
    return word[:1].upper() + word[1:]


def windows(words, limit, first=None):
    """Cuts `words` into (from, to) of at most `limit` sub-words; the first window of at most `first`."""
    cut, begin, size, sentence = [], 0, 0, 0
    most = first or limit
    sizes = [len(form.pieces) for form in words.forms]
    for i, count in enumerate(sizes):
        if words.starts[i] and not (i and words.starts[i - 1] and words.gaps[i] == JOINED):
            sentence = i
        if size + count > most and i > begin:
            at = sentence if sentence > begin else i
            cut.append((begin, at))
            begin, most = at, limit
            size = sum(sizes[begin:i])
        size += count
    if begin < len(sizes):
        cut.append((begin, len(sizes)))
    return cut
