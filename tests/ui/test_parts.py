"""The parts by keyboard and pointer, one promise each."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hbp_desktop.ui.parts.avatar import called, initials
from hbp_desktop.ui.parts.banner import Banners
from hbp_desktop.ui.parts.bars import Bar, BarRows
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.cell import Cell
from hbp_desktop.ui.parts.chip import ToggleChip
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.figure import BigFigure
from hbp_desktop.ui.parts.focus import FocusRing
from hbp_desktop.ui.parts.identity_edit import IdentityEdit
from hbp_desktop.ui.parts.inputs import Combo, DateEdit, LineEdit, Spin, TextEdit, TimeEdit
from hbp_desktop.ui.parts.pick import PickList
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.sheet import Sheet
from hbp_desktop.ui.parts.spans import Spans, emphasised
from hbp_desktop.ui.parts.table import Column, RowsModel, Table
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.parts.tiles import Kind, KindTiles
from hbp_desktop.ui.parts.typeahead import Suggestion, TypeAhead
from hbp_desktop.ui.theme import Theme

KINDS = [
    Kind("aduan", "A", "Aduan"),
    Kind("cadangan", "C", "Cadangan"),
    Kind("pertanyaan", "T", "Pertanyaan"),
]
SERVICES = [
    Suggestion("bpt", "BPT", "Bantuan Penjagaan OKU"),
    Suggestion("506", "506", "Pusat Jagaan", "Akta 506"),
]


@pytest.fixture
def stand(qtbot: QtBot, look: Theme) -> Callable[..., QWidget]:
    """Put widgets one below the other into a window and show it."""
    kept: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        window.resize(600, 400)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return show


def test_arrow_keys_choose_a_segment_and_tab_leaves(qtbot: QtBot, stand: Callable[..., QWidget]) -> None:
    segments, after = Segments("kind"), LineEdit("after")
    segments.set_choices([Choice("a", "Satu"), Choice("b", "Dua"), Choice("c", "Tiga")])
    segments.set_value("a")
    window = stand(segments, after)
    segments.take_focus()
    with qtbot.waitSignal(segments.picked) as heard:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert heard.args == ["b"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_segment_keeps_its_value_when_its_words_change(stand: Callable[..., QWidget]) -> None:
    segments = Segments("kind")
    segments.set_choices([Choice("a", "Satu"), Choice("b", "Dua")])
    segments.set_value("b")
    segments.set_choices([Choice("a", "One"), Choice("b", "Two")])
    assert segments.value() == "b"


def test_a_letter_chooses_the_kind_when_the_kinds_have_the_focus(
    qtbot: QtBot, stand: Callable[..., QWidget]
) -> None:
    tiles = KindTiles()
    tiles.set_kinds(KINDS)
    window = stand(tiles)
    tiles.take_focus()
    qtbot.keyClicks(window.focusWidget(), "t")
    assert tiles.value() == "pertanyaan"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert tiles.value() == "pertanyaan"


def test_enter_takes_the_first_find_and_esc_only_closes(qtbot: QtBot, stand: Callable[..., QWidget]) -> None:
    field = TypeAhead("service", lambda typed: [one for one in SERVICES if typed.lower() in one.name.lower()])
    stand(field)
    field.setFocus()
    qtbot.keyClicks(field, "jaga")
    assert [one.value for one in field.suggestions()] == ["bpt", "506"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.popup_open()
    assert field.text() == "jaga"
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.picked) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args[0].value == "506"


def test_words_that_find_nothing_can_be_kept_as_typed(qtbot: QtBot, stand: Callable[..., QWidget]) -> None:
    field = TypeAhead("service", lambda _typed: [])
    stand(field)
    field.setFocus()
    qtbot.keyClicks(field, "longkang")
    with qtbot.waitSignal(field.kept_as_typed) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["longkang"]


def test_the_popup_lies_below_its_field_and_never_over_it(
    qtbot: QtBot, stand: Callable[..., QWidget]
) -> None:
    field = TypeAhead("service", lambda _typed: SERVICES)
    window = stand(field, LineEdit("below"))
    field.setFocus()
    qtbot.keyClicks(field, "a")
    popup = field._popup
    assert popup is not None
    assert popup.y() >= field.mapTo(window, QPoint(0, field.height())).y()
    assert popup.width() == field.width()


def test_an_identity_number_is_covered_when_focus_leaves(qtbot: QtBot, stand: Callable[..., QWidget]) -> None:
    field, other = IdentityEdit("number"), LineEdit("other")
    stand(field, other)
    field.setFocus()
    qtbot.keyClicks(field, "610415-10-0000")
    other.setFocus()
    assert field.text() == "610415-10-••••"
    assert field.number() == "610415-10-0000"


def test_the_eye_shows_the_number_says_so_and_covers_it_again(
    qtbot: QtBot, stand: Callable[..., QWidget]
) -> None:
    field, other = IdentityEdit("number"), LineEdit("other")
    stand(field, other)
    other.setFocus()
    field.set_number("A1234567")
    assert field.text() == "A123••••"
    with qtbot.waitSignal(field.revealed):
        field._eye.click()
    assert field.text() == "A1234567"
    assert field._timer.interval() == 10_000
    field._timer.timeout.emit()
    assert field.text() == "A123••••"


@pytest.mark.parametrize("make", [Combo, Spin, DateEdit, TimeEdit])
def test_the_wheel_never_changes_a_field(
    make: Callable[[str], QWidget], stand: Callable[..., QWidget]
) -> None:
    field = make("field")
    if isinstance(field, Combo):
        field.set_choices([("a", "Satu"), ("b", "Dua")])
    stand(field)
    before = field.currentText() if isinstance(field, QComboBox) else field.text()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert (field.currentText() if isinstance(field, QComboBox) else field.text()) == before


def test_a_number_field_shows_its_number(stand: Callable[..., QWidget]) -> None:
    field = Spin("n")
    stand(field)
    assert field.lineEdit().width() > 20


def test_enter_leaves_a_text_area_and_shift_enter_makes_a_line(
    qtbot: QtBot, stand: Callable[..., QWidget]
) -> None:
    area, after = TextEdit("details"), LineEdit("after")
    stand(area, after)
    area.setFocus()
    qtbot.keyClicks(area, "satu")
    qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(area, "dua")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.toPlainText().splitlines() == ["satu", "dua"]
    assert after.hasFocus()


def test_the_label_leads_to_its_field_and_names_it(qtbot: QtBot, stand: Callable[..., QWidget]) -> None:
    name, other = LineEdit("name"), LineEdit("other")
    field = Field(name)
    field.set_words("Na&ma penuh", "seperti dalam kad")
    stand(other, field)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert name.hasFocus()
    assert name.accessibleName() == "Nama penuh"
    assert name.accessibleDescription() == "seperti dalam kad"


def test_trouble_stands_below_the_field_and_is_read_out(stand: Callable[..., QWidget]) -> None:
    field = Field(LineEdit("telephone"))
    field.set_words("&Telefon")
    stand(field)
    field.say("warn", "Nombor ini pendek.")
    assert field.trouble() == "Nombor ini pendek."
    assert field.editor.property("state") == "warn"
    assert field.editor.accessibleDescription() == "Nombor ini pendek."
    field.say("")
    assert field.trouble() == ""


def test_what_people_type_stays_plain_text_in_a_label(look: Theme) -> None:
    for label in (Text("<b>tebal</b>"), Elided("<img src=x>")):
        assert label.textFormat() == Qt.TextFormat.PlainText
    spans = Spans()
    spans.set_spans(emphasised("<b>*satu*</b> dua"))
    assert spans.text() == "<b>satu</b> dua"


def test_at_most_two_banners_show_the_worst_first(qtbot: QtBot, languages: object, look: Theme) -> None:
    banners = Banners()
    qtbot.addWidget(banners)
    shown = {
        state: banners.show_banner(state, state, f"{state} happened") for state in ("accent", "warn", "bad")
    }
    assert [state for state, banner in shown.items() if not banner.isHidden()] == ["warn", "bad"]
    assert banners._column.itemAt(0).widget() is shown["bad"]
    assert banners._more.text() == "dan 1 lagi"
    banners.clear("bad")
    assert not shown["accent"].isHidden()


def test_the_ring_follows_the_focus_and_stays_outside(qtbot: QtBot, stand: Callable[..., QWidget]) -> None:
    first, second, line = Button("Satu"), ToggleChip("Dua", "two"), LineEdit("line")
    window = stand(first, second, line)
    ring = FocusRing(window)
    first.setFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(first.geometry())
    second.setFocus()
    assert ring.target() is second
    line.setFocus()
    assert not ring.isVisible()
    second.setFocus()
    second.deleteLater()
    qtbot.waitUntil(lambda: ring.target() is None)


def test_esc_closes_a_sheet_and_gives_the_focus_back(qtbot: QtBot, stand: Callable[..., QWidget]) -> None:
    behind = LineEdit("behind")
    window = stand(behind)
    behind.setFocus()
    sheet = Sheet("sheet", "Pakej bernama")
    inside = LineEdit("inside")
    sheet.body.addWidget(inside)
    sheet.open_over(window)
    for _ in range(6):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert not behind.hasFocus()
    with qtbot.waitSignals([sheet.left, sheet.closed]):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert behind.hasFocus()


def test_a_table_opens_its_row_by_enter_and_asks_for_more_at_its_end(
    qtbot: QtBot, stand: Callable[..., QWidget]
) -> None:
    model = RowsModel([Column("n", "No.", lambda row: Cell(str(row), name=f"baris {row}"))])
    model.set_rows(list(range(200)), more=True)
    table = Table("rows", model)
    stand(table)
    table.setFocus()
    table.choose(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [1]
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) == "baris 1"
    with qtbot.waitSignal(model.more_wanted):
        qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    model.add_rows([200, 201])
    assert model.rowCount() == 202


def test_bars_and_figures_open_by_keyboard_and_have_names(
    qtbot: QtBot, stand: Callable[..., QWidget]
) -> None:
    bars, figure = BarRows("kinds"), BigFigure("clients")
    bars.set_bars([Bar("aduan", "Aduan", 5, "Aduan, 5 daripada 23 urusan", "A")])
    figure.set("Pelanggan", "18", "orang, bukan rekod")
    stand(bars, figure)
    with qtbot.waitSignal(bars.opened) as heard:
        qtbot.keyClick(bars._bars[0], Qt.Key.Key_Return)
    assert heard.args == ["aduan"]
    assert bars._bars[0].accessibleName() == "Aduan, 5 daripada 23 urusan"
    with qtbot.waitSignal(figure.opened):
        qtbot.keyClick(figure, Qt.Key.Key_Space)
    assert figure.accessibleName() == "Pelanggan: 18 orang, bukan rekod"


def test_a_button_draws_its_key_and_gives_the_room_back_when_caps_are_off(look: Theme) -> None:
    button = Button("Simpan", "primary", key="Ctrl+S")
    wide = button.sizeHint().width()
    look.show_key_caps(False)
    narrow = button.sizeHint().width()
    look.show_key_caps(True)
    assert narrow < wide


def test_a_long_name_is_cut_with_an_ellipsis_and_whole_in_the_tip(stand: Callable[..., QWidget]) -> None:
    label = Elided("Nama " * 80)
    stand(label)
    assert label.text().endswith("…")
    assert label.toolTip() == "Nama " * 80


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Pn. Rohani binti Ahmad", "RA"),
        ("Tn. Hj. Zulkifli Hassan", "ZH"),
        ("Kavitha a/p Ravi", "KR"),
        ("", ""),
    ],
)
def test_initials_leave_titles_and_links_out(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_card_says_its_title_and_count(qtbot: QtBot, look: Theme) -> None:
    card = Card("card")
    qtbot.addWidget(card)
    card.set_title("Urusan", 2)
    assert [label.text() for label in card.findChildren(QLabel) if label.text()] == ["Urusan"]
    assert card.accessibleName() == "Urusan"


def test_arrow_keys_go_through_kinds_and_names(qtbot: QtBot, stand: Callable[..., QWidget]) -> None:
    tiles, names = KindTiles(), PickList("officers")
    tiles.set_kinds(KINDS)
    tiles.set_value("aduan")
    names.set_names(["Satu", "Dua"], "Satu")
    window = stand(tiles, names)
    tiles.take_focus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert tiles.value() == "cadangan"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert names.chosen() == "Dua"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Pn. Rohani binti Salleh", "Pn. Rohani"),
        ("Kavitha a/p Ravi", "Kavitha"),
        ("Tan Mei Ling", "Tan Mei Ling"),
        ("", ""),
    ],
)
def test_an_officer_is_called_by_what_stands_before_bin_or_binti(name: str, short: str) -> None:
    assert called(name) == short
