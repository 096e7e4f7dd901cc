"""The two files by which a laptop joins an office: the request it shows, the admission it gets back.

Their bytes are written down in `resources/format.md`. Both are read strictly: sizes before parsing, then the
signature, then the content; what is not exactly as written here is refused whole.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from hbp_desktop.domain.canonical import GREATEST_INTEGER, dump, load
from hbp_desktop.domain.chain import Head, Range
from hbp_desktop.domain.entry import LONGEST_BODY, LONGEST_HEADER, Gone
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.fields import LINE
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.signing import is_signed, public_key, sign

VERSION = 1
LONGEST_REQUEST = 128 * 1024
LONGEST_MANIFEST = 1024 * 1024
LONGEST_ADMISSION = 256 * 1024 * 1024
MOST_OFFICERS = 200
MOST_RANGES = 2_000

_REQUEST = "hbp-request"
_ADMISSION = b"hbp-admission/"
_SIGNATURE = 64
_LENGTH = 4
_GONE = 0xFFFFFFFF
_ID = re.compile(r"[a-zA-Z0-9:_-]{1,40}")
_KEY = re.compile(r"[0-9a-f]{64}")
_CHAIN = re.compile(r"[0-9a-f]{32}")
_AGE = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_OFFICE = re.compile(r"[A-Z0-9-]{1,16}")


@dataclass(frozen=True)
class Applicant:
    """An officer the asking laptop knows; `signing` and `age` are the keys of a slot there, "" for none."""

    id: str
    name: str = field(repr=False)
    post: str = field(repr=False)
    signing: str
    age: str
    roles: tuple[str, ...] = ()
    retired: bool = False


@dataclass(frozen=True)
class Request:
    """What a laptop asks with: `office` and `founding` are "" where it belongs to none yet."""

    device: str
    device_name: str = field(repr=False)
    age: str
    office: str
    founding: str
    officers: tuple[Applicant, ...]
    nonce: str
    at: int

    @property
    def digest(self) -> str:
        """Name this very request, as the admission does."""
        return blake2b(dump(_asks(self)), digest_size=32, person=b"hbp-request-1").hexdigest()


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


def write_request(request: Request, secret: bytes) -> bytes:
    """Give the request's file, signed by the device key it names."""
    if public_key(secret).hex() != request.device:
        raise ValueError("another device's secret")
    asks = _asks(request)
    signature = b64encode(sign("request", secret, dump(asks))).decode("ascii")
    data = dump({"asks": asks, "sig": signature, "v": VERSION, "what": _REQUEST}) + b"\n"
    if read_request(data) != request:
        raise ValueError("this request would not be read back")
    return data


def read_request(data: bytes) -> Request:
    """Read a request; raises Damaged (request_not_one, request_damaged), Refused (request_newer)."""
    if len(data) > LONGEST_REQUEST or b"hbp-request" not in data:
        raise Damaged("request_not_one")
    try:
        found = load(data.rstrip(b"\r\n"), LONGEST_REQUEST)
        if type(found) is dict and type(found.get("v")) is int and found["v"] > VERSION:
            raise Refused("request_newer")
        return _request(_exactly(found, {"asks", "sig", "v", "what"}))
    except (Damaged, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged("request_damaged") from None


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
        if not is_signed("admission", bytes.fromhex(_match(_KEY, said["by"])), manifest, signature):
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


def _asks(request: Request) -> dict[str, Any]:
    return {
        "age": request.age,
        "at": request.at,
        "device": request.device,
        "founding": request.founding,
        "name": request.device_name,
        "nonce": request.nonce,
        "office": request.office,
        "officers": [
            {
                "age": one.age,
                "id": one.id,
                "name": one.name,
                "post": one.post,
                "retired": one.retired,
                "roles": list(one.roles),
                "sign": one.signing,
            }
            for one in request.officers
        ],
    }


def _request(found: Mapping[str, Any]) -> Request:
    asks = _exactly(found["asks"], {"age", "at", "device", "founding", "name", "nonce", "office", "officers"})
    device = bytes.fromhex(_match(_KEY, asks["device"]))
    signature = b64decode(found["sig"], validate=True)
    if found["what"] != _REQUEST or not is_signed("request", device, dump(dict(asks)), signature):
        raise ValueError("signature")
    return Request(
        device=asks["device"],
        device_name=_line(asks["name"]),
        age=_match(_AGE, asks["age"]),
        office=_match_or_none(_OFFICE, asks["office"]),
        founding=_match_or_none(_KEY, asks["founding"]),
        officers=_officers(asks["officers"]),
        nonce=_match(_CHAIN, asks["nonce"]),
        at=_number(asks["at"]),
    )


def _officers(found: Any) -> tuple[Applicant, ...]:
    if type(found) is not list or not 0 < len(found) <= MOST_OFFICERS:
        raise ValueError("officers")
    officers = tuple(map(_applicant, found))
    if len({one.id for one in officers}) != len(officers):
        raise ValueError("an officer twice")
    return officers


def _applicant(found: Any) -> Applicant:
    fields = _exactly(found, {"age", "id", "name", "post", "retired", "roles", "sign"})
    roles = fields["roles"]
    if type(fields["retired"]) is not bool or bool(fields["sign"]) != bool(fields["age"]):
        raise ValueError("retired or keys")
    if type(roles) is not list or not set(roles) <= set(ROLES) or len(set(roles)) != len(roles):
        raise ValueError("roles")
    return Applicant(
        id=_match(_ID, fields["id"]),
        name=_line(fields["name"], needed=True),
        post=_line(fields["post"]),
        signing=_match_or_none(_KEY, fields["sign"]),
        age=_match_or_none(_AGE, fields["age"]),
        roles=tuple(roles),
        retired=fields["retired"],
    )


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
    fields = _exactly(said, names)
    if type(fields["ranges"]) is not list or len(fields["ranges"]) > MOST_RANGES:
        raise ValueError("ranges")
    if _digest(entries) != fields["entries"]:
        raise ValueError("entries")
    reading = _Frames(entries)
    ranges = tuple(_range(one, reading) for one in fields["ranges"])
    reading.finish()
    return Admission(
        office=_match(_OFFICE, fields["office"]),
        founding=bytes.fromhex(_match(_KEY, fields["founding"])),
        device=_match(_KEY, fields["device"]),
        request=_match(_KEY, fields["request"]),
        officers={_match(_ID, one): _match(_ID, other) for one, other in fields["officers"].items()},
        by=fields["by"],
        at=_number(fields["at"]),
        ranges=ranges,
    )


def _range(found: Any, reading: "_Frames") -> Range:
    chain, prev, count, seq, top, signature = found
    _match(_CHAIN, chain)
    head = Head(chain, _number(seq), bytes.fromhex(_match(_KEY, top)), b64decode(signature, validate=True))
    entries = tuple(reading.entry() for _ in range(_number(count)))
    return Range(chain, bytes.fromhex(_match(_KEY, prev)), entries, head)


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


def _exactly(found: Any, names: set[str]) -> Mapping[str, Any]:
    if type(found) is not dict or set(found) != names:
        raise ValueError("fields")
    return found


def _match_or_none(pattern: re.Pattern[str], text: Any) -> str:
    return "" if text == "" and type(text) is str else _match(pattern, text)


def _match(pattern: re.Pattern[str], text: Any) -> str:
    if type(text) is not str or pattern.fullmatch(text) is None:
        raise ValueError("text")
    return text


def _line(text: Any, needed: bool = False) -> str:
    if type(text) is not str or len(text) > LINE or "\n" in text or (needed and not text.strip()):
        raise ValueError("line")
    return text


def _number(number: Any) -> int:
    if type(number) is not int or not 0 <= number <= GREATEST_INTEGER:
        raise ValueError("number")
    return number
