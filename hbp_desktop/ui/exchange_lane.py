"""Rounds with the state office beside the window: a thread and a vault of their own, nothing typed waits."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event, Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from hbp_desktop.domain.errors import HbpError, Problem
from hbp_desktop.ui import errors
from hbp_desktop.ui.lanes import Lane
from hbp_desktop.usecases import exchange
from hbp_desktop.usecases.exchange import RoundResult
from hbp_desktop.usecases.office import Office

Step = Callable[[int, int, str], None]
Run = Callable[[Office, Step, Callable[[], bool]], RoundResult]
Due = Callable[[Office], int]

LOOK_MS = 15_000  # how often it is asked whether a round is due
SOON_MS = 2_000  # saves that follow one another closely go in one round
JUDGED_MS = 30_000  # by then the state office has judged what was sent: one more round brings its word


def one_round(office: Office, step: Step, stop: Callable[[], bool]) -> RoundResult:
    """Run a whole round on the office's own vault; blocking."""
    return exchange.round(office, office.vault, step, stop)


_under_way: Final[set["_Round"]] = set()


class ExchangeLane(Lane):
    """Runs a round when one is due, soon after a save, or at once when asked; one at a time.

    It stands on a twin of the office's vault, so a screen lock leaves it the round under way. Signals, on
    the window's thread: `begun`; `stepped(bytes done, bytes in all, code)`; `settled(RoundResult)`.
    """

    begun = Signal()
    stepped = Signal(int, int, str)
    settled = Signal(object)

    def __init__(self, office: Office, run: Run = one_round, due: Due = exchange.due) -> None:
        super().__init__()
        self._office = _beside(office)
        self._run, self._due = run, due
        self._round: _Round | None = None
        self._in_trouble = True  # until a round went well, only what is due is begun
        self._looking, self._soon, self._judged = QTimer(self), QTimer(self), QTimer(self)
        for once in (self._soon, self._judged):
            once.setSingleShot(True)
        self._judged.timeout.connect(lambda: self.now())
        self._looking.timeout.connect(self.look)
        self._soon.timeout.connect(self._after_save)

    @property
    def busy(self) -> bool:
        """Tell whether a round is under way."""
        return self._round is not None

    def start(self) -> None:
        """Begin to look after what is due, from now on."""
        self._looking.start(LOOK_MS)
        self._soon.start(SOON_MS)

    def nudge(self) -> None:
        """Hear that something was saved: a round soon, unless the line is known to be down."""
        if self.takes_commands and not self._soon.isActive():
            self._soon.start(SOON_MS)

    def now(self, by_hand: bool = False) -> None:
        """Begin a round at once; `by_hand`: somebody who looks at the whole state may want to hear of it."""
        if not self.takes_commands or self.busy:
            return
        if any(other.place == self._place() for other in _under_way):
            self._soon.start(SOON_MS)  # the last round of the window before is still on its way
            return
        self._soon.stop()
        self._judged.stop()
        made = self._round = _Round(self._run, self._office, by_hand)
        queued = Qt.ConnectionType.QueuedConnection
        made.stepped.connect(self._on_step, queued)
        made.ended.connect(self._on_ended, queued)
        made.start()
        self.begun.emit()

    def look(self) -> None:
        """Begin a round if one is due."""
        if not self.takes_commands or self.busy:
            return
        try:
            due = self._due(self._office)
        except HbpError:  # an office that moved away from who sits here has its own words elsewhere
            return
        if 0 < due <= self._office.now:
            self.now()

    def _after_save(self) -> None:
        if self.busy:
            self._soon.start(SOON_MS)  # what was saved meanwhile may have missed the round
        elif self._in_trouble:
            self.look()
        else:
            self.now()

    def _place(self) -> str:
        return str(self._office.opened.paths.root)

    @Slot(int, int, str)
    def _on_step(self, done: int, of: int, code: str) -> None:
        self.stepped.emit(done, of, code)

    @Slot(object)
    def _on_ended(self, outcome: object) -> None:
        self._round = None
        result = _result_of(outcome)
        self._in_trouble = not result.done
        self.settled.emit(result)
        if result.sent and result.done and self.takes_commands:
            self._judged.start(JUDGED_MS)
        if not self.takes_commands:
            self._close()

    def _last_round(self) -> None:
        self._rest()
        if not self.busy:
            self._close()

    def _stop(self) -> None:
        self._rest()
        if self._round is None:
            self._close()
        else:
            self._round.stop()
            self._office.vault.close()  # whatever it still waits for, it reads and writes nothing more

    def _rest(self) -> None:
        for timer in (self._looking, self._soon, self._judged):
            timer.stop()

    def _close(self) -> None:
        self._office.vault.close()
        self._over()
        self.deleteLater()


class _Round(QObject):
    """One round in a thread; kept until it has ended, so that nothing of Qt goes in another thread.

    The program's end does not wait for it: what was not acknowledged is sent another time.
    """

    stepped = Signal(int, int, str)
    ended = Signal(object)

    def __init__(self, run: Run, office: Office, by_hand: bool) -> None:
        super().__init__()
        self.place = str(office.opened.paths.root)
        self._run, self._office, self._by_hand = run, office, by_hand
        self._stopped = Event()
        self._thread = Thread(target=self._go, name="exchange", daemon=True)
        self.ended.connect(self._forget, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        _under_way.add(self)
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end at the next step."""
        self._stopped.set()

    def _go(self) -> None:
        outcome: RoundResult | Exception
        try:
            if self._by_hand:
                exchange.listen(self._office)
            outcome = self._run(self._office, self._step, self._stopped.is_set)
        except Exception as error:  # noqa: BLE001 - the edge: it is sorted on the window's thread
            outcome = error
        self.ended.emit(outcome)

    def _step(self, done: int, of: int, code: str) -> None:
        self.stepped.emit(done, of, code)

    @Slot(object)
    def _forget(self, _outcome: object) -> None:
        self._thread.join()  # it has told all it had to tell
        _under_way.discard(self)


def _beside(office: Office) -> Office:
    """Give the same office on a vault of its own."""
    opened = replace(office.opened, vault=office.vault.twin())
    return Office.of(opened, office.clock, office.language)


def _result_of(outcome: object) -> RoundResult:
    """Give the result; what was raised becomes its problem, and a bug goes to the log."""
    if isinstance(outcome, RoundResult):
        return outcome
    if isinstance(outcome, HbpError):
        return RoundResult(problem=Problem(outcome.code, values=outcome.values))
    if isinstance(outcome, Exception):
        errors.note(outcome)
    return RoundResult(problem=Problem("exchange_fault"))
