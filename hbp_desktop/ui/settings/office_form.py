"""The office's settings as a form: it takes a draft, gives a draft, and shows what is said about it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.office_settings import OfficeDraft
from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.inputs import LineEdit, TextEdit
from hbp_desktop.ui.parts.text import Text

_ROWS = {
    "letter": (
        ("name", "department"),
        ("address", "slogans"),
        ("phone", "fax"),
        ("to", "sender"),
        ("file_ref",),
    ),
    "signing": (("head_name", "head_post"), ("reviewer_name", "reviewer_post")),
    "clocks": (("ack", "reply", "investigate"),),
}
_BLOCKS = ("address", "slogans")
_NUMBERS = ("ack", "reply", "investigate")


class OfficeForm(QWidget):
    """Signal `edited` on any change by a person."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._base, self._filling = OfficeDraft(), False
        self.cards = {name: Card(f"office.{name}") for name in _ROWS}
        self._notes = {name: Text("", "small", "ink2", wrap=True) for name in _ROWS}
        self.fields = {
            name: Field(_editor(name)) for rows in _ROWS.values() for names in rows for name in names
        }
        self._rows: list[QBoxLayout] = []
        self._lay_out()
        for field in self.fields.values():
            _changed(field.editor, self._on_typed)
        self.retranslate()

    def show_draft(self, draft: OfficeDraft) -> None:
        """Show settings; no signal."""
        self._base, self._filling = draft, True
        for name, field in self.fields.items():
            _set(field.editor, getattr(draft, name))
        self._filling = False
        self.say((), str)

    def draft(self) -> OfficeDraft:
        """Give the settings as typed."""
        return replace(self._base, **{name: _text(field.editor) for name, field in self.fields.items()})

    def say(self, problems: Sequence[Problem], sentence: Callable[[Problem], str]) -> None:
        """Show each problem at its field, and put the cursor into the first."""
        found = {problem.place: problem for problem in reversed(problems)}
        for name, field in self.fields.items():
            field.say("bad" if name in found else "", sentence(found[name]) if name in found else "")
        first = next((field for name, field in self.fields.items() if name in found), None)
        if first is not None:
            first.editor.setFocus()

    def set_hints(self, usual: dict[str, str]) -> None:
        """Show in empty fields what stands on the paper without them."""
        for name, words in usual.items():
            editor = self.fields[name].editor
            if isinstance(editor, LineEdit | TextEdit):
                editor.setPlaceholderText(words)

    def allow(self, allowed: bool) -> None:
        """Let everything be changed, or only read."""
        for field in self.fields.values():
            if isinstance(field.editor, LineEdit | TextEdit):
                field.editor.setReadOnly(not allowed)

    def set_narrow(self, narrow: bool) -> None:
        """Put the fields of a row below each other where there is no room beside."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for across in self._rows:
            across.setDirection(way)

    def retranslate(self) -> None:
        """Set every word."""
        tr = self.tr
        self.cards["letter"].set_title(tr("Letterhead of reports and slips"))
        self.cards["signing"].set_title(tr("Who signs"))
        self.cards["clocks"].set_title(tr("Complaint clocks"))
        self._notes["letter"].setText(tr("What is left empty is taken from the list of offices."))
        self._notes["signing"].setText(
            tr("Left empty, the head is whoever holds that role on the day, also in an acting post.")
        )
        self._notes["clocks"].setText(
            tr("Working days after a complaint is received. The ministry's charter says 1, 3 and 15.")
        )
        for name, (label, hint) in self._labels().items():
            self.fields[name].set_words(label, hint)

    def _labels(self) -> dict[str, tuple[str, str]]:
        tr = self.tr
        return {
            "name": (tr("Name of the office"), ""),
            "department": (tr("Department"), ""),
            "address": (tr("Address"), tr("several lines")),
            "slogans": (tr("Slogans above the signature"), tr("one a line")),
            "phone": (tr("Telephone"), ""),
            "fax": (tr("Fax"), ""),
            "to": (tr("Reports go to"), ""),
            "sender": (tr("From"), ""),
            "file_ref": (tr("File reference"), tr("Ruj. Kami")),
            "head_name": (tr("Head of the office"), ""),
            "head_post": (tr("Post of the head"), ""),
            "reviewer_name": (tr("Reviewed by"), ""),
            "reviewer_post": (tr("Post of the reviewer"), ""),
            "ack": (tr("Acknowledge within"), ""),
            "reply": (tr("Answer within"), ""),
            "investigate": (tr("Investigate within"), ""),
        }

    def _lay_out(self) -> None:
        whole = column(self, gap="cards")
        for name, rows in _ROWS.items():
            card = self.cards[name]
            card.add(self._notes[name])
            for names in rows:
                across = row(gap="cards")
                for one in names:
                    across.addWidget(self.fields[one], 1)
                self._rows.append(across)
                card.body.addLayout(across)
            add(whole, card)

    def _on_typed(self) -> None:
        if not self._filling:
            self.edited.emit()


def _editor(name: str) -> LineEdit | TextEdit:
    return TextEdit(f"office.{name}", 3) if name in _BLOCKS else LineEdit(f"office.{name}")


def _text(editor: QWidget) -> str:
    return editor.toPlainText() if isinstance(editor, TextEdit) else _line(editor).text()


def _set(editor: QWidget, text: str) -> None:
    if isinstance(editor, TextEdit):
        editor.setPlainText(text)
    else:
        _line(editor).setText(text)
        _line(editor).setCursorPosition(0)


def _changed(editor: QWidget, heard: Callable[[], None]) -> None:
    if isinstance(editor, TextEdit):
        editor.textChanged.connect(heard)
    else:
        _line(editor).textEdited.connect(lambda _text: heard())


def _line(editor: QWidget) -> LineEdit:
    assert isinstance(editor, LineEdit)
    return editor
