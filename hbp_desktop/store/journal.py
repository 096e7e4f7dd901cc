"""The journal in the file: append, read back, exchange ranges, decide which entries count."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from hbp_desktop.domain.chain import Head, Range, Vector, branch_to, heads_of, sign_head, unfold_range
from hbp_desktop.domain.entry import NOTHING, VERSION, Entry, Parent
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.history import Fact
from hbp_desktop.domain.roster import Roster, Signed, author_of, read_roster, subject_of
from hbp_desktop.store.tables import chains, device, entries, heads

_BYTES = (entries.c.prev, entries.c.header, entries.c.digest, entries.c.body)
_OF_SUBJECT = select(*_BYTES, entries.c.counted).where(entries.c.subject == bindparam("subject"))
_TIP = (
    select(*_BYTES)
    .where(entries.c.chain == bindparam("of"))
    .order_by(entries.c.seq.desc(), entries.c.n.desc())
    .limit(1)
)
_DEVICE = select(device).where(device.c.current == 1)
_INSERT = insert(entries)


@dataclass(frozen=True, slots=True)
class Device:
    """This installation's own chain: its signing secret, office and the founding it has pinned."""

    chain: str
    secret: bytes
    nonce: bytes
    office: str
    founding: bytes

    def __repr__(self) -> str:
        return f"Device({self.chain[:8]})"


@dataclass(frozen=True, slots=True)
class Held:
    """An entry of a subject as held, with its standing."""

    entry: Entry
    counted: bool

    @property
    def newer(self) -> bool:
        """Tell whether a newer program wrote it."""
        return self.entry.header.v != VERSION

    def fact(self) -> Fact:
        """Give what fold needs; a body that cannot be read, or a newer one, is held but not counted."""
        header = self.entry.header
        fields: Mapping[str, Any] = {}
        counted = self.counted and not self.newer
        try:
            fields = self.entry.body()["fields"] if not self.newer else {}
        except Damaged:
            counted = False
        return Fact(
            self.entry.hash,
            header.chain,
            header.seq,
            header.parents,
            header.lamport,
            header.action,
            fields,
            counted,
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """What a form was opened on: the entries to name as parents, and the next lamport."""

    parents: tuple[Parent, ...] = ()
    lamport: int = 1


def own_device(conn: Connection) -> Device:
    """Give this installation's current chain; raises Refused before set-up."""
    row = conn.execute(_DEVICE).one_or_none()
    if row is None:
        raise Refused("device_missing")
    return Device(row.chain, row.secret, row.nonce, row.office, row.founding)


def tip(conn: Connection, chain: str) -> Entry | None:
    """Give the last entry of a chain."""
    row = conn.execute(_TIP, {"of": chain}).one_or_none()
    return None if row is None else _entry(row)


def held(conn: Connection, subject: str) -> list[Held]:
    """Give every entry of a subject, counted or not."""
    rows = conn.execute(_OF_SUBJECT, {"subject": subject})
    return [Held(_entry(row), bool(row.counted)) for row in rows]


def seen(of: Iterable[Held], heads_named: Sequence[bytes]) -> Seen:
    """Give the parents and lamport for an entry written on these heads."""
    named = [item.entry for item in of if item.entry.hash in set(heads_named)]
    if not named:
        return Seen()
    return Seen(
        tuple(sorted(entry.named() for entry in named)), 1 + max(entry.header.lamport for entry in named)
    )


def append(conn: Connection, new: Sequence[Entry], counted: bool = True) -> None:
    """Write entries that are not held yet."""
    if new:
        conn.execute(_INSERT, [_row(entry, counted) for entry in new])
    for entry in new:
        opens = entry.header.opens
        if opens is not None:
            conn.execute(
                insert(chains),
                {
                    "chain": entry.header.chain,
                    "device": opens.device,
                    "office": opens.office,
                    "before": opens.before,
                },
            )


def keep_head(conn: Connection, head: Head) -> None:
    """Keep a signed head, once."""
    conn.execute(
        insert(heads).prefix_with("OR IGNORE"),
        {"chain": head.chain, "hash": head.hash, "seq": head.seq, "signature": head.signature},
    )


def sign_own_head(conn: Connection) -> None:
    """Sign the tip of this installation's chain, as before every exchange."""
    own = own_device(conn)
    last = tip(conn, own.chain)
    if last is not None:
        keep_head(conn, sign_head(own.chain, last.header.seq, last.hash, own.secret))


def vector(conn: Connection) -> Vector:
    """Give what this file holds: the heads of every chain, several after a fork."""
    return heads_of(_links(conn))


def ranges(conn: Connection, have: Vector) -> list[Range]:
    """Give what a holder of `have` lacks, from the last link it surely has, up to signed heads."""
    sign_own_head(conn)
    links = list(_links(conn))
    before = {entry_hash: prev for _, prev, entry_hash, _ in links}
    found = []
    for chain, tops in heads_of(links).items():
        known = {h for top in have.get(chain, {}) if top in before for h in branch_to(top, before)}
        for top in tops:
            branch = [h for h in branch_to(top, before) if h not in known]
            signed = _last_signed(conn, chain, branch)
            if signed is not None:
                wanted = branch[: branch.index(signed.hash) + 1]
                found.append(Range(chain, before[wanted[0]], _bodies(conn, wanted), signed))
    return found


def take(conn: Connection, taken: Range) -> tuple[Entry, ...]:
    """Check a range and hold what is new of it, uncounted until `recount`; raises Damaged."""
    before = None if taken.prev == NOTHING else _by_hash(conn, taken.prev)
    if before is None and taken.prev != NOTHING:
        raise Damaged("link_missing", chain=taken.chain, seq=taken.head.seq)
    arrived = unfold_range(taken, before, _device_of(conn, taken))
    new = tuple(entry for entry in arrived if _by_hash(conn, entry.hash) is None)
    _append_received(conn, new)
    keep_head(conn, taken.head)
    return new


def read_own_roster(conn: Connection) -> Roster:
    """Read the roster from the founding this file has pinned."""
    founding = _by_hash(conn, own_device(conn).founding)
    if founding is None:
        raise Damaged("founding_missing")
    subject = subject_of(founding.header.chain)
    signed = [Signed(item.fact(), author_of(item.entry)) for item in held(conn, subject)]
    return read_roster(signed, founding.hash)


def recount(conn: Connection) -> set[tuple[str, str]]:
    """Decide anew which entries count; give the (kind, id) of subjects whose standing changed."""
    roster = read_own_roster(conn)
    known = {row.chain: row.device for row in conn.execute(select(chains))}
    links = conn.execute(
        select(
            entries.c.hash,
            entries.c.prev,
            entries.c.chain,
            entries.c.kind,
            entries.c.subject,
            entries.c.counted,
        )
    ).all()
    before = {row.hash: row.prev for row in links}
    accepted = {chain: _accepted(roster, key, chain, before) for chain, key in known.items()}
    changed: set[tuple[str, str]] = set()
    for row in links:
        allowed = accepted.get(row.chain, frozenset())
        counts = (
            row.hash in roster.counted if row.kind == "roster" else allowed is None or row.hash in allowed
        )
        if counts != bool(row.counted):
            conn.execute(update(entries).where(entries.c.hash == row.hash).values(counted=int(counts)))
            changed.add((row.kind, row.subject))
    return changed


def _accepted(roster: Roster, key: str, chain: str, before: Mapping[bytes, bytes]) -> frozenset[bytes] | None:
    cut = roster.accepted(key, chain)
    return None if cut is None else frozenset(h for top in cut for h in branch_to(top, before))


def _append_received(conn: Connection, new: Sequence[Entry]) -> None:
    known = {row.chain for row in conn.execute(select(chains.c.chain))}
    for entry in new:
        if entry.header.opens is not None and entry.header.chain in known:
            conn.execute(_INSERT, [_row(entry, False)])  # the other branch of a fork at its root
        else:
            append(conn, [entry], counted=False)


def _device_of(conn: Connection, taken: Range) -> bytes:
    row = conn.execute(select(chains.c.device).where(chains.c.chain == taken.chain)).one_or_none()
    if row is not None:
        return bytes.fromhex(row.device)
    if taken.prev == NOTHING and taken.entries:
        from_opening = Entry(NOTHING, taken.entries[0][0], NOTHING, None).header.opens
        if from_opening is not None:
            return bytes.fromhex(from_opening.device)
    raise Damaged("link_missing", chain=taken.chain, seq=taken.head.seq)


def _links(conn: Connection) -> list[tuple[str, bytes, bytes, int]]:
    rows = conn.execute(select(entries.c.chain, entries.c.prev, entries.c.hash, entries.c.seq))
    return [(row.chain, row.prev, row.hash, row.seq) for row in rows]


def _last_signed(conn: Connection, chain: str, branch: Sequence[bytes]) -> Head | None:
    rows = conn.execute(select(heads).where(heads.c.chain == chain)).all()
    places = {h: i for i, h in enumerate(branch)}
    signed = [row for row in rows if row.hash in places]
    if not signed:
        return None
    last = max(signed, key=lambda row: places[row.hash])
    return Head(last.chain, last.seq, last.hash, last.signature)


def _bodies(conn: Connection, hashes: Sequence[bytes]) -> tuple[tuple[bytes, bytes], ...]:
    found = (_by_hash(conn, h) for h in hashes)
    return tuple((entry.header_bytes, entry.body_bytes or b"") for entry in found if entry is not None)


def _by_hash(conn: Connection, entry_hash: bytes) -> Entry | None:
    row = conn.execute(select(*_BYTES).where(entries.c.hash == entry_hash)).one_or_none()
    return None if row is None else _entry(row)


def _entry(row: Any) -> Entry:
    return Entry(row.prev, row.header, row.digest, row.body)


def _row(entry: Entry, counted: bool) -> dict[str, Any]:
    header = entry.header
    return {
        "hash": entry.hash,
        "prev": entry.prev,
        "digest": entry.digest,
        "chain": header.chain,
        "seq": header.seq,
        "kind": header.kind,
        "subject": header.subject,
        "header": entry.header_bytes,
        "body": entry.body_bytes,
        "counted": int(counted),
    }
