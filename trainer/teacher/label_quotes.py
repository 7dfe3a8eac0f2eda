"""Labels raw text with the teacher for quotes: `label_quotes.py --units DIR --encoder DIR --model FILE --out DIR NAME...`.

Reads the units of `DIR/NAME.jsonl`, as `whosaid-trainer units` writes them, and gives each its label: the best sequence
of the teacher's field and the small model's, paired (`--share`). Writes `{"id", "text", "gold": {"labels":
[[start, end, [[label, p], …]], …]}}` a line: each unit's likely labels, that of the best sequence first, units that are
surely outside left out. Documents that are no running text are dropped. `--score NAME` prints the exact parts.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch

import text
from quote_model import BETWEEN, KINDS, LABELS, LEGAL, NEVER, Article, QuoteTeacher, UnitBatch


# Labels less likely than that are left out, and units more surely outside.
LEAST, SURE = 0.01, 0.995


class Reader:
    """Gives the units of articles their scores and labels."""

    def __init__(self, model, window=254, context=48, batch=6144):
        self.model, self.window, self.context, self.batch = model.eval(), window, context, batch
        self.steps = (model.steps.detach() + LEGAL).numpy()
        self.end = model.end.detach().numpy()

    @torch.no_grad()
    def scores(self, articles):
        """For each article [units, labels]."""
        found = [np.zeros((len(a.units), LABELS), np.float32) for a in articles]
        cuts = [(n, cut) for n, a in enumerate(articles) for cut in a.cut(self.window, context=self.context)]
        cuts.sort(key=lambda item: -item[1].size)
        while cuts:
            count = max(1, self.batch // (cuts[0][1].size + 2))
            taken, cuts = cuts[:count], cuts[count:]
            batch = UnitBatch([cut for _, cut in taken])
            with torch.autocast("cpu", torch.bfloat16):
                scores = self.model(batch)
            rows = iter(scores.float().numpy())
            for n, cut in taken:
                for first, end in cut.ranges:
                    found[n][first:end] = next(rows)[: end - first]
        return found


class Field:
    """The small model's field."""

    def __init__(self, path):
        field = json.loads(Path(path).read_text())
        never = lambda row: [NEVER if x is None else x for x in row]
        self.steps = np.array([never(row) for row in field["steps"] + [field["start"]]], np.float32)
        self.end = np.array(field["end"], np.float32)

    def scores(self, articles):
        return [np.array(a.scores, np.float32) / 100 for a in articles]


def pair(scores, reader, field, share, articles):
    """The product of two fields is a field."""
    if not share:
        return scores, reader.steps, reader.end
    mix = lambda a, b: (1 - share) * a + share * b
    scores = [mix(a, b) for a, b in zip(scores, field.scores(articles))]
    return scores, np.maximum(mix(reader.steps, field.steps), NEVER), mix(reader.end, field.end)


def decode(articles, scores, steps, end):
    """For each article its units' best labels, and how likely each label is."""
    labels = [np.zeros(len(s), np.int64) for s in scores]
    likely = [np.zeros((len(s), LABELS), np.float32) for s in scores]
    sentences = [(n, a, b) for n, article in enumerate(articles) for a, b in article.sentences if b > a]
    sentences.sort(key=lambda s: s[2] - s[1])
    sums = lambda x, axis: np.log(np.exp(x - (top := x.max(axis, keepdims=True))).sum(axis)) + top.squeeze(axis)
    for at in range(0, len(sentences), 256):
        batch = sentences[at : at + 256]
        counts = np.array([b - a for _, a, b in batch])
        most = int(counts.max())
        rows = np.zeros((len(batch), most, LABELS), np.float32)
        for row, (n, a, b) in enumerate(batch):
            rows[row, : b - a] = scores[n][a:b]
        best = total = rows[:, 0] + steps[-1]
        bests, totals = [best], [total]
        back = np.zeros((len(batch), most, LABELS), np.int8)
        for i in range(1, most):
            paths = bests[-1][:, :, None] + steps[:-1]
            back[:, i] = paths.argmax(1)
            bests.append(paths.max(1) + rows[:, i])
            totals.append(sums(totals[-1][:, :, None] + steps[:-1], 1) + rows[:, i])
        every = np.arange(len(batch))
        final = np.stack(bests, 1)[every, counts - 1] + end
        label = final.argmax(1)
        behind = np.broadcast_to(end, (len(batch), LABELS)).copy()
        for i in range(most - 1, -1, -1):
            inside = i < counts
            chances = totals[i] + behind
            chances = np.exp(chances - sums(chances, 1)[:, None])
            for row in np.nonzero(inside)[0]:
                n, a, _ = batch[row]
                labels[n][a + i], likely[n][a + i] = label[row], chances[row]
            if i:
                label = np.where(inside, back[every, i, label], label)
                ahead = sums(steps[None, :-1] + (rows[:, i] + behind)[:, None, :], 2)
                behind = np.where(inside[:, None], ahead, behind)
    return labels, likely


def parts(labels):
    """(kind, first, end) of each part."""
    found = []
    for u, label in enumerate(labels):
        if not 0 < label < BETWEEN:
            continue
        kind = KINDS[1 + (label - 1) // 4 * 4]
        if label % 2 == 0 and found and found[-1][0] == kind and found[-1][2] == u:
            found[-1] = (kind, found[-1][1], u + 1)
        else:
            found.append((kind, u, u + 1))
    return found


def exact(articles, labels):
    """{kind: (precision, recall, F1)} of exact parts."""
    counts = {kind: [0, 0, 0] for kind in KINDS.values()}
    for article, own in zip(articles, labels):
        gold, found = set(parts(article.labels)), parts(own)
        for part in found:
            counts[part[0]][0] += part in gold
            counts[part[0]][1] += 1
        for part in gold:
            counts[part[0]][2] += 1
    ratio = lambda a, b: 100 * a / max(1, b)
    return {k: (ratio(r, f), ratio(r, g), ratio(2 * r, f + g)) for k, (r, f, g) in counts.items()}


def shown(scored):
    return "  ".join(f"{kind} P {p:.1f} R {r:.1f} F1 {f:.1f}" for kind, (p, r, f) in scored.items())


def report(reader, articles):
    scores = reader.scores(articles)
    labels, _ = decode(articles, scores, reader.steps, reader.end)
    print("dev", shown(exact(articles, labels)), flush=True)


def load(file, encoder):
    """A trained teacher, for reading only."""
    model = QuoteTeacher(json.loads((encoder / "config.json").read_text()))
    model.load_state_dict({name: weight.float() for name, weight in torch.load(file).items()})
    return model.eval()


def is_running_text(article):
    """Whether most of it stands in sentences that have an end."""
    last = lambda units: article.text[article.spans[units[1] - 1][1] - 1]
    ended = sum(b - a for a, b in article.sentences if b - a >= 5 and last((a, b)) in ".!?…\"'”’)")
    return ended >= 0.6 * len(article.units)


def likely_labels(label, chances):
    others = [k for k in np.argsort(-chances) if k != label and chances[k] >= LEAST]
    return [[int(k), round(float(chances[k]), 3)] for k in [label, *others]]


def write(path, articles, labels, likely):
    with open(path.with_suffix(".part"), "w", encoding="utf-8") as out:
        for article, own, chances in zip(articles, labels, likely):
            found = [
                [*article.spans[u], likely_labels(own[u], chances[u])]
                for u in range(len(own))
                if own[u] or chances[u, 0] < SURE
            ]
            line = {"id": article.id, "text": article.text, "gold": {"labels": found}}
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
    path.with_suffix(".part").rename(path)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("inputs", nargs="*")
    ask.add_argument("--units", type=Path, required=True)
    ask.add_argument("--encoder", type=Path, required=True)
    ask.add_argument("--model", type=Path, required=True)
    ask.add_argument("--out", type=Path)
    ask.add_argument("--share", type=float, default=0.15, help="of the small model")
    ask.add_argument("--score", nargs="*", default=[])
    ask.add_argument("--threads", type=int, default=2)
    options = ask.parse_args()
    torch.set_num_threads(options.threads)
    splitter = text.Splitter(options.encoder / "tokenizer.json")
    reader = Reader(load(options.model, options.encoder))
    field = Field(options.units / "steps.json")

    def read(name):
        with open(options.units / f"{name}.jsonl", encoding="utf-8") as lines:
            waiting = []
            for line in lines:
                article = Article(json.loads(line), splitter)
                if article.units and (article.labels or is_running_text(article)):
                    waiting.append(article)
                if len(waiting) == 256:
                    yield waiting
                    waiting = []
            if waiting:
                yield waiting

    for name in options.score:
        articles = [a for batch in read(name) for a in batch]
        scores = reader.scores(articles)
        for share in (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 1.0):
            labels, _ = decode(articles, *pair(scores, reader, field, share, articles))
            print(f"{name} {share}", shown(exact(articles, labels)), flush=True)
    for name in options.inputs:
        began, done, all_labels = time.time(), 0, ([], [], [])
        for articles in read(name):
            scores = reader.scores(articles)
            labels, likely = decode(articles, *pair(scores, reader, field, options.share, articles))
            for kept, new in zip(all_labels, (articles, labels, likely)):
                kept.extend(new)
            done += sum(len(a.units) for a in articles)
            print(f"{name}: {done} units, {done / (time.time() - began):.0f} a second", flush=True)
        write(options.out / f"{name}.jsonl", *all_labels)


if __name__ == "__main__":
    main()
