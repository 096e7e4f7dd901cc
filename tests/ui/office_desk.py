"""A desk over a real office, the sample day in it, and a frame with real pages around."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hbp_desktop.domain.officer import DutyDraft
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.resources import resource
from hbp_desktop.ui import tasks
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.usecases import importing, planning
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import OFFICER, Clock

SAMPLE = "register-hulu-langat-2026-11-24.csv"


def desk_of(opened: Opened, clock: Clock) -> Desk:
    """A desk as the window makes it once an officer has opened the office."""
    return Desk(Office.of(opened, clock), Preferences())


def plan_sample_day(office: Office, date: str = "2026-11-24", n: str = "4") -> Session:
    """One day at one place with the officer at counter 1."""
    day = DayDraft(date=date, place="Dewan Serbaguna Bandar Baru Bangi")
    duty = DutyDraft(officer=OFFICER, counter="1", lead=True)
    draft = SessionDraft(number=n, year=date[:4], counters="3", days=(day,), duties=(duty,))
    return planning.plan(office, draft)


def import_sample(office: Office, session: Session) -> importing.Imported:
    """The sample register, as a person would have it imported."""
    sheet = importing.read(sample())
    return importing.accept(office, importing.preview(office, session, sheet, importing.guess(sheet)))


def sample() -> Path:
    """The register that came with the program."""
    return resource("samples", SAMPLE)


def settle(app: QApplication, done: Callable[[], bool] = lambda: True) -> None:
    """Let the lane finish and its answers arrive, until `done` says so."""
    for _ in range(50):
        assert tasks.wait_for_all()
        app.processEvents()
        app.processEvents()
        if done():
            return
    raise AssertionError("nothing came back")
