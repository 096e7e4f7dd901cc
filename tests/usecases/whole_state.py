"""A copy of a whole state as tests lay it: other offices' journals taken in, pinned and granted."""

from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from hbp_desktop.config import Paths
from hbp_desktop.domain.officer import DutyDraft
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.store import exchange, journal, peers
from hbp_desktop.store.peers import Granted, Peer
from hbp_desktop.usecases import planning
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.setup import found
from tests.conftest import CHEAP, DRAFT, Clock
from tests.rings import MemoryRing, secrets_with

OTHER = "SGR01"
AISYAH = "Aisyah Mohd Nor"


@dataclass(frozen=True)
class Elsewhere:
    """Another office at its own laptop."""

    office: Office

    def plan(self, day: str, n: str = "1") -> Session:
        """Plan a day there."""
        days = (DayDraft(date=day, place="Dewan Orang Ramai Gombak"),)
        duty = DutyDraft(officer=AISYAH, counter="1", lead=True)
        return planning.plan(self.office, SessionDraft(number=n, year=day[:4], days=days, duties=(duty,)))

    def send_to(self, office: Office) -> None:
        """Let the copy take everything from here, as by the state office."""
        with office.vault.read() as conn:
            have = exchange.vector(conn)
        with self.office.vault.write() as conn:
            ranges, founding = exchange.ranges(conn, have), journal.own_device(conn).founding
        with office.vault.write() as conn:
            exchange.pin(conn, {self.office.code: founding})
            taken = exchange.take_in(conn, ranges)
        assert taken.refused == ()


def elsewhere(folder: Path, clock: Clock, code: str = OTHER) -> Elsewhere:
    """Found another office."""
    draft = replace(DRAFT, office_code=code, officer_name=AISYAH)
    opened = found(Paths.at(folder / code), draft, secrets_with(MemoryRing()), clock, cost=CHEAP).opened
    return Elsewhere(Office.of(opened, clock))


def grant(office: Office, what: str = "state", names_until: str = "") -> None:
    """Let the state office have granted this."""
    with office.vault.write() as conn:
        grant_in(conn, office.now, what, names_until)


def grant_in(conn: Connection, now: int, what: str, names_until: str) -> None:
    """Keep the state office as a peer that was heard of an hour ago."""
    granted = Granted("confirmed", what, names_until)
    peers.keep(conn, Peer("c" * 64, "https://negeri.example", granted=granted, contact_at=now - 3600))
