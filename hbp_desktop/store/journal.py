"""The journal in the file: append, read back, decide which entries count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from hbp_desktop.domain.canonical import GREATEST_INTEGER
from hbp_desktop.domain.chain import Head, branch_to
from hbp_desktop.domain.entry import VERSION, Entry, Parent
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.history import Fact
from hbp_desktop.domain.roster import KIND, Roster, Signed, author_of, read_roster, subject_of
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store.direct import fetch, insert_into, run_many
from hbp_desktop.store.tables import chains, device, entries, heads

_BYTES = (entries.c.prev, entries.c.header, entries.c.digest, entries.c.body)
_MOST_NAMED = 500  # in one statement
MOST_PARENTS = 40  # as many as surely fit a header; a later entry takes the rest

_OF_SUBJECT = select(*_BYTES, entries.c.kind, entries.c.counted).where(
    entries.c.subject == bindparam("subject")
)
_TIP = (
    select(*_BYTES)
    .where(entries.c.chain == bindparam("of"))
    .order_by(entries.c.seq.desc(), entries.c.n.desc())
    .limit(1)
)
_DEVICE = select(device).where(device.c.current == 1)
_LINKS = select(
    entries.c.chain,
    entries.c.seq,
    entries.c.prev,
    entries.c.hash,
    entries.c.kind,
    entries.c.subject,
    entries.c.counted,
)
_COUNT = update(entries).where(entries.c.hash == bindparam("of")).values(counted=bindparam("counts"))
_INSERT = insert_into(entries)
_OWN_END = """
    SELECT d.chain, d.secret, d.nonce, d.office, d.founding, d.admitted, e.prev, e.header, e.digest
    FROM device d LEFT JOIN entries e
    ON e.n = (SELECT n FROM entries WHERE chain = d.chain ORDER BY seq DESC, n DESC LIMIT 1)
    WHERE d.current = 1
"""


class Link(NamedTuple):
    """An entry's place in its chain, without its bytes."""

    chain: str
    seq: int
    prev: bytes
    hash: bytes
    kind: str
    subject: str
    counted: int


@dataclass(frozen=True, slots=True)
class Device:
    """This installation's own chain: its signing secret, office and the founding it has pinned.

    Not `admitted`: by the roster as held here, nothing more that it writes would count.
    """

    chain: str
    secret: bytes
    nonce: bytes
    office: str
    founding: bytes
    admitted: bool

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
    return Device(row.chain, row.secret, row.nonce, row.office, row.founding, bool(row.admitted))


def tip(conn: Connection, chain: str) -> Entry | None:
    """Give the last entry of a chain."""
    row = conn.execute(_TIP, {"of": chain}).one_or_none()
    return None if row is None else _entry(row)


def own_end(conn: Connection) -> tuple[Device, Entry | None]:
    """Give this installation's chain with its last entry, without its body; raises Refused before set-up."""
    rows = fetch(conn, _OWN_END)
    if not rows:
        raise Refused("device_missing")
    chain, secret, nonce, office, founding, admitted, prev, header, digest = rows[0]
    own = Device(chain, secret, nonce, office, founding, bool(admitted))
    return own, None if prev is None else Entry(prev, header, digest, None)


def held(conn: Connection, subject: str, kind: str = "") -> list[Held]:
    """Give every entry of a subject, counted or not; of that kind where one is given."""
    rows = conn.execute(_OF_SUBJECT, {"subject": subject})
    return [Held(_entry(row), bool(row.counted)) for row in rows if kind in ("", row.kind)]


def seen(of: Iterable[Held], heads_named: Sequence[bytes]) -> Seen:
    """Give the parents and lamport for an entry written on these heads."""
    wanted = set(heads_named)
    named = [item.entry for item in of if item.entry.hash in wanted]
    if not named:
        return Seen()
    named.sort(key=lambda entry: (entry.header.lamport, entry.hash))
    lamport = min(named[-1].header.lamport + 1, GREATEST_INTEGER)
    return Seen(tuple(sorted(entry.named() for entry in named[-MOST_PARENTS:])), lamport)


def append(conn: Connection, new: Sequence[Entry], counted: bool = True) -> None:
    """Write entries that are not held yet."""
    if new:
        run_many(conn, _INSERT, [_row(entry, counted) for entry in new])
    for entry in new:
        opens = entry.header.opens
        if opens is not None:
            conn.execute(
                insert(chains).prefix_with("OR IGNORE"),  # a fork may have begun at the opening
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


def any_held(conn: Connection, subjects: Sequence[str]) -> bool:
    """Tell whether an entry of any of these subjects is held."""
    for at in range(0, len(subjects), _MOST_NAMED):
        some = tuple(subjects[at : at + _MOST_NAMED])
        marks = ",".join("?" * len(some))
        if fetch(conn, f"SELECT 1 FROM entries WHERE subject IN ({marks}) LIMIT 1", some):
            return True
    return False


def roster_subject(conn: Connection) -> str:
    """Name the roster this file has pinned; raises Damaged when its founding is not held."""
    founding = by_hash(conn, own_device(conn).founding)
    if founding is None:
        raise Damaged("founding_missing")
    return subject_of(founding.header.chain)


def roster_heads(conn: Connection) -> tuple[bytes, ...]:
    """Give the roster entries to write the next one on."""
    return read_own_roster(conn).folded.heads


def roster_moved(conn: Connection) -> int:
    """Give a number that changes with every entry held of the pinned roster, and with the pin."""
    subject = roster_subject(conn)
    (found,) = fetch(conn, "SELECT count(*), sum(n), sum(counted) FROM entries WHERE subject = ?", (subject,))
    return hash((subject, *found))


def read_own_roster(conn: Connection) -> Roster:
    """Read the roster from the founding this file has pinned; raises Damaged when that is not held."""
    founding, subject = own_device(conn).founding, roster_subject(conn)
    signed = [Signed(item.fact(), author_of(item.entry)) for item in held(conn, subject, KIND)]
    return read_roster(signed, founding)


def verdicts(conn: Connection) -> Iterator[tuple[Link, bool]]:
    """Give every entry held with whether it counts by the roster as it stands."""
    roster = _roster_so_far(conn)
    known = conn.execute(select(chains.c.chain, chains.c.device)).all()
    accepted = {row.chain: _accepted(conn, roster, row.device, row.chain) for row in known}
    for row in conn.execute(_LINKS):
        link = Link(*row)
        allowed = accepted.get(link.chain, frozenset())
        by_chain = allowed is None or link.hash in allowed
        yield link, link.hash in roster.counted if link.kind == KIND else by_chain


def recount(conn: Connection) -> set[tuple[str, str]]:
    """Decide anew which entries count; give the (kind, id) of subjects whose standing changed."""
    wrong = [(link, counts) for link, counts in verdicts(conn) if counts != link.counted]
    if wrong:
        conn.execute(_COUNT, [{"of": link.hash, "counts": int(counts)} for link, counts in wrong])
    _recount_device(conn)
    return {(link.kind, link.subject) for link, _ in wrong}


def _recount_device(conn: Connection) -> None:
    own = own_device(conn)
    admitted = _roster_so_far(conn).accepted(public_key(own.secret).hex(), own.chain) is None
    conn.execute(update(device).where(device.c.chain == own.chain).values(admitted=int(admitted)))


def _roster_so_far(conn: Connection) -> Roster:
    """Read the roster, empty on a newcomer's machine that waits for the founding it has pinned."""
    return read_own_roster(conn) if by_hash(conn, own_device(conn).founding) else Roster()


def _accepted(conn: Connection, roster: Roster, key: str, chain: str) -> frozenset[bytes] | None:
    """Give the entries of a chain that count; None when all of them do."""
    cut = roster.accepted(key, chain)
    if not cut:
        return cut
    rows = conn.execute(select(entries.c.hash, entries.c.prev).where(entries.c.chain == chain))
    before = {row.hash: row.prev for row in rows}
    return frozenset(h for top in cut for h in branch_to(top, before))


def by_hash(conn: Connection, entry_hash: bytes) -> Entry | None:
    """Give one entry, None when it is not held."""
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
