"""Windows: the session's lock, sleep and the lid, from the messages that a window is sent."""

import ctypes
import sys
from ctypes import Structure, c_int, c_int32, c_size_t, c_ssize_t, c_ubyte, c_uint, c_uint32, c_void_p
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from hbp_desktop.ui.system_events import SystemEvents

POWER, SESSION = 0x0218, 0x02B1  # WM_POWERBROADCAST, WM_WTSSESSION_CHANGE
_SUSPEND, _SETTING = 0x0004, 0x8013  # PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE
_LOCK = 0x7  # WTS_SESSION_LOCK
_LID = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3").bytes_le  # GUID_LIDSWITCH_STATE_CHANGE


class Message(Structure):
    """MSG, as in winuser.h."""

    _fields_ = (
        ("window", c_void_p),
        ("message", c_uint),
        ("wparam", c_size_t),
        ("lparam", c_ssize_t),
        ("time", c_uint32),
        ("x", c_int32),
        ("y", c_int32),
    )


class Setting(Structure):
    """POWERBROADCAST_SETTING, as in winuser.h, with four bytes of data."""

    _fields_ = (("kind", c_ubyte * 16), ("length", c_uint32), ("data", c_ubyte * 4))


def cause_of(message: Message) -> str:
    """Say what a message means for the lock: a cause of `domain.locking`, "" for nothing."""
    if message.message == SESSION:
        return "system" if message.wparam == _LOCK else ""
    if message.message != POWER:
        return ""
    if message.wparam == _SUSPEND:
        return "sleep"
    if message.wparam == _SETTING and message.lparam:
        setting = Setting.from_address(message.lparam)
        shut = int.from_bytes(bytes(setting.data), "little") == 0
        return "lid" if bytes(setting.kind) == _LID and shut else ""
    return ""


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, events: "WindowsEvents") -> None:
        super().__init__()
        self._events = events

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int, /) -> object:
        if QByteArray(kind) == b"windows_generic_MSG":
            cause = cause_of(Message.from_address(int(message)))
            if cause:
                self._events.happened.emit(cause)
        return False, 0


class WindowsEvents(SystemEvents):
    """Hears the messages of `parent`'s native window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)

    def begin(self) -> None:
        app, window = QCoreApplication.instance(), self.parent()
        if app is None or not isinstance(window, QWidget):
            return
        app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            handle, lid = c_void_p(int(window.winId())), (c_ubyte * 16).from_buffer_copy(_LID)
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, c_int(0))
            ctypes.windll.user32.RegisterPowerSettingNotification(handle, ctypes.byref(lid), c_int(0))
