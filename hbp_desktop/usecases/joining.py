"""The asking side of joining an office: a request file goes out, an admission file comes back.

A laptop set up to join is a whole set-up that belongs to no office yet: vault, slots, recovery code and a
device key, under one file that commits all of it. A laptop that has an office asks with the key it has.
"""

import platform
import secrets as randomness
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from hbp_desktop.config import Paths
from hbp_desktop.domain import joining as files
from hbp_desktop.domain import recovery
from hbp_desktop.domain.errors import Invalid, Problem, Refused, errors_in
from hbp_desktop.domain.fields import LINE, line
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.joining import Applicant, Request
from hbp_desktop.domain.officer import Officer
from hbp_desktop.domain.signing import public_key
from hbp_desktop.domain.staff import Member
from hbp_desktop.store import joining, journal, keyslots, pending, slots, unlockers
from hbp_desktop.store.anchor import Anchors
from hbp_desktop.store.durable import claimed, fsync_file, fsync_folder, make_folder
from hbp_desktop.store.engine import KEY_BYTES
from hbp_desktop.store.joining import Pending, Took
from hbp_desktop.store.keyslots import NO_OFFICE, Keyslots, Slot
from hbp_desktop.store.machine import machine_id
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.secrets import Ring, Secrets
from hbp_desktop.store.unlockers import Unlocker
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.wrap import KdfCost
from hbp_desktop.usecases import opening
from hbp_desktop.usecases.fingerprints import words_of
from hbp_desktop.usecases.founding import prepare_root
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.places import permit
from hbp_desktop.usecases.setup import Clock, SetupDraft
from hbp_desktop.usecases.slot_changes import laptop_secret

_LONGEST_NAME = 60


@dataclass(frozen=True)
class Asked:
    """A request made: the file's bytes, and the six words to compare with the other laptop's."""

    data: bytes = field(repr=False)
    words: str
    device: str
    ring: Ring


@dataclass(frozen=True)
class Way:
    """How a waiting laptop is opened: by an officer's password, or by the printed code alone."""

    officer: str = ""
    password: str = field(default="", repr=False)
    code: str = field(default="", repr=False)


def ask(
    paths: Paths, draft: SetupDraft, secrets: Secrets, clock: Clock, code: str, cost: KdfCost | None = None
) -> Asked:
    """Set this laptop up to join an office: all of it, or nothing when killed on the way.

    The draft's office may be empty. Raises Invalid, Refused (already_set_up, place_…), Locked, NoRoom.
    """
    if errors := errors_in(_problems(draft)):
        raise Invalid(errors)
    permit(paths.root, draft.place_reason)
    root = PersonKeys.from_recovery(recovery.read(code))
    officer, data_key, seed = PersonKeys.new(), randomness.token_bytes(KEY_BYTES), randomness.token_bytes(32)
    applicant = _applicant(draft, officer)
    request = _request(seed, public_key(PersonKeys(seed).signing), draft.office, "", (applicant,), clock)
    data = files.write_request(request, PersonKeys(seed).signing)
    make_folder(paths.root)
    with claimed(paths.claim):
        if paths.keyslots.exists():
            raise Refused("already_set_up")
        prepare_root(paths)
        held = _slots(draft, secrets, officer, root, data_key, cost)
        pending.begin(paths.root, held.vault)
        _make_vault(paths, held, data_key, applicant.id, seed, data, request.at)
        keyslots.write(paths.keyslots, held)
        pending.end(paths.root)
    return Asked(data, words_of(request.device), request.device, secrets.ring)


def ask_again(paths: Paths, way: Way, secrets: Secrets, clock: Clock) -> Asked:
    """Give the request of a waiting laptop once more, the same bytes; raises as unlocking does."""
    with _waiting(paths, way, secrets, clock) as (_, _, _, _, asked):
        return Asked(asked.data, words_of(asked.request.device), asked.request.device, secrets.ring)


def finish(paths: Paths, way: Way, data: bytes, secrets: Secrets, clock: Clock) -> Opened:
    """Take in the admission on a waiting laptop, and open the office it now belongs to.

    Raises what unlocking raises, and Refused or Damaged (admission_…, join_…); nothing is lost by any.
    """
    with _waiting(paths, way, secrets, clock) as (vault, held, slot, keys, asked):
        with vault.read() as conn:
            waiting = joining.is_waiting(conn)
        if waiting:  # else a kill came between the vault and the slots, and only the naming is left
            _take(vault, data, asked, clock)
        named = joining.recognise(vault, held, paths.keyslots)
        with vault.read() as conn:
            own = journal.own_device(conn)
            last = journal.tip(conn, own.chain)
    if last is not None:
        anchors = Anchors(paths.anchor, secrets, named.ring, machine_id(named.ring))
        anchors.keep(own.office, own.founding, own.chain, last.header.seq, last.hash)
    return opening.open_with(paths, named, slot, keys, secrets, clock)


def ask_from(office: Office) -> Asked:
    """Ask to join the roster of another laptop of the same office; work here goes on meanwhile.

    A question still open is given again. Raises Refused (not_allowed).
    """
    office.ask("device.admit")
    seed = randomness.token_bytes(32)
    with office.vault.write() as conn:
        own = journal.own_device(conn)
        device = public_key(own.secret)
        asked = joining.pending(conn)
        if asked is None or not _still_asks(asked, device.hex(), own):
            founding = own.founding.hex()
            applicants = _applicants(unlockers.known(conn), office)
            request = _request(seed, device, own.office, founding, applicants, office.clock)
            data = files.write_request(request, own.secret)
            joining.keep_request(conn, seed, data, request.at)
        else:
            data = asked.data
    return Asked(data, words_of(device.hex()), device.hex(), office.opened.secrets.ring)


def take(office: Office, data: bytes) -> Took:
    """Take in the admission where an office is open already: its pin moves, its records stay as they are.

    Raises Refused (not_allowed, admission_…, join_…), Damaged.
    """
    with office.vault.read() as conn:
        asked = joining.pending(conn)
        if asked is None:
            raise Refused("admission_not_asked")
        joining.refuse_taken(conn, joining.open_admission(data, asked))
    office.ask("device.admit")  # asked last: whoever moved the pin may administer no longer
    took = _take(office.vault, data, asked, office.clock)
    opened = office.opened
    opened.founding = took.founding
    with office.vault.read() as conn:
        own, staff = unlockers.officer_behind(conn, opened.slot), office.staff()
    known = staff.find(own)
    if known is not None:
        opened.officer_id, opened.officer = known.id, Officer(known.name, known.post)
    opened.remember()
    return took


def _take(vault: Vault, data: bytes, asked: Pending, clock: Clock) -> Took:
    admission = joining.open_admission(data, asked)
    first = asked.request.officers[0].id
    actor = admission.officers.get(first, first)
    with vault.write() as conn:
        return joining.take_in(conn, admission, asked, actor, int(clock().timestamp()))


@contextmanager
def _waiting(
    paths: Paths, way: Way, secrets: Secrets, clock: Clock
) -> Iterator[tuple[Vault, Keyslots, Slot, PersonKeys, Pending]]:
    held = keyslots.read(paths.keyslots)
    if held.office != NO_OFFICE:
        raise Refused("admission_taken")
    slot, keys = _keys(paths, held, way, secrets, clock)
    vault = Vault.open(paths.vault(held.vault), slots.unseal(held, keys))
    try:
        with vault.read() as conn:
            unlockers.officer_behind(conn, slot)
            asked = joining.pending(conn)
        if asked is None:
            raise Refused("admission_not_asked")
        yield vault, held, slot, keys, asked
    finally:
        vault.close()


def _keys(paths: Paths, held: Keyslots, way: Way, secrets: Secrets, clock: Clock) -> tuple[Slot, PersonKeys]:
    if way.code:
        return slots.keys_by_code(held, way.code)
    now = int(clock().timestamp())
    return opening.keys_by_password(paths, held, way.officer, way.password, secrets, now)


def _problems(draft: SetupDraft) -> tuple[Problem, ...]:
    """Say what is wrong; which office it is may be left to the administrator who admits."""
    found = draft.problems()
    return found if draft.office else tuple(one for one in found if one.place != "office_code")


def _applicant(draft: SetupDraft, keys: PersonKeys) -> Applicant:
    name, post = line(draft.officer_name), line(draft.post)
    return Applicant(new_id(), name, post, keys.signing_public, keys.age, ())


def _applicants(known: tuple[Unlocker, ...], office: Office) -> tuple[Applicant, ...]:
    """Name every officer of this roster: those who left stay on their records, those here bring a key."""
    here = {one.officer: one for one in known if one.kind == "officer"}
    found = [_colleague(one, here.get(one.id), office) for one in office.staff().members.values()]
    found.sort(key=lambda one: (one.id != office.officer_id, not one.signing, one.name))
    return tuple(found[: files.MOST_OFFICERS])


def _colleague(member: Member, slot: Unlocker | None, office: Office) -> Applicant:
    gone = member.retired or bool(member.same)
    return Applicant(
        id=member.id,
        name=member.name[:LINE],
        post=member.post[:LINE],
        signing=slot.signing if slot and not gone else "",
        age=slot.age if slot and not gone else "",
        roles=tuple(sorted(member.roles(office.today))),
        retired=gone,
    )


def _request(
    seed: bytes,
    device: bytes,
    office: str,
    founding: str,
    officers: tuple[Applicant, ...],
    clock: Clock,
) -> Request:
    return Request(
        device=device.hex(),
        device_name=line(platform.node())[:_LONGEST_NAME],
        age=PersonKeys(seed).age,
        office=office,
        founding=founding,
        officers=officers,
        nonce=randomness.token_hex(16),
        at=int(clock().timestamp()),
    )


def _still_asks(asked: Pending, device: str, own: journal.Device) -> bool:
    said = asked.request
    return said.device == device and said.founding == own.founding.hex()


def _slots(
    draft: SetupDraft,
    secrets: Secrets,
    officer: PersonKeys,
    root: PersonKeys,
    data_key: bytes,
    cost: KdfCost | None,
) -> Keyslots:
    ring = randomness.token_hex(16)
    laptop = laptop_secret(secrets, ring)
    first = slots.officer_slot(line(draft.officer_name), draft.password, officer, laptop, cost)
    both = (first, slots.recovery_slot(root))
    name = f"vault-{randomness.token_hex(8)}.db"
    return Keyslots(name, NO_OFFICE, ring, both, slots.seal(data_key, both))


def _make_vault(
    paths: Paths, held: Keyslots, data_key: bytes, officer_id: str, seed: bytes, data: bytes, at: int
) -> None:
    path = paths.vault(held.vault)
    vault = Vault.create(path, data_key)
    try:
        with vault.write() as conn:
            joining.keep_request(conn, seed, data, at)
            officer, root = held.slots
            unlockers.admit(conn, officer, officer_id)
            unlockers.admit(conn, root)
    finally:
        vault.close()
    fsync_file(path)
    fsync_folder(path.parent)
