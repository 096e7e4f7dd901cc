"""Writes the golden journal, once (`python -m tests.data.make_journal_v1`); tests never rewrite it."""

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from hbp_desktop.domain.chain import sign_head
from hbp_desktop.domain.entry import NOTHING, Entry, Header, Opening, chain_of, make, received
from hbp_desktop.domain.history import Fact, fold
from hbp_desktop.domain.link import link_fields, link_id
from hbp_desktop.domain.roster import Signed, author_of, read_roster, sign_body
from hbp_desktop.domain.signing import public_key

HERE = Path(__file__).parent
JOURNAL, FOLDED = HERE / "journal-v1.jsonl", HERE / "journal-v1.folded.json"
START = 1795000000


def secret(label: str) -> bytes:
    return blake2b(label.encode(), digest_size=32).digest()


def subject(label: str) -> str:
    return secret(label)[:16].hex()


def key(label: str) -> str:
    return public_key(secret(label)).hex()


@dataclass
class Journal:
    """All entries in the order written, and the signed heads."""

    entries: list[Entry] = field(default_factory=list)
    heads: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Pen:
    """One device at one chain."""

    journal: Journal
    name: str
    chain: str = ""
    last: Entry | None = None
    nonce: bytes = bytes(16)

    def __post_init__(self) -> None:
        self.chain = self.chain or chain_of(public_key(secret(self.name)), self.nonce)

    def write(
        self, kind: str, subject_id: str, fields: dict[str, Any], *parents: Entry, **more: Any
    ) -> Entry:
        """Write one entry; `more` may hold action, v, doubt, by (the signer), body bytes, and body parts."""
        seq = 1 if self.last is None else self.last.header.seq + 1
        device = public_key(secret(self.name)).hex()
        header = Header(
            chain=self.chain,
            seq=seq,
            kind=kind,
            subject=subject_id,
            parents=tuple(sorted(parent.named() for parent in parents)),
            lamport=1 + max((parent.header.lamport for parent in parents), default=0),
            action=more.pop("action", "recorded"),
            actor=f"officer-{self.name}",
            at=START + 60 * len(self.journal.entries),
            doubt=more.pop("doubt", False),
            opens=Opening(device, self.nonce.hex(), "SGR06", more.pop("before", None)) if seq == 1 else None,
            v=more.pop("v", 1),
        )
        entry = self._made(header, fields, more)
        self.journal.entries.append(entry)
        self.last = entry
        return entry

    def _made(self, header: Header, fields: dict[str, Any], more: dict[str, Any]) -> Entry:
        prev = NOTHING if self.last is None else self.last.hash
        salt = secret(f"salt {len(self.journal.entries)}")[:12]
        by, body = more.pop("by", None), more.pop("body", None)
        entry = make(prev, header, fields, salt, **more)
        if by is not None:
            signed = sign_body(header, entry.header_bytes, entry.body(), secret(by))
            entry = make(prev, header, fields, salt, signed=signed, **more)
        return entry if body is None else received(prev, entry.header_bytes, body)

    def fork(self) -> "Pen":
        """Copy the device: both go on writing the same chain."""
        return Pen(self.journal, self.name, self.chain, self.last, self.nonce)

    def sign(self) -> None:
        assert self.last is not None
        head = sign_head(self.chain, self.last.header.seq, self.last.hash, secret(self.name))
        named = {"chain": head.chain, "seq": head.seq, "hash": head.hash.hex()}
        self.journal.heads.append({**named, "signature": head.signature.hex()})


def build() -> Journal:
    journal = Journal()
    a, b, c, d, e = (Pen(journal, name) for name in ("a", "b", "c", "d", "e"))
    found_and_admit(journal, a, b, c, d)
    edits(a, b)
    withdrawals(a, b)
    imports(a, b)
    newer_and_odd(a, b)
    links(a, b)
    fork, revoked = forks(a, b, c)
    removals(a, b, d, e)
    for pen in (a, b, c, fork, revoked, d, e):
        pen.sign()
    return journal


def roster_id(pen: Pen) -> str:
    return f"roster:{pen.chain}"


def found_and_admit(journal: Journal, a: Pen, b: Pen, c: Pen, d: Pen) -> None:
    """A founding, two administrators, three more devices; and a second founding elsewhere."""
    fields = {
        "office": "SGR06",
        f"root.{key('root')}": {"on": True, "kind": "recovery"},
        f"admin.{key('admin1')}": {"on": True, "officer": "officer-a"},
        f"device.{key('a')}": {"state": "admitted", "name": "laptop a"},
        "officer.officer-a": {"name": "Rohani binti Salleh", "post": "PPK"},
    }
    founding = a.write("roster", roster_id(a), fields, action="founded", by="root")
    two = {f"admin.{key('admin2')}": {"on": True, "officer": "officer-b"}}
    made = a.write("roster", roster_id(a), two, founding, action="appointed", by="root")
    for pen in (b, c, d):
        admitted = {f"device.{key(pen.name)}": {"state": "admitted", "name": f"laptop {pen.name}"}}
        made = a.write("roster", roster_id(a), admitted, made, action="admitted", by="admin1")
        pen.write("chain", f"chain:{pen.chain}", {}, action="opened")
    other = Pen(journal, "f")
    elsewhere = fields | {f"device.{key('f')}": {"state": "admitted", "name": "laptop f"}}
    other.write("roster", roster_id(other), elsewhere, action="founded", by="root-f")
    other.write("visit", subject("of f"), {"name": "not of this office"})
    other.sign()


def edits(a: Pen, b: Pen) -> None:
    """Merged fields, the same value twice, a conflict, its settlement, one left open, one over a hole."""
    visit = {"name": "Salmah binti Osman", "note": "bidi \u202e, emoji 🙂, தமிழ், 中文, جاوي", "oku": False}
    first = a.write("visit", subject("merged"), visit, reason="")
    one = a.write("visit", subject("merged"), {"phone": "0190000021"}, first, action="corrected")
    two = b.write("visit", subject("merged"), {"name": "Salmah bt. Osman"}, first, action="corrected")
    b.write(
        "visit", subject("merged"), {"sex": "P"}, one, two, action="corrected", reason="semakan", doubt=True
    )
    for label in ("open", "settled", "same"):
        first = a.write("matter", subject(label), {"kind": "aduan", "outcome": {"status": "new"}})
        ours = {"outcome": {"status": "settled"}}
        theirs = ours if label == "same" else {"outcome": {"status": "referred", "agency": "PERKESO"}}
        one = a.write("matter", subject(label), ours, first, action="moved")
        two = b.write("matter", subject(label), theirs, first, action="moved")
        if label == "settled":
            b.write("matter", subject(label), {"outcome": {"status": "closed"}}, one, two, action="moved")
    never = Pen(Journal(), "a").write("matter", subject("torn"), {"kind": "aduan"})
    first = a.write("matter", subject("torn"), {"kind": "aduan"})
    a.write("matter", subject("torn"), {"details": "satu"}, first, action="corrected")
    b.write("matter", subject("torn"), {"details": "dua"}, never, first, action="corrected")
    a.write("day", subject("day"), {"date": "2026-11-24", "place": {"name": "Dewan"}})
    b.write("day", subject("day"), {"date": "2026-11-24", "place": {"name": "Dewan Serbaguna"}})


def withdrawals(a: Pen, b: Pen) -> None:
    """Withdrawn alone, withdrawn beside an edit, twice at once, restored, and disposed over an edit."""
    for label in ("withdrawn", "beside", "twice", "restored", "disputed"):
        first = a.write("visit", subject(label), {"name": "Tan Mei Ling"})
        gone = a.write(
            "visit", subject(label), {"withdrawn": True}, first, action="withdrawn", reason="silap"
        )
        if label == "beside":
            b.write("visit", subject(label), {"phone": "0123456789"}, first, action="corrected")
        if label == "twice":
            b.write("visit", subject(label), {"withdrawn": True}, first, action="withdrawn", reason="silap")
        if label == "restored":
            b.write("visit", subject(label), {"withdrawn": False}, gone, action="restored", reason="betul")
        if label == "disputed":
            b.write("visit", subject(label), {"withdrawn": False}, first, action="restored", reason="betul")
    first = a.write("visit", subject("disposed"), {"name": "Tan Mei Ling", "session": "s1"})
    edit = a.write("visit", subject("disposed"), {"note": "x"}, first, action="corrected")
    a.write("visit", subject("disposed"), {"disposed": True, "session": "s1"}, edit, action="disposed")
    b.write("visit", subject("disposed"), {"phone": "0123456789"}, first, action="corrected")


def imports(a: Pen, b: Pen) -> None:
    """The same line imported on two laptops, edited on each, and withdrawn on one."""
    for label in ("imported", "imported and withdrawn"):
        fields = {"name": "Devi a/p Raman", "queue": "7"}
        one = a.write("visit", subject(label), fields, action="imported")
        two = b.write("visit", subject(label), fields, action="imported")
        if label == "imported":
            a.write("visit", subject(label), {"name": "Devi a/p Ramasamy"}, one, action="corrected")
            b.write("visit", subject(label), {"phone": "0112223333"}, two, action="corrected")
            b.write("visit", subject(label), {"note": "tanpa induk"}, action="recorded")
        else:
            a.write("visit", subject(label), {"withdrawn": True}, one, action="withdrawn")


def newer_and_odd(a: Pen, b: Pen) -> None:
    """Unknown fields, actions, kinds and body parts; v=2; bodies that cannot be read; a sealed part."""
    first = a.write(
        "visit", subject("newer"), {"hologram": {"deep": [1, {"er": None}]}}, action="hologrammed"
    )
    newer = b.write("visit", subject("newer"), {"name": {"given": "?"}}, first, action="renamed", v=2)
    a.write("visit", subject("newer"), {"name": "Ahmad"}, newer, action="corrected")
    a.write(
        "parcel", subject("parcel"), {"weight": -9007199254740991, "of": subject("newer")}, later={"x": []}
    )
    for label, body in (
        ("odd text", b'{"fields":{"name":"\xff"}}'),
        ("odd spelling", b'{"fields": {"name": "Ali"}}'),
        ("odd number", b'{"fields":{"n":1.5}}'),
        ("odd shape", b'["fields"]'),
    ):
        first = a.write("tally", subject(label), {"kind": "pertanyaan", "n": 1})
        a.write("tally", subject(label), {"n": 2}, first, action="corrected", body=body)
    inner = {"sealed": "YWdlLWVuY3J5cHRpb24ub3JnL3YxCg==", "reason": "rahsia"}
    a.write("visit", subject("sealed"), {"session": "s1", "anonymous": True}, **inner)
    a.write("tally", subject("newer"), {"n": 3})  # another kind with the same id is another subject


def links(a: Pen, b: Pen) -> None:
    """A link made on both sides at once, undone on one, and a parent link."""
    one, other = subject("merged"), subject("beside")
    same = link_id("same_person", one, other)
    first = a.write("link", same, link_fields("same_person", one, other))
    b.write("link", same, link_fields("same_person", other, one))
    a.write("link", same, {"is": "different"}, first, action="undone")
    parent = link_fields("parent", subject("open"), subject("same"), origin=subject("same"))
    b.write("link", link_id("parent", subject("open"), subject("same")), parent)


def forks(a: Pen, b: Pen, c: Pen) -> tuple[Pen, Pen]:
    """A copied laptop: both go on; then the device is revoked, each branch cut at another place."""
    first = c.write("visit", subject("forked"), {"name": "Lim Ah Kow"})
    fork, later = c.fork(), c.fork()
    left = c.write("visit", subject("forked"), {"name": "Lim Ah Kau"}, first, action="corrected")
    right = fork.write("visit", subject("forked"), {"name": "Lim Ah Kao"}, first, action="corrected")
    merged = a.write("visit", subject("forked"), {"note": "dua cabang"}, left, right, action="corrected")
    c.write("visit", subject("forked"), {"name": "beyond the cut"}, merged, action="corrected")
    fork.write("visit", subject("only on one branch"), {"name": "Siti"})
    later.write("visit", subject("third branch"), {"name": "never accepted"})
    roster = _roster_head(a)
    cuts = {c.chain: [left.hash.hex()]}
    ours = {f"device.{key('c')}": {"state": "revoked", "heads": cuts}}
    one = a.write("roster", roster_id(a), ours, roster, action="revoked", by="admin1")
    assert fork.last is not None
    theirs = {f"device.{key('c')}": {"state": "revoked", "heads": {c.chain: [fork.last.hash.hex()]}}}
    two = b.write("roster", roster_id(a), theirs, roster, action="revoked", by="admin2")
    again = {f"device.{key('c')}": {"state": "admitted", "name": "laptop c"}}
    b.write("roster", roster_id(a), again, roster, action="admitted", by="admin1")
    a.write(
        "roster", roster_id(a), {"officer.officer-c": {"name": "Siti", "post": ""}}, one, two, by="admin1"
    )
    return fork, later


def removals(a: Pen, b: Pen, d: Pen, e: Pen) -> None:
    """Administrators who remove each other, a root that removes one, and the removed one backdating."""
    base = _roster_head(a)
    a.write(
        "roster", roster_id(a), {f"admin.{key('admin2')}": {"on": False}}, base, action="removed", by="admin1"
    )
    b.write(
        "roster", roster_id(a), {f"admin.{key('admin1')}": {"on": False}}, base, action="removed", by="admin2"
    )
    seen = b.write(
        "roster", roster_id(a), {"officer.officer-d": {"name": "D", "post": ""}}, base, by="admin2"
    )
    unseen = b.write(
        "roster", roster_id(a), {"officer.officer-u": {"name": "U", "post": ""}}, base, by="admin2"
    )
    removed = {f"admin.{key('admin2')}": {"on": False}}
    gone = a.write("roster", roster_id(a), removed, seen, action="removed", by="root")
    admitted = {f"device.{key('e')}": {"state": "admitted", "name": "laptop e"}}
    e.write("chain", f"chain:{e.chain}", {}, action="opened")
    b.write("roster", roster_id(a), admitted, seen, action="admitted", by="admin2")
    b.write("roster", roster_id(a), admitted, unseen, action="admitted", by="admin2")
    again = {f"admin.{key('admin2')}": {"on": True, "officer": "officer-b"}}
    back = a.write("roster", roster_id(a), again, gone, action="appointed", by="root")
    b.write("roster", roster_id(a), admitted, back, action="admitted", by="admin2")
    b.write("roster", roster_id(a), admitted, back, action="admitted", by="nobody")
    e.write("visit", subject("by e"), {"name": "never admitted"})
    d.write("visit", subject("by d"), {"name": "still admitted"})
    restored = Pen(d.journal, "d", nonce=bytes(15) + b"\1")
    restored.write("chain", f"chain:{restored.chain}", {"before": d.chain}, action="opened", before=d.chain)
    restored.write("visit", subject("by d"), {"name": "after the restore"}, action="corrected")
    restored.sign()


def _roster_head(a: Pen) -> Entry:
    return [x for x in a.journal.entries if x.header.subject == roster_id(a)][-1]


def result(journal: Journal) -> dict[str, Any]:
    """Fold everything with the program's own code."""
    pinned = journal.entries[0]
    counted, devices = standing(journal.entries, pinned)
    subjects: dict[str, Any] = {}
    for kind, subject_id in sorted({(x.header.kind, x.header.subject) for x in journal.entries}):
        of = [x for x in journal.entries if (x.header.kind, x.header.subject) == (kind, subject_id)]
        folded = fold(fact(x, x.hash in counted) for x in of)
        conflicts = [
            {"field": c.field, "kind": c.kind, "offered": c.offered, "writes": [h.hex() for h in c.writes]}
            for c in folded.conflicts
        ]
        state = {name: folded.state[name] for name in sorted(folded.state)}
        found = {"state": state, "conflicts": conflicts, "heads": [h.hex() for h in folded.heads]}
        subjects[f"{kind} {subject_id}"] = found
    uncounted = sorted({x.hash.hex() for x in journal.entries if x.hash not in counted})
    return {"pinned": pinned.hash.hex(), "uncounted": uncounted, "devices": devices, "subjects": subjects}


def fact(entry: Entry, counts: bool) -> Fact:
    """Give what fold needs, as the store does."""
    from hbp_desktop.store.journal import Held

    return Held(entry, counts).fact()


def standing(entries: list[Entry], pinned: Entry) -> tuple[set[bytes], dict[str, Any]]:
    """Tell which entries count, and how devices stand."""
    subject_id = f"roster:{pinned.header.chain}"
    of = [x for x in entries if x.header.kind == "roster" and x.header.subject == subject_id]
    roster = read_roster([Signed(fact(x, True), author_of(x)) for x in of], pinned.hash)
    opened = {x.header.chain: x.header.opens.device for x in entries if x.header.opens}
    before = {x.hash: x.prev for x in entries}
    counted = set(roster.counted)
    for entry in entries:
        if entry.header.kind == "roster":
            continue
        cut = roster.accepted(opened[entry.header.chain], entry.header.chain)
        if cut is None or any(leads(before, entry.hash, top) for top in cut):
            counted.add(entry.hash)
    devices = {
        key: None
        if one.cuts is None
        else {chain: sorted(h.hex() for h in cut) for chain, cut in one.cuts.items()}
        for key, one in sorted(roster.devices.items())
    }
    return counted, devices


def leads(before: dict[bytes, bytes], entry_hash: bytes, top: bytes) -> bool:
    """Tell whether an entry leads to a head."""
    while top in before:
        if top == entry_hash:
            return True
        top = before[top]
    return False


def lines(journal: Journal) -> list[str]:
    """Write entries and heads as lines of JSON; bytes that are no text stand as hex."""
    found = []
    for entry in journal.entries:
        assert entry.body_bytes is not None
        one = {"hash": entry.hash.hex(), "prev": entry.prev.hex(), "header": entry.header_bytes.decode()}
        try:
            one["body"] = entry.body_bytes.decode()
        except UnicodeDecodeError:
            one["body_hex"] = entry.body_bytes.hex()
        found.append(json.dumps(one, ensure_ascii=False))
    return found + [json.dumps(head) for head in journal.heads]


if __name__ == "__main__":
    golden = build()
    JOURNAL.write_text("\n".join(lines(golden)) + "\n", encoding="utf-8")
    text = json.dumps(result(golden), ensure_ascii=False, indent=1, sort_keys=True)
    FOLDED.write_text(text + "\n", encoding="utf-8")
