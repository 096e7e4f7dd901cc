"""The import of a register into a session: choose, correct the columns, look, then all of it or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.session import Session
from hbp_desktop.ui import errors, files, layout_order, tasks
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.loader import Loader
from hbp_desktop.ui.parts.banner import Banners
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.empty import EmptyState
from hbp_desktop.ui.parts.text import Elided
from hbp_desktop.ui.sessions.column_mapping import MappingCard
from hbp_desktop.ui.sessions.import_preview import Doubt, ImportPreview
from hbp_desktop.ui.sessions.plan_words import title_of
from hbp_desktop.ui.theme import theme
from hbp_desktop.usecases import importing
from hbp_desktop.usecases.importing import CHANGED, ColumnMapping, Finding, Imported, Preview, Sheet

ChooseFile = Callable[[QWidget, str], str]


@dataclass(frozen=True)
class Read:
    """A file as read: its rows, the columns as mapped, and what an import would do."""

    sheet: Sheet
    mapping: ColumnMapping
    preview: Preview


class ImportView(QWidget):
    """Signals `left` when the person goes back; `subtitle_changed`."""

    left = Signal()
    subtitle_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("import")
        self.desk = desk
        self.choose_file: ChooseFile = partial(files.ask_file, kinds="CSV, XLSX (*.csv *.xlsx *.txt)")
        self._session: Session | None = None
        self._read: Read | None = None
        self._path = Path()
        self._working = False
        self.banners = Banners()
        self._into = Elided("", "heading", "ink", "strong")
        self._back = Button("", icon="chevron-left", key="Esc", height="head_control", name="import.back")
        self.columns, self.preview = MappingCard(), ImportPreview()
        self._empty = EmptyState("upload", "import.empty", primary=True)
        self._inside = QWidget()
        self._loader = Loader(self, self._show, self._unreadable)
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Begin with a session; the file of another one is put away."""
        self._session, self._read = session, None
        self._into.set_whole(title_of(session))
        for key in ("file", "done"):
            self.banners.clear(key)
        self._show_empty(True)
        if button := self._empty.findChild(QWidget, "import.empty.button"):
            button.setFocus()

    def choose(self) -> None:
        """Ask for a file and read it."""
        path = self.choose_file(self.window(), self.tr("Register to import"))
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a file, guess its columns, and show what an import would do."""
        self._path = path
        self.banners.clear("file")
        self.banners.clear("done")
        self.preview.skip_bad.setChecked(False)

        def job() -> Read:
            sheet = importing.read(path)
            return self._previewed(sheet, importing.guess(sheet))

        self._loader.later(job)

    def take(self) -> None:
        """Import what is shown, where that may be done now."""
        read = self._read
        if read is None or self._working or self._loader.busy or not self.preview.import_button.isEnabled():
            return
        self._working = True
        self.preview.show_busy(self.tr("Writing all lines, or none of them…"))
        office, skip, also = self.desk.office, self.preview.skip_bad.isChecked(), self.preview.also()
        tasks.start(lambda: importing.accept(office, read.preview, skip, also), self._done, self._not_done)

    def busy(self) -> bool:
        """Tell whether a file is being read or imported."""
        return self._working or self._loader.busy

    def reflow(self, shape: Shape) -> None:
        """Put the columns beside the preview, or above it where it is narrow."""
        wide = shape.at_least("normal")
        across = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(across)
        width = theme().size("report_left" if shape.width == "wide" else "counter_today_narrow")
        self.columns.setMinimumWidth(width if wide else 0)
        self.columns.setMaximumWidth(width if wide else 16_777_215)
        keys = ("level", "line", "column", "seen", "what")
        self.preview.table.show_columns(keys if wide else ("level", "line", "column", "what"))

    def retranslate(self) -> None:
        """Set every word."""
        self._back.setText(self.tr("Back to the plan"))
        self.columns.set_words()
        self.preview.say()
        self._empty.set_words(
            self.tr(
                "Choose a register as CSV or XLSX. Columns in Malay or English are recognised; nothing is "
                "written before you say so, and then all of it or nothing."
            ),
            self.tr("Choose a file…"),
            "Ctrl+O",
        )
        if self._read is not None:
            self._show(self._read)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _previewed(self, sheet: Sheet, mapping: ColumnMapping) -> Read:
        assert self._session is not None
        shown = importing.preview(self.desk.office, self._session, sheet, mapping)
        return Read(sheet, mapping, shown)

    def _correct(self, name: str, at: int) -> None:
        read = self._read
        if read is not None:
            mapping = read.mapping.with_column(name, at if at >= 0 else None)
            self._loader.later(lambda: self._previewed(read.sheet, mapping))

    def _show(self, read: Read) -> None:
        self._read = read
        self._show_empty(False)
        language, sheet = self.desk.language, read.sheet
        about = self.tr("%n rows; headings on row %1", "", len(sheet.rows))
        about = about.replace("%1", str(read.mapping.header + 1) if read.mapping.header >= 0 else "–")
        self.columns.show_file(self._path.name, about)
        below = sheet.rows[read.mapping.header + 1 : read.mapping.header + 2]
        self.columns.show_mapping(read.mapping, below[0].cells if below else (), language)
        notes = [self._say(one) for one in read.preview.problems if one.level != "hint"]
        self.preview.show_preview(read.preview, self._doubts(read.preview), notes)
        layout_order.order(self)

    def _doubts(self, preview: Preview) -> list[Doubt]:
        found = [self._doubt(one) for one in preview.findings]
        lines = {one.record: one for one in preview.lines}
        said = self.tr("An earlier import holds other content in its place. Enter adds it beside that.")
        found += [
            Doubt("changed", lines[record].line, "", "", said, record)
            for record, standing in preview.standing.items()
            if standing == CHANGED
        ]
        order = ("error", "changed", "warning", "hint")
        return sorted(found, key=lambda one: (order.index(one.level), one.line))

    def _doubt(self, one: Finding) -> Doubt:
        return Doubt(one.level, one.line, one.column, one.seen, self._say(one.problem), one.record)

    def _unreadable(self, error: Exception) -> None:
        errors.show(self.banners, "file", error, self.desk.language)
        if self._read is None:
            self._show_empty(True)

    def _done(self, imported: Imported) -> None:
        self._working = False
        self.preview.show_busy("")
        first = self.tr("Imported: %1 visits with %2 matters.").replace("%1", str(imported.visits))
        rest = self.tr("Here already: %1. Changed and left alone: %2. Lines left out: %3.")
        for place, count in enumerate((imported.unchanged, imported.changed, imported.left_out), 1):
            rest = rest.replace(f"%{place}", str(count))
        first = first.replace("%2", str(imported.matters))
        see = self.tr("See the records")
        banner = self.banners.show_banner("done", "ok", first, rest, see)
        banner.pressed.connect(self._see)
        self.desk.announce(first)
        if self._read is not None:
            read = self._read
            self._loader.later(lambda: self._previewed(read.sheet, read.mapping))
        self.desk.changed.emit()

    def _not_done(self, error: Exception) -> None:
        self._working = False
        self.preview.show_busy("")
        errors.show(self.banners, "file", error, self.desk.language)

    def _see(self) -> None:
        if self._session is not None:
            self.desk.go("records", Select(Filter(session=self._session.id)))

    def _say(self, problem: Problem) -> str:
        return errors.sentence(problem, self.desk.language)

    def _show_empty(self, empty: bool) -> None:
        self._empty.setVisible(empty)
        self._inside.setVisible(not empty)

    def _lay_out(self) -> None:
        whole = column(self, gap="cards")
        top = row(gap="row")
        top.addWidget(self._back)
        top.addWidget(self._into, 1)
        whole.addLayout(top)
        whole.addWidget(self.banners)
        self._across = row(self._inside, gap="cards")
        self._across.addWidget(self.columns)
        self._across.addWidget(self.preview, 1)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._inside, 1)
        self._inside.hide()

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.left.emit())
        self._empty.pressed.connect(self.choose)
        self.columns.file_wanted.connect(self.choose)
        self.columns.corrected.connect(self._correct)
        self.preview.import_wanted.connect(self.take)
