"""The file a laptop shows to join an office: who it is, who works on it, where to answer.

Its bytes are written down in `resources/format.md`. It is read strictly: size before parsing, then signature
and content; what is not exactly as written here is refused whole.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.signing import is_signed, public_key, sign
from hbp_desktop.domain.strict import (
    AGE,
    ID,
    KEY,
    MARK,
    OFFICE,
    exactly,
    match,
    match_or_none,
    number,
    single_line,
)

VERSION = 1
LONGEST_REQUEST = 128 * 1024
MOST_OFFICERS = 200

_REQUEST = "hbp-request"


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
        return _request(exactly(found, {"asks", "sig", "v", "what"}))
    except (Damaged, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged("request_damaged") from None


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
    asks = exactly(found["asks"], {"age", "at", "device", "founding", "name", "nonce", "office", "officers"})
    device = bytes.fromhex(match(KEY, asks["device"]))
    signature = b64decode(found["sig"], validate=True)
    if found["what"] != _REQUEST or not is_signed("request", device, dump(dict(asks)), signature):
        raise ValueError("signature")
    return Request(
        device=asks["device"],
        device_name=single_line(asks["name"]),
        age=match(AGE, asks["age"]),
        office=match_or_none(OFFICE, asks["office"]),
        founding=match_or_none(KEY, asks["founding"]),
        officers=_officers(asks["officers"]),
        nonce=match(MARK, asks["nonce"]),
        at=number(asks["at"]),
    )


def _officers(found: Any) -> tuple[Applicant, ...]:
    if type(found) is not list or not 0 < len(found) <= MOST_OFFICERS:
        raise ValueError("officers")
    officers = tuple(map(_applicant, found))
    if len({one.id for one in officers}) != len(officers):
        raise ValueError("an officer twice")
    return officers


def _applicant(found: Any) -> Applicant:
    fields = exactly(found, {"age", "id", "name", "post", "retired", "roles", "sign"})
    roles = fields["roles"]
    if type(fields["retired"]) is not bool or bool(fields["sign"]) != bool(fields["age"]):
        raise ValueError("retired or keys")
    if type(roles) is not list or not set(roles) <= set(ROLES) or len(set(roles)) != len(roles):
        raise ValueError("roles")
    return Applicant(
        id=match(ID, fields["id"]),
        name=single_line(fields["name"], needed=True),
        post=single_line(fields["post"]),
        signing=match_or_none(KEY, fields["sign"]),
        age=match_or_none(AGE, fields["age"]),
        roles=tuple(roles),
        retired=fields["retired"],
    )
