"""The plan of one session: its head, the form, and the bar with what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from hbp_desktop.ui.column_scroll import ColumnScroll
from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.saved import SavedLabel
from hbp_desktop.ui.parts.text import Elided
from hbp_desktop.ui.sessions.plan_form import PlanForm


class PlanCard(Card):
    """Signals for each thing wanted: to set, discard, call off, import, see the report, see the guideline."""

    set_wanted = Signal()
    discard_wanted = Signal()
    cancel_wanted = Signal()
    import_wanted = Signal()
    report_wanted = Signal()
    advice_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__("sessions.plan", flush=True, headless=True)
        self.form = PlanForm()
        self._name, self._state = Elided("", "heading", "ink", "strong"), Chip("", "warn")
        self._bar = QFrame()
        self._import = Button(icon="upload", height="head_control", name="sessions.import")
        self._report = Button(icon="file-text", height="head_control", name="sessions.report")
        self._advice = Button(icon="info", height="head_control", name="sessions.advice")
        self._advice.setCheckable(True)
        self.saved = SavedLabel("sessions.saved")
        self._call_off = Button(look="danger", name="sessions.call_off")
        self._discard = Button(name="sessions.discard")
        self.set_button = Button(look="primary", icon="check", key="Ctrl+Enter", name="sessions.set")
        self._planned, self._cancelled, self._draft = False, False, False
        self._lay_out()
        self._connect()

    def show_head(self, title: str, state: str, look: str) -> None:
        """Name the session and its state."""
        self._name.set_whole(title)
        self._state.set(state, look)
        self._state.show()
        self.setAccessibleName(f"{title}, {state}")

    def allow(self, planned: bool, cancelled: bool, draft: bool) -> None:
        """Offer what can be done: with a session set before, one called off, something not yet set."""
        self._planned, self._cancelled, self._draft = planned, cancelled, draft
        for button in (self._import, self._report):
            button.setVisible(planned and not cancelled)
        self._call_off.setVisible(planned and not cancelled and not draft)
        self._discard.setVisible(draft)
        self.set_button.explain(draft or not planned, self.tr("Nothing was changed yet."))
        self._name_buttons()

    def offer_advice(self, offered: bool, count: int) -> None:
        """Offer the guideline behind a button with its count, where its column does not fit."""
        self._advice.setVisible(offered)
        self._advice.setText(self.tr("Guideline (%1)").replace("%1", str(count)))

    def advice_shown(self) -> bool:
        """Tell whether the guideline was asked for."""
        return self._advice.isChecked()

    def set_read_only(self, read_only: bool) -> None:
        """Leave out what cannot be done with a plan that is only read."""
        self._bar.setVisible(not read_only)
        self._import.setVisible(not read_only)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the form, in the same column."""
        self._below.addWidget(widget)

    def take_import_focus(self) -> None:
        """Go back to where the import was opened."""
        self._import.setFocus()

    def set_words(self) -> None:
        """Set every word."""
        self.form.set_words()
        self._import.setText(self.tr("Import a register…"))
        self._report.setText(self.tr("Report"))
        self._name_buttons()

    def _name_buttons(self) -> None:
        self.set_button.setText(self.tr("Save the change…") if self._planned else self.tr("Set the session"))
        self._discard.setText(self.tr("Undo the change") if self._planned else self.tr("Discard the draft"))
        self._call_off.setText(self.tr("Call off…"))

    def _lay_out(self) -> None:
        top = row(gap="field", margins="card row")
        names = row(gap="field")
        names.addWidget(self._name, 1)
        top.addLayout(names, 1)
        add(top, self._state, self._advice, self._import, self._report)
        self.body.addLayout(top)
        holder = QWidget()
        inside = column(holder, gap="none")
        inside.addWidget(self.form)
        self._below = column(gap="none", margins="card none card card")
        inside.addLayout(self._below)
        inside.addStretch(1)
        self.body.setSpacing(0)
        self.body.addWidget(ColumnScroll(holder, "sessions.form"), 1)
        bar = self._bar
        bar.setProperty("frame", "bar")
        across = row(bar, gap="field", margins="card field card grid")
        across.addWidget(self.saved, 1)
        add(across, self._call_off, self._discard, self.set_button)
        self.body.addWidget(bar)
        self._advice.hide()

    def _connect(self) -> None:
        for button, signal in (
            (self.set_button, self.set_wanted),
            (self._discard, self.discard_wanted),
            (self._call_off, self.cancel_wanted),
            (self._import, self.import_wanted),
            (self._report, self.report_wanted),
        ):
            button.clicked.connect(lambda _=False, wanted=signal: wanted.emit())
        self._advice.toggled.connect(self.advice_toggled.emit)
