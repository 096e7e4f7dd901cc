"""Two clocks that nobody sets: one stands still while the machine sleeps, the other does not; in seconds."""

import sys
import time

if sys.platform == "win32":
    import ctypes

    def running() -> float:
        """Give the time the machine was awake."""
        ticks = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / 10_000_000

    def boot() -> float:
        """Give the time since the machine started, sleep included."""
        ctypes.windll.kernel32.GetTickCount64.restype = ctypes.c_ulonglong
        return float(ctypes.windll.kernel32.GetTickCount64()) / 1_000

else:

    def running() -> float:
        """Give the time the machine was awake."""
        return time.monotonic()

    def boot() -> float:
        """Give the time since the machine started, sleep included; where it is not told, as `running`."""
        clock = getattr(time, "CLOCK_BOOTTIME", None)
        return time.monotonic() if clock is None else time.clock_gettime(clock)
