"""Disks of a test's own: small, read-only or gone; skipped loudly where nothing may be mounted."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_READ_ONLY, _REMOUNT, _DETACH = 1, 32, 2


@contextmanager
def small_disk(point: Path, size: int) -> Iterator[Path]:
    """Mount a disk of `size` bytes at a new folder for as long as the block lasts."""
    point.mkdir()
    if (failed := _mount(point, 0, f"size={size}")) is not None:
        pytest.skip(f"NOT SEEN HERE: a disk of its own; mount() says {failed}")
    try:
        yield point
    finally:
        ctypes.CDLL(None).umount2(os.fsencode(point), _DETACH)


def make_read_only(point: Path) -> None:
    """Let nobody, not even root, write there any more."""
    assert _mount(point, _REMOUNT | _READ_ONLY, "") is None


def _mount(point: Path, flags: int, options: str) -> str | None:
    libc = ctypes.CDLL(None, use_errno=True)
    done = libc.mount(b"hbp", os.fsencode(point), b"tmpfs", flags, options.encode())
    return None if done == 0 else os.strerror(ctypes.get_errno())
