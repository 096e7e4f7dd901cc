"""How a device becomes known to a receiver: a one-time code, and its key signed by itself."""

import re
from base64 import b64encode
from dataclasses import dataclass
from typing import Any

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.signing import is_signed, sign
from hbp_desktop.domain.strict import KEY, MARK, OFFICE, exactly, match, moment, signature, single_line
from hbp_desktop.domain.text import clean

VERSION = 1
LONGEST = 16 * 1024

_CODE = re.compile(r"[!-~]{1,64}")


@dataclass(frozen=True)
class Enrol:
    """What a device asks with; `founding` is the hash its office has pinned, `nonce` new each time."""

    code: str
    device: str
    name: str
    office: str
    founding: str
    nonce: str
    at: int


@dataclass(frozen=True)
class Enrolled:
    """What the receiver answers; under the device key `writer` it writes in that office's journal."""

    server: str
    incarnation: str
    device: str
    nonce: str
    name: str
    writer: str
    at: int


def write_enrol(asked: Enrol, secret: bytes) -> bytes:
    """Give the request's bytes, signed by the device that asks."""
    return _write("enrol", asked.__dict__, secret)


def read_enrol(data: bytes) -> Enrol:
    """Read a request; raises Damaged (enrol_damaged), Refused (enrol_unsigned)."""
    said = _read("enrol", data, {"code", "device", "name", "office", "founding", "nonce", "at"}, "device")
    try:
        return Enrol(
            code=match(_CODE, said["code"]),
            device=said["device"],
            name=clean(single_line(said["name"])),
            office=match(OFFICE, said["office"]),
            founding=match(KEY, said["founding"]),
            nonce=match(MARK, said["nonce"]),
            at=moment(said["at"]),
        )
    except ValueError:
        raise Damaged("enrol_damaged") from None


def write_enrolled(answer: Enrolled, secret: bytes) -> bytes:
    """Give the answer's bytes, signed by the receiver."""
    return _write("enrolled", answer.__dict__, secret)


def read_enrolled(data: bytes, asked: Enrol) -> Enrolled:
    """Read the answer to just this request; raises Damaged (enrolled_damaged), Refused (…_unsigned)."""
    names = {"server", "incarnation", "device", "nonce", "name", "writer", "at"}
    said = _read("enrolled", data, names, "server")
    try:
        found = Enrolled(
            server=said["server"],
            incarnation=match(MARK, said["incarnation"]),
            device=match(KEY, said["device"]),
            nonce=match(MARK, said["nonce"]),
            name=clean(single_line(said["name"])),
            writer=match(KEY, said["writer"]),
            at=moment(said["at"]),
        )
        if (found.device, found.nonce) != (asked.device, asked.nonce):
            raise ValueError("another's answer")
    except ValueError:
        raise Damaged("enrolled_damaged") from None
    return found


def _write(what: str, said: dict[str, Any], secret: bytes) -> bytes:
    inside = dump(said)
    return dump({"says": said, "sig": b64encode(sign(what, secret, inside)).decode("ascii"), "v": VERSION})


def _read(what: str, data: bytes, names: set[str], signer: str) -> dict[str, Any]:
    try:
        outer = exactly(load(data, LONGEST), {"says", "sig", "v"})
        said = dict(exactly(outer["says"], names))
        by = bytes.fromhex(match(KEY, said[signer]))
        signed = signature(outer["sig"])
        if type(outer["v"]) is not int or outer["v"] != VERSION:
            raise ValueError("version")
    except (Damaged, KeyError, TypeError, ValueError):
        raise Damaged(f"{what}_damaged") from None
    if not is_signed(what, by, dump(said), signed):
        raise Refused(f"{what}_unsigned")
    return said
