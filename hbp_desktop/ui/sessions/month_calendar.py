"""One month: weekends pale, holidays red and underlined, sessions on accent, drafts on the soft accent."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hbp_desktop.domain.dates import long_date, month_name, short_date
from hbp_desktop.ui.parts import paint
from hbp_desktop.ui.theme import theme

_WEEKDAYS = {"ms": "ISRKJSA", "en": "MTWTFSS"}
_ROWS = 6
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class DayMark:
    """What is said about a day: free ("" or "weekend" or "holiday"), planned ("", "set", "draft"), words."""

    free: str = ""
    planned: str = ""
    words: str = ""


class MonthCalendar(QWidget):
    """Signal `picked(date)` when a day was clicked; days can be typed in the plan as well."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._year, self._month, self._language = 2026, 1, "ms"
        self._marks: Mapping[date, DayMark] = {}
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_month(self, year: int, month: int, marks: Mapping[date, DayMark], language: str) -> None:
        """Show a month with its marks."""
        self._year, self._month, self._marks, self._language = year, month, marks, language
        self.setAccessibleName(f"{month_name(month, language)} {year}")
        told = [f"{short_date(day, language)} {mark.words}" for day, mark in sorted(marks.items())]
        here = [words for day, words in zip(sorted(marks), told, strict=True) if self._holds(day)]
        self.setAccessibleDescription("; ".join(words for words in here if not words.endswith(" ")))
        self.update()

    def month(self) -> tuple[int, int]:
        """Give the year and the month shown."""
        return self._year, self._month

    def day_at(self, at: QPoint) -> date | None:
        """Give the day at a point of the widget."""
        head, line, wide = self._sizes()
        column, line_number = int(at.x() // wide), int((at.y() - head) // line)
        weeks = calendar.monthcalendar(self._year, self._month)
        if not (0 <= line_number < len(weeks) and 0 <= column < 7):
            return None
        number = weeks[line_number][column]
        return date(self._year, self._month, number) if number else None

    def sizeHint(self) -> QSize:
        now = theme()
        return QSize(now.px(156), now.px(42) + _ROWS * now.px(21))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(140), self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if day := self.day_at(event.position().toPoint()):
            self.picked.emit(day)

    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(event.pos())
            words = self._marks[day].words if day and day in self._marks else ""
            if day and words:
                QToolTip.showText(event.globalPos(), f"{long_date(day, self._language)}\n{words}", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        now, painter = theme(), QPainter(self)
        head, line, wide = self._sizes()
        painter.setFont(now.font("small", 600))
        title = f"{month_name(self._month, self._language)} {self._year}"
        paint.words(painter, QRectF(now.px(2), 0, self.width(), now.px(20)), title)
        painter.setFont(now.font("caption"))
        for column, letter in enumerate(_WEEKDAYS.get(self._language, _WEEKDAYS["ms"])):
            cell = QRectF(column * wide, now.px(21), wide, now.px(20))
            paint.words(painter, cell, letter, "ink3", _CENTRE)
        for number, week in enumerate(calendar.monthcalendar(self._year, self._month)):
            for column, day in enumerate(week):
                if day:
                    cell = QRectF(column * wide, head + number * line, wide, line)
                    self._draw_day(painter, cell, date(self._year, self._month, day))

    def _draw_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        now, mark = theme(), self._marks.get(day, DayMark())
        side = min(now.px(20), int(cell.width()) - 1, int(cell.height()) - 1)
        box = QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side)
        if mark.planned:
            fill = "accent" if mark.planned == "set" else "accentsoft"
            paint.box(painter, box, fill, "accent" if mark.planned == "draft" else "", corner=4)
        font = now.font("caption", 600 if mark.planned or mark.free == "holiday" else 400)
        font.setUnderline(mark.free == "holiday")
        painter.setFont(font)
        paint.words(painter, cell, str(day.day), _tone(mark), _CENTRE)

    def _sizes(self) -> tuple[int, int, float]:
        now = theme()
        return now.px(42), now.px(21), self.width() / 7

    def _holds(self, day: date) -> bool:
        return (day.year, day.month) == (self._year, self._month)


def _tone(mark: DayMark) -> str:
    if mark.planned:
        return "onaccent" if mark.planned == "set" else "accent"
    return {"holiday": "bad", "weekend": "ink3"}.get(mark.free, "ink")
