# Two commands: `make suite` runs the features, `make test` runs everything.
# Both set up what they need in .venv on first use; after that set-up costs nothing.

PYTHON ?= python3
# Japanese names go to the terminal whatever the locale is.
export PYTHONUTF8 := 1
VENV := .venv
BIN := $(VENV)/bin
PINS := .ci/requirements.txt
BROWSER_PINS := .ci/browser.txt
MUTANT_PINS := .ci/mutants.txt
READY := $(VENV)/.ready
OUT := reports/out

.PHONY: help suite test lint browser bench accuracy mutmut mutants lock clean

help:
	@echo "make suite   run the features; reports in $(OUT)"
	@echo "make test    run all tests, lint and types"
	@echo "make browser install what the document's checks in a browser need (Chromium apart)"
	@echo "make bench   compare runners and explorers, and measure how fast guides are checked"
	@echo "make accuracy  how well guides are judged, on guides with known changes"
	@echo "make mutants  seed defects in the fakes, and count which of them the tests notice;"
	@echo "             with CHANGED=HEAD only in what is changed since that commit"
	@echo "make lock    resolve the dependencies anew and pin them (needs uv)"
	@echo "make clean   remove the virtual environment and all output"

suite: $(READY)
	@$(BIN)/tejun run

test: lint
	@$(BIN)/python -m pytest -q -rs -n auto --dist loadfile

lint: $(READY)
	@$(BIN)/python -m pytest features -q --no-header --lint-features
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy

browser: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
	    --require-hashes --requirement $(BROWSER_PINS)
	@npm ci --silent --prefix .ci

bench: $(READY)
	@$(BIN)/python -m tests.benchmarks
	@$(BIN)/python -m tests.benchmarks.load
	@$(BIN)/python -m tests.benchmarks.document
	@$(BIN)/python -m tests.benchmarks.checking
	@$(BIN)/python -m tests.benchmarks.exploring

accuracy: $(READY)
	@$(BIN)/python -m tests.accuracy

mutmut: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
	    --require-hashes --requirement $(MUTANT_PINS)

mutants: mutmut
	@$(BIN)/python -m tests.mutants $(if $(CHANGED),--changed $(CHANGED)) $(if $(MOST),--most $(MOST)) \
	    $(if $(ANEW),--anew)

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-header --no-emit-index-url --no-emit-find-links \
	    --group dev pyproject.toml --output-file $(PINS)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-header --no-emit-index-url --no-emit-find-links --constraint $(PINS) \
	    --group browser --output-file $(BROWSER_PINS)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-header --no-emit-index-url --no-emit-find-links --constraint $(PINS) \
	    --group mutants --output-file $(MUTANT_PINS)

clean:
	rm -rf $(VENV) $(OUT) mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): $(PINS)
	@command -v $(PYTHON) >/dev/null || \
	    { echo "There is no $(PYTHON); name an interpreter with: make suite PYTHON=..." >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "tejun needs Python 3.11 or newer; name one with: make suite PYTHON=..." >&2; exit 2; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV) || \
	    { echo "No virtual environment: install Python's venv module (Debian: python3-venv)" >&2; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
	    --require-hashes --requirement $(PINS)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
	    --no-build-isolation --editable .
	@touch $@
