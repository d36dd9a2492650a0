# `make run` and `make test` are all that a fresh machine needs:
# Python 3.11 or newer with venv, and make.

PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
INSTALLED := .venv/.installed
WORDS := $(wildcard src/intervisie_tui/locale/*/LC_MESSAGES/*.po)
READY := $(INSTALLED) $(WORDS:.po=.mo)

# Without bytecode the program starts four times slower, whatever this machine exports.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := run
.PHONY: run test check bench screens words reference clean

run: $(READY) # the program; ARGS="methods" and the like
	@$(BIN)/intervisie $(ARGS)

test: $(READY) # all tests; ARGS="-k lock" and the like
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

check: $(READY) # what can be seen without running it
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(READY) # how fast it is, beside a bare Textual app
	$(BIN)/python -m bench $(ARGS)

screens: $(READY) # the pictures in the documentation
	$(BIN)/python -m bench.screens $(ARGS)

words: $(READY) # bring the translations in line with the source
	$(BIN)/pybabel -q extract --project=intervisie-tui \
	    --msgid-bugs-address="the intervisie-tui authors" --add-location=file --sort-by-file \
	    --output=.venv/intervisie.pot src
	$(BIN)/pybabel -q update --domain=intervisie --input-file=.venv/intervisie.pot \
	    --output-dir=src/intervisie_tui/locale --no-fuzzy-matching --ignore-obsolete \
	    --ignore-pot-creation-date
	$(BIN)/python hatch_build.py

reference: $(READY) # the schema of method files, and the keys in the guides for authors
	$(BIN)/python -m bench.reference

clean: # everything that these commands made
	rm -rf .venv dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

$(INSTALLED): pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo 'This needs Python 3.11 or newer. If you have it, say where: make PYTHON=python3.11' >&2; \
	    exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --editable '.[dev]'
	$(BIN)/python -m compileall -q -j 0 .venv/lib src
	@touch $@

%.mo: %.po | $(INSTALLED)
	@$(BIN)/python hatch_build.py
