"""Who belongs and who counts: the roster's three tiers and the standing of devices.

Roots make and unmake administrators; administrators admit and revoke devices and officers, never one
another. Only what is signed by an author whose making it has seen, and whose unmaking it came before, counts.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hbp_desktop.domain.canonical import Value, dump
from hbp_desktop.domain.entry import VERSION, Entry, Header
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.history import Fact, Folded, fold, past_of
from hbp_desktop.domain.history import name as name_of
from hbp_desktop.domain.signing import is_signed, public_key, sign

ROLES = ("counter", "leader", "head", "coordinator", "auditor", "administrator")
KIND = "roster"
_ROOTS_ONLY = ("root.", "admin.")
_ROOTS_ROLE = ".role.administrator"


@dataclass(frozen=True, slots=True)
class Signed:
    """A roster entry as fold sees it, with its proven author ("" when the signature does not hold)."""

    fact: Fact
    author: str


@dataclass(frozen=True, slots=True)
class Device:
    """A device key's standing: admitted, or revoked beyond its accepted heads (chain -> hashes)."""

    admitted: bool
    cuts: Mapping[str, frozenset[bytes]] | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """What the counted roster entries add up to."""

    folded: Folded = field(default_factory=Folded)
    counted: frozenset[bytes] = frozenset()
    devices: Mapping[str, Device] = field(default_factory=dict)

    def accepted(self, device: str, chain: str) -> frozenset[bytes] | None:
        """Give the heads up to which a chain counts: None means all of it, an empty set none."""
        standing = self.devices.get(device)
        if standing is None or (not standing.admitted and standing.cuts is None):
            return frozenset()
        return None if standing.cuts is None else standing.cuts.get(chain, frozenset())


def subject_of(founding_chain: str) -> str:
    """Name the roster subject of an office founded on this chain."""
    return f"roster:{founding_chain}"


def sign_body(
    header: Header, header_bytes: bytes, body: Mapping[str, Value], secret: bytes
) -> dict[str, Value]:
    """Give the `signed` part of a roster entry's body: the author's key and signature."""
    if header.kind != KIND:
        raise Damaged("roster_kind")
    signature = sign("roster", secret, _signed_bytes(header_bytes, body))
    return {"by": public_key(secret).hex(), "sig": b64encode(signature).decode("ascii")}


def author_of(entry: Entry) -> str:
    """Give the key that signed a roster entry, or "" when nothing proves one or a newer program wrote it."""
    try:
        if entry.header.v != VERSION or entry.header.kind != KIND:
            return ""
        body = dict(entry.body())
        signed = body.pop("signed")
        signature = b64decode(signed["sig"], validate=True)
        by = bytes.fromhex(signed["by"])
    except (Damaged, KeyError, TypeError, ValueError):
        return ""
    return by.hex() if is_signed("roster", by, _signed_bytes(entry.header_bytes, body), signature) else ""


def read_roster(entries: Iterable[Signed], founding: bytes) -> Roster:
    """Decide which entries of a roster count, beginning with the pinned founding, and fold them."""
    every = {item.fact.hash: item for item in entries}
    if founding not in every or not every[founding].author:
        return Roster()
    signed = _that_matter(every, founding)
    counted = _Counting(signed, founding).counted()
    folded = fold(_with_count(item.fact, item.fact.hash in counted) for item in signed.values())
    return Roster(folded, frozenset(counted), _devices(folded, signed))


def _that_matter(signed: Mapping[bytes, Signed], founding: bytes) -> dict[bytes, Signed]:
    """Leave out what can neither count nor stand in the past of what counts: a stranger may write thousands.

    An author can count only when the founding's author, or one who can, named the key.
    """
    by_author: dict[str, list[bytes]] = {}
    for entry_hash, item in signed.items():
        by_author.setdefault(item.author, []).append(entry_hash)
    named, waiting = {signed[founding].author}, [signed[founding].author]
    wanted: list[bytes] = []
    while waiting:
        written = by_author.get(waiting.pop(), [])
        wanted += written
        found = {key for entry_hash in written for key in _keys_named(signed[entry_hash].fact.fields)}
        waiting += found - named
        named |= found
    return _with_pasts(signed, wanted)


def _keys_named(fields: Mapping[str, Value]) -> list[str]:
    return [name.partition(".")[2] for name in fields if name.startswith(_ROOTS_ONLY)]


def _with_pasts(signed: Mapping[bytes, Signed], wanted: list[bytes]) -> dict[bytes, Signed]:
    where = {name_of(item.fact): entry_hash for entry_hash, item in signed.items()}
    kept: dict[bytes, Signed] = {}
    while wanted:
        entry_hash = wanted.pop()
        if entry_hash not in kept:
            kept[entry_hash] = signed[entry_hash]
            parents = (where.get(parent) for parent in signed[entry_hash].fact.parents)
            wanted += [parent for parent in parents if parent is not None]
    return kept


class _Counting:
    """The three tiers at work on one roster."""

    def __init__(self, signed: Mapping[bytes, Signed], founding: bytes) -> None:
        self.signed = signed
        self.founding = founding
        self.pasts, self.torn = past_of(item.fact for item in signed.values())
        self.roots = self._count_roots()

    def counted(self) -> set[bytes]:
        unmade = self._unmakings()
        return self.roots | {h for h in self.signed if h not in self.roots and self._is_lawful(h, unmade)}

    def _count_roots(self) -> set[bytes]:
        """Count what roots signed, each after the entry that made its author a root."""
        counted = {self.founding}
        by_age = sorted(self.signed, key=lambda h: (len(self.pasts[h]), h))
        for entry_hash in by_age:
            if self._whole(entry_hash) and self._made(entry_hash, "root.", counted):
                counted.add(entry_hash)
        return counted

    def _is_lawful(self, entry_hash: bytes, unmade: Mapping[str, list[bytes]]) -> bool:
        item = self.signed[entry_hash]
        return (
            self._whole(entry_hash)
            and not any(map(_is_for_roots, item.fact.fields))
            and self._made(entry_hash, "admin.", self.roots)
            and all(entry_hash in self.pasts[by] for by in unmade.get(item.author, ()))
        )

    def _whole(self, entry_hash: bytes) -> bool:
        return bool(self.signed[entry_hash].author) and entry_hash not in self.torn

    def _made(self, entry_hash: bytes, tier: str, makers: set[bytes]) -> bool:
        """Tell whether a maker in the entry's past made its author a root or an administrator."""
        name = tier + self.signed[entry_hash].author
        past = self.pasts[entry_hash] & makers
        return any(_is_on(self.signed[h].fact.fields.get(name)) for h in past)

    def _unmakings(self) -> Mapping[str, list[bytes]]:
        unmade: dict[str, list[bytes]] = {}
        for entry_hash in self.roots:
            for name, value in self.signed[entry_hash].fact.fields.items():
                if name.startswith("admin.") and not _is_on(value):
                    unmade.setdefault(name.removeprefix("admin."), []).append(entry_hash)
        return unmade


def _devices(folded: Folded, signed: Mapping[bytes, Signed]) -> dict[str, Device]:
    devices = {}
    for name, writes in folded.writes.items():
        if name.startswith("device."):
            values = [signed[h].fact.fields[name] for h in writes]
            devices[name.removeprefix("device.")] = _device(values)
    return devices


def _device(values: list[Any]) -> Device:
    """Join concurrent writes: revocation beats admission, several cuts are a union."""
    states = [value for value in values if isinstance(value, dict)]
    revoked = [value for value in states if value.get("state") == "revoked"]
    if not revoked:
        return Device(any(value.get("state") == "admitted" for value in states))
    cuts: dict[str, set[bytes]] = {}
    for value in revoked:
        for chain, hashes in _heads_in(value):
            cuts.setdefault(chain, set()).update(hashes)
    return Device(False, {chain: frozenset(hashes) for chain, hashes in cuts.items()})


def _heads_in(value: Mapping[str, Any]) -> list[tuple[str, list[bytes]]]:
    heads = value.get("heads")
    found = []
    for chain, hashes in heads.items() if isinstance(heads, dict) else ():
        try:
            found.append((chain, [bytes.fromhex(text) for text in hashes]))
        except (TypeError, ValueError):
            continue
    return found


def _is_for_roots(name: str) -> bool:
    """Tell whether a field makes or unmakes those who administer."""
    return name.startswith(_ROOTS_ONLY) or (name.startswith("officer.") and name.endswith(_ROOTS_ROLE))


def _is_on(value: Any) -> bool:
    return isinstance(value, dict) and value.get("on") is True


def _with_count(fact: Fact, counted: bool) -> Fact:
    return Fact(
        fact.hash, fact.chain, fact.seq, fact.parents, fact.lamport, fact.action, fact.fields, counted
    )


def _signed_bytes(header_bytes: bytes, body: Mapping[str, Value]) -> bytes:
    return len(header_bytes).to_bytes(4, "big") + header_bytes + dump(dict(body))
