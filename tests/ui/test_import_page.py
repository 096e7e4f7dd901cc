"""The import inside Sesi: columns guessed and corrected, doubtful cells listed, all of it or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Session
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.import_page import ImportView
from hbp_desktop.ui.theme import Theme
from hbp_desktop.usecases import records
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Clock
from tests.ui.office_desk import desk_of, plan_sample_day, sample, settle

WILD = """Tarikh,Masa,No. Giliran,Nama Pelanggan,Jenis Urusan,Butiran
24/11/2026,9.05,1,Salmah binti Osman,Aduan,Lif rosak
32/13/2026,9.10,2,Tan Mei Ling,Pertanyaan,Syarat BPT
24/11/2026,9.15,3,Muniandy a/l Raman,Rayuan hantu,Tidak jelas
24/11/2026,9.20,4,Ibrahim bin Sulong,Cadangan,Tambah kerusi
"""


@pytest.fixture
def real_desk(look: Theme, opened: Opened, clock: Clock) -> Desk:
    return desk_of(opened, clock)


@pytest.fixture
def planned(real_desk: Desk) -> Session:
    return plan_sample_day(real_desk.office)


@pytest.fixture
def view(qtbot: QtBot, real_desk: Desk, planned: Session) -> Iterator[ImportView]:
    made = ImportView(real_desk)
    made.retranslate()
    qtbot.addWidget(made)
    made.resize(1266, 660)
    made.show()
    made.begin(planned)
    yield made
    made.hide()


@pytest.fixture
def wild(tmp_path: Path) -> Path:
    path = tmp_path / "daftar.csv"
    path.write_text(WILD, encoding="utf-8")
    return path


def counted(view: ImportView, session: Session) -> int:
    return len(records.page(view.desk.office, Filter(session=session.id)).visits)


def read(view: ImportView, qapp: QApplication, path: Path) -> None:
    view.choose_file = lambda _window, _title: str(path)
    view.choose()
    settle(qapp, lambda: not view.busy())


def test_the_sample_register_is_imported_whole(
    qtbot: QtBot, qapp: QApplication, view: ImportView, planned: Session
) -> None:
    read(view, qapp, sample())
    assert view.preview.numbers() == {
        "matters": "40",
        "new": "40",
        "unchanged": "0",
        "changed": "0",
        "bad": "0",
    }
    view.preview.import_button.setFocus()
    qtbot.keyClick(view.preview.import_button, Qt.Key.Key_Space)
    settle(qapp, lambda: not view.busy())
    assert counted(view, planned) == 31
    assert view.preview.numbers()["unchanged"] == "40"
    assert not view.preview.import_button.isEnabled()


def test_bad_lines_are_listed_by_line_and_column_and_nothing_is_imported_without_the_choice(
    qapp: QApplication, view: ImportView, planned: Session, wild: Path
) -> None:
    read(view, qapp, wild)
    out = [(one.line, one.column) for one in view.preview.doubts() if one.level == "error"]
    assert out == [(3, "Tarikh"), (4, "Jenis Urusan")]
    assert all(one.sentence for one in view.preview.doubts())
    assert not view.preview.import_button.isEnabled()
    view.take()
    settle(qapp, lambda: not view.busy())
    assert counted(view, planned) == 0


def test_bad_lines_are_left_out_by_choice(
    qtbot: QtBot, qapp: QApplication, view: ImportView, planned: Session, wild: Path
) -> None:
    read(view, qapp, wild)
    qtbot.keyClick(view.preview.skip_bad, Qt.Key.Key_Space)
    assert view.preview.import_button.isEnabled()
    view.take()
    settle(qapp, lambda: not view.busy())
    assert counted(view, planned) == 2


def test_a_column_is_corrected_and_the_preview_follows(
    qapp: QApplication, view: ImportView, wild: Path
) -> None:
    read(view, qapp, wild)
    assert view.columns.combo(5).value() == "details"
    view.columns.combo(1).set_value("")
    settle(qapp, lambda: not view.busy())
    assert view.columns.combo(1).value() == ""
    view.columns.combo(5).set_value("")
    settle(qapp, lambda: not view.busy())
    assert not view.preview.import_button.isEnabled()
    view.columns.combo(5).set_value("details")
    settle(qapp, lambda: not view.busy())
    assert view.preview.numbers()["matters"] == "2"


def test_a_file_that_is_no_register_is_refused_in_words(
    qapp: QApplication, view: ImportView, planned: Session, tmp_path: Path
) -> None:
    foreign = tmp_path / "gambar.xlsx"
    foreign.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    read(view, qapp, foreign)
    assert counted(view, planned) == 0
    assert view.banners.isVisible()


def test_a_changed_line_waits_for_a_decision(
    qapp: QApplication, view: ImportView, planned: Session, tmp_path: Path
) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text(
        "\n".join(line for line in WILD.splitlines() if "32/" not in line and "hantu" not in line)
    )
    read(view, qapp, path)
    view.take()
    settle(qapp, lambda: not view.busy())
    path.write_text(path.read_text().replace("Lif rosak", "Lif rosak di blok B"))
    read(view, qapp, path)
    assert view.preview.numbers()["changed"] == "1"
    assert not view.preview.import_button.isEnabled()
    changed = next(one for one in view.preview.doubts() if one.level == "changed")
    view.preview.table.opened.emit(changed)
    assert view.preview.also() == {changed.record}
    assert view.preview.import_button.isEnabled()
