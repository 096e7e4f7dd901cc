"""The vault of a backup set up in a new place under a name of its own, proven, and begun anew.

It lies there as `.restoring-…` until it is whole, and takes its name just before keyslots.json names it.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop.domain.errors import Damaged, HbpError, NoRoom, Refused
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.policy import may
from hbp_desktop.domain.staff import BY_CODE, Staff
from hbp_desktop.store import backup, gaps, journal, keyslots, pending, schema
from hbp_desktop.store.anchor import Anchor, Standing
from hbp_desktop.store.durable import fsync_file, fsync_folder
from hbp_desktop.store.incarnation import begin_anew, device_name
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.parcel import Parcel
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.unlockers import officer_behind
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.verify import verify
from hbp_desktop.store.work import Mark, Work, Writer

STAGED = ".restoring-"


@dataclass(frozen=True)
class Act:
    """Who restores, when (seconds since 1970, UTC), and what is remembered of the office around."""

    now: int
    today: date
    slot: Slot
    keys: PersonKeys = field(repr=False)
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True)
class Done:
    """A vault that only keyslots.json has to name."""

    vault_name: str
    founding: bytes
    mark: Mark
    new_key: bool


@contextmanager
def staged(
    root: Path, found: Parcel, key: bytes, act: Act, step: Callable[[int, int], None] | None
) -> Iterator[Done]:
    """Lend the proven vault while it is named; what was begun goes when that fails.

    Raises Damaged (backup_damaged, backup_differs, backup_unsound), Refused (not_allowed), NoRoom.
    """
    sweep(root)
    path = root / f"{STAGED}{secrets.token_hex(8)}.db"
    name = f"vault-{secrets.token_hex(8)}.db"
    try:
        with _room():
            _unpack(found, key, path, step)
            founding, mark, new_key = _begin(path, key, act, found)
            _take_name(root, path, name)
        yield Done(name, founding, mark, new_key)
    except BaseException:
        if not _is_named(root, name):
            pending.remove(path)
            pending.remove(root / name)
            pending.end(root)
        raise
    pending.end(root)


def sweep(root: Path) -> None:
    """Remove what a killed restore left; only where nothing is set up."""
    pending.clear(root)
    for path in root.iterdir():
        if path.name.startswith(STAGED):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _unpack(found: Parcel, key: bytes, path: Path, step: Callable[[int, int], None] | None) -> None:
    done = [0]

    def moved(count: int) -> None:
        done[0] += count
        if step is not None:
            step(done[0], found.vault_bytes * 2)

    backup.prove(found, key, path, moved)


def _begin(path: Path, key: bytes, act: Act, found: Parcel) -> tuple[bytes, Mark, bool]:
    vault = Vault.open(path, key, older=True)
    try:
        if vault.schema < schema.CURRENT:
            with vault.write() as conn:  # the backup itself is the copy of what it was
                schema.lay(conn)
        if problems := verify(vault).problems:
            raise Damaged("backup_unsound", count=len(problems), problem=problems[0].code)
        with vault.write() as conn:
            begun = _go_on(conn, act, found)
    finally:
        vault.close()
    fsync_file(path)
    return begun


def _go_on(conn: Connection, act: Act, found: Parcel) -> tuple[bytes, Mark, bool]:
    """Note what may be missing, begin the new chain, and enter the restore in it."""
    who = _allowed(conn, act)
    own = journal.own_device(conn)
    lost = [one for one in act.anchors if one.standing(conn, one.machine) is Standing.OLDER]
    begun = begin_anew(conn, Writer(who, act.now), device_name(), act.keys.signing)
    gaps.note_anchors(conn, lost, act.now)
    gaps.note_end(conn, begun.before, begun.reached, act.now)
    if own.admitted:
        _enter(conn, Writer(who, act.now), found, begun.new_key)
    now, last = journal.own_end(conn)
    if last is None:
        raise Damaged("backup_unsound", count=1, problem="chain_unknown")
    return own.founding, Mark(now.chain, last.header.seq, last.hash), begun.new_key


def _enter(conn: Connection, writer: Writer, found: Parcel, new_key: bool) -> None:
    said = found.manifest
    fields = {"made_at": said.made_at, "entries": said.entries, "device": "new" if new_key else "kept"}
    doing = Work(conn, writer)
    about = {"what": "restore.done", "about": said.id}
    doing.create("act", new_id(), about | fields, action="restore.done")
    doing.settle()


def _allowed(conn: Connection, act: Act) -> str:
    """Give who restores; raises Refused for an officer whose role does not let them."""
    officer = officer_behind(conn, act.slot) or BY_CODE
    staff = Staff.of(journal.read_own_roster(conn).folded.state)
    asking = staff.asking(officer, act.today, act.keys.signing_public)
    if not may(asking, "backup.restore"):
        raise Refused("restore_not_allowed")
    return asking.id


def _take_name(root: Path, path: Path, name: str) -> None:
    pending.begin(root, name)
    path.replace(root / name)
    fsync_folder(root)


def _is_named(root: Path, name: str) -> bool:
    with suppress(HbpError):
        return keyslots.read(root / "keyslots.json").vault == name
    return False


@contextmanager
def _room() -> Iterator[None]:
    """Say it in a restore's words when the disk of the new place will not take it."""
    try:
        yield
    except OSError:
        raise NoRoom("restore_no_room") from None
    except HbpError as error:
        if error.code in ("disk_full", "disk_refuses"):
            raise NoRoom("restore_no_room") from None
        raise
