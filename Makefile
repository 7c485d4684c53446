# `make demo` and `make test` set up by themselves: virtual environment, pinned dependencies, a browser.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup demo test check bench clean

setup: $(READY)

demo: $(READY)
	$(BIN)/orderscope demo

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	-$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m benchmarks

$(READY): pyproject.toml constraints.txt setup/browser.sh
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "orderscope needs Python 3.11 or later: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	sh setup/browser.sh $(BIN)
	touch $@

clean:
	rm -rf $(VENV)
