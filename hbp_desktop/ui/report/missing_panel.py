"""What the report still lacks: a sentence and a button that jumps to where it is settled. Warnings only."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.press_row import ToneMark
from hbp_desktop.ui.parts.text import Text, line

_ICONS = {
    "report_drafts_kept": "file-pen",
    "report_queue_waiting": "ticket",
    "report_urgent_without_action": "shield-alert",
    "report_visits_without_matter": "list",
    "report_without_outcome": "circle-check",
    "report_conflicts": "git-merge",
    "report_no_officers": "users",
    "report_not_ended": "clock",
}


@dataclass(frozen=True)
class Gap:
    """One thing that is missing: its code, sentence, and the word of the button."""

    code: str
    sentence: str
    action: str


class MissingPanel(Card):
    """Signal `jump(code)`."""

    jump = Signal(str)

    def __init__(self) -> None:
        super().__init__("report.missing")
        self._inside = QWidget()
        self._list: QVBoxLayout = column(self._inside, gap="field")
        self.body.addWidget(self._inside, 1)
        self._buttons: dict[str, Button] = {}
        self._gaps: Sequence[Gap] = ()

    def show_gaps(self, gaps: Sequence[Gap], complete: str) -> None:
        """Show what is missing; `complete` is said when nothing is."""
        focused = next((code for code, made in self._buttons.items() if made.hasFocus()), "")
        self._gaps, self._buttons = gaps, {}
        self.set_title(self.tr("What is missing"), len(gaps), self.tr("warnings only"))
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, gap in enumerate(gaps):
            if number:
                self._list.addWidget(line())
            self._add(gap)
        if not gaps:
            self._list.addWidget(_said("circle-check", "ok", Text(complete, "body", "ink2", wrap=True), None))
        self._list.addStretch(1)
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def sentences(self) -> list[str]:
        """Give what is said to be missing."""
        return [gap.sentence for gap in self._gaps]

    def button(self, code: str) -> Button | None:
        """Give the button that jumps to where something is settled."""
        return self._buttons.get(code)

    def _add(self, gap: Gap) -> None:
        button = Button(gap.action, height="head_control", name=f"report.missing.{gap.code}")
        button.set_icon_name("arrow-right", after=True)
        button.setAccessibleDescription(gap.sentence)
        button.clicked.connect(lambda _=False: self.jump.emit(gap.code))
        self._buttons[gap.code] = button
        icon = _ICONS.get(gap.code, "circle-alert")
        self._list.addWidget(_said(icon, "warn", Text(gap.sentence, "body", "ink", wrap=True), button))


def _said(icon: str, tone: str, words: Text, button: Button | None) -> QWidget:
    holder = QWidget()
    across = row(holder, gap="row")
    across.addWidget(ToneMark(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(words, 1)
    if button is not None:
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder
