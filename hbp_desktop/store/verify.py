"""Walk the whole file: every link, signature and standing, and every table against the journal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from hbp_desktop.domain.chain import SIGN_EVERY, Head, check_link, is_head_signed
from hbp_desktop.domain.entry import NOTHING, Entry, chain_of, digest_of
from hbp_desktop.domain.errors import Damaged, HbpError, Problem
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import journal, refold, ways_in
from hbp_desktop.store.elsewhere import Claim, Placed, place
from hbp_desktop.store.mishaps import StoreBugError
from hbp_desktop.store.tables import chains
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.work import Mark
from hbp_desktop.store.wrong_place import at_entry

Step = Callable[[int, int, str], None]  # done, of, the code of what is being done; may raise to stop

_ENTRIES = (
    "SELECT hash, prev, digest, chain, seq, kind, subject, header, body, counted FROM entries"
    " ORDER BY chain, seq, n"
)
_BLOBS = ("hash", "prev", "digest", "header")
_EVERY = 500  # subjects or entries between two steps
_PAGES = 10  # hundredths of the whole that each part takes
_WALKED = 60
_FOLDED = 90


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `anchored_until`: the claimed time (seconds since 1970, UTC) of this device's last
    entry known to be held elsewhere as well; beyond it, or when None, only this file speaks for itself.
    `placed` says where each head that is known from elsewhere stands.
    """

    entries: int
    problems: tuple[Problem, ...]
    anchored_until: int | None = None
    placed: tuple[Placed, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def verify(vault: Vault, elsewhere: Iterable[Claim | Mark] = (), step: Step | None = None) -> Verdict:
    """Check cipher and pages, chains and heads, then standings, tables, slots and text; damage is told.

    A problem's place is `chain:seq` of an entry or `kind:id` of a subject. What rests on a broken part is
    not looked at. `elsewhere` holds what is known outside the file: receipts, other laptops, printed codes.
    """
    claims = tuple(one if isinstance(one, Claim) else Claim("", one, sure=True) for one in elsewhere)
    told = step or _untold
    try:
        told(0, 100, "verify_pages")
        vault.check()
        with vault.read() as conn:
            return _verify(conn, claims, told)
    except (Damaged, StoreBugError) as error:
        code = error.code if isinstance(error, HbpError) else "vault_damaged"
        return Verdict(0, (Problem(code),))


def _verify(conn: Connection, claims: tuple[Claim, ...], step: Step) -> Verdict:
    total = int(conn.exec_driver_sql("SELECT count(*) FROM entries").scalar_one())
    walk = _Walk(conn, _Steps(step, total, _PAGES, _WALKED, "verify_entries"))
    problems = [*walk.entries(), *walk.openings(), *walk.heads(), *walk.device()]
    placed = tuple(place(conn, claim) for claim in claims) if not problems else ()
    problems += [_against(one) for one in placed if one.standing in ("contradicted", "missing")]
    if not problems:
        folded = _Steps(step, total, _WALKED, _FOLDED, "verify_tables")
        problems += [*refold.standings(conn), *refold.tables(conn, folded.one), *ways_in.strange(conn)]
    if not problems:
        step(_FOLDED, 100, "verify_words")
        problems += refold.words(conn)
    return Verdict(walk.count, tuple(problems), _anchored(conn, placed), placed)


def _against(one: Placed) -> Problem:
    code = "head_contradicted" if one.standing == "contradicted" else "head_missing"
    return at_entry(code, one.chain, one.seq)


def _anchored(conn: Connection, placed: tuple[Placed, ...]) -> int | None:
    """Give the time of the last entry vouched for in this device's line: its chain and those it came from."""
    own = journal.own_device(conn).chain
    before = {row.chain: row.before for row in conn.execute(select(chains.c.chain, chains.c.before))}
    line: list[str] = []
    while own in before and own not in line:
        line.append(own)
        own = before[own] or ""
    held = {chain: [one for one in placed if one.chain == chain and one.standing == "held"] for chain in line}
    last = next((found for chain in line if (found := held[chain])), [])
    return max(last, key=lambda one: one.seq).at if last else None


def _untold(_done: int, _of: int, _what: str) -> None:
    pass


class _Steps:
    """Tells now and then how far one part of the work is, in hundredths of the whole."""

    def __init__(self, step: Step, total: int, first: int, last: int, what: str) -> None:
        self._step, self._total, self._first, self._last, self._what = step, max(total, 1), first, last, what
        self._done = 0

    def one(self) -> None:
        if self._done % _EVERY == 0:
            part = (self._last - self._first) * min(self._done, self._total) // self._total
            self._step(self._first + part, 100, self._what)
        self._done += 1


class _Walk:
    """One walk along all chains; what it learns on the way serves the next step."""

    def __init__(self, conn: Connection, steps: _Steps) -> None:
        self.conn = conn
        self.count = 0
        self.opened: dict[str, set[tuple[str, str, str | None]]] = {}
        self.ends: dict[str, set[bytes]] = {}
        self.broken: set[bytes] = set()  # so that only the broken entry is named, not what follows it
        self._steps = steps
        self._own = set(conn.exec_driver_sql("SELECT chain FROM device").scalars())
        named = conn.exec_driver_sql("SELECT hash FROM heads UNION SELECT founding FROM device")
        self._wanted = {found for found in named.scalars() if isinstance(found, bytes)}
        self._places: dict[bytes, tuple[str, int]] = {}  # of what is wanted, broken or at an end
        self._due: list[tuple[str, int, bytes]] = []  # own entries that the program always signs

    def entries(self) -> Iterator[Problem]:
        """Check each entry: its bytes against its hash and columns, its link to the one before."""
        before: dict[bytes, Entry] = {}
        for row in self.conn.exec_driver_sql(_ENTRIES):
            self.count += 1
            self._steps.one()
            code, entry = _entry_in(row)
            if entry is None or code:
                self._learn_broken(row, entry)
                yield at_entry(code, row.chain, row.seq)
                continue
            code = "" if entry.prev in self.broken else _link_code(entry, before)
            if code:
                yield at_entry(code, row.chain, row.seq)
            before = {h: e for h, e in before.items() if e.header.seq >= entry.header.seq - 1}
            before[entry.hash] = entry
            self._learn(entry)

    def openings(self) -> Iterator[Problem]:
        """Check the table of chains against the entries that open them."""
        rows = self.conn.exec_driver_sql("SELECT chain, device, office, before FROM chains").all()
        for chain, *said in rows:
            if tuple(said) not in self.opened.get(chain, set()):
                yield at_entry("chain_unknown", chain, 1)
        named = {row[0] for row in rows}
        yield from (at_entry("chain_unknown", chain, 1) for chain in self.opened if chain not in named)

    def heads(self) -> Iterator[Problem]:
        """Check every signed head, that what others wrote ends at one, and that none of ours is gone."""
        devices = {chain: said for chain, opened in self.opened.items() for said, _, _ in opened}
        signed: set[bytes] = set()
        for chain, entry_hash, seq, signature in self.conn.exec_driver_sql(
            "SELECT chain, hash, seq, signature FROM heads"
        ):
            if self._places.get(entry_hash) != (chain, seq):
                yield at_entry("head_missing", chain, seq)
            elif not _is_signed(chain, seq, entry_hash, signature, devices.get(chain, "")):
                yield at_entry("head_unsigned", chain, seq)
            signed.add(entry_hash)
        for chain, ends in self.ends.items():
            if chain not in self._own:
                yield from (at_entry("head_unsigned", *self._places[end]) for end in sorted(ends - signed))
        yield from (
            at_entry("head_unsigned", chain, seq) for chain, seq, due in self._due if due not in signed
        )

    def device(self) -> Iterator[Problem]:
        """Check that this device's chain is one that its own key opened, and that its founding is held."""
        own = journal.own_device(self.conn)
        public = public_key(own.secret)
        if chain_of(public, own.nonce) != own.chain or own.chain not in self.opened:
            yield at_entry("chain_name", own.chain, 1)
        if own.admitted and own.founding not in self._places:
            yield Problem("founding_missing")

    def _learn_broken(self, row: Any, entry: Entry | None) -> None:
        for entry_hash in (row.hash, entry.hash if entry else row.hash):
            self.broken.add(entry_hash)
            self._places[entry_hash] = (row.chain, row.seq)
            self.ends.get(row.chain, set()).discard(row.prev)

    def _learn(self, entry: Entry) -> None:
        header, entry_hash = entry.header, entry.hash
        ends = self.ends.setdefault(header.chain, set())
        if entry.prev in ends:
            ends.discard(entry.prev)
            if entry.prev not in self._wanted:
                self._places.pop(entry.prev, None)
        ends.add(entry_hash)
        self._places[entry_hash] = (header.chain, header.seq)
        if header.chain in self._own and header.seq % SIGN_EVERY == 0:
            self._due.append((header.chain, header.seq, entry_hash))
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
