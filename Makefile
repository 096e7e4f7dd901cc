# `make demo` and `make test` do all set-up by themselves; see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export UV_PYTHON_DOWNLOADS := never

.PHONY: demo test faults check run bench screenshots translations build lock clean

demo: $(READY)
	$(BIN)/hbp-desktop demo --out build/demo

test: $(READY)
	@sh resources/setup/system.sh test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist loadfile

faults: $(READY)
	@sh resources/setup/system.sh test
	$(BIN)/python -m tests.faults

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python resources/i18n/update.py --check

run: $(READY)
	@sh resources/setup/system.sh window
	$(BIN)/hbp-desktop

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

screenshots: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m hbp_desktop.cli.screenshots build/screenshots

translations: $(READY)
	$(BIN)/python resources/i18n/update.py

build: $(READY)
	$(BIN)/pyinstaller --noconfirm --distpath build/program --workpath build/pyinstaller build.spec

lock:
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --extra dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf build $(VENV)

$(READY): requirements.lock pyproject.toml
	@sh resources/setup/system.sh
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
