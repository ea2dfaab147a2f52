# The same verbs everywhere: run, test, check. The environment is made anew when pyproject.toml changed.
PYTHON ?= $(shell for found in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$found -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$found && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
CORPUS ?= seeds
# In how many processes the tests run; 0: in one. Stories in a terminal want a machine that is not busy with others.
WORKERS ?= 0

.PHONY: run test check format pictures reference bench coverage mutation pythons wheel clean

run: $(VENV)/ready
	@$(BIN)/corpus-tui $(CORPUS)

test: $(VENV)/ready
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

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

bench: $(VENV)/ready
	$(BIN)/python benchmarks/history.py

# Everything but the app to 90 %, the app to 80 %, by branch. Programs that tests start are not counted.
coverage: $(VENV)/ready
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal --cov=tui --cov-branch --cov-report=
	$(BIN)/python -m coverage report --skip-covered --show-missing --fail-under=90 --omit='tui/app/*'
	$(BIN)/python -m coverage report --skip-covered --show-missing --fail-under=80 --include='tui/app/*'

mutation: $(VENV)/ready
	$(BIN)/python scripts/mutate.py --tests tests/findings/quotes tui/findings/quotes/*.py
	$(BIN)/python scripts/mutate.py --tests tests/search tui/search/ranking.py

# Each Python that is installed, in an environment of its own.
pythons:
	@for found in python3.11 python3.12 python3.13 python3.14; do \
		$$found -c '' 2>/dev/null || { echo "$$found: not installed"; continue; }; \
		echo "== $$found"; \
		$(MAKE) VENV=.venv-$$found PYTHON=$$found check test || exit 1; \
	done

wheel: $(VENV)/ready
	$(BIN)/python -m build

$(VENV)/ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo 'corpus-tui needs Python 3.11 or newer: make PYTHON=/path/to/python3.11' >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

clean:
	rm -rf $(VENV) .venv-python* .coverage dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
