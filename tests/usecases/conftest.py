"""An opened office with one planned session."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hbp_desktop.domain.officer import DutyDraft
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.usecases import planning
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import OFFICER, Clock

if TYPE_CHECKING:
    from tests.link import Link
    from tests.sync.state_house import StateHouse


@pytest.fixture
def office(opened: Opened, clock: Clock) -> Office:
    """The office as its first officer sits in it, at 08:30."""
    return Office.of(opened, clock)


@pytest.fixture
def session(office: Office) -> Session:
    """One day with one place, and one officer at counter 1."""
    day = DayDraft(date="2026-11-24", place="Dewan Serbaguna Bandar Baru Bangi")
    duty = DutyDraft(officer=OFFICER, counter="1", lead=True)
    return planning.plan(office, SessionDraft(number="4", year="2026", days=(day,), duties=(duty,)))


@dataclass
class Linked:
    """A state office, and the link in front of it."""

    house: "StateHouse"
    link: "Link"


@pytest.fixture
def house(tmp_path: Path) -> Iterator["StateHouse"]:
    """A state office on loopback."""
    from tests.sync.state_house import state_house

    with state_house(tmp_path / "negeri") as found:
        yield found


@pytest.fixture
def linked(house: "StateHouse") -> Iterator[Linked]:
    """A state office that is reached through a link."""
    from tests.link import Link

    with Link(house.served.port) as link:
        house.url = link.url
        yield Linked(house, link)
