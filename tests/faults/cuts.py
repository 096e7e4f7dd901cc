"""Cut a push of three entries at a byte, either way, and go on: nothing lost, nothing twice, nothing claimed.

`python -m tests.faults.cuts FOLDER [--cuts N] [--control]`; N 0 cuts at every byte of request and answer and
then 500 times at random. The control is a client that takes what it sent for received.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from hbp_desktop.config import Paths
from hbp_desktop.domain.ids import new_id
from hbp_desktop.store import exchange as store_exchange
from hbp_desktop.store import peers, receipts, reserve
from hbp_desktop.sync.messages import read_receipt
from hbp_desktop.sync.round import Round, Sending
from hbp_desktop.usecases import exchange
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.setup import found
from tests.conftest import CHEAP, DRAFT, Clock
from tests.link import Cut, Link
from tests.rings import MemoryRing, secrets_with
from tests.sync.state_house import StateHouse, go, state_house

ENTRIES = 3
RANDOM = 500
_MOST_ROUNDS = 4  # to be whole again after a cut


@dataclass
class Report:
    """How many cuts there were, how many fell within a request or answer, and what was wrong after."""

    cuts: int = 0
    struck: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass
class Scene:
    """An office enrolled with a state office behind a link."""

    office: Office
    house: StateHouse
    link: Link
    report: Report = field(default_factory=Report)

    def record(self) -> None:
        with self.office.writing() as doing:
            for _ in range(ENTRIES):
                doing.create("visit", new_id(), {"name": "Salmah", "session": "s", "ref": "SGR06-26-K"})

    def cut(self, order: Cut) -> None:
        """Record, push through a link that is cut, look, go on, look again."""
        self.record()
        self.link.forget()
        self.link.order(order)
        go(self.office)
        self.report.cuts += 1
        self.report.struck += bool(self.link.struck)
        self.link.orders.clear()
        self._claims(order)
        for _ in range(_MOST_ROUNDS):
            if go(self.office).problem is None and exchange.standing(self.office).waiting == 0:
                break
        self._whole(order)

    def _claims(self, order: Cut) -> None:
        """Nothing may be acknowledged that the state office does not hold."""
        held = self.house.held
        with self.office.vault.read() as conn:
            peer = peers.state_office(conn)
            reached = receipts.reached(conn, peer.key) if peer else {}
        for _, entry_hash in reached.values():
            if entry_hash not in held:
                self.report.wrong.append(f"{order}: acknowledged and not held")

    def _whole(self, order: Cut) -> None:
        held = self.house.held
        with self.office.vault.read() as conn:
            here = {row[0] for row in conn.exec_driver_sql("SELECT hash FROM entries")}
            ((chain, tops),) = store_exchange.vector(conn).items()
            peer = peers.state_office(conn)
            last = receipts.newest(conn, peer.key) if peer else ()
        if here - held.keys():
            self.report.wrong.append(f"{order}: {len(here - held.keys())} lost")
        if set(held.values()) != {1}:
            self.report.wrong.append(f"{order}: held twice")
        ((top, seq),) = tops.items()
        if not last or read_receipt(last[0].data, last[0].signature).held.get(chain) != (seq, top):
            self.report.wrong.append(f"{order}: the receipt says something else")


@contextmanager
def scene(folder: Path) -> Iterator[Scene]:
    """Found an office, enrol it and send what there is."""
    reserve.MEASURES = reserve.Measures(size=64 * 1024)
    clock, secrets = Clock(), secrets_with(MemoryRing())
    opened = found(Paths.at(folder / "akar"), DRAFT, secrets, clock, cost=CHEAP).opened
    try:
        with state_house(folder / "negeri") as house, Link(house.served.port) as link:
            house.url = link.url
            office = Office.of(opened, clock)
            house.welcome(office)
            go(office)
            yield Scene(office, house, link)
    finally:
        opened.close()


def every_byte(of: Scene) -> list[Cut]:
    """Name every byte of a push and of its answer, as many as a whole one has."""
    of.record()
    of.link.forget()
    go(of.office)
    up, down = of.link.up, of.link.down
    return [Cut(after=at, way="up") for at in range(up + 1)] + [
        Cut(after=at, way="down", reset=bool(at % 2)) for at in range(down + 1)
    ]


def chosen(every: Sequence[Cut], cuts: int) -> list[Cut]:
    """Choose so many spread over all of them; all, and more at random, for 0."""
    by = random.Random(7)
    if not cuts:
        return [*every, *(by.choice(every) for _ in range(RANDOM))]
    return [every[at * len(every) // cuts] for at in range(cuts)]


def believe_too_soon() -> None:
    """Seed the fault that the harness must find: sent is taken for received."""
    real = Round._ask

    def sent_is_received(self: Round, sending: Sending) -> object:
        with self.vault.write() as conn:
            held = {
                chain: max((seq, top) for top, seq in tops.items())
                for chain, tops in sending.have.items()
                if chain in sending.beyond
            }
            receipts.acknowledge(conn, self.key, held, self.act.clock())
        return real(self, sending)

    Round._ask = sent_is_received  # type: ignore[method-assign, assignment]


def cut(folder: Path, cuts: int, control: bool = False) -> Report:
    """Run the harness."""
    if control:
        believe_too_soon()
    with scene(folder) as of:
        for order in chosen(every_byte(of), cuts):
            of.cut(order)
        return of.report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cuts", type=int, default=40)
    parser.add_argument("--control", action="store_true")
    given = parser.parse_args()
    print(json.dumps(asdict(cut(given.folder, given.cuts, given.control))))


if __name__ == "__main__":
    main()
