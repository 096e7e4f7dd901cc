"""Dates and times typed in any usual way and shown as people say them; up and down step through them."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from hbp_desktop.domain.dates import clock, long_date, minutes, read_date, read_time, short_date
from hbp_desktop.domain.errors import Refused
from hbp_desktop.ui.parts.inputs import LineEdit

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_HALF_HOUR, _DAY = 30, 24 * 60
_SHORTER = (("tengah hari", "tgh hari"), ("petang", "ptg."))


class SpokenEdit(LineEdit):
    """Signal `edited` when a person changed it. `value()` is canonical, or as typed when unreadable."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._language = "ms"
        self.textEdited.connect(lambda _text: self.edited.emit())
        self.editingFinished.connect(self._tidy)

    def set_language(self, language: str) -> None:
        """Say dates and times in another language."""
        kept = self.value()
        self._language = language
        self.set_value(kept)

    def value(self) -> str:
        """Give `2026-11-24` or `09:00`; what cannot be read comes as it was typed."""
        text = self.text().strip()
        return self._read(text) or text

    def set_value(self, value: str) -> None:
        """Show a value; no signal."""
        self.setText(self._said(value) if self._read(value) else value)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        stepped = self._stepped(self.value(), step) if step else ""
        if stepped:
            self.set_value(stepped)
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._tidy()

    def _tidy(self) -> None:
        self.set_value(self.value())

    def _read(self, text: str) -> str:
        raise NotImplementedError

    def _said(self, value: str) -> str:
        raise NotImplementedError

    def _stepped(self, value: str, step: int) -> str:
        raise NotImplementedError


class DateField(SpokenEdit):
    """A date: `24/11/2026`, `24 Nov 2026`, `2026-11-24`; up is the next day."""

    def _read(self, text: str) -> str:
        try:
            return read_date(text).isoformat() if text else ""
        except Refused:
            return ""

    def _said(self, value: str) -> str:
        day = date.fromisoformat(self._read(value))
        return f"{long_date(day, self._language)[:3]}, {short_date(day, self._language)} {day.year}"

    def _stepped(self, value: str, step: int) -> str:
        known = self._read(value)
        return (date.fromisoformat(known) + timedelta(days=step)).isoformat() if known else ""


class TimeField(SpokenEdit):
    """A time: `9`, `9.30`, `9.30 pagi`, `0930`; up is half an hour later."""

    def _read(self, text: str) -> str:
        try:
            return read_time(text) if text else ""
        except Refused:
            return ""

    def _said(self, value: str) -> str:
        said = clock(self._read(value), self._language)
        for long, short in _SHORTER:
            said = said.replace(long, short)
        return said

    def _stepped(self, value: str, step: int) -> str:
        known = self._read(value)
        if not known:
            return ""
        later = (minutes(known) // _HALF_HOUR + step) * _HALF_HOUR
        return f"{later // 60:02d}:{later % 60:02d}" if 0 <= later < _DAY else ""
