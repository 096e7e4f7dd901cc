"""Pictures out of a file somebody brought, made in a child that may die of it; nothing else is touched."""

import json
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from hbp_desktop.domain.attachment import LONGEST_SIDE, MOST_BYTES, MOST_PAGES
from hbp_desktop.domain.errors import Refused
from hbp_desktop.pictures import child
from hbp_desktop.pictures.kinds import READABLE, kind_of

MOST_FILE = 64 * 1024 * 1024  # bytes of a file that is looked at
PATIENCE_S = 60.0  # for a picture or a page

_SLICE_S = 0.1  # how soon a cancel is heard
_LONGEST_LINE = 4096
_LONGEST_THUMB = 200_000
_WORDLESS = Refused("picture_hostile")


@dataclass(frozen=True)
class Picture:
    """An upright JPEG of at most MOST_BYTES; `page` of `of` where it was one of a PDF's, else 0."""

    jpeg: bytes = field(repr=False)
    thumb: bytes = field(repr=False)
    width: int
    height: int
    page: int = 0
    of: int = 0


def prepare(
    data: bytes,
    pages: Sequence[int] = (),
    stopped: Callable[[], bool] = lambda: False,
    patience: float = PATIENCE_S,
) -> Iterator[Picture]:
    """Give the pictures of a file as they are made: one, or a PDF's pages (from 1; all where none is named).

    Ends early once `stopped` says so. Raises Refused: file_empty_or_long, picture_heic, picture_avif,
    picture_kind, picture_dimensions, picture_damaged, picture_too_heavy, picture_hostile (the child died or
    took longer than `patience` seconds over one), pdf_….
    """
    kind = _kind(data)
    with _child() as conn:
        _send(conn, json.dumps({"kind": kind, "pages": list(pages)}).encode("ascii"), data)
        for _ in range(MOST_PAGES + 1):
            said = _line(conn, stopped, patience)
            if said is None or said.get("end") is True:
                return
            yield _picture(conn, said, patience)
    raise _WORDLESS


def _kind(data: bytes) -> str:
    if not 0 < len(data) <= MOST_FILE:
        raise Refused("file_empty_or_long", file="", most=MOST_FILE)
    kind = kind_of(data)
    if kind in ("heic", "avif"):
        raise Refused(f"picture_{kind}")
    if kind not in READABLE:
        raise Refused("picture_kind")
    return kind


@contextmanager
def _child() -> Iterator[Connection]:
    """Lend the parent's end to a child of its own; it is gone when the block is left."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=child.work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()


def _send(conn: Connection, *parts: bytes) -> None:
    with suppress(OSError):  # a child that died before it read shows at the first answer
        for part in parts:
            conn.send_bytes(part)


def _line(conn: Connection, stopped: Callable[[], bool], patience: float) -> dict[str, Any] | None:
    """Read what the child says next; None once nobody waits for it any more."""
    until = time.monotonic() + patience
    try:
        while not conn.poll(_SLICE_S):
            if stopped():
                return None
            if time.monotonic() > until:
                raise _WORDLESS
        said = json.loads(conn.recv_bytes(_LONGEST_LINE))
    except (OSError, EOFError, ValueError):
        raise _WORDLESS from None
    if not isinstance(said, dict):
        raise _WORDLESS
    if "refused" in said:
        raise _refused(said)
    return said


def _refused(said: dict[str, Any]) -> Refused:
    code, values = said["refused"], said.get("values")
    if not isinstance(code, str) or not code.startswith(("picture_", "pdf_")) or not isinstance(values, dict):
        return _WORDLESS
    return Refused(code, **values) if all(type(one) is int for one in values.values()) else _WORDLESS


def _picture(conn: Connection, said: dict[str, Any], patience: float) -> Picture:
    """Believe the child no more than it has shown: whole numbers in their bounds, and JPEG bytes."""
    numbers = [said.get(name) for name in ("width", "height", "page", "of")]
    try:
        if not conn.poll(patience):
            raise _WORDLESS
        jpeg = conn.recv_bytes(MOST_BYTES)
        if not conn.poll(patience):
            raise _WORDLESS
        thumb = conn.recv_bytes(_LONGEST_THUMB)
    except (OSError, EOFError):
        raise _WORDLESS from None
    width, height, page, of = (one if type(one) is int else -1 for one in numbers)
    sizes = 1 <= width <= LONGEST_SIDE and 1 <= height <= LONGEST_SIDE and 0 <= page <= of
    if not sizes or not all(one.startswith(b"\xff\xd8\xff") for one in (jpeg, thumb)):
        raise _WORDLESS
    return Picture(jpeg, thumb, width, height, page, of)
