"""What an answer changes: what it brought is held, its receipt kept, and the peer remembered as it said."""

from dataclasses import dataclass, replace

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.store import exchange, outgoing, peers, receipts
from hbp_desktop.store.peers import Conn, Peer
from hbp_desktop.store.receipts import Kept
from hbp_desktop.sync import trouble
from hbp_desktop.sync.batch import LARGEST_BATCH, Batch, read_batch
from hbp_desktop.sync.client import OCTETS, Heard
from hbp_desktop.sync.frames import LENGTH
from hbp_desktop.sync.messages import Answer, Ask, read_answer, receipt_bytes, split

_FEW = 4 * 1024  # bytes that say nothing of what an entry costs
_STALE = "stale"


@dataclass(frozen=True)
class Said:
    """A verified answer, the whole batches behind it, and what cut those short (None: nothing did)."""

    answer: Answer
    batches: tuple[Batch, ...]
    why: HbpError | None


@dataclass(frozen=True)
class Settled:
    """What an answer changed: entries new here, entries and matters newly signed for.

    moved: the peer holds other heads than when last heard of. forgotten: the last receipt, where the peer no
    longer holds what it signed for.
    """

    taken: int = 0
    acknowledged: int = 0
    matters: int = 0
    moved: bool = False
    forgotten: Kept | None = None


def read(heard: Heard, ask: Ask) -> Said:
    """Believe an answer to just this ask, signed by whom it was for; raises HbpError where it is none."""
    if heard.status != 200 or heard.kind != OCTETS:
        raise trouble.of_status(heard)
    try:
        message, signature, rest = split(heard.data)
    except HbpError:
        raise heard.why or trouble.answer_strange() from None
    try:
        answer = read_answer(message, signature)
    except HbpError as error:
        raise trouble.of_message(error) from None
    if answer.server != ask.server:
        raise trouble.other_server()
    if (answer.device, answer.n) != (ask.device, ask.n):
        raise trouble.answer_strange()
    batches, whole = _batches(rest, bytes.fromhex(ask.server))
    why = heard.why or (None if whole else trouble.answer_strange())
    return Said(answer, batches, why)


def settle(conn: Conn, peer: Peer, ask: Ask, said: Said, now: int) -> Settled:
    """Change what an answer says, within the caller's transaction; only here is anything sent.

    What came with it is taken after: until then the next ask tells that it is lacking.
    """
    answer = said.answer
    forgotten = _forgotten(conn, peer, answer)
    exchange.pin(conn, answer.pins)
    moved: dict[str, tuple[int, int]] = {}
    if answer.receipt is not None:
        moved = receipts.acknowledge(conn, peer.key, answer.receipt.held, answer.receipt.at)
    matters = outgoing.matters_between(conn, moved)
    entries = sum(upto - above for above, upto in moved.values())
    _keep_receipt(conn, peer.key, answer, entries, matters, now)
    verdict = answer.verdict
    receipts.keep_verdict(conn, peer.key, verdict.upto, verdict.not_counted)
    peers.keep(conn, _heard(peer, ask, answer, now))
    return Settled(0, entries, matters, answer.vector != peer.vector, forgotten)


def measured(peer: Peer, sent: int, entries: int, speed: int) -> Peer:
    """Learn how fast the line is upward, bytes a second, and what an entry costs on it."""
    if not entries or sent < _FEW:
        return replace(peer, speed=speed)
    return replace(peer, speed=speed, granted=replace(peer.granted, cost=max(1, sent // entries)))


def _forgotten(conn: Conn, peer: Peer, answer: Answer) -> Kept | None:
    """Give the last receipt where its giver, still in that incarnation, lacks what it signed to hold."""
    last = receipts.newest(conn, peer.key)
    if not last or last[0].incarnation != answer.incarnation:
        return None
    held = {chain: max(tops.values(), default=0) for chain, tops in answer.vector.items()}
    reached = receipts.reached(conn, peer.key)
    return last[0] if any(seq > held.get(chain, 0) for chain, (seq, _) in reached.items()) else None


def _heard(peer: Peer, ask: Ask, answer: Answer, now: int) -> Peer:
    refused = tuple(one for one in answer.refused if one[1] != _STALE)
    granted = replace(
        peer.granted,
        standing="confirmed",
        grant=answer.grant,
        names_until=answer.names_until,
        refused=refused,
    )
    return replace(
        peer,
        incarnation=answer.incarnation,
        granted=granted,
        vector=answer.vector,
        unsure=False,
        attempts=0,
        contact_at=now,
        error=None,
        error_at=0,
        clock_off=ask.at - answer.at,
    )


def _keep_receipt(conn: Conn, peer: str, answer: Answer, entries: int, matters: int, now: int) -> None:
    receipt = answer.receipt
    if receipt is not None:
        data = receipt_bytes(receipt)
        kept = receipts.Kept(
            receipt.incarnation, receipt.n, receipt.at, entries, matters, data, answer.receipt_signature
        )
        receipts.keep(conn, peer, kept, now)


def _batches(data: bytes, server: bytes) -> tuple[tuple[Batch, ...], bool]:
    """Read the batches that are whole, and say whether all were."""
    found: list[Batch] = []
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + LENGTH], "big")
        end = at + LENGTH + length
        if length > LARGEST_BATCH or end > len(data):
            return tuple(found), False
        try:
            batch = read_batch(data[at + LENGTH : end])
        except HbpError:
            return tuple(found), False
        if batch.sender != server:
            return tuple(found), False
        found.append(batch)
        at = end
    return tuple(found), True
