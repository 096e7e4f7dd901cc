"""The child that opens files nobody trusts: little memory, little time, no file and no key of the office.

It is spoken to in bytes alone. The parent sends what it wants as JSON and then the file; the child answers
with a line of JSON for each picture, its JPEG and its thumbnail, and at last how it ended.
"""

import json
import os
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from hbp_desktop.domain.errors import Refused

MEMORY = 1536 * 1024 * 1024  # bytes of address space
SECONDS = 120  # of the processor


def work(conn: Connection) -> None:
    """Do what the parent asks, once."""
    _hush()
    _limit()
    try:
        asked = json.loads(conn.recv_bytes())
        _send_all(conn, conn.recv_bytes(), asked["kind"], asked["pages"])
        _say(conn, {"end": True})
    except Refused as refused:
        _say(conn, {"refused": refused.code, "values": dict(refused.values)})
    except MemoryError:
        _say(conn, {"refused": "picture_too_heavy", "values": {}})
    conn.close()


def _send_all(conn: Connection, data: bytes, kind: str, pages: list[int]) -> None:
    from hbp_desktop.pictures import upright

    if kind != "pdf":
        _send(conn, upright.decoded(data, kind), 0, 0)
        return
    from hbp_desktop.pictures import pages as of_pdf

    for page, of, picture in of_pdf.rendered(data, pages):
        _send(conn, picture, page, of)


def _send(conn: Connection, picture: Any, page: int, of: int) -> None:
    from hbp_desktop.pictures import upright

    jpeg, width, height = upright.written(picture)
    _say(conn, {"width": width, "height": height, "page": page, "of": of})
    conn.send_bytes(jpeg)
    conn.send_bytes(upright.thumbnail(picture))


def _say(conn: Connection, what: dict[str, Any]) -> None:
    conn.send_bytes(json.dumps(what).encode("ascii"))


def _hush() -> None:
    """Let libraries complain to nobody: what they say may quote the file."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)


if sys.platform != "win32":
    import resource

    def _limit() -> None:
        for what, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(OSError, ValueError):
                resource.setrlimit(what, (most, most))

else:

    def _limit() -> None:
        """Leave it to the limits of pixels, pages and time: the system offers none to a process by itself."""
