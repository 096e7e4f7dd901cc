"""One round with a state office: take, send, settle, compare; and when to try again.

Nothing counts as sent because it was sent. `sync.settling` alone moves what is acknowledged, by a receipt
that proves itself; a round that breaks off anywhere leaves that as it was, and the next one asks first.
"""

from collections.abc import Callable
from contextlib import suppress

from hbp_desktop.domain.errors import HbpError, Problem, Refused
from hbp_desktop.store import peers
from hbp_desktop.store.peers import Conn, Peer
from hbp_desktop.store.vault import Vault
from hbp_desktop.sync import backing_off, hearing, sanity
from hbp_desktop.sync.batch import POOR_LINE
from hbp_desktop.sync.client import Line
from hbp_desktop.sync.round import Act, Outcome, Round, Stopped

Carry = Callable[[Line, Round], None]


def run(vault: Vault, act: Act, carry: Carry | None = None) -> Outcome:
    """Carry a whole round; what goes wrong is in the outcome, and kept with the time of the next try.

    `carry` takes what is no record, once the records are through. Raises Refused (sync_not_enrolled).
    """
    with vault.read() as conn:
        peer = peers.state_office(conn)
        if peer is None:
            raise Refused("sync_not_enrolled")
        secret = peers.secret_of(conn, peer.granted.device)
    carried = Outcome()
    try:
        if secret is None:
            raise Refused("sync_device_lost")
        with Line(peer.url, peer.ca, act.patience) as line:
            going = Round(vault, act, line, peer.key, secret, carried)
            going.run()
            sanity.compare(going)
            if carry is not None:
                carry(line, going)
            hearing.ask_if_due(going)
        _note_success(vault, act)
    except Stopped:
        carried.stopped = True
    except HbpError as error:
        carried.problem = Problem(error.code, values=error.values)
        _note_failure(vault, peer.key, error, act)
    return carried


def _note_success(vault: Vault, act: Act) -> None:
    with vault.write() as conn:
        if (peer := peers.state_office(conn)) is not None:
            peers.note_success(conn, peer.key, backing_off.after_success(act.clock(), act.chance))


def _note_failure(vault: Vault, key: str, error: HbpError, act: Act) -> None:
    with suppress(HbpError), vault.write() as conn:  # a full disk keeps no note; the trouble is told anyway
        peer = peers.state_office(conn)
        if peer is None or peer.key != key:
            return
        now, wait = act.clock(), error.values.get("wait", 0)
        seconds = wait if isinstance(wait, int) else 0
        next_at = backing_off.after_failure(peer.attempts + 1, now, seconds, act.chance)
        peers.note_failure(conn, peer, Problem(error.code, values=error.values), now, next_at)
        _learn(conn, peer, error.code)


def _learn(conn: Conn, peer: Peer, code: str) -> None:
    """Remember what the peer said, unproven as it is: it only changes what is shown and tried."""
    said = {"sync_waiting": "waiting", "sync_revoked": "revoked", "sync_unknown": "unknown"}.get(code)
    if said is not None:
        peers.note_granted(conn, peer.key, standing=said)
    if code == "sync_too_large":
        peers.note_granted(conn, peer.key, most=POOR_LINE)
