"""Attachments in the vault's tables: what there is, which files lie here, how far each went, thumbnails.

The files themselves are the truth about what is here; table `blobs` says it quickly and is put right by
`settle`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from hbp_desktop.domain.attachment import KIND, Attachment
from hbp_desktop.domain.entry import Header
from hbp_desktop.store import journal
from hbp_desktop.store.blob_files import BlobFolder
from hbp_desktop.store.direct import fetch
from hbp_desktop.store.local_tables import blobs
from hbp_desktop.store.tables import attachments, chains
from hbp_desktop.store.vault import Vault

_WAITING = """
    FROM blobs b JOIN attachments a ON a.name = b.name
    WHERE a.withdrawn = 0 AND a.id = substr(a.name, 1, 32) AND b.here = b.size AND b.there < b.size
"""


@dataclass(frozen=True)
class Lying:
    """Where an attachment's file lies: bytes `here` and `there` (the state office), and its thumbnail."""

    attachment: Attachment
    here: int = 0
    there: int = 0
    thumb: bytes = b""

    @property
    def is_here(self) -> bool:
        """Tell whether it can be opened."""
        return 0 < self.attachment.size <= self.here

    @property
    def is_there(self) -> bool:
        """Tell whether the state has it whole."""
        return 0 < self.attachment.size <= self.there


def of(conn: Connection, about: Sequence[str]) -> list[Lying]:
    """Give the attachments of these subjects that stand, in order of arrival."""
    asked = (
        select(attachments.c.id, attachments.c.state, blobs.c.here, blobs.c.there, blobs.c.thumb)
        .join_from(attachments, blobs, attachments.c.name == blobs.c.name, isouter=True)
        .where(attachments.c.about.in_(about), attachments.c.withdrawn == 0)
        .order_by(attachments.c.n)
    )
    return [_lying(*row) for row in conn.execute(asked)]


def one(conn: Connection, subject: str) -> Lying | None:
    """Give an attachment, withdrawn or not."""
    asked = (
        select(attachments.c.id, attachments.c.state, blobs.c.here, blobs.c.there, blobs.c.thumb)
        .join_from(attachments, blobs, attachments.c.name == blobs.c.name, isouter=True)
        .where(attachments.c.id == subject)
    )
    row = conn.execute(asked).one_or_none()
    return None if row is None else _lying(*row)


def waiting(conn: Connection) -> list[Lying]:
    """Give those that lie here and the state office has not whole, in order of arrival."""
    rows = fetch(conn, f"SELECT a.id, a.state, b.here, b.there, x'' {_WAITING} ORDER BY a.n")
    return [_lying(*row) for row in rows]


def amounts(conn: Connection) -> tuple[int, int]:
    """Count those that wait, and their bytes still to go."""
    ((count, size),) = fetch(conn, f"SELECT count(*), coalesce(sum(b.size - b.there), 0) {_WAITING}")
    return int(count), int(size)


def every(conn: Connection) -> list[Attachment]:
    """Give every attachment that has a file, withdrawn or not."""
    rows = conn.execute(select(attachments.c.id, attachments.c.state).order_by(attachments.c.n))
    found = [Attachment.of_state(row.id, json.loads(row.state)) for row in rows]
    return [each for each in found if each.has_file]


def first_of(conn: Connection, subject: str) -> Header | None:
    """Give the header that an attachment began with: who added it, when, in which chain."""
    held = [item.entry.header for item in journal.held(conn, subject, KIND)]
    return min(held, key=lambda header: (header.lamport, header.at), default=None)


def devices(conn: Connection) -> list[tuple[str, str]]:
    """Give every chain with the device that writes it."""
    return [(row.chain, row.device) for row in conn.execute(select(chains.c.chain, chains.c.device))]


def keep(conn: Connection, name: str, size: int, thumb: bytes) -> None:
    """Note a file that lies here whole."""
    _note(conn, name, size, here=size, thumb=thumb)


def note_here(conn: Connection, name: str, size: int) -> None:
    """Note that a file came whole; its thumbnail stays where there is one."""
    _note(conn, name, size, here=size)


def note_there(conn: Connection, name: str, size: int, there: int) -> None:
    """Note how much of a file the state office has."""
    _note(conn, name, size, there=there)


def doubt(conn: Connection) -> None:
    """Forget what the state office had: it came back from an older copy. Asking it costs a line for each."""
    conn.execute(update(blobs).values(there=0))


def settle(vault: Vault, folder: Path) -> None:
    """Put the table right by the files that are here, and sweep what was left half written long ago."""
    files = BlobFolder(folder)
    with vault.read() as conn:
        known = every(conn)
        said = {row.name: row.here for row in conn.execute(select(blobs.c.name, blobs.c.here))}
    here = {found.name: files.held(found.name, found.size) for found in known}
    wrong = [found for found in known if said.get(found.name, 0) != here[found.name]]
    if wrong:
        with vault.write() as conn:
            for found in wrong:
                _note(conn, found.name, found.size, here=here[found.name])
    files.sweep(frozenset(here))


def _note(conn: Connection, name: str, size: int, **what: int | bytes) -> None:
    changed = update(blobs).where(blobs.c.name == name).values(**what)
    if conn.execute(changed).rowcount == 0:
        none: dict[str, int | bytes] = {"here": 0, "there": 0, "thumb": b""}
        conn.execute(insert(blobs), {"name": name, "size": size, **none, **what})


def _lying(subject: str, state: str, here: int | None, there: int | None, thumb: bytes | None) -> Lying:
    return Lying(Attachment.of_state(subject, json.loads(state)), here or 0, there or 0, thumb or b"")


def seen_here(lying: Lying, files: BlobFolder) -> Lying:
    """Give it as its file lies now, whatever the table says."""
    found = lying.attachment
    return replace(lying, here=files.held(found.name, found.size)) if found.has_file else lying
