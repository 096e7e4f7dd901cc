"""When each office's devices were last heard, and what they said then: the message `heard` of a state office.

Signed by the server for this purpose (*what* = `heard`). It names the device that asked and the mark it asked
with, so that no older list passes for the answer.
"""

from typing import Any

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.errors import Damaged
from hbp_desktop.domain.strict import KEY, LATEST, MARK, OFFICE, exactly, match, moment, number, single_line
from hbp_desktop.domain.text import clean
from hbp_desktop.sync.messages import VERSION, checked, signed_message, stated_in
from hbp_desktop.sync.told import HeardList, LaptopHeard

LONGEST_HEARD = 1024 * 1024  # bytes: a few thousand devices
ROOM = LONGEST_HEARD - 4 * 1024  # of them for the devices themselves

_LAPTOP = {"clock_off", "confirmed", "device", "heard", "name", "office", "revoked", "stated"}


def write_heard(told: HeardList, secret: bytes) -> bytes:
    """Give a list's bytes, signed by the server."""
    said = {
        "at": told.at,
        "device": told.device,
        "laptops": [_out(one) for one in told.laptops],
        "left": told.left,
        "mark": told.mark,
        "server": told.server,
        "v": VERSION,
    }
    return signed_message("heard", said, told.server, secret)


def read_heard(data: bytes, signature: bytes) -> HeardList:
    """Read a list (without its length); raises Damaged (heard_damaged), Refused (heard_newer, …_unsigned)."""
    names = {"at", "device", "laptops", "left", "mark", "server", "v"}
    said = checked("heard", data, signature, names, "server", LONGEST_HEARD)
    try:
        if type(said["laptops"]) is not list:
            raise ValueError("laptops")
        return HeardList(
            server=said["server"],
            device=match(KEY, said["device"]),
            mark=match(MARK, said["mark"]),
            at=moment(said["at"]),
            laptops=tuple(_in(one) for one in said["laptops"]),
            left=number(said["left"]),
        )
    except (KeyError, TypeError, ValueError):
        raise Damaged("heard_damaged") from None


def size_of(one: LaptopHeard) -> int:
    """Give how many bytes a device takes in a list."""
    return len(dump(_out(one))) + 1


def _out(one: LaptopHeard) -> dict[str, Any]:
    return {
        "clock_off": one.clock_off,
        "confirmed": one.confirmed,
        "device": one.device,
        "heard": one.heard,
        "name": one.name,
        "office": one.office,
        "revoked": one.revoked,
        "stated": dict(one.stated),
    }


def _in(found: Any) -> LaptopHeard:
    said = exactly(found, _LAPTOP)
    off = said["clock_off"]
    if type(off) is not int or abs(off) > LATEST:
        raise ValueError("clock_off")
    return LaptopHeard(
        office=match(OFFICE, said["office"]),
        device=match(KEY, said["device"]),
        name=clean(single_line(said["name"])),
        confirmed=moment(said["confirmed"]),
        revoked=moment(said["revoked"]),
        heard=moment(said["heard"]),
        clock_off=off,
        stated=stated_in(said["stated"]),
    )
