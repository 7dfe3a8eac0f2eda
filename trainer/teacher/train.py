"""Fine-tunes the teacher on the gold names: `train.py --corpora DIR --encoder DIR --out FILE`.

The encoder is shared; each corpus has a head of its own, for their guidelines differ, and the worldwide
head learns from worldwide's articles alone. GMB, large and half automatic, gives another small part of
itself in every epoch. A twelfth of the windows is read in all capitals, in lower case or as a headline.
Regions that a gold set is silent about are left out of the loss.

Trains on `train` sets only; the dev sets are read to report, never to stop or choose by within a run.
The same seed gives the same order of examples; bf16 sums depend on the number of threads.
"""

import argparse
import bisect
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import label
import text
from model import HEADS, KINDS, LABELS, Batch, Teacher, Window

# Head: (file, part of the windows read in an epoch).
SETS = {
    "worldwide": ("ner/train.jsonl", 1.0),
    "gum": ("ner/gum-train.jsonl", 1.0),
    "politics": ("ner/politics-train.jsonl", 2.0),
    "gmb": ("ner/gmb-train.jsonl", 0.3),
}
SKIP = -100


def word_labels(words, gold):
    """Each word's label; `SKIP` in regions that the gold is silent about."""
    labels = [0] * len(words)
    starts = [span[0] for span in words.spans]
    ends = [span[1] for span in words.spans]

    def between(start, end):
        i, out = bisect.bisect_right(ends, start), []
        while i < len(words) and starts[i] < end:
            out.append(i)
            i += 1
        return out

    for start, end in gold.get("ignore") or ():
        for i in between(start, end):
            labels[i] = SKIP
    for entity in gold["entities"]:
        if entity["kind"] in KINDS:
            begin = LABELS.index("B-" + entity["kind"])
            for n, i in enumerate(between(entity["start"], entity["end"])):
                labels[i] = begin + (n > 0)
    return labels


def read_set(path, splitter, limit=None):
    documents = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            words = splitter.split(document["text"])
            documents.append((words, word_labels(words, document["gold"])))
            if limit and len(documents) == limit:
                break
    return documents


def epoch_batches(sets, splitter, options, rng):
    """An epoch's windows in batches of like length: [(window, labels, head)]."""
    items = []
    for head, documents in sets.items():
        share = SETS[head][1]
        for words, labels in documents:
            times = int(share) + (rng.random() < share % 1)
            for _ in range(times):
                limit = options.window if rng.random() < 0.8 else rng.randint(24, options.window)
                for begin, end in text.windows(words, limit, rng.randint(limit // 3, limit)):
                    forms = elsewhere = None
                    if rng.random() < options.recased:
                        how = rng.choice(["upper", "lower", "headline"])
                        forms = [splitter.form(text.recase(word, how)) for word in words.texts[begin:end]]
                        elsewhere = [{"upper": 2, "lower": 1, "headline": 2}[how]] * (end - begin)
                    items.append((Window(words, begin, end, forms, elsewhere), labels[begin:end], head))
    rng.shuffle(items)
    # Sorted within large runs only, so that the order stays random.
    batches = []
    for at in range(0, len(items), 400):
        batch = []
        for item in sorted(items[at : at + 400], key=lambda item: -item[0].size):
            if batch and (len(batch) + 1) * (batch[0][0].size + 2) > options.batch:
                batches.append(batch)
                batch = []
            batch.append(item)
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def batch_loss(model, items):
    batch = Batch([item[0] for item in items])
    with torch.autocast("cpu", torch.bfloat16):
        vectors = model(batch)
    labels = torch.tensor([x for item in items for x in item[1]])
    head_of = torch.tensor([HEADS.index(item[2]) for item in items for _ in item[1]])
    loss = 0.0
    for n, head in enumerate(HEADS):
        mine = (head_of == n).nonzero().squeeze(1)
        if len(mine):
            logits = model.heads[head](vectors[mine].float())
            loss = loss + F.cross_entropy(logits, labels[mine], ignore_index=SKIP, reduction="sum")
    return loss / max(1, int((labels != SKIP).sum()))


def optimizer_for(model, options):
    """AdamW; the lower a layer, the smaller its rate."""
    fresh = (model.heads, model.cases, model.gaps, model.elsewhere, model.hashed, model.enter, model.join)
    groups = [
        {"params": [p for module in fresh for p in module.parameters()], "lr": options.fresh},
        {"params": list(model.norm.parameters()), "lr": options.rate * options.decay ** len(model.layers)},
    ]
    for i, layer in enumerate(model.layers):
        rate = options.rate * options.decay ** (len(model.layers) - 1 - i)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    for module in (model.words, model.positions):
        module.weight.requires_grad_(False)
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def save(model, path):
    """In bf16, by a rename, so that a reader never sees half a file."""
    path = Path(path)
    torch.save({k: v.to(torch.bfloat16) for k, v in model.state_dict().items()}, path.with_suffix(".part"))
    path.with_suffix(".part").rename(path)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--corpora", type=Path, required=True)
    ask.add_argument("--encoder", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--epochs", type=int, default=4)
    ask.add_argument("--window", type=int, default=254)
    ask.add_argument("--batch", type=int, default=2048, help="sub-words in a batch, padding counted")
    ask.add_argument("--rate", type=float, default=1e-4)
    ask.add_argument("--fresh", type=float, default=1e-3, help="rate of what was not pretrained")
    ask.add_argument("--decay", type=float, default=0.9, help="of the rate from layer to layer")
    ask.add_argument("--recased", type=float, default=0.08, help="part of the windows in another case")
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--every", type=float, default=600, help="seconds between checkpoints")
    ask.add_argument("--minutes", type=float, default=0, help="stop after: the rate falls by the clock then")
    ask.add_argument("--limit", type=int, help="documents of each set, to try things out")
    options = ask.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)

    splitter = text.Splitter(options.encoder / "tokenizer.json")
    sets = {h: read_set(options.corpora / f, splitter, options.limit) for h, (f, _) in SETS.items()}
    epochs = [epoch_batches(sets, splitter, options, rng) for _ in range(options.epochs)]
    batches = [batch for epoch in epochs for batch in epoch]
    total = sum(item[0].size for batch in batches for item in batch)
    print(f"{len(batches)} batches, {total} sub-words in {options.epochs} epochs", flush=True)

    model = Teacher.from_folder(options.encoder)
    optimizer = optimizer_for(model, options)
    rates = [group["lr"] for group in optimizer.param_groups]
    began = saved = time.time()
    done, mean = 0, None
    for step, batch in enumerate(batches):
        part = step / len(batches)
        if options.minutes:
            part = max(part, (time.time() - began) / (60 * options.minutes))
        if part >= 1:
            print("out of time", flush=True)
            break
        factor = min(1.0, (step + 1) / 60) * (1 - part)
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * factor
        model.train()
        loss = batch_loss(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        done += sum(item[0].size for item in batch)
        mean = loss.item() if mean is None else 0.97 * mean + 0.03 * loss.item()
        if step % 20 == 0:
            seconds = time.time() - began
            left = seconds / done * (total - done) / 60
            print(f"{step} loss {mean:.4f}, {done / seconds:.0f} sub-words/s, {left:.1f} min left", flush=True)
        if time.time() - saved > options.every:
            save(model, options.out)
            saved = time.time()
            report(model, splitter, options, 40)
    save(model, options.out)
    print(f"trained in {(time.time() - began) / 60:.1f} min", flush=True)
    report(model, splitter, options, None)


def report(model, splitter, options, limit):
    scored = label.score_dev(model, splitter, options.corpora, limit)
    print(" ".join(f"{name} {f1:.1f}" for name, f1 in scored.items()), flush=True)


if __name__ == "__main__":
    main()
