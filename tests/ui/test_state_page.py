"""Negeri: offered where the whole state is granted, told from the copy, and the way into what it counts."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import heard, peers
from hbp_desktop.sync.heard_message import write_heard
from hbp_desktop.sync.messages import split
from hbp_desktop.sync.told import HeardList, LaptopHeard
from hbp_desktop.ui.desk import Desk, Select
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.text import Text
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

SERVER = b"benih pejabat negeri untuk ujian"
SAID = {
    "version": "2.0.0",
    "newest": 1_795_511_460,  # 24 November, 5.11 in the afternoon
    "held": 1_204,
    "waiting": 9,
    "backup": 1_795_428_000,
    "free": 41_200_000_000,
}
LAPTOP = LaptopHeard(OTHER, "7be1" * 16, "JKM-GOMBAK-03", 1, 0, 1_795_511_520, 185, SAID)
BROKEN = LaptopHeard(OTHER, "40aa" * 16, "Lama", 1, 9, 2**37, -7, dict.fromkeys(SAID, 2**53 - 1))
SILENT = LaptopHeard(OTHER, "5c0d" * 16, "Baharu", 0, 0, 0, 0, {})


def keep_heard(office: Office, *laptops: LaptopHeard, left: int = 0) -> None:
    """Let the state office have told of these laptops."""
    key = public_key(SERVER).hex()
    said = HeardList(key, "0" * 64, "0" * 32, 1_795_511_580, laptops, left)
    data, signature, _ = split(write_heard(said, SERVER))
    with office.vault.write() as conn:
        peer = peers.state_office(conn)
        assert peer is not None
        heard.keep(conn, peer.key, data, signature)


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
    keep_heard(office, LAPTOP, BROKEN)
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


def test_each_laptop_of_the_office_is_told_as_of_when_it_was_last_heard(
    frame: Frame, office: Office, languages: Languages, qapp: QApplication
) -> None:
    keep_heard(office, LAPTOP, BROKEN, SILENT, replace(LAPTOP, office="SGR02"), left=2)
    page = page_of(frame)
    page.refreshed()
    settle(qapp)
    assert page.heard.words(LAPTOP) == (
        "Kali terakhir didengari 24 Nov., 5.12 petang: versi 2.0.0, catatan terbaharu 24 Nov., 5.11 petang, "
        "1204 catatan dipegang, 9 menunggu, sandaran terakhir 23 Nov., 6.00 petang, jam 3 minit lebih awal, "
        "ruang kosong 41.2 GB."
    )
    said = [one.text() for one in page.heard.findChildren(Text) if one.isVisible()]
    assert page.heard.words(LAPTOP) in said
    assert page.heard.words(SILENT) == "Belum pernah didengari."
    assert page.heard.words(SILENT) in said
    assert "sandaran" not in page.heard.words(BROKEN)
    assert "Seperti yang dinyatakan pejabat negeri pada 24 Nov., 5.13 petang." in said[0] + said[1] + said[2]
    assert any("2 yang paling lama" in one for one in said)
    assert page.heard.accessibleName() == "Komputer riba, seperti kali terakhir didengari"
    chips = {one.text() for one in page.heard.findChildren(Chip) if one.isVisible()}
    assert chips == {"3", "Dibatalkan", "Belum disahkan"}
    languages.use("en")
    assert cut(page) == []
    assert page.heard.words(LAPTOP).startswith("Last heard 24 Nov., ")
    another = next(n for n, one in enumerate(page.offices.model.rows()) if one.code == office.code)
    page.offices.table.choose(another)
    shown = {one.text() for one in page.heard.findChildren(Text) if one.isVisible()}
    assert page.heard.words(LAPTOP) not in shown


def test_before_the_state_office_was_asked_the_card_says_so(
    frame: Frame, office: Office, qapp: QApplication
) -> None:
    with office.vault.write() as conn:
        peer = peers.state_office(conn)
        assert peer is not None
        heard.forget(conn, peer.key)
    page = page_of(frame)
    page.refreshed()
    settle(qapp)
    said = {one.text() for one in page.heard.findChildren(Text) if one.isVisible()}
    assert "Pejabat negeri belum ditanya. Ia ditanya semasa bertukar, sejam sekali." in said
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


def test_tab_brings_the_laptops_into_sight(frame: Frame, office: Office, qapp: QApplication) -> None:
    keep_heard(office, LAPTOP, BROKEN, SILENT)
    page = page_of(frame)
    page.refreshed()
    settle(qapp)
    frame.resize(1024, 600)
    page.sessions.records.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.heard.visibleRegion().boundingRect().height() < page.heard.height()
    QTest.keyClick(page.sessions.records, Qt.Key.Key_Tab)
    assert page.heard.hasFocus()
    assert page.heard.visibleRegion().boundingRect().height() == page.heard.height()
