"""One transaction: append to the journal and bring the tables up to it, or nothing at all."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.chain import SIGN_EVERY, sign_head
from hbp_desktop.domain.clock import in_doubt
from hbp_desktop.domain.entry import Entry, Header, make
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.history import fold
from hbp_desktop.store import journal
from hbp_desktop.store.journal import Held, Seen
from hbp_desktop.store.project import index_words, line, project, project_new, visits_behind
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.vault import Vault

SALT = 12  # random bytes in every body, so that a digest cannot be guessed back


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, and when by this machine's clock (seconds since 1970, UTC)."""

    officer: str
    now: int


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the journal reached with a transaction: what the anchor remembers."""

    chain: str
    seq: int
    hash: bytes


@contextmanager
def work(vault: Vault, writer: Writer) -> Iterator["Work"]:
    """Open a transaction; what was created and changed is durable once the block is left.

    An exception leaves nothing behind. `Work.mark` tells afterwards how far the chain reached.
    """
    with vault.write() as conn:
        doing = Work(conn, writer)
        yield doing
        doing.settle()


@dataclass
class Work:
    """The entries of one transaction, gathered and then written together."""

    conn: Connection
    writer: Writer
    _new: list[Entry] = field(default_factory=list)
    _fresh: dict[str, tuple[str, Mapping[str, Value]]] = field(default_factory=dict)
    _changed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.device = journal.own_device(self.conn)
        self.tip = journal.tip(self.conn, self.device.chain)
        self._doubt = in_doubt(self.writer.now, self.tip.header.at if self.tip else None)

    @property
    def mark(self) -> Mark:
        """Tell how far the chain reaches with what has been gathered."""
        last = self._last()
        return Mark(self.device.chain, last.header.seq, last.hash)

    @property
    def next_seq(self) -> int:
        """Tell the place the next entry will take in the chain."""
        return self._last().header.seq + 1

    def create(
        self,
        kind: str,
        subject: str,
        fields: Mapping[str, Value],
        *,
        action: str = "recorded",
        reason: str = "",
    ) -> None:
        """Write the first entry of a subject that has none here."""
        self._append(kind, subject, Seen(), fields, action, reason)
        self._fresh[subject] = (kind, fields)

    def change(
        self,
        kind: str,
        subject: str,
        seen: Seen,
        fields: Mapping[str, Value],
        *,
        action: str = "corrected",
        reason: str = "",
    ) -> None:
        """Write changed fields on what the form was opened on."""
        self._append(kind, subject, seen, fields, action, reason)
        self._changed[subject] = kind
        self._fresh.pop(subject, None)

    def seen(self, subject: str) -> Seen:
        """Give what a form opened now stands on."""
        of = [*journal.held(self.conn, subject), *self._gathered(subject)]
        return journal.seen(of, fold(item.fact() for item in of).heads)

    @staticmethod
    def stand(conn: Connection, subject: str) -> Seen:
        """Give what a form opened on this snapshot stands on."""
        of = journal.held(conn, subject)
        return journal.seen(of, fold(item.fact() for item in of).heads)

    def settle(self) -> None:
        """Write what was gathered: entries first, then rows, then full text."""
        journal.append(self.conn, self._new)
        self._sign()
        self._project_fresh()
        folded = {subject: project(self.conn, kind, subject) for subject, kind in self._changed.items()}
        new_visits = [subject for subject, (kind, _) in self._fresh.items() if kind == "visit"]
        index_words(self.conn, new_visits, fresh=True)
        touched = [(kind, subject, fields) for subject, (kind, fields) in self._fresh.items()]
        touched += [(kind, subject, folded[subject].state) for subject, kind in self._changed.items()]
        index_words(self.conn, [v for v in visits_behind(touched) if v not in set(new_visits)])

    def _append(
        self, kind: str, subject: str, seen: Seen, fields: Mapping[str, Value], action: str, reason: str
    ) -> None:
        last = self._last()
        header = Header(
            chain=self.device.chain,
            seq=last.header.seq + 1,
            kind=kind,
            subject=subject,
            parents=seen.parents,
            lamport=seen.lamport,
            action=action,
            actor=self.writer.officer,
            at=self.writer.now,
            doubt=self._doubt,
        )
        more = {"reason": reason} if reason else {}
        self._new.append(make(last.hash, header, fields, secrets.token_bytes(SALT), **more))

    def _last(self) -> Entry:
        last = self._new[-1] if self._new else self.tip
        if last is None:
            raise Refused("office_not_founded")
        return last

    def _gathered(self, subject: str) -> list[Held]:
        return [Held(entry, True) for entry in self._new if entry.header.subject == subject]

    def _sign(self) -> None:
        """Sign the head when the chain has passed a multiple of SIGN_EVERY."""
        if self._new and self._new[-1].header.seq // SIGN_EVERY > (self._new[0].header.seq - 1) // SIGN_EVERY:
            last = self._new[-1]
            head = sign_head(self.device.chain, last.header.seq, last.hash, self.device.secret)
            journal.keep_head(self.conn, head)

    def _project_fresh(self) -> None:
        lines: dict[str, list[dict[str, object]]] = {}
        entries = {entry.header.subject: entry for entry in self._new if entry.header.subject in self._fresh}
        for subject, (kind, _) in self._fresh.items():
            if kind in PROJECTED:
                folded = fold([Held(entries[subject], True).fact()])
                lines.setdefault(kind, []).append(line(kind, subject, folded))
        for kind, rows in lines.items():
            project_new(self.conn, kind, rows)
