"""Queue numbers at this counter: the one served, those that wait, those who left."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.ui.counter_work import CounterWork
from hbp_desktop.ui.queue_button import QueueButton, Waiting
from hbp_desktop.ui.visit_form import VisitForm
from hbp_desktop.usecases import counter
from hbp_desktop.usecases.counter import QueueNumber


class CounterQueue(QObject):
    """Signals: `changed` after a number was issued or left; `failed(error)`."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, button: QueueButton, form: VisitForm, work: CounterWork, parent: QObject) -> None:
        super().__init__(parent)
        self._button, self._form, self._work = button, form, work
        self._issued: dict[str, str] = {}
        button.next_wanted.connect(self.next)
        button.issue_wanted.connect(self.issue_to_wait)
        button.called.connect(self._serve)
        button.left.connect(self._leave)

    def show(self, waiting: Sequence[QueueNumber]) -> None:
        """Show who waits, and for how long the number served has waited."""
        self._issued |= {one.number: one.issued for one in waiting}
        own = self._form.base.queue
        issued = self._issued.get(own, "")
        self._button.show_number(own, self._work.minutes_since(issued) if issued else -1)
        self._button.show_waiting(self._work.waiting(waiting, own))

    def next(self) -> None:
        """Take the number that waits longest; with a client at the counter, issue one more to wait."""
        waiting = self._button.waiting()
        if self._form.base.queue:
            self.issue_to_wait()
        elif waiting:
            self._serve(waiting[0])
        elif issued := self._issue():
            self._form.change_base(queue=issued.number)
            self.changed.emit()

    def serve_first(self) -> None:
        """Take the number that waits longest, if one waits."""
        if self._button.waiting() and not self._form.base.queue:
            self._serve(self._button.waiting()[0])

    def issue_to_wait(self) -> None:
        """Issue a number for somebody who waits."""
        if self._issue():
            self.changed.emit()

    def _serve(self, chosen: Waiting) -> None:
        self._form.change_base(queue=chosen.number)
        self.changed.emit()

    def _leave(self, chosen: Waiting) -> None:
        try:
            counter.queue_left(self._work.office, chosen.id)
        except (HbpError, OSError) as error:
            self.failed.emit(error)
        self.changed.emit()

    def _issue(self) -> QueueNumber | None:
        try:
            issued = self._work.issue()
        except (HbpError, OSError) as error:
            self.failed.emit(error)
            return None
        if issued:
            self._issued[issued.number] = issued.issued
        return issued
