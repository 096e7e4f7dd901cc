"""Rekod by keyboard: finding, filtering, looking, correcting, withdrawing, moving, showing a document."""

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
from hbp_desktop.ui.desk import Desk, Find, Select, Shape
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.records_page import RecordsPage
from hbp_desktop.ui.theme import Theme
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import counter, planning, records
from hbp_desktop.usecases.office import Office
from tests.conftest import Clock
from tests.conftest import Office as Founded
from tests.usecases.drafts import matter, visit

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def office(founded: Founded, clock: Clock) -> Iterator[Office]:
    opened = founded.unlock()
    yield Office.of(opened, clock)
    opened.close()


@pytest.fixture
def session(office: Office) -> Session:
    days, duty = (DayDraft(date="2026-11-24", place="Dewan"),), DutyDraft(officer="Pn. Rohani", counter="1")
    return planning.plan(office, SessionDraft(number="4", year="2026", days=days, duties=(duty,)))


@pytest.fixture
def salmah(office: Office, session: Session) -> str:
    made = counter.record(office, visit(session, matter(), matter("pertanyaan"), phone="0190000012"))
    return made.id


@pytest.fixture
def page(office: Office, languages: Languages, look: Theme, qtbot: QtBot) -> Iterator[RecordsPage]:
    made = RecordsPage(Desk(office, Preferences()))
    qtbot.addWidget(made)
    made.resize(1250, 640)
    made.reflow(Shape())
    made.show()
    made.activateWindow()
    yield made
    settle(made)


def opened(page: RecordsPage, target: object = None) -> RecordsPage:
    page.opened(target)
    settle(page)
    return page


def settle(page: RecordsPage) -> None:
    for _ in range(4):  # a question that waited starts when the one before it is answered
        assert tasks.wait_for_all()
        QApplication.processEvents()


def focus() -> QWidget:
    QApplication.processEvents()
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(focus(), key, held)


def write(text: str) -> None:
    QTest.keyClicks(focus(), text)


def names(page: RecordsPage) -> list[str]:
    return [row.visit.name for row in page.list.model.rows()]


def fill(office: Office, session: Session, count: int) -> None:
    for number in range(count):
        counter.record(office, visit(session, name=f"Pelanggan {number}", id_kind="", id_number=""))


def test_an_office_without_records_says_what_to_do(page: RecordsPage, session: Session) -> None:
    opened(page)
    assert page.list.model.rowCount() == 0
    assert page.record() is None
    assert page.filters.counts() == "0 kunjungan · 0 urusan"


def test_one_record_is_chosen_and_shown_with_its_document_masked(page: RecordsPage, salmah: str) -> None:
    opened(page)
    record = page.record()
    assert record is not None
    assert record.visit.id == salmah
    assert page.detail.person is not None
    assert "610415-10-****" in page.detail.person.document_words()
    shown = [page.list.model.index(0, column).data() for column in range(page.list.model.columnCount())]
    assert "610415-10-****" in shown
    assert not [words for words in shown if words and "0004" in words]


def test_showing_a_document_is_written_down_first(page: RecordsPage, office: Office, salmah: str) -> None:
    opened(page)
    page.findChild(QWidget, "record.reveal").setFocus()
    press(Key.Key_Space)
    assert page.detail.person is not None
    assert "610415-10-0004" in page.detail.person.document_words()
    with office.vault.read() as conn:
        acts = conn.exec_driver_sql("SELECT what, about FROM acts").all()
    assert [tuple(act) for act in acts if act.what.startswith("reveal.")] == [("reveal.identity", salmah)]


def test_f3_goes_to_the_search_and_typing_finds(page: RecordsPage, office: Office, session: Session) -> None:
    fill(office, session, 3)
    counter.record(office, visit(session))
    opened(page)
    page.take_find()
    write("salmah b. osman")
    settle(page)
    assert names(page) == ["Salmah binti Osman"]
    assert page.filters.counts() == "1 kunjungan · 1 urusan"
    press(Key.Key_Return)
    assert focus() is page.list.table


def test_a_search_from_the_head_opens_with_what_was_typed(page: RecordsPage, salmah: str) -> None:
    opened(page, Find("0004"))
    assert page.filters.search.text() == "0004"
    assert names(page) == ["Salmah binti Osman"]


def test_a_number_opens_exactly_the_records_behind_it(
    page: RecordsPage, office: Office, session: Session, salmah: str
) -> None:
    counter.record(office, visit(session, matter("cadangan"), name="Lim", id_kind="", counter="2"))
    opened(page, Select(Filter(session=session.id, kind="cadangan")))
    assert names(page) == ["Lim"]
    chips = {name for name, chip in page.filters.chips.items() if chip.value()}
    assert chips == {"session", "kind"}
    assert page.filters.chips["kind"].text() == "Cadangan"
    page.filters.chips["kind"].setFocus()
    press(Key.Key_Delete)
    settle(page)
    assert sorted(names(page)) == ["Lim", "Salmah binti Osman"]


def test_a_record_asked_for_by_its_id_is_shown(page: RecordsPage, office: Office, session: Session) -> None:
    fill(office, session, 2)
    wanted = counter.record(office, visit(session))
    fill(office, session, 2)
    opened(page, Select(wanted.id))
    record = page.record()
    assert record is not None
    assert record.visit.id == wanted.id


def test_the_next_page_is_read_when_the_end_comes_near(
    page: RecordsPage, office: Office, session: Session
) -> None:
    fill(office, session, 60)
    opened(page)
    assert page.list.model.rowCount() == 50
    press(Key.Key_End, Mod.ControlModifier)
    page.list.table.scrollToBottom()
    settle(page)
    assert len(set(names(page))) == 60
    assert not page.list.model.canFetchMore(page.list.table.rootIndex())


def test_a_correction_asks_why_at_the_end_and_shows_before_and_after(
    page: RecordsPage, office: Office, salmah: str
) -> None:
    opened(page)
    press(Key.Key_E, Mod.ControlModifier)
    assert focus().objectName() == "name"
    page.acts.form.client.phone.setFocus()
    focus().selectAll()  # type: ignore[attr-defined]
    write("0190000021")
    press(Key.Key_Return, Mod.ControlModifier)
    press(Key.Key_Return, Mod.ControlModifier)
    assert page.acts.form.ask.trouble()
    write("salah taip")
    press(Key.Key_Return, Mod.ControlModifier)
    settle(page)
    record = page.record()
    assert record is not None
    assert record.visit.phone == "0190000021"
    newest = record.history[0]
    assert (newest.reason, [field.name for field in newest.fields]) == ("salah taip", ["phone"])
    assert not page.acts.correcting()


def test_what_was_not_touched_is_not_written(page: RecordsPage, office: Office, salmah: str) -> None:
    opened(page)
    press(Key.Key_E, Mod.ControlModifier)
    assert not page.acts.form.changed()
    press(Key.Key_Return, Mod.ControlModifier)
    assert page.findChild(QWidget, "banner.act") is not None
    press(Key.Key_Escape)
    assert len(records.open_record(office, salmah).history) == 3


def test_a_correction_begun_before_another_write_loses_neither(
    page: RecordsPage, office: Office, salmah: str
) -> None:
    opened(page)
    page.acts.correct()
    theirs = records.open_record(office, salmah)
    draft = page.acts.form.read()
    records.correct(office, theirs, type(draft)(**{**vars(draft), "queue": "A-021"}), "giliran dicatat")
    page.acts.form.client.name.setFocus()
    focus().selectAll()  # type: ignore[attr-defined]
    write("Salmah binti Othman")
    page.acts.go_on()
    write("ejaan disemak dengan kad")
    page.acts.go_on()
    now = records.open_record(office, salmah)
    assert (now.visit.name, now.visit.queue, now.clashes) == ("Salmah binti Othman", "A-021", ())


def test_two_versions_of_one_field_are_told_in_words(page: RecordsPage, office: Office, salmah: str) -> None:
    first, second = records.open_record(office, salmah), records.open_record(office, salmah)
    draft = page.acts.form.read()
    base = type(draft).of(first.visit)
    for opened_on, phone in ((first, "0190000021"), (second, "0190000099")):
        changed = type(base)(**{**vars(base), "phone": phone})
        records.correct(office, opened_on, changed, "disemak")
    opened(page)
    told = page.findChild(QWidget, "banner.record.clash.phone") or page.findChild(
        QWidget, "record.clash.phone"
    )
    assert "019-000 0021" in told.accessibleName()
    assert "019-000 0099" in told.accessibleName()


def test_withdrawing_asks_why_keeps_it_readable_and_can_be_undone(
    page: RecordsPage, office: Office, salmah: str
) -> None:
    opened(page)
    page.detail.withdraw.setFocus()
    press(Key.Key_Space)
    write("direkod dua kali")
    press(Key.Key_Return, Mod.ControlModifier)
    settle(page)
    assert names(page) == []
    assert records.amounts(office, Filter(withdrawn=True)) == (1, 2)
    assert page.list.undo.text() == "Buat asal tarik balik"
    page.acts.undo()
    settle(page)
    assert names(page) == ["Salmah binti Osman"]
    assert not page.list.undo.text() or page.list.undo.text() == "Buat asal pemulihan"


def test_a_matter_offers_only_its_next_states_and_referring_asks_to_whom(
    page: RecordsPage, office: Office, salmah: str
) -> None:
    opened(page)
    assert page.detail.matters[0].steps() == ["in_progress", "waiting", "referred", "settled"]
    page.detail.matters[0].take_step("referred")
    assert focus().objectName() == "record.ask.agency"
    press(Key.Key_Return, Mod.ControlModifier)
    assert page.detail.ask.trouble()
    write("Majlis Perbandaran Kajang")
    press(Key.Key_Return, Mod.ControlModifier)
    settle(page)
    record = page.record()
    assert record is not None
    first = record.visit.matters[0]
    assert (first.status, first.agency) == ("referred", "Majlis Perbandaran Kajang")


def test_a_complaint_that_was_acknowledged_stops_its_first_clock(
    page: RecordsPage, office: Office, salmah: str
) -> None:
    opened(page)
    page.findChild(QWidget, "record.clock.1").setFocus()
    press(Key.Key_Space)
    settle(page)
    first = records.open_record(office, salmah).visit.matters[0]
    assert first.ack_done == office.today


def test_in_a_narrow_window_the_record_takes_the_lists_place_and_escape_goes_back(
    page: RecordsPage, salmah: str
) -> None:
    page.reflow(Shape("narrow"))
    opened(page)
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    press(Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    press(Key.Key_Escape)
    assert page.list.isVisible()
    assert focus() is page.list.table


def test_columns_drop_as_width_goes_and_never_cut_a_reference(page: RecordsPage, salmah: str) -> None:
    opened(page)
    for width, dropped in (("wide", set()), ("normal", {"code", "queue"}), ("narrow", {"code"})):
        page.reflow(Shape(width))
        table, columns = page.list.table, page.list.model.columns
        hidden = {one.key for number, one in enumerate(columns) if table.isColumnHidden(number)}
        assert hidden == dropped
        ref = next(number for number, one in enumerate(columns) if one.key == "ref")
        words = page.list.model.index(0, ref).data()
        assert table.columnWidth(ref) > table.fontMetrics().horizontalAdvance(words)


def test_a_long_name_and_foreign_script_are_plain_text(
    page: RecordsPage, office: Office, session: Session
) -> None:
    name = "Wan <b>" + "王小明 " * 40
    counter.record(office, visit(session, name=name, id_kind="", id_number=""))
    opened(page)
    assert page.list.model.rows()[0].visit.name.startswith("Wan <b>")
    record = page.record()
    assert record is not None
    assert page.detail.minimumSizeHint().width() <= page.detail.maximumWidth()


def test_the_language_changes_while_a_record_is_shown(
    page: RecordsPage, salmah: str, languages: Languages
) -> None:
    opened(page)
    assert page.detail.correct.text() == "Betulkan…"
    page.desk.preferences = page.desk.preferences.but(language="en")
    languages.use("en")
    QApplication.processEvents()
    assert page.detail.correct.text() == "Correct…"
    assert page.title() == "Records"
    assert page.list.model.columns[0].title == "Reference"


def test_every_place_that_takes_the_focus_has_a_name(page: RecordsPage, salmah: str) -> None:
    opened(page)
    nameless = [
        widget.objectName() or type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
