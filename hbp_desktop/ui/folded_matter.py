"""A matter already typed, folded to a panel: its kind, service, status, details and clocks."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.matter import COMPLAINT, MatterDraft
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.button import IconButton
from hbp_desktop.ui.parts.card import Panel
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.spans import Spans, emphasised
from hbp_desktop.ui.parts.text import Elided, Text
from hbp_desktop.ui.theme import theme


class FoldedMatter(Panel):
    """Signals `opened` on Enter, Space or click; `dropped` on Delete or its x."""

    opened = Signal()
    dropped = Signal()

    def __init__(self, draft: MatterDraft, number: int) -> None:
        super().__init__(f"folded.{number}")
        self.draft, self.number, self._clocks, self._brief = draft, number, "", False
        self._badge, self._kind = _Badge(matter_words.letter(draft.kind)), Text("", "body", stress="strong")
        self._code, self._service = Text(draft.service_code, "body", mono=True), Elided(draft.service, "body")
        self._status, self._drop = Chip(), IconButton("x", f"folded.{number}.drop")
        self._sign, self._details = Text(), Elided("", "body", "ink2")
        self._deadlines = Spans("small", "ink2")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()
        self._drop.clicked.connect(self.dropped)
        self._word()

    def set_clocks(self, words: str) -> None:
        """Show a complaint's deadlines."""
        self._clocks = words if self.draft.kind == COMPLAINT else ""
        self._word()

    def set_brief(self, brief: bool) -> None:
        """Fold to one line where there is little height."""
        self._brief = brief
        self._word()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _lay_out(self) -> None:
        top, below = row(gap="field"), row(gap="tight")
        self._drop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self._badge, self._kind, self._code):
            top.addWidget(widget)
        top.addWidget(self._service, 1)
        top.addWidget(self._status)
        top.addWidget(self._drop)
        below.addWidget(self._sign)
        below.addWidget(self._deadlines, 1)
        self.body.setProperty("gap", "label")
        self.body.setSpacing(theme().size("label"))
        self.body.addLayout(top)
        self.body.addWidget(self._details)
        self.body.addLayout(below)

    def _word(self) -> None:
        draft = self.draft
        kind, status = matter_words.word(draft.kind) or "–", matter_words.word(draft.status)
        self._kind.setText(kind)
        self._code.setVisible(bool(draft.service_code))
        self._status.set(status, matter_words.look(draft.status))
        self._status.show()
        self._details.set_whole(" ".join(draft.details.split()))
        self._details.setVisible(not self._brief and bool(draft.details.strip()))
        self._deadlines.set_spans(emphasised(self._clocks))
        self._sign.setPixmap(pixmap("clock", "ink2", "icon_small"))
        for widget in (self._sign, self._deadlines):
            widget.setVisible(bool(self._clocks) and not self._brief)
        self._drop.set_label(self.tr("Leave this matter out (Delete)"))
        words = self.tr("Matter %1").replace("%1", str(self.number))
        self.setAccessibleName(f"{words}: {kind}, {draft.service}, {status}")


class _Badge(QWidget):
    """The letter of a kind."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def sizeHint(self) -> QSize:
        side = theme().size("badge")
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        side = theme().size("badge")
        paint.badge(QPainter(self), QRectF(0, (self.height() - side) / 2, side, side), self._letter)
