"""The devices a state office knows: confirmed by a person, granted what they may pull, revoked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection

from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office.standing import doubt_all
from hbp_desktop.state_office.statements import rows, run
from hbp_desktop.sync.messages import fingerprint
from hbp_desktop.usecases.fingerprints import six_words

GRANTS = ("none", "own", "state")
LEAST = 4  # characters of a key that name a device

State = Literal["waiting", "confirmed", "revoked"]

_DEVICES = """
    SELECT d.device, d.office, d.founding, d.name, d.asked, d.confirmed, d.revoked, d."grant", d.names_until,
           d.heard, d.clock_off, d.stated, o.founding
    FROM devices d LEFT JOIN offices o ON o.office = d.office ORDER BY d.office, d.asked, d.device
"""
_PIN = "INSERT INTO offices (office, founding, since) VALUES (?, ?, ?) ON CONFLICT (office) DO NOTHING"
_CONFIRM = "UPDATE devices SET confirmed = ?, \"grant\" = 'own' WHERE device = ?"
_GRANT = 'UPDATE devices SET "grant" = ?, names_until = ? WHERE device = ?'
_REVOKE = "UPDATE devices SET revoked = ?, \"grant\" = 'none', names_until = '' WHERE device = ?"


@dataclass(frozen=True)
class Known:
    """A device as the state office knows it; `stated` is what it said of itself when last `heard`, 0 never.

    `founding_differs`: its office was confirmed with another founding, so nothing of it would count.
    """

    key: str
    words: str
    office: str
    founding: bytes = field(repr=False)
    name: str
    asked: int
    confirmed: int
    revoked: int
    grant: str
    names_until: str
    heard: int
    clock_off: int
    stated: Mapping[str, Any]
    founding_differs: bool

    @property
    def state(self) -> State:
        """Tell how it stands."""
        return "revoked" if self.revoked else "confirmed" if self.confirmed else "waiting"


def devices(conn: Connection, server: str) -> list[Known]:
    """List every device by office, the oldest first; `server` is this state office's key."""
    return [_known(row, server) for row in rows(conn, _DEVICES)]


def find(conn: Connection, server: str, text: str) -> Known:
    """Give the device of a name, its six words or the beginning of its key, which no other shares.

    Raises Refused (state_device_unknown, state_device_several).
    """
    wanted = " ".join(text.split()).casefold()
    every = devices(conn, server)
    fitting = [one for one in every if wanted in (one.name.casefold(), one.words, one.key)]
    if not fitting and len(wanted) >= LEAST:
        fitting = [one for one in every if one.key.startswith(wanted)]
    if not fitting:
        raise Refused("state_device_unknown", text=text)
    if len(fitting) > 1:
        raise Refused("state_device_several", text=text, keys=", ".join(one.key[:12] for one in fitting))
    return fitting[0]


def confirm(conn: Connection, one: Known, now: int, accept_founding: bool = False) -> None:
    """Let a device in; the first one of an office pins its founding.

    With `accept_founding` the office is judged by this device's founding from now on. Raises Refused
    (state_device_revoked, state_founding_other).
    """
    if one.revoked:
        raise Refused("state_device_revoked", name=one.name)
    pinned_now = run(conn, _PIN, (one.office, one.founding, now))
    (pinned,) = rows(conn, "SELECT founding FROM offices WHERE office = ?", (one.office,))[0]
    if pinned != one.founding:
        if not accept_founding:
            raise Refused("state_founding_other", name=one.name, office=one.office)
        run(conn, "UPDATE offices SET founding = ? WHERE office = ?", (one.founding, one.office))
    if pinned_now or pinned != one.founding:
        doubt_all(conn, one.office)
    if not one.confirmed:
        run(conn, _CONFIRM, (now, one.key))


def grant(conn: Connection, one: Known, to: str, names_until: date | None, today: date) -> None:
    """Say what a confirmed device may pull; names of the whole state only up to a day, that day included.

    Raises Refused (state_device_waiting, state_device_revoked, state_grant_unknown, state_names_past,
    state_names_need_state).
    """
    if one.state != "confirmed":
        raise Refused(f"state_device_{one.state}", name=one.name)
    if to not in GRANTS:
        raise Refused("state_grant_unknown", text=to)
    if names_until is not None and to != "state":
        raise Refused("state_names_need_state")
    if names_until is not None and names_until < today:
        raise Refused("state_names_past", date=names_until.isoformat())
    run(conn, _GRANT, (to, names_until.isoformat() if names_until else "", one.key))


def revoke(conn: Connection, one: Known, now: int) -> None:
    """Turn a device away from now on; what it gave stays held."""
    if not one.revoked:
        run(conn, _REVOKE, (now, one.key))


def _known(row: Any, server: str) -> Known:
    *_, stated, pinned = row
    key, office, founding, name, asked, confirmed, revoked, granted, names_until, heard, clock_off = row[:11]
    return Known(
        key=key,
        words=" ".join(six_words().of(fingerprint(server, key))),
        office=office,
        founding=founding,
        name=name,
        asked=asked,
        confirmed=confirmed,
        revoked=revoked,
        grant=granted,
        names_until=names_until,
        heard=heard,
        clock_off=clock_off,
        stated=json.loads(stated),
        founding_differs=pinned is not None and pinned != founding,
    )
