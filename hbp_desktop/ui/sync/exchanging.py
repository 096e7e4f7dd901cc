"""What the window knows of the exchange at this moment: asked beside the window, shown wherever it stands."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.ui import errors
from hbp_desktop.ui.exchange_lane import ExchangeLane
from hbp_desktop.ui.loader import Loader
from hbp_desktop.usecases import exchange
from hbp_desktop.usecases.exchange import RoundResult, Standing

if TYPE_CHECKING:
    from hbp_desktop.ui.desk import Desk
    from hbp_desktop.ui.lanes import Lanes

NOT_DONE = (0, 0, "")


class Exchanging(QObject):
    """Keeps `standing`, the last round's `result`, and `step` (bytes done, bytes in all, code) of one.

    Signals: `changed` when standing or result is other than before, `stepped` as a round goes on. What a
    round brought is told at the desk, as if it had been recorded here.
    """

    changed = Signal()
    stepped = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._lane: ExchangeLane | None = None
        self._known = Standing()
        self.result: RoundResult | None = None
        self.step = NOT_DONE
        self._arriving = False
        self._loader = Loader(self, self._show, note_bug)

    def use(self, lane: ExchangeLane) -> None:
        """Show what this lane does, and have it hear of every save."""
        self._lane = lane
        lane.begun.connect(self._on_begun)
        lane.stepped.connect(self._on_step)
        lane.settled.connect(self._on_settled)
        self._desk.changed.connect(self._on_saved)

    def look(self) -> None:
        """Ask beside the window how things stand."""
        office = self._desk.office
        self._loader.later(lambda: exchange.standing(office))

    def look_at_once(self) -> None:
        """Ask while the caller waits: a page comes to the front and shows nothing old."""
        office = self._desk.office
        self._loader.now(lambda: exchange.standing(office))

    def try_now(self) -> None:
        """Begin a round at once."""
        if self._lane is not None:
            self._lane.now(by_hand=True)

    @property
    def standing(self) -> Standing:
        """How things stand; while a round of this window carries something, its phase is `sending`."""
        known = self._known
        carries = known.waiting or known.attachments_waiting or self.step[2] not in ("", "comparing")
        if self.busy and known.phase not in ("none", "confirming") and carries:
            return replace(known, phase="sending")
        return known

    @property
    def busy(self) -> bool:
        """Tell whether a round is under way."""
        return self._lane is not None and self._lane.busy

    def _show(self, standing: Standing) -> None:
        if standing != self._known:
            self._known = standing
            self.changed.emit()

    @Slot()
    def _on_begun(self) -> None:
        self.step = NOT_DONE
        self.changed.emit()
        self.look()

    @Slot(int, int, str)
    def _on_step(self, done: int, of: int, code: str) -> None:
        self.step = (done, of, code)
        self.stepped.emit()

    @Slot(object)
    def _on_settled(self, result: RoundResult) -> None:
        self.result, self.step = result, NOT_DONE
        self.changed.emit()
        self.look()
        if result.taken:
            self._arriving = True
            self._desk.changed.emit()
            self._arriving = False

    @Slot()
    def _on_saved(self) -> None:
        self.look()
        if self._lane is not None and not self._arriving:
            self._lane.nudge()


def note_bug(error: Exception) -> None:
    """Write a bug to the log; that the office is closed or busy just now is none."""
    if not isinstance(error, HbpError):
        errors.note(error)


def begin_exchange(desk: "Desk", lanes: "Lanes") -> None:
    """Have rounds run beside the window for the office at this desk."""
    lane = ExchangeLane(desk.office)
    lanes.add(lane)
    desk.exchange.use(lane)
    lane.start()
