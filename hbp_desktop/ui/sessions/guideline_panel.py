"""What the circular says about this plan: each with its clause, most pressing first; nothing blocks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hbp_desktop.ui.column_scroll import ColumnScroll
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.text import Text, line

_SIGNS = {"warning": ("triangle-alert", "warn"), "hint": ("info", "accent"), "kept": ("circle-check", "ok")}


@dataclass(frozen=True)
class Advice:
    """One thing the circular says: code, level, clause and its title, sentence."""

    code: str
    level: str
    clause: str
    clause_title: str
    sentence: str


class GuidelinePanel(Card):
    """Signals `understood(code)` to keep a warning with a reason, `remind(code)` to take that back."""

    understood = Signal(str)
    remind = Signal(str)

    def __init__(self) -> None:
        super().__init__("sessions.guideline", flush=True)
        self._inside = QWidget()
        self._list: QVBoxLayout = column(self._inside, gap="none")
        self.body.addWidget(ColumnScroll(self._inside, "guideline.list"), 1)
        self._shown: tuple[Sequence[Advice], Mapping[str, str]] = ((), {})
        self._buttons: dict[str, Button] = {}

    def show_advice(self, advice: Sequence[Advice], kept: Mapping[str, str]) -> None:
        """Show what is said, and below it the warnings kept with their reasons."""
        if (advice, kept) == self._shown:
            return
        self._shown = (advice, dict(kept))
        self._rebuild()

    def sentences(self) -> list[str]:
        """Give what is said now, in order."""
        return [one.sentence for one in self._shown[0]]

    def answer(self, code: str) -> Button | None:
        """Give the button that answers a warning."""
        return self._buttons.get(code)

    def warnings(self) -> int:
        """Count what is not answered yet."""
        return sum(one.level == "warning" for one in self._shown[0])

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self.set_title(self.tr("Guideline"), note=self.tr("Circular 3/2021"))
        self._rebuild()

    def _rebuild(self) -> None:
        self._buttons = {}
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        advice, kept = self._shown
        for one in advice:
            self._add(one, self.tr("Understood, with a reason…") if one.level == "warning" else "")
        for code, reason in kept.items():
            said = self.tr("Understood: “%1”").replace("%1", reason)
            self._add(Advice(code, "kept", "", "", said), self.tr("Remind me again"))
        self._list.addStretch(1)

    def _add(self, one: Advice, action: str) -> None:
        holder = QWidget()
        holder.setObjectName(f"guideline.{one.code}")
        holder.setAccessibleName(one.sentence)
        across = row(holder, gap="row", margins="card cards")
        sign, (icon, tone) = Text(), _SIGNS[one.level]
        sign.setPixmap(pixmap(icon, tone))
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        said = column(gap="grid")
        if one.clause:
            chip = Chip(one.clause, "outline")
            chip.setParent(holder)
            chip.show()
            chip.setToolTip(one.clause_title)
            said.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        said.addWidget(Text(one.sentence, "small", "ink", wrap=True))
        if action:
            said.addWidget(self._button(one, action), 0, Qt.AlignmentFlag.AlignLeft)
        across.addLayout(said, 1)
        self._list.addWidget(holder)
        self._list.addWidget(line())

    def _button(self, one: Advice, action: str) -> Button:
        button = Button(action, "quiet", height="small_control", name=f"guideline.{one.code}.answer")
        button.setAccessibleDescription(one.sentence)
        signal = self.remind if one.level == "kept" else self.understood
        button.clicked.connect(lambda _=False: signal.emit(one.code))
        self._buttons[one.code] = button
        return button
