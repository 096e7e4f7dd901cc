"""A reader of journals written from `resources/format.md` alone: hashlib and json, nothing of ours."""

import json
from base64 import b64decode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

IsSigned = Callable[[bytes, bytes, bytes], bool]  # key, bytes, signature


def canonical(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


@dataclass(frozen=True)
class Read:
    prev: bytes
    header: bytes
    body: bytes

    @cached_property
    def hash(self) -> bytes:
        digest = blake2b(self.body, digest_size=32).digest()
        return blake2b(self.prev + digest + self.header, digest_size=32, person=b"hbp-entry-1").digest()

    @cached_property
    def head(self) -> dict[str, Any]:
        return json.loads(self.header)

    @cached_property
    def inside(self) -> dict[str, Any] | None:
        try:
            body = json.loads(self.body)
            good = self.head["v"] == 1 and canonical(body) == self.body and isinstance(body["fields"], dict)
            return body if good and "." not in json.dumps(_numbers(body)) else None
        except (ValueError, KeyError, TypeError):
            return None

    @property
    def fields(self) -> dict[str, Any]:
        return self.inside["fields"] if self.inside else {}

    @property
    def subject(self) -> tuple[str, str]:
        return self.head["kind"], self.head["id"]

    @property
    def named(self) -> tuple[str, str, int]:
        return self.hash[:8].hex(), self.head["chain"], self.head["seq"]


def _numbers(value: Any) -> list[float]:
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return [number for part in parts for number in _numbers(part)]
    return [value] if isinstance(value, float) else []


def pasts(entries: Iterable[Read]) -> tuple[dict[bytes, set[bytes]], set[bytes]]:
    """The past of each entry, and which have a hole in it."""
    by_name = {entry.named: entry for entry in entries}
    root = {e.hash for e in by_name.values() if not e.head["parents"] and e.head["action"] == "imported"}
    past: dict[bytes, set[bytes]] = {}
    torn: set[bytes] = set()

    def walk(entry: Read) -> set[bytes]:
        if entry.hash not in past:
            found: set[bytes] = set()
            for parent in map(tuple, entry.head["parents"]):
                if parent not in by_name:
                    torn.add(entry.hash)
                    continue
                found |= walk(by_name[parent]) | {by_name[parent].hash}
            past[entry.hash] = found | (root if found & root else set())
        if past[entry.hash] & torn:
            torn.add(entry.hash)
        return past[entry.hash]

    for entry in by_name.values():
        walk(entry)
    return past, torn | {h for h, found in past.items() if found & torn}


def fold(entries: Iterable[Read], counts: Callable[[Read], bool]) -> dict[str, Any]:
    of = {entry.hash: entry for entry in entries}
    past, torn = pasts(of.values())
    root = {h for h, e in of.items() if not e.head["parents"] and e.head["action"] == "imported"}
    counted = {h for h, e in of.items() if counts(e) and e.inside is not None}
    covered = {c for h in counted if of[h].fields.get("disposed") is True for c in past[h]}
    order = sorted(counted - covered, key=lambda h: (of[h].head["lamport"], h))
    state: dict[str, Any] = {}
    conflicts: list[dict[str, Any]] = []
    for name in sorted({name for h in order for name in of[h].fields}):
        writers = [h for h in order if name in of[h].fields]
        left = [h for h in writers if not any(h in past[other] for other in writers)]
        of_root = [h for h in left if h in root]
        left = [h for h in left if h not in of_root[:-1]]
        state[name] = of[left[-1]].fields[name]
        if len({canonical(of[h].fields[name]) for h in left}) > 1:
            conflicts.append(_conflict(name, "field", left, torn))
        withdrawing = [h for h in left if name == "withdrawn" and of[h].fields[name] is True]
        if withdrawing:
            state[name] = True
            edits = [
                h for h in order if h not in left and any(_beside(h, w, past, root) for w in withdrawing)
            ]
            conflicts += [_conflict(name, "withdrawn", edits + withdrawing, torn)] if edits else []
    heads = sorted(h for h in counted if not any(h in past[other] for other in counted))
    return {"state": state, "conflicts": conflicts, "heads": [h.hex() for h in heads]}


def _conflict(name: str, kind: str, writes: list[bytes], torn: set[bytes]) -> dict[str, Any]:
    offered = not set(writes) & torn
    return {"field": name, "kind": kind, "offered": offered, "writes": [h.hex() for h in writes]}


def _beside(one: bytes, other: bytes, past: dict[bytes, set[bytes]], root: set[bytes]) -> bool:
    return one not in past[other] and other not in past[one] and not {one, other} <= root


def roster(entries: Iterable[Read], pinned: bytes, is_signed: IsSigned) -> tuple[set[bytes], dict[str, Any]]:
    """The roster entries that count, and the devices: None (all), or the accepted heads of each chain."""
    held = {entry.hash: entry for entry in entries}
    subject = ("roster", "roster:" + held[pinned].head["chain"])
    of = {h: entry for h, entry in held.items() if entry.subject == subject}
    past, torn = pasts(of.values())
    author = {h: _author(entry, is_signed) for h, entry in of.items()}

    def whole(h: bytes) -> bool:
        return bool(author[h]) and h not in torn

    def made(h: bytes, tier: str, by: set[bytes]) -> bool:
        return any(_on(of[maker].fields.get(tier + author[h])) for maker in past[h] & by)

    top = {pinned}
    while more := {h for h in of if h not in top and whole(h) and made(h, "root.", top)}:
        top |= more
    unmade = [
        (h, name) for h in top for name, v in of[h].fields.items() if name[:6] == "admin." and not _on(v)
    ]
    lawful = {
        h
        for h in set(of) - top
        if whole(h)
        and made(h, "admin.", top)
        and all(h in past[by] for by, name in unmade if name == "admin." + author[h])
        and not any(
            name.startswith(("root.", "admin."))
            or (name.startswith("officer.") and name.endswith(".role.administrator"))
            for name in of[h].fields
        )
    }
    return top | lawful, _devices([of[h] for h in of], top | lawful, past)


def _author(entry: Read, is_signed: IsSigned) -> str:
    if entry.inside is None or "signed" not in entry.inside:
        return ""
    signed = entry.inside["signed"]
    rest = canonical({name: part for name, part in entry.inside.items() if name != "signed"})
    data = b"hbp/roster/1\0" + len(entry.header).to_bytes(4, "big") + entry.header + rest
    return signed["by"] if is_signed(bytes.fromhex(signed["by"]), data, b64decode(signed["sig"])) else ""


def _devices(entries: list[Read], counted: set[bytes], past: dict[bytes, set[bytes]]) -> dict[str, Any]:
    devices: dict[str, Any] = {}
    for name in {name for e in entries if e.hash in counted for name in e.fields if name[:7] == "device."}:
        writers = [e for e in entries if e.hash in counted and name in e.fields]
        left = [e.fields[name] for e in writers if not any(e.hash in past[other.hash] for other in writers)]
        revoked = [value["heads"] for value in left if value["state"] == "revoked"]
        cuts: dict[str, set[str]] = {}
        for heads in revoked:
            for chain, hashes in heads.items():
                cuts.setdefault(chain, set()).update(hashes)
        devices[name[7:]] = cuts if revoked else None
    return devices


def counting(entries: Iterable[Read], pinned: bytes, is_signed: IsSigned) -> set[bytes]:
    """Every entry that counts."""
    held = {entry.hash: entry for entry in entries}
    counted, devices = roster(held.values(), pinned, is_signed)
    opened = {e.head["chain"]: e.head["opens"]["device"] for e in held.values() if "opens" in e.head}
    for entry in held.values():
        cuts = devices.get(opened[entry.head["chain"]], {})
        if entry.subject[0] != "roster" and cuts is None:
            counted.add(entry.hash)
    for key, cuts in devices.items():
        own = [chain for chain in cuts or {} if opened.get(chain) == key]
        for at in (bytes.fromhex(h) for chain in own for h in cuts[chain]):
            while at in held:
                if held[at].subject[0] != "roster":
                    counted.add(at)
                at = held[at].prev
    return counted


def _on(value: Any) -> bool:
    return isinstance(value, dict) and value.get("on") is True
