"""A receiver that keeps everything in memory, and the device that asks it: for tests of the service alone."""
# ruff: noqa: ARG002 - the parameters are a receiver's

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import httpx

from hbp_desktop.domain.chain import Range, sign_head
from hbp_desktop.domain.entry import NOTHING, Header, Opening, chain_of, make
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.sync.batch import Batch, read_batch, write_batch
from hbp_desktop.sync.enrolling import Enrol, Enrolled, read_enrol, write_enrol, write_enrolled
from hbp_desktop.sync.frames import framed
from hbp_desktop.sync.heard_message import write_heard
from hbp_desktop.sync.messages import (
    Answer,
    Ask,
    Receipt,
    Verdict,
    read_ask,
    read_receipt,
    read_signed_request,
    sign_request,
    write_answer,
    write_ask,
    write_receipt,
)
from hbp_desktop.sync.receiver import Done, Guest, Whole
from hbp_desktop.sync.told import HeardList, LaptopHeard

SERVER = b"\x01" * 32
DEVICE = b"\x02" * 32
STRANGER = b"\x03" * 32
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ"
OFFICE = "SGR06"
MARK = "ab" * 16
AT = 1_795_000_000


@dataclass
class Memory:
    """Holds batches in a list; `gate` lets a test hold a taking thread back."""

    taken: list[Batch] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    attachments: dict[str, bytearray] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    enrolled: list[Enrol] = field(default_factory=list)
    remembered: list[Receipt] = field(default_factory=list)
    known_devices: set[str] = field(default_factory=lambda: {public_key(DEVICE).hex()})
    to_give: list[bytes] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    taking: threading.Event = field(default_factory=threading.Event)
    moved: threading.Condition = field(default_factory=threading.Condition)
    answered: int = 0
    is_ready: bool = True
    whole_state: bool = True

    def __post_init__(self) -> None:
        self.gate.set()

    @property
    def key(self) -> str:
        return public_key(SERVER).hex()

    @property
    def untouched(self) -> bool:
        return not (self.taken or self.attachments or self.last or self.enrolled or self.remembered)

    def greet(self, message: bytes, signature: bytes) -> Guest:
        ask = read_ask(message, signature)
        if ask.server != self.key:
            raise Refused("server_other")
        self._count(ask.device, ask.n)
        return Guest(ask, OFFICE, "own", "")

    def take(self, guest: Guest, batches: Sequence[bytes]) -> None:
        read = [read_batch(data) for data in batches]
        self.taking.set()
        assert self.gate.wait(20)
        self.groups.append(len(read))
        self.taken += read
        guest.batches += [one.hash for one in read]
        guest.new += sum(len(part.entries) for one in read for part in one.ranges)
        with self.moved:
            self.moved.notify_all()

    def until_taken(self, many: int) -> None:
        """Wait until so many batches are held."""
        with self.moved:
            assert self.moved.wait_for(lambda: len(self.taken) == many, 20)

    def together(self, rounds: Sequence[Whole]) -> list[Done | None]:
        return [None for _ in rounds]

    def answer(self, guest: Guest) -> list[bytes]:
        self.answered += 1
        receipt, proof = None, b""
        if guest.batches:
            n, held = self.answered, guest.held
            receipt = Receipt(self.key, MARK, guest.ask.device, n, AT, tuple(guest.batches), held, "0" * 64)
            _, proof = write_receipt(receipt, SERVER)
        said = Answer(
            self.key, MARK, guest.ask.device, guest.ask.n, AT, "own", "", {}, {}, Verdict({}), receipt, proof
        )
        return [write_answer(said, SERVER), *self.to_give]

    def enrol(self, data: bytes) -> bytes:
        asked = read_enrol(data)
        if asked.code != CODE:
            raise Refused("enrol_code_unknown")
        self.enrolled.append(asked)
        answer = Enrolled(self.key, MARK, asked.device, asked.nonce, "Pejabat negeri", "0" * 64, AT)
        return write_enrolled(answer, SERVER)

    def known(self, header: str, method: str, path: str, body: bytes) -> str:
        device, n = read_signed_request(header, self.key, method, path, body)
        self._count(device, n)
        return device

    def links(self, device: str, chain: str, after: int, most: int) -> list[tuple[int, bytes]]:
        held = [part for one in self.taken for part in one.ranges if part.chain == chain]
        return [(part.head.seq, part.head.hash) for part in held if part.head.seq > after][:most]

    def remember(self, device: str, receipt: bytes, signature: bytes) -> bool:
        self.remembered.append(read_receipt(receipt, signature))
        return True

    def heard(self, device: str, mark: str) -> bytes:
        if not self.whole_state:
            raise Refused("office_other")
        laptop = LaptopHeard(OFFICE, device, "Kaunter 2", AT, 0, AT, 0, {"version": "2.0.0"})
        return write_heard(HeardList(self.key, device, mark, AT, (laptop,)), SERVER)

    def attachment_size(self, device: str, name: str) -> int:
        return len(self.attachments.get(name, b""))

    def attachment_add(self, device: str, name: str, offset: int, of: int, data: bytes) -> int:
        held = self.attachments.get(name, bytearray())
        if offset != len(held):
            raise Refused("attachment_offset", held=len(held))
        self.attachments[name] = held + data
        return len(self.attachments[name])

    def attachment_part(self, device: str, name: str, offset: int, most: int) -> bytes:
        if name not in self.attachments:
            raise Refused("attachment_missing")
        return bytes(self.attachments[name][offset : offset + most])

    def ready(self) -> bool:
        return self.is_ready

    def _count(self, device: str, n: int) -> None:
        if device not in self.known_devices:
            raise Refused("device_unknown")
        if n <= self.last.get(device, 0):
            raise Refused("ask_replayed", n=self.last[device])
        self.last[device] = n


def ask(n: int, secret: bytes = DEVICE, server: bytes = SERVER, **more: object) -> bytes:
    """Write an ask of the one device that is known."""
    said = Ask(public_key(secret).hex(), public_key(server).hex(), n, AT, **{"have": {}, **more})  # type: ignore[arg-type]
    return write_ask(said, secret)


def batch(n: int = 0, entries: int = 3, secret: bytes = DEVICE, text: str = "aduan") -> bytes:
    """Write a batch of one chain of its own; `n` makes the chain."""
    return write_batch(OFFICE, [chain(n, entries, secret, text)], secret)


def chain(n: int = 0, entries: int = 3, secret: bytes = DEVICE, text: str = "aduan") -> Range:
    """Give a chain whole, up to its signed head."""
    device, nonce = public_key(secret), blake2b(b"%d" % n, digest_size=16).digest()
    name, prev, pairs = chain_of(device, nonce), NOTHING, []
    opening = Opening(device.hex(), nonce.hex(), OFFICE, None)
    for seq in range(1, entries + 1):
        opens = opening if seq == 1 else None
        header = Header(name, seq, "visit", f"v-{n}-{seq}", (), seq, "made", "officer:1", AT, False, opens)
        entry = make(prev, header, {"note": f"{text} {n} {seq}"}, b"\x07" * 12)
        assert entry.body_bytes is not None
        pairs.append((entry.header_bytes, entry.body_bytes))
        prev = entry.hash
    return Range(name, NOTHING, tuple(pairs), sign_head(name, entries, prev, secret))


def pushed(n: int, batches: Sequence[bytes] = ()) -> bytes:
    """Write a whole round."""
    return ask(n) + b"".join(framed(one) for one in batches)


def enrolment(**more: str) -> bytes:
    """Write an enrolment that holds."""
    said = {"code": CODE, "name": "Kaunter 2", "office": OFFICE, "founding": "0" * 64, "nonce": MARK, **more}
    return write_enrol(Enrol(device=public_key(DEVICE).hex(), at=AT, **said), DEVICE)


def signed(n: int, method: str, path: str, body: bytes = b"", secret: bytes = DEVICE) -> dict[str, str]:
    """Give the header of a signed request."""
    return {"Hbp-Signed": sign_request(secret, public_key(SERVER).hex(), n, method, path, body)}


def code_in(said: httpx.Response) -> tuple[int, str]:
    """Give status and code of a refusal."""
    return said.status_code, said.json()["code"]
