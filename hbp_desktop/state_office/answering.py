"""The answer that ends a round: what is held, what counts, the receipt, and what the device lacks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Vector
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.standing import REFUSED, WAITING, verdict
from hbp_desktop.state_office.statements import among, rows, together
from hbp_desktop.sync.messages import Answer, Receipt, Verdict, vector_digest, write_receipt
from hbp_desktop.sync.receiver import Guest

_CHAINS = """
    SELECT c.chain, c.office, c.entries, c.xor, t.hash, t.seq, o.founding
    FROM chains c JOIN tips t ON t.chain = c.chain LEFT JOIN offices o ON o.office = c.office
"""
_GONE = """
    SELECT e.chain, min(e.seq) FROM entries e JOIN chains c ON c.chain = e.chain WHERE e.body IS NULL {}
    GROUP BY e.chain
"""
_FORKS = "SELECT DISTINCT chain FROM entries WHERE chain IN ({}) GROUP BY chain, seq HAVING count(*) > 1"


@dataclass(frozen=True)
class Holdings:
    """What a device may know of: heads, count and XOR of each chain, and the foundings of their offices."""

    vector: Vector
    sums: Mapping[str, tuple[int, bytes]]
    office_of: Mapping[str, str]
    pins: Mapping[str, bytes]
    verdict: Verdict
    forked: tuple[str, ...]
    gone: Mapping[str, int]  # of chains that hold an entry without its body, the first such place

    @classmethod
    def of(cls, conn: Connection, office: str, grant: str, have: Collection[str]) -> "Holdings":
        """Read what the grant allows: the state's chains, else the office's.

        The verdict is on the chains that the device has: of others it holds nothing that could count.
        """
        of, whose = ("", ()) if grant == "state" else ("AND c.office = ?", (office,))
        found, refused, queued, gone = together(
            conn,
            (f"{_CHAINS} WHERE true {of}", whose),
            (REFUSED.format(among(len(have)) or "NULL"), tuple(have)),
            (WAITING.format(among(len(have)) or "NULL"), tuple(have)),
            (_GONE.format(of), whose),
        )
        return cls._read(conn, found, sorted(refused), dict(queued), dict(gone), have)

    @classmethod
    def of_several(
        cls, conn: Connection, asked: Sequence[tuple[str, Collection[str]]]
    ) -> Sequence["Holdings"]:
        """Read the same for several, each of whom sees its own office: (office, have)."""
        offices = sorted({office for office, _ in asked})
        chains = sorted({chain for _, have in asked for chain in have})
        of = f"AND c.office IN ({among(len(offices))})"
        found, refused, queued, gone = together(
            conn,
            (f"{_CHAINS} WHERE true {of}", offices),
            (REFUSED.format(among(len(chains)) or "NULL"), chains),
            (WAITING.format(among(len(chains)) or "NULL"), chains),
            (_GONE.format(of), offices),
        )
        its: dict[str, list[Any]] = {office: [] for office in offices}
        for row in found:
            its[row[1]].append(row)
        told, waits, lost = sorted(refused), dict(queued), dict(gone)
        return [cls._read(conn, its[office], told, waits, lost, have) for office, have in asked]

    @classmethod
    def _read(
        cls,
        conn: Connection,
        found: Sequence[Any],
        refused: Sequence[Any],
        waits: Mapping[str, int],
        gone: Mapping[str, int],
        have: Collection[str],
    ) -> "Holdings":
        """Put together what rows say; all but `found` may speak of other offices' chains as well."""
        vector: dict[str, dict[bytes, int]] = {}
        sums, office_of, pins = {}, {}, {}
        for chain, its_office, count, total, top, seq, founding in found:
            vector.setdefault(chain, {})[top] = seq
            sums[chain], office_of[chain] = (count, total), its_office
            if founding is not None:
                pins[its_office] = founding
        ends = [chain for chain, tops in vector.items() if len(tops) > 1]
        known = {chain: vector[chain] for chain in have if chain in vector}
        judged = verdict(known, waits, [row for row in refused if row[0] in known])
        return cls(vector, sums, office_of, pins, judged, _forked(conn, ends), gone)

    def own(self, office: str) -> Vector:
        """Give the heads of one office's chains."""
        return {chain: tops for chain, tops in self.vector.items() if self.office_of[chain] == office}


def answer_of(guest: Guest, held: Holdings, keys: Keys, at: int) -> Answer:
    """Put together what a guest is told; whether there is `more` is for who gives it."""
    receipt = _receipt(guest, held, keys, at) if guest.number else None
    return Answer(
        server=keys.key,
        incarnation=guest.incarnation,
        device=guest.ask.device,
        n=guest.ask.n,
        at=at,
        grant=guest.grant,
        names_until=guest.names_until,
        vector=held.vector,
        sums=held.sums,
        verdict=held.verdict,
        receipt=receipt,
        receipt_signature=b"" if receipt is None else write_receipt(receipt, keys.identity)[1],
        refused=tuple(guest.refused),
        forked=held.forked,
        pins=held.pins,
    )


def missed_receipt(guest: Guest, held: Holdings, given: int, incarnation: str) -> bool:
    """Tell whether a device that brings nothing new lacks a receipt for what is held of its.

    Its last answer was lost, or another device of the office carried its entries here.
    """
    guest.held.update(_known_of(guest, held))
    return bool(guest.held) and guest.ask.seen != (incarnation, given)


def _known_of(guest: Guest, held: Holdings) -> dict[str, tuple[int, bytes]]:
    """Give, of each chain the device told of, the last of its heads that is an end here."""
    found = {}
    for chain, tops in held.own(guest.office).items():
        told = guest.ask.have.get(chain, {})
        here = [(seq, top) for top, seq in tops.items() if top in told]
        if here:
            found[chain] = max(here)
    return found


def _receipt(guest: Guest, held: Holdings, keys: Keys, at: int) -> Receipt:
    return Receipt(
        server=keys.key,
        incarnation=guest.incarnation,
        device=guest.ask.device,
        n=guest.number,
        at=at,
        batches=tuple(guest.batches),
        held={
            chain: (seq, top)
            for chain, (seq, top) in guest.held.items()
            if seq < held.gone.get(chain, seq + 1)  # without its body an entry is not yet held
        },
        vector=vector_digest(held.own(guest.office)),
    )


def _forked(conn: Connection, ends: list[str]) -> tuple[str, ...]:
    """Name the chains that hold two entries of one place.

    Two ends alone do not say so: where entries were lost, the one before the hole is an end as well.
    """
    if not ends:
        return ()
    return tuple(sorted(row[0] for row in rows(conn, _FORKS.format(among(len(ends))), ends)))
