"""Shows the day so far: rows, totals, tallies, who waits, where the officer sits, what can be undone."""

from PySide6.QtCore import QObject

from hbp_desktop.domain.dates import long_date, short_date
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.counter_columns import CounterColumns
from hbp_desktop.ui.counter_queue import CounterQueue
from hbp_desktop.ui.counter_work import CounterWork
from hbp_desktop.ui.parts.banner import Banners
from hbp_desktop.ui.sticky_bar import StickyBar
from hbp_desktop.ui.today_list import MINE, TodayList
from hbp_desktop.usecases.counter import Today


class CounterDay(QObject):
    """`look` reads and shows; `reword` shows the same again in another language."""

    def __init__(
        self,
        work: CounterWork,
        columns: CounterColumns,
        sticky: StickyBar,
        numbers: CounterQueue,
        banners: Banners,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._columns, self._sticky = work, columns, sticky
        self._numbers, self._banners = numbers, banners
        self._list: TodayList = columns.today
        self._today: Today | None = None
        self._list.whose_changed.connect(self._show_rows)

    def look(self) -> None:
        """Read the day again and show it."""
        self._today = self._work.look_again()
        self.reword()

    def reword(self) -> None:
        """Show what was read."""
        self._show_seat()
        today = self._today
        if today is None:
            return
        kinds = {kind: today.figures["kind"].count(kind) for kind in matter_words.LETTERS}
        clients = today.figures.headline("clients") + today.figures.headline("anonymous_visits")
        self._list.show_totals(clients, today.figures.headline("matters"), kinds)
        self._list.tally.show_count(today.figures.headline("tallies"))
        self._columns.show_counts(clients)
        self._numbers.show(today.waiting)
        self._list.show_left(self.tr("%n left unserved", "", today.left) if today.left else "")
        act = self._work.last
        self._list.show_undo(self.tr("Undo %1").replace("%1", act.words) if act else "")
        self._show_rows()

    def choose(self, visit_id: str) -> None:
        """Select the row of a visit just saved."""
        self._list.choose(visit_id)

    def _show_rows(self) -> None:
        if self._today is None:
            return
        rows = self._today.rows
        if self._list.whose.value() == MINE:
            officer = self._work.office.officer.name
            rows = tuple(visit for visit in rows if visit.officer == officer)
        self._list.show_rows(rows)

    def _show_seat(self) -> None:
        seat, language = self._work.seat, self._work.desk.language
        if seat is None:
            return
        several = len(seat.session.days) > 1 and seat.day.date is not None
        when = f"{short_date(seat.day.date, language)} · " if several and seat.day.date else ""
        counter = self.tr("Counter %1").replace("%1", seat.counter or "–")
        self._sticky.show_seat(f"HBP {seat.number()}", f"{when}{seat.day.place}", counter)
        if seat.day.date is None or seat.day.date == self._work.today:
            self._banners.clear("other_day")
            return
        first = self.tr("You record for %1, not for today.").replace("%1", long_date(seat.day.date, language))
        rest = self.tr("Change it with F4 if that is not meant.")
        self._banners.show_banner("other_day", "warn", first, rest)
