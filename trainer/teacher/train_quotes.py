"""Fine-tunes the teacher for quotes: `train_quotes.py --units DIR --encoder DIR --names FILE --out FILE`.

Starts from the names teacher. Trains on `polnear-train.jsonl` of the folder of units; reads `polnear-dev.jsonl` there to
report, never to stop or choose by within a run.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch

import label_quotes
import text
from quote_model import Article, QuoteTeacher, UnitBatch
from train import save


def read_units(path, splitter, limit=None):
    with open(path, encoding="utf-8") as lines:
        return [Article(json.loads(line), splitter) for _, line in zip(range(limit or 1 << 30), lines)]


def epoch_batches(articles, options, rng):
    """An epoch's windows in batches of like length."""
    cuts = []
    for article in articles:
        limit = options.window if rng.random() < 0.8 else rng.randint(100, options.window)
        cuts += article.cut(limit, rng.randint(limit // 3, limit))
    rng.shuffle(cuts)
    batches = []
    for at in range(0, len(cuts), 400):
        batch = []
        for cut in sorted(cuts[at : at + 400], key=lambda cut: -cut.size):
            if batch and (len(batch) + 1) * (batch[0].size + 2) > options.batch:
                batches.append(batch)
                batch = []
            batch.append(cut)
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def optimizer_for(model, options):
    """AdamW; the lower a layer, the smaller its rate."""
    fresh = (model.hints, model.names, model.places, model.unit, model.labels)
    known = (model.cases, model.gaps, model.elsewhere, model.hashed, model.enter, model.join, model.norm)
    groups = [
        {"params": [p for module in fresh for p in module.parameters()], "lr": options.fresh},
        {"params": [model.steps, model.end], "lr": 10 * options.fresh, "weight_decay": 0.0},
        {"params": [p for module in known for p in module.parameters()], "lr": options.rate},
    ]
    for i, layer in enumerate(model.layers):
        rate = options.rate * options.decay ** (len(model.layers) - 1 - i)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    for module in (model.words, model.positions):
        module.weight.requires_grad_(False)
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--units", type=Path, required=True)
    ask.add_argument("--encoder", type=Path, required=True)
    ask.add_argument("--names", type=Path, required=True, help="the names teacher")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--epochs", type=int, default=3)
    ask.add_argument("--window", type=int, default=254)
    ask.add_argument("--batch", type=int, default=2048, help="sub-words in a batch, padding counted")
    ask.add_argument("--rate", type=float, default=3e-4)
    ask.add_argument("--fresh", type=float, default=1e-3, help="rate of what is new")
    ask.add_argument("--decay", type=float, default=0.9, help="of the rate from layer to layer")
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--minutes", type=float, default=0, help="stop after: the rate falls by the clock then")
    ask.add_argument("--limit", type=int, help="articles of each set, to try things out")
    options = ask.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)

    splitter = text.Splitter(options.encoder / "tokenizer.json")
    articles = read_units(options.units / "polnear-train.jsonl", splitter, options.limit)
    dev = read_units(options.units / "polnear-dev.jsonl", splitter, options.limit)
    batches = [b for _ in range(options.epochs) for b in epoch_batches(articles, options, rng)]
    total = sum(cut.size for batch in batches for cut in batch)
    print(f"{len(batches)} batches, {total} sub-words in {options.epochs} epochs", flush=True)

    model = QuoteTeacher.from_names(options.names, options.encoder)
    optimizer = optimizer_for(model, options)
    rates = [group["lr"] for group in optimizer.param_groups]
    began, done, mean = time.time(), 0, None
    third = max(1, len(batches) // 3)
    for step, cuts in enumerate(batches):
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
        batch = UnitBatch(cuts)
        with torch.autocast("cpu", torch.bfloat16):
            scores = model(batch)
        loss = model.loss(scores.float(), batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        done += sum(cut.size for cut in cuts)
        mean = loss.item() if mean is None else 0.97 * mean + 0.03 * loss.item()
        if step % 20 == 0:
            seconds = time.time() - began
            left = seconds / done * (total - done) / 60
            print(f"{step} loss {mean:.4f}, {done / seconds:.0f} sub-words/s, {left:.1f} min left", flush=True)
        if step and step % third == 0:
            save(model, options.out)
            label_quotes.report(label_quotes.Reader(model), dev)
    save(model, options.out)
    print(f"trained in {(time.time() - began) / 60:.1f} min", flush=True)
    label_quotes.report(label_quotes.Reader(model), dev)


if __name__ == "__main__":
    main()
