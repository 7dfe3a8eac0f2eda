"""The encoder (MiniLM, 6 layers of 384) with what it cannot see added, and one softmax head a corpus.

The encoder's vocabulary knows no capitals and no line ends. A word's case, the gap before it, its case
elsewhere in the document and its hashed cased form are added to its first sub-word's input; the hashed
form is joined to the last layer once more before the heads.

Two trials with whole-word vectors (GloVe) in the input as well had a loss half as large again after as many
steps, and were stopped; other settings differed, too, so that the vectors may not be all to blame.

The encoder is written out here rather than taken from `transformers`: nothing else of that package is
needed, and a CPU trains half as fast again with the dropout and attention below. Weights are those of
all-MiniLM-L6-v2; the sub-word vectors stay as they are.
"""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

import text

KINDS = ["person", "organization", "place", "group", "product", "event", "other"]
LABELS = ["O"] + [f"{b}-{kind}" for kind in KINDS for b in "BI"]
HEADS = ["worldwide", "gum", "politics", "gmb"]
PAD, CLS, SEP = 0, 101, 102
HASHED = 64
MASKS = {}


def drop(x, share, training):
    """Dropout from a pool of random masks: drawing them anew takes a tenth of a training step on a CPU."""
    if not training or share == 0:
        return x
    if share not in MASKS:
        keep = torch.rand(1 << 23) >= share
        MASKS[share] = (keep / (1 - share)).to(torch.bfloat16)
    pool, count = MASKS[share], x.numel()
    start = int(torch.randint(len(pool) - count, ()))
    return x * pool[start : start + count].view(x.shape)


class Layer(nn.Module):
    """One transformer layer, normed after each half as in BERT."""

    def __init__(self, config, dropout):
        super().__init__()
        width, inner = config["hidden_size"], config["intermediate_size"]
        self.heads, self.dropout = config["num_attention_heads"], dropout
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1 = nn.LayerNorm(width, config["layer_norm_eps"])
        self.norm2 = nn.LayerNorm(width, config["layer_norm_eps"])

    def forward(self, x, mask):
        b, n, width = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # Faster on a CPU, backwards too, than the fused call.
        scores = torch.matmul(q * q.shape[-1] ** -0.5, k.transpose(-1, -2))
        if mask is not None:
            scores = scores + mask
        a = torch.matmul(scores.softmax(-1).to(v.dtype), v)
        a = self.o(a.transpose(1, 2).reshape(b, n, width))
        x = self.norm1(x + drop(a, self.dropout, self.training))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + drop(h, self.dropout, self.training))


class Teacher(nn.Module):
    """Windows in, for each word and head the logits of `LABELS` out."""

    def __init__(self, config, dropout=0.1):
        super().__init__()
        width, self.dropout = config["hidden_size"], dropout
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.norm = nn.LayerNorm(width, config["layer_norm_eps"])
        self.gaps = nn.Embedding(len(text.GAPS), width)
        # Of a sub-word: its word's case, and whether it begins the word.
        self.cases = nn.Embedding(2 * len(text.CASES), width)
        self.elsewhere = nn.Embedding(text.ELSEWHERE, width)
        for table in (self.cases, self.gaps, self.elsewhere):
            nn.init.normal_(table.weight, std=0.01)
        self.hashed = nn.EmbeddingBag(text.HASHES, HASHED, mode="sum", padding_idx=0)
        nn.init.normal_(self.hashed.weight, std=0.1)
        self.enter = nn.Linear(HASHED, width)
        nn.init.normal_(self.enter.weight, std=0.01)
        nn.init.zeros_(self.enter.bias)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config["num_hidden_layers"]))
        self.join = nn.Linear(width + HASHED, width)
        self.heads = nn.ModuleDict({head: nn.Linear(width, len(LABELS)) for head in HEADS})

    @classmethod
    def from_folder(cls, folder):
        """The pretrained encoder, with the rest untrained."""
        folder = Path(folder)
        model = cls(json.loads((folder / "config.json").read_text()))
        model.load_encoder(load_file(folder / "model.safetensors"))
        return model

    def load_encoder(self, given):
        own = {"positions.weight": given["embeddings.position_embeddings.weight"]}
        kind = given["embeddings.token_type_embeddings.weight"][0]
        own["words.weight"] = given["embeddings.word_embeddings.weight"] + kind
        for w in ("weight", "bias"):
            own[f"norm.{w}"] = given[f"embeddings.LayerNorm.{w}"]
            for i in range(len(self.layers)):
                base = f"encoder.layer.{i}."
                attention = [given[f"{base}attention.self.{x}.{w}"] for x in ("query", "key", "value")]
                own[f"layers.{i}.qkv.{w}"] = torch.cat(attention)
                for ours, theirs in (
                    ("o", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    own[f"layers.{i}.{ours}.{w}"] = given[f"{base}{theirs}.{w}"]
        missing, unexpected = self.load_state_dict(own, strict=False)
        fresh = ("cases", "gaps", "elsewhere", "hashed", "enter", "join", "heads")
        assert not unexpected and all(name.split(".")[0] in fresh for name in missing), missing

    def extra(self, batch, hashed):
        """What is added to the input of each word's first sub-word."""
        return self.enter(hashed).float() + self.elsewhere(batch.elsewhere)

    def forward(self, batch):
        """The vectors of the words of all windows: [words, width]."""
        b, n = batch.pieces.shape
        hashed = self.hashed(batch.hashes)
        if self.training:
            # Now and then a word is known by its sub-words alone, so that the forms are not learnt by heart.
            hashed = hashed * (torch.rand(len(hashed), 1) >= 0.2)
        x = self.words(batch.pieces) + self.positions(torch.arange(n)) + self.cases(batch.cases) + self.gaps(batch.gaps)
        x = x.index_put((batch.rows, batch.columns), self.extra(batch, hashed), accumulate=True)
        x = drop(self.norm(x), self.dropout, self.training)
        mask = None
        if int(batch.lengths.min()) < n:
            pad = torch.arange(n)[None, :] >= batch.lengths[:, None]
            mask = torch.zeros(b, 1, 1, n, dtype=torch.bfloat16).masked_fill(pad[:, None, None, :], -1e4)
        for layer in self.layers:
            x = layer(x, mask)
        x = x[batch.rows, batch.columns]
        x = F.gelu(self.join(torch.cat([x, hashed.to(x.dtype)], 1))) + x
        return drop(x, self.dropout, self.training)


class Batch:
    """Windows padded to one length: `rows` and `columns` are the words' first sub-words."""

    def __init__(self, windows):
        n = max(window.size for window in windows) + 2
        n += -n % 8
        self.pieces = torch.full((len(windows), n), PAD)
        self.cases, self.gaps = torch.zeros_like(self.pieces), torch.zeros_like(self.pieces)
        for row, window in enumerate(windows):
            self.pieces[row, : window.size + 2] = torch.tensor([CLS, *window.pieces, SEP])
            self.cases[row, 1 : window.size + 1] = torch.tensor(window.cases)
            self.gaps[row, 1 : window.size + 1] = torch.tensor(window.gaps)
        self.lengths = torch.tensor([window.size + 2 for window in windows])
        self.rows = torch.cat([torch.full((len(w.columns),), row) for row, w in enumerate(windows)])
        self.columns = torch.tensor([c + 1 for w in windows for c in w.columns])
        self.hashes = torch.tensor([h for w in windows for h in w.hashes])
        self.elsewhere = torch.tensor([e for w in windows for e in w.elsewhere])


class Window:
    """The words from `begin` to `end` as numbers; `forms` and `elsewhere` in place of the words' own."""

    def __init__(self, words, begin, end, forms=None, elsewhere=None):
        forms = words.forms[begin:end] if forms is None else forms
        self.elsewhere = words.elsewhere[begin:end] if elsewhere is None else elsewhere
        self.pieces, self.cases, self.gaps, self.columns = [], [], [], []
        self.hashes = [form.hashes for form in forms]
        first = {text.TITLE: text.TITLE_FIRST, text.UPPER: text.UPPER_FIRST}
        for form, i in zip(forms, range(begin, end)):
            self.columns.append(len(self.pieces))
            case = first.get(form.case, form.case) if words.starts[i] else form.case
            more = len(form.pieces) - 1
            self.pieces += form.pieces
            self.cases += [2 * case] + [2 * case + 1] * more
            self.gaps += [words.gaps[i]] + [text.INSIDE] * more
        self.size = len(self.pieces)
