# Targets for people: `make demo` shows what the program does, `make test` proves it. Each makes its own
# virtual environment in .venv from the pinned, hashed list in constraints.txt.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# The stamp's name holds what was installed, so that a changed list is noticed whatever the clocks say.
PINNED := $(shell cat constraints.txt pyproject.toml | sha256sum | cut -c 1-16)
STAMP := $(VENV)/.installed-$(PINNED)

SAMPLES := corpus/*-ho-so-thong-suot/plan.*
SHOWN := out/phu-lac-ho-so-thong-suot-plan.docx.json
CODE := extractor corpus evaluation docs tests
LOCK := pip-compile --quiet --allow-unsafe --extra=dev --generate-hashes --no-emit-find-links \
	--no-emit-index-url --no-emit-options --no-emit-trusted-host --strip-extras \
	--output-file=constraints.txt pyproject.toml

.PHONY: help demo test lint types contract docs interop interop-types fuzz bench evaluate lock clean install fonts office ocr node programs

help:  ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: $(STAMP)  ## the virtual environment

$(STAMP): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	@echo 'Installing the pinned libraries into $(VENV) (some minutes the first time) …'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --disable-pip-version-check --quiet \
		--no-deps --no-build-isolation -e .
	@rm -f $(VENV)/.installed-*
	@touch $@

demo: $(STAMP)  ## read the sample plans in three formats into out/ and show one record
	$(BIN)/kehoach extract $(SAMPLES) -o out
	$(BIN)/kehoach validate --quiet out
	@echo
	$(BIN)/kehoach summary $(SHOWN)

test: $(STAMP) fonts office ocr  ## all tests
	$(BIN)/python -m pytest -q -rs -n auto --ignore=tests/interop

interop: $(STAMP) node office programs  ## outside readers take what the program writes
	$(BIN)/python -m pytest -q -rs tests/interop

interop-types: node  ## TypeScript types anew from the schemas
	for schema in $(addprefix schemas/,$(addsuffix .schema.json,plan comparison matrix cascade findings campaign)); do \
		node tests/interop/node/types.mjs $$schema > $${schema%.schema.json}.d.ts; done

lint: $(STAMP)  ## style and form of the code
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: $(STAMP)  ## types, strictly
	$(BIN)/mypy $(CODE)

contract: $(STAMP)  ## which room may import which
	$(BIN)/lint-imports --no-cache

docs: $(STAMP)  ## the reference pages anew, and the site into build/site
	$(BIN)/python -m docs.generate
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

fuzz: $(STAMP)  ## thousands of spoilt plans, read by processes that may die
	$(BIN)/python -m tests.robustness.fuzz

bench: $(STAMP)  ## milliseconds a stage beside python-docx, memory of a long PDF, seconds a scanned page
	$(BIN)/python -m evaluation.bench
	$(BIN)/python -m evaluation.bench_memory
	$(BIN)/python -m evaluation.bench_scan

evaluate: $(STAMP)  ## predict, score, gains and losses against the baseline
	$(BIN)/python -m evaluation predict
	$(BIN)/python -m evaluation score
	$(BIN)/python -m evaluation compare
	$(BIN)/python -m evaluation report

lock:  ## make constraints.txt anew from pyproject.toml
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --disable-pip-version-check --quiet pip-tools
	build/lock/bin/$(LOCK)

# Tests print plans as PDF and need a serif face with Vietnamese letters.
fonts: $(STAMP)
	@$(BIN)/python -c 'from corpus.fonts import serif; serif()' 2>/dev/null || .ci/fonts

# Tests read .doc, .rtf and .odt through these.
office:
	@for p in soffice antiword catdoc; do command -v $$p >/dev/null || { .ci/libreoffice; break; }; done

# Tests read pictures of pages through tesseract.
ocr:
	@tesseract --list-langs 2>/dev/null | grep -qx vie || .ci/tesseract

# Node's packages are pinned, with hashes, by their own lock.
node:
	@test -d tests/interop/node/node_modules || \
		npm ci --prefix tests/interop/node --ignore-scripts --no-fund --no-audit --loglevel=error

# PostgreSQL's programs lie in a folder of their own, Calc in LibreOffice's.
programs:
	@command -v sqlite3 >/dev/null && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
		&& ls /usr/lib/libreoffice/program/libsclo.so >/dev/null 2>&1 || .ci/interop

clean:  ## everything that can be made again
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
