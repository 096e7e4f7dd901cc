"""The parts of Laporan and where they stand at each width."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hbp_desktop.ui.column_scroll import ColumnScroll
from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.chip import Chip
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.inputs import Combo
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.report.figures_card import FiguresCard
from hbp_desktop.ui.report.missing_panel import MissingPanel
from hbp_desktop.ui.report.package_panel import PackagePanel
from hbp_desktop.ui.report.pdf_preview import PdfPreview
from hbp_desktop.ui.report.sent_panel import SentPanel
from hbp_desktop.ui.report.signoff_panel import SignOffPanel
from hbp_desktop.ui.report.versions_panel import VersionsPanel
from hbp_desktop.ui.theme import theme

_ANY = 16_777_215


class ReportLayout(QObject):
    """Signals `session_picked(id)`; `plan_wanted`."""

    session_picked = Signal(str)
    plan_wanted = Signal()

    def __init__(self, body: QVBoxLayout) -> None:
        super().__init__()
        self.figures, self.missing, self.sent = FiguresCard(), MissingPanel(), SentPanel()
        self.preview, self.versions, self.package = PdfPreview(), VersionsPanel(), PackagePanel()
        self.signoff = SignOffPanel()
        self.head_tools, self.low_tools, self._tools = QWidget(), QWidget(), QWidget()
        self.sessions, self.chip = Combo("report.session"), Chip("", "warn", "clock")
        self._tabs = Segments("report.tabs")
        self._fold = Button("", icon="list-checks", height="head_control", name="report.fold")
        self._fold.setCheckable(True)
        self._empty = EmptyState("file-text", "report.empty")
        self._inside = QWidget()
        self._shape, self._missing = Shape(), 0
        self._lay_out(body)
        self._connect()

    def show_sessions(self, sessions: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the sessions to choose from."""
        blocked = self.sessions.blockSignals(True)
        self.sessions.set_choices(list(sessions))
        self.sessions.set_value(chosen)
        self.sessions.blockSignals(blocked)
        self._tools.setVisible(bool(sessions))

    def show_empty(self, empty: bool) -> None:
        """Show what to do where there is no session at all."""
        self._empty.setVisible(empty)
        self.low_tools.setVisible(self._shape.low and not empty)
        self._inside.setVisible(not empty)

    def count_missing(self, count: int) -> None:
        """Say on the tab how much is missing."""
        self._missing = count
        self._name_tabs()

    def fit(self, shape: Shape) -> None:
        """Three columns; below that the right one folds; at last one column at a time."""
        self._shape = shape
        now = theme()
        self._place_tools(shape.low)
        self.package.fold(shape.low or shape.width == "least")
        wide = shape.at_least("normal")
        narrow = "report_right" if shape.width == "wide" else "report_right_narrow"
        _hold(self._right, now.size(narrow) if wide else 0)
        _hold(self._left, now.size("report_left") if shape.width == "wide" else now.px(312) if wide else 0)
        if shape.width == "narrow":
            _hold(self._left, now.px(330))
        self._fold.setVisible(shape.width == "narrow")
        self._tabs.setVisible(shape.width == "least")
        self._show_columns()

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        for part in (self.sent, self.signoff, self.preview, self.package):
            part.set_words()
        self.sessions.setAccessibleName(self.tr("Session"))
        self._empty.set_words(
            self.tr("No session is planned. A report belongs to a session."), self.tr("Plan a session")
        )
        self._name_tabs()

    def _show_columns(self) -> None:
        width, tab = self._shape.width, self._tabs.value() or "left"
        folded = width == "narrow" and not self._fold.isChecked()
        shown = {"left": True, "middle": True, "right": not folded}
        if width == "narrow" and self._fold.isChecked():
            shown["middle"] = False
        if width == "least":
            shown = {name: name == tab for name in shown}
        for name, part in (("left", self._left), ("middle", self.preview), ("right", self._right)):
            part.setVisible(shown[name])

    def _place_tools(self, low: bool) -> None:
        (self._low_row if low else self._head_row).addWidget(self._tools)
        self.low_tools.setVisible(low and self._empty.isHidden())
        if low:  # the primary button never scrolls away with its column
            self._low_row.addWidget(self.package.make_button)
        else:
            self.package.keep_button()
        self.package.make_button.set_key("" if low else "Ctrl+Enter")

    def _name_tabs(self) -> None:
        self._tabs.set_choices(
            [
                Choice("left", self.tr("Missing %1").replace("%1", str(self._missing))),
                Choice("middle", self.tr("Preview")),
                Choice("right", self.tr("Package")),
            ]
        )
        self._tabs.set_value(self._tabs.value() or "left")
        self._tabs.setAccessibleName(self.tr("Part of the page"))
        self._fold.setText(self.tr("Versions and package"))

    def _lay_out(self, body: QVBoxLayout) -> None:
        self._head_row, self._low_row = row(self.head_tools), row(self.low_tools)
        tools = row(self._tools, gap="row")
        tools.addWidget(self.sessions)
        tools.addWidget(self.chip)
        tools.addStretch(1)
        self.chip.show()
        self._head_row.addWidget(self._tools)
        for holder in (self.head_tools, self._tools):
            holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        left_inside, right_inside = QWidget(), QWidget()
        left, right = column(left_inside, gap="cards"), column(right_inside, gap="cards")
        self._left = ColumnScroll(left_inside, "report.left")
        self._right = ColumnScroll(right_inside, "report.right")
        left.addWidget(self.figures)
        left.addWidget(self.missing, 1)
        left.addWidget(self.sent)
        left.addWidget(self.signoff)
        right.addWidget(self.versions, 1)
        right.addWidget(self.package)
        across = row(gap="cards")
        for part, stretch in ((self._left, 0), (self.preview, 1), (self._right, 0)):
            across.addWidget(part, stretch)
        inside = column(self._inside, gap="field")
        top = row(gap="field")
        top.addWidget(self._tabs)
        top.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignRight)
        inside.addLayout(top)
        inside.addLayout(across, 1)
        body.addWidget(self.low_tools)
        body.addWidget(self._empty, 1)
        body.addWidget(self._inside, 1)
        self._empty.hide()

    def _connect(self) -> None:
        self.sessions.currentIndexChanged.connect(lambda _at: self._picked())
        self._tabs.picked.connect(lambda _tab: self._show_columns())
        self._fold.toggled.connect(lambda _on: self._show_columns())
        self._empty.pressed.connect(self.plan_wanted.emit)

    def _picked(self) -> None:
        if self.sessions.value():
            self.session_picked.emit(self.sessions.value())


def _hold(part: QWidget, width: int) -> None:
    """Give a column a width of its own, or with 0 any."""
    part.setMinimumWidth(width)
    part.setMaximumWidth(width or _ANY)
