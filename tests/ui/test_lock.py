"""Locking through the real window: what it closes, what it keeps, and that no client is left in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.errors import NoRoom
from hbp_desktop.domain.locking import ROUND_S
from hbp_desktop.domain.session import DayDraft, DutyDraft
from hbp_desktop.store.vault import Vault
from hbp_desktop.ui import tasks
from hbp_desktop.ui.cover import Cover
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.lanes import Lane
from hbp_desktop.ui.preferences import PreferencesFile
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.unlock_page import UnlockPage
from hbp_desktop.ui.window import Window
from hbp_desktop.usecases import counter
from hbp_desktop.usecases.office import Office as SeatedOffice
from tests.conftest import OFFICER, PASSWORD, Office
from tests.counter_sitting import Counter, Key, Mod, one_visit, plan
from tests.ui.traces import settle, traces

DAY = DayDraft(date="2026-11-24", start="8:00", end="12:00", place="Dewan Serbaguna Bandar Baru Bangi")
NAME = b"anitsiQ hadiabuZ"[::-1]  # so that no text of the tests themselves holds it
NUMBER = b"0000-01-822095"[::-1]


@dataclass
class Clocks:
    """A machine's two clocks, moved by hand; `boot` goes on while it sleeps."""

    awake: float = 1_000.0
    asleep: float = field(default=50.0)

    def running(self) -> float:
        return self.awake

    def boot(self) -> float:
        return self.awake + self.asleep


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def window(
    qtbot: QtBot, languages: Languages, founded: Office, door: Door, clocks: Clocks
) -> Iterator[Window]:
    """The real window with every page, at work at the counter on a client day."""
    made = Window(door, PreferencesFile(founded.paths.root / "window.json"), languages, "1.0")
    made.watch._running, made.watch._boot = clocks.running, clocks.boot
    qtbot.addWidget(made)
    made.resize(1366, 738)
    with qtbot.waitExposed(made):
        made.show()
    sit(made, door)
    yield made
    made.close()


def sit(window: Window, door: Door, officer: str = OFFICER) -> None:
    """Unlock and go to the counter."""
    seat = door.unlock(officer, PASSWORD)
    if not counter_sessions(seat.office):
        duty = DutyDraft(officer=OFFICER, counter="2", lead=True)
        plan(seat.office, number="4", year="2026", days=(DAY,), duties=(duty,))
    window.open_seat(seat)
    window.activateWindow()
    window.frame.open("counter")
    QApplication.processEvents()


def counter_sessions(office: object) -> list[object]:
    from hbp_desktop.store import shelf

    with office.vault.read() as conn:
        return shelf.all_sessions(conn)


def at(window: Window) -> Counter:
    """Give the counter inside the window."""
    page = window.frame.current()
    return Counter(window.frame, page, page.desk.office, page.desk.office.clock)


def serve(window: Window) -> None:
    """Save one client, and type another without saving."""
    here = at(window)
    one_visit(here, NAME.decode(), NUMBER.decode()).ctrl(Key.Key_Return)
    here.press(Key.Key_F5)
    one_visit(at(window), NAME.decode(), NUMBER.decode())


def shown(window: Window) -> object:
    return window._stack.currentWidget()


def key(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """Press a key as the system hands it to the window: shortcuts first."""
    QTest.keyClick(window.windowHandle(), pressed, held)
    QApplication.processEvents()


# what a lock leaves behind


@pytest.mark.parametrize("why", ["idle", "sleep"])
def test_after_a_lock_nothing_in_the_window_holds_the_clients_name(
    qapp: QApplication, window: Window, why: str
) -> None:
    serve(window)
    window.frame.open("records")
    assert tasks.wait_for_all()
    qapp.processEvents()
    window.frame.open("counter")
    window.lock(why)
    settle(qapp)
    assert isinstance(shown(window), UnlockPage)
    assert traces(NAME) == []
    assert traces(NUMBER) == []
    assert window.windowTitle() == "Hari Bertemu Pelanggan"


def test_the_search_for_traces_finds_a_name_where_there_is_one(qapp: QApplication, window: Window) -> None:
    serve(window)
    found = {place.split(":")[0] for place in traces(NAME)}
    assert {"text", "model", "spoken", "object"} <= found
    field = window.frame.head.search
    field.setText("")
    QTest.keyClicks(field, NAME.decode())
    field.selectAll()
    field.copy()
    field.del_()
    found = {place.split(":")[0] for place in traces(NAME)}
    assert {"undo", "clipboard"} <= found


def test_a_widget_that_is_only_hidden_would_be_found(qapp: QApplication, window: Window) -> None:
    left = QLineEdit()
    QTest.keyClicks(left, NAME.decode())
    left.clear()
    window.lock("asked")
    settle(qapp)
    assert any(place.startswith("undo") for place in traces(NAME))
    left.deleteLater()


def test_sheets_and_finds_over_the_page_go_with_it(qapp: QApplication, window: Window) -> None:
    here = at(window)
    here.press(Key.Key_F4)
    assert window.findChild(QComboBox, "seat.session") is not None
    window.lock("system")
    settle(qapp)
    assert window.findChild(QComboBox, "seat.session") is None


def test_the_vault_of_the_window_is_closed(window: Window) -> None:
    vault = window._seat.office.vault
    window.lock("asked")
    with pytest.raises(Exception, match="vault_closed"), vault.read():
        pass


def test_what_the_program_copied_leaves_the_clipboard(qapp: QApplication, window: Window) -> None:
    field = window.frame.head.search
    QTest.keyClicks(field, NAME.decode())
    field.selectAll()
    field.copy()
    window.lock("idle")
    assert qapp.clipboard().text() == ""


def test_what_another_program_copied_stays(
    qapp: QApplication, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hbp_desktop.ui.own_clipboard.QGuiApplication.focusWindow", lambda: None)
    qapp.clipboard().setText("no client's")
    window.lock("idle")
    assert qapp.clipboard().text() == "no client's"
    qapp.clipboard().clear()


# drafts


def test_what_is_typed_is_offered_back_after_the_lock(window: Window, door: Door) -> None:
    here = at(window)
    here.press(Key.Key_F5)
    one_visit(here, NAME.decode(), NUMBER.decode())
    window.lock("idle")
    assert window.frame is None
    sit(window, door)
    page = window.frame.current()
    assert page.drafts.offers()
    page.drafts.resume()
    assert page.client.name.text() == NAME.decode()


def test_the_unlock_page_counts_the_drafts_and_says_a_number_but_no_name(window: Window) -> None:
    here = at(window)
    here.press(Key.Key_F5)
    one_visit(here, NAME.decode(), NUMBER.decode())
    window.lock("idle")
    page = shown(window)
    assert page.password._why.text() == "Fail pejabat dikunci selepas 5 minit tanpa kegiatan."
    said = page.password._drafts.text()
    assert said == "1 deraf menunggu (A-001, 8.30 pagi). Semua yang anda taip telah disimpan."
    assert not page.password._drafts.isHidden()


def test_at_the_start_nothing_is_said_of_drafts(qtbot: QtBot, window: Window, door: Door) -> None:
    page = UnlockPage(door, "ms", "1")
    qtbot.addWidget(page)
    assert page.password._drafts.isHidden()


def test_a_draft_that_cannot_be_kept_is_covered_and_locked_once_it_is(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NoRoom("disk_full")

    one_visit(at(window), NAME.decode(), NUMBER.decode())
    monkeypatch.setattr(counter, "keep_draft", full)
    window.lock("idle")
    assert isinstance(shown(window), Cover)
    assert window.frame is not None
    monkeypatch.undo()
    window.covering._again.timeout.emit()
    assert isinstance(shown(window), UnlockPage)


def test_a_full_lock_waits_for_nothing(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise NoRoom("disk_full")

    one_visit(at(window), NAME.decode(), NUMBER.decode())
    monkeypatch.setattr(counter, "keep_draft", full)
    window.lock("sleep")
    assert window.frame is None


def test_closing_the_window_keeps_what_is_typed(window: Window, door: Door) -> None:
    one_visit(at(window), NAME.decode(), NUMBER.decode())
    assert window.close()
    seat = door.unlock(OFFICER, PASSWORD)
    assert [draft.name for _, draft, _ in counter.kept_drafts(seat.office)] == [NAME.decode()]
    seat.close()


def test_closing_is_put_off_once_where_something_cannot_be_kept(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NoRoom("disk_full")

    one_visit(at(window), NAME.decode(), NUMBER.decode())
    monkeypatch.setattr(counter, "keep_draft", full)
    assert not window.close()
    assert "kept" in window.frame.current().banners.reasons()
    assert window.close()


# when


def test_an_unused_office_counts_down_and_locks(window: Window, clocks: Clocks) -> None:
    clocks.awake += 269
    window.watch.look()
    assert window._countdown.isHidden()
    clocks.awake += 4
    window.watch.look()
    assert window._countdown.words() == (
        "Fail dikunci dalam 27 saat. Tekan mana-mana kekunci untuk terus bekerja."
    )
    assert window._countdown.isVisible()
    clocks.awake += 27
    window.watch.look()
    assert isinstance(shown(window), UnlockPage)
    assert window._countdown.isHidden()


def counting(window: Window, clocks: Clocks) -> None:
    clocks.awake += 280
    window.watch.look()
    assert window._countdown.isVisible()


@pytest.mark.parametrize(
    ("pressed", "held"),
    [(Key.Key_X, Mod.NoModifier), (Key.Key_Return, Mod.ControlModifier), (Key.Key_F5, Mod.NoModifier)],
)
def test_the_key_that_ends_the_countdown_does_nothing_else(
    window: Window, clocks: Clocks, pressed: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    page = window.frame.current()
    counting(window, clocks)
    key(window, pressed, held)
    assert window._countdown.isHidden()
    assert page.client.number.text() == ""
    assert page.form.base.queue == ""
    assert counter.today(page.desk.office, page.work.seat.session.id).figures.headline("visits") == 0
    clocks.awake += 290
    window.watch.look()
    assert window.frame is not None


def test_the_next_key_is_typed_again(window: Window, clocks: Clocks) -> None:
    page = window.frame.current()
    counting(window, clocks)
    key(window, Key.Key_6)
    key(window, Key.Key_F5)
    assert page.form.base.queue == "A-001"


def test_shift_alone_ends_the_countdown(window: Window, clocks: Clocks) -> None:
    counting(window, clocks)
    QTest.keyPress(window.windowHandle(), Key.Key_Shift)
    assert window._countdown.isHidden()
    QTest.keyRelease(window.windowHandle(), Key.Key_Shift)


def test_a_click_ends_the_countdown_and_goes_where_it_points(window: Window, clocks: Clocks) -> None:
    counting(window, clocks)
    item = window.frame.navigation.item("today")
    QTest.mouseClick(
        window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Mod.NoModifier,
        item.mapTo(window, item.rect().center()),
    )
    assert window._countdown.isHidden()
    assert window.frame.current().key == "today"


def test_a_machine_that_slept_unnoticed_locks_fully(window: Window, clocks: Clocks) -> None:
    clocks.asleep += 3_600
    window.watch.look()
    page = shown(window)
    assert isinstance(page, UnlockPage)
    assert "tidur" in page.password._why.text()


def test_a_longer_idle_time_counts_at_once(window: Window, clocks: Clocks) -> None:
    window._on_preference("idle_minutes", 10)
    clocks.awake += 400
    window.watch.look()
    assert window.frame is not None
    window._on_preference("idle_minutes", 5)


# the exchange beside the window


class Round(Lane):
    """A round of an exchange with a connection of its own, that ends when the test says so."""

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self.vault = vault
        self.told: list[str] = []

    def _last_round(self) -> None:
        self.told.append("last round")

    def _stop(self) -> None:
        self.told.append("stop")
        self.finish()

    def finish(self) -> None:
        self.vault.close()
        self._over()


@pytest.fixture
def under_way(window: Window) -> Round:
    vault = window._seat.office.vault
    made = Round(Vault.open(vault.path, vault._key))
    window.lanes.add(made)
    return made


@pytest.mark.parametrize("why", ["idle", "system", "asked"])
def test_a_screen_lock_leaves_the_exchange_its_round_and_its_connection(
    window: Window, under_way: Round, why: str
) -> None:
    window.lock(why)
    assert under_way.running
    assert not under_way.takes_commands
    assert under_way.told == ["last round"]
    with under_way.vault.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM entries").scalar_one() > 0
    assert window._lamp.isVisible()
    assert "Pertukaran" in window._lamp.accessibleName()
    under_way.finish()
    assert not window._lamp.isVisible()
    assert not window.lanes.running()


def test_the_round_is_given_thirty_minutes_and_no_more(window: Window, under_way: Round) -> None:
    window.lock("idle")
    assert under_way._limit.isActive()
    assert under_way._limit.interval() == ROUND_S * 1_000 == 1_800_000
    under_way._limit.timeout.emit()
    assert under_way.told == ["last round", "stop"]
    assert not window.lanes.running()


def test_locking_again_gives_no_further_thirty_minutes(window: Window, under_way: Round) -> None:
    window.lock("idle")
    window.lock("system")
    assert under_way.told == ["last round"]
    under_way.finish()


@pytest.mark.parametrize("why", ["sleep", "lid", "gap", "full"])
def test_a_full_lock_ends_the_exchange_too(window: Window, under_way: Round, why: str) -> None:
    window.lock(why)
    assert under_way.told == ["stop"]
    assert not under_way.running
    with pytest.raises(Exception, match="vault_closed"), under_way.vault.read():
        pass


def test_a_laptop_that_sleeps_after_a_screen_lock_ends_the_exchange(window: Window, under_way: Round) -> None:
    window.lock("idle")
    window.lock("sleep")
    assert under_way.told == ["last round", "stop"]


def test_ctrl_shift_l_locks_fully(window: Window, under_way: Round) -> None:
    key(window, Key.Key_L, Mod.ControlModifier | Mod.ShiftModifier)
    assert under_way.told == ["stop"]
    assert "semua sambungan" in shown(window).password._why.text()


def test_a_password_checked_while_the_laptop_slept_opens_nothing(
    qtbot: QtBot, window: Window, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.lock("asked")
    seat = door.unlock(OFFICER, PASSWORD)
    monkeypatch.setattr(tasks, "running", lambda: True)
    window.lock("sleep")
    shown(window).opened.emit(seat)
    assert window.frame is None
    with pytest.raises(Exception, match="vault_closed"), seat.office.vault.read():
        pass


def test_a_job_under_way_tells_nobody_once_the_office_is_left(qtbot: QtBot, window: Window) -> None:
    told: list[object] = []
    tasks.start(lambda: "found", told.append, told.append)
    window.lock("asked")
    assert tasks.wait_for_all()
    QApplication.processEvents()
    assert told == []


def test_another_process_reads_and_writes_beside_an_open_window(window: Window, founded: Office) -> None:
    one_visit(at(window), NAME.decode(), NUMBER.decode()).ctrl(Key.Key_Return)
    other = founded.unlock()
    office = SeatedOffice.of(other, founded.clock)
    session = counter_sessions(office)[0].id
    assert len(counter.today(office, session).rows) == 1
    counter.drop_draft(office, "9")
    other.close()
    one_visit(at(window), NAME.decode(), NUMBER.decode()).ctrl(Key.Key_Return)
    assert len(at(window).rows()) == 2
