"""The counter's three columns: who, what, today; side by side, or as tabs where there is less room."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hbp_desktop.ui.action_bar import ActionBar
from hbp_desktop.ui.client_form import ClientForm
from hbp_desktop.ui.column_scroll import ColumnScroll
from hbp_desktop.ui.desk import Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.matter_column import MatterColumn
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.text import line
from hbp_desktop.ui.queue_button import ClientHead, QueueButton
from hbp_desktop.ui.reading_order import in_order
from hbp_desktop.ui.tab_strip import Tab, TabStrip
from hbp_desktop.ui.theme import theme
from hbp_desktop.ui.today_list import TodayList

CLIENT, MATTERS, TODAY = "client", "matters", "today"


class CounterColumns(QWidget):
    """Lays out parts that the page made. Signal `shown(key)` when a column came to the front."""

    shown = Signal(str)

    def __init__(
        self,
        client: ClientForm,
        queue: QueueButton,
        matters: MatterColumn,
        today: TodayList,
        foot: ActionBar,
    ) -> None:
        super().__init__()
        self.client, self.queue, self.matters, self.today = client, queue, matters, today
        self.foot, self.tabs = foot, TabStrip()
        self._shape, self._front, self._clients = Shape(), CLIENT, 0
        self._aside: QWidget | None = None
        self._client_head, inside = ClientHead(queue), QWidget()
        column(inside, gap="none", margins="card grid card field").addWidget(client)
        self.client_scroll = ColumnScroll(inside, "client.scroll")
        self._client_side, self._parting = QWidget(), line(upright=True)
        self._card = Card("form", flush=True, headless=True)
        self._across: QHBoxLayout = row(gap="cards")
        self._lay_out()
        self.tabs.picked.connect(self.bring)
        matters.refolded.connect(self.order)

    def reflow(self, shape: Shape) -> None:
        """Fit into the room there is."""
        self._shape = shape
        narrow = not shape.at_least("wide")
        client = "counter_client_narrow" if narrow else "counter_client"
        today = "counter_today_narrow" if narrow else "counter_today"
        self._fix(self._client_side, client, shape.at_least("narrow"))
        self._fix(self.today, today, shape.at_least("normal"))
        self.matters.set_brief(narrow or shape.low)
        self.today.set_short(narrow)
        self.foot.set_narrow(not shape.at_least("narrow"))
        self._client_head.setVisible(shape.at_least("narrow"))
        self.bring(self._front, focus=False)

    def bring(self, key: str, focus: bool = True) -> None:
        """Bring a column to the front and put the focus into it."""
        self._front = key
        wide, pair = self._shape.at_least("normal"), self._shape.at_least("narrow")
        self._client_side.setVisible(wide or (key != TODAY if pair else key == CLIENT))
        self.matters.setVisible(wide or (key != TODAY if pair else key == MATTERS))
        self._parting.setVisible(pair)
        self._card.setVisible(wide or key != TODAY)
        self.today.setVisible((wide and self._aside is None) or (not wide and key == TODAY))
        self.tabs.setVisible(not wide)
        self._word_tabs()
        self.tabs.mark(key if not pair or key == TODAY else CLIENT)
        if focus:
            self.focus_front()

    def focus_front(self) -> None:
        """Put the focus into the column in front."""
        if self._front == CLIENT:
            self.client.take_focus()
        elif self._front == MATTERS:
            self.matters.form.take_focus()
        else:
            self.today.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, key: str) -> None:
        """Make sure that a column can be seen, without moving the focus."""
        if self._front != key:
            self.bring(key, focus=False)

    def show_aside(self, panel: QWidget | None) -> None:
        """Put a panel in place of today's list, or take it away."""
        if self._aside is not None:
            self._across.removeWidget(self._aside)
            self._aside.hide()
            self._aside.deleteLater()
        self._aside = panel
        if panel is not None:
            panel.setFixedWidth(self.today.minimumWidth() or theme().size("counter_today_narrow"))
            self._across.addWidget(panel)
            panel.show()
        self.bring(self._front, focus=False)

    def retell(self) -> None:
        """Count the matters again, for the tab."""
        if not self.tabs.isHidden():
            self._word_tabs()

    def show_counts(self, clients: int) -> None:
        """Know how many were recorded, for the tab."""
        self._clients = clients
        self._word_tabs()

    def order(self) -> None:
        """Let Tab go through the columns as they are read."""
        in_order([*self.client.stops(), *self.matters.stops(), self.foot, self.today, self.queue])

    def retranslate(self) -> None:
        """Set every word."""
        self._client_head.retranslate()
        for part in (self.client, self.queue, self.matters, self.today, self.foot):
            part.retranslate()
        self._word_tabs()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word_tabs()

    def _lay_out(self) -> None:
        side = column(self._client_side, gap="none")
        side.addWidget(self._client_head)
        side.addWidget(self.client_scroll, 1)
        columns = row(gap="none")
        columns.addWidget(self._client_side, 1)
        columns.addWidget(self._parting)
        columns.addWidget(self.matters, 1)
        self._card.body.setSpacing(0)
        self._card.body.setProperty("gap", "none")
        self._card.body.setProperty("margins", "hair hair hair hair")
        self._card.body.setContentsMargins(*[theme().size("hair")] * 4)
        self._card.body.addLayout(columns, 1)
        self._card.body.addWidget(self.foot)
        self._across.addWidget(self._card, 1)
        self._across.addWidget(self.today)
        whole = column(self, gap="field")
        whole.addWidget(self.tabs)
        whole.addLayout(self._across, 1)

    def _fix(self, widget: QWidget, size: str, fixed: bool) -> None:
        widget.setMinimumWidth(theme().size(size) if fixed else 0)
        widget.setMaximumWidth(theme().size(size) if fixed else 16_777_215)

    def _word_tabs(self) -> None:
        today = Tab(TODAY, self.tr("Today %1").replace("%1", str(self._clients)), "Alt+3")
        matters = self.tr("Matters %1").replace("%1", str(self.matters.count()))
        if self._shape.at_least("narrow"):
            tabs = [Tab(CLIENT, self.tr("Client and matters"), "Alt+1"), today]
        else:
            tabs = [Tab(CLIENT, self.tr("Client"), "Alt+1"), Tab(MATTERS, matters, "Alt+2"), today]
        self.tabs.set_tabs(tabs)
