"""A state office on loopback to exchange with, and what its people do there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hbp_desktop.state_office import enrolment, grants
from hbp_desktop.state_office.projector import Projecting
from hbp_desktop.sync.client import Patience
from hbp_desktop.sync.limits import Limits
from hbp_desktop.usecases import exchange
from hbp_desktop.usecases.exchange import Enrolled, RoundResult
from hbp_desktop.usecases.office import Office
from tests.state_office.stands import Stand, StillClock, stand_on
from tests.sync.served import Served, served

IMPATIENT = Patience(connect=2.0, silence=2.0)


@dataclass
class StateHouse:
    """A state office that is served; `url` may be set to a link in front of it."""

    stand: Stand
    served: Served
    url: str = ""
    projecting: Projecting = field(init=False)

    def __post_init__(self) -> None:
        self.url = self.url or self.served.url
        self.projecting = Projecting(self.stand.database, self.stand.clock)

    @property
    def ca(self) -> bytes | None:
        return self.served.ca.read_bytes() if self.served.ca else None

    def code(self, office: str = "SGR06") -> str:
        """Hand out a one-time code."""
        with self.stand.database.write() as conn:
            return enrolment.make_code(conn, office, self.stand.clock())

    def confirm(self, to: str = "own") -> None:
        """Confirm every device that waits, and let it pull what it may."""
        with self.stand.database.write() as conn:
            for one in grants.devices(conn, self.stand.receiver.key):
                if one.state == "waiting":
                    grants.confirm(conn, one, self.stand.clock())
        with self.stand.database.write() as conn:
            for one in grants.devices(conn, self.stand.receiver.key):
                if one.state == "confirmed":
                    grants.grant(conn, one, to, None, date(2026, 11, 24))

    def revoke(self, key: str) -> None:
        """Turn a device away."""
        with self.stand.database.write() as conn:
            known = grants.find(conn, self.stand.receiver.key, key)
            grants.revoke(conn, known, self.stand.clock())

    def enrol(self, office: Office) -> Enrolled:
        """Enrol a laptop with a new code, without confirming it."""
        return exchange.enrol(office, self.url, self.code(office.code), self.ca)

    def welcome(self, office: Office, to: str = "own") -> Enrolled:
        """Enrol a laptop and confirm it."""
        enrolled = self.enrol(office)
        self.confirm(to)
        return enrolled

    def project(self) -> None:
        """Judge and fold everything that was pushed."""
        self.projecting.all()

    @property
    def held(self) -> dict[bytes, int]:
        """Give the hashes of all entries held, with how often."""
        return self.stand.held()


@contextmanager
def state_house(
    folder: Path, tls: bool = False, limits: Limits | None = None, clock: StillClock | None = None
) -> Iterator[StateHouse]:
    """Open a state office in a folder and serve it on loopback."""
    folder.mkdir(exist_ok=True)
    stand = stand_on(f"sqlite:///{folder}/negeri.db", folder / "lampiran", clock)
    try:
        with served(stand.receiver, limits, folder if tls else None) as at:
            yield StateHouse(stand, at)
    finally:
        stand.close()


def go(office: Office, patience: Patience | None = IMPATIENT) -> RoundResult:
    """Carry one round for who sits here."""
    return exchange.round(office, office.vault, lambda *_: None, lambda: False, patience)
