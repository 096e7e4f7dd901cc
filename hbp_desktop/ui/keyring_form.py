"""A keyring that is missing, locked, silent, unsafe or another's: a screen for each, with what to do."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.icons import pixmap
from hbp_desktop.ui.layouts import add, column, row
from hbp_desktop.ui.parts.button import Button
from hbp_desktop.ui.parts.card import Panel
from hbp_desktop.ui.parts.text import Text

_TITLES = {
    "keyring_none": QT_TRANSLATE_NOOP("KeyringForm", "The system's keyring is not there"),
    "keyring_locked": QT_TRANSLATE_NOOP("KeyringForm", "The system's keyring is locked"),
    "keyring_hanging": QT_TRANSLATE_NOOP("KeyringForm", "The system's keyring does not answer"),
    "keyring_refused": QT_TRANSLATE_NOOP("KeyringForm", "This keyring does not keep secrets safe"),
    "laptop_secret_missing": QT_TRANSLATE_NOOP(
        "KeyringForm", "This account does not hold the laptop's secret"
    ),
    "laptop_secret_other": QT_TRANSLATE_NOOP(
        "KeyringForm", "The laptop's secret in this account is another one"
    ),
}
_WHY = {
    "keyring_none": QT_TRANSLATE_NOOP(
        "KeyringForm",
        "It keeps the half of the secret that belongs to this laptop. A password is the other half.",
    ),
    "keyring_locked": QT_TRANSLATE_NOOP(
        "KeyringForm",
        "It holds the half of the secret that belongs to this laptop, and gives it only when open.",
    ),
    "keyring_hanging": QT_TRANSLATE_NOOP(
        "KeyringForm",
        "It was asked for 10 seconds. It may be waiting for an answer in a window you do not see.",
    ),
    "keyring_refused": QT_TRANSLATE_NOOP(
        "KeyringForm", "It would keep them as plain text, or drop them, so it is not used."
    ),
    "laptop_secret_missing": QT_TRANSLATE_NOOP(
        "KeyringForm", "Your password was set under another account, or the system was installed again since."
    ),
    "laptop_secret_other": QT_TRANSLATE_NOOP(
        "KeyringForm",
        "Your password was set under another account, or on another laptop this folder came from.",
    ),
}
_OWN = QT_TRANSLATE_NOOP("KeyringForm", "Sign in to the computer with the account you usually use.")
_CODE = QT_TRANSLATE_NOOP(
    "KeyringForm", "Or use the recovery code once: you choose a new password, which then opens from here."
)
_STEPS: dict[str, tuple[object, ...]] = {
    "keyring_none": (
        QT_TRANSLATE_NOOP("KeyringForm", "Sign out of the computer and in again, then try again."),
        _CODE,
    ),
    "keyring_locked": (
        QT_TRANSLATE_NOOP("KeyringForm", "Unlock it, or sign out of the computer and in again."),
        QT_TRANSLATE_NOOP("KeyringForm", "Then try again here."),
        _CODE,
    ),
    "keyring_hanging": (
        QT_TRANSLATE_NOOP("KeyringForm", "Look behind this window for its question, and answer it."),
        QT_TRANSLATE_NOOP("KeyringForm", "Then try again here."),
        _CODE,
    ),
    "keyring_refused": (
        QT_TRANSLATE_NOOP("KeyringForm", "Have the computer's own keyring switched on, then try again."),
        _CODE,
    ),
    "laptop_secret_missing": (_OWN, _CODE),
    "laptop_secret_other": (_OWN, _CODE),
}
_MOST_STEPS = 3
CODES = frozenset(_TITLES)


class KeyringForm(QWidget):
    """`show_trouble(code)`. Signals `retry_wanted`, `code_wanted`, `password_wanted`."""

    retry_wanted = Signal()
    code_wanted = Signal()
    password_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlock.keyring_form")
        self.trouble, self._busy = "keyring_none", False
        self._sign = Text()
        self._title, self._why = Text("", "title", wrap=True), Text("", "body", "ink2", wrap=True)
        self._numbers = [Text(str(n + 1), "body", "ink2") for n in range(_MOST_STEPS)]
        self._steps = [Text("", "body", wrap=True) for _ in range(_MOST_STEPS)]
        self._safe = Text("", "small", "ink2", wrap=True)
        self.retry = Button("", "primary", "refresh-cw", height="large_control", name="unlock.retry")
        self.code = Button("", "normal", "key-round", height="large_control", name="unlock.keyring_code")
        self._back = Button("", "quiet", "chevron-left", height="small_control", name="unlock.keyring_back")
        self._lay_out()
        self._connect()

    def show_trouble(self, code: str) -> None:
        """Show the screen of a trouble."""
        self.trouble = code
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(_said(_TITLES[self.trouble]))
        self._why.setText(_said(_WHY[self.trouble]))
        steps = [_said(step) for step in _STEPS[self.trouble]]
        for place, (number, step) in enumerate(zip(self._numbers, self._steps, strict=True)):
            step.setText(steps[place] if place < len(steps) else "")
            for part in (number, step):
                part.setVisible(place < len(steps))
        self._safe.setText(self.tr("Nothing is lost: the office's file is as it was, and stays encrypted."))
        self.code.setText(self.tr("Use the recovery code"))
        self._back.setText(self.tr("Back to the password"))
        self._sign.setPixmap(pixmap("shield-alert", "warn", "icon_navigation"))
        waits = self.trouble.startswith("keyring_")
        self.retry.setVisible(waits)
        self.code.set_look("normal" if waits else "primary")
        self.set_busy(self._busy)

    def say_trouble(self, sentence: str) -> None:
        """Do nothing: the screen itself says it."""

    def select_all(self) -> None:
        """Put the focus where one goes on."""
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the button that helps."""
        wanted = self.code if self.retry.isHidden() else self.retry
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Do nothing: nothing is typed here."""

    def set_busy(self, busy: bool) -> None:
        """Say that the keyring is being asked."""
        self._busy = busy
        self.retry.setEnabled(not busy)
        self.retry.setText(self.tr("Asking the keyring…") if busy else self.tr("Try again"))

    def set_wait(self, seconds: int) -> None:
        """Do nothing: nothing here is made to wait."""

    def _lay_out(self) -> None:
        head = row(gap="row")
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        panel = Panel("unlock.keyring_steps")
        for number, step in zip(self._numbers, self._steps, strict=True):
            one = row(gap="field")
            one.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            one.addWidget(step, 1)
            panel.body.addLayout(one)
        whole = column(self, gap="field", margins="wide wide wide page")
        whole.addLayout(head)
        add(whole, self._why, panel, self._safe, self.retry, self.code)
        links = row()
        add(links, self._back, None)
        whole.addLayout(links)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.retry.clicked.connect(lambda: self.retry_wanted.emit())
        self.code.clicked.connect(lambda: self.code_wanted.emit())
        self._back.clicked.connect(lambda: self.password_wanted.emit())


def _said(words: object) -> str:
    return QCoreApplication.translate("KeyringForm", str(words))
