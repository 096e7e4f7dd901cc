"""Walk the whole file: every link, signature and standing, and every table against the journal."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from hbp_desktop.domain.chain import Head, check_link, is_head_signed
from hbp_desktop.domain.entry import NOTHING, Entry, chain_of, digest_of
from hbp_desktop.domain.errors import Damaged, HbpError, Problem
from hbp_desktop.domain.history import fold, past_of
from hbp_desktop.domain.search_words import words_of
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import journal
from hbp_desktop.store.journal import Held
from hbp_desktop.store.mishaps import StoreBugError
from hbp_desktop.store.project import line
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.work import Mark

_ENTRIES = (
    "SELECT hash, prev, digest, chain, seq, kind, subject, header, body, counted FROM entries"
    " ORDER BY chain, seq, n"
)
_SUBJECTS = (
    "SELECT subject, prev, digest, header, body, counted FROM entries WHERE kind = ? ORDER BY subject, n"
)
_PARTS = "SELECT v.n, v.state, m.state FROM visits v LEFT JOIN matters m ON m.visit = v.id ORDER BY v.n, m.n"
_BLOBS = ("hash", "prev", "digest", "header")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `anchored_until`: the claimed time (seconds since 1970, UTC) of this device's last
    entry known to be held elsewhere as well; beyond it, or when None, only this file speaks for itself.
    """

    entries: int
    problems: tuple[Problem, ...]
    anchored_until: int | None = None

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def verify(vault: Vault, elsewhere: Iterable[Mark] = ()) -> Verdict:
    """Check cipher and pages, chains and heads, then standings, tables and full text; damage is reported.

    A problem's place is `chain:seq` of an entry or `kind:id` of a subject. What rests on a broken part is
    not looked at. `elsewhere` holds marks remembered outside the file: anchors, receipts, printed codes.
    """
    try:
        vault.check()
        with vault.read() as conn:
            return _verify(conn, tuple(elsewhere))
    except (Damaged, StoreBugError) as error:
        code = error.code if isinstance(error, HbpError) else "vault_damaged"
        return Verdict(0, (Problem(code),))


def _verify(conn: Connection, elsewhere: tuple[Mark, ...]) -> Verdict:
    walk = _Walk(conn)
    problems = [*walk.entries(), *walk.openings(), *walk.heads(), *walk.device()]
    problems += [
        _at("head_missing", mark.chain, mark.seq) for mark in elsewhere if mark.hash not in walk.times
    ]
    if not problems:
        problems += [*_standings(conn), *_tables(conn)]
    if not problems:
        problems += _words(conn)
    anchored = [walk.times[mark.hash] for mark in elsewhere if mark.hash in walk.times]
    return Verdict(walk.count, tuple(problems), max(anchored, default=None))


class _Walk:
    """One walk along all chains; what it learns on the way serves the next step."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        self.count = 0
        self.times: dict[bytes, int] = {}  # of entries that are sound: their claimed times
        self.places: dict[bytes, tuple[str, int]] = {}
        self.opened: dict[str, set[tuple[str, str, str | None]]] = {}
        self.ends: dict[str, set[bytes]] = {}
        self.broken: set[bytes] = set()  # so that only the broken entry is named, not what follows it

    def entries(self) -> Iterator[Problem]:
        """Check each entry: its bytes against its hash and columns, its link to the one before."""
        before: dict[bytes, Entry] = {}
        for row in self.conn.exec_driver_sql(_ENTRIES):
            self.count += 1
            code, entry = _entry_in(row)
            if entry is None or code:
                self._learn_broken(row, entry)
                yield _at(code, row.chain, row.seq)
                continue
            code = "" if entry.prev in self.broken else _link_code(entry, before)
            if code:
                yield _at(code, row.chain, row.seq)
            before = {h: e for h, e in before.items() if e.header.seq >= entry.header.seq - 1}
            before[entry.hash] = entry
            self._learn(entry)

    def openings(self) -> Iterator[Problem]:
        """Check the table of chains against the entries that open them."""
        rows = self.conn.exec_driver_sql("SELECT chain, device, office, before FROM chains").all()
        for chain, *said in rows:
            if tuple(said) not in self.opened.get(chain, set()):
                yield _at("chain_unknown", chain, 1)
        named = {row[0] for row in rows}
        yield from (_at("chain_unknown", chain, 1) for chain in self.opened if chain not in named)

    def heads(self) -> Iterator[Problem]:
        """Check every signed head, and that what others wrote ends at one."""
        devices = {chain: said for chain, opened in self.opened.items() for said, _, _ in opened}
        own = set(self.conn.exec_driver_sql("SELECT chain FROM device").scalars())
        signed: set[bytes] = set()
        for chain, entry_hash, seq, signature in self.conn.exec_driver_sql(
            "SELECT chain, hash, seq, signature FROM heads"
        ):
            if self.places.get(entry_hash) != (chain, seq):
                yield _at("head_missing", chain, seq)
            elif not _is_signed(chain, seq, entry_hash, signature, devices.get(chain, "")):
                yield _at("head_unsigned", chain, seq)
            signed.add(entry_hash)
        for chain, ends in self.ends.items():
            if chain not in own:
                yield from (_at("head_unsigned", *self.places[end]) for end in sorted(ends - signed))

    def device(self) -> Iterator[Problem]:
        """Check that this device's chain is one that its own key opened, and that its founding is held."""
        own = journal.own_device(self.conn)
        public = public_key(own.secret)
        if chain_of(public, own.nonce) != own.chain or own.chain not in self.opened:
            yield _at("chain_name", own.chain, 1)
        if own.admitted and own.founding not in self.places:
            yield Problem("founding_missing")

    def _learn_broken(self, row: Any, entry: Entry | None) -> None:
        for entry_hash in (row.hash, entry.hash if entry else row.hash):
            self.broken.add(entry_hash)
            self.places[entry_hash] = (row.chain, row.seq)
            self.ends.get(row.chain, set()).discard(row.prev)

    def _learn(self, entry: Entry) -> None:
        header = entry.header
        self.times[entry.hash] = header.at
        self.places[entry.hash] = (header.chain, header.seq)
        ends = self.ends.setdefault(header.chain, set())
        ends.discard(entry.prev)
        ends.add(entry.hash)
        if header.opens is not None:
            said = (header.opens.device, header.opens.office, header.opens.before)
            self.opened.setdefault(header.chain, set()).add(said)


def _entry_in(row: Any) -> tuple[str, Entry | None]:
    """Rebuild an entry from its row; a code when a column does not agree with the bytes."""
    blobs = [getattr(row, name) for name in _BLOBS] + ([] if row.body is None else [row.body])
    if not all(isinstance(blob, bytes) for blob in blobs):
        return "entry_damaged", None
    entry = Entry(row.prev, row.header, row.digest, row.body)
    if row.body is not None and digest_of(row.body) != row.digest:
        return "body_changed", entry
    if entry.hash != row.hash:
        return "entry_damaged", entry
    try:
        header = entry.header
    except Damaged:
        return "entry_damaged", entry
    told = (row.chain, row.seq, row.kind, row.subject)
    return (
        "" if told == (header.chain, header.seq, header.kind, header.subject) else "entry_misfiled"
    ), entry


def _link_code(entry: Entry, before: Mapping[bytes, Entry]) -> str:
    try:
        if entry.prev != NOTHING and entry.prev not in before:
            return "link_lost"
        check_link(entry, before.get(entry.prev))
    except Damaged as error:
        return error.code
    return ""


def _is_signed(chain: str, seq: int, entry_hash: bytes, signature: Any, device: str) -> bool:
    if not isinstance(signature, bytes) or not device:
        return False
    return is_head_signed(Head(chain, seq, entry_hash, signature), bytes.fromhex(device))


def _standings(conn: Connection) -> Iterator[Problem]:
    for link, counts in journal.verdicts(conn):
        if link.counted not in (0, 1) or counts != bool(link.counted):
            yield _at("standing_wrong", link.chain, link.seq)


def _tables(conn: Connection) -> Iterator[Problem]:
    """Fold every subject again and compare it with its row."""
    for kind, table in PROJECTED.items():
        names = [column.name for column in table.columns if column.name != "n"]
        listed = ", ".join(f'"{name}"' for name in names)
        rows = conn.exec_driver_sql(f'SELECT {listed} FROM "{table.name}"')
        shown = {row[0]: _digest(tuple(row)) for row in rows}
        for subject, expected in _folded_rows(conn, kind, names):
            if shown.pop(subject, None) != expected:
                yield _of("subject_differs", kind, subject)
        yield from (_of("subject_unfounded", kind, subject) for subject in shown)


def _folded_rows(conn: Connection, kind: str, names: list[str]) -> Iterator[tuple[str, bytes | None]]:
    """Give each subject of a kind with the digest of the row it should have, None for none."""
    rows = conn.exec_driver_sql(_SUBJECTS, (kind,))
    for subject, found in groupby(rows, key=lambda row: row.subject):
        items = [Held(Entry(row.prev, row.header, row.digest, row.body), bool(row.counted)) for row in found]
        if _lacks_bytes(items):
            yield subject, b"bytes are missing"
            continue
        folded = fold(item.fact() for item in items)
        values = line(kind, subject, folded, any(item.newer for item in items))
        yield subject, _digest(tuple(values[name] for name in names)) if folded.heads else None


def _lacks_bytes(items: list[Held]) -> bool:
    """Tell whether a body is gone that no counted disposal covers."""
    gone = {item.entry.hash for item in items if item.entry.body_bytes is None}
    if not gone:
        return False
    facts = [item.fact() for item in items]
    pasts, _ = past_of(facts)
    disposals = [fact.hash for fact in facts if fact.counted and fact.fields.get("disposed") is True]
    return not gone <= frozenset().union(*(pasts[entry_hash] for entry_hash in disposals))


def _words(conn: Connection) -> Iterator[Problem]:
    """Compare the full text with the visits and matters it was made of."""
    held = {n: _digest(words) for n, words in conn.exec_driver_sql("SELECT rowid, text FROM words")}
    ids = {row.n: row.id for row in conn.exec_driver_sql("SELECT n, id FROM visits")}
    for n, found in groupby(conn.exec_driver_sql(_PARTS), key=lambda row: row[0]):
        rows = list(found)
        parts = [_state(row[2]) for row in rows if row[2] is not None]
        if held.pop(n, None) != _digest(words_of(_state(rows[0][1]), parts)):
            yield _of("words_differ", "visit", ids[n])
    yield from (Problem("words_unfounded", f"words:{n}") for n in held)


def _state(text: str) -> Mapping[str, Any]:
    state: Mapping[str, Any] = json.loads(text)
    return state


def _digest(value: object) -> bytes:
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _at(code: str, chain: object, seq: object) -> Problem:
    return Problem(code, f"{chain}:{seq}", values={"chain": str(chain)[:32], "seq": str(seq)[:20]})


def _of(code: str, kind: str, subject: object) -> Problem:
    return Problem(code, f"{kind}:{subject}", values={"kind": kind, "id": str(subject)[:120]})
