"""What the zstd dictionary saves on small pushes of text it has not seen; `--train` made it, once.

It was trained on one office's register and is measured on another's.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import zstandard

from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.session import DayDraft, SessionDraft
from hbp_desktop.resources import resource
from hbp_desktop.store import exchange
from hbp_desktop.sync import coding
from hbp_desktop.sync.squeezing import DICTIONARY, squeezed
from hbp_desktop.usecases import importing, planning
from hbp_desktop.usecases.office import Office
from tests.benchmarks.harness import Measured
from tests.benchmarks.offices import small_office

SEEN = (Path("tests/data/registers/register-kuching-mild.csv"), "2026-11-10")
UNSEEN = (resource("samples", "register-hulu-langat-2026-11-24.csv"), "2026-11-24")
SMALL = (2, 10, 20)  # entries of a push
_SIZE = 16 * 1024
_SAMPLES = (2, 4, 10, 20)


def measure() -> Iterator[Measured]:
    """Payloads of small pushes upon the dictionary, against the same without."""
    for entries in SMALL:
        payloads = list(_payloads(*UNSEEN, entries))
        ours = sum(len(squeezed(parts)[1]) for parts in payloads) / len(payloads)
        bare = zstandard.ZstdCompressor(level=19)
        plain = sum(len(bare.compress(b"".join(parts))) for parts in payloads) / len(payloads)
        yield Measured.of(f"unseen push of {entries} entries, with dictionary", ours, plain, 0.85, "B")


def train(out: Path) -> None:
    """Make the dictionary; one that was shipped is never made again under its number."""
    samples = [b"".join(parts) for entries in _SAMPLES for parts in _payloads(*SEEN, entries)]
    made = zstandard.train_dictionary(_SIZE, samples, level=19, dict_id=DICTIONARY)
    out.write_bytes(made.as_bytes())


def _payloads(register: Path, date: str, entries: int) -> Iterator[tuple[bytes, ...]]:
    """Give a register's visits and matters as the payloads of pushes of so many entries."""
    with small_office() as (office, _):
        whole = _imported(office, register, date)
    for at in range(0, len(whole.entries) - entries + 1, entries):
        some = whole.entries[at : at + entries]
        yield coding.encode([Range(whole.chain, whole.prev, some, whole.head)])


def _imported(office: Office, register: Path, date: str) -> Range:
    session = planning.plan(
        office, SessionDraft(number="5", year="2026", days=(DayDraft(date=date, place="Dewan"),))
    )
    with office.vault.write() as conn:
        before = exchange.vector(conn)
    sheet = importing.read(register)
    shown = importing.preview(office, session, sheet, importing.guess(sheet))
    importing.accept(office, shown, skip_bad=True)
    with office.vault.write() as conn:
        (found,) = exchange.ranges(conn, before)
    return found


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        train(Path(sys.argv[2]) if sys.argv[1:2] == ["--train"] else Path(folder) / "unused")
