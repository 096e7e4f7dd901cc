"""A laptop asks: its six words large, who works on it, and one button for when the words agree."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.parts.six_words_panel import SixWordsPanel
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.reason_sheet import AskSheet
from hbp_desktop.usecases.admitting import Look

translate = QCoreApplication.translate


class AdmitSheet(AskSheet):
    """Signal `agreed` when the person compared the words; the sheet closes itself first."""

    agreed = Signal()

    def __init__(self, seen: Look) -> None:
        super().__init__("admit", translate("AdmitSheet", "A computer asks to join"))
        self.words = SixWordsPanel("admit.words")
        self.words.show_words(seen.words)
        self.body.addWidget(
            Text(
                translate("AdmitSheet", "Compare these six words with the ones on that computer's screen."),
                "body",
                wrap=True,
            )
        )
        self.body.addWidget(self.words)
        for sentence in _about(seen):
            self.body.addWidget(Text(sentence, "small", "ink2", wrap=True))
        leave = self.add_button(
            translate("AdmitSheet", "They differ: do not admit"), key="Esc", name="admit.leave"
        )
        self._do = self.add_button(
            translate("AdmitSheet", "All six agree: admit"), "primary", "Ctrl+Enter", name="admit.do"
        )
        leave.clicked.connect(self.leave)
        self._do.clicked.connect(self.do)

    def first_field(self) -> QWidget | None:
        return self._do

    def do(self) -> None:
        self.close_sheet()
        self.agreed.emit()


def _about(seen: Look) -> list[str]:
    named = [one for one in seen.request.officers if one.signing]
    known = [seen.known[one.id].name for one in named if one.id in seen.known]
    fresh = [one.name for one in named if one.id not in seen.known]
    said = [translate("AdmitSheet", "Computer: %1").replace("%1", seen.request.device_name or "–")]
    if known:
        said.append(
            translate("AdmitSheet", "Already on the list, gets a key there: %1").replace(
                "%1", ", ".join(known)
            )
        )
    if fresh and not seen.request.founding:
        said.append(
            translate("AdmitSheet", "New on the list, as counter officer: %1").replace("%1", ", ".join(fresh))
        )
    elif fresh:
        said.append(
            translate("AdmitSheet", "New on the list, with the roles they had: %1").replace(
                "%1", ", ".join(fresh)
            )
        )
    if seen.request.founding:
        said.append(
            translate("AdmitSheet", "It has an office of its own already; its records stay and will count.")
        )
    if seen.admitted:
        said.append(translate("AdmitSheet", "It was admitted before; the permission file is made again."))
    return said
