"""Where every request comes in and every answer goes out: counted, refused, told to the log."""

import asyncio
import logging
import time
import traceback
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.sync.arriving import Cut
from hbp_desktop.sync.limits import Traffic
from hbp_desktop.sync.problems import problem, problem_of

LOG = logging.getLogger("hbp_desktop.sync.service")
REST = "hbp.rest"  # in the scope: what came before the line was cut, and was not read yet
STAYING = frozenset({"/health", "/ready"})  # asked by machines that watch, also when nothing else is let in

_PREFIX = 8  # of a device's key: enough to find it in a list
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT"})


@dataclass
class Line:
    """What the log says of one request: never a body, a name, or a path that was not ours."""

    route: str = "other"
    device: str = ""
    code: str = ""
    new: int = 0
    status: int = 0
    heard: int = 0
    sent: int = 0
    ended: bool = False
    began: float = field(default_factory=time.monotonic)

    def said(self, method: str) -> dict[str, int | str]:
        """Give it as what a line of JSON holds."""
        told: dict[str, int | str] = {
            "method": method if method in _METHODS else "other",
            "route": self.route,
            "status": self.status,
            "in": self.heard,
            "out": self.sent,
            "ms": round((time.monotonic() - self.began) * 1000),
            "device": self.device[:_PREFIX],
            "code": self.code,
            "new": self.new,
        }
        return {name: value for name, value in told.items() if value != ""}


class Gate:
    """ASGI middleware; the request's `Line` is at `scope["hbp"]`.

    `straight` names what is answered without the framework's routing, which would take a third of the time.
    """

    def __init__(
        self, app: ASGIApp, traffic: Traffic, straight: Mapping[tuple[str, str], ASGIApp] | None = None
    ) -> None:
        self._app, self._traffic, self._straight = app, traffic, straight or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        line = scope["hbp"] = Line()

        async def hear() -> MutableMapping[str, Any]:
            said = await receive()
            if said["type"] == "http.disconnect" and (rest := scope.pop(REST, b"")):
                said = {"type": "http.request", "body": rest, "more_body": True}
            line.heard += len(said.get("body", b""))
            line.ended = not said.get("more_body", False)
            return said

        async def say(message: MutableMapping[str, Any]) -> None:
            line.status = message.get("status", line.status)
            line.sent += len(message.get("body", b""))
            await send(message)

        try:
            await self._let_in(scope, hear, say, line)
        finally:
            if LOG.isEnabledFor(logging.INFO):
                LOG.info("request", extra={"said": line.said(scope["method"])})

    async def _let_in(self, scope: Scope, hear: Receive, say: Send, line: Line) -> None:
        entered = scope["path"] not in STAYING
        try:
            if entered:
                entered = False
                self._traffic.enter()
                entered = True
                _refuse_encoded(scope)
            app = self._straight.get((scope["method"], scope["path"]), self._app)
            await app(scope, hear, say)
        except Cut:
            line.code = "cut"
        except HbpError as error:
            line.code = error.code
            await self._answer(problem_of(error), scope, hear, say, line)
        except Exception as error:  # noqa: BLE001 - the edge: nobody above could say more
            line.code = "server_failed"
            _tell(error)
            await self._answer(problem("server_failed", 500), scope, hear, say, line)
        finally:
            if entered:
                self._traffic.leave()

    async def _answer(self, answer: Response, scope: Scope, hear: Receive, say: Send, line: Line) -> None:
        if line.status:
            return  # too late to say anything else
        if not line.ended and scope["method"] in ("POST", "PUT"):
            await self._drain(hear, line)
            if not line.ended:
                answer.headers["Connection"] = "close"
        await answer(scope, hear, say)

    async def _drain(self, hear: Receive, line: Line) -> None:
        """Hear a little more of what was refused: closing on unread bytes would lose the refusal."""
        limits = self._traffic.limits
        most = line.heard + limits.drained
        try:
            async with asyncio.timeout(limits.draining):
                while not line.ended and line.heard < most:
                    await hear()
        except TimeoutError:
            return


def _refuse_encoded(scope: Scope) -> None:
    for name, value in scope["headers"]:
        if name == b"content-encoding" and value.strip().lower() not in (b"", b"identity"):
            raise Refused("encoding_refused")


def _tell(error: Exception) -> None:
    """Log a bug by its kind and place; its words may hold what a person typed."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames[-4:]))
    LOG.error("server_failed", extra={"said": {"error": type(error).__name__, "where": where}})
