"""Pictures of every page, offscreen: for the README and for a person who looks before it is released."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, QPoint, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from hbp_desktop.ui import tasks
from hbp_desktop.ui import theme as look
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.first_run.wizard import Wizard
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.lock_reason import Reason
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.pages import PAGES, PageKind
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.unlock_page import UnlockPage
from hbp_desktop.usecases.waiting import Waiting


@dataclass(frozen=True)
class Sitting:
    """How the window looks in one set of pictures; the size is in pixels, without a title bar."""

    language: str = "ms"
    theme: look.Name = "light"
    scale: int = 100
    size: tuple[int, int] = (1366, 738)

    def suffix(self) -> str:
        """Name the set in a file name; the usual one has no name."""
        usual = Sitting()
        parts = (
            self.language,
            self.theme if self.theme != usual.theme else "",
            f"{self.scale}pc" if self.scale != usual.scale else "",
            f"{self.size[0]}x{self.size[1]}" if self.size != usual.size else "",
        )
        return "-".join(part for part in parts if part)


def sittings(
    languages: Sequence[str] = ("ms", "en"),
    themes: Sequence[look.Name] = ("light", "dark"),
    sizes: Sequence[tuple[int, int]] = ((1366, 738),),
    scales: Sequence[int] = (100,),
) -> list[Sitting]:
    """Give every combination."""
    return [Sitting(*each) for each in product(languages, themes, scales, sizes)]


def screenshots(
    app: QApplication,
    office: Any,
    out: Path,
    wanted: Sequence[Sitting],
    kinds: tuple[PageKind, ...] = PAGES,
) -> list[Path]:
    """Grab every page in every sitting into `out` as `<page>-<sitting>.png`; give the files."""
    return [
        path for sitting in _each(app, out, wanted) for path in _pages_of(app, office, out, sitting, kinds)
    ]


def door_pictures(
    app: QApplication, there: Door, new: Door, out: Path, wanted: Sequence[Sitting]
) -> list[Path]:
    """Grab the unlock page of an office that is `there`, and the steps of the first run of a `new` one."""
    return [path for sitting in _each(app, out, wanted) for path in _doors_of(app, there, new, out, sitting)]


def grab(app: QApplication, widget: QWidget, path: Path, size: tuple[int, int]) -> Path:
    """Show a widget at a size, let it settle, and write its picture."""
    widget.resize(QSize(*size))
    widget.show()
    QCursor.setPos(widget.mapToGlobal(QPoint(*size)))  # nothing under the pointer
    _settle(app)
    widget.grab().save(str(path))
    return path


def _each(app: QApplication, out: Path, wanted: Sequence[Sitting]) -> Iterator[Sitting]:
    """Bring language and look of each sitting in place, one after the other."""
    out.mkdir(parents=True, exist_ok=True)
    languages = Languages(app)
    before = qInstallMessageHandler(_hear)
    for sitting in wanted:
        languages.use(sitting.language)
        look.install(app, sitting.theme, sitting.scale).load_other_scripts()
        yield sitting
    languages.stop()
    qInstallMessageHandler(before)


def _hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for the one thing every offscreen window says."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _settle(app: QApplication) -> None:
    for _ in range(6):  # layouts inside layouts settle in turns, and so does what the lane brings
        tasks.wait_for_all()
        app.processEvents()


def _pages_of(
    app: QApplication, office: Any, out: Path, sitting: Sitting, kinds: tuple[PageKind, ...]
) -> Iterator[Path]:
    preferences = Preferences().but(language=sitting.language, theme=sitting.theme, scale=sitting.scale)
    frame = Frame(Desk(office, preferences), kinds)
    paper(frame, "bg")
    frame.resize(QSize(*sitting.size))
    frame.show()
    for kind in kinds:
        if not frame.open(kind.key):
            continue  # not offered to who sits here
        _settle(app)
        page = frame.current()
        if isinstance(page, Page):
            page.pose()
        yield grab(app, frame, out / f"{kind.key}-{sitting.suffix()}.png", sitting.size)
    _drop(frame)


def _doors_of(app: QApplication, there: Door, new: Door, out: Path, sitting: Sitting) -> Iterator[Path]:
    unlock = UnlockPage(there, sitting.language, app.applicationVersion(), _why())
    unlock.resize(QSize(*sitting.size))
    unlock.show()
    unlock.focus_password()
    yield grab(app, unlock, out / f"unlock-{sitting.suffix()}.png", sitting.size)
    _drop(unlock)
    wizard = Wizard(new, sitting.language)
    wizard.resize(QSize(*sitting.size))
    for number, step in enumerate(wizard.pose(), 1):
        yield grab(app, wizard, out / f"first-run-{number}-{step}-{sitting.suffix()}.png", sitting.size)
    _drop(wizard)


def _why() -> Reason:
    return Reason("idle", 5, (Waiting("A-021", datetime(2026, 11, 24, 10, 42)),))


def _drop(screen: QWidget) -> None:
    screen.hide()
    screen.deleteLater()
