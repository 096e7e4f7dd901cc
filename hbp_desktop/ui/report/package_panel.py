"""The package: which files it holds, its security mark, and what makes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.button import Button, IconButton
from hbp_desktop.ui.parts.card import Card
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.progress import Progress
from hbp_desktop.ui.parts.segments import Choice, Segments
from hbp_desktop.ui.parts.text import Elided, Text


class PackagePanel(Card):
    """Signals for each thing wanted; `mark_picked(mark)`."""

    make_wanted = Signal()
    named_wanted = Signal()
    print_wanted = Signal()
    folder_wanted = Signal()
    stop_wanted = Signal()
    mark_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("report.package")
        self._files = [(Text(name, "small", mono=True), Elided("", "small", "ink2")) for name in _FILES]
        self.mark = Segments("report.mark", "head_control")
        self._mark_field = Field(self.mark)
        self._masked = Text("", "small", "ink2", wrap=True)
        self._named = Button("", "quiet", icon="users", height="small_control", name="report.named")
        self.make_button = Button("", "primary", "download", "Ctrl+Enter", "large_control", "report.make")
        self._print = Button("", icon="printer", key="Ctrl+P", name="report.print")
        self._folder = IconButton("folder-open", "report.folder", "normal", "control")
        self.progress = Progress("report.progress")
        self._made = Text("", "small", "ok", wrap=True)
        self._lay_out()
        self._connect()

    def show_stage(self, draft: bool, ready: bool, why_not: str) -> None:
        """Say what would be made; `ready` allows it."""
        self.make_button.setText(
            self.tr("Make the draft package") if draft else self.tr("Make the final package")
        )
        for button in (self.make_button, self._print, self._named):
            button.explain(ready, why_not)

    def show_mark(self, mark: str) -> None:
        """Show the session's security mark."""
        self.mark.set_value(mark or "none")

    def show_progress(self, done: int, of: int, sentence: str) -> None:
        """Show how far the making is."""
        self._busy(True)
        self.progress.show_step(done, of, sentence)

    def show_made(self, words: str) -> None:
        """Say where the package is, or take the progress away with ""."""
        self._busy(False)
        self._made.setText(words)
        self._made.setVisible(bool(words))
        self._folder.setEnabled(bool(words))

    def busy(self) -> bool:
        """Tell whether a package is being made."""
        return not self.progress.isHidden()

    def made_words(self) -> str:
        """Give what is said about the package made."""
        return self._made.text()

    def fold(self, low: bool) -> None:
        """Leave the list of files out where height is short."""
        self._list.setVisible(not low)

    def keep_button(self) -> None:
        """Take the primary button back from wherever it stood."""
        self._button_column.insertWidget(0, self.make_button)

    def set_words(self) -> None:
        """Set the words that never change but with the language."""
        tr = self.tr
        self.set_title(tr("Report package"))
        said = (
            tr("official document, A4"),
            tr("answers for the form"),
            tr("workbook, masked"),
            tr("register, masked"),
            tr("for the state's system"),
        )
        for (name, words), text in zip(self._files, said, strict=True):
            words.set_whole(text)
            words.setAccessibleName(f"{name.text()}: {text}")
        self._mark_field.set_words(tr("Security &mark"))
        none = Choice("none", tr("None"))
        self.mark.set_choices([none, Choice("TERHAD", "TERHAD"), Choice("SULIT", "SULIT")])
        self._masked.setText(
            tr("Names are masked. A package with names is a choice of its own, written down.")
        )
        self._named.setText(tr("With names…"))
        self._print.setText(tr("Print"))
        self._folder.set_label(tr("Open the folder"))

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self._buttons.setVisible(not busy)
        self.make_button.setVisible(not busy)
        if busy:
            self._made.hide()

    def _lay_out(self) -> None:
        self._list, self._buttons = QWidget(), QWidget()
        listed = column(self._list, gap="grid")
        for name, words in self._files:
            across, sign = row(gap="field"), Text()
            sign.setPixmap(pixmap("square-check", "accent"))
            add(across, sign, name)
            across.addWidget(words, 1)
            listed.addLayout(across)
        self._button_column = buttons = column(self._buttons, gap="field")
        below = row(gap="field")
        below.addWidget(self._print, 1)
        below.addWidget(self._folder)
        buttons.addWidget(self.make_button)
        buttons.addLayout(below)
        self.add(self._list, self._mark_field, self._masked, self._named, self._made)
        self.body.addStretch(1)
        self.add(self.progress, self._buttons)
        self.show_made("")

    def _connect(self) -> None:
        self.make_button.clicked.connect(lambda: self.make_wanted.emit())
        self._named.clicked.connect(lambda: self.named_wanted.emit())
        self._print.clicked.connect(lambda: self.print_wanted.emit())
        self._folder.clicked.connect(lambda: self.folder_wanted.emit())
        self.progress.cancelled.connect(self.stop_wanted.emit)
        self.mark.picked.connect(lambda value: self.mark_picked.emit("" if value == "none" else value))


_FILES = ("laporan.pdf", "isian-borang.*", "daftar.xlsx", "daftar.csv", "laporan.json")
