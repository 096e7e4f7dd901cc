"""The bytes of an entry: two byte strings, header and body, and the hash that chains them.

The format is written down in `resources/format.md`, for other programs that read a journal.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from hbp_desktop.domain.canonical import GREATEST_INTEGER, Value, dump, load, plain
from hbp_desktop.domain.errors import Damaged

VERSION = 1
LONGEST_HEADER = 4 * 1024
LONGEST_BODY = 64 * 1024
NOTHING = bytes(32)
PREFIX = 8

_PERSON = b"hbp-entry-1"
_HEX32 = re.compile(r"[0-9a-f]{32}\Z")
_HEX64 = re.compile(r"[0-9a-f]{64}\Z")
_HEX16 = re.compile(r"[0-9a-f]{16}\Z")
_WORD = re.compile(r"[a-z][a-z0-9_.-]{0,31}\Z")
_SUBJECT = re.compile(r"[a-zA-Z0-9:._-]{1,120}\Z")
_PLAIN = re.compile(  # nearly every header: of a first entry, in no doubt, of this version
    rb'\{"action":"([a-z][a-z0-9_.-]{0,31})","actor":"([a-zA-Z0-9:._-]{1,120})","at":(0|[1-9][0-9]{0,14})'
    rb',"chain":"([0-9a-f]{32})","id":"([a-zA-Z0-9:._-]{1,120})","kind":"([a-z][a-z0-9_.-]{0,31})"'
    rb',"lamport":([1-9][0-9]{0,14}),"parents":\[\],"seq":([1-9][0-9]{0,14}),"v":1\}'
).fullmatch


@dataclass(frozen=True, slots=True, order=True)
class Parent:
    """An entry named as seen: the first 8 bytes of its hash, with chain and seq."""

    prefix: bytes
    chain: str
    seq: int


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first entry of a chain states: whose chain it is, and which one came before."""

    device: str
    nonce: str
    office: str
    before: str | None


@dataclass(frozen=True, slots=True)
class Header:
    """The part without personal data; `at` is the claimed time in seconds since 1970, UTC."""

    chain: str
    seq: int
    kind: str
    subject: str
    parents: tuple[Parent, ...]
    lamport: int
    action: str
    actor: str
    at: int
    doubt: bool = False
    opens: Opening | None = None
    v: int = VERSION


@dataclass(frozen=True, slots=True)
class Gone:
    """Stands for a body whose bytes were lawfully disposed of; its digest keeps the chain whole."""

    digest: bytes


@dataclass(frozen=True)
class Entry:
    """One entry as held: bytes exactly as received, and what is computed from them."""

    prev: bytes
    header_bytes: bytes
    digest: bytes
    body_bytes: bytes | None

    @cached_property
    def hash(self) -> bytes:
        """BLAKE2b-256(prev ‖ digest ‖ header), personalised."""
        return blake2b(self.prev + self.digest + self.header_bytes, digest_size=32, person=_PERSON).digest()

    @cached_property
    def header(self) -> Header:
        """Read the header; raises Damaged (a broken link)."""
        return read_header(self.header_bytes)

    def body(self) -> Mapping[str, Any]:
        """Read the body; raises Damaged (held, not counted), also when its bytes are gone."""
        return self._body

    @cached_property
    def _body(self) -> Mapping[str, Any]:
        if self.body_bytes is None:
            raise Damaged("body_missing")
        return read_body(self.body_bytes)

    def named(self) -> Parent:
        """Name this entry as another's parent."""
        return Parent(self.hash[:PREFIX], self.header.chain, self.header.seq)


def digest_of(body: bytes) -> bytes:
    """Give the 32-byte digest under which a body enters the chain."""
    return blake2b(body, digest_size=32).digest()


def chain_of(device: bytes, nonce: bytes) -> str:
    """Name a chain: the first 16 bytes of BLAKE2b(device key ‖ nonce), as hex."""
    return blake2b(device + nonce, digest_size=32).digest()[:16].hex()


def make(prev: bytes, header: Header, fields: Mapping[str, Value], nonce: bytes, **more: Value) -> Entry:
    """Write an entry; `nonce` is 12 random bytes, `more` may hold reason, sealed or signed.

    Raises Damaged where the result would not be read back as the same header and body.
    """
    raw = _header_json(header)
    inside = plain({"fields": dict(fields), "nonce": b64encode(nonce).decode("ascii"), **more})
    try:
        body, header_bytes = dump(inside), dump(raw)
    except ValueError as error:
        raise Damaged("json_unreadable") from error
    if len(body) > LONGEST_BODY or len(header_bytes) > LONGEST_HEADER:
        raise Damaged("json_too_long", bytes=max(len(body), len(header_bytes)), most=LONGEST_BODY)
    if _header_of(raw) != header:
        raise Damaged("header_unreadable")
    entry = Entry(prev, header_bytes, digest_of(body), body)
    entry.__dict__.update(header=header, _body=inside)  # what reading the bytes back would give
    return entry


def received(prev: bytes, header: bytes, body: bytes | Gone) -> Entry:
    """Take an entry as it came over the wire; the digest of a body held is computed, never believed."""
    if isinstance(body, Gone):
        return Entry(prev, header, body.digest, None)
    return Entry(prev, header, digest_of(body), body)


def read_header(data: bytes) -> Header:
    """Read a header strictly; keys this version does not know are left alone."""
    return _plain_header(data) or _header_of(load(data, LONGEST_HEADER))


def _plain_header(data: bytes) -> Header | None:
    """Read a header without parents as it is mostly spelled, in a fifth of the time; None for any other."""
    fit = _PLAIN(data)
    if fit is None or len(data) > LONGEST_HEADER or fit[8] == b"1":  # seq 1 opens a chain
        return None
    action, actor, at, chain, subject, kind, lamport, seq = fit.groups()
    return Header(
        chain.decode("ascii"),
        int(seq),
        kind.decode("ascii"),
        subject.decode("ascii"),
        (),
        int(lamport),
        action.decode("ascii"),
        actor.decode("ascii"),
        int(at),
    )


def _header_of(raw: Any) -> Header:
    try:
        return _checked(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Damaged("header_unreadable") from error


def _checked(raw: Any) -> Header:
    header = Header(
        chain=_match(_HEX32, raw["chain"]),
        seq=_count(raw["seq"], 1),
        kind=_match(_WORD, raw["kind"]),
        subject=_match(_SUBJECT, raw["id"]),
        parents=_parents(raw["parents"]),
        lamport=_count(raw["lamport"], 1),
        action=_match(_WORD, raw["action"]),
        actor=_match(_SUBJECT, raw["actor"]),
        at=_count(raw["at"], 0),
        doubt=_flag(raw.get("doubt", False)),
        opens=_opening(raw["opens"]) if "opens" in raw else None,
        v=_count(raw["v"], 1),
    )
    if (header.seq == 1) != (header.opens is not None):
        raise Damaged("header_opening")
    return header


def read_body(data: bytes) -> Mapping[str, Any]:
    """Read a body strictly: an object whose `fields` is an object."""
    raw = load(data, LONGEST_BODY)
    if not isinstance(raw, dict) or not isinstance(raw.get("fields"), dict):
        raise Damaged("body_unreadable")
    return raw


def _header_json(header: Header) -> dict[str, Value]:
    raw: dict[str, Value] = {
        "action": header.action,
        "actor": header.actor,
        "at": header.at,
        "chain": header.chain,
        "id": header.subject,
        "kind": header.kind,
        "lamport": header.lamport,
        "parents": [[parent.prefix.hex(), parent.chain, parent.seq] for parent in header.parents],
        "seq": header.seq,
        "v": header.v,
    }
    if header.doubt:
        raw["doubt"] = True
    if header.opens is not None:
        opens = header.opens
        raw["opens"] = {
            "before": opens.before,
            "device": opens.device,
            "nonce": opens.nonce,
            "office": opens.office,
        }
    return raw


def _parents(items: Any) -> tuple[Parent, ...]:
    if not isinstance(items, list):
        raise ValueError("parents are a list")
    return tuple(_parent(item) for item in items)


def _parent(item: Any) -> Parent:
    if not isinstance(item, list):
        raise ValueError("a parent is a list")
    prefix, chain, seq = item
    return Parent(bytes.fromhex(_match(_HEX16, prefix)), _match(_HEX32, chain), _count(seq, 1))


def _opening(raw: Any) -> Opening:
    before = raw["before"]
    return Opening(
        device=_match(_HEX64, raw["device"]),
        nonce=_match(_HEX32, raw["nonce"]),
        office=_match(_SUBJECT, raw["office"]),
        before=None if before is None else _match(_HEX32, before),
    )


def _match(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.match(value):
        raise ValueError("wrong spelling")
    return value


def _count(value: Any, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= GREATEST_INTEGER:
        raise ValueError("wrong number")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("wrong flag")
    return value
