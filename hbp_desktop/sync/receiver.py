"""What a receiving end can do, whatever holds its entries: a state office's database or a laptop's vault.

`sync.service` turns requests into these calls. None of them is asynchronous; each may be called from any
thread, and several processes may stand on one database.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from hbp_desktop.sync.messages import Ask


@dataclass
class Guest:
    """An authenticated device in one round, and what has come of it so far.

    base: the heads of each chain pushed, as the receiver must hold them before its next batch is taken.
    incarnation, number: of the receipt this round ends with, 0 until something of it is durable.
    """

    ask: Ask
    office: str
    grant: str
    names_until: str
    batches: list[bytes] = field(default_factory=list)  # hashes of what is durable
    held: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    refused: list[tuple[str, str, int]] = field(default_factory=list)
    stale: set[str] = field(default_factory=set)
    new: int = 0
    base: dict[str, frozenset[bytes]] = field(default_factory=dict)
    incarnation: str = ""
    number: int = 0


@dataclass(frozen=True)
class Whole:
    """A small round that arrived whole: its ask, its batches, and how many bytes it may get back."""

    message: bytes
    signature: bytes
    batches: Sequence[bytes]
    room: int


@dataclass(frozen=True)
class Done:
    """What came of it: who it is from, and the answer with its batches."""

    guest: Guest
    answer: Sequence[bytes]


class Receiver(Protocol):
    """Raises Refused with one of the codes that `sync.service.STATUS` maps to an HTTP status."""

    @property
    def key(self) -> str:
        """The public key that signs answers and receipts, 64 hex."""

    def greet(self, message: bytes, signature: bytes) -> Guest:
        """Authenticate an ask: known, confirmed, not revoked, newer n, meant for this receiver.

        Raises Damaged (ask_damaged), Refused (ask_unsigned, device_unknown, device_waiting, device_revoked,
        ask_replayed with `n` the last one, server_other).
        """

    def take(self, guest: Guest, batches: Sequence[bytes]) -> None:
        """Hold what is new of these batches: checked, durable and, per chain, one at a time, on return.

        A chain whose base no longer holds is noted stale, a broken link stops its own chain; both are told in
        the answer. Raises Damaged (batch_…), Refused (batch_newer, office_other), and nothing of the batch
        that was at fault is held.
        """

    def together(self, rounds: Sequence[Whole]) -> Sequence[Done | None]:
        """Do several rounds with as few journeys to the database as one takes.

        None for one that is not simply well: nothing of it was done, and `greet` or `take` will say why.
        """

    def answer(self, guest: Guest) -> list[bytes]:
        """End the round: the signed answer, then the batches the guest lacks, up to the room it has."""

    def enrol(self, data: bytes) -> bytes:
        """Take up a device with its one-time code; the same request again gets the same answer.

        Raises Damaged (enrol_damaged), Refused (enrol_unsigned, enrol_code_unknown, enrol_code_old,
        enrol_code_used, enrol_code_other_office).
        """

    def known(self, header: str, method: str, path: str, body: bytes) -> str:
        """Give the confirmed device that signed a request which is no round; its n moves on.

        Raises Refused (request_unsigned, device_unknown, device_waiting, device_revoked, ask_replayed).
        """

    def links(self, device: str, chain: str, after: int, most: int) -> list[tuple[int, bytes]]:
        """List (seq, hash) held of a chain beyond `after`, by seq; raises Refused (office_other)."""

    def remember(self, device: str, receipt: bytes, signature: bytes) -> bool:
        """Hear a receipt of one's own that is newer than anything remembered: begin a new incarnation."""

    def heard(self, device: str, mark: str) -> bytes:
        """Tell when each office's devices were last heard and what they said then (`sync.heard_message`).

        Signed; only for who was granted the whole state; raises Refused (office_other).
        """

    def attachment_size(self, device: str, name: str) -> int:
        """Give how many bytes are held of an attachment, 0 for none; raises Refused (office_other)."""

    def attachment_add(self, device: str, name: str, offset: int, of: int, data: bytes) -> int:
        """Append to an attachment of `of` bytes where `offset` is what is held; give what is held now."""

    def attachment_part(self, device: str, name: str, offset: int, most: int) -> bytes:
        """Give bytes of a whole attachment; raises Refused (attachment_missing, office_other)."""

    def ready(self) -> bool:
        """Tell whether the database answers."""
