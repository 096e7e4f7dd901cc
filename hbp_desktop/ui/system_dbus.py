"""Linux: logind tells of sleep and lock, UPower of the lid, the desktop of its screen saver; over D-Bus."""

import os
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from hbp_desktop.ui.system_events import SystemEvents

_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
_POWER, _POWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class DBusEvents(SystemEvents):
    """Holds sleep back for the moment that locking takes. `buses` are given by tests: system, session."""

    def __init__(self, parent: QObject, buses: tuple[QDBusConnection, QDBusConnection] | None = None) -> None:
        super().__init__(parent)
        self._buses = buses
        self._delay = -1  # logind sleeps once this is closed
        self.delays = 0

    def begin(self) -> None:
        self._buses = self._buses or (QDBusConnection.systemBus(), QDBusConnection.sessionBus())
        system, session = self._buses
        if system.isConnected():
            self._listen(system, _LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", "on_sleep(bool)")
            self._listen(system, _POWER, _POWER_PATH, _PROPERTIES, "PropertiesChanged", "on_power()")
            self._listen_to_own_session(system)
            self._ask_for_delay(system)
        for saver in _SAVERS if session.isConnected() else ():
            self._listen(session, saver, "", saver, "ActiveChanged", "on_screen_saver(bool)")

    def done(self, cause: str) -> None:
        if cause == "sleep":
            self._let_sleep()

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """Lock before the machine sleeps; hold the next sleep back once it is awake."""
        if begins:
            self.happened.emit("sleep")
        elif self._buses is not None:
            self._let_sleep()
            self._ask_for_delay(self._buses[0])

    @Slot()
    def on_lock(self) -> None:
        """Lock as the session does."""
        self.happened.emit("system")

    @Slot(bool)
    def on_screen_saver(self, active: bool) -> None:
        """Lock as the desktop's screen does."""
        if active:
            self.happened.emit("system")

    @Slot()
    def on_power(self) -> None:
        """Ask whether the lid is shut now: power tells only that something changed."""
        asked = QDBusMessage.createMethodCall(_POWER, _POWER_PATH, _PROPERTIES, "Get")
        self._ask(asked, [_POWER, "LidIsClosed"], self._on_lid)

    def _on_lid(self, told: list[object]) -> None:
        if told and isinstance(told[0], QDBusVariant) and told[0].variant() is True:
            self.happened.emit("lid")

    def _ask(self, asked: QDBusMessage, values: list[object], hear: Callable[[list[object]], None]) -> None:
        """Ask the system bus and go on; a service that is not there answers with nothing."""
        if self._buses is None:
            return
        asked.setArguments(values)
        waiting = QDBusPendingCallWatcher(self._buses[0].asyncCall(asked), self)

        def heard() -> None:
            reply = waiting.reply()
            waiting.deleteLater()
            if reply.type() == QDBusMessage.MessageType.ReplyMessage:
                hear(list(reply.arguments()))

        waiting.finished.connect(heard)

    def _listen(self, bus: QDBusConnection, service: str, path: str, kind: str, name: str, slot: str) -> None:
        bus.connect(service, path, kind, name, self, SLOT(slot))  # type: ignore[call-overload]

    def _listen_to_own_session(self, system: QDBusConnection) -> None:
        """Hear the lock of this session, not of another account's."""
        asked = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "GetSession")

        def listen(told: list[object]) -> None:
            if told and isinstance(told[0], QDBusObjectPath):
                self._listen(system, _LOGIN, told[0].path(), _SESSION, "Lock", "on_lock()")

        self._ask(asked, [os.environ.get("XDG_SESSION_ID", "auto")], listen)

    def _ask_for_delay(self, system: QDBusConnection) -> None:
        asked = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
        self._ask(
            asked, ["sleep", "Hari Bertemu Pelanggan", "closes the office's file", "delay"], self._on_delay
        )

    def _on_delay(self, told: list[object]) -> None:
        if told and isinstance(told[0], QDBusUnixFileDescriptor) and told[0].isValid():
            self._let_sleep()
            self._delay = os.dup(told[0].fileDescriptor())
            self.delays += 1

    def _let_sleep(self) -> None:
        held, self._delay = self._delay, -1
        if held >= 0:
            with suppress(OSError):
                os.close(held)
