"""A small file somebody named: read whole, and never more of it than was expected."""

from pathlib import Path

from hbp_desktop.domain.errors import Refused


def read_small(path: Path, most: int) -> bytes:
    """Read a file of at most `most` bytes; raises Refused (file_unreadable, file_empty_or_long)."""
    try:
        data = path.read_bytes() if path.stat().st_size <= most else b""
    except OSError:
        raise Refused("file_unreadable", file=path.name) from None
    if not data:
        raise Refused("file_empty_or_long", file=path.name, most=most)
    return data
