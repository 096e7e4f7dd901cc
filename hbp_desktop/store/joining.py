"""A laptop between two states: what it asked with, and how what it got back becomes the office it holds."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select, update

from hbp_desktop.domain import admission as answers
from hbp_desktop.domain import joining
from hbp_desktop.domain.admission import Admission
from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.joining import Request
from hbp_desktop.domain.roster import KIND, Roster
from hbp_desktop.store import age_header, exchange, founding, journal, keyslots
from hbp_desktop.store.keyslots import NO_OFFICE, Keyslots
from hbp_desktop.store.local_tables import device, unlockers
from hbp_desktop.store.local_tables import joining as table
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.tables import chains, entries
from hbp_desktop.store.vault import Vault

_NO_RECORDS = ("chain", "act", KIND)


@dataclass(frozen=True)
class Pending:
    """A request as kept. A newcomer's device key comes from the seed, as does the age key it gave."""

    request: Request
    data: bytes
    seed: bytes = field(repr=False)

    @property
    def keys(self) -> PersonKeys:
        """Give the keys the seed stands for."""
        return PersonKeys(self.seed)


@dataclass(frozen=True)
class Took:
    """What an admission brought: how many entries were new, and the ids officers have from now on."""

    office: str
    founding: bytes
    new: int
    officers: Mapping[str, str]


@dataclass(frozen=True)
class HeldDevice:
    """What lies in the journal of one device key: its chains, and its entries that do and do not count."""

    key: str
    chains: tuple[str, ...]
    counted: int
    held: int
    named: str = ""


def keep_request(conn: Connection, seed: bytes, data: bytes, asked_at: int) -> None:
    """Keep a request in place of any before it, whose answer is from now on another one's."""
    conn.execute(delete(table))
    conn.execute(insert(table), {"n": 1, "secret": seed, "request": data, "asked_at": asked_at})


def pending(conn: Connection) -> Pending | None:
    """Give the last request, None when nothing was ever asked."""
    row = conn.execute(select(table).order_by(table.c.n.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    return Pending(joining.read_request(row.request), row.request, row.secret)


def former_pins(conn: Connection) -> frozenset[bytes]:
    """Give the founding that was pinned when this laptop last asked to join another office's roster."""
    with suppress(Damaged):
        asked = pending(conn)
        if asked is not None and asked.request.founding:
            return frozenset({bytes.fromhex(asked.request.founding)})
    return frozenset()


def is_waiting(conn: Connection) -> bool:
    """Tell whether this file belongs to no office yet."""
    return conn.execute(select(device.c.chain).where(device.c.current == 1)).first() is None


def recognise(vault: Vault, held: Keyslots, path: Path) -> Keyslots:
    """Give the slots with the office's name; raises Refused (joining_waiting) before there is one.

    A kill between the vault's commit and the renaming of the slots is made good here.
    """
    if held.office != NO_OFFICE:
        return held
    with vault.read() as conn:
        if is_waiting(conn):
            raise Refused("joining_waiting")
        office = journal.own_device(conn).office
    named = replace(held, office=office)
    keyslots.write(path, named)
    return named


def seal_admission(admission: Admission, secret: bytes, recipient: str) -> bytes:
    """Give the file for the laptop that asked; nobody else can open it."""
    import pyrage  # slow to load, rarely needed

    plain = answers.write_admission(admission, secret)
    sealed = pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(recipient)])
    return answers.wrap_admission(bytes(sealed))


def open_admission(data: bytes, asked: Pending) -> Admission:
    """Open the answer to this very request.

    Raises Damaged (admission_not_one, admission_damaged), Refused (admission_newer, admission_other_laptop).
    """
    import pyrage

    sealed = answers.unwrap_admission(data)
    try:
        age_header.check(sealed)
        plain = asked.keys.unseal(sealed)
    except pyrage.DecryptError as error:
        if "No matching keys" in str(error):
            raise Refused("admission_other_laptop") from None
        raise Damaged("admission_damaged") from None
    except Damaged:
        raise Damaged("admission_damaged") from None
    admission = answers.read_admission(plain)
    if (admission.request, admission.device) != (asked.request.digest, asked.request.device):
        raise Refused("admission_other_laptop")
    return admission


def roster_ranges(conn: Connection) -> tuple[Range, ...]:
    """Give every chain the roster stands in, whole: with them a newcomer can judge who counts."""
    subject = journal.roster_subject(conn)
    rows = conn.execute(select(entries.c.chain).where(entries.c.subject == subject).distinct())
    wanted = set(rows.scalars())
    others = {chain: tops for chain, tops in exchange.vector(conn).items() if chain not in wanted}
    return tuple(exchange.ranges(conn, others))


def refuse_taken(conn: Connection, admission: Admission) -> None:
    """Raise Refused (admission_taken) where this laptop has become what the admission says already."""
    if not is_waiting(conn):
        own = journal.own_device(conn)
        if own.founding == admission.founding and own.admitted:
            raise Refused("admission_taken")


def take_in(conn: Connection, admission: Admission, asked: Pending, actor: str, now: int) -> Took:
    """Become what the admission says: chain opened or pin moved, roster held, tables brought up to it.

    All or nothing within the caller's transaction. Raises Refused (admission_taken, join_other_office,
    join_crossed, admission_unauthorised), Damaged (admission_damaged).
    """
    before = None if is_waiting(conn) else journal.own_device(conn)
    known = None if before is None else journal.read_own_roster(conn)
    refuse_taken(conn, admission)
    if asked.request.office and asked.request.office != admission.office:
        raise Refused("join_other_office", asked=asked.request.office, office=admission.office)
    if before is None:
        secret = asked.keys.signing
        founding.join_office(conn, admission.office, admission.founding, actor, now, secret)
        for said, known_as in admission.officers.items():
            conn.execute(update(unlockers).where(unlockers.c.officer == said).values(officer=known_as))
    else:
        conn.execute(update(device).values(founding=admission.founding))
    taken = exchange.take_in(conn, admission.ranges)
    if taken.refused:
        raise Damaged("admission_damaged")
    _ask_authority(conn, admission)
    if known is not None and before is not None and before.founding != admission.founding:
        _refuse_crossing(conn, known, before.founding, admission)
    return Took(admission.office, admission.founding, len(taken.new), admission.officers)


def held_devices(conn: Connection, only: Collection[str] | None = None) -> tuple[HeldDevice, ...]:
    """List the device keys whose chains of this office are held; openings, rosters and acts are no records.

    `only` these keys, which costs no more than their own entries.
    """
    own = journal.own_device(conn).office
    here = select(chains.c.device, chains.c.chain).where(chains.c.office == own)
    known = conn.execute(here.order_by(chains.c.chain)).all()
    of: dict[str, list[str]] = {}
    for key, chain in known:
        if only is None or key in only:
            of.setdefault(key, []).append(chain)
    sums = _sums(conn, [chain for found in of.values() for chain in found])
    return tuple(_held_device(conn, key, tuple(found), sums) for key, found in sorted(of.items()))


def devices_in(conn: Connection) -> frozenset[str]:
    """Name the device keys of this office whose chains are held."""
    own = journal.own_device(conn).office
    return frozenset(conn.execute(select(chains.c.device).where(chains.c.office == own)).scalars())


def _sums(conn: Connection, wanted: Collection[str]) -> dict[str, tuple[int, int]]:
    """Count, by chain, the records that count and those held only."""
    query = (
        select(entries.c.chain, func.sum(entries.c.counted), func.sum(1 - entries.c.counted))
        .where(entries.c.chain.in_(wanted), entries.c.kind.not_in(_NO_RECORDS))
        .group_by(entries.c.chain)
    )
    return {chain: (int(counted or 0), int(held or 0)) for chain, counted, held in conn.execute(query)}


def _held_device(
    conn: Connection, key: str, found: tuple[str, ...], sums: Mapping[str, tuple[int, int]]
) -> HeldDevice:
    counted, held = (sum(sums.get(chain, (0, 0))[n] for chain in found) for n in (0, 1))
    return HeldDevice(key, found, counted, held, _name_of_its_own(conn, key, found))


def _name_of_its_own(conn: Connection, key: str, found: tuple[str, ...]) -> str:
    """Give the name a device has in a roster it founded itself; a claim, good enough for a list."""
    query = select(entries.c.hash).where(
        entries.c.kind == KIND, entries.c.seq == 1, entries.c.chain.in_(found)
    )
    for entry_hash in conn.execute(query).scalars():
        with suppress(Damaged, KeyError, TypeError):
            entry = journal.by_hash(conn, entry_hash)
            name = entry.body()["fields"][f"device.{key}"]["name"] if entry else ""
            if isinstance(name, str):
                return name[:60]
    return ""


def _ask_authority(conn: Connection, admission: Admission) -> None:
    """See that the founding is that office's, and that who signed may admit and did."""
    first = journal.by_hash(conn, admission.founding)
    if first is None:
        raise Damaged("admission_damaged")
    opens = first.header.opens
    roster = journal.read_own_roster(conn)
    state = roster.folded.state
    tiers = (state.get(f"{tier}.{admission.by}") for tier in ("admin", "root"))
    may = any(isinstance(tier, Mapping) and tier.get("on") is True for tier in tiers)
    standing = roster.devices.get(admission.device)
    if opens is None or opens.office != admission.office or not may or not standing or not standing.admitted:
        raise Refused("admission_unauthorised")


def _refuse_crossing(conn: Connection, known: Roster, own: bytes, admission: Admission) -> None:
    """Two laptops that admitted each other at once would change places: the smaller founding stands."""
    first = journal.by_hash(conn, admission.founding)
    opens = first.header.opens if first else None
    theirs = known.devices.get(opens.device) if opens else None
    if theirs is not None and theirs.admitted and own < admission.founding:
        raise Refused("join_crossed")
