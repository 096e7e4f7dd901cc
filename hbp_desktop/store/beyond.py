"""How many matters have an entry beyond where each chain is held or judged: counted from the smaller side.

An office that has sent nothing, or all, is the usual one; neither costs more for having many matters.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection

from hbp_desktop.store.direct import fetch
from hbp_desktop.store.tables import MATTERS_AND_ACTS

Bounds = Mapping[str, tuple[int, int]]  # chain -> up to where, and its end

_MOST_NAMED = 500
_DEARER = 8  # so many times what a matter costs on the one side, it costs on the other
_SORTED = f"{MATTERS_AND_ACTS} AND chain = ?"  # spelled so that the index of the few is used
_BEYOND = f"SELECT DISTINCT subject FROM entries WHERE kind = 'matter' AND {_SORTED} AND seq > ?"
_UPTO = f"SELECT DISTINCT subject FROM entries WHERE kind = 'matter' AND {_SORTED} AND seq <= ?"
_PLACES = "SELECT subject, chain, seq FROM entries WHERE kind = 'matter' AND subject IN ({})"


def count_beyond(conn: Connection, bounds: Bounds, others: set[str], every: int) -> int:
    """Count the matters with an entry beyond the bounds, and `others`; `every` is how many there are.

    Only where every matter is in one of these chains or of `others` may it be counted from the other side.
    """
    below = sum(upto for upto, _ in bounds.values())
    if below * _DEARER >= sum(end - upto for upto, end in bounds.values()):
        return len(others | _union(conn, _BEYOND, bounds))
    settled = _union(conn, _UPTO, bounds) - others
    return every - len(settled - _reaching(conn, sorted(settled), bounds))


def _union(conn: Connection, query: str, bounds: Bounds) -> set[str]:
    found: set[str] = set()
    for chain, (upto, _) in bounds.items():
        found.update(subject for (subject,) in fetch(conn, query, (chain, upto)))
    return found


def _reaching(conn: Connection, subjects: Sequence[str], bounds: Bounds) -> set[str]:
    """Name those of some matters that have an entry beyond as well."""
    found = set()
    for some in _some(subjects):
        rows = fetch(conn, _PLACES.format(",".join("?" * len(some))), some)
        found |= {subject for subject, chain, seq in rows if chain in bounds and seq > bounds[chain][0]}
    return found


def _some(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(0, len(names), _MOST_NAMED):
        yield tuple(names[at : at + _MOST_NAMED])
