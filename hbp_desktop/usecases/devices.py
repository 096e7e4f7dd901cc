"""The laptops of the office: which are admitted, what is held of the others, which are revoked."""

from dataclasses import dataclass, replace
from typing import Literal

from hbp_desktop.domain.errors import Invalid, Problem, Refused
from hbp_desktop.domain.fields import line, part_of, text_of
from hbp_desktop.domain.roster import Roster
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import admission, joining, journal, peers
from hbp_desktop.usecases.fingerprints import words_of
from hbp_desktop.usecases.office import Office

State = Literal["admitted", "revoked", "asking"]


@dataclass(frozen=True)
class Laptop:
    """A device key as the office knows it; `held` entries lie here and are not counted.

    of_state: it is no laptop, the state office writes under it (as far as this laptop enrolled with one).
    """

    key: str
    name: str
    words: str
    state: State
    chains: tuple[str, ...]
    counted: int
    held: int
    here: bool
    of_state: bool = False


def laptops(office: Office) -> tuple[Laptop, ...]:
    """List every device key of the roster and of the journal: this one first, then by name."""
    office.ask("device.see")
    with office.vault.read() as conn:
        own = public_key(journal.own_device(conn).secret).hex()
        roster = journal.read_own_roster(conn)
        held = {one.key: one for one in joining.held_devices(conn)}
        state = peers.state_office(conn)
    writer = state.granted.writer if state else ""
    keys = dict.fromkeys([*roster.devices, *held])
    found = [replace(_laptop(roster, key, held.get(key), key == own), of_state=key == writer) for key in keys]
    return tuple(sorted(found, key=lambda one: (not one.here, one.name.casefold(), one.key)))


def offered(office: Office) -> tuple[Laptop, ...]:
    """List the laptops whose entries are held and do not count, to be admitted or left.

    Cheap enough for the first page: of an office with one laptop nothing is read but that.
    """
    office.ask("device.see")
    with office.vault.read() as conn:
        strangers = joining.devices_in(conn) - {public_key(journal.own_device(conn).secret).hex()}
        if not strangers:
            return ()
        roster = journal.read_own_roster(conn)
        counted = {key for key, standing in roster.devices.items() if standing.admitted}
        held = joining.held_devices(conn, strangers - counted)
    return tuple(_laptop(roster, one.key, one, False) for one in held if one.held)


def admit_held(office: Office, wanted: str, name: str = "") -> Laptop:
    """Let the entries held of a laptop count; raises Refused (device_unknown, device_several, …)."""
    office.ask("device.admit")
    found = find(office, wanted)
    with office.writing() as doing:
        admission.admit(doing, found.key, line(name) or found.name, office.opened.keys.signing)
    return find(office, found.key)


def revoke(office: Office, wanted: str, reason: str, *, accept_all_held: bool = False) -> Laptop:
    """Let a laptop count no further than what is held of it now; what comes later is held and shown.

    Of one never admitted nothing counts, and one revoked before keeps its cut, unless `accept_all_held`.
    Raises Refused (device_own, device_revoked, device_unknown, …), Invalid (a reason).
    """
    office.ask("device.revoke")
    found = find(office, wanted)
    if found.here:
        raise Refused("device_own")
    if not line(reason):
        raise Invalid((Problem("reason_missing", "reason"),))
    if found.state == "revoked" and not accept_all_held:
        raise Refused("device_revoked", name=found.name)
    with office.writing() as doing:
        everything = admission.heads_of_device(doing, found.key)
        heads = everything if accept_all_held or found.state == "admitted" else {}
        secret = office.opened.keys.signing
        admission.revoke(doing, found.key, heads, secret, reason=line(reason), name=found.name)
    return find(office, found.key)


def find(office: Office, wanted: str) -> Laptop:
    """Find a laptop by name, first words or key; raises Refused (device_unknown, device_several)."""
    said = " ".join(wanted.split()).casefold()
    every = laptops(office)
    fitting = [one for one in every if said == one.key] or [
        one for one in every if said and said == one.name.casefold()
    ]
    if not fitting and len(said) >= 4:
        fitting = [one for one in every if one.key.startswith(said) or one.words.startswith(said)]
    if len(fitting) > 1:
        raise Refused("device_several", name=wanted, keys=", ".join(one.key[:8] for one in fitting))
    if not fitting:
        raise Refused("device_unknown", name=wanted)
    return fitting[0]


def _laptop(roster: Roster, key: str, held: joining.HeldDevice | None, here: bool) -> Laptop:
    standing = roster.devices.get(key)
    state: State = "asking"
    if standing is not None:
        state = "admitted" if standing.admitted else "revoked"
    words = words_of(key)
    name = text_of(part_of(roster.folded.state, f"device.{key}"), "name") or (held.named if held else "")
    return Laptop(
        key=key,
        name=name or " ".join(words.split()[:2]),
        words=words,
        state=state,
        chains=held.chains if held else (),
        counted=held.counted if held else 0,
        held=held.held if held else 0,
        here=here,
    )
