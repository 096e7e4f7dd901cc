"""When each device was last heard and what it said of itself then, for who looks at the whole state."""

import json

from sqlalchemy import Connection

from hbp_desktop.state_office.statements import rows
from hbp_desktop.sync.heard_message import ROOM, size_of
from hbp_desktop.sync.told import LaptopHeard

_DEVICES = """
    SELECT office, device, name, confirmed, revoked, heard, clock_off, stated
    FROM devices ORDER BY heard DESC, office, device
"""


def laptops(conn: Connection) -> tuple[tuple[LaptopHeard, ...], int]:
    """Give the devices of every office, the last heard first, and how many more did not fit."""
    found, room = [], ROOM
    every = rows(conn, _DEVICES)
    for row in every:
        office, device, name, confirmed, revoked, heard, off, stated = row
        one = LaptopHeard(office, device, name, confirmed, revoked, heard, off, json.loads(stated))
        room -= size_of(one)
        if room < 0:
            break
        found.append(one)
    return tuple(found), len(every) - len(found)
