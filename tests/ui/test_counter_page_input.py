"""What people paste at the counter, the letters that lead to its fields, and how it fits."""
# ruff: noqa: F811 - fixtures are named where they come from

from collections import Counter as Counted

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from hbp_desktop.domain.text import clean
from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.theme import Theme
from hbp_desktop.ui.translations import Languages
from tests.counter_sitting import Counter, Key, one_visit
from tests.ui.counter_fixtures import at, office, session  # noqa: F401 - fixtures

WILD = (
    "Nama" * 50,
    "Tan\x00\x07 Mei\x85 Ling",
    "\u202eSalmah\u202c binti Osman",
    "王小明 மாலா صالحة 🙂",
    "<b>Siti</b> <img src='file:///etc/passwd'>",
    '=HYPERLINK("x";"y")',
    "A\ud800B",
)


@pytest.mark.parametrize("wild", WILD)
def test_anything_may_be_a_name_and_is_recorded_as_cleaned_text(at: Counter, wild: str) -> None:
    at.page.client.name.setText(wild)
    at.page.matters.form.kinds.set_value("pertanyaan")
    at.page.matters.form.details.setPlainText(wild)
    at.page.form.edited.emit()
    at.page.drafts.keeper.keep_now()
    at.ctrl(Key.Key_Return)
    assert at.rows()[0].name == " ".join(clean(at.page.work.last.draft.name).split())
    assert at.rows()[0].name.strip()
    at.press(Key.Key_F8)


def test_markup_is_shown_as_it_was_typed(at: Counter) -> None:
    one_visit(at, name="<b>Siti</b>").ctrl(Key.Key_Return)
    at.type("610415100000")
    at.page.search.look()
    assert at.page.client.matches.matches()[0].name == "<b>Siti</b>"
    labels = [label for label in at.page.findChildren(QLabel) if label.textFormat().name != "PlainText"]
    assert labels == []


def test_a_name_beyond_the_limit_is_said_at_its_field_and_kept_there(at: Counter) -> None:
    one_visit(at)
    at.page.client.name.setText("N" * 301)
    at.ctrl(Key.Key_Return)
    assert at.rows() == []
    assert "301 aksara" in at.trouble("name")
    assert at.focus_name() == "name"
    assert len(at.page.client.name.text()) == 301


@pytest.mark.parametrize("language", ["ms", "en"])
def test_every_letter_leads_to_one_place(at: Counter, languages: Languages, language: str) -> None:
    languages.use(language)
    QApplication.processEvents()
    at.page.client.country.show()
    at.page.matters.form.set_urgent("child")
    letters = Counted(_letters(at.page))
    assert {letter: count for letter, count in letters.items() if count > 1} == {}
    if language == "ms":
        assert {"E", "N", "M", "T", "A", "K", "S", "W", "P", "J", "R", "B", "D", "L"} <= set(letters)
    assert "U" not in letters, "Alt+U begins a further matter in both languages"


def test_every_field_has_a_name_for_a_screen_reader(at: Counter) -> None:
    nameless = [
        widget.objectName()
        for widget in at.page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy().value & 1
        and not (widget.accessibleName() or _text(widget))
    ]
    assert nameless == []


@pytest.mark.parametrize("size", [(1366, 738), (1280, 690)])
@pytest.mark.parametrize("language", ["ms", "en"])
def test_the_usual_form_never_scrolls(
    at: Counter, languages: Languages, size: tuple[int, int], language: str
) -> None:
    languages.use(language)
    at.frame.resize(*size)
    one_visit(at).alt("u")
    at.page.search.look()
    QApplication.processEvents()
    QApplication.processEvents()
    for scroll in (at.page.columns.client_scroll, at.page.matters.rolling):
        assert scroll.verticalScrollBar().maximum() == 0
        assert scroll.widget().width() <= scroll.viewport().width()


def test_columns_become_tabs_where_room_ends(at: Counter, look: Theme) -> None:
    assert at.page.columns.tabs.isHidden()
    at.frame.resize(1000, 738)
    QApplication.processEvents()
    assert at.page.shape == Shape("narrow", False)
    assert at.page.client.isVisible()
    assert at.page.matters.isVisible()
    assert not at.page.today.isVisible()
    at.press(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert at.page.today.isVisible()
    at.frame.resize(700, 500)
    QApplication.processEvents()
    at.press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert at.page.matters.isVisible()
    assert not at.page.client.isVisible()
    assert at.page.foot.save_new.isVisible()


def _letters(page: QWidget) -> list[str]:
    """Give the letters behind the ampersands of labels with a field, and of buttons."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    buttons = [button.text() for button in page.findChildren(QAbstractButton)]
    plain = [text.replace("&&", "") for text in (*labels, *buttons)]
    return [text[text.index("&") + 1].upper() for text in plain if "&" in text]


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""
