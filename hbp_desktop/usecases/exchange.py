"""To the state office and back: where this laptop stands with it, and one whole round."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from hbp_desktop import __version__
from hbp_desktop.domain.errors import HbpError
from hbp_desktop.domain.exchange import (
    Enrolled,
    LookLine,
    Mark,
    Phase,
    ReceiptLine,
    RoundResult,
    Standing,
)
from hbp_desktop.store import backup, blobs, journal, outgoing, peers, whereabouts, whole_state
from hbp_desktop.store import exchange as entries_held
from hbp_desktop.store import receipts as kept
from hbp_desktop.store.incarnation import device_name
from hbp_desktop.store.peers import Peer
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.whereabouts import Aside
from hbp_desktop.sync import backing_off, blob_road, outbox, trouble
from hbp_desktop.sync.client import Patience
from hbp_desktop.sync.messages import read_receipt
from hbp_desktop.sync.round import Act
from hbp_desktop.usecases import enrolling
from hbp_desktop.usecases.office import Office

__all__ = ["Enrolled", "LookLine", "Mark", "Phase", "ReceiptLine", "RoundResult", "Standing"]

Step = Callable[[int, int, str], None]

_WHY = {  # what a state office says of entries that do not count: our words for it, and whose turn it is
    "device_not_admitted": ("look_not_admitted", "administrator"),
    "device_revoked": ("look_revoked", "administrator"),
    "body_unreadable": ("look_unreadable", "state"),
    "newer": ("look_newer", "state"),
}


def standing(office: Office) -> Standing:
    """Tell how this laptop stands with its state office; cheap, also while a round runs."""
    office.ask("sync.see")
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
        if peer is None:
            alone = outgoing.waiting_without(conn, office.code)
            return Standing(
                waiting=alone.waiting, matters_waiting=alone.matters_waiting, matters=alone.matters
            )
        tally = outgoing.tally(conn, peer, office.code)
        pictures, picture_bytes = blobs.amounts(conn)
    granted, confirming = peer.granted, peer.granted.standing == "waiting"
    bytes_waiting = tally.waiting * granted.cost
    return Standing(
        enrolled=True,
        peer_name=peer.name,
        url=peer.url,
        phase=_phase(peer, tally.not_counted + len(granted.refused)),
        **tally.__dict__,
        bytes_waiting=bytes_waiting,
        seconds_left=-(-bytes_waiting // peer.speed) if peer.speed else None,
        last_contact=peer.contact_at,
        last_error=peer.error,
        next_try=peer.next_at,
        clock_off=peer.clock_off,
        words=enrolling.six_words(peer.key, granted.device) if confirming else (),
        grant=granted.grant,
        names_until=granted.names_until,
        attachments_waiting=pictures,
        attachments_bytes=picture_bytes,
    )


def receipts(office: Office, most: int = 20) -> tuple[ReceiptLine, ...]:
    """List the newest receipts, newest first."""
    office.ask("sync.see")
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
        found = kept.newest(conn, peer.key, most) if peer else ()
        return tuple(_receipt_line(conn, one) for one in found)


def look_list(office: Office) -> tuple[LookLine, ...]:
    """List what the state office holds and does not count, or could not hold: why, and whose turn it is."""
    office.ask("sync.see")
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
        found = whereabouts.asides(conn, peer) if peer else ()
    broken = peer.granted.refused if peer else ()
    lines = [_look_line(one) for one in found]
    return (*lines, *(LookLine("chain", chain, 0, "look_broken", "administrator") for chain, _, _ in broken))


def marks(office: Office, subjects: Sequence[str]) -> Mapping[str, Mark]:
    """Tell for each visit or matter where its entries lie; a visit's matters belong to it.

    Other offices' came from the state office.
    """
    office.ask("sync.see")
    with office.vault.read() as conn:
        theirs = whole_state.others(conn, subjects)
        found = whereabouts.marks(conn, peers.state_office(conn), subjects)
    return {**found, **dict.fromkeys(theirs, "there")}


def there_since(office: Office, subject: str) -> int | None:
    """Give since when the state office has a record and counts it; set once, None while it has not."""
    office.ask("sync.see")
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
        return whereabouts.there_since(conn, peer, subject) if peer else None


def enrol(office: Office, url: str, code: str, ca: bytes | None = None) -> Enrolled:
    """Become known to a state office with its one-time code; see `usecases.enrolling`."""
    return enrolling.enrol(office, url, code, ca)


def round(
    office: Office, vault: Vault, step: Step, stop: Callable[[], bool], patience: Patience | None = None
) -> RoundResult:
    """Take and send until neither end has more; blocking, `vault` may be a twin of the office's.

    step hears bytes done, bytes in all and a code (`taking`, `sending`, `comparing`, `attachments`); stop is
    asked between requests and batches. What goes wrong is in the result, and kept for the next try.
    Raises Refused (not_allowed, sync_not_enrolled).
    """
    office.ask("sync.run")
    act = Act(
        office=office.code,
        officer=office.officer_id,
        clock=lambda: office.now,
        step=step,
        stop=stop,
        signing=office.opened.keys.signing,
        stated=_stated(office, vault),
        patience=patience,
    )
    came = outbox.run(vault, act, blob_road.carry)
    if came.anew:
        with suppress(HbpError):  # the next opening brings the anchor up as well
            office.opened.remember()
    newest = receipts(office, 1) if came.receipt else ()
    return RoundResult(
        sent=came.sent,
        taken=came.taken,
        matters=came.matters,
        receipt=newest[0] if newest else None,
        problem=came.problem,
        stopped=came.stopped,
    )


def listen(office: Office) -> None:
    """Have the next round ask what the state office heard of the state's laptops, however lately it did."""
    office.ask("sync.run")
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
    if peer is not None and peer.granted.grant == "state" and peer.granted.listed:
        with office.vault.write() as conn:
            peers.note_granted(conn, peer.key, listed=0)


def due(office: Office) -> int:
    """Tell when the next automatic try is due, seconds since 1970, UTC; 0 for never."""
    office.ask("sync.see")
    with office.vault.read() as conn:
        peer = peers.state_office(conn)
        if peer is None:
            return 0
        waiting = outgoing.tally(conn, peer, office.code).waiting if peer.error is None else 0
    return backing_off.due(peer.next_at, peer.contact_at, office.now, waiting > 0)


def stated(office: Office) -> Mapping[str, int | str]:
    """Give what this laptop says of itself at each exchange.

    backup, free, held (entries), name, newest, version, waiting.
    """
    office.ask("sync.see")
    return _stated(office, office.vault)


def _phase(peer: Peer, look: int) -> Phase:
    if peer.granted.standing == "waiting" and (peer.error is None or peer.error.code == "sync_waiting"):
        return "confirming"
    if peer.error is not None:
        return "offline" if peer.error.code in trouble.OFFLINE else "look"
    if look:
        return "look"
    return "connected" if peer.contact_at else "idle"


def _receipt_line(conn: peers.Conn, one: kept.Kept) -> ReceiptLine:
    receipt = read_receipt(one.data, one.signature)
    held = receipt.held.items()
    matched = all(kept.is_held(conn, chain, seq, top) for chain, (seq, top) in held)
    return ReceiptLine(receipt.name, one.at, one.entries, one.matters, matched)


def _look_line(one: Aside) -> LookLine:
    why, who = _WHY.get(one.why, ("look_other", "state"))
    return LookLine(one.kind, one.subject, one.entries, why, "state" if who == "state" else "administrator")


def _stated(office: Office, vault: Vault) -> Mapping[str, int | str]:
    """Say what the state office may know of this laptop: nothing of any client."""
    with vault.read() as conn:
        peer = peers.state_office(conn)
        waiting = outgoing.tally(conn, peer, office.code).waiting if peer else 0
        held = sum(entries for entries, _ in entries_held.sums(conn).values())
        _, last = journal.own_end(conn)
    copy = backup.newest(office.opened.paths.backups)
    return {
        "backup": copy.manifest.made_at if copy else 0,
        "free": shutil.disk_usage(vault.path.parent).free,
        "held": held,
        "name": device_name(),
        "newest": last.header.at if last else 0,
        "version": __version__,
        "waiting": waiting,
    }
