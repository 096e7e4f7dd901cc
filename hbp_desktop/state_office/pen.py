"""What the state says in an office's journal: replies, steps of matters, days, lines of lists.

It writes as an ordinary device, under the key `writer` that an office admits as it enrols; one chain for
each office and incarnation, so that a database brought back from an older copy never writes a place twice.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from sqlalchemy import Connection

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.chain import sign_head
from hbp_desktop.domain.entry import NOTHING, Entry, Header, Opening, chain_of, make
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.history import Folded, fold
from hbp_desktop.state_office import chain_rows, identity
from hbp_desktop.state_office.chain_rows import Line
from hbp_desktop.state_office.engine import lock
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.standing import Judge, entry_of
from hbp_desktop.state_office.statements import rows
from hbp_desktop.store.journal import Held, seen

ACTOR = "pejabat-negeri"  # who wrote, in an entry's header: it is shown as it stands
SALT = 12  # random bytes in every body

_OF_SUBJECT = """
    SELECT e.prev, e.header, e.digest, e.body, e.hash, c.device
    FROM entries e JOIN chains c ON c.chain = e.chain WHERE c.office = ? AND e.subject = ? AND e.kind = ?
"""
_TIP = "SELECT prev, header, digest, body, hash FROM entries WHERE hash = ?"
_BEFORE = """
    SELECT c.chain FROM chains c JOIN entries e ON e.chain = c.chain AND e.seq = 1
    WHERE c.device = ? AND c.office = ? ORDER BY e.n DESC LIMIT 1
"""


@dataclass(frozen=True)
class Stand:
    """A subject as it is held: its entries and what they fold to."""

    held: tuple[Held, ...]
    folded: Folded

    @property
    def state(self) -> Mapping[str, Value]:
        """The folded fields."""
        return self.folded.state


@dataclass
class Pen:
    """One transaction's writing in one office's journal; `settle` holds it."""

    conn: Connection
    keys: Keys
    office: str
    now: int
    judge: Judge
    line: Line
    nonce: bytes
    tip: Entry | None
    new: list[Entry] = field(default_factory=list)

    @classmethod
    def take_up(cls, conn: Connection, keys: Keys, office: str, now: int) -> "Pen":
        """Begin to write; raises Refused (state_not_admitted) where the office has not let the state in."""
        nonce, chain, line = _chain(conn, keys, office)
        judge = Judge.of(conn, office)
        if judge.roster.accepted(keys.writer_key, chain) is not None:
            raise Refused("state_not_admitted", office=office)
        tip = next(iter(line.tips), None)
        found = rows(conn, _TIP, (tip,)) if tip else []
        return cls(conn, keys, office, now, judge, line, nonce, entry_of(found[0]) if found else None)

    def stand(self, kind: str, subject: str) -> Stand:
        """Read a subject as it is held now, whether or not it was projected."""
        held, facts = [], []
        for *parts, device in rows(self.conn, _OF_SUBJECT, (self.office, subject, kind)):
            entry = entry_of(parts)
            facts.append(self.judge.fact(self.conn, entry, device)[1])
            held.append(Held(entry, facts[-1].counted))
        return Stand(tuple(held), fold(facts))

    def write(
        self, kind: str, subject: str, fields: Mapping[str, Value], *, action: str, reason: str = ""
    ) -> None:
        """Write fields of a subject, on all that is held of it."""
        stand = self.stand(kind, subject)
        on, last = seen(stand.held, stand.folded.heads), self._last()
        header = Header(
            chain=self.line.chain,
            seq=last.header.seq + 1 if last else 1,
            kind=kind,
            subject=subject,
            parents=on.parents,
            lamport=on.lamport,
            action=action,
            actor=ACTOR,
            at=self.now,
            opens=None if last else self._opening(),
        )
        more: dict[str, Value] = {"reason": reason} if reason else {}
        salt = secrets.token_bytes(SALT)
        self.new.append(make(last.hash if last else NOTHING, header, fields, salt, **more))

    def settle(self) -> None:
        """Hold what was written, under a signed head."""
        if self.new:
            last = self.new[-1]
            self.line.add(self.new)
            head = sign_head(self.line.chain, last.header.seq, last.hash, self.keys.writer)
            chain_rows.write(self.conn, [self.line], [head])

    def _last(self) -> Entry | None:
        return self.new[-1] if self.new else self.tip

    def _opening(self) -> Opening:
        return Opening(self.keys.writer_key, self.nonce.hex(), self.office, self.line.before)


def _chain(conn: Connection, keys: Keys, office: str) -> tuple[bytes, str, Line]:
    """Give the chain to write in, locked: every process finds the same one; a forked one is left."""
    own, tried = identity.read(conn), 0
    while True:
        nonce = _nonce(keys, f"{office} {own.incarnation} {tried}")
        chain = chain_of(bytes.fromhex(keys.writer_key), nonce)
        lock(conn, (chain,))
        line = chain_rows.lines(conn, [chain]).get(chain)
        if line is None:
            before = rows(conn, _BEFORE, (keys.writer_key, office))
            return nonce, chain, Line(chain, keys.writer_key, office, before[0][0] if before else None)
        if len(line.tips) == 1:
            return nonce, chain, line
        tried += 1


def _nonce(keys: Keys, what: str) -> bytes:
    return blake2b(what.encode("ascii"), key=keys.writer, digest_size=16, person=b"hbp-state-ch-1").digest()
