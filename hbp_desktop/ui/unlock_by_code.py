"""The road by the recovery code: the code, then who one is and a new password."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hbp_desktop.ui.door import Door, Seat
from hbp_desktop.ui.unlock_recovery import NewPasswordForm

_PATIENCE_MS = 5 * 60_000

Start = Callable[[Callable[[], Any], Callable[[Any], None]], None]


class ByCode(QObject):
    """Holds the office the code opened until somebody sits down in it, for five minutes at most.

    `start(job, done)` runs a job in the lane. Signals `opened(Seat)`; `wanted` when the form is to be shown;
    `given_up` when the office was closed again.
    """

    opened = Signal(object)
    wanted = Signal()
    given_up = Signal()

    def __init__(self, door: Door, form: NewPasswordForm, start: Start, parent: QObject) -> None:
        super().__init__(parent)
        self._door, self._form, self._start = door, form, start
        self._seat: Seat | None = None
        self._name = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.give_up)
        form.submitted.connect(self._sit_down)
        form.alone_wanted.connect(self._go_on_alone)
        form.password_wanted.connect(self.give_up)
        form.password.edited.connect(self._be_patient)

    def unlock(self, code: str, name: str) -> None:
        """Open with the code; `name` is who was chosen on the page."""
        self._name = name
        self._start(lambda: self._opened_by(code), self._on_code)

    def give_up(self) -> None:
        """Close what the code opened."""
        seat = self._taken()
        if seat is not None:
            self._form.forget()
            seat.close()
            self.given_up.emit()

    def _opened_by(self, code: str) -> tuple[Seat, list[tuple[str, str]]]:
        seat = self._door.unlock_with_code(code)
        try:
            return seat, self._door.people(seat)
        except BaseException:
            seat.close()
            raise

    def _on_code(self, found: tuple[Seat, list[tuple[str, str]]]) -> None:
        seat, people = found
        if not people:  # the roster has not arrived here yet
            self.opened.emit(seat)
            return
        self._seat = seat
        self._form.set_officers(people, self._name)
        self._be_patient()
        self.wanted.emit()

    def _sit_down(self, officer: str, password: str) -> None:
        seat = self._seat
        if seat is not None:
            self._patience.stop()
            self._start(lambda: self._door.go_on_as(seat, officer, password), self._on_seated)

    def _on_seated(self, seat: object) -> None:
        self._taken()
        self._form.forget()
        self.opened.emit(seat)

    def _go_on_alone(self) -> None:
        seat = self._taken()
        if seat is not None:
            self._form.forget()
            self.opened.emit(seat)

    def _taken(self) -> Seat | None:
        seat, self._seat = self._seat, None
        self._patience.stop()
        return seat

    def _be_patient(self) -> None:
        if self._seat is not None:
            self._patience.start(_PATIENCE_MS)
