"""Attachments in the window: thumbnails, adding by button, drop and paste, a look in large, withdrawing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.session import Session
from hbp_desktop.pictures.preparing import Picture
from hbp_desktop.ui.attachments import panel as panel_module
from hbp_desktop.ui.attachments.panel import AttachmentPanel
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.records_page import RecordsPage
from hbp_desktop.ui.sessions_page import SessionsPage
from hbp_desktop.ui.theme import Theme
from hbp_desktop.ui.translations import Languages
from hbp_desktop.usecases import attaching, counter
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.pictures import samples
from tests.ui.office_desk import plan_sample_day, settle
from tests.usecases.drafts import matter, visit
from tests.usecases.test_asking import _as

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def office(opened: Opened, clock: Clock) -> Office:
    return Office.of(opened, clock)


@pytest.fixture
def session(office: Office) -> Session:
    return plan_sample_day(office)


@pytest.fixture
def day(
    office: Office, session: Session, languages: Languages, look: Theme, qtbot: QtBot
) -> Iterator[AttachmentPanel]:
    """The photos of a day, shown."""
    made = AttachmentPanel(Desk(office, Preferences()), "photos")
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show_of((session.id,))
    made.show()
    made.activateWindow()
    yield made
    settle(QApplication.instance())


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def done(panel: AttachmentPanel) -> None:
    settle(QApplication.instance(), lambda: not panel.adding.busy)


def real(office: Office, about: str, title: str = "Kaunter pagi") -> str:
    data = samples.photo(320, 240)
    return attaching.attach(office, about, title, Picture(data, data, 320, 240))


def test_files_chosen_with_the_button_become_thumbnails(
    day: AttachmentPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [str(written(tmp_path, f"Kaunter {n}.jpg", samples.photo())) for n in range(2)]
    monkeypatch.setattr(panel_module, "ask_files", lambda *_: names)
    assert day.thumbs() == []
    day.add_button.setFocus()
    QTest.keyClick(day.add_button, Key.Key_Space)
    assert not day.progress.isHidden()
    done(day)
    assert [tile.accessibleName() for tile in day.thumbs()] == [
        "Kaunter 0, Disimpan di sini",
        "Kaunter 1, Disimpan di sini",
    ]
    assert day.progress.isHidden()
    assert day.banner.isHidden()


def test_a_dropped_file_and_a_pasted_picture_are_attached(day: AttachmentPanel, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(tmp_path, "surat.pdf", samples.letter(2))))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    day.dropEvent(QDropEvent(QPointF(5, 5), action, data, buttons, Mod.NoModifier))
    done(day)
    assert [tile.accessibleName() for tile in day.thumbs()] == [
        "surat, halaman 1 daripada 2, Disimpan di sini",
        "surat, halaman 2 daripada 2, Disimpan di sini",
    ]
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    day.add_button.setFocus()
    QTest.keyClick(day.add_button, Key.Key_V, Mod.ControlModifier)
    done(day)
    assert [shown.attachment.title for shown in day.shown()][2:] == ["Gambar ditampal"]
    QGuiApplication.clipboard().clear()


def test_what_is_refused_is_said_in_words_and_stops_no_other(day: AttachmentPanel, tmp_path: Path) -> None:
    paths = [written(tmp_path, "a.heic", samples.heic()), written(tmp_path, "b.jpg", samples.photo())]
    day.add_paths([*paths, tmp_path / "tiada.jpg"])
    done(day)
    assert len(day.thumbs()) == 1
    assert "HEIC" in day.banner.text()
    assert "tiada" in day.banner.text()


def test_a_long_letter_asks_which_pages(day: AttachmentPanel, tmp_path: Path) -> None:
    day.add_paths([written(tmp_path, "laporan.pdf", samples.letter(25))])
    done(day)
    assert "25 halaman" in day.banner.text()
    assert QApplication.focusWidget() is day.pages
    QTest.keyClicks(day.pages, "x")
    QTest.keyClick(day.pages, Key.Key_Return)
    assert not day.adding.busy
    day.pages.clear()
    QTest.keyClicks(day.pages, "2, 24-25")
    QTest.keyClick(day.pages, Key.Key_Return)
    done(day)
    assert [shown.attachment.page for shown in day.shown()] == [2, 24, 25]
    assert not day.pages.isVisible()
    assert day.banner.isHidden()


def test_one_is_looked_at_in_large_and_the_arrows_go_on(
    day: AttachmentPanel, office: Office, session: Session
) -> None:
    for title in ("satu", "dua"):
        real(office, session.id, title)
    day.reload()
    day.thumbs()[0].setFocus()
    QTest.keyClick(day.thumbs()[0], Key.Key_Return)
    sheet = day.looking.sheet
    assert sheet is not None
    assert (sheet.image().width(), sheet.image().height()) == (320, 240)
    assert sheet.shown().attachment.title == "satu"
    QTest.keyClick(sheet, Key.Key_Right)
    assert sheet.shown().attachment.title == "dua"
    assert not sheet.after.isEnabled()
    QTest.keyClick(sheet, Key.Key_Right)
    QTest.keyClick(sheet, Key.Key_Left)
    assert sheet.shown().attachment.title == "satu"
    QTest.keyClick(sheet, Key.Key_Escape)
    assert day.looking.sheet is None


def test_withdrawing_asks_why(day: AttachmentPanel, office: Office, session: Session) -> None:
    real(office, session.id)
    day.reload()
    day.thumbs()[0].pressed.emit()
    assert day.looking.sheet is not None
    day.looking.sheet.withdraw.click()
    assert day.looking.reason is not None
    day.looking.reason.do()
    assert day.looking.reason.trouble()
    day.looking.reason.reason.setPlainText("gambar orang lain")
    day.looking.reason.do()
    assert day.thumbs() == []
    assert attaching.attached(office, [session.id]) == ()


def test_one_that_is_not_here_says_where_it_is(
    day: AttachmentPanel, office: Office, session: Session
) -> None:
    real(office, session.id)
    next(office.opened.paths.attachments.iterdir()).unlink()
    day.reload()
    assert "Pada komputer" in day.thumbs()[0].accessibleName()
    day.thumbs()[0].pressed.emit()
    sheet = day.looking.sheet
    assert sheet is not None
    assert sheet.image().isNull()
    assert "komputer" in sheet.said()
    assert not sheet.fetch.isHidden()
    sheet.fetch.click()
    settle(QApplication.instance())
    assert sheet.said()


def test_a_stop_leaves_what_was_attached(day: AttachmentPanel, tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{n}.jpg", samples.photo()) for n in range(3)]
    day.add_paths(paths)
    day.adding.stop()
    settle(QApplication.instance())
    assert day.progress.isHidden()
    assert len(day.thumbs()) <= 1


@pytest.mark.parametrize("role", ["auditor", "coordinator", "administrator"])
def test_masked_roles_see_no_attachments(
    office: Office, session: Session, languages: Languages, look: Theme, qtbot: QtBot, role: str
) -> None:
    real(office, session.id)
    made = AttachmentPanel(Desk(_as(office, role), Preferences()), "photos")
    qtbot.addWidget(made)
    made.show_of((session.id,))
    assert made.isHidden()
    assert made.shown() == ()


def test_a_record_shows_its_attachments_and_keeps_the_panel_while_it_reloads(
    office: Office, session: Session, languages: Languages, look: Theme, qtbot: QtBot
) -> None:
    recorded = counter.record(office, visit(session, matter(), matter("cadangan")))
    other = counter.record(office, visit(session, name="Lim", id_kind="", id_number=""))
    real(office, recorded.matters[1].id, "Surat")
    page = RecordsPage(Desk(office, Preferences()))
    qtbot.addWidget(page)
    page.resize(1250, 640)
    page.reflow(Shape())
    page.show()
    page.opened(Select(recorded.id))
    settle(QApplication.instance())
    panel = page.detail.attachments
    assert panel is not None
    assert [tile.accessibleName() for tile in panel.thumbs()] == ["Surat, Disimpan di sini"]
    page.reload()
    settle(QApplication.instance())
    assert page.detail.attachments is panel
    page.opened(Select(other.id))
    settle(QApplication.instance())
    assert panel.thumbs() == []
    assert panel.isVisible()
    panel.add_paths([])
    done(panel)


def test_a_guarded_record_has_no_place_for_attachments(
    office: Office, session: Session, languages: Languages, look: Theme, qtbot: QtBot
) -> None:
    urgent = matter(urgent="integrity", action="dimaklumkan", against="Pn. Devi")
    recorded = counter.record(office, visit(session, urgent))
    page = RecordsPage(Desk(office, Preferences()))
    qtbot.addWidget(page)
    page.show()
    page.opened(Select(recorded.id))
    settle(QApplication.instance())
    assert page.detail.attachments is not None
    assert page.detail.attachments.isHidden()


def test_a_day_shows_its_photos_below_the_plan(
    office: Office, session: Session, languages: Languages, look: Theme, qtbot: QtBot
) -> None:
    real(office, session.id)
    page = SessionsPage(Desk(office, Preferences()))
    qtbot.addWidget(page)
    page.resize(1250, 640)
    page.reflow(Shape())
    page.show()
    page.opened(session.id)
    settle(QApplication.instance())
    photos = page.findChild(QWidget, "sessions.photos")
    assert isinstance(photos, AttachmentPanel)
    assert len(photos.thumbs()) == 1
    page.opened("new")
    assert photos.isHidden()
