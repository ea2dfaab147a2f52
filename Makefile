# The same verbs everywhere: run, test, check. The environment is made anew when pyproject.toml changed.
PYTHON ?= $(shell for found in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$found -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$found && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
CORPUS ?= seeds

.PHONY: run test check format pictures reference wheel clean

run: $(VENV)/ready
	@$(BIN)/corpus-tui $(CORPUS)

test: $(VENV)/ready
	$(BIN)/python -m pytest -q

check: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/codespell

format: $(VENV)/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pictures: $(VENV)/ready
	$(BIN)/python scripts/make_pictures.py

reference: $(VENV)/ready
	$(BIN)/python scripts/make_reference.py

wheel: $(VENV)/ready
	$(BIN)/python -m build

$(VENV)/ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo 'corpus-tui needs Python 3.11 or newer: make PYTHON=/path/to/python3.11' >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
