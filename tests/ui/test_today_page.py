"""Hari Ini: what it says, what its numbers open, how it fits and speaks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.officer import DutyDraft
from hbp_desktop.domain.session import DayDraft, Session, SessionDraft
from hbp_desktop.ui import tasks
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.theme import Theme
from hbp_desktop.ui.today_page import TodayPage
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import counter, planning
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.conftest import Office as Founded
from tests.usecases.drafts import matter, visit


@pytest.fixture
def office(founded: Founded, clock: Clock) -> Iterator[Office]:
    opened = founded.unlock()
    clock.now = clock.now.replace(hour=10, minute=42)
    yield Office.of(opened, clock)
    opened.close()


@pytest.fixture
def session(office: Office) -> Session:
    days = (DayDraft(date="2026-11-24", place="Dewan Serbaguna Bandar Baru Bangi"),)
    duties = (DutyDraft(officer="Pn. Rohani", counter="1"), DutyDraft(officer="En. Hafiz", counter="2"))
    return planning.plan(office, SessionDraft(number="4", year="2026", days=days, duties=duties))


@pytest.fixture
def page(office: Office, languages: Languages, look: Theme, qtbot: QtBot) -> Iterator[TodayPage]:
    made = TodayPage(Desk(office, Preferences()))
    qtbot.addWidget(made)
    made.resize(1282, 658)
    made.reflow(Shape())
    made.show()
    yield made
    settle()


def settle() -> None:
    for _ in range(2):
        assert tasks.wait_for_all()
        QApplication.processEvents()


def said(page: QWidget) -> str:
    """Give every word on the glass."""
    widgets = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
    words = [str(getattr(widget, "whole", getattr(widget, "text", str))()) for widget in widgets]
    return "\n".join(words + [widget.accessibleName() for widget in widgets])


def wanted(page: TodayPage) -> list[tuple[str, object]]:
    asked: list[tuple[str, object]] = []
    page.desk.page_wanted.connect(lambda key, target: asked.append((key, target)))
    return asked


def press(page: TodayPage, name: str) -> None:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    QTest.keyClick(found, Qt.Key.Key_Return if "today.need" not in name else Qt.Key.Key_Space)


def test_without_any_session_the_page_names_the_circular_and_offers_planning(page: TodayPage) -> None:
    asked = wanted(page)
    page.opened()
    QApplication.processEvents()
    assert "F.3" in said(page.session)
    assert not page.totals.isVisible()
    QTest.keyClick(page.session._empty.button(), Qt.Key.Key_Space)
    assert asked == [("sessions", None)]


def test_the_session_says_where_it_is_and_how_long_it_lasts(page: TodayPage, session: Session) -> None:
    page.opened()
    words = said(page.session)
    for part in ("Sedang berlangsung", "F.1.1", "Bil. 4/2026", "tinggal 1 jam 18 minit", "Pn. Rohani"):
        assert part in words


def test_every_number_opens_the_records_behind_it(page: TodayPage, office: Office, session: Session) -> None:
    counter.record(office, visit(session, matter(), matter("cadangan"), time="09:40"))
    page.opened()
    asked = wanted(page)
    of = {"session": session.id}
    for name in ("today.clients", "today.matters", "today.counter.0"):
        press(page, name)
    page.totals._kinds.opened.emit("cadangan")
    page.arrivals._bars.opened.emit("09:30")
    assert asked == [
        ("records", Select(Filter(**of))),
        ("records", Select(Filter(**of))),
        ("records", Select(Filter(**of, counter="1"))),
        ("records", Select(Filter(**of, kind="cadangan"))),
        ("records", Select(Filter(**of, since="09:30", until="10:00"))),
    ]


def test_deadlines_say_their_days_and_open_complaints_or_the_report(
    page: TodayPage, office: Office, session: Session
) -> None:
    counter.record(office, visit(session))
    page.opened()
    words = said(page.deadlines)
    assert "Akuan terima, 1 aduan" in words
    assert "Selasa, 1 Disember · 7 hari kalendar · F.4.2" in words
    assert "Sultan" in words
    asked = wanted(page)
    press(page, "today.deadline.0")
    press(page, "today.deadline.2")
    assert asked == [
        ("records", Select(Filter(session=session.id, date="2026-11-24", clock="ack"))),
        ("report", session.id),
    ]


def test_a_late_report_is_said_with_the_word_and_its_days(
    page: TodayPage, session: Session, clock: Clock
) -> None:
    clock.move(days=12)
    page.opened()
    assert "LEWAT 5 hari" in said(page.deadlines)
    assert "1 laporan lewat" in said(page.needs)


def test_an_urgent_matter_without_action_jumps_to_its_record(
    page: TodayPage, office: Office, session: Session
) -> None:
    made = counter.record(office, visit(session, matter(urgent="child"), queue="A-015"))
    page.opened()
    assert "15999" in said(page.needs)
    asked = wanted(page)
    press(page, "today.need.0")
    assert asked == [("records", Select(made.id))]


def test_what_is_recorded_meanwhile_shows_when_the_page_looks_again(
    page: TodayPage, office: Office, session: Session
) -> None:
    page.opened()
    assert page.totals._matters.number() == "0"
    counter.record(office, visit(session, matter(), matter("cadangan")))
    page.refreshed()
    settle()
    assert page.totals._matters.number() == "2"


def test_the_arrivals_give_way_before_anything_scrolls(page: TodayPage, session: Session) -> None:
    page.opened()
    QApplication.processEvents()
    assert page.arrivals.isVisible()
    page.resize(1282, 520)
    QApplication.processEvents()
    assert not page.arrivals.isVisible()
    assert page.session.isVisible()


def test_in_the_narrowest_window_nothing_goes_over_the_side(page: TodayPage, session: Session) -> None:
    page.opened()
    page.reflow(Shape("least", low=True))
    page.resize(603, 300)
    QApplication.processEvents()
    assert page._inside.width() <= page._area.viewport().width()


def test_the_language_changes_while_the_page_is_shown(
    page: TodayPage, session: Session, languages: Languages
) -> None:
    page.opened()
    page.desk.preferences = page.desk.preferences.but(language="en")
    languages.use("en")
    QApplication.processEvents()
    assert "1 hour 18 minutes left" in said(page.session)
    assert page.title() == "Today"
