"""Which entries count: each chain by the roster of its office, each roster from the founding pinned for it.

An office without a pin has no roster here: what its chains hold is kept, relayed and counted nowhere. No
chain of one office can touch the roster of another.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from hbp_desktop.domain.chain import branch_to
from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.roster import KIND, Roster
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import journal
from hbp_desktop.store.direct import fetch, run_many
from hbp_desktop.store.local_tables import device, pins
from hbp_desktop.store.tables import chains

_LINKS = "SELECT chain, seq, prev, hash, kind, subject, counted FROM entries"
_COUNT = "UPDATE entries SET counted = ? WHERE hash = ?"

Subjects = set[tuple[str, str]]  # (kind, id)


class Link(NamedTuple):
    """An entry's place in its chain, without its bytes."""

    chain: str
    seq: int
    prev: bytes
    hash: bytes
    kind: str
    subject: str
    counted: int


def verdicts(conn: Connection) -> Iterator[tuple[Link, bool]]:
    """Give every entry held with whether it counts by the rosters as they stand."""
    judging = _Judging(conn, _chains_of(conn, None))
    for row in conn.exec_driver_sql(_LINKS):
        link = Link(*row)
        yield link, judging.counts(link)


def recount(conn: Connection, new: Sequence[Entry] | None = None) -> Subjects:
    """Decide anew which entries count; give the subjects whose standing changed.

    With the entries that are `new` since it was last decided, only what they can touch is looked at: they
    themselves, and, where one is of a roster, that roster and the chains of which it says something else now.
    """
    if new is None:
        changed = _settle(conn, verdicts(conn))
        _recount_device(conn)
        return changed
    return _recount_new(conn, new) if new else set()


def pin(conn: Connection, said: Mapping[str, bytes]) -> Subjects:
    """Pin the foundings of other offices and judge their chains by them; gives the subjects that changed.

    One's own office's founding is never moved by this.
    """
    known = _foundings(conn)
    own = journal.own_device(conn).office
    moved = {office: top for office, top in said.items() if office != own and known.get(office) != top}
    for office, top in moved.items():
        put = insert(pins).values(office=office, founding=top)
        conn.execute(put.on_conflict_do_update(index_elements=["office"], set_={"founding": top}))
    return _rejudge(conn, _chains_of(conn, moved)) if moved else set()


def pinned_offices(conn: Connection) -> frozenset[str]:
    """Name the other offices whose entries may count here."""
    return frozenset(office for (office,) in fetch(conn, "SELECT office FROM pins"))


class _Judging:
    """The rosters of the offices whose chains are judged, each read once."""

    def __init__(self, conn: Connection, known: Mapping[str, tuple[str, str]]) -> None:
        self._conn, self._known = conn, known
        self._foundings = _foundings(conn)
        self._rosters: dict[str, Roster] = {}
        self._accepted: dict[str, frozenset[bytes] | None] = {}

    def counts(self, link: Link) -> bool:
        office, _ = self._known.get(link.chain, ("", ""))
        if link.kind == KIND:
            return link.hash in self.roster(office).counted
        if link.chain not in self._accepted:
            self._accepted[link.chain] = self._leading(link.chain)
        allowed = self._accepted[link.chain]
        return allowed is None or link.hash in allowed

    def roster(self, office: str) -> Roster:
        if office not in self._rosters:
            founding = self._foundings.get(office)
            self._rosters[office] = journal.read_roster_of(self._conn, office, founding)
        return self._rosters[office]

    def cut(self, chain: str) -> frozenset[bytes] | None:
        """Give the heads up to which a chain counts; None means all of it, an empty set none."""
        office, key = self._known.get(chain, ("", ""))
        return self.roster(office).accepted(key, chain)

    def _leading(self, chain: str) -> frozenset[bytes] | None:
        """Give the entries of a chain that count; None when all of them do."""
        cut = self.cut(chain)
        if not cut:
            return cut
        before = dict(fetch(self._conn, "SELECT hash, prev FROM entries WHERE chain = ?", (chain,)))
        return frozenset(h for top in cut for h in branch_to(top, before))


def _recount_new(conn: Connection, new: Sequence[Entry]) -> Subjects:
    of = _chains_of(conn, None, {entry.header.chain for entry in new})
    changed = set()
    enacted = [entry for entry in new if entry.header.kind == KIND]
    for office in {of[entry.header.chain][0] for entry in enacted if entry.header.chain in of}:
        changed |= _recount_roster(conn, office, {entry.hash for entry in enacted})
    judging = _Judging(conn, of)
    waiting = {chain for chain in of if judging.cut(chain)}  # more of these may count with what came
    changed |= _settle(conn, _judged(judging, _links_named(conn, [entry.hash for entry in new])))
    for chain in waiting:
        changed |= _settle(conn, _judged(judging, _links_of(conn, chain)))
    if journal.own_device(conn).office in {office for office, _ in of.values()}:
        _recount_device(conn)
    return changed


def _recount_roster(conn: Connection, office: str, new: Collection[bytes]) -> Subjects:
    """Judge a roster again, and the chains of which it says something else than without what is new."""
    founding = _foundings(conn).get(office)
    of = _chains_of(conn, {office})
    now = journal.read_roster_of(conn, office, founding)
    before = journal.read_roster_of(conn, office, founding, without=new)
    moved = {
        chain: said
        for chain, said in of.items()
        if now.accepted(said[1], chain) != before.accepted(said[1], chain)
    }
    touched = [*(now.counted ^ before.counted)]
    changed = _settle(conn, _judged(_Judging(conn, of), _links_named(conn, touched)))
    return changed | _rejudge(conn, moved)


def _rejudge(conn: Connection, of: Mapping[str, tuple[str, str]]) -> Subjects:
    judging = _Judging(conn, of)
    return {one for chain in of for one in _settle(conn, _judged(judging, _links_of(conn, chain)))}


def _judged(judging: _Judging, links: Iterable[Link]) -> Iterator[tuple[Link, bool]]:
    return ((link, judging.counts(link)) for link in links)


def _settle(conn: Connection, judged: Iterable[tuple[Link, bool]]) -> Subjects:
    wrong = [(link, counts) for link, counts in judged if counts != link.counted]
    if wrong:
        run_many(conn, _COUNT, [(int(counts), link.hash) for link, counts in wrong])
    return {(link.kind, link.subject) for link, _ in wrong}


def _links_of(conn: Connection, chain: str) -> Iterator[Link]:
    return (Link(*row) for row in fetch(conn, f"{_LINKS} WHERE chain = ?", (chain,)))


def _links_named(conn: Connection, hashes: Sequence[bytes]) -> Iterator[Link]:
    for some in journal.some_of(hashes):
        marks = ",".join("?" * len(some))
        yield from (Link(*row) for row in fetch(conn, f"{_LINKS} WHERE hash IN ({marks})", some))


def _chains_of(
    conn: Connection, offices: Collection[str] | None, named: Collection[str] | None = None
) -> dict[str, tuple[str, str]]:
    """Map chains, all or of these offices or so named, to their office and device key."""
    rows: Any = conn.execute(select(chains.c.chain, chains.c.office, chains.c.device))
    return {
        chain: (office, key)
        for chain, office, key in rows
        if (offices is None or office in offices) and (named is None or chain in named)
    }


def _foundings(conn: Connection) -> dict[str, bytes]:
    """Map offices to the founding that their roster begins with; one's own is the device's pin."""
    own = journal.own_device(conn)
    return dict(fetch(conn, "SELECT office, founding FROM pins")) | {own.office: own.founding}


def _recount_device(conn: Connection) -> None:
    own = journal.own_device(conn)
    roster = journal.read_roster_of(conn, own.office, own.founding)
    admitted = roster.accepted(public_key(own.secret).hex(), own.chain) is None
    conn.execute(update(device).where(device.c.chain == own.chain).values(admitted=int(admitted)))
