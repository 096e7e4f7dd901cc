"""The receiving end: turns requests into calls of a `Receiver`, and its errors into codes."""

import re
import time
from asyncio import get_running_loop
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, TypeVarTuple

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Match
from starlette.types import Receive, Scope, Send

from hbp_desktop.domain.canonical import load
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.strict import KEY, MARK, exactly, match, number
from hbp_desktop.sync import openapi
from hbp_desktop.sync.arriving import Body, TooMuch
from hbp_desktop.sync.enrolling import LONGEST as LONGEST_ENROL
from hbp_desktop.sync.frames import SIGNATURE
from hbp_desktop.sync.gate import Gate, Line
from hbp_desktop.sync.gathering import Gathering
from hbp_desktop.sync.limits import Limits, Traffic
from hbp_desktop.sync.problems import SCHEME, STATUS, problem
from hbp_desktop.sync.receiver import Receiver
from hbp_desktop.sync.served_round import ServedRound

__all__ = ["HELD", "STATUS", "create_app"]

HELD = "Hbp-Held"  # header: bytes held of an attachment
BYTES = "application/octet-stream"
MOST_LINKS = 10_000
LONGEST_LINKS = 4 * 1024

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_DIGITS = re.compile(r"[0-9]{1,16}")


def create_app(receiver: Receiver, limits: Limits | None = None) -> FastAPI:
    """Make the service of a receiver; `app.state.traffic` tells what is under way and stops it.

    The app holds a pool of threads and nothing else; it may be mounted by whoever serves it, at the root.
    """
    traffic = Traffic(limits or Limits())
    app = FastAPI(
        title="Hari Bertemu Pelanggan", version="1", description=openapi.ABOUT, docs_url=None, redoc_url=None
    )
    app.state.traffic = traffic
    service = _Service(receiver, traffic)
    app.add_middleware(Gate, traffic=traffic, straight={("POST", "/v1/round"): service.straight})
    app.add_exception_handler(HTTPException, _not_ours)
    for told in openapi.ROUTES:
        app.add_api_route(
            told.path,
            getattr(service, told.name),
            methods=[told.method],
            name=told.name,
            operation_id=told.name,
            summary=told.summary,
            response_class=Response,
            responses=told.responses,
            openapi_extra=told.extra,
        )
    openapi.complete(app)
    return app


class _Service:
    """The routes, each one method; blocking calls run in a pool of threads of its own."""

    def __init__(self, receiver: Receiver, traffic: Traffic) -> None:
        self._receiver, self._traffic = receiver, traffic
        self._pool = ThreadPoolExecutor(traffic.limits.workers, thread_name_prefix="hbp-service")
        self._gathering = Gathering(receiver, self._pool)

    async def straight(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a round as an ASGI application of its own."""
        answer = await self.round(Request(scope, receive))
        await answer(scope, receive, send)

    async def round(self, request: Request) -> Response:
        limits = self._traffic.limits
        line, body = _line(request, "/v1/round"), self._body(request, limits.round)
        turn = ServedRound(self._receiver, self._gathering, self._pool, limits, body)
        try:
            answer = await turn.run()
        finally:
            body.close()
            if turn.guest is not None:
                line.device, line.new = turn.guest.ask.device, turn.guest.new
        return Response(answer, media_type=BYTES)

    async def enrol(self, request: Request) -> Response:
        _line(request, "/v1/enrol")
        data = await self._whole(request, LONGEST_ENROL)
        return Response(await self._call(self._receiver.enrol, data), media_type="application/json")

    async def links(self, request: Request) -> Response:
        _line(request, "/v1/links")
        _header(request)
        body = await self._whole(request, self._traffic.limits.part)
        found = await self._signed(request, body, self._links, body)
        return JSONResponse({"links": [[seq, top.hex()] for seq, top in found]})

    async def receipts(self, request: Request) -> Response:
        _line(request, "/v1/receipts")
        _header(request)
        body = await self._whole(request, self._traffic.limits.part)
        return JSONResponse({"began_anew": await self._signed(request, body, self._remember, body)})

    async def heard(self, request: Request) -> Response:
        _line(request, "/v1/heard")
        told = await self._signed(request, b"", self._heard, request)
        return Response(told, headers={"Cache-Control": "no-store"}, media_type=BYTES)

    async def attachment_size(self, request: Request) -> Response:
        name = _attachment(request)
        size = await self._signed(request, b"", self._size, name)
        return Response(headers={HELD: str(size), "Cache-Control": "no-store"}, media_type=BYTES)

    async def attachment_part(self, request: Request) -> Response:
        name = _attachment(request)
        part = await self._signed(request, b"", self._part, name, request)
        return Response(part, headers={"Cache-Control": "no-store"}, media_type=BYTES)

    async def attachment_add(self, request: Request) -> Response:
        name = _attachment(request)
        _header(request)
        body = await self._whole(request, self._traffic.limits.part)
        return JSONResponse({"held": await self._signed(request, body, self._add, name, request, body)})

    async def health(self, request: Request) -> Response:
        _line(request, "/health")
        return JSONResponse({"alive": True, "at": int(time.time())}, headers={"Cache-Control": "no-store"})

    async def ready(self, request: Request) -> Response:
        _line(request, "/ready")
        retry = str(self._traffic.limits.retry)
        if self._traffic.stopping:
            return problem("server_stopping", 503, Retry_After=retry)
        if not await self._call(self._receiver.ready):
            return problem("server_busy", 503, Retry_After=retry)
        return JSONResponse({"ready": True}, headers={"Cache-Control": "no-store"})

    def _links(self, device: str, body: bytes) -> list[tuple[int, bytes]]:
        try:
            said = exactly(load(body, LONGEST_LINKS), {"after", "chain", "most"})
            chain, after, most = match(MARK, said["chain"]), number(said["after"]), number(said["most"])
        except (Damaged, ValueError):
            raise Damaged("request_damaged") from None
        return self._receiver.links(device, chain, after, min(most, MOST_LINKS))

    def _remember(self, device: str, body: bytes) -> bool:
        return self._receiver.remember(device, body[:-SIGNATURE], body[-SIGNATURE:])

    def _heard(self, device: str, request: Request) -> bytes:
        try:
            mark = match(MARK, request.query_params.get("mark"))
        except ValueError:
            raise Damaged("request_damaged") from None
        return self._receiver.heard(device, mark)

    def _size(self, device: str, name: str) -> int:
        return self._receiver.attachment_size(device, _name(name))

    def _part(self, device: str, name: str, request: Request) -> bytes:
        offset = _number(request, "offset", 0)
        return self._receiver.attachment_part(device, _name(name), offset, self._traffic.limits.part)

    def _add(self, device: str, name: str, request: Request, body: bytes) -> int:
        offset, of = _number(request, "offset"), _number(request, "of")
        if offset + len(body) > of:
            raise Damaged("request_damaged")
        return self._receiver.attachment_add(device, _name(name), offset, of, body)

    async def _signed(self, request: Request, body: bytes, do: Callable[[str, *Ts], T], *args: *Ts) -> T:
        """Call `do` for the device that signed a request, in one turn of a thread; raises Refused."""
        header = _header(request)

        def known_and_done() -> T:
            device = self._receiver.known(header, request.method, _target(request), body)
            request.scope["hbp"].device = device
            return do(device, *args)

        return await self._call(known_and_done)

    async def _whole(self, request: Request, most: int) -> bytes:
        body = self._body(request, most)
        try:
            return await body.whole()
        finally:
            body.close()

    def _body(self, request: Request, most: int) -> Body:
        if int(request.headers.get("content-length", "0")) > most:
            raise TooMuch("too_large", most=most)
        return Body(request.receive, self._traffic, most)

    async def _call(self, do: Callable[[*Ts], T], *args: *Ts) -> T:
        return await get_running_loop().run_in_executor(self._pool, do, *args)


def _line(request: Request, route: str) -> Line:
    line: Line = request.scope["hbp"]
    line.route = route
    return line


def _header(request: Request) -> str:
    header = request.headers.get(SCHEME)
    if header is None:
        raise Refused("request_unsigned")
    return header


def _attachment(request: Request) -> str:
    _line(request, "/v1/attachments/{name}")
    name: str = request.path_params["name"]
    return name


def _target(request: Request) -> str:
    """Give path and query as they stood on the request's first line."""
    query: bytes = request.scope["query_string"]
    path: bytes = request.scope.get("raw_path") or request.url.path.encode("ascii")
    return (path + b"?" + query if query else path).decode("latin-1")


def _name(name: str) -> str:
    try:
        return match(KEY, name)
    except ValueError:
        raise Damaged("request_damaged") from None


def _number(request: Request, name: str, default: int | None = None) -> int:
    said = request.query_params.get(name)
    if said is None and default is not None:
        return default
    if said is None or _DIGITS.fullmatch(said) is None:
        raise Damaged("request_damaged")
    return int(said)


async def _not_ours(request: Request, error: Exception) -> Response:
    """Answer what no route answers; for a method, with all that the path has."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    code = {404: "not_found", 405: "method_other"}.get(status, "request_damaged")
    request.scope["hbp"].code = code
    if status != 405:
        return problem(code, status)
    there = [route for route in request.app.routes if route.matches(request.scope)[0] != Match.NONE]
    methods = {method for route in there for method in getattr(route, "methods", None) or ()}
    return problem(code, status, Allow=", ".join(sorted(methods)))
