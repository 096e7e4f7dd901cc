"""What the system tells: the contract with a fake, D-Bus on a bus of its own, Windows by its messages."""

import ctypes
import shutil
import subprocess
import sys
from uuid import UUID

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hbp_desktop.domain.locking import FULL_CAUSES, SCREEN_CAUSES
from hbp_desktop.ui.system_events import SystemEvents, events_of_this_system
from hbp_desktop.ui.system_windows import POWER, SESSION, Message, Setting, WindowsEvents, cause_of
from hbp_desktop.ui.window import Window

ON_A_BUS = """
import os, sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtDBus import (
    QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor, QDBusVariant, QDBusVirtualObject
)
from hbp_desktop.ui.system_dbus import DBusEvents

app = QCoreApplication([])
LOGIN, POWER = "org.freedesktop.login1", "org.freedesktop.UPower"
SAVER, PROPERTIES = "org.gnome.ScreenSaver", "org.freedesktop.DBus.Properties"
SESSION = "/org/freedesktop/login1/session/_31"
theirs = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "theirs")
held, given = os.pipe()
shut = [True]


class Fake(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        answers = {
            "GetSession": lambda: QDBusObjectPath(SESSION),
            "Inhibit": lambda: QDBusUnixFileDescriptor(given),
            "Get": lambda: QDBusVariant(shut[0]),
        }
        reply = message.createReply()
        reply.setArguments([answers[message.member()]()])
        return connection.send(reply)


fake = Fake()
for name in (LOGIN, POWER, SAVER):
    assert theirs.registerService(name)
assert theirs.registerVirtualObject("/org", fake, QDBusConnection.VirtualObjectRegisterOption.SubPath)
ours = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "ours")
heard = []
events = DBusEvents(app, (ours, ours))
events.happened.connect(heard.append)
events.begin()


def until(holds):
    give_up = QTimer(); give_up.setSingleShot(True); give_up.start(20_000)
    while not holds() and give_up.isActive():
        app.processEvents()
    assert holds(), (heard, events.delays)


def tell(path, kind, name, *values):
    told = QDBusMessage.createSignal(path, kind, name)
    told.setArguments(list(values))
    assert theirs.send(told)


def settled():
    tell("/org/gnome/ScreenSaver", SAVER, "ActiveChanged", True)
    n = len(heard)
    until(lambda: heard[n:].count("system") == 1)


until(lambda: events.delays == 1)
settled(); heard.clear()
tell("/org/freedesktop/login1", LOGIN + ".Manager", "PrepareForSleep", True)
until(lambda: heard == ["sleep"])
assert events._delay >= 0
events.done("sleep")
assert events._delay == -1
tell("/org/freedesktop/login1", LOGIN + ".Manager", "PrepareForSleep", False)
until(lambda: events.delays == 2)
tell(SESSION, LOGIN + ".Session", "Lock")
until(lambda: heard == ["sleep", "system"])
tell("/org/freedesktop/login1/session/_99", LOGIN + ".Session", "Lock")
tell("/org/gnome/ScreenSaver", SAVER, "ActiveChanged", False)
tell("/org/freedesktop/UPower", PROPERTIES, "PropertiesChanged", POWER)
until(lambda: heard == ["sleep", "system", "lid"])
shut[0] = False
tell("/org/freedesktop/UPower", PROPERTIES, "PropertiesChanged", POWER)
settled()
assert heard == ["sleep", "system", "lid", "system"], heard
print("heard", *heard)
"""


class Fake(SystemEvents):
    """A system that tells what the test says, and remembers what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = False
        self.finished: list[str] = []

    def begin(self) -> None:
        self.begun = True

    def done(self, cause: str) -> None:
        self.finished.append(cause)


class Locking:
    """As much of the window as listening needs."""

    def __init__(self) -> None:
        self.why: list[str] = []

    def lock(self, why: str) -> None:
        self.why.append(why)


@pytest.mark.parametrize("cause", ["system", "sleep", "lid"])
def test_the_window_locks_for_what_the_system_tells_and_says_when_it_has(cause: str) -> None:
    system, window = Fake(), Locking()
    Window.listen_to(window, system)
    assert system.begun
    system.happened.emit(cause)
    assert window.why == system.finished == [cause]
    assert cause in SCREEN_CAUSES | FULL_CAUSES


def test_a_machine_without_any_of_it_hears_nothing_and_says_nothing(qtbot: QtBot) -> None:
    owner = QObject()
    events = events_of_this_system(owner)
    heard: list[str] = []
    events.happened.connect(heard.append)
    events.begin()
    events.done("sleep")
    assert heard == []


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus daemon on this machine")
def test_sleep_lock_lid_and_screen_saver_are_heard_over_dbus() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ON_A_BUS], capture_output=True, text=True, timeout=90
    )
    assert done.stdout.split() == ["heard", "sleep", "system", "lid", "system"], done.stderr


# Windows: what its messages mean; that they arrive is seen only there


def message(number: int, wparam: int = 0, lparam: int = 0) -> Message:
    return Message(message=number, wparam=wparam, lparam=lparam)


def lid(kind: str, state: int) -> Setting:
    made = Setting(length=4)
    made.kind[:] = UUID(kind).bytes_le
    made.data[:] = state.to_bytes(4, "little")
    return made


LID = "ba3e0f4d-b817-4094-a2d1-d56379e6a0f3"
MONITOR = "02731015-4510-4526-99e6-e5a17ebd1aea"


def test_windows_lock_and_sleep_are_told_from_the_rest() -> None:
    assert cause_of(message(SESSION, 7)) == "system"
    assert cause_of(message(SESSION, 8)) == ""
    assert cause_of(message(POWER, 4)) == "sleep"
    assert cause_of(message(POWER, 0x12)) == ""
    assert cause_of(message(0x0100, 7)) == ""


@pytest.mark.parametrize(("kind", "state", "cause"), [(LID, 0, "lid"), (LID, 1, ""), (MONITOR, 0, "")])
def test_windows_tells_of_the_lid(kind: str, state: int, cause: str) -> None:
    setting = lid(kind, state)
    assert cause_of(message(POWER, 0x8013, ctypes.addressof(setting))) == cause


def test_the_filter_passes_on_what_it_heard_and_takes_nothing(qtbot: QtBot) -> None:
    owner, heard = QObject(), []
    events = WindowsEvents(owner)
    events.happened.connect(heard.append)
    told = message(SESSION, 7)
    assert events._filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert events._filter.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(told)) == (False, 0)
    assert heard == ["system"]
