# Everything runs in .venv, which the first target makes from requirements.lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: chat run test test-fast format check bench readme messages lock clean

$(READY): requirements.lock pyproject.toml
	@echo "Setting up Sala in $(VENV) (once, one to two minutes) ..." >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Sala needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

chat: $(READY)
	@$(BIN)/sala chat

run: $(READY)
	@$(BIN)/sala run

test: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/sala check
	$(BIN)/pytest

test-fast: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pytest -m "not slow"

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: $(READY)
	@$(BIN)/sala check

# The peers that matching is compared with; Sala itself does not need them.
PEERS := bm25s==0.3.16 tantivy==0.27.0 scikit-learn==1.9.1

bench: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PEERS)
	@OMP_NUM_THREADS=1 $(BIN)/python tools/bench_matching.py
	@$(BIN)/python tools/bench.py

readme: $(READY)
	@$(BIN)/python tools/readme.py

messages: $(READY)
	$(BIN)/pybabel -q extract --no-location --sort-output -k say -k plural:1,2 --project sala --copyright-holder "" -o locales/bot.pot bot
	for code in th my; do $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-pot-creation-date -D bot -l $$code -i locales/bot.pot -d locales; done

lock:
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url \
	  --python-version 3.11 --custom-compile-command "make lock" -o requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache build *.egg-info
