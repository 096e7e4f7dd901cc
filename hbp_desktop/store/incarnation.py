"""A vault that goes on in another life: after a restore it writes a new chain, under a new key if it may."""

import platform
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, update

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.fields import line
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import admission, ends, journal
from hbp_desktop.store.founding import open_chain
from hbp_desktop.store.local_tables import peers
from hbp_desktop.store.work import Work, Writer


@dataclass(frozen=True, slots=True)
class Begun:
    """The chain left behind and how far it was held; whether a new device key writes on."""

    before: str
    reached: int
    new_key: bool


def device_name() -> str:
    """Name this machine as its system does."""
    return line(platform.node())[:60]


def begin_anew(conn: Connection, writer: Writer, name: str = "", signing: bytes | None = None) -> Begun:
    """Open a new chain; with `signing`, an administrator's or a root's key, under a new device key `name`.

    Without the standing to admit one the device key stays. The roster is written in a chain of the old key,
    for the new one does not count yet.
    """
    own, last = journal.own_end(conn)
    reached = last.header.seq if last else 0
    conn.execute(update(peers).values(unsure=1))  # they may hold more of it: the next round takes first
    ends.forget(conn)
    open_chain(conn, writer.officer, writer.now)
    fresh = secrets.token_bytes(32)
    new_key = signing is not None and own.admitted and _admit(conn, writer, fresh, name, signing)
    if new_key:
        open_chain(conn, writer.officer, writer.now, fresh)
    return Begun(own.chain, reached, new_key)


def _admit(conn: Connection, writer: Writer, fresh: bytes, name: str, signing: bytes) -> bool:
    doing = Work(conn, writer)
    try:
        admission.admit(doing, public_key(fresh).hex(), name, signing)
    except Refused:
        return False
    doing.settle()
    return True
