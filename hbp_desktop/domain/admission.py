"""The file an office answers with: the roster's chains, signed by who may admit, for one laptop alone.

Its bytes are written down in `resources/format.md`. It is read strictly, after it was opened with the key of
the request it answers; what is not exactly as written here is refused whole.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.chain import Head, Range
from hbp_desktop.domain.entry import LONGEST_BODY, LONGEST_HEADER, Gone
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.signing import is_signed, public_key, sign
from hbp_desktop.domain.strict import ID, KEY, MARK, OFFICE, exactly, match, number

VERSION = 1
LONGEST_MANIFEST = 1024 * 1024
LONGEST_ADMISSION = 256 * 1024 * 1024
MOST_RANGES = 2_000

_ADMISSION = b"hbp-admission/"
_SIGNATURE = 64
_LENGTH = 4
_GONE = 0xFFFFFFFF


@dataclass(frozen=True)
class Admission:
    """What an office answers; `officers` maps the applicants' ids to the ids they have from now on."""

    office: str
    founding: bytes
    device: str
    request: str
    officers: Mapping[str, str]
    by: str
    at: int
    ranges: tuple[Range, ...] = field(repr=False)


def write_admission(admission: Admission, secret: bytes) -> bytes:
    """Give the plaintext of an admission, signed by the administrator's key that `by` names."""
    if public_key(secret).hex() != admission.by:
        raise ValueError("another key's secret")
    entries = b"".join(_framed(part) for one in admission.ranges for pair in one.entries for part in pair)
    manifest = dump(_manifest(admission, entries))
    signature = sign("admission", secret, manifest)
    return len(manifest).to_bytes(_LENGTH, "big") + manifest + signature + entries


def read_admission(plain: bytes) -> Admission:
    """Read a decrypted admission; raises Damaged (admission_damaged), Refused (admission_newer)."""
    try:
        length = int.from_bytes(plain[:_LENGTH], "big")
        if not 0 < length <= LONGEST_MANIFEST or len(plain) < _LENGTH + length + _SIGNATURE:
            raise ValueError("length")
        manifest, rest = plain[_LENGTH : _LENGTH + length], plain[_LENGTH + length :]
        said = load(manifest, LONGEST_MANIFEST)
        if type(said) is dict and type(said.get("v")) is int and said["v"] > VERSION:
            raise Refused("admission_newer")
        signature, entries = rest[:_SIGNATURE], rest[_SIGNATURE:]
        if not is_signed("admission", bytes.fromhex(match(KEY, said["by"])), manifest, signature):
            raise ValueError("signature")
        return _admission(said, entries)
    except (Damaged, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged("admission_damaged") from None


def wrap_admission(sealed: bytes) -> bytes:
    """Give the admission's file from the age file that holds it."""
    return _ADMISSION + b"%d\n" % VERSION + sealed


def unwrap_admission(data: bytes) -> bytes:
    """Give the age file in an admission's file; raises Damaged (admission_not_one), Refused (…_newer)."""
    head, end, sealed = data[: len(_ADMISSION) + 8].partition(b"\n")
    version = head.removeprefix(_ADMISSION)
    if not (head.startswith(_ADMISSION) and end and version.isdigit()) or len(data) > LONGEST_ADMISSION:
        raise Damaged("admission_not_one")
    if int(version) != VERSION:
        raise Refused("admission_newer")
    return sealed + data[len(_ADMISSION) + 8 :]


def _manifest(admission: Admission, entries: bytes) -> dict[str, Any]:
    return {
        "at": admission.at,
        "by": admission.by,
        "device": admission.device,
        "entries": _digest(entries),
        "founding": admission.founding.hex(),
        "office": admission.office,
        "officers": dict(admission.officers),
        "ranges": [
            [
                one.chain,
                one.prev.hex(),
                len(one.entries),
                one.head.seq,
                one.head.hash.hex(),
                b64encode(one.head.signature).decode("ascii"),
            ]
            for one in admission.ranges
        ],
        "request": admission.request,
        "v": VERSION,
    }


def _admission(said: Any, entries: bytes) -> Admission:
    names = {"at", "by", "device", "entries", "founding", "office", "officers", "ranges", "request", "v"}
    fields = exactly(said, names)
    if type(fields["ranges"]) is not list or len(fields["ranges"]) > MOST_RANGES:
        raise ValueError("ranges")
    if _digest(entries) != fields["entries"]:
        raise ValueError("entries")
    reading = _Frames(entries)
    ranges = tuple(_range(one, reading) for one in fields["ranges"])
    reading.finish()
    return Admission(
        office=match(OFFICE, fields["office"]),
        founding=bytes.fromhex(match(KEY, fields["founding"])),
        device=match(KEY, fields["device"]),
        request=match(KEY, fields["request"]),
        officers={match(ID, one): match(ID, other) for one, other in fields["officers"].items()},
        by=fields["by"],
        at=number(fields["at"]),
        ranges=ranges,
    )


def _range(found: Any, reading: "_Frames") -> Range:
    chain, prev, count, seq, top, signature = found
    match(MARK, chain)
    head = Head(chain, number(seq), bytes.fromhex(match(KEY, top)), b64decode(signature, validate=True))
    entries = tuple(reading.entry() for _ in range(number(count)))
    return Range(chain, bytes.fromhex(match(KEY, prev)), entries, head)


class _Frames:
    """Reads length-prefixed parts one after another; raises ValueError where one is not whole."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = memoryview(data), 0

    def entry(self) -> tuple[bytes, bytes | Gone]:
        header, body = self._part(LONGEST_HEADER), self._part(LONGEST_BODY)
        if isinstance(header, Gone):
            raise ValueError("header")
        return header, body

    def finish(self) -> None:
        if self._at != len(self._data):
            raise ValueError("bytes behind the last entry")

    def _part(self, most: int) -> bytes | Gone:
        length = int.from_bytes(self._take(_LENGTH), "big")
        if length == _GONE:
            return Gone(self._take(32))
        if length > most:
            raise ValueError("too long")
        return self._take(length)

    def _take(self, length: int) -> bytes:
        found = bytes(self._data[self._at : self._at + length])
        if len(found) != length:
            raise ValueError("cut short")
        self._at += length
        return found


def _framed(part: bytes | Gone) -> bytes:
    if isinstance(part, Gone):
        return _GONE.to_bytes(_LENGTH, "big") + part.digest
    return len(part).to_bytes(_LENGTH, "big") + part


def _digest(entries: bytes) -> str:
    return blake2b(entries, digest_size=32).hexdigest()
