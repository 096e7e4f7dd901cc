"""The exchange with a state office on PostgreSQL, against bare floors: speed, bytes, poor lines, crowds."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from time import perf_counter, sleep

import httpx
import zstandard

from hbp_desktop.domain.session import Session
from hbp_desktop.state_office import projector
from hbp_desktop.store import peers, receipts
from hbp_desktop.sync.frames import framed
from hbp_desktop.sync.messages import read_receipt
from hbp_desktop.usecases import exchange
from hbp_desktop.usecases.office import Office
from tests.benchmarks.crowd import send_all
from tests.benchmarks.harness import Measured, percentile
from tests.benchmarks.offices import small_office, visit_draft
from tests.benchmarks.served_state import ServedState, served_state
from tests.link import Cut, Line, Link
from tests.state_office.stands import Stand
from tests.sync.state_house import StateHouse

RECORDS, FEW, DEVICES, ENTRIES = 10_000, 200, 1_000, 20
OFFICES, SLICES = 100, 5  # that the devices belong to; in which they come
BITS, WAY, LOSS = 64_000, 0.3, 0.05  # a second, seconds one way, share of packets
CUT = 16 * 1024
SEEDS = (1, 2, 3)  # losses by three dice
OCTETS = "application/octet-stream"

_seeds, _codes = count(1), count(1)


@dataclass(frozen=True)
class Laptop:
    """An enrolled office and where it is heard."""

    office: Office
    session: Session

    def record(self, records: int) -> list[bytes]:
        """Record so many visits with one matter each; gives their minimal JSON."""
        lines = []
        with self.office.writing() as w:
            for seed in (next(_seeds) for _ in range(records)):
                (kind, visit, fields), (of, matter, more) = visit_draft(self.session, seed, 1).subjects()
                fields |= {"ref": f"SGR06-Q7FF-{seed:05d}"}
                w.create(kind, visit, fields)
                w.create(of, matter, more)
                said = {"id": visit, **fields, "matter": {"id": matter, **_without_repeats(more)}}
                lines.append(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
        return lines

    def push(self, cut: bool = False) -> float:
        """Carry a whole round; gives its seconds. Raises RuntimeError unless it came out as it should."""
        start = perf_counter()
        came = exchange.round(self.office, self.office.vault, lambda *_: None, lambda: False)
        if (came.problem is not None) != cut:
            raise RuntimeError(str(came.problem))
        return perf_counter() - start

    def batches(self) -> int:
        """Count the batches that were signed for."""
        with self.office.vault.read() as conn:
            peer = peers.state_office(conn)
            assert peer is not None
            kept = receipts.newest(conn, peer.key, 1_000)
        return sum(len(read_receipt(one.data, one.signature).batches) for one in kept)

    def rows(self, most: int) -> list[tuple[str, str, int, str]]:
        """Give the newest entries as the rows of the floor."""
        with self.office.vault.read() as conn:
            found = conn.exec_driver_sql(
                "SELECT lower(hex(hash)), chain, seq, CAST(body AS TEXT) FROM entries "
                "ORDER BY n DESC LIMIT ?",
                (most,),
            )
            return [tuple(row) for row in found]


def measure() -> Iterator[Measured]:
    """Every promise of the exchange."""
    with served_state() as served:
        yield from _speed(served)
        yield from _bytes(served)
        for loss in (0.0, LOSS):
            yield _poor_line(served, loss)
        yield _cut(served)
        yield from _crowd(served)


def _speed(served: ServedState) -> Iterator[Measured]:
    """Ten thousand records over loopback, and how soon after they are projected."""
    with _laptop(served, served.url) as laptop, httpx.Client(trust_env=False, timeout=60) as client:
        laptop.record(FEW)
        laptop.push()  # so that a line's speed is known, as on any day but the first
        laptop.record(RECORDS)
        before = laptop.batches()
        took = laptop.push()
        projected = took + _until_projected(served.stand)
        requests = _parted(laptop.rows(2 * RECORDS), laptop.batches() - before)
        bodies = [json.dumps(some).encode() for some in requests]
        start = perf_counter()
        for body in bodies:
            client.post(served.bare, content=body).raise_for_status()
        floor = perf_counter() - start
    yield Measured.of("push 10,000 records", took * 1000, floor * 1000, 1 / 0.35)
    yield Measured.of("push and project 10,000 records", projected * 1000, took * 1000, 3.0)
    yield Measured.of("memory of the service, after them", served.memory, served.bare_memory, 5.0, "MB")


def _bytes(served: ServedState) -> Iterator[Measured]:
    """Bytes on the socket, both ways, of a push of two hundred records; and a round with nothing to send."""
    with Link(served.port) as link, _laptop(served, link.url) as laptop:
        laptop.push()
        found = []
        for _ in range(3):
            lines = laptop.record(FEW)
            link.forget()
            laptop.push()
            ours = (link.up + link.down) / FEW
            yardstick = len(zstandard.ZstdCompressor(level=19).compress(b"\n".join(lines))) / FEW
            found.append((ours / yardstick, ours, yardstick))
        _, ours, yardstick = sorted(found)[1]
        yield Measured.of("bytes of a record, 200 a push", ours, yardstick, 1.35, "B")
        link.forget()
        laptop.push()
        yield Measured.of("requests with nothing to send", link.requests, 1, 1.0, "")


def _poor_line(served: ServedState, loss: float) -> Measured:
    """Two hundred records over a modelled line, and their batches' bytes in one POST over the same."""
    ours = floor = 0.0
    for seed in SEEDS if loss else SEEDS[:1]:
        with Link(served.port) as link, _laptop(served, link.url) as laptop:
            laptop.record(FEW)
            laptop.push()
            link.forget()
            laptop.push()
            around = link.up  # an ask and its headers
            laptop.record(FEW)
            link.line = Line(BITS, BITS, WAY, loss, seed)
            link.forget()
            ours += laptop.push()
            batches = bytes(link.up - around)
        bare = Link(int(served.bare.rpartition(":")[2]), line=Line(BITS, BITS, WAY, loss, seed))
        with bare, httpx.Client(trust_env=False, timeout=60) as client:
            start = perf_counter()
            client.post(f"{bare.url}/sink", content=batches).raise_for_status()
            floor += perf_counter() - start
    name = f"200 records, 64 kbit/s, 600 ms, {loss:.0%} lost"
    return Measured.of(name, ours * 1000, floor * 1000, 1.3)


def _cut(served: ServedState) -> Measured:
    """What a cut costs on a poor line: bytes sent in all, beyond those of the same push without a cut."""
    sent = []
    for cut in (False, True):
        with Link(served.port) as link, _laptop(served, link.url) as laptop:
            laptop.record(FEW)
            link.line = Line(BITS, BITS, WAY)
            laptop.push()  # slow, so that small batches are what it goes on with
            laptop.record(4 * FEW)
            link.line, _ = None, link.forget()
            if cut:
                link.order(Cut(3 * CUT + CUT // 2))
                laptop.push(cut=True)
            laptop.push()
            sent.append(link.up)
    return Measured.of("bytes sent again after a cut", sent[1] - sent[0], CUT, 1.1, "B")


def _crowd(served: ServedState) -> Iterator[Measured]:
    """A thousand devices, each with a batch prepared; the same entries as JSON rows to the floor."""
    ours, rows = [], []
    with small_office() as (_, session):
        drafts = [visit_draft(session, next(_seeds), 1) for _ in range(DEVICES * ENTRIES // 2)]
    for n in range(DEVICES):
        writer = served.stand.writer(f"PJ{n % OFFICES:03d}")
        for draft in drafts[n * ENTRIES // 2 : (n + 1) * ENTRIES // 2]:
            for kind, subject, fields in draft.subjects():
                writer.entries.append(writer.entry(kind, subject, fields))
        batch = writer.batch()
        ours.append(writer.ask(base={writer.chain: []}) + framed(batch))
        told = [
            (one.hash.hex(), writer.chain, one.header.seq, _text(one.body_bytes)) for one in writer.entries
        ]
        rows.append(json.dumps(told).encode())
    mine, floor = [], []
    for at in range(0, DEVICES, DEVICES // SLICES):  # in turns, so that both see the machine as it is
        slice_ = slice(at, at + DEVICES // SLICES)
        mine.append(send_all(served.url, "/v1/round", OCTETS, ours[slice_]))
        floor.append(send_all(served.bare, "/", "application/json", rows[slice_]))
    if errors := sum(one.errors for one in (*mine, *floor)):
        raise RuntimeError(f"{errors} devices were not answered")
    took, least = (sum(one.seconds for one in some) * 1000 for some in (mine, floor))
    yield Measured.of("1,000 devices, 20 entries each", took, least, 2.0)
    slow, slowest = (
        percentile(sorted(each for one in some for each in one.each), 0.99) * 1000 for some in (mine, floor)
    )
    yield Measured.of("1,000 devices, 99th percentile", slow, slowest, 2.0)


@contextmanager
def _laptop(served: ServedState, url: str) -> Iterator[Laptop]:
    """Found an office, enrol it through `url` and confirm it."""
    with small_office(f"SGR-RSK{next(_codes)}") as (office, session):
        house = StateHouse(served.stand, served, url)
        house.welcome(office)
        yield Laptop(office, session)


def _until_projected(stand: Stand) -> float:
    start = perf_counter()
    while True:
        with stand.database.read() as conn:
            if not projector.waiting(conn):
                return perf_counter() - start
        sleep(0.02)


def _parted(rows: Sequence[object], parts: int) -> list[Sequence[object]]:
    """Part rows into requests of one size."""
    size = -(-len(rows) // max(1, parts))
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def _without_repeats(matter: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in matter.items() if name not in ("session", "visit")}


def _text(body: bytes | None) -> str:
    return (body or b"").decode("utf-8")
