"""The office, the session and the seat of the counter's tests."""

from collections.abc import Iterator

import pytest

from hbp_desktop.domain.session import DayDraft, DutyDraft
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases.office import Office
from tests.conftest import OFFICER, Clock
from tests.conftest import Office as Founded
from tests.counter_sitting import Counter, plan, sit_down

DAY = DayDraft(date="2026-11-24", start="9:00", end="12:00", place="Dewan Serbaguna Bandar Baru Bangi")


@pytest.fixture
def office(founded: Founded, clock: Clock) -> Iterator[Office]:
    opened = founded.unlock()
    clock.now = clock.now.replace(hour=9, minute=30)
    yield Office.of(opened, clock)
    opened.close()


@pytest.fixture
def session(office: Office) -> str:
    return plan(
        office, number="4", year="2026", days=(DAY,), duties=(DutyDraft(officer=OFFICER, counter="2"),)
    )


@pytest.fixture
def at(office: Office, session: str, languages: Languages, clock: Clock) -> Iterator[Counter]:
    sitting = sit_down(office, clock)
    yield sitting
    sitting.close()
