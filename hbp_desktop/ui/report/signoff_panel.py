"""Pengesahan: three steps side by side, each with who signed and when, or whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hbp_desktop.ui.layouts import Flow, column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import theme

_TONES = {"done": "ok", "waiting": "warn", "next": "accent", "later": "dim"}


@dataclass(frozen=True)
class StepShown:
    """One step: its word, who, when or what it waits for; `look`: done, waiting, next, later."""

    step: str
    word: str
    who: str
    when: str
    look: str
    tip: str = ""


class SignOffPanel(Card):
    """Signals `sign_wanted(step)`, `withdraw_wanted(step)`."""

    sign_wanted = Signal(str)
    withdraw_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("report.signoff")
        self._columns = QWidget()
        self._row: QHBoxLayout = row(self._columns, gap="row")
        self._older = Text("", "small", "ink3", wrap=True)
        self._why = Text("", "small", "ink2", wrap=True)
        self._sign = Button("", icon="file-pen", height="head_control", name="report.sign")
        self._withdraw = Button("", "quiet", icon="undo-2", height="small_control", name="report.unsign")
        self._shown: Sequence[StepShown] = ()
        self._lay_out()

    def show_steps(self, steps: Sequence[StepShown], older: str, may_sign: bool, why_not: str) -> None:
        """Show the three steps; `older` is said of signatures on an older version."""
        self._shown = steps
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in steps:
            self._row.addWidget(_step(one), 1)
        self._older.setText(older)
        self._older.setVisible(bool(older))
        self._word_buttons(may_sign, why_not)

    def steps(self) -> list[StepShown]:
        """Give what is shown."""
        return list(self._shown)

    def older(self) -> str:
        """Give what is said of an older version."""
        return self._older.text()

    def sign_button(self) -> Button:
        """Give the button of the next step."""
        return self._sign

    def withdraw_button(self) -> Button:
        """Give the button that withdraws the last signature."""
        return self._withdraw

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        self.set_title(self.tr("Sign-off"), note=self.tr("each with their own password"))

    def _word_buttons(self, may_sign: bool, why_not: str) -> None:
        following = next((one for one in self._shown if one.look == "next"), None)
        last = next((one for one in reversed(self._shown) if one.look in ("done", "waiting")), None)
        self._sign.setVisible(following is not None)
        self._withdraw.setVisible(last is not None)
        self._why.setText(why_not if following else "")
        self._why.setVisible(bool(self._why.text()))
        if following:
            self._sign.setText(self.tr("Sign: %1…").replace("%1", following.word))
            self._sign.explain(may_sign, why_not)
        if last:
            self._withdraw.setText(self.tr("Withdraw “%1”…").replace("%1", last.word))

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = Flow(acts, gap="field")
        flow.addWidget(self._sign)
        flow.addWidget(self._withdraw)
        self.add(self._columns, self._older, self._why, acts)
        self._sign.clicked.connect(self._ask_sign)
        self._withdraw.clicked.connect(self._ask_withdraw)

    def _ask_sign(self) -> None:
        following = next((one.step for one in self._shown if one.look == "next"), "")
        if following:
            self.sign_wanted.emit(following)

    def _ask_withdraw(self) -> None:
        done = [one.step for one in self._shown if one.look in ("done", "waiting")]
        if done:
            self.withdraw_wanted.emit(done[-1])


class _Bar(QWidget):
    """The line on top of a step: done, the next one, or later."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self._tone = _TONES[look]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(3))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), theme().colour(self._tone))


def _step(one: StepShown) -> QWidget:
    holder = QWidget()
    whole = column(holder, gap="two")
    whole.addWidget(_Bar(one.look))
    whole.addWidget(Elided(one.word, "small", "ink", stress="strong"))
    for words, tone in ((one.who, "ink2"), (one.when, "warn" if one.look == "waiting" else "ink3")):
        line = Elided(words, "small", tone)
        line.setToolTip(one.tip or words)
        whole.addWidget(line)
    holder.setAccessibleName(", ".join(part for part in (one.word, one.who, one.when, one.tip) if part))
    return holder
