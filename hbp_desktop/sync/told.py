"""What two ends tell each other, as values: the ask, the answer, its receipt and its verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from hbp_desktop.domain.chain import Vector


@dataclass(frozen=True)
class Ask:
    """What a device says as a round begins.

    server: the key of who is asked. n: greater than in any ask before. have: what the device holds.
    base: for each chain it will push, the heads the server held when last heard of; where that is no
    longer so, nothing of the chain is taken (take before send). seen: incarnation and number of the last
    receipt. room: bytes of batches wanted back, 0 for none. stated: what the device says about itself
    (version, newest, held, waiting, backup, free, name), shown as said then, never as fact about now.
    """

    device: str
    server: str
    n: int
    at: int
    have: Vector
    base: Mapping[str, Sequence[bytes]] = field(default_factory=dict)
    seen: tuple[str, int] = ("", 0)
    room: int = 0
    stated: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Receipt:
    """What is held from now on: the batches of one round, and each chain's last hash of the sender's.

    `vector` is a digest of all the receiver holds of the office. Numbers grow per device and incarnation.
    """

    server: str
    incarnation: str
    device: str
    n: int
    at: int
    batches: tuple[bytes, ...]
    held: Mapping[str, tuple[int, bytes]]
    vector: str

    @property
    def name(self) -> str:
        """Name it for people, such as `R-8F2D-19`: the letters are of this device in this incarnation."""
        line = blake2b(f"{self.device} {self.incarnation}".encode("ascii"), digest_size=2)
        return f"R-{line.hexdigest().upper()}-{self.n}"


@dataclass(frozen=True)
class Verdict:
    """What counts by the receiver's roster: every chain judged up to a seq, and what does not count, why."""

    upto: Mapping[str, int]
    not_counted: tuple[tuple[str, int, bytes, str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the receiver says as a round ends.

    refused: (chain, code, seq) of what it could not hold (`stale`, `link_lost`, `link_broken`, …).
    sums: of each chain the count and the XOR of the entry hashes held. forked: chains held with two heads.
    more: it has more to give. grant: none, own or state. names_until: a date, or "".
    """

    server: str
    incarnation: str
    device: str
    n: int
    at: int
    grant: str
    names_until: str
    vector: Vector
    sums: Mapping[str, tuple[int, bytes]]
    verdict: Verdict
    receipt: Receipt | None
    receipt_signature: bytes
    refused: tuple[tuple[str, str, int], ...] = ()
    forked: tuple[str, ...] = ()
    pins: Mapping[str, bytes] = field(default_factory=dict)
    more: bool = False


@dataclass(frozen=True)
class LaptopHeard:
    """A device of an office as the receiver knows it; times are seconds since 1970, UTC, 0 for never.

    stated is what it said of itself when it was heard, clock_off how far its clock was ahead just then:
    told as of `heard`, never as fact about now.
    """

    office: str
    device: str
    name: str
    confirmed: int
    revoked: int
    heard: int
    clock_off: int
    stated: Mapping[str, int | str]


@dataclass(frozen=True)
class HeardList:
    """Every office's devices, the last heard first, as the receiver told at `at` who asked with `mark`.

    left: how many more there are that did not fit.
    """

    server: str
    device: str
    mark: str
    at: int
    laptops: tuple[LaptopHeard, ...]
    left: int = 0

    def of(self, office: str) -> tuple[LaptopHeard, ...]:
        """Give one office's, the last heard first."""
        return tuple(one for one in self.laptops if one.office == office)
