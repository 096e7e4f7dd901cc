"""A round under way: each request takes and sends, until neither end has more."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from time import sleep

from hbp_desktop.domain.chain import Range, Vector
from hbp_desktop.domain.errors import Problem, Refused
from hbp_desktop.store import exchange, journal, outgoing, peers, receipts
from hbp_desktop.store.incarnation import begin_anew, device_name
from hbp_desktop.store.peers import Conn, Peer
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.work import Writer
from hbp_desktop.sync import outgoing_batches, settling, trouble
from hbp_desktop.sync.client import MOST_TOLD, OCTETS, Heard, Line, Patience
from hbp_desktop.sync.frames import LENGTH, framed
from hbp_desktop.sync.messages import LONGEST_MESSAGE, MOST_BATCHES, Answer, Ask, sign_request, write_ask
from hbp_desktop.sync.settling import Said, Settled
from hbp_desktop.sync.sizing import Sizing

ROOM = 256 * 1024  # bytes of batches wanted back at once; more comes in larger batches, each held at one go
_POOR_ROOM = 64 * 1024
_POOR = 32 * 1024  # bytes a second
_GIVE_WAY = 0.001  # seconds in which who waits to write takes the turn
_FURTHEST_JUMP = 2**40
_REPLAYS = 3
_DONE = (200, 201, 204, 206)


@dataclass(frozen=True)
class Act:
    """For whom a round is carried, and how; `signing` is the key of who sits here, for a device key anew.

    step hears bytes done, bytes in all, a code. stop is asked before each request and batch.
    """

    office: str
    officer: str
    clock: Callable[[], int]
    step: Callable[[int, int, str], None]
    stop: Callable[[], bool]
    signing: bytes | None = field(default=None, repr=False)
    stated: Mapping[str, int | str] = field(default_factory=dict)
    patience: Patience | None = None
    chance: Callable[[], float] = random.random


@dataclass
class Outcome:
    """What came of a round: entries sent and new here, what was newly signed for, and the trouble if any."""

    sent: int = 0
    taken: int = 0
    acknowledged: int = 0
    matters: int = 0
    problem: Problem | None = None
    stopped: bool = False
    anew: bool = False
    receipt: bool = False


@dataclass(frozen=True)
class Sending:
    """What a request carries: what is told as held here and there; the chains sent, beyond which heads."""

    have: Vector
    base: Vector = field(default_factory=dict)
    beyond: Vector = field(default_factory=dict)
    seen: tuple[str, int] = ("", 0)
    only: Callable[[Range], bool] | None = None


class Stopped(Exception):
    """Who asked for the round wants it no longer."""


class Round:
    """A round over one kept connection. `answer`: the last one, verified."""

    def __init__(self, vault: Vault, act: Act, line: Line, key: str, secret: bytes, carried: Outcome) -> None:
        self.vault, self.act, self.line, self.key, self.secret = vault, act, line, key, secret
        self.carried = carried
        self.answer: Answer | None = None
        self.sizing = Sizing()
        self._refused: set[str] = set()

    def run(self) -> None:
        """Take and send until neither end has more; raises HbpError, Stopped."""
        asked_unsigned = False
        while True:
            sending, first, unsigned = self._next()
            settled = self.ask(sending)
            asked_unsigned |= unsigned and not sending.beyond  # a receipt for what came tells of that alone
            more = self.answer is not None and self.answer.more and settled.taken > 0
            lacking, still_unsigned = self._left()
            moved = first or settled.taken or settled.acknowledged or settled.moved
            send = bool(lacking and moved) or not lacking.keys() <= sending.beyond.keys()
            if not (more or send or (still_unsigned and not asked_unsigned)):
                return

    def ask(self, sending: Sending) -> Settled:
        """Make one request and settle its answer; raises HbpError, Stopped."""
        for tried in range(_REPLAYS):
            try:
                return self._ask(sending)
            except Refused as error:
                if error.code != "ask_replayed" or tried == _REPLAYS - 1:
                    raise
                self._jump(int(error.values["n"]))
        raise AssertionError("unreachable")

    def number(self, unsure: bool = False) -> int:
        """Count a request before it is sent; raises Stopped where this round is no longer wanted."""
        self.check()
        with self.vault.write() as conn:
            return peers.ask_once(conn, self.key, unsure)

    def check(self) -> None:
        """Raise Stopped where this round is no longer wanted."""
        if self.act.stop():
            raise Stopped

    def peer(self) -> Peer:
        """Give the peer as it is kept now."""
        with self.vault.read() as conn:
            return self._peer(conn)

    def _peer(self, conn: Conn) -> Peer:
        found = peers.state_office(conn)
        if found is None or found.key != self.key:
            raise Refused("sync_not_enrolled")
        return found

    def _next(self) -> tuple[Sending, bool, bool]:
        """Decide what the next request carries; whether it asks first, and whether it asks for a receipt."""
        with self.vault.write() as conn:
            exchange.sign_own_heads(conn)
            have, peer = exchange.vector(conn), self._peer(conn)
            first = not peer.incarnation or peer.unsure
            lacking: Vector = {} if first else self._lacking(conn, peer, have)
            unsigned = bool(outgoing.unsigned(conn, peer, self.act.office, have))
            number = receipts.last_number(conn, peer.key, peer.incarnation)
        seen = ("", 0) if unsigned else (peer.incarnation, number)
        return Sending(have, peer.vector, lacking, seen), first, unsigned

    def _left(self) -> tuple[Vector, bool]:
        with self.vault.read() as conn:
            have, peer = exchange.vector(conn), self._peer(conn)
            lacking = self._lacking(conn, peer, have)
            return lacking, bool(outgoing.unsigned(conn, peer, self.act.office, have))

    def _lacking(self, conn: Conn, peer: Peer, have: Vector) -> Vector:
        told_all = self.answer is not None and not self.answer.more
        found = outgoing.lacking(conn, peer, self.act.office, have, told_all)
        return {chain: tops for chain, tops in found.items() if chain not in self._refused}

    def _ask(self, sending: Sending) -> Settled:
        peer = self.peer()
        self.sizing.speed = self.sizing.speed or peer.speed
        ask = Ask(
            device=peer.granted.device,
            server=peer.key,
            n=self.number(unsure=bool(sending.beyond)),
            at=self.act.clock(),
            have=sending.have,
            base={chain: sorted(sending.base.get(chain, {})) for chain in sending.beyond},
            seen=sending.seen,
            room=_POOR_ROOM if 0 < peer.speed < _POOR else ROOM,
            stated=self.act.stated,
        )
        flow = _Flow(self, ask, sending, peer)
        most = LONGEST_MESSAGE + ask.room * 2 + MOST_BATCHES * LENGTH
        heard = self.line.post("/v1/round", flow.pieces(), most, Content_Type=OCTETS)
        said = settling.read(heard, ask)
        self.carried.sent += flow.entries
        self.sizing.sent(heard.sent, heard.seconds)
        return self._settle(ask, said, heard.sent, flow.entries)

    def _settle(self, ask: Ask, said: Said, sent: int, entries: int) -> Settled:
        self.answer = said.answer
        with self.vault.write() as conn:
            peer = settling.measured(self._peer(conn), sent, entries, int(self.sizing.speed))
            settled = settling.settle(conn, peer, ask, said, self.act.clock())
        settled = replace(settled, taken=self._take(said))
        with self.vault.write() as conn:
            self._start_anew_if_forked(conn)
        self._refused |= {chain for chain, code, _ in said.answer.refused if code != "stale"}
        self.carried.receipt |= said.answer.receipt is not None
        self.carried.taken += settled.taken
        self.carried.acknowledged += settled.acknowledged
        self.carried.matters += settled.matters
        if settled.forgotten is not None:  # it came back from an older copy: show it what it once signed
            receipt = settled.forgotten
            self.signed("POST", "/v1/receipts", receipt.data + receipt.signature)
        if said.why is not None:
            raise said.why
        return settled

    def _take(self, said: Said) -> int:
        """Hold what came, a batch at a time: whoever saves on this laptop never waits for all of it."""
        taken = 0
        for batch in said.batches:
            sleep(_GIVE_WAY)
            with self.vault.write() as conn:
                taken += len(exchange.take_in(conn, batch.ranges).new)
        return taken

    def _start_anew_if_forked(self, conn: Conn) -> None:
        """Write on in a chain of one's own where another copy of this disk writes in the one so far.

        The other branch, once taken, is the proof: at a peer's mere word no chain is left.
        """
        own = journal.own_device(conn)
        if outgoing.is_forked(conn, own.chain):
            writer = Writer(self.act.officer, self.act.clock())
            begin_anew(conn, writer, device_name(), self.act.signing)
            self.carried.anew = True

    def signed(self, method: str, path: str, body: bytes = b"", most: int = MOST_TOLD) -> Heard:
        """Make a request that is no round; raises HbpError unless it was done."""
        for tried in range(_REPLAYS):
            header = sign_request(self.secret, self.key, self.number(), method, path, body)
            heard = self.line.ask(method, path, body or None, most, Hbp_Signed=header, Content_Type=OCTETS)
            error = heard.why or (None if heard.status in _DONE else trouble.of_status(heard))
            if error is None:
                return heard
            if error.code != "ask_replayed" or tried == _REPLAYS - 1:
                raise error
            self._jump(int(error.values["n"]))
        raise AssertionError("unreachable")

    def _jump(self, last: int) -> None:
        """Go on beyond the number the peer saw last: another copy of this disk, or a backup, asked before."""
        with self.vault.write() as conn:
            peer = self._peer(conn)
            if not 0 <= last - peer.n < _FURTHEST_JUMP:
                raise Refused("sync_not_understood", told="ask_replayed")
            peers.jump(conn, peer.key, last)


class _Flow:
    """The bytes of a request as they go out: the ask, then batches, packed one by one, and their number."""

    def __init__(self, going: Round, ask: Ask, sending: Sending, peer: Peer) -> None:
        self.going, self.ask, self.sending, self.peer = going, ask, sending, peer
        self.entries = 0

    def pieces(self) -> Iterator[bytes]:
        """Give what is to be sent; raises Stopped between batches."""
        lead = write_ask(self.ask, self.going.secret)
        done, most = len(lead), len(lead) + self._expected()
        for data, entries in self._batches():
            self.going.check()
            self.entries += entries
            yield lead + framed(data)
            lead, done = b"", done + len(data) + LENGTH
            self.going.act.step(min(done, most), most, "sending")
        if lead:
            self.going.act.step(0, 0, "taking")
            yield lead

    def _batches(self) -> Iterator[tuple[bytes, int]]:
        if not self.sending.beyond:
            return iter(())
        granted = self.peer.granted
        return outgoing_batches.batches(
            self.going.vault,
            self.going.act.office,
            self.sending.beyond,
            self.going.secret,
            self.going.sizing,
            granted.most,
            self.sending.only,
        )

    def _expected(self) -> int:
        if not self.sending.beyond:
            return 0
        with self.going.vault.read() as conn:
            waiting = outgoing.tally(conn, self.peer, self.going.act.office).waiting
        return waiting * self.peer.granted.cost
