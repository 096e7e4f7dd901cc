"""How devices become known to the state office: a one-time code, and a request the device signed itself.

A code is for one office and one device, lives a day, and is kept as a hash. Enrolled, a device waits until
a person has compared six words and confirmed it; from then on each request is signed by its key.
"""

import secrets

from sqlalchemy import Connection

from hbp_desktop.domain import enrol_code
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.state_office import identity
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.statements import rows, run
from hbp_desktop.sync.enrolling import Enrol, Enrolled, read_enrol, read_enrolled, write_enrolled

LIFE_S = 24 * 3600  # seconds a code may be used

_CODE = "SELECT office, until, device, answer FROM codes WHERE code = ?"
_MAKE = "INSERT INTO codes (code, office, made, until, device, answer) VALUES (?, ?, ?, ?, '', ?)"
_USE = "UPDATE codes SET device = ?, answer = ? WHERE code = ? AND device IN ('', ?)"
_ENTER = """
    INSERT INTO devices (device, office, founding, name, asked, confirmed, revoked, "grant", names_until, n,
                         receipts, heard, clock_off, stated)
    VALUES (?, ?, ?, ?, ?, 0, 0, 'none', '', 0, 0, 0, 0, '{}')
    ON CONFLICT (device) DO NOTHING
"""
_NAME_ANEW = """
    UPDATE devices SET name = ?, asked = ? WHERE device = ? AND office = ? AND founding = ? AND revoked = 0
"""
_WAIT_ANEW = """
    UPDATE devices SET office = ?, founding = ?, name = ?, asked = ?, confirmed = 0, revoked = 0,
                       "grant" = 'none', names_until = '' WHERE device = ?
"""


def make_code(conn: Connection, office: str, now: int) -> str:
    """Make a code for one device of an office, to hand over today; it is shown once and kept as a hash."""
    code = enrol_code.write(secrets.randbits(enrol_code.BITS))
    run(conn, _MAKE, (enrol_code.kept_as(code), office, now, now + LIFE_S, b""))
    return code


def enrol(conn: Connection, keys: Keys, data: bytes, now: int) -> bytes:
    """Take up a device that asks with a code; the same request again gets the very same answer.

    Raises Damaged (enrol_damaged), Refused (enrol_unsigned, enrol_code_mistyped, enrol_code_unknown,
    enrol_code_old, enrol_code_used, enrol_code_other_office).
    """
    asked = read_enrol(data)
    kept_as = enrol_code.kept_as(enrol_code.read(asked.code))
    found = rows(conn, _CODE, (kept_as,))
    if not found:
        raise Refused("enrol_code_unknown")
    office, until, device, answer = found[0]
    if device not in ("", asked.device):
        raise Refused("enrol_code_used")
    if answer and _answers(answer, asked):
        return bytes(answer)
    if device and _is_revoked(conn, asked.device):
        raise Refused("enrol_code_used")  # who was turned away needs a new one from a person
    if now > until:
        raise Refused("enrol_code_old")
    if asked.office != office:
        raise Refused("enrol_code_other_office", office=asked.office)
    answer = _answer(conn, keys, asked, now)
    if run(conn, _USE, (asked.device, answer, kept_as, asked.device)) != 1:
        raise Refused("enrol_code_used")  # by another device, in this very moment
    _enter(conn, asked, now)
    return answer


def _is_revoked(conn: Connection, device: str) -> bool:
    return bool(rows(conn, "SELECT 1 FROM devices WHERE device = ? AND revoked > 0", (device,)))


def _answers(answer: bytes, asked: Enrol) -> bool:
    """Tell whether an answer given before is to just this request."""
    try:
        return read_enrolled(answer, asked).device == asked.device
    except Damaged:  # to an earlier request of this device
        return False


def _answer(conn: Connection, keys: Keys, asked: Enrol, now: int) -> bytes:
    own = identity.read(conn)
    said = Enrolled(keys.key, own.incarnation, asked.device, asked.nonce, own.name, keys.writer_key, now)
    return write_enrolled(said, keys.identity)


def _enter(conn: Connection, asked: Enrol, now: int) -> None:
    """Enter a device, to wait; one that is known and asks for the same office stays what it is."""
    founding = bytes.fromhex(asked.founding)
    if run(conn, _ENTER, (asked.device, asked.office, founding, asked.name, now)):
        return
    if not run(conn, _NAME_ANEW, (asked.name, now, asked.device, asked.office, founding)):
        run(conn, _WAIT_ANEW, (asked.office, founding, asked.name, now, asked.device))
