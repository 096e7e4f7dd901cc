"""Watches a child's system calls through ptrace: kills before one, makes one fail, reads what was written.

Linux on x86_64 only; `can_trace()` says whether it may. A child prepares itself unseen and then calls
`begin()`; from there every system call of its first thread and of those it starts is shown to a Watcher.
"""

import ctypes
import os
import platform
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NAMES = {
    1: "write",
    2: "open",
    3: "close",
    18: "pwrite64",
    20: "writev",
    40: "sendfile",
    74: "fsync",
    75: "fdatasync",
    76: "truncate",
    77: "ftruncate",
    82: "rename",
    83: "mkdir",
    84: "rmdir",
    86: "link",
    87: "unlink",
    257: "openat",
    258: "mkdirat",
    263: "unlinkat",
    264: "renameat",
    265: "linkat",
    277: "sync_file_range",
    285: "fallocate",
    296: "pwritev",
    316: "renameat2",
    326: "copy_file_range",
}
AT_FDCWD = -100

_TRACEME, _SYSCALL, _GETREGS, _SETREGS, _SETOPTIONS = 0, 24, 12, 13, 0x4200
_OPTIONS = 0x1 | 0x8 | 0x00100000  # stops of system calls marked; threads followed; killed with us
_RAX, _RDI, _ORIG_RAX = 10, 14, 15
_ARGUMENTS = (14, 13, 12, 7, 9, 8)  # rdi, rsi, rdx, r10, r8, r9
_SYSCALL_STOP = signal.SIGTRAP | 0x80
_Registers = ctypes.c_ulonglong * 27


@dataclass(frozen=True)
class Call:
    """One system call as it is entered; `name` is "" for those that touch no file's content."""

    number: int
    name: str
    arguments: tuple[int, ...]
    process: int

    def path(self, at: int) -> str:
        """Read the path an argument points to; relative ones are followed."""
        name = os.fsdecode(self.bytes_at(self.arguments[at], 4096).partition(b"\0")[0])
        return str(Path(f"/proc/{self.process}/cwd").resolve() / name)

    def file(self, at: int = 0) -> str:
        """Name the file behind a handle, e.g. `/a/b`, `pipe:[7]`; "" when it is none."""
        handle = ctypes.c_int(self.arguments[at]).value
        try:
            return os.readlink(f"/proc/{self.process}/fd/{handle}")
        except OSError:
            return ""

    def bytes_at(self, address: int, length: int) -> bytes:
        """Read the child's memory, up to where it ends."""
        memory = os.open(f"/proc/{self.process}/mem", os.O_RDONLY)
        try:
            return os.pread(memory, length, address)
        except OSError:
            page = 4096 - address % 4096
            return os.pread(memory, min(length, page), address)
        finally:
            os.close(memory)


class Watcher:
    """Sees every call; the answer to `entered` is None to go on, KILL, or the number of an error."""

    KILL = -1

    def entered(self, call: Call) -> int | None:
        """Look at a call about to be made."""

    def left(self, call: Call, result: int) -> None:
        """Look at what a call gave; negative is an error's number."""


@cache
def can_trace() -> bool:
    """Tell whether processes can be traced here."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    seen = _Count()
    try:
        watched(lambda: (begin(), os.getppid(), os._exit(0)), seen)
    except OSError:
        return False
    return seen.calls > 0


def begin() -> None:
    """From here on be watched; called in the child."""
    if _libc().ptrace(_TRACEME, 0, 0, 0) != 0:
        os._exit(77)
    os.kill(os.getpid(), signal.SIGSTOP)


def watched(life: Callable[[], object], watcher: Watcher) -> int:
    """Let a forked child live and show its calls; gives its wait status."""
    pid = os.fork()
    if pid == 0:
        try:
            life()
            os._exit(0)
        except BaseException:  # noqa: BLE001 - the child has nobody else to tell
            import traceback

            traceback.print_exc()
        finally:
            os._exit(9)
    _, status = os.waitpid(pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 77:
            raise PermissionError("processes cannot be traced here")
        return status
    _ask(_SETOPTIONS, pid, _OPTIONS)
    return _follow(pid, watcher)


def _follow(first: int, watcher: Watcher) -> int:
    entered: dict[int, Call] = {}
    failing: dict[int, int] = {}
    process, pass_on = first, 0
    while True:
        _ask(_SYSCALL, process, pass_on)
        process, status = os.waitpid(-1, 0x40000000)  # __WALL: threads as well
        pass_on = 0
        while not os.WIFSTOPPED(status):
            if process == first:
                return status
            process, status = os.waitpid(-1, 0x40000000)
        stop = os.WSTOPSIG(status)
        if stop == _SYSCALL_STOP:
            if process in entered:
                _leave(entered.pop(process), failing.pop(process, 0), watcher)
            elif not _enter(process, first, watcher, entered, failing):
                os.kill(first, signal.SIGKILL)
        elif stop not in (signal.SIGTRAP, signal.SIGSTOP):
            pass_on = stop


def _enter(
    process: int, first: int, watcher: Watcher, entered: dict[int, Call], failing: dict[int, int]
) -> bool:
    registers = _registers(process)
    number = registers[_ORIG_RAX]
    arguments = tuple(registers[at] for at in _ARGUMENTS)
    call = entered[process] = Call(number, NAMES.get(number, ""), arguments, process)
    answer = watcher.entered(call)
    if answer == Watcher.KILL:
        return False
    if answer is not None:
        registers[_ORIG_RAX] = 2**64 - 1  # no such call: nothing is done
        _ask(_SETREGS, process, ctypes.byref(registers))
        failing[process] = answer
    return True


def _leave(call: Call, error: int, watcher: Watcher) -> None:
    registers = _registers(call.process)
    if error:
        registers[_RAX] = 2**64 - error
        _ask(_SETREGS, call.process, ctypes.byref(registers))
    watcher.left(call, ctypes.c_longlong(registers[_RAX]).value)


def _registers(process: int) -> "ctypes.Array[ctypes.c_ulonglong]":
    registers = _Registers()
    _ask(_GETREGS, process, ctypes.byref(registers))
    return registers


def _ask(what: int, process: int, data: object) -> None:
    given = data if not isinstance(data, int) else ctypes.c_void_p(data)
    if _libc().ptrace(what, process, None, given) != 0 and what != _SYSCALL:
        raise OSError(ctypes.get_errno(), "ptrace")


@cache
def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    libc.ptrace.restype = ctypes.c_long
    return libc


class _Count(Watcher):
    calls = 0

    def entered(self, _call: Call) -> None:
        self.calls += 1
