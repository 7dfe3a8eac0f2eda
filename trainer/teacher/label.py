"""Labels raw text with a trained teacher: `label.py --model FILE --encoder DIR --out DIR INPUT...`.

Each input line, `{"id", "text"}`, becomes `{"id", "text", "gold": {"entities": [{"start", "end", "kind", "p"}]},
"doubt": [[start, end, p]]}`. `p` is the lowest probability among the name's words of the label chosen; `doubt`
lists words left outside names although their probability of that is below 0.8, so that a student can leave
out or weigh down what its teacher does not know. The labels are the best legal sequence (Viterbi) under
the worldwide head, whatever the text's own corpus: so every text is read by one guideline.

With `--field` the encoder is one half of a pair: the other is the names model trained on gold alone, whose
probabilities are multiplied in. `--soft` also writes, for each word that is not surely outside names, its
likeliest labels with their probabilities.
"""

import argparse
import gzip
import importlib.util
import json
import time
from pathlib import Path

import numpy as np
import torch

import text
from model import LABELS, Batch, Teacher, Window

DOUBT = 0.8
SURE = 0.995


def legal_steps():
    """0 where a label may follow another, else a large negative number; the row past the last is the start."""
    steps = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)
    for to, label in enumerate(LABELS):
        if label.startswith("I-"):
            steps[:, to] = -1e4
            for before in ("B-", "I-"):
                steps[LABELS.index(before + label[2:]), to] = 0
    return steps


STEPS = legal_steps()


def best_sequences(scores, counts):
    """The best legal label sequence of each row of `scores` [rows, words, labels]."""
    rows, most, _ = scores.shape
    best = scores[:, 0] + STEPS[-1]
    back = np.zeros(scores.shape, np.int8)
    kept = np.zeros_like(scores)
    kept[:, 0] = best
    for i in range(1, most):
        paths = best[:, :, None] + STEPS[:-1]
        back[:, i] = paths.argmax(1)
        best = paths.max(1) + scores[:, i]
        kept[:, i] = best
    out = []
    for row in range(rows):
        label = int(kept[row, counts[row] - 1].argmax())
        path = [label]
        for i in range(counts[row] - 1, 0, -1):
            label = int(back[row, i, label])
            path.append(label)
        out.append(path[::-1])
    return out


class Field:
    """What the names model, trained on gold alone, holds likely: the other half of the teacher's judgment.

    A file for each set, as `whosaid-trainer names --marginals` writes it: `{"id", "tokens": [[start, end]],
    "p": [[...]]}` a line, without the tokens that are surely outside every name. Its tokens are not this
    reader's words (`U.S.` is one): a word inside a token that begins earlier goes on with its label.
    """

    LEAST = 1e-3

    def __init__(self, path):
        self.documents = {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                self.documents[document["id"]] = (document["tokens"], document["p"])
        self.inner = np.array([LABELS.index("I" + label[1:]) if label != "O" else 0 for label in LABELS])

    def logarithms(self, document_id, words):
        tokens, rows = self.documents[document_id]
        out = np.full((len(words), len(LABELS)), self.LEAST / len(LABELS), np.float32)
        out[:, 0] = 1 - self.LEAST
        at = 0
        for i, (start, end) in enumerate(words.spans):
            while at < len(tokens) and tokens[at][1] <= start:
                at += 1
            if at < len(tokens) and tokens[at][0] < end:
                row = np.asarray(rows[at], np.float32)
                if tokens[at][0] < start and i and words.spans[i - 1][1] > tokens[at][0]:
                    row = np.bincount(self.inner, row, len(LABELS))
                row = np.maximum(row, self.LEAST / len(LABELS))
                out[i] = row / row.sum()
        return np.log(out)


class Reader:
    """Gives each word of a document its label probabilities."""

    def __init__(self, models, splitter, head="worldwide", window=254, context=48, batch=4096, share=0.4):
        self.share = share
        self.models = models if isinstance(models, list) else [models]
        self.splitter, self.head = splitter, head
        self.window, self.context, self.batch = window, context, batch

    def cut(self, words):
        """(from, to, first new word): windows that begin with words of the one before, as context."""
        sizes = [len(form.pieces) for form in words.forms]
        if sum(sizes) <= self.window:
            return [(0, len(words), 0)] if len(words) else []
        cut = []
        for begin, end in text.windows(words, self.window - self.context, self.window):
            at, size = begin, 0
            while at > 0 and size + sizes[at - 1] <= self.context:
                at -= 1
                size += sizes[at]
            cut.append((at, end, begin))
        return cut

    @torch.no_grad()
    def logarithms(self, items):
        batch, total = Batch(items), None
        for model in self.models:
            with torch.autocast("cpu", torch.bfloat16):
                vectors = model(batch)
            logits = model.heads[self.head](vectors.float()).log_softmax(-1)
            total = logits if total is None else total + logits
        if len(self.models) > 1:
            total = (total / len(self.models)).log_softmax(-1)
        return total.numpy()

    def read(self, texts, ids=None, field=None):
        """For each text (words, labels, probabilities [words, labels]); `field` has its `share` in them."""
        documents = [self.splitter.split(t) for t in texts]
        others = [field.logarithms(name, words) for name, words in zip(ids, documents)] if field else None
        jobs = [(n, *cut) for n, words in enumerate(documents) for cut in self.cut(words)]
        items = [Window(documents[n], begin, end) for n, begin, end, _ in jobs]
        order = sorted(range(len(jobs)), key=lambda j: -items[j].size)
        scores = [np.zeros((len(words), len(LABELS)), np.float32) for words in documents]
        labels = [[0] * len(words) for words in documents]
        while order:
            count = max(1, self.batch // (items[order[0]].size + 2))
            batch, order = order[:count], order[count:]
            flat = self.logarithms([items[j] for j in batch])
            counts = [len(items[j].columns) for j in batch]
            padded = np.full((len(batch), max(counts), len(LABELS)), 0, np.float32)
            at = 0
            for row, size in enumerate(counts):
                padded[row, :size] = flat[at : at + size]
                at += size
                if field:
                    n, begin, end, _ = jobs[batch[row]]
                    mean = (1 - self.share) * padded[row, :size] + self.share * others[n][begin:end]
                    padded[row, :size] = mean - np.log(np.exp(mean).sum(1, keepdims=True))
            for row, (j, path) in enumerate(zip(batch, best_sequences(padded, counts))):
                n, begin, end, new = jobs[j]
                scores[n][new:end] = padded[row, new - begin : end - begin]
                labels[n][new:end] = path[new - begin :]
        return list(zip(documents, labels, (np.exp(s) for s in scores)))


def names(words, labels, chances):
    """The names of a document and the words in doubt."""
    found, doubt = [], []
    for i, (label, (start, end)) in enumerate(zip(labels, words.spans)):
        p = float(chances[i, label])
        if label == 0:
            if p < DOUBT:
                doubt.append([start, end, round(p, 3)])
        elif LABELS[label].startswith("I-") and found and i and labels[i - 1] != 0:
            found[-1]["end"] = end
            found[-1]["p"] = min(found[-1]["p"], round(p, 3))
        else:
            found.append({"start": start, "end": end, "kind": LABELS[label][2:], "p": round(p, 3)})
    return found, doubt


def soft_labels(words, chances):
    """[start, end, {label: probability}] of the words that are not surely outside names."""
    out = []
    for (start, end), row in zip(words.spans, chances):
        if row[0] < SURE:
            top = sorted(range(len(LABELS)), key=lambda k: -row[k])[:3]
            out.append([start, end, {LABELS[k]: round(float(row[k]), 3) for k in top if row[k] >= 0.005}])
    return out


def read_documents(path):
    with (gzip.open if str(path).endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                document = json.loads(line)
                yield {"id": document["id"], "text": document["text"]}


def system_line(document, found):
    """A document's names in the form that the scorer reads: offsets in UTF-16 units."""
    string = document["text"]
    wide = [i for i, c in enumerate(string) if ord(c) > 0xFFFF]
    units = lambda at: at + sum(i < at for i in wide)
    return {
        "id": document["id"],
        "entities": [{"id": f"e{n}", "kind": name["kind"]} for n, name in enumerate(found)],
        "mentions": [
            {"start": units(name["start"]), "end": units(name["end"]), "form": "name", "entity": f"e{n}"}
            for n, name in enumerate(found)
        ],
    }


# The development sets, each with its corpus' head.
DEV = {
    "dev": "worldwide",
    "gum-dev": "gum",
    "ewt-dev": None,
    "politics-dev": "politics",
    "gmb-dev": "gmb",
    "conll2003-dev": None,
}


def score_dev(models, splitter, corpora, limit=None, field=None, **options):
    """Core F1 on the development sets, by the worldwide head and by the set's own: {set[/head]: F1}."""
    spec = importlib.util.spec_from_file_location("ner", corpora.parent / "score" / "ner.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for model in models if isinstance(models, list) else [models]:
        model.eval()
    scored = {}
    for name, own in DEV.items():
        if field and not (field / f"{name}.jsonl").exists():
            continue
        with open(corpora / "ner" / f"{name}.jsonl", encoding="utf-8") as lines:
            gold = [json.loads(line) for line in lines][:limit]
        for head in ["worldwide"] + [own] * (own not in (None, "worldwide")):
            reader = Reader(models, splitter, head, **options)
            other = Field(field / f"{name}.jsonl") if field else None
            read = reader.read([d["text"] for d in gold], [d["id"] for d in gold], other)
            system = [system_line(d, names(*r)[0]) for d, r in zip(gold, read)]
            result, _ = scorer.score(gold, system)
            key = name if head == "worldwide" else f"{name}/{head}"
            scored[key] = 100 * result["core"]["exact"]["f1"]
            if head == own == "worldwide":
                scored[f"{name}:all"] = 100 * result["exact"]["f1"]
    return scored


def load(file, encoder):
    """A trained teacher, for reading only."""
    config = json.loads((encoder / "config.json").read_text())
    weights = torch.load(file)
    model = Teacher(config)
    model.load_state_dict({name: weight.float() for name, weight in weights.items()})
    return model.eval()


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("inputs", nargs="*", type=Path)
    ask.add_argument("--model", type=Path, nargs="+", required=True, help="several: their mean is taken")
    ask.add_argument("--encoder", type=Path, required=True)
    ask.add_argument("--out", type=Path, help="folder for the labelled files")
    ask.add_argument("--prefix", default="")
    ask.add_argument("--soft", action="store_true", help="also write the likeliest labels of each word")
    ask.add_argument("--score", type=Path, metavar="CORPORA", help="score the development sets instead")
    ask.add_argument("--limit", type=int)
    ask.add_argument("--field", type=Path, help="folder of the names model's probabilities, to be paired with")
    ask.add_argument("--share", type=float, default=0.4, help="the names model's part in the pair")
    ask.add_argument("--threads", type=int, default=2)
    options = ask.parse_args()
    torch.set_num_threads(options.threads)
    splitter = text.Splitter(options.encoder / "tokenizer.json")
    models = [load(file, options.encoder) for file in options.model]
    if options.score:
        scored = score_dev(models, splitter, options.score, options.limit, options.field, share=options.share)
        print(" ".join(f"{name} {f1:.1f}" for name, f1 in scored.items()))
        return
    reader = Reader(models, splitter, share=options.share)
    for path in options.inputs:
        label_file(reader, path, options)


def label_file(reader, path, options):
    began, words = time.time(), 0
    name = options.prefix + path.name.removesuffix(".gz")
    field = Field(options.field / path.name) if options.field else None
    part = options.out / (name + ".part")
    soft = options.soft and open(options.out / (name.removesuffix(".jsonl") + ".soft.part"), "w", encoding="utf-8")
    with open(part, "w", encoding="utf-8") as out:
        waiting, size = [], 0
        documents = list(read_documents(path))
        for n, document in enumerate(documents):
            waiting.append(document)
            size += len(document["text"])
            if size < 400_000 and n + 1 < len(documents):
                continue
            read = reader.read([d["text"] for d in waiting], [d["id"] for d in waiting], field)
            for document, (split, labels, chances) in zip(waiting, read):
                found, doubt = names(split, labels, chances)
                line = {**document, "gold": {"entities": found}, "doubt": doubt}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
                if soft:
                    line = {"id": document["id"], "soft": soft_labels(split, chances)}
                    soft.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
                words += len(split)
            waiting, size = [], 0
            print(f"{name}: {n + 1} of {len(documents)}, {words / (time.time() - began):.0f} words/s", flush=True)
    part.rename(options.out / name)
    if soft:
        soft.close()
        Path(soft.name).rename(soft.name.removesuffix(".soft.part") + ".soft.jsonl")


if __name__ == "__main__":
    main()
