"""The teacher for quotes: the encoder of `model.py`, with a field over the units of a sentence on top.

A unit is what `whosaid-trainer units` writes: a word of the writer's, a mark, or a whole quotation. Its vector is that
of its first and of its last word. Into the encoder goes, beside the words, what the rules took each unit for, what kind
of name it is part of, and where quotations begin and end. The labels are those of `src/quote/tag.rs`.
"""

import bisect
import json

import torch
from torch import nn
from torch.nn import functional as F

from model import Batch, Teacher, Window

LABELS = 12
BETWEEN = 11
KINDS = {1: "content", 5: "source", 9: "cue"}
HINTS, NAMES, PLACES = 7, 16, 4
NEVER = -1e4


def legal_steps():
    """Rows: from a label, the last row the start; 0 where the step can be taken, else `NEVER`."""
    steps = torch.zeros(LABELS + 1, LABELS)
    for to in range(2, BETWEEN, 2):
        steps[:, to] = NEVER
        steps[to - 1 : to + 1, to] = 0
    return steps


LEGAL = legal_steps()


class Article:
    """A document's words and units; each unit as its first and last word."""

    def __init__(self, line, splitter):
        self.id, self.text, self.spans = line["id"], line["text"], line["units"]
        self.words = words = splitter.split(line["text"])
        self.labels, self.scores = line.get("labels"), line.get("scores")
        self.hints, self.names, self.places = ([0] * len(words) for _ in range(3))
        quotations = set(line["quotations"])
        starts, ends = [s for s, _ in words.spans], [e for _, e in words.spans]
        self.units = []
        for u, (start, end) in enumerate(self.spans):
            first = min(bisect.bisect_right(ends, start), len(words) - 1)
            last = max(first, bisect.bisect_left(starts, end) - 1)
            self.units.append((first, last))
            hint, name = line["hints"][u], line["names"][u]
            for i in range(first, last + 1):
                self.hints[i] = hint + (i > first and hint % 2)
                self.names[i] = name
                if u in quotations:
                    self.places[i] = 2
            if u in quotations:
                self.places[first], self.places[last] = 1, 3
        self.sizes = [len(form.pieces) for form in words.forms]
        self.sentences = line["sentences"]

    def pieces(self, limit):
        """Sentences as (first unit, end, first word, end), those of more than `limit` sub-words cut."""
        found, at = [], 0
        for first, end in self.sentences:
            begin, size = first, 0
            for u in range(first, end):
                stop = self.units[u][1] + 1
                more = sum(self.sizes[at if u == begin else max(at, self.units[u][0]) : stop])
                if size and size + more > limit:
                    found.append((begin, u, at, self.units[u][0]))
                    begin, at, size = u, self.units[u][0], 0
                    more = sum(self.sizes[at:stop])
                size += more
            stop = max(at, self.units[end - 1][1] + 1)
            found.append((begin, end, at, stop))
            at = stop
        return found

    def cut(self, limit, first=None, context=0):
        """Windows of whole sentences: at most `limit` sub-words, and `context` more on either side."""
        cut, held, size, most = [], [], 0, first or limit
        for piece in self.pieces(limit):
            more = sum(self.sizes[piece[2] : piece[3]])
            if held and size + more > most:
                cut.append(held)
                held, size, most = [], 0, limit
            held.append(piece)
            size += more
        cut += [held] if held else []
        return [Cut(self, pieces, limit, context) for pieces in cut]


class Cut(Window):
    """A window and the units of its sentences."""

    def __init__(self, article, pieces, limit, context):
        begin, end = pieces[0][2], pieces[-1][3]
        sizes, size = article.sizes, 0
        # One quotation may be longer than a window.
        stop = begin
        while stop < end and size + sizes[stop] <= limit:
            size += sizes[stop]
            stop += 1
        end = max(stop, begin + 1)
        left = right = 0
        while begin > 0 and left + sizes[begin - 1] <= context:
            begin -= 1
            left += sizes[begin]
        while end < len(sizes) and right + sizes[end] <= context:
            right += sizes[end]
            end += 1
        super().__init__(article.words, begin, end)
        self.hints, self.names = article.hints[begin:end], article.names[begin:end]
        self.places = article.places[begin:end]
        self.ranges = [(first, last) for first, last, _, _ in pieces]
        clamp = lambda i: min(max(i, begin), end - 1) - begin
        self.units = [[tuple(map(clamp, article.units[u])) for u in range(*r)] for r in self.ranges]
        self.labels = article.labels and [article.labels[a:b] for a, b in self.ranges]


class UnitBatch(Batch):
    """Windows padded to one length, and their sentences padded to one length, as numbers of words."""

    def __init__(self, cuts):
        super().__init__(cuts)
        self.hints = torch.tensor([h for cut in cuts for h in cut.hints])
        self.names = torch.tensor([n for cut in cuts for n in cut.names])
        self.places = torch.tensor([p for cut in cuts for p in cut.places])
        sentences, labels, base = [], [], 0
        for cut in cuts:
            for n, units in enumerate(cut.units):
                sentences.append([(base + first, base + last) for first, last in units])
                labels.append(cut.labels[n] if cut.labels else [0] * len(units))
            base += len(cut.columns)
        most = max(map(len, sentences))
        self.counts = torch.tensor([len(s) for s in sentences])
        self.inside = torch.arange(most)[None, :] < self.counts[:, None]
        self.first = torch.tensor([first for sentence in sentences for first, _ in sentence])
        self.last = torch.tensor([last for sentence in sentences for _, last in sentence])
        self.labels = torch.tensor([row + [0] * (most - len(row)) for row in labels])


class QuoteTeacher(Teacher):
    """Windows in, for each unit of each sentence the scores of the labels out."""

    def __init__(self, config, dropout=0.1):
        super().__init__(config, dropout)
        width = config["hidden_size"]
        self.heads = nn.ModuleDict()
        self.hints, self.names = nn.Embedding(HINTS, width), nn.Embedding(NAMES, width)
        self.places = nn.Embedding(PLACES, width)
        for table in (self.hints, self.names, self.places):
            nn.init.normal_(table.weight, std=0.02)
        self.unit = nn.Linear(2 * width, width)
        self.labels = nn.Linear(width, LABELS)
        self.steps = nn.Parameter(torch.zeros(LABELS + 1, LABELS))
        self.end = nn.Parameter(torch.zeros(LABELS))

    @classmethod
    def from_names(cls, file, folder):
        """The names teacher with a new top."""
        model = cls(json.loads((folder / "config.json").read_text()))
        weights = {k: v.float() for k, v in torch.load(file).items() if not k.startswith("heads.")}
        missing, unexpected = model.load_state_dict(weights, strict=False)
        fresh = ("hints", "names", "places", "unit", "labels", "steps", "end")
        assert not unexpected and all(name.split(".")[0] in fresh for name in missing), missing
        return model

    def extra(self, batch, hashed):
        given = self.hints(batch.hints) + self.names(batch.names) + self.places(batch.places)
        return super().extra(batch, hashed) + given

    def forward(self, batch):
        """[sentences, units, labels]"""
        vectors = super().forward(batch)
        units = torch.cat([vectors.index_select(0, batch.first), vectors.index_select(0, batch.last)], -1)
        scores = self.labels(F.gelu(self.unit(units))).float()
        return scores.new_zeros(*batch.inside.shape, LABELS).masked_scatter(batch.inside[..., None], scores)

    def loss(self, scores, batch):
        """What the right labels' probability lacks, a unit."""
        steps = self.steps + LEGAL
        labels, inside = batch.labels, batch.inside
        right = scores.gather(2, labels[..., None]).squeeze(2) * inside
        taken = steps[labels[:, :-1], labels[:, 1:]] * inside[:, 1:]
        last = labels.gather(1, batch.counts[:, None] - 1).squeeze(1)
        right = right.sum(1) + taken.sum(1) + steps[-1][labels[:, 0]] + self.end[last]
        so_far = scores[:, 0] + steps[-1]
        for i in range(1, scores.shape[1]):
            ahead = (so_far[:, :, None] + steps[:-1]).logsumexp(1) + scores[:, i]
            so_far = torch.where(inside[:, i, None], ahead, so_far)
        total = (so_far + self.end).logsumexp(1)
        return (total - right).sum() / inside.sum()
