"""Segerak through its widgets: enrolling, a real round beside the typing, its proof, and what went wrong."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.listing import Filter
from hbp_desktop.store import heard
from hbp_desktop.ui.desk import Desk, Select
from hbp_desktop.ui.exchange_lane import ExchangeLane, Step
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.lanes import Lanes
from hbp_desktop.ui.pages import PAGES
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.text import Elided
from hbp_desktop.ui.sync.look_card import Looked
from hbp_desktop.ui.sync_page import SyncPage
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import exchange
from hbp_desktop.usecases.exchange import LookLine, RoundResult, Standing
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.sync.state_house import IMPATIENT, StateHouse, state_house
from tests.ui.office_desk import desk_of, import_sample, plan_sample_day, settle

LONG = 20_000  # ms; the most a round is waited for before the test fails
KINDS = tuple(kind for kind in PAGES if kind.key in ("counter", "records", "sync"))
ENROLLED = Standing(enrolled=True, peer_name="Pejabat negeri", phase="connected", matters=40)


def brisk(office: Office, step: Step, stop: object) -> RoundResult:
    """A real round that gives up on a silent line after two seconds."""
    return exchange.round(office, office.vault, step, stop, IMPATIENT)  # type: ignore[arg-type]


@pytest.fixture
def real_desk(languages: Languages, opened: Opened, clock: Clock) -> Desk:
    return desk_of(opened, clock)


@pytest.fixture
def lane(qtbot: QtBot, real_desk: Desk) -> Iterator[ExchangeLane]:
    lanes = Lanes()
    made = ExchangeLane(real_desk.office, brisk)
    lanes.add(made)
    real_desk.exchange.use(made)
    yield made
    with qtbot.waitSignal(made.ended, timeout=LONG):
        made.stop()


@pytest.fixture
def frame(qtbot: QtBot, real_desk: Desk, lane: ExchangeLane) -> Iterator[Frame]:
    made = Frame(real_desk, KINDS)
    qtbot.addWidget(made)
    made.resize(1366, 738)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def page(frame: Frame) -> SyncPage:
    frame.open("sync")
    shown = frame.current()
    assert isinstance(shown, SyncPage)
    return shown


@pytest.fixture
def house(tmp_path: Path) -> Iterator[StateHouse]:
    """A state office on loopback."""
    with state_house(tmp_path / "negeri") as found:
        yield found


def knows(desk: Desk, standing: Standing) -> None:
    """Have the window know this of the exchange."""
    desk.exchange._show(standing)


def run_round(qtbot: QtBot, page: SyncPage, lane: ExchangeLane) -> RoundResult:
    """Press the button and wait for the round's end and for what is read after it."""
    with qtbot.waitSignal(lane.settled, timeout=LONG) as told:
        page.state.again.click()
    settle(QApplication.instance(), lambda: not page.desk.exchange._loader.busy)
    return told.args[0]


# enrolling


def test_before_enrolling_the_page_explains_and_offers_the_form_to_an_administrator(page: SyncPage) -> None:
    assert page.enrol.isVisible()
    assert page.steps.isVisible()
    assert not page.state.isVisible()
    assert page.enrol.address.hasFocus()
    assert page.enrol.enrol.isVisible()


def test_who_may_not_enrol_reads_who_may(page: SyncPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Office, "may", lambda _self, verb, *_: verb != "sync.enrol")
    page._show()
    assert not page.enrol.enrol.isVisible()
    assert "entadbir" in page.enrol._alone.text()


def test_a_form_left_empty_says_what_is_missing(qtbot: QtBot, page: SyncPage) -> None:
    QTest.keyClick(page.enrol.address, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.enrol._fields["address"].trouble() == "Taip alamatnya."
    QTest.keyClicks(page.enrol.address, "https://segerak.example.my")
    page.enrol.submit()
    assert page.enrol._fields["address"].trouble() == ""
    assert page.enrol._fields["code"].trouble() != ""
    assert page.enrol.code.hasFocus()


def test_a_refused_code_is_said_and_what_was_typed_stays(
    qapp: QApplication, page: SyncPage, house: StateHouse
) -> None:
    house.code()
    page.enrol.address.setText(house.url)
    page.enrol.code.setText("AAAA-AAAA-AAAA")
    page.enrol.submit()
    settle(qapp, lambda: not page.enrol._busy)
    assert page.enrol.trouble.isVisible()
    assert page.enrol.address.text() == house.url
    assert page.enrol.enrol.isEnabled()


def test_enrolling_by_keys_alone_shows_the_six_words_that_the_state_office_sees(
    qtbot: QtBot, qapp: QApplication, frame: Frame, page: SyncPage, lane: ExchangeLane, house: StateHouse
) -> None:
    from hbp_desktop.state_office import grants

    QTest.keyClicks(page.enrol.address, house.url)
    QTest.keyClick(page.enrol.address, Qt.Key.Key_Return)
    QTest.keyClicks(page.enrol.code, house.code())
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        QTest.keyClick(page.enrol.code, Qt.Key.Key_Return)
        settle(qapp, lambda: not page.enrol._busy)
    settle(qapp, lambda: page.confirm.isVisible())
    with house.stand.database.read() as conn:
        (known,) = grants.devices(conn, house.stand.receiver.key)
    assert page.confirm.words.words() == known.words
    assert page.enrol.code.text() == ""
    assert frame.status.lamp.words().startswith("Menunggu pengesahan")
    house.confirm()
    assert run_round(qtbot, page, lane).done
    settle(qapp, lambda: not page.confirm.isVisible())
    assert page.state.isVisible()


# a round


@pytest.fixture
def enrolled(real_desk: Desk, house: StateHouse, clock: Clock) -> StateHouse:
    """The sample day's forty matters, and a state office that has confirmed this laptop."""
    clock.move(hours=9)
    import_sample(real_desk.office, plan_sample_day(real_desk.office))
    house.welcome(real_desk.office)
    return house


def numbers(page: SyncPage) -> dict[str, str]:
    return {mark: figure.number() for mark, figure in page.state.figures.items()}


def test_a_round_moves_the_numbers_and_brings_a_receipt_that_matches(
    qtbot: QtBot, qapp: QApplication, enrolled: StateHouse, frame: Frame, page: SyncPage, lane: ExchangeLane
) -> None:
    assert numbers(page) == {"here": "40", "held": "0", "there": "0", "look": "0"}
    assert frame.navigation.item("sync").badge() == "40"
    assert frame.status.lamp.words().startswith("Menunggu pengesahan 40 urusan menunggu")
    result = run_round(qtbot, page, lane)
    assert result.done
    settle(qapp, lambda: numbers(page)["held"] == "40" and bool(page.seen().receipts))
    assert page.receipts.model.rows()[0].matched
    cells = [page.receipts.model.index(0, n).data() for n in range(3)]
    assert result.receipt.name in cells
    assert any("40 urusan · sepadan" in cell for cell in cells)
    assert "catatan terbaharu 5.30 petang, belum ada sandaran" in page.computers._told.text()
    assert [one.here for one in page.seen().laptops] == [True, False]  # and the state office's own key
    assert [one.of_state for one in page.seen().laptops] == [False, True]
    shown = [one.whole() for one in page.computers.findChildren(Elided)]
    assert shown.count("Pejabat negeri") == 1
    assert page.computers._count.text() == "1"
    assert "Jawapan dari sana" in {one.text() for one in page.computers.findChildren(Chip)}
    enrolled.project()
    run_round(qtbot, page, lane)
    settle(qapp, lambda: numbers(page) == {"here": "0", "held": "0", "there": "40", "look": "0"})
    assert frame.navigation.item("sync").badge() == ""
    assert frame.status.lamp.words() == "Bersambung pejabat negeri sudah terima semua"


def test_a_number_opens_just_the_records_it_counts(
    qtbot: QtBot, qapp: QApplication, enrolled: StateHouse, frame: Frame, page: SyncPage, lane: ExchangeLane
) -> None:
    with qtbot.waitSignal(page.desk.page_wanted) as told:
        QTest.keyClick(page.state.figures["here"], Qt.Key.Key_Return)
    assert told.args == ["records", Select(Filter(mark="here"))]
    records = frame.current()
    settle(qapp, lambda: "40" in records.filters.counts())
    assert len(records.list.model.rows()) == 31
    frame.open("sync")
    run_round(qtbot, page, lane)
    page.state.figures["here"].opened.emit()
    settle(qapp, lambda: records.filters.counts().startswith("0 "))
    frame.open("sync")
    page.state.figures["held"].opened.emit()
    settle(qapp, lambda: records.filters.counts().startswith("31 "))


def test_the_list_and_the_record_show_where_they_lie(
    qtbot: QtBot, qapp: QApplication, enrolled: StateHouse, frame: Frame, page: SyncPage, lane: ExchangeLane
) -> None:
    frame.open("records")
    records = frame.current()
    records.list.marks.look()
    settle(qapp, lambda: set(records.list.marks.of.values()) == {"here"})
    last = records.list.model.columnCount() - 1
    assert records.list.model.index(0, last).data(Qt.ItemDataRole.AccessibleTextRole) == "disimpan di sini"
    settle(qapp, lambda: records.detail._lies.words() != "")
    assert records.detail._lies.words() == "Disimpan di komputer ini; belum dihantar."
    for _ in range(2):
        run_round(qtbot, page, lane)
        enrolled.project()
    run_round(qtbot, page, lane)
    records.list.marks.look()
    settle(qapp, lambda: set(records.list.marks.of.values()) == {"there"})
    assert records.list.model.index(0, last).data(Qt.ItemDataRole.AccessibleTextRole) == "negeri terima"
    settle(qapp, lambda: records.detail._lies.words().startswith("Pejabat negeri terima pada 24 Nov."))


def test_a_dead_line_is_said_with_what_to_do_and_nothing_counts_as_sent(
    qtbot: QtBot, qapp: QApplication, enrolled: StateHouse, frame: Frame, page: SyncPage, lane: ExchangeLane
) -> None:
    enrolled.served.stop()
    result = run_round(qtbot, page, lane)
    assert result.problem is not None
    settle(qapp, lambda: page.state.trouble.isVisible())
    assert "mencuba semula sendiri" in page.state.trouble.text()
    assert numbers(page)["here"] == "40"
    assert frame.status.lamp.state() == "offline"
    assert frame.status.lamp.words() == "Tiada talian 40 urusan menunggu · semuanya selamat di komputer ini"


def test_a_laptop_that_was_turned_away_enrols_again_from_the_trouble_itself(
    qtbot: QtBot, qapp: QApplication, enrolled: StateHouse, page: SyncPage, lane: ExchangeLane
) -> None:
    from hbp_desktop.state_office import grants

    assert run_round(qtbot, page, lane).done
    with enrolled.stand.database.read() as conn:
        (known,) = grants.devices(conn, enrolled.stand.receiver.key)
    enrolled.revoke(known.key)
    result = run_round(qtbot, page, lane)
    assert result.problem is not None
    assert result.problem.code == "sync_revoked"
    settle(qapp, lambda: page.state.trouble.isVisible())
    page.state.trouble._button.click()
    assert page.enrol.isVisible()
    assert page.enrol.address.text() == enrolled.url
    assert not page.state.isVisible()
    QTest.keyClick(page.enrol.address, Qt.Key.Key_Escape)
    assert page.state.isVisible()


# beside the typing


def test_typing_goes_on_while_a_round_runs_and_what_arrives_leaves_the_form_alone(
    qtbot: QtBot, qapp: QApplication, enrolled: StateHouse, frame: Frame, page: SyncPage, lane: ExchangeLane
) -> None:
    frame.open("counter")
    counter = frame.current()
    counter.client.name.setFocus()
    typed = Event()

    def slow(office: Office, step: Step, stop: object) -> RoundResult:
        assert typed.wait(LONG / 1000)
        return brisk(office, step, stop)

    lane._run = slow
    with qtbot.waitSignal(lane.settled, timeout=LONG) as told:
        lane.now()
        for letter in "Devi":
            QTest.keyClick(qapp.focusWidget(), letter)
        assert counter.client.name.text() == "Devi"
        assert lane.busy
        assert qapp.activeModalWidget() is None
        assert qapp.activePopupWidget() is None
        typed.set()
    assert told.args[0].matters == 40
    counter.desk.changed.emit()  # as if the round had brought something
    settle(qapp)
    assert counter.client.name.text() == "Devi"
    assert counter.client.name.hasFocus()
    assert counter.client.name.cursorPosition() == 4


def test_a_save_is_carried_by_itself(
    qtbot: QtBot, qapp: QApplication, enrolled: StateHouse, real_desk: Desk, frame: Frame, lane: ExchangeLane
) -> None:
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane.now()
    real_desk.changed.emit()
    assert lane._soon.isActive()


def test_only_who_presses_asks_again_what_was_heard_of_the_states_laptops(
    qtbot: QtBot, enrolled: StateHouse, page: SyncPage, lane: ExchangeLane
) -> None:
    def kept() -> tuple[bytes, bytes] | None:
        with page.desk.office.vault.read() as conn:
            return heard.kept(conn, enrolled.stand.receiver.key)

    enrolled.confirm("state")
    assert run_round(qtbot, page, lane).done
    first = kept()
    assert first is not None
    with qtbot.waitSignal(lane.settled, timeout=LONG):
        lane.now()
    assert kept() == first
    assert run_round(qtbot, page, lane).done
    assert kept() not in (None, first)


# what is shown of other states


@pytest.mark.parametrize(
    ("phase", "waiting", "state", "first"),
    [
        ("none", 0, "saved", "Disimpan di komputer ini"),
        ("confirming", 3, "waiting", "Menunggu pengesahan"),
        ("idle", 3, "saved", "Disimpan di sini"),
        ("sending", 3, "sending", "Sedang menghantar"),
        ("connected", 3, "saved", "Disimpan di sini"),
        ("connected", 0, "connected", "Bersambung"),
        ("offline", 3, "offline", "Tiada talian"),
        ("look", 3, "look", "Perlu dilihat"),
    ],
)
def test_the_lamp_says_each_state_by_shape_and_words(
    frame: Frame, phase: str, waiting: int, state: str, first: str
) -> None:
    standing = Standing(
        enrolled=phase != "none", phase=phase, waiting=waiting, matters_waiting=waiting, last_contact=1
    )  # type: ignore[arg-type]
    knows(frame.desk, standing)
    assert frame.status.lamp.state() == state
    assert frame.status.lamp.words().startswith(first)
    assert ("3 urusan menunggu" in frame.status.lamp.words()) is (waiting == 3)
    assert frame.status.accessibleName() == frame.status.lamp.words()


def test_the_lamp_opens_the_page_by_key_and_by_click(qtbot: QtBot, frame: Frame) -> None:
    frame.open("counter")
    QTest.keyClick(frame.status.lamp, Qt.Key.Key_Return)
    assert frame.current().key == "sync"
    frame.open("counter")
    QTest.mouseClick(frame.status.lamp, Qt.MouseButton.LeftButton)
    assert frame.current().key == "sync"
    frame.open("counter")
    QTest.keyClick(frame, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert frame.current().key == "sync"


def test_kilobytes_and_the_time_left_are_said_and_fall_as_a_round_goes_on(frame: Frame) -> None:
    knows(
        frame.desk,
        Standing(
            enrolled=True,
            phase="sending",
            waiting=27,
            matters_waiting=9,
            bytes_waiting=14_000,
            seconds_left=6,
            last_contact=1,
        ),
    )
    assert frame.status.lamp.words().endswith("9 urusan menunggu · 14 kB · kira-kira 6 saat")
    frame.desk.exchange._on_step(7_000, 14_000, "sending")
    assert frame.status.lamp.words().endswith("9 urusan menunggu · 7 kB · kira-kira 3 saat")


def test_a_wrong_clock_shows_the_state_offices_time_and_what_to_do(page: SyncPage) -> None:
    trouble = Problem("clock_wrong", values={"date": "2026-11-24", "time": "17:30"})
    knows(page.desk, Standing(enrolled=True, phase="offline", last_error=trouble, last_contact=1))
    assert page.state.trouble.isVisible()
    assert "24 November 2026, 5.30 petang" in page.state.trouble.text()
    assert "Tetapkan jam" in page.state.trouble.text()


def test_what_is_held_and_not_counted_says_why_and_whose_turn_it_is(qtbot: QtBot, page: SyncPage) -> None:
    knows(page.desk, ENROLLED)
    lines = (
        Looked(LookLine("visit", "v", 2, "look_revoked", "administrator"), "SGR06-AAAA-BBBBBB", "v"),
        Looked(LookLine("chain", "c", 0, "look_broken", "state")),
    )
    page.look.show_lines(lines, "ms")
    assert page.look.table.isVisible()
    assert "Pentadbir" in page.look.why()
    page.look.table.choose(1)
    assert "Pejabat negeri menyelesaikannya" in page.look.why()
    page.look.table.choose(0)
    with qtbot.waitSignal(page.look.opened) as told:
        QTest.keyClick(page.look.table, Qt.Key.Key_Return)
    assert told.args == ["v"]


def test_trouble_with_the_disk_takes_the_lamps_place_and_gives_it_back(frame: Frame) -> None:
    knows(frame.desk, ENROLLED)
    frame.status.set_trouble("unsaved", "Cakera penuh")
    knows(frame.desk, Standing(enrolled=True, phase="offline", waiting=1))
    assert frame.status.lamp.words() == "Cakera penuh"
    frame.status.set_trouble()
    assert frame.status.lamp.words().startswith("Tiada talian")
