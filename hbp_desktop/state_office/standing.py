"""Which entries of an office count, judged by its roster alone; and the verdict a device is told.

An entry's standing is a number in `entries.counted`. WAITS is also the projector's queue: whatever makes a
verdict doubtful puts the entry back there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Vector, branch_to
from hbp_desktop.domain.entry import VERSION, Entry
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.history import Fact
from hbp_desktop.domain.roster import KIND, Roster, Signed, author_of, read_roster, subject_of
from hbp_desktop.state_office import arrays
from hbp_desktop.state_office.statements import among, is_postgres, rows, run
from hbp_desktop.sync.messages import Verdict

COUNTS, WAITS = 1, 2
NOT_ADMITTED, REVOKED, UNREADABLE, NEWER, OTHER_ROSTER, UNLAWFUL, GONE = range(3, 10)
WHY: Mapping[int, str] = {
    NOT_ADMITTED: "device_not_admitted",
    REVOKED: "device_revoked",
    UNREADABLE: "body_unreadable",
    NEWER: "newer",
    OTHER_ROSTER: "roster_other",
    UNLAWFUL: "roster_not_lawful",
    GONE: "body_gone",
}
MOST_TOLD = 1_000  # not counted, of one chain in one verdict; it reaches no further than these
MOST_TOLD_OF_ALL = 10_000  # an answer that grew with what one device sends would end the others' rounds
REFUSED = f"""
    SELECT e.chain, e.seq, e.hash, e.counted FROM entries e
    WHERE e.counted <> 1 AND e.counted IN ({", ".join(map(str, WHY))}) AND e.chain IN ({{}})
"""  # each by its number: what waits lies in the same index, and may be much
QUEUED = "e.counted <> 1 AND e.counted = 2"  # spelled so that either database uses the index of the few
WAITING = f"SELECT e.chain, min(e.seq) FROM entries e WHERE {QUEUED} AND e.chain IN ({{}}) GROUP BY e.chain"

_BYTES = "e.prev, e.header, e.digest, e.body, e.hash"
_FOUNDING = """
    SELECT o.founding, f.chain FROM offices o LEFT JOIN entries f ON f.hash = o.founding WHERE o.office = ?
"""
_ROSTER = f"""
    FROM entries e JOIN chains c ON c.chain = e.chain
    WHERE e.subject = ? AND e.kind = '{KIND}' AND c.office = ?
"""
_CHAINS = "SELECT chain, device FROM chains WHERE office = ?"
_DOUBT = f"UPDATE entries SET counted = {WAITS} WHERE chain = ? AND kind <> '{KIND}'"
_LINKS = f"SELECT n, hash, counted FROM entries WHERE chain = ? AND kind <> '{KIND}'"


@dataclass(frozen=True)
class Judge:
    """One office's roster as held; `subject` is "" while the founding that is pinned is not held.

    `stamp` tells whether a roster read before is still the whole of it, for no entry is ever taken away
    and a body only ever filled in.
    """

    office: str
    subject: str
    stamp: tuple[Any, ...]
    roster: Roster = field(repr=False)
    branches: dict[str, frozenset[bytes]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, conn: Connection, office: str, before: "Judge | None" = None) -> "Judge":
        """Read an office's roster, or take the one read before where nothing was added."""
        pinned = rows(conn, _FOUNDING, (office,))
        founding, chain = pinned[0] if pinned else (None, None)
        if founding is None or chain is None:
            return cls(office, "", (founding,), Roster())
        subject = subject_of(chain)
        stamp = (
            founding,
            *rows(conn, f"SELECT count(*), count(e.body), max(e.n) {_ROSTER}", (subject, office))[0],
        )
        if before is not None and before.stamp == stamp:
            return cls(office, subject, stamp, before.roster)
        found = [entry_of(row) for row in rows(conn, f"SELECT {_BYTES} {_ROSTER}", (subject, office))]
        signed = [Signed(fact_of(entry, COUNTS)[1], author_of(entry)) for entry in found]
        return cls(office, subject, stamp, read_roster(signed, founding))

    def fact(self, conn: Connection, entry: Entry, device: str) -> tuple[int, Fact]:
        """Judge an entry: its standing, and what fold needs of it."""
        return fact_of(entry, self._standing(conn, entry, device))

    def doubt(self, conn: Connection, chains: Iterable[tuple[str, str]]) -> None:
        """Put back into the queue what no longer stands as the roster says, in these (chain, device)."""
        for chain, device in chains:
            accepted, refusal = self.roster.accepted(device, chain), self._refusal(device)
            if accepted is None:
                run(conn, f"{_DOUBT} AND counted <> 1 AND counted IN ({NOT_ADMITTED}, {REVOKED})", (chain,))
            elif not accepted:
                run(conn, f"{_DOUBT} AND counted NOT IN ({WAITS}, ?)", (chain, refusal))
            else:
                self._doubt_cut(conn, chain, device, refusal)

    def doubt_office(self, conn: Connection) -> None:
        """Do so for every chain of the office: its roster was written on."""
        self.doubt(conn, rows(conn, _CHAINS, (self.office,)))

    def has_cut(self, device: str, chain: str) -> bool:
        """Tell whether a chain counts up to certain heads: then what arrives may let older entries count."""
        return bool(self.roster.accepted(device, chain))

    def _standing(self, conn: Connection, entry: Entry, device: str) -> int:
        if entry.header.kind == KIND:
            if entry.hash in self.roster.counted:
                return COUNTS
            return UNLAWFUL if entry.header.subject == self.subject else OTHER_ROSTER
        accepted = self.roster.accepted(device, entry.header.chain)
        if accepted is None or (accepted and entry.hash in self._branches(conn, entry.header.chain, device)):
            return COUNTS
        return self._refusal(device)

    def _refusal(self, device: str) -> int:
        known = self.roster.devices.get(device)
        return REVOKED if known is not None and known.cuts is not None else NOT_ADMITTED

    def _branches(self, conn: Connection, chain: str, device: str) -> frozenset[bytes]:
        """Give the entries of a chain that lead to one of its accepted heads."""
        if chain not in self.branches:
            before = dict(rows(conn, "SELECT hash, prev FROM entries WHERE chain = ?", (chain,)))
            tops = self.roster.accepted(device, chain) or ()
            self.branches[chain] = frozenset(one for top in tops for one in branch_to(top, before))
        return self.branches[chain]

    def _doubt_cut(self, conn: Connection, chain: str, device: str, refusal: int) -> None:
        accepted, wrong = self._branches(conn, chain, device), []
        for n, entry_hash, counted in rows(conn, _LINKS, (chain,)):
            refused = counted in (NOT_ADMITTED, REVOKED)
            if refused if entry_hash in accepted else counted not in (WAITS, refusal):
                wrong.append(n)
        set_standing(conn, WAITS, wrong)


def entry_of(row: Sequence[Any]) -> Entry:
    """Rebuild an entry of (prev, header, digest, body, hash); the hash was computed as it was taken in."""
    prev, header, digest, body, entry_hash = row
    entry = Entry(prev, header, digest, body)
    entry.__dict__["hash"] = entry_hash
    return entry


def fact_of(entry: Entry, standing: int) -> tuple[int, Fact]:
    """Give an entry's standing and fact: who may write is not enough, it must be possible to read it."""
    header, fields = entry.header, {}
    if header.v != VERSION:
        standing = NEWER
    else:
        try:
            fields = entry.body()["fields"]
        except Damaged:
            if entry.body_bytes is None and standing in (COUNTS, UNLAWFUL):  # a roster's counts by its body
                standing = GONE
            elif standing == COUNTS:
                standing = UNREADABLE
    return standing, Fact(
        entry.hash,
        header.chain,
        header.seq,
        header.parents,
        header.lamport,
        header.action,
        fields,
        standing == COUNTS,
    )


def set_standing(conn: Connection, standing: int, numbers: Sequence[int]) -> None:
    """Write the standing of entries, named by their n."""
    if is_postgres(conn):
        run(conn, "UPDATE entries SET counted = ? WHERE n = ANY(?)", (standing, arrays.numbers(numbers)))
        return
    for at in range(0, len(numbers), 1_000):
        some = numbers[at : at + 1_000]
        run(conn, f"UPDATE entries SET counted = ? WHERE n IN ({among(len(some))})", (standing, *some))


def doubt_all(conn: Connection, office: str) -> None:
    """Put everything of an office back into the queue: another founding was pinned."""
    of_office = "chain IN (SELECT chain FROM chains WHERE office = ?)"
    run(conn, f"UPDATE entries SET counted = {WAITS} WHERE {of_office}", (office,))


def verdict(
    vector: Vector, waits: Mapping[str, int], refused: Iterable[tuple[str, int, bytes, int]]
) -> Verdict:
    """Say up to where each of these chains is judged, and what does not count up to there, and why.

    waits: the rows of WAITING. refused: the rows of REFUSED, in order.
    """
    upto = {chain: max(tops.values()) for chain, tops in vector.items()}
    upto.update({chain: seq - 1 for chain, seq in waits.items() if chain in upto})
    told: dict[str, list[tuple[str, int, bytes, str]]] = {}
    room = MOST_TOLD_OF_ALL
    for chain, seq, entry_hash, standing in refused:
        lines = told.setdefault(chain, [])
        if seq > upto.get(chain, 0):
            continue
        if len(lines) == MOST_TOLD or not room:
            upto[chain] = seq - 1
            continue
        lines.append((chain, seq, entry_hash, WHY[standing]))
        room -= 1
    return Verdict(upto, tuple(line for lines in told.values() for line in lines))
