"""A guarded record: why only a row of it is shown, and what may be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.guarded import BY_ROLE
from hbp_desktop.domain.policy import CHILD_SAFETY, INTEGRITY
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import Flow, column
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.usecases.records import Record


class SealedPanel(QWidget):
    """`may_open` is whether this officer's role may see such matters.

    Signals `open_wanted`; `reseal_wanted`; `action_wanted(matter)` for what was done at once.
    """

    open_wanted = Signal()
    reseal_wanted = Signal()
    action_wanted = Signal(object)

    def __init__(self, record: Record, may_open: bool) -> None:
        super().__init__()
        self.setObjectName("record.sealed")
        self._record, self._guard = record, record.visit.guarded
        self.banner = Banner("warn" if self._guard.how == BY_ROLE else "accent", "record.sealed.banner")
        self.open = Button("", icon="eye", height="small_control", name="record.sealed.open")
        self.reseal = Button("", icon="lock", height="small_control", name="record.sealed.reseal")
        self.action = Button("", icon="shield-alert", height="small_control", name="record.sealed.action")
        whole, acts = column(self, gap="field"), QWidget()
        flow = Flow(acts, gap="field")
        for button in (self.open, self.reseal, self.action):
            flow.addWidget(button)
        whole.addWidget(self.banner)
        whole.addWidget(acts)
        self._offer(may_open)
        self._word(may_open)
        acts.setVisible(any(not one.isHidden() for one in (self.open, self.reseal, self.action)))
        self._connect()

    def text(self) -> str:
        """Give the sentence shown."""
        return self.banner.text()

    def _offer(self, may_open: bool) -> None:
        """Offer what can be done: nobody here opens what is sealed to the state alone."""
        by_role, closed = self._guard.how == BY_ROLE, self._record.closed
        openable = by_role or self._guard.why == CHILD_SAFETY
        self.open.setVisible(closed and may_open and openable)
        self.reseal.setVisible(not closed and not by_role and self._guard.why == CHILD_SAFETY)
        self._waiting = next(
            (one for one in self._record.visit.matters if one.is_open and not one.acted), None
        )
        readable = openable and not closed
        self.action.setVisible(
            may_open and self._waiting is not None and (readable or self._guard.why == INTEGRITY)
        )

    def _word(self, may_open: bool) -> None:
        self.open.setText(self.tr("Open; it is written down"))
        self.reseal.setText(self.tr("Seal anew for those who lead now"))
        self.action.setText(self.tr("Enter the immediate action…"))
        by_role = self._guard.how == BY_ROLE
        first = self.tr("Kept from view: %1.") if by_role else self.tr("Sealed matter: %1.")
        words = first.replace("%1", matter_words.word(self._guard.why))
        self.banner.set_words(words, self._rest(may_open), icon="eye-off" if by_role else "lock")

    def _rest(self, may_open: bool) -> str:
        if not self._record.closed:
            return self.tr("Opened for you, and written down. It closes when you look at another record.")
        if not may_open:
            return self.tr("It is counted and not shown here. A head or team leader may know more.")
        if self._guard.how == BY_ROLE:
            return self.tr(
                "By role only: names and text lie in the office's file, because the state's "
                "integrity key was not installed when it was recorded."
            )
        if self._guard.why == INTEGRITY:
            return self.tr(
                "Only the state's integrity unit can open it; nobody at this office can. "
                "Call them with the reference number."
            )
        return self.tr("It opens for those it was sealed to. If you are not one, ask one to seal it anew.")

    def _connect(self) -> None:
        self.open.clicked.connect(lambda: self.open_wanted.emit())
        self.reseal.clicked.connect(lambda: self.reseal_wanted.emit())
        self.action.clicked.connect(lambda: self.action_wanted.emit(self._waiting))
