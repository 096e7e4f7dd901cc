"""The journal in the file: append, read back, read the roster."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, insert, select

from hbp_desktop.domain.canonical import GREATEST_INTEGER
from hbp_desktop.domain.chain import Head
from hbp_desktop.domain.entry import VERSION, Entry, Parent
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.history import Fact
from hbp_desktop.domain.roster import KIND, Roster, Signed, author_of, read_roster, subject_of
from hbp_desktop.store.direct import fetch, insert_into, run_many
from hbp_desktop.store.local_tables import device
from hbp_desktop.store.tables import chains, entries, heads

_BYTES = (entries.c.prev, entries.c.header, entries.c.digest, entries.c.body)
_Named = TypeVar("_Named")
_MOST_NAMED = 500  # in one statement
MOST_PARENTS = 40  # as many as surely fit a header; a later entry takes the rest

_OF_SUBJECT = (
    select(*_BYTES, entries.c.kind, entries.c.counted, chains.c.office)
    .join(chains, chains.c.chain == entries.c.chain, isouter=True)
    .where(entries.c.subject == bindparam("subject"))
)
_TIP = (
    select(*_BYTES)
    .where(entries.c.chain == bindparam("of"))
    .order_by(entries.c.seq.desc(), entries.c.n.desc())
    .limit(1)
)
_DEVICE = select(device).where(device.c.current == 1)
_OF_ROSTER = (
    select(*_BYTES, entries.c.hash, entries.c.counted)
    .join(chains, chains.c.chain == entries.c.chain)
    .where(
        entries.c.subject == bindparam("subject"),
        entries.c.kind == KIND,
        chains.c.office == bindparam("office"),
    )
)
_INSERT = insert_into(entries)
_OWN_END = """
    SELECT d.chain, d.secret, d.nonce, d.office, d.founding, d.admitted, e.prev, e.header, e.digest
    FROM device d LEFT JOIN entries e
    ON e.n = (SELECT n FROM entries WHERE chain = d.chain ORDER BY seq DESC, n DESC LIMIT 1)
    WHERE d.current = 1
"""


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
    """An entry of a subject as held, with its standing; `office` is its chain's."""

    entry: Entry
    counted: bool
    office: str = ""

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
    found = [Held(_entry(row), bool(row.counted), row.office) for row in rows if kind in ("", row.kind)]
    return at_home(conn, found)


def at_home(conn: Connection, found: list[Held]) -> list[Held]:
    """Let only one office's entries of a subject count: one's own, else of that whose entry came first.

    Ids are random or name their office, so that two offices write one subject by malice or mishap alone.
    """
    offices = {item.office for item in found if item.counted}
    if len(offices) < 2:
        return found
    first = min((item.entry.header.lamport, item.entry.hash, item.office) for item in found if item.counted)
    own = own_device(conn).office
    home = own if own in offices else first[-1]
    return [item if item.office == home else replace(item, counted=False) for item in found]


def of_other_offices(conn: Connection, subjects: Sequence[str]) -> list[str]:
    """Give those of these that are held in other offices' chains alone."""
    own, found = own_device(conn).office, []
    for some in some_of(subjects):
        marks = ",".join("?" * len(some))
        query = f"""SELECT e.subject FROM entries e JOIN chains c ON c.chain = e.chain
            WHERE e.subject IN ({marks}) GROUP BY e.subject HAVING max(c.office = ?) = 0"""
        found += [subject for (subject,) in fetch(conn, query, (*some, own))]
    return found


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
    for some in some_of(subjects):
        marks = ",".join("?" * len(some))
        if fetch(conn, f"SELECT 1 FROM entries WHERE subject IN ({marks}) LIMIT 1", some):
            return True
    return False


def held_at(conn: Connection, chain: str, hashes: Sequence[bytes]) -> dict[bytes, int]:
    """Give those of these entries that are held in a chain, with their place there."""
    found: dict[bytes, int] = {}
    for some in some_of(hashes):
        marks = ",".join("?" * len(some))
        query = f"SELECT hash, seq FROM entries WHERE chain = ? AND hash IN ({marks})"
        found.update(fetch(conn, query, (chain, *some)))
    return found


def some_of(values: Sequence[_Named]) -> Iterator[tuple[_Named, ...]]:
    """Part what a statement is to name into as much as one can."""
    for at in range(0, len(values), _MOST_NAMED):
        yield tuple(values[at : at + _MOST_NAMED])


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
    own = own_device(conn)
    roster_subject(conn)
    return read_roster_of(conn, own.office, own.founding)


def read_roster_of(
    conn: Connection, office: str, founding: bytes | None, without: Collection[bytes] = frozenset()
) -> Roster:
    """Read the roster that begins with a founding, from the chains of its office alone.

    Empty where the founding is not known or not held, as on a newcomer's machine that waits for it.
    """
    first = None if founding is None else by_hash(conn, founding)
    if first is None or founding is None:
        return Roster()
    rows = conn.execute(_OF_ROSTER, {"subject": subject_of(first.header.chain), "office": office})
    found = [Held(_entry(row), bool(row.counted)) for row in rows if row.hash not in without]
    return read_roster((Signed(item.fact(), author_of(item.entry)) for item in found), founding)


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
