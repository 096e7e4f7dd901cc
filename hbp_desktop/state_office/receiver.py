"""The state office as a receiving end: `sync.receiver.Receiver` upon its database."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.state_office import answering, enrolment, guests, hearing, identity, together
from hbp_desktop.state_office.answering import Holdings, answer_of
from hbp_desktop.state_office.attachments import FOLDER, Attachments
from hbp_desktop.state_office.engine import Database, lock
from hbp_desktop.state_office.giving import Given, give
from hbp_desktop.state_office.holding import hold
from hbp_desktop.state_office.keys import Keys
from hbp_desktop.state_office.statements import rows
from hbp_desktop.sync.batch import Batch, read_batch
from hbp_desktop.sync.heard_message import write_heard
from hbp_desktop.sync.messages import read_ask, read_receipt, read_signed_request, write_answer
from hbp_desktop.sync.receiver import Done, Guest, Whole
from hbp_desktop.sync.told import HeardList
from hbp_desktop.usecases.clock import utc_now

MOST_LINKS = 50_000

_OFFICE_OF = "SELECT office FROM chains WHERE chain = ?"
_LINKS = "SELECT seq, hash FROM entries WHERE chain = ? AND seq > ? ORDER BY seq LIMIT ?"


def _nobody() -> None:
    """Nobody waits for pushes."""


class StateReceiver:
    """Receives for a state office; safe from any thread, and beside other processes on the same database.

    `attachments` is the folder of their files, beside the database where none is given; `pushed` is called
    when new entries are durable.
    """

    def __init__(
        self,
        database: Database,
        keys: Keys,
        attachments: Path | None = None,
        now: Callable[[], int] = utc_now,
        pushed: Callable[[], None] = _nobody,
    ) -> None:
        self.database = database
        self._keys = keys
        self._attachments = Attachments(database, attachments or database.place.folder / FOLDER)
        self._attachments.sweep()
        self._now = now
        self._pushed = pushed

    @property
    def key(self) -> str:
        """The public key that signs answers and receipts, 64 hex."""
        return self._keys.key

    def greet(self, message: bytes, signature: bytes) -> Guest:
        """Authenticate an ask; see `sync.receiver.Receiver`."""
        ask = read_ask(message, signature)
        if ask.server != self.key:
            raise Refused("server_other")
        with self.database.glance() as conn:
            return guests.welcome(conn, ask)

    def take(self, guest: Guest, batches: Sequence[bytes]) -> None:
        """Hold what is new of these batches; those before one at fault are held, it and those after not."""
        read, fault = _read_all(batches, bytes.fromhex(guest.ask.device))
        if read:
            fault = hold(self.database, guest, read, self._now()) or fault
            self._pushed()
        if fault is not None:
            raise fault

    def together(self, rounds: Sequence[Whole]) -> list[Done | None]:
        """Do several rounds as one; see `sync.receiver.Receiver`."""
        came = together.take(self.database, self.key, rounds, self._now())
        let_in = [guest for guest in came if guest is not None]
        if let_in:
            self._pushed()
        answers = iter(self._answers(let_in))
        return [None if guest is None else Done(guest, next(answers)) for guest in came]

    def _answers(self, held: Sequence[Guest]) -> list[list[bytes]]:
        """End rounds whose batches are held; who sees more than an office has a look of its own."""
        own = [guest for guest in held if guest.grant == "own"]
        answers: dict[str, list[bytes]] = {}
        with self.database.glance() as conn:
            seen = Holdings.of_several(conn, [(one.office, one.ask.have) for one in own]) if own else ()
            for guest, holdings in zip(own, seen, strict=True):
                answers[guest.ask.device] = self._told(conn, guest, holdings)
        return [answers.get(one.ask.device) or self.answer(one) for one in held]

    def answer(self, guest: Guest) -> list[bytes]:
        """End the round: the signed answer, then the batches the guest lacks, up to the room it has."""
        if not guest.incarnation:
            self._enter_empty(guest)
        with self.database.glance() as conn:
            held = Holdings.of(conn, guest.office, guest.grant, guest.ask.have)
            return self._told(conn, guest, held)

    def _told(self, conn: Connection, guest: Guest, held: Holdings) -> list[bytes]:
        said = answer_of(guest, held, self._keys, self._now())
        given = Given() if guest.grant == "none" else give(conn, guest.ask, held, self._keys.identity)
        whole = replace(said, more=given.more)
        return [write_answer(whole, self._keys.identity), *given.batches]

    def known(self, header: str, method: str, path: str, body: bytes) -> str:
        """Give the confirmed device that signed a request which is no round; its n moves on."""
        device, n = read_signed_request(header, self.key, method, path, body)
        with self.database.write() as conn:
            guests.move_on(conn, device, n)
        return device

    def links(self, device: str, chain: str, after: int, most: int) -> list[tuple[int, bytes]]:
        """List (seq, hash) held of a chain beyond `after`, by seq; raises Refused (office_other).

        A full list may end inside a fork: who goes on asks for what is beyond the last place that is whole.
        """
        most = max(2, min(most, MOST_LINKS))
        with self.database.glance() as conn:
            office, grant = guests.standing(conn, device)
            its = rows(conn, _OFFICE_OF, (chain,))
            if its and its[0][0] != office and grant != "state":
                raise Refused("office_other")
            found = rows(conn, _LINKS, (chain, after, most))
        return [(seq, entry_hash) for seq, entry_hash in found]

    def remember(self, device: str, receipt: bytes, signature: bytes) -> bool:
        """Hear a receipt of one's own that is newer than anything remembered: begin a new incarnation."""
        said = read_receipt(receipt, signature)
        if said.server != self.key or said.device != device:
            raise Refused("receipt_unsigned")
        with self.database.write() as conn:
            lock(conn, ("identity",))
            mine = identity.read(conn)
            if said.incarnation == mine.incarnation:
                newer = said.n > guests.receipts(conn, device)
            else:
                newer = said.at > mine.since  # of an incarnation that this copy never knew
            if newer:
                identity.begin_anew(conn, self._now())
        return newer

    def enrol(self, data: bytes) -> bytes:
        """Take up a device with its one-time code; the same request again gets the same answer."""
        with self.database.write() as conn:
            return enrolment.enrol(conn, self._keys, data, self._now())

    def heard(self, device: str, mark: str) -> bytes:
        """Tell when each device was last heard; only with the whole state's grant (office_other)."""
        with self.database.glance() as conn:
            _, grant = guests.standing(conn, device)
            if grant != "state":
                raise Refused("office_other")
            laptops, left = hearing.laptops(conn)
        told = HeardList(self.key, device, mark, self._now(), laptops, left)
        return write_heard(told, self._keys.identity)

    def attachment_size(self, device: str, name: str) -> int:
        """Give how many bytes are held of an attachment, 0 for none; raises Refused (office_other)."""
        return self._attachments.size(self._office_of(device), name)

    def attachment_add(self, device: str, name: str, offset: int, of: int, data: bytes) -> int:
        """Append to an attachment of `of` bytes where `offset` is what is held; give what is held now."""
        return self._attachments.add(self._office_of(device), name, offset, of, data)

    def attachment_part(self, device: str, name: str, offset: int, most: int) -> bytes:
        """Give bytes of a whole attachment; raises Refused (attachment_missing, office_other)."""
        return self._attachments.part(self._office_of(device, reading=True), name, offset, most)

    def ready(self) -> bool:
        """Tell whether the database answers."""
        return self.database.ready()

    def _office_of(self, device: str, reading: bool = False) -> str:
        """Give whose attachments a device may have: its own office's alone, for no mask fits."""
        with self.database.glance() as conn:
            office, grant = guests.standing(conn, device)
        if reading and grant == "none":
            raise Refused("office_other")
        return office

    def _enter_empty(self, guest: Guest) -> None:
        """Let a round that brought nothing take effect."""
        with self.database.write() as conn:
            held = Holdings.of(conn, guest.office, "own", ())
            mine = identity.read(conn)
            given = guests.receipts(conn, guest.ask.device)
            missed = answering.missed_receipt(guest, held, given, mine.incarnation)
            guests.enter(conn, guest, self._now(), receipt=missed)


def _read_all(batches: Sequence[bytes], sender: bytes) -> tuple[list[Batch], HbpError | None]:
    read: list[Batch] = []
    for data in batches:
        try:
            batch = read_batch(data)
            if batch.sender != sender:
                raise Refused("batch_unsigned")
        except HbpError as error:
            return read, error
        read.append(batch)
    return read, None
