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
from hbp_desktop.domain.fields import text_of
from hbp_desktop.domain.history import fold
from hbp_desktop.domain.roster import KIND, sign_body
from hbp_desktop.store import counting, journal
from hbp_desktop.store.journal import Held, Seen
from hbp_desktop.store.project import index_new_words, line, project_new, reproject
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.vault import Vault

_BELONGS = ("session", "visit", "about", "a", "b")  # fields that name what a subject belongs to
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
    _fresh: dict[str, Entry] = field(default_factory=dict)
    _changed: set[tuple[str, str]] = field(default_factory=set)
    _enacted: Entry | None = None

    def __post_init__(self) -> None:
        self.device, self.tip = journal.own_end(self.conn)
        if not self.device.admitted:
            raise Refused("device_not_admitted")
        self._doubt = in_doubt(self.writer.now, self.tip.header.at if self.tip else None)

    @property
    def mark(self) -> Mark:
        """Tell how far the chain reaches with what has been gathered."""
        last = self._last()
        return Mark(self.device.chain, last.header.seq, last.hash)

    @property
    def has_enacted(self) -> bool:
        """Tell whether the roster was written."""
        return self._enacted is not None

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
        sealed: str = "",
    ) -> None:
        """Write the first entry of a subject that has none here; raises Refused when it has one.

        `sealed` is the ciphertext of more fields (store.sealing.seal).
        """
        if subject in self._fresh or (kind, subject) in self._changed:
            raise Refused("subject_exists")
        header = self._header(kind, subject, Seen(), action)
        self._fresh[subject] = self._append(header, fields, reason, sealed=sealed)

    def change(
        self,
        kind: str,
        subject: str,
        seen: Seen,
        fields: Mapping[str, Value],
        *,
        action: str = "corrected",
        reason: str = "",
        sealed: str = "",
    ) -> None:
        """Write changed fields on what the form was opened on."""
        self._append(self._header(kind, subject, seen, action), fields, reason, sealed=sealed)
        self._changed.add((kind, subject))
        self._fresh.pop(subject, None)

    def enact(self, fields: Mapping[str, Value], secret: bytes, *, action: str, reason: str = "") -> None:
        """Write a roster entry signed by a person's key; who counts is decided anew as the block is left."""
        if self._enacted is None:
            subject = journal.roster_subject(self.conn)
            seen = journal.seen(journal.held(self.conn, subject, KIND), journal.roster_heads(self.conn))
        else:
            subject = self._enacted.header.subject
            seen = journal.seen([Held(self._enacted, True)], [self._enacted.hash])
        self._enacted = self._append(self._header(KIND, subject, seen, action), fields, reason, secret)

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
        self._refuse_existing()
        self._refuse_others()
        journal.append(self.conn, self._new)
        self._sign()
        if self._enacted is not None:
            changed = {(entry.header.kind, subject) for subject, entry in self._fresh.items()}
            reproject(self.conn, changed | self._changed | counting.recount(self.conn, self._new))
            return
        self._project_fresh()
        reproject(self.conn, self._changed | self._visits_joined())

    def _header(self, kind: str, subject: str, seen: Seen, action: str) -> Header:
        return Header(
            chain=self.device.chain,
            seq=self.next_seq,
            kind=kind,
            subject=subject,
            parents=seen.parents,
            lamport=seen.lamport,
            action=action,
            actor=self.writer.officer,
            at=self.writer.now,
            doubt=self._doubt,
        )

    def _append(
        self,
        header: Header,
        fields: Mapping[str, Value],
        reason: str,
        secret: bytes | None = None,
        sealed: str = "",
    ) -> Entry:
        prev, salt = self._last().hash, secrets.token_bytes(SALT)
        said = {"reason": reason, "sealed": sealed}
        more: dict[str, Value] = {name: text for name, text in said.items() if text}
        entry = make(prev, header, fields, salt, **more)
        if secret is not None:
            more["signed"] = sign_body(header, entry.header_bytes, entry.body(), secret)
            entry = make(prev, header, fields, salt, **more)
        self._new.append(entry)
        return entry

    def _last(self) -> Entry:
        last = self._new[-1] if self._new else self.tip
        if last is None:
            raise Refused("office_not_founded")
        return last

    def _gathered(self, subject: str) -> list[Held]:
        return [Held(entry, True) for entry in self._new if entry.header.subject == subject]

    def _refuse_existing(self) -> None:
        """Refuse to write a first entry beside one that is held, counted or not."""
        if self._fresh and journal.any_held(self.conn, list(self._fresh)):
            raise Refused("subject_exists")

    def _refuse_others(self) -> None:
        """Refuse to write on what another office recorded: it is never given this office's chains."""
        if not counting.pinned_offices(self.conn):
            return
        named = {entry.header.subject for entry in self._new}
        for entry in self._new:
            if entry.header.kind != "act":
                fields = entry.body()["fields"]
                named |= {text for name in _BELONGS if (text := text_of(fields, name))}
        if journal.of_other_offices(self.conn, sorted(named)):
            raise Refused("subject_other_office")

    def _sign(self) -> None:
        """Sign every SIGN_EVERY-th entry, where a range may end, and the roster's, which no table shows."""
        for entry in self._new:
            if entry.header.seq % SIGN_EVERY == 0 or entry is self._enacted:
                head = sign_head(self.device.chain, entry.header.seq, entry.hash, self.device.secret)
                journal.keep_head(self.conn, head)

    def _project_fresh(self) -> None:
        lines: dict[str, list[dict[str, object]]] = {}
        states: dict[str, dict[str, Mapping[str, Value]]] = {"visit": {}, "matter": {}}
        for subject, entry in self._fresh.items():
            kind = entry.header.kind
            folded = fold([Held(entry, True).fact()])
            states.setdefault(kind, {})[subject] = folded.state
            if kind in PROJECTED:
                lines.setdefault(kind, []).append(line(kind, subject, folded))
        for kind, rows in lines.items():
            project_new(self.conn, kind, rows)
        index_new_words(self.conn, states["visit"], states["matter"].values())

    def _visits_joined(self) -> set[tuple[str, str]]:
        """Name the visits that were there before a matter of theirs."""
        return {
            ("visit", visit)
            for entry in self._fresh.values()
            if entry.header.kind == "matter" and (visit := text_of(entry.body()["fields"], "visit"))
            if visit not in self._fresh
        }
