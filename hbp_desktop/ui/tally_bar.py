"""People counted without details, one key each: kind, service, +1."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.tally import COUNTABLE, TallyDraft
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.parts.typeahead import Suggestion, TypeAhead

Find = Callable[[str, str], Sequence[Suggestion]]


class TallyBar(QWidget):
    """Signal `pressed(TallyDraft)`: one more of the kind and service shown, which stay."""

    pressed = Signal(object)

    def __init__(self, find: Find) -> None:
        super().__init__()
        self.setObjectName("tally")
        self._code = ""
        self._label, self._count = Text("", "small", "ink2"), Text("", "small", "ink2", "strong")
        self.kinds = Segments("tally.kind", "small_control")
        self.service = TypeAhead("tally.service", lambda text: find(text, self.kinds.value()))
        self.more = Button("+1", key="F7", height="small_control", name="tally.more")
        across = row(self, gap="tight", margins="card tight")
        for widget in (self._label, self._count, self.kinds):
            across.addWidget(widget)
        across.addWidget(self.service, 1)
        across.addWidget(self.more)
        self.kinds.set_value("pertanyaan")
        self.service.textEdited.connect(self._forget)
        self.service.picked.connect(self._take)
        self.more.clicked.connect(self.add)

    def add(self) -> None:
        """Ask for one more."""
        text = self.service.text()
        self.pressed.emit(TallyDraft(kind=self.kinds.value(), service_code=self._code, service=text))

    def show_count(self, count: int) -> None:
        """Show how many were counted in this session."""
        self._count.setText(str(count))
        self._count.setAccessibleName(self.tr("%n counted without details", "", count))

    def retranslate(self) -> None:
        """Set every word."""
        self._label.setText(self.tr("Tally"))
        self.kinds.set_choices([Choice(kind, matter_words.letter(kind)) for kind in COUNTABLE])
        for kind in COUNTABLE:
            button = self.kinds.findChild(QWidget, f"tally.kind.{kind}")
            if button is not None:
                button.setAccessibleName(matter_words.word(kind))
                button.setToolTip(matter_words.word(kind))
        self.service.setPlaceholderText(self.tr("code"))
        self.service.setAccessibleName(self.tr("Service of the tally"))
        self.more.setAccessibleName(self.tr("Count one more (F7)"))
        self.more.setToolTip(self.tr("Count one more without details (F7)"))

    def _forget(self) -> None:
        self._code = ""

    def _take(self, found: Suggestion) -> None:
        self._code = found.value
        self.service.setText(found.name)
        self.more.setFocus()
