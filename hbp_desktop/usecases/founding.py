"""The steps of founding an office; replacing keyslots.json is the moment it exists."""

import platform
import secrets as randomness
from dataclasses import dataclass, field

from hbp_desktop.config import Paths
from hbp_desktop.domain import recovery
from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.errors import Invalid, Refused, errors_in
from hbp_desktop.domain.fields import line
from hbp_desktop.domain.ids import new_id
from hbp_desktop.store import founding, keyslots, pending, slots, unlockers
from hbp_desktop.store.anchor import Anchors
from hbp_desktop.store.durable import claimed, fsync_file, fsync_folder, make_folder
from hbp_desktop.store.engine import KEY_BYTES
from hbp_desktop.store.keyslots import Keyslots
from hbp_desktop.store.machine import machine_id
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases.opening import open_with
from hbp_desktop.usecases.place_notes import note_kept
from hbp_desktop.usecases.places import permit
from hbp_desktop.usecases.setup import Clock, Founded, SetupDraft
from hbp_desktop.usecases.slot_changes import laptop_secret


@dataclass(frozen=True)
class _Keys:
    """What is made fresh for a new office."""

    officer: PersonKeys
    root: PersonKeys
    data: bytes = field(repr=False)
    officer_id: str


def found(
    paths: Paths, draft: SetupDraft, secrets: Secrets, clock: Clock, code: str, cost: KdfCost | None
) -> Founded:
    """Make keys, slots and vault, and only then name them."""
    if errors := errors_in(draft.problems()):
        raise Invalid(errors)
    concern = permit(paths.root, draft.place_reason)
    root = PersonKeys.from_recovery(recovery.read(code))
    made = _Keys(PersonKeys.new(), root, randomness.token_bytes(KEY_BYTES), new_id())
    make_folder(paths.root)
    with claimed(paths.claim):
        if paths.keyslots.exists():
            raise Refused("already_set_up")
        prepare_root(paths)
        held = _slots(draft, secrets, made, cost)
        pending.begin(paths.root, held.vault)
        entry = _make_vault(paths, draft, held, made, int(clock().timestamp()))
        anchors = Anchors(paths.anchor, secrets, held.ring, machine_id(held.ring))
        anchors.keep(held.office, entry.hash, entry.header.chain, entry.header.seq, entry.hash)
        keyslots.write(paths.keyslots, held)
        pending.end(paths.root)
    opened = open_with(paths, held, held.slots[0], made.officer, secrets, clock)
    if concern is not None:
        note_kept(opened, concern, draft.place_reason, int(clock().timestamp()))
    return Founded(held.office, code, secrets.ring, opened)


def prepare_root(paths: Paths) -> None:
    """Sweep a killed set-up; refuse where a vault lies whose slots were lost: it may hold every record."""
    if pending.foreign_vaults(paths.root):
        raise Refused("vault_without_slots", folder=str(paths.root))
    pending.clear(paths.root)


def _slots(draft: SetupDraft, secrets: Secrets, made: _Keys, cost: KdfCost | None) -> Keyslots:
    ring = randomness.token_hex(16)
    laptop = laptop_secret(secrets, ring)
    officer = slots.officer_slot(line(draft.officer_name), draft.password, made.officer, laptop, cost)
    both = (officer, slots.recovery_slot(made.root))
    name = f"vault-{randomness.token_hex(8)}.db"
    return Keyslots(name, draft.office, ring, both, slots.seal(made.data, both))


def _make_vault(paths: Paths, draft: SetupDraft, held: Keyslots, made: _Keys, now: int) -> Entry:
    path = paths.vault(held.vault)
    vault = Vault.create(path, made.data)
    try:
        with vault.write() as conn:
            entry = founding.found_office(conn, _founding(draft, made, now))
            officer, root = held.slots
            unlockers.admit(conn, officer, made.officer_id)
            unlockers.admit(conn, root)
    finally:
        vault.close()
    fsync_file(path)
    fsync_folder(path.parent)
    return entry


def _founding(draft: SetupDraft, made: _Keys, now: int) -> founding.Founding:
    return founding.Founding(
        office=draft.office,
        officer_id=made.officer_id,
        officer_name=line(draft.officer_name),
        officer_post=line(draft.post),
        officer_keys=founding.PersonKeys(made.officer.signing_public, made.officer.age),
        recovery_keys=founding.PersonKeys(made.root.signing_public, made.root.age),
        root_secret=made.root.signing,
        device_name=line(platform.node())[:60],
        now=now,
    )
