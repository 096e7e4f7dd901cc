"""An attachment in large inside the window: look through them, fetch one, withdraw one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.ui import errors
from hbp_desktop.ui.attachments import words
from hbp_desktop.ui.attachments.pixels import fitted, image_of
from hbp_desktop.ui.layouts import row
from hbp_desktop.ui.parts.button import IconButton
from hbp_desktop.ui.parts.sheet import Sheet
from hbp_desktop.ui.parts.text import Text
from hbp_desktop.ui.theme import theme
from hbp_desktop.ui.time_words import moment
from hbp_desktop.usecases.attaching import Shown

_SHARE = 0.62  # of the window's height for the picture


class PictureSheet(Sheet):
    """Signals `withdraw_wanted(shown)`, `fetch_wanted(shown)`; `read` gives a picture's bytes or raises."""

    withdraw_wanted = Signal(object)
    fetch_wanted = Signal(object)

    def __init__(
        self, all_shown: Sequence[Shown], at: int, read: Callable[[str], bytes], language: str, today: date
    ) -> None:
        super().__init__("picture", QCoreApplication.translate("Attachments", "Attachment"))
        self._all, self._at, self._read = list(all_shown), at, read
        self._language, self._today = language, today
        self._room = QSize()
        self._image = QImage()
        self._name, self._told = (
            Text("", "body", stress="strong", wrap=True),
            Text("", "small", "ink2", wrap=True),
        )
        self._face = Text("", "body", "ink2", wrap=True)
        self.before = IconButton("chevron-left", "picture.before", height="control")
        self.after = IconButton("chevron-right", "picture.after", height="control")
        self.withdraw = self.add_button(
            QCoreApplication.translate("Attachments", "Withdraw…"), "danger", name="attachment.withdraw"
        )
        self.fetch = self.add_button(
            QCoreApplication.translate("Attachments", "Fetch it"), "primary", name="attachment.fetch"
        )
        self._lay_out_picture()
        self._connect()

    def shown(self) -> Shown:
        """Give the one that is looked at."""
        return self._all[self._at]

    def image(self) -> QImage:
        """Give the picture as decoded; null where there is none."""
        return self._image

    def place_of(self, subject: str) -> int:
        """Give where one of them stands."""
        return next(at for at, shown in enumerate(self._all) if shown.id == subject)

    def said(self) -> str:
        """Give what stands in the picture's place where there is none."""
        return "" if not self._image.isNull() else self._face.text()

    def open_over(self, window: QWidget) -> None:
        self._room = QSize(self.wanted_width(), int(window.height() * _SHARE))
        self.look_at(self._at)
        super().open_over(window)

    def first_field(self) -> QWidget | None:
        return self.fetch if not self.fetch.isHidden() else self.after if self.after.isEnabled() else None

    def look_at(self, at: int) -> None:
        """Show one of them; its bytes are read now and forgotten with it."""
        self._at = at
        shown = self.shown()
        self._name.setText(words.name(shown))
        when = moment(shown.at, self._language, self._today) if shown.at else ""
        self._told.setText(" · ".join(filter(None, (words.where(shown), shown.by, when))))
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < len(self._all) - 1)
        self.fetch.setVisible(shown.where == "laptop")
        self._show_face()

    def say(self, words_: str) -> None:
        """Say something in the picture's place."""
        self._image = QImage()
        self._face.setPixmap(QPixmap())
        self._face.setText(words_)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._at + step < len(self._all):
            self.look_at(self._at + step)
        else:
            super().keyPressEvent(event)

    def _show_face(self) -> None:
        try:
            self._image = image_of(self._read(self.shown().id))
        except HbpError as error:
            self.say(errors.sentence(error, self._language))
            return
        if self._image.isNull():
            self.say(QCoreApplication.translate("Attachments", "This picture cannot be shown."))
            return
        ratio = self.devicePixelRatioF()
        size = fitted(self._image.size(), self._room * ratio)
        small = QPixmap.fromImage(
            self._image.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
        small.setDevicePixelRatio(ratio)
        self._face.setPixmap(small)
        self._face.setAccessibleName(self._name.text())

    def wanted_width(self) -> int:
        return theme().size("sheet") + theme().size("search_narrow")

    def _lay_out_picture(self) -> None:
        across = row(gap="field")
        across.addWidget(self._name, 1)
        across.addWidget(self.before)
        across.addWidget(self.after)
        self.body.addLayout(across)
        self.body.addWidget(self._face, 1, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._told)
        self.before.set_label(QCoreApplication.translate("Attachments", "The one before (←)"))
        self.after.set_label(QCoreApplication.translate("Attachments", "The next one (→)"))

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.look_at(self._at - 1))
        self.after.clicked.connect(lambda: self.look_at(self._at + 1))
        self.withdraw.clicked.connect(lambda: self.withdraw_wanted.emit(self.shown()))
        self.fetch.clicked.connect(lambda: self.fetch_wanted.emit(self.shown()))
