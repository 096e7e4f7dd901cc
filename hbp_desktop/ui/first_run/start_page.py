"""The very first question: a new office, one that exists, or a copy brought back."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from hbp_desktop.ui.first_run.centred_card import CentredCard
from hbp_desktop.ui.first_run.step import Step
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import column
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.press_row import PressRow
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.theme import theme

SIGNS = {"new": "hand-heart", "join": "laptop", "restore": "archive"}


class StartPage(CentredCard):
    """Offers `keys`, each of new, join and restore. Signal `picked(key)`."""

    picked = Signal(str)

    def __init__(self, language: str, keys: Sequence[str]) -> None:
        self._step = _StartStep(keys)
        super().__init__(self._step, language)
        for key, choice in self._step.choices.items():
            choice.pressed.connect(lambda key=key: self.picked.emit(key))
        self.set_language(language)
        self.retranslate()


class _StartStep(Step):
    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__("start")
        self.choices = {key: Choice(f"start.{key}", SIGNS[key]) for key in keys}
        for choice in self.choices.values():
            self.body.addWidget(choice)

    def retranslate(self) -> None:
        self.question.setText(self.tr("How will this computer be used?"))
        self.explanation.setText(self.tr("Choose once. No internet connection is needed for any of them."))
        words = {
            "new": (
                self.tr("A new office on this computer"),
                self.tr("The first computer of an office. Others join it later."),
            ),
            "join": (
                self.tr("Join an office that exists"),
                self.tr("A colleague's computer has the office already. An administrator admits this one."),
            ),
            "restore": (
                self.tr("Restore from a backup"),
                self.tr("The computer was replaced or set up anew, and there is a backup file."),
            ),
        }
        for key, choice in self.choices.items():
            choice.set_words(*words[key])

    def take_focus(self) -> None:
        next(iter(self.choices.values())).setFocus(Qt.FocusReason.OtherFocusReason)


class Choice(PressRow):
    """A large row with a border: a sign, what it is, and when to take it."""

    def __init__(self, name: str, sign: str) -> None:
        super().__init__(name, "arrivals", lined=False)
        self._sign, self._icon = sign, Text()
        self._what, self._when = Text("", "heading", wrap=True), Text("", "small", "ink2", wrap=True)
        words = column(gap="label")
        words.addStretch(1)
        words.addWidget(self._what)
        words.addWidget(self._when)
        words.addStretch(1)
        now = theme()
        self.across.setContentsMargins(
            now.size("page"), now.size("field"), now.size("page"), now.size("field")
        )
        self.across.setSpacing(now.size("page"))
        self.across.addWidget(self._icon)
        self.across.addLayout(words, 1)
        now.changed.connect(self._draw)
        self._draw()

    def set_words(self, what: str, when: str) -> None:
        """Set both lines."""
        self._what.setText(what)
        self._when.setText(when)
        self.setAccessibleName(f"{what}. {when}")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        rect = QRectF(self.rect())
        fill = "accentsoft" if self.underMouse() else "surface"
        paint.box(QPainter(self), rect, fill, "edge", corner=8)

    def _draw(self) -> None:
        self._icon.setPixmap(pixmap(self._sign, "accent", "icon_navigation"))
