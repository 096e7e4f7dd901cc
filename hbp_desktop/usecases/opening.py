"""The steps behind unlocking: keys, vault, anchor; and what is swept away once the vault has opened."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import HbpError, Locked, Refused, Unreachable
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.staff import BY_CODE, Staff
from hbp_desktop.store import gaps, journal, keyslots, pending, slots
from hbp_desktop.store.anchor import Anchors, Standing
from hbp_desktop.store.attempts import Attempts
from hbp_desktop.store.backup import Source
from hbp_desktop.store.durable import claimed, sweep
from hbp_desktop.store.following import Following
from hbp_desktop.store.incarnation import begin_anew, device_name
from hbp_desktop.store.joining import recognise
from hbp_desktop.store.keyslots import Keyslots, Slot
from hbp_desktop.store.machine import machine_id
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.unlockers import officer_behind
from hbp_desktop.store.upgrade import upgrade
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.work import Mark, Writer
from hbp_desktop.usecases.acts import note_unlock
from hbp_desktop.usecases.places import refuse_share
from hbp_desktop.usecases.setup import Clock
from hbp_desktop.usecases.slot_changes import finish_retirements, laptop_secret_name


@dataclass
class Opened:
    """An open vault and who opened it; `officer_id` is BY_CODE and `officer` nameless after the code.

    `standing` says how the vault stood to its anchor; where it asked for one, a new chain has begun.
    `beside` is the officer who goes on here once the code has signed (as_root), and keeps their keys for it.
    """

    vault: Vault
    slot: Slot
    keys: PersonKeys = field(repr=False)
    office: str
    founding: bytes = field(repr=False)
    officer_id: str
    officer: Officer
    standing: Standing
    anchors: Anchors = field(repr=False)
    paths: Paths
    secrets: Secrets
    beside: str = ""

    def note(self, mark: Mark) -> None:
        """Move the anchor to an entry just committed: one small write, never raises."""
        self.anchors.keep(self.office, self.founding, mark.chain, mark.seq, mark.hash)

    def go_on_as(self, slot: Slot, keys: PersonKeys) -> None:
        """Hold other keys from now on: the vault was sealed to them a moment ago."""
        self.slot, self.keys = slot, keys
        self.vault.follow = Following(self.paths.keyslots, keys)

    def remember(self) -> None:
        """Bring the anchor up to the journal's end."""
        with self.vault.read() as conn:
            own = journal.own_device(conn)
            last = journal.tip(conn, own.chain)
        if last is not None:
            self.note(Mark(own.chain, last.header.seq, last.hash))

    def close(self) -> None:
        """Settle the anchor in the keyring, close every connection, forget the key; twice is no harm."""
        with suppress(HbpError):  # a file that is closed, or that moved away from who sits here, has no news
            self.remember()
            self.anchors.settle()
        self.vault.close()


def unlock(paths: Paths, officer: str, password: str, secrets: Secrets, clock: Clock) -> Opened:
    """Open with a password; a wrong one makes the next try wait."""
    held = pending.slots_in(paths.root)
    failed = Attempts(paths.attempts).count(held.named(officer)[0].id)
    slot, keys = keys_by_password(paths, held, officer, password, secrets, int(clock().timestamp()))
    return open_with(paths, held, slot, keys, secrets, clock, failed)


def unlock_with_code(paths: Paths, code: str, secrets: Secrets, clock: Clock) -> Opened:
    """Open with the printed code; its holder may also open a vault the anchor does not know."""
    held = pending.slots_in(paths.root)
    slot, keys = slots.keys_by_code(held, code)
    return open_with(paths, held, slot, keys, secrets, clock)


def open_with(
    paths: Paths,
    held: Keyslots,
    slot: Slot,
    keys: PersonKeys,
    secrets: Secrets,
    clock: Clock,
    failed: int = 0,
) -> Opened:
    """Open the vault with a person's keys, check it against the anchor, then clean up behind a kill.

    A retired officer is refused (officer_retired); whoever else opens takes their slot away.
    """
    held = _as_it_is_now(paths, held)
    vault = _open_vault(paths, held, slots.unseal(held, keys), clock)
    try:
        held = recognise(vault, held, paths.keyslots)
        anchors = Anchors(paths.anchor, secrets, held.ring, machine_id(held.ring))
        opened = _recognised(vault, held, slot, keys, anchors, paths, secrets)
        if opened.standing.needs_new_chain:
            _begin_anew(opened, int(clock().timestamp()))
        opened.remember()
        opened.anchors.settle()
    except BaseException:
        vault.close()
        raise
    vault.follow = Following(paths.keyslots, keys)
    sweep_leftovers(paths, held)
    finish_retirements(opened, int(clock().timestamp()))
    note_unlock(opened, int(clock().timestamp()), failed)
    return opened


def _begin_anew(opened: Opened, now: int) -> None:
    """Write on in a new chain, and note what may be missing before the anchor moves on.

    In a folder copied to another machine the device key is a new one too, where who opened may admit it.
    """
    moved = opened.standing is Standing.ELSEWHERE
    with opened.vault.write() as conn:
        lost = opened.anchors.lost(conn)
        who = Writer(opened.officer_id, now)
        begun = begin_anew(conn, who, device_name(), opened.keys.signing if moved else None)
        gaps.note_anchors(conn, lost, now)
        if not lost:
            gaps.note_end(conn, begun.before, begun.reached, now)


def sweep_leftovers(paths: Paths, held: Keyslots) -> None:
    """Remove vault files that keyslots.json does not name: what a killed set-up or rotation left."""
    with suppress(HbpError), claimed(paths.claim):
        if keyslots.read(paths.keyslots).vault == held.vault:
            sweep(paths.root, lambda name: name != held.vault and keyslots.is_vault_name(name))
            pending.end(paths.root)


def keys_by_password(
    paths: Paths, held: Keyslots, officer: str, password: str, secrets: Secrets, now: int
) -> tuple[Slot, PersonKeys]:
    """Give an officer's slot and keys; a wrong password makes the next try wait. Raises Locked, Refused."""
    found = held.named(officer)
    attempts = Attempts(paths.attempts)
    if wait := max(attempts.wait_s(slot.id, now) for slot in found):
        raise Locked("unlock_wait", seconds=wait)
    laptop = _laptop_secret_for(found, held, secrets)
    try:
        slot, keys = slots.keys_by_any(found, password, laptop)
    except Locked as error:
        if error.code != "wrong_password":
            raise
        raise Locked("wrong_password", seconds=attempts.failed(found[0].id, now)) from None
    attempts.succeeded(found[0].id)
    return slot, keys


def _laptop_secret_for(found: Iterable[Slot], held: Keyslots, secrets: Secrets) -> bytes | None:
    """Ask the keyring where a slot needs it; what it lacks matters only if no slot goes without."""
    bound = [bool(slot.wrapped and slot.wrapped.laptop) for slot in found]
    if not any(bound):
        return None
    try:
        return secrets.get(laptop_secret_name(held.ring))
    except Unreachable:
        if all(bound):
            raise
        return None


def _as_it_is_now(paths: Paths, held: Keyslots) -> Keyslots:
    """Give the slots again if a rotation went by while the password was tried."""
    now = keyslots.read(paths.keyslots)
    return held if now.vault == held.vault else now


def _open_vault(paths: Paths, held: Keyslots, key: bytes, clock: Clock) -> Vault:
    refuse_share(paths.root)
    vault = Vault.open(paths.vault(held.vault), key, older=True)
    try:
        upgrade(Source(vault, key, held, paths.backup_lock), paths.backups, clock())
    except BaseException:
        vault.close()
        raise
    return vault


def _recognised(
    vault: Vault,
    held: Keyslots,
    slot: Slot,
    keys: PersonKeys,
    anchors: Anchors,
    paths: Paths,
    secrets: Secrets,
) -> Opened:
    with vault.read() as conn:
        standing = anchors.standing(conn)
        if standing is Standing.STRANGER and slot.kind != "recovery":
            raise Refused(standing.value)
        own = journal.own_device(conn)
        if own.office != held.office:
            raise Refused("vault_stranger")
        officer_id = officer_behind(conn, slot)
        staff = Staff.of(journal.read_own_roster(conn).folded.state) if officer_id else Staff()
    known = staff.find(officer_id)
    if known is not None and known.retired:
        raise Refused("officer_retired", officer=known.name)
    officer = Officer(known.name, known.post) if known else Officer(slot.name)
    return Opened(
        vault=vault,
        slot=slot,
        keys=keys,
        office=own.office,
        founding=own.founding,
        officer_id=known.id if known else officer_id or BY_CODE,
        officer=officer,
        standing=standing,
        anchors=anchors,
        paths=paths,
        secrets=secrets,
    )
