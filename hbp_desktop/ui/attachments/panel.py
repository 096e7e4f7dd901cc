"""The attachments of a record or a day: thumbnails, and adding by button, by drop and by paste."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.attachment import read_pages
from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.ui import errors, permits
from hbp_desktop.ui.attachments.adding import Adding, Bunch
from hbp_desktop.ui.attachments.looking import Looking
from hbp_desktop.ui.attachments.pixels import png_of
from hbp_desktop.ui.attachments.thumb import Thumb
from hbp_desktop.ui.desk import Desk
from hbp_desktop.ui.files import ask_files
from hbp_desktop.ui.layouts import column, row
from hbp_desktop.ui.parts.banner import Banner
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.field import Field
from hbp_desktop.ui.parts.flowing import Flowing
from hbp_desktop.ui.parts.inputs import LineEdit
from hbp_desktop.ui.parts.progress import Progress
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.usecases import attaching
from hbp_desktop.usecases.attaching import Added, Brought, Shown

KINDS = "*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.pdf *.JPG *.JPEG *.PNG *.PDF"
_MOST_SAID = 4


class AttachmentPanel(QWidget):
    """Lives as long as its page; `show_of` says what it is about."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self.desk, self._about = desk, ""
        self._ids: tuple[str, ...] = ()
        self._shown: tuple[Shown, ...] = ()
        self._waiting: Bunch | None = None  # a PDF whose pages have to be chosen
        self.adding, self.looking = Adding(self, desk.office), Looking(self, desk)
        self._title, self._count = Text("", "body", stress="strong"), Text("", "small", "ink2")
        self.add_button = Button("", icon="image", height="small_control", name="attachments.add")
        self._hint, self._tiles = Text("", "small", "ink3", wrap=True), Flowing()
        self.banner, self.progress = Banner("warn", f"{name}.banner"), Progress(f"{name}.progress")
        self.pages = LineEdit(f"{name}.pages")
        self._pages_field = Field(self.pages)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_of(self, about: Sequence[str], usable: bool = True) -> None:
        """Show what is attached to these ids; new ones go to the first. Nothing, where nothing may be."""
        office = self.desk.office
        if tuple(about) != self._ids:
            self._forget()
        self._ids, self._about = tuple(about), about[0] if about else ""
        visible = bool(about) and office.may("attachment.see") and usable
        self._shown = attaching.attached(office, about) if visible else ()
        self.setVisible(visible and (bool(self._shown) or attaching.may_attach(office, self._about)))
        permits.apply(self, self.desk)
        self._show_tiles()

    def thumbs(self) -> list[Thumb]:
        """Give the tiles shown, in order."""
        return [tile for tile in self._tiles.findChildren(Thumb) if not tile.isHidden()]

    def shown(self) -> tuple[Shown, ...]:
        """Give what is listed."""
        return self._shown

    def add_paths(self, paths: Sequence[Path], pages: tuple[int, ...] = ()) -> None:
        """Attach files."""
        self._start(Bunch(self._about, tuple(paths), (), pages))

    def paste(self) -> None:
        """Attach what the clipboard holds: files, or a picture."""
        self._take(QGuiApplication.clipboard().mimeData())

    def reload(self) -> None:
        """Look again."""
        self.show_of(self._ids, not self.isHidden())

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(QCoreApplication.translate("Attachments", "Attachments"))
        self.add_button.setText(QCoreApplication.translate("Attachments", "Add…"))
        self._hint.setText(
            QCoreApplication.translate("Attachments", "Drop pictures or PDFs here, or paste with Ctrl+V.")
        )
        self._pages_field.set_words(
            QCoreApplication.translate("Attachments", "Pages to attach"),
            QCoreApplication.translate("Attachments", "such as 1-3,5; Enter attaches them"),
        )
        self.setAccessibleName(QCoreApplication.translate("Attachments", "Attachments"))

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if self._may_take() and (_paths(event.mimeData()) or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        if self._may_take():
            self._take(event.mimeData())
            event.acceptProposedAction()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_tiles()

    def _take(self, data: QMimeData | None) -> None:
        if data is None:
            return
        if paths := _paths(data):
            self.add_paths(paths)
        elif data.hasImage():
            image = data.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self._start(
                    Bunch(
                        self._about,
                        (),
                        (
                            Brought(
                                QCoreApplication.translate("Attachments", "Pasted picture"), png_of(image)
                            ),
                        ),
                    )
                )

    def _choose(self) -> None:
        title = QCoreApplication.translate("Attachments", "Pictures or PDFs to attach")
        kinds = QCoreApplication.translate("Attachments", "Pictures and PDFs")
        names = ask_files(self, title, f"{kinds} ({KINDS})")
        if names:
            self.add_paths([Path(name) for name in names])

    def _start(self, bunch: Bunch) -> None:
        if self._may_take() and not self.adding.busy:
            self._forget()
            self.progress.show_step(0, 1, "")
            self.progress.show()
            self.adding.start(bunch)

    def _may_take(self) -> bool:
        return bool(self._about) and self.add_button.isEnabled() and not self.isHidden()

    def _stepped(self, done: int, of: int, title: str) -> None:
        words = QCoreApplication.translate("Attachments", "Attaching %1 (%2 of %3)")
        self.progress.show_step(
            done, of, words.replace("%1", title).replace("%2", str(done + 1)).replace("%3", str(of))
        )

    def _ended(self, bunch: Bunch, added: Added) -> None:
        self.progress.hide()
        self._say_refused(bunch, added)
        if count := len(added.ids):
            self.desk.announce(QCoreApplication.translate("Attachments", "%n pictures attached", "", count))
            self._tell()

    def _say_refused(self, bunch: Bunch, added: Added) -> None:
        """Say of each file why it was refused; ask for pages where that is all that is missing."""
        if not added.refused:
            return
        said = [f"{title}: {self._sentence(error)}" for title, error in added.refused[:_MOST_SAID]]
        rest = len(added.refused) - len(said)
        said += [QCoreApplication.translate("Attachments", "and %n more", "", rest)] if rest else []
        self.banner.set_words(QCoreApplication.translate("Attachments", "Not attached:"), "\n".join(said))
        self.banner.show()
        code = added.refused[0][1].code
        if len(bunch.paths) == 1 and code in ("pdf_pages_many", "pdf_page_unknown"):
            self._waiting = bunch
            self._pages_field.show()
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pages_given(self) -> None:
        try:
            pages = read_pages(self.pages.text())
        except Refused as error:
            self._pages_field.say("bad", self._sentence(error))
            return
        if self._waiting is not None and pages:
            self.add_paths(self._waiting.paths, pages)

    def _failed(self, error: Exception) -> None:
        self.progress.hide()
        self.banner.set_words(
            QCoreApplication.translate("Attachments", "Not attached:"), self._sentence(error)
        )
        self.banner.show()

    def _sentence(self, error: Exception) -> str:
        if not isinstance(error, HbpError):
            errors.note(error)
        return errors.sentence(error, self.desk.language)

    def _cancelled(self) -> None:
        self.progress.hide()
        self._tell()

    def _tell(self) -> None:
        self.reload()
        self.desk.changed.emit()

    def _forget(self) -> None:
        """Take away what was said of the files before."""
        self._waiting = None
        self.pages.clear()
        self._pages_field.say("")
        for part in (self.banner, self._pages_field):
            part.hide()

    def _show_tiles(self) -> None:
        self._count.setText(str(len(self._shown)) if self._shown else "")
        old, self._tiles = self._tiles, Flowing(*self._made_tiles())
        self._column.replaceWidget(old, self._tiles)
        old.hide()
        old.deleteLater()
        self._tiles.setVisible(bool(self._shown))
        self._hint.setVisible(self.add_button.isEnabled())

    def _made_tiles(self) -> list[Thumb]:
        tiles = [Thumb(shown) for shown in self._shown]
        for at, tile in enumerate(tiles):
            tile.pressed.connect(lambda at=at: self.looking.open(self._shown, at))
        return tiles

    def _lay_out(self) -> None:
        head = row(gap="field")
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self.add_button)
        self._column = column(self, gap="field")
        self._column.addLayout(head)
        for part in (self._tiles, self.progress, self.banner, self._pages_field, self._hint):
            self._column.addWidget(part)
        self.progress.hide()
        self._forget()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._choose)
        self.pages.returnPressed.connect(self._pages_given)
        self.progress.cancelled.connect(self.adding.stop)
        self.adding.stepped.connect(self._stepped)
        self.adding.ended.connect(self._ended)
        self.adding.failed.connect(self._failed)
        self.adding.cancelled.connect(self._cancelled)
        self.looking.changed.connect(self._tell)
        self.looking.failed.connect(self._failed)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
