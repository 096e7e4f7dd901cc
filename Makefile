# `make demo` and `make test` do all set-up by themselves; see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
export UV_PYTHON_DOWNLOADS := never

.PHONY: demo test check run bench faults screenshots build system clean

demo: $(STAMP)
	$(BIN)/hbp-desktop demo --out build/demo

$(STAMP): requirements.lock pyproject.toml
	@sh resources/setup/system.sh
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)
