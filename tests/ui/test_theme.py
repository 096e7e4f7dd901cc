"""Theme, scale and fonts: data, changed live, and nowhere else in the code."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import hbp_desktop.ui
from hbp_desktop.resources import resource
from hbp_desktop.ui.fonts import needs_other_scripts
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import Flow, column
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.theme import SCALES, Theme, install, read_tokens

SOURCES = sorted(Path(hbp_desktop.ui.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("scale", SCALES)
def test_every_size_multiplies_with_the_scale(qapp: QApplication, look: Theme, scale: int) -> None:
    look.set("light", scale)
    line = LineEdit("line")
    line.ensurePolished()
    assert Button("Simpan").sizeHint().height() == round(32 * scale / 100)
    assert abs(line.sizeHint().height() - round(32 * scale / 100)) <= 2
    assert qapp.font().pixelSize() == round(13 * scale / 100)
    look.set("light", 100)


def test_gaps_follow_the_scale_live(qtbot: QtBot, look: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = column(window, gap="cards", margins="page card")
    look.set("light", 200)
    assert layout.spacing() == 24
    assert layout.contentsMargins().left() == 32
    assert layout.contentsMargins().top() == 28
    look.set("light", 100)
    assert layout.spacing() == 12


def test_colours_change_live(look: Theme) -> None:
    light = look.colour("surface")
    look.set("dark", 100)
    assert look.colour("surface") != light
    assert look.colour("surface").name() == "#1c2122"
    look.set("light", 100)
    assert look.colour("surface") == light


def test_the_style_sheet_uses_only_tokens_that_exist() -> None:
    sheet = resource("style", "window.qss").read_text("utf-8")
    known = read_tokens()["colours"]["light"].keys() | {"border", "cardline"}
    assert set(re.findall(r"\$([a-z0-9_]+)", sheet)) <= known
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|\d+px", sheet)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_widget_code_holds_no_colour_and_no_rich_text(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{6}\b|QColor\(\d", text)
    assert "RichText" not in text
    assert "setHtml" not in text
    assert "setStyleSheet" not in text or path.name == "theme.py"
    assert "QSettings" not in text
    assert "processEvents" not in text or path.name == "shots.py"


def test_the_windows_own_fonts_are_loaded_and_no_system_font_is_named(look: Theme) -> None:
    families = set(QFontDatabase.families())
    assert set(look.fonts.families) | set(look.fonts.mono) <= families
    assert look.font("body").families()[0] == "Noto Sans"
    assert look.font("code", mono=True).families()[0] == "Noto Sans Mono"


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Rohani binti Ahmad – 019‑000", False),
        ("முனியாண்டி", True),
        ("陳美玲", True),
        ("روهاني", True),
        ("😀", True),
    ],
)
def test_other_scripts_are_noticed(text: str, needed: bool) -> None:
    assert needs_other_scripts(text) is needed


def test_other_scripts_come_once_and_stand_behind_noto_sans(look: Theme) -> None:
    look.load_other_scripts()
    families = look.fonts.families
    look.load_other_scripts()
    assert look.fonts.families is families
    assert families == ["Noto Sans", "Noto Sans Tamil", "Noto Sans SC", "Noto Naskh Arabic", "Noto Emoji"]


def test_an_icon_takes_the_colour_of_its_text(qapp: QApplication) -> None:
    look = install(qapp, "dark", 100)
    image = pixmap("check", "ok", "icon", 2.0).toImage()
    inked = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    solid = [colour for colour in inked if colour.alpha() == 255]
    assert image.width() == 32
    assert solid
    assert all(colour.name() == look.colour("ok").name() for colour in solid)


def test_chips_go_on_in_the_next_line_when_the_width_is_used_up(qtbot: QtBot, look: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = Flow(window)
    for word in ("Warga emas", "OKU", "Kanak-kanak", "Keluarga", "Ibu tunggal"):
        flow.addWidget(ToggleChip(word, word))
    one_line = flow.heightForWidth(2000)
    assert one_line == 26
    assert flow.heightForWidth(200) > 2 * one_line
    assert flow.heightForWidth(1) >= 5 * one_line


def test_mnemonics_are_always_underlined(qapp: QApplication, look: Theme) -> None:
    from PySide6.QtWidgets import QStyle

    assert qapp.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut) == 1
