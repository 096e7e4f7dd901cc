"""The left of the first run: the steps, what was answered, and what is safe."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hbp_desktop.ui.icons import paint_icon, pixmap
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import theme


class WizardRail(QFrame):
    """Shows where one is; not pressed."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self.setProperty("frame", "cardrail")
        self.setObjectName("wizard.rail")
        self._title, self._about = Text("", "title", wrap=True), Text("", "small", "ink2", wrap=True)
        self._marks = [_Mark(number + 1) for number in range(steps)]
        self._names = [Text("", "body", stress="medium") for _ in range(steps)]
        self._answers = [Elided("", "small", "ink2") for _ in range(steps)]
        self._shield, self._safe = Text(), Text("", "small", "ink2", wrap=True)
        self._lay_out()
        theme().changed.connect(self._apply_look)
        self._apply_look()

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(self.title())
        self._about.setText(self.tr("About three minutes. No internet connection is needed."))
        words = (self.tr("Office"), self.officer_word(), self.tr("Recovery code"))
        for name, word in zip(self._names, words, strict=True):
            name.setText(word)
        self._safe.setText(
            self.tr("The office's file is encrypted on this computer and sent nowhere without your order.")
        )

    def title(self) -> str:
        """Say what these steps are for."""
        return self.tr("First set-up")

    def officer_word(self) -> str:
        """Name the second step."""
        return self.tr("First officer")

    def show_steps(self, here: int, answers: list[str]) -> None:
        """Mark what is done, what is at hand and what is still to come."""
        for number, (mark, name) in enumerate(zip(self._marks, self._names, strict=True)):
            mark.set("done" if number < here else "now" if number == here else "later")
            name.set_tone("ink2" if number > here else "ink")
            self._answers[number].set_whole(answers[number])
            state = {"done": self.tr("done"), "now": self.tr("now"), "later": self.tr("later")}[mark.state]
            mark.setAccessibleName(f"{name.text()}: {state}")

    def _lay_out(self) -> None:
        whole = column(self, gap="page", margins="wide wide page page")
        head = column(gap="grid")
        head.addWidget(self._title)
        head.addWidget(self._about)
        whole.addLayout(head)
        for mark, name, answer in zip(self._marks, self._names, self._answers, strict=True):
            words = column(gap="none")
            words.addWidget(name)
            words.addWidget(answer)
            across = row(gap="cards")
            across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            across.addLayout(words, 1)
            whole.addLayout(across)
        whole.addStretch(1)
        foot = row(gap="field")
        foot.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._safe, 1)
        whole.addLayout(foot)

    def _apply_look(self) -> None:
        self.setFixedWidth(theme().size("wizard_rail"))
        self._shield.setPixmap(pixmap("shield", "ink2", "icon_small"))


class _Mark(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self.state = number, "later"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, state: str) -> None:
        self.state = state
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size("step_mark"), theme().size("step_mark"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        corner = rect.height() / 2 * 100 / now.scale
        fill, tone = {"done": ("oksoft", "ok"), "now": ("accent", "onaccent"), "later": ("", "ink2")}[
            self.state
        ]
        border = "edge" if self.state == "later" or now.high_contrast else ""
        paint.box(painter, rect, fill, border, corner=corner)
        if self.state == "done":
            side = now.size("icon_small")
            inset = (rect.width() - side) / 2
            paint_icon(painter, "check", rect.adjusted(inset, inset, -inset, -inset), tone)
            return
        painter.setFont(now.font("small", 600))
        paint.words(painter, rect, str(self._number), tone, Qt.AlignmentFlag.AlignHCenter)
