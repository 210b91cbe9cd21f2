# make run and make test do everything on a machine that has Python 3.11 or newer and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GOLD ?= ../shared/gold

.PHONY: run test test-all build test-cluster test-store test-spacy lint format constraints bench bench-archive bench-quality bench-scale bench-export bench-hostile bench-reader bench-reading fuzz screenshots manual docs clean

run: $(VENV)/.run
	@$(BIN)/newsdiff $(ARGS)

test: $(VENV)/.test
	@GOLD=$(GOLD) $(BIN)/python -m pytest $(ARGS)

# On every Python from 3.11 to 3.14 that is here; ARGS are for pytest.
test-all: $(VENV)/.test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[matrix]'
	@$(BIN)/nox -- $(ARGS)

# The wheel and the sdist into dist/, each built twice: the same sources give the same bytes.
build: $(VENV)/.test
	@$(BIN)/python -m pytest -n 0 tests/test_building.py
	@rm -rf dist && $(BIN)/python -m build --no-isolation
	@cd dist && sha256sum * 2>/dev/null || shasum -a 256 *

# On a Ray cluster of two workers on this machine, one of which is killed. Where Ray has no wheel it is left out, and says so.
test-cluster: $(VENV)/.test
	@if $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test,cluster]'; \
	then $(BIN)/python -m pytest -n 0 -m cluster tests/archive/test_cluster.py; \
	else echo "Ray can't be installed here: the test on a cluster is left out"; fi

# An archive in an object store, against moto's server in an environment of its own: what it needs is much, and nothing else needs it.
test-store: $(VENV)/.test
	@if [ -e .venv-store/.installed ] || { $(PYTHON) -m venv .venv-store && \
	  .venv-store/bin/python -m pip install --quiet --disable-pip-version-check 'moto[server,s3]>=5' && touch .venv-store/.installed; }; \
	then $(BIN)/python -m pytest -n 0 -m store tests/archive/test_store.py; \
	else echo "moto can't be installed here: the test on an object store is left out"; fi

# The recogniser by spaCy against a real pipeline, in an environment of its own: spaCy is large, and nothing else needs it.
test-spacy: .venv-spacy/.installed
	@.venv-spacy/bin/python -m pytest tests/extract/test_spacy_mentions.py

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.lint
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# What we claim about quality and speed. GOLD names the folder of gold data that isn't in the repository; without it that part is left out.
# It runs where spaCy is, so that its figure stands beside ours.
bench-quality: .venv-spacy/.installed
	@.venv-spacy/bin/python -m benchmarks.quality $(GOLD)

# One page of ratios beside other programs (also wdiff and git, where they are), written to benchmarks/RESULTS.md.
bench: $(VENV)/.test .venv-bench/.installed
	@$(BIN)/python -m benchmarks.beside

.venv-bench/.installed:
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check 'redlines>=0.5' 'collatex>=2.3' Levenshtein typing_extensions 'scikit-learn>=1.5'
	@touch $@

bench-scale: $(VENV)/.test
	@$(BIN)/python -m benchmarks.scale

# Size and speed of newsdiff events on GOLD/archive, as it is, ten and forty times as large, beside scikit-learn and datasketch.
bench-archive: .venv-archive/.installed
	@.venv-archive/bin/python -m benchmarks.archive --gold $(GOLD) $(ARGS)

.venv-archive/.installed: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	@echo "Installing scikit-learn and datasketch into .venv-archive …"
	@$(PYTHON) -m venv .venv-archive
	@.venv-archive/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[archive]'
	@.venv-archive/bin/python -m pip install --quiet --disable-pip-version-check 'scikit-learn>=1.5' 'datasketch>=1.6'
	@touch $@

bench-export: $(VENV)/.test
	@$(BIN)/python -m benchmarks.export

bench-hostile: $(VENV)/.test
	@$(BIN)/python -m benchmarks.hostile $(ARGS)
	@$(BIN)/python -m benchmarks.hostile_patterns

# Random inputs, the same for the same numbers: make fuzz N=100000, make fuzz ARGS='--target comparing --from 4711 --number 1'.
N ?= 2000
# Then damaged sources for each reader: as many a format, A_FORMAT for another number, ONLY=pdf,html for some formats.
A_FORMAT ?= $(N)

fuzz: $(VENV)/.test
	@$(BIN)/python -m benchmarks.fuzz --number $(N) $(ARGS)
	@$(BIN)/python -m tests.reading.fuzzing $(A_FORMAT) $(ONLY)

bench-reader: $(VENV)/.test
	@$(BIN)/python -m benchmarks.reader

# Articles out of saved pages (GOLD/pages) and PDFs made for it: F1, MB/s and import time a format, beside the library alone.
bench-reading: $(VENV)/.test
	@$(BIN)/python -m benchmarks.reading $(GOLD)

# The manual page and the page about the command line, from the texts of --help.
manual: $(VENV)/.run
	@$(BIN)/python -m tui.cli.manual docs

# The documents as a site, in site/.
docs: $(VENV)/.docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet
	@echo "site/index.html"

screenshots: $(VENV)/.test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test,pictures]'
	@$(BIN)/python -m screenshots.make
	@$(BIN)/python -m screenshots.page

$(VENV)/pyvenv.cfg:
	@command -v $(PYTHON) >/dev/null || { echo "newsdiff needs Python 3.11 or newer; $(PYTHON) isn't here: install python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "newsdiff needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "this Python lacks venv; install it with: apt install python3-venv (Fedora and others have it in python3)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	@echo "Installing newsdiff into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@$(BIN)/python -m compileall -q compare newsdiff tui  # as an installer does: the first start shouldn't wait for it
	@touch $@

$(VENV)/.test: $(VENV)/.run package.json
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@if command -v npm >/dev/null; then npm install --silent --no-audit --no-fund --no-package-lock; fi  # the accessibility checker
	@touch $@

$(VENV)/.docs: $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[docs]'
	@touch $@

$(VENV)/.lint: $(VENV)/.test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test,lint]'
	@touch $@

.venv-spacy/.installed: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt requirements-spacy.txt
	@echo "Installing spaCy and its pipeline into .venv-spacy …"
	@$(PYTHON) -m venv .venv-spacy
	@.venv-spacy/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test,spacy]'
	@.venv-spacy/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements-spacy.txt
	@touch $@

# Renews the pinned versions: the newest that pyproject.toml's bounds allow.
constraints:
	@rm -rf .venv-constraints && $(PYTHON) -m venv .venv-constraints
	@.venv-constraints/bin/python -m pip install --quiet --disable-pip-version-check '.[test,cluster,lint,pictures,docs,matrix]'
	@{ echo "# Versions that the tests passed with; renewed by: make constraints"; .venv-constraints/bin/python -m pip freeze --exclude newsdiff; } > constraints.txt
	@rm -rf .venv-constraints

clean:
	rm -rf $(VENV) .nox .venv-archive .venv-bench .venv-spacy .venv-store node_modules dist build site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
