"""What came in today: four big numbers and the kinds of matters, each opening the records behind it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.dates import clock
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.matter import KINDS
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import column, grid, row
from hbp_desktop.ui.parts.bars import Bar, BarColumns, BarRows
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.figure import BigFigure
from hbp_desktop.ui.parts.text import Text, line
from hbp_desktop.usecases.today import DayCounts, Overview


class TotalsCard(Card):
    """Signals `opened(Filter)`; `queue_wanted`."""

    opened = Signal(object)
    queue_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("today.totals")
        self._asked = Filter()
        self._all = Button("", "quiet", height="small_control", name="today.records")
        self._clients, self._matters = BigFigure("today.clients"), BigFigure("today.matters")
        self._waiting, self._left = BigFigure("today.waiting"), BigFigure("today.left")
        self._kinds = BarRows("today.kinds", 2)
        self._rule = line()
        self._lay_out()
        self._connect()

    def show_overview(self, seen: Overview, language: str) -> None:
        """Show a day's totals."""
        counts = seen.counts
        self.setVisible(counts is not None)
        if counts is None:
            return
        self._asked = seen.asked
        note = self.tr("%n counters", "", len(seen.counters))
        fresh = self.tr("as of %1").replace("%1", clock(seen.at, language))
        self.set_title(self.tr("Totals of today"), note=f"· {note}, {fresh}")
        self._all.setText(self.tr("See the records behind the numbers"))
        self._say_figures(seen, counts)
        self._kinds.set_bars([self._bar(kind, counts) for kind in KINDS])

    def fold(self, low: bool, narrow: bool) -> None:
        """Leave the kinds' bars out where height is short; put the figures two by two where width is."""
        self._kinds.setVisible(not low)
        self._rule.setVisible(not low)
        for number, figure in enumerate((self._clients, self._matters, self._waiting, self._left)):
            down, across = divmod(number, 2) if narrow else (0, number)
            self._figures.addWidget(figure, down, 2 * across)
        for number, upright in enumerate(self._uprights):
            self._figures.addWidget(upright, 0, 2 * number + 1)
            upright.setVisible(not narrow)

    def _say_figures(self, seen: Overview, counts: DayCounts) -> None:
        nameless = "+ " + self.tr("%n anonymous", "", counts.anonymous)
        people = nameless if counts.anonymous else self.tr("people, not records")
        self._clients.set(self.tr("Clients"), str(counts.clients), people)
        matters = sum(counts.kinds.values())
        each = f"{matters / counts.visits:.1f}" if counts.visits else "0"
        more = self.tr("%n only counted", "", counts.tallied) if counts.tallied else ""
        per_visit = self.tr("%1 a visit").replace("%1", each)
        self._matters.set(self.tr("Matters"), str(matters), f"+ {more}" if more else per_visit)
        span = " – ".join(dict.fromkeys((seen.waiting[0], seen.waiting[-1]))) if seen.waiting else ""
        numbers = self.tr("queue %1").replace("%1", span) if span else self.tr("nobody in the queue")
        self._waiting.set(self.tr("Waiting"), str(len(seen.waiting)), numbers)
        self._left.set(self.tr("Left"), str(seen.left), self.tr("without being served"))

    def _bar(self, kind: str, counts: DayCounts) -> Bar:
        number = counts.kinds.get(kind, 0)
        word = matter_words.word(kind)
        of = self.tr("%1, %2 of %n matters", "", sum(counts.kinds.values()))
        name = of.replace("%1", word).replace("%2", str(number))
        return Bar(kind, word, number, name, matter_words.letter(kind))

    def _lay_out(self) -> None:
        self.head.addWidget(self._all)
        self._figures = grid(gap="page")
        self._uprights = [line(upright=True) for _ in range(3)]
        for place in range(4):
            self._figures.setColumnStretch(2 * place, 1)
        self.body.addLayout(self._figures)
        self.fold(low=False, narrow=False)
        self.add(self._rule, self._kinds)

    def _connect(self) -> None:
        self._all.clicked.connect(lambda: self.opened.emit(self._asked))
        self._clients.opened.connect(lambda: self.opened.emit(self._asked))
        self._matters.opened.connect(lambda: self.opened.emit(self._asked))
        self._kinds.opened.connect(lambda kind: self.opened.emit(replace(self._asked, kind=kind)))
        self._waiting.opened.connect(self.queue_wanted)
        self._left.opened.connect(self.queue_wanted)


class ArrivalsCard(Card):
    """Visits every thirty minutes. Signal `opened(Filter)`."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("today.arrivals", headless=True)
        self._heading, self._words = Text("", "heading"), Text("", "small", "ink2", wrap=True)
        self._bars = BarColumns("today.slots")
        self._asked: dict[str, Filter] = {}
        words = QWidget()
        beside = column(words, gap="label")
        for text in (self._heading, self._words):
            beside.addWidget(text)
        beside.addStretch(1)
        across = row(gap="page")
        across.addWidget(words, 1)
        across.addWidget(self._bars, 4)
        self.body.addLayout(across)
        self._bars.opened.connect(lambda since: self.opened.emit(self._asked[since]))

    def show_overview(self, seen: Overview, language: str) -> None:
        """Show when people came."""
        self._heading.setText(self.tr("Arrivals"))
        self.setAccessibleName(self.tr("Arrivals"))
        self._words.setText(self.tr("visits every 30 minutes; a paler bar still runs"))
        self._asked = {one.since: one.asked for one in seen.arrivals}
        bars = []
        for one in seen.arrivals:
            time = clock(one.since, language)
            name = self.tr("From %1: %n visits", "", one.count).replace("%1", time)
            bars.append(Bar(one.since, time.split(" ")[0], one.count, name, running=one.running))
        self._bars.set_bars(bars)
