"""What the system tells of itself: it locks its screen, goes to sleep, its lid is shut."""

import sys

from PySide6.QtCore import QObject, Signal


class SystemEvents(QObject):
    """Signal `happened(cause)`: system, sleep or lid, as in `domain.locking`.

    This one hears nothing: for a system that tells nothing. The boot clock still finds out that it slept.
    """

    happened = Signal(str)

    def begin(self) -> None:
        """Listen from now on."""

    def done(self, cause: str) -> None:
        """Note that the window has locked for it: a system that waits to sleep need wait no longer."""


def events_of_this_system(parent: QObject) -> SystemEvents:
    """Give what tells on this system: logind and the desktop over D-Bus, or Windows; else nothing."""
    if sys.platform == "win32":
        from hbp_desktop.ui.system_windows import WindowsEvents

        return WindowsEvents(parent)
    elif sys.platform == "linux":
        from hbp_desktop.ui.system_dbus import DBusEvents

        return DBusEvents(parent)
    else:
        return SystemEvents(parent)
