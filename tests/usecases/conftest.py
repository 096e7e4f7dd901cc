"""An opened office with one planned session."""

import pytest

from hbp_desktop.domain.officer import DutyDraft
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.usecases import planning
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import OFFICER, Clock


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
