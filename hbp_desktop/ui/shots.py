"""Pictures of every page, offscreen: for the README and for a person who looks before it is released."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from hbp_desktop.ui import theme as look
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.frame import Frame
from hbp_desktop.ui.page import Page
from hbp_desktop.ui.pages import PAGES, PageKind
from hbp_desktop.ui.parts.text import paper
from hbp_desktop.ui.preferences import Preferences
from hbp_desktop.ui.translations import Languages


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
    languages: Languages | None = None,
) -> list[Path]:
    """Grab every page in every sitting into `out` as `<page>-<sitting>.png`; give the files."""
    out.mkdir(parents=True, exist_ok=True)
    speaking, made = languages or Languages(app), []
    for sitting in wanted:
        speaking.use(sitting.language)
        look.install(app, sitting.theme, sitting.scale).load_other_scripts()
        made += [*_pages_of(app, office, out, sitting, kinds)]
    return made


def grab(app: QApplication, widget: QWidget, path: Path, size: tuple[int, int]) -> Path:
    """Show a widget at a size, let it settle, and write its picture."""
    widget.resize(QSize(*size))
    widget.show()
    for _ in range(3):  # layouts inside layouts settle in turns
        app.processEvents()
    widget.grab().save(str(path))
    return path


def _pages_of(
    app: QApplication, office: Any, out: Path, sitting: Sitting, kinds: tuple[PageKind, ...]
) -> Iterator[Path]:
    preferences = Preferences().but(language=sitting.language, theme=sitting.theme, scale=sitting.scale)
    desk = Desk(office, preferences)
    frame = Frame(desk, kinds)
    paper(frame, "bg")
    for kind in kinds:
        frame.resize(QSize(*sitting.size))
        frame.open(kind.key)
        page = frame.current()
        if isinstance(page, Page):
            page.pose()
        yield grab(app, frame, out / f"{kind.key}-{sitting.suffix()}.png", sitting.size)
    frame.hide()
    frame.deleteLater()
