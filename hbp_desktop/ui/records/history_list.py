"""A record's history, newest first: who, what, when, before and after, why."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hbp_desktop.ui.icons import paint_icon
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.parts.spans import Span, Spans
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.records import field_words
from hbp_desktop.ui.theme import theme
from hbp_desktop.ui.time_words import moment
from hbp_desktop.usecases.catalogues import Catalogues
from hbp_desktop.usecases.record_history import Change

_REPLY = "state_reply"  # says in full what its reason says in short
_FIRST = ("recorded", "imported")
_SIGNS = {
    "recorded": ("plus", "neutral"),
    "imported": ("download", "neutral"),
    "corrected": ("pencil", "warn"),
    "withdrawn": ("x", "bad"),
    "restored": ("undo-2", "neutral"),
    "moved": ("arrow-right", "accent"),
    "clock_stopped": ("send", "accent"),
    "acted": ("shield-alert", "accent"),
    "resealed": ("lock", "neutral"),
    "replied": ("send", "accent"),
}


class HistoryList(QWidget):
    """`show_history(changes, language, today, catalogues)`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("record.history")
        self._column = column(self, gap="field")

    def show_history(
        self, changes: Sequence[Change], language: str, today: date, catalogues: Catalogues
    ) -> None:
        """Show the changes; a matter recorded together with its visit has no line of its own."""
        first = {change.at for change in changes if change.kind == "visit" and change.action in _FIRST}
        for change in changes:
            together = change.kind == "matter" and change.action in _FIRST and change.at in first
            if not together:
                self._column.addWidget(self._item(change, language, today, catalogues))

    def _item(self, change: Change, language: str, today: date, catalogues: Catalogues) -> QWidget:
        item = QWidget()
        across, words = row(item, gap="row"), column(gap="two")
        icon, look = _SIGNS.get(change.action, ("history", "neutral"))
        across.addWidget(_Sign(icon, look), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        title = Spans("small", "ink2")
        when = f" · {moment(change.at, language, today)} · {change.officer}"
        title.set_spans((Span(self._title(change), 600, "ink"), Span(when)))
        words.addWidget(title)
        for line in self._lines(change, language, catalogues):
            words.addWidget(line)
        return item

    def _title(self, change: Change) -> str:
        words = {
            "recorded": self.tr("Recorded") if change.kind == "visit" else self.tr("Matter added"),
            "imported": self.tr("Imported from a register"),
            "corrected": self.tr("Corrected"),
            "withdrawn": self.tr("Withdrawn") if change.kind == "visit" else self.tr("Matter withdrawn"),
            "restored": self.tr("Restored"),
            "moved": self.tr("Status changed"),
            "clock_stopped": self.tr("Clock stopped"),
            "acted": self.tr("Immediate action entered"),
            "resealed": self.tr("Sealed anew"),
            "replied": self.tr("Answered"),
        }
        title = words.get(change.action, change.action)
        if change.newer:
            title = self.tr("From a newer program")
        doubt = self.tr("clock in doubt")
        return f"{title} ({doubt})" if change.doubt else title

    def _lines(self, change: Change, language: str, catalogues: Catalogues) -> list[QWidget]:
        lines: list[QWidget] = []
        if change.newer:
            lines.append(
                Text(self.tr("Update the program to read it; nothing is lost."), "small", "ink2", wrap=True)
            )
        if change.action not in _FIRST:
            for field in change.fields:
                if field_words.is_shown(field.name):
                    label = field_words.label(field.name, language)
                    before, after = (
                        field_words.value_words(field.name, value, language, catalogues)
                        for value in (field.before, field.after)
                    )
                    lines.append(_line(label, before, after))
        if change.reason and not any(field.name == _REPLY for field in change.fields):
            lines.append(_line(self.tr("Reason"), "", change.reason, 400))
        return lines


def _line(label: str, before: str, after: str, weight: int = 600) -> Spans:
    made = Spans("small", "ink2")
    was = (Span(before, tone="ink3"), Span(" → ", tone="ink3")) if before else ()
    made.set_spans((Span(f"{label}  "), *was, Span(after, weight, "ink")))
    return made


class _Sign(QWidget):
    """A sign on a soft round, for eyes only: the title says it."""

    def __init__(self, icon: str, look: str) -> None:
        super().__init__()
        self._icon, self._look = icon, look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme().size("badge")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        fill, tone, _ = paint.CHIPS[self._look]
        border = "edge" if now.high_contrast else ""
        paint.box(painter, rect, fill, border, corner=rect.height() / 2 * 100 / now.scale)
        side = now.size("icon_chip")
        inset = (rect.width() - side) / 2
        paint_icon(painter, self._icon, QRectF(inset, inset, side, side), tone)
