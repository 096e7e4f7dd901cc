"""What screens read, made again from the journal and compared: standings, tables, full text."""

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.history import fold, past_of
from hbp_desktop.domain.search_words import words_of
from hbp_desktop.store import counting, journal
from hbp_desktop.store.journal import Held
from hbp_desktop.store.project import line
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.wrong_place import at_entry, at_subject

_SUBJECTS = (
    "SELECT e.subject, e.prev, e.digest, e.header, e.body, e.counted, c.office FROM entries e"
    " LEFT JOIN chains c ON c.chain = e.chain WHERE e.kind = ? ORDER BY e.subject, e.n"
)
_PARTS = "SELECT v.n, v.state, m.state FROM visits v LEFT JOIN matters m ON m.visit = v.id ORDER BY v.n, m.n"


def standings(conn: Connection) -> Iterator[Problem]:
    """Decide again which entries count."""
    for link, counts in counting.verdicts(conn):
        if link.counted not in (0, 1) or counts != bool(link.counted):
            yield at_entry("standing_wrong", link.chain, link.seq)


def tables(conn: Connection, folded: Callable[[], None]) -> Iterator[Problem]:
    """Fold every subject again and compare it with its row; `folded` is called after each."""
    for kind, table in PROJECTED.items():
        names = [column.name for column in table.columns if column.name != "n"]
        listed = ", ".join(f'"{name}"' for name in names)
        rows = conn.exec_driver_sql(f'SELECT {listed} FROM "{table.name}"')
        shown = {row[0]: _digest(tuple(row)) for row in rows}
        for subject, expected in _folded_rows(conn, kind, names):
            folded()
            if shown.pop(subject, None) != expected:
                yield at_subject("subject_differs", kind, subject)
        yield from (at_subject("subject_unfounded", kind, subject) for subject in shown)


def words(conn: Connection) -> Iterator[Problem]:
    """Compare the full text with the visits and matters it was made of."""
    held = {n: _digest(words) for n, words in conn.exec_driver_sql("SELECT rowid, text FROM words")}
    ids = {row.n: row.id for row in conn.exec_driver_sql("SELECT n, id FROM visits")}
    for n, found in groupby(conn.exec_driver_sql(_PARTS), key=lambda row: row[0]):
        rows = list(found)
        parts = [_state(row[2]) for row in rows if row[2] is not None]
        if held.pop(n, None) != _digest(words_of(_state(rows[0][1]), parts)):
            yield at_subject("words_differ", "visit", ids[n])
    yield from (Problem("words_unfounded", f"words:{n}") for n in held)


def _folded_rows(conn: Connection, kind: str, names: list[str]) -> Iterator[tuple[str, bytes | None]]:
    """Give each subject of a kind with the digest of the row it should have, None for none."""
    rows = conn.exec_driver_sql(_SUBJECTS, (kind,))
    for subject, found in groupby(rows, key=lambda row: row.subject):
        items = journal.at_home(conn, [_held(row) for row in found])
        if _lacks_bytes(items):
            yield subject, b"bytes are missing"
            continue
        folded = fold(item.fact() for item in items)
        values = line(kind, subject, folded, any(item.newer for item in items))
        yield subject, _digest(tuple(values[name] for name in names)) if folded.heads else None


def _held(row: Any) -> Held:
    return Held(Entry(row.prev, row.header, row.digest, row.body), bool(row.counted), row.office)


def _lacks_bytes(items: list[Held]) -> bool:
    """Tell whether a body is gone that no counted disposal covers."""
    gone = {item.entry.hash for item in items if item.entry.body_bytes is None}
    if not gone:
        return False
    facts = [item.fact() for item in items]
    pasts, _ = past_of(facts)
    disposals = [fact.hash for fact in facts if fact.counted and fact.fields.get("disposed") is True]
    return not gone <= frozenset().union(*(pasts[entry_hash] for entry_hash in disposals))


def _state(text: str) -> Mapping[str, Any]:
    state: Mapping[str, Any] = json.loads(text)
    return state


def _digest(value: object) -> bytes:
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).digest()
