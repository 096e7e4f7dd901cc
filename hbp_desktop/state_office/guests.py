"""The devices that come: who may exchange, and what is remembered of each round that takes effect."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from hbp_desktop.domain.canonical import dump
from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office.statements import among, rows, run
from hbp_desktop.sync.messages import Ask
from hbp_desktop.sync.receiver import Guest

_LONGEST_STATED = 4_000  # characters of what a device says of itself

_ROW = 'SELECT office, "grant", names_until, confirmed, revoked, n FROM devices WHERE device = ?'
_ROWS = """
    SELECT device, office, "grant", names_until, confirmed, revoked, n FROM devices WHERE device IN ({})
"""
ENTER = """
    UPDATE devices SET n = ?, heard = ?, clock_off = ?, stated = ?, receipts = receipts + ?
    WHERE device = ? AND n < ? AND confirmed > 0 AND revoked = 0
    RETURNING receipts, (SELECT incarnation FROM identity) AS incarnation
"""
_MOVE = "UPDATE devices SET n = ? WHERE device = ? AND n < ? AND confirmed > 0 AND revoked = 0"


def welcome(conn: Connection, ask: Ask) -> Guest:
    """Let in a device that may exchange; raises Refused (device_…, ask_replayed)."""
    office, grant, names_until, n = _allowed(conn, ask.device)
    if ask.n <= n:
        raise Refused("ask_replayed", n=n)
    return Guest(ask, office, grant, names_until)


def welcome_several(conn: Connection, asks: Sequence[Ask]) -> dict[str, Guest]:
    """Let in, of devices that ask, those that may exchange; by device."""
    found = rows(conn, _ROWS.format(among(len(asks))), [ask.device for ask in asks])
    may = {row[0]: row[1:] for row in found}
    let_in = {}
    for ask in asks:
        office, grant, names_until, confirmed, revoked, n = may.get(ask.device, ("", "", "", 0, 0, 0))
        if confirmed and not revoked and ask.n > n:
            let_in[ask.device] = Guest(ask, office, grant, names_until)
    return let_in


def entering(guest: Guest, at: int, receipt: bool) -> tuple[object, ...]:
    """Give the values of ENTER, which lets a round take effect.

    That is its n, what the device said, and a receipt's number where it gets one: written in the same
    transaction as what it brought, so that of two rounds of one device only the later can end.
    """
    ask = guest.ask
    numbered = int(receipt and not guest.number)
    beyond = ask.n + 1 if guest.incarnation else ask.n  # it entered with batches that came before
    return ask.n, at, ask.at - at, _told(ask.stated), numbered, ask.device, beyond


def entered(guest: Guest, receipt: bool, receipts: int, incarnation: str) -> None:
    """Remember what ENTER returned."""
    guest.incarnation = incarnation
    if receipt and not guest.number:
        guest.number = receipts


def enter(conn: Connection, guest: Guest, at: int, receipt: bool) -> None:
    """Let a round take effect; raises Refused as `welcome` does."""
    found = rows(conn, ENTER, entering(guest, at, receipt))
    if not found:
        raise refusal(conn, guest.ask.device)
    entered(guest, receipt, *found[0])


def check(conn: Connection, guest: Guest) -> None:
    """Raise Refused where a round may not take effect any more."""
    _, _, _, n = _allowed(conn, guest.ask.device)
    if n > guest.ask.n or (n == guest.ask.n and not guest.incarnation):
        raise Refused("ask_replayed", n=n)


def move_on(conn: Connection, device: str, n: int) -> None:
    """Take a signed request's n, once; raises Refused as `welcome` does."""
    if not run(conn, _MOVE, (n, device, n)):
        raise refusal(conn, device)


def standing(conn: Connection, device: str) -> tuple[str, str]:
    """Give a device's office and grant; raises Refused (device_…)."""
    office, grant, _, _ = _allowed(conn, device)
    return office, grant


def receipts(conn: Connection, device: str) -> int:
    """Give the number of the last receipt a device got in this incarnation."""
    found = rows(conn, "SELECT receipts FROM devices WHERE device = ?", (device,))
    return int(found[0][0]) if found else 0


def _allowed(conn: Connection, device: str) -> tuple[str, str, str, int]:
    found = rows(conn, _ROW, (device,))
    if not found:
        raise Refused("device_unknown")
    office, grant, names_until, confirmed, revoked, n = found[0]
    if revoked:
        raise Refused("device_revoked")
    if not confirmed:
        raise Refused("device_waiting")
    return office, grant, names_until, n


def refusal(conn: Connection, device: str) -> Refused:
    """Say why a device's number did not move."""
    _, _, _, n = _allowed(conn, device)
    return Refused("ask_replayed", n=n)


def _told(stated: Mapping[str, int | str]) -> str:
    text = dump(dict(stated)).decode("utf-8")
    return text if len(text) <= _LONGEST_STATED else "{}"
