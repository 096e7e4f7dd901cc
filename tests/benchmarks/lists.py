"""Lists and full text over a hundred thousand matters, against the bare keyset and FTS5 queries."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.search_words import query_of
from hbp_desktop.usecases import records
from hbp_desktop.usecases.office import Office
from tests.benchmarks.harness import Measured, compare

ROUNDS = 60
LIMIT = 50
TYPED = ("salmah", "permohonan lewat", "kavitha binti suppiah", "bantuan", "0004")

# The yardstick reads the same rows of visits and of their matters, and nothing else.
_PAGE = "SELECT n, id, state FROM visits WHERE withdrawn = 0 AND n < ? ORDER BY n DESC LIMIT ?"
_FOUND = (
    "SELECT v.n, v.id, v.state FROM words JOIN visits v ON v.n = words.rowid "
    "WHERE words MATCH ? AND v.withdrawn = 0 ORDER BY words.rowid DESC LIMIT ?"
)
_MATTERS = "SELECT id, visit, state FROM matters WHERE visit IN ({})"


def measure(office: Office) -> Iterator[Measured]:
    """A page from the middle of the list, and the first page of a search."""
    with office.vault.raw() as raw:
        last = raw.execute("SELECT max(n) FROM visits").fetchone()[0]
        starts, bare_starts = (cycle(range(last, 0, -last // 23)) for _ in range(2))
        yield compare(
            "list page, 100,000 matters",
            lambda: records.page(office, Filter(), after=next(starts), limit=LIMIT),
            lambda: _bare(raw, _PAGE, next(bare_starts)),
            3.0,
            ROUNDS,
        )
        typed, bare_typed = cycle(TYPED), cycle(TYPED)
        yield compare(
            "search, 100,000 matters",
            lambda: records.find(office, next(typed), limit=LIMIT),
            lambda: _bare(raw, _FOUND, query_of(next(bare_typed))),
            3.0,
            ROUNDS,
        )


def _bare(raw: Any, statement: str, asked: object) -> list[Any]:
    rows = raw.execute(statement, (asked, LIMIT)).fetchall()
    marks = ",".join("?" * len(rows))
    return [*rows, *raw.execute(_MATTERS.format(marks), [row[1] for row in rows]).fetchall()]
