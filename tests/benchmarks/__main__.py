"""`make bench`: every promise of speed and memory, ours beside its yardstick; exits 1 when one is missed."""

import sys
from collections.abc import Iterator
from pathlib import Path

from hbp_desktop.usecases.office import Office
from tests.benchmarks import dictionary, exchange, lists, paper, saving, window
from tests.benchmarks.harness import Measured, shown, write
from tests.benchmarks.offices import clock, large_office

OUT = Path("build/bench.json")


def main() -> int:
    """Measure, print as it goes, write all of it."""
    measured = []
    for one in _all():
        print(shown(one), flush=True)
        measured.append(one)
    write(measured, OUT)
    missed = [one.name for one in measured if not one.met]
    print(f"{len(measured) - len(missed)} of {len(measured)} promises met; written to {OUT}")
    return 1 if missed else 0


def _all() -> Iterator[Measured]:
    yield from saving.measure()
    yield from paper.measure()
    yield from exchange.measure()
    yield from dictionary.measure()
    with large_office() as large:
        opened = large.open()
        yield from lists.measure(Office.of(opened, clock))
        opened.close()
        yield from window.measure(large)


if __name__ == "__main__":
    sys.exit(main())
