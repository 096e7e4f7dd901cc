"""Negeri: offered where the whole state is granted, told from the copy, and the way into what it counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.desk import Desk, Select
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.permits import verb_of
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.sessions_page import SessionsPage
from hbp_desktop.ui.state_page import StatePage
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import counter
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import settle
from tests.ui.test_nothing_is_cut import cut
from tests.usecases.drafts import visit
from tests.usecases.office_staff import DEVI, add, seated
from tests.usecases.whole_state import OTHER, Elsewhere, elsewhere, grant


@pytest.fixture
def office(opened: Opened, clock: Clock) -> Office:
    return Office.of(opened, clock)


@pytest.fixture
def there(office: Office, tmp_path: Path, clock: Clock) -> Iterator[Elsewhere]:
    """Gombak with one late report, in our copy."""
    found = elsewhere(tmp_path, clock)
    session = found.plan("2026-11-02")
    counter.record(found.office, visit(session, date="2026-11-02"))
    found.send_to(office)
    grant(office, "state", "2026-12-31")
    yield found
    found.office.opened.close()


@pytest.fixture
def frame(qtbot: QtBot, languages: Languages, office: Office, there: Elsewhere, qapp: QApplication) -> Frame:
    looking = seated(office, add(office, DEVI, "coordinator"))
    made = Frame(Desk(looking, Preferences()))
    qtbot.addWidget(made)
    made.resize(1366, 738)
    with qtbot.waitExposed(made):
        made.show()
    assert made.open("state")
    settle(qapp)
    return made


def page_of(frame: Frame) -> StatePage:
    page = frame.current()
    assert isinstance(page, StatePage)
    return page


def test_it_is_in_the_rail_only_with_the_grant_and_for_who_looks_at_the_state(
    qtbot: QtBot, languages: Languages, office: Office, clock: Clock, there: Elsewhere
) -> None:
    def offered(sitting: Office) -> bool:
        made = Frame(Desk(sitting, Preferences()))
        qtbot.addWidget(made)
        item = made.navigation.item("state")
        assert item is not None
        assert made.open("state") == (not item.isHidden())
        return not item.isHidden()

    looking = seated(office, add(office, DEVI, "coordinator"))
    assert offered(looking)
    assert not offered(office)
    grant(office, "own")
    clock.move(minutes=1)
    assert not offered(looking)


def test_offices_and_their_sessions_are_told_and_nothing_is_cut(frame: Frame, languages: Languages) -> None:
    page = page_of(frame)
    lines = page.offices.model.rows()
    assert next(one.code for one in lines if one.held) == OTHER
    assert page.totals.figures["late"].number() == "1"
    assert page.totals.figures["missing"].number() == str(len(lines) - 2)
    assert page.sessions.model.rows()[0].late == 15
    for language in ("ms", "en"):
        languages.use(language)
        assert cut(page) == []


def test_enter_leads_from_the_office_over_its_session_to_its_records(
    frame: Frame, qtbot: QtBot, there: Elsewhere
) -> None:
    page, asked = page_of(frame), []
    page.desk.page_wanted.connect(lambda *to: asked.append(to))
    page.offices.table.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(page.offices.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.sessions.table, Qt.Key.Key_Return)
    session = page.sessions.model.rows()[0].session.id
    (where, target) = asked[0]
    assert where == "records"
    assert isinstance(target, Select)
    assert target.what.session == session


def test_a_year_without_sessions_is_told_so(frame: Frame, qapp: QApplication) -> None:
    page = page_of(frame)
    page.totals.earlier.click()
    settle(qapp)
    shown = page.shown()
    assert shown is not None
    assert shown.year == 2025
    assert page.sessions.model.rows() == []
    assert not page.sessions.records.isEnabled()


def test_other_offices_pages_are_read_and_nothing_there_can_be_done(
    frame: Frame, qapp: QApplication, there: Elsewhere
) -> None:
    session = page_of(frame).sessions.model.rows()[0].session.id
    for button in ("records", "session", "report"):
        assert frame.open("state")
        getattr(page_of(frame).sessions, button).click()
        settle(qapp)
        shown = frame.current()
        assert shown is not None
        assert shown.key == {"session": "sessions"}.get(button, button)
        assert "PKMD Klang" in shown.banners._banners["elsewhere"].text(), button
        assert "bug" not in shown.banners.reasons()
        writing = {
            "visit.correct",
            "matter.move",
            "visit.withdraw",
            "session.plan",
            "report.make",
            "report.send",
        }
        found = [one for one in shown.findChildren(Button) if verb_of(one.objectName()) in writing]
        assert found, button
        assert not any(one.isEnabled() for one in found), button
        if button == "session":
            assert isinstance(shown, SessionsPage)
            assert shown.editing.work.session is not None
            assert shown.editing.work.session.id == session
