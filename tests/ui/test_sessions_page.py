"""Sesi through its widgets: planning by keyboard, drafts, advice, amendments, calling off."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.session import SessionDraft
from hbp_desktop.ui.desk import Desk, Shape
from hbp_desktop.ui.reason_sheet import ReasonSheet
from hbp_desktop.ui.sessions_page import SessionsPage
from hbp_desktop.ui.theme import Theme
from hbp_desktop.usecases import plan_drafts, planning
from hbp_desktop.usecases.opening import Opened
from tests.conftest import OFFICER, Clock
from tests.ui.office_desk import desk_of, import_sample, plan_sample_day

CTRL_ENTER = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def real_desk(look: Theme, opened: Opened, clock: Clock) -> Desk:
    return desk_of(opened, clock)


@pytest.fixture
def page(qtbot: QtBot, real_desk: Desk) -> Iterator[SessionsPage]:
    made = SessionsPage(real_desk)
    qtbot.addWidget(made)
    made.resize(1266, 660)
    made.reflow(Shape())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.put_away()
    made.hide()


def typed(qtbot: QtBot, page: SessionsPage, text: str) -> None:
    widget = QApplication.focusWidget() or page
    qtbot.keyClicks(widget, text)


def press(qtbot: QtBot, page: SessionsPage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, held)


def give_reason(qtbot: QtBot, sheet: ReasonSheet | None, reason: str) -> None:
    assert sheet is not None
    qtbot.keyClicks(sheet.reason, reason)
    qtbot.keyClick(sheet.reason, *CTRL_ENTER)


def test_a_session_is_planned_by_keyboard_alone(qtbot: QtBot, page: SessionsPage) -> None:
    page.opened("new")
    form = page.plan.form
    page.activateWindow()
    qtbot.waitUntil(form.days.rows[0].date.isVisible)
    form.heading.setFocus()
    qtbot.keyClicks(form.heading, "Hari Bertemu Pelanggan di Bangi")
    qtbot.keyClick(form.heading, Qt.Key.Key_Tab)
    qtbot.keyClick(form.number, Qt.Key.Key_Tab)
    row = form.days.rows[0]
    assert row.date.hasFocus()
    qtbot.keyClicks(row.date, "24/11/2026")
    qtbot.keyClick(row.date, Qt.Key.Key_Tab)
    assert row.date.text() == "Sel, 24 Nov. 2026"
    qtbot.keyClicks(row.place, "Dewan Bangi")
    qtbot.keyClick(row.place, *CTRL_ENTER)
    (session,) = planning.sessions(page.desk.office)
    assert session.title == "Hari Bertemu Pelanggan di Bangi"
    assert (session.n, session.year) == (1, 2026)
    assert session.days[0].place == "Dewan Bangi"
    assert (session.days[0].start, session.days[0].end) == ("09:00", "12:00")
    assert session.duties[0].officer == OFFICER
    assert session.due is not None
    assert session.due.isoformat() == "2026-12-01"
    assert not plan_drafts.kept(page.desk.office)


def test_what_is_missing_is_said_at_its_field_and_nothing_is_written(
    qtbot: QtBot, page: SessionsPage
) -> None:
    page.opened("new")
    qtbot.keyClick(page.plan.form.heading, *CTRL_ENTER)
    assert planning.sessions(page.desk.office) == []
    assert page.plan.form.days.rows[0].trouble.text()
    assert page.plan.form.days.rows[0].date.property("state") == "bad"


def test_an_unreadable_number_is_said_below_its_field(qtbot: QtBot, page: SessionsPage) -> None:
    page.opened("new")
    form = page.plan.form
    form.days.rows[0].date.set_value("2026-11-24")
    form.days.rows[0].place.setText("Dewan")
    form.number.setText("<img src=x>/2026")
    qtbot.keyClick(form.number, *CTRL_ENTER)
    assert form.trouble("number")
    assert planning.sessions(page.desk.office) == []


def test_a_draft_is_kept_and_offered_back_after_a_crash(
    qtbot: QtBot, page: SessionsPage, real_desk: Desk
) -> None:
    page.opened("new")
    qtbot.keyClicks(page.plan.form.heading, "Program di Sungai Lui")
    page.put_away()
    (kept,) = plan_drafts.kept(real_desk.office)
    assert kept.draft.title == "Program di Sungai Lui"
    plan_sample_day(real_desk.office)
    again = SessionsPage(real_desk)
    qtbot.addWidget(again)
    again.opened()
    assert again.plan.form.heading.text().startswith("Hari Bertemu")
    again.year.chosen.emit(kept.draft.id)
    assert again.plan.form.heading.text() == "Program di Sungai Lui"
    assert "8.30" in again.plan.saved.text()
    again.put_away()


def test_the_draft_is_kept_within_a_second_of_typing(
    qtbot: QtBot, page: SessionsPage, real_desk: Desk
) -> None:
    page.opened("new")
    qtbot.keyClicks(page.plan.form.heading, "Bangi")
    qtbot.waitUntil(lambda: bool(plan_drafts.kept(real_desk.office)), timeout=5_000)


def test_hours_beyond_the_circular_are_amber_and_kept_with_a_reason(qtbot: QtBot, page: SessionsPage) -> None:
    session = plan_sample_day(page.desk.office)
    page.opened(session.id)
    row = page.plan.form.days.rows[0]
    row.end.set_value("13:00")
    row.end.edited.emit()
    page.editing.advise()
    assert row.start.property("state") == "warn"
    assert page.advice.warnings() == 1
    answer = page.advice.answer("hours_beyond")
    assert answer is not None
    answer.click()
    give_reason(qtbot, page.editing.sheet, "dua kampung digabungkan")
    assert page.advice.warnings() == 0
    assert page.editing.work.draft.acks == {"hours_beyond": "dua kampung digabungkan"}


def test_a_wrong_date_is_amended_with_a_reason_and_numbers_stay(qtbot: QtBot, page: SessionsPage) -> None:
    office = page.desk.office
    session = plan_sample_day(office, "2026-10-24")
    import_sample(office, session)
    from hbp_desktop.domain.listing import Filter
    from hbp_desktop.usecases import records

    before = {visit.ref for visit in records.page(office, Filter(session=session.id)).visits}
    page.opened(session.id)
    page.plan.form.days.rows[0].date.set_value("24 November 2026")
    page.plan.form.days.rows[0].date.edited.emit()
    qtbot.keyClick(page.plan.form.heading, *CTRL_ENTER)
    sheet = page.editing.sheet
    assert sheet is not None
    qtbot.keyClick(sheet.reason, *CTRL_ENTER)
    assert sheet.trouble()
    assert planning.session(office, session.id).days[0].date.isoformat() == "2026-10-24"
    give_reason(qtbot, sheet, "tersalah taip bulan")
    amended = planning.session(office, session.id)
    assert amended.due is not None
    assert amended.due.isoformat() == "2026-12-01"
    assert {visit.ref for visit in records.page(office, Filter(session=session.id)).visits} == before


def test_a_session_is_called_off_with_a_reason(qtbot: QtBot, page: SessionsPage) -> None:
    session = plan_sample_day(page.desk.office)
    page.opened(session.id)
    page.editing.ask_cancel()
    give_reason(qtbot, page.editing.sheet, "banjir")
    done = planning.session(page.desk.office, session.id)
    assert done.cancelled
    assert done.cancel_reason == "banjir"


def test_typed_changes_of_a_recorded_session_can_be_undone(qtbot: QtBot, page: SessionsPage) -> None:
    session = plan_sample_day(page.desk.office)
    page.opened(session.id)
    qtbot.keyClicks(page.plan.form.counters, "9")
    page.put_away()
    assert plan_drafts.kept(page.desk.office)
    page.plan.discard_wanted.emit()
    assert page.plan.form.counters.text() == "3"
    assert not plan_drafts.kept(page.desk.office)


def test_the_year_shows_its_target_sessions_and_their_state(page: SessionsPage, clock: Clock) -> None:
    office = page.desk.office
    held = plan_sample_day(office, "2026-03-10", "1")
    ahead = plan_sample_day(office, "2026-12-12", "2")
    page.opened(ahead.id)
    rows = [page.year.row_of(one.id) for one in (held, ahead)]
    assert [row.state() for row in rows if row] == ["LATE 252 days", "Planned"]
    labels = [label.text() for label in page.year.findChildren(QLabel)]
    assert "planned 2 of 4" in labels
    assert (2026, 12) in [month.month() for month in page.year.months]


def test_an_earlier_session_is_copied_with_its_team_and_without_its_dates(page: SessionsPage) -> None:
    plan_sample_day(page.desk.office)
    page.opened()
    page.year.copy_wanted.emit()
    draft = page.editing.work.draft
    assert draft.number == "5"
    assert draft.days[0].date == ""
    assert draft.days[0].place == "Dewan Serbaguna Bandar Baru Bangi"
    assert draft.duties[0].officer == OFFICER


def test_hostile_text_is_shown_as_text(page: SessionsPage) -> None:
    plan_sample_day(page.desk.office)
    hostile = "<b>bold</b> \u202eterbalik ﷽ 中文 தமிழ் 😀"
    draft = SessionDraft.of(planning.sessions(page.desk.office)[0])
    opened = planning.open_session(page.desk.office, draft.id)
    planning.amend(page.desk.office, opened, replace(draft, title=hostile), "ujian")
    page.opened(draft.id)
    assert page.plan.form.heading.text() == planning.session(page.desk.office, draft.id).title
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_every_field_has_a_name_for_a_screen_reader(page: SessionsPage) -> None:
    from PySide6.QtWidgets import QComboBox, QLineEdit

    page.opened("new")
    fields = [*page.plan.findChildren(QLineEdit), *page.plan.findChildren(QComboBox)]
    nameless = [one.objectName() for one in fields if one.isVisible() and not one.accessibleName()]
    assert nameless == []


@pytest.mark.parametrize("width", ["wide", "normal", "narrow", "least"])
def test_the_plan_stays_reachable_at_every_width(page: SessionsPage, width: str) -> None:
    plan_sample_day(page.desk.office)
    page.opened()
    page.reflow(Shape(width, low=width == "least"))
    assert page.plan.isVisible()
    assert page.plan.set_button.isVisible()
    assert page.advice.isVisible() == (width in ("wide", "normal"))
