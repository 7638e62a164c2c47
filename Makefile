# Everything here makes its own environment in .venv: a machine needs Python >= 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RELEASE := build/release

.PHONY: run test lint bench bench-search bench-ui screenshots release-check clean

run: $(VENV)/.run
	$(BIN)/briefreader corpus

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

# What "make test" does in a short form, at full length. MINUTES and SEED say how long and which walk.
MINUTES ?= 60
SEED ?= 1
soak: $(VENV)/.dev
	$(BIN)/python -m tests.soak --minutes $(MINUTES) --seed $(SEED)
	BRIEFREADER_CRASH_POINTS=0 BRIEFREADER_FLIPS=500 BRIEFREADER_FILES=2000000 $(BIN)/python -m pytest -n auto tests/library tests/ingest

# Coverage-guided fuzzing, SECONDS for each target; what it finds goes to tests/fuzz/found.
SECONDS ?= 300
fuzz: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet 'atheris>=2.3'
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

# Licences of what is needed, and known vulnerabilities of the versions that are pinned.
audit: $(VENV)/.dev
	$(BIN)/python -m tools.licences
	$(BIN)/python -m pip install --quiet 'pip-audit>=2.7'
	$(BIN)/pip-audit --no-deps --disable-pip --requirement constraints.txt

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

bench-search: $(VENV)/.dev
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.relevance

bench-ui: $(VENV)/.dev
	$(BIN)/python -m benchmarks.ui

screenshots: $(VENV)/.dev
	$(BIN)/python -m tools.screenshots

# What is published, in an environment of its own, before the tests that travel with it; src/ is not there.
release-check: $(VENV)/.dev
	rm -rf $(RELEASE)
	$(BIN)/python -m hatchling build -d $(RELEASE)/dist
	$(PYTHON) -m venv $(RELEASE)/venv
	$(RELEASE)/venv/bin/python -m pip install --quiet --constraint constraints.txt --requirement requirements-dev.txt "$$(echo $(RELEASE)/dist/*.whl)[all]"
	mkdir $(RELEASE)/sdist
	tar -xzf $(RELEASE)/dist/*.tar.gz -C $(RELEASE)/sdist --strip-components=1
	rm -r $(RELEASE)/sdist/src
	cd $(RELEASE)/sdist && ../venv/bin/python -m pytest -n auto --ignore tests/packaging

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefreader needs Python 3.11 or newer; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt requirements-dev.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --requirement requirements-dev.txt --editable '.[all]'
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build dist
