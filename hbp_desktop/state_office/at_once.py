"""PostgreSQL: all that several pushes write in one statement, which holds only if nobody was quicker.

Each statement is a journey, so chains are not locked while they are looked at: as the rows are written, each
chain touched must still have the count and XOR it was read with, under its row's lock, and each device its
number, or nothing is written.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from psycopg.errors import DeadlockDetected, DivisionByZero, SerializationFailure, UniqueViolation
from sqlalchemy import Connection

from hbp_desktop.domain.chain import Head
from hbp_desktop.state_office.arrays import blobs, numbers, texts
from hbp_desktop.state_office.chain_rows import WAITS, Line, row_of
from hbp_desktop.state_office.statements import rows

_MOVED = (DivisionByZero, UniqueViolation, DeadlockDetected, SerializationFailure)

_ENTERING = (numbers, numbers, numbers, texts, numbers, texts, numbers)
_ENTRY = (blobs, blobs, blobs, texts, numbers, texts, texts, blobs, blobs)
_OPENED = (texts, texts, texts, texts, numbers, blobs)
_GROWN = (texts, numbers, blobs, numbers, blobs)
_TIP = (texts, blobs, numbers)
_HEAD = (texts, blobs, numbers, blobs)
_WRITE = f"""
    WITH entered AS (
        UPDATE devices d SET n = new.n, heard = new.heard, clock_off = new.clock_off, stated = new.stated,
            receipts = d.receipts + new.receipts
        FROM unnest(?, ?, ?, ?, ?, ?, ?) AS new (n, heard, clock_off, stated, receipts, device, beyond)
        WHERE d.device = new.device AND d.n < new.beyond AND d.confirmed > 0 AND d.revoked = 0
        RETURNING d.device, d.receipts
    ), came AS (
        INSERT INTO entries (hash, prev, digest, chain, seq, kind, subject, header, body, counted)
        SELECT *, {WAITS} FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
    ), opened AS (
        INSERT INTO chains (chain, device, office, before, entries, xor)
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?)
    ), grown AS (
        UPDATE chains c SET entries = new.entries, xor = new.xor
        FROM unnest(?, ?, ?, ?, ?) AS new (chain, entries, xor, old_entries, old_xor)
        WHERE c.chain = new.chain AND c.entries = new.old_entries AND c.xor = new.old_xor RETURNING 1
    ), departed AS (
        DELETE FROM tips t USING unnest(?, ?) AS old (chain, hash)
        WHERE t.chain = old.chain AND t.hash = old.hash
    ), reached AS (
        INSERT INTO tips (chain, hash, seq) SELECT * FROM unnest(?, ?, ?)
    ), heard AS (
        INSERT INTO heads (chain, hash, seq, signature) SELECT * FROM unnest(?, ?, ?, ?)
        ON CONFLICT DO NOTHING
    )
    SELECT device, receipts, (SELECT incarnation FROM identity), 1 / CASE WHEN
        (SELECT count(*) FROM entered) = ? AND (SELECT count(*) FROM grown) = ? THEN 1 ELSE 0 END
    FROM (SELECT 1) AS one LEFT JOIN entered ON true
"""


def write(
    conn: Connection, entering: Sequence[Sequence[Any]], changed: Sequence[Line], ends: Sequence[Head]
) -> Mapping[str, tuple[int, str]] | None:
    """Write what is new of these chains, the heads heard and the rounds themselves: each of another device.

    Gives what `guests.ENTER` returns, by device; None where a device or a chain moved meanwhile, then nothing
    was written.
    """
    opened = [line for line in changed if not line.before_this[0]]
    grown = [line for line in changed if line.before_this[0]]
    values = (
        *_columns(entering, _ENTERING),
        *_columns([row_of(entry) for line in changed for entry in line.new], _ENTRY),
        *_columns([line.row() for line in opened], _OPENED),
        *_columns([_growth(line) for line in grown], _GROWN),
        *_columns([moved for line in changed for moved in line.left()], _TIP[:2]),
        *_columns([moved for line in changed for moved in line.reached()], _TIP),
        *_columns([(one.chain, one.hash, one.seq, one.signature) for one in ends], _HEAD),
        len(entering),
        len(grown),
    )
    try:
        found = rows(conn, _WRITE, values)
    except _MOVED:
        return None
    return {device: (receipts, incarnation) for device, receipts, incarnation, _ in found}


def _growth(line: Line) -> tuple[str, int, bytes, int, bytes]:
    count, total = line.before_this
    return line.chain, line.entries, line.total.to_bytes(32, "big"), count, total.to_bytes(32, "big")


def _columns(many: Sequence[Sequence[Any]], kinds: Sequence[Callable[[Sequence[Any]], Any]]) -> list[Any]:
    """Turn rows into one array a column."""
    turned = zip(*many, strict=True) if many else ((),) * len(kinds)
    return [pack(tuple(column)) for pack, column in zip(kinds, turned, strict=True)]
