"""The sections by sign and word: one below the other at the left, or side by side where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import Flow, column
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.settings.sections import SectionKind
from hbp_desktop.ui.theme import theme


class SectionList(QFrame):
    """Signal `picked(key)`."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings.sections")
        self.setProperty("frame", "card")
        self._rows: list[_Row] = []
        self._upright = True
        inside = paper(QWidget(), "clear")
        self._flow = Flow(inside, gap="two")
        column(self, margins="tight").addWidget(inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme().changed.connect(self._fit)
        self._fit()

    def set_kinds(self, kinds: Sequence[SectionKind]) -> None:
        """List these, in order; words are those of the language now."""
        if [row.kind for row in self._rows] != list(kinds):
            self._make(kinds)
        for row in self._rows:
            row.reword()

    def mark(self, key: str) -> None:
        """Show which section is in front."""
        for row in self._rows:
            row.setChecked(row.kind.key == key)

    def set_upright(self, upright: bool) -> None:
        """List one below the other, or side by side."""
        self._upright = upright
        self._fit()

    def _make(self, kinds: Sequence[SectionKind]) -> None:
        for row in self._rows:
            self._flow.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(kind) for kind in kinds]
        for row in self._rows:
            row.clicked.connect(lambda _=False, key=row.kind.key: self.picked.emit(key))
            self._flow.addWidget(row)
        self._fit()

    def _fit(self) -> None:
        across = theme().size("settings_sections")
        for row in self._rows:
            row.set_across(across - 2 * theme().size("tight") if self._upright else 0)
        self.setMinimumWidth(across if self._upright else 0)
        self.setMaximumWidth(across if self._upright else 16_777_215)


class _Row(QAbstractButton):
    """`across` is its width in pixels; 0 is as wide as its word."""

    def __init__(self, kind: SectionKind) -> None:
        super().__init__()
        self.kind, self._across = kind, 0
        self.setObjectName(f"settings.sections.{kind.key}")
        self.setCheckable(True)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def reword(self) -> None:
        self.setText(self.kind.words())
        self.setAccessibleName(self.kind.words())
        self.setToolTip(self.kind.words())
        self.updateGeometry()
        self.update()

    def set_across(self, across: int) -> None:
        self._across = across
        self.updateGeometry()

    def nextCheckState(self) -> None:
        """Leave the check to the page: a section that does not open stays unchecked."""

    def sizeHint(self) -> QSize:
        now = theme()
        word = QFontMetrics(now.font("body", 600)).horizontalAdvance(self.text())
        wanted = word + now.size("icon") + now.size("field") + 2 * now.size("row")
        return QSize(self._across or wanted, now.size("settings_row"))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect, on = theme(), QPainter(self), QRectF(self.rect()), self.isChecked()
        if on:
            edge = "accent" if now.high_contrast else ""
            paint.box(painter, rect, "accentsoft", edge, width=paint.chosen_width())
        elif self.underMouse():
            paint.box(painter, rect, "sunken")
        tone, side, left = "accent" if on else "ink2", now.size("icon"), float(now.size("row"))
        paint_icon(painter, self.kind.icon, QRectF(left, (rect.height() - side) / 2, side, side), tone)
        painter.setFont(now.font("body", 600 if on else 400))
        within = rect.adjusted(left + side + now.size("field"), 0, -now.size("two"), 0)
        paint.words(painter, within, self.text(), "accent" if on else "ink")
