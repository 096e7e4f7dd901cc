"""Who this receiver is: its name, and the incarnation in which its receipts are numbered."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection

from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office.statements import rows, run


@dataclass(frozen=True, slots=True)
class Identity:
    """`since` is when this incarnation began; `restored` how many began after an older copy came back."""

    name: str
    incarnation: str
    since: int
    restored: int


def begin(conn: Connection, name: str, at: int) -> Identity:
    """Name a new receiver; one that is there keeps what it is."""
    if not rows(conn, "SELECT n FROM identity"):
        run(
            conn,
            "INSERT INTO identity (n, name, incarnation, since, restored) VALUES (1, ?, ?, ?, 0)",
            (name, secrets.token_hex(16), at),
        )
    return read(conn)


def read(conn: Connection) -> Identity:
    """Give what this receiver is; raises Refused (state_office_missing) before `init`."""
    found = rows(conn, "SELECT name, incarnation, since, restored FROM identity")
    if not found:
        raise Refused("state_office_missing")
    return Identity(*found[0])


def own(conn: Connection, key: str) -> None:
    """Write down whose database this is, once; raises Refused (state_key_other) for another's key.

    PostgreSQL opens with any key file: with a wrong one every device would find a stranger here.
    """
    if any(kept not in ("", key) for (kept,) in rows(conn, "SELECT key FROM identity")):
        raise Refused("state_key_other")
    run(conn, "UPDATE identity SET key = ? WHERE key = ''", (key,))


def begin_anew(conn: Connection, at: int) -> None:
    """Begin an incarnation: the numbers of receipts restart, so that none is ever given twice."""
    values = (secrets.token_hex(16), at)
    run(conn, "UPDATE identity SET incarnation = ?, since = ?, restored = restored + 1", values)
    run(conn, "UPDATE devices SET receipts = 0")
