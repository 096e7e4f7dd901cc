"""A backup made an office again: looked at, opened with a code or a password, proven, and only then named.

Replacing keyslots.json is the one moment it exists; killed before, the next try sweeps what was begun.
It goes on in a new chain, so that no number repeats, and says what may be missing.
"""

import secrets as randomness
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Locked, Refused, Unreachable
from hbp_desktop.domain.fields import part_of, text_of
from hbp_desktop.store import blob_copies, gaps, journal, keyslots, parcel, pending, restored, slots
from hbp_desktop.store.anchor import Anchor, Anchors
from hbp_desktop.store.durable import claimed, make_folder
from hbp_desktop.store.keyslots import Keyslots, Slot
from hbp_desktop.store.machine import machine_id
from hbp_desktop.store.parcel import Manifest, Parcel
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.restored import Act, Done
from hbp_desktop.store.secrets import Ring, Secrets
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened, open_with
from hbp_desktop.usecases.place_notes import note_kept
from hbp_desktop.usecases.places import permit
from hbp_desktop.usecases.setup import Clock
from hbp_desktop.usecases.slot_changes import laptop_secret_name

Step = Callable[[int, int], None]


@dataclass(frozen=True)
class Way:
    """How a backup is opened: with the printed code, or an officer's password where this account made it."""

    code: str = field(default="", repr=False)
    officer: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class Offered:
    """What a backup says of itself before it is opened; times in seconds since 1970, UTC."""

    office: str
    entries: int
    until: int
    made_at: int
    visits: int
    officers: tuple[str, ...]
    here: bool  # made on this machine


@dataclass(frozen=True)
class Missing:
    """Entries of one laptop that may be missing; `last` 0: nobody here knows how far. `laptop` may be ""."""

    laptop: str
    first: int
    last: int


@dataclass(frozen=True)
class Restored:
    """An office restored and open. `new_key`: this laptop writes under a key of its own from now on.

    `needs_new_passwords`: this account lacks the secret of the officers' slots, so that only the code opens.
    `attachments_missing` files were not beside the backup; the lists still name them.
    """

    opened: Opened = field(repr=False)
    manifest: Manifest
    missing: tuple[Missing, ...]
    new_key: bool
    elsewhere: bool
    needs_new_passwords: bool
    attachments_missing: int = 0


def look(file: Path) -> Offered:
    """Say what a backup holds, without opening it; raises Damaged, Refused, Unreachable (backup_…)."""
    found = parcel.look(file)
    said = found.manifest
    officers = tuple(slot.name for slot in found.slots.of_kind("officer"))
    here = machine_id(found.slots.ring) == said.machine
    visits = said.counts.get("visits", 0)
    return Offered(said.office, said.entries, said.until, said.made_at, visits, officers, here)


def restore(
    file: Path,
    paths: Paths,
    way: Way,
    secrets: Secrets,
    clock: Clock,
    *,
    place_reason: str = "",
    step: Step | None = None,
) -> Restored:
    """Restore into a root where nothing is set up, and open it; all of it, or nothing.

    Raises Refused (restore_place_taken, not_allowed, place_…, backup_newer …), Locked (backup_needs_code,
    wrong_password, recovery_other), Invalid (recovery_…), Damaged (backup_…), NoRoom, Unreachable.
    """
    found = parcel.look(file)
    _refuse_taken(paths)
    concern = permit(paths.root, place_reason)
    slot, keys = _keys(found.slots, way, secrets)
    data_key = slots.unseal(found.slots, keys)
    now = int(clock().timestamp())
    known = _anchors_around(found, paths, secrets)
    with _folder(paths), claimed(paths.claim):
        _refuse_taken(paths)
        away = found.manifest.machine != machine_id(found.slots.ring)
        act = Act(now, clock().date(), slot, keys, known)
        with restored.staged(paths.root, found, data_key, act, step) as done:
            lacking = blob_copies.bring_back(
                paths.vault(done.vault_name), data_key, file.parent, found.manifest.attachments
            )
            held = _named(paths, found.slots, done, secrets)
    opened = open_with(paths, held, slot, keys, secrets, clock)
    if concern is not None:
        note_kept(opened, concern, place_reason, now)
    office = Office.of(opened, clock)
    return Restored(
        opened,
        found.manifest,
        missing(office),
        done.new_key,
        away,
        _lacks_secret(held, secrets),
        lacking,
    )


def _named(paths: Paths, slots_then: Keyslots, done: Done, secrets: Secrets) -> Keyslots:
    """Make the staged vault the office's: anchor first, then the slots file, from where on it counts."""
    held = replace(slots_then, vault=done.vault_name, ring=_new_ring(slots_then, secrets))
    anchors = Anchors(paths.anchor, secrets, held.ring, machine_id(held.ring))
    anchors.keep(held.office, done.founding, done.mark.chain, done.mark.seq, done.mark.hash)
    keyslots.write(paths.keyslots, held)
    return held


def missing(office: Office) -> tuple[Missing, ...]:
    """List what may be missing here, a laptop's name beside the numbers; shrinks as entries arrive."""
    with office.vault.read() as conn:
        found = gaps.gaps(conn)
        state = journal.read_own_roster(conn).folded.state if found else {}
    return tuple(Missing(_laptop(state, gap.device), gap.first, gap.last) for gap in found)


def _laptop(state: Mapping[str, object], device: str) -> str:
    return text_of(part_of(state, f"device.{device}"), "name") or device[:8]


def _refuse_taken(paths: Paths) -> None:
    if paths.keyslots.exists() or pending.foreign_vaults(paths.root):
        raise Refused("restore_place_taken", folder=str(paths.root))


def _keys(held: Keyslots, way: Way, secrets: Secrets) -> tuple[Slot, PersonKeys]:
    if way.code:
        return slots.keys_by_code(held, way.code)
    found = held.named(way.officer)
    try:
        return slots.keys_by_any(found, way.password, _secret_of(held, secrets))
    except Locked as error:
        if error.code in ("laptop_secret_missing", "laptop_secret_other"):
            raise Locked("backup_needs_code") from None
        raise


def _secret_of(held: Keyslots, secrets: Secrets) -> bytes | None:
    if secrets.ring is not Ring.USABLE:
        return None
    with suppress(Unreachable):
        return secrets.get(laptop_secret_name(held.ring))
    return None


def _new_ring(held: Keyslots, secrets: Secrets) -> str:
    """Name keyring items of its own: this folder and the one it came from must not disturb each other."""
    ring = randomness.token_hex(16)
    secret = _secret_of(held, secrets)
    if secret is not None:
        with suppress(Unreachable):
            secrets.put(laptop_secret_name(ring), secret)
    return ring


def _lacks_secret(held: Keyslots, secrets: Secrets) -> bool:
    bound = [slot for slot in held.of_kind("officer") if slot.wrapped and slot.wrapped.laptop]
    return bool(bound) and _secret_of(held, secrets) is None


def _anchors_around(found: Parcel, paths: Paths, secrets: Secrets) -> tuple[Anchor, ...]:
    """Give what this machine remembers of the office beside the backup: keyring, old folder, new folder."""
    ring, machine = found.slots.ring, machine_id(found.slots.ring)
    places = (found.path.absolute().parent.parent / paths.anchor.name, paths.anchor)
    held = {one for place in places for one in Anchors(place, secrets, ring, machine).held()}
    return tuple(one for one in held if one.office == found.manifest.office)


@contextmanager
def _folder(paths: Paths) -> Iterator[None]:
    """Make the root; take it away again, as far as it was made here, when nothing came of it."""
    was_there = paths.root.exists()
    make_folder(paths.root)
    try:
        yield
    except BaseException:
        if not was_there and not paths.keyslots.exists():
            shutil.rmtree(paths.attachments, ignore_errors=True)
            for leftover in (paths.claim, paths.anchor):
                with suppress(OSError):
                    leftover.unlink(missing_ok=True)
            with suppress(OSError):
                paths.root.rmdir()
        raise
